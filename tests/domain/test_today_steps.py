"""The steps Today offers: few, in the fitting size, and the person's own choice first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime

from domain.goals import Answer, Farewell, Goal, Mark, Often, Pause, Size
from domain.pacing import Pacing
from domain.progress import Tended, tended, tending
from domain.today import Choice, Step, answers, asks_too_much, one_more, steps, suits
from tests.domain.samples import local
from tests.domain.test_goals import mark

TODAY = date(2026, 11, 19)  # a Thursday
PLOT = Goal("plot", "Look after my plot", full="An hour", gentle="Water the pots", tiny="Look at one plant")
MAYA = Goal("maya", "See Maya", started=date(2026, 11, 2))
SWIM = Goal("swim", "Swim on Sundays", started=date(2026, 11, 1), weekdays=(6,))
READ = Goal("read", "Read", started=date(2026, 11, 3))


def offered(goals: Sequence[Goal], marks: Sequence[Mark] = (), energy: int | None = None, **more: Choice) -> list[Step]:
    kept = sorted(marks, key=lambda mark: (mark.day, mark.at, mark.id))
    return list(steps(goals, kept, tended(tending(kept)), energy, TODAY, **more))


def ids(found: Sequence[Step]) -> list[str]:
    return [step.goal.id for step in found]


def test_low_energy_offers_one_tiny_step_some_two_gentle_ones_more_three_full_ones() -> None:
    goals = (PLOT, MAYA, READ)
    (only,) = offered(goals, energy=1)
    assert (only.words, only.size) == ("Look at one plant", Size.TINY)
    assert [(step.words, step.size) for step in offered(goals, energy=3)] == [
        ("Water the pots", Size.GENTLE),
        ("See Maya", Size.GENTLE),
    ]
    assert [step.size for step in offered(goals, energy=5)] == [Size.FULL] * 3


def test_what_was_tended_longest_ago_comes_first_and_a_new_goal_waits_from_its_start() -> None:
    marks = [mark(id="a", goal_id="plot", day=date(2026, 11, 18)), mark(id="b", goal_id="maya", day=date(2026, 11, 1))]
    assert ids(offered((PLOT, MAYA, READ), marks, energy=5)) == ["maya", "read", "plot"]


def test_a_tick_moves_no_step_and_what_waits_for_another_day_goes_last() -> None:
    goals = (replace(MAYA, id="a"), replace(MAYA, id="b"), replace(MAYA, id="c"))
    assert ids(offered(goals, energy=5)) == ["a", "b", "c"]
    assert ids(offered(goals, [mark(goal_id="b")], energy=5)) == ["a", "b", "c"]
    assert ids(offered(goals, [mark(goal_id="a", answer=Answer.NOT_TODAY)], energy=5)) == ["b", "c", "a"]
    choice = Choice(TODAY, ("c", "b", "a"))
    assert ids(offered(goals, [mark(goal_id="c", answer=Answer.NOT_TODAY)], energy=5, choice=choice)) == ["b", "a", "c"]


def test_what_was_answered_today_stays_and_says_so() -> None:
    marks = [mark(goal_id="read", size=Size.FULL), mark(id="n", goal_id="maya", answer=Answer.NOT_TODAY)]
    found = offered((PLOT, MAYA, READ), marks, energy=2)
    assert [(step.goal.id, step.is_done, step.size) for step in found] == [
        ("read", True, Size.FULL),
        ("maya", False, Size.TINY),
    ]


def test_the_choice_of_today_is_what_is_shown_and_yesterdays_is_not() -> None:
    choice = Choice(TODAY, ("swim", "gone", "plot"), (("plot", Size.FULL),))
    found = offered((PLOT, MAYA, SWIM), energy=1, choice=choice)
    assert [(step.goal.id, step.words) for step in found] == [("swim", "Swim on Sundays"), ("plot", "An hour")]
    assert ids(offered((PLOT, MAYA), energy=1, choice=replace(choice, day=date(2026, 11, 18)))) == ["plot"]
    resized = Choice(TODAY, None, (("plot", Size.FULL),))
    assert [step.size for step in offered((PLOT,), energy=1, choice=resized)] == [Size.FULL]


def test_resting_goals_and_those_let_go_are_never_offered() -> None:
    resting, gone = replace(MAYA, pause=Pause(TODAY)), replace(READ, farewell=Farewell(TODAY, "It was good"))
    assert ids(offered((resting, gone), energy=5)) == []
    assert ids(offered((resting, gone, PLOT), energy=5, choice=Choice(TODAY, ("maya", "read", "plot")))) == ["plot"]


def test_a_goal_with_days_is_offered_on_them_and_one_for_a_few_times_a_week_until_then() -> None:
    assert not suits(SWIM, Tended(), TODAY)
    assert suits(SWIM, Tended(), date(2026, 11, 22))
    weekly = replace(MAYA, often=Often.WEEKLY, times_a_week=2)
    assert suits(weekly, Tended({"maya": (date(2026, 11, 12), date(2026, 11, 13))}), TODAY)
    assert not suits(weekly, Tended({"maya": (date(2026, 11, 13), date(2026, 11, 18))}), TODAY)
    once = replace(MAYA, often=Often.ONCE)
    assert suits(once, Tended(), TODAY)
    assert not suits(once, Tended({"maya": (date(2020, 1, 1),)}), TODAY)


def test_without_goals_there_is_nothing_and_that_is_fine() -> None:
    assert offered(()) == []


def test_one_more_is_the_tiny_step_of_the_goal_that_waits_longest_and_was_not_answered() -> None:
    marks = [mark(id="a", goal_id="plot"), mark(id="n", goal_id="maya", answer=Answer.NOT_TODAY)]
    known = tended(tending(marks))
    found = one_more((PLOT, MAYA, READ), marks, known, TODAY)
    assert found == Step(READ, Size.TINY, "Read")
    assert one_more((PLOT, MAYA), marks, known, TODAY) is None
    assert one_more((replace(READ, pause=Pause(TODAY)),), [], Tended(), TODAY) is None


ON = Pacing(is_on=True)  # some energy holds 4; tiny 1, gentle 2, full 4


def at(time: str) -> datetime:
    return local(time).astimezone(UTC)


def asked(*steps_: tuple[Size, Mark | None], energy: int | None = 3, pacing: Pacing = ON) -> bool:
    found = [Step(PLOT, size, "words", given) for size, given in steps_]
    return asks_too_much(found, energy, local("9:00"), pacing)


def test_more_than_the_energy_holds_is_asked_for_once_the_steps_to_do_are_more() -> None:
    assert not asked((Size.GENTLE, None), (Size.GENTLE, None))
    assert asked((Size.GENTLE, None), (Size.GENTLE, None), (Size.TINY, None))
    assert not asked((Size.FULL, None), (Size.FULL, None), energy=None)
    assert not asked((Size.FULL, None), (Size.FULL, None), pacing=Pacing())


def test_what_was_done_since_the_energy_was_answered_counts_and_what_was_done_before_is_in_the_answer() -> None:
    after, before = mark(at=at("10:00"), size=Size.FULL), mark(at=at("8:00"), size=Size.FULL)
    at_once = mark(at=at("9:00"), size=Size.FULL)
    assert asked((Size.FULL, after), (Size.TINY, None))
    assert not asked((Size.FULL, before), (Size.TINY, None))
    assert not asked((Size.FULL, at_once), (Size.TINY, None))


def test_once_nothing_is_left_to_do_nothing_was_too_much() -> None:
    after = mark(at=at("10:00"), size=Size.FULL)
    assert not asked((Size.FULL, after), (Size.FULL, after))
    assert not asked()


def test_a_try_takes_energy_and_what_waits_or_rested_takes_none() -> None:
    answered = {answer: mark(at=at("10:00"), answer=answer) for answer in Answer}
    assert asked((Size.FULL, answered[Answer.TRIED]), (Size.TINY, None))
    assert not asked((Size.FULL, answered[Answer.NOT_TODAY]), (Size.TINY, None))
    assert not asked((Size.FULL, answered[Answer.RESTED]), (Size.TINY, None))


def test_of_several_answers_to_a_goal_what_was_done_stands_and_otherwise_the_latest() -> None:
    done, tried = mark(id="a", goal_id="plot"), mark(id="b", goal_id="plot", answer=Answer.TRIED)
    later = mark(id="c", goal_id="plot", answer=Answer.RESTED)
    assert answers([done, tried, later]) == {"plot": done}
    assert answers([tried, later]) == {"plot": later}
    assert answers([mark(goal_id=None, words="Drink some water")]) == {}
