"""The one observable: what the screens show, and every action that changes it. Imports `domain`, Flet and `views`."""

from __future__ import annotations

import asyncio
import uuid
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

import flet as ft

from domain import check_ins as rules
from domain.models import CheckIn, Preferences
from domain.pacing import energy_now
from domain.safety import Device, Keeping
from domain.skills import Skill
from views.acting import HERE, NO_LINES, Acting, Clock, Gate, LocalTime, Reading, Trail
from views.aims import Aims
from views.hope_box import HopeBox
from views.outlook import Outlook
from views.planning import Planning
from views.ports import Page, Records, Vault
from views.practice import Practice
from views.reminding import Reminding
from views.shelf import Shelf
from views.single import Single
from views.theme import LARGE_TEXT


@ft.observable
@dataclass(eq=False)
class TendState(Acting):
    """What is on the screens. Make it with `load`."""

    records: Records | None
    clock: Clock
    local_time: LocalTime
    vault: Vault | None = None  # where the records come from; without one they cannot be locked, moved or erased
    page: Page | None = None
    preferences: Preferences = field(default_factory=Preferences)
    device: Device = field(default_factory=Device)
    keeping: Keeping = Keeping.KEPT
    gate: Gate = field(default_factory=Gate)
    has_lock: bool = False  # what is stored is encrypted
    unlocked: asyncio.Event = field(default_factory=asyncio.Event)  # set while there is a lock, and it is open
    stirred: asyncio.Event = field(default_factory=asyncio.Event)  # set by what may change when Tend locks by itself
    is_persistent: bool | None = None  # the browser's promise not to clear what is stored
    taps: tuple[rules.Tap, ...] = ()  # of this stay on Today, latest last; Undo takes them back one by one
    touched: str | None = None  # id of the check-in answered or edited in this stay
    deleted: CheckIn | None = None  # the last one deleted, until the person leaves the screen
    retold: tuple[str, str] | None = None  # the name or the country, and what it was before
    draft: tuple[str, CheckIn] | None = None  # address and contents of a sheet that Help now was opened over
    trail: Trail = field(default_factory=Trail)
    alone: frozenset[str] = frozenset()  # check-ins for which company was declined
    problem: Exception | None = None  # why the last action changed nothing, until one succeeds
    last_touch: datetime | None = None  # when the person last did something
    saved: asyncio.Event = field(default_factory=asyncio.Event)  # set once something was
    turn: asyncio.Lock = field(default_factory=asyncio.Lock)  # one action writes at a time
    outlook: Outlook = field(default_factory=Outlook)
    built_in: Sequence[Skill] = ()  # the skills that ship with Tend
    help_lines: Reading = NO_LINES
    can_call: bool = True  # this device, as far as is known

    def __post_init__(self) -> None:
        self.log: Shelf[CheckIn] = Shelf(self, "check_ins", self._logged)
        self.parts = Aims(self), Practice(self, self.built_in), HopeBox(self), Planning(self), Reminding(self)
        self.aims, self.practice, self.hope_box, self.plan, self.reminding = self.parts

    @classmethod
    def load(cls, records: Records, clock: Clock, local_time: LocalTime = HERE, **more: Any) -> TendState:
        """Read everything once.

        Raises:
            StorageError: it cannot be read.
        """
        state = cls(records, clock, local_time, **more)
        state.adopt(records)
        return state

    @classmethod
    def locked(cls, clock: Clock, local_time: LocalTime = HERE, **more: Any) -> TendState:
        """Nothing yet: a passphrase is needed first."""
        state = cls(None, clock, local_time, **more)
        state.lock()
        return state

    def adopt(self, records: Records) -> None:
        """Show what these records hold, and write to them from now on. Raises as `load` does."""
        kept, self.device = records.preferences.load(), records.device.load()
        self.preferences = replace(kept, country=kept.country or self.preferences.country)  # one chosen while locked
        self.records, self.keeping = records, records.keeping
        for part in (self.log, *self.parts):
            part.adopt()
        self.gate.is_locked = False
        self.note_lock()
        self.look_out()

    def lock(self) -> None:
        """Forget everything the records held, and show the locked screen; what is unsaved waits for the passphrase."""
        self.gate.is_locked = True
        self.records, self.draft, self.problem, self.preferences = None, None, None, self.preferences.looks
        for part in (self.log, *self.parts):
            part.forget()
        self.device = Device(lock_after_minutes=self.device.lock_after_minutes)
        self.leave()
        self.note_lock()

    def note_lock(self) -> None:
        """See whether there is a lock, after something about it changed."""
        self.has_lock = self.vault is not None and self.vault.is_locked
        (self.unlocked.set if self.has_lock and not self.is_locked else self.unlocked.clear)()
        self.stirred.set()

    @property
    def is_locked(self) -> bool:
        """True while a passphrase is needed to see anything."""
        return self.gate.is_locked

    @property
    def can_write(self) -> bool:
        """False where another window keeps the records."""
        return self.keeping is not Keeping.ELSEWHERE

    @property
    def now(self) -> datetime:
        """The aware local time."""
        return self.clock()

    @property
    def check_ins(self) -> Sequence[CheckIn]:
        """Every check-in as the person left it, earliest first, those still to be saved included."""
        return self.log.all()

    @property
    def shelves(self) -> tuple[Shelf[Any] | Single[Any], ...]:
        """Everything that may be unsaved."""
        return self.log, *(shelf for part in self.parts for shelf in part.shelves)

    @property
    def is_refused(self) -> bool:
        """True when something the person did is not saved, and waits for the device to take it."""
        return any(shelf.refused for shelf in self.shelves)

    @property
    def energy(self) -> int | None:
        """The energy there is, as far as it is known."""
        known = energy_now(self.check_ins, self.now)
        return known.energy if known else None

    @property
    def large_text(self) -> bool:
        """True from the text size on at which rows become lists."""
        return self.preferences.text_size >= LARGE_TEXT

    async def tap(self, question: rules.Question, value: int, anew: bool = False) -> None:
        """Answer one question now, in the current check-in or a new one; `anew`: in a new one."""
        check_in, tap = rules.answer(() if anew else self.check_ins, question, value, self.now, uuid.uuid4().hex)
        if tap.before != value:
            self.taps = (*self.taps, tap)
            await self.change(check_in)

    async def undo_tap(self) -> None:
        """Take back the latest tap of this stay."""
        if self.taps:
            *earlier, tap = self.taps
            check_in = rules.take_back(self.check_ins, tap)
            refused = check_in is not None and not await self._keep(check_in) and check_in.is_empty
            if not refused:  # a refused delete leaves everything as it was, the way back included
                self.taps = tuple(earlier)

    async def change(self, check_in: CheckIn) -> None:
        """Keep an edited check-in; one with nothing left in it goes."""
        self.touched = check_in.id
        await self._keep(check_in)

    async def delete(self, check_in: CheckIn) -> None:
        """Delete a check-in; `undo_delete` brings it back."""
        if await self.log.delete(check_in.id):
            self.deleted = check_in
            self.taps = tuple(tap for tap in self.taps if tap.check_in_id != check_in.id)

    async def undo_delete(self) -> None:
        """Bring the check-in deleted last back as it was."""
        if self.deleted:
            check_in, self.deleted = self.deleted, None
            await self._keep(check_in)

    async def try_again(self) -> None:
        """Write once more what the device did not take."""
        for shelf in self.shelves:
            await shelf.try_again()

    def leave(self) -> None:
        """The person went to another screen: what could be undone there now stands."""
        self.taps, self.touched, self.deleted, self.retold = (), None, None, None
        for part in (*self.parts, self.outlook):
            part.leave()
        self.close_sheet()

    def close_sheet(self) -> None:
        """The person is done with a check-in's details: a refusal was read, a failed save is still to be mended."""
        if not self.is_refused:
            self.problem = None

    def come_back(self) -> None:
        """The person looks at the app again: the hour, and with it what Today says, may have changed."""
        if rules.current(self.check_ins, self.now) is None:
            self.taps, self.touched = (), None
            self.outlook.leave()
        self.outlook.seen_at = self.now
        self.look_out()
        self.aims.notify()
        self.notify()

    def look_out(self, anew: bool = False) -> None:
        """See what Today depends on: the day, and the energy that is known; `anew`: the person chose how it looks."""
        self.outlook.see(self.now.date(), energy_now(self.check_ins, self.now), self.preferences, anew)

    async def prefer(self, **choices: Any) -> None:
        """Choose something about the app; seen at once, and kept if it can be: a choice of looks is no record."""
        self.preferences = replace(self.preferences, **choices)
        self.look_out(anew="low_energy" in choices)
        await self.attempt(lambda: self.records.preferences.save(self.preferences))
        if self.page:
            self.page.remember(self.preferences.looks)

    async def set_device(self, **facts: Any) -> None:
        """Note something about this device."""
        device = replace(self.device, **facts)
        if await self.attempt(lambda: self.records.device.save(device)):
            self.device = device

    async def _keep(self, check_in: CheckIn) -> bool:
        return await (self.log.delete(check_in.id) if check_in.is_empty else self.log.keep(check_in))

    def _logged(self) -> None:
        self.look_out()
        self.notify()
