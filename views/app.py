"""The app as one component: routes, the tab shell, the theme. Imports `views` and Flet."""

from __future__ import annotations

import os
from dataclasses import dataclass

import flet as ft

from views import keeping, theme
from views.acting import Gate
from views.back_up import BackUp
from views.bring_in import BringIn
from views.check_in_sheet import CheckInSheet
from views.components.check_in_card import KeepTrying
from views.components.frame import BACK_UP, BRING_IN, ERASE, LOCK, SETTINGS
from views.erase import Erase
from views.guard import component, view_component
from views.help import HelpNow
from views.history import History
from views.lock import Locked, LockSettings
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
    page.on_app_lifecycle_state_change = state.on_event(noticed)
    if state.vault and state.page:
        keeping.begin(page, state)
    page.render_views(App, Unwatched(state), state.gate)


def _picker_locale() -> ft.Locale:
    """The region decides on which day a week begins in Flutter's own calendar; its words are English like the rest."""
    language, _, region = os.environ.get("TEND_LOCALE", "").partition("-")
    return ft.Locale("en", region if language == "en" and len(region) == 2 else "GB")


@component
def App(passed: Unwatched, gate: Gate) -> ft.Control:
    """Every screen, by its route; while the records are locked, what asks for the passphrase in place of most."""
    state = passed.state
    help_now = ft.Route(path="help", component=lambda: HelpNow(state), modal=True)
    erase = ft.Route(path=ERASE[1:], component=lambda: Erase(state), modal=True)
    if gate.is_locked:
        routes = [help_now, erase, ft.Route(path=":rest*", component=lambda: Locked(state))]
        return ft.Router(routes, manage_views=True, key="locked")
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
        ft.Route(path=SETTINGS[1:], component=lambda: Settings(state), modal=True),
        ft.Route(path=BACK_UP[1:], component=lambda: BackUp(state), modal=True),
        ft.Route(path=BRING_IN[1:], component=lambda: BringIn(state), modal=True),
        ft.Route(path=LOCK[1:], component=lambda: LockSettings(state), modal=True),
        help_now,
        erase,
    ]
    return ft.Router(routes, manage_views=True, not_found=lambda: Today(state), key="open")


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
        on_change=state.on_event(open_tab),
        height=theme.NAV_BAR,
    )
    content = [ft.Container(outlet, expand=True), KeepTrying(state)]
    return ft.View(route="/", controls=content, navigation_bar=bar, padding=0, spacing=0)
