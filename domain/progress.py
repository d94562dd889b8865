"""How a goal went, told so that uneven is normal. Pure functions; imports `domain` only.

Nothing here counts what was left out: no streak, no share that was missed, no total that falls. What counts is days
on which a goal was tended (in whatever size, tries included), coming back after a pause, and how much was done for
the energy there was. A mark dated after `today` (a clock set back) counts on its day.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from domain.goals import Answer, Mark, Size

WEEK, MONTH = 7, 28  # days
QUIET_DAYS = 7  # without tending, after which tending again is coming back
# What a size asks for, in steps of energy (1 … 5); see also `domain/pacing.py`.
EFFORT = {Size.TINY: 1, Size.GENTLE: 2, Size.FULL: 4}
TRYING = 1  # the effort of a try, whatever its size

Days = tuple[date, ...]  # local days, each once, earliest first


def tended_days(marks: Iterable[Mark]) -> Days:
    """The days on which anything was tended."""
    return tuple(sorted({mark.day for mark in marks if mark.is_tending}))


def days_by_goal(marks: Iterable[Mark]) -> Mapping[str, Days]:
    """The days on which each goal was tended, by its id; one walk over all marks, for what looks at many goals."""
    days: dict[str, set[date]] = {}
    for mark in marks:
        if mark.is_tending and mark.goal_id is not None:
            days.setdefault(mark.goal_id, set()).add(mark.day)
    return {goal_id: tuple(sorted(found)) for goal_id, found in days.items()}


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
        """True when what was done was as much as the energy allowed, or more."""
        return self.energy is not None and self.done >= self.energy


def effort(marks: Iterable[Mark], day: date) -> Effort:
    """The effort of a day.

    A tiny step (1) and a try (1) with energy 2 (low): done 2 of 2, a whole day. A full step (4) with energy 5: 4.
    The energy is the lowest that was marked that day, since it is what everything was done with.
    """
    here = [mark for mark in marks if mark.day == day and mark.is_tending]
    known = [mark.energy for mark in here if mark.energy is not None]
    done = sum(EFFORT[mark.size] if mark.size else TRYING for mark in here)
    return Effort(day, done, min(known, default=None))


def days_when(marks: Iterable[Mark], answers: frozenset[Answer], at_most: int) -> Days:
    """The days on which one of these answers was given while the energy was `at_most` or less."""
    found = {m.day for m in marks if m.answer in answers and m.energy is not None and m.energy <= at_most}
    return tuple(sorted(found))


def latest_first(marks: Iterable[Mark]) -> Sequence[Mark]:
    """Marks by day and then by when they were marked, the latest first."""
    return sorted(marks, key=lambda mark: (mark.day, mark.at, mark.id), reverse=True)
