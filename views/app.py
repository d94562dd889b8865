"""The app as one component: routes, the tab shell, the theme. Imports `views` and Flet."""

from __future__ import annotations

import flet as ft

from domain.models import Appearance
from views import theme
from views.check_in_sheet import CheckInSheet
from views.guard import component, view_component
from views.help import HelpNow
from views.history import History
from views.settings import Settings
from views.state import TendState
from views.today import Today
from views.words import _

TABS = ("/", "/history")
THEME_MODES = {
    Appearance.LIGHT: ft.ThemeMode.LIGHT,
    Appearance.DARK: ft.ThemeMode.DARK,
    Appearance.PHONE: ft.ThemeMode.SYSTEM,
}


def dress(page: ft.Page, state: TendState) -> None:
    """Give the page the look the person chose."""
    size = state.preferences.text_size
    page.theme = theme.theme(dark=False, text_size=size)
    page.dark_theme = theme.theme(dark=True, text_size=size)
    page.theme_mode = THEME_MODES[state.preferences.appearance]


@component
def App(state: TendState) -> ft.Control:
    """Every screen, by its route."""
    preferences = state.preferences
    page = ft.context.page

    def wear() -> None:
        dress(page, state)
        page.update()

    ft.use_effect(wear, dependencies=[preferences], cleanup=lambda: None)
    routes = [
        ft.Route(
            component=lambda: Shell(state),
            outlet=True,
            children=[
                ft.Route(index=True, component=lambda: Today(state)),
                ft.Route(path="check-in", component=lambda: Today(state)),
                ft.Route(path="check-in/:id", component=lambda: Today(state)),
                ft.Route(path="history", component=lambda: History(state)),
                ft.Route(path="history/:id", component=lambda: History(state)),
            ],
        ),
        ft.Route(path="help", component=lambda: HelpNow(state), modal=True),
        ft.Route(path="settings", component=lambda: Settings(state), modal=True),
    ]
    return ft.Router(routes, manage_views=True, not_found=lambda: Today(state))


@view_component
def Shell(state: TendState) -> ft.View:
    """The tab bar and, above it, the screen of the route; a check-in's details open over it as a sheet."""
    path = ft.use_route_location()
    outlet = ft.use_route_outlet()
    parts = path.strip("/").split("/")
    tab = 1 if parts[0] == "history" else 0
    sheet_id = parts[1] if len(parts) == 2 else None

    def open_tab(event: ft.ControlEvent) -> None:
        state.leave()
        ft.context.page.navigate(TABS[int(event.data)])

    bar = ft.NavigationBar(
        destinations=[
            ft.NavigationBarDestination(icon=ft.Icons.WB_SUNNY_ROUNDED, label=_("Today")),
            ft.NavigationBarDestination(icon=ft.Icons.CALENDAR_MONTH_ROUNDED, label=_("History")),
        ],
        selected_index=tab,
        on_change=open_tab,
        height=theme.NAV_BAR,
    )
    content: list[ft.Control] = [ft.Container(outlet, expand=True)]
    if sheet_id:
        content.append(CheckInSheet(state, sheet_id, TABS[tab], key=sheet_id))
    return ft.View(route="/", controls=content, navigation_bar=bar, padding=0, spacing=0)
