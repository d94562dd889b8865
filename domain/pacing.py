"""A day's energy, and what fits into it. Pure functions; imports `domain` only.

Pacing as in energy management for long illness: what is spent stays within what there is (the energy envelope,
Jason and others 2008); the evidence there is cross-sectional and from ME/CFS, so Tend says one gentle sentence, and
blocks nothing. Numbers are the person's own to change.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from domain.goals import Size
from domain.models import CheckIn

STILL_KNOWN = timedelta(hours=12)  # after that, an energy answer is no longer assumed (design, principle 2)
LOW = 2  # energy 1 and 2: the low-energy screen
SOME = 3


@dataclass(frozen=True)
class Costs:
    """What each size and each energy are worth, in the same small steps; the person can change every number."""

    size: dict[Size, int] = field(default_factory=lambda: {Size.TINY: 1, Size.GENTLE: 2, Size.FULL: 4})
    budget: dict[int, int] = field(default_factory=lambda: {1: 1, 2: 2, 3: 4, 4: 7, 5: 10})


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


def is_over(sizes: Iterable[Size], energy: int | None, costs: Costs | None = None) -> bool:
    """Whether what was chosen asks for more than the day's energy; never when that is not known.

    Two gentle steps (4) at some energy (4): no. One more tiny one (5): yes.
    """
    if energy is None:
        return False
    costs = costs or Costs()
    return sum(costs.size[size] for size in sizes) > costs.budget[energy]
