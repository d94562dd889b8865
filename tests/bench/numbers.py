"""`python -m tests.bench.numbers`: what `phonenumbers` costs in the browser, in milliseconds, each in a new Python.

The package is read when somebody saves a person with a number, and not before; so opening Help now or People waits
for none of it.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from statistics import median

from tests.bench.benches import tabs

TABS = 3  # new ones: a package is cold once


def main() -> None:
    """Measure and print: the middle and the worst of the tabs."""
    parser = argparse.ArgumentParser(description="What it costs to read a phone number.")
    parser.add_argument("--dist", type=Path, default=Path("dist"), help="the built site")
    with tabs(tuple(range(TABS)), parser.parse_args().dist) as in_browser:
        found = [bench.do("first_uses", module="number_handlers") for bench in in_browser.values()]
        _say(f"{in_browser[0].about}; milliseconds: median, worst of {TABS}")
        for name in found[0]:
            took = [each[name] for each in found]
            _say(f"{name}: {median(took):.1f}, {max(took):.1f}")


def _say(words: str) -> None:
    print(words, flush=True)  # noqa: T201 - to print is what this is for


if __name__ == "__main__":
    main()
