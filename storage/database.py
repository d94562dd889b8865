"""Tend's records, by what they are. Imports `tinydb`, `domain` and our own modules.

TinyDB finds and changes; the values that go in and come out are frozen.
"""

from __future__ import annotations

from domain.errors import StorageForeign
from domain.models import Preferences
from domain.safety import Device, Keeping
from storage import codec
from storage.check_ins import CheckIns
from storage.ledger import Ledger
from storage.schema import CHECK_INS, DEVICE, MINE, PREFERENCES, Changes, Tables
from storage.tables import KeyedTable, LedgerStorage, LedgerTinyDB


class Database:
    """Everything Tend keeps, on an open ledger, which it owns. `keeping` says what can be done with it.

    Raises, when made:
        StorageForeign: what is kept is not as Tend writes it.
    """

    def __init__(self, ledger: Ledger, keeping: Keeping = Keeping.KEPT) -> None:
        self.ledger, self.keeping = ledger, keeping
        self.tinydb = LedgerTinyDB(ledger, storage=LedgerStorage)
        self.check_ins = CheckIns(self._table(CHECK_INS))
        self.preferences = StoredPreferences(self._table(PREFERENCES))
        self.device = StoredDevice(self._table(DEVICE))

    def tables(self) -> Tables:
        """The person's own tables: what a backup holds."""
        return {name: documents for name, documents in self.ledger.tables.items() if name != DEVICE}

    async def bring_in(self, changes: Changes, undo: Changes) -> None:
        """Keep all of `changes` at once; `take_back` undoes them until the next save. Raises `StorageError`."""
        if changes:
            await self.ledger.commit(changes, undo)
            self.check_ins.refresh()

    @property
    def can_take_back(self) -> bool:
        """True when the last thing that was kept can be undone."""
        return bool(self.ledger.undo)

    async def take_back(self) -> None:
        """Undo what was brought in last, if nothing was saved since. Raises `StorageError`."""
        if await self.ledger.take_back():
            self.check_ins.refresh()

    def close(self) -> None:
        """Let go of the files; everything saved is safe already."""
        self.tinydb.close()

    def _table(self, name: str) -> KeyedTable:
        return KeyedTable(self.tinydb.storage, name, cache_size=0)


class StoredPreferences:
    """What the person chose about the app itself."""

    def __init__(self, table: KeyedTable) -> None:
        self._table = table

    def load(self) -> Preferences:
        """The preferences last saved, or the defaults when there are none.

        Raises:
            StorageForeign: they are not as Tend writes them.
        """
        if not set(self._table.documents()) <= {MINE}:
            raise StorageForeign("more than one set of preferences")
        document = self._table.documents().get(MINE)
        return codec.preferences_from_document(document) if document else Preferences()

    async def save(self, preferences: Preferences) -> None:
        """Keep them in place of the last ones; durable once this returns. Raises `StorageError`: nothing changed."""
        await self._table.put(MINE, codec.preferences_to_document(preferences))


class StoredDevice:
    """What belongs to this device and not to the person."""

    def __init__(self, table: KeyedTable) -> None:
        self._table = table

    def load(self) -> Device:
        """What was last saved, or the defaults when nothing was. Raises as `StoredPreferences.load` does."""
        document = self._table.documents().get(MINE)
        return codec.device_from_document(document) if document else Device()

    async def save(self, device: Device) -> None:
        """Keep it in place of the last one; durable once this returns. Raises `StorageError`: nothing changed."""
        await self._table.put(MINE, codec.device_to_document(device))
