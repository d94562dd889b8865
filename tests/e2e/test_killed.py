"""The whole browser killed in the middle of saves, again and again: what was acknowledged is there, and nothing else.

A few kills by default; TORTURE=1 makes it 100. The page is the test's own, the storage and the worker's Pyodide are
Tend's: a start through the whole app would spend its time elsewhere.
"""

from __future__ import annotations

import contextlib
import json
import os
import queue
import random
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.e2e.browser import FLAGS
from tests.e2e.conftest import DIST
from tests.e2e.killed.saves import state
from tests.e2e.phone import Wire, running
from web.serve import Site, server

PAGE = Path("tests/e2e/killed")
MODES = ("plain", "compacting", "locked", "locked compacting", "IndexedDB", "IndexedDB compacting")
KILLS = 17 if os.environ.get("TORTURE") else 1  # of each kind: 102 or 6
START_SECONDS = 120
LONGEST_SECONDS = 1.0  # of saving before a kill
LEAST_IN_INDEXEDDB = 300  # saves before a kill, each of which waits for the database


class Host:
    """Serves the page, and hears what it tells."""

    def __init__(self, root: Path) -> None:
        self.told: queue.Queue[tuple[str, Any]] = queue.Queue()

        class Heard(Site):
            def do_POST(handler) -> None:  # noqa: N805
                body = handler.rfile.read(int(handler.headers["Content-Length"]))
                self.told.put(tuple(json.loads(body)))
                handler._send(204, {}, b"")

        self.served = server(root, 0, Heard)
        self.served.handle_error = lambda *_: None  # a killed browser says no goodbye

    def hear(self, kind: str) -> Any:
        """The next thing of this kind; a failure fails the test."""
        while True:
            told, value = self.told.get(timeout=START_SECONDS)
            assert told != "failed", value
            if told == kind:
                return value

    def heard(self) -> list[int]:
        """The saves told since, without waiting."""
        found = []
        with contextlib.suppress(queue.Empty):
            while True:
                told, value = self.told.get_nowait()
                assert told == "saved", (told, value)
                found.append(value)
        return found


@contextlib.contextmanager
def browser(path: str, profile: Path, wire: Wire, address: str) -> Iterator[subprocess.Popen[bytes]]:
    """A browser in a process group of its own, killed whole at the end."""
    command = [path, *FLAGS, f"--user-data-dir={profile}", f"--proxy-server=127.0.0.1:{wire.server_port}", address]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
    try:
        yield process
    finally:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()


@pytest.fixture(scope="module")
def saving_host(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Host]:
    site = Path(shutil.copytree(DIST, tmp_path_factory.mktemp("saving") / "site"))
    shutil.copytree(PAGE, site / "killed", ignore=shutil.ignore_patterns("__*"))
    host = Host(site)
    with running(host.served):
        yield host


@pytest.mark.parametrize("mode", MODES)
def test_no_acknowledged_save_is_lost_when_the_browser_is_killed(
    saving_host: Host, browser_path: str, wire: Wire, tmp_path: Path, mode: str
) -> None:
    chance = random.Random(mode)
    saves, untold, torn = 0, 0, 0
    for kill in range(KILLS + 1):
        address = f"http://127.0.0.1:{saving_host.served.server_port}/killed/index.html?mode={mode}&start={saves}"
        with browser(browser_path, tmp_path / "profile", wire, address.replace(" ", "%20")):
            found = saving_host.hear("found")
            kept = next((n for n in range(saves, saves + 50) if state(n) == found["documents"]), None)
            assert kept is not None, f"after {kill} kills and {saves} acknowledged saves something else is there"
            assert found["damaged"] == 0
            untold, torn = untold + kept - saves, torn + found["torn"]
            saves = kept
            least = kept + (LEAST_IN_INDEXEDDB if "IndexedDB" in mode else 1)
            while saves < least:
                saves = max(saves, saving_host.hear("saved") + 1)
            time.sleep(chance.random() * LONGEST_SECONDS)
        saves = max([saves, *(number + 1 for number in saving_host.heard())])
    print(f"{mode}: {KILLS} kills, {saves} saves, {untold} kept untold, {torn} torn, 0 acknowledged lost")
