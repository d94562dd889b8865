"""Where the rounds of `measuring.py` are done: in a process of CPython, and in a worker of a headless Chromium.

Each number of check-ins has a bench of its own, with its own Python and its own files, so that a large one does not
make the others slower, and all of them take turns.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import multiprocessing
import os
import tempfile
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from http import HTTPStatus
from pathlib import Path
from typing import Any, Protocol

from playwright.sync_api import BrowserContext, sync_playwright

from tests.bench import measuring
from tests.e2e.browser import chromium
from tests.e2e.phone import Phone, Wire, running
from web.serve import Site, server

HERE, TESTS = Path(__file__).parent, Path(__file__).parent.parent
SHIPPED = (  # what runs in the browser too
    *("__init__.py", "bench/__init__.py", "bench/measuring.py", "bench/records.py", "bench/more.py"),
    *("bench/goal_handlers.py", "bench/number_handlers.py", "bench/skill_handlers.py", "driver.py"),
    *("views/__init__.py", "views/fakes.py"),
)
START = """([source, base, files]) => new Promise((resolve, reject) => {
    const script = URL.createObjectURL(new Blob([source], { type: "text/javascript" }));
    const worker = new Worker(script, { type: "module" });
    worker.onerror = (event) => reject(event.message);
    let answered;
    worker.onmessage = ({ data }) => answered(data);
    window.ask = (message) => new Promise((done, refused) => {
        answered = (data) => ("failed" in data ? refused(data.failed) : done(data.done));
        worker.postMessage(message);
    });
    window.ask({ base, files }).then(resolve, reject);
})"""


class Bench(Protocol):
    """One Python with one set of files."""

    def do(self, name: str, *values: int, module: str = "measuring") -> Any:
        """Await a function of `tests/bench/measuring.py`, or of another module there, and give what it gives."""


class Process:
    """A process of CPython, with the records in a folder of its own on disk."""

    def __init__(self, pool: ProcessPoolExecutor) -> None:
        self._pool = pool

    def do(self, name: str, *values: int, module: str = "measuring") -> Any:
        return self._pool.submit(_in_process, name, values).result()


class Tab:
    """A tab at an address of its own, and so with a private file system of its own, and Python in its worker."""

    def __init__(self, context: BrowserContext, base: str) -> None:
        self._page = page = context.new_page()
        page.goto(base + "icons/favicon.svg")  # the same origin and policy, without Tend running
        files = {f"tests/{name}": (TESTS / name).read_text("utf-8") for name in SHIPPED}
        python = page.evaluate(START, [(HERE / "worker.js").read_text("utf-8"), base, files])
        browser = context.browser
        self.about = f"Chromium {browser.version if browser else ''}, {python}"

    def do(self, name: str, *values: int, module: str = "measuring") -> Any:
        self._page.bring_to_front()
        call = f"{module}.{name}({', '.join(map(str, values))})"
        code = f"import json\nfrom tests.bench import {module}\njson.dumps(await {call})"
        return json.loads(self._page.evaluate("(code) => window.ask({ code })", code))


class Isolated(Site):
    """The site, isolated from all others: only then does the browser's clock show microseconds."""

    def _send(self, status: HTTPStatus, headers: dict[str, str], body: bytes) -> None:
        super()._send(status, {**headers, "Cross-Origin-Embedder-Policy": "require-corp"}, body)


@contextlib.contextmanager
def processes(sizes: tuple[int, ...]) -> Iterator[dict[int, Process]]:
    """A process for each size."""
    spawn = multiprocessing.get_context("spawn")
    with contextlib.ExitStack() as stack:
        benches = {}
        for size in sizes:
            folder = stack.enter_context(tempfile.TemporaryDirectory())
            pool = ProcessPoolExecutor(1, spawn, _keep_in, (folder,))
            benches[size] = Process(stack.enter_context(pool))
        yield benches


@contextlib.contextmanager
def tabs(sizes: tuple[int, ...], dist: Path) -> Iterator[dict[int, Tab]]:
    """A tab for each size, in one browser whose profile is on disk: a private window would keep its files in memory."""
    with contextlib.ExitStack() as stack:
        playwright = stack.enter_context(sync_playwright())
        profile = stack.enter_context(tempfile.TemporaryDirectory(ignore_cleanup_errors=True))
        wire = Wire()
        stack.enter_context(running(wire))
        phone = Phone(playwright, chromium(), Path(profile), wire)
        stack.callback(phone.close)
        benches = {}
        for size in sizes:
            served = stack.enter_context(running(server(dist, 0, Isolated)))
            base = f"http://127.0.0.1:{served.server_port}/"
            benches[size] = Tab(phone.page.context, base)
        yield benches


def _keep_in(folder: str) -> None:
    os.environ["TEND_DATA_DIR"] = folder


def _in_process(name: str, values: tuple[int, ...]) -> Any:
    return asyncio.run(getattr(measuring, name)(*values))
