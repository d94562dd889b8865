"""Progress that may be uneven: exact numbers, and never a word or number of blame."""

from __future__ import annotations

from datetime import date

from domain.goals import Answer, Mark, Size
from domain.progress import Tended, dots, effort, on_day, returns, seen_anew, since, tended, tended_of_last, tending
from tests.domain.test_goals import mark

TODAY = date(2026, 11, 19)


def on(*days: int) -> tuple[date, ...]:
    """Days of November 2026."""
    return tuple(date(2026, 11, day) for day in days)


def done(day: int, goal: str = "g", size: Size = Size.TINY, energy: int | None = None) -> Mark:
    return mark(id=f"{goal}{day}{size}", day=date(2026, 11, day), goal_id=goal, size=size, energy=energy)


def test_days_are_counted_once_whatever_was_done_and_a_try_counts() -> None:
    marks = [done(19), done(19, size=Size.FULL), mark(id="t", answer=Answer.TRIED, day=on(3)[0]), done(5, "other")]
    marks += [mark(id="r", answer=Answer.RESTED, day=on(4)[0]), mark(id="n", answer=Answer.NOT_TODAY, day=on(6)[0])]
    assert tended(tending(marks)) == Tended({"g": on(3, 19), "other": on(5)}, on(3, 5, 19))
    assert tended(tending([])) == Tended()
    assert tended(tending(marks)).of("gone") == ()


def in_order(*marks: Mark) -> list[Mark]:
    return sorted(marks, key=lambda mark: (mark.day, mark.at, mark.id))


def test_what_changes_on_a_day_is_seen_without_looking_at_the_others() -> None:
    before = tended(tending([done(3), done(16), done(16, "other")]))
    assert seen_anew(before, TODAY, in_order(done(3), done(16), done(19))).by_goal["g"] == on(3, 16, 19)
    assert seen_anew(before, on(16)[0], in_order(done(3), done(16, "new"))) == Tended(
        {"g": on(3), "other": (), "new": on(16)}, on(3, 16)
    )
    assert seen_anew(before, on(3)[0], in_order(done(3), done(3, size=Size.FULL), done(16))) == before
    assert seen_anew(before, on(5)[0], []) == before


def test_the_marks_of_a_day_are_found_among_all() -> None:
    marks = in_order(done(3), done(5), done(5, "other"), done(7))
    assert [mark.id for mark in on_day(marks, on(5)[0])] == ["g5tiny", "other5tiny"]
    assert list(on_day(marks, on(6)[0])) == []
    assert [mark.day for mark in since(marks, on(6)[0])] == list(on(7))


def test_tended_three_of_the_last_seven_days() -> None:
    days = on(12, 13, 16, 19)
    assert tended_of_last(days, TODAY) == 3
    assert tended_of_last(days, date(2026, 11, 20)) == 2
    assert tended_of_last(days, TODAY, 28) == 4
    assert tended_of_last((), TODAY) == 0


def test_what_lies_ahead_after_a_clock_was_set_back_is_not_counted_today() -> None:
    assert tended_of_last(on(18, 20), TODAY) == 1
    assert dots(on(18, 20), TODAY) == (False,) * 5 + (True, False)


def test_seven_dots_the_earliest_first() -> None:
    assert dots(on(5, 13, 16, 19), TODAY) == (True, False, False, True, False, False, True)


def test_coming_back_takes_seven_quiet_days_and_the_first_day_is_a_beginning() -> None:
    assert returns(on(1, 9, 16)) == on(9)
    assert returns(on(1, 8)) == ()
    assert returns(on(9)) == ()
    assert returns((date(2025, 1, 1), *on(1, 30))) == on(1, 30)


def test_effort_is_what_was_done_beside_the_energy_there_was() -> None:
    low = [done(19, energy=2), mark(id="t", answer=Answer.TRIED, energy=3), done(18, size=Size.FULL, energy=5)]
    assert (effort(low, TODAY).done, effort(low, TODAY).energy, effort(low, TODAY).is_whole) == (2, 2, True)
    assert (effort(low, on(18)[0]).done, effort(low, on(18)[0]).is_whole) == (4, False)
    nothing = effort(low, on(1)[0])
    assert (nothing.done, nothing.energy, nothing.is_whole) == (0, None, False)
