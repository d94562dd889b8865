"""Today: how am I, what matters, one small way forward. Imports `domain` and `views`."""

from __future__ import annotations

import flet as ft

from domain import check_ins as rules
from domain.noticing import line_for_today
from views import formats, theme
from views.aims import Aims
from views.components.basics import Colour, Style, heading, line, text, text_button
from views.components.check_in_card import CheckInCard
from views.components.frame import glowing_page, root_bar
from views.components.notices import notices
from views.components.problem import problem
from views.components.reminder_lines import ReminderLines
from views.components.skill_suggestion import SuggestionCard
from views.components.steps_card import StepsCard
from views.guard import component
from views.outlook import Outlook
from views.small_today import SmallToday
from views.state import TendState
from views.unwatched import Unwatched
from views.wording import greeting, win_words
from views.words import _


@component
def Today(passed: Unwatched, outlook: Outlook) -> ft.Control:
    """The whole page, or the small one when energy is low; its parts are drawn anew each by itself."""
    state = passed.state
    day = outlook.today or state.now.date()
    date = text(formats.full_date(day, day), Style.BODY_MEDIUM, Colour.ON_SURFACE_VARIANT)
    # Large text needs the width of the bar for its buttons; the date is on the phone's own screen too.
    lead = ft.Container() if outlook.large_text else date
    if outlook.is_small:
        small: list[ft.Control] = [SmallToday(passed, state.aims, outlook)]
        return glowing_page(root_bar(state, lead, with_settings=False), small, theme.HONEY)
    parts: list[ft.Control] = [
        Top(state, state.aims),
        ReminderLines(state, state.reminding, state.aims, state.practice, state.plan),
        *_less(state, outlook),
        CheckInCard(state),
        StepsCard(passed, state.aims, outlook),
        SuggestionCard(passed, state.practice, outlook),
    ]
    return glowing_page(root_bar(state, lead), parts, theme.GREEN)


def _less(state: TendState, outlook: Outlook) -> list[ft.Control]:
    """The way back to the small page, for who came from it."""
    if not (outlook.can_be_small and outlook.shows_everything):
        return []
    return [ft.Row([text_button(_("Show less"), state.on(outlook.show_less))])]


@component
def Top(state: TendState, aims: Aims) -> ft.Control:
    """The greeting, one true line at most, and what has to be known first."""
    # The line the screen opened with stays: one that came at a tick would push down what the next tap is aimed at.
    opened = ft.use_ref(None)
    if opened.current is None or opened.current[0] != state.now.date():
        opened.current = state.now.date(), _noticed(state, aims)
    parts: list[ft.Control] = [
        heading(greeting(state.now.hour, state.preferences.name), Style.HEADLINE_MEDIUM, level=1)
    ]
    words = opened.current[1]
    if words:
        flower = ft.Icon(ft.Icons.LOCAL_FLORIST_ROUNDED, size=22, color=Colour.SECONDARY_FIXED_DIM)
        parts.append(ft.Row([flower, ft.Container(line(words), expand=True)], spacing=theme.S))
    parts += [*notices(state), *problem(state, beside_save=True)]
    return ft.Column(parts, spacing=theme.M, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)


def _noticed(state: TendState, aims: Aims) -> str | None:
    now = state.now
    if rules.came_back(state.check_ins, now):
        return _("You came back after a quiet week.")
    if rules.days_away(state.check_ins, now) >= rules.DAYS_AWAY:
        return _("Good to see you. No catching up needed.")
    noticed = line_for_today(aims.marks.all(), aims.tended, now.date())
    return win_words(noticed.kind) if noticed else None
