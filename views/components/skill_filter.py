"""The chips a skill is found by: energy, minutes, needs, my own. Imports `domain` and `views`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import flet as ft

from domain.skill_search import Filter, Length
from domain.skills import Effort, Need
from views import theme
from views.components.basics import text_button
from views.components.choices import choice, choices
from views.components.skill_words import effort_name, length_name, need_name
from views.guard import component
from views.practice import Practice
from views.state import TendState
from views.unwatched import Unwatched
from views.words import _

EFFORTS = (Effort.LOW, Effort.MIDDLE)  # the highest is any
Chip = tuple[str, bool, dict[str, Any]]  # its name, whether it is chosen, what a tap on it asks for


@component
def Filters(passed: Unwatched, practice: Practice, look_for: Callable[[Filter], None], large_text: bool) -> ft.Control:
    """All chips; in large text the chosen ones, with a button that shows the others."""
    state, wanted = passed.state, practice.wanted
    is_open, open_ = ft.use_state(False)

    def chip(name: str, is_chosen: bool, asks: dict[str, Any]) -> ft.Control:
        # By what is wanted when it is tapped: two taps may come before the next drawing.
        return choice(name, is_chosen, state.on(lambda: look_for(replace(practice.wanted, **asks))))

    if large_text:
        every = [*_efforts(wanted), *_lengths(wanted), *_own(wanted), *_needs(wanted)]
        return choices([*(chip(*each) for each in every if is_open or each[1]), _fold(state, is_open, open_)])
    last = ft.Row(
        [chip(*each) for each in (*_own(wanted), *_needs(wanted))], spacing=theme.S, scroll=ft.ScrollMode.HIDDEN
    )
    rows = [choices([chip(*each) for each in some(wanted)]) for some in (_efforts, _lengths)]
    return ft.Column([*rows, last], spacing=theme.XS, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)


def _fold(state: TendState, is_open: bool, open_: Callable[[bool], None]) -> ft.Control:
    icon = ft.Icons.EXPAND_LESS_ROUNDED if is_open else ft.Icons.EXPAND_MORE_ROUNDED
    name = _("Fewer choices") if is_open else _("More choices")
    return text_button(name, state.on(open_, not is_open), icon=icon)


def _efforts(wanted: Filter) -> list[Chip]:
    return [(effort_name(each), wanted.energy is each, {"energy": _turned(wanted.energy, each)}) for each in EFFORTS]


def _lengths(wanted: Filter) -> list[Chip]:
    return [(length_name(each), wanted.length is each, {"length": _turned(wanted.length, each)}) for each in Length]


def _needs(wanted: Filter) -> list[Chip]:
    return [(need_name(each), wanted.need is each, {"need": _turned(wanted.need, each)}) for each in Need]


def _own(wanted: Filter) -> list[Chip]:
    return [(_("My own"), wanted.own, {"own": not wanted.own})]


def _turned(now: object, value: object) -> object:
    """A tap on the chosen one asks for nothing any more."""
    return None if now is value else value
