"""Saves without end, as Python's worker in the browser makes them, telling the host of each that was acknowledged.

Runs in Pyodide with Tend's own `storage`; the test imports `change` and `state` to know what must be there.
"""

from __future__ import annotations

import asyncio
import json
from typing import Any

WORDS_TO_OPEN = "five words that nobody guesses"
UNTOLD = 4  # saves that may be ahead of what the host has heard


def change(number: int) -> tuple[tuple[str, str, dict[str, Any] | None], ...]:
    """What the save of this number changes: mostly one new check-in, at times a few at once, or one that goes."""
    if number % 7 == 6:
        return (("check_ins", f"{number - 3}-0", None),)
    note = f"{number} " * (number * 37 % 200)
    return tuple(
        ("check_ins", f"{number}-{part}", {"id": f"{number}-{part}", "note": note}) for part in range(1 + number % 3)
    )


def state(saves: int) -> dict[str, Any]:
    """What must be there after so many saves."""
    documents: dict[str, Any] = {}
    for number in range(saves):
        for _, id, document in change(number):
            if document is None:
                documents.pop(id)
            else:
                documents[id] = document
    return documents


async def tell(kind: str, value: Any) -> None:
    """Tell the host."""
    from pyodide.http import pyfetch  # type: ignore[import-not-found, unused-ignore]

    await pyfetch("/told", method="POST", body=json.dumps([kind, value]))


async def main(mode: str, start: int) -> None:
    """Open what is there, say what it holds, and go on saving from the save `start`, until the browser is killed."""
    from storage import ledger as ledgers
    from storage import locking
    from storage.cipher import this_device
    from storage.indexed_db import IndexedDbPlace
    from storage.opfs import OpfsPlace

    if "compacting" in mode:
        ledgers.ROOM_TO_GROW = 2_000
    place = IndexedDbPlace() if "IndexedDB" in mode else OpfsPlace()
    passphrase = WORDS_TO_OPEN if "locked" in mode else None
    ledger = await ledgers.Ledger.open(await place.open(), this_device(), passphrase)
    if passphrase and not ledger.lock:
        await ledger.set_lock(await locking.new_lock(passphrase, this_device()))
    found = ledger.tables.get("check_ins", {})
    await tell("found", {"documents": found, "damaged": ledger.damaged, "torn": ledger.torn})
    number = start
    while state(number) != found:  # the last save may have been kept and not told
        number += 1
    untold: set[asyncio.Future[None]] = set()
    while True:
        await ledger.commit(change(number))
        untold.add(asyncio.ensure_future(tell("saved", number)))
        number += 1
        while len(untold) >= UNTOLD:
            _, untold = await asyncio.wait(untold, return_when=asyncio.FIRST_COMPLETED)
