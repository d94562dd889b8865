"""When a check-in was, and giving it another time: a day, then a time, none of them to come. Imports `views`."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time

import flet as ft

from domain.models import CheckIn
from views import formats, theme
from views.components.basics import Colour, line, text_button
from views.guard import component
from views.state import TendState
from views.words import _

EARLIEST = datetime(1970, 1, 1)  # noqa: DTZ001 - a calendar day, not an instant


@component
def When(state: TendState, check_in: CheckIn, move: Callable[[datetime], None]) -> ft.Control:
    """The day and time, and *Change time*; `move(local)` gets the naive local time that was picked."""
    picking, pick = ft.use_state("")
    day, keep_day = ft.use_state(check_in.day)

    def day_picked(event: ft.ControlEvent) -> None:
        keep_day(_as_day(event.control.value))
        pick("time")

    def time_picked(event: ft.ControlEvent) -> None:
        pick("")
        move(datetime.combine(day, _as_time(event.control.value)))

    def dismissed(stage: str) -> None:
        if picking == stage:
            pick("")

    calendar = ft.DatePicker(
        value=datetime.combine(check_in.day, time()),
        first_date=EARLIEST,
        last_date=datetime.combine(state.now.date(), time()),
        help_text=_("Which day?"),
        cancel_text=_("Cancel"),
        confirm_text=_("Next"),
        on_change=lambda event: state.on(day_picked, event)(),
        on_dismiss=state.on(dismissed, "day"),
    )
    clock = ft.TimePicker(
        value=check_in.local.time().replace(second=0, microsecond=0),
        help_text=_("What time?"),
        cancel_text=_("Cancel"),
        confirm_text=_("Save"),
        hour_format=ft.TimePickerHourFormat.H12 if formats.twelve_hours() else ft.TimePickerHourFormat.H24,
        on_change=lambda event: state.on(time_picked, event)(),
        on_dismiss=state.on(dismissed, "time"),
    )
    ft.use_dialog(calendar if picking == "day" else None)
    ft.use_dialog(clock if picking == "time" else None)
    shown = line(formats.day_and_time(check_in.local, state.now.date()))
    return ft.Row(
        [
            ft.Icon(ft.Icons.SCHEDULE_ROUNDED, color=Colour.ON_SURFACE_VARIANT, size=22),
            shown if state.large_text else ft.Container(shown, expand=True),
            text_button(_("Change time"), state.on(pick, "day")),
        ],
        spacing=theme.S,
        wrap=state.large_text,
    )


def _as_day(value: datetime | date) -> date:
    # Flet gives local midnight as an aware UTC instant: the calendar day is the local one.
    if isinstance(value, datetime):
        return value.astimezone().date() if value.tzinfo else value.date()
    return value


def _as_time(value: time | datetime) -> time:
    return value.time() if isinstance(value, datetime) else value
