"""The app as one component: routes, the tab shell, the theme. Imports `views` and Flet."""

from __future__ import annotations

import os
from dataclasses import dataclass

import flet as ft

from views import theme
from views.check_in_sheet import CheckInSheet
from views.components.check_in_card import KeepTrying
from views.guard import component, view_component
from views.help import HelpNow
from views.history import History
from views.settings import Settings
from views.state import TendState
from views.today import Today
from views.words import _

TABS = ("/", "/history")


@dataclass(frozen=True)
class Unwatched:
    """Passes the state on: a component given the state itself is drawn again at its every change."""

    state: TendState


def start(page: ft.Page, state: TendState) -> None:
    """Draw the app, and keep it true when the person comes back to it."""

    def noticed(event: ft.AppLifecycleStateChangeEvent) -> None:
        if event.state is ft.AppLifecycleState.RESUME:
            state.come_back()

    theme.wear(page, state.preferences)
    page.locale_configuration = ft.LocaleConfiguration([_picker_locale()], _picker_locale())
    page.on_app_lifecycle_state_change = lambda event: state.on(noticed, event)()
    page.render_views(App, Unwatched(state))


def _picker_locale() -> ft.Locale:
    """The region decides on which day a week begins in Flutter's own calendar; its words are English like the rest."""
    language, _, region = os.environ.get("TEND_LOCALE", "").partition("-")
    return ft.Locale("en", region if language == "en" and len(region) == 2 else "GB")


@component
def App(passed: Unwatched) -> ft.Control:
    """Every screen, by its route."""
    state = passed.state
    routes = [
        ft.Route(
            component=lambda: Shell(passed),
            outlet=True,
            children=[
                ft.Route(index=True, component=lambda: Today(state)),
                ft.Route(path="check-in", component=lambda: Today(state)),
                ft.Route(path="history", component=lambda: History(state)),
            ],
        ),
        ft.Route(path="check-in/:id", component=lambda: CheckInSheet(state, TABS[0]), modal=True),
        ft.Route(path="history/:id", component=lambda: CheckInSheet(state, TABS[1]), modal=True),
        ft.Route(path="help", component=lambda: HelpNow(state), modal=True),
        ft.Route(path="settings", component=lambda: Settings(state), modal=True),
    ]
    return ft.Router(routes, manage_views=True, not_found=lambda: Today(state))


@view_component
def Shell(passed: Unwatched) -> ft.View:
    """The tab bar and, above it, the screen of the route."""
    state = passed.state
    outlet = ft.use_route_outlet()
    tab = 1 if ft.use_route_location().startswith(TABS[1]) else 0

    def open_tab(event: ft.ControlEvent) -> None:
        state.leave()
        ft.context.page.navigate(TABS[int(event.data)])

    bar = ft.NavigationBar(
        destinations=[
            ft.NavigationBarDestination(icon=ft.Icons.WB_SUNNY_ROUNDED, label=_("Today")),
            ft.NavigationBarDestination(icon=ft.Icons.CALENDAR_MONTH_ROUNDED, label=_("History")),
        ],
        selected_index=tab,
        on_change=lambda event: state.on(open_tab, event)(),
        height=theme.NAV_BAR,
    )
    content = [ft.Container(outlet, expand=True), KeepTrying(state)]
    return ft.View(route="/", controls=content, navigation_bar=bar, padding=0, spacing=0)
