"""TinyDB on the ledger: transactions, what is staged in them, and documents that share nothing."""

from __future__ import annotations

import asyncio
import copy
from collections.abc import Callable
from typing import Any

import pytest
from tinydb import where

from domain.errors import StorageBroken, StorageFull
from storage.memory import MemoryFile
from storage.tables import KeyedTable, LedgerStorage, LedgerTable, LedgerTinyDB, OwnDocument, Staged, copied
from tests.storage.byte_file_fakes import Faults, FaultyFile, contents_of, files, journalled
from tests.storage.ledgers import committed, fresh, looked_at, opened, put, run
from tests.storage.stories import LOCKED

ONE, TWO = {"id": "a", "note": "one"}, {"id": "b", "note": "two"}


def storage_on(both: tuple[MemoryFile, MemoryFile]) -> LedgerStorage:
    return LedgerStorage(run(opened(both)))


@pytest.fixture
def both() -> tuple[MemoryFile, MemoryFile]:
    return files(fresh())


@pytest.fixture
def storage(both: tuple[MemoryFile, MemoryFile]) -> LedgerStorage:
    return storage_on(both)


@pytest.fixture
def table(storage: LedgerStorage) -> KeyedTable:
    return KeyedTable(storage, "check_ins", cache_size=0)


def kept(both: tuple[MemoryFile, MemoryFile]) -> dict[str, Any]:
    return looked_at(contents_of(both)).tables


def test_an_empty_storage_reads_as_none_as_tinydb_asks(storage: LedgerStorage) -> None:
    assert storage.read() is None


def test_writing_whole_tables_keeps_only_what_differs(both: tuple[MemoryFile, MemoryFile]) -> None:
    journal, written = journalled(fresh())
    storage = storage_on(written)
    storage.write({"t": {"1": dict(ONE)}, "empty": {}})
    storage.write({"t": {"1": dict(ONE), "2": dict(TWO)}})
    assert storage.read() == {"t": {"1": ONE, "2": TWO}}
    appended = [data for _, (name, _, data) in journal.operations if name == "write"]
    assert [line.split(b" t ")[1] for line in appended] == [
        b'[["t","1",{"id":"a","note":"one"}]]\n',
        b'[["t","2",{"id":"b","note":"two"}]]\n',
    ]
    storage.write({"t": {"1": dict(ONE), "2": dict(TWO)}})
    assert len(journal.operations) == 4


def test_a_transaction_is_seen_inside_and_kept_as_one_line_when_it_ends(table: KeyedTable) -> None:
    journal, written = journalled(fresh())
    storage = storage_on(written)
    table, plan = KeyedTable(storage, "check_ins"), LedgerTable(storage, "plan")

    async def several() -> None:
        async with storage.transaction():
            table.upsert(OwnDocument(ONE, "a"))
            table.update({"note": "changed"}, doc_ids=["a"])
            plan.insert({"step": 1})
            assert table.get(doc_id="a") == {"id": "a", "note": "changed"}
            assert table.all() == [{"id": "a", "note": "changed"}]
            assert (len(table), len(plan)) == (1, 1)
            assert journal.operations == []
            assert storage.ledger.tables == {}

    run(several())
    assert [name for _, (name, _, _) in journal.operations] == ["write", "flush"]
    assert storage.ledger.tables == {"check_ins": {"a": {"id": "a", "note": "changed"}}, "plan": {"1": {"step": 1}}}


def test_a_transaction_that_raises_keeps_nothing(table: KeyedTable, both: tuple[MemoryFile, MemoryFile]) -> None:
    async def stops() -> None:
        async with table.storage.transaction():  # type: ignore[attr-defined]
            table.insert(OwnDocument(ONE, "a"))
            raise LookupError

    before = contents_of(both)
    with pytest.raises(LookupError):
        run(stops())
    assert (contents_of(both), table.all()) == (before, [])
    run(table.put("b", TWO))
    assert kept(both) == {"check_ins": {"b": TWO}}


def test_what_a_transaction_puts_and_takes_away_again_is_no_change(both: tuple[MemoryFile, MemoryFile]) -> None:
    storage = storage_on(both)
    table = KeyedTable(storage, "check_ins")

    async def back_and_forth() -> None:
        async with storage.transaction():
            table.insert(OwnDocument(ONE, "a"))
            table.remove(doc_ids=["a"])
            table.insert(OwnDocument(TWO, "b"))
            table.remove(doc_ids=["b"])

    before = contents_of(both)
    run(back_and_forth())
    assert contents_of(both) == before


def test_removed_and_put_again_in_one_transaction_stands(
    table: KeyedTable, both: tuple[MemoryFile, MemoryFile]
) -> None:
    async def again() -> None:
        async with table.storage.transaction():  # type: ignore[attr-defined]
            table.truncate()
            table.insert(OwnDocument(TWO, "a"))
            assert list(table.documents()) == ["a"]

    run(table.put("a", ONE))
    run(table.put("c", ONE))
    run(again())
    assert kept(both) == {"check_ins": {"a": TWO}}


def test_an_update_that_stops_halfway_changes_nothing(both: tuple[MemoryFile, MemoryFile]) -> None:
    table = LedgerTable(storage_on(both), "notes")
    table.insert_multiple([{"note": "one"}, {"note": "two"}])
    before = contents_of(both)

    def change_the_first(document: Any) -> None:
        if document["note"] == "two":
            raise LookupError
        document["note"] = "changed"

    with pytest.raises(LookupError):
        table.update(change_the_first)
    assert [document["note"] for document in table.all()] == ["one", "two"]
    assert contents_of(both) == before


@pytest.mark.parametrize(
    "found",
    [
        lambda table: table.get(doc_id="a"),
        lambda table: table.get(where("id") == "a"),
        lambda table: table.all()[0],
        lambda table: next(iter(table)),
        lambda table: table.search(where("id") == "a")[0],
        lambda table: table.get(doc_ids=["a"])[0],
    ],
)
def test_changing_what_was_found_changes_nothing(found: Callable[[KeyedTable], Any], table: KeyedTable) -> None:
    given = {"id": "a", "list": [{"deep": 1}]}
    run(table.put("a", given))
    given["list"].append("later")  # type: ignore[attr-defined]
    document = found(table)
    assert document == {"id": "a", "list": [{"deep": 1}]}
    document["list"][0]["deep"] = 2
    document["more"] = True
    assert found(table) == {"id": "a", "list": [{"deep": 1}]}
    assert table.count(where("list").any([{"deep": 1}])) == 1


def test_putting_replaces_every_field_and_dropping_forgets_one(
    table: KeyedTable, both: tuple[MemoryFile, MemoryFile]
) -> None:
    run(table.put("a", ONE))
    run(table.put("b", TWO))
    run(table.put("a", {"id": "a"}))
    run(table.drop("b"))
    assert kept(both) == {"check_ins": {"a": {"id": "a"}}}
    before = contents_of(both)
    run(table.drop("b"))
    assert contents_of(both) == before


def test_putting_the_same_again_writes_nothing_but_true_is_not_1(
    table: KeyedTable, both: tuple[MemoryFile, MemoryFile]
) -> None:
    run(table.put("a", {"n": 1}))
    before = contents_of(both)
    run(table.put("a", {"n": 1}))
    assert contents_of(both) == before
    run(table.put("a", {"n": True}))
    assert kept(both)["check_ins"]["a"]["n"] is True


def test_numbers_are_text_in_the_file_and_numbers_again_in_tinydb(both: tuple[MemoryFile, MemoryFile]) -> None:
    table = LedgerTable(storage_on(both), "notes")
    assert table.insert_multiple([{}, {"n": 2}]) == [1, 2]
    assert table.insert(OwnDocument({"n": 3}, 10)) == 10
    assert list(kept(both)["notes"]) == ["1", "2", "10"]
    again = LedgerTable(storage_on(files(contents_of(both))), "notes")
    assert [document.doc_id for document in again.all()] == [1, 2, 10]
    assert again.insert({}) == 11


def test_a_ledger_that_must_be_awaited_takes_changes_in_a_transaction_alone() -> None:
    both = files(LOCKED)
    storage = storage_on(both)
    table = LedgerTable(storage, "notes")
    with pytest.raises(StorageBroken):
        table.insert({"n": 1})
    with pytest.raises(StorageBroken):
        storage.write({})
    assert contents_of(both) == LOCKED

    async def insert() -> None:
        async with storage.transaction():
            table.insert({"n": 1})

    run(insert())
    assert list(kept(both)["notes"].values()) == [{"n": 1}]


def test_files_that_wait_must_be_awaited_too() -> None:
    faults = Faults(waits=True)
    table = LedgerTable(storage_on((FaultyFile(bytearray(), faults), FaultyFile(bytearray(), faults))), "notes")
    with pytest.raises(StorageBroken):
        table.insert({"n": 1})
    assert table.all() == []


def test_a_transaction_waits_for_the_one_before_it_and_lays_its_changes_over_that() -> None:
    faults = Faults(waits=True)
    both = FaultyFile(bytearray(), faults), FaultyFile(bytearray(), faults)

    async def there_and_back() -> None:
        table = KeyedTable(LedgerStorage(await opened(both)), "check_ins")
        await table.put("a", ONE)
        await asyncio.gather(table.put("a", TWO), table.put("a", ONE))  # the second is no change, but for the first

    run(there_and_back())
    assert kept(both) == {"check_ins": {"a": ONE}}


def test_a_refused_transaction_leaves_the_next_one_free() -> None:
    faults = Faults(kind=StorageFull)
    both = FaultyFile(bytearray(), faults), FaultyFile(bytearray(), faults)
    table = KeyedTable(storage_on(both), "check_ins")
    faults.next()
    with pytest.raises(StorageFull):
        run(table.put("a", ONE))
    assert table.all() == []
    run(table.put("b", TWO))
    assert kept(both) == {"check_ins": {"b": TWO}}


def test_staged_is_a_mapping_over_its_base_which_stays_as_it_was() -> None:
    base = {"1": {"n": [1]}, "2": {"n": 2}}
    before = copy.deepcopy(base)
    staged = Staged("t", base)
    staged["1"]["n"].append(2)
    staged["3"] = {"n": 3}
    del staged["2"]
    assert (dict(staged), len(staged), "2" in staged) == ({"1": {"n": [1, 2]}, "3": {"n": 3}}, 2, False)
    for missing in ("2", "9"):
        with pytest.raises(KeyError):
            staged[missing]
        with pytest.raises(KeyError):
            del staged[missing]
    assert staged.whole() == {"1": {"n": [1, 2]}, "3": {"n": 3}}
    assert staged.changes() == (("t", "1", {"n": [1, 2]}), ("t", "3", {"n": 3}), ("t", "2", None))
    assert base == before


def test_a_copy_is_deep_and_passes_on_what_json_cannot_say() -> None:
    stranger = object()
    original = {"a": [{"b": 1}], "c": stranger}
    one = copied(OwnDocument(original, 5))
    assert one == original
    assert type(one) is dict
    assert one["a"][0] is not original["a"][0]  # type: ignore[index]
    assert one["c"] is stranger


def test_a_document_of_what_json_cannot_say_is_refused_and_nothing_changes(table: KeyedTable) -> None:
    run(table.put("a", ONE))
    for value in (float("nan"), b"bytes", {1}):
        with pytest.raises((TypeError, ValueError)):
            run(table.put("a", {"note": value}))
    assert table.all() == [ONE]


def test_closing_tinydb_closes_the_files(both: tuple[MemoryFile, MemoryFile]) -> None:
    with LedgerTinyDB(run(opened(both)), storage=LedgerStorage) as db:
        db.insert({"n": 1})
    assert (both[0].is_closed, both[1].is_closed) == (True, True)
    assert kept(both) == {"_default": {"1": {"n": 1}}}


def test_a_ledger_of_others_is_found_as_it_is() -> None:
    table = KeyedTable(storage_on(files(committed(fresh(), put("a", "one")))), "check_ins")
    assert table.documents() == {"a": ONE}
