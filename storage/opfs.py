"""Byte files in the browser's origin-private file system. Imports `js` and `pyodide`, and our own modules.

It imports them when called, so that it can be part of a memory snapshot. It works in a dedicated worker alone,
where a sync access handle reads, writes and flushes at once and shuts out every other worker and tab.

What crosses the border is copied both ways (`to_js(bytes)`, `to_bytes()`) and the proxies are JavaScript's own
objects seen from Python, freed with their last name: there is none to destroy by hand.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from enum import Enum, auto
from functools import partial
from typing import Any

from domain.errors import StorageBroken, StorageBusy, StorageError, StorageFull, StorageUnavailable
from storage.byte_file import Files, once_free
from storage.indexed_db import erase_pieces
from storage.tabs import Turn

NAMES = ("tend-a.ledger", "tend-b.ledger")
SLOTS = ("tend-a.db", "tend-b.db")
PICTURE = "tend-python.picture"  # of Python's memory, without records (web/page/picture.js)

_OPENING = {  # by the name of the DOMException; what is not here is StorageBroken
    "NoModificationAllowedError": StorageBusy,
    "QuotaExceededError": StorageFull,
    "SecurityError": StorageUnavailable,
    "NotAllowedError": StorageUnavailable,
    "UnknownError": StorageUnavailable,  # Safari's private windows, when trying again did not help
    "NotSupportedError": StorageUnavailable,
    "TypeError": StorageUnavailable,  # not a function: the browser is too old
}
_OPEN = {"QuotaExceededError": StorageFull}
_READING = _OPENING | {"NotReadableError": StorageBusy}  # another tab wrote to it while it was being read


class OpfsFile:
    """A byte file on a `FileSystemSyncAccessHandle`."""

    flushes_at_once = True

    def __init__(self, handle: Any, turn: Turn) -> None:
        self._handle, self._turn = handle, turn
        self._is_closed = False

    def size(self) -> int:
        with _translated(_OPEN):
            return int(self._handle.getSize())

    def read(self, at: int, n: int) -> bytes:
        from js import Uint8Array  # type: ignore[import-not-found, unused-ignore]

        with _translated(_OPEN):
            buffer = Uint8Array.new(n)
            count = int(self._handle.read(buffer, _position(at)))
            return bytes(buffer.subarray(0, count).to_bytes())

    def write(self, at: int, data: bytes) -> None:
        from pyodide.ffi import to_js  # type: ignore[import-not-found, unused-ignore]

        while data:
            with _translated(_OPEN):
                # An array of its own, of this exact size: WebKit writes the whole buffer behind a view.
                count = int(self._handle.write(to_js(data), _position(at)))
            if not 0 < count <= len(data):
                raise StorageBroken("the browser wrote nothing and gave no reason")
            at, data = at + count, data[count:]

    def truncate(self, n: int) -> None:
        with _translated(_OPEN):
            self._handle.truncate(n)

    async def flush(self) -> None:
        with _translated(_OPEN):
            self._handle.flush()

    def close(self) -> None:
        if not self._is_closed:  # closed again, it would end the turn of whoever has it now
            self._is_closed = True
            self._handle.close()
            self._turn.let_go()


class OpfsPlace:
    """The browser's own folder for this site, for one worker at a time."""

    keeps = True
    can_take_over = True

    async def open(self) -> Files:
        """Both files.

        Raises:
            StorageBusy: another tab, or a worker that is still dying, held them for two seconds.
            StorageUnavailable: it gives us none here (a private window).
            StorageFull: there is no room for even an empty file.
            StorageBroken: anything else. In every case nothing is left open.
        """
        return await once_free(_open_both)

    async def contents(self) -> tuple[bytes, bytes]:
        return await _content(NAMES[0]), await _content(NAMES[1])

    async def slots(self) -> tuple[bytes, bytes]:
        return await _content(SLOTS[0]), await _content(SLOTS[1])

    async def drop_slots(self) -> None:
        await _remove(SLOTS)

    async def erase(self) -> None:
        """Remove them, unless another tab has them (StorageBusy)."""
        await once_free(_erase)


class Found(Enum):
    """What looking around finds."""

    MISSING = auto()  # a worker of this browser cannot read and write a file at once, or there is no such place
    EMPTY = auto()  # it can, and nothing is kept here
    IN_USE = auto()


async def look_around() -> Found:
    """What there is of sync files here. Some browsers have the function and refuse every call."""
    from pyodide.ffi import JsException

    try:
        handle = await _ask_for_handle(NAMES[0])
    except JsException as exc:
        return Found.MISSING if exc.name in ("NotSupportedError", "TypeError") else Found.IN_USE
    except AttributeError:
        return Found.MISSING
    try:
        return Found.IN_USE if handle.getSize() else Found.EMPTY
    finally:
        handle.close()


async def _open_both() -> Files:
    turn = await Turn.take()
    handles: list[Any] = []
    try:
        handles.append(await _open_handle(NAMES[0]))
        handles.append(await _open_handle(NAMES[1]))
    except BaseException:
        for handle in handles:
            handle.close()
        turn.let_go()
        raise
    return OpfsFile(handles[0], turn), OpfsFile(handles[1], turn)


async def _erase() -> None:
    turn = await Turn.take()
    try:
        with suppress(StorageUnavailable):  # a place that is not there holds nothing
            await _remove((*NAMES, *SLOTS, PICTURE))
        await erase_pieces()  # of the time before this browser had files
    finally:
        turn.let_go()


async def _content(name: str) -> bytes:
    """What stands in a file, also while another tab writes to it."""
    try:
        return await once_free(partial(_read, name))
    except StorageBusy as busy:  # nobody writes for two seconds without a pause
        raise StorageBroken("a file could not be read") from busy


async def _read(name: str) -> bytes:
    """The same, if nothing is written to it meanwhile; else it raises `StorageBusy`."""
    from js import navigator
    from pyodide.ffi import JsException

    with _translated(_READING):
        folder = await navigator.storage.getDirectory()
        try:
            file = await (await folder.getFileHandle(name)).getFile()
        except JsException as exc:
            if exc.name == "NotFoundError":
                return b""
            raise
        return bytes((await file.arrayBuffer()).to_bytes())


async def _open_handle(name: str) -> Any:
    """A sync access handle; an error the browser calls unknown is passing, so that one gets a second try."""
    from pyodide.ffi import JsException  # type: ignore[import-not-found, unused-ignore]

    with _translated(_OPENING):
        try:
            return await _ask_for_handle(name)
        except JsException as exc:
            if exc.name != "UnknownError":
                raise
            return await _ask_for_handle(name)


async def _ask_for_handle(name: str) -> Any:
    from js import Object, navigator  # type: ignore[import-not-found, unused-ignore]

    folder = await navigator.storage.getDirectory()
    options = Object.new()
    options.create = True
    file = await folder.getFileHandle(name, options)
    return await file.createSyncAccessHandle()


async def _remove(names: tuple[str, ...]) -> None:
    from js import navigator
    from pyodide.ffi import JsException

    with _translated(_OPENING):
        folder = await navigator.storage.getDirectory()
        for name in names:
            try:
                await folder.removeEntry(name)
            except JsException as exc:
                if exc.name != "NotFoundError":
                    raise


def _position(at: int) -> Any:
    from js import Object  # type: ignore[import-not-found, unused-ignore]

    options = Object.new()
    options.at = at
    return options


@contextmanager
def _translated(kinds: Mapping[str, type[StorageError]]) -> Iterator[None]:
    """Turn the browser's errors into ours, by the name each carries."""
    from pyodide.ffi import JsException

    try:
        yield
    except JsException as exc:
        raise kinds.get(exc.name, StorageBroken)(exc.name) from exc
    except AttributeError as exc:  # navigator.storage, or a function on it, is not there
        raise StorageUnavailable("no origin-private file system") from exc
