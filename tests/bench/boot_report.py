"""`docs/performance.md`, as a pure function of what was measured. Imports the standard library and `tests.bench`."""

from __future__ import annotations

from collections.abc import Mapping
from statistics import median

Samples = Mapping[str, list[float]]
Sites = Mapping[str, Samples]  # "stock" and "Tend"

PARTS = {
    "cold": "First visit, nothing kept",
    "warm": "A later visit, everything kept",
    "cold, slow": "First visit, a processor four times slower",
    "warm, slow": "A later visit, a processor four times slower",
    "cold, wire": "First visit over 4 Mbit/s with 100 ms before each answer",
    "idle": "A minute in which nobody does anything",
}
# What it is called, and how a median is written: times are kept in milliseconds and told in seconds.
ROWS = {
    "call": ("the call button of the first page is on the glass, s", 1000.0, 2),
    "screen": ("first screen drawn by Python, s", 1000.0, 2),
    "accepted": ("a check-in tapped there is saved, s", 1000.0, 2),
    "processor": ("processor time until the first screen, s", 1.0, 2),
    "memory": ("most memory, all the browser's processes, MB", 1.0, 0),
    "bytes": ("bytes transferred, MB", 1e6, 2),
    "requests": ("requests", 1.0, 0),
    "alone": ("processor time in 60 s, of the browser with an empty page alone, s", 1.0, 2),
    "idle": ("the same with the app open, s", 1.0, 2),
}
HOW = """\
Written by `make bench`, never by hand. *Stock* is the same app, with the same screens and wheels, booted by Flet's own
page, `python.js` and `python-worker.js` out of flet-web, with the standard library that comes with it. Both come from
the same server on 127.0.0.1, compressed ahead (Brotli), and take turns in one headless Chromium.

Medians; the ratio is Tend's to stock's. Times count from the beginning of the navigation. The slower processor stops
all the browser's processes, workers too, for three quarters of every 20 ms; the slower wire is shared by all requests.
"""


def written(parts: Mapping[str, Sites], facts: Mapping[str, str]) -> str:
    """The page: the machine, then a table for each part that was measured, in the order of `PARTS`."""
    lines = ["# How long Tend takes to open", "", HOW]
    lines += [f"- {name}: {value}" for name, value in facts.items()]
    for part, title in PARTS.items():
        if part in parts:
            lines += ["", f"## {title}", "", *_table(parts[part])]
    return "\n".join(lines) + "\n"


def _table(sites: Sites) -> list[str]:
    stock, ours = sites.get("stock", {}), sites.get("Tend", {})
    lines = ["| | stock | Tend | ratio | times |", "|---|---:|---:|---:|---:|"]
    for name, (title, unit, digits) in ROWS.items():
        if name in stock or name in ours:
            theirs, own = _median(stock.get(name)), _median(ours.get(name))
            ratio = f"{own / theirs:.2f}" if own is not None and theirs else "–"
            times = max(len(stock.get(name, [])), len(ours.get(name, [])))
            lines.append(
                f"| {title} | {_number(theirs, unit, digits)} | {_number(own, unit, digits)} | {ratio} | {times} |"
            )
    return lines


def _median(samples: list[float] | None) -> float | None:
    return median(samples) if samples else None


def _number(value: float | None, unit: float, digits: int) -> str:
    return "–" if value is None else f"{value / unit:,.{digits}f}"
