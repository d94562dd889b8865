"""The way from Today to a breath: one tap. Imports Flet and `views`."""

from __future__ import annotations

import flet as ft

from views import theme
from views.acting import Handler
from views.components.basics import Colour, Style, card, text
from views.components.frame import BREATHE, go
from views.guard import component
from views.outlook import Outlook
from views.unwatched import Unwatched
from views.words import _, ngettext

BADGE = 48


@component
def BreathCard(passed: Unwatched, outlook: Outlook) -> ft.Control:
    """A longer breath out, two minutes."""
    start: Handler = passed.state.on(go, BREATHE)
    ground = ft.Container(
        ft.Icon(ft.Icons.AIR_ROUNDED, color=Colour.ON_PRIMARY_CONTAINER, size=26),
        width=BADGE,
        height=BADGE,
        border_radius=theme.INNER,
        bgcolor=Colour.PRIMARY_CONTAINER,
        alignment=ft.Alignment.CENTER,
    )
    words = ft.Column(
        [
            text(_("Longer breath out"), Style.BODY_LARGE, weight=ft.FontWeight.W_600),
            text(ngettext("{n} minute", "{n} minutes", 2).format(n=2), Style.BODY_SMALL, Colour.ON_SURFACE_VARIANT),
        ],
        spacing=2,
        expand=True,
    )
    button = ft.FilledTonalButton(
        content=text(
            _("Start"),
            Style.LABEL_LARGE,
            Colour.ON_PRIMARY_CONTAINER,
            semantics_label=_("Start: {skill}").format(skill=_("Longer breath out")),
        ),
        on_click=start,
        style=ft.ButtonStyle(padding=ft.Padding.symmetric(horizontal=theme.MARGIN, vertical=14)),
    )
    if outlook.large_text:
        words.controls = [*words.controls, button]
        return card(ft.Row([ground, words], spacing=theme.M), padding=theme.M)
    return card(ft.Row([ground, words, button], spacing=theme.M), padding=theme.M)
