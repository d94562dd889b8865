"""The bar that says something was deleted, with the way back. Imports `views`."""

from __future__ import annotations

from typing import Any

import flet as ft

from views import theme
from views.aims import Aims
from views.components.basics import Colour, text, text_button
from views.shelf import Shelf
from views.state import TendState
from views.words import _


def undo_bar(state: TendState, aims: Aims, shelf: Shelf[Any]) -> ft.Control | None:
    """The bar, while the last thing that was deleted is one of this shelf."""
    if aims.deleted is None or aims.deleted[0] is not shelf:
        return None
    row = ft.Row(
        [
            ft.Container(text(_("Deleted."), colour=Colour.ON_INVERSE_SURFACE), expand=True),
            text_button(_("Undo"), state.on(aims.undo_delete), colour=Colour.INVERSE_PRIMARY),
        ]
    )
    bar = ft.Container(
        row,
        bgcolor=Colour.INVERSE_SURFACE,
        border_radius=theme.INNER,
        padding=ft.Padding.only(left=theme.L, right=theme.S, top=theme.XS, bottom=theme.XS),
    )
    return ft.Container(ft.Semantics(live_region=True, content=bar), padding=theme.L)
