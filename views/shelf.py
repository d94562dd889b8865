"""Records of one kind as the person left them: kept, on their way, or refused by the device. Imports `domain` and
`views.ports`.
"""

from __future__ import annotations

import asyncio
import uuid
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from typing import Any, Generic, Protocol, TypeVar

from domain.merging import merged
from views.ports import Collection, Records


class Identified(Protocol):
    """A record with an id of its own."""

    @property
    def id(self) -> str: ...


Record = TypeVar("Record", bound=Identified)


class Owner(Protocol):
    """Who writes for a shelf: the state of the screens."""

    records: Records | None
    saved: asyncio.Event

    async def attempt(self, write: Callable[[], Awaitable[object]]) -> bool: ...


class Shelf(Generic[Record]):
    """The records of one table; `changed` is called after each change, so that the screens show it.

    What the person did stands at once, saved or not: two quick taps must both count.
    """

    def __init__(self, owner: Owner, table: str, changed: Callable[[], object]) -> None:
        self._owner, self.table, self._changed = owner, table, changed
        self.kept: Sequence[Record] = ()  # what the device holds, in order
        self.unsaved: tuple[Record, ...] = ()  # on their way to it, or refused; nothing is lost while the page lives
        self.refused: frozenset[str] = frozenset()  # ids of those it would not take
        self._bases: dict[str, Record | None] = {}  # what stood where something unsaved is to stand, as far as we knew
        self._merged: tuple[object, object, Sequence[Record]] | None = None

    @property
    def _store(self) -> Collection[Any]:
        store: Collection[Any] = getattr(self._owner.records, self.table)
        return store

    def adopt(self) -> None:
        """Show what the records hold now. Raises `StorageError`."""
        self.kept = self._store.all()

    def forget(self) -> None:
        """Show nothing of what the device holds, until `adopt`; what is unsaved waits."""
        self.kept = ()

    def give_up(self) -> None:
        """Let go of what is unsaved too: everything was erased."""
        self.kept, self.unsaved, self.refused = (), (), frozenset()
        self._bases.clear()

    def all(self) -> Sequence[Record]:
        """Every record in order, those still to be saved included."""
        if not self.unsaved or not self._owner.records:
            return self.kept
        if self._merged is None or self._merged[0] is not self.kept or self._merged[1] is not self.unsaved:
            self._merged = self.kept, self.unsaved, self._store.all(self.unsaved)
        return self._merged[2]

    def get(self, id: str | None) -> Record | None:
        """The record with this id, if there is one."""
        waiting = next((record for record in self.unsaved if record.id == id), None)
        if waiting or id is None or self._owner.records is None:
            return waiting
        found: Record | None = self._store.get(id)
        return found

    def is_saved(self, id: str) -> bool:
        """True when the device has it as the person left it."""
        return all(record.id != id for record in self.unsaved)

    async def keep(self, record: Record) -> bool:
        """Keep a record, in place of the one with its id; the answer says whether the device took it."""
        is_first, kept = self.is_saved(record.id), False
        self._set((*(other for other in self.unsaved if other.id != record.id), record), self.refused)
        try:
            if is_first and self._owner.records:
                self._bases[record.id] = self._store.get(record.id)
            kept = await self._owner.attempt(lambda: self._save(record))
        finally:  # whatever went wrong: what is not kept is said, and tried again
            if kept:
                self.adopt()
                self._owner.saved.set()
                self._set(tuple(other for other in self.unsaved if other is not record), self.refused - {record.id})
                if self.is_saved(record.id):
                    self._bases.pop(record.id, None)
            else:
                self._set(self.unsaved, self.refused | {record.id})
        return kept

    async def delete(self, id: str) -> bool:
        """Delete a record; the answer says whether the device did."""
        gone = await self._owner.attempt(lambda: self._store.delete(id))
        if gone:
            self.adopt()
            self._bases.pop(id, None)
            self._set(tuple(other for other in self.unsaved if other.id != id), self.refused - {id})
            self._changed()
        return gone

    async def try_again(self) -> None:
        """Write once more what the device did not take."""
        for id in [record.id for record in self.unsaved]:
            # As it stands when its turn comes: it may have been edited, deleted or saved while another was written.
            for latest in (record for record in self.unsaved if record.id == id):
                await self.keep(latest)

    def _set(self, unsaved: tuple[Record, ...], refused: frozenset[str]) -> None:
        """A write that is tried again and refused again changes nothing on the screens."""
        changed = (unsaved, refused) != (self.unsaved, self.refused)
        self.unsaved, self.refused = unsaved, refused
        if changed:
            self._changed()

    async def _save(self, record: Record) -> None:
        """Save it, unless something newer came to stand in its place, or it was deleted, before its turn came."""
        if any(other is record for other in self.unsaved):
            written = self._beside_others(record)
            await self._store.save(written)
            if written.id == record.id:
                self._bases[record.id] = record  # what came after it here was made from it

    def _beside_others(self, record: Record) -> Record:
        """The record as it is to be written, so that nothing is lost of what another window kept there meanwhile.

        What both changed in different places comes together. Where they contradict each other the other one stays
        as it is, and this one gets an id of its own: which of the two is right, the person sees better than we do.
        """
        base, there = self._bases.get(record.id), self._store.get(record.id)
        if there is None or there == base:
            return record
        copy: Record = replace(record, id=uuid.uuid4().hex)  # type: ignore[type-var]  # records are dataclasses
        return merged(base, record, there) or copy
