"""The composition root: opens the records, makes the state, renders. Runs in the browser and on a desktop."""

from __future__ import annotations

import gc
import os
import sys
from datetime import datetime

import flet as ft

from domain.errors import StorageLocked
from domain.models import Preferences
from reminders.calendar_file import calendar_file
from reminders.runner import Runner
from reminders.voice import voice
from storage.cipher import this_device
from storage.help_content import help_lines
from storage.learn_content import articles
from storage.opening import here
from storage.page import WebPage
from storage.skills_content import built_in
from storage.vault import Vault
from views import notifying, theme, words
from views.app import start
from views.first_run import welcome
from views.guard import log_unexpected
from views.ports import Page
from views.state import TendState
from views.trouble import Trouble
from views.wording import name_of


def local_now() -> datetime:
    """The aware local time."""
    return datetime.now().astimezone()


def around(page: ft.Page) -> Page:
    """What can be done with the page around Tend."""
    if sys.platform == "emscripten":
        return WebPage()
    from views.desk import FletPage  # not shipped to the browser

    return FletPage(page)


async def opened(vault: Vault, window: Page) -> TendState:
    """What the screens show, or that it is locked. Raises `StorageError`: the records do not open."""
    parts = {"vault": vault, "page": window, "built_in": built_in(), "help_lines": help_lines}
    try:
        return TendState.load(await vault.open(), local_now, **parts)
    except StorageLocked:
        return TendState.locked(local_now, preferences=await window.remembered(), **parts)


async def main(page: ft.Page) -> None:
    """Draw the app, or say calmly why the records do not open."""
    words.speak(os.environ.get("TEND_LOCALE", "en"))
    window = around(page)
    page.title = name_of(await window.remembered())
    vault = Vault(await here(), this_device())
    try:
        state = await opened(vault, window)
    except Exception as error:  # whatever it is, Flet's own crash text would stand there, with what was stored in it
        log_unexpected(error)
        vault.shut()
        theme.wear(page, Preferences())
        Trouble(page, window, vault, error, main).draw()
        return
    gc.freeze()  # all of this stays as long as Tend does: no collection need look at it again
    welcome(page, state)
    start(page, state, articles)
    await notifying.begin(page, state, says := voice(), calendar_file)
    reminds = page.run_task(Runner(state.reminding, says, local_now, log_unexpected).run, state, *state.parts)
    page.on_close = lambda: (reminds.cancel(), vault.shut())


def run() -> None:
    """Have Flet call `main` for whoever opens the page."""
    ft.run(main, web_renderer=ft.WebRenderer.CANVAS_KIT, route_url_strategy=ft.RouteUrlStrategy.HASH, no_cdn=True)


if __name__ == "__main__":
    run()
