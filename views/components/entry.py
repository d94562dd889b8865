"""A line to write on, with a button that adds it. Imports Flet and `views`."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

import flet as ft

from views import theme
from views.components.basics import Colour, text_button
from views.components.form import Form
from views.words import _


def field_style() -> dict[str, Any]:
    """The look of every text field, and that what is written here is not the keyboard's to learn or mend."""
    return {
        "color": Colour.ON_SURFACE,  # a text theme without colours leaves it black, on dark too
        "border": {
            ft.ControlState.FOCUSED: _border(2, Colour.PRIMARY),
            ft.ControlState.DEFAULT: _border(1, Colour.OUTLINE),
        },
        "enable_ime_personalized_learning": False,
        "autocorrect": False,
        "enable_suggestions": False,
    }


def with_room(field: ft.TextField) -> ft.Control:
    """A field with room above it for its label, which stands on its border.

    And with a place of its own: the one field of a screen would be, to a screen reader, as large as all of it.
    """
    return ft.Semantics(container=True, content=ft.Container(field, padding=ft.Padding.only(top=theme.S)))


def _border(width: int, colour: Colour) -> ft.OutlineInputBorder:
    return ft.OutlineInputBorder(side=ft.BorderSide(width, colour), border_radius=theme.FIELD)


def entry(form: Form, label: str, add: Callable[[str], Awaitable[None]]) -> ft.Control:
    """One line; it closes, and `add(words)` is called with what was written, trimmed, when there is any."""

    def type_(words: str) -> None:
        form.written.current = words

    async def submit() -> None:
        words = (form.written.current or "").strip()
        form.written.current = ""
        form.ask("")
        if words:
            await add(words)

    field = ft.TextField(
        label=label,
        key=label,
        autofocus=True,
        expand=True,
        on_change=form.state.on_value(type_),
        on_submit=form.state.on(submit),
        **field_style(),
    )
    return ft.Row([field, text_button(_("Add"), form.state.on(submit))], spacing=theme.S)
