"""Rows that lead somewhere, and the badge before one. Imports Flet and `views`."""

from __future__ import annotations

import flet as ft

from views import theme
from views.acting import Handler
from views.components.basics import Colour, Style, text
from views.words import _

BADGE = 48


def row(icon: ft.IconData, name: str, more: str, on_click: Handler) -> ft.Control:
    """A name, a line that says more, and an arrow: all of it one button."""
    words = ft.Column(
        [text(name, Style.BODY_LARGE), text(more, Style.BODY_SMALL, Colour.ON_SURFACE_VARIANT)], spacing=0, expand=True
    )
    parts = [
        ft.Icon(icon, color=Colour.ON_SURFACE_VARIANT, size=24),
        words,
        ft.Icon(ft.Icons.CHEVRON_RIGHT_ROUNDED, color=Colour.ON_SURFACE_VARIANT, size=20),
    ]
    return ft.TextButton(
        content=ft.Row(parts, spacing=theme.L),
        key=f"row-{name}",
        on_click=on_click,
        style=ft.ButtonStyle(
            padding=ft.Padding.symmetric(horizontal=theme.L, vertical=theme.M),
            shape=ft.RoundedRectangleBorder(radius=theme.FIELD),
            alignment=ft.Alignment.CENTER_LEFT,
        ),
    )


def fact(icon: ft.IconData, name: str, more: str) -> ft.Control:
    """The same without a way on: there is nothing to choose."""
    words = ft.Column(
        [text(name, Style.BODY_LARGE), text(more, Style.BODY_SMALL, Colour.ON_SURFACE_VARIANT)], spacing=0, expand=True
    )
    shown = ft.Row([ft.Icon(icon, color=Colour.ON_SURFACE_VARIANT, size=24), words], spacing=theme.L)
    padding = ft.Padding.symmetric(horizontal=theme.L, vertical=theme.M)
    return ft.Semantics(container=True, content=ft.Container(shown, padding=padding))


def badge(icon: ft.IconData, ground: Colour, ink: Colour) -> ft.Control:
    """An icon on a round ground; the words beside it say the same."""
    return ft.Container(
        ft.Icon(icon, color=ink),
        width=BADGE,
        height=BADGE,
        border_radius=BADGE / 2,
        bgcolor=ground,
        alignment=ft.Alignment.CENTER,
    )


def words_to_keep(words: str) -> ft.Control:
    """The passphrase Tend offered and the person took: shown once more, for after this nobody can."""
    lines = [
        text(_("Your words. Write them down before you leave:"), Style.BODY_SMALL, Colour.ON_SECONDARY_FIXED),
        text(words, Style.TITLE_SMALL, Colour.ON_SECONDARY_FIXED),
    ]
    return ft.Container(
        ft.Column(lines, spacing=theme.XS), bgcolor=Colour.SECONDARY_FIXED, border_radius=theme.INNER, padding=theme.L
    )


def busy(words: str) -> ft.Control:
    """Says that something is being done; nothing turns round."""
    return ft.Semantics(live_region=True, content=text(words, Style.BODY_MEDIUM, Colour.ON_SURFACE_VARIANT))


def done(words: str) -> ft.Control:
    """Says that something is done."""
    tick = ft.Icon(ft.Icons.CHECK_CIRCLE_ROUNDED, color=Colour.PRIMARY)
    return ft.Semantics(
        live_region=True, content=ft.Row([tick, ft.Container(text(words), expand=True)], spacing=theme.M)
    )


def named_switch(name: str, is_on: bool, on_turn: Handler) -> ft.Control:
    """A switch that screen readers call by its name."""
    return ft.MergeSemantics(ft.Semantics(label=name, content=ft.Switch(value=is_on, on_change=on_turn)))


def switch_row(name: str, is_on: bool, on_turn: Handler) -> ft.Control:
    """A name, "On" or "Off" below it, and a switch."""
    said = text(_("On") if is_on else _("Off"), Style.BODY_SMALL, Colour.ON_SURFACE_VARIANT)
    switch = named_switch(name, is_on, on_turn)
    return ft.Row([ft.Column([text(name, Style.BODY_LARGE), said], spacing=0, expand=True), switch], spacing=theme.M)
