"""What comes, for a device that says it while Tend is closed; and how long what was said stands."""

from __future__ import annotations

import time
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.models import CheckIn
from domain.quieting import Known
from domain.reminder_notes import ReminderNotes
from domain.reminders import Paused, Reminder, ReminderKind, Window
from domain.schedule import Due, ahead, due, next_due, still_stands

NOW = datetime(2026, 11, 24, 9, 12, tzinfo=UTC)
PILLS = Reminder("r", ReminderKind.OWN, (480, 600), words="Pills")
MOOD = Reminder("m", ReminderKind.CHECK_IN, window=Window(1080, 1260))


def utc(naive: datetime) -> datetime:
    return naive.replace(tzinfo=UTC)


def coming(reminders: list[Reminder], known: Known | None = None, days: int = 2) -> list[str]:
    return [one.tag for one in ahead(reminders, known or Known(), NOW, utc, days, 99)]


def test_it_holds_all_that_comes_within_the_days_earliest_first() -> None:
    assert coming([MOOD, PILLS]) == [
        *("r 2026-11-24 600", "m 2026-11-24 -", "r 2026-11-25 480", "r 2026-11-25 600", "m 2026-11-25 -"),
        "r 2026-11-26 480",
    ]


def test_of_two_hundred_with_twelve_times_the_first_are_found_at_once() -> None:
    times = tuple(range(480, 1200, 60))
    many = [Reminder(f"r{number:03}", ReminderKind.OWN, times, words="x") for number in range(200)]
    begun = time.process_time()
    found = ahead(many, Known(), NOW, utc, 7, 100)
    assert time.process_time() - begun < 0.5
    assert [one.tag for one in found] == [f"r{number:03} 2026-11-24 600" for number in range(100)]


def test_what_rests_or_was_said_is_left_out_and_what_was_put_off_comes() -> None:
    notes = ReminderNotes(sent=("r 2026-11-24 600",), paused=Paused(date(2026, 11, 25)))
    assert coming([PILLS], Known(notes=notes)) == ["r 2026-11-25 480", "r 2026-11-25 600", "r 2026-11-26 480"]
    later = ReminderNotes().with_snooze("r", NOW.date(), NOW + timedelta(minutes=30))
    assert coming([PILLS], Known(notes=later), days=1)[0] == "r 2026-11-24 again"
    assert coming([PILLS], Known(notes=ReminderNotes(paused=Paused()))) == []


minutes = st.integers(0, 1439)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sets(minutes, min_size=1, max_size=4), min_size=1, max_size=3), st.sets(st.integers(0, 6)), minutes)
def test_it_is_what_would_be_said_if_somebody_looked_each_minute(
    times: list[set[int]], weekdays: set[int], start: int
) -> None:
    reminders = [
        Reminder(str(number), ReminderKind.OWN, tuple(sorted(of)), weekdays=tuple(sorted(weekdays)), words="x")
        for number, of in enumerate(times)
    ]
    now = datetime(2026, 11, 24, tzinfo=UTC) + timedelta(minutes=start)
    found = ahead(reminders, Known(), now, utc, 1, 99)
    begun = ReminderNotes(since=now + timedelta(seconds=1))
    known = Known(notes=begun)
    said: list[Due] = []
    moment = next_due(reminders, known, now, utc)
    while moment and moment < now + timedelta(days=1):
        said += due(reminders, known, moment, utc)
        names = [name for one in said for name in one.occasions]
        known = Known(notes=begun.with_sent(names, set(), {one.id for one in reminders}))
        moment = next_due(reminders, known, moment, utc)
    assert {one.tag for one in found} == {one.tag for one in said}


@pytest.mark.parametrize(("hours", "stands"), [(-0.1, False), (0, True), (2.9, True), (3, False)])
def test_what_was_said_stands_for_three_hours(hours: float, stands: bool) -> None:
    said = Due(PILLS, NOW.date(), NOW)
    assert still_stands(said, Known(), NOW + timedelta(hours=hours)) is stands


def test_what_was_said_goes_once_it_is_done_off_or_rests() -> None:
    said, now = Due(MOOD, NOW.date(), NOW), NOW + timedelta(minutes=5)
    done = Known(check_ins=[CheckIn("c", NOW + timedelta(minutes=1), 0, mood=3)])
    assert still_stands(said, Known(), now)
    assert not still_stands(said, done, now)
    assert not still_stands(said, Known(notes=ReminderNotes(paused=Paused())), now)
    off = Reminder("m", ReminderKind.CHECK_IN, (480,), is_on=False)
    assert not still_stands(Due(off, NOW.date(), NOW), Known(), now)
