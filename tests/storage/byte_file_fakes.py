"""Fakes of the byte file: one in memory, one that fails on demand, one that remembers for a power cut."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import combinations

from domain.errors import StorageBroken, StorageError

Operation = tuple[str, int, bytes]  # ("write", at, data), ("truncate", length, b""), ("flush", 0, b"")


class MemoryFile:
    """A byte file in memory; `content` outlives it, as a file outlives the process."""

    def __init__(self, content: bytearray) -> None:
        self.content = content
        self.is_closed = False

    def size(self) -> int:
        self._check()
        return len(self.content)

    def read(self, at: int, n: int) -> bytes:
        self._check()
        return bytes(self.content[at : at + n])

    def write(self, at: int, data: bytes) -> None:
        self._check()
        self.content[:] = applied(bytes(self.content), ("write", at, data))

    def truncate(self, n: int) -> None:
        self._check()
        self.content[:] = applied(bytes(self.content), ("truncate", n, b""))

    def flush(self) -> None:
        self._check()

    def close(self) -> None:
        self.is_closed = True

    def _check(self) -> None:
        if self.is_closed:
            raise StorageBroken("the file is closed")


@dataclass
class Faults:
    """When to fail: operation number `at` (counted from 0 over both files), once or from then on."""

    at: int = -1
    is_for_good: bool = False
    kind: type[StorageError] = StorageBroken
    share: float = 0.0  # how much of the first failing operation happens all the same, 0 … 1
    seen: int = 0
    failed: str = ""  # the first operation that failed

    def run(self, name: str, whole: Callable[[], None], part: Callable[[float], None]) -> None:
        number, self.seen = self.seen, self.seen + 1
        if number != self.at and not (self.is_for_good and 0 <= self.at < number):
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

    def flush(self) -> None:
        self._faults.run("flush", super().flush, lambda share: None)


@dataclass
class Journal:
    """What was done to both files, in order, and what stood in them before."""

    before: tuple[bytes, bytes]
    operations: list[tuple[int, Operation]] = field(default_factory=list)

    def images(self, done: int) -> Iterator[tuple[bytes, bytes]]:
        """Everything that may stand in both files when the power goes after `done` operations.

        What was flushed stands. Of what was not, any operation may be lost or kept, and any one write may be
        cut at any byte, have only its end arrive, or lengthen the file with zeros and nothing else.
        """
        first, second = (self._survivors(which, done) for which in (0, 1))
        for a in first:
            for b in second:
                yield a, b

    def _survivors(self, which: int, done: int) -> list[bytes]:
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
            for image in _torn(content, list(kept))
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

    def flush(self) -> None:
        super().flush()
        self._journal.operations.append((self._which, ("flush", 0, b"")))


def applied(content: bytes, operation: Operation) -> bytes:
    """The content after an operation; a gap reads as zeros, as on a real disk."""
    name, number, data = operation
    if name == "truncate":
        return content[:number].ljust(number, b"\0")
    if name == "write":
        return content[:number].ljust(number, b"\0") + data + content[number + len(data) :]
    return content


def _torn(content: bytes, operations: list[Operation]) -> Iterator[bytes]:
    """The content after all operations, and with each write in turn torn."""
    yield _all_applied(content, operations)
    for index, (name, at, data) in enumerate(operations):
        if name != "write":
            continue
        earlier = _all_applied(content, operations[:index])
        later = operations[index + 1 :]
        only_longer = earlier.ljust(at + len(data), b"\0")
        yield _all_applied(only_longer, later)
        for cut in range(len(data)):
            yield _all_applied(applied(earlier, ("write", at, data[:cut])), later)
            if earlier:  # what goes into an empty file first fits into one sector
                yield _all_applied(applied(only_longer, ("write", at + cut, data[cut:])), later)


def _all_applied(content: bytes, operations: list[Operation]) -> bytes:
    for operation in operations:
        content = applied(content, operation)
    return content
