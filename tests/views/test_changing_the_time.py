"""Giving a check-in another time: a day, then a time, none of them to come."""

from __future__ import annotations

import time as clock_time
from collections.abc import Iterator
from datetime import UTC, date, datetime, time

import flet as ft
import pytest

from tests.domain.samples import made
from tests.driver import Driver
from tests.views.conftest import Launch


@pytest.fixture(autouse=True)
def _an_hour_ahead(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The machine stands where the fake clock does: Flet sends a picked day as midnight there, in UTC."""
    monkeypatch.setenv("TZ", "UTC-1")
    clock_time.tzset()
    yield
    monkeypatch.undo()
    clock_time.tzset()


def midnight(day: date) -> datetime:
    """A picked day, as Flet's client sends it."""
    return datetime(day.year, day.month, day.day).astimezone().astimezone(UTC)


async def change_time(app: Driver, day: date, at: time) -> None:
    await app.tap("Change time")
    await app.pick(ft.DatePicker, midnight(day))
    await app.pick(ft.TimePicker, at)


async def test_a_check_in_moves_to_the_day_and_time_picked(launch: Launch) -> None:
    app = await launch(made("9:12", id="a", mood=3, note="rain"), route="/history/a")
    await change_time(app, date(2026, 11, 17), time(18, 5))
    assert app.records.check_ins.all() == (made("18:05", 2, id="a", mood=3, note="rain"),)
    assert "Tuesday 17 November, 18:05" in app.words()
    await app.tap("Done")
    assert "Tuesday 17 November" in app.words()
    assert "Today" not in app.words()[:-5]  # the tab's own name comes last


async def test_midnight_and_yesterday_are_that_day_and_no_other(launch: Launch) -> None:
    app = await launch(made("9:12", id="a"), route="/history/a")
    await change_time(app, date(2026, 11, 18), time(0, 0))
    assert app.records.check_ins.all() == (made("0:00", 1, id="a"),)
    assert "Yesterday, 0:00" in app.words()


async def test_the_same_day_picked_again_still_asks_for_the_time(launch: Launch) -> None:
    app = await launch(made("9:12", id="a"), route="/history/a")
    await change_time(app, date(2026, 11, 19), time(7, 30))
    assert app.records.check_ins.all() == (made("7:30", id="a"),)


async def test_a_time_to_come_is_refused_with_a_sentence_and_nothing_is_lost(launch: Launch) -> None:
    app = await launch(made("9:12", id="a", note="rain"), route="/history/a")
    await change_time(app, date(2026, 11, 19), time(9, 13))
    assert "That time has not come yet." in app.words()
    assert app.records.check_ins.all() == (made("9:12", id="a", note="rain"),)
    assert app.field("Note").value == "rain"
    await change_time(app, date(2026, 11, 19), time(9, 11))
    assert "That time has not come yet." not in app.words()
    assert app.records.check_ins.all() == (made("9:11", id="a", note="rain"),)


async def test_the_refusal_is_gone_when_the_sheet_is_opened_again(launch: Launch) -> None:
    app = await launch(made("9:12", id="a"), route="/history")
    await app.tap("9:12 Mood, OK")
    await change_time(app, date(2026, 11, 19), time(9, 13))
    await app.tap("Done")
    await app.tap("9:12 Mood, OK")
    assert "That time has not come yet." not in app.words()


async def test_a_day_to_come_cannot_be_picked(launch: Launch) -> None:
    app = await launch(route="/check-in/now")
    await app.tap("Change time")
    (calendar,) = [control for control in app.controls() if isinstance(control, ft.DatePicker)]
    assert calendar.last_date == datetime(2026, 11, 19)  # noqa: DTZ001
    assert calendar.first_date <= datetime(2000, 1, 1)  # noqa: DTZ001


@pytest.mark.parametrize("picker", [ft.DatePicker, ft.TimePicker])
async def test_leaving_a_picker_changes_nothing_and_it_opens_again(launch: Launch, picker: type) -> None:
    app = await launch(made("9:12", id="a"), route="/history/a")
    await app.tap("Change time")
    if picker is ft.TimePicker:
        await app.pick(ft.DatePicker, midnight(date(2026, 11, 17)))
    await app.dismiss(picker)
    assert app.records.check_ins.all() == (made("9:12", id="a"),)
    await change_time(app, date(2026, 11, 17), time(18, 5))
    assert app.records.check_ins.all() == (made("18:05", 2, id="a"),)


async def test_a_past_check_in_is_added_from_history_and_stands_under_its_day(launch: Launch) -> None:
    app = await launch(route="/history")
    await app.tap("Add a past check-in")
    await change_time(app, date(2025, 12, 31), time(23, 59))
    assert app.records.check_ins.all() == ()  # a time alone is no answer
    await app.tap("Mood, Hard, 2 of 5")
    (kept,) = app.records.check_ins.all()
    assert (kept.local.isoformat(), kept.mood) == ("2025-12-31T23:59:00+01:00", 2)
    await app.tap("Done")
    assert "Wednesday 31 December 2025" in app.words()


async def test_a_check_in_moved_away_does_not_take_the_next_tap(launch: Launch) -> None:
    app = await launch()
    await app.tap("Mood, OK, 3 of 5")
    await app.tap("Add more")
    await change_time(app, date(2026, 11, 18), time(20, 0))
    await app.tap("Done")
    await app.tap("Energy, Good, 4 of 5")
    assert [(c.day.day, c.mood, c.energy) for c in app.records.check_ins.all()] == [(18, 3, None), (19, None, 4)]


@pytest.mark.parametrize(
    ("cycle", "hour_format"), [("h23", ft.TimePickerHourFormat.H24), ("h12", ft.TimePickerHourFormat.H12)]
)
async def test_the_clock_has_the_hours_of_the_phone(
    launch: Launch, monkeypatch: pytest.MonkeyPatch, cycle: str, hour_format: ft.TimePickerHourFormat
) -> None:
    monkeypatch.setenv("TEND_HOUR_CYCLE", cycle)
    app = await launch(route="/check-in/now")
    await app.tap("Change time")
    await app.pick(ft.DatePicker, midnight(date(2026, 11, 19)))
    (clock,) = [control for control in app.controls() if isinstance(control, ft.TimePicker)]
    assert clock.hour_format is hour_format
    assert clock.value == time(9, 12)
