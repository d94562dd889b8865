"""Where slots can stand: every kind of storage that CPython has, opened, looked at and filled by tests."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Protocol

from storage import disk
from storage.byte_file import ByteFile
from storage.slots import SlotStorage
from tests.storage.byte_file_fakes import MemoryFile


class Place(Protocol):
    """Where two slots can be opened, looked at and filled, while nobody has them open."""

    def open(self) -> tuple[ByteFile, ByteFile]: ...
    def contents(self) -> tuple[bytes, bytes]: ...
    def fill(self, a: bytes, b: bytes) -> None: ...


class MemoryPlace:
    def __init__(self) -> None:
        self._contents = (bytearray(), bytearray())

    def open(self) -> tuple[ByteFile, ByteFile]:
        return MemoryFile(self._contents[0]), MemoryFile(self._contents[1])

    def contents(self) -> tuple[bytes, bytes]:
        return bytes(self._contents[0]), bytes(self._contents[1])

    def fill(self, a: bytes, b: bytes) -> None:
        self._contents[0][:], self._contents[1][:] = a, b


class DiskPlace:
    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._opened: list[ByteFile] = []

    def open(self) -> tuple[ByteFile, ByteFile]:
        files = asyncio.run(disk.open_files(self._folder))
        self._opened += files
        return files

    def close(self) -> None:
        for file in self._opened:
            file.close()

    def contents(self) -> tuple[bytes, bytes]:
        a, b = (self._folder / name for name in disk.NAMES)
        return a.read_bytes(), b.read_bytes()

    def fill(self, a: bytes, b: bytes) -> None:
        for name, content in zip(disk.NAMES, (a, b), strict=True):
            (self._folder / name).write_bytes(content)


@contextmanager
def opened(place: Place) -> Iterator[SlotStorage]:
    """The storage on a place's slots, closed afterwards, refused or not."""
    a, b = place.open()
    try:
        yield SlotStorage(a, b)
    finally:
        a.close()
        b.close()


def tables_after_opening(place: Place) -> dict[str, dict[str, Any]]:
    with opened(place) as storage:
        return storage.read()
