"""The composition root: opens the records, makes the state, renders. Runs in the browser and on a desktop."""

from __future__ import annotations

import os
import sys
from datetime import datetime

import flet as ft

from domain.errors import StorageLocked
from domain.models import Preferences
from storage.cipher import this_device
from storage.opening import here
from storage.page import WebPage
from storage.vault import Vault
from views import theme, words
from views.app import start
from views.guard import log_unexpected
from views.ports import Page
from views.state import TendState
from views.trouble import trouble_view


def local_now() -> datetime:
    """The aware local time."""
    return datetime.now().astimezone()


async def opened(vault: Vault, page: ft.Page) -> TendState:
    """What the screens show, or that it is locked.

    Raises:
        StorageError: the records do not open.
    """
    around = WebPage() if sys.platform == "emscripten" else _window(page)
    try:
        return TendState.load(await vault.open(), local_now, vault=vault, page=around)
    except StorageLocked:
        return TendState.locked(local_now, vault=vault, page=around)


def _window(page: ft.Page) -> Page:
    from views.desk import FletPage  # not shipped to the browser

    return FletPage(page)


async def main(page: ft.Page) -> None:
    """Draw the app, or say calmly why the records do not open."""
    words.speak(os.environ.get("TEND_LOCALE", "en"))
    page.title = "Tend"
    vault = None
    try:
        vault = Vault(await here(), this_device())
        state = await opened(vault, page)
    except Exception as error:  # whatever it is, Flet's own crash text would stand there, with what was stored in it
        log_unexpected(error)
        if vault:
            vault.shut()
        theme.wear(page, Preferences())
        page.views = [trouble_view(error, lambda: page.run_task(main, page))]
        page.update()
        return
    page.on_close = vault.shut
    start(page, state)


if __name__ == "__main__":
    ft.run(main, web_renderer=ft.WebRenderer.CANVAS_KIT, route_url_strategy=ft.RouteUrlStrategy.HASH, no_cdn=True)
