"""Buttons that call, text, write or open a page within the tap itself. Imports Flet and `views`."""

from __future__ import annotations

import flet as ft

from views import theme
from views.components.basics import Colour, Style, main_button, text


def first_button(words: str, link: str, icon: ft.IconData = ft.Icons.CALL_ROUNDED) -> ft.Control:
    """The one filled button of Help now."""
    return main_button(
        words,
        url=ft.Url(link, target=ft.UrlTarget.SELF),
        icon=icon,
        bgcolor=Colour.TERTIARY,
        text_colour=Colour.ON_TERTIARY,
        icon_color=Colour.ON_TERTIARY,
    )


def link_button(
    words: str, link: str, icon: ft.IconData = ft.Icons.CALL_ROUNDED, spoken: str | None = None, away: bool = False
) -> ft.Control:
    """Another way to somebody; `away`: it opens a page beside Tend. `spoken` names whom, for a screen reader.

    Safari opens these addresses within the tap alone, and from a link of the page itself.
    """
    return ft.OutlinedButton(
        text(words, Style.LABEL_LARGE, semantics_label=spoken),
        icon=icon,
        icon_color=Colour.TERTIARY,
        key=link,
        url=ft.Url(link, target=ft.UrlTarget.BLANK if away else ft.UrlTarget.SELF),
        style=ft.ButtonStyle(
            padding=ft.Padding.symmetric(horizontal=theme.L, vertical=theme.L),
            side=ft.BorderSide(1.5, Colour.OUTLINE),
        ),
    )
