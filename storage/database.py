"""Tend's records, by what they are. Imports `tinydb`, `domain` and our own modules.

TinyDB finds and replaces; the values that go in and come out are frozen. Its query cache is off: it would hand
the same documents to everybody (msiemens/tinydb#516). Its document ids are used again after a deletion: a
record is known by an id of its own.
"""

from __future__ import annotations

from collections.abc import Callable, MutableMapping
from typing import Any

from tinydb import TinyDB, where
from tinydb.table import Table

from domain.errors import StorageForeign
from domain.models import CheckIn, Preferences
from storage import codec
from storage.byte_file import ByteFile
from storage.slots import SlotStorage


class Database:
    """Everything Tend keeps; it owns both files once made.

    Raises, when made: whatever `SlotStorage` raises.
    """

    def __init__(self, a: ByteFile, b: ByteFile) -> None:
        self._tinydb = TinyDB(a, b, storage=SlotStorage)
        self.check_ins = CheckIns(self._tinydb.table("check_ins", cache_size=0))
        self.preferences = StoredPreferences(self._tinydb.table("preferences", cache_size=0))

    def close(self) -> None:
        """Let go of the files; everything saved is safe already."""
        self._tinydb.close()


class CheckIns:
    """The check-ins that are kept.

    Raises, in `save` and `delete`: `StorageFull` or `StorageBroken`, and then nothing has changed.
    """

    def __init__(self, table: Table) -> None:
        self._table = table

    def all(self) -> tuple[CheckIn, ...]:
        """Every check-in, by time and then id.

        Raises:
            StorageForeign: one of them is not as Tend writes them.
        """
        check_ins = (codec.check_in_from_document(document) for document in self._table)
        return tuple(sorted(check_ins, key=lambda check_in: (check_in.at, check_in.id)))

    def save(self, check_in: CheckIn) -> None:
        """Keep it, in place of the one with the same id if there is one; durable once this returns."""
        document = codec.check_in_to_document(check_in)
        codec.check_in_from_document(document)  # one that cannot be read again would shut out all others
        same = where("id") == check_in.id
        if self._table.contains(same):
            self._table.update(_replace_by(document), same)
        else:
            self._table.insert(document)

    def delete(self, id: str) -> None:
        """Forget the check-in with this id; without one, nothing happens."""
        same = where("id") == id
        if self._table.contains(same):
            self._table.remove(same)


class StoredPreferences:
    """What the person chose about the app itself."""

    def __init__(self, table: Table) -> None:
        self._table = table

    def load(self) -> Preferences:
        """The preferences last saved, or the defaults when there are none.

        Raises:
            StorageForeign: they are not as Tend writes them.
        """
        documents = self._table.all()
        if len(documents) > 1:
            raise StorageForeign("more than one set of preferences")
        return codec.preferences_from_document(documents[0]) if documents else Preferences()

    def save(self, preferences: Preferences) -> None:
        """Keep them in place of the last ones; durable once this returns.

        Raises:
            StorageFull, StorageBroken: nothing has changed.
        """
        document = codec.preferences_to_document(preferences)
        if len(self._table):
            self._table.update(_replace_by(document))
        else:
            self._table.insert(document)


def _replace_by(document: codec.Document) -> Callable[[MutableMapping[Any, Any]], None]:
    """For `Table.update`, whose plain form merges: a field that is now empty would stay."""

    def replace(old: MutableMapping[Any, Any]) -> None:
        old.clear()
        old.update(document)

    return replace
