"""What a person asked to be reminded of. Imports the standard library and `domain`.

A reminder invites. It is off until somebody makes one, says nothing of theirs on the lock screen unless they want it
there, and rests as long as they like. When it is due is told in `domain/schedule.py`.
"""

from __future__ import annotations

import zlib
from collections.abc import Sized
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from domain.errors import OutOfRange, TooLong, TooMany, Wordless
from domain.goals import WEEKDAYS
from domain.models import instant_within, within

LONGEST_WORDS = 200  # characters
MINUTES = range(24 * 60)  # of a local day, from midnight
MOST_TIMES = 12  # a day
MOST_REMINDERS = 200
WEEK = 7  # days


class ReminderKind(StrEnum):
    """What a reminder is about."""

    CHECK_IN = "check-in"
    GOAL = "goal"
    SKILL = "skill"
    REVIEW = "plan review"
    BACKUP = "backup"
    OWN = "own"  # in the person's own words: medication, water, a phone call


class Rest(StrEnum):
    """How long reminders rest."""

    TODAY = "today"
    WEEK = "week"
    OPEN = "open"  # until I come back


@dataclass(frozen=True)
class Window:
    """Some time of the day, from minute `start` to before minute `end` after local midnight.

    Raises:
        OutOfRange: a minute the day has not, or an end that is not after the start.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        within(self.start, MINUTES, "start")
        within(self.end, range(self.start + 1, len(MINUTES) + 1), "end")


@dataclass(frozen=True)
class Paused:
    """Resting before the local day `until`; None: until the person comes back and says so."""

    until: date | None = None

    def covers(self, day: date) -> bool:
        """Whether nothing is said on that day.

        >>> [Paused(date(2026, 11, 24)).covers(date(2026, 11, day)) for day in (23, 24)]
        [True, False]
        """
        return self.until is None or day < self.until


@dataclass(frozen=True)
class Reminder:
    """One thing to be reminded of, at `times` (minutes after local midnight, earliest first) or once in a `window`.

    `weekdays` (0 Monday … 6 Sunday) empty: every day. `goal_id` and `skill_id` name other records, which may be gone;
    `name` keeps what the record was called. `words` are the person's own; they stand on the lock screen only where
    `shows_words`. `since` is the aware UTC instant it was made, timed anew, switched on or woken: what was due before
    is not said any more. `fewer_when_low`: quiet while energy has been low for days.

    Raises:
        Wordless: one of one's own without words.
        TooLong: more than `LONGEST_WORDS` characters.
        TooMany: more than `MOST_TIMES` times a day.
        OutOfRange: a day or minute that is none, times not in order, neither times nor a window or both, a goal or a
            skill that is not named, a `since` that is no UTC instant.
    """

    id: str
    kind: ReminderKind
    times: tuple[int, ...] = ()
    window: Window | None = None
    weekdays: tuple[int, ...] = ()
    goal_id: str | None = None
    skill_id: str | None = None
    name: str = ""
    words: str = ""
    shows_words: bool = False
    is_on: bool = True
    fewer_when_low: bool = False
    paused: Paused | None = None
    since: datetime | None = None

    def __post_init__(self) -> None:
        if self.kind is ReminderKind.OWN and not self.words.strip():
            raise Wordless("no words")
        if max(len(self.words), len(self.name)) > LONGEST_WORDS:
            raise TooLong("more characters than fit", LONGEST_WORDS)
        if len(self.times) > MOST_TIMES:
            raise TooMany("times a day")
        if (not self.times) is (self.window is None) or self.times != tuple(sorted(set(self.times))):
            raise OutOfRange("times in order, or a window")
        if (self.kind is ReminderKind.GOAL) is (self.goal_id is None):
            raise OutOfRange("a goal is named")
        if (self.kind is ReminderKind.SKILL) is (self.skill_id is None):
            raise OutOfRange("a skill is named")
        for minute in self.times:
            within(minute, MINUTES, "minute")
        for day in self.weekdays:
            within(day, WEEKDAYS, "weekday")
        if self.since is not None:
            instant_within(self.since, 0)

    @property
    def starts(self) -> int:
        """The first minute of the day it may come at, by which reminders stand in order."""
        return self.window.start if self.window else self.times[0]

    def is_of(self, day: date) -> bool:
        """Whether it is meant for that day of the week."""
        return not self.weekdays or day.weekday() in self.weekdays

    def minutes(self, day: date) -> tuple[int, ...]:
        """The minutes after local midnight at which it comes on a day that is its own.

        In a window, one minute that looks like chance and is the same whenever it is asked for.

        >>> pills = Reminder("r", ReminderKind.OWN, times=(480, 1200), words="Pills")
        >>> pills.minutes(date(2026, 11, 24))
        (480, 1200)
        >>> evening = Reminder("r", ReminderKind.CHECK_IN, window=Window(18 * 60, 21 * 60))
        >>> [evening.minutes(date(2026, 11, day)) for day in (24, 25, 24)]
        [(1137,), (1203,), (1137,)]
        """
        if self.window is None:
            return self.times
        chance = zlib.crc32(f"{self.id} {day.isoformat()}".encode())
        return (self.window.start + chance % (self.window.end - self.window.start),)

    def occasion(self, day: date, minute: int) -> str:
        """The name of one occasion: its reminder, its local day, and its minute; a window has one occasion a day.

        >>> Reminder("r", ReminderKind.CHECK_IN, times=(540,)).occasion(date(2026, 11, 24), 540)
        'r 2026-11-24 540'
        >>> Reminder("r", ReminderKind.CHECK_IN, window=Window(0, 60)).occasion(date(2026, 11, 24), 17)
        'r 2026-11-24 -'
        """
        return f"{self.id} {day.isoformat()} {minute if self.window is None else '-'}"


def resting(rest: Rest, today: date) -> Paused:
    """The pause that begins today.

    >>> resting(Rest.TODAY, date(2026, 11, 24)).until, resting(Rest.WEEK, date(2026, 11, 24)).until
    (datetime.date(2026, 11, 25), datetime.date(2026, 12, 1))
    >>> resting(Rest.OPEN, date(2026, 11, 24))
    Paused(until=None)
    """
    days = {Rest.TODAY: 1, Rest.WEEK: WEEK}.get(rest)
    return Paused(today + timedelta(days=days) if days else None)


def see_room(reminders: Sized) -> None:
    """See that one more fits.

    Raises:
        TooMany: there are `MOST_REMINDERS`.
    """
    if len(reminders) >= MOST_REMINDERS:
        raise TooMany("reminders")


@dataclass(frozen=True)
class Notice:
    """What a reminder says: a title and a line, and the address in Tend that it leads to.

    Of two with one `tag` a device shows the later alone; `app` is the name Tend goes by on this device.
    """

    title: str
    words: str
    address: str
    tag: str = ""
    app: str = "Tend"
