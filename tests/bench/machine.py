"""What a browser takes of the machine, and how to give it less of it: its processes, and the wire it hears through.

Linux alone, which lets one look: memory is the proportional share (PSS) of all processes of the browser, time their
user and system time. A slower processor is made by stopping all of them for most of every few milliseconds, which
holds for workers too; a slower wire is made in the server, for everything that asks it.
"""

from __future__ import annotations

import contextlib
import os
import signal
import threading
import time
from collections.abc import Iterator
from http import HTTPStatus
from pathlib import Path

from web.serve import Site

TICKS = os.sysconf("SC_CLK_TCK")
PERIOD = 0.02  # seconds, of which a slowed processor runs one part
LOOK_AGAIN = 0.5  # seconds, until processes that were started meanwhile are seen


def tree(root: int) -> list[int]:
    """A process and all that descend from it."""
    parents: dict[int, int] = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            with contextlib.suppress(OSError):
                parents[int(entry.name)] = int((entry / "stat").read_text("utf-8").rpartition(")")[2].split()[1])
    found = [root]
    for one in found:
        found.extend(child for child, parent in parents.items() if parent == one)
    return found


def seconds_used(root: int) -> float:
    """The user and system time of a process and its descendants since each began, their ended children included."""
    total = 0
    for one in tree(root):
        with contextlib.suppress(OSError):
            fields = Path(f"/proc/{one}/stat").read_text("utf-8").rpartition(")")[2].split()
            total += sum(map(int, fields[11:15]))
    return total / TICKS


def megabytes(root: int) -> float:
    """The memory of a process and its descendants, each shared page counted once; MB of 10^6 bytes."""
    total = 0
    for one in tree(root):
        with contextlib.suppress(OSError):
            lines = Path(f"/proc/{one}/smaps_rollup").read_text("utf-8").splitlines()
            total += sum(int(line.split()[1]) for line in lines if line.startswith("Pss:"))
    return total * 1024 / 1e6


class Peak:
    """The most memory seen while the block runs, looked at twice a second, in MB."""

    def __init__(self, root: int) -> None:
        self._root, self._done, self.megabytes = root, threading.Event(), 0.0
        self._thread = threading.Thread(target=self._watch, daemon=True)

    def __enter__(self) -> Peak:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._done.set()
        self._thread.join()

    def _watch(self) -> None:
        while True:
            self.megabytes = max(self.megabytes, megabytes(self._root))
            if self._done.wait(0.5):
                return


@contextlib.contextmanager
def slowed(root: int, times: float) -> Iterator[None]:
    """Let a browser's processes run only every `times`th part of the time; 1 leaves them alone."""
    if times <= 1:
        yield
        return
    done = threading.Event()
    thread = threading.Thread(target=_stop_and_go, args=(root, times, done), daemon=True)
    thread.start()
    try:
        yield
    finally:
        done.set()
        thread.join()


def _stop_and_go(root: int, times: float, done: threading.Event) -> None:
    running, look_again = tree(root), time.monotonic() + LOOK_AGAIN
    try:
        while not done.wait(PERIOD / times):
            if time.monotonic() > look_again:
                running, look_again = tree(root), time.monotonic() + LOOK_AGAIN
            _tell(running, signal.SIGSTOP)
            time.sleep(PERIOD * (1 - 1 / times))
            _tell(running, signal.SIGCONT)
    finally:
        _tell(tree(root), signal.SIGCONT)


def _tell(processes: list[int], what: signal.Signals) -> None:
    for one in processes:
        with contextlib.suppress(ProcessLookupError):
            os.kill(one, what)


class Link:
    """A wire that all answers of a server share: so many bits a second, and a wait before each answer."""

    def __init__(self, bits_per_second: float, delay: float) -> None:
        self._seconds_per_byte, self._delay = 8 / bits_per_second, delay
        self._free_at, self._lock = 0.0, threading.Lock()

    def wait(self) -> None:
        """Wait as long as a question and its answer are under way."""
        time.sleep(self._delay)

    def carry(self, size: int) -> None:
        """Take as long as so many bytes take, behind those that others send."""
        with self._lock:
            self._free_at = max(self._free_at, time.monotonic()) + size * self._seconds_per_byte
            wait = self._free_at - time.monotonic()
        if wait > 0:
            time.sleep(wait)


PIECE = 16_384  # bytes that travel at a time


class Counted(Site):
    """The site, with every answer and its bytes noted, and sent through the server's wire if it has one."""

    def _send(self, status: HTTPStatus, headers: dict[str, str], body: bytes) -> None:
        link: Link | None = getattr(self.server, "link", None)
        self.server.sent.append((self.path.split("?")[0], len(body)))  # type: ignore[attr-defined]
        if link is None or self.command == "HEAD":
            super()._send(status, headers, body)
            return
        link.wait()
        self.send_response(status)
        for name, value in {**self.site_headers, **headers, "Content-Length": str(len(body))}.items():
            self.send_header(name, value)
        self.end_headers()
        for start in range(0, len(body), PIECE):
            piece = body[start : start + PIECE]
            link.carry(len(piece))
            self.wfile.write(piece)
