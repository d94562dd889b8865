"""Byte files in IndexedDB, for a browser without sync access handles. Imports `tend_js` and our own modules.

A file stands in memory and, in pieces, in the database (`web/page/device.js`). A flush is one strict transaction with
every piece that changed since the last: all of it is kept, or nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress

from domain.errors import StorageBroken, StorageError, StorageFull, StorageUnavailable
from storage.byte_file import Files, once_free
from storage.memory import MemoryFile
from storage.tabs import Turn

NAMES = ("tend-a.ledger", "tend-b.ledger")
PIECE_BYTES = 1 << 16
_KINDS: dict[str, type[StorageError]] = {
    "QuotaExceededError": StorageFull,
    "SecurityError": StorageUnavailable,
    "InvalidStateError": StorageUnavailable,  # private windows of older browsers
    "TypeError": StorageUnavailable,  # no IndexedDB at all
}


class IndexedDbFile(MemoryFile):
    """A byte file whose flush is awaited."""

    flushes_at_once = False

    def __init__(self, name: str, content: bytes, turn: Turn) -> None:
        super().__init__(bytearray(content))
        self._name, self._turn = name, turn
        self._changed: set[int] = set()  # numbers of the pieces that differ from the database's

    def write(self, at: int, data: bytes) -> None:
        before = len(self.content)
        super().write(at, data)
        self._touch(min(at, before), at + len(data))

    def truncate(self, n: int) -> None:
        before = len(self.content)
        super().truncate(n)
        self._touch(min(n, before), max(n, before))

    async def flush(self) -> None:
        await super().flush()
        import tend_js
        from pyodide.ffi import to_js

        count = -(-len(self.content) // PIECE_BYTES)
        numbers = sorted(number for number in self._changed if number < count)
        pieces = [bytes(self.content[n * PIECE_BYTES : (n + 1) * PIECE_BYTES]) for n in numbers]
        changed = set(self._changed)
        with _translated():
            await tend_js.putPieces(self._name, count, to_js(numbers), to_js(pieces))
        self._changed -= changed

    def close(self) -> None:
        if not self.is_closed:
            super().close()
            self._turn.let_go()

    def _touch(self, start: int, end: int) -> None:
        self._changed.update(range(start // PIECE_BYTES, -(-end // PIECE_BYTES)))


async def is_in_use() -> bool:
    """Whether there is a database of ours, as far as the browser tells."""
    import tend_js
    from pyodide.ffi import JsException

    try:
        return bool(await tend_js.hasPieces())
    except JsException:
        return False


class IndexedDbPlace:
    """This site's own database, for one tab at a time."""

    keeps = True
    can_take_over = True

    async def open(self) -> Files:
        """Both files.

        Raises:
            StorageBusy: another tab had them for two seconds.
            StorageUnavailable: there is no IndexedDB here.
            StorageFull, StorageBroken: it does not answer. In every case nothing is left open.
        """
        return await once_free(self._open)

    async def contents(self) -> tuple[bytes, bytes]:
        return await _content(NAMES[0]), await _content(NAMES[1])

    async def slots(self) -> tuple[bytes, bytes]:
        return b"", b""

    async def drop_slots(self) -> None:
        pass

    async def erase(self) -> None:
        """Remove them, unless another tab has them (StorageBusy): it would go on writing pieces of what is gone."""
        await once_free(_erase)

    async def _open(self) -> Files:
        import tend_js

        if not tend_js.hasLocks():  # two tabs would write over each other
            raise StorageUnavailable("no Web Locks")
        turn = await Turn.take()
        try:
            a, b = await self.contents()
        except BaseException:
            turn.let_go()
            raise
        return IndexedDbFile(NAMES[0], a, turn), IndexedDbFile(NAMES[1], b, turn)


async def _erase() -> None:
    turn = await Turn.take()
    try:
        await erase_pieces()
    finally:
        turn.let_go()


async def erase_pieces() -> None:
    """Remove the database, for whoever has the turn. Raises `StorageError`; where there is none, nothing happens."""
    import tend_js

    with suppress(StorageUnavailable), _translated():  # a place that is not there holds nothing
        await tend_js.erasePieces()


async def _content(name: str) -> bytes:
    import tend_js

    with _translated():
        return bytes((await tend_js.readPieces(name)).to_bytes())


@contextmanager
def _translated() -> Iterator[None]:
    from pyodide.ffi import JsException

    try:
        yield
    except JsException as exc:
        raise _KINDS.get(exc.name, StorageBroken)(exc.name) from exc
