"""Where ledgers can stand: every kind of place that CPython has, opened, looked at and filled by tests."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Protocol

from domain.errors import StorageBroken, StorageBusy, StorageUnavailable
from storage import disk
from storage.byte_file import Files
from storage.database import Database
from storage.memory import MemoryFile
from tests.storage.byte_file_fakes import Contents
from tests.storage.ledgers import opened


class FilledPlace(Protocol):
    """A `Place` whose files can be filled while nobody has them open."""

    keeps: bool

    async def open(self) -> Files: ...
    async def contents(self) -> Contents: ...
    async def slots(self) -> Contents: ...
    def fill(self, a: bytes, b: bytes) -> None: ...
    def fill_slots(self, a: bytes, b: bytes) -> None: ...


class MemoryTestPlace:
    """A place in memory that keeps, as a phone does, and can be told to be held, to be none, or not to let slots go."""

    keeps = True
    can_take_over = False

    def __init__(self) -> None:
        self.files = bytearray(), bytearray()
        self.old = bytearray(), bytearray()
        self.is_busy = self.is_missing = self.keeps_slots = False
        self.open_files: list[MemoryFile] = []

    async def open(self) -> Files:
        if self.is_busy:
            raise StorageBusy("as the test wished")
        if self.is_missing:
            raise StorageUnavailable("as the test wished")
        both = MemoryFile(self.files[0]), MemoryFile(self.files[1])
        self.open_files = list(both)
        return both

    async def contents(self) -> Contents:
        return bytes(self.files[0]), bytes(self.files[1])

    async def slots(self) -> Contents:
        return bytes(self.old[0]), bytes(self.old[1])

    async def drop_slots(self) -> None:
        if self.keeps_slots:
            raise StorageBroken("as the test wished")
        for slot in self.old:
            slot.clear()

    async def erase(self) -> None:
        for content in (*self.files, *self.old):
            content.clear()

    def fill(self, a: bytes, b: bytes) -> None:
        self.files[0][:], self.files[1][:] = a, b

    def fill_slots(self, a: bytes, b: bytes) -> None:
        self.old[0][:], self.old[1][:] = a, b


class DiskTestPlace(disk.DiskPlace):
    """A folder, whose open files the fixture closes."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self._there = folder
        self._opened: list[Files] = []

    async def open(self) -> Files:
        both = await super().open()
        self._opened.append(both)
        return both

    def close(self) -> None:
        for both in self._opened:
            for file in both:
                file.close()

    def fill(self, a: bytes, b: bytes) -> None:
        self._write(disk.NAMES, a, b)

    def fill_slots(self, a: bytes, b: bytes) -> None:
        self._write(disk.SLOTS, a, b)

    def _write(self, names: tuple[str, str], a: bytes, b: bytes) -> None:
        for name, content in zip(names, (a, b), strict=True):
            (self._there / name).write_bytes(content)


@asynccontextmanager
async def database_at(place: FilledPlace) -> AsyncIterator[Database]:
    """The records of a place, closed afterwards, refused or not."""
    both = await place.open()
    try:
        yield Database(await opened(both))
    finally:
        for file in both:
            file.close()
