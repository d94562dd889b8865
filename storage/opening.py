"""Where the records live: the one place that knows which device this is. Imports our own modules, as needed."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from storage.byte_file import ByteFile
from storage.database import Database


async def open_database(folder: Path | None = None) -> Database:
    """Open the records of this device for one writer, made empty where there are none.

    In the browser they live in its own private file system. Elsewhere in `folder`, else in the folder the
    environment names as TEND_DATA_DIR, else where this system keeps a user's data.

    Raises:
        StorageUnavailable, StorageBusy, StorageForeign, StorageNewer, StorageFull, StorageBroken:
            nothing is left open, and no record was changed.
    """
    a, b = await _open_files(folder)
    try:
        return Database(a, b)
    except BaseException:
        try:
            a.close()
        finally:
            b.close()
        raise


async def _open_files(folder: Path | None) -> tuple[ByteFile, ByteFile]:
    if sys.platform == "emscripten":
        from storage import opfs

        return await opfs.open_files()
    from storage import disk  # the lock it needs is not shipped to the browser

    return await disk.open_files(folder or _data_folder())


def _data_folder() -> Path:
    if named := os.environ.get("TEND_DATA_DIR"):
        return Path(named)
    from platformdirs import user_data_path  # not shipped to the browser

    return user_data_path("Tend", appauthor=False)
