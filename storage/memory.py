"""A byte file and a place in memory: for a window that keeps nothing, and to read what another window holds.

Imports `domain.errors` and `byte_file`.
"""

from __future__ import annotations

from domain.errors import StorageBroken
from storage.byte_file import Files


class MemoryFile:
    """A byte file in memory; `content` outlives it, as a file outlives the process."""

    flushes_at_once = True

    def __init__(self, content: bytearray | None = None) -> None:
        self.content = bytearray() if content is None else content
        self.is_closed = False

    def size(self) -> int:
        self._check()
        return len(self.content)

    def read(self, at: int, n: int) -> bytes:
        self._check()
        return bytes(self.content[at : at + n])

    def write(self, at: int, data: bytes) -> None:
        self._check()
        self.content.extend(bytes(max(0, at - len(self.content))))  # a gap reads as zeros, as on a disk
        self.content[at : at + len(data)] = data

    def truncate(self, n: int) -> None:
        self._check()
        del self.content[n:]
        self.content.extend(bytes(n - len(self.content)))

    async def flush(self) -> None:
        self._check()

    def close(self) -> None:
        self.is_closed = True

    def _check(self) -> None:
        if self.is_closed:
            raise StorageBroken("the file is closed")


class MemoryPlace:
    """Two files that are gone with the window."""

    keeps = False
    can_take_over = False

    def __init__(self, a: bytes = b"", b: bytes = b"") -> None:
        self._contents = (bytearray(a), bytearray(b))

    async def open(self) -> Files:
        return MemoryFile(self._contents[0]), MemoryFile(self._contents[1])

    async def contents(self) -> tuple[bytes, bytes]:
        return bytes(self._contents[0]), bytes(self._contents[1])

    async def slots(self) -> tuple[bytes, bytes]:
        return b"", b""

    async def drop_slots(self) -> None:
        pass

    async def erase(self) -> None:
        for content in self._contents:
            content.clear()
