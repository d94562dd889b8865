"""`python -m tests.bench.boot`: how long Tend takes to open, beside the same app booted by Flet's own files.

Both take turns in one headless Chromium: cold (an address never seen before), warm, on a slower processor, over a
slower wire, and idle. What was measured is kept in `build/bench/`, so that parts can be run apart (`--parts`), and
`docs/performance.md` is written from it.
"""

from __future__ import annotations

import argparse
import os
import platform
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime
from pathlib import Path

from tests.bench import boot_report, machine, stock, visits
from tests.bench.visits import Browser, Place, Samples, Spot
from tests.e2e.phone import running

STOCK, OURS = "stock", "Tend"
KEPT = Path("build/bench/boot.json")
PAGE = Path("docs/performance.md")
TIMES_SLOWER = 4.0
BITS_PER_SECOND, DELAY = 4e6, 0.1
IDLE_SECONDS, IDLE_ROUNDS = 60, 3
SETTLED = 25_000  # milliseconds after the first screen, when what is done once is done
PARTS = ",".join(part.replace(", ", "+") for part in boot_report.PARTS)
Sites = Mapping[str, Path]
Spots = Mapping[str, Spot]  # the face on Today
Kept = Mapping[str, tuple[Place, dict[str, bytes]]]
Measured = dict[str, Samples]


def cold(chrome: Browser, sites: Sites, rounds: int, times: float = 1, wire: bool = False) -> Measured:
    """First visits, each at an address of its own."""
    measured: Measured = {name: {} for name in sites}
    for _ in range(rounds):
        for name, root in sites.items():
            link = machine.Link(BITS_PER_SECOND, DELAY) if wire else None
            place = Place(root, link)
            with running(place.served):
                with machine.slowed(chrome.process, times):
                    page, took = visits.visit(chrome, place.address)
                if times == 1 and not wire:
                    visits.settled(page, has_picture=False)
                    took["bytes"] = [sum(size for _, size in place.sent)]
                    took["requests"] = [len(place.sent)]
                page.close()
            _add(measured[name], took)
    return measured


def warm(chrome: Browser, sites: Sites, spots: Spots, rounds: int, times: float = 1) -> Measured:
    """Visits to an address where everything is kept already."""
    measured: Measured = {name: {} for name in sites}
    with _seen_before(chrome, sites) as kept:
        for _ in range(rounds):
            for name, (place, records) in kept.items():
                with machine.slowed(chrome.process, times):
                    page, took = visits.visit(chrome, place.address, spots[name])
                visits.put_back(page, place.address, records)
                page.close()
                _add(measured[name], took)
    return measured


def idle(chrome: Browser, sites: Sites) -> Measured:
    """What the browser takes of the processor while nothing is done: with an empty page alone, and with each app."""
    measured: Measured = {name: {} for name in sites}
    with _seen_before(chrome, sites) as kept:
        for _ in range(IDLE_ROUNDS):
            alone = _minute(chrome)
            for name, (place, _records) in kept.items():
                page, _ = visits.visit(chrome, place.address)
                page.wait_for_timeout(SETTLED)
                _add(measured[name], {"alone": [alone], "idle": [_minute(chrome)]})
                page.close()
    return measured


def _minute(chrome: Browser) -> float:
    before = machine.seconds_used(chrome.process)
    time.sleep(IDLE_SECONDS)
    return machine.seconds_used(chrome.process) - before


@contextmanager
def _seen_before(chrome: Browser, sites: Sites) -> Iterator[Kept]:
    """Both sites at addresses where the first run was left, the files are there, and no check-in was made yet."""
    with ExitStack() as stack:
        kept: dict[str, tuple[Place, dict[str, bytes]]] = {}
        for name, root in sites.items():
            place = Place(root)
            stack.enter_context(running(place.served))
            page, _ = visits.visit(chrome, place.address, takes_picture=True)
            page.touchscreen.tap(*visits.spot(page, visits.SKIPS))
            visits.spot(page, visits.FACE)
            visits.settled(page, has_picture=name == OURS)
            kept[name] = place, visits.records(page, place.address)
            page.close()
            page, _ = visits.visit(chrome, place.address)  # the browser keeps what it compiled
            visits.settled(page, has_picture=name == OURS)
            page.close()
        yield kept


def _where_to_tap(chrome: Browser, sites: Sites) -> Spots:
    spots = {}
    for name, root in sites.items():
        place = Place(root)
        with running(place.served):
            page, _ = visits.visit(chrome, place.address)
            page.touchscreen.tap(*visits.spot(page, visits.SKIPS))
            spots[name] = visits.spot(page, visits.FACE)
            page.close()
    return spots


def _add(samples: Samples, took: Samples) -> None:
    for name, values in took.items():
        samples.setdefault(name, []).extend(values)


def facts(version: str) -> dict[str, str]:
    """What was measured, on what, when."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    commit = subprocess.run(["git", "rev-parse", "--short", "HEAD"], capture_output=True, text=True, check=False)
    return {
        "Machine": f"{os.cpu_count()} cores ({platform.machine()}), {memory:.0f} GB of memory, {platform.system()}",
        "Browser": f"Chromium {version}, headless, 390 × 844",
        "Date": datetime.now(UTC).strftime("%d %B %Y"),
        "Commit": commit.stdout.strip() or "not known",
    }


def main() -> None:
    """Measure, keep, write and print."""
    parser = argparse.ArgumentParser(description="How long Tend takes to open.")
    parser.add_argument("--rounds", type=int, default=10, help="visits of each kind (10)")
    parser.add_argument("--parts", default=PARTS, help="such as cold,warm+slow")
    parser.add_argument("--dist", type=Path, default=Path("dist"), help="the built site")
    parser.add_argument("--work", type=Path, default=Path("build"), help="the build's own folder")
    options = parser.parse_args()
    rounds: int = options.rounds
    sites = {STOCK: stock.build(options.work / "bench" / "stock", options.work), OURS: options.dist}
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile, visits.browser(Path(profile)) as chrome:
        spots = _where_to_tap(chrome, sites)
        parts: dict[str, Callable[[], Measured]] = {
            "cold": lambda: cold(chrome, sites, rounds),
            "warm": lambda: warm(chrome, sites, spots, rounds),
            "cold, slow": lambda: cold(chrome, sites, rounds, times=TIMES_SLOWER),
            "warm, slow": lambda: warm(chrome, sites, spots, rounds, times=TIMES_SLOWER),
            "cold, wire": lambda: cold(chrome, sites, rounds, wire=True),
            "idle": lambda: idle(chrome, sites),
        }
        for part in (name.replace("+", ", ") for name in options.parts.split(",")):
            everything = visits.kept(KEPT, part, parts[part]())
            PAGE.parent.mkdir(exist_ok=True)
            PAGE.write_text(boot_report.written(everything, facts(chrome.version)), "utf-8")
            _say(f"{part}: measured")
    _say(PAGE.read_text("utf-8"))


def _say(words: str) -> None:
    print(words, flush=True)  # noqa: T201 - to print is what this is for


if __name__ == "__main__":
    main()
