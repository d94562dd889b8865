"""Ledgers, tables and openings at the edges, where mutation testing found that nothing was asked."""

from __future__ import annotations

import base64
import gc
import json
import sys
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import platformdirs
import pytest

from domain.errors import FileDamaged, StorageForeign, StorageNewer
from domain.safety import Device
from storage import compaction, indexed_db, opening, opfs, rescue
from storage import ledger as ledger_module
from storage.compaction import create, write_generation
from storage.disk import DiskPlace
from storage.entries import entry
from storage.indexed_db import IndexedDbPlace
from storage.lines import HEADER, MARK, SEAL, SNAPSHOT, TRANSACTION, to_text, written
from storage.memory import MemoryFile, MemoryPlace
from storage.opening import open_database
from storage.opfs import OpfsPlace
from storage.recovery import LAYOUT, Head, find
from storage.schema import SCHEMA
from storage.tables import KeyedTable, LedgerStorage, LedgerTinyDB, Staged
from tests.storage.byte_file_fakes import files, journalled
from tests.storage.ledgers import CRYPTO, committed, fresh, opened, put, run
from tests.storage.places import MemoryTestPlace

ONE, TWO = {"id": "a", "note": "one"}, {"id": "b", "note": "two"}


def file_of(
    generation: int, pieces: int, saves: int, without: set[int], superseded: int = 0, schema: int = SCHEMA
) -> bytes:
    """A sealed file with so many pieces and saves, of which the lines with these serials are lost."""
    head = Head(LAYOUT, schema, pieces).text()
    kinds = [HEADER, *[SNAPSHOT] * pieces, SEAL, *[TRANSACTION] * saves, *[MARK] * bool(superseded)]
    texts = {HEADER: head, SEAL: head, MARK: to_text({"superseded": superseded})}
    lines = [
        written(generation, serial, kind, texts.get(kind, to_text(put(f"{generation}.{serial}"))))
        for serial, kind in enumerate(kinds)
    ]
    return b"".join(line for serial, line in enumerate(lines) if serial not in without)


@pytest.mark.parametrize(
    ("saves", "lost", "damaged"),
    [
        (2, {0, 6}, 1),  # of the lines before the first save that stands nobody can know
        (3, {0, 6, 8}, 2),
        (4, {0, 6, 8, 9}, 3),
        (0, {0, 6}, 1),
        (0, {0, 2, 6}, 1),
        (0, {0, 3, 6}, 1),
        (0, {0, 4, 6}, 1),
    ],
)
def test_without_header_and_seal_lost_saves_count_from_the_first_that_stands(
    saves: int, lost: set[int], damaged: int
) -> None:
    found = find(file_of(3, 1, 0, set(), superseded=4), file_of(4, 5, saves, lost))
    assert found
    assert (found.live, found.damaged, found.is_tidy) == (1, damaged, False)


@pytest.mark.parametrize(
    "old",
    [file_of(3, 1, 0, set(), superseded=4, schema=1), file_of(3, 1, 0, {0, 2}, superseded=4)],
    ids=["of another schema", "without its own"],
)
def test_no_header_stands_in_for_a_lost_one_that_cannot_be_trusted_to_say_the_same(old: bytes) -> None:
    with pytest.raises(StorageForeign):
        find(old, file_of(4, 1, 1, {0, 2}))


@pytest.mark.parametrize(
    ("old", "new", "damaged", "damaged_alone"),
    [
        (file_of(3, 1, 0, set(), superseded=4), file_of(4, 5, 0, {3, 4, 5, 6}), 1, 4),  # cut inside the snapshot
        (file_of(3, 1, 0, {1}, superseded=4), file_of(4, 5, 0, {3, 4, 5, 6}), 4, 4),  # and nothing to mend it with
        (file_of(3, 1, 0, set(), superseded=4), file_of(4, 5, 1, {3}), 0, 1),
        (file_of(3, 1, 0, set(), superseded=4), file_of(4, 5, 3, {8}), 1, 1),
        (file_of(3, 1, 0, {1}, superseded=4), file_of(4, 1, 1, {0, 2}), 2, 2),
    ],
)
def test_what_the_live_file_lacks_is_counted_with_and_without_the_other(
    old: bytes, new: bytes, damaged: int, damaged_alone: int
) -> None:
    found = find(old, new)
    assert found
    assert (found.live, found.damaged, found.damaged_alone) == (1, damaged, damaged_alone)


@pytest.mark.parametrize("lock", [None, 5, [], "locked"])
def test_a_lock_that_is_no_record_of_one_is_none(lock: Any) -> None:
    head = to_text({"ledger": LAYOUT, "schema": SCHEMA, "pieces": 0, "lock": lock})
    found = find(written(7, 0, HEADER, head) + written(7, 1, SEAL, head), b"")
    assert found
    assert found.head.lock is None


def test_what_mends_a_snapshot_is_the_other_one_and_all_that_was_saved_after_it() -> None:
    found = find(file_of(3, 2, 1, set(), superseded=4), file_of(4, 5, 1, {3}) + b"no line\n" * 2)
    assert found
    assert [[line.serial for line in part.lines] for part in found.parts] == [[1, 2, 4], [7]]
    assert (found.damaged, found.damaged_alone) == (2, 3)


@pytest.mark.parametrize(("pieces", "damaged", "torn"), [(0, 0, False), (1, 0, True), (2, 2, False), (3, 3, False)])
def test_one_piece_at_the_end_is_a_save_that_was_cut_and_more_are_damage(pieces: int, damaged: int, torn: bool) -> None:
    found = find(file_of(3, 1, 0, set(), superseded=4), file_of(4, 1, 1, set()) + b"no line\n" * pieces)
    assert found
    assert (found.damaged, found.damaged_alone, found.torn) == (damaged, damaged, torn)


@pytest.mark.parametrize("change", [b'[1,"a",{}]', b'["t",1,{}]', b'["t","a",1]', b'["t","a"]', b'["t","a",{},1]'])
def test_a_change_is_a_table_an_id_and_a_document_or_none(change: bytes) -> None:
    with pytest.raises(StorageForeign):
        entry(b"[" + change + b"]")
    assert entry(b'[["t","a",null]]') == ((("t", "a", None),), ())
    assert entry(b"[]") == ((), ())


@pytest.mark.parametrize("which", [0, 1])
@pytest.mark.parametrize("head", [Head(LAYOUT + 1, SCHEMA, 0), Head(LAYOUT, SCHEMA + 1, 0)], ids=["layout", "schema"])
def test_a_later_tends_file_is_told_from_ours_even_where_one_took_over_from_the_other(which: int, head: Head) -> None:
    ours = Head(LAYOUT, SCHEMA, 0)
    heads = [(head, ours), (ours, head)][which]
    old, new = (
        written(generation, 0, HEADER, said.text()) + written(generation, 1, SEAL, said.text())
        for generation, said in zip((3, 4), heads, strict=True)
    )
    old += written(3, 2, MARK, to_text({"superseded": 4}))
    for contents in ((old, new), (new, old)):
        with pytest.raises(StorageNewer):
            find(*contents)


@pytest.mark.parametrize(("schema", "is_ours"), [(0, False), (1, True), (SCHEMA, True), (SCHEMA + 1, False)])
def test_a_creation_that_was_cut_is_none_if_a_tend_up_to_this_one_could_have_begun_it(
    schema: int, is_ours: bool
) -> None:
    head = Head(LAYOUT, schema, 0).text()
    cut = written(1, 0, HEADER, head)[:40]
    if is_ours:
        assert find(cut, b"") is None
    else:
        with pytest.raises(StorageForeign):
            find(cut, b"")


@pytest.mark.parametrize(("more", "generation"), [(0, 1), (-1, 2)])
def test_a_save_compacts_first_when_the_room_to_grow_is_more_than_used_up(
    monkeypatch: pytest.MonkeyPatch, more: int, generation: int
) -> None:
    ledger = run(opened(files(committed(fresh(), put("a", "x" * 500)))))
    grown = ledger._end - ledger._seal_end
    assert grown > ledger._seal_end
    monkeypatch.setattr(ledger_module, "ROOM_TO_GROW", grown + more)
    run(ledger.commit(put("b")))
    assert ledger._generation == generation


@pytest.mark.parametrize(("grown", "wants"), [(99, False), (100, False), (101, True)])
def test_compacting_is_worth_it_once_saves_are_more_than_an_eighth_of_the_snapshot(
    monkeypatch: pytest.MonkeyPatch, grown: int, wants: bool
) -> None:
    monkeypatch.setattr(ledger_module, "IDLE_ROOM", 0)
    ledger = run(opened(files(fresh())))
    ledger._seal_end, ledger._end = 800, 800 + grown
    assert ledger.wants_compaction is wants


def test_a_file_is_cut_to_nothing_and_flushed_before_it_is_written_anew() -> None:
    journal, both = journalled((b"what stood here", b"and here"))
    run(create(both))
    run(write_generation(both[0], 3, {}, None))
    names = [name for which, (name, _, _) in journal.operations if which == 0]
    assert names == ["truncate", "flush", "write", "flush", *("truncate", "flush", "write", "flush", "write", "flush")]
    assert {length for _, (name, length, _) in journal.operations if name == "truncate"} == {0}


def test_a_snapshot_is_written_so_many_pieces_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compaction, "PIECES_AT_ONCE", 2)
    journal, (file, _) = journalled((b"", b""))
    documents = {f"{number}": ONE for number in range(81)}  # five pieces
    following, length = run(write_generation(file, 3, {"check_ins": documents}, None))
    writes = [data.count(b"\n") for _, (name, _, data) in journal.operations if name == "write"]
    assert writes == [3, 2, 1, 1]  # the header and two, two, one, and the seal
    assert (following, length) == (7, file.size())


@pytest.fixture
def storage() -> LedgerStorage:
    return LedgerStorage(run(opened(files(fresh()))))


def test_a_document_that_went_and_came_again_in_one_change_is_there() -> None:
    staged = Staged("t", {"a": ONE, "b": TWO})
    del staged["a"]
    staged["a"] = TWO
    assert list(staged) == ["a", "b"]
    assert staged.changes() == (("t", "a", TWO),)


def test_within_a_transaction_what_it_left_alone_is_seen_beside_what_it_changed(storage: LedgerStorage) -> None:
    table = KeyedTable(storage, "check_ins")

    async def change() -> dict[str, Any]:
        await table.put("a", ONE)
        async with storage.transaction():
            table._update_table(lambda staged: staged.update({"b": TWO}))
            return dict(table.documents())

    assert run(change()) == {"a": ONE, "b": TWO}


def test_after_a_transaction_a_change_outside_of_one_is_kept_at_once(storage: LedgerStorage) -> None:
    table = KeyedTable(storage, "check_ins")
    run(table.put("a", ONE))
    table._update_table(lambda staged: staged.update({"b": TWO}))
    assert storage.ledger.tables["check_ins"] == {"a": ONE, "b": TWO}


def test_a_cache_that_somebody_asks_for_has_the_size_they_ask_for() -> None:
    tinydb = LedgerTinyDB(run(opened(files(fresh()))), storage=LedgerStorage)
    assert [tinydb.table(f"t{size}", cache_size=size)._query_cache.capacity for size in (0, 3)] == [0, 3]


def test_a_file_and_a_place_in_memory_begin_empty_and_open() -> None:
    file = MemoryFile()
    assert (file.size(), file.read(0, 9), file.is_closed) == (0, b"", False)
    assert run(MemoryPlace().contents()) == (b"", b"")


def test_a_copy_of_the_files_is_this() -> None:
    copied = rescue.copy_of((b"one", b"two"), (b"", b"four"))
    assert copied.startswith(b'{\n "format": "tend-files",\n "version": 1,\n "files": [\n  "b25l",')
    assert json.loads(copied)["slots"] == ["", "Zm91cg=="]
    assert rescue.is_copy(copied)


def test_a_copy_with_a_letter_that_is_none_of_base64_is_damaged() -> None:
    first, second = (base64.b64encode(content).decode() for content in fresh())
    copied = {"format": "tend-files", "version": 1, "files": [first, second]}
    assert run(rescue.tables_in(json.dumps(copied).encode(), None, CRYPTO)) == {}
    copied["files"] = [f"{first[:8]}!{first[8:]}", second]
    with pytest.raises(FileDamaged):
        run(rescue.tables_in(json.dumps(copied).encode(), None, CRYPTO))


@pytest.mark.parametrize(
    ("found", "is_in_use", "kind"),
    [
        (opfs.Found.MISSING, False, IndexedDbPlace),
        (opfs.Found.MISSING, True, IndexedDbPlace),
        (opfs.Found.EMPTY, False, OpfsPlace),
        (opfs.Found.EMPTY, True, IndexedDbPlace),
        (opfs.Found.IN_USE, False, OpfsPlace),
        (opfs.Found.IN_USE, True, OpfsPlace),
    ],
)
def test_a_browser_keeps_records_where_they_are_or_else_in_its_file_system_if_it_has_one(
    monkeypatch: pytest.MonkeyPatch, found: opfs.Found, is_in_use: bool, kind: type
) -> None:
    async def look_around() -> opfs.Found:
        return found

    async def asked() -> bool:
        return is_in_use

    monkeypatch.setattr(sys, "platform", "emscripten")
    monkeypatch.setattr(opfs, "look_around", look_around)
    monkeypatch.setattr(indexed_db, "is_in_use", asked)
    assert type(run(opening.here())) is kind


def test_a_desktop_keeps_records_where_its_system_keeps_a_users_data(monkeypatch: pytest.MonkeyPatch) -> None:
    def user_data_path(name: str, appauthor: str | bool | None = None) -> Path:
        return Path(f"{name} of {appauthor}")

    monkeypatch.delenv("TEND_DATA_DIR", raising=False)
    monkeypatch.setattr(platformdirs, "user_data_path", user_data_path)
    place = run(opening.here())
    assert isinstance(place, DiskPlace)
    assert place._folder == Path("Tend of False")  # on Windows another value would be a folder more


@pytest.mark.parametrize("is_enabled", [True, False])
def test_garbage_is_looked_for_again_after_opening_if_it_was_before(is_enabled: bool) -> None:
    gc.enable() if is_enabled else gc.disable()
    try:
        run(open_database(MemoryTestPlace())).close()
        assert gc.isenabled() is is_enabled
    finally:
        gc.enable()


def test_damage_is_noted_beside_what_is_known_of_the_device(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening.cipher, "this_device", lambda: CRYPTO)
    known = Device(datetime(2026, 11, 19, 8, 12, tzinfo=UTC), backups=3, lock_after_minutes=15, damaged=2)
    place = MemoryTestPlace()
    database = run(open_database(place))
    run(database.device.save(known))
    database.close()
    a, b = run(place.contents())
    place.fill(a + b"a save that was cu", b)
    assert run(open_database(place)).device.load() == replace(known, torn=True)
