"""What is due, said through whatever this device says it with, and what became of it. Imports `domain`, `views`.

Everything that is said stands on Today too, for a while: a device may show no notices, or nobody looks at them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Protocol

from domain import schedule
from domain.models import CheckIn, Preferences
from domain.quieting import Known
from domain.reminder_notes import Heard, ReminderNotes
from domain.reminders import Notice, Reminder
from domain.safety import Allowed, Device, Keeping
from domain.schedule import Due, LocalTime
from views.aims import Aims
from views.doing import AimsOwner
from views.planning import Planning
from views.ports import CalendarFile, Voice
from views.practice import Practice
from views.reminder_words import notice
from views.shelf import Shelf
from views.single import Single
from views.wording import name_of

AHEAD, MOST_AHEAD = 7, 100  # days, and notices, that the device knows of while Tend is closed
LATER = 30  # minutes


class RemindingOwner(AimsOwner, Protocol):
    """What the reminders need of the state: all there is to know before anything is said."""

    aims: Aims
    practice: Practice
    plan: Planning
    device: Device
    preferences: Preferences
    local_time: LocalTime
    keeping: Keeping
    has_lock: bool

    @property
    def check_ins(self) -> Sequence[CheckIn]: ...
    @property
    def can_write(self) -> bool: ...
    @property
    def is_locked(self) -> bool: ...
    async def set_device(self, **facts: object) -> None: ...


class Telling:
    """The part of `Reminding` that says what is due."""

    def __init__(self, owner: RemindingOwner) -> None:
        self._owner = owner
        self.reminders: Shelf[Reminder] = Shelf(owner, "reminders", self.notify)
        self.notes = Single(owner, "reminder_notes", ReminderNotes(), self.notify)
        self.voice: Voice | None = None  # what says them on this device
        self.calendar_file: CalendarFile | None = None
        self.allowed = Allowed.NOT_ASKED  # whether the device shows notices, as far as is known
        self._said: tuple[Due, ...] = ()  # in this window, and not answered yet

    def notify(self) -> None:
        """Have what shows this drawn anew."""
        raise NotImplementedError

    # What is due

    def due(self) -> tuple[Due, ...]:
        """What is to be said now; nothing where another window keeps the records, for it says so itself."""
        if not self._speaks:
            return ()
        return schedule.due(self.reminders.all(), self.known(), self._owner.now, self._owner.local_time)

    def next_due(self) -> datetime | None:
        """The instant at which something is due next."""
        if not self._speaks:
            return None
        return schedule.next_due(self.reminders.all(), self.known(), self._owner.now, self._owner.local_time)

    def ahead(self) -> tuple[tuple[datetime, Notice], ...]:
        """What the device may say while Tend is closed, in neutral words: it lies there open to read.

        Nothing with a lock: when somebody is reminded is theirs as well.
        """
        owner = self._owner
        if not self._speaks or owner.has_lock or owner.keeping is not Keeping.KEPT:
            return ()
        coming = schedule.ahead(self.reminders.all(), self.known(), owner.now, owner.local_time, AHEAD, MOST_AHEAD)
        return tuple((one.at, self.notice(replace(one, reminder=_neutral(one.reminder)))) for one in coming)

    async def mark(self, due: Sequence[Due]) -> bool:
        """Note that these are said; the answer says whether the device keeps it. Until it does, nothing is said."""
        names = [occasion for one in due for occasion in one.occasions]
        kept = await self.notes.keep(self._with_sent(names, {one.reminder.id for one in due}))
        if kept:
            fresh = {one.reminder.id for one in due}
            self._said = (*(one for one in self._said if one.reminder.id not in fresh), *due)
            self.notify()
        return kept

    def notice(self, due: Due) -> Notice:
        """What it says, with what its goal or skill is called now."""
        words = notice(due.reminder, self.name(due.reminder))
        return replace(words, tag=due.tag, app=name_of(self._owner.preferences))

    def name(self, reminder: Reminder) -> str:
        """What its goal or skill is called now; "" where it has none, or it is gone."""
        goal = self._owner.aims.goals.get(reminder.goal_id)
        skill = self._owner.practice.get(reminder.skill_id) if reminder.skill_id else None
        return goal.words if goal else skill.name if skill else ""

    # What became of it

    def said(self) -> tuple[Due, ...]:
        """What was said in this window and is still to be done, as it stands now, earliest first."""
        if not self._said:
            return ()
        known, now = self.known(), self._owner.now
        there = (replace(one, reminder=found) for one in self._said if (found := self.reminders.get(one.reminder.id)))
        return tuple(one for one in there if schedule.still_stands(one, known, now))

    def put_down(self, due: Due) -> None:
        """The person has seen it: it need not stand on Today any more."""
        self._said = tuple(one for one in self._said if one.reminder.id != due.reminder.id)
        self.notify()

    async def later(self, due: Due) -> None:
        """Say it once more in a while."""
        self.put_down(due)
        await self.snooze(due.reminder.id, LATER)

    async def hear(self, heard: Sequence[Heard]) -> None:
        """Take over what became of notices while nobody looked; what is of no reminder here is left."""
        mine = [one for one in heard if self.reminders.get(one.reminder_id)]
        if not mine or not self._speaks:
            return
        notes = self._with_sent([one.tag for one in mine], {one.reminder_id for one in mine})
        for one in (one for one in mine if one.is_later):
            notes = notes.with_snooze(one.reminder_id, one.day, one.at + timedelta(minutes=LATER))
            self._said = tuple(due for due in self._said if due.reminder.id != one.reminder_id)
        await self.notes.keep(notes)

    async def snooze(self, reminder_id: str, minutes: int) -> None:
        """Have it said once more in so many minutes."""
        until, today = self._now + timedelta(minutes=minutes), self._owner.now.date()
        await self.notes.keep(self.notes.value.with_snooze(reminder_id, today, until))

    # Whether the device shows notices

    async def look_at_device(self) -> None:
        """See whether it shows any."""
        if self.voice:
            await self.see_allowed(await self.voice.allowed())

    async def ask_device(self) -> None:
        """Ask for it, in a tap; the browser asks the person."""
        if self.voice:
            await self.see_allowed(await self.voice.ask())

    async def see_allowed(self, allowed: Allowed) -> None:
        """Show what the device allows; a yes needs no words, a no is told until the person has read it."""
        if allowed is not self.allowed:
            self.allowed = allowed
            self.notify()
        if allowed is Allowed.YES and not self._owner.is_locked:
            await self.read_about_notices()

    async def read_about_notices(self) -> None:
        """The person knows how it stands."""
        if self._owner.device.notices is not self.allowed and self._owner.can_write:
            await self._owner.set_device(notices=self.allowed)
            self.notify()

    @property
    def has_news_of_notices(self) -> bool:
        """Whether the device shows none and the person does not know yet."""
        return self.allowed in (Allowed.NO, Allowed.NOT_ASKED) and self.allowed is not self._owner.device.notices

    @property
    def was_withdrawn(self) -> bool:
        """Whether it showed them before."""
        return self._owner.device.notices is Allowed.YES and self.allowed is not Allowed.YES

    # All there is to know

    def known(self) -> Known:
        """What there is to know before anything is said."""
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

    @property
    def _speaks(self) -> bool:
        """Whether there is anything to look for, in a window that keeps the records."""
        return self._owner.can_write and len(self.reminders.all()) > 0

    @property
    def _now(self) -> datetime:
        return self._owner.now.astimezone(UTC)

    def _with_sent(self, occasions: Sequence[str], said: set[str]) -> ReminderNotes:
        living = {reminder.id for reminder in self.reminders.all()}
        return self.notes.value.with_sent(occasions, said, living)


def _neutral(reminder: Reminder) -> Reminder:
    return replace(reminder, shows_words=False)
