"""What can be done to a ledger, as short stories: the files before, and the steps, each one thing to keep or none."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from storage import changes as of
from storage import locking
from storage.ledger import Ledger
from storage.schema import Changes
from tests.storage.byte_file_fakes import Contents, contents_of, files
from tests.storage.ledgers import CRYPTO, WORDS, committed, fresh, gone, opened, put, run, written_by_schema

Step = Callable[[Ledger], Awaitable[None]]
Story = tuple[Contents, list[Step]]
AFTER = put("after", "saved when all was well again")
NOTE = "a note nobody else may read"


def kept(changes: Changes, undo: Changes = ()) -> Step:
    """Keep these changes."""
    return lambda ledger: ledger.commit(changes, undo)


async def taken_back(ledger: Ledger) -> None:
    """Undo what was kept last."""
    await ledger.commit(ledger.undo)


async def brought_in(ledger: Ledger) -> None:
    """Change one, forget another, add four, so that it can be taken back."""
    changes = (*put("a", "another"), *gone("b"), *(change for n in range(4) for change in put(f"new {n}", NOTE)))
    await ledger.commit(changes, of.inverse(ledger.tables, changes))


async def locked(ledger: Ledger) -> None:
    """Set a new lock."""
    await ledger.set_lock(await locking.new_lock(WORDS, CRYPTO))


async def unlocked(ledger: Ledger) -> None:
    """Remove the lock."""
    await ledger.set_lock(None)


compacted = Ledger.compact


def after(before: Contents, *steps: Step) -> Contents:
    """What stands in the files when the steps were done."""

    async def do() -> None:
        ledger = await opened(both)
        for step in steps:
            await step(ledger)

    both = files(before)
    run(do())
    return contents_of(both)


def _with_a_damaged_snapshot() -> Contents:
    old, new = after(MANY, compacted, kept(put("late", "after the snapshot")))
    return old, new[:200] + bytes([new[200] ^ 1]) + new[201:]


DAYS = tuple(change for number in range(23) for change in put(f"day {number:02}", NOTE))
FEW = committed(fresh(), put("a", "one"), put("b", NOTE))
MANY = committed(FEW, DAYS)
LOCKED = after(MANY, locked)
UNDOABLE = after(FEW, brought_in)
DAMAGED = MANY[0].replace(b'"a","note":"one"', b'"a","note":"two"'), MANY[1]
OF_SCHEMA_1 = {"check_ins": {"7": {"id": "a", "note": "one"}, "9": {"id": "b", "note": NOTE}}}
SAVES = [kept(put("a", "two" * 50)), kept(gone("b")), kept(put("c", "")), kept(AFTER, gone("after")), kept(put("a"))]

STORIES: dict[str, Story] = {
    "creation": ((b"", b""), [kept(put("a", "first"))]),
    "saves": (FEW, SAVES),
    "saves under a lock": (LOCKED, SAVES[:2]),
    "compaction": (MANY, [compacted, SAVES[0], compacted, SAVES[1]]),
    "migration": ((b"", written_by_schema(1, OF_SCHEMA_1)), SAVES[:1]),
    "locking": (MANY, [locked, SAVES[0]]),
    "another passphrase": (LOCKED, [locked, SAVES[0]]),
    "unlocking": (LOCKED, [unlocked, SAVES[0]]),
    "bringing in and taking back": (FEW, [brought_in, taken_back, brought_in, SAVES[1], compacted]),
    "mending": (DAMAGED, SAVES[:1]),
    "mending from the other file": (_with_a_damaged_snapshot(), SAVES[:2]),
}
