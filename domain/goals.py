"""What matters to a person, the goals that grow from it, and what they answered to each. Imports `domain` only.

Every value is frozen and checked when made. Words are kept as written, but for the space around them.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from domain.errors import OutOfRange, TooLong, Wordless
from domain.models import ENERGIES, instant_within, wall_clock, within

LONGEST_TITLE = 200  # characters
LONGEST_NOTE = 10_000
TIMES_A_WEEK = range(1, 8)
WEEKDAYS = range(7)  # 0 Monday … 6 Sunday


class Area(StrEnum):
    """Parts of a life that may matter; the first eight stand on the first page (design 15)."""

    LOVED = "loved"  # people I love
    FRIENDS = "friends"
    GROWING = "growing"  # growing things
    MAKING = "making"  # making things
    LEARNING = "learning"
    HELPING = "helping"  # helping others
    FAITH = "faith"  # faith and meaning
    BODY = "body"  # body and rest
    FAMILY = "family"
    PARTNER = "partner"
    PARENTING = "parenting"
    WORK = "work"
    PLAY = "play"  # play and rest
    COMMUNITY = "community"  # community and nature
    CREATIVITY = "creativity"
    HOME = "home"
    OWN = "own"  # in the person's own words


FIRST_AREAS = tuple(Area)[:8]


@dataclass(frozen=True)
class Value:
    """Something that matters.

    `words` are the person's own name for it; "" keeps the area's. `place` orders them, smallest first.

    Raises:
        Wordless: an area of one's own without words.
        TooLong: more than `LONGEST_TITLE` characters.
    """

    id: str
    area: Area
    words: str = ""
    why: str = ""
    place: int = 0

    def __post_init__(self) -> None:
        _words(self.words, LONGEST_TITLE, may_be_empty=self.area is not Area.OWN)
        _words(self.why, LONGEST_NOTE)


@dataclass(frozen=True)
class Strength:
    """Something the person is good at, or that others say they bring. Raises as `Value` does."""

    id: str
    words: str
    is_from_others: bool = False

    def __post_init__(self) -> None:
        _words(self.words, LONGEST_TITLE, may_be_empty=False)


class Size(StrEnum):
    """How much of a goal; each is a whole one."""

    FULL = "full"
    GENTLE = "gentle"
    TINY = "tiny"


class Often(StrEnum):
    """How often a goal would be good to tend; it decides what Today offers and never counts against anyone."""

    WHENEVER = "whenever"
    ONCE = "once"
    WEEKLY = "weekly"  # about so many times a week


@dataclass(frozen=True)
class Pause:
    """Resting since a local day; on `ask_again` Tend asks once whether to start again (None: never by itself)."""

    since: date
    ask_again: date | None = None


@dataclass(frozen=True)
class Farewell:
    """Let go on a local day, with a line to remember it by."""

    day: date
    line: str = ""

    def __post_init__(self) -> None:
        _words(self.line, LONGEST_NOTE)


@dataclass(frozen=True)
class Goal:
    """An aim of the person's own.

    `full`, `gentle` and `tiny` are its sizes in their words; see `step` for the ones left empty. `value_id`,
    `helper_id` and `skill_id` name other records, which may be gone. `until` is the last day it was meant for, if
    the person named one; nothing ends by itself on it.

    Raises:
        Wordless: without words.
        TooLong: a line of more than `LONGEST_TITLE` characters, or a note of more than `LONGEST_NOTE`.
        OutOfRange: a day or a number that is none.
    """

    id: str
    words: str
    value_id: str | None = None
    full: str = ""
    gentle: str = ""
    tiny: str = ""
    often: Often = Often.WHENEVER
    times_a_week: int = 1  # with `Often.WEEKLY`
    weekdays: tuple[int, ...] = ()  # days that suit; none named: all do
    helper_id: str | None = None
    helper: str = ""  # the name, kept for when the person is no longer among the contacts
    ask: str = ""  # what I would ask them
    skill_id: str | None = None
    location: str = ""
    note: str = ""
    started: date | None = None
    pause: Pause | None = None
    farewell: Farewell | None = None
    until: date | None = None

    def __post_init__(self) -> None:
        _words(self.words, LONGEST_TITLE, may_be_empty=False)
        for line in (self.full, self.gentle, self.tiny, self.helper, self.location):
            _words(line, LONGEST_TITLE)
        for line in (self.ask, self.note):
            _words(line, LONGEST_NOTE)
        within(self.times_a_week, TIMES_A_WEEK, "times a week")
        for day in self.weekdays:
            within(day, WEEKDAYS, "weekday")

    @property
    def is_active(self) -> bool:
        """True when it is neither resting nor let go."""
        return self.pause is None and self.farewell is None

    def is_over(self, today: date) -> bool:
        """True after its last day: until the 19th, from the 20th on. Today offers nothing of it then."""
        return self.until is not None and self.until < today


def step(goal: Goal, size: Size) -> str:
    """What a size is, in the person's words: an empty one is the next smaller one's, all empty the goal's own.

    >>> plot = Goal("g", "Look after my plot", gentle="Water the pots", tiny="Look at one plant")
    >>> step(plot, Size.FULL), step(plot, Size.TINY)
    ('Water the pots', 'Look at one plant')
    >>> step(Goal("g", "Swim"), Size.FULL)
    'Swim'
    """
    order = (goal.full, goal.gentle, goal.tiny)
    smaller = order[tuple(Size).index(size) :]
    return next((words for words in smaller if words), goal.words)


class Answer(StrEnum):
    """What came of a goal on a day; none of them is a failure."""

    DONE = "done"
    TRIED = "tried"
    RESTED = "rested"  # rested instead
    NOT_TODAY = "not today"


TENDED = frozenset({Answer.DONE, Answer.TRIED})


@dataclass(frozen=True)
class Mark:
    """One answer to one goal. Rest and small things that belong to no goal have no `goal_id`.

    `day` is the local day it counts for, which the person may choose; `at` is when it was marked (aware, UTC), and
    `utc_offset_minutes` what the local clock was ahead then. `words` say what it was, as the step read then: the goal
    may be reworded, or gone. `energy` is the energy there was, where it was known; `until` is when a rest ended.

    Raises:
        OutOfRange: a number lies outside its scale, a size without *done*, an instant that is not UTC.
        TooLong: more words than a goal may have.
    """

    id: str
    day: date
    at: datetime
    utc_offset_minutes: int
    answer: Answer
    goal_id: str | None = None
    words: str = ""
    size: Size | None = None
    energy: int | None = None
    energy_after: int | None = None
    until: datetime | None = None

    def __post_init__(self) -> None:
        instant_within(self.at, self.utc_offset_minutes)
        instant_within(self.until or self.at, self.utc_offset_minutes)
        _words(self.words, LONGEST_TITLE)
        within(self.energy, ENERGIES, "energy")
        within(self.energy_after, ENERGIES, "energy after")
        if (self.size is not None) is not (self.answer is Answer.DONE):
            raise OutOfRange("a size belongs to what was done")
        if self.goal_id is None and self.answer is not Answer.RESTED and not self.words:
            raise OutOfRange("what was done has a goal or words")
        if self.until is not None and self.answer is not Answer.RESTED:
            raise OutOfRange("only rest has an end")

    @property
    def local(self) -> datetime:
        """The wall clock where the person was, as an aware datetime."""
        return wall_clock(self.at, self.utc_offset_minutes)

    @property
    def is_tending(self) -> bool:
        """True when the goal was tended, in whatever size, tries included."""
        return self.answer in TENDED


def _words(text: str, longest: int, may_be_empty: bool = True) -> None:
    if len(text) > longest:
        raise TooLong("more characters than fit", longest)
    if not may_be_empty and not text.strip():
        raise Wordless("no words")
