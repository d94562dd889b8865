"""The calendar file, read by another library, and expanded: the same instants, and a new file replaces the old."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import vobject

from domain.goals import Goal, Pause
from domain.plan import PlanNotes
from domain.quieting import Known
from domain.reminder_notes import Exported, ReminderNotes
from domain.reminders import MOST_REMINDERS, MOST_TIMES, Paused, Reminder, ReminderKind, Window
from domain.schedule import next_due
from reminders.calendar_file import calendar_file
from views.reminder_words import notice

PILLS = Reminder("r", ReminderKind.OWN, (150, 540), words="Pills")
NOW = datetime(2026, 3, 1, 12, 0, 30, tzinfo=ZoneInfo("Europe/Berlin"))
A_YEAR = timedelta(days=365)


def title_of(reminder: Reminder) -> str:
    return notice(reminder).title


def written(
    *reminders: Reminder, known: Known | None = None, now: datetime = NOW
) -> tuple[bytes, tuple[Exported, ...]]:
    known = known or Known()
    return calendar_file(reminders, known, now, lambda naive: naive.replace(tzinfo=now.tzinfo), title_of, "Tend")


def events(content: bytes) -> list[Any]:
    """The events as another library reads them."""
    calendar = vobject.readOne(content.decode("utf-8"))
    return list(getattr(calendar, "vevent_list", []))


def instants(content: bytes, end: datetime) -> list[datetime]:
    """When a calendar of this zone rings, as another library expands it."""
    found = []
    for event in events(content):
        for naive in event.getrruleset(addRDate=True).between(datetime(2020, 1, 1), end.replace(tzinfo=None)):  # noqa: DTZ001
            moment = naive.replace(tzinfo=end.tzinfo) + event.valarm.trigger.value
            found.append(moment.astimezone(UTC))
    return sorted(set(found))


def due_until(reminders: Sequence[Reminder], end: datetime, known: Known) -> list[datetime]:
    """When Tend itself is due, told by the schedule alone."""
    found, now = [], NOW.replace(tzinfo=end.tzinfo)
    while True:
        moment = next_due(reminders, known, now, lambda naive: naive.replace(tzinfo=end.tzinfo))
        if moment is None or moment >= end:
            return found
        found.append(moment)
        now = moment.astimezone(end.tzinfo)


@pytest.mark.parametrize("zone", ["Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Tokyo"])
def test_a_calendar_rings_at_the_same_instants_over_a_year_and_its_clock_changes(zone: str) -> None:
    now = NOW.replace(tzinfo=ZoneInfo(zone))
    kinds = [
        PILLS,
        replace(PILLS, id="s", times=(125, 1200), weekdays=(5, 6)),
        Reminder("g1", ReminderKind.GOAL, (600,), goal_id="g"),
        Reminder("v", ReminderKind.REVIEW, (610,), weekdays=(0,)),
    ]
    known = Known(goals={"g": Goal("g", "Swim", until=date(2026, 10, 26))}, plan=PlanNotes(review_on=date(2026, 6, 1)))
    content, _ = written(*kinds, known=known, now=now)
    rings = instants(content, now + A_YEAR)
    assert rings == due_until(kinds, now + A_YEAR, known)
    assert len(rings) > 1000


def test_half_past_two_rings_at_half_past_three_on_the_day_that_has_none() -> None:
    content, _ = written(replace(PILLS, times=(150,)))
    rings = instants(content, datetime(2026, 4, 1, tzinfo=NOW.tzinfo))
    assert datetime(2026, 3, 29, 1, 30, tzinfo=UTC) in rings
    assert (len(rings), rings[0]) == (30, datetime(2026, 3, 2, 1, 30, tzinfo=UTC))


def test_a_window_rings_at_its_start() -> None:
    content, _ = written(Reminder("w", ReminderKind.CHECK_IN, window=Window(1080, 1260)))
    assert instants(content, NOW + timedelta(days=2)) == [datetime(2026, 3, day, 17, tzinfo=UTC) for day in (1, 2)]


def test_an_event_says_nothing_of_the_persons_unless_they_want_it() -> None:
    own = replace(
        PILLS, id="s", times=(540,), shows_words=True, words="Pills; the blue, round ones\nüber 🌱 " + "x" * 99
    )
    neutral, mine = events(written(replace(PILLS, times=(540,)), own)[0])
    assert (neutral.summary.value, neutral.valarm.description.value) == ("A moment for you", "A moment for you")
    assert mine.summary.value == "Pills; the blue, round ones über 🌱 " + "x" * 99
    content = written(replace(PILLS, times=(540,)), own)[0]
    assert content.count(b"Pills") == 2  # in the one that wants it, and in its alarm
    assert max(map(len, content.split(b"\r\n"))) <= 75
    assert {event.contents["class"][0].value for event in (neutral, mine)} == {"PRIVATE"}
    assert neutral.transp.value == "TRANSPARENT"


def test_times_float_and_repeat_by_a_rule() -> None:
    content, _ = written(replace(PILLS, times=(540,), weekdays=(0, 6)))
    text = content.decode()
    assert "DTSTART:20260302T090000\r\n" in text
    assert "RRULE:FREQ=WEEKLY;BYDAY=MO,SU\r\n" in text
    assert ("TZID" in text, "VTIMEZONE" in text) == (False, False)


def test_a_time_that_changed_keeps_its_name_and_gets_a_later_revision() -> None:
    first, exported = written(PILLS)
    assert [(one.uid, one.sequence) for one in exported] == [("r.0@reminders", 0), ("r.1@reminders", 0)]
    known = Known(notes=ReminderNotes(exported=exported))
    assert written(PILLS, known=known) == (first, exported)  # nothing changed: the same file
    second, later = written(replace(PILLS, times=(150, 600)), known=known)
    assert [(one.uid, one.sequence) for one in later] == [("r.0@reminders", 0), ("r.1@reminders", 1)]
    old, new = ({event.uid.value: event for event in events(content)} for content in (first, second))
    assert old.keys() == new.keys()
    changed = new["r.1@reminders"]
    assert (changed.dtstart.value.hour, changed.sequence.value) == (10, "1")


def test_what_is_gone_or_rests_comes_as_cancelled_and_comes_back() -> None:
    goal = Reminder("g1", ReminderKind.GOAL, (600,), goal_id="g")
    known = Known(goals={"g": Goal("g", "Swim")})
    _, exported = written(PILLS, goal, known=known)
    resting = Known(
        goals={"g": Goal("g", "Swim", pause=Pause(date(2026, 3, 1)))}, notes=ReminderNotes(exported=exported)
    )
    content, later = written(replace(PILLS, times=(150,)), goal, known=resting)
    told = {event.uid.value: (event.status.value, event.sequence.value) for event in events(content)}
    assert told == {
        "r.0@reminders": ("CONFIRMED", "0"),
        "r.1@reminders": ("CANCELLED", "1"),
        "g1.0@reminders": ("CANCELLED", "1"),
    }
    assert [one.is_cancelled for one in later] == [False, True, True]
    assert written(replace(PILLS, times=(150,)), goal, known=replace(resting, notes=ReminderNotes(exported=later))) == (
        content,
        later,
    )
    back, last = written(PILLS, goal, known=replace(known, notes=ReminderNotes(exported=later)))
    assert {event.status.value for event in events(back)} == {"CONFIRMED"}
    assert [(one.sequence, one.is_cancelled) for one in last] == [(0, False), (2, False), (2, False)]


def test_what_rests_or_is_off_is_left_out() -> None:
    week = Paused(date(2026, 3, 8))
    for reminder in (replace(PILLS, is_on=False), replace(PILLS, paused=week), replace(PILLS, paused=Paused())):
        assert written(reminder) == (b"", ())
    assert written(PILLS, known=Known(notes=ReminderNotes(paused=week))) == (b"", ())
    gone = Reminder("g1", ReminderKind.GOAL, (600,), goal_id="g")
    assert written(gone) == (b"", ())


def test_two_hundred_reminders_of_twelve_times_are_all_there() -> None:
    full = [
        replace(PILLS, id=f"r{number}", times=tuple(range(number % 120, 1440, 1440 // MOST_TIMES)))
        for number in range(MOST_REMINDERS)
    ]
    found = events(written(*full)[0])
    assert len({event.uid.value for event in found}) == len(found) == 200 * 12
