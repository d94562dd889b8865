"""Opens the records: what there is to show then, whatever was in the way. Imports `domain` and `views`."""

from __future__ import annotations

import asyncio
import gc
from dataclasses import dataclass
from typing import Any

from domain.errors import StorageLocked
from domain.models import Preferences
from views.acting import Clock
from views.guard import log_unexpected
from views.ports import Page, Vault
from views.state import TendState


@dataclass(frozen=True)
class Opened:
    """How the screen is to look, and the state; or in its place what was in the way, and then the vault is shut."""

    looks: Preferences
    vault: Vault
    state: TendState | Exception


async def open_records(vault: Vault, page: Page, clock: Clock, **more: Any) -> Opened:
    """Open the records of this device; no screen is needed for it. `more` is handed on to the state."""
    looks = asyncio.ensure_future(page.remembered())  # the page may be busy with Flutter
    parts = {"vault": vault, "page": page, **more}
    try:
        try:
            state = TendState.load(await vault.open(), clock, **parts)
        except StorageLocked:
            state = TendState.locked(clock, preferences=await looks, **parts)
    except Exception as error:  # whatever it is, Flet's own crash text would stand there, with what was stored in it
        log_unexpected(error)
        vault.shut()
        return Opened(await looks, vault, error)
    gc.freeze()  # all of this stays as long as Tend does: no collection need look at it again
    return Opened(await looks, vault, state)
