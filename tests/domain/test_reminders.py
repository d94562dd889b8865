"""Reminders as values: what they take, how long they rest, what is remembered of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import pytest

from domain.errors import OutOfRange, TooLong, TooMany, Wordless
from domain.reminder_notes import SENT_KEPT, Exported, ReminderNotes, Snooze
from domain.reminders import (
    LONGEST_WORDS,
    MOST_REMINDERS,
    MOST_TIMES,
    Paused,
    Reminder,
    ReminderKind,
    Rest,
    Window,
    resting,
    see_room,
)

TUESDAY = date(2026, 11, 24)
PILLS = Reminder("r", ReminderKind.OWN, (480,), words="Pills")


@pytest.mark.parametrize(
    ("change", "error"),
    [
        ({"words": " \n"}, Wordless),
        ({"words": "x" * (LONGEST_WORDS + 1)}, TooLong),
        ({"name": "x" * (LONGEST_WORDS + 1)}, TooLong),
        ({"times": ()}, OutOfRange),
        ({"window": Window(480, 600)}, OutOfRange),
        ({"times": (600, 480)}, OutOfRange),
        ({"times": (480, 480)}, OutOfRange),
        ({"times": (1440,)}, OutOfRange),
        ({"times": (-1,)}, OutOfRange),
        ({"times": tuple(range(MOST_TIMES + 1))}, TooMany),
        ({"weekdays": (7,)}, OutOfRange),
        ({"kind": ReminderKind.GOAL}, OutOfRange),
        ({"kind": ReminderKind.SKILL}, OutOfRange),
        ({"goal_id": "g"}, OutOfRange),
        ({"skill_id": "s"}, OutOfRange),
        ({"since": datetime(2026, 11, 24, tzinfo=timezone(timedelta(hours=1)))}, OutOfRange),
        ({"since": datetime(2026, 11, 24)}, OutOfRange),  # noqa: DTZ001
    ],
)
def test_what_makes_no_reminder_is_refused(change: dict[str, Any], error: type[Exception]) -> None:
    with pytest.raises(error):
        replace(PILLS, **change)


def test_the_fullest_reminder_is_taken() -> None:
    times = tuple(range(0, 1440, 120))
    full = replace(
        PILLS, times=times, words="x" * LONGEST_WORDS, weekdays=(0, 6), since=datetime(2026, 1, 2, tzinfo=UTC)
    )
    assert (len(full.times), full.starts) == (MOST_TIMES, 0)
    assert replace(PILLS, times=(), window=Window(1200, 1440)).starts == 1200
    assert replace(PILLS, kind=ReminderKind.CHECK_IN, words="").shows_words is False


@pytest.mark.parametrize(("start", "end"), [(600, 600), (600, 599), (-1, 5), (1440, 1441), (600, 1441)])
def test_a_window_lies_within_a_day(start: int, end: int) -> None:
    with pytest.raises(OutOfRange):
        Window(start, end)


def test_the_moment_in_a_window_looks_like_chance_and_keeps_within() -> None:
    evening = Reminder("r", ReminderKind.CHECK_IN, window=Window(1080, 1090))
    days = [TUESDAY + timedelta(days=number) for number in range(400)]
    found = [evening.minutes(day) for day in days]
    assert {minute for (minute,) in found} == set(range(1080, 1090))
    assert found == [replace(evening, words="Hello").minutes(day) for day in days]
    assert found != [replace(evening, id="s").minutes(day) for day in days]


def test_a_pause_ends_with_its_day_and_an_open_one_with_the_person() -> None:
    assert [Paused(TUESDAY).covers(TUESDAY + timedelta(days=days)) for days in (-9, -1, 0, 1)] == [
        True,
        True,
        False,
        False,
    ]
    assert Paused().covers(date(2126, 1, 1))
    assert resting(Rest.TODAY, TUESDAY).until == date(2026, 11, 25)
    assert resting(Rest.WEEK, TUESDAY).until == date(2026, 12, 1)
    assert resting(Rest.OPEN, TUESDAY) == Paused(None)


def test_an_occasion_is_of_its_reminder_even_where_an_id_has_spaces() -> None:
    notes = ReminderNotes().with_sent(["a b 2026-11-24 540", "a 2026-11-24 540"], {"a"}, {"a b"})
    assert notes.sent == ("a b 2026-11-24 540",)


def test_the_latest_occasions_stay_and_none_is_noted_twice() -> None:
    notes = ReminderNotes()
    for number in range(SENT_KEPT + 5):
        notes = notes.with_sent([f"r d{number} 540", "s d 540"], {"r"}, {"r", "s"})
    assert [occasion for occasion in notes.sent if occasion.startswith("r")] == [
        f"r d{number} 540" for number in range(5, SENT_KEPT + 5)
    ]
    assert notes.sent.count("s d 540") == 1


def test_what_was_put_off_stands_once_and_goes_when_it_was_said() -> None:
    first, second = (datetime(2026, 11, 24, hour, tzinfo=UTC) for hour in (8, 9))
    notes = ReminderNotes().with_snooze("r", TUESDAY, first).with_snooze("s", TUESDAY, first)
    notes = notes.with_snooze("r", TUESDAY, second)
    assert notes.snoozes == (Snooze("s", TUESDAY, first), Snooze("r", TUESDAY, second))
    assert notes.with_sent([], {"s"}, {"r", "s"}).snoozes == (Snooze("r", TUESDAY, second),)
    assert notes.with_sent([], set(), {"s"}).snoozes == (Snooze("s", TUESDAY, first),)


def test_notes_that_are_none_are_refused() -> None:
    here = datetime(2026, 11, 24, tzinfo=timezone(timedelta(hours=1)))
    with pytest.raises(OutOfRange):
        ReminderNotes(since=here)
    with pytest.raises(OutOfRange):
        Snooze("r", TUESDAY, here)
    with pytest.raises(OutOfRange):
        Exported("r", sequence=-1)


def test_there_is_room_for_two_hundred() -> None:
    see_room([PILLS] * (MOST_REMINDERS - 1))
    with pytest.raises(TooMany):
        see_room([PILLS] * MOST_REMINDERS)
