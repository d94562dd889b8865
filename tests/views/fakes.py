"""What the screens run on in tests: records in memory that refuse when told, a clock that stands, a page that notes."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta, timezone
from typing import Generic, TypeVar

from domain.errors import StorageError, TendError
from domain.models import CheckIn, Preferences
from domain.safety import Device, Keeping

Kept = TypeVar("Kept")


class FakeCheckIns:
    """Check-ins in memory; `refuse` makes every write raise it, `gate` makes every write wait until it is set."""

    def __init__(self, check_ins: tuple[CheckIn, ...] = ()) -> None:
        self.kept = {check_in.id: check_in for check_in in check_ins}
        self.refuse: StorageError | None = None
        self.gate: asyncio.Event | None = None

    async def slowly(self) -> None:
        if self.gate:
            await self.gate.wait()

    def all(self, waiting: Sequence[CheckIn] = ()) -> tuple[CheckIn, ...]:
        shown = self.kept | {check_in.id: check_in for check_in in waiting}
        return tuple(sorted(shown.values(), key=lambda check_in: (check_in.at, check_in.id)))

    def get(self, check_in_id: str) -> CheckIn | None:
        return self.kept.get(check_in_id)

    async def save(self, check_in: CheckIn) -> None:
        await self.slowly()
        self._refuse()
        self.kept[check_in.id] = check_in

    async def delete(self, check_in_id: str) -> None:
        await self.slowly()
        self._refuse()
        self.kept.pop(check_in_id, None)

    def _refuse(self) -> None:
        if self.refuse:
            raise self.refuse


class FakeOne(Generic[Kept]):
    """One value in memory, as preferences and the device are; `refuse` makes every write raise it."""

    def __init__(self, kept: Kept) -> None:
        self.kept = kept
        self.refuse: StorageError | None = None

    def load(self) -> Kept:
        return self.kept

    async def save(self, value: Kept) -> None:
        if self.refuse:
            raise self.refuse
        self.kept = value


class FakeRecords:
    """The records of a device, in memory."""

    def __init__(self, check_ins: tuple[CheckIn, ...] = (), preferences: Preferences | None = None) -> None:
        self.check_ins = FakeCheckIns(check_ins)
        self.preferences = FakeOne(preferences or Preferences())
        self.device = FakeOne(Device())
        self.keeping = Keeping.KEPT


class FakeClock:
    """A clock that stands until it is moved; Thursday 19 November 2026, 9:12, one hour ahead of UTC."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 19, 9, 12, tzinfo=timezone(timedelta(hours=1)))
        self._sleepers: list[tuple[datetime, asyncio.Event]] = []

    def __call__(self) -> datetime:
        return self.now

    def pass_time(self, **amount: float) -> None:
        self.now += timedelta(**amount)
        for until, awake in self._sleepers:
            if until <= self.now:
                awake.set()

    async def sleep(self, seconds: float) -> None:
        """`asyncio.sleep` by this clock: it returns once the clock was moved so far."""
        awake = asyncio.Event()
        self._sleepers.append((self.now + timedelta(seconds=seconds), awake))
        await awake.wait()


class FakePage:
    """The page around Tend: the files it was given, the files to pick, its answers, and what it was told."""

    def __init__(self, *to_pick: bytes | TendError | None) -> None:
        self.to_pick = list(to_pick)  # in turn: a file, what picking it raises, None when the person picks none
        self.saved: list[tuple[str, str, bytes]] = []  # name, kind, content
        self.given: list[tuple[str, str]] = []  # path, name
        self.takes_files = True  # False: the person puts the saving off
        self.persistent: bool | None = True
        self.answer: bool | None = True  # to asking for persistence
        self.asked = 0
        self.covers: list[bool] = []
        self.uncovered = 0
        self.when_uncovered: Callable[[], object] = lambda: None
        self.looks: list[Preferences] = []
        self.started_over = 0
        self.put_aways = 0
        self.seen: Callable[[float], None] | None = None

    async def save_file(self, name: str, kind: str, content: bytes) -> bool:
        if self.takes_files:
            self.saved.append((name, kind, content))
        return self.takes_files

    async def give_file(self, path: str, name: str) -> bool:
        self.given.append((path, name))
        return self.takes_files

    async def pick_file(self, limit: int) -> bytes | None:
        picked = self.to_pick.pop(0)
        if isinstance(picked, TendError):
            raise picked
        assert picked is None or len(picked) <= limit
        return picked

    async def is_persistent(self) -> bool | None:
        return self.persistent

    async def ask_to_persist(self) -> bool | None:
        self.asked += 1
        self.persistent = self.answer
        return self.answer

    def cover(self, when_hidden: bool) -> None:
        self.covers.append(when_hidden)

    def uncover(self) -> None:
        self.uncovered += 1
        self.when_uncovered()

    def put_away(self) -> None:
        self.put_aways += 1

    def remember(self, looks: Preferences) -> None:
        self.looks.append(looks)

    async def remembered(self) -> Preferences:
        return self.looks[-1] if self.looks else Preferences()

    def start_over(self) -> None:
        self.started_over += 1

    def when_seen(self, seen: Callable[[float], None]) -> None:
        self.seen = seen
