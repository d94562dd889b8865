"""Letting a goal rest, until the person comes back or until a day; and letting it go. Imports `domain` and `views`."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

import flet as ft

from domain.errors import InputRefused
from views import formats
from views.aims import Aims
from views.changing import farewell_place
from views.components.basics import Colour, Style, heading, line, main_button
from views.components.choices import choice, choices
from views.components.entry import field_style
from views.components.frame import GOALS, detail_bar, glowing_page, go
from views.components.goal_form import at_the_end
from views.components.problem import problem
from views.components.when import as_day
from views.guard import view_component
from views.state import TendState
from views.wording import calm_words
from views.words import _

PICK = "pick"  # while the calendar is open
WEEK, MONTH = 7, 30  # days to rest for
LAST_YEARS = 2 * 366  # days ahead that the calendar goes
LINES = 6


@view_component
def RestGoal(state: TendState, aims: Aims) -> ft.View:
    """Until I come back, or until a day on which Tend asks; a goal that rests reminds of nothing."""
    goal_id = ft.use_route_params().get("id", "")
    goal = aims.goals.get(goal_id)
    until, choose = ft.use_state(goal.pause.ask_again if goal and goal.pause else None)
    asking, ask = ft.use_state("")
    today = state.now.date()
    ft.use_dialog(_calendar(state, today, choose, ask) if asking == PICK else None)
    here = f"{GOALS}/{goal_id}/rest"
    if goal is None:
        return _view(state, _("Rest this goal"), here, [_gone()])

    async def rest() -> None:
        await aims.pause(goal, until)
        go(GOALS)

    days = [today + timedelta(days=WEEK), today + timedelta(days=MONTH)]
    options = [
        choice(_("Until I come back"), until is None, state.on(choose, None)),
        choice(_("Ask me in a week"), until == days[0], state.on(choose, days[0])),
        choice(_("Ask me in a month"), until == days[1], state.on(choose, days[1])),
        choice(_("Pick a day"), until is not None and until not in days, state.on(ask, PICK)),
    ]
    said = _("Nothing will remind you.")
    if until:
        said = _("Tend asks once, on {day}.").format(day=formats.full_date(until, today))
    parts = [
        line(goal.words, Style.TITLE_MEDIUM),
        line(_("Rest counts too. It will wait for you.")),
        heading(_("For how long?")),
        choices(options),
        ft.Semantics(live_region=True, content=line(said, colour=Colour.ON_SURFACE_VARIANT)),
    ]
    button = main_button(_("Let it rest"), state.on(rest))
    return _view(state, _("Rest this goal"), here, [*problem(state), *parts], button)


def _calendar(state: TendState, today: date, choose: object, ask: object) -> ft.DatePicker:
    def picked(event: ft.ControlEvent) -> None:
        day = as_day(event.control.value)
        if day > today:
            choose(day)
        ask("")

    tomorrow = today + timedelta(days=1)
    return ft.DatePicker(
        value=datetime.combine(today + timedelta(days=WEEK), time()),
        first_date=datetime.combine(tomorrow, time()),
        last_date=datetime.combine(today + timedelta(days=LAST_YEARS), time()),
        help_text=_("Ask me on"),
        cancel_text=_("Cancel"),
        confirm_text=_("Choose"),
        on_change=state.on_event(picked),
        on_dismiss=state.on(ask, ""),
    )


@view_component
def LetGo(state: TendState, aims: Aims) -> ft.View:
    """A goodbye, with a line to remember it by, if the person likes."""
    goal_id = ft.use_route_params().get("id", "")
    goal = aims.goals.get(goal_id)
    place = farewell_place(goal_id)
    refused, refuse = ft.use_state("")
    here = f"{GOALS}/{place}"
    if goal is None:
        return _view(state, _("Let go"), here, [_gone()])

    async def let_go() -> None:
        latest = aims.goals.get(goal_id)
        if latest is None or latest.farewell:  # a second tap, which has no words any more
            go(GOALS)
            return
        words = aims.begun.pop(place, "")
        try:
            await aims.let_go(latest, words)
        except InputRefused as error:
            aims.begun[place] = words
            refuse(calm_words(error).title)
        else:
            go(GOALS)

    field = ft.TextField(
        value=aims.begun.get(place, ""),
        label=_("A line to remember it by"),
        hint_text=_("Only for you"),
        key=place,
        multiline=True,
        min_lines=1,
        max_lines=LINES,
        error=refused or None,
        error_max_lines=4,
        on_change=state.on_value(lambda words: aims.begun.update({place: words})),
        **field_style(),
    )
    parts = [
        line(goal.words, Style.TITLE_MEDIUM),
        line(_("Letting go makes room. You can bring it back any time.")),
        field,
    ]
    return _view(state, _("Let go"), here, [*problem(state), *parts], main_button(_("Let it go"), state.on(let_go)))


def _gone() -> ft.Control:
    return line(_("This goal is not here any more."))


def _view(
    state: TendState, title: str, here: str, parts: list[ft.Control], button: ft.Control | None = None
) -> ft.View:
    page = glowing_page(
        detail_bar(state, title, here), [ft.Container(height=0), *parts], below=at_the_end(button) if button else None
    )
    return ft.View(controls=[page], padding=0, fullscreen_dialog=True)
