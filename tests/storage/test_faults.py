"""Every operation of the byte files fails in turn, once or for good: a refused save changes nothing."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from domain.errors import StorageBroken, StorageError, StorageFull
from domain.models import Appearance, CheckIn, Preferences
from storage.database import Database
from storage.slots import SlotStorage
from tests.storage.byte_file_fakes import Faults, FaultyFile, MemoryFile

CONTENTS = [b"short", b"a longer one" * 5, b"a longer two" * 5, b"", b"last"]
SAVES: list[dict[str, Any]] = [{"notes": {"1": {"text": text.decode()}}} for text in CONTENTS]


def reopened(contents: tuple[bytearray, bytearray]) -> dict[str, dict[str, Any]]:
    return SlotStorage(*(MemoryFile(bytearray(content)) for content in contents)).read()


@pytest.mark.parametrize("kind", [StorageFull, StorageBroken])
@pytest.mark.parametrize("share", [0.0, 0.01, 0.5, 0.99, 1.0])
@pytest.mark.parametrize("is_for_good", [False, True], ids=["once", "for good"])
def test_whichever_operation_fails_a_refused_save_changes_nothing(
    kind: type[StorageError], share: float, is_for_good: bool
) -> None:
    for number in itertools.count():
        contents = bytearray(), bytearray()
        faults = Faults(kind=kind, share=share)
        storage = SlotStorage(FaultyFile(contents[0], faults), FaultyFile(contents[1], faults))
        faults.at, faults.is_for_good = faults.seen + number, is_for_good
        last: dict[str, Any] = {}
        could_stay: list[dict[str, Any]] = []
        for tables in SAVES:
            try:
                storage.write(tables)
            except kind:
                assert storage.read() == last
                if is_for_good and (faults.failed != "write" or share == 1) and not could_stay:
                    could_stay = [tables]  # it arrived whole, and the device refuses to take it back
                assert reopened(contents) in [last, *could_stay]
            else:
                last = tables
                assert storage.read() == reopened(contents) == last
        if not faults.failed:
            break
    assert number > 12


def test_a_save_works_again_after_one_that_failed() -> None:
    contents = bytearray(), bytearray()
    faults = Faults()
    storage = SlotStorage(FaultyFile(contents[0], faults), FaultyFile(contents[1], faults))
    for tables in SAVES:
        for share in (0.0, 0.5, 1.0):
            faults.at, faults.share, faults.kind = faults.seen, share, StorageFull
            with pytest.raises(StorageFull):
                storage.write(tables)
        storage.write(tables)
        assert storage.read() == reopened(contents) == tables


def test_an_opening_that_fails_leaves_what_was_saved_as_it_was() -> None:
    contents = bytearray(), bytearray()
    storage = SlotStorage(MemoryFile(contents[0]), MemoryFile(contents[1]))
    storage.write(SAVES[0])
    before = bytes(contents[0]), bytes(contents[1])
    for number in itertools.count():
        faults = Faults(at=number)
        try:
            SlotStorage(FaultyFile(contents[0], faults), FaultyFile(contents[1], faults))
        except StorageBroken:
            assert (bytes(contents[0]), bytes(contents[1])) == before
        else:
            break
    assert number == 6  # size, header and payload of both


@pytest.mark.parametrize("share", [0.0, 0.5, 1.0])
@pytest.mark.parametrize("is_for_good", [False, True], ids=["once", "for good"])
def test_a_creation_that_fails_can_be_done_again(share: float, is_for_good: bool) -> None:
    for number in itertools.count():
        contents = bytearray(), bytearray()
        faults = Faults(at=number, share=share, is_for_good=is_for_good)
        try:
            SlotStorage(FaultyFile(contents[0], faults), FaultyFile(contents[1], faults))
        except StorageBroken:
            assert reopened(contents) == {}
        else:
            break
    assert number == 8  # two sizes to look, and write, size, flush for both


def test_a_check_in_that_was_refused_is_nowhere_and_can_be_saved_again() -> None:
    faults = Faults()
    contents = bytearray(), bytearray()
    database = Database(FaultyFile(contents[0], faults), FaultyFile(contents[1], faults))
    first = CheckIn("a", datetime(2026, 11, 19, 8, tzinfo=UTC), 60, mood=2, note="before")
    database.check_ins.save(first)
    database.preferences.save(Preferences(text_size=150))
    second, changed = replace(first, id="b"), replace(first, mood=4, note="")
    for number in range(3):
        attempts: list[Callable[[], None]] = [
            lambda: database.check_ins.save(second),
            lambda: database.check_ins.save(changed),
            lambda: database.check_ins.delete("a"),
            lambda: database.preferences.save(Preferences(Appearance.DARK, 200)),
        ]
        for attempt in attempts:
            faults.at = faults.seen + number
            with pytest.raises(StorageBroken):
                attempt()
            for seen in (database, Database(*(MemoryFile(bytearray(content)) for content in contents))):
                assert seen.check_ins.all() == (first,)
                assert seen.preferences.load() == Preferences(text_size=150)
    database.check_ins.save(second)
    database.check_ins.save(changed)
    assert database.check_ins.all() == (changed, second)
