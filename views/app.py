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
from views.state import StateContext, TendState, use_tend
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
            component=Shell,
            outlet=True,
            children=[
                ft.Route(index=True, component=Today),
                ft.Route(path="check-in", component=Today),
                ft.Route(path="check-in/:id", component=Today),
                ft.Route(path="history", component=History),
                ft.Route(path="history/:id", component=History),
            ],
        ),
        ft.Route(path="help", component=HelpNow, modal=True),
        ft.Route(path="settings", component=Settings, modal=True),
    ]
    return StateContext(state, lambda: ft.Router(routes, manage_views=True, not_found=Today))


@view_component
def Shell() -> ft.View:
    """The tab bar and, above it, the screen of the route; a check-in's details open over it as a sheet."""
    state = use_tend()
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
        content.append(CheckInSheet(sheet_id, TABS[tab], key=sheet_id))
    return ft.View(route="/", controls=content, navigation_bar=bar, padding=0, spacing=0)
