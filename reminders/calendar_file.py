"""The reminders as a calendar file (RFC 5545), for when Tend is closed. Imports `domain` and `icalendar`.

A phone's calendar rings by itself, and knows nothing of what was done or rests since: a new file replaces what the old
one said. Each time of a reminder is an event of its own whose UID stays, and whose SEQUENCE grows when it changes. What
is gone, or rests, comes once more as cancelled. Times float: nine o'clock is nine o'clock wherever the person is.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from domain.quieting import Known, is_paused, is_silent
from domain.reminder_notes import Exported
from domain.reminders import Reminder, ReminderKind
from domain.schedule import HORIZON, LocalTime, instant

DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
A_DAY = timedelta(days=1)
CANCELLED = "cancelled"  # the mark of what is


@dataclass(frozen=True)
class _Times:
    """One time of a reminder: when it comes first (naive: it floats), on which days, and the last day it is for."""

    uid: str
    first: datetime
    weekdays: tuple[int, ...]
    until: date | None
    title: str

    @property
    def mark(self) -> str:
        """Changes when the event does."""
        said = repr((self.first.isoformat(), self.weekdays, self.until, self.title))
        return hashlib.sha256(said.encode()).hexdigest()[:16]

    @property
    def rule(self) -> dict[str, object]:
        """How it comes again."""
        rule: dict[str, object] = {"freq": "daily"}
        if self.weekdays:
            rule = {"freq": "weekly", "byday": [DAYS[day] for day in self.weekdays]}
        if self.until:
            rule["until"] = datetime.combine(self.until, time(23, 59, 59))
        return rule


def calendar_file(
    reminders: Sequence[Reminder],
    known: Known,
    now: datetime,
    local_time: LocalTime,
    title_of: Callable[[Reminder], str],
    app: str,
) -> tuple[bytes, tuple[Exported, ...]]:
    """The file, and what to remember of it for the next one; b"" where there is nothing to say.

    `now` is an aware local time; events begin after it. `title_of` gives what anybody may read, `app` the name
    Tend goes by. Of a window the file has the start, since a calendar cannot choose by chance.
    """
    before = {one.uid: one for one in known.notes.exported}
    found = (_times(reminder, known, now, local_time, title_of) for reminder in reminders)
    wanted = {times.uid: times for of_one in found for times in of_one}
    exported = tuple(_exported(uid, wanted.get(uid), before.get(uid)) for uid in dict.fromkeys((*before, *wanted)))
    return (_written(exported, wanted, now, app) if exported else b""), exported


def _times(
    reminder: Reminder, known: Known, now: datetime, local_time: LocalTime, title_of: Callable[[Reminder], str]
) -> Iterable[_Times]:
    today = now.date()
    if is_silent(reminder, known, today) or is_paused(reminder, known, today):
        return
    goal = known.goals.get(reminder.goal_id or "")
    until = goal.until if goal else None
    title = " ".join(title_of(reminder).split())
    for place, minute in enumerate(reminder.times or (reminder.starts,)):
        first = _first(reminder, minute, known, now, local_time)
        if first and (until is None or first.date() <= until):
            yield _Times(f"{reminder.id}.{place}@reminders", first, reminder.weekdays, until, title)


def _first(reminder: Reminder, minute: int, known: Known, now: datetime, local_time: LocalTime) -> datetime | None:
    """The first time it comes from now on."""
    chosen = known.plan.review_on if reminder.kind is ReminderKind.REVIEW else None
    start = max(now.date(), chosen or now.date())
    days = (start + number * A_DAY for number in range(HORIZON))
    comes = (day for day in days if reminder.is_of(day) and instant(day, minute, local_time) > now)
    day = next(comes, None)
    return datetime.combine(day, time(minute // 60, minute % 60)) if day else None


def _exported(uid: str, times: _Times | None, before: Exported | None) -> Exported:
    mark = times.mark if times else CANCELLED
    if before is None:
        return Exported(uid, 0, mark)
    if before.mark == mark:
        return before
    return replace(before, sequence=before.sequence + 1, mark=mark, is_cancelled=times is None)


def _written(exported: Sequence[Exported], wanted: Mapping[str, _Times], now: datetime, app: str) -> bytes:
    from icalendar import Calendar, Event  # when somebody wants a file: it takes a phone a moment to read

    calendar = Calendar()
    calendar.add("prodid", f"-//{app}//{app}//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    for one in exported:
        event = Event()
        event.add("uid", one.uid)
        event.add("sequence", one.sequence)
        event.add("dtstamp", now.astimezone(UTC).replace(microsecond=0))
        times = wanted.get(one.uid)
        if times:
            _say(event, times)
        else:
            event.add("dtstart", datetime.combine(now.date(), time()))
            event.add("status", "CANCELLED")
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def _say(event: Any, times: _Times) -> None:
    """What a calendar shows and rings for: private, and taking up nobody's time."""
    from icalendar import Alarm

    event.add("dtstart", times.first)
    event.add("duration", timedelta(minutes=5))
    event.add("rrule", times.rule)
    event.add("summary", times.title)
    event.add("status", "CONFIRMED")
    event.add("class", "PRIVATE")
    event.add("transp", "TRANSPARENT")
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", times.title)
    alarm.add("trigger", timedelta(0))
    event.add_component(alarm)
