"""Goals, values and marks to test the goal screens with, seen from Thursday 19 November 2026."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from domain.goals import Answer, Area, Goal, Mark, Size, Value
from domain.marking import marked
from domain.people import Person
from tests.domain.samples import local
from tests.driver import Driver
from tests.views.fakes import FakeRecords

GROWING = Value("growing", Area.GROWING, place=0)
LOVED = Value("loved", Area.LOVED, place=1)
MAYA = Person("maya", "Maya", "+44 7700 900123")
PLOT = Goal(
    "plot",
    "Look after my plot",
    "growing",
    full="An hour at the plot",
    gentle="Water the pots",
    tiny="Look at one plant",
    helper_id="maya",
    helper="Maya",
    ask="Can you come to the plot with me?",
)
SEE_MAYA = Goal("see", "See Maya each week", "loved")
SWIM = Goal("swim", "Swim")


def mark(days_ago: int = 0, goal: Goal = SWIM, answer: Answer = Answer.DONE, **more: Any) -> Mark:
    """An answer to a goal, so many days ago at noon."""
    at, size = local("12:00", days_ago), more.pop("size", Size.TINY)
    id = more.pop("id", f"{goal.id} {days_ago} days ago")
    return marked(goal, answer, size, now=at, id=id, **more)


def records(*goals: Goal, **more: Any) -> FakeRecords:
    """Records that hold these goals."""
    return FakeRecords(goals=goals, **more)


def kept(app: Driver) -> list[Goal]:
    """The goals the device has."""
    return list(app.records.goals.all())


def marks(app: Driver) -> list[tuple[str | None, int, Answer, Size | None]]:
    """The answers the device has: goal, days ago, answer, size."""
    today = app.clock.now.date()
    return [(m.goal_id, (today - m.day) // timedelta(days=1), m.answer, m.size) for m in app.records.marks.all()]
