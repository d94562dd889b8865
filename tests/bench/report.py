"""What the benchmark prints, as pure functions of the samples. Imports the standard library."""

from __future__ import annotations

import math
from statistics import median

Samples = dict[str, list[float]]  # milliseconds; "file" and "json, file" hold bytes
Results = dict[int, Samples]  # by number of check-ins

ROWS = (
    ("file, MB", "file", "MB"),
    ("saves measured", "save", "count"),
    ("save, median", "save", "median"),
    ("save, p95", "save", "p95"),
    ("save, first after opening, median", "save, first", "median"),
    ("openings measured", "open", "count"),
    ("open", "open", "median"),
    ("open, the quickest", "open", "least"),  # far below the median: the machine had other things to do
    ("open, a ninth not yet compacted", "open, long session", "median"),
    ("search of 30 days", "search", "median"),
    ("compaction", "compaction", "median"),
    ("JSONStorage: file, MB", "json, file", "MB"),
    ("JSONStorage: saves measured", "json, save", "count"),
    ("JSONStorage: save, median", "json, save", "median"),
    ("JSONStorage: save, p95", "json, save", "p95"),
    ("JSONStorage: open", "json, open", "median"),
    ("JSONStorage: search of 30 days", "json, search", "median"),
)
COLUMN = 11


def p95(samples: list[float]) -> float:
    """The smallest sample that 95 of 100 do not exceed: of 1 … 200 it is 190."""
    return sorted(samples)[math.ceil(0.95 * len(samples)) - 1]


def table(title: str, results: Results) -> str:
    """One line for each cost, one column for each number of check-ins; milliseconds where nothing else is said."""
    names = [name for name, _, _ in ROWS]
    width = max(map(len, names)) + 2
    lines = [title, "check-ins".ljust(width) + "".join(f"{size:>{COLUMN},}" for size in results)]
    for name, kind, how in ROWS:
        cells = (_cell(samples[kind], how) for samples in results.values())
        lines.append(name.ljust(width) + "".join(cell.rjust(COLUMN) for cell in cells))
    return "\n".join(lines)


def verdicts(results: Results) -> list[str]:
    """What the issue asks for, each with what this run says; what was not measured is left out."""
    found = []
    if {100, 50_000} <= results.keys():
        ratio = p95(results[50_000]["save"]) / p95(results[100]["save"])
        found.append(_verdict("save p95 at 50,000 / at 100", ratio, "", ratio <= 1.3, "at most 1.3"))
    if 15_000 in results:
        samples = results[15_000]
        ratio = median(samples["json, save"]) / median(samples["save"])
        found.append(_verdict("JSONStorage's save / ours at 15,000, medians", ratio, "", ratio >= 50, "at least 50"))
        for name in ("open", "open, long session"):
            took = median(samples[name])
            words = "open at 15,000" + (", a ninth not yet compacted" if name != "open" else "")
            found.append(_verdict(words, took, " ms", took <= 150, "at most 150 ms"))
    return found


def number(value: float) -> str:
    """Milliseconds with the digits that matter."""
    return f"{value:.2f}" if value < 10 else f"{value:,.0f}"


def _verdict(what: str, value: float, unit: str, holds: bool, target: str) -> str:
    return f"{what}: {value:.2f}{unit} ({target}): {'holds' if holds else 'does not hold'}"


def _cell(samples: list[float], how: str) -> str:
    if how == "MB":
        return f"{samples[0] / 1_000_000:.2f}"
    if how == "count":
        return str(len(samples))
    if how == "least":
        return number(min(samples))
    return number(p95(samples) if how == "p95" else median(samples))
