"""Byte files in the browser's origin-private file system: the only module that imports `js` and `pyodide`.

It imports them when called, so that it can be part of a memory snapshot. It works in a dedicated worker alone,
where a sync access handle reads, writes and flushes at once and shuts out every other worker and tab.

What crosses the border is copied both ways (`to_js(bytes)`, `to_bytes()`) and the proxies are JavaScript's own
objects seen from Python, freed with their last name: there is none to destroy by hand.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from domain.errors import StorageBroken, StorageBusy, StorageError, StorageFull, StorageUnavailable
from storage.byte_file import ByteFile, once_free

NAMES = ("tend-a.db", "tend-b.db")

_OPENING = {  # by the name of the DOMException; what is not here is StorageBroken
    "NoModificationAllowedError": StorageBusy,
    "QuotaExceededError": StorageFull,
    "SecurityError": StorageUnavailable,
    "NotAllowedError": StorageUnavailable,
    "NotSupportedError": StorageUnavailable,
    "UnknownError": StorageUnavailable,  # Safari's private windows, when trying again did not help
    "TypeError": StorageUnavailable,  # not a function: the browser is too old
}
_OPEN = {"QuotaExceededError": StorageFull}


class OpfsFile:
    """A byte file on a `FileSystemSyncAccessHandle`."""

    def __init__(self, handle: Any) -> None:
        self._handle = handle

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

    def flush(self) -> None:
        with _translated(_OPEN):
            self._handle.flush()

    def close(self) -> None:
        self._handle.close()


async def open_files() -> tuple[ByteFile, ByteFile]:
    """Both of Tend's files, for this worker alone.

    Raises:
        StorageBusy: another tab, or a worker that is still dying, held them for two seconds.
        StorageUnavailable: the browser gives us no place (a private window, an old browser).
        StorageFull: there is no room for even an empty file.
        StorageBroken: anything else. In every case nothing is left open.
    """
    return await once_free(_open_both)


async def _open_both() -> tuple[ByteFile, ByteFile]:
    a = OpfsFile(await _open_handle(NAMES[0]))
    try:
        return a, OpfsFile(await _open_handle(NAMES[1]))
    except BaseException:
        a.close()
        raise


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
