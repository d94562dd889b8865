"""How much of a long test is run: a share by default, the whole with TORTURE=1. What was run is said."""

from __future__ import annotations

import os


def share(quick: int, whole: int) -> int:
    """The count to run."""
    return whole if os.environ.get("TORTURE") == "1" else quick


def say(what: str) -> None:
    """Print a count; `pytest -rP` shows it."""
    print(what)  # noqa: T201
