"""The composition root: opens the records, makes the state, renders. Runs in the browser and on a desktop."""

from __future__ import annotations

import asyncio
import os
import sys
from contextlib import ExitStack

import flet as ft

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
from views.opening import Opened, open_records
from views.ports import Page
from views.trouble import Trouble
from views.wording import name_of


def around(page: ft.Page) -> Page:
    """What can be done with the page around Tend."""
    if sys.platform == "emscripten":
        return WebPage()
    from views.desk import FletPage  # not shipped to the browser

    return FletPage(page)


def read_ahead() -> None:
    """Read what ships and every start needs. A picture of Python's memory holds it already (web/page/picture.py)."""
    words.speak(words.SOURCE)
    built_in()


async def opened(window: Page) -> Opened:
    """Open the records of this device, as its language has it."""
    words.speak(os.environ.get("TEND_LOCALE", words.SOURCE))
    vault = Vault(await here(), this_device())
    return await open_records(vault, window, local_now, built_in=built_in(), help_lines=help_lines)


async def main(page: ft.Page, ahead: asyncio.Future[Opened] | None = None) -> None:
    """Draw the app, or say calmly why the records do not open; `ahead`: their opening, where it has begun."""
    window = around(page)
    found = await (ahead or opened(window))
    page.title = name_of(found.looks)
    state, vault = found.state, found.vault
    if isinstance(state, Exception):
        theme.wear(page, Preferences())
        Trouble(page, window, vault, state, main, help_lines, local_now()).draw(found.looks)
        return
    ends = ExitStack()
    ends.callback(vault.shut)
    page.on_close = ends.close
    welcome(page, state)
    start(page, state, articles)
    await notifying.begin(page, state, says := voice(), calendar_file)
    reminds = page.run_task(Runner(state.reminding, says, local_now, log_unexpected).run, state, *state.parts)
    ends.callback(reminds.cancel)


def run() -> None:
    """Have Flet call `main` for whoever opens the page. In the browser that is one, for whom the records open now."""
    ahead = asyncio.ensure_future(opened(WebPage())) if sys.platform == "emscripten" else None

    async def begin(page: ft.Page) -> None:
        await main(page, ahead)

    ft.run(begin, web_renderer=ft.WebRenderer.CANVAS_KIT, route_url_strategy=ft.RouteUrlStrategy.HASH, no_cdn=True)


if __name__ == "__main__":
    run()
