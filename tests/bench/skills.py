"""`python -m tests.bench.skills`: finding and ranking 500 skills with 10,000 uses in the browser, in milliseconds."""

from __future__ import annotations

import argparse
from pathlib import Path
from statistics import median, quantiles

from tests.bench.benches import tabs

USES = 10_000
PROMISED = 30  # milliseconds, to filter and rank


def main() -> None:
    """Measure and print: median, 95th percentile, how often it was done."""
    parser = argparse.ArgumentParser(description="What it costs to find a skill.")
    parser.add_argument("--dist", type=Path, default=Path("dist"), help="the built site")
    with tabs((USES,), parser.parse_args().dist) as in_browser:
        bench = in_browser[USES]
        _say(f"{bench.about}; 500 skills, {USES:,} uses; milliseconds: median, p95 (times)")
        for name, took in bench.do("handlers", USES, module="skill_handlers").items():
            within = "" if not name.startswith("filter") else f"; within {PROMISED}: {median(took) <= PROMISED}"
            _say(f"{name}: {median(took):.1f}, {quantiles(took, n=20)[-1]:.1f} ({len(took)}){within}")


def _say(words: str) -> None:
    print(words, flush=True)  # noqa: T201 - to print is what this is for


if __name__ == "__main__":
    main()
