"""The app as one component: routes, the tab shell, the theme. Imports `views` and Flet."""

from __future__ import annotations

import flet as ft

from views import keeping, theme, weeks
from views.acting import Gate
from views.back_up import BackUp
from views.bring_in import BringIn
from views.check_in_sheet import CheckInSheet
from views.components.check_in_card import KeepTrying, TurnOfDay
from views.components.frame import (
    BACK_UP,
    BRING_IN,
    COUNTRY,
    ERASE,
    GOALS,
    INSTALL,
    LOCK,
    MY_WORDS,
    NAME_AND_ICON,
    PLAN,
    QUICK_EXIT,
    REMINDERS,
    SETTINGS,
    SKILLS,
    STORED,
    VERSIONS,
    WELCOME,
    WELCOME_PEOPLE,
    WELCOME_VALUES,
)
from views.country import CountryChoice
from views.discreet import NameAndIcon, QuickExit
from views.erase import Erase
from views.first_run import FirstStep, PeopleStep, ValuesStep
from views.goals import Goals
from views.guard import component, view_component
from views.help import HelpNow
from views.history import History
from views.install import InstallHelp
from views.learn import NO_ARTICLES, Articles, learn_routes
from views.lock import Locked, LockSettings
from views.my_words import MyWords
from views.plan import Plan
from views.reminder_edit import ReminderEdit
from views.reminders import Reminders
from views.routes import goal_routes, plan_routes, skill_routes
from views.settings import Settings
from views.skills import Skills
from views.state import TendState
from views.stored import Stored
from views.today import Today
from views.unwatched import Unwatched
from views.versions import Versions
from views.wording import name_of
from views.words import _

HISTORY = "/history"
TABS = ("/", GOALS, SKILLS, PLAN, HISTORY)


def start(page: ft.Page, state: TendState, articles: Articles = NO_ARTICLES) -> None:
    """Draw the app, and keep it true when the person comes back to it."""

    def noticed(event: ft.AppLifecycleStateChangeEvent) -> None:
        if event.state is ft.AppLifecycleState.RESUME:
            state.come_back()

    page.title = name_of(state.preferences)
    theme.wear(page, state.preferences)
    weeks.wear(page, state.preferences)
    page.update()
    page.on_platform_brightness_change = state.on_event(lambda _: theme.look(page, state.preferences))
    page.on_app_lifecycle_state_change = state.on_event(noticed)
    if state.vault and state.page:
        keeping.begin(page, state)
    page.render_views(App, Unwatched(state), state.gate, articles)


@component
def App(passed: Unwatched, gate: Gate, articles: Articles) -> ft.Control:
    """Every screen, by its route; while the records are locked, what asks for the passphrase in place of most."""
    page, state = ft.context.page, passed.state
    stands, stand = ft.use_state(False)

    async def begin() -> None:
        page.update()
        stand(True)

    # Flutter builds all of the page anew when the router gives it its handlers: soon done while there is nothing.
    ft.use_effect(begin, [])
    if not stands:
        routes = [ft.Route(path=":rest*", component=Nothing)]
    elif gate.is_locked:
        routes = [*_always(state), ft.Route(path=":rest*", component=lambda: Locked(state))]
    else:
        routes = [*_routes(passed, articles), *_always(state)]
    return ft.Router(routes, manage_views=True, not_found=lambda: Today(passed, state.outlook))


def _always(state: TendState) -> list[ft.Route]:
    """The screens for which the records need not be open."""
    return [
        ft.Route(path="help", component=lambda: HelpNow(state), modal=True),
        ft.Route(path=COUNTRY[1:], component=lambda: CountryChoice(state), modal=True),
        ft.Route(path=ERASE[1:], component=lambda: Erase(state), modal=True),
    ]


def _routes(passed: Unwatched, articles: Articles) -> list[ft.Route]:
    """All others."""
    state, aims = passed.state, passed.state.aims
    return [
        ft.Route(
            component=lambda: Shell(passed),
            outlet=True,
            children=[
                ft.Route(index=True, component=lambda: Today(passed, state.outlook)),
                ft.Route(path="check-in", component=lambda: Today(passed, state.outlook)),
                ft.Route(path=GOALS[1:], component=lambda: Goals(passed, aims, state.outlook)),
                ft.Route(path=SKILLS[1:], component=lambda: Skills(passed, state.practice, state.outlook)),
                ft.Route(
                    path=PLAN[1:],
                    component=lambda: Plan(passed, state.plan, aims, state.practice, state.outlook),
                ),
                ft.Route(path=HISTORY[1:], component=lambda: History(state)),
            ],
        ),
        ft.Route(path="check-in/:id", component=lambda: CheckInSheet(state, "/"), modal=True),
        ft.Route(path="history/:id", component=lambda: CheckInSheet(state, HISTORY), modal=True),
        ft.Route(path=SETTINGS[1:], component=lambda: Settings(state), modal=True),
        ft.Route(path=BACK_UP[1:], component=lambda: BackUp(state), modal=True),
        ft.Route(path=BRING_IN[1:], component=lambda: BringIn(state), modal=True),
        ft.Route(path=LOCK[1:], component=lambda: LockSettings(state), modal=True),
        ft.Route(path=QUICK_EXIT[1:], component=lambda: QuickExit(state), modal=True),
        ft.Route(path=NAME_AND_ICON[1:], component=lambda: NameAndIcon(state), modal=True),
        ft.Route(path=INSTALL[1:], component=lambda: InstallHelp(state), modal=True),
        ft.Route(path=MY_WORDS[1:], component=lambda: MyWords(state, aims), modal=True),
        ft.Route(path=STORED[1:], component=lambda: Stored(state), modal=True),
        ft.Route(path=VERSIONS[1:], component=lambda: Versions(state), modal=True),
        ft.Route(path=WELCOME[1:], component=lambda: FirstStep(state), modal=True),
        ft.Route(path=WELCOME_VALUES[1:], component=lambda: ValuesStep(state, aims), modal=True),
        ft.Route(path=WELCOME_PEOPLE[1:], component=lambda: PeopleStep(state, aims), modal=True),
        *goal_routes(state),
        *skill_routes(state),
        *plan_routes(state),
        *learn_routes(state, articles),
        ft.Route(path=REMINDERS[1:], component=lambda: Reminders(state, state.reminding), modal=True),
        ft.Route(path=f"{REMINDERS[1:]}/:id", component=lambda: ReminderEdit(state, state.reminding), modal=True),
    ]


@view_component
def Nothing() -> ft.View:
    """An empty screen."""
    return ft.View()


@view_component
def Shell(passed: Unwatched) -> ft.View:
    """The tab bar and, above it, the screen of the route."""
    state = passed.state
    outlet = ft.use_route_outlet()
    here = ft.use_route_location()
    tab = next((place for place, address in enumerate(TABS) if place and here.startswith(address)), 0)

    def open_tab(event: ft.ControlEvent) -> None:
        state.leave()
        ft.context.page.navigate(TABS[int(event.data)])

    bar = ft.NavigationBar(
        destinations=[
            ft.NavigationBarDestination(icon=ft.Icons.WB_SUNNY_ROUNDED, label=_("Today")),
            ft.NavigationBarDestination(icon=ft.Icons.SPA_ROUNDED, label=_("Goals")),
            ft.NavigationBarDestination(icon=ft.Icons.SELF_IMPROVEMENT_ROUNDED, label=_("Skills")),
            ft.NavigationBarDestination(icon=ft.Icons.MAP_ROUNDED, label=_("Plan")),
            ft.NavigationBarDestination(icon=ft.Icons.CALENDAR_MONTH_ROUNDED, label=_("History")),
        ],
        selected_index=tab,
        on_change=state.on_event(open_tab),
        height=theme.NAV_BAR,
    )
    content = [ft.Container(outlet, expand=True), KeepTrying(state), TurnOfDay(state, state.outlook)]
    return ft.View(route="/", controls=content, navigation_bar=bar, padding=0, spacing=0)
