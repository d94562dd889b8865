"""Tend's records, by what they are. Imports `tinydb`, `domain` and our own modules.

TinyDB finds and changes; the values that go in and come out are frozen.
"""

from __future__ import annotations

from datetime import date
from typing import Any, Generic, TypeVar

from domain.errors import StorageForeign
from domain.goals import TENDED, Goal, Mark, Strength, Value
from domain.hopes import Hope
from domain.models import CheckIn, Preferences
from domain.pacing import Pacing
from domain.people import Person
from domain.plan import PlanItem, PlanNotes
from domain.progress import Tended, tended
from domain.reminder_notes import ReminderNotes
from domain.reminders import Reminder
from domain.safety import Device, Keeping
from domain.skill_choices import SkillChoices, Writing
from domain.skills import Skill, Use
from domain.today import Choice
from storage import codec
from storage.collection import Collection
from storage.ledger import Ledger
from storage.schema import (
    CHECK_INS,
    CHOICE,
    DEVICE,
    GOALS,
    HOPES,
    KINDS,
    MARKS,
    MINE,
    PACING,
    PEOPLE,
    PLAN,
    PLAN_NOTES,
    PREFERENCES,
    REMINDER_NOTES,
    REMINDERS,
    SKILL_CHOICES,
    SKILLS,
    STRENGTHS,
    USES,
    VALUES,
    WRITINGS,
    Changes,
    Kind,
    Tables,
)
from storage.tables import KeyedTable, LedgerStorage, LedgerTinyDB

Record = TypeVar("Record")
_DEVICE: Kind[Device] = Kind(codec.device_from_document, codec.device_to_document)


class Database:
    """Everything Tend keeps, on an open ledger, which it owns. `keeping` says what can be done with it.

    Raises, when made:
        StorageForeign: what is kept is not as Tend writes it.
    """

    def __init__(self, ledger: Ledger, keeping: Keeping = Keeping.KEPT) -> None:
        self.ledger, self.keeping = ledger, keeping
        self.tinydb = LedgerTinyDB(ledger, storage=LedgerStorage)
        self._collections: tuple[Collection[Any], ...] = ()
        self.check_ins: Collection[CheckIn] = self._collection(CHECK_INS)
        self.values: Collection[Value] = self._collection(VALUES)
        self.strengths: Collection[Strength] = self._collection(STRENGTHS)
        self.goals: Collection[Goal] = self._collection(GOALS)
        self.marks: Collection[Mark] = self._collection(MARKS)
        self.people: Collection[Person] = self._collection(PEOPLE)
        self.skills: Collection[Skill] = self._collection(SKILLS)
        self.uses: Collection[Use] = self._collection(USES)
        self.writings: Collection[Writing] = self._collection(WRITINGS)
        self.hopes: Collection[Hope] = self._collection(HOPES)
        self.plan: Collection[PlanItem] = self._collection(PLAN)
        self.reminders: Collection[Reminder] = self._collection(REMINDERS)
        self.preferences = self._one(PREFERENCES, Preferences())
        self.choice: One[Choice | None] = self._one(CHOICE, None)
        self.pacing = self._one(PACING, Pacing())
        self.skill_choices = self._one(SKILL_CHOICES, SkillChoices())
        self.plan_notes = self._one(PLAN_NOTES, PlanNotes())
        self.reminder_notes = self._one(REMINDER_NOTES, ReminderNotes())
        self.device = One(self._table(DEVICE), _DEVICE, Device())

    def tables(self) -> Tables:
        """The person's own tables: what a backup holds."""
        return {name: documents for name, documents in self.ledger.tables.items() if name != DEVICE}

    async def bring_in(self, changes: Changes, undo: Changes) -> None:
        """Keep all of `changes` at once; `take_back` undoes them until the next save. Raises `StorageError`."""
        if changes:
            await self.ledger.commit(changes, undo)
            self._refresh()

    @property
    def can_take_back(self) -> bool:
        """True when the last thing that was kept can be undone."""
        return bool(self.ledger.undo)

    async def take_back(self) -> None:
        """Undo what was brought in last, if nothing was saved since. Raises `StorageError`."""
        if await self.ledger.take_back():
            self._refresh()

    def close(self) -> None:
        """Let go of the files; everything saved is safe already."""
        self.tinydb.close()

    def tended(self) -> Tended:
        """The days on which each goal was tended, without making a value of every mark.

        Raises:
            StorageForeign: a mark is not as Tend writes it.
        """
        documents = self.marks.documents().values()
        try:
            found = [(mark.get("goal_id", ""), mark["day"]) for mark in documents if mark["answer"] in TENDED]
            days = {day: date.fromisoformat(day) for day in {day for _, day in found}}
        except (AttributeError, KeyError, TypeError, ValueError):
            raise StorageForeign("a mark without its day") from None
        return tended((goal_id, days[day]) for goal_id, day in found)

    def _refresh(self) -> None:
        for collection in self._collections:
            collection.refresh()

    def _collection(self, name: str) -> Collection[Any]:
        collection: Collection[Any] = Collection(self._table(name), KINDS[name])
        self._collections = (*self._collections, collection)
        return collection

    def _one(self, name: str, usual: Record) -> One[Record]:
        return One(self._table(name), KINDS[name], usual)

    def _table(self, name: str) -> KeyedTable:
        return KeyedTable(self.tinydb.storage, name, cache_size=0)


class One(Generic[Record]):
    """The one document of a table that has one; without it, the value is `usual`."""

    def __init__(self, table: KeyedTable, kind: Kind[Record], usual: Record) -> None:
        self._table, self._kind, self._usual = table, kind, usual

    def load(self) -> Record:
        """The value last saved, or the usual one when there is none.

        Raises:
            StorageForeign: it is not as Tend writes it.
        """
        if not set(self._table.documents()) <= {MINE}:
            raise StorageForeign("more than one where one stands")
        document = self._table.documents().get(MINE)
        return self._kind.from_document(document) if document is not None else self._usual

    async def save(self, value: Record) -> None:
        """Keep it in place of the last one; durable once this returns. Raises `StorageError`: nothing changed."""
        await self._table.put(MINE, self._kind.to_document(value))
