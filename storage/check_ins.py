"""The check-ins that are kept, in their order, made into values when somebody looks. Imports our own modules.

Ten years of them open in the time it takes to read the file: a document becomes a `CheckIn` when it is first asked
for, and stays one.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Sequence
from typing import overload

from domain.errors import StorageForeign
from domain.models import CheckIn
from storage import codec
from storage.tables import KeyedTable

Entry = tuple[str, str, codec.Document]  # `at` as it is written, which sorts as time does; the id; the document
Known = dict[str, tuple[codec.Document, CheckIn]]


class CheckIns:
    """The check-ins of one database.

    Raises, in `save` and `delete`: `StorageError`, and then nothing has changed.
    """

    def __init__(self, table: KeyedTable) -> None:
        self._table = table
        self._known: Known = {}
        self._entries: dict[str, Entry] = {}
        self._order: list[Entry] = []  # the same, sorted
        self.refresh()

    def refresh(self) -> None:
        """Look at the whole table, after something else changed it.

        Raises:
            StorageForeign: a document has no time.
        """
        try:
            entries = {id: (document["at"], id, document) for id, document in self._table.documents().items()}
            self._order = sorted(entries.values())
        except (KeyError, TypeError):
            raise StorageForeign("a check-in without a time") from None
        self._entries = entries

    def all(self, waiting: Sequence[CheckIn] = ()) -> Sequence[CheckIn]:
        """Every check-in as it is now, by time and then id; what is kept later does not show in it.

        Those in `waiting` are not kept yet, and stand in the place of the ones with their ids.
        """
        if not waiting:
            return KeptCheckIns(tuple(self._order), self._known)
        documents = {check_in.id: codec.check_in_to_document(check_in) for check_in in waiting}
        order = [entry for entry in self._order if entry[1] not in documents]
        for id, document in documents.items():
            insort(order, (document["at"], id, document))
        return KeptCheckIns(tuple(order), dict(self._known))

    def get(self, id: str) -> CheckIn | None:
        """The check-in with this id, if there is one. Raises as `KeptCheckIns` does."""
        entry = self._entries.get(id)
        return KeptCheckIns((entry,), self._known)[0] if entry else None

    async def save(self, check_in: CheckIn) -> None:
        """Keep it, in place of the one with the same id if there is one; durable once this returns."""
        document = codec.check_in_to_document(check_in)
        codec.check_in_from_document(document)  # one that cannot be read again would be lost
        await self._table.put(check_in.id, document)
        self._drop(check_in.id)  # as it stands now: another save may have come in between
        entry = document["at"], check_in.id, self._table.documents()[check_in.id]
        insort(self._order, entry)
        self._entries[check_in.id] = entry

    async def delete(self, id: str) -> None:
        """Forget the check-in with this id; without one, nothing happens."""
        if id in self._entries:
            await self._table.drop(id)
            self._drop(id)

    def _drop(self, id: str) -> None:
        entry = self._entries.pop(id, None)
        if entry:
            self._known.pop(id, None)
            del self._order[bisect_left(self._order, entry)]


class KeptCheckIns(Sequence[CheckIn]):
    """Check-ins in their order, each made when it is asked for.

    Raises, when one is asked for:
        StorageForeign: its document is not as Tend writes it.
    """

    def __init__(self, order: tuple[Entry, ...], known: Known) -> None:
        self._order, self._known = order, known

    def __len__(self) -> int:
        return len(self._order)

    @overload
    def __getitem__(self, place: int) -> CheckIn: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[CheckIn]: ...
    def __getitem__(self, place: int | slice) -> CheckIn | Sequence[CheckIn]:
        if isinstance(place, slice):
            return KeptCheckIns(self._order[place], self._known)
        _, id, document = self._order[place]
        known = self._known.get(id)
        if known is None or known[0] is not document:
            known = self._known[id] = document, codec.check_in_from_document(document)
        return known[1]
