"""Check-ins to test with, seen from Thursday 19 November 2026, one hour ahead of UTC."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from typing import Any

from domain.models import CheckIn, utc_instant

HERE = timezone(timedelta(hours=1))


def local(time: str = "9:12", days_ago: int = 0) -> datetime:
    """That local time, so many days before Thursday 19 November 2026."""
    hour, minute, *second = (int(part) for part in time.split(":"))
    return datetime(2026, 11, 19, hour, minute, *second, tzinfo=HERE) - timedelta(days=days_ago)


def in_order(*check_ins: CheckIn) -> list[CheckIn]:
    """Check-ins by time and then id, as they are kept."""
    return sorted(check_ins, key=lambda check_in: (check_in.at, check_in.id))


def made(time: str = "9:12", days_ago: int = 0, **fields: Any) -> CheckIn:
    """A check-in of that local time; its id says which unless `id` does, and its mood is 3 unless fields are given."""
    instant, offset = utc_instant(local(time, days_ago))
    id_ = fields.pop("id", f"{days_ago} days ago at {time}")
    return CheckIn(id_, instant, offset, **(fields or {"mood": 3}))
