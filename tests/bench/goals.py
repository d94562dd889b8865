"""`python -m tests.bench.goals`: what a tap costs in the browser with 50 goals and 10,000 marks, in milliseconds."""

from __future__ import annotations

import argparse
from pathlib import Path
from statistics import median, quantiles

from tests.bench.benches import tabs

MARKS = 10_000


def main() -> None:
    """Measure and print: median, 95th percentile, how often it was done."""
    parser = argparse.ArgumentParser(description="What a tap on a goal costs.")
    parser.add_argument("--dist", type=Path, default=Path("dist"), help="the built site")
    with tabs((MARKS,), parser.parse_args().dist) as in_browser:
        bench = in_browser[MARKS]
        _say(f"{bench.about}; 50 goals, {MARKS:,} marks; milliseconds: median, p95 (times)")
        for name, took in bench.do("handlers", MARKS, module="goal_handlers").items():
            p95 = quantiles(took, n=20)[-1] if len(took) > 1 else took[0]
            _say(f"{name}: {median(took):.1f}, {p95:.1f} ({len(took)})")


def _say(words: str) -> None:
    print(words, flush=True)  # noqa: T201 - to print is what this is for


if __name__ == "__main__":
    main()
