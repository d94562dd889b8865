"""`python -m tests.bench.breathing`: how true the phases of a breath are over five minutes in Chromium.

A person starts an exercise of five minutes; the page notes, by its own clock, when each phase's word stands in the
tree a screen reader reads. Printed, for each phase: how many there were, the middle error of their length and the
worst one; and how much later the last breaths came than the first, against the plan. All in milliseconds.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from pathlib import Path
from statistics import median

from playwright.sync_api import sync_playwright

from tests.e2e import breaths
from tests.e2e.browser import chromium
from tests.e2e.phone import Host, Phone, Wire, running

SKILL = "slow-sigh"
PHASES = {"Breathe in": 3000.0, "Sip in more": 2000.0, "Breathe out": 7000.0}  # milliseconds
SECONDS = 300
PROMISED = 100  # milliseconds


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="How true the phases of a breath are.")
    parser.add_argument("--dist", type=Path, default=Path("dist"), help="the built site")
    host = Host(parser.parse_args().dist)
    with (
        sync_playwright() as playwright,
        running(Wire()) as wire,
        running(host.served),
        tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile,
    ):
        phone = Phone(playwright, chromium(), Path(profile), wire)
        _begin(phone, host)
        time.sleep(SECONDS + 5)
        noted = breaths.seen(phone.page)
        phone.close()
    errors = breaths.length_errors(noted, PHASES)
    _say(f"{len(noted)} phases in {SECONDS} s; errors of their length in ms: middle, worst")
    for word in PHASES:
        of_this = [error for found, error in errors if found == word]
        worst = max(of_this, key=abs)
        _say(f"{word}: {len(of_this)} phases, {median(map(abs, of_this)):.0f}, {worst:+.0f}")
    off = [f"{number} {word} {error:+.0f}" for number, (word, error) in enumerate(errors) if abs(error) > PROMISED]
    _say(f"more than {PROMISED} ms off: {len(off)} of {len(errors)}: {', '.join(off) or 'none'}")
    _say(f"drift over all of it: {breaths.drift(noted, PHASES):+.0f}")


def _begin(phone: Phone, host: Host) -> None:
    """Start an exercise of five minutes, as a person does."""
    phone.visit(host.url(f"#/skills/{SKILL}"))
    phone.wait_until_still()
    breaths.watch(phone.page, tuple(PHASES))
    phone.tap("Start")


def _say(words: str) -> None:
    print(words, flush=True)  # noqa: T201 - to print is what this is for


if __name__ == "__main__":
    main()
