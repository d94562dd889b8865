"""What matters to the person, their goals, and what they answered to them: apart from the rest of the state, so that
a tick draws no more than the goals anew. Imports `domain`, Flet and `views.shelf`.
"""

from __future__ import annotations

import asyncio
import uuid
from collections import UserDict
from dataclasses import replace
from datetime import date, datetime
from typing import Any, Protocol

import flet as ft

from domain import marking, valuing
from domain.goals import Answer, Area, Farewell, Goal, Mark, Pause, Size, Strength, Value
from domain.pacing import Pacing
from domain.people import Person
from domain.progress import Tended, on_day, seen_anew
from domain.today import Choice, Step, one_more, steps
from views.shelf import Identified, Owner, Shelf


class AimsOwner(Owner, Protocol):
    """What the goals need of the state: its writing, its clock, and the energy there is."""

    @property
    def now(self) -> datetime: ...
    @property
    def energy(self) -> int | None: ...


@ft.observable
class Aims:
    """What the goal screens show, and every action that changes it."""

    def __init__(self, owner: AimsOwner) -> None:
        self._owner = owner
        self.values: Shelf[Value] = Shelf(owner, "values", self.notify)
        self.strengths: Shelf[Strength] = Shelf(owner, "strengths", self.notify)
        self.goals: Shelf[Goal] = Shelf(owner, "goals", self.notify)
        self.marks: Shelf[Mark] = Shelf(owner, "marks", self.notify)
        self.people: Shelf[Person] = Shelf(owner, "people", self.notify)
        self.tended = Tended()
        self.choice: Choice | None = None
        self.pacing = Pacing()
        self.deleted: tuple[Shelf[Any], Any] | None = None  # the last one, until the person leaves the screen
        self.marked: Mark | None = None  # the last answer of this stay, for "energy now?"
        self.asking: tuple[Person | None, str] = (None, "")  # whom the message on the Ask screen goes to, and its words
        # Words still to be added, by what they are for. Flet watches a plain dict, and would draw all at each letter.
        self.begun: UserDict[str, str] = UserDict()
        self.drafts: UserDict[str, Any] = UserDict()  # goals begun and not saved yet, by their place in the route
        self._moving = asyncio.Lock()

    @property
    def shelves(self) -> tuple[Shelf[Any], ...]:
        """Everything that may be unsaved."""
        return self.values, self.strengths, self.goals, self.marks, self.people

    def adopt(self) -> None:
        """Show what the records hold now. Raises `StorageError`."""
        for shelf in self.shelves:
            shelf.adopt()
        records = self._owner.records
        self.tended, self.choice, self.pacing = records.tended(), records.choice.load(), records.pacing.load()
        self.notify()

    def forget(self) -> None:
        """Show nothing, until `adopt`; what is unsaved waits."""
        for shelf in self.shelves:
            shelf.forget()
        self.tended, self.choice, self.pacing = Tended(), None, Pacing()
        self.begun.clear()
        self.drafts.clear()
        self.leave()
        self.notify()

    def leave(self) -> None:
        """The person went to another screen: what could be undone there now stands."""
        self.deleted = self.marked = None

    # What matters

    def place_of(self, area: Area) -> Value | None:
        """The value that stands for a life area, if it was picked."""
        return next((value for value in self.values.all() if value.area is area), None)

    async def pick(self, area: Area) -> None:
        """Pick a life area, or let it go again if nothing was written under it and no goal grows from it."""
        found = self.place_of(area)
        if found is None:
            await self.values.keep(Value(_new_id(), area, place=self._last_place() + 1))
        elif valuing.is_bare(found, self.goals.all()):
            await self.values.delete(found.id)

    async def add_value(self, words: str) -> Value:
        """Something that matters, in the person's own words. Raises what `Value` raises."""
        value = Value(_new_id(), Area.OWN, words.strip(), place=self._last_place() + 1)
        await self.values.keep(value)
        return value

    async def move(self, value: Value, by: int) -> None:
        """Put a value so many places further down (-1: one up)."""
        async with self._moving:  # of two quick taps, each begins where the one before ended
            for changed in valuing.moved(self.values.all(), value.id, by):
                await self.values.keep(changed)

    def _last_place(self) -> int:
        return max((value.place for value in self.values.all()), default=-1)

    async def add_strength(self, words: str, is_from_others: bool) -> None:
        """Something the person is good at. Raises what `Strength` raises."""
        id = f"{self._owner.now.timestamp():017.6f}-{_new_id()}"  # they stand by their ids: the latest comes last
        await self.strengths.keep(Strength(id, words.strip(), is_from_others))

    # Goals

    async def save_goal(self, goal: Goal) -> None:
        """Keep a goal, new or changed; a new one begins today."""
        await self.goals.keep(goal if goal.started else replace(goal, started=self._owner.now.date()))

    async def pause(self, goal: Goal, ask_again: date | None = None) -> None:
        """Let a goal rest, or rest on, with or without a day on which Tend asks."""
        since = goal.pause.since if goal.pause else self._owner.now.date()
        await self.goals.keep(replace(goal, pause=Pause(since, ask_again)))

    async def let_go(self, goal: Goal, line: str) -> None:
        """Let a goal go, with a line to remember it by."""
        await self.goals.keep(replace(goal, pause=None, farewell=Farewell(self._owner.now.date(), line.strip())))

    async def bring_back(self, goal: Goal) -> None:
        """Start a resting goal again, or one that was let go."""
        await self.goals.keep(replace(goal, pause=None, farewell=None))

    # What was done

    def answers_today(self) -> tuple[Mark, ...]:
        """Today's marks, in the order they were made."""
        return tuple(on_day(self.marks.all(), self._owner.now.date()))

    def steps(self) -> tuple[Step, ...]:
        """What Today offers, in sizes that fit."""
        return steps(
            self.goals.all(), self.marks.all(), self.tended, self._owner.energy, self._owner.now.date(), self.choice
        )

    def small_step(self) -> Step | None:
        """The tiny step of a low day: the first of today's that is open, else the next goal in line."""
        offered = next((step for step in self.steps() if step.mark is None), None)
        return offered or one_more(self.goals.all(), self.marks.all(), self.tended, self._owner.now.date())

    async def answer(
        self, goal: Goal, answer: Answer, size: Size, day: date | None = None, instead: Mark | None = None
    ) -> None:
        """Answer a goal, today or for another day; `instead` is the mark it takes the place of.

        Raises:
            InTheFuture: the day is still to come.
        """
        owner = self._owner
        made = marking.marked(goal, answer, size, now=owner.now, id=_new_id(), energy=owner.energy, day=day)
        await self.keep_mark(replace(made, id=instead.id) if instead else made)

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
        await self.keep_mark(marking.small_thing(words, self._owner.now, _new_id(), self._owner.energy))

    async def rest(self) -> None:
        """Rest begins, for no goal in particular."""
        await self.keep_mark(marking.rest(self._owner.now, _new_id(), self._owner.energy))

    async def up_again(self, mark: Mark) -> None:
        """The rest is over."""
        await self.keep_mark(marking.up_again(mark, self._owner.now))

    def _see(self, *days: date) -> None:
        for day in days:
            self.tended = seen_anew(self.tended, day, self.marks.all())
        self.notify()

    # Choices

    async def choose(self, goal_ids: tuple[str, ...] | None) -> None:
        """Show these goals today; None: Tend offers some."""
        await self._choose(replace(self._todays_choice(), goal_ids=goal_ids))

    async def resize(self, goal: Goal, size: Size) -> None:
        """Take a goal in another size today."""
        sizes = dict(self._todays_choice().sizes) | {goal.id: size}
        await self._choose(replace(self._todays_choice(), sizes=tuple(sizes.items())))

    def _todays_choice(self) -> Choice:
        today = self._owner.now.date()
        return self.choice if self.choice and self.choice.day == today else Choice(today)

    async def _choose(self, choice: Choice) -> None:
        self.choice = choice
        await self._owner.attempt(lambda: self._owner.records.choice.save(choice))

    async def set_pacing(self, **numbers: Any) -> None:
        """Change something about the day's budget. Raises what `Pacing` raises."""
        self.pacing = pacing = replace(self.pacing, **numbers)
        await self._owner.attempt(lambda: self._owner.records.pacing.save(pacing))

    # Deleting, and bringing back

    async def delete(self, shelf: Shelf[Any], record: Identified) -> None:
        """Delete something; `undo_delete` brings it back."""
        if await shelf.delete(record.id):
            self.deleted = shelf, record
            self._see_mark(record)

    async def undo_delete(self) -> None:
        """Bring what was deleted last back as it was."""
        if self.deleted:
            (shelf, record), self.deleted = self.deleted, None
            await shelf.keep(record)
            self._see_mark(record)

    def _see_mark(self, record: Identified) -> None:
        """A mark that went or came back changes what was tended, and is not the last answer any more."""
        if isinstance(record, Mark):
            self.marked = None
            self._see(record.day)


def _new_id() -> str:
    return uuid.uuid4().hex
