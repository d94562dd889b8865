"""Goals: what grows from what matters to the person, in sizes they can do. Imports `domain` and `views`."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import flet as ft

from domain.gathering import Gathered, Group, gathered, shortened
from domain.goals import Goal
from domain.pacing import fitting_size
from views import theme
from views.aims import Aims
from views.components.areas import area_icon, value_name
from views.components.basics import Colour, Style, card, heading, line, main_button, text, text_button
from views.components.frame import DONE, GOALS, MATTERS, STRENGTHS, glowing_page, open_over, root_bar
from views.components.goal_card import GoalCard
from views.components.goal_more import spoken_button
from views.components.goal_sizes import Look, Shown
from views.components.goal_waiting import LetGoCard, RestingCard
from views.components.rows import row
from views.components.trouble_box import TroubleBox
from views.components.undo import undo_bar
from views.guard import component
from views.outlook import Outlook
from views.state import TendState
from views.unwatched import Unwatched
from views.words import _

NEW = f"{GOALS}/new"
AT_ONCE = 20  # goals; drawing fifty takes a phone a second
BUTTON = 56  # high, the one that floats; its label grows with the text
LABEL = 20  # high, in that


@component
def Goals(passed: Unwatched, aims: Aims, outlook: Outlook) -> ft.Control:
    """The goals under their values, then those that rest and those that were let go; at low energy the tiny sizes."""
    state = passed.state
    shows_all, show_all = ft.use_state(False)
    shows_behind, show_behind = ft.use_state(False)
    today = outlook.today or state.now.date()
    found = gathered(aims.goals.all(), aims.values.all())
    size = state.preferences.text_size
    look = Look(today, fitting_size(outlook.energy), outlook.is_small, size, outlook.large_text)
    is_empty = not (found.groups or found.behind or found.resting)
    parts: list[ft.Control] = [TroubleBox(state)]
    if is_empty:
        parts += _empty(state, look)
    is_open = shows_behind or not found.groups
    wanted = (*found.groups, *found.behind) if is_open else found.groups
    groups = wanted if shows_all else shortened(wanted, AT_ONCE)
    for place, group in enumerate(groups):
        if place and place == len(found.groups):
            parts.append(_behind(state, is_open, show_behind))
        parts += _group(passed, aims, group, look, is_first=place == 0)
    if groups != wanted:
        parts.append(ft.Row([text_button(_("Show all goals"), state.on(show_all, True))]))
    if found.behind and not is_open and not look.is_small:
        parts.append(_behind(state, is_open, show_behind))
    parts += _small_end(state, outlook) if look.is_small else _end(passed, aims, found, today)
    bar = root_bar(state, heading(_("Goals"), Style.TITLE_LARGE, level=1))
    undo = undo_bar(state, aims, aims.goals)
    if outlook.large_text and not (look.is_small or is_empty):  # floating, it would lie over half of the words
        parts.append(main_button(_("New goal"), state.on(open_over, state, NEW)))
    if outlook.large_text or look.is_small or is_empty:  # the way to a new goal stands among the words
        return glowing_page(bar, parts, below=undo)
    if undo:  # the button stands above the bar, so that neither covers the other
        button = ft.Container(_new_button(state), alignment=ft.Alignment.CENTER_RIGHT, padding=theme.MARGIN)
        return glowing_page(bar, parts, below=ft.Column([button, undo], spacing=0))
    page = glowing_page(bar, [*parts, ft.Container(height=_under_button(size))])
    floating = ft.Container(_new_button(state), right=theme.MARGIN, bottom=theme.L)
    return ft.Stack([page, floating], expand=True, fit=ft.StackFit.EXPAND)


def _under_button(text_size: int) -> float:
    """The room below the last row, so that it can be scrolled from under the button that floats."""
    return theme.L + BUTTON + LABEL * (text_size - 100) / 100 + theme.L


def _empty(state: TendState, look: Look) -> list[ft.Control]:
    """One question and one way in; at low energy the way in stands with what is left there."""
    asked = line(_("What would make life feel more yours? One small thing is plenty."), Style.BODY_LARGE)
    return [asked] if look.is_small else [asked, main_button(_("New goal"), state.on(open_over, state, NEW))]


def _new_button(state: TendState) -> ft.Control:
    return ft.FloatingActionButton(
        content=text(_("New goal"), Style.LABEL_LARGE, Colour.ON_PRIMARY),
        icon=ft.Icons.ADD_ROUNDED,
        on_click=state.on(open_over, state, NEW),
        bgcolor=Colour.PRIMARY,
        foreground_color=Colour.ON_PRIMARY,
        elevation=2,
        shape=ft.RoundedRectangleBorder(radius=theme.INNER),
    )


# The active ones


def _group(passed: Unwatched, aims: Aims, group: Group, look: Look, is_first: bool) -> list[ft.Control]:
    """The value's head and its goals; the first goal of all is open."""
    name = value_name(group.value) if group.value else _("My goals")
    icon = area_icon(group.value.area) if group.value else ft.Icons.SPA_ROUNDED
    cards = [_card(passed, aims, goal, look, is_first and place == 0) for place, goal in enumerate(group.goals)]
    return [_head(name, icon, group.value.id if group.value else ""), *cards]


def _behind(state: TendState, is_open: bool, show: Callable[[bool], None]) -> ft.Control:
    """The way to the goals of the values that stand behind the first five, and back."""
    icon = ft.Icons.EXPAND_LESS_ROUNDED if is_open else ft.Icons.EXPAND_MORE_ROUNDED
    spoken = _("More values, open") if is_open else _("More values, folded")
    return ft.Row([spoken_button(_("More values"), spoken, state.on(show, not is_open), icon=icon)])


def _head(name: str, icon: ft.IconData, key: str) -> ft.Control:
    picture = ft.Icon(icon, color=Colour.PRIMARY, size=22)
    words = ft.Row([picture, ft.Container(heading(name), expand=True)], spacing=theme.M)
    return ft.Container(words, padding=ft.Padding.only(top=theme.S), key=f"head-{key}")


def _card(passed: Unwatched, aims: Aims, goal: Goal, look: Look, begins_open: bool) -> ft.Control:
    marked = aims.marked if aims.marked and aims.marked.goal_id == goal.id else None
    helper = aims.people.get(goal.helper_id) if goal.helper_id else None
    shown = Shown(goal, aims.tended.of(goal.id), helper, marked, begins_open)
    # Drawn anew when one of these changed, and not with each of fifty others.
    return ft.memo(GoalCard)(passed, shown, look, key=goal.id)


# What comes after them


def _end(passed: Unwatched, aims: Aims, found: Gathered, today: date) -> list[ft.Control]:
    parts: list[ft.Control] = []
    if found.resting:
        parts.append(_head(_("Resting for now"), ft.Icons.BEDTIME_ROUNDED, key="resting"))
        parts += [RestingCard(passed, goal, today, key=goal.id) for goal in found.resting]
    if found.let_go:
        parts.append(LetGoCard(passed, found.let_go, today))
    return [*parts, _links(passed.state)]


def _small_end(state: TendState, outlook: Outlook) -> list[ft.Control]:
    """What is left at low energy: one thing to add, one to read, and the way to the rest."""
    buttons = [
        text_button(_("New goal"), state.on(open_over, state, NEW), icon=ft.Icons.ADD_ROUNDED),
        text_button(_("Things I did"), state.on(open_over, state, DONE), icon=ft.Icons.EVENT_AVAILABLE_ROUNDED),
        text_button(_("Show everything"), state.on(outlook.show_everything), icon=ft.Icons.EXPAND_MORE_ROUNDED),
    ]
    return [ft.Column([ft.Row([button]) for button in buttons], spacing=theme.S)]


def _links(state: TendState) -> ft.Control:
    rows = [
        row(
            ft.Icons.FAVORITE_ROUNDED,
            _("My values"),
            _("What matters to me, in my order."),
            state.on(open_over, state, MATTERS),
        ),
        row(
            ft.Icons.LOCAL_FLORIST_ROUNDED,
            _("My strengths"),
            _("What I am good at, in my words."),
            state.on(open_over, state, STRENGTHS),
        ),
        row(
            ft.Icons.EVENT_AVAILABLE_ROUNDED,
            _("Things I did"),
            _("It fills by itself."),
            state.on(open_over, state, DONE),
        ),
    ]
    column = ft.Column(rows, spacing=theme.XS, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)
    return ft.Container(card(column, padding=theme.XS), padding=ft.Padding.only(top=theme.L))
