"""The days of a goal: each answer can be changed or taken away, and a day that is over can be added.

Imports `domain` and `views`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

import flet as ft

from domain.errors import InTheFuture
from domain.gathering import Answered, answered, further_back
from domain.goals import Answer, Goal, Mark, Size, step
from domain.marking import changed
from views import formats, theme
from views.aims import Aims
from views.components.aftermath import trouble
from views.components.basics import Colour, Style, card, heading, icon_button, line, text, text_button
from views.components.choices import choice, choices
from views.components.frame import GOALS, detail_bar, glowing_page
from views.components.undo import undo_bar
from views.components.when import EARLIEST, as_day
from views.guard import view_component
from views.state import TendState
from views.wording import answer_name, size_name
from views.words import _

DAYS_AT_ONCE = 60
ADD, PICK = "add", "pick"  # what is open: which day to add, or the calendar
Show = Callable[[Any], None]


@dataclass(frozen=True)
class Days:
    """What the parts of the screen share. `panel`: a question, the day to add, or the id of a mark to change."""

    state: TendState
    aims: Aims
    goal: Goal
    today: date
    panel: str | date
    show: Show


@view_component
def GoalDays(state: TendState, aims: Aims) -> ft.View:
    """The last sixty days first, more on asking."""
    goal_id = ft.use_route_params().get("id", "")
    goal = aims.goals.get(goal_id)
    panel, show = ft.use_state("")
    today = state.now.date()
    first, look_back = ft.use_state(today - timedelta(days=DAYS_AT_ONCE))
    here = detail_bar(state, _("Its days"), f"{GOALS}/{goal_id}/days")
    if goal is None:
        ft.use_dialog(None)
        page = glowing_page(here, [line(_("This goal is not here any more."))])
        return ft.View(controls=[page], padding=0, fullscreen_dialog=True)
    days = Days(state, aims, goal, today, panel, show)
    ft.use_dialog(_calendar(days))
    everything = answered(aims.marks.all(), goal.id)
    found = [one for one in everything if one.day >= first]
    earlier = tuple(one.day for one in reversed(everything) if one.day < first)
    parts = [*trouble(state), line(goal.words, Style.TITLE_MEDIUM), _add(days)]
    if not found:
        parts.append(line(_("No days here yet. Any size counts the same."), colour=Colour.ON_SURFACE_VARIANT))
    parts += [_day(days, day) for day in found]
    if earlier:
        back = further_back(earlier, first, DAYS_AT_ONCE)
        parts.append(ft.Row([text_button(_("Show earlier days"), state.on(look_back, back))]))
    page = glowing_page(here, parts, below=undo_bar(state, aims, aims.marks))
    return ft.View(controls=[page], padding=0, fullscreen_dialog=True)


# Adding a day


def _add(days: Days) -> ft.Control:
    """The way to add a day; then which one, then what was done on it."""
    state, show = days.state, days.show
    if isinstance(days.panel, date):
        return _chosen_day(days, days.panel)
    if days.panel not in (ADD, PICK):
        return ft.Row([text_button(_("Add a day"), state.on(show, ADD), icon=ft.Icons.ADD_ROUNDED)])
    yesterday = days.today - timedelta(days=1)
    options = [
        choice(_("Today"), False, state.on(show, days.today)),
        choice(_("Yesterday"), False, state.on(show, yesterday)),
        choice(_("Another day"), False, state.on(show, PICK)),
        text_button(_("Cancel"), state.on(show, "")),
    ]
    return _box([heading(_("Which day?")), choices(options)])


def _calendar(days: Days) -> ft.DatePicker | None:
    if days.panel != PICK:
        return None
    state = days.state

    def picked(event: ft.ControlEvent) -> None:
        day = as_day(event.control.value)
        if day > days.today:
            state.refuse(InTheFuture())
            days.show(ADD)
        else:
            days.show(day)

    def dismissed() -> None:
        days.show(lambda panel: ADD if panel == PICK else panel)

    return ft.DatePicker(
        value=datetime.combine(days.today, time()),
        first_date=EARLIEST,
        last_date=datetime.combine(days.today, time()),
        help_text=_("Which day?"),
        cancel_text=_("Cancel"),
        confirm_text=_("Next"),
        on_change=state.on_event(picked),
        on_dismiss=state.on(dismissed),
    )


def _chosen_day(days: Days, day: date) -> ft.Control:
    async def answer(what: Answer, size: Size) -> None:
        days.show("")
        try:
            await days.aims.add_day(days.goal, what, size, day)
        except InTheFuture as error:  # the clock was set back meanwhile
            days.state.refuse(error)

    cancel = text_button(_("Cancel"), days.state.on(days.show, ""))
    title = heading(formats.day_name(day, days.today))
    return _box([title, *_answers(days, None, answer), ft.Row([cancel])])


def _answers(days: Days, mark: Mark | None, answer: Callable[..., Any]) -> list[ft.Control]:
    """The sizes in the goal's words, a try and rest; what stands already is chosen."""
    on = days.state.on
    sizes = [
        choice(
            _("{size}: {step}").format(size=size_name(size), step=step(days.goal, size)),
            mark is not None and mark.size is size,
            on(answer, Answer.DONE, size),
        )
        for size in Size
    ]
    names = {Answer.TRIED: _("I tried"), Answer.RESTED: _("I rested")}
    others = [
        choice(name, mark is not None and mark.answer is other, on(answer, other, Size.TINY))
        for other, name in names.items()
    ]
    return [choices(sizes), choices(others)]


def _box(parts: list[ft.Control]) -> ft.Control:
    return card(ft.Column(parts, spacing=theme.S, horizontal_alignment=ft.CrossAxisAlignment.STRETCH))


# The days there are


def _day(days: Days, found: Answered) -> ft.Control:
    head = ft.Container(heading(formats.day_name(found.day, days.today)), padding=ft.Padding.only(top=theme.S))
    rows = [_row(days, mark) for mark in found.marks]
    body = card(ft.Column(rows, spacing=theme.XS), padding=theme.S)
    return ft.Column(
        [head, body], spacing=theme.S, key=f"day-{found.day}", horizontal_alignment=ft.CrossAxisAlignment.STRETCH
    )


def _row(days: Days, mark: Mark) -> ft.Control:
    """One answer: what it was, and the ways to change it and to take it away."""
    state, aims = days.state, days.aims
    said = size_name(mark.size) if mark.size else answer_name(mark.answer)
    is_open = days.panel == mark.id

    async def answer(what: Answer, size: Size) -> None:
        days.show("")
        await aims.change_day(changed(aims.marks.get(mark.id) or mark, days.goal, what, size))

    async def remove() -> None:
        days.show("")
        await aims.delete(aims.marks, mark)

    words = [text(said, Style.BODY_LARGE, weight=ft.FontWeight.W_600)]
    if mark.size and mark.words:
        words.append(text(mark.words, Style.BODY_SMALL, Colour.ON_SURFACE_VARIANT))
    spoken = _("Change {what}, {day}").format(what=said, day=formats.day_name(mark.day, days.today))
    gone = _("Remove {what}, {day}").format(what=said, day=formats.day_name(mark.day, days.today))
    head = ft.Row(
        [
            ft.Container(ft.Column(words, spacing=0), padding=ft.Padding.only(left=theme.S), expand=True),
            icon_button(ft.Icons.EDIT_ROUNDED, spoken, state.on(days.show, "" if is_open else mark.id)),
            icon_button(ft.Icons.CLOSE_ROUNDED, gone, state.on(remove)),
        ],
        spacing=theme.S,
    )
    parts: list[ft.Control] = [head]
    if is_open:
        ways = ft.Column(_answers(days, mark, answer), spacing=theme.S)
        parts.append(ft.Container(ways, padding=ft.Padding.only(left=theme.S, right=theme.S, bottom=theme.S)))
    return ft.Column(parts, spacing=theme.S, key=f"mark-{mark.id}")
