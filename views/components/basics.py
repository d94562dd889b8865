"""Text, buttons and cards in the design's own cut. Imports Flet and `views.theme`."""

from __future__ import annotations

from typing import Any

import flet as ft

from views import theme
from views.acting import Handler

Colour = ft.Colors
Style = ft.TextThemeStyle
MAIN_PADDING = 18  # around a line of 20: 56 high, and more when the text is larger


def text(words: str, style: Style = Style.BODY_MEDIUM, colour: Colour = Colour.ON_SURFACE, **more: Any) -> ft.Text:
    """Words in one of the theme's styles."""
    return ft.Text(words, theme_style=style, color=colour, **more)


def line(words: str, style: Style = Style.BODY_MEDIUM, colour: Colour = Colour.ON_SURFACE, **more: Any) -> ft.Control:
    """A sentence that stands alone; without a place of its own, screen readers would hear it out of order."""
    return ft.Semantics(container=True, content=text(words, style, colour, **more))


def heading(
    words: str, style: Style = Style.TITLE_MEDIUM, level: int = 2, colour: Colour = Colour.ON_SURFACE, **more: Any
) -> ft.Control:
    """A heading that screen readers jump to."""
    return ft.Semantics(heading_level=level, header=True, content=text(words, style, colour), **more)


def text_button(words: str, on_click: Handler, **more: Any) -> ft.TextButton:
    """A quiet action, at least 48 high, flush with the text beside it."""
    style = ft.ButtonStyle(
        color=more.pop("colour", Colour.PRIMARY), padding=ft.Padding.symmetric(horizontal=theme.S, vertical=14)
    )
    return ft.TextButton(words, on_click=on_click, style=style, **more)


def icon_button(icon: ft.IconData, name: str, on_click: Handler, **more: Any) -> ft.Control:
    """A picture to tap, at least 48 by 48; `name` is its tooltip and what a screen reader says."""
    button = ft.IconButton(
        icon, tooltip=name, on_click=on_click, icon_color=more.pop("colour", Colour.ON_SURFACE_VARIANT), **more
    )
    return ft.MergeSemantics(button)  # else the name stands on a node of its own, around one without


def main_button(words: str, on_click: Handler | None = None, **more: Any) -> ft.FilledButton:
    """The one filled button a screen may have."""
    return ft.FilledButton(
        ft.Text(words, theme_style=Style.LABEL_LARGE, color=more.pop("text_colour", Colour.ON_PRIMARY)),
        on_click=on_click,
        style=ft.ButtonStyle(padding=MAIN_PADDING, bgcolor=more.pop("bgcolor", Colour.PRIMARY)),
        **more,
    )


def card(content: ft.Control, **more: Any) -> ft.Container:
    """A white (or dark) card of the page's width."""
    return ft.Container(
        content=content,
        bgcolor=more.pop("bgcolor", Colour.SURFACE_CONTAINER_LOW),
        border_radius=theme.CARD,
        padding=more.pop("padding", theme.L),
        **more,
    )


def page_width(content: ft.Control) -> ft.Control:
    """The content in the middle, with the page's margins, never wider than reads well."""
    inner = ft.Container(content=content, width=theme.PAGE_WIDTH, padding=ft.Padding.symmetric(horizontal=theme.MARGIN))
    return ft.Container(content=inner, alignment=ft.Alignment.TOP_CENTER)
