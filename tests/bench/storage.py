"""`python -m tests.bench.storage`: what a save, opening, searching and compacting cost, beside TinyDB's `JSONStorage`.

For 100, 1,000, 15,000 and 50,000 check-ins, in CPython with files on disk and in a Chromium with its private file
system. All sizes take turns, a few saves each, so that what else the machine does hits all of them alike.
`--quick` measures the two small sizes a few times; `--more` adds the lock, IndexedDB and the state of the screens.
"""

from __future__ import annotations

import argparse
import platform
from collections.abc import Mapping
from pathlib import Path
from statistics import median

from tests.bench import measuring, report
from tests.bench.benches import Bench, processes, tabs

SIZES = (100, 1_000, 15_000, 50_000)
ROUNDS, TURNS, SAVES = 10, 5, 4  # 200 saves of each size; 10 openings and compactions
LARGE, SAVES_OF_LARGE = 50_000, 4  # of JSONStorage in a round: one takes up to a second, and no verdict rests on it
QUICK_SIZES = (100, 1_000)
QUICK_ROUNDS = 2
MORE_AT = 15_000

IN_MEMORY = (
    "JSONStorage writes to Pyodide's file system in memory, which flatters it: nothing of it reaches the device."
)


def measured(benches: Mapping[int, Bench], rounds: int) -> report.Results:
    """Everything, by size."""
    results: report.Results = {size: {} for size in benches}
    for size, bench in benches.items():
        _add(results[size], bench.do("prepare", size))
    for _ in range(rounds):
        for size, bench in benches.items():
            _add(results[size], bench.do("begin", size))
        for turn in range(TURNS):
            for size, bench in benches.items():
                _add(results[size], bench.do("save", size, turn * SAVES, SAVES))
        for size, bench in benches.items():
            _add(results[size], bench.do("end", size, TURNS * SAVES))
        for size, bench in benches.items():
            _add(results[size], bench.do("json_storage", size, SAVES_OF_LARGE if size >= LARGE else TURNS * SAVES))
    return results


def _add(samples: report.Samples, found: measuring.Samples) -> None:
    for name, took in found.items():
        samples.setdefault(name, []).extend(took)


def _say(words: str) -> None:
    print(words, flush=True)  # noqa: T201 - to print is what this is for


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="What storage costs.")
    parser.add_argument("--quick", action="store_true", help="the two small sizes, a few times")
    parser.add_argument("--more", action="store_true", help="also the lock, IndexedDB and the state of the screens")
    parser.add_argument("--dist", type=Path, default=Path("dist"), help="the built site")
    options = parser.parse_args()
    sizes, rounds = (QUICK_SIZES, QUICK_ROUNDS) if options.quick else (SIZES, ROUNDS)

    with processes(sizes) as on_disk:
        title = f"CPython {platform.python_version()}, files on disk; milliseconds"
        _say(report.table(title, measured(on_disk, rounds)))
    with tabs(sizes, options.dist) as in_browser:
        results = measured(in_browser, rounds)
        title = f"{in_browser[sizes[0]].about}, its private file system; milliseconds"
        _say(f"\n{report.table(title, results)}\n{IN_MEMORY}")
        for line in report.verdicts(results):
            _say(line)
        if options.more:
            size = min(MORE_AT, sizes[-1])
            _say(f"\nAlso, at {size:,} in the browser; medians in milliseconds")
            for name in ("locked", "in_indexed_db", "screens"):
                for what, took in in_browser[size].do(name, size, module="more").items():
                    _say(f"{what}: {report.number(median(took))} (of {len(took)})")


if __name__ == "__main__":
    main()
