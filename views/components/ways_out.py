"""Buttons that take something out of the app, and what became of it. Imports `domain` and `views`."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

import flet as ft

from domain.errors import FileNotTaken
from views import theme
from views.acting import Handler
from views.components.basics import Colour, Style, line, text
from views.words import _

Way = Callable[[], Awaitable[str]]  # takes it out, and tells what became of it
GoOut = Callable[[Way], Awaitable[None]]


def use_way_out() -> tuple[GoOut, str]:
    """A hook: what takes one way at a time, and what became of the last ("" while nothing is to be said)."""
    told, tell = ft.use_state("")
    is_busy = ft.use_ref(False)

    async def go_out(way: Way) -> None:
        if is_busy.current:  # the second of two quick taps
            return
        is_busy.current = True
        tell("")
        try:
            tell(await way())
        except FileNotTaken:
            tell(_("This device did not take it. Your ticks are still here."))
        finally:
            is_busy.current = False

    return go_out, told


def outcome(told: str) -> list[ft.Control]:
    """What became of it, read out when it comes."""
    return [ft.Semantics(live_region=True, container=True, content=line(told))] if told else []


def out_button(words: str, icon: ft.IconData, act: Handler) -> ft.Control:
    """A way out beside the main one."""
    return ft.OutlinedButton(
        text(words, Style.LABEL_LARGE, Colour.PRIMARY),
        icon=icon,
        icon_color=Colour.PRIMARY,
        on_click=act,
        style=ft.ButtonStyle(padding=theme.L, side=ft.BorderSide(1, Colour.OUTLINE)),
    )
