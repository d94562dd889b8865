"""Putting Tend on the home screen, by what the browser allows. Imports `domain` and `views`."""

from __future__ import annotations

from collections.abc import Callable

import flet as ft

from domain.installing import Install
from views import theme
from views.components.basics import Colour, Style, card, heading, line, main_button, text
from views.components.frame import INSTALL, detail_bar, glowing_page
from views.components.problem import problem
from views.components.rows import badge, done
from views.guard import view_component
from views.state import TendState
from views.words import _

Know = Callable[[Install], None]


def use_way(state: TendState) -> tuple[Install | None, Know]:
    """How Tend comes onto the home screen here, once the page has said so; and the way to know better."""
    way, know = ft.use_state(None)

    async def ask() -> None:
        know(await state.page.way_to_install() if state.page else Install.THERE)

    ft.use_effect(ask, dependencies=[])
    return way, know


@view_component
def InstallHelp(state: TendState) -> ft.View:
    """The steps for this browser, or its own prompt on a tap."""
    way, know = use_way(state)
    is_refused, refuse = ft.use_state(False)

    async def install() -> None:
        agreed = await state.page.install()
        refuse(not agreed)
        know(await state.page.way_to_install())

    parts: list[ft.Control] = [*problem(state)]
    if way is Install.SHARE:
        parts.append(apple_card())
    elif way is not None:
        parts.append(_card(_other(state, way, install)))
    if is_refused and way is not Install.THERE:
        parts.append(line(_("Not now, then. Tend works here too."), colour=Colour.ON_SURFACE_VARIANT))
    page = glowing_page(detail_bar(state, _("Home screen"), INSTALL), parts)
    return ft.View(controls=[page], padding=0, fullscreen_dialog=True)


def apple_card() -> ft.Control:
    """For Apple's phones and tablets: why first, and the three taps."""
    steps = [
        (ft.Icons.IOS_SHARE_ROUNDED, _("Tap Share in your browser.")),
        (ft.Icons.ADD_BOX_ROUNDED, _("Pick Add to Home Screen.")),
        (ft.Icons.SPA_ROUNDED, _("Open Tend from there, and begin.")),
    ]
    return _card(
        [
            heading(_("First, put Tend on your home screen")),
            line(_("This browser may clear your words after a week away.")),
            line(_("What you write in this browser does not move to the app.")),
            *(_step(icon, words) for icon, words in steps),
            line(_("Would you rather stay here? That works too."), Style.BODY_SMALL, Colour.ON_SURFACE_VARIANT),
        ]
    )


def _other(state: TendState, way: Install, install: Callable[[], object]) -> list[ft.Control]:
    if way is Install.THERE:
        return [done(_("Tend has its own place on this device."))]
    told: list[ft.Control] = [
        heading(_("Keep Tend on the home screen")),
        line(_("It then opens like an app, with no internet too. Your words stay as they are.")),
    ]
    if way is Install.PROMPT:
        return [*told, main_button(_("Put Tend there"), state.on(install))]
    return [
        *told,
        _step(ft.Icons.MORE_VERT_ROUNDED, _("Open the menu of your browser.")),
        _step(ft.Icons.ADD_BOX_ROUNDED, _("Pick Install, or Add to home screen.")),
        line(_("Not every browser has it. Tend works here too."), Style.BODY_SMALL, Colour.ON_SURFACE_VARIANT),
    ]


def _step(icon: ft.IconData, words: str) -> ft.Control:
    picture = badge(icon, Colour.PRIMARY_CONTAINER, Colour.ON_PRIMARY_CONTAINER)
    return ft.Semantics(
        container=True, content=ft.Row([picture, text(words, Style.BODY_LARGE, expand=True)], spacing=theme.M)
    )


def _card(parts: list[ft.Control]) -> ft.Control:
    return card(ft.Column(parts, spacing=theme.M, horizontal_alignment=ft.CrossAxisAlignment.STRETCH))
