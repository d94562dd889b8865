"""In the browser: through plyer, by a backend of ours, to the page."""

from __future__ import annotations

import asyncio
import sys

import plyer
import pytest
from plyer.facades import Notification

from domain.reminders import Notice
from reminders.web import BACKEND, WebNotifier

MOMENT = Notice("A moment for you", "Whenever it suits you.", "/goals/g", "r 2026-11-24 540", "Notes")


class FakePage:
    """The page's part: what it was asked to show, and whether the person wants any."""

    def __init__(self, wants: bool = True) -> None:
        self.wants = wants
        self.shown: list[Notice] = []

    async def show(self, notice: Notice) -> bool:
        await asyncio.sleep(0)
        if self.wants:
            self.shown.append(notice)
        return self.wants


@pytest.mark.usefixtures("in_pyodide")
def test_a_notice_goes_through_plyer_to_the_page_with_its_address_and_its_tag() -> None:
    page = FakePage()
    assert asyncio.run(WebNotifier(page.show).notify(MOMENT))
    assert page.shown == [MOMENT]


@pytest.mark.usefixtures("in_pyodide")
def test_anybody_who_notifies_by_plyer_reaches_the_page() -> None:
    page, other = FakePage(), FakePage()
    asyncio.run(WebNotifier(other.show).notify(Notice("Hello", "", "/")))
    assert asyncio.run(WebNotifier(page.show).notify(Notice("Tea", "now", "/")))
    assert (page.shown, other.shown) == ([Notice("Tea", "now", "/")], [Notice("Hello", "", "/")])
    assert isinstance(sys.modules[BACKEND].instance(), Notification)


@pytest.mark.usefixtures("in_pyodide")
def test_a_refusal_is_told() -> None:
    page = FakePage(wants=False)
    assert asyncio.run(WebNotifier(page.show).notify(Notice("Hello", "", "/"))) is False
    assert page.shown == []


@pytest.mark.usefixtures("in_pyodide")
def test_a_page_that_never_answers_is_left_behind_and_the_next_notice_is_shown() -> None:
    page, begun, ended = FakePage(), list[str](), list[str]()

    async def show(notice: Notice) -> bool:
        if notice.title != "Hello":
            return await page.show(notice)
        begun.append(notice.title)
        try:
            return await asyncio.get_running_loop().create_future()  # the browser's promise
        finally:
            ended.append(notice.title)

    async def tell() -> tuple[bool, bool]:
        notifier = WebNotifier(show, seconds=0.05)
        return await notifier.notify(Notice("Hello", "", "/")), await notifier.notify(MOMENT)

    assert asyncio.run(asyncio.wait_for(tell(), 20)) == (False, True)
    assert (begun, ended, page.shown) == (["Hello"], ["Hello"], [MOMENT]), "nothing waits for it any more"


def test_where_plyer_has_a_way_of_its_own_nothing_is_said_to_have_been_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    class Silent(Notification):  # type: ignore[misc]
        def _notify(self, **said: object) -> None:
            del said

    monkeypatch.setattr(plyer, "notification", Silent())
    assert asyncio.run(WebNotifier(FakePage().show).notify(Notice("Hello", "", "/"))) is False
