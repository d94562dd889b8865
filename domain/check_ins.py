"""What a tap, an edit or a look back does to check-ins, as pure functions. Imports `domain` only.

Where check-ins are given as a sequence, they stand by time and then id. Each function looks at the latest ones and
goes back no further than it has to: ten years of them cost no more than a week.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum

from domain.errors import InTheFuture
from domain.models import FEELINGS, CheckIn, utc_instant

SAME_CHECK_IN = timedelta(minutes=15)
STILL_FRESH = timedelta(hours=2)
QUIET_DAYS = 7
DAYS_AWAY = 3
OFFERED = 12  # words or activities offered at once
RECENT = 500  # check-ins that are looked at for what the person uses most
OVERLAP = 3  # more days to look at than are asked for: after a journey, local days are not in the order of time


class Question(StrEnum):
    """The two questions answered with one tap; each names its field of `CheckIn`."""

    MOOD = "mood"
    ENERGY = "energy"


@dataclass(frozen=True)
class Tap:
    """One answer as it was given: which check-in, which question, and what stood there before (None: nothing)."""

    check_in_id: str
    question: Question
    before: int | None


@dataclass(frozen=True)
class Day:
    """A local day and its check-ins, earliest first."""

    date: date
    check_ins: tuple[CheckIn, ...]


def current(check_ins: Sequence[CheckIn], now: datetime) -> CheckIn | None:
    """The check-in a tap at `now` belongs to: the latest one, if it is less than 15 minutes old.

    Made at 9:12, it takes taps until 9:26:59; at 9:27 a new one begins. One dated later than `now` (a clock set
    back) never takes a tap.
    """
    past = _until(check_ins, now)
    latest = past[-1] if past else None
    return latest if latest and now - latest.at < SAME_CHECK_IN else None


def answer(
    check_ins: Sequence[CheckIn], question: Question, value: int, now: datetime, new_id: str
) -> tuple[CheckIn, Tap]:
    """The check-in after tapping `value`, and the tap itself, so that it can be taken back.

    `now` is an aware local time; `new_id` is used only when no check-in is current.

    Raises:
        OutOfRange: `value` is not on the scale.
    """
    instant, offset = utc_instant(now)
    check_in = current(check_ins, now) or CheckIn(new_id, instant, offset)
    before: int | None = getattr(check_in, question)
    return _answered(check_in, question, value), Tap(check_in.id, question, before)


def take_back(check_ins: Sequence[CheckIn], tap: Tap) -> CheckIn | None:
    """The check-in as it stands once `tap` is taken back, with whatever else was added since.

    It may be empty, which means it goes; None when it is already gone.
    """
    found = next((check_in for check_in in reversed(check_ins) if check_in.id == tap.check_in_id), None)
    return _answered(found, tap.question, tap.before) if found else None


def moved(check_in: CheckIn, local: datetime, now: datetime) -> CheckIn:
    """The check-in dated `local`, an aware local time.

    Raises:
        InTheFuture: `local` is later than `now`.
    """
    if local > now:
        raise InTheFuture("a check-in is dated later than now")
    instant, offset = utc_instant(local)
    return replace(check_in, at=instant, utc_offset_minutes=offset)


def by_day(check_ins: Sequence[CheckIn], at_most: int) -> tuple[Day, ...]:
    """The latest days that have check-ins, `at_most` so many, latest day first."""
    days: dict[date, list[CheckIn]] = {}
    for check_in in reversed(check_ins):
        if check_in.day not in days and len(days) == at_most + OVERLAP:
            break
        days.setdefault(check_in.day, []).append(check_in)
    return tuple(Day(day, tuple(reversed(days[day]))) for day in sorted(days, reverse=True)[:at_most])


def fresh(check_ins: Sequence[CheckIn], now: datetime) -> CheckIn | None:
    """The latest check-in of the last two hours, which Today shows folded; None when there is none."""
    past = _until(check_ins, now)
    latest = past[-1] if past else None
    return latest if latest and now - latest.at < STILL_FRESH else None


def days_away(check_ins: Sequence[CheckIn], now: datetime) -> int:
    """Whole local days between today and the last check-in before today; 0 when there is none.

    Last seen on Monday, back on Thursday: 3.
    """
    earlier = [day.date for day in by_day(_until(check_ins, now), 1 + OVERLAP) if day.date < now.date()]
    return (now.date() - earlier[0]).days if earlier else 0


def came_back(check_ins: Sequence[CheckIn], now: datetime) -> bool:
    """True on the day of the first check-in after at least seven days without one.

    Last on 11 November, again on 19 November: seven days between (12 … 18), so true all through the 19th.
    """
    today = now.date()
    is_here = any(day.date == today for day in by_day(_until(check_ins, now), 1 + OVERLAP))
    return is_here and days_away(check_ins, now) > QUIET_DAYS


def feeling_words(check_ins: Sequence[CheckIn], chosen: Sequence[str] = ()) -> tuple[str, ...]:
    """The words to offer: the person's own most used of late first (ties: latest use first), then the ones Tend
    begins with.

    Words in `chosen` are always among them. Never used: tired, hopeful, calm, worried, lonely, flat.
    """
    uses = Counter(word for check_in in _latest_first(check_ins) for word in check_in.feelings)
    used = [word for word, _ in uses.most_common()]
    return tuple(dict.fromkeys([*used[:OFFERED], *FEELINGS, *chosen]))


def activity_names(check_ins: Sequence[CheckIn]) -> tuple[str, ...]:
    """What the person did of late, most often first (ties: latest first), at most `OFFERED`."""
    uses = Counter(done.name for check_in in _latest_first(check_ins) for done in check_in.activities)
    return tuple(name for name, _ in uses.most_common(OFFERED))


def _until(check_ins: Sequence[CheckIn], now: datetime) -> Sequence[CheckIn]:
    """Those that are not dated later than `now`, as a clock that was set back leaves some."""
    return check_ins[: bisect_right(check_ins, now, key=lambda check_in: check_in.at)]


def _latest_first(check_ins: Sequence[CheckIn]) -> Iterable[CheckIn]:
    return reversed(check_ins[-RECENT:])


def _answered(check_in: CheckIn, question: Question, value: int | None) -> CheckIn:
    if question is Question.MOOD:
        return replace(check_in, mood=value)
    return replace(check_in, energy=value)
