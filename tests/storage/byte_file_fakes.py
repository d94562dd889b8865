"""Fakes of the byte file: one that fails on demand, one that waits, one that remembers for a power cut."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import combinations

from domain.errors import StorageBroken, StorageError
from storage.memory import MemoryFile

Contents = tuple[bytes, bytes]
Operation = tuple[str, int, bytes]  # ("write", at, data), ("truncate", length, b""), ("flush", 0, b"")
FOR_GOOD = 1_000_000


def files(contents: Contents) -> tuple[MemoryFile, MemoryFile]:
    """Both contents as files of their own."""
    return MemoryFile(bytearray(contents[0])), MemoryFile(bytearray(contents[1]))


def contents_of(both: tuple[MemoryFile, MemoryFile]) -> Contents:
    """What stands in both files."""
    return bytes(both[0].content), bytes(both[1].content)


@dataclass
class Faults:
    """When to fail: from operation number `at` on (counted from 0 over both files), `times` operations in a row."""

    at: int = -1
    times: int = 1
    kind: type[StorageError] = StorageBroken
    share: float = 0.0  # how much of the first failing operation happens all the same, 0 … 1
    waits: bool = False  # whether a flush waits before it fails or not
    seen: int = 0
    failed: str = ""  # the first operation that failed

    def next(self, number: int = 0) -> None:
        """Fail at the operation that comes after `number` others."""
        self.at, self.failed = self.seen + number, ""

    def run(self, name: str, whole: Callable[[], None], part: Callable[[float], None]) -> None:
        number, self.seen = self.seen, self.seen + 1
        if self.at < 0 or not self.at <= number < self.at + self.times:
            return whole()
        if number == self.at:
            self.failed = name
            part(self.share)
        raise self.kind("as the test wished")


class FaultyFile(MemoryFile):
    """A byte file whose operations fail as `faults` says."""

    def __init__(self, content: bytearray, faults: Faults) -> None:
        super().__init__(content)
        self._faults = faults
        self.flushes_at_once = not faults.waits

    def size(self) -> int:
        self._faults.run("size", lambda: None, lambda share: None)
        return super().size()

    def read(self, at: int, n: int) -> bytes:
        self._faults.run("read", lambda: None, lambda share: None)
        return super().read(at, n)

    def write(self, at: int, data: bytes) -> None:
        whole = super().write
        self._faults.run("write", lambda: whole(at, data), lambda share: whole(at, data[: round(len(data) * share)]))

    def truncate(self, n: int) -> None:
        whole = super().truncate
        self._faults.run("truncate", lambda: whole(n), lambda share: whole(n) if share == 1 else None)

    async def flush(self) -> None:
        if self._faults.waits:
            await asyncio.sleep(0)
        self._faults.run("flush", lambda: None, lambda share: None)


@dataclass
class Journal:
    """What was done to both files, in order, and what stood in them before."""

    before: Contents
    operations: list[tuple[int, Operation]] = field(default_factory=list)

    def images(self, done: int, step: int = 1) -> Iterator[Contents]:
        """Everything that may stand in both files when the power goes after `done` operations.

        What was flushed stands. Of what was not, any operation may be lost or kept, and any one write may be
        cut at any byte (every `step`th, and around each line break), have only its end arrive, or lengthen the
        file with zeros and nothing else.
        """
        first, second = (self._survivors(which, done, step) for which in (0, 1))
        for a in first:
            for b in second:
                yield a, b

    def _survivors(self, which: int, done: int, step: int) -> list[bytes]:
        mine = [operation for index, operation in self.operations[:done] if index == which]
        flushes = [number for number, operation in enumerate(mine) if operation[0] == "flush"]
        flushed = flushes[-1] + 1 if flushes else 0
        content = self.before[which]
        for operation in mine[:flushed]:
            content = applied(content, operation)
        pending = mine[flushed:]
        found = {
            image
            for count in range(len(pending) + 1)
            for kept in combinations(pending, count)
            for image in _torn(content, list(kept), step)
        }
        return sorted(found)


class JournalledFile(MemoryFile):
    """A byte file that writes into a journal everything that changes it."""

    def __init__(self, content: bytearray, journal: Journal, which: int) -> None:
        super().__init__(content)
        self._journal = journal
        self._which = which

    def write(self, at: int, data: bytes) -> None:
        super().write(at, data)
        self._journal.operations.append((self._which, ("write", at, data)))

    def truncate(self, n: int) -> None:
        super().truncate(n)
        self._journal.operations.append((self._which, ("truncate", n, b"")))

    async def flush(self) -> None:
        await super().flush()
        self._journal.operations.append((self._which, ("flush", 0, b"")))


def journalled(before: Contents) -> tuple[Journal, tuple[JournalledFile, JournalledFile]]:
    """Both contents as files that write one journal."""
    journal = Journal(before)
    a, b = (JournalledFile(bytearray(content), journal, which) for which, content in enumerate(before))
    return journal, (a, b)


def applied(content: bytes, operation: Operation) -> bytes:
    """The content after an operation; a gap reads as zeros, as on a real disk."""
    name, number, data = operation
    if name == "truncate":
        return content[:number].ljust(number, b"\0")
    if name == "write":
        return content[:number].ljust(number, b"\0") + data + content[number + len(data) :]
    return content


def _cuts(data: bytes, step: int) -> Iterator[int]:
    return (cut for cut in range(len(data)) if cut % step == 0 or b"\n" in data[max(0, cut - 2) : cut + 2])


def _torn(content: bytes, operations: list[Operation], step: int) -> Iterator[bytes]:
    """The content after all operations, and with each write in turn torn."""
    yield _all_applied(content, operations)
    for index, (name, at, data) in enumerate(operations):
        if name != "write":
            continue
        earlier = _all_applied(content, operations[:index])
        later = operations[index + 1 :]
        only_longer = earlier.ljust(at + len(data), b"\0")
        yield _all_applied(only_longer, later)
        for cut in _cuts(data, step):
            yield _all_applied(applied(earlier, ("write", at, data[:cut])), later)
            if earlier or len(data) > 512:  # what goes into an empty file first fits into one sector
                yield _all_applied(applied(only_longer, ("write", at + cut, data[cut:])), later)


def _all_applied(content: bytes, operations: list[Operation]) -> bytes:
    for operation in operations:
        content = applied(content, operation)
    return content
