"""When a reminder keeps quiet: what it asks for is done, or gone, or it asks too much. Pure; imports `domain` only.

`at` is always the aware UTC instant at which it is due, and `day` the local day it is due for.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from typing import TypeVar

from domain.goals import Goal, Mark, Often
from domain.models import CheckIn
from domain.pacing import LOW
from domain.plan import PlanNotes
from domain.progress import Tended, on_day
from domain.reminder_notes import ReminderNotes
from domain.reminders import Reminder, ReminderKind
from domain.safety import BACKUP_DAYS, days_since
from domain.skills import Use

CHECKED_IN = timedelta(hours=3)  # a check-in so fresh, or since the last occasion of the day, is one
REVIEWED_DAYS = 7  # a plan looked over so lately need not be looked over
LOW_DAYS, LOW_ENOUGH = 3, 2  # days that are looked at for low energy, and how many of them have to tell of it
A_DAY = timedelta(days=1)
Timed = TypeVar("Timed", CheckIn, Use)


@dataclass(frozen=True)
class Known:
    """What there is to know before anything is said. Check-ins and uses stand by time, marks by day."""

    check_ins: Sequence[CheckIn] = ()
    goals: Mapping[str, Goal] = field(default_factory=dict)
    marks: Sequence[Mark] = ()
    tended: Tended = field(default_factory=Tended)
    skills: Container[str] = ()  # the ids of those there are
    uses: Sequence[Use] = ()
    plan: PlanNotes = field(default_factory=PlanNotes)
    backed_up_at: datetime | None = None
    notes: ReminderNotes = field(default_factory=ReminderNotes)


def is_silent(reminder: Reminder, known: Known, today: date) -> bool:
    """Whether it says nothing from `today` on, until somebody changes something: off, or about what is not there.

    A goal that rests, was let go, is over, or was for once and is done; a skill that was deleted.

    >>> reminder, today = Reminder("r", ReminderKind.GOAL, (540,), goal_id="g"), date(2026, 11, 24)
    >>> is_silent(reminder, Known(goals={"g": Goal("g", "Swim", until=date(2026, 11, 24))}), today)
    False
    >>> is_silent(reminder, Known(goals={"g": Goal("g", "Swim", until=date(2026, 11, 23))}), today)
    True
    """
    if not reminder.is_on:
        return True
    if reminder.kind is ReminderKind.SKILL:
        return reminder.skill_id not in known.skills
    if reminder.kind is not ReminderKind.GOAL:
        return False
    goal = known.goals.get(reminder.goal_id or "")
    if goal is None or not goal.is_active or goal.is_over(today):
        return True
    return goal.often is Often.ONCE and bool(known.tended.of(goal.id))


def is_paused(reminder: Reminder, known: Known, day: date) -> bool:
    """Whether it rests on that day, by itself or with all the others."""
    pauses = (reminder.paused, known.notes.paused)
    return any(pause.covers(day) for pause in pauses if pause)


def is_done(
    reminder: Reminder, known: Known, day: date, at: datetime, now: datetime, before: datetime | None = None
) -> bool:
    """Whether what it asks for was done before it was due, or since, until `now` (UTC, not earlier than `at`).

    `before` is when the reminder came last that day, if it did: what was done before that was done for that one. A
    check-in at 8:12 UTC quiets one that is due at 9:30, or at 11:11, and not one that is due at 11:12.
    """
    match reminder.kind:
        case ReminderKind.CHECK_IN:
            return _checked_in(known.check_ins, max(at - CHECKED_IN, before or at - CHECKED_IN), now)
        case ReminderKind.GOAL:
            return any(mark.goal_id == reminder.goal_id for mark in on_day(known.marks, day))
        case ReminderKind.SKILL:
            return _used(known.uses, reminder.skill_id, day)
        case ReminderKind.REVIEW:
            return _looked_over(known.plan, day)
        case ReminderKind.BACKUP:
            return known.backed_up_at is not None and days_since(known.backed_up_at, at) < BACKUP_DAYS
        case _:
            return False


def is_too_much(reminder: Reminder, known: Known, day: date, at: datetime) -> bool:
    """Whether the person wants it quiet while energy is low, and it has been."""
    return reminder.fewer_when_low and has_been_low(known.check_ins, day, at)


def has_been_low(check_ins: Sequence[CheckIn], day: date, at: datetime) -> bool:
    """Whether energy was low on the days up to `day`: of the last three, two or more tell of it, and none of more.

    Low (2) on Sunday and empty (1) on Tuesday: on Tuesday yes, on Wednesday no longer (one day tells of it). Some (3)
    on Monday beside them: no. Nothing answered for three days: no, so that the reminders come back by themselves.
    """
    best: dict[date, int] = {}
    for check_in in _from(check_ins, day - LOW_DAYS * A_DAY):
        if check_in.at <= at and check_in.energy is not None and 0 <= (day - check_in.day).days < LOW_DAYS:
            best[check_in.day] = max(check_in.energy, best.get(check_in.day, 0))
    return len(best) >= LOW_ENOUGH and max(best.values()) <= LOW


def _checked_in(check_ins: Sequence[CheckIn], after: datetime, now: datetime) -> bool:
    until = bisect_right(check_ins, now, key=lambda check_in: check_in.at)
    return until > 0 and check_ins[until - 1].at > after


def _used(uses: Sequence[Use], skill_id: str | None, day: date) -> bool:
    return any(use.skill_id == skill_id and use.day == day for use in _from(uses, day - A_DAY))


def _looked_over(plan: PlanNotes, day: date) -> bool:
    """Before the day the person chose for it; without one, looked over within a week."""
    if plan.review_on:
        return not plan.is_due(day)
    return plan.reviewed_on is not None and (day - plan.reviewed_on).days < REVIEWED_DAYS


def _from(records: Sequence[Timed], day: date) -> Sequence[Timed]:
    """The records from a day on, and some before it: a local day begins up to fourteen hours before UTC's."""
    start = datetime.combine(day - A_DAY, time(), UTC)
    return records[bisect_left(records, start, key=lambda record: record.at) :]
