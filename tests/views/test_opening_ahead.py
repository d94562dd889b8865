"""In the browser the records open before Flutter asks for a screen: once, and what was in the way is said as ever."""

from __future__ import annotations

import asyncio

import flet as ft
import pytest

import main
from domain.errors import StorageBroken
from storage.ledger import Ledger
from tests.domain.samples import made
from tests.views.conftest import Launch
from tests.views.device import filled

KEPT = made("8:00", 1, note="rain")


@pytest.fixture
def opens(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Have the records opened ahead; each opening is noted, and so is when Flutter asks."""
    noted: list[str] = []
    draw, opened = main.main, main.opened

    async def noting(*given: object) -> main.Opened:
        noted.append("opened")
        return await opened(*given)

    async def asked_later(page: ft.Page) -> None:
        ahead = asyncio.ensure_future(main.opened(main.around(page)))
        await asyncio.wait([ahead])
        noted.append("asked")
        await draw(page, ahead)

    monkeypatch.setattr(main, "opened", noting)
    monkeypatch.setattr(main, "main", asked_later)
    return noted


async def test_what_was_opened_ahead_is_shown_and_not_opened_again(launch_vault: Launch, opens: list[str]) -> None:
    app = await launch_vault(await filled(KEPT), route="/history")
    assert opens == ["opened", "asked"]
    assert app.sees("rain")


async def test_what_did_not_open_ahead_is_said_and_tried_again_anew(
    launch_vault: Launch, opens: list[str], monkeypatch: pytest.MonkeyPatch, errors_expected: list[str]
) -> None:
    honest = Ledger.open
    errors_expected.append("StorageBroken")

    async def refuse(*_: object, **__: object) -> Ledger:
        monkeypatch.setattr(Ledger, "open", honest)
        raise StorageBroken("no")

    device = await filled(KEPT)
    monkeypatch.setattr(Ledger, "open", refuse)
    app = await launch_vault(device, route="/history")
    assert app.sees("Tend cannot open your words right now.")
    await app.tap("Try again")
    assert app.sees("rain")
    assert opens[:2] == ["opened", "asked"]
    assert opens.count("opened") > 1
