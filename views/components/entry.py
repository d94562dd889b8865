"""A line to write on, with a button that adds it. Imports Flet and `views`."""

from __future__ import annotations

from collections.abc import Callable

import flet as ft

from views import theme
from views.components.basics import Colour, text_button
from views.guard import component
from views.state import use_tend
from views.words import _


def field_style() -> dict[str, object]:
    """The look of every text field."""
    return {
        "border_radius": theme.FIELD,
        "border_color": Colour.OUTLINE,
        "focused_border_color": Colour.PRIMARY,
        "enable_ime_personalized_learning": False,  # what is written here is not the keyboard's to learn
        "autocorrect": False,
        "enable_suggestions": False,
    }


@component
def Entry(label: str, add: Callable[[str], None]) -> ft.Control:
    """One line; `add(words)` is called with what was written, without the spaces around it, when there is any."""
    state = use_tend()
    written, write = ft.use_state("")

    def submit() -> None:
        words = written.strip()
        write("")
        if words:
            add(words)

    field = ft.TextField(
        value=written,
        label=label,
        autofocus=True,
        expand=True,
        on_change=state.on_value(write),
        on_submit=state.on(submit),
        **field_style(),
    )
    return ft.Row([field, text_button(_("Add"), state.on(submit))], spacing=theme.S)
