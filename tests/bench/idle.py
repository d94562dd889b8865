"""`python -m tests.bench.idle`: what Tend costs while nobody touches it, in seconds of CPU over a minute in Chromium.

All processes of the browser together, from /proc (Linux), and how many timers woke Python or the page: with Today on
the screen, with Tend out of sight, and, to compare, with an empty page. One reminder is set, for another hour.
"""

from __future__ import annotations

import argparse
import os
import tempfile
import time
from pathlib import Path

from playwright.sync_api import sync_playwright

from domain.reminders import Reminder, ReminderKind
from tests.e2e import reminding
from tests.e2e.browser import chromium
from tests.e2e.phone import Host, Phone, Wire, running

SETTLED = 25  # seconds after the start, when what is done once is done
A_MINUTE = 60  # seconds
TICKS = os.sysconf("SC_CLK_TCK")  # a second


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="What the idle app costs.")
    parser.add_argument("--dist", type=Path, default=Path("dist"), help="the built site")
    parser.add_argument("--seconds", type=int, default=A_MINUTE)
    options = parser.parse_args()
    host = Host(options.dist)
    with (
        sync_playwright() as playwright,
        running(Wire()) as wire,
        running(host.served),
        tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder,
    ):
        phone = Phone(playwright, chromium(), Path(folder) / "profile", wire)
        phone.page.goto(host.url("notes.html"))
        _say("an empty page", _cpu(options.seconds))
        reminding.ready(phone, host)
        due = Reminder("r", ReminderKind.CHECK_IN, ((reminding.minute_of_day(hours=2)),))
        reminding.bring_in(phone, reminding.backup_with(Path(folder), due))
        phone.page.evaluate("location.hash = '#/'")
        time.sleep(SETTLED)
        reminding.count_wakes(phone)
        seen = _cpu(options.seconds)
        _say("Today, on the screen", seen, *reminding.wakes(phone))
        phone.page.evaluate(reminding.HIDE)
        reminding.fall_asleep(phone)
        hidden = _cpu(options.seconds)
        _say("Today, out of sight", hidden, *reminding.wakes(phone))
        phone.close()


def _cpu(seconds: int) -> float:
    """Seconds of CPU that all processes below this one take in so many seconds."""
    before = _ticks()
    time.sleep(seconds)
    after = _ticks()
    return sum(after[process] - before.get(process, 0) for process in after) / TICKS


def _ticks() -> dict[str, int]:
    """User and system time of every process below this one, but the driver's, by its id."""
    parents: dict[str, str] = {}
    found: dict[str, int] = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            content = stat.read_text("utf-8", "replace")
        except OSError:  # it ended meanwhile
            continue
        name, rest = content.split("(", 1)[1].rsplit(")", 1)
        numbers = rest.split()
        parents[stat.parent.name] = numbers[1]
        if "chrom" in name:
            found[stat.parent.name] = int(numbers[11]) + int(numbers[12])
    return {process: took for process, took in found.items() if _is_below(process, str(os.getpid()), parents)}


def _is_below(process: str, top: str, parents: dict[str, str]) -> bool:
    while process in parents and process != top:
        process = parents[process]
    return process == top


def _say(what: str, cpu: float, *woken: list[float]) -> None:
    times = "".join(
        f", {name} woken {len(found)} times" for name, found in zip(("Python", "the page"), woken, strict=False)
    )
    print(f"{what}: {cpu:.2f} s{times}", flush=True)  # noqa: T201 - to print is what this is for


if __name__ == "__main__":
    main()
