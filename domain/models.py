"""The values Tend keeps, frozen and checked when made. Imports the standard library and `errors`."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta, timezone
from enum import StrEnum

from domain.errors import OutOfRange, TooLong, TooMany, Wordless

MOODS = range(1, 6)  # 1 very hard … 5 very good
ENERGIES = range(1, 6)  # 1 empty … 5 full
DISTRESSES = range(11)  # 0 none … 10 the most
# A day from both ends of the calendar, so that there is a local time in every zone.
_FIRST, _LAST = datetime(1, 1, 2, tzinfo=UTC), datetime(9999, 12, 30, tzinfo=UTC)
FEELINGS = ("tired", "hopeful", "calm", "worried", "lonely", "flat")  # offered until own words are used


class Sleep(StrEnum):
    """How the night was."""

    POOR = "poor"
    OK = "ok"
    GOOD = "good"


@dataclass(frozen=True)
class Activity:
    """Something the person did, with the energy (1 … 5) before and after, where they said so."""

    name: str
    energy_before: int | None = None
    energy_after: int | None = None

    def __post_init__(self) -> None:
        within(self.energy_before, ENERGIES, "energy before")
        within(self.energy_after, ENERGIES, "energy after")


@dataclass(frozen=True)
class CheckIn:
    """One answer to "how are you right now?"; every part of it may be missing.

    `at` is an aware UTC instant; `utc_offset_minutes` is what the local clock was ahead of UTC then
    (-720 … 840), so that nine o'clock stays nine o'clock after a journey.

    Raises:
        OutOfRange: a number lies outside its scale, or `at` is not UTC or lies at an end of the calendar.
    """

    id: str
    at: datetime
    utc_offset_minutes: int
    mood: int | None = None
    energy: int | None = None
    feelings: tuple[str, ...] = ()
    activities: tuple[Activity, ...] = ()
    sleep: Sleep | None = None
    sleep_hours: float | None = None  # 0 … 24
    note: str = ""
    distress: int | None = None

    def __post_init__(self) -> None:
        instant_within(self.at, self.utc_offset_minutes)
        within(self.mood, MOODS, "mood")
        within(self.energy, ENERGIES, "energy")
        within(self.distress, DISTRESSES, "distress")
        if self.sleep_hours is not None and not 0 <= self.sleep_hours <= 24:
            raise OutOfRange("hours of sleep")

    @property
    def local(self) -> datetime:
        """The wall clock where the person was, as an aware datetime."""
        return wall_clock(self.at, self.utc_offset_minutes)

    @property
    def day(self) -> date:
        """The local day it belongs to."""
        return self.local.date()

    @property
    def is_empty(self) -> bool:
        """True when no question was answered."""
        return self == CheckIn(self.id, self.at, self.utc_offset_minutes)


class Appearance(StrEnum):
    """Light, dark, or whatever the phone says."""

    LIGHT = "light"
    DARK = "dark"
    PHONE = "phone"


class LowEnergy(StrEnum):
    """When Today is the small one: by the latest energy answer, or pinned, or never."""

    FOLLOWS = "follows"
    ALWAYS = "always"
    NEVER = "never"


WEEK_STARTS = (None, 0, 6)  # Monday is 0
TEXT_SIZES = (90, 100, 125, 150, 200)  # per cent, on top of the phone's own
LONGEST_NAME = LONGEST_FEELING = 40  # characters
LONGEST_STEP = 16  # characters; five of them stand side by side
MOST_FEELINGS = 60


@dataclass(frozen=True)
class Feeling:
    """What the person made of a feeling word: what they call it, or that it is not to be offered.

    `word` is what check-ins hold, and stays; `called` is "" where it is shown as it is.

    Raises:
        Wordless: there is no `word`.
        TooLong: more than `LONGEST_FEELING` characters.
    """

    word: str
    called: str = ""
    is_hidden: bool = False

    def __post_init__(self) -> None:
        if not self.word.strip():
            raise Wordless("a feeling without a word")
        if max(len(self.word), len(self.called)) > LONGEST_FEELING:
            raise TooLong("more characters than fit", LONGEST_FEELING)


@dataclass(frozen=True)
class Preferences:
    """What the person chose about the app itself.

    Raises:
        OutOfRange: `text_size` is none of `TEXT_SIZES`, `country` is no code, `week_start` no day to begin with,
            `moods` or `energies` are not five, or a feeling stands among `feelings` twice.
        TooLong: `name` or a step has more characters than fit.
        TooMany: more than `MOST_FEELINGS`.
    """

    appearance: Appearance = Appearance.PHONE
    text_size: int = 100
    low_energy: LowEnergy = LowEnergy.FOLLOWS
    country: str = ""  # ISO 3166-1 alpha-2, of the help lines; empty until one is chosen
    quick_exit: bool = False  # a button on every screen that leaves to a page of plain notes
    is_neutral: bool = False  # another name and icon than Tend's own
    name: str = ""  # what Tend calls the person, as they wrote it
    is_welcomed: bool = False  # the first run was seen, or skipped
    is_plain: bool = False  # low-stimulus: fewer colours, and nothing moves
    week_start: int | None = None  # 0 Monday or 6 Sunday; None: as the phone has it
    moods: tuple[str, ...] = ()  # own names of 1 … 5, "" where Tend's own stands; () where all of them do
    energies: tuple[str, ...] = ()  # the same
    feelings: tuple[Feeling, ...] = ()  # those that were changed or added, in the order of that

    def __post_init__(self) -> None:
        if self.text_size not in TEXT_SIZES:
            raise OutOfRange("text size")
        if self.country and not (len(self.country) == 2 and self.country.isascii() and self.country.isupper()):
            raise OutOfRange("country")
        if self.week_start not in WEEK_STARTS:
            raise OutOfRange("week start")
        if not {len(self.moods), len(self.energies)} <= {0, len(MOODS)}:
            raise OutOfRange("steps of a scale")
        if len({feeling.word for feeling in self.feelings}) < len(self.feelings):
            raise OutOfRange("a feeling that stands there twice")
        if len(self.feelings) > MOST_FEELINGS:
            raise TooMany("feelings")
        for words, longest in (
            (self.name, LONGEST_NAME),
            *((step, LONGEST_STEP) for step in self.moods + self.energies),
        ):
            if len(words) > longest:
                raise TooLong("more characters than fit", longest)

    @property
    def looks(self) -> Preferences:
        """These without what the person wrote: all that may lie outside the records."""
        return replace(self, name="", moods=(), energies=(), feelings=())


def utc_instant(local: datetime) -> tuple[datetime, int]:
    """Split an aware local time into its UTC instant and its offset in minutes.

    >>> utc_instant(datetime(2026, 11, 19, 9, 12, tzinfo=timezone(timedelta(hours=1))))
    (datetime.datetime(2026, 11, 19, 8, 12, tzinfo=datetime.timezone.utc), 60)
    """
    offset = local.utcoffset()
    if offset is None:
        raise OutOfRange("a local time carries its offset")
    return local.astimezone(UTC), round(offset.total_seconds() / 60)


def wall_clock(at: datetime, utc_offset_minutes: int) -> datetime:
    """What the clock on the wall said at an instant, where it was so far ahead of UTC: an aware local time.

    >>> str(wall_clock(datetime(2026, 11, 19, 8, 12, tzinfo=UTC), 60))
    '2026-11-19 09:12:00+01:00'
    """
    return at.astimezone(timezone(timedelta(minutes=utc_offset_minutes)))


def instant_within(at: datetime, utc_offset_minutes: int) -> None:
    """See that `at` is an aware UTC instant that has a local time everywhere, and the offset one that clocks have.

    Raises:
        OutOfRange: it is not.
    """
    if at.utcoffset() != timedelta(0):
        raise OutOfRange("an instant is aware and UTC")
    if not -720 <= utc_offset_minutes <= 840:
        raise OutOfRange("utc offset")
    if not _FIRST <= at <= _LAST:
        raise OutOfRange("a day the calendar has not")


def within(value: int | None, scale: range, name: str) -> None:
    """See that a number, where there is one, lies on its scale.

    Raises:
        OutOfRange: it does not, or is no whole number.
    """
    if value is not None and (type(value) is not int or value not in scale):
        raise OutOfRange(name)
