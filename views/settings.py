"""Settings: make Tend fit me. Imports `domain` and `views`."""

from __future__ import annotations

import flet as ft

from views import theme
from views.components.basics import card, heading
from views.components.frame import (
    COUNTRY,
    INSTALL,
    LEARN,
    MATTERS,
    MY_WORDS,
    NAME_AND_ICON,
    PACING,
    PEOPLE,
    QUICK_EXIT,
    REMINDERS,
    SETTINGS,
    STORED,
    STRENGTHS,
    VERSIONS,
    detail_bar,
    glowing_page,
    open_over,
)
from views.components.notices import notices
from views.components.problem import problem
from views.components.rows import fact, row
from views.country import country_words
from views.discreet import exit_words, name_words
from views.guard import view_component
from views.looks import days, looks
from views.my_data import my_data
from views.my_name import name_line
from views.my_words import words_words
from views.reminders import settings_words as reminder_words
from views.retelling import retold_bar
from views.state import TendState
from views.versions import version_words
from views.words import _

Row = tuple[ft.IconData, str, str, str]  # its picture, its name, a line that says more, where it leads
NOWHERE = ""  # there is nothing to choose


@view_component
def Settings(state: TendState) -> ft.View:
    """How Tend looks, seen at once and kept; what the person told about themselves; and everything that is stored."""
    anew, begin_anew = ft.use_state(0)  # how often the name's field began anew
    parts = [
        *notices(state),
        *problem(state),
        looks(state),
        _rows(state, _ways(state)),
        days(state),
        *_group(state, _("About me"), _mine(state), name_line(state, anew)),
        *my_data(state),
        *_group(state, _("From other eyes"), _hidden(state)),
        *_group(state, _("About Tend"), _about()),
    ]
    bar = retold_bar(state, lambda: begin_anew(lambda count: count + 1))
    page = glowing_page(detail_bar(state, _("Settings"), SETTINGS), parts, below=bar)
    return ft.View(controls=[page], padding=0, fullscreen_dialog=True)


def _ways(state: TendState) -> list[Row]:
    """How Tend reaches the person, and help does."""
    return [
        (ft.Icons.NOTIFICATIONS_ROUNDED, _("Reminders"), reminder_words(state), REMINDERS),
        (ft.Icons.TRANSLATE_ROUNDED, _("Language"), _("English (British). No other one yet."), NOWHERE),
        (ft.Icons.PLACE_ROUNDED, _("Country for help lines"), country_words(state), COUNTRY),
    ]


def _mine(state: TendState) -> list[Row]:
    """The screens of what the person told Tend about themselves."""
    return [
        (ft.Icons.FAVORITE_ROUNDED, _("My values"), _("What matters to me, in my order."), MATTERS),
        (ft.Icons.LOCAL_FLORIST_ROUNDED, _("My strengths"), _("What I am good at, in my words."), STRENGTHS),
        (ft.Icons.PEOPLE_ROUNDED, _("My people"), _("Who I can ask, and how."), PEOPLE),
        (ft.Icons.EDIT_NOTE_ROUNDED, _("My words"), words_words(state), MY_WORDS),
        (ft.Icons.BATTERY_4_BAR_ROUNDED, _("Energy and pacing"), _pacing_words(state), PACING),
    ]


def _hidden(state: TendState) -> list[Row]:
    return [
        (ft.Icons.EXIT_TO_APP_ROUNDED, _("Quick exit"), exit_words(state), QUICK_EXIT),
        (ft.Icons.LABEL_ROUNDED, _("Name and icon"), name_words(state), NAME_AND_ICON),
    ]


def _about() -> list[Row]:
    home = _("Keep Tend on the home screen")
    return [
        (ft.Icons.MENU_BOOK_ROUNDED, _("Learn"), _("Short pages on recovery, energy, plans and people."), LEARN),
        (ft.Icons.ADD_TO_HOME_SCREEN_ROUNDED, home, _("How, on this device."), INSTALL),
        (ft.Icons.INVENTORY_2_ROUNDED, _("What is stored"), _("All of it, and where it lies."), STORED),
        (ft.Icons.INFO_ROUNDED, _("Versions and licences"), version_words(), VERSIONS),
    ]


def _pacing_words(state: TendState) -> str:
    return _("A budget for the day. On.") if state.aims.pacing.is_on else _("A budget for the day. Off.")


def _group(state: TendState, title: str, rows: list[Row], first: ft.Control | None = None) -> list[ft.Control]:
    """A heading, and below it a card of rows, which `first` may lead."""
    return [ft.Container(heading(title), padding=ft.Padding.only(top=theme.S)), _rows(state, rows, first)]


def _rows(state: TendState, rows: list[Row], first: ft.Control | None = None) -> ft.Control:
    shown: list[ft.Control] = [
        row(icon, name, more, state.on(open_over, state, route)) if route else fact(icon, name, more)
        for icon, name, more, route in rows
    ]
    if first:
        shown.insert(0, ft.Container(first, padding=theme.L))
    parts = [part for each in shown for part in (ft.Divider(height=1), each)][1:]
    return card(ft.Column(parts, spacing=0, horizontal_alignment=ft.CrossAxisAlignment.STRETCH), padding=0)
