"""Byte files on an ordinary disk, for the desktop. Imports the standard library, `filelock` and our own modules."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from filelock import BaseFileLock, FileLock, Timeout

from domain.errors import StorageBroken, StorageBusy, StorageError, StorageFull, StorageUnavailable
from storage.byte_file import Files, once_free

NAMES = ("tend-a.ledger", "tend-b.ledger")
SLOTS = ("tend-a.db", "tend-b.db")
LOCK_NAME = "tend.lock"
NO_ROOM = {errno.ENOSPC, errno.EDQUOT}


class DiskFile:
    """A byte file on disk, made empty for its owner alone where there is none.

    It takes one hold of `lock`, where one is given, and lets it go when closed.
    """

    flushes_at_once = True

    def __init__(self, path: Path, lock: BaseFileLock | None = None) -> None:
        with _translated(StorageUnavailable):
            descriptor = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o600)
            self._raw = os.fdopen(descriptor, "r+b", buffering=0)
        self._lock = lock
        if lock:
            lock.acquire(blocking=False)

    def size(self) -> int:
        with _translated():
            return os.fstat(self._raw.fileno()).st_size

    def read(self, at: int, n: int) -> bytes:
        data = bytearray()
        with _translated():
            self._raw.seek(at)
            while len(data) < n and (piece := self._raw.read(n - len(data))):
                data += piece
        return bytes(data)

    def write(self, at: int, data: bytes) -> None:
        left = memoryview(data)
        with _translated():
            self._raw.seek(at)
            while left:
                left = left[self._raw.write(left) :]

    def truncate(self, n: int) -> None:
        with _translated():
            self._raw.truncate(n)

    async def flush(self) -> None:
        with _translated():
            os.fsync(self._raw.fileno())

    def close(self) -> None:
        if self._raw.closed:
            return
        try:
            with _translated():
                self._raw.close()
        finally:
            if self._lock:
                self._lock.release()


class DiskPlace:
    """A folder, made where missing, for one writer at a time.

    The lock goes when both files are closed, or when the process ends, however it ends.
    """

    keeps = True
    can_take_over = False

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    async def open(self) -> Files:
        async def open_now() -> Files:
            return _open_both(self._folder)

        return await once_free(open_now)

    async def contents(self) -> tuple[bytes, bytes]:
        a, b = (_content(self._folder / name) for name in NAMES)
        return a, b

    async def slots(self) -> tuple[bytes, bytes]:
        a, b = (_content(self._folder / name) for name in SLOTS)
        return a, b

    async def drop_slots(self) -> None:
        _remove(self._folder, SLOTS)

    async def erase(self) -> None:
        """Remove them, unless another process has them (StorageBusy): it would go on writing into what is gone."""
        for file in await self.open():
            file.close()
        _remove(self._folder, (*NAMES, *SLOTS, LOCK_NAME))


def _remove(folder: Path, names: tuple[str, ...]) -> None:
    with _translated():
        for name in names:
            (folder / name).unlink(missing_ok=True)
    _keep_names(folder)


def _content(path: Path) -> bytes:
    with _translated():
        return path.read_bytes() if path.exists() else b""


def _open_both(folder: Path) -> Files:
    with _translated(StorageUnavailable):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        # Not per thread: whoever closes the files lets the lock go.
        lock = FileLock(folder / LOCK_NAME, mode=0o600, thread_local=False)
        try:
            lock.acquire(blocking=False)
        except Timeout as held:
            raise StorageBusy("another process holds the records") from held
    try:
        a = DiskFile(folder / NAMES[0], lock)
        try:
            b = DiskFile(folder / NAMES[1], lock)
        except BaseException:
            a.close()
            raise
    finally:
        lock.release()  # our own hold; each open file has one
    _keep_names(folder)
    return a, b


def _keep_names(folder: Path) -> None:
    """Make new names, those that went, and the folder's own as durable as what is flushed into files."""
    for place in (folder, folder.parent):
        # Where a folder cannot be opened (Windows) or flushed (some network disks), the system sees to it.
        with suppress(OSError):
            descriptor = os.open(place, os.O_RDONLY)
            try:
                os.fsync(descriptor)
            finally:
                os.close(descriptor)


@contextmanager
def _translated(otherwise: type[StorageError] = StorageBroken) -> Iterator[None]:
    """Turn the system's errors into ours: no room is `StorageFull`, the rest is `otherwise`."""
    try:
        yield
    except OSError as exc:
        kind = StorageFull if exc.errno in NO_ROOM else otherwise
        raise kind(errno.errorcode.get(exc.errno or 0, "unknown error")) from exc
    except ValueError as exc:
        raise StorageBroken("the file is closed") from exc
