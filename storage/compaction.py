"""Writing whole files: a fresh database, and all tables as one sealed generation. Imports our own modules."""

from __future__ import annotations

from storage.byte_file import ByteFile, Files
from storage.entries import snapshot, written
from storage.lines import HEADER, SEAL, SNAPSHOT
from storage.locking import Lock
from storage.recovery import BEFORE_ALL, CREATION, LAYOUT, Head
from storage.schema import SCHEMA, Tables

PIECES_AT_ONCE = 64  # of the snapshot, written together


async def create(files: Files) -> None:
    """Make both files a fresh database. Raises `StorageFull`, `StorageBroken`; then it can be made again."""
    for file, content in zip(files, (CREATION, BEFORE_ALL), strict=True):
        file.truncate(0)
        await file.flush()
        file.write(0, content)
        await file.flush()


async def write_generation(file: ByteFile, generation: int, tables: Tables, lock: Lock | None) -> tuple[int, int]:
    """Make the file this generation of these tables; the serial that comes next, and the file's length.

    It is flushed empty before anything is written, so that nothing of what stood there can show through, and
    flushed whole before the seal, without which it does not count.

    Raises:
        StorageFull, StorageBroken: anything may stand in the file, the seal included.
    """
    pieces = snapshot(tables)
    head = Head(LAYOUT, SCHEMA, len(pieces), lock.record if lock else None).text()
    file.truncate(0)
    await file.flush()
    end, waiting = 0, [await written(generation, 0, HEADER, head)]
    for serial, piece in enumerate(pieces, 1):
        waiting.append(await written(generation, serial, SNAPSHOT, piece, lock))
        if serial % PIECES_AT_ONCE == 0:
            file.write(end, data := b"".join(waiting))
            end, waiting = end + len(data), []
    file.write(end, data := b"".join(waiting))
    await file.flush()
    end += len(data)
    file.write(end, seal := await written(generation, len(pieces) + 1, SEAL, head))
    await file.flush()
    return len(pieces) + 2, end + len(seal)
