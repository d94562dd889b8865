"""When a check-in was, and giving it another time: a day, then a time, none of them to come. Imports `views`."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import date, datetime, time

import flet as ft
from flet.components.hooks.use_ref import MutableRef

from views import formats, theme
from views.components.basics import Colour, line, text_button
from views.components.form import Form
from views.words import _

DAY, TIME = "which day", "what time"
EARLIEST = datetime(1970, 1, 1)  # noqa: DTZ001 - a calendar day, not an instant


def when(form: Form) -> ft.Control:
    """The day and time, and *Change time*."""
    shown = line(formats.day_and_time(form.check_in.local, form.state.now.date()))
    return ft.Row(
        [
            ft.Icon(ft.Icons.SCHEDULE_ROUNDED, color=Colour.ON_SURFACE_VARIANT, size=22),
            shown if form.state.large_text else ft.Container(shown, expand=True),
            text_button(_("Change time"), form.on_ask(DAY)),
        ],
        spacing=theme.S,
        wrap=form.state.large_text,
    )


def calendar(form: Form, day: MutableRef[date]) -> ft.DatePicker | None:
    """The picker of the day, while it is asked for; it keeps the day in `day` and goes on to the time."""
    if form.asking != DAY:
        return None

    def picked(event: ft.ControlEvent) -> None:
        day.current = as_day(event.control.value)
        form.ask(TIME)

    today = form.state.now.date()
    return ft.DatePicker(
        value=datetime.combine(min(form.check_in.day, today), time()),  # a clock set back leaves days to come
        first_date=EARLIEST,
        last_date=datetime.combine(today, time()),
        help_text=_("Which day?"),
        cancel_text=_("Cancel"),
        confirm_text=_("Next"),
        on_change=form.state.on_event(picked),
        on_dismiss=form.state.on(form.stop_asking, DAY),
    )


def clock(form: Form, day: MutableRef[date], move: Callable[[datetime], Awaitable[None]]) -> ft.TimePicker | None:
    """The picker of the time, after the day; `move(local)` gets the naive local time that was picked."""
    if form.asking != TIME:
        return None

    async def picked(event: ft.ControlEvent) -> None:
        form.ask("")
        await move(datetime.combine(day.current, _as_time(event.control.value)))

    return ft.TimePicker(
        value=form.check_in.local.time().replace(second=0, microsecond=0),
        help_text=_("What time?"),
        cancel_text=_("Cancel"),
        confirm_text=_("Save"),
        hour_format=ft.TimePickerHourFormat.H12 if formats.twelve_hours() else ft.TimePickerHourFormat.H24,
        on_change=form.state.on_event(picked),
        on_dismiss=form.state.on(form.stop_asking, TIME),
    )


def as_day(value: datetime | date) -> date:
    """The day that was picked. Flet gives local midnight as an aware UTC instant: the calendar day is the local one."""
    if isinstance(value, datetime):
        return value.astimezone().date() if value.tzinfo else value.date()
    return value


def _as_time(value: time | datetime) -> time:
    return value.time() if isinstance(value, datetime) else value
