"""Every operation of the byte files fails in turn: a refused change changes nothing, in memory or in the files.

Where taking a refused change back fails as well, that one change may stand at the next opening; nothing is written
after it until it is gone.
"""

from __future__ import annotations

import asyncio
import itertools
from dataclasses import replace
from typing import Any

import pytest

from domain.errors import StorageBroken, StorageError, StorageFull
from storage import ledger as ledger_module
from storage.ledger import Ledger
from tests.storage.byte_file_fakes import FOR_GOOD, Contents, Faults, FaultyFile, contents_of, files
from tests.storage.ledgers import as_text, looked_at, opened, put, run
from tests.storage.stories import (
    AFTER,
    DAMAGED,
    FEW,
    LOCKED,
    MANY,
    SAVES,
    STORIES,
    UNDOABLE,
    Step,
    after,
    brought_in,
    compacted,
    kept,
    locked,
    taken_back,
    unlocked,
)
from tests.storage.torture import say, share

KINDS = (StorageFull, StorageBroken)
WAYS = [
    Faults(kind=kind, share=part, times=times, waits=waits)
    for waits in (False, True)
    for times in (1, 2, 3, 4, 5, FOR_GOOD)
    for part in (0.0, 0.5, 1.0)
    for kind in KINDS
]
GROWN = after(FEW, *(kept(put(f"more {number}", "x" * 40)) for number in range(9)))
STEPS: dict[str, tuple[Contents, Step]] = {
    "a save": (FEW, SAVES[0]),
    "a deletion": (FEW, SAVES[1]),
    "a save under a lock": (LOCKED, SAVES[0]),
    "a save that compacts first": (GROWN, SAVES[0]),
    "compaction": (MANY, compacted),
    "locking": (MANY, locked),
    "another passphrase": (LOCKED, locked),
    "unlocking": (LOCKED, unlocked),
    "bringing in": (FEW, brought_in),
    "taking back": (UNDOABLE, taken_back),
}
Faulty = tuple[FaultyFile, FaultyFile]


def faulty(before: Contents, faults: Faults) -> Faulty:
    return FaultyFile(bytearray(before[0]), faults), FaultyFile(bytearray(before[1]), faults)


def agrees(ledger: Ledger, both: Faulty, *or_else: str) -> None:
    """The files hold what memory does, or one of these; and nothing in them is damaged."""
    seen = looked_at(contents_of(both))
    assert as_text(seen.tables) in (as_text(ledger.tables), *or_else)
    assert seen.damaged == 0


def works_again(ledger: Ledger, both: Faulty, faults: Faults) -> None:
    faults.at = -1
    expected = as_text({**ledger.tables, "check_ins": {**ledger.tables.get("check_ins", {}), "after": AFTER[0][2]}})
    run(ledger.commit(AFTER))
    assert as_text(ledger.tables) == expected
    agrees(ledger, both)


@pytest.fixture
def compacts_early(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if "compacts" in request.node.name:
        monkeypatch.setattr(ledger_module, "ROOM_TO_GROW", 0)


@pytest.mark.usefixtures("compacts_early")
@pytest.mark.parametrize("name", STEPS)
def test_whichever_operation_fails_memory_is_what_the_files_hold(name: str) -> None:
    before, step = STEPS[name]
    done = as_text(looked_at(after(before, step)).tables)
    injected = 0
    for way in WAYS:
        for number in itertools.count():
            faults = replace(way)
            both = faulty(before, faults)
            ledger = run(opened(both))
            old = as_text(ledger.tables)
            faults.next(number)
            try:
                run(step(ledger))  # type: ignore[arg-type]
            except way.kind:
                assert as_text(ledger.tables) == old
                agrees(ledger, both, *([done] if way.times > 1 else []))
            else:
                assert as_text(ledger.tables) == done
                agrees(ledger, both)
            works_again(ledger, both, faults)
            if not faults.failed:
                break
            injected += 1
    say(f"{injected} faults injected into {name}: memory = files")
    assert injected >= 2 * len(WAYS)


@pytest.mark.parametrize("name", STORIES)
def test_an_opening_in_which_anything_fails_can_be_done_again(name: str) -> None:
    before, _ = STORIES[name]
    expected = as_text(looked_at(before).tables)
    injected = 0
    for way in WAYS:
        for number in itertools.count():
            faults = replace(way)
            both = faulty(before, faults)
            faults.next(number)
            try:
                ledger = run(opened(both))
            except way.kind:
                assert as_text(looked_at(contents_of(both)).tables) == expected
            else:
                assert as_text(ledger.tables) == expected
                works_again(ledger, both, faults)
            if not faults.failed:
                break
            injected += 1
    say(f"{injected} faults injected into the opening of {name}: nothing lost")
    assert injected >= 4 * len(WAYS)


def test_a_save_works_again_after_three_that_failed() -> None:
    faults = Faults(kind=StorageFull)
    both = faulty(FEW, faults)
    ledger = run(opened(both))
    for step in SAVES:
        for part in (0.0, 0.5, 1.0):
            faults.next()
            faults.share = part
            with pytest.raises(StorageFull):
                run(step(ledger))  # type: ignore[arg-type]
        run(step(ledger))  # type: ignore[arg-type]
        agrees(ledger, both)


@pytest.mark.parametrize("kind", KINDS)
def test_while_a_refused_change_cannot_be_taken_back_every_save_is_refused(kind: type[StorageError]) -> None:
    faults = Faults(kind=kind, share=1.0, times=FOR_GOOD)
    both = faulty(FEW, faults)
    ledger = run(opened(both))
    faults.next()
    for _ in range(3):
        with pytest.raises(kind):
            run(ledger.commit(put("refused", 1)))
    assert "refused" in looked_at(contents_of(both)).tables["check_ins"]  # it arrived whole all the same
    works_again(ledger, both, faults)
    assert "refused" not in looked_at(contents_of(both)).tables["check_ins"]


def test_damage_that_cannot_be_mended_yet_can_be_read_and_the_next_save_mends_it() -> None:
    faults = Faults(kind=StorageFull, times=FOR_GOOD)
    both = faulty(DAMAGED, faults)
    faults.next(4)  # two sizes and two readings
    ledger = run(opened(both))
    assert (ledger.damaged, sorted(ledger.tables["check_ins"])[:2]) == (1, ["b", "day 00"])
    assert contents_of(both) == DAMAGED
    with pytest.raises(StorageFull):
        run(ledger.commit(AFTER))
    works_again(ledger, both, faults)
    assert looked_at(contents_of(both)).damaged == 0


@pytest.mark.usefixtures("compacts_early")
@pytest.mark.parametrize("name", STEPS)
def test_whenever_the_awaiting_task_is_cancelled_memory_is_what_the_files_hold(name: str) -> None:
    before, step = STEPS[name]
    done = as_text(looked_at(after(before, step)).tables)
    cancelled = 0

    async def stands() -> str:
        return as_text((await opened(files(contents_of(both)), read_only=True)).tables)

    async def cancel_after(turns: int, again: int) -> bool:
        ledger = await opened(both)
        old = as_text(ledger.tables)
        task = asyncio.ensure_future(step(ledger))
        for wait in (turns, again):
            for _ in range(wait):
                await asyncio.sleep(0)
            task.cancel()
        outcome: Any = (await asyncio.gather(task, return_exceptions=True))[0]
        assert as_text(ledger.tables) == (done if outcome is None else old)
        seen = await stands()
        assert seen == as_text(ledger.tables) or (again and seen == done)
        await ledger.commit(AFTER)
        assert await stands() == as_text(ledger.tables)
        return outcome is not None

    for again in range(share(3, 8)):
        for turns in itertools.count():
            both = faulty(before, Faults(waits=True))
            if not run(cancel_after(turns, again)):
                break
            cancelled += 1
    say(f"{cancelled} cancellations of {name}: memory = files")
    assert cancelled >= 3


def test_what_json_cannot_say_or_no_reading_would_accept_is_refused_before_a_byte_is_written() -> None:
    faults = Faults()
    both = faulty(FEW, faults)
    ledger = run(opened(both))
    old, seen = as_text(ledger.tables), faults.seen
    deep: dict[str, Any] = {}
    for _ in range(100_000):
        deep = {"deeper": deep}
    for refused in (float("nan"), b"bytes", {1, 2}, deep):
        with pytest.raises((TypeError, ValueError, RecursionError)):
            run(ledger.commit(put("refused", refused)))
    for document in (["a list"], "text", 5, True):
        with pytest.raises(StorageError):
            run(ledger.commit((("check_ins", "refused", document),)))  # type: ignore[arg-type]
    for change in ((1, "refused", {}), ("check_ins", 1, {}), ("check_ins", "refused")):
        with pytest.raises(StorageError):
            run(ledger.commit((change,)))  # type: ignore[arg-type]
    assert (as_text(ledger.tables), contents_of(both), faults.seen) == (old, FEW, seen)
    while deep:
        deep = deep.pop("deeper")  # freeing it at once would be as deep a recursion
