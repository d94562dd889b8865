"""Notices on a desktop, apart from any daemon: one after the other, one at a time, whatever the system does."""

from __future__ import annotations

import asyncio
import threading

from domain.reminders import Notice
from reminders.desktop import LONGEST_TITLE, DesktopNotifier, _title


def told(notifier: DesktopNotifier, count: int) -> list[bool]:
    async def tell() -> list[bool]:
        return [await notifier.notify(Notice(f"{number}", "", "/", app="Notes")) for number in range(count)]

    return asyncio.run(tell())


def test_notices_that_follow_at_once_all_come() -> None:
    shown: list[str] = []
    assert told(DesktopNotifier(lambda title, words, app: shown.append(title + words + app)), 300) == [True] * 300
    assert shown == [f"{number}Notes" for number in range(300)]


def test_a_system_that_refuses_is_no_trouble() -> None:
    def refuse(title: str, words: str, app: str) -> None:
        raise NotImplementedError

    assert told(DesktopNotifier(refuse), 2) == [False, False]


def test_what_hangs_is_waited_for_once() -> None:
    release = threading.Event()
    waited: list[str] = []

    def hang(title: str, words: str, app: str) -> None:
        waited.append(title)
        release.wait(20)

    assert told(DesktopNotifier(hang, seconds=0.05), 3) == [False, False, False]
    assert waited == ["0"]
    release.set()


def test_a_long_title_is_cut_where_windows_would_refuse_it() -> None:
    assert _title("x" * LONGEST_TITLE) == "x" * 63
    assert _title("x" * (LONGEST_TITLE + 1)) == "x" * 62 + "…"
