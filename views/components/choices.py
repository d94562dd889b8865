"""Buttons of which some are chosen: chips and number rows. Imports Flet and `views`."""

from __future__ import annotations

import flet as ft

from views import theme
from views.acting import Handler
from views.components.basics import Colour, Style, text
from views.words import _

PADDING = 10  # drawn 40 high inside a target of 48


def choice(
    name: str,
    chosen: bool,
    on_click: Handler,
    icon: ft.IconData | None = None,
    spoken: str | None = None,
    width: int | None = None,
) -> ft.Control:
    """One button that is chosen or not, and says so in colour, tick, border and words.

    With a `width` there is no room for a tick; the ring is heavier instead.
    """
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
        icon=None if width else ft.Icons.CHECK_ROUNDED if chosen else icon,
        width=width,
        key=f"choice-{name}",
        on_click=on_click,
        style=ft.ButtonStyle(
            bgcolor=Colour.PRIMARY_CONTAINER if chosen else Colour.TRANSPARENT,
            icon_color=ink,
            icon_size=18,
            side=_side(chosen, narrow=width is not None),
            shape=ft.RoundedRectangleBorder(radius=theme.FIELD),
            padding=ft.Padding.symmetric(horizontal=0 if width else theme.L, vertical=PADDING),
        ),
    )


def _side(chosen: bool, narrow: bool) -> ft.BorderSide:
    if chosen:
        return ft.BorderSide(2, Colour.PRIMARY) if narrow else ft.BorderSide(1, Colour.PRIMARY_FIXED_DIM)
    return ft.BorderSide(1, Colour.OUTLINE)


def choices(options: list[ft.Control]) -> ft.Control:
    """Choices side by side, in as many lines as they need."""
    return ft.Row(options, spacing=theme.S, run_spacing=theme.S, wrap=True)
