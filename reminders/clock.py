"""The clock on the wall, for `main` to hand out. Imports the standard library."""

from __future__ import annotations

from datetime import datetime


def local_now() -> datetime:
    """The aware local time."""
    return datetime.now().astimezone()
