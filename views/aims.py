"""What matters to the person, their goals, and what they answered to them: apart from the rest of the state, so that
a tick draws no more than the goals anew. Imports `domain`, Flet and `views.shelf`.
"""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import Any

import flet as ft

from domain import ordering, valuing
from domain.goals import Area, Goal, Size, Strength, Value, step
from domain.pacing import Pacing
from domain.people import Person, apart
from domain.progress import Tended
from domain.today import Choice, Step, one_more, steps
from views.begun import Begun
from views.changing import Changing
from views.doing import AimsOwner, id_in_time, new_id
from views.shelf import Shelf
from views.single import Single

CHOICE, PACING = "choice", "pacing"  # tables of one value each
ASKING = "asking"  # where the message somebody was about to send waits for the unlock


@ft.observable
class Aims(Changing):
    """What the goal screens show, and every action that changes it."""

    def __init__(self, owner: AimsOwner) -> None:
        super().__init__(owner)
        self.values: Shelf[Value] = Shelf(owner, "values", self.notify)
        self.strengths: Shelf[Strength] = Shelf(owner, "strengths", self.notify)
        self.people: Shelf[Person] = Shelf(owner, "people", self.notify)
        self._choice: Single[Choice | None] = Single(owner, CHOICE, None, self.notify)
        self._pacing = Single(owner, PACING, Pacing(), self.notify)
        self.asking: tuple[Person | None, str] = (None, "")  # whom the message on the Ask screen goes to, and its words
        self._moving = asyncio.Lock()

    @property
    def shelves(self) -> tuple[Shelf[Any] | Single[Any], ...]:
        """Everything that may be unsaved."""
        return self.values, self.strengths, self.goals, self.marks, self.people, self._choice, self._pacing

    @property
    def words_begun(self) -> tuple[Begun, ...]:
        """Everything that was begun and is not kept yet."""
        return self.begun, self.drafts

    def adopt(self) -> None:
        """Show what the records hold now. Raises `StorageError`."""
        for shelf in self.shelves:
            shelf.adopt()
        self.tended = self._owner.records.tended()
        for words in self.words_begun:
            words.take_out()
        self.asking = self.begun.pop(ASKING, self.asking)
        self._see(*(mark.day for mark in self.marks.unsaved))

    def forget(self) -> None:
        """Show nothing, until `adopt`; what is unsaved waits."""
        for shelf in self.shelves:
            shelf.forget()
        self.tended = Tended()
        self.begun[ASKING], self.asking = self.asking, (None, "")
        for words in self.words_begun:
            words.put_away()
        self.leave()
        self.notify()

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

    async def move_person(self, person_id: str, by: int) -> None:
        """Put somebody so many places further down (-1: one up) among the people, or a group among the groups."""
        async with self._moving:
            alike = next((each for each in apart(self.people.all()) if any(p.id == person_id for p in each)), ())
            for changed in ordering.moved(alike, person_id, by):
                await self.people.keep(changed)

    def _last_place(self) -> int:
        return max((value.place for value in self.values.all()), default=-1)

    async def add_strength(self, words: str, is_from_others: bool) -> None:
        """Something the person is good at. Raises what `Strength` raises."""
        id = f"{self._owner.now.timestamp():017.6f}-{new_id()}"  # they stand by their ids: the latest comes last
        await self.strengths.keep(Strength(id, words.strip(), is_from_others))

    # What Today offers

    def steps(self) -> tuple[Step, ...]:
        """What Today offers, in sizes that fit the energy there is."""
        return self.steps_for(self._owner.energy)

    def steps_for(self, energy: int | None) -> tuple[Step, ...]:
        """What Today offers with this energy."""
        return steps(
            *(self._offered(), self.marks.all(), self.tended, energy, self._owner.now.date()),
            choice=self.choice,
            pacing=self.pacing,
        )

    def small_step(self) -> Step | None:
        """The tiny step of a low day: the first of today's that is open, else the next goal in line."""
        offered = next((found for found in self.steps() if found.mark is None), None)
        if offered:
            return replace(offered, size=Size.TINY, words=step(offered.goal, Size.TINY))
        return one_more(self._offered(), self.marks.all(), self.tended, self._owner.now.date())

    def _offered(self) -> list[Goal]:
        """The goals that Today draws from: after its last day, one when the person chose it all the same."""
        today, chosen = self._owner.now.date(), self._todays_choice().goal_ids or ()
        return [goal for goal in self.goals.all() if not goal.is_over(today) or goal.id in chosen]

    def id_of_new_goal(self) -> str:
        """An id after those of goals that were made before: of goals that began on one day, the first stands first."""
        return id_in_time(self._owner.now)

    # Choices

    @property
    def choice(self) -> Choice | None:
        """What the person chose for a day."""
        return self._choice.value

    @property
    def pacing(self) -> Pacing:
        """The budget of a day."""
        return self._pacing.value

    async def choose(self, goal_ids: tuple[str, ...] | None) -> None:
        """Show these goals today; None: Tend offers some."""
        await self._choice.keep(replace(self._todays_choice(), goal_ids=goal_ids))

    async def resize(self, goal: Goal, size: Size) -> None:
        """Take a goal in another size today."""
        sizes = dict(self._todays_choice().sizes) | {goal.id: size}
        await self._choice.keep(replace(self._todays_choice(), sizes=tuple(sizes.items())))

    def _todays_choice(self) -> Choice:
        today = self._owner.now.date()
        return self.choice if self.choice and self.choice.day == today else Choice(today)

    async def set_pacing(self, **numbers: Any) -> None:
        """Change something about the day's budget. Raises what `Pacing` raises."""
        await self._pacing.keep(replace(self.pacing, **numbers))
