"""The bar that says what was done, deleting above all, with whatever undoes it. Imports `views`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import flet as ft

from views import theme
from views.components.basics import Colour, text, text_button
from views.state import TendState
from views.words import _


def deleted_bar(state: TendState, undo: Callable[[], Any]) -> ft.Control:
    """ "Deleted." and Undo."""
    return done_bar(state, _("Deleted."), undo)


def done_bar(state: TendState, said: str, undo: Callable[[], Any]) -> ft.Control:
    """What was done, in a sentence, and Undo."""
    row = ft.Row(
        [
            ft.Container(text(said, colour=Colour.ON_INVERSE_SURFACE), expand=True),
            text_button(_("Undo"), state.on(undo), colour=Colour.INVERSE_PRIMARY),
        ]
    )
    bar = ft.Container(
        row,
        bgcolor=Colour.INVERSE_SURFACE,
        border_radius=theme.INNER,
        padding=ft.Padding.only(left=theme.L, right=theme.S, top=theme.XS, bottom=theme.XS),
    )
    return ft.Container(ft.Semantics(live_region=True, content=bar), padding=theme.L)
