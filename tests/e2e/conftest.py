"""The site, the wire and the phones of the browser tests."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Playwright, sync_playwright

from tests.e2e import pictures
from tests.e2e.browser import chromium
from tests.e2e.phone import Host, Phone, Wire, foreign, running

DIST = Path("dist")
RESULTS = Path("test-results")


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as driver:
        yield driver


@pytest.fixture(scope="session")
def browser_path() -> str:
    return chromium()


@pytest.fixture(scope="session")
def wire() -> Iterator[Wire]:
    with running(Wire()) as wire:
        yield wire


@pytest.fixture(scope="session")
def host() -> Iterator[Host]:
    """The built site. `make test` builds it first; a test run without it says so."""
    assert (DIST / "sw.js").is_file(), "There is no dist/: run make build first, or make test, which does."
    host = Host(DIST)
    with running(host.served):
        yield host


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A copy of the site that a test may change."""
    return Path(shutil.copytree(DIST, tmp_path / "site"))


@pytest.fixture(scope="session")
def pictured(
    playwright: Playwright, browser_path: str, wire: Wire, host: Host, tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """The storage of a phone on which a check-in with a note and a picture of Python's memory lie: to be copied."""
    phone = Phone(playwright, browser_path, tmp_path_factory.mktemp("pictured") / "profile", wire)
    try:
        pictures.photographed(host, phone)
    finally:
        phone.close()
    return phone.profile


NewPhone = Callable[..., Phone]


@pytest.fixture
def new_phone(
    request: pytest.FixtureRequest, playwright: Playwright, browser_path: str, wire: Wire, tmp_path: Path
) -> Iterator[NewPhone]:
    """Makes phones; each is closed at the end, and none may have called anybody."""
    phones: list[Phone] = []

    def make(storage: Path | None = None, **device: Any) -> Phone:
        """`storage`: a closed browser's folder, of which the phone gets a copy."""
        profile = tmp_path / f"profile-{len(phones)}"
        if storage:
            shutil.copytree(storage, profile)
        phone = Phone(playwright, browser_path, profile, wire, **device)
        phones.append(phone)
        return phone

    yield make
    for number, phone in enumerate(phones):
        phone.last_look(RESULTS / "last" / f"{request.node.name}-{number}.png")
        phone.close()
    assert not foreign(wire.hosts), "another host was called"
    assert not [address for phone in phones for address in phone.addresses if not phone.is_ours(address)]


@pytest.fixture
def phone(new_phone: NewPhone) -> Phone:
    return new_phone()
