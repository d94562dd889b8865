"""What is worth noticing: small wins and strengths, each true and counted. Pure functions; imports `domain` only.

A line says what was there, never what was not. If none is true, there is none. The words are made in
`views/noticed.py` from the kind and its count.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from domain.goals import TENDED, Answer, Mark, Size
from domain.progress import Days, days_when, returns, tended_days

RECENT_DAYS = 2  # a line may tell of today and yesterday
LOW = 2


class Win(StrEnum):
    """Kinds of things worth noticing."""

    CAME_BACK = "came back"  # after a quiet week
    TINY_ON_A_LOW_DAY = "tiny on a low day"
    RESTED_WHEN_LOW = "rested when low"
    DID_MORE = "did more"  # more than one step on one day
    TRIED = "tried"
    TENDED = "tended"


@dataclass(frozen=True)
class Noticed:
    """One thing that happened on a local day; `count` is how often it has, up to that day and with it."""

    kind: Win
    day: date
    count: int = 1


def noticed(marks: Sequence[Mark]) -> tuple[Noticed, ...]:
    """Everything worth noticing, the latest day first; on one day in the order of `Win`."""
    found = [
        *_each(Win.CAME_BACK, returns(tended_days(marks))),
        *_each(Win.TINY_ON_A_LOW_DAY, _tiny_on_low_days(marks)),
        *_each(Win.RESTED_WHEN_LOW, days_when(marks, frozenset({Answer.RESTED}), LOW)),
        *_each(Win.DID_MORE, _several(marks)),
        *_each(Win.TRIED, _days(mark for mark in marks if mark.answer is Answer.TRIED)),
        *_each(Win.TENDED, tended_days(marks)),
    ]
    order = list(Win)
    return tuple(sorted(found, key=lambda line: (-line.day.toordinal(), order.index(line.kind))))


def line_for_today(marks: Sequence[Mark], today: date) -> Noticed | None:
    """The one line Today shows: the first kind of `Win` that happened today or yesterday; None when none did.

    Tending alone makes no line: the tick says so already.
    """
    since = today - timedelta(days=RECENT_DAYS - 1)
    latest = (line for line in noticed([mark for mark in marks if mark.day <= today]) if line.day >= since)
    worth = [line for line in latest if line.kind is not Win.TENDED]
    order = list(Win)
    return min(worth, key=lambda line: (order.index(line.kind), -line.day.toordinal()), default=None)


def _each(kind: Win, days: Days) -> list[Noticed]:
    return [Noticed(kind, day, count) for count, day in enumerate(days, 1)]


def _tiny_on_low_days(marks: Iterable[Mark]) -> Days:
    tiny = [mark for mark in marks if mark.size is Size.TINY]
    return days_when(tiny, TENDED, LOW)


def _several(marks: Iterable[Mark]) -> Days:
    seen: dict[date, set[str | None]] = {}
    for mark in marks:
        if mark.is_tending:
            seen.setdefault(mark.day, set()).add(mark.goal_id)
    return tuple(sorted(day for day, goals in seen.items() if len(goals) > 1))


def _days(marks: Iterable[Mark]) -> Days:
    return tuple(sorted({mark.day for mark in marks}))
