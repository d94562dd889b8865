"""Finds a Chromium to test in, or gets one; `python -m tests.e2e.browser` does it ahead of the tests.

In order: the one CHROMIUM names, one on this machine, Playwright's own, Debian's (as root). Never none: the tests that
need it would otherwise be silently absent.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

COMMANDS = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome", "msedge")
MAC_APPS = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)
# For a browser that nobody sits at: no screen, no news from its maker, nothing but what the test asks for.
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


class NoBrowser(Exception):
    """There is no Chromium here and none could be had; the message says what to install."""


def chromium() -> str:
    """The path of a Chromium that starts.

    Raises:
        NoBrowser: none could be had.
    """
    for find in (_named, _installed, _playwrights, _debians):
        path = find()
        if path and _starts(path):
            return path
    raise NoBrowser(
        "The browser tests need Chromium or Chrome. Install one (on Debian or Ubuntu: apt-get install chromium), "
        "or name one: CHROMIUM=/path/to/chrome make test"
    )


def _named() -> str | None:
    return os.environ.get("CHROMIUM")


def _installed() -> str | None:
    found = [shutil.which(command) for command in COMMANDS] + [app for app in MAC_APPS if Path(app).exists()]
    return next((path for path in found if path), None)


def _playwrights() -> str | None:
    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    if not Path(path).exists():
        print("Getting Playwright's Chromium …", flush=True)
        # It tells of a refused download at length; whether the file is there afterwards is what counts.
        _run([sys.executable, "-m", "playwright", "install", "chromium"], minutes=5)
    return path if Path(path).exists() else None


def _debians() -> str | None:
    if not (Path("/etc/debian_version").exists() and hasattr(os, "geteuid") and os.geteuid() == 0):
        return None
    print("Installing Debian's Chromium …", flush=True)
    _run(["apt-get", "update", "-qq"], minutes=5)
    _run(["apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium"], minutes=15)
    return shutil.which("chromium")


def _run(command: list[str], minutes: int) -> None:
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    try:
        subprocess.run(command, timeout=minutes * 60, env=environment, capture_output=True, check=False)
    except (OSError, subprocess.TimeoutExpired) as error:
        print(f"{command[0]} did not finish: {type(error).__name__}", file=sys.stderr)


def _starts(path: str) -> bool:
    try:
        result = subprocess.run([path, *FLAGS, "--version"], capture_output=True, timeout=60, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return result.returncode == 0


if __name__ == "__main__":
    try:
        print(f"Browser tests run in {chromium()}")
    except NoBrowser as error:
        sys.exit(str(error))
