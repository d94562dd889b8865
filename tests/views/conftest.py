"""Screens are tested in a loop of their own, and none may hide an error it met."""

from __future__ import annotations

import asyncio
import functools
import inspect
import logging
import sys
from collections.abc import Awaitable, Callable
from types import SimpleNamespace
from typing import Any

import flet as ft
import pytest

import main
from domain.models import CheckIn, Preferences
from storage import openssl
from storage.memory import MemoryPlace
from tests.domain.samples import local
from tests.driver import Driver
from tests.views.device import FakeDevice, the_browser
from tests.views.fakes import FakeClock, FakePage, FakeRecords, FakeVoice
from views import keeping, own_names
from views.first_run import welcome
from views.state import TendState

Launch = Callable[..., Awaitable[Driver]]
# Deriving a key takes a third of a second; it is the same key for the same words and salt in every test of a run.
_derive = functools.cache(openssl._pbkdf2)


@pytest.hookimpl(tryfirst=True)
def pytest_pyfunc_call(pyfuncitem: pytest.Function) -> bool | None:
    """Run an `async def` test in a fresh loop, and let no error pass unnoticed that a guard of the screens caught."""
    if not inspect.iscoroutinefunction(pyfuncitem.obj):
        return None
    given = {name: pyfuncitem.funcargs[name] for name in inspect.signature(pyfuncitem.obj).parameters}
    asyncio.run(pyfuncitem.obj(**given))
    caught = [record.getMessage() for record in pyfuncitem.funcargs["caplog"].get_records("call")]
    unexpected = [
        message for message in caught if message.split(" in\n")[0] not in pyfuncitem.funcargs["errors_expected"]
    ]
    assert not unexpected, "\n".join(unexpected)
    return True


@pytest.fixture(autouse=True)
def errors_expected(caplog: pytest.LogCaptureFixture) -> list[str]:
    """For a test that breaks something: the kinds of errors it means to cause, to be filled in by it."""
    caplog.set_level(logging.WARNING)
    return []


@pytest.fixture(autouse=True)
def no_own_names() -> None:
    """Nobody calls anything otherwise until a test has them do it."""
    own_names.use(Preferences())


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def launch(clock: FakeClock) -> Launch:
    """`await launch(*check_ins, route="/", time="9:12", text_size=100)`: the running app."""
    apps: list[Driver] = []  # each runs until the test is over, whether the test still looks at it or not

    async def start(
        *check_ins: CheckIn,
        route: str = "/",
        time: str = "9:12",
        records: FakeRecords | None = None,
        text_size: int = 100,
    ) -> Driver:
        clock.now = local(time)
        records = records or FakeRecords(check_ins, Preferences(text_size=text_size))
        apps.append(Driver(records, clock))
        return await apps[-1].start(route)

    return start


@pytest.fixture
def launch_vault(clock: FakeClock, monkeypatch: pytest.MonkeyPatch) -> Launch:
    """`await launch_vault(device, page, route="/settings")`: the app as `main` starts it, on the real vault.

    Twice on one device are two windows of one browser. The first run stays away, unless the test `begins` with it.
    """
    monkeypatch.setattr(openssl, "_pbkdf2", _derive)
    monkeypatch.setattr(keeping, "asyncio", SimpleNamespace(**{**vars(asyncio), "sleep": clock.sleep}))
    monkeypatch.setattr(main, "local_now", clock)
    start_app, apps = main.start, list[Driver]()

    async def launched(
        device: MemoryPlace | None = None,
        page: FakePage | None = None,
        route: str = "/settings",
        begins: bool = False,
        voice: FakeVoice | None = None,
    ) -> Driver:
        device = FakeDevice() if device is None else device
        app = Driver(None, clock, page or FakePage())
        apps.append(app)
        app.voice = voice or FakeVoice()

        async def here() -> MemoryPlace:
            return device

        def start(page: ft.Page, state: TendState, *content: Any) -> None:
            app.state = state
            start_app(page, state, *content)

        if isinstance(device, FakeDevice):
            for name, module in the_browser(device).items():
                monkeypatch.setitem(sys.modules, name, module)
        monkeypatch.setattr(main, "here", here)
        monkeypatch.setattr(main, "around", lambda _: app.around)
        monkeypatch.setattr(main, "voice", lambda: app.voice)
        monkeypatch.setattr(main, "start", start)
        monkeypatch.setattr(main, "welcome", welcome if begins else lambda page, state: None)
        return await app.start(route, main=main.main)

    return launched
