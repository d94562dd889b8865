"""The byte file every kind of storage offers, and the wait for one that is still held.

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

    def size(self) -> int:
        """Its length in bytes."""

    def read(self, at: int, n: int) -> bytes:
        """The `n` bytes from `at` on; fewer only where the file ends."""

    def write(self, at: int, data: bytes) -> None:
        """Write all of `data` from `at` on, or raise; after raising, any part of it may be in the file."""

    def truncate(self, n: int) -> None:
        """Make it exactly `n` bytes long."""

    def flush(self) -> None:
        """The durability point: what was written before is safe once this returns."""

    def close(self) -> None:
        """Let go of it, without flushing; closing again has no effect."""


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
