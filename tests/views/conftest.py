"""Screens are tested in a loop of their own, and none may hide an error it met."""

from __future__ import annotations

import asyncio
import inspect
import logging
from collections.abc import Awaitable, Callable

import pytest

from domain.models import CheckIn, Preferences
from tests.domain.samples import local
from tests.driver import Driver, FakeClock, FakeRecords

Launch = Callable[..., Awaitable[Driver]]


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


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def launch(clock: FakeClock) -> Launch:
    """`await launch(*check_ins, route="/", time="9:12", text_size=100)`: the running app."""

    async def start(
        *check_ins: CheckIn,
        route: str = "/",
        time: str = "9:12",
        records: FakeRecords | None = None,
        text_size: int = 100,
    ) -> Driver:
        clock.now = local(time)
        records = records or FakeRecords(check_ins, Preferences(text_size=text_size))
        return await Driver(records, clock).start(route)

    return start
