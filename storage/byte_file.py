"""The byte file every kind of storage offers, the place two of them are in, and the wait for one that is held.

Imports `asyncio` and `domain.errors` only.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Protocol, TypeVar

from domain.errors import StorageBusy

Held = TypeVar("Held")

PAUSE_SECONDS = 0.1
TRIES = 21  # two seconds of pauses


class ByteFile(Protocol):
    """One file of bytes, held by one writer.

    Raises, in every method but `close`:
        StorageFull: the device has no room.
        StorageBroken: anything else went wrong; the technical cause hangs on `__cause__`.
    """

    flushes_at_once: bool  # True: `flush` never waits, so a save can be done without an event loop

    def size(self) -> int:
        """Its length in bytes."""

    def read(self, at: int, n: int) -> bytes:
        """The `n` bytes from `at` on; fewer only where the file ends."""

    def write(self, at: int, data: bytes) -> None:
        """Write all of `data` from `at` on, or raise; after raising, any part of it may be in the file."""

    def truncate(self, n: int) -> None:
        """Make it exactly `n` bytes long."""

    async def flush(self) -> None:
        """The durability point: what was written before is safe once this returns."""

    def close(self) -> None:
        """Let go of it, without flushing; closing again has no effect."""


Files = tuple[ByteFile, ByteFile]


class Place(Protocol):
    """Where Tend's two files live on this kind of device.

    Raises, in every method: `StorageError`; and then nothing is left open.
    """

    keeps: bool  # False: what is written here is gone with the window
    can_take_over: bool  # True: another window can be asked to let go

    async def open(self) -> Files:
        """Both files, made empty where missing, for this writer alone.

        Raises:
            StorageBusy: another writer held them for two seconds.
            StorageUnavailable: there is no such place here.
        """

    async def contents(self) -> tuple[bytes, bytes]:
        """What stands in both, also while another writer holds them; empty where they are missing."""

    async def slots(self) -> tuple[bytes, bytes]:
        """What stands in the two files of schema 1 (`storage/legacy.py`); empty where they are missing."""

    async def drop_slots(self) -> None:
        """Remove the two files of schema 1."""

    async def erase(self) -> None:
        """Remove every file Tend ever made here; they must be closed."""


async def once_free(open_now: Callable[[], Awaitable[Held]]) -> Held:
    """Try `open_now` until nobody else holds the files, for about two seconds.

    A worker that is still dying after a reload holds them for a moment.

    Raises:
        StorageBusy: they were held all that time.
    """
    for _ in range(TRIES - 1):
        try:
            return await open_now()
        except StorageBusy:
            await asyncio.sleep(PAUSE_SECONDS)
    return await open_now()
