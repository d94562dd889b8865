"""What a tap on a goal makes: a mark, for today or a day the person names. Pure functions; imports `domain` only."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

from domain.errors import InTheFuture
from domain.goals import Answer, Goal, Mark, Size, step
from domain.models import utc_instant


def marked(
    goal: Goal,
    answer: Answer,
    size: Size,
    *,
    now: datetime,
    id: str,
    energy: int | None = None,
    day: date | None = None,
) -> Mark:
    """The mark of an answer to a goal, given `now`, an aware local time, for `day` or today.

    The size is kept only with what was done, its words always. `energy` is that of now, and so is left out for
    another day.

    Raises:
        InTheFuture: `day` is later than today.
    """
    if day is not None and day > now.date():
        raise InTheFuture("a mark for a day to come")
    at, offset = utc_instant(now)
    return Mark(
        id,
        day or now.date(),
        at,
        offset,
        answer,
        goal.id,
        words=step(goal, size),
        size=size if answer is Answer.DONE else None,
        energy=energy if day in (None, now.date()) else None,
    )


def small_thing(words: str, now: datetime, id: str, energy: int | None = None) -> Mark:
    """Something tiny that was done and belongs to no goal."""
    at, offset = utc_instant(now)
    return Mark(id, now.date(), at, offset, Answer.DONE, words=words, size=Size.TINY, energy=energy)


def changed(mark: Mark, goal: Goal, answer: Answer, size: Size) -> Mark:
    """The mark with another answer or size; its day, its time and the energy there was stay as they were."""
    return replace(
        mark, answer=answer, words=step(goal, size), size=size if answer is Answer.DONE else None, until=None
    )


def rest(now: datetime, id: str, energy: int | None = None) -> Mark:
    """Rest that belongs to no goal, from `now` on."""
    at, offset = utc_instant(now)
    return Mark(id, now.date(), at, offset, Answer.RESTED, energy=energy)


def up_again(mark: Mark, now: datetime) -> Mark:
    """The rest with its end; one that a clock set back would end before it began ends as it begins."""
    return replace(mark, until=max(utc_instant(now)[0], mark.at))


def resting(marks: Sequence[Mark]) -> Mark | None:
    """The rest that still goes on among a day's marks; rest in place of a goal is over when it is marked."""
    own = (mark for mark in reversed(marks) if mark.answer is Answer.RESTED and mark.goal_id is None)
    return next((mark for mark in own if mark.until is None), None)
