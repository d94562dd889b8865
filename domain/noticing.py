"""What is worth noticing: small wins and strengths, each true. Pure functions; imports `domain` only.

A line says what was there, never what was not. If none is true, there is none. The words are made in
`views/wording.py` from its kind. Marks stand by day, as they are kept; no more days are looked at than are told of.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import groupby

from domain.goals import Answer, Mark, Size
from domain.pacing import LOW
from domain.progress import Tended, effort, returns, since

RECENT_DAYS = 2  # a line on Today may tell of today and yesterday


class Win(StrEnum):
    """Kinds of things worth noticing, what says most first."""

    CAME_BACK = "came back"  # after a quiet week
    TINY_ON_A_LOW_DAY = "tiny on a low day"
    RESTED_WHEN_LOW = "rested when low"
    WHOLE_DAY = "whole day"  # as much as the energy allowed
    DID_MORE = "did more"  # more than one goal on one day
    TRIED = "tried"


@dataclass(frozen=True)
class Noticed:
    """One thing that happened on a local day."""

    kind: Win
    day: date


@dataclass(frozen=True)
class DayDone:
    """A day on which something was done, tried or rested, and what is worth noticing about it."""

    day: date
    marks: tuple[Mark, ...]  # in the order they were made
    wins: tuple[Win, ...]


def days_done(marks: Sequence[Mark], tended: Tended) -> tuple[DayDone, ...]:
    """The days of these marks, latest first; what was put off for a day is not among them.

    `tended` tells of all there is, since coming back is seen from the days before.
    """
    back = set(returns(tended.days))
    found = []
    for day, group in groupby(marks, key=lambda mark: mark.day):
        here = tuple(mark for mark in group if mark.answer is not Answer.NOT_TODAY)
        if here:
            found.append(DayDone(day, here, _wins(here, day, day in back)))
    return tuple(reversed(found))


def shown_from(marks: Sequence[Mark], days: int, before: date | None = None) -> date | None:
    """The first of so many days that end on the last one with something done, tried or rested; None where none is.

    `before` leaves out that day and all later ones, to go on from it. Done on 3 March, and never since: the 30 days
    up to it begin on 2 February, however long ago that is.
    """
    end = len(marks) if before is None else bisect_left(marks, before, key=lambda mark: mark.day)
    latest = (marks[place] for place in range(end - 1, -1, -1))
    last = next((mark.day for mark in latest if mark.answer is not Answer.NOT_TODAY), None)
    return date.fromordinal(max(last.toordinal() - days + 1, 1)) if last else None


def line_for_today(marks: Sequence[Mark], tended: Tended, today: date) -> Noticed | None:
    """The one line Today shows: the first kind of `Win` that happened today or yesterday; None when none did.

    Tending alone makes no line: the tick says so already.
    """
    recent = [mark for mark in since(marks, today - timedelta(days=RECENT_DAYS - 1)) if mark.day <= today]
    lines = [Noticed(win, day.day) for day in days_done(recent, tended) for win in day.wins]
    order = list(Win)
    return min(lines, key=lambda line: (order.index(line.kind), -line.day.toordinal()), default=None)


def _wins(marks: Sequence[Mark], day: date, is_back: bool) -> tuple[Win, ...]:
    """What is true of one day, in the order of `Win`."""
    low = [mark for mark in marks if mark.energy is not None and mark.energy <= LOW]
    goals = {mark.goal_id for mark in marks if mark.is_tending}
    true = {
        Win.CAME_BACK: is_back,
        Win.TINY_ON_A_LOW_DAY: any(mark.size is Size.TINY for mark in low),
        Win.RESTED_WHEN_LOW: any(mark.answer is Answer.RESTED for mark in low),
        Win.WHOLE_DAY: effort(marks, day).is_whole,
        Win.DID_MORE: len(goals) > 1,
        Win.TRIED: any(mark.answer is Answer.TRIED for mark in marks),
    }
    return tuple(win for win, is_true in true.items() if is_true)
