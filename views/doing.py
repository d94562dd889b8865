"""What the person did, tried or rested from: every action on marks. Imports `domain` and `views.shelf`."""

from __future__ import annotations

import uuid
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Protocol

from domain import marking
from domain.goals import Answer, Goal, Mark, Size
from domain.progress import Tended, on_day, seen_anew
from views.shelf import Owner, Shelf

A_DAY = timedelta(days=1)


class AimsOwner(Owner, Protocol):
    """What the goals need of the state: its writing, its clock, and the energy there is."""

    @property
    def now(self) -> datetime: ...
    @property
    def energy(self) -> int | None: ...


class Doing:
    """The part of `Aims` that marks."""

    def __init__(self, owner: AimsOwner) -> None:
        self._owner = owner
        self.marks: Shelf[Mark] = Shelf(owner, "marks", self.notify)
        self.tended = Tended()
        self.marked: Mark | None = None  # the last answer of this stay, for "energy now?"

    def notify(self) -> None:
        """Have what shows this drawn anew."""
        raise NotImplementedError

    def answers_today(self) -> tuple[Mark, ...]:
        """Today's marks, in the order they were made."""
        return tuple(on_day(self.marks.all(), self._owner.now.date()))

    def resting(self) -> Mark | None:
        """The rest that still goes on; one that began yesterday may."""
        today = self._owner.now.date()
        return marking.resting((*on_day(self.marks.all(), today - A_DAY), *self.answers_today()))

    async def answer(self, goal: Goal, answer: Answer, size: Size, day: date | None = None) -> None:
        """Answer a goal, today or for another day, beside what was answered before.

        Raises:
            InTheFuture: the day is still to come.
        """
        owner = self._owner
        await self.keep_mark(
            marking.marked(goal, answer, size, now=owner.now, id=new_id(), energy=owner.energy, day=day)
        )

    async def keep_mark(self, mark: Mark) -> None:
        """Keep a mark, new or changed."""
        before = self.marks.get(mark.id)
        self.marked = mark
        await self.marks.keep(mark)
        self._see(*{mark.day, before.day if before else mark.day})

    async def take_back(self, mark: Mark) -> None:
        """Unmark: as if it had never been ticked."""
        if self.marked and self.marked.id == mark.id:
            self.marked = None
        await self.marks.delete(mark.id)
        self._see(mark.day)

    async def feel(self, mark: Mark, energy: int | None) -> None:
        """Note the energy after it."""
        await self.keep_mark(replace(mark, energy_after=energy))

    async def do_small_thing(self, words: str) -> None:
        """Something tiny without a goal was done."""
        await self.keep_mark(marking.small_thing(words, self._owner.now, new_id(), self._owner.energy))

    async def rest(self) -> None:
        """Rest begins, for no goal in particular."""
        await self.keep_mark(marking.rest(self._owner.now, new_id(), self._owner.energy))

    async def up_again(self, mark: Mark) -> None:
        """The rest is over."""
        await self.keep_mark(marking.up_again(mark, self._owner.now))

    def _see(self, *days: date) -> None:
        for day in days:
            self.tended = seen_anew(self.tended, day, self.marks.all())
        self.notify()


def new_id() -> str:
    """An id that nothing else has."""
    return uuid.uuid4().hex


def id_in_time(now: datetime) -> str:
    """An id that nothing else has, and that stands after those made a millisecond before it or earlier."""
    return f"{round(now.timestamp() * 1000):012x}{uuid.uuid4().hex[12:]}"
