"""Where the records live: the one place that knows which device this is. Imports our own modules, as needed."""

from __future__ import annotations

import asyncio
import gc
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path

from domain.errors import StorageBusy, StorageError, StorageForeign, StorageUnavailable
from domain.safety import Device, Keeping
from storage import changes as of
from storage import cipher, codec, legacy
from storage.byte_file import PAUSE_SECONDS, Files, Place
from storage.database import Database
from storage.ledger import Ledger
from storage.memory import MemoryFile, MemoryPlace
from storage.schema import DEVICE, MINE, Changes, Tables

LOOKS = 3  # at files that another window is writing to


async def open_database(place: Place | None = None, passphrase: str | None = None) -> Database:
    """Open the records of this device: to keep them; where another window does, to read them; and where nothing can
    be kept, in memory. `keeping` of what is returned says which.

    Raises:
        StorageLocked: a passphrase is needed.
        WrongPassphrase: it is another one.
        StorageForeign, StorageNewer, StorageFull, StorageBroken: they do not open. In every case nothing is left
            open, and no record was changed.
    """
    if place is None:
        place = await here()
    try:
        files = await place.open()
    except StorageBusy:
        return await read_database(place, passphrase)
    except StorageUnavailable:
        place = MemoryPlace()
        files = await place.open()
    try:
        with _nothing_collected():
            database = await _database(place, files, passphrase)
    except BaseException:
        for file in files:
            file.close()
        raise
    return database


async def here() -> Place:
    """Where this device keeps Tend's records.

    In the browser that is its private file system, or IndexedDB where that has no files to write to. Elsewhere it
    is the folder that the environment names as TEND_DATA_DIR, or where this system keeps a user's data.
    """
    if sys.platform == "emscripten":
        from storage.indexed_db import IndexedDbPlace, is_in_use
        from storage.opfs import Found, OpfsPlace, look_around

        # A browser that has learnt to write files since goes on with the records where they are.
        found = await look_around()
        if found is Found.MISSING or (found is Found.EMPTY and await is_in_use()):
            return IndexedDbPlace()
        return OpfsPlace()
    from storage.disk import DiskPlace  # the lock it needs is not shipped to the browser

    return DiskPlace(_data_folder())


@contextmanager
def _nothing_collected() -> Iterator[None]:
    """Opening makes many thousand documents that all stay: to look for garbage among them takes a fifth of the time."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


async def _database(place: Place, files: Files, passphrase: str | None) -> Database:
    ledger = await Ledger.open(files, cipher.this_device(), passphrase, noting=_noting)
    slots = await place.slots()
    if any(slots):
        if not ledger.tables.keys() - {DEVICE}:  # else they came over before, and only their removal was cut
            await ledger.commit(of.difference({}, legacy.tables_in(*slots) or {}))
        with suppress(StorageError):  # the next opening tries again
            await place.drop_slots()
    return Database(ledger, Keeping.KEPT if place.keeps else Keeping.NOT_KEPT)


async def read_database(place: Place, passphrase: str | None = None) -> Database:
    """What another window keeps, to be read as it stands now. Raises as `open_database` does."""
    # The other may be in the middle of something that no single look makes sense of.
    for look in range(LOOKS):
        a, b = (MemoryFile(bytearray(content)) for content in await place.contents())
        try:
            with _nothing_collected():
                ledger = await Ledger.open((a, b), cipher.this_device(), passphrase, read_only=True)
                return Database(ledger, Keeping.ELSEWHERE)
        except StorageForeign:
            if look == LOOKS - 1:
                raise
            await asyncio.sleep(PAUSE_SECONDS)
    raise AssertionError


def _noting(tables: Tables, torn: bool, damaged: int) -> Changes:
    """What opening found, kept until the person has read it."""
    document = tables.get(DEVICE, {}).get(MINE)
    device = codec.device_from_document(document) if document else Device()
    noted = replace(device, torn=device.torn or torn, damaged=device.damaged + damaged)
    return ((DEVICE, MINE, codec.device_to_document(noted)),)


def _data_folder() -> Path:
    if named := os.environ.get("TEND_DATA_DIR"):
        return Path(named)
    from platformdirs import user_data_path  # not shipped to the browser

    return user_data_path("Tend", appauthor=False)
