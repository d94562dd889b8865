"""The ledger: one flushed line a save, compaction, ways back, one writer at a time."""

from __future__ import annotations

import asyncio

import pytest

from domain.errors import StorageFull, StorageReadOnly
from storage import changes as of
from storage import ledger as ledger_module
from storage.entries import DOCUMENTS_IN_A_PIECE
from storage.ledger import Ledger
from storage.recovery import BEFORE_ALL, CREATION
from tests.storage.byte_file_fakes import FOR_GOOD, Faults, FaultyFile, contents_of, files, journalled
from tests.storage.ledgers import as_text, committed, fresh, gone, looked_at, opened, put, reopened, run
from tests.storage.stories import FEW, MANY, brought_in


def test_a_fresh_ledger_is_made_at_once_and_holds_nothing() -> None:
    both = files((b"", b""))
    ledger = run(opened(both))
    assert (ledger.tables, ledger.undo, ledger.torn, ledger.damaged, ledger.lock) == ({}, (), False, 0, None)
    assert contents_of(both) == (CREATION, BEFORE_ALL)


def test_a_fresh_ledger_that_is_only_read_makes_nothing() -> None:
    both = files((b"", b""))
    assert run(opened(both, read_only=True)).tables == {}
    assert contents_of(both) == (b"", b"")


def test_a_save_is_one_line_appended_and_flushed_whatever_is_there_already() -> None:
    for before in (fresh(), FEW, MANY):
        journal, both = journalled(before)
        ledger = run(opened(both))
        run(ledger.commit(put("new", "a note")))
        (which, write), flush = journal.operations
        assert (which, write[0], write[1]) == (0, "write", len(before[0]))
        assert write[2].endswith(b' t [["check_ins","new",{"id":"new","note":"a note"}]]\n')
        assert write[2].count(b"\n") == 1
        assert flush == (0, ("flush", 0, b""))


def test_what_is_kept_is_seen_at_once_and_after_opening_again() -> None:
    both = files(fresh())
    ledger = run(opened(both))
    for changes in (put("a", 1), put("b", 2), (*put("a", 3), *gone("b"), *put("mine", "", "plan"))):
        run(ledger.commit(changes))
    expected = {"check_ins": {"a": {"id": "a", "note": 3}}, "plan": {"mine": {"id": "mine", "note": ""}}}
    assert ledger.tables == looked_at(contents_of(both)).tables == expected


def test_memory_holds_what_the_file_gives_and_shares_nothing_with_the_caller() -> None:
    both = files(fresh())
    ledger = run(opened(both))
    document = {"id": "a", "list": [1], 5: ("a tuple",)}
    run(ledger.commit((("check_ins", "a", document),)))
    document["list"].append(2)  # type: ignore[attr-defined]
    assert ledger.tables["check_ins"]["a"] == {"id": "a", "list": [1], "5": ["a tuple"]}
    assert as_text(looked_at(contents_of(both)).tables) == as_text(ledger.tables)


def test_compaction_leaves_what_stands_and_nothing_else() -> None:
    both = files(committed(MANY, put("a", "long gone words"), gone("a"), put("b", "now")))
    ledger = run(opened(both))
    run(ledger.compact())
    seen = looked_at((b"", bytes(both[1].content)))
    assert as_text(seen.tables) == as_text(ledger.tables)
    lines = bytes(both[1].content).splitlines()
    assert [line.split(b" ")[1:3] for line in lines] == [
        [b"2.0", b"h"],
        [b"2.1", b"s"],
        [b"2.2", b"s"],
        [b"2.3", b"z"],
    ]
    assert b"long gone words" not in both[1].content
    assert bytes(both[0].content).endswith(b'x {"superseded":2}\n')
    assert [line.count(b'"id":') for line in lines] == [0, DOCUMENTS_IN_A_PIECE, 4, 0]


def test_saves_go_on_in_the_compacted_file_and_compactions_take_turns() -> None:
    both = files(MANY)
    ledger = run(opened(both))
    for number in range(6):
        run(ledger.compact())
        run(ledger.commit(put("turn", number)))
        assert as_text(looked_at(contents_of(both)).tables) == as_text(ledger.tables)
        generations = [int(bytes(file.content).split(b" ")[1].split(b".")[0]) for file in both]
        assert generations == ([number + 1, number + 2] if number % 2 == 0 else [number + 2, number + 1])


def test_a_snapshot_of_more_pieces_than_are_written_at_once_arrives_whole() -> None:
    many = tuple(change for number in range(64 * DOCUMENTS_IN_A_PIECE + 1) for change in put(f"{number}", number))
    both = files(committed(fresh(), many))
    ledger = run(opened(both))
    run(ledger.compact())
    assert len(looked_at((b"", bytes(both[1].content))).tables["check_ins"]) == 1281


def test_a_save_compacts_first_when_saves_have_outgrown_both_a_megabyte_and_the_snapshot(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert ledger_module.ROOM_TO_GROW == 1 << 20
    monkeypatch.setattr(ledger_module, "ROOM_TO_GROW", 5_000)
    both = files(fresh())
    ledger = run(opened(both))
    largest = 0
    for number in range(400):
        run(ledger.commit(put(f"{number % 50}", "x" * 100)))
        largest = max(largest, *map(len, contents_of(both)))
    assert 10_000 < largest < 20_000  # a snapshot of 7 kB at most, the same again in saves, and the last one
    assert looked_at(contents_of(both)).tables == ledger.tables
    assert max(int(content.split(b" ")[1].split(b".")[0]) for content in contents_of(both)) > 5


def test_where_there_is_no_room_to_compact_a_save_is_kept_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ledger_module, "ROOM_TO_GROW", 0)
    faults = Faults(kind=StorageFull)
    both = FaultyFile(bytearray(MANY[0]), faults), FaultyFile(bytearray(MANY[1]), faults)
    ledger = run(opened(both))
    faults.next(2)  # truncate and flush the other file, and then no room for what goes into it
    run(ledger.commit(put("small", 1)))
    assert faults.failed == "write"
    assert contents_of(both)[1] == b""
    assert looked_at(contents_of(both)).tables == ledger.tables
    assert "small" in ledger.tables["check_ins"]


def test_no_save_is_kept_beside_a_generation_that_would_count_before_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ledger_module, "ROOM_TO_GROW", 0)
    for times in (1, 2, 3):
        faults = Faults(kind=StorageFull, times=times, share=1.0)
        both = FaultyFile(bytearray(MANY[0]), faults), FaultyFile(bytearray(MANY[1]), faults)
        ledger = run(opened(both))
        faults.next(5)  # the flush of the seal; then the truncate that would take it back, and its flush
        try:
            run(ledger.commit(put("acknowledged", 1)))
        except StorageFull:
            assert times == 3
        assert looked_at(contents_of(both)).tables == ledger.tables


def test_what_came_in_can_be_taken_back_until_the_next_save_also_after_opening_again() -> None:
    ledger, contents = reopened(FEW)
    before = as_text(ledger.tables)
    both = files(contents)
    ledger = run(opened(both))
    run(brought_in(ledger))
    assert len(ledger.tables["check_ins"]) == 5
    again = run(opened(files(contents_of(both))))
    assert again.undo == ledger.undo
    run(again.commit(again.undo))
    assert (as_text(again.tables), again.undo) == (before, ())
    run(ledger.commit(put("c")))
    assert ledger.undo == ()
    assert looked_at(contents_of(both)).undo == ()


def test_compaction_ends_the_way_back_and_is_not_wanted_while_there_is_one() -> None:
    both = files(MANY)
    ledger = run(opened(both))
    assert not ledger.wants_compaction
    big = put("big", "x" * 40_000)
    run(ledger.commit(big, of.inverse(ledger.tables, big)))
    assert not ledger.wants_compaction
    run(ledger.commit(put("small")))
    assert ledger.wants_compaction
    run(ledger.compact())
    assert not ledger.wants_compaction
    assert ledger.undo == looked_at(contents_of(both)).undo == ()


def test_what_is_only_read_refuses_every_change_and_is_left_as_it_is() -> None:
    torn = FEW[0] + b"cut in its mi", FEW[1]
    both = files(torn)
    ledger = run(opened(both, read_only=True))
    assert ledger.torn
    assert not ledger.wants_compaction
    for attempt in (ledger.commit(put("a")), ledger.compact(), ledger.set_lock(None)):
        with pytest.raises(StorageReadOnly):
            run(attempt)
    assert contents_of(both) == torn


def test_commits_that_wait_are_kept_one_after_the_other() -> None:
    faults = Faults(waits=True)
    both = FaultyFile(bytearray(FEW[0]), faults), FaultyFile(bytearray(FEW[1]), faults)

    async def many_at_once() -> Ledger:
        ledger = await opened(both)
        assert not ledger.commits_at_once
        await asyncio.gather(*(ledger.commit(put("same", number)) for number in range(9)), ledger.compact())
        return ledger

    ledger = run(many_at_once())
    assert ledger.tables["check_ins"]["same"]["note"] == 8
    seen = looked_at(contents_of(both))
    assert (as_text(seen.tables), seen.damaged, seen.torn) == (as_text(ledger.tables), 0, False)


def test_what_was_refused_is_not_seen_by_those_that_wait_behind_it() -> None:
    faults = Faults(waits=True, kind=StorageFull, times=FOR_GOOD)
    both = FaultyFile(bytearray(FEW[0]), faults), FaultyFile(bytearray(FEW[1]), faults)

    async def three() -> list[object]:
        ledger = await opened(both)
        faults.next(2)
        return await asyncio.gather(*(ledger.commit(put(id)) for id in "cde"), return_exceptions=True)

    assert [type(outcome) for outcome in run(three())] == [type(None), StorageFull, StorageFull]
    assert list(looked_at(contents_of(both)).tables["check_ins"]) == ["a", "b", "c"]


def test_closing_closes_both_files_even_if_one_will_not() -> None:
    both = files(FEW)
    run(opened(both)).close()
    assert (both[0].is_closed, both[1].is_closed) == (True, True)

    class Stubborn(type(both[0])):  # type: ignore[misc]
        def close(self) -> None:
            raise OSError

    stubborn, other = Stubborn(bytearray(FEW[0])), files(FEW)[1]
    with pytest.raises(OSError):  # noqa: PT011
        run(opened((stubborn, other))).close()
    assert other.is_closed
