"""A line to write on, with a button that adds it. Imports Flet and `views`."""

from __future__ import annotations

from collections.abc import Callable

import flet as ft

from views import theme
from views.components.basics import Colour, text_button
from views.guard import component
from views.state import TendState
from views.words import _


def field_style() -> dict[str, object]:
    """The look of every text field."""
    return {
        "border": {
            ft.ControlState.DEFAULT: _border(ft.BorderSide(1, Colour.OUTLINE)),
            ft.ControlState.FOCUSED: _border(ft.BorderSide(2, Colour.PRIMARY)),
        },
        "enable_ime_personalized_learning": False,  # what is written here is not the keyboard's to learn
        "autocorrect": False,
        "enable_suggestions": False,
    }


def _border(side: ft.BorderSide) -> ft.OutlineInputBorder:
    return ft.OutlineInputBorder(side=side, border_radius=theme.FIELD)


@component
def Entry(state: TendState, label: str, add: Callable[[str], None]) -> ft.Control:
    """One line; `add(words)` is called with what was written, without the spaces around it, when there is any."""
    turn, begin_turn = ft.use_state(0)
    written = ft.use_ref("")  # not state: the button may be tapped before what was typed is drawn again

    def type_(words: str) -> None:
        written.current = words

    def submit() -> None:
        words, written.current = written.current.strip(), ""
        begin_turn(turn + 1)
        if words:
            add(words)

    field = ft.TextField(
        label=label,
        key=f"entry-{turn}",
        autofocus=True,
        expand=True,
        on_change=state.on_value(type_),
        on_submit=state.on(submit),
        **field_style(),
    )
    return ft.Row([field, text_button(_("Add"), state.on(submit))], spacing=theme.S)
