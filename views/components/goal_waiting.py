"""The goals that rest, and those that were let go. Imports `domain` and `views`."""

from __future__ import annotations

from datetime import date

import flet as ft

from domain.gathering import is_asking
from domain.goals import Goal
from views import formats, theme
from views.components.basics import Colour, Style, card, icon_button, text
from views.components.goal_more import MORE, more, spoken_button
from views.guard import component
from views.unwatched import Unwatched
from views.words import _


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
