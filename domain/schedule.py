"""When reminders are due. Pure functions; imports `domain` only.

A reminder comes at minutes of local days; `local_time` makes the wall clock's time there an instant, so that nothing
here needs to know of time zones. As in a calendar (RFC 5545, 3.3.5): a time that the clock skips counts by the clock
from before (2:30 comes at 3:30), one that comes twice is the first.

Each occasion has a name (`Reminder.occasion`) and is said at most once, whatever clocks do and wherever the person
travels. Of what was due while Tend was closed, the latest occasion of a reminder alone is said, and none that is
`LATE` or older.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from heapq import merge
from itertools import islice, takewhile

from domain.quieting import Known, is_done, is_paused, is_silent, is_too_much
from domain.reminders import Reminder, ReminderKind

LocalTime = Callable[[datetime], datetime]  # makes a naive local time aware
LATE = timedelta(hours=3)
HORIZON = 16  # days: a weekly reminder, quiet for a week after a backup, comes within two
A_DAY = timedelta(days=1)
FEW = 3  # notices that come at once each by itself
AGAIN = "again"  # stands for the minute in the tag of what was put off


@dataclass(frozen=True)
class Due:
    """A reminder to be said for the local day `day`, due at the instant `at` (UTC).

    `occasions` are the ones that are said with it; a snooze has none of its own.
    """

    reminder: Reminder
    day: date
    at: datetime
    occasions: tuple[str, ...] = ()

    @property
    def tag(self) -> str:
        """What tells its notice from all others: the occasion, or that it comes again."""
        return self.occasions[0] if self.occasions else f"{self.reminder.id} {self.day.isoformat()} {AGAIN}"


def instant(day: date, minute: int, local_time: LocalTime) -> datetime:
    """The UTC instant at which the wall clock says so.

    >>> from zoneinfo import ZoneInfo
    >>> berlin = lambda naive: naive.replace(tzinfo=ZoneInfo("Europe/Berlin"))
    >>> [str(instant(date(2026, 3, day), 150, berlin))[:16] for day in (28, 29, 30)]  # the 29th has no 2:30
    ['2026-03-28 01:30', '2026-03-29 01:30', '2026-03-30 00:30']
    >>> str(instant(date(2026, 10, 25), 150, berlin))  # 2:30 comes at 0:30 and at 1:30 UTC
    '2026-10-25 00:30:00+00:00'
    """
    return local_time(datetime.combine(day, time(minute // 60, minute % 60))).astimezone(UTC)


def due(reminders: Sequence[Reminder], known: Known, now: datetime, local_time: LocalTime) -> tuple[Due, ...]:
    """What is to be said now, earliest first; `now` is an aware local time.

    >>> utc = lambda naive: naive.replace(tzinfo=UTC)
    >>> pills = Reminder("r", ReminderKind.OWN, (480, 720), words="Pills")
    >>> at = lambda hour, minute: due([pills], Known(), datetime(2026, 11, 24, hour, minute, tzinfo=UTC), utc)
    >>> [[str(one.at) for one in at(*clock)] for clock in ((7, 59), (8, 0), (10, 59), (11, 0), (12, 5))]
    [[], ['2026-11-24 08:00:00+00:00'], ['2026-11-24 08:00:00+00:00'], [], ['2026-11-24 12:00:00+00:00']]
    """
    plan = _Plan(known, now, local_time)
    found = (plan.due(reminder) for reminder in reminders)
    return tuple(sorted((one for one in found if one), key=lambda one: (one.at, one.reminder.id)))


def next_due(reminders: Sequence[Reminder], known: Known, now: datetime, local_time: LocalTime) -> datetime | None:
    """The first instant (UTC) after now at which something is to be said, if nothing changes until then; None where
    nothing is within `HORIZON` days of now, or of the end of a pause.

    >>> utc = lambda naive: naive.replace(tzinfo=UTC)
    >>> sundays = Reminder("r", ReminderKind.OWN, (540,), weekdays=(6,), words="Call Maya")
    >>> str(next_due([sundays], Known(), datetime(2026, 11, 24, 12, tzinfo=UTC), utc))
    '2026-11-29 09:00:00+00:00'
    >>> next_due([], Known(), datetime(2026, 11, 24, 12, tzinfo=UTC), utc)
    """
    plan = _Plan(known, now, local_time)
    found = (plan.next_due(reminder) for reminder in reminders)
    return min((moment for moment in found if moment), default=None)


def ahead(
    reminders: Sequence[Reminder], known: Known, now: datetime, local_time: LocalTime, days: int, most: int
) -> tuple[Due, ...]:
    """What is to be said within so many days after now, if nothing changes until then: the first `most`, in order.

    >>> utc = lambda naive: naive.replace(tzinfo=UTC)
    >>> pills = Reminder("r", ReminderKind.OWN, (480, 720), words="Pills")
    >>> [str(one.at)[:16] for one in ahead([pills], Known(), datetime(2026, 11, 24, 9, tzinfo=UTC), utc, 1, 9)]
    ['2026-11-24 12:00', '2026-11-25 08:00']
    """
    plan, end = _Plan(known, now, local_time), now + days * A_DAY
    lines = (line for reminder in reminders for line in (plan.coming(reminder), plan.put_off(reminder)))
    found = merge(*lines, key=lambda one: (one.at, one.reminder.id))  # two hundred have a thousand a day
    return tuple(islice(takewhile(lambda one: one.at < end, found), most))


def in_few(dues: Sequence[Due]) -> tuple[tuple[Due, ...], Due | None]:
    """Those of what is to be said at once that are said each by itself, and one that stands for the others, if there
    are any: nobody is rung for again and again.

    First come those whose words stand on the lock screen: a neutral one says what all neutral ones say. One other
    alone stands for itself, among the first.

    >>> at = datetime(2026, 11, 24, 9, tzinfo=UTC)
    >>> dues = [Due(Reminder(f"r{number}", ReminderKind.CHECK_IN, (540,)), at.date(), at) for number in range(5)]
    >>> [(len(each), rest and rest.reminder.id) for each, rest in (in_few(dues[:count]) for count in (0, 3, 4, 5))]
    [(0, None), (3, None), (4, None), (3, 'r3')]
    """
    found = sorted(dues, key=lambda one: not one.reminder.shows_words)
    return (tuple(found[:FEW]), found[FEW]) if len(found) > FEW + 1 else (tuple(found), None)


def still_stands(due: Due, known: Known, now: datetime) -> bool:
    """Whether what was said is still to be done, and not too long ago; `now` is an aware local time.

    >>> now = datetime(2026, 11, 24, 9, tzinfo=UTC)
    >>> said = Due(Reminder("r", ReminderKind.OWN, (480,), words="Pills"), now.date(), now - timedelta(hours=1))
    >>> still_stands(said, Known(), now), still_stands(said, Known(), now + timedelta(hours=2))
    (True, False)
    """
    if not timedelta() <= now - due.at < LATE or is_silent(due.reminder, known, due.day):
        return False
    done = is_done(due.reminder, known, due.day, due.at, now.astimezone(UTC))
    return not done and not is_paused(due.reminder, known, due.day)


class _Plan:
    """The occasions around one moment."""

    def __init__(self, known: Known, now: datetime, local_time: LocalTime) -> None:
        self._known, self._now, self._today, self._local_time = known, now.astimezone(UTC), now.date(), local_time
        self._sent = frozenset(known.notes.sent)
        self._snoozes = {snooze.reminder_id: snooze for snooze in known.notes.snoozes}
        self._instants: dict[tuple[date, int], datetime] = {}

    def due(self, reminder: Reminder) -> Due | None:
        """What is to be said of a reminder now."""
        if is_silent(reminder, self._known, self._today):
            return None
        found = [one for one in (self._occasion(reminder), self._snooze(reminder)) if one]
        if not found:
            return None
        latest = max(found, key=lambda one: one.at)
        return Due(reminder, latest.day, latest.at, tuple(name for one in found for name in one.occasions))

    def next_due(self, reminder: Reminder) -> datetime | None:
        """The first instant after now at which it is to be said."""
        comes = [*islice(self.coming(reminder), 1), *self.put_off(reminder)]
        return min((one.at for one in comes), default=None)

    def put_off(self, reminder: Reminder) -> Iterator[Due]:
        """What was put off until later than now, if anything was."""
        snooze = self._snoozes.get(reminder.id)
        if snooze is None or snooze.until <= self._now or is_silent(reminder, self._known, snooze.day):
            return
        if not self._is_quiet(reminder, snooze.day, snooze.until):
            yield Due(reminder, snooze.day, snooze.until)

    def coming(self, reminder: Reminder) -> Iterator[Due]:
        """Its occasions after now, day by day."""
        first = self._first_day(reminder)
        for day in (first + days * A_DAY for days in range(HORIZON)) if first else ():
            if is_silent(reminder, self._known, day):
                return
            for moment, minute, before in self._of(reminder, day):
                occasion = reminder.occasion(day, minute)
                is_said = moment <= self._now or occasion in self._sent
                if not is_said and not self._is_quiet(reminder, day, moment, before):
                    yield Due(reminder, day, moment, (occasion,))

    def _first_day(self, reminder: Reminder) -> date | None:
        """The first day on which there is something to look for; None while it rests until the person comes back."""
        pauses = [pause.until for pause in (reminder.paused, self._known.notes.paused) if pause]
        waits = self._known.plan.review_on if reminder.kind is ReminderKind.REVIEW else None
        days = [day for day in (*pauses, waits or self._today) if day]
        return None if None in pauses else max(self._today, *days)

    def _occasion(self, reminder: Reminder) -> Due | None:
        """The latest occasion that has come, if it is still to be said."""
        days = (self._today - A_DAY, self._today)
        come = [(*of, day) for day in days for of in self._of(reminder, day) if of[0] <= self._now]
        if not come:
            return None
        moment, minute, before, day = max(come, key=lambda one: (one[0], one[3], one[1]))
        occasion = reminder.occasion(day, minute)
        is_said = occasion in self._sent or not self._is_fresh(reminder, moment)
        if is_said or self._is_quiet(reminder, day, moment, before):
            return None
        return Due(reminder, day, moment, (occasion,))

    def _snooze(self, reminder: Reminder) -> Due | None:
        """What was put off until now."""
        snooze = self._snoozes.get(reminder.id)
        if not snooze or snooze.until > self._now or not self._is_fresh(reminder, snooze.until):
            return None
        if is_silent(reminder, self._known, snooze.day) or self._is_quiet(reminder, snooze.day, snooze.until):
            return None
        return Due(reminder, snooze.day, snooze.until)

    def _of(self, reminder: Reminder, day: date) -> list[tuple[datetime, int, datetime | None]]:
        """The occasions of a day, earliest first: when, at which minute, and when the one before came."""
        if not reminder.is_of(day):
            return []
        moments = sorted((self._instant(day, minute), minute) for minute in reminder.minutes(day))
        earlier = [None, *(moment for moment, _ in moments)]
        return [(moment, minute, before) for (moment, minute), before in zip(moments, earlier, strict=False)]

    def _instant(self, day: date, minute: int) -> datetime:
        found = self._instants.get((day, minute))
        if found is None:
            found = self._instants[day, minute] = instant(day, minute, self._local_time)
        return found

    def _is_fresh(self, reminder: Reminder, moment: datetime) -> bool:
        """Not too long ago, nor before the person last changed something about it; a clock that was set back leaves
        such a change ahead, where it says nothing."""
        starts = (reminder.since, self._known.notes.since)
        begun = all(since <= moment or since > self._now for since in starts if since)
        return begun and self._now - moment < LATE

    def _is_quiet(self, reminder: Reminder, day: date, at: datetime, before: datetime | None = None) -> bool:
        return (
            is_paused(reminder, self._known, day)
            or is_done(reminder, self._known, day, at, max(at, self._now), before)
            or is_too_much(reminder, self._known, day, at)
        )
