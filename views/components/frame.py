"""What stands on every screen: the top bar with Help now, the glow, the scrolling page. Imports Flet and `views`."""

from __future__ import annotations

from collections.abc import Callable

import flet as ft

from views import theme
from views.components.basics import Colour, Style, heading, icon_button, page_width
from views.components.glow import Glow
from views.components.layers import HeardFirst
from views.keeping import leave
from views.state import TendState
from views.words import _

HELP = "/help"
SETTINGS = "/settings"
TODAY, GOALS, MATTERS, STRENGTHS, DONE, ASK, SKILLS, WRITINGS, HOPES = (
    *("/today", "/goals", "/matters", "/strengths", "/done", "/ask", "/skills", "/writings", "/hopes"),
)
WELCOME, WELCOME_VALUES, WELCOME_PEOPLE = "/welcome", "/welcome/values", "/welcome/people"
INSTALL, STORED, VERSIONS = "/settings/home", "/settings/stored", "/settings/versions"
MY_WORDS = "/settings/words"
PLAN, PLAN_SHARE, SAFETY, PLAN_LINE = "/plan", "/plan/share", "/plan/safety", "/plan/line"
PACING, REMINDERS = "/settings/energy", "/settings/reminders"
PLAN_CARD = f"{PLAN_SHARE}/card"
PEOPLE, COUNTRY = "/people", "/settings/country"
LEARN = "/learn"
QUICK_EXIT, NAME_AND_ICON = "/settings/exit", "/settings/name"
BACK_UP, BRING_IN, LOCK, ERASE = "/settings/backup", "/settings/file", "/settings/lock", "/settings/erase"


def help_button(state: TendState, before: Callable[[], None] | None = None) -> ft.Control:
    """Help now, one tap from everywhere; `before` is done first, for a screen that has something to hold on to."""

    def open_help() -> None:
        if before:
            before()
        open_over(state, HELP)

    return ft.OutlinedButton(
        _("Help now"),
        icon=ft.Icons.SUPPORT_ROUNDED,
        on_click=state.on(open_help),
        style=ft.ButtonStyle(
            bgcolor=Colour.TERTIARY_CONTAINER,
            color=Colour.ON_TERTIARY_CONTAINER,
            icon_color=Colour.ON_TERTIARY_CONTAINER,
            icon_size=20,
            side=ft.BorderSide(1.5, Colour.TERTIARY),
            padding=ft.Padding.symmetric(horizontal=14, vertical=14),
        ),
    )


def exit_buttons(state: TendState) -> list[ft.Control]:
    """The quick exit, where it is wanted. In the browser the page goes by the address alone (web/page/discreet.js)."""
    if not state.preferences.quick_exit or not state.page:
        return []
    away = state.page.away
    return [
        ft.OutlinedButton(
            _("Leave"),
            icon=ft.Icons.EXIT_TO_APP_ROUNDED,
            key="leave",
            url=ft.Url(away, target=ft.UrlTarget.SELF) if away else None,
            on_click=state.on(leave, state),
            style=ft.ButtonStyle(
                color=Colour.ON_SURFACE,
                icon_color=Colour.ON_SURFACE,
                icon_size=20,
                side=ft.BorderSide(1.5, Colour.OUTLINE),
                padding=ft.Padding.symmetric(horizontal=14, vertical=14),
            ),
        )
    ]


def bar_row(
    state: TendState, before: list[ft.Control], lead: ft.Control, after: list[ft.Control], inset: int = theme.M
) -> ft.Control:
    """One row at the top of a screen, or two where the text is large or there are many buttons.

    In two, `lead` comes below, and `inset` from the left where the row begins there.
    """
    leaving = exit_buttons(state)
    if not (state.large_text or (leaving and after)):
        return ft.Row([*before, ft.Container(lead, expand=True), *leaving, *after], spacing=theme.S)
    buttons = ft.Row(
        [*leaving, *after], spacing=theme.S, run_spacing=theme.S, wrap=True, alignment=ft.MainAxisAlignment.END
    )
    first = ft.Row([*before, ft.Container(buttons, expand=True)], spacing=theme.S)
    left = inset if before or state.large_text else 0
    return ft.Column([first, ft.Container(lead, padding=ft.Padding.only(left=left))], spacing=0)


def settings_button(state: TendState) -> ft.Control:
    """The gear of the root screens."""
    return icon_button(ft.Icons.SETTINGS_ROUNDED, _("Settings"), state.on(open_over, state, SETTINGS))


def back_button(state: TendState, here: str) -> ft.Control:
    """Back from the screen `here` to the one it was opened over, or to Today."""
    return icon_button(
        ft.Icons.ARROW_BACK_ROUNDED,
        _("Back"),
        state.on(lambda: go(state.trail.came_from(here))),
        colour=Colour.ON_SURFACE,
    )


def open_over(state: TendState, route: str) -> None:
    """Open a screen over the present one, to which its back button then leads."""
    state.trail.opened_over(route, ft.context.page.route)
    go(route)


def open_sheet(state: TendState, route: str) -> None:
    """Open a check-in's sheet afresh."""
    state.draft = None
    go(route)


def go(route: str) -> None:
    """Open another screen."""
    ft.context.page.navigate(route)


def root_bar(state: TendState, lead: ft.Control, with_settings: bool = True) -> ft.Control:
    """The top of a root screen: `lead` on the left, gear and Help now on the right."""
    gear = [settings_button(state)] if with_settings else []
    return _bar(state, [], lead, [*gear, help_button(state)])


def detail_bar(state: TendState, title: str, here: str, with_help: bool = True) -> ft.Control:
    """The top of a screen one goes back from."""
    name = heading(title, Style.TITLE_LARGE, level=1)
    return _bar(state, [back_button(state, here)], name, [help_button(state)] if with_help else [])


def own_bar(state: TendState, before: list[ft.Control], lead: ft.Control) -> ft.Control:
    """The top of a screen with a way back and words of its own."""
    return _bar(state, before, lead, [help_button(state)])


def bare_bar(state: TendState) -> ft.Control:
    """The top of a screen that leads nowhere but to help."""
    return _bar(state, [], ft.Container(), [help_button(state)])


def _bar(state: TendState, before: list[ft.Control], lead: ft.Control, after: list[ft.Control]) -> ft.Control:
    inner = ft.Container(
        content=bar_row(state, before, lead, after),
        width=theme.PAGE_WIDTH,
        padding=ft.Padding.only(
            left=theme.S if before or state.large_text else theme.MARGIN, right=theme.L, top=theme.S, bottom=theme.S
        ),
    )
    return ft.Container(content=inner, alignment=ft.Alignment.TOP_CENTER)


def glowing_page(
    bar: ft.Control,
    parts: list[ft.Control],
    glow: str = "",
    below: ft.Control | None = None,
    heard_first: ft.Control | None = None,
    on_size: Callable[..., None] | None = None,
) -> ft.Control:
    """A screen: the bar stays, the parts scroll beneath it, `below` stays under them, and the glow (one of
    `theme.GLOWS`) fades behind.

    `heard_first` stays under them, too, and screen readers come to it before them. `on_size` is told how much room
    there is, at first and at every change.
    """
    content = ft.Column(parts, spacing=theme.M, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)
    body = ft.ListView(
        [page_width(content), ft.Container(height=theme.XL)], expand=True, padding=0, build_controls_on_demand=False
    )
    column = ft.Column(
        [bar, HeardFirst(heard_first, body) if heard_first else body, *([below] if below else [])],
        expand=True,
        spacing=0,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )
    behind: list[ft.Control] = [Glow(theme.daylight, glow)] if glow else []
    return ft.Stack([*behind, column], expand=True, fit=ft.StackFit.EXPAND, on_size_change=on_size or laid_out)


def laid_out() -> None:
    """Nothing to do here: in the browser, `web/page/bridge.js` takes this news as the sign that the screen stands."""
