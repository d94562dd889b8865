"""What can be done with what matters: its order, and when a tap may drop it. Pure functions; imports `domain` only."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from domain.goals import Goal, Value

IN_FRONT = 5  # values at most that are shown first; the others are kept behind them


def is_bare(value: Value, goals: Iterable[Goal]) -> bool:
    """True when nothing would be lost with it: no words, no reason, and no goal that grows from it."""
    return not (value.words or value.why or any(goal.value_id == value.id for goal in goals))


def moved(values: Sequence[Value], value_id: str, by: int) -> tuple[Value, ...]:
    """The values that have a new place when one goes `by` places further down (-1: one up); `values` stand in order.

    Friends, home, work, of which work goes one up: work now has place 1, and home 2. One at the end stays there, and
    places that were shared or left free are counted anew from 0.

    >>> from domain.goals import Area
    >>> row = [Value("f", Area.FRIENDS, place=0), Value("h", Area.HOME, place=1), Value("w", Area.WORK, place=2)]
    >>> [(value.id, value.place) for value in moved(row, "w", -1)]
    [('w', 1), ('h', 2)]
    >>> moved(row, "f", -1)
    ()
    """
    order = [value for value in values if value.id != value_id]
    if len(order) == len(values):
        return ()  # it was deleted meanwhile
    here = next(place for place, value in enumerate(values) if value.id == value_id)
    order.insert(max(here + by, 0), values[here])
    return tuple(replace(value, place=place) for place, value in enumerate(order) if value.place != place)
