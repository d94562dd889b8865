"""What `storage/tables.py` needs of the pinned TinyDB: two private hooks through which everything goes."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from typing import Any

import pytest
import tinydb
from tinydb import Storage, TinyDB, where
from tinydb.table import Document, Table

from storage.tables import KeyedTable, LedgerStorage, LedgerTable, LedgerTinyDB, OwnDocument
from tests.storage.byte_file_fakes import files
from tests.storage.ledgers import fresh, opened, run

READS: dict[str, Callable[[Table], Any]] = {
    "all": lambda table: table.all(),
    "search": lambda table: table.search(where("n") == 1),
    "get": lambda table: table.get(where("n") == 1),
    "contains": lambda table: table.contains(where("n") == 1),
    "count": lambda table: table.count(where("n") == 1),
    "__len__": len,
    "__iter__": list,
    "__repr__": repr,
}
CHANGES: dict[str, Callable[[Table], Any]] = {
    "insert": lambda table: table.insert({"n": 1}),
    "insert_multiple": lambda table: table.insert_multiple([{"n": 1}, {"n": 2}]),
    "update": lambda table: table.update({"n": 3}),
    "update_multiple": lambda table: table.update_multiple([({"n": 3}, where("n") == 1)]),
    "upsert": lambda table: table.upsert({"n": 4}, where("n") == 1),
    "remove": lambda table: table.remove(where("n") == 1),
    "truncate": lambda table: table.truncate(),
}
NEITHER = {"__init__", "name", "storage", "clear_cache"}


class Watched(LedgerTable):
    """Counts what goes through the two hooks."""

    def __init__(self, storage: LedgerStorage) -> None:
        super().__init__(storage, "notes")
        self.read = self.changed = 0

    def _read_table(self) -> Any:
        self.read += 1
        return super()._read_table()

    def _update_table(self, updater: Callable[[Any], None]) -> None:
        self.changed += 1
        super()._update_table(updater)


@pytest.fixture
def storage() -> LedgerStorage:
    return LedgerStorage(run(opened(files(fresh()))))


def test_the_pinned_version_is_the_one_this_was_written_for() -> None:
    assert tinydb.__version__ == "4.9.0"


def test_the_two_hooks_are_there_as_they_are_overridden() -> None:
    for hook, parameters in (("_read_table", ["self"]), ("_update_table", ["self", "updater"])):
        for kind in (Table, LedgerTable):
            assert list(inspect.signature(getattr(kind, hook)).parameters) == parameters


def test_a_table_is_made_of_what_the_override_passes_on() -> None:
    parameters = inspect.signature(Table.__init__).parameters
    assert list(parameters) == ["self", "storage", "name", "cache_size", "persist_empty"]
    assert list(inspect.signature(LedgerTable.__init__).parameters) == list(parameters)


def test_every_public_method_of_a_table_is_known_here() -> None:
    public = {name for name in vars(Table) if not name.startswith("_")} | {
        "__init__",
        "__len__",
        "__iter__",
        "__repr__",
    }
    constants = {"document_class", "document_id_class", "query_cache_class", "default_query_cache_capacity"}
    assert public - constants == {*READS, *CHANGES, *NEITHER}


@pytest.mark.parametrize("name", READS)
def test_whatever_reads_goes_through_the_hook_that_reads(storage: LedgerStorage, name: str) -> None:
    table = Watched(storage)
    table.insert({"n": 1})
    before = table.changed
    table.read = 0
    READS[name](table)
    assert table.read >= 1
    assert table.changed == before


@pytest.mark.parametrize("name", CHANGES)
def test_whatever_changes_goes_through_the_hook_that_changes_once(storage: LedgerStorage, name: str) -> None:
    table = Watched(storage)
    table.insert({"n": 1})
    table.changed = 0
    CHANGES[name](table)
    assert table.changed == 1


def test_dropping_tables_goes_through_the_storage(storage: LedgerStorage) -> None:
    assert [name for name in vars(TinyDB) if "drop" in name] == ["drop_tables", "drop_table"]
    db = LedgerTinyDB(storage.ledger, storage=LedgerStorage)
    for name in "abc":
        db.table(name).insert({"n": 1})
    db.drop_table("b")
    assert db.tables() == set(storage.ledger.tables) == {"a", "c"}
    db.drop_tables()
    assert storage.ledger.tables == {}


def test_a_storage_is_asked_for_nothing_but_these() -> None:
    assert Storage.__abstractmethods__ == {"read", "write"}
    assert {name for name in vars(Storage) if not name.startswith("_")} == {"read", "write", "close"}


@pytest.mark.parametrize("table", [LedgerTable, KeyedTable])
def test_no_query_is_cached_as_the_same_documents_would_go_to_all(storage: LedgerStorage, table: type[Table]) -> None:
    for one in (table(storage, "notes"), LedgerTinyDB(storage.ledger, storage=LedgerStorage).table("others")):
        one.insert(Document({"n": 1, "list": [1]}, "7" if table is KeyedTable else 7))  # type: ignore[arg-type]
        one.search(where("n") == 1)[0]["list"].append(2)
        assert one.search(where("n") == 1) == [{"n": 1, "list": [1]}]
        assert len(one._query_cache) == 0
        one.truncate()


def test_a_document_of_tinydbs_own_keeps_its_number(storage: LedgerStorage) -> None:
    table = LedgerTable(storage, "notes")
    assert table.insert(Document({"n": 1}, 12)) == 12
    assert isinstance(table.get(doc_id=12), OwnDocument)
    assert isinstance(Document({}, 1), OwnDocument)
    assert not isinstance({}, OwnDocument)
