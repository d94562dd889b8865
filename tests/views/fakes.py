"""What the screens run on in tests: records in memory that refuse when told, a clock that stands, a page that notes."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime, timedelta, timezone
from typing import Any, Generic, TypeVar

from domain.errors import StorageError, TendError
from domain.first_aid import FirstAid
from domain.handout import Handed
from domain.installing import Install
from domain.models import CheckIn, Preferences
from domain.pacing import Pacing
from domain.plan import PlanNotes
from domain.progress import Tended, tended, tending
from domain.reminder_notes import Heard, ReminderNotes
from domain.reminders import Notice
from domain.safety import Allowed, Device, Keeping
from domain.skill_choices import SkillChoices
from domain.today import Choice
from storage.first_aid import Found, Left, left_on_page

Kept = TypeVar("Kept")


class FakeCollection(Generic[Kept]):
    """Records in memory, in `order`; `refuse` makes every write raise it, `gate` makes every write wait until set."""

    def __init__(self, records: Iterable[Kept] = (), order: Callable[[Any], Any] = lambda record: record.id) -> None:
        self.kept = {record.id: record for record in records}
        self.refuse: StorageError | None = None
        self.gate: asyncio.Event | None = None
        self._order = order

    async def slowly(self) -> None:
        if self.gate:
            await self.gate.wait()

    def all(self, waiting: Sequence[Kept] = ()) -> tuple[Kept, ...]:
        shown = self.kept | {record.id: record for record in waiting}
        return tuple(sorted(shown.values(), key=lambda record: (self._order(record), record.id)))

    def get(self, record_id: str) -> Kept | None:
        return self.kept.get(record_id)

    async def save(self, record: Kept) -> None:
        await self.slowly()
        self._refuse()
        self.kept[record.id] = record

    async def delete(self, record_id: str) -> None:
        await self.slowly()
        self._refuse()
        self.kept.pop(record_id, None)

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

    def __init__(
        self, check_ins: tuple[CheckIn, ...] = (), preferences: Preferences | None = None, **more: Iterable[Any]
    ) -> None:
        self.check_ins = FakeCollection(check_ins, lambda record: record.at)
        self.values = FakeCollection(more.get("values", ()), lambda record: record.place)
        self.strengths = FakeCollection(more.get("strengths", ()))
        self.goals = FakeCollection(more.get("goals", ()), lambda record: record.started or date.min)
        self.marks = FakeCollection(more.get("marks", ()), lambda record: (record.day, record.at))
        self.people = FakeCollection(more.get("people", ()), lambda record: record.place)
        self.skills = FakeCollection(more.get("skills", ()))
        self.uses = FakeCollection(more.get("uses", ()), lambda record: record.at)
        self.writings = FakeCollection(more.get("writings", ()), lambda record: record.at)
        self.hopes = FakeCollection(more.get("hopes", ()), lambda record: record.place)
        self.plan = FakeCollection(more.get("plan", ()), lambda record: record.place)
        self.plan_notes = FakeOne(PlanNotes())
        self.reminders = FakeCollection(more.get("reminders", ()))
        self.reminder_notes = FakeOne(ReminderNotes())
        self.skill_choices = FakeOne(SkillChoices())
        self.preferences = FakeOne(preferences or Preferences())
        self.choice: FakeOne[Choice | None] = FakeOne(None)
        self.pacing = FakeOne(Pacing())
        self.device = FakeOne(Device())
        self.keeping = Keeping.KEPT
        self.built_in = tuple(more.get("built_in", ()))  # the skills that ship with Tend

    def tended(self) -> Tended:
        return tended(tending(self.marks.all()))


class FakeClock:
    """A clock that stands until it is moved; Thursday 19 November 2026, 9:12, one hour ahead of UTC."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 19, 9, 12, tzinfo=timezone(timedelta(hours=1)))
        self._sleepers: list[tuple[datetime, asyncio.Event]] = []
        self.slept: list[float] = []  # seconds, of each sleep that was begun

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
        self.slept.append(seconds)
        self._sleepers.append((self.now + timedelta(seconds=seconds), awake))
        await awake.wait()


class FakePage:
    """The page around Tend: the files it was given, the files to pick, its answers, and what it was told."""

    def __init__(self, *to_pick: bytes | TendError | None) -> None:
        self.to_pick = list(to_pick)  # in turn: a file, what picking it raises, None when the person picks none
        self.saved: list[tuple[str, str, bytes]] = []  # name, kind, content
        self.given: list[tuple[str, str]] = []  # path, name
        self.printed: list[str] = []
        self.prints: bool | TendError = True  # False: nothing prints from here
        self.texts: list[tuple[str, str]] = []  # title, text
        self.hands = Handed.SHARED  # what becomes of them
        self.takes_files = True  # False: the person puts the saving off
        self.persistent: bool | None = True
        self.answer: bool | None = True  # to asking for persistence
        self.asked = 0
        self.covers: list[bool] = []
        self.uncovered = 0
        self.when_uncovered: Callable[[], object] = lambda: None
        self.looks: list[Preferences] = []
        self.started_over = 0
        self.put_aways = self.holds = 0
        self.away = "notes.html"
        self.left = 0
        self.leaving: Callable[[], object] = lambda: None
        self.seen: Callable[[float], None] | None = None
        self.awake: list[bool] = []
        self.buzzed: list[int] = []  # milliseconds
        self.buzzes = True  # False: a phone, or a browser, that does not
        self.calls = True  # False: a desk, that cannot call
        self.first: list[FirstAid] = []  # what the first page was told to show
        self.lying: dict[str, str] = {}  # what lies on it: the taps, by their keys, as the page writes them
        self.picked = ""  # the country that was picked on it
        self.tapped: Callable[[], None] | None = None
        self.home = Install.MENU
        self.agrees = True  # to the browser's own prompt
        self.prompted = 0
        self.is_still = False  # True: the phone was told that things are not to move

    async def save_file(self, name: str, kind: str, content: bytes) -> bool:
        if self.takes_files:
            self.saved.append((name, kind, content))
        return self.takes_files

    async def print_page(self, html: str) -> bool:
        if isinstance(self.prints, TendError):
            raise self.prints
        if self.prints:
            self.printed.append(html)
        return self.prints

    async def share_text(self, title: str, text: str) -> Handed:
        self.texts.append((title, text))
        return self.hands

    async def give_file(self, path: str, name: str) -> bool:
        self.given.append((path, name))
        return self.takes_files

    async def pick_file(self, limit: int) -> bytes | None:
        picked = self.to_pick.pop(0)
        if isinstance(picked, TendError):
            raise picked
        assert picked is None or len(picked) <= limit
        return picked

    async def pick_photo(self, limit: int) -> bytes | None:
        return await self.pick_file(limit)

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

    def hold_first(self) -> None:
        self.holds += 1

    def put_away(self) -> None:
        self.put_aways += 1

    def leave(self) -> None:
        self.left += 1

    def when_leaving(self, leaving: Callable[[], object]) -> None:
        self.leaving = leaving

    def remember(self, looks: Preferences) -> None:
        self.looks.append(looks)

    async def remembered(self) -> Preferences:
        return self.looks[-1] if self.looks else Preferences()

    def show_first(self, shown: FirstAid) -> None:
        self.first.append(shown)

    async def left_on_page(self) -> Left:
        return left_on_page(json.dumps({"taps": list(self.lying.items()), "country": self.picked}))

    def forget_left(self, found: Iterable[Found], country: str) -> None:
        for each in found:
            if self.lying.get(each.key) == each.content:
                del self.lying[each.key]
        self.picked = "" if country == self.picked else self.picked

    def when_tapped(self, tapped: Callable[[], None]) -> None:
        self.tapped = tapped

    def start_over(self) -> None:
        self.started_over += 1

    def when_seen(self, seen: Callable[[float], None]) -> None:
        self.seen = seen

    def stay_awake(self, wanted: bool) -> None:
        self.awake.append(wanted)

    def buzz(self, milliseconds: int) -> None:
        self.buzzed.append(milliseconds)

    async def can_buzz(self) -> bool:
        return self.buzzes

    async def can_call(self) -> bool:
        return self.calls

    async def wants_stillness(self) -> bool:
        return self.is_still

    async def way_to_install(self) -> Install:
        return self.home

    async def install(self) -> bool:
        self.prompted += 1
        self.home = Install.THERE if self.agrees else self.home
        return self.agrees

    async def drawn(self) -> None:
        await asyncio.sleep(0)


class FakeVoice:
    """What says the reminders: what it was given, what the device allows, and what it heard while Tend was closed."""

    def __init__(self, allows: Allowed = Allowed.NOT_ASKED, answer: Allowed = Allowed.YES) -> None:
        self.allows, self.answer = allows, answer  # now, and once it is asked
        self.asked = 0
        self.notices: list[Notice] = []
        self.foreseen: list[list[Notice]] = []
        self.noted: list[Heard] = []
        self.tell: Callable[[Heard], object] = lambda _: None
        self.tell_allowed: Callable[[Allowed], object] = lambda _: None

    async def notify(self, notice: Notice) -> bool:
        self.notices.append(notice)
        return self.allows is Allowed.YES

    def foresee(self, ahead: Sequence[tuple[datetime, Notice]]) -> None:
        self.foreseen.append([notice for _, notice in ahead])

    async def allowed(self) -> Allowed:
        return self.allows

    async def ask(self) -> Allowed:
        self.asked += 1
        self.allows = self.answer
        return self.allows

    async def heard(self) -> Sequence[Heard]:
        noted, self.noted = self.noted, []
        return noted

    def when_heard(self, heard: Callable[[Heard], object], allowed: Callable[[Allowed], object]) -> None:
        self.tell, self.tell_allowed = heard, allowed
