"""What a tap, an edit or a look back does to check-ins, as pure functions. Imports `domain` only."""

from __future__ import annotations

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
    past = [check_in for check_in in check_ins if check_in.at <= now]
    latest = max(past, key=lambda check_in: (check_in.at, check_in.id), default=None)
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


def take_back(check_ins: Iterable[CheckIn], tap: Tap) -> CheckIn | None:
    """The check-in as it stands once `tap` is taken back, with whatever else was added since.

    It may be empty, which means it goes; None when it is already gone.
    """
    found = next((check_in for check_in in check_ins if check_in.id == tap.check_in_id), None)
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


def by_day(check_ins: Iterable[CheckIn]) -> tuple[Day, ...]:
    """The days that have check-ins, latest day first."""
    days: dict[date, list[CheckIn]] = {}
    for check_in in check_ins:
        days.setdefault(check_in.day, []).append(check_in)
    return tuple(
        Day(day, tuple(sorted(days[day], key=lambda check_in: (check_in.at, check_in.id))))
        for day in sorted(days, reverse=True)
    )


def fresh(check_ins: Iterable[CheckIn], now: datetime) -> CheckIn | None:
    """The latest check-in of the last two hours, which Today shows folded; None when there is none."""
    recent = [check_in for check_in in check_ins if timedelta(0) <= now - check_in.at < STILL_FRESH]
    return max(recent, key=lambda check_in: (check_in.at, check_in.id), default=None)


def days_away(check_ins: Iterable[CheckIn], now: datetime) -> int:
    """Whole local days between today and the last check-in before today; 0 when there is none.

    Last seen on Monday, back on Thursday: 3.
    """
    today = now.date()
    earlier = [check_in.day for check_in in check_ins if check_in.day < today]
    return (today - max(earlier)).days if earlier else 0


def came_back(check_ins: Iterable[CheckIn], now: datetime) -> bool:
    """True on the day of the first check-in after at least seven days without one.

    Last on 11 November, again on 19 November: seven days between (12 … 18), so true all through the 19th.
    """
    days = {check_in.day for check_in in check_ins}
    today = now.date()
    earlier = [day for day in days if day < today]
    return today in days and bool(earlier) and (today - max(earlier)).days > QUIET_DAYS


def feeling_words(check_ins: Iterable[CheckIn], chosen: Sequence[str] = ()) -> tuple[str, ...]:
    """The words to offer: the person's own most used first (ties: latest use first), then the ones Tend begins with.

    Words in `chosen` are always among them. Never used: tired, hopeful, calm, worried, lonely, flat.
    """
    latest_first = sorted(check_ins, key=lambda check_in: check_in.at, reverse=True)
    uses = Counter(word for check_in in latest_first for word in check_in.feelings)
    used = [word for word, _ in uses.most_common()]
    return tuple(dict.fromkeys([*used[:OFFERED], *FEELINGS, *chosen]))


def activity_names(check_ins: Iterable[CheckIn]) -> tuple[str, ...]:
    """What the person did before, most often first (ties: latest first), at most `OFFERED`."""
    latest_first = sorted(check_ins, key=lambda check_in: check_in.at, reverse=True)
    uses = Counter(done.name for check_in in latest_first for done in check_in.activities)
    return tuple(name for name, _ in uses.most_common(OFFERED))


def _answered(check_in: CheckIn, question: Question, value: int | None) -> CheckIn:
    if question is Question.MOOD:
        return replace(check_in, mood=value)
    return replace(check_in, energy=value)
