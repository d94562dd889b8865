"""Lines, people and a device's language to test Help now with."""

from __future__ import annotations

from typing import Any

import flet as ft
import pytest

from domain.models import Preferences
from domain.people import Person, Role
from storage.help_content import help_lines
from tests.driver import Driver
from tests.views.conftest import Launch
from tests.views.fakes import FakeRecords

MAYA = Person(
    "maya",
    "Maya",
    "+44 7700 900123",
    role=Role.FAMILY,
    email="maya@example.org",
    notes="Will come over.",
    hours="Not after ten",
)
DEV = Person("dev", "Dev", "0800 HELP", place=1, role=Role.PEER)
TEAM = Person("team", "Care team", "020 7946 0000", place=2, text_to="no", email="the desk")
CHOIR = Person("choir", "Choir", place=3, role=Role.GROUP, where="www.example.org/choir", hours="Tuesdays, 7 pm")
DIRECTORIES = ["https://findahelpline.com/", "https://www.befrienders.org/", "https://www.iasp.info/"]
EVERYBODY = (MAYA, DEV, TEAM, CHOIR)


async def opened(
    launch: Launch, *people: Person, country: str = "", route: str = "/help", time: str = "9:12", **more: Any
) -> Driver:
    """The app with the lines that ship with Tend."""
    looks = Preferences(country=country, text_size=more.get("text_size", 100))
    app = await launch(records=FakeRecords((), looks, people=people), route="/", time=time)
    app.state.help_lines = help_lines
    await app.go(route)
    return app


def speak(monkeypatch: pytest.MonkeyPatch, locale: str) -> None:
    """Set the device's language."""
    monkeypatch.setenv("TEND_LOCALE", locale)


def links(app: Driver) -> list[str]:
    """Where the buttons with an address lead, in order."""
    return [c.url.url for c in app.controls() if isinstance(getattr(c, "url", None), ft.Url)]


def after(app: Driver, words: str) -> list[str]:
    """What can be read after words that stand alone, to the end of the screen."""
    return app.words()[app.words().index(words) + 1 :]


async def resize(app: Driver, width: int, height: int) -> None:
    """Turn the phone, or make the window another size."""
    (page,) = [c for c in app.controls() if isinstance(c, ft.Stack) and c.on_size_change]
    await app._send((page, "size_change", {"w": width, "h": height}))


def filled_button(app: Driver) -> str:
    """Where the one filled button leads."""
    (button,) = [control for control in app.controls() if isinstance(control, ft.FilledButton)]
    return button.url.url
