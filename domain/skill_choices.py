"""What a person decided about skills, and what they wrote while using one. Imports `domain` only."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from domain.errors import TooLong
from domain.models import instant_within, wall_clock
from domain.skill_players import LONGEST_LINE, MOST_LINES

LONGEST_ANSWER = 10_000  # characters
GOES_ON = timedelta(hours=2)


@dataclass(frozen=True)
class SkillChoices:
    """Skills by their ids: bookmarked, hidden, and on `refused_on` turned down, which stands for that day alone.

    And how to breathe with the circle: whether it stands still (None: as the phone has it), and whether each phase
    begins with a buzz.
    """

    favourites: tuple[str, ...] = ()
    hidden: tuple[str, ...] = ()
    refused: tuple[str, ...] = ()
    refused_on: date | None = None
    is_still: bool | None = None
    buzzes: bool = False

    def refused_today(self, today: date) -> tuple[str, ...]:
        """What was turned down today; yesterday's may be offered again."""
        return self.refused if self.refused_on == today else ()

    def and_refused(self, skill_id: str, today: date) -> SkillChoices:
        """With one more turned down today."""
        return replace(self, refused=(*self.refused_today(today), skill_id), refused_on=today)

    def with_favourite(self, skill_id: str) -> SkillChoices:
        """With it bookmarked, or no longer."""
        return replace(self, favourites=_toggled(self.favourites, skill_id))

    def with_hidden(self, skill_id: str) -> SkillChoices:
        """With it hidden, or seen again."""
        return replace(self, hidden=_toggled(self.hidden, skill_id))

    def stands_still(self, phone_is_still: bool) -> bool:
        """Whether the circle does not move: as the person chose, and until they do, as the phone has it."""
        return phone_is_still if self.is_still is None else self.is_still


@dataclass(frozen=True)
class Writing:
    """What was written with a skill: its questions and the answers to them. Kept privately, found again later.

    `name` is the skill's name then: the skill may be gone.

    Raises:
        OutOfRange: `at` is not UTC.
        TooLong: more than fits.
    """

    id: str
    skill_id: str
    name: str
    at: datetime
    utc_offset_minutes: int
    answers: tuple[tuple[str, str], ...] = ()  # question, answer

    def __post_init__(self) -> None:
        instant_within(self.at, self.utc_offset_minutes)
        if len(self.answers) > MOST_LINES or len(self.name) > LONGEST_LINE:
            raise TooLong("more lines than fit")
        if any(len(question) > LONGEST_LINE or len(answer) > LONGEST_ANSWER for question, answer in self.answers):
            raise TooLong("more characters than fit")

    @property
    def local(self) -> datetime:
        """The wall clock where the person was, as an aware datetime."""
        return wall_clock(self.at, self.utc_offset_minutes)

    @property
    def is_empty(self) -> bool:
        """True when nothing was written."""
        return not any(answer.strip() for _, answer in self.answers)


def begun_lately(writings: Sequence[Writing], skill_id: str, now: datetime) -> Writing | None:
    """The latest page of a skill that was begun within `GOES_ON`, to go on with; `writings` stand in order of time.

    The app may have been closed, or dropped by the phone, in the middle of a line.

    >>> from datetime import UTC
    >>> page = Writing("w", "good-things", "Three good things", datetime(2026, 11, 25, 9, tzinfo=UTC), 60)
    >>> begun_lately([page], "good-things", datetime(2026, 11, 25, 10, 59, tzinfo=UTC)) is page
    True
    >>> begun_lately([page], "good-things", datetime(2026, 11, 25, 11, 1, tzinfo=UTC))
    """
    latest = next((writing for writing in reversed(writings) if writing.skill_id == skill_id), None)
    return latest if latest and timedelta(0) <= now - latest.at <= GOES_ON else None


def _toggled(ids: tuple[str, ...], id: str) -> tuple[str, ...]:
    return tuple(other for other in ids if other != id) if id in ids else (*ids, id)
