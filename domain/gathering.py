"""How goals and what was answered to them are gathered for a screen. Pure functions; imports `domain` only."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import groupby

from domain.goals import Answer, Goal, Mark, Value
from domain.progress import Days
from domain.valuing import IN_FRONT


@dataclass(frozen=True)
class Group:
    """A value and the goals that grow from it; without a value, those that grow from none, or from one that is gone."""

    value: Value | None
    goals: tuple[Goal, ...]


@dataclass(frozen=True)
class Gathered:
    """All goals of a person: the active ones by their values, the resting ones, and those that were let go."""

    groups: tuple[Group, ...]  # of the values in front, and of those without a value
    behind: tuple[Group, ...]  # of the other values
    resting: tuple[Goal, ...]
    let_go: tuple[Goal, ...]  # the latest first


def gathered(goals: Iterable[Goal], values: Sequence[Value]) -> Gathered:
    """Goals by the values they grow from, in the order both are given in; those without a value come last.

    The first `IN_FRONT` values stand in front, whether goals grow from them or not.

    >>> from domain.goals import Area
    >>> friends = Value("f", Area.FRIENDS)
    >>> found = gathered([Goal("s", "Swim"), Goal("m", "See Maya", "f"), Goal("x", "Sing", "gone")], [friends])
    >>> [(group.value and group.value.area.value, [goal.id for goal in group.goals]) for group in found.groups]
    [('friends', ['m']), (None, ['s', 'x'])]
    """
    by_value: dict[str | None, list[Goal]] = {value.id: [] for value in values} | {None: []}
    resting, let_go = [], []
    for goal in goals:
        if goal.farewell:
            let_go.append(goal)
        elif goal.pause:
            resting.append(goal)
        else:
            by_value[goal.value_id if goal.value_id in by_value else None].append(goal)
    let_go.sort(key=lambda goal: goal.farewell.day if goal.farewell else date.min, reverse=True)
    return Gathered(
        (*_groups(values[:IN_FRONT], by_value), *_groups((None,), by_value)),
        _groups(values[IN_FRONT:], by_value),
        tuple(resting),
        tuple(let_go),
    )


def _groups(values: Iterable[Value | None], by_value: Mapping[str | None, Sequence[Goal]]) -> tuple[Group, ...]:
    """Those of these values from which a goal grows."""
    found = (Group(value, tuple(by_value[value.id if value else None])) for value in values)
    return tuple(group for group in found if group.goals)


def shortened(groups: Iterable[Group], count: int) -> tuple[Group, ...]:
    """The groups with so many goals in all, the first ones.

    >>> two, one = Group(None, (Goal("a", "Swim"), Goal("b", "Sing"))), Group(None, (Goal("c", "Sew"),))
    >>> [[goal.id for goal in group.goals] for group in shortened([two, one], 1)]
    [['a']]
    """
    found: list[Group] = []
    for group in groups:
        room = count - sum(len(other.goals) for other in found)
        if room > 0:
            found.append(replace(group, goals=group.goals[:room]))
    return tuple(found)


def has_sizes(goal: Goal) -> bool:
    """Whether a size was given words that the goal itself does not have.

    >>> has_sizes(Goal("g", "Swim", tiny="One foot in")), has_sizes(Goal("g", "Swim", full="Swim"))
    (True, False)
    """
    return any(words and words != goal.words for words in (goal.full, goal.gentle, goal.tiny))


def is_asking(goal: Goal, today: date) -> bool:
    """Whether the day has come on which Tend asks once if a resting goal is to start again.

    Resting until the 19th: not on the 18th, and from the 19th on.
    """
    return goal.pause is not None and goal.pause.ask_again is not None and goal.pause.ask_again <= today


@dataclass(frozen=True)
class Answered:
    """A day and what was answered to one goal on it, in the order it was marked."""

    day: date
    marks: tuple[Mark, ...]


def answered(marks: Sequence[Mark], goal_id: str) -> tuple[Answered, ...]:
    """The days of one goal among these marks, latest first; `marks` stand by day.

    What was put off for a day is not among them.
    """
    here = [mark for mark in marks if mark.goal_id == goal_id and mark.answer is not Answer.NOT_TODAY]
    return tuple(reversed([Answered(day, tuple(group)) for day, group in groupby(here, key=lambda mark: mark.day)]))


def further_back(tended: Days, first: date, days: int) -> date:
    """From which day on to look, when all from `first` on was seen: so many days earlier, or more where a longer gap
    lies before the next tended day.

    Seen from 1 March on, 60 days more: 31 December. With nothing tended since 4 May of the year before: 4 May.
    """
    earlier = bisect_left(tended, first)
    back = first - timedelta(days=days)
    return min(back, tended[earlier - 1]) if earlier else back
