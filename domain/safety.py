"""How safe the records are on this device, as far as Tend can know. Imports the standard library only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

BACKUP_DAYS = 7  # after so many days it is a good time for the next one
LOCK_AFTER = (0, 1, 5, 15, 60)  # minutes out of sight or untouched; 0: as soon as Tend is out of sight


class Keeping(StrEnum):
    """What this window can do with the records."""

    KEPT = "kept"  # it reads and keeps them
    ELSEWHERE = "elsewhere"  # another window holds them; this one reads
    NOT_KEPT = "not kept"  # nothing is kept when this window closes


class Light(StrEnum):
    """The data-safety light."""

    SAFE = "safe"
    DUE = "due"  # a good time to back up
    AT_RISK = "at risk"  # the browser may clear what it keeps, and there is no recent backup


class Allowed(StrEnum):
    """Whether this device shows notices for Tend; the values are the browser's own words."""

    YES = "granted"
    NO = "denied"
    NOT_ASKED = "default"
    CANNOT = "none"  # nothing here could show any


@dataclass(frozen=True)
class Device:
    """What belongs to this device and not to the person; it goes into no backup.

    `backed_up_at` is the aware UTC instant of the last backup that was tried and found whole, and `backups` how
    many there were. `torn` and `damaged` say what an opening found, until the person has read it; `notices` is what
    they last knew of whether notices are shown here.
    """

    backed_up_at: datetime | None = None
    backups: int = 0
    lock_after_minutes: int = 5
    torn: bool = False
    damaged: int = 0  # lines
    shown_when_locked: bool = False  # people and first steps, on the page before Tend
    notices: Allowed = Allowed.NOT_ASKED


def light(device: Device, now: datetime, is_persistent: bool | None, has_records: bool) -> Light:
    """The light at `now`; `is_persistent` is the browser's promise not to clear storage (None: it says nothing).

    Backed up seven days ago to the minute: due. Nothing written yet: safe, there is nothing to lose.
    """
    if not has_records:
        return Light.SAFE
    if device.backed_up_at is not None and days_since(device.backed_up_at, now) < BACKUP_DAYS:
        return Light.SAFE
    return Light.AT_RISK if is_persistent is False else Light.DUE


def days_since(then: datetime, now: datetime) -> int:
    """Whole days of 24 hours between two aware instants; 0 where `then` lies ahead (a clock that was set back)."""
    return max((now - then).days, 0)
