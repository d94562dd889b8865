"""The screen for records that do not open: what happened, that nothing was lost, what to do. Imports `views`."""

from __future__ import annotations

import flet as ft

from domain.errors import StorageBroken, TendError
from views import theme
from views.acting import Handler
from views.components.basics import Colour, Style, card, heading, line, main_button
from views.components.frame import glowing_page
from views.help import EMERGENCY
from views.wording import Calm, calm_words
from views.words import _


def trouble_view(error: Exception, try_again: Handler) -> ft.View:
    """A view without state: it must draw whatever else does not work."""
    words = calm_words(error)
    if isinstance(error, StorageBroken) or not isinstance(error, TendError):
        words = Calm(_("Tend cannot open your words right now."), words.advice)
    said = ft.Column(
        [heading(words.title, Style.TITLE_LARGE, level=1), line(words.advice), main_button(_("Try again"), try_again)],
        spacing=theme.L,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )
    help_now = ft.Column(
        [
            heading(_("Need someone now?")),
            line(_("112 or 911 may work where you are."), Style.BODY_SMALL, Colour.ON_SURFACE_VARIANT),
            *(
                ft.OutlinedButton(
                    _("Call {number}").format(number=number),
                    url=ft.Url(f"tel:{number}", target=ft.UrlTarget.SELF),
                    style=ft.ButtonStyle(padding=theme.L),
                )
                for number in EMERGENCY
            ),
        ],
        spacing=theme.M,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )
    page = glowing_page(ft.Container(height=theme.BAR), [card(said), card(help_now)])
    return ft.View(route="/", controls=[page], padding=0)
