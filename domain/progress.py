"""How a goal went, told so that uneven is normal. Pure functions; imports `domain` only.

Nothing here counts what was left out: no streak, no share that was missed, no total that falls. What counts is days
on which a goal was tended (in whatever size, tries included), coming back after a pause, and how much was done for
the energy there was. A mark dated after `today` (a clock set back) counts on its day.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import pairwise

from domain.goals import Mark, Size

WEEK, MONTH = 7, 28  # days
QUIET_DAYS = 7  # without tending, after which tending again is coming back
# What a size asks for, in steps of energy (1 … 5); see also `domain/pacing.py`.
EFFORT = {Size.TINY: 1, Size.GENTLE: 2, Size.FULL: 4}
TRYING = 1  # the effort of a try, whatever its size

Days = tuple[date, ...]  # local days, each once, earliest first


@dataclass(frozen=True)
class Tended:
    """The days on which each goal was tended, by its id, and those on which anything was.

    A goal that is gone stays: its days were lived. Made once from all marks, then day by day with `seen_anew`.
    """

    by_goal: Mapping[str, Days] = field(default_factory=dict)
    days: Days = ()

    def of(self, goal_id: str) -> Days:
        """The days of one goal."""
        return self.by_goal.get(goal_id, ())


def tended(found: Iterable[tuple[str, date]]) -> Tended:
    """What was tended, from goals and the days on which each was, in any order."""
    days: dict[str, set[date]] = {}
    for goal_id, day in found:
        days.setdefault(goal_id, set()).add(day)
    by_goal = {goal_id: tuple(sorted(of_goal)) for goal_id, of_goal in days.items()}
    return Tended(by_goal, tuple(sorted(set().union(*days.values()))))


def tending(marks: Iterable[Mark]) -> Iterable[tuple[str, date]]:
    """The goals and days among marks that count as tended; "" stands for small things without a goal."""
    return ((mark.goal_id or "", mark.day) for mark in marks if mark.is_tending)


def seen_anew(before: Tended, day: date, marks: Sequence[Mark]) -> Tended:
    """What was tended, after the marks of one day changed; `marks` stand by day (`on_day`). Ten years cost no more
    than a week."""
    now = {goal_id for goal_id, _ in tending(on_day(marks, day))}
    by_goal = dict(before.by_goal)
    for goal_id in now | before.by_goal.keys():
        days = before.of(goal_id)
        by_goal[goal_id] = _with(days, day) if goal_id in now else _without(days, day)
    return Tended(by_goal, _with(before.days, day) if now else _without(before.days, day))


def on_day(marks: Sequence[Mark], day: date) -> Sequence[Mark]:
    """The marks of one day; `marks` stand by day."""
    first = bisect_left(marks, day, key=lambda mark: mark.day)
    return marks[first : bisect_right(marks, day, lo=first, key=lambda mark: mark.day)]


def since(marks: Sequence[Mark], day: date) -> Sequence[Mark]:
    """The marks of a day and all later ones; `marks` stand by day."""
    return marks[bisect_left(marks, day, key=lambda mark: mark.day) :]


def _with(days: Days, day: date) -> Days:
    place = bisect_left(days, day)
    return days if days[place : place + 1] == (day,) else (*days[:place], day, *days[place:])


def _without(days: Days, day: date) -> Days:
    place = bisect_left(days, day)
    return (*days[:place], *days[place + 1 :]) if days[place : place + 1] == (day,) else days


def tended_of_last(tended: Days, today: date, days: int = WEEK) -> int:
    """How many of the last `days` days, today included, are among the tended ones.

    Tended on the 13th, 16th and 19th, seen on the 19th: 3 of the last 7 (13 … 19), and on the 20th 2.
    """
    return bisect_right(tended, today) - bisect_left(tended, today - timedelta(days=days - 1))


def dots(tended: Days, today: date, days: int = WEEK) -> tuple[bool, ...]:
    """For each of the last `days` days, earliest first, whether it is among the tended ones."""
    latest = set(tended[bisect_left(tended, today - timedelta(days=days - 1)) :])
    return tuple(today - timedelta(days=back) in latest for back in range(days - 1, -1, -1))


def returns(tended: Days) -> Days:
    """The days of coming back: tended again after at least `QUIET_DAYS` days without.

    Tended on the 1st, the 9th and the 16th: back on the 9th (seven days between, 2 … 8) and not on the 16th (six).
    The first day of all is a beginning, not a return.
    """
    return tuple(later for earlier, later in pairwise(tended) if (later - earlier).days > QUIET_DAYS)


@dataclass(frozen=True)
class Effort:
    """What was done on a day, in steps of energy, beside the energy there was (1 … 5; None: not known)."""

    day: date
    done: int
    energy: int | None

    @property
    def is_whole(self) -> bool:
        """True when what was done was about what the energy held: as much, or one step more."""
        return self.energy is not None and self.energy <= self.done <= self.energy + 1


def effort(marks: Iterable[Mark], day: date) -> Effort:
    """The effort of a day.

    A tiny step (1) and a try (1) with energy 2 (low): done 2 of 2, a whole day. A full step (4) with energy 5: 4.
    The energy is the lowest that was marked that day, since it is what everything was done with.
    """
    here = [mark for mark in marks if mark.day == day and mark.is_tending]
    known = [mark.energy for mark in here if mark.energy is not None]
    done = sum(EFFORT[mark.size] if mark.size else TRYING for mark in here)
    return Effort(day, done, min(known, default=None))
