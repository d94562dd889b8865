"""What else can be done with a goal: change it, let it rest, move it, let it go, delete it, ask for help with it.

Imports `domain` and `views`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import flet as ft

from domain.goals import Goal
from domain.people import Person
from views import theme
from views.acting import Handler
from views.aims import Aims
from views.changing import farewell_place
from views.components.areas import value_name
from views.components.basics import Colour, Style, text, text_button
from views.components.choices import choice, choices
from views.components.frame import ASK, GOALS, open_over
from views.state import TendState
from views.words import _

MORE, MOVE = "more", "move"  # what is open in a card


def more(state: TendState, goal: Goal, panel: str, show: Callable[[str], Any]) -> list[ft.Control]:
    """The list of what can be done, or the values to move it to; nothing while neither is asked for."""
    if panel == MOVE:
        return [_values(state, goal, show)]
    if panel != MORE:
        return []
    aims, here = state.aims, f"{GOALS}/{goal.id}"
    actions: list[tuple[str, ft.IconData, Handler]] = [
        (_("Change"), ft.Icons.EDIT_ROUNDED, state.on(open_over, state, here)),
        (_("Days"), ft.Icons.CALENDAR_MONTH_ROUNDED, state.on(open_over, state, f"{here}/days")),
        (_("Rest this goal"), ft.Icons.BEDTIME_ROUNDED, state.on(open_over, state, f"{here}/rest")),
        (_("Move to another value"), ft.Icons.DRIVE_FILE_MOVE_ROUNDED, state.on(show, MOVE)),
        (_("Let go"), ft.Icons.EXIT_TO_APP_ROUNDED, state.on(open_over, state, f"{GOALS}/{farewell_place(goal.id)}")),
    ]
    if goal.pause:
        del actions[2:4]
    delete = state.on(aims.delete, aims.goals, goal)
    spoken = _("Delete {goal}").format(goal=goal.words)
    buttons = [text_button(name, act, icon=icon) for name, icon, act in actions]
    buttons.append(spoken_button(_("Delete"), spoken, delete, icon=ft.Icons.DELETE_OUTLINE_ROUNDED))
    return [_box(ft.Column([ft.Row([button]) for button in buttons], spacing=0))]


def spoken_button(words: str, spoken: str, on_click: Handler, **more: Any) -> ft.Control:
    """A quiet action that a screen reader calls by more than its words: by what it is done to."""
    button = text_button(words, on_click, **more)
    button.content = text(words, Style.LABEL_LARGE, Colour.PRIMARY, semantics_label=spoken)
    return button


def _values(state: TendState, goal: Goal, show: Callable[[str], Any]) -> ft.Control:
    """The values as choices; the goal's own is chosen."""
    aims = state.aims

    async def move(value_id: str | None) -> None:
        show("")
        await aims.save_goal(replace(_latest(aims, goal), value_id=value_id))

    known = aims.values.get(goal.value_id) if goal.value_id else None
    options = [
        choice(value_name(value), value.id == goal.value_id, state.on(move, value.id)) for value in aims.values.all()
    ]
    options.append(choice(_("No value"), known is None, state.on(move, None)))
    return _box(ft.Column([text(_("What does it grow from?")), choices(options)], spacing=theme.S))


def _latest(aims: Aims, goal: Goal) -> Goal:
    return aims.goals.get(goal.id) or goal


def _box(content: ft.Control) -> ft.Control:
    return ft.Container(
        content,
        bgcolor=Colour.SURFACE_CONTAINER,
        border_radius=theme.INNER,
        padding=theme.S,
        margin=ft.Margin.only(left=theme.S, right=theme.S, bottom=theme.S),
    )


def helping(state: TendState, goal: Goal, helper: Person | None) -> list[ft.Control]:
    """Who can help, with a message that is ready; somebody who is no longer among the people keeps their name here."""
    name = helper.name if helper else goal.helper
    if not name:
        return []

    def ask() -> None:
        state.aims.asking = helper, goal.ask
        open_over(state, ASK)

    words = text(_("{name} can help").format(name=name), Style.BODY_MEDIUM, Colour.ON_SURFACE_VARIANT)
    people = ft.Icon(ft.Icons.PEOPLE_ROUNDED, color=Colour.TERTIARY, size=22)
    button = text_button(_("Ask {name}").format(name=name), state.on(ask), colour=Colour.TERTIARY)
    row = ft.Row(
        [ft.Row([people, words], spacing=theme.M, wrap=True), button],
        alignment=ft.MainAxisAlignment.SPACE_BETWEEN,
        wrap=True,
    )
    return [ft.Container(row, padding=ft.Padding.only(left=theme.M, right=theme.XS, bottom=theme.XS))]
