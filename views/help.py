"""Help now: reach somebody in one tap. Imports Flet and `views`."""

from __future__ import annotations

import flet as ft

from views import theme
from views.components.basics import Colour, Style, card, heading, line, main_button, text
from views.components.frame import HELP, detail_bar, glowing_page
from views.guard import view_component
from views.state import TendState
from views.words import _

# 112 reaches emergency services in the EU and from most mobile phones (ITU-T E.161.1); 911 in North America.
EMERGENCY = ("112", "911")
# Free directory of crisis lines by country, run by ThroughLine; seen November 2026.
DIRECTORY_NAME = "findahelpline.com"
DIRECTORY = f"https://{DIRECTORY_NAME}"


@view_component
def HelpNow(state: TendState) -> ft.View:
    """Emergency numbers, and where to find a line in one's own country."""
    calls = [
        main_button(
            _("Call {number}").format(number=EMERGENCY[0]),
            url=ft.Url(f"tel:{EMERGENCY[0]}", target=ft.UrlTarget.SELF),
            icon=ft.Icons.CALL_ROUNDED,
            bgcolor=Colour.TERTIARY,
            text_colour=Colour.ON_TERTIARY,
        ),
        ft.OutlinedButton(
            text(_("Call {number}").format(number=EMERGENCY[1]), Style.LABEL_LARGE),
            icon=ft.Icons.CALL_ROUNDED,
            icon_color=Colour.TERTIARY,
            url=ft.Url(f"tel:{EMERGENCY[1]}", target=ft.UrlTarget.SELF),
            style=ft.ButtonStyle(padding=theme.L, side=ft.BorderSide(1.5, Colour.OUTLINE)),
        ),
    ]
    danger = ft.Column(
        [
            heading(_("In danger now?")),
            line(_("112 or 911 may work where you are."), Style.BODY_SMALL, Colour.ON_SURFACE_VARIANT),
            *calls,
        ],
        spacing=theme.M,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )
    talk = ft.Column(
        [
            heading(_("Talk to someone")),
            line(
                _("{site} lists free help lines in your country. It needs the internet.").format(site=DIRECTORY_NAME),
                Style.BODY_SMALL,
            ),
            ft.OutlinedButton(
                text(_("Open the list"), Style.LABEL_LARGE),
                icon=ft.Icons.OPEN_IN_NEW_ROUNDED,
                icon_color=Colour.TERTIARY,
                url=DIRECTORY,
                style=ft.ButtonStyle(padding=theme.L, side=ft.BorderSide(1.5, Colour.OUTLINE)),
            ),
        ],
        spacing=theme.M,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )
    parts = [line(_("You do not have to do this alone."), Style.TITLE_MEDIUM), card(danger), card(talk)]
    page = glowing_page(detail_bar(state, _("Help now"), HELP, with_help=False), parts, Colour.TERTIARY_FIXED)
    return ft.View(controls=[page], padding=0, fullscreen_dialog=True)
