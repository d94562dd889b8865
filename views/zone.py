"""The time zone of this phone. Imports the standard library only."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta, tzinfo


class ThisPhone(tzinfo):
    """The zone of this phone, with its summer and winter time: whatever `local_time` makes of a naive time."""

    def __init__(self, local_time: Callable[[datetime], datetime]) -> None:
        self._local_time = local_time

    def utcoffset(self, moment: datetime | None) -> timedelta | None:
        """What the clock was ahead of UTC."""
        return self._local_time(moment.replace(tzinfo=None)).utcoffset() if moment else None

    def dst(self, moment: datetime | None) -> timedelta | None:
        """Not known apart from the offset."""
        return None

    def tzname(self, moment: datetime | None) -> str | None:
        """Not known."""
        return None
