"""A real notification daemon over a real bus: what it shows, and Tend going on where it is absent or hangs."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from domain.reminders import Notice
from reminders.desktop import SECONDS, DesktopNotifier
from tests.reminders.daemon import Desktop, desktop

pytestmark = pytest.mark.slow


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desktop]:
    with desktop(tmp_path) as found:
        for name, value in found.environment.items():
            monkeypatch.setenv(name, value)
        yield found


def told(*notices: tuple[str, str], seconds: float = 20) -> list[bool]:
    async def tell() -> list[bool]:
        notifier = DesktopNotifier(seconds=seconds)
        return [await notifier.notify(Notice(title, words, "/")) for title, words in notices]

    return asyncio.run(tell())


def test_a_notice_is_shown_as_it_was_meant(here: Desktop) -> None:
    assert told(("A moment for you", "Whenever it suits you.")) == [True]
    assert here.shown(1) == [("A moment for you", "Whenever it suits you.")]


def test_what_a_person_wrote_is_neither_an_option_nor_markup(here: Desktop) -> None:
    words = [("--help", "-u critical"), ("Pills & <b>tea</b>", "5 < 6 & <i>so on"), ("Müde? 🌱\nRest", "Zeile\0 eins")]
    assert told(*words) == [True, True, True]
    assert here.shown(3) == [
        ("\u2060--help", "\u2060-u critical"),
        ("Pills & <b>tea</b>", "5 &lt; 6 &amp; &lt;i&gt;so on"),
        ("Müde? 🌱 Rest", "Zeile eins"),
    ]


def test_a_daemon_that_hangs_is_left_behind_and_tend_goes_on(here: Desktop) -> None:
    async def tell() -> tuple[bool, bool, int, bool]:
        notifier, turns = DesktopNotifier(seconds=0.5), 0
        here.hang()
        began = time.monotonic()
        first = asyncio.ensure_future(notifier.notify(Notice("A", "a", "/")))
        while not first.done():
            turns += 1
            await asyncio.sleep(0.01)
        second = await notifier.notify(Notice("B", "b", "/"))  # the first still hangs: no second thread waits beside it
        assert time.monotonic() - began < 5
        here.go_on()
        assert len(here.shown(1)) == 1
        third = False
        while not third:
            third = await notifier.notify(Notice("C", "c", "/"))
            await asyncio.sleep(0.05)
        return first.result(), second, turns, third

    first, second, turns, third = asyncio.run(tell())
    assert (first, second, third) == (False, False, True)
    assert turns > 20
    assert here.shown(2) == [("A", "a"), ("C", "c")]


ONE_NOTICE = """
import asyncio
from domain.reminders import Notice
from reminders.desktop import DesktopNotifier
print(asyncio.run(DesktopNotifier(seconds=0.5).notify(Notice("A", "a", "/"))))
"""


def test_tend_closes_while_a_daemon_hangs(here: Desktop, tmp_path: Path) -> None:
    here.hang()
    began = time.monotonic()
    with (tmp_path / "said").open("wb") as said:  # no pipe: the program that waits for the daemon would hold it open
        subprocess.run([sys.executable, "-c", ONE_NOTICE], stdout=said, check=True, timeout=30)
    assert ((tmp_path / "said").read_text().strip(), time.monotonic() - began < 10) == ("False", True)


def test_a_bus_without_a_daemon_is_not_waited_for(here: Desktop) -> None:
    here.leave()
    began = time.monotonic()
    told(("A", "a"), ("B", "b"))
    assert time.monotonic() - began < SECONDS
    assert here.shown() == []


def test_nothing_happens_without_a_bus(tmp_path: Path) -> None:
    environment = {**os.environ, "DBUS_SESSION_BUS_ADDRESS": f"unix:path={tmp_path}/none", "DISPLAY": ""}
    began = time.monotonic()
    subprocess.run([sys.executable, "-c", ONE_NOTICE], capture_output=True, check=True, timeout=30, env=environment)
    assert time.monotonic() - began < 10
