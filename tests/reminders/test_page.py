"""What crosses between Python and the page about reminders: documents out, and whatever the browser kept back in."""

from __future__ import annotations

import asyncio
import json
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from types import ModuleType

import pytest

from domain.reminder_notes import Heard
from domain.reminders import Notice
from domain.safety import Allowed
from reminders.page import PageVoice, allowed_in, heard_in

AT = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
MOMENT = Notice("A moment for you", "Whenever it suits you.", "/plan", "r 2026-11-24 540")


class FakeTendJs(ModuleType):
    """The browser's side."""

    def __init__(self) -> None:
        super().__init__("tend_js")
        self.told: list[tuple[str, object]] = []
        self.permission = "default"
        self.noted = ""
        self.answers = True

    def tellPage(self, kind: str, value: object) -> None:
        self.told.append((kind, json.loads(str(value))))

    async def mayNotify(self) -> str:
        return self.permission

    async def askToNotify(self) -> str:
        self.permission = "granted"
        return self.permission

    async def heard(self) -> object:
        return self.noted if self.answers else await asyncio.get_running_loop().create_future()

    async def notify(self, written: str) -> object:
        self.told.append(("notify", json.loads(written)))
        return True if self.answers else await asyncio.get_running_loop().create_future()

    def whenHeard(self, callback: object) -> None:
        self.callback = callback


@pytest.fixture
def page(monkeypatch: pytest.MonkeyPatch) -> FakeTendJs:
    fake, pyodide, ffi = FakeTendJs(), ModuleType("pyodide"), ModuleType("pyodide.ffi")
    ffi.create_proxy = lambda function: function  # type: ignore[attr-defined]
    for name, module in (("tend_js", fake), ("pyodide", pyodide), ("pyodide.ffi", ffi)):
        monkeypatch.setitem(sys.modules, name, module)
    return fake


def test_what_comes_is_left_with_the_page_by_the_millisecond(page: FakeTendJs) -> None:
    PageVoice().foresee([(AT, MOMENT)])
    assert page.told == [
        (
            "foresee",
            [
                {
                    "title": "A moment for you",
                    "words": "Whenever it suits you.",
                    "address": "/plan",
                    "tag": "r 2026-11-24 540",
                    "at": 1795510800000,
                }
            ],
        )
    ]


@pytest.mark.parametrize(
    ("word", "allowed"),
    [
        *(("granted", Allowed.YES), ("denied", Allowed.NO), ("default", Allowed.NOT_ASKED), ("none", Allowed.CANNOT)),
        *(("prompt", Allowed.CANNOT), (None, Allowed.CANNOT), ({}, Allowed.CANNOT)),
    ],
)
def test_the_browsers_word_is_understood_or_means_that_nothing_can_be_shown(word: object, allowed: Allowed) -> None:
    assert allowed_in(word) is allowed


def test_it_is_asked_for_and_what_came_meanwhile_is_given_out(page: FakeTendJs) -> None:
    voice = PageVoice()
    page.noted = json.dumps([{"tag": MOMENT.tag, "at": 1795510800000}])
    assert asyncio.run(voice.allowed()) is Allowed.NOT_ASKED
    assert asyncio.run(voice.ask()) is Allowed.YES
    assert asyncio.run(voice.heard()) == (Heard(MOMENT.tag, AT),)


@pytest.mark.usefixtures("in_pyodide")
def test_a_browser_that_never_answers_keeps_no_reminder_from_being_said(page: FakeTendJs) -> None:
    page.noted = json.dumps([{"tag": MOMENT.tag, "at": 1795510800000}])

    async def begin() -> tuple[Sequence[Heard], bool, bool]:
        voice = PageVoice(seconds=0.05)
        page.answers = False
        heard, hung = await voice.heard(), await voice.notify(MOMENT)
        page.answers = True
        return heard, hung, await voice.notify(MOMENT)

    assert asyncio.run(asyncio.wait_for(begin(), 20)) == ((), False, True)
    assert [kind for kind, _ in page.told] == ["notify", "notify"]


def test_later_and_another_permission_are_told_as_they_come(page: FakeTendJs) -> None:
    heard: list[object] = []
    PageVoice().when_heard(heard.append, heard.append)
    page.callback("heard", json.dumps([{"tag": MOMENT.tag, "at": 1795510800000, "later": True}]))  # type: ignore[operator]
    page.callback("allowed", "denied")  # type: ignore[operator]
    assert heard == [Heard(MOMENT.tag, AT, is_later=True), Allowed.NO]


@pytest.mark.parametrize(
    "kept",
    [
        *("", "{", "7", "{}", "[7]", "[[]]", '[{"tag": 1, "at": 1}]', '[{"tag": "r", "at": "1"}]', '[{"tag": "r"}]'),
        *('[{"tag": "r", "at": true}]', '[{"tag": "r", "at": 99999999999999999999}]', None, 7),
    ],
)
def test_what_the_browser_kept_may_be_anything(kept: object) -> None:
    assert heard_in(kept) == ()


@pytest.mark.parametrize("tag", ["", "r", "r x y", "r 2026-13-40 540", " "])
def test_a_tag_may_be_anything_too(tag: str) -> None:
    assert Heard(tag, AT).day == AT.date()
