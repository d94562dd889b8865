"""What matters to the person, their goals, and what they answered to them: apart from the rest of the state, so that
a tick draws no more than the goals anew. Imports `domain`, Flet and `views.shelf`.
"""

from __future__ import annotations

import asyncio
from collections import UserDict
from dataclasses import replace
from datetime import date
from typing import Any

import flet as ft

from domain import valuing
from domain.goals import Area, Farewell, Goal, Mark, Pause, Size, Strength, Value, step
from domain.pacing import Pacing
from domain.people import Person
from domain.progress import Tended
from domain.today import Choice, Step, one_more, steps
from views.doing import AimsOwner, Doing, new_id
from views.shelf import Identified, Shelf


@ft.observable
class Aims(Doing):
    """What the goal screens show, and every action that changes it."""

    def __init__(self, owner: AimsOwner) -> None:
        super().__init__(owner)
        self.values: Shelf[Value] = Shelf(owner, "values", self.notify)
        self.strengths: Shelf[Strength] = Shelf(owner, "strengths", self.notify)
        self.goals: Shelf[Goal] = Shelf(owner, "goals", self.notify)
        self.people: Shelf[Person] = Shelf(owner, "people", self.notify)
        self.choice: Choice | None = None
        self.pacing = Pacing()
        self.deleted: tuple[Shelf[Any], Any] | None = None  # the last one, until the person leaves the screen
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
        self._see(*(mark.day for mark in self.marks.unsaved))

    def forget(self) -> None:
        """Show nothing, until `adopt`; what is unsaved waits."""
        for shelf in self.shelves:
            shelf.forget()
        self.tended, self.choice, self.pacing = Tended(), None, Pacing()
        self.asking = (None, "")
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
            await self.values.keep(Value(new_id(), area, place=self._last_place() + 1))
        elif valuing.is_bare(found, self.goals.all()):
            await self.values.delete(found.id)

    async def add_value(self, words: str) -> Value:
        """Something that matters, in the person's own words. Raises what `Value` raises."""
        value = Value(new_id(), Area.OWN, words.strip(), place=self._last_place() + 1)
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
        id = f"{self._owner.now.timestamp():017.6f}-{new_id()}"  # they stand by their ids: the latest comes last
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

    # What Today offers

    def steps(self) -> tuple[Step, ...]:
        """What Today offers, in sizes that fit."""
        return steps(
            *(self.goals.all(), self.marks.all(), self.tended, self._owner.energy, self._owner.now.date()),
            choice=self.choice,
            pacing=self.pacing,
        )

    def small_step(self) -> Step | None:
        """The tiny step of a low day: the first of today's that is open, else the next goal in line."""
        offered = next((found for found in self.steps() if found.mark is None), None)
        if offered:
            return replace(offered, size=Size.TINY, words=step(offered.goal, Size.TINY))
        return one_more(self.goals.all(), self.marks.all(), self.tended, self._owner.now.date())

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
