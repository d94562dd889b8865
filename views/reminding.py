"""The reminders apart from the rest of the state, as the goals are. Imports `domain`, Flet and `views`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any, Protocol

import flet as ft

from domain import schedule
from domain.models import CheckIn
from domain.quieting import Known
from domain.reminder_notes import Exported, ReminderNotes
from domain.reminders import Notice, Reminder, Rest, resting, see_room
from domain.safety import Device
from domain.schedule import Due, LocalTime
from views.aims import Aims
from views.begun import Begun
from views.doing import AimsOwner, new_id
from views.planning import Planning
from views.practice import Practice
from views.reminder_words import notice
from views.shelf import Shelf
from views.single import Single

TIMING = ("times", "window", "weekdays", "is_on", "kind", "goal_id", "skill_id")  # changed, it begins anew


class RemindingOwner(AimsOwner, Protocol):
    """What the reminders need of the state: all there is to know before anything is said."""

    aims: Aims
    practice: Practice
    plan: Planning
    device: Device
    local_time: LocalTime

    @property
    def check_ins(self) -> Sequence[CheckIn]: ...
    @property
    def can_write(self) -> bool: ...


@ft.observable
class Reminding:
    """What the screens of the reminders show, every action that changes them, and what is due."""

    def __init__(self, owner: RemindingOwner) -> None:
        self._owner = owner
        self.reminders: Shelf[Reminder] = Shelf(owner, "reminders", self.notify)
        self.notes = Single(owner, "reminder_notes", ReminderNotes(), self.notify)
        self.deleted: Reminder | None = None  # the last one, until the person leaves the screen
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
        self.drafts.put_away()
        self.leave()
        self.notify()

    def leave(self) -> None:
        """The person went to another screen: what could be undone there now stands."""
        self.deleted = None

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

    async def snooze(self, reminder_id: str, minutes: int) -> None:
        """Have it said once more in so many minutes."""
        until, today = self._now + timedelta(minutes=minutes), self._owner.now.date()
        await self.notes.keep(self.notes.value.with_snooze(reminder_id, today, until))

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

    # What is due

    def due(self) -> tuple[Due, ...]:
        """What is to be said now; nothing where another window keeps the records, for it says so itself."""
        if not self._owner.can_write:
            return ()
        return schedule.due(self.reminders.all(), self._known(), self._owner.now, self._owner.local_time)

    def next_due(self) -> datetime | None:
        """The instant at which something is due next."""
        if not self._owner.can_write:
            return None
        return schedule.next_due(self.reminders.all(), self._known(), self._owner.now, self._owner.local_time)

    async def mark(self, due: Sequence[Due]) -> bool:
        """Note that these are said; the answer says whether the device keeps it. Until it does, nothing is said."""
        names = [occasion for one in due for occasion in one.occasions]
        living = {reminder.id for reminder in self.reminders.all()}
        return await self.notes.keep(self.notes.value.with_sent(names, {one.reminder.id for one in due}, living))

    def notice(self, reminder: Reminder) -> Notice:
        """What it says, with what its goal or skill is called now."""
        goal = self._owner.aims.goals.get(reminder.goal_id)
        skill = self._owner.practice.get(reminder.skill_id) if reminder.skill_id else None
        return notice(reminder, goal.words if goal else skill.name if skill else "")

    @property
    def _now(self) -> datetime:
        return self._owner.now.astimezone(UTC)

    def _known(self) -> Known:
        owner = self._owner
        return Known(
            check_ins=owner.check_ins,
            goals={goal.id: goal for goal in owner.aims.goals.all()},
            marks=owner.aims.marks.all(),
            tended=owner.aims.tended,
            skills={skill.id for skill in owner.practice.all()},
            uses=owner.practice.uses.all(),
            plan=owner.plan.notes.value,
            backed_up_at=owner.device.backed_up_at,
            notes=self.notes.value,
        )
