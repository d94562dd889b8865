"""Buttons that call, text, write or open a page within the tap itself; where a device cannot call, the number to copy.

Imports Flet and `views`.
"""

from __future__ import annotations

import flet as ft

from views import theme
from views.acting import Handler
from views.components.basics import Colour, Style, line, text
from views.guard import component
from views.state import TendState
from views.words import _

CALL_PADDING = 22  # around a line of 20: 64 high
PILL_WIDTH, PILL_HEIGHT = 52, 40


def _to(link: str, away: bool = False) -> ft.Url:
    """Safari opens these addresses within the tap alone, and from a link of the page itself."""
    return ft.Url(link, target=ft.UrlTarget.BLANK if away else ft.UrlTarget.SELF)


def first_button(
    words: str, link: str, icon: ft.IconData = ft.Icons.CALL_ROUNDED, has_focus: bool = False
) -> ft.Control:
    """The one filled button of a screen of help; with `has_focus` it is what keyboards and screen readers begin at."""
    return ft.FilledButton(
        text(words, Style.TITLE_MEDIUM, Colour.ON_TERTIARY),
        icon=icon,
        icon_color=Colour.ON_TERTIARY,
        autofocus=has_focus,
        url=_to(link),
        style=ft.ButtonStyle(padding=CALL_PADDING, bgcolor=Colour.TERTIARY, icon_size=24),
    )


def link_button(
    words: str,
    link: str,
    icon: ft.IconData = ft.Icons.CALL_ROUNDED,
    spoken: str | None = None,
    away: bool = False,
    is_tonal: bool = False,
) -> ft.Control:
    """Another way to somebody; `away`: it opens a page beside Tend. `spoken` names whom, for a screen reader."""
    ink = Colour.ON_TERTIARY_CONTAINER if is_tonal else Colour.ON_SURFACE
    return ft.OutlinedButton(
        text(words, Style.LABEL_LARGE, ink, semantics_label=spoken),
        icon=icon,
        icon_color=ink if is_tonal else Colour.TERTIARY,
        key=link,
        url=_to(link, away),
        style=ft.ButtonStyle(
            padding=ft.Padding.symmetric(horizontal=theme.L, vertical=theme.L),
            bgcolor=Colour.TERTIARY_CONTAINER if is_tonal else None,
            side=ft.BorderSide(1.5, Colour.TERTIARY_CONTAINER if is_tonal else Colour.OUTLINE),
        ),
    )


def pill(icon: ft.IconData, word: str, spoken: str, **leads: object) -> ft.Control:
    """A round picture with its word below, one button; `leads`: the `url` or `on_click` of it."""
    picture = ft.Container(
        ft.Icon(icon, color=Colour.ON_TERTIARY_CONTAINER, size=22),
        width=PILL_WIDTH,
        height=PILL_HEIGHT,
        border_radius=PILL_HEIGHT / 2,
        bgcolor=Colour.TERTIARY_CONTAINER,
        alignment=ft.Alignment.CENTER,
    )
    return ft.TextButton(
        content=ft.Column(
            [picture, text(word, Style.LABEL_MEDIUM, Colour.TERTIARY, semantics_label=spoken)],
            spacing=theme.XS,
            tight=True,
            horizontal_alignment=ft.CrossAxisAlignment.CENTER,
        ),
        style=ft.ButtonStyle(padding=theme.XS, shape=ft.RoundedRectangleBorder(radius=theme.FIELD)),
        **leads,
    )


def pill_link(icon: ft.IconData, word: str, spoken: str, link: str, away: bool = False) -> ft.Control:
    """`pill` that calls, texts, writes, or with `away` opens a page beside Tend."""
    return pill(icon, word, spoken, url=_to(link, away), key=link)


def change_button(spoken: str, on_click: Handler) -> ft.Control:
    """A quiet "Change"; `spoken` says what."""
    return ft.TextButton(
        text(_("Change"), Style.LABEL_LARGE, Colour.TERTIARY, semantics_label=spoken),
        on_click=on_click,
        style=ft.ButtonStyle(padding=ft.Padding.symmetric(horizontal=theme.S, vertical=14)),
    )


def with_change(state: TendState, words: ft.Control, change: ft.Control) -> ft.Control:
    """Words with such a button at the end of their row, or below them in large text."""
    if state.large_text:
        stretch = ft.CrossAxisAlignment.STRETCH
        return ft.Column([words, ft.Row([change], wrap=True)], spacing=theme.XS, horizontal_alignment=stretch)
    return ft.Row([ft.Container(words, expand=True), change], spacing=theme.S)


def to_copy(state: TendState, number: str) -> list[ft.Control]:
    """On a device that cannot call: the number, large, to be dialled on another."""
    return [] if state.can_call else [CopyNumber(state, number, key=f"copy-{number}")]


@component
def CopyNumber(state: TendState, number: str) -> ft.Control:
    """A number to read from afar, and a button that copies it."""
    is_copied, note = ft.use_state(False)
    copy = ft.TextButton(
        text(_("Copy"), Style.LABEL_LARGE, Colour.PRIMARY, semantics_label=_("Copy {number}").format(number=number)),
        icon=ft.Icons.CONTENT_COPY_ROUNDED,
        action=ft.CopyToClipboard(number),
        on_click=state.on(note, True),
    )
    said = text(_("Copied."), Style.BODY_SMALL, Colour.ON_SURFACE_VARIANT)
    parts = [line(number, Style.HEADLINE_SMALL, selectable=True), copy]
    if is_copied:
        parts.append(ft.Semantics(live_region=True, content=said))
    return ft.Row(parts, spacing=theme.M, wrap=True, vertical_alignment=ft.CrossAxisAlignment.CENTER)
