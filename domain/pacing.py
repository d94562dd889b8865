"""A day's energy, and what fits into it. Pure functions; imports `domain` only.

Pacing as in energy management for long illness: what is spent stays within what there is (the energy envelope,
Jason and others 2008); the evidence there is cross-sectional and from ME/CFS, so Tend says one gentle sentence, and
blocks nothing. Numbers are the person's own to change.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from domain.errors import OutOfRange
from domain.goals import Size
from domain.models import ENERGIES, CheckIn, within

STILL_KNOWN = timedelta(hours=12)  # after that, an energy answer is no longer assumed (design, principle 2)
LOW = 2  # energy 1 and 2: the low-energy screen
SOME = 3
PARTS_OF_DAY = (5, 12, 17, 22)  # hours: the morning begins, the afternoon, the evening, the night
STEPS = range(21)  # 0 … 20


@dataclass(frozen=True)
class Pacing:
    """Whether the person wants a budget, and what each size and each energy are worth, in the same small steps.

    Raises:
        OutOfRange: a number is not among `STEPS`, or there are not five of `budget`.
    """

    is_on: bool = False
    tiny: int = 1
    gentle: int = 2
    full: int = 4
    budget: tuple[int, ...] = (1, 2, 4, 7, 10)  # by energy, 1 … 5

    def __post_init__(self) -> None:
        if len(self.budget) != len(ENERGIES):
            raise OutOfRange("budget")
        for number in (self.tiny, self.gentle, self.full, *self.budget):
            within(number, STEPS, "steps of energy")

    def cost(self, size: Size) -> int:
        """What a size asks for."""
        return {Size.TINY: self.tiny, Size.GENTLE: self.gentle, Size.FULL: self.full}[size]


def energy_now(check_ins: Sequence[CheckIn], now: datetime) -> CheckIn | None:
    """The latest check-in with an energy, if it is less than twelve hours old; None when energy is not known.

    Answered at 9:12: known until 21:11:59. `check_ins` stand by time; one dated later than `now` does not count.
    """
    for check_in in reversed(check_ins):
        if now - check_in.at >= STILL_KNOWN:
            return None
        if check_in.at <= now and check_in.energy is not None:
            return check_in
    return None


def next_change(known_at: datetime | None, now: datetime) -> datetime:
    """When what Today says may change by itself: at midnight, at the next part of the day, or once the energy is not
    known any more.

    `now` and `known_at` are aware local times. At 19:00: at 22:00; answered at 9:12, at 21:12.
    """
    parts = [now.replace(hour=hour, minute=0, second=0, microsecond=0) for hour in PARTS_OF_DAY]
    midnight = datetime.combine(now.date() + timedelta(days=1), time(), now.tzinfo)
    coming = [*(part for part in parts if part > now), midnight]
    return min(*coming, known_at + STILL_KNOWN) if known_at else min(coming)


def fitting_size(energy: int | None) -> Size:
    """The size to offer: tiny at 1 and 2, gentle at 3 or when it is not known, full at 4 and 5."""
    if energy is not None and energy <= LOW:
        return Size.TINY
    return Size.GENTLE if energy is None or energy == SOME else Size.FULL


def steps_offered(energy: int | None) -> int:
    """How many steps Today offers: one at low energy, two at some or unknown, three at good and full."""
    if energy is not None and energy <= LOW:
        return 1
    return 2 if energy is None or energy == SOME else 3


def is_over(sizes: Iterable[Size], energy: int | None, pacing: Pacing) -> bool:
    """Whether what was chosen asks for more than the day's energy; never when that is not known, or not asked for.

    Two gentle steps (4) at some energy (4): no. One more tiny one (5): yes.
    """
    if energy is None or not pacing.is_on:
        return False
    return sum(pacing.cost(size) for size in sizes) > pacing.budget[energy - 1]
