"""The composition root: opens the storage, makes the state, renders. Runs in the browser and on a desktop."""

from __future__ import annotations

import os
from datetime import datetime

import flet as ft

from domain.models import Preferences
from storage.opening import open_database
from views import theme, words
from views.app import start
from views.guard import log_unexpected
from views.state import TendState
from views.trouble import trouble_view


def local_now() -> datetime:
    """The aware local time."""
    return datetime.now().astimezone()


async def main(page: ft.Page) -> None:
    """Draw the app, or say calmly why the records do not open."""
    words.speak(os.environ.get("TEND_LOCALE", "en"))
    page.title = "Tend"
    database = None
    try:
        database = await open_database()
        state = TendState.load(database, local_now)
    except Exception as error:  # whatever it is, Flet's own crash text would stand there, with what was stored in it
        log_unexpected(error)
        if database:
            database.close()
        theme.wear(page, Preferences())
        page.views = [trouble_view(error, lambda: page.run_task(main, page))]
        page.update()
        return
    page.on_close = database.close
    start(page, state)


if __name__ == "__main__":
    ft.run(main, web_renderer=ft.WebRenderer.CANVAS_KIT, route_url_strategy=ft.RouteUrlStrategy.HASH, no_cdn=True)
