"""The reminders apart from the rest of the state, as the goals are. Imports `domain`, Flet and `views`."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import flet as ft

from domain.reminder_notes import Exported, ReminderNotes
from domain.reminders import Reminder, Rest, resting, see_room
from domain.schedule import Due
from views.begun import Begun
from views.doing import new_id
from views.shelf import Shelf
from views.single import Single
from views.telling import RemindingOwner, Telling

TIMING = ("times", "window", "weekdays", "is_on", "kind", "goal_id", "skill_id")  # changed, it begins anew


@ft.observable
class Reminding(Telling):
    """What the screens of the reminders show, every action that changes them, and what is due."""

    def __init__(self, owner: RemindingOwner) -> None:
        super().__init__(owner)
        self.deleted: Reminder | None = None  # the last one, until the person leaves the screen
        self.woken: ReminderNotes | None = None  # as they stood until all were woken, until the person leaves
        self.drafts = Begun()  # what was begun and not saved yet, by its place in the route

    @property
    def shelves(self) -> tuple[Shelf[Any] | Single[Any], ...]:
        """Everything that may be unsaved."""
        return self.reminders, self.notes

    def adopt(self) -> None:
        """Show what the records hold now. Raises `StorageError`."""
        for shelf in self.shelves:
            shelf.adopt()
        self.drafts.take_out()
        self.notify()

    def forget(self) -> None:
        """Show nothing of the person's, until `adopt`; what is unsaved waits."""
        for shelf in self.shelves:
            shelf.forget()
        self._said = ()
        self.drafts.put_away()
        self.leave()
        self.notify()

    def leave(self) -> None:
        """The person went to another screen: what could be undone there now stands."""
        self.deleted, self.woken = None, None

    # What the person does

    async def add(self, reminder: Reminder) -> Reminder:
        """Keep a new one; it gets an id of its own, and begins now.

        Raises:
            InputRefused: there is no room for it.
        """
        see_room(self.reminders.all())
        made = replace(reminder, id=new_id(), since=self._now, words=reminder.words.strip())
        await self.reminders.keep(made)
        return made

    async def change(self, reminder_id: str, **fields: Any) -> None:
        """Say or time it otherwise; what was due before is not made up for. One that was deleted meanwhile stays so.

        Raises:
            InputRefused: it is not what `Reminder` takes.
        """
        before = self.reminders.get(reminder_id)
        if before is None:
            return
        after = replace(before, **fields)
        if any(getattr(before, name) != getattr(after, name) for name in TIMING):
            after = replace(after, since=self._now)
        if after != before:
            await self.reminders.keep(after)

    async def pause(self, reminder_id: str, rest: Rest | None) -> None:
        """Let one rest for a while, or wake it (None)."""
        reminder = self.reminders.get(reminder_id)
        if reminder:
            paused = resting(rest, self._owner.now.date()) if rest else None
            since = reminder.since if rest else self._now
            await self.reminders.keep(replace(reminder, paused=paused, since=since))

    async def pause_all(self, rest: Rest | None) -> None:
        """Let all of them rest for a while, or wake them (None); nothing is made up for."""
        paused = resting(rest, self._owner.now.date()) if rest else None
        since = self.notes.value.since if rest else self._now
        await self.notes.keep(replace(self.notes.value, paused=paused, since=since))

    @property
    def rest_until_return(self) -> bool:
        """Whether all rest until the person comes back, and there is one that would be heard."""
        paused = self.notes.value.paused
        return bool(paused and paused.until is None and any(one.is_on for one in self.reminders.all()))

    async def wake_all(self) -> None:
        """The person is back; `undo_wake` lets them rest on."""
        rested = self.notes.value
        await self.pause_all(None)
        self.woken = rested
        self.notify()

    async def undo_wake(self) -> None:
        """Let all rest as they did."""
        rested, self.woken = self.woken, None
        if rested:
            await self.notes.keep(replace(self.notes.value, paused=rested.paused, since=rested.since))

    async def not_today(self, due: Due) -> None:
        """Nothing more of it today."""
        self.put_down(due)
        await self.pause(due.reminder.id, Rest.TODAY)

    async def delete(self, reminder: Reminder) -> None:
        """Take one out; `undo_delete` brings it back."""
        if await self.reminders.delete(reminder.id):
            self.deleted = reminder

    async def undo_delete(self) -> None:
        """Bring the one taken out last back as it was."""
        gone, self.deleted = self.deleted, None
        if gone:
            await self.reminders.keep(gone)

    async def note_exported(self, exported: tuple[Exported, ...]) -> None:
        """Remember what went into the calendar file."""
        await self.notes.keep(replace(self.notes.value, exported=exported))
