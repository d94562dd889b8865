"""The composition root: opens the records, makes the state, renders. Runs in the browser and on a desktop."""

from __future__ import annotations

import asyncio
import gc
import os
import sys

import flet as ft

from domain.errors import StorageLocked
from domain.models import Preferences
from reminders.calendar_file import calendar_file
from reminders.clock import local_now
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

Opened = tuple[Preferences, Vault, TendState | Exception]  # the last says what was in the way; then they are shut


def around(page: ft.Page) -> Page:
    """What can be done with the page around Tend."""
    if sys.platform == "emscripten":
        return WebPage()
    from views.desk import FletPage  # not shipped to the browser

    return FletPage(page)


async def opened(window: Page) -> Opened:
    """Open the records of this device; no screen is needed for it."""
    words.speak(os.environ.get("TEND_LOCALE", "en"))
    looks = asyncio.ensure_future(window.remembered())  # the page may be busy with Flutter
    vault = Vault(await here(), this_device())
    parts = {"vault": vault, "page": window, "built_in": built_in(), "help_lines": help_lines}
    try:
        try:
            state = TendState.load(await vault.open(), local_now, **parts)
        except StorageLocked:
            state = TendState.locked(local_now, preferences=await looks, **parts)
    except Exception as error:  # whatever it is, Flet's own crash text would stand there, with what was stored in it
        log_unexpected(error)
        vault.shut()
        return await looks, vault, error
    gc.freeze()  # all of this stays as long as Tend does: no collection need look at it again
    return await looks, vault, state


async def main(page: ft.Page, ahead: asyncio.Future[Opened] | None = None) -> None:
    """Draw the app, or say calmly why the records do not open; `ahead`: their opening, where it has begun."""
    window = around(page)
    looks, vault, state = await (ahead or opened(window))
    page.title = name_of(looks)
    if isinstance(state, Exception):
        theme.wear(page, Preferences())
        Trouble(page, window, vault, state, main).draw()
        return
    welcome(page, state)
    start(page, state, articles)
    await notifying.begin(page, state, says := voice(), calendar_file)
    reminds = page.run_task(Runner(state.reminding, says, local_now, log_unexpected).run, state, *state.parts)
    page.on_close = lambda: (reminds.cancel(), vault.shut())


def run() -> None:
    """Have Flet call `main` for whoever opens the page. In the browser that is one, for whom the records open now."""
    ahead = asyncio.ensure_future(opened(WebPage())) if sys.platform == "emscripten" else None

    async def begin(page: ft.Page) -> None:
        await main(page, ahead)

    ft.run(begin, web_renderer=ft.WebRenderer.CANVAS_KIT, route_url_strategy=ft.RouteUrlStrategy.HASH, no_cdn=True)


if __name__ == "__main__":
    run()
