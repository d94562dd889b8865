"""Buttons of which some are chosen: chips and number rows. Imports Flet and `views`."""

from __future__ import annotations

from collections.abc import Callable

import flet as ft

from views import theme
from views.components.basics import Colour, Style, text
from views.words import _


def choice(
    name: str,
    chosen: bool,
    on_click: Callable[[], None],
    icon: ft.IconData | None = None,
    spoken: str | None = None,
    radius: int = theme.FIELD,
) -> ft.Control:
    """One button that is chosen or not, and says so in colour, tick, border and words."""
    ink = Colour.ON_PRIMARY_CONTAINER if chosen else Colour.ON_SURFACE
    spoken = spoken or name
    return ft.OutlinedButton(
        text(
            name,
            Style.LABEL_MEDIUM,
            ink,
            weight=ft.FontWeight.W_600 if chosen else None,
            semantics_label=_("{step}, chosen").format(step=spoken) if chosen else spoken,
        ),
        icon=ft.Icons.CHECK_ROUNDED if chosen else icon,
        key=f"choice-{name}",
        on_click=on_click,
        style=ft.ButtonStyle(
            bgcolor=Colour.PRIMARY_CONTAINER if chosen else Colour.TRANSPARENT,
            icon_color=ink,
            icon_size=18,
            side=ft.BorderSide(1, Colour.PRIMARY_CONTAINER if chosen else Colour.OUTLINE),
            shape=ft.RoundedRectangleBorder(radius=radius),
            padding=ft.Padding.symmetric(horizontal=theme.L, vertical=14),
        ),
    )


def choices(options: list[ft.Control]) -> ft.Control:
    """Choices side by side, in as many lines as they need."""
    return ft.Row(options, spacing=theme.S, run_spacing=theme.S, wrap=True)
