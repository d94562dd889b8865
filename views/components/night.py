"""Sleep, and distress from 0 to 10: each one tap, and the same tap takes it back. Imports `domain` and `views`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import flet as ft

from domain.models import DISTRESSES, CheckIn, Sleep
from views import formats, theme
from views.components.basics import Colour, Style, heading, icon_button, line, text, text_button
from views.components.choices import choice, choices
from views.guard import component
from views.state import Edit, TendState
from views.wording import sleep_names
from views.words import _

USUAL_HOURS = 7.0  # where counting begins
HALF_AN_HOUR = 0.5
LONGEST = 24.0


@component
def Night(state: TendState, check_in: CheckIn, edit: Edit) -> ft.Control:
    """How the night was, and its hours in halves."""

    def was(sleep: Sleep) -> None:
        edit(lambda now: replace(now, sleep=None if now.sleep is sleep else sleep))

    def lasted(change: Callable[[float | None], float | None]) -> None:
        edit(lambda now: replace(now, sleep_hours=change(now.sleep_hours)))

    hours = check_in.sleep_hours
    kinds = [choice(name, check_in.sleep is kind, state.on(was, kind)) for kind, name in sleep_names().items()]
    shown = _("{hours} hours").format(hours=formats.hours(hours)) if hours is not None else _("Hours")
    counter = [
        _step(ft.Icons.REMOVE_ROUNDED, _("Half an hour less"), state.on(lasted, _less)),
        ft.Semantics(live_region=True, content=text(shown, Style.BODY_LARGE)),
        _step(ft.Icons.ADD_ROUNDED, _("Half an hour more"), state.on(lasted, _more)),
    ]
    if hours is not None:
        counter.append(text_button(_("Clear"), state.on(lasted, _unsaid)))
    title = ft.Row(
        [heading(_("Sleep")), choices(kinds)],
        alignment=ft.MainAxisAlignment.SPACE_BETWEEN,
        wrap=state.large_text,
    )
    return ft.Column([title, ft.Row(counter, spacing=theme.M, wrap=True)], spacing=theme.S)


@component
def Distress(state: TendState, check_in: CheckIn, edit: Edit) -> ft.Control:
    """How strong distress is, 0 (none) to 10 (the most)."""

    def strong(value: int) -> None:
        edit(lambda now: replace(now, distress=None if now.distress == value else value))

    options = [
        choice(
            str(value),
            check_in.distress == value,
            state.on(strong, value),
            spoken=_("Distress, {value} of 10").format(value=value),
            width=None if state.large_text else theme.TOUCH,
        )
        for value in DISTRESSES
    ]
    scale = line(_("0 is none, 10 is the most."), Style.BODY_SMALL, Colour.ON_SURFACE_VARIANT)
    return ft.Column([heading(_("Distress")), scale, choices(options)], spacing=theme.S)


def _step(icon: ft.IconData, name: str, on_click: Callable[[], None]) -> ft.Control:
    ring = ft.ButtonStyle(side=ft.BorderSide(1, Colour.OUTLINE))
    return icon_button(
        icon, name, on_click, colour=Colour.ON_SURFACE, style=ring, width=theme.TOUCH, height=theme.TOUCH
    )


def _less(hours: float | None) -> float:
    return USUAL_HOURS if hours is None else max(0.0, hours - HALF_AN_HOUR)


def _more(hours: float | None) -> float:
    return USUAL_HOURS if hours is None else min(LONGEST, hours + HALF_AN_HOUR)


def _unsaid(_hours: float | None) -> None:
    return None
