"""Screens are tested in a loop of their own, and none may hide an error it met."""

from __future__ import annotations

import asyncio
import inspect
import logging
from collections.abc import Awaitable, Callable, Iterator

import pytest

from domain.models import CheckIn, Preferences
from tests.driver import Driver, FakeClock, FakeRecords
from tests.domain.samples import local

Launch = Callable[..., Awaitable[Driver]]


@pytest.hookimpl(tryfirst=True)
def pytest_pyfunc_call(pyfuncitem: pytest.Function) -> bool | None:
    """Run an `async def` test in a fresh loop."""
    if not inspect.iscoroutinefunction(pyfuncitem.obj):
        return None
    names = pyfuncitem._fixtureinfo.argnames
    asyncio.run(pyfuncitem.obj(**{name: pyfuncitem.funcargs[name] for name in names}))
    return True


@pytest.fixture
def errors_expected() -> list[str]:
    """For a test that breaks something: the kinds of errors it means to cause, to be filled in by it."""
    return []


@pytest.fixture(autouse=True)
def _nothing_unexpected(caplog: pytest.LogCaptureFixture, errors_expected: list[str]) -> Iterator[None]:
    """The guards keep a broken screen alive, and here nothing is to be broken unnoticed."""
    with caplog.at_level(logging.WARNING):
        yield
    logged = [record.getMessage() for record in caplog.get_records("call") if record.levelno >= logging.WARNING]
    unexpected = [message for message in logged if message.split(" in")[0] not in errors_expected]
    assert not unexpected, "\n".join(unexpected)


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def launch(clock: FakeClock) -> Launch:
    """`await launch(*check_ins, route="/", time="9:12", text_size=100)`: the running app."""

    async def start(
        *check_ins: CheckIn, route: str = "/", time: str = "9:12", records: FakeRecords | None = None, text_size: int = 100
    ) -> Driver:
        clock.now = local(time)
        records = records or FakeRecords(check_ins, Preferences(text_size=text_size))
        return await Driver(records, clock).start(route)

    return start
