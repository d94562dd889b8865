"""A calendar that takes in one file after the other, as calendars do (RFC 5546, 2.1.5 and 3.2.5): it rings as the last
file says, also for what was taken out, and it never has anything twice.

The files are read and expanded by another library than the one that wrote them.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from domain.quieting import Known
from domain.reminder_notes import ReminderNotes
from domain.reminders import Paused, Reminder, ReminderKind
from tests.reminders.test_calendar_file import NOW, due_until, events, written

PILLS = Reminder("r", ReminderKind.OWN, (540, 1200), words="Pills")
WATER = Reminder("w", ReminderKind.OWN, (600,), weekdays=(0, 3), words="Water")
TWO_WEEKS = NOW + timedelta(days=14)


class Calendar:
    """Somebody's calendar: one event of each UID, of which the later revision counts; what no file names stays."""

    def __init__(self) -> None:
        self.events: dict[str, Any] = {}

    def take_in(self, content: bytes) -> None:
        for event in events(content):
            known = self.events.get(event.uid.value)
            if known is None or _revision(event) >= _revision(known):
                self.events[event.uid.value] = event

    def rings(self) -> list[datetime]:
        """Every time it rings within two weeks, as often as it does."""
        found = []
        for event in self.events.values():
            if event.status.value != "CANCELLED":
                rule = event.getrruleset(addRDate=True)
                found += rule.between(NOW.replace(tzinfo=None), TWO_WEEKS.replace(tzinfo=None))
        return sorted(naive.replace(tzinfo=NOW.tzinfo).astimezone(UTC) for naive in found)


def _revision(event: Any) -> tuple[int, datetime]:
    return int(event.sequence.value), event.dtstamp.value


class Person:
    """Somebody who changes their reminders, and gives a file to their calendar now and then."""

    def __init__(self, *reminders: Reminder) -> None:
        self.reminders = {reminder.id: reminder for reminder in reminders}
        self.notes = ReminderNotes()
        self.calendar = Calendar()

    def saved(self) -> bytes:
        """The file that Tend writes now."""
        content, exported = written(*self.reminders.values(), known=Known(notes=self.notes))
        self.notes = replace(self.notes, exported=exported)
        return content

    def add_to_calendar(self) -> None:
        content = self.saved()
        if content:
            self.calendar.take_in(content)

    def wants(self) -> list[datetime]:
        """When the schedule says it is due, each reminder by itself."""
        awake = [one for one in self.reminders.values() if one.paused is None]
        return sorted(moment for one in awake for moment in due_until([one], TWO_WEEKS, Known()))


def test_a_new_file_replaces_what_the_old_one_said() -> None:
    person = Person(PILLS, WATER)
    person.add_to_calendar()
    before = person.calendar.rings()
    person.add_to_calendar()
    assert person.calendar.rings() == before == person.wants(), "the same file again changes nothing"
    person.reminders["r"] = replace(PILLS, times=(555, 1200), weekdays=(5, 6))
    person.add_to_calendar()
    assert person.calendar.rings() == person.wants() != before


def test_a_reminder_that_was_deleted_rings_no_more_once_the_next_file_is_in() -> None:
    person = Person(PILLS, WATER)
    person.add_to_calendar()
    del person.reminders["r"]
    person.add_to_calendar()
    gone = [event for uid, event in person.calendar.events.items() if uid.startswith("r.")]
    assert [(event.status.value, event.sequence.value) for event in gone] == [("CANCELLED", "1")] * 2
    assert not any("valarm" in event.contents or "rrule" in event.contents for event in gone), (
        "a calendar that knows nothing of cancelling has nothing to ring for"
    )
    assert person.calendar.rings() == person.wants() == due_until([WATER], TWO_WEEKS, Known())


def test_the_last_reminder_may_be_deleted_too() -> None:
    person = Person(WATER)
    person.add_to_calendar()
    person.reminders.clear()
    person.add_to_calendar()
    assert person.calendar.rings() == []


def test_a_file_that_was_skipped_or_is_opened_late_brings_nothing_old_back() -> None:
    person = Person(PILLS, WATER)
    oldest = person.saved()
    person.calendar.take_in(oldest)
    del person.reminders["r"]
    person.saved()  # and never opened
    person.reminders["w"] = replace(WATER, times=(610,))
    person.add_to_calendar()
    assert person.calendar.rings() == person.wants()
    person.calendar.take_in(oldest)
    assert person.calendar.rings() == person.wants()


times = st.sets(st.integers(0, 1439), min_size=1, max_size=3).map(lambda found: tuple(sorted(found)))
weekdays = st.sets(st.integers(0, 6), max_size=3).map(lambda found: tuple(sorted(found)))
changes = st.lists(
    st.tuples(
        st.sampled_from(["add", "delete", "change", "pause", "wake", "save", "give"]),
        st.sampled_from("abc"),
        times,
        weekdays,
    ),
    max_size=12,
)


@settings(max_examples=60, deadline=None)
@given(changes)
def test_whatever_changes_the_calendar_rings_as_tend_does_after_each_file(
    changes: list[tuple[str, str, tuple[int, ...], tuple[int, ...]]],
) -> None:
    person = Person()
    for what, id, minutes, days in [*changes, ("give", "a", (0,), ())]:
        old = person.reminders.get(id)
        if what == "delete":
            person.reminders.pop(id, None)
        elif what == "give":
            person.add_to_calendar()
            assert person.calendar.rings() == person.wants()
        elif what == "save":
            person.saved()  # kept for later, and forgotten
        elif what == "add" or old is None:
            person.reminders[id] = Reminder(id, ReminderKind.OWN, minutes, weekdays=days, words="Tea")
        else:
            fields = {"pause": {"paused": Paused()}, "wake": {"paused": None}}
            person.reminders[id] = replace(old, **fields.get(what, {"times": minutes, "weekdays": days}))
