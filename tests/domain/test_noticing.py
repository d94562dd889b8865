"""What is noticed is true, counted, and never what was left out."""

from __future__ import annotations

import random
from datetime import date, timedelta

from domain.goals import Answer, Mark, Size
from domain.noticing import Noticed, Win, line_for_today, noticed
from domain.progress import WEEK, days_by_goal, dots, effort, returns, tended_of_last
from tests.domain.test_goals import mark

TODAY = date(2026, 11, 19)


def on(back: int, **fields: object) -> Mark:
    return mark(**({"id": f"{back}{fields}", "day": TODAY - timedelta(days=back)} | fields))


def test_coming_back_after_a_quiet_week_is_noticed_first() -> None:
    marks = [on(8), on(0, energy=1)]
    assert line_for_today(marks, TODAY) == Noticed(Win.CAME_BACK, TODAY)
    assert [line.kind for line in noticed(marks)] == [Win.CAME_BACK, Win.TINY_ON_A_LOW_DAY, Win.TENDED, Win.TENDED]


def test_each_kind_is_counted_up_to_its_day() -> None:
    marks = [on(0, energy=2), on(3, energy=1), on(5, energy=3)]
    tiny = [line for line in noticed(marks) if line.kind is Win.TINY_ON_A_LOW_DAY]
    assert tiny == [Noticed(Win.TINY_ON_A_LOW_DAY, TODAY, 2), Noticed(Win.TINY_ON_A_LOW_DAY, on(3).day, 1)]


def test_rest_at_low_energy_counts_and_rest_with_plenty_is_nobodys_business() -> None:
    assert line_for_today([on(1, answer=Answer.RESTED, energy=2)], TODAY) == Noticed(Win.RESTED_WHEN_LOW, on(1).day)
    assert line_for_today([on(1, answer=Answer.RESTED, energy=4)], TODAY) is None


def test_two_goals_on_a_day_are_more_and_one_goal_twice_is_not() -> None:
    assert line_for_today([on(0), on(0, goal_id="other")], TODAY) == Noticed(Win.DID_MORE, TODAY)
    assert line_for_today([on(0), on(0, size=Size.FULL)], TODAY) is None


def test_there_is_no_line_when_none_is_true_or_it_is_long_ago_or_still_to_come() -> None:
    assert line_for_today([], TODAY) is None
    assert line_for_today([on(2, answer=Answer.TRIED)], TODAY) is None
    assert line_for_today([on(-1, answer=Answer.TRIED)], TODAY) is None
    assert line_for_today([on(1, answer=Answer.TRIED)], TODAY) == Noticed(Win.TRIED, on(1).day)
    assert line_for_today([on(0, answer=Answer.NOT_TODAY)], TODAY) is None


def two_years(seed: int) -> list[Mark]:
    """Good spells, gaps of weeks and relapses: spells of 5-40 days, each with its own energy and readiness."""
    dice, marks, day = random.Random(seed), list[Mark](), TODAY - timedelta(days=730)
    while day <= TODAY:
        readiness, energy = dice.choice([(0.9, 4), (0.5, 3), (0.2, 2), (0.0, 1), (0.05, 1)])
        for _ in range(dice.randrange(5, 40)):
            for goal in ("plot", "maya"):
                if dice.random() < readiness and day <= TODAY:
                    answer = dice.choice(list(Answer))
                    size = dice.choice(list(Size)) if answer is Answer.DONE else None
                    marks.append(
                        mark(id=f"{day}{goal}", day=day, goal_id=goal, answer=answer, size=size, energy=energy)
                    )
            day += timedelta(days=1)
    return marks


def test_two_uneven_years_never_give_a_number_that_blames() -> None:
    seen = 0
    for seed in range(20):
        marks = two_years(seed)
        for back in range(0, 730, 10):
            today = TODAY - timedelta(days=back)
            past = [m for m in marks if m.day <= today]
            for days in days_by_goal(past).values():
                assert 0 <= tended_of_last(days, today) == sum(dots(days, today)) <= WEEK
                assert set(returns(days)) < set(days)
            assert effort(past, today).done >= 0
            line = line_for_today(past, today)
            assert line is None or (line.count > 0 and line.kind in Win and 0 <= (today - line.day).days <= 1)
            seen += line is not None
    assert seen > 100


def test_what_was_noticed_once_is_never_taken_back_by_later_days() -> None:
    marks = two_years(7)
    half = [m for m in marks if m.day < TODAY - timedelta(days=365)]
    assert set(noticed(half)) <= set(noticed(marks))
