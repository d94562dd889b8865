"""`python -m tests.bench.taps`: how long a tap takes to answer in the browser with ten years of check-ins stored.

On Today, two faces are tapped in turn. A tap is answered in the frame after the one that was asked for when the first
message of Python came in: that is when the change can be on the glass. Milliseconds from the touch, by the page's own
clock, with the tree for screen readers on. Then History is opened, and what it has drawn is counted.
"""

from __future__ import annotations

import argparse
import asyncio
import tempfile
from contextlib import ExitStack
from pathlib import Path
from statistics import median

from playwright.sync_api import sync_playwright

from storage import codec
from storage.disk import DiskPlace
from storage.opening import open_database
from storage.schema import CHECK_INS
from tests.bench import records
from tests.bench.report import p95
from tests.e2e import device
from tests.e2e.browser import chromium
from tests.e2e.phone import Host, Phone, Wire, running, until

STORED = 15_000
PROMISED = 100  # milliseconds, 95 of 100 taps
FACES = ("Mood, Hard, 2 of 5", "Mood, Good, 4 of 5")  # with an energy as well the card would say that all is told
WATCH = """(() => {
    const seen = globalThis.taps = { took: [] };
    let touched = null;
    addEventListener("pointerdown", () => { touched = performance.now(); }, { capture: true });
    let inner;
    Object.defineProperty(globalThis, "jsConnect", {
        get: () => inner,
        set: (connect) => {
            inner = (app, args, toDart) => connect(app, args, (frame) => {
                const began = touched;
                touched = null;
                const given = toDart(frame);
                if (began !== null) requestAnimationFrame(() => requestAnimationFrame(() => {
                    seen.took.push(performance.now() - began);
                }));
                return given;
            });
        },
    });
})()"""


async def write_records(folder: Path) -> None:
    """Keep the check-ins in `folder`, as a device would."""
    database = await open_database(DiskPlace(folder))
    changes = tuple((CHECK_INS, one.id, codec.check_in_to_document(one)) for one in records.check_ins(STORED))
    await database.bring_in(changes, ())
    database.close()


def measured(phone: Phone, host: Host, taps: int) -> list[float]:
    """Milliseconds of so many taps on Today."""
    phone.context.add_init_script(WATCH)
    phone.visit(host.url())
    for number in range(taps):
        phone.tap(FACES[number % len(FACES)], exact=False)
        until(lambda number=number: phone.page.evaluate("() => taps.took.length") > number)
    return list(phone.page.evaluate("() => taps.took"))


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="How long a tap takes to answer.")
    parser.add_argument("--dist", type=Path, default=Path("dist"), help="the built site")
    parser.add_argument("--taps", type=int, default=100)
    options = parser.parse_args()
    host = Host(options.dist)
    with ExitStack() as stack:
        folder = stack.enter_context(tempfile.TemporaryDirectory(ignore_cleanup_errors=True))
        asyncio.run(write_records(Path(folder) / "records"))  # before Playwright's own loop runs
        playwright = stack.enter_context(sync_playwright())
        wire = stack.enter_context(running(Wire()))
        stack.enter_context(running(host.served))
        phone = Phone(playwright, chromium(), Path(folder) / "profile", wire)
        phone.page.goto(host.url(device.ELSEWHERE))
        for path in (Path(folder) / "records").glob("tend-*.ledger"):
            device.put(phone.page, path.name, path.read_bytes())
        took = measured(phone, host, options.taps)
        phone.visit(host.url("#/history"))
        phone.wait_until_still()
        drawn = phone.page.locator("flt-semantics[role=button]").count()
        phone.close()
    verdict = "holds" if p95(took) <= PROMISED else "does not hold"
    _say(f"a tap on Today with {STORED:,} check-ins, ms: median {median(took):.0f}, p95 {p95(took):.0f} ({len(took)})")
    _say(f"p95 at most {PROMISED} ms: {verdict}")
    _say(f"History: {drawn} buttons in the tree for screen readers")


def _say(words: str) -> None:
    print(words, flush=True)  # noqa: T201 - to print is what this is for


if __name__ == "__main__":
    main()
