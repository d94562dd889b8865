"""Coping skills, and what a person said of using one. Imports `domain` only.

A skill is built in (`assets/content/skills.json`) or the person's own. Every value is frozen and checked when made.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from domain.errors import TooLong
from domain.models import ENERGIES, MOODS, instant_within, wall_clock, within
from domain.skill_players import LONGEST_LINE, LONGEST_TITLE, MOST_LINES, Player, Steps, Timer, check_words

MINUTES = range(1, 181)


class Need(StrEnum):
    """What somebody may want from a skill; the first seven are the design's chips."""

    CALM_DOWN = "calm down"
    FEEL_SAFE = "feel safe"
    SLEEP = "sleep"
    THINK_CLEARLY = "think clearly"
    LESS_ALONE = "less alone"
    RIDE_AN_URGE = "ride an urge"
    BE_KIND = "be kind to me"
    LIFT_MOOD = "lift my mood"
    SPEAK_UP = "speak up"
    FIND_MEANING = "find meaning"


class Effort(StrEnum):
    """The energy a skill asks for, least first."""

    LOW = "low"
    MIDDLE = "middle"
    HIGH = "high"

    def is_within(self, most: Effort) -> bool:
        """Whether it asks for no more than `most`."""
        order = list(Effort)
        return order.index(self) <= order.index(most)


@dataclass(frozen=True)
class Skill:
    """One thing that may help.

    `player` None, as with an own skill that was only named, plays the steps, or a timer where there are none (see
    `plays`). `check_first` is for the few that can harm some bodies: their cautions show once more before the start.
    `tradition`, `source` and `checked_on` say where a built-in one comes from.

    Raises:
        Wordless: without a name, or with an empty step.
        TooLong: a line longer, or more of them, than fit.
        OutOfRange: minutes that are not among `MINUTES`.
    """

    id: str
    name: str
    summary: str = ""
    needs: tuple[Need, ...] = ()
    energy: Effort = Effort.LOW
    minutes: int = 5
    steps: tuple[str, ...] = ()
    player: Player | None = None
    cautions: tuple[str, ...] = ()
    check_first: bool = False
    tradition: str = ""
    source: str = ""
    checked_on: date | None = None
    is_own: bool = False

    def __post_init__(self) -> None:
        check_words(self.name, LONGEST_TITLE)
        within(self.minutes, MINUTES, "minutes")
        if len(self.steps) + len(self.cautions) > MOST_LINES:
            raise TooLong("more lines than fit")
        for line in (*self.steps, *self.cautions):
            check_words(line, LONGEST_LINE)
        if max(map(len, (self.summary, self.tradition, self.source))) > LONGEST_LINE:
            raise TooLong("more characters than fit")

    @property
    def plays(self) -> Player:
        """How it runs.

        >>> Skill("s", "Feed the birds", minutes=2).plays
        Timer(seconds=120)
        >>> Skill("s", "Feed the birds", steps=("Find some seeds.",)).plays
        Steps()
        >>> Skill("s", "Feed the birds", minutes=2, player=Steps()).plays
        Timer(seconds=120)
        """
        if self.player and (self.steps or not isinstance(self.player, Steps)):
            return self.player
        return Steps() if self.steps else Timer(self.minutes * 60)


class Helped(StrEnum):
    """The answer to "did that help?"; yes and a bit both count as helped."""

    YES = "yes"
    A_BIT = "a bit"
    NO = "no"


@dataclass(frozen=True)
class Use:
    """One time a skill was used.

    `at` is an aware UTC instant and `utc_offset_minutes` what the local clock was ahead of it then. `helped` is None
    when the question was skipped. `energy` and `mood_before` are what was known at the start, `energy_after` and
    `mood_after` what was answered at the end, where it was. The skill it names may be gone.

    Raises:
        OutOfRange: a number lies outside its scale, or `at` is not UTC.
    """

    id: str
    skill_id: str
    at: datetime
    utc_offset_minutes: int
    helped: Helped | None = None
    energy: int | None = None
    energy_after: int | None = None
    mood_before: int | None = None
    mood_after: int | None = None

    def __post_init__(self) -> None:
        instant_within(self.at, self.utc_offset_minutes)
        within(self.energy, ENERGIES, "energy")
        within(self.energy_after, ENERGIES, "energy after")
        within(self.mood_before, MOODS, "mood before")
        within(self.mood_after, MOODS, "mood after")

    @property
    def day(self) -> date:
        """The local day it belongs to."""
        return wall_clock(self.at, self.utc_offset_minutes).date()
