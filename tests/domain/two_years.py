"""Two simulated years of somebody's goals, the same for the same seed, up to Thursday 19 November 2026."""

from __future__ import annotations

import random
from datetime import date, timedelta

from domain.goals import Answer, Mark, Size
from tests.domain.test_goals import mark

TODAY = date(2026, 11, 19)
GOALS = ("plot", "maya")
SPELLS = [(0.9, 4), (0.5, 3), (0.2, 2), (0.0, 1), (0.05, 1)]  # readiness, and the energy there is


def two_years(seed: int) -> list[Mark]:
    """Good spells, gaps of weeks and relapses: spells of 5-40 days, each with its own energy and readiness."""
    dice, marks, day = random.Random(seed), list[Mark](), TODAY - timedelta(days=730)
    while day <= TODAY:
        readiness, energy = dice.choice(SPELLS)
        for _ in range(dice.randrange(5, 40)):
            for goal in GOALS:
                if dice.random() < readiness and day <= TODAY:
                    answer = dice.choice(list(Answer))
                    size = dice.choice(list(Size)) if answer is Answer.DONE else None
                    marks.append(
                        mark(id=f"{day}{goal}", day=day, goal_id=goal, answer=answer, size=size, energy=energy)
                    )
            day += timedelta(days=1)
    return marks
