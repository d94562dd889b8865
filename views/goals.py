"""Goals: what grows from what matters to the person, in sizes they can do. Imports `domain` and `views`."""

from __future__ import annotations

from datetime import date

import flet as ft

from domain.gathering import Gathered, Group, gathered, is_asking, shortened
from domain.goals import Goal
from domain.pacing import fitting_size
from views import formats, theme
from views.aims import Aims
from views.components.areas import area_icon, value_name
from views.components.basics import Colour, Style, card, heading, icon_button, line, text, text_button
from views.components.check_in_card import save_trouble
from views.components.frame import DONE, GOALS, MATTERS, STRENGTHS, glowing_page, open_over, root_bar
from views.components.goal_card import GoalCard, Look, Shown
from views.components.goal_more import MORE, more, spoken_button
from views.components.notices import notices
from views.components.problem import problem
from views.components.rows import row
from views.components.undo import undo_bar
from views.guard import component
from views.outlook import Outlook
from views.state import TendState
from views.unwatched import Unwatched
from views.words import _

NEW = f"{GOALS}/new"
AT_ONCE = 20  # goals; drawing fifty takes a phone a second
UNDER_BUTTON = 72  # so that the last row can be scrolled from under the button that floats


@component
def Goals(passed: Unwatched, aims: Aims, outlook: Outlook) -> ft.Control:
    """The goals under their values, then those that rest and those that were let go; at low energy the tiny sizes."""
    state = passed.state
    shows_all, show_all = ft.use_state(False)
    today = outlook.today or state.now.date()
    found = gathered(aims.goals.all(), aims.values.all())
    size = state.preferences.text_size
    look = Look(today, fitting_size(outlook.energy), outlook.is_small, size, outlook.large_text)
    parts: list[ft.Control] = [Trouble(state)]
    if not found.groups and not found.resting:
        parts.append(line(_("What would make life feel more yours? One small thing is plenty."), Style.BODY_LARGE))
    groups = found.groups if shows_all else shortened(found.groups, AT_ONCE)
    for place, group in enumerate(groups):
        parts += _group(passed, aims, group, look, is_first=place == 0)
    if groups != found.groups:
        parts.append(ft.Row([text_button(_("Show all goals"), state.on(show_all, True))]))
    parts += _small_end(state, outlook) if look.is_small else _end(passed, aims, found, today)
    bar = root_bar(state, heading(_("Goals"), Style.TITLE_LARGE, level=1))
    undo = undo_bar(state, aims, aims.goals)
    if look.is_small:
        return glowing_page(bar, parts, below=undo)
    if undo:  # the button stands above the bar, so that neither covers the other
        button = ft.Container(_new_button(state), alignment=ft.Alignment.CENTER_RIGHT, padding=theme.MARGIN)
        return glowing_page(bar, parts, below=ft.Column([button, undo], spacing=0))
    page = glowing_page(bar, [*parts, ft.Container(height=UNDER_BUTTON)])
    floating = ft.Container(_new_button(state), right=theme.MARGIN, bottom=theme.L)
    return ft.Stack([page, floating], expand=True, fit=ft.StackFit.EXPAND)


@component
def Trouble(state: TendState) -> ft.Control:
    """What has to be known first: about the records, about the last action, about what is not saved yet."""
    unsaved = [save_trouble(state)] if state.is_refused else []
    parts = [*notices(state), *problem(state, beside_save=True), *unsaved]
    return ft.Column(parts, spacing=theme.M, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)


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
            _("What matters to me"),
            _("My values, in my order."),
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


@component
def RestingCard(passed: Unwatched, goal: Goal, today: date) -> ft.Control:
    """A goal that waits; on the day the person named, it asks once."""
    state, aims = passed.state, passed.state.aims
    panel, show = ft.use_state("")
    spoken = _("Start again: {goal}").format(goal=goal.words)
    buttons = [spoken_button(_("Start again"), spoken, state.on(aims.bring_back, goal))]
    if is_asking(goal, today):
        said = _("Rested until {day}. Start again?").format(day=formats.full_date(goal.pause.ask_again, today))
        spoken = _("Rest on: {goal}").format(goal=goal.words)
        buttons.append(spoken_button(_("Rest on"), spoken, state.on(aims.pause, goal)))
    elif goal.pause.ask_again:
        asks = formats.full_date(goal.pause.ask_again, today)
        said = _("It will wait for you. Tend asks on {day}.").format(day=asks)
    else:
        said = _("It will wait for you.")
    name = _("More for {goal}").format(goal=goal.words)
    open_more = icon_button(ft.Icons.MORE_VERT_ROUNDED, name, state.on(show, "" if panel else MORE))
    lines = [text(goal.words, Style.TITLE_MEDIUM), text(said, Style.BODY_SMALL, Colour.ON_SURFACE_VARIANT)]
    words = ft.Container(
        ft.Column(lines, spacing=theme.XS), padding=ft.Padding.only(left=theme.M, top=theme.S), expand=True
    )
    head = ft.Row([words, open_more], spacing=0, vertical_alignment=ft.CrossAxisAlignment.START)
    act = ft.Container(ft.Row(buttons, wrap=True, spacing=theme.S), padding=ft.Padding.only(left=theme.XS))
    parts = [head, *more(state, goal, panel, show), act]
    return card(ft.Column(parts, spacing=0), padding=theme.XS, bgcolor=Colour.SURFACE_CONTAINER)


@component
def LetGoCard(passed: Unwatched, goals: tuple[Goal, ...], today: date) -> ft.Control:
    """Folded: those that were let go, each with the line to remember it by."""
    state, aims = passed.state, passed.state.aims
    is_open, open_ = ft.use_state(False)
    icon = ft.Icons.EXPAND_LESS_ROUNDED if is_open else ft.Icons.EXPAND_MORE_ROUNDED
    spoken = _("Goals I let go, open") if is_open else _("Goals I let go, folded")
    head = spoken_button(_("Goals I let go"), spoken, state.on(open_, not is_open), icon=icon)
    parts: list[ft.Control] = [ft.Row([head])]
    for goal in goals if is_open else ():
        lines = [text(goal.words, Style.TITLE_SMALL)]
        lines += [text(goal.farewell.line)] if goal.farewell.line else []
        day = _("Let go on {day}").format(day=formats.full_date(goal.farewell.day, today))
        lines.append(text(day, Style.BODY_SMALL, Colour.ON_SURFACE_VARIANT))
        buttons = [
            spoken_button(
                _("Bring back"), _("Bring back {goal}").format(goal=goal.words), state.on(aims.bring_back, goal)
            ),
            spoken_button(
                _("Delete"), _("Delete {goal}").format(goal=goal.words), state.on(aims.delete, aims.goals, goal)
            ),
        ]
        words = ft.Container(ft.Column(lines, spacing=theme.XS), padding=ft.Padding.only(left=theme.M, right=theme.M))
        act = ft.Container(ft.Row(buttons, spacing=theme.S, wrap=True), padding=ft.Padding.only(left=theme.XS))
        parts.append(ft.Column([words, act], spacing=0, key=f"let-go-{goal.id}"))
    return card(ft.Column(parts, spacing=theme.S), padding=theme.XS, bgcolor=Colour.SURFACE_CONTAINER)
