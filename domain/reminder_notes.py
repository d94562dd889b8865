"""What goes with a person's reminders: the pause of all, what was said, put off, exported. Imports `domain` only."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime

from domain.models import instant_within, within
from domain.reminders import MOST_TIMES, Paused

SENT_KEPT = 2 * MOST_TIMES  # occasions remembered of each reminder: two days of the fullest one


@dataclass(frozen=True)
class Snooze:
    """To be said once more at `until` (aware, UTC), of an occasion of the local day `day`. Raises `OutOfRange`."""

    reminder_id: str
    day: date
    until: datetime

    def __post_init__(self) -> None:
        instant_within(self.until, 0)


@dataclass(frozen=True)
class Heard:
    """What became of a notice while nobody looked: shown at `at` (aware, UTC), or put off then.

    `tag` is that of its notice, and may be anything: it comes from what the browser kept.
    """

    tag: str
    at: datetime
    is_later: bool = False

    @property
    def reminder_id(self) -> str:
        """The reminder it was of."""
        return self.tag.rsplit(" ", 2)[0]

    @property
    def day(self) -> date:
        """The local day it was due for; where the tag names none, that of `at`.

        >>> Heard("r 2026-11-24 540", datetime.fromisoformat("2026-11-25T00:00:00+00:00")).day
        datetime.date(2026, 11, 24)
        """
        try:
            return date.fromisoformat(self.tag.split(" ")[-2])
        except (ValueError, IndexError):
            return self.at.date()


@dataclass(frozen=True)
class Exported:
    """An event as it last went into a calendar file: its name there, its revision, and a mark of what it said."""

    uid: str
    sequence: int = 0
    mark: str = ""
    is_cancelled: bool = False

    def __post_init__(self) -> None:
        within(self.sequence, range(2**31), "sequence")


@dataclass(frozen=True)
class ReminderNotes:
    """What goes with the reminders: whether all rest, what was said, what is to be said again, what was exported.

    `sent` are occasions in the order in which they were said; it grows no longer than `SENT_KEPT` of each reminder.
    What was due before `since` (aware, UTC) is not said any more.
    """

    paused: Paused | None = None
    since: datetime | None = None
    sent: tuple[str, ...] = ()
    snoozes: tuple[Snooze, ...] = ()
    exported: tuple[Exported, ...] = ()

    def __post_init__(self) -> None:
        if self.since is not None:
            instant_within(self.since, 0)

    def with_sent(self, occasions: Iterable[str], said: Collection[str], living: Collection[str]) -> ReminderNotes:
        """With these occasions said and the snoozes of the reminders `said` used up; of reminders that are not among
        the `living` nothing stays.

        >>> notes = ReminderNotes(sent=("gone 2026-11-23 540", "r 2026-11-23 540"))
        >>> notes.with_sent(["r 2026-11-24 540"], {"r"}, {"r"}).sent
        ('r 2026-11-23 540', 'r 2026-11-24 540')
        """
        kept: list[str] = []
        room = dict.fromkeys(living, SENT_KEPT)
        for occasion in reversed(tuple(dict.fromkeys((*self.sent, *occasions)))):
            reminder_id = occasion.rsplit(" ", 2)[0]
            if room.get(reminder_id, 0) > 0:
                room[reminder_id] -= 1
                kept.append(occasion)
        snoozes = tuple(s for s in self.snoozes if s.reminder_id in living and s.reminder_id not in said)
        return replace(self, sent=tuple(reversed(kept)), snoozes=snoozes)

    def with_snooze(self, reminder_id: str, day: date, until: datetime) -> ReminderNotes:
        """With a reminder to be said once more, in place of what was put off before."""
        others = (snooze for snooze in self.snoozes if snooze.reminder_id != reminder_id)
        return replace(self, snoozes=(*others, Snooze(reminder_id, day, until)))
