"""When a goal began, and the last day it is meant for, if the person names one. Imports `domain` and `views`."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

import flet as ft

from domain.errors import InTheFuture
from views import formats, theme
from views.components.basics import Colour, heading, line, text_button
from views.components.goal_form import GoalForm, column
from views.components.when import EARLIEST, as_day
from views.words import _

BEGAN, ENDS = "began", "ends"  # the calendar that is open
YEARS_AHEAD = 10 * 366  # days that the calendar of last days goes


def dates(form: GoalForm) -> ft.Control:
    """Both days in words, each with the way to change it."""
    today, draft = form.state.now.date(), form.draft
    began = formats.full_date(draft.started or today, today)
    said = _("Started on {day}").format(day=began) if draft.started else _("Starts today")
    parts = [heading(_("Start and end")), _row(form, said, _("Change the start"), BEGAN)]
    if draft.until:
        ends = _("Until {day}").format(day=formats.full_date(draft.until, today))
        parts.append(_row(form, ends, _("Change the end"), ENDS))
        parts.append(ft.Row([text_button(_("No last day"), form.on_put(until=None))]))
    else:
        parts.append(_row(form, _("No last day: it stays open."), _("Name a last day"), ENDS))
    return column(parts, theme.XS)


def _row(form: GoalForm, said: str, name: str, panel: str) -> ft.Control:
    words = line(said, colour=Colour.ON_SURFACE_VARIANT)
    button = text_button(name, form.on_show(panel))
    if form.state.large_text:
        return column([words, ft.Row([button])], 0)
    return ft.Row([ft.Container(words, expand=True), button], spacing=theme.S)


def calendar(form: GoalForm, after: str) -> ft.DatePicker | None:
    """The calendar that is open, if one is: a start up to today, or a last day from today on; `after` is what is open
    when it closes."""
    state, today = form.state, form.state.now.date()
    if form.panel == BEGAN:
        first, last, shown = EARLIEST.date(), today, form.draft.started or today
    elif form.panel == ENDS:
        first, last, shown = today, today + timedelta(days=YEARS_AHEAD), form.draft.until or today
    else:
        return None

    def picked(event: ft.ControlEvent) -> None:
        day = as_day(event.control.value)
        if form.panel == ENDS and day >= today:
            form.put(until=day)
        elif form.panel == BEGAN and day <= today:
            form.put(started=day)
        elif form.panel == BEGAN:
            state.refuse(InTheFuture())
        form.show(after)

    return ft.DatePicker(
        value=_midnight(min(max(shown, first), last)),
        first_date=_midnight(first),
        last_date=_midnight(last),
        help_text=_("When did it start?") if form.panel == BEGAN else _("Which is its last day?"),
        cancel_text=_("Cancel"),
        confirm_text=_("Choose"),
        on_change=state.on_event(picked),
        on_dismiss=state.on(form.show, after),
    )


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time())
