"""Crisis lines and emergency numbers: what they are, and which are open. Pure functions.

Imports the standard library and `domain.dialling`. Times of day are the wall clock of the line's own country; the
person is taken to be there, so `now` is the wall clock of their device. An offset that hangs on it is not looked at:
a line that opens at ten opens at ten by the clock on the wall, on the days the clocks change too.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from domain.dialling import dialled, text_link

DAY_MINUTES = 24 * 60

# One weekday: the stretches it is open, each as minutes after midnight, the second one excluded. Seven of them, from
# Monday, are a week.
Day = tuple[tuple[int, int], ...]
Week = tuple[Day, Day, Day, Day, Day, Day, Day]
ALL_DAY: Day = ((0, DAY_MINUTES),)
ALWAYS: Week = (ALL_DAY, ALL_DAY, ALL_DAY, ALL_DAY, ALL_DAY, ALL_DAY, ALL_DAY)


class Cost(StrEnum):
    """What a call costs the one who calls."""

    FREE = "free"
    LOCAL = "local rate"
    UNKNOWN = "unknown"


class Tier(StrEnum):
    """How well a row is known."""

    PROVIDER = "A"  # read on a page of the line itself or of its government
    REPORTED = "B"  # read in the news or on another page
    COLLECTED = "C"  # read in a collection of such lines


class Service(StrEnum):
    """Who answers an emergency number."""

    ALL = "all"
    AMBULANCE = "ambulance"
    POLICE = "police"
    UNSAID = "unsaid"  # the sources do not say, or not the same


@dataclass(frozen=True)
class CrisisLine:
    """One service that can be called or texted.

    `digits` are what somebody in the country presses, written as they are usually written; empty where the service
    is by text alone. `press` is what to press once it is answered. `hours` is None where nobody has checked them.
    `languages` are ISO 639 codes; empty where they are not known.
    """

    id: str
    country: str  # ISO 3166-1 alpha-2
    name: str
    digits: str
    source: str
    tier: Tier
    checked_on: date
    works_inside_country: bool  # a short code, which means something else, or nothing, abroad
    text_to: str = ""
    text_word: str = ""
    press: str = ""
    hours: Week | None = None
    languages: tuple[str, ...] = ()
    cost: Cost = Cost.UNKNOWN
    page: str = ""  # https, or empty

    @property
    def call_link(self) -> str | None:
        """The `tel:` address; None where it takes no calls."""
        return dialled(self.digits)

    @property
    def text_link(self) -> str | None:
        """The `sms:` address with the keyword in it; None where it takes no texts."""
        return text_link(self.text_to, self.text_word)

    @property
    def is_always_open(self) -> bool:
        """True where it is known to be open day and night."""
        return self.hours == ALWAYS


@dataclass(frozen=True)
class Emergency:
    """What to call in danger, in one country or territory.

    `is_general` marks a number that no two sources gave for this country: phones take it for an emergency call, and
    whether somebody answers is not known ("112 may work on a mobile phone"). `digits` is empty where nobody lives
    all year, or no number was found.
    """

    country: str
    name: str  # in English
    digits: str
    service: Service
    is_general: bool
    sources: tuple[str, ...]
    checked_on: date

    @property
    def call_link(self) -> str | None:
        """The `tel:` address; None where there is no number."""
        return dialled(self.digits)


@dataclass(frozen=True)
class Directory:
    """A list of crisis lines all over the world, for the countries that have none here; it needs the internet."""

    name: str
    page: str  # https


@dataclass(frozen=True)
class HelpLines:
    """Everything Tend ships of them; nothing where it was not read."""

    lines: tuple[CrisisLine, ...] = ()
    emergencies: Mapping[str, Emergency] = field(default_factory=dict)  # by country
    directories: tuple[Directory, ...] = ()

    def name(self, country: str) -> str:
        """The English name of a country; its code where it is not known."""
        found = self.emergencies.get(country)
        return found.name if found else country


def lines_for(country: str, lines: Iterable[CrisisLine], now: datetime) -> tuple[CrisisLine, ...]:
    """The lines of one country: open now, then those whose hours are not known, then the closed, next to open first.

    Those that are alike stand as they came. Empty for a country without any.
    """
    here = [line for line in lines if line.country == country]
    place = {True: 0, None: 1, False: 2}

    def waits(line: CrisisLine) -> timedelta:
        opens = next_opening(line, now)
        return opens - now if opens else timedelta.max

    return tuple(sorted(here, key=lambda line: (place[is_open(line, now)], waits(line))))


def at_hand(found: Sequence[CrisisLine], now: datetime) -> tuple[CrisisLine, ...]:
    """Of a country's lines in their order, what to offer first: the one to call, and the one to text.

    The one that is open now stands first: the one to call, unless it is closed and the one to text is not. One line
    that takes both is given once; without a line to call, the one to text alone. Empty where there are none.
    """
    to_call = next((line for line in found if line.call_link), None)
    to_text = next((line for line in found if line.text_link), None)
    if to_call is None or to_text is None or to_call is to_text:
        return tuple(line for line in (to_call or to_text,) if line)
    if is_open(to_text, now) is False:
        return (to_call,)
    return (to_text, to_call) if is_open(to_call, now) is False else (to_call, to_text)


def is_open(line: CrisisLine, now: datetime) -> bool | None:
    """Whether it is open by the wall clock of `now`; None where its hours are not known.

    Open from 10:00 to 24:00: closed at 9:59, open at 10:00 and at 23:59. An hour that the clock goes through twice
    counts twice.
    """
    if line.hours is None:
        return None
    minute = now.hour * 60 + now.minute
    return any(opens <= minute < closes for opens, closes in line.hours[now.weekday()])


def closes_at(line: CrisisLine, now: datetime) -> time | None:
    """The wall clock when it closes; None while it is closed, where that is not known, and where it stays open.

    Open from 10:00 to 24:00, asked at 23:00: midnight. Open on into the next day without a pause: no time today.
    """
    if line.hours is None or not is_open(line, now) or line.is_always_open:
        return None
    minute = now.hour * 60 + now.minute
    end = next(closes for opens, closes in line.hours[now.weekday()] if opens <= minute < closes)
    tomorrow = line.hours[(now.weekday() + 1) % 7]
    if end == DAY_MINUTES and tomorrow and tomorrow[0][0] == 0:
        return None
    return time(end // 60 % 24, end % 60)


def next_opening(line: CrisisLine, now: datetime) -> datetime | None:
    """The wall clock when it opens next; None while it is open, and where that is not known.

    Open from 10:00 on weekdays alone, asked on a Friday at 20:00: Monday at 10:00. It carries the zone of `now`, yet
    it is no instant: where that is a fixed offset, the clocks may change in between. An opening in the hour that the
    clock leaves out in spring is given as it is written; by then the line is open.
    """
    if line.hours is None or is_open(line, now):
        return None
    minute = now.hour * 60 + now.minute
    for days in range(8):  # today once more, a week later
        day = now.date() + timedelta(days=days)
        later = [opens for opens, _ in line.hours[day.weekday()] if days or opens > minute]
        if later:
            return datetime.combine(day, time(min(later) // 60, min(later) % 60), now.tzinfo)
    return None


def is_old(line: CrisisLine, today: date) -> bool:
    """Whether more than twelve months have gone since it was checked.

    Checked on 3 November 2026: not old on 3 November 2027, old on the day after. Checked on a 29 February: old
    from 1 March of the next year. Never old when the clock stands before the check.
    """
    checked = line.checked_on
    return (today.year, today.month, today.day) > (checked.year + 1, checked.month, checked.day)
