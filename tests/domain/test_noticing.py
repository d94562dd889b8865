"""What is noticed is true, and never what was left out."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from domain.goals import Answer, Mark, Size
from domain.noticing import DayDone, Noticed, Win, days_done, line_for_today
from domain.progress import MONTH, Tended, dots, effort, returns, seen_anew, tended, tended_of_last, tending
from tests.domain.test_goals import mark
from tests.domain.two_years import TODAY, two_years

A_DAY = timedelta(days=1)
WORTH = {Size.TINY: 1, Size.GENTLE: 2, Size.FULL: 4, None: 1}  # a try has no size


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


def seen_day_by_day(marks: Sequence[Mark]) -> Tended:
    """The same as `tended`, as the app comes to know it: one day after the other."""
    found = Tended()
    for day in dict.fromkeys(m.day for m in marks):
        found = seen_anew(found, day, marks)
    return found


# The same again, counted day by day and without any of the code that is tested


def counted(days: set[date], today: date, back: int) -> list[bool]:
    """For each of the last days, earliest first, whether something was tended."""
    return [today - A_DAY * ago in days for ago in reversed(range(back))]


def came_back(days: set[date]) -> list[date]:
    """The days with nothing on the seven before them, and something earlier."""
    return sorted(day for day in days if min(days) < day and not any(counted(days, day - A_DAY, 7)))


def true_of(marks: Sequence[Mark], day: date) -> list[Win]:
    """What is worth noticing about a day, what says most first."""
    here = [m for m in marks if m.day == day]
    done, low = [m for m in here if m.is_tending], [m for m in here if m.energy in (1, 2)]
    held = min((m.energy for m in done if m.energy), default=9)
    true = [
        (Win.CAME_BACK, day in came_back({m.day for m in marks if m.is_tending})),
        (Win.TINY_ON_A_LOW_DAY, any(m.size is Size.TINY for m in low)),
        (Win.RESTED_WHEN_LOW, any(m.answer is Answer.RESTED for m in low)),
        (Win.WHOLE_DAY, sum(WORTH[m.size] for m in done) in (held, held + 1)),
        (Win.DID_MORE, len({m.goal_id for m in done}) > 1),
        (Win.TRIED, any(m.answer is Answer.TRIED for m in here)),
    ]
    return [win for win, is_true in true if is_true]


def test_two_uneven_years_are_counted_as_one_would_by_hand() -> None:
    kinds = set()
    for seed in range(20):
        marks = two_years(seed)
        assert seen_day_by_day(marks) == tended(tending(marks))
        for back in range(0, 730, 10):
            today = TODAY - timedelta(days=back)
            past = [m for m in marks if m.day <= today]
            known = tended(tending(past))
            for goal, days in known.by_goal.items():
                own = {m.day for m in past if m.goal_id == goal and m.answer in (Answer.DONE, Answer.TRIED)}
                assert list(dots(days, today)) == counted(own, today, 7)
                assert tended_of_last(days, today) == sum(counted(own, today, 7))
                assert tended_of_last(days, today, MONTH) == sum(counted(own, today, 28))
                assert list(returns(days)) == came_back(own)
            done = [m for m in past if m.day == today and m.is_tending]
            assert effort(past, today).done == sum(WORTH[m.size] for m in done)
            recent = [(list(Win).index(win), ago) for ago in (0, 1) for win in true_of(past, today - A_DAY * ago)]
            line, first = line_for_today(past, known, today), min(recent, default=None)
            assert line == (Noticed(list(Win)[first[0]], today - A_DAY * first[1]) if first else None)
            kinds.add(line.kind if line else None)
    assert kinds == {None, *Win}


def test_what_was_noticed_once_is_never_taken_back_by_later_days() -> None:
    marks = two_years(7)
    half = [m for m in marks if m.day < TODAY - timedelta(days=365)]
    earlier = days_done(half, tended(tending(half)))
    assert earlier == days_done(marks, tended(tending(marks)))[-len(earlier) :]
    assert len(earlier) > 50
