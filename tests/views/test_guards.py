"""One broken part does not take the rest with it, and no log holds a person's words."""

from __future__ import annotations

import logging

import pytest

import views.history
import views.today
from domain.errors import (
    StorageBroken,
)
from tests.domain.samples import made
from tests.views.conftest import Launch
from views import settings

CANARY = "my-secret-words"


def breaks(*_: object, **__: object) -> None:
    raise ZeroDivisionError(CANARY)


def leaks(caplog: pytest.LogCaptureFixture) -> bool:
    shown = logging.Formatter().format
    return any(CANARY in shown(record) for record in caplog.records)


async def test_a_part_that_raises_says_so_and_the_rest_takes_taps(
    launch: Launch,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    errors_expected: list[str],
) -> None:
    errors_expected.append("ZeroDivisionError")
    monkeypatch.setattr(views.today, "_noticed", breaks)
    app = await launch()
    assert "This part did not open. The rest still works." in app.words()
    await app.open_tab("History")
    await app.tap("Add a past check-in")
    await app.tap("Mood, OK, 3 of 5")
    await app.tap("Done")
    assert app.sees("9:12")
    assert [check_in.mood for check_in in app.records.check_ins.all()] == [3]
    assert not leaks(caplog)
    assert any("test_guards.py" in record.getMessage() for record in caplog.records)  # and it says where


async def test_a_part_that_raises_while_it_is_drawn_again_comes_back_when_it_can(
    launch: Launch, monkeypatch: pytest.MonkeyPatch, errors_expected: list[str]
) -> None:
    errors_expected.append("ZeroDivisionError")
    app = await launch(made("9:12", 1, id="a", mood=2), route="/history")
    with monkeypatch.context() as broken:
        broken.setattr(views.history, "_row", breaks)
        await app.tap("9:12 Mood, Hard")
        await app.tap("Mood, Good, 4 of 5")
        await app.tap("Done")
        assert "This part did not open. The rest still works." in app.words()
    await app.open_tab("Today")
    await app.open_tab("History")
    assert "9:12 Mood, Good" in app.buttons()


async def test_a_page_that_raises_still_has_help_and_a_way_to_today(
    launch: Launch, monkeypatch: pytest.MonkeyPatch, errors_expected: list[str]
) -> None:
    errors_expected.append("ZeroDivisionError")
    monkeypatch.setattr(settings, "looks", breaks)
    app = await launch(route="/settings")
    assert "This page did not open. Your words are still here." in app.words()
    assert [c.url for c in app.controls() if getattr(c, "url", None)] == ["tel:112", "tel:911"]
    await app.tap("Go to Today")
    await app.tap("Mood, OK, 3 of 5")
    assert app.sees("Saved 9:12")


async def test_from_a_page_that_raises_help_is_one_tap_away(
    launch: Launch, monkeypatch: pytest.MonkeyPatch, errors_expected: list[str]
) -> None:
    errors_expected.append("ZeroDivisionError")
    monkeypatch.setattr(settings, "looks", breaks)
    app = await launch(route="/settings")
    await app.tap("Help now")
    assert "Talk to someone now" in app.words()


async def test_a_handler_that_raises_stops_nothing_and_logs_no_words(
    launch: Launch, caplog: pytest.LogCaptureFixture, errors_expected: list[str]
) -> None:
    errors_expected.append("ZeroDivisionError")
    app = await launch(route="/check-in/now")
    save, app.records.check_ins.save = app.records.check_ins.save, breaks
    await app.write("Note", CANARY)
    app.records.check_ins.save = save
    await app.tap("calm")
    assert [check_in.feelings for check_in in app.records.check_ins.all()] == [("calm",)]
    assert not leaks(caplog)


async def test_words_the_device_refuses_are_in_no_log(launch: Launch, caplog: pytest.LogCaptureFixture) -> None:
    app = await launch(route="/check-in/now")
    app.records.check_ins.refuse = StorageBroken(CANARY)
    await app.write("Note", CANARY)
    await app.tap("Try again")
    assert not leaks(caplog)
    assert not app.sees(f"{CANARY} ")
