"""Says, where it happened, why an action changed nothing. Imports `views`."""

from __future__ import annotations

import flet as ft

from views import theme
from views.components.basics import Colour, Style, text
from views.state import TendState
from views.wording import calm_words


def problem(state: TendState, beside_save: bool = False) -> list[ft.Control]:
    """One calm box, or nothing; `beside_save`: where what is not saved yet has a box of its own, which says it too."""
    if state.problem is None or (beside_save and state.is_refused):
        return []
    words = calm_words(state.problem)
    lines = [
        text(words.title, colour=Colour.ON_ERROR_CONTAINER, weight=ft.FontWeight.W_600),
        text(words.advice, Style.BODY_SMALL, Colour.ON_ERROR_CONTAINER),
    ]
    box = ft.Container(
        ft.Column(lines, spacing=theme.XS), bgcolor=Colour.ERROR_CONTAINER, border_radius=theme.INNER, padding=theme.L
    )
    return [ft.Semantics(live_region=True, content=box)]
