"""What the lines of a ledger say: changes as JSON, plain or encrypted, and the tables that come of them.

Imports our own modules. An entry is a list of [table, id, document or null]; one that can be taken back is an
object, {"changes": […], "undo": […]}.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Sequence
from typing import Any

from domain.errors import StorageForeign, WrongPassphrase
from storage import changes as of
from storage import lines, locking
from storage.lines import Line
from storage.locking import Lock
from storage.migrations import migrated
from storage.recovery import Found, Part
from storage.schema import Changes, Tables

DOCUMENTS_IN_A_PIECE = 20  # of the snapshot: what one damaged spot takes with it
LINES_AT_ONCE = 64  # decrypted together


def entry_text(changes: Changes, undo: Changes = ()) -> bytes:
    """The text of an entry.

    Raises:
        TypeError, ValueError: JSON cannot say it.
    """
    return lines.to_text({"changes": changes, "undo": undo} if undo else changes)


def entry(text: bytes) -> tuple[Changes, Changes]:
    """The changes in a text, and what takes them back.

    Raises:
        StorageForeign: it is no entry, although its checksum fits.
    """
    try:
        said = json.loads(text)
    except (ValueError, RecursionError):
        raise StorageForeign("a line that is no JSON") from None
    if isinstance(said, dict):
        return _changes(said.get("changes")), _changes(said.get("undo"))
    return _changes(said), ()


def snapshot(tables: Tables) -> list[bytes]:
    """The texts of the entries that make these tables of nothing."""
    puts = [(table, id, document) for table, documents in tables.items() for id, document in documents.items()]
    starts = range(0, len(puts), DOCUMENTS_IN_A_PIECE)
    return [entry_text(tuple(puts[start : start + DOCUMENTS_IN_A_PIECE])) for start in starts]


async def written(generation: int, serial: int, kind: str, text: bytes, lock: Lock | None = None) -> bytes:
    """A whole line, encrypted where there is a lock."""
    if lock:
        text = await locking.sealed_text(lock, _place(generation, serial, kind), text)
    return lines.written(generation, serial, kind, text)


async def tables_of(
    found: Found, lock: Lock | None, parts: tuple[Part, ...] | None = None
) -> tuple[Tables, Changes, tuple[Part, ...]]:
    """The tables these parts give (by default all that was found), in the schema of the live file; what takes the
    last entry back; and the parts that were used: where one was encrypted by another lock, the live file alone.

    Raises:
        StorageForeign: a line is no entry.
        WrongPassphrase: the live file itself is not of this lock.
    """
    parts = parts or found.parts
    tables: Tables = {}
    undo: Changes = ()
    try:
        for part in parts:
            for text in await _texts(part, lock):
                changes, undo = entry(text)
                of.apply(tables, changes)
            tables = migrated(tables, part.head.schema, found.head.schema)
    except WrongPassphrase:
        if parts == found.alone:
            raise
        return await tables_of(found, lock, found.alone)
    return tables, undo, parts


async def _texts(part: Part, lock: Lock | None) -> Sequence[bytes]:
    if part.head.lock is None:
        return [line.text for line in part.lines]
    if lock is None or part.head.lock != lock.record:
        raise WrongPassphrase("encrypted by another lock")
    texts: list[bytes] = []
    for start in range(0, len(part.lines), LINES_AT_ONCE):
        waiting = [_opened(line, lock) for line in part.lines[start : start + LINES_AT_ONCE]]
        texts += await asyncio.gather(*waiting)
    return texts


async def _opened(line: Line, lock: Lock) -> bytes:
    return await locking.opened_text(lock, _place(line.generation, line.serial, line.kind), line.text)


def _place(generation: int, serial: int, kind: str) -> bytes:
    return f"tend {generation}.{serial} {kind}".encode("ascii")


def _changes(said: Any) -> Changes:
    """Whole lists at a time, for every document of ten years comes by here when Tend opens."""
    if type(said) is not list or not set(map(type, said)) <= {list} or not set(map(len, said)) <= {3}:
        raise StorageForeign("an entry that is no list of changes")
    names, ids, documents = zip(*said, strict=True) if said else ((), (), ())
    if not (set(map(type, (*names, *ids))) <= {str} and set(map(type, documents)) <= {dict, type(None)}):
        raise StorageForeign("a change of something that is no document")
    return tuple(zip(names, ids, documents, strict=True))
