"""What one round of work costs on this device, ours and TinyDB's own. Imports `tinydb` and our own modules.

It runs in CPython, where the records stand in the folder TEND_DATA_DIR names, and in a worker of the browser, where
they stand in its private file system. All that outlives a call is in files, but for the database that is open between
`begin` and `end`: a round begins as the app does. Times are in milliseconds. What is measured is also looked at: a
round that kept or found something else raises.
"""

from __future__ import annotations

import gc
import os
import sys
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from tinydb import TinyDB, where
from tinydb.storages import JSONStorage
from tinydb.table import Table

from domain.models import CheckIn
from domain.safety import Keeping
from storage import codec
from storage.database import Database
from storage.opening import here, open_database
from storage.schema import CHECK_INS
from storage.tables import KeyedTable
from tests.bench import records

Samples = dict[str, list[float]]

DAYS = 30
SEARCHES = 3  # in each round
OPENINGS = 5  # of the files as a long session leaves them

_session: list[Database] = []  # the one that is open, between the calls of a round


class Wrong(Exception):
    """What was measured was not what it was meant to be."""


def clock() -> Callable[[], float]:
    """A clock that gives milliseconds."""
    if sys.platform == "emscripten":
        from js import performance  # type: ignore[import-not-found, unused-ignore]

        return performance.now  # type: ignore[no-any-return]
    return lambda: time.perf_counter() * 1000


async def prepare(size: int) -> Samples:
    """Fill both databases. The sizes of their files in bytes; and what it costs to open ours after a long session, in
    which a ninth was saved since the last compaction: a start leaves about so much alone."""
    check_ins = records.check_ins(size)
    path = _json_file()
    with TinyDB(path) as tinydb:
        tinydb.table(CHECK_INS).insert_multiple(codec.check_in_to_document(one) for one in check_ins)
    database = await open_database()
    older, newer = check_ins[: -size // 9], check_ins[-size // 9 :]
    changes = tuple((CHECK_INS, one.id, codec.check_in_to_document(one)) for one in older)
    await database.bring_in(changes, ())
    compacted = await _compacted(database)
    for one in newer:
        await database.check_ins.save(one)
    database.close()
    if await _bytes_of_ours() < compacted * 9 / 8:
        raise Wrong("not a ninth waits to be compacted")
    took = []
    for _ in range(OPENINGS):
        gc.collect()
        database, milliseconds = await opened(check_ins[-1])
        took.append(milliseconds)
        database.close()
    database, _ = await opened(check_ins[-1])
    file = await _compacted(database)
    database.close()
    return {"open, long session": took, "file": [file], "json, file": [path.stat().st_size]}


async def begin(size: int) -> Samples:
    """Open our records, and keep them open until `end`."""
    database, took = await opened(records.check_in(-1))
    _session.append(database)
    return {"open": [took]}


async def save(size: int, first: int, count: int) -> Samples:
    """Save so many new check-ins, from this number on."""
    now, database = clock(), _session[0]
    took = []
    for number in range(first, first + count):
        one = records.check_in(number)
        began = now()
        await database.check_ins.save(one)
        took.append(now() - began)
    if len(database.check_ins.all()) != size + first + count:
        raise Wrong("another number of check-ins")
    return {"save": took} | ({"save, first": took[:1]} if first == 0 else {})


async def end(size: int, saved: int) -> Samples:
    """Search, forget what was saved, compact and close."""
    now, database = clock(), _session.pop()
    table = KeyedTable(database.tinydb.storage, CHECK_INS, cache_size=0)
    took = {"search": [_searched(table, size) for _ in range(SEARCHES)]}
    for number in range(saved):
        await database.check_ins.delete(records.check_in(number).id)
    began = now()
    await database.ledger.compact()
    took["compaction"] = [now() - began]
    database.close()
    gc.collect()
    return took


async def json_storage(size: int, saves: int) -> Samples:
    """The same on TinyDB's `JSONStorage`, but for compaction, which it does at every save."""
    now = clock()
    began = now()
    tinydb = TinyDB(_json_file(), storage=JSONStorage)
    table = tinydb.table(CHECK_INS, cache_size=0)
    latest = codec.check_in_from_document(max(table.all(), key=lambda document: str(document["at"])))
    took: Samples = {"json, open": [now() - began], "json, save": []}
    if latest != records.check_in(-1):
        raise Wrong("another check-in is the latest")
    ids = []
    for number in range(saves):
        one = records.check_in(number)
        began = now()
        ids.append(table.insert(codec.check_in_to_document(one)))
        took["json, save"].append(now() - began)
    if len(table) != size + saves:
        raise Wrong("another number of check-ins")
    took["json, search"] = [_searched(table, size) for _ in range(SEARCHES)]
    table.remove(doc_ids=ids)
    tinydb.close()
    gc.collect()
    return took


async def opened(latest: CheckIn) -> tuple[Database, float]:
    """The open records, and what it cost until the latest check-in was a value."""
    now = clock()
    began = now()
    database = await open_database()
    found = database.check_ins.all()[-1]
    took = now() - began
    if found != latest or database.keeping is not Keeping.KEPT:
        raise Wrong("another check-in is the latest, or another window holds the records")
    return database, took


async def _compacted(database: Database) -> int:
    """Compact, twice, so that neither file holds more than a snapshot; how many bytes the larger has then."""
    for _ in range(2):
        await database.ledger.compact()
    return await _bytes_of_ours()


async def _bytes_of_ours() -> int:
    return max(map(len, await (await here()).contents()))


def _searched(table: Table, size: int) -> float:
    now = clock()
    since, until = (records.NOW - timedelta(days=DAYS)).isoformat(), records.NOW.isoformat()
    began = now()
    found = table.search((where("at") >= since) & (where("at") < until))
    took = now() - began
    if len(found) != min(size, DAYS * 4):
        raise Wrong("another number of check-ins was found")
    return took


def _json_file() -> Path:
    return Path(os.environ.get("TEND_DATA_DIR", ".")) / "tinydb.json"
