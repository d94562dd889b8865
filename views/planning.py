"""My plan apart from the rest of the state, as the goals are. Imports `domain`, Flet and `views`."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import date
from typing import Any

import flet as ft

from domain.ordering import moved
from domain.plan import Part, PlanItem, PlanNotes, Source, see_room
from domain.plan_reading import beside
from views.begun import Begun
from views.doing import AimsOwner, new_id
from views.shelf import Shelf
from views.single import Single

RUNG, IDEAS, CHANGES, SIGNS = "rung", "ideas", "changes", "signs"  # what can be folded


@ft.observable
class Planning:
    """What the screens of the plan show, and every action that changes it."""

    def __init__(self, owner: AimsOwner) -> None:
        self._owner = owner
        self.items: Shelf[PlanItem] = Shelf(owner, "plan", self.notify)
        self.notes = Single(owner, "plan_notes", PlanNotes(), self.notify)
        self.deleted: PlanItem | None = None  # the last one, until the person leaves the screen
        self.drafts = Begun()  # what was begun and not saved yet, by its place in the route
        self.put_off: frozenset[str] = frozenset()  # ticked signs whose answer was read, and is not for now
        self.is_changing = False  # where reading comes first, the person asked to change their plan in this stay
        self.is_for_reading = False  # the safety plan was opened from Help now
        self._folds: dict[tuple[str, str], bool] = {}  # what was opened (True) or folded in this stay
        self._moving = asyncio.Lock()

    @property
    def shelves(self) -> tuple[Shelf[Any] | Single[Any], ...]:
        """Everything that may be unsaved."""
        return self.items, self.notes

    def adopt(self) -> None:
        """Show what the records hold now. Raises `StorageError`."""
        self.items.adopt()
        self.notes.adopt()
        self.drafts.take_out()
        self.notify()

    def forget(self) -> None:
        """Show nothing of the person's, until `adopt`; what is unsaved waits."""
        self.items.forget()
        self.notes.forget()
        self.drafts.put_away()
        self.put_off, self.is_for_reading = frozenset(), False
        self.leave()
        self.notify()

    def leave(self) -> None:
        """The person went to another screen: what could be undone there now stands, and what was open is folded."""
        self.deleted, self.is_changing, self._folds = None, False, {}

    # What is open

    def is_open(self, kind: str, of: str, usual: bool = False) -> bool:
        """Whether a `RUNG`, or the `IDEAS` or `CHANGES` of a part, stands open: `usual`, until the person folds it."""
        return self._folds.get((kind, of), usual)

    def fold(self, kind: str, of: str, is_open: bool) -> None:
        """Open it or fold it."""
        self._folds = {**self._folds, (kind, of): is_open}
        self.notify()

    def change_plan(self) -> None:
        """Show what changes the plan, where reading comes first."""
        self.is_changing = True

    @property
    def ticked(self) -> tuple[str, ...]:
        """The signs that are ticked today, by their ids."""
        return self.notes.value.ticked_today(self._owner.now.date())

    async def add(self, part: Part, words: str, answer: str = "", picked: tuple[Source, str] | None = None) -> None:
        """Put one more line at the end of a part, `picked` from a skill, a person or a goal.

        Raises:
            InputRefused: there is no room for it, or it is not what `PlanItem` takes.
        """
        source, source_id = picked or (None, None)
        place = see_room(self.items.all(), part)
        await self.items.keep(PlanItem(new_id(), part, words.strip(), answer.strip(), place, source, source_id))

    async def change(self, item_id: str, words: str | None = None, answer: str | None = None) -> None:
        """Say it otherwise (None: as it is); one that was deleted meanwhile stays so.

        Raises:
            InputRefused: it is not what `PlanItem` takes.
        """
        item = self.items.get(item_id)
        if item:
            words = item.words if words is None else words.strip()
            answer = item.answer if answer is None else answer.strip()
            await self.items.keep(replace(item, words=words, answer=answer))

    async def move(self, item_id: str, by: int) -> None:
        """Put a line so many places further down those it stands with (-1: one up)."""
        async with self._moving:  # of two quick taps, each begins where the one before ended
            there = self.items.get(item_id)
            if there is None:
                return
            for changed in moved(beside(self.items.all(), there), item_id, by):
                item = self.items.get(changed.id)  # it may have been said otherwise while another was written
                if item:
                    await self.items.keep(replace(item, place=changed.place))

    async def delete(self, item: PlanItem) -> None:
        """Take a line out; `undo_delete` brings it back."""
        if await self.items.delete(item.id):
            self.deleted = item

    async def undo_delete(self) -> None:
        """Bring the line taken out last back as it was."""
        gone, self.deleted = self.deleted, None
        if gone:
            await self.items.keep(gone)

    async def tick(self, item_id: str) -> None:
        """Tick a sign for today, or take the tick back."""
        self.put_off -= {item_id}
        item = self.items.get(item_id)
        if item:  # what it stands in stays open, and nothing goes from under the thumb when the tick is taken back
            self._folds = {**self._folds, (RUNG, item.rung): True, (SIGNS, SIGNS): True}
        await self.notes.keep(self.notes.value.with_tick(item_id, self._owner.now.date()))

    def not_now(self, item_ids: tuple[str, ...]) -> None:
        """What was written for these signs was read; it goes until one is ticked anew."""
        self.put_off |= set(item_ids)

    async def leave_for_later(self, part: Part) -> None:
        """Leave a part for another time, or come back to it."""
        await self.notes.keep(self.notes.value.with_later(part))

    async def look_again_on(self, day: date | None) -> None:
        """Choose when to look the plan over (None: no day)."""
        await self.notes.keep(replace(self.notes.value, review_on=day))

    async def looked_over(self, next_day: date | None) -> None:
        """The person looked it over today, and will again on `next_day`."""
        today = self._owner.now.date()
        await self.notes.keep(replace(self.notes.value, reviewed_on=today, review_on=next_day))
