"""Records of one kind, in their order, made into values when somebody looks. Imports our own modules.

Ten years of check-ins open in the time it takes to read the file: a document becomes a value when it is first asked
for, and stays one.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Sequence
from typing import Any, Generic, TypeVar, overload

from domain.errors import StorageForeign
from storage.schema import Document, Kind
from storage.tables import Documents, KeyedTable

Record = TypeVar("Record")
Entry = tuple[Any, str, Document]  # what it stands in order of; the id; the document
Known = dict[str, tuple[Document, Record]]


class Collection(Generic[Record]):
    """The records of one table.

    Raises, in `save` and `delete`: `StorageError`, and then nothing has changed.
    """

    def __init__(self, table: KeyedTable, kind: Kind[Record]) -> None:
        self._table, self._kind = table, kind
        self._known: Known[Record] = {}
        self._entries: dict[str, Entry] = {}
        self._order: list[Entry] = []  # the same, sorted
        self.refresh()

    def refresh(self) -> None:
        """Look at the whole table, after something else changed it.

        Raises:
            StorageForeign: a document has nothing to stand in order of.
        """
        order = self._kind.order
        try:
            entries = {id: (order(document), id, document) for id, document in self._table.documents().items()}
            self._order = sorted(entries.values())
        except (AttributeError, KeyError, TypeError):
            raise StorageForeign("a record without its place") from None
        self._entries = entries

    def all(self, waiting: Sequence[Record] = ()) -> Sequence[Record]:
        """Every record as it is now, in order and then by id; what is kept later does not show in it.

        Those in `waiting` are not kept yet, and stand in the place of the ones with their ids.
        """
        if not waiting:
            return KeptRecords(self._kind, tuple(self._order), self._known)
        order = self._order.copy()
        for document in map(self._kind.to_document, waiting):
            id = document["id"]
            if kept := self._entries.get(id):
                del order[bisect_left(order, kept)]
            insort(order, (self._kind.order(document), id, document))
        return KeptRecords(self._kind, tuple(order), dict(self._known))

    def get(self, id: str) -> Record | None:
        """The record with this id, if there is one. Raises as `KeptRecords` does."""
        entry = self._entries.get(id)
        return KeptRecords(self._kind, (entry,), self._known)[0] if entry else None

    def documents(self) -> Documents:
        """Every document by its id, for what has no need of the values; not to be changed."""
        return self._table.documents()

    async def save(self, record: Record) -> None:
        """Keep it, in place of the one with the same id if there is one; durable once this returns."""
        document = self._kind.to_document(record)
        self._kind.from_document(document)  # one that cannot be read again would be lost
        id = document["id"]
        await self._table.put(id, document)
        self._drop(id)  # as it stands now: another save may have come in between
        entry = self._kind.order(document), id, self._table.documents()[id]
        insort(self._order, entry)
        self._entries[id] = entry

    async def delete(self, id: str) -> None:
        """Forget the record with this id; without one, nothing happens."""
        if id in self._entries:
            await self._table.drop(id)
            self._drop(id)

    def _drop(self, id: str) -> None:
        entry = self._entries.pop(id, None)
        if entry:
            self._known.pop(id, None)
            del self._order[bisect_left(self._order, entry)]


class KeptRecords(Sequence[Record]):
    """Records in their order, each made when it is asked for.

    Raises, when one is asked for:
        StorageForeign: its document is not as Tend writes it.
    """

    def __init__(self, kind: Kind[Record], order: tuple[Entry, ...], known: Known[Record]) -> None:
        self._kind, self._order, self._known = kind, order, known

    def __len__(self) -> int:
        return len(self._order)

    @overload
    def __getitem__(self, place: int) -> Record: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Record]: ...
    def __getitem__(self, place: int | slice) -> Record | Sequence[Record]:
        if isinstance(place, slice):
            return KeptRecords(self._kind, self._order[place], self._known)
        _, id, document = self._order[place]
        known = self._known.get(id)
        if known is None or known[0] is not document:
            known = self._known[id] = document, self._kind.from_document(document)
        return known[1]
