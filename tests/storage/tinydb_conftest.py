"""Stands beside TinyDB's own tests in place of their conftest: whatever they open is a ledger.

Their `MemoryStorage` is a ledger in memory, their `JSONStorage` one in a folder beside the path that was asked for.
The query cache, which Tend keeps off, is on as TinyDB's tests expect it.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import tinydb
import tinydb.storages

from storage.disk import DiskPlace
from storage.ledger import Ledger
from storage.memory import MemoryPlace
from storage.openssl import OpenSsl
from storage.tables import LedgerStorage, LedgerTable, LedgerTinyDB

LEFT_OUT = {
    "test_json": "writes what are no tables of documents",
    "test_in_memory": "writes what are no tables of documents",
    "test_json_kwargs": "the text of JSONStorage's file",
    "test_json_read": "JSONStorage's modes",
    "test_json_invalid_mode_warning": "JSONStorage's modes",
    "test_encoding": "JSONStorage's encodings",
    "test_create_dirs": "a missing folder is made when asked for; Tend's always is",
    "test_json_invalid_directory": "a missing folder is made when asked for; Tend's always is",
    "test_read_once": "a storage of its own, under a table that needs a LedgerStorage",
    "test_yaml": "a storage of its own, under a table that needs a LedgerStorage",
    "test_table_repr": "the names of TinyDB's storages (in memory and on disk)",
    "test_persist_table": "an empty table, of which the ledger keeps none (in memory and on disk)",
}


class MemoryStorage(LedgerStorage):
    def __init__(self) -> None:
        super().__init__(asyncio.run(_opened(MemoryPlace())))


class JSONStorage(LedgerStorage):
    def __init__(self, path: object, **_: Any) -> None:
        super().__init__(asyncio.run(_opened(DiskPlace(Path(f"{path} as a ledger")))))


class CachingTable(LedgerTable):
    def __init__(self, storage: LedgerStorage, name: str, cache_size: int = 10, persist_empty: bool = False) -> None:
        super().__init__(storage, name, cache_size, persist_empty)


class TinyDB(LedgerTinyDB):
    default_storage_class = JSONStorage
    table_class = CachingTable


async def _opened(place: DiskPlace | MemoryPlace) -> Ledger:
    return await Ledger.open(await place.open(), OpenSsl())


tinydb.TinyDB = TinyDB  # type: ignore[misc]
tinydb.JSONStorage = tinydb.storages.JSONStorage = JSONStorage  # type: ignore[misc]
tinydb.storages.MemoryStorage = MemoryStorage  # type: ignore[misc]


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Function]) -> None:
    config.hook.pytest_deselected(items=[item for item in items if item.originalname in LEFT_OUT])
    items[:] = [item for item in items if item.originalname not in LEFT_OUT]


@pytest.fixture(params=["memory", "disk"])
def db(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[TinyDB]:
    db = TinyDB(storage=MemoryStorage) if request.param == "memory" else TinyDB(tmp_path / "test.db")
    db.drop_tables()
    db.insert_multiple({"int": 1, "char": c} for c in "abc")
    yield db
    db.close()
