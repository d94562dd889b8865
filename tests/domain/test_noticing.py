"""What is noticed is true, and never what was left out."""

from __future__ import annotations

import random
from collections.abc import Sequence
from datetime import date, timedelta

from domain.goals import Answer, Mark, Size
from domain.noticing import DayDone, Noticed, Win, days_done, line_for_today
from domain.progress import WEEK, Tended, dots, effort, returns, seen_anew, tended, tended_of_last, tending
from tests.domain.test_goals import mark

TODAY = date(2026, 11, 19)


def on(back: int, **fields: object) -> Mark:
    return mark(**({"id": f"{back}{fields}", "day": TODAY - timedelta(days=back)} | fields))


def line(*marks: Mark) -> Noticed | None:
    kept = sorted(marks, key=lambda mark: (mark.day, mark.at, mark.id))
    return line_for_today(kept, tended(tending(kept)), TODAY)


def wins(*marks: Mark) -> dict[int, tuple[Win, ...]]:
    """What is noticed, by days ago."""
    kept = sorted(marks, key=lambda mark: (mark.day, mark.at, mark.id))
    return {(TODAY - day.day).days: day.wins for day in days_done(kept, tended(tending(kept)))}


def test_coming_back_after_a_quiet_week_is_noticed_first() -> None:
    marks = (on(8, energy=4), on(0, energy=2))
    assert line(*marks) == Noticed(Win.CAME_BACK, TODAY)
    assert wins(*marks) == {0: (Win.CAME_BACK, Win.TINY_ON_A_LOW_DAY), 8: ()}


def test_a_tiny_step_with_no_energy_is_a_whole_day() -> None:
    assert wins(on(0, energy=1)) == {0: (Win.TINY_ON_A_LOW_DAY, Win.WHOLE_DAY)}
    assert line(on(0, size=Size.FULL, energy=4)) == Noticed(Win.WHOLE_DAY, TODAY)
    assert line(on(0, size=Size.GENTLE, energy=3)) is None


def test_rest_at_low_energy_counts_and_rest_with_plenty_is_nobodys_business() -> None:
    assert line(on(1, answer=Answer.RESTED, energy=2)) == Noticed(Win.RESTED_WHEN_LOW, on(1).day)
    assert line(on(1, answer=Answer.RESTED, energy=4)) is None


def test_two_goals_on_a_day_are_more_and_one_goal_twice_is_not() -> None:
    assert line(on(0), on(0, goal_id="other")) == Noticed(Win.DID_MORE, TODAY)
    assert line(on(0), on(0, size=Size.FULL)) is None


def test_there_is_no_line_when_none_is_true_or_it_is_long_ago_or_still_to_come() -> None:
    assert line() is None
    assert line(on(2, answer=Answer.TRIED)) is None
    assert line(on(-1, answer=Answer.TRIED)) is None
    assert line(on(1, answer=Answer.TRIED)) == Noticed(Win.TRIED, on(1).day)
    assert line(on(0, answer=Answer.NOT_TODAY)) is None


def test_what_was_put_off_is_not_among_what_was_done() -> None:
    did, rested = on(0, id="a"), on(0, id="b", answer=Answer.RESTED, goal_id=None)
    marks = [on(1, answer=Answer.NOT_TODAY), did, rested, on(0, id="c", answer=Answer.NOT_TODAY)]
    assert days_done(marks, tended(tending(marks))) == (DayDone(TODAY, (did, rested), ()),)


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


def seen_day_by_day(marks: Sequence[Mark]) -> Tended:
    """The same as `tended`, as the app comes to know it: one day after the other."""
    found = Tended()
    for day in dict.fromkeys(m.day for m in marks):
        found = seen_anew(found, day, marks)
    return found


def test_two_uneven_years_never_give_a_number_that_blames() -> None:
    seen = 0
    for seed in range(20):
        marks = two_years(seed)
        assert seen_day_by_day(marks) == tended(tending(marks))
        for back in range(0, 730, 10):
            today = TODAY - timedelta(days=back)
            past = [m for m in marks if m.day <= today]
            known = tended(tending(past))
            for days in known.by_goal.values():
                assert 0 <= tended_of_last(days, today) == sum(dots(days, today)) <= WEEK
                assert set(returns(days)) < set(days)
            assert effort(past, today).done >= 0
            line = line_for_today(past, known, today)
            assert line is None or (line.kind in Win and 0 <= (today - line.day).days <= 1)
            seen += line is not None
    assert seen > 100


def test_what_was_noticed_once_is_never_taken_back_by_later_days() -> None:
    marks = two_years(7)
    half = [m for m in marks if m.day < TODAY - timedelta(days=365)]
    earlier = days_done(half, tended(tending(half)))
    assert earlier == days_done(marks, tended(tending(marks)))[-len(earlier) :]
    assert len(earlier) > 50
