"""What stands in no table: the lock, IndexedDB and the state of the screens. In the browser alone; imports ours."""

from __future__ import annotations

import asyncio
import gc
from datetime import timedelta

from domain.check_ins import Question
from storage import codec, locking, opening
from storage.cipher import this_device
from storage.database import Database
from storage.schema import CHECK_INS
from tests.bench import measuring, records
from tests.bench.measuring import Samples, clock

WORDS = "five words to open it"
SAVES = 100
OPENINGS = 5
PAUSE_SECONDS = 0.05  # until the browser has taken the lock of the last opening back


async def locked(size: int) -> Samples:
    """The costs under a passphrase; afterwards there is none."""
    now = clock()
    database = await opening.open_database()
    lock = await locking.new_lock(WORDS, this_device())
    began = now()
    await database.ledger.set_lock(lock)
    took: Samples = {"locked: encrypt everything": [now() - began], "locked: save": await _saves(database)}
    database.close()
    took["locked: open, the key's derivation included"], took["locked: the key's derivation"] = [], []
    for _ in range(OPENINGS):
        await asyncio.sleep(PAUSE_SECONDS)
        gc.collect()
        began = now()
        await locking.opened(lock.record, WORDS, this_device())
        took["locked: the key's derivation"].append(now() - began)
        began = now()
        database = await opening.open_database(passphrase=WORDS)
        _see(database, size)
        took["locked: open, the key's derivation included"].append(now() - began)
        database.close()
    await asyncio.sleep(PAUSE_SECONDS)
    database = await opening.open_database(passphrase=WORDS)
    await database.ledger.set_lock(None)
    database.close()
    return took


async def in_indexed_db(size: int) -> Samples:
    """The costs where the browser has no files to write to."""
    from storage.indexed_db import IndexedDbPlace

    now, place = clock(), IndexedDbPlace()
    database = await opening.open_database(place)
    changes = tuple((CHECK_INS, one.id, codec.check_in_to_document(one)) for one in records.check_ins(size))
    await database.bring_in(changes, ())
    await database.ledger.compact()
    took: Samples = {"IndexedDB: save": await _saves(database), "IndexedDB: open": []}
    database.close()
    for _ in range(OPENINGS):
        await asyncio.sleep(PAUSE_SECONDS)
        gc.collect()
        began = now()
        database = await opening.open_database(place)
        _see(database, size)
        took["IndexedDB: open"].append(now() - began)
        database.close()
    await place.erase()
    return took


async def screens(size: int) -> Samples:
    """What the state of the screens adds: loading it, and one tap that is saved."""
    from views.state import TendState

    now, database = clock(), await opening.open_database()
    local = [records.NOW]
    took: Samples = {"TendState.load": [], "TendState.tap": []}
    for _ in range(OPENINGS):
        gc.collect()
        began = now()
        state = TendState.load(database, lambda: local[0])
        took["TendState.load"].append(now() - began)
    before = len(state.check_ins)
    for number in range(SAVES):
        local[0] = records.NOW + timedelta(hours=number)
        began = now()
        await state.tap(Question.MOOD, number % 5 + 1)
        took["TendState.tap"].append(now() - began)
    if len(state.check_ins) != before + SAVES or state.problem:
        raise measuring.Wrong("a tap was not kept")
    for one in state.check_ins[before:]:
        await database.check_ins.delete(one.id)
    database.close()
    return took


async def _saves(database: Database) -> list[float]:
    now, took = clock(), []
    for number in range(SAVES):
        one = records.check_in(number)
        began = now()
        await database.check_ins.save(one)
        took.append(now() - began)
    for number in range(SAVES):
        await database.check_ins.delete(records.check_in(number).id)
    return took


def _see(database: Database, size: int) -> None:
    found = database.check_ins.all()
    if len(found) != size or found[-1] != records.check_in(-1):
        raise measuring.Wrong("another check-in is the latest")
