"""What `make bench` writes, and how it slows and looks at processes, in exact numbers."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.bench import machine
from tests.bench.boot_report import written
from tests.bench.visits import kept

SITES = {
    "stock": {"screen": [4000.0, 5000.0, 9000.0], "requests": [40.0], "bytes": [12_000_000.0]},
    "Tend": {"screen": [1000.0, 1200.0, 1000.0], "requests": [50.0], "bytes": [9_580_000.0], "call": [210.0]},
}


def rows(page: str) -> list[str]:
    return [line for line in page.splitlines() if line.startswith("| ")]


def test_the_page_tells_medians_and_how_they_compare() -> None:
    page = written({"cold": SITES}, {"Machine": "2 cores"})
    assert "- Machine: 2 cores" in page
    assert "## First visit, nothing kept" in page
    assert rows(page)[1:] == [
        "| the call button of the first page is on the glass, s | – | 0.21 | – | 1 |",
        "| first screen drawn by Python, s | 5.00 | 1.00 | 0.20 | 3 |",
        "| bytes transferred, MB | 12.00 | 9.58 | 0.80 | 1 |",
        "| requests | 40 | 50 | 1.25 | 1 |",
    ]


def test_only_what_was_measured_has_a_table_and_the_order_is_always_the_same() -> None:
    page = written({"idle": {"Tend": {"idle": [0.5]}}, "warm": SITES}, {})
    assert [line for line in page.splitlines() if line.startswith("## ")] == [
        "## A later visit, everything kept",
        "## A minute in which nobody does anything",
    ]


def test_parts_measured_apart_come_together(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "boot.json"
    kept(path, "cold", {"Tend": {"screen": [1.0]}})
    assert kept(path, "warm", {"Tend": {"screen": [2.0]}}) == {
        "cold": {"Tend": {"screen": [1.0]}},
        "warm": {"Tend": {"screen": [2.0]}},
    }
    assert kept(path, "cold", {"Tend": {"screen": [3.0]}})["cold"] == {"Tend": {"screen": [3.0]}}


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="looks at processes as Linux shows them")
def test_a_slowed_process_gets_a_part_of_the_time_and_goes_on_afterwards() -> None:
    with subprocess.Popen([sys.executable, "-c", "while True: pass"]) as busy:
        try:
            time.sleep(0.3)
            before, at = machine.seconds_used(busy.pid), time.monotonic()
            with machine.slowed(busy.pid, 4):
                time.sleep(2)
            share = (machine.seconds_used(busy.pid) - before) / (time.monotonic() - at)
            assert share < 0.4
            assert Path(f"/proc/{busy.pid}/stat").read_text("utf-8").rpartition(")")[2].split()[0] != "T"
            assert machine.tree(busy.pid) == [busy.pid]
            assert machine.megabytes(busy.pid) > 1
        finally:
            busy.kill()


def test_a_slow_wire_takes_as_long_as_its_bytes_do() -> None:
    link = machine.Link(bits_per_second=8_000_000, delay=0.05)
    at = time.monotonic()
    link.wait()
    link.carry(100_000)
    link.carry(100_000)
    assert 0.25 <= time.monotonic() - at < 2
