"""Ways in which a file is damaged, by chance; and histories of saves that know every document that ever stood."""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from dataclasses import dataclass, field

from storage import changes as of
from storage.ledger import Ledger
from storage.memory import MemoryFile
from storage.schema import Changes, Tables
from tests.storage.byte_file_fakes import Contents, contents_of
from tests.storage.ledgers import opened, put, run
from tests.storage.stories import locked, unlocked

Damage = Callable[[bytes, random.Random], bytes]


@dataclass
class History:
    """Files, what they hold, what was ever committed under each id, and which file is live up to which seal."""

    contents: Contents = (b"", b"")
    tables: Tables = field(default_factory=dict)
    ever: set[tuple[str, str, str]] = field(default_factory=set)
    live: int = 0
    seal_end: int = 0
    mark_at: int = 0  # where the mark begins in the other file

    def remember(self, changes: Changes) -> None:
        """Note what is about to be committed."""
        self.ever |= {(table, id, json.dumps(document, sort_keys=True)) for table, id, document in changes}

    def knows(self, tables: Tables) -> bool:
        """Whether each of these documents was once committed under its id."""
        return all(
            (table, id, json.dumps(document, sort_keys=True)) in self.ever
            for table, documents in tables.items()
            for id, document in documents.items()
        )


def history(seed: int) -> History:
    """Some dozens of saves, deletions, compactions and ways back; every third one ends under a lock."""
    chance, told = random.Random(seed), History()
    both = MemoryFile(), MemoryFile()

    async def live() -> None:
        ledger = await opened(both)
        for number in range(chance.randrange(1, 60)):
            await _happen(ledger, told, chance, number)
        if seed % 3 == 0:
            await locked(ledger)
        elif seed % 3 == 1:
            await ledger.compact()
        for number in range(chance.randrange(8)):
            await _keep(ledger, told, put(f"last {number}", chance.random()))
        told.tables = ledger.tables

    run(live())
    told.contents = contents_of(both)
    generations = [int(content.split(b" ")[1].split(b".")[0]) for content in told.contents]
    told.live = generations.index(max(generations))
    lines = told.contents[told.live].splitlines(keepends=True)
    told.seal_end = len(b"".join(lines[: next(n for n, line in enumerate(lines) if b" z " in line) + 1]))
    told.mark_at = len(b"".join(told.contents[1 - told.live].splitlines(keepends=True)[:-1]))
    return told


async def _happen(ledger: Ledger, told: History, chance: random.Random, number: int) -> None:
    ids = [f"day {chance.randrange(30)}" for _ in range(chance.randrange(1, 5))]
    match chance.randrange(12):
        case 0:
            await ledger.compact()
        case 1 if ledger.undo:
            await ledger.commit(ledger.undo)
        case 2:
            changes = tuple(change for id in ids for change in put(id, f"in {number}"))
            told.remember(changes)
            await ledger.commit(changes, of.inverse(ledger.tables, changes))
        case 3:
            await ledger.commit((("check_ins", ids[0], None),))
        case 4 if ledger.lock:
            await unlocked(ledger)
        case _:
            await _keep(ledger, told, put(ids[0], "é" * chance.randrange(9) + str(number)))


async def _keep(ledger: Ledger, told: History, changes: Changes) -> None:
    told.remember(changes)
    await ledger.commit(changes)


def _spot(content: bytes, chance: random.Random, longest: int) -> tuple[int, int]:
    start = chance.randrange(len(content) + 1)
    return start, min(len(content), start + chance.randrange(1, longest))


def _flipped(content: bytes, chance: random.Random) -> bytes:
    damaged = bytearray(content)
    for _ in range(chance.choice((1, 1, 1, 2, 5))):
        damaged[chance.randrange(len(damaged))] ^= 1 << chance.randrange(8)
    return bytes(damaged)


def _cut(content: bytes, chance: random.Random) -> bytes:
    return content[: chance.randrange(len(content))]


def _zeroed(content: bytes, chance: random.Random) -> bytes:
    size = chance.choice((16, 64, 512))
    start = chance.randrange(len(content)) // size * size
    return content[:start] + bytes(min(size, len(content) - start)) + content[start + size :]


def _overwritten(content: bytes, chance: random.Random) -> bytes:
    start, end = _spot(content, chance, 90)
    return content[:start] + chance.randbytes(end - start) + content[end:]


def _taken_out(content: bytes, chance: random.Random) -> bytes:
    start, end = _spot(content, chance, 300)
    return content[:start] + content[end:]


def _inserted(content: bytes, chance: random.Random) -> bytes:
    start, end = _spot(content, chance, 200)
    garbage = chance.choice((chance.randbytes(40), b"\n", b"\n\n\xff\n", bytes(64), content[start:end], b"{}\n"))
    return content[:start] + garbage + content[start:]


def _lines_shuffled(content: bytes, chance: random.Random) -> bytes:
    lines = content.splitlines(keepends=True)
    one, other = chance.randrange(len(lines)), chance.randrange(len(lines))
    match chance.randrange(4):
        case 0:
            lines[one], lines[other] = lines[other], lines[one]
        case 1:
            lines.insert(other, lines[one])
        case 2:
            del lines[one]
        case 3:
            lines.append(lines[one])
    return b"".join(lines)


DAMAGES: dict[str, Damage] = {
    "bits flipped": _flipped,
    "cut": _cut,
    "a sector zeroed": _zeroed,
    "overwritten": _overwritten,
    "a piece taken out": _taken_out,
    "garbage inserted": _inserted,
    "lines swapped, doubled, deleted": _lines_shuffled,
}
