"""Goals by their values, and the days of one goal."""

from __future__ import annotations

from datetime import date, timedelta

from domain.gathering import Group, answered, further_back, gathered, has_sizes, is_asking, shortened
from domain.goals import Answer, Area, Farewell, Goal, Mark, Pause, Size, Value
from domain.marking import changed, marked, rest, resting
from tests.domain.samples import local

TODAY = local().date()
FRIENDS, HOME = Value("f", Area.FRIENDS), Value("h", Area.HOME, place=1)


def day(days_ago: int) -> date:
    return TODAY - timedelta(days=days_ago)


def made(id: str, days_ago: int = 0, answer: Answer = Answer.DONE, goal: str = "g") -> Mark:
    return marked(Goal(goal, "Swim"), answer, Size.TINY, now=local(), id=id, day=day(days_ago))


def test_groups_stand_in_the_order_of_the_values_and_hold_the_goals_in_theirs() -> None:
    goals = [Goal("1", "Sweep", "h"), Goal("2", "Call", "f"), Goal("3", "Swim"), Goal("4", "Write", "f")]
    found = gathered(goals, [FRIENDS, HOME])
    assert [(group.value, [goal.id for goal in group.goals]) for group in found.groups] == [
        (FRIENDS, ["2", "4"]),
        (HOME, ["1"]),
        (None, ["3"]),
    ]


def test_a_goal_of_a_value_that_is_gone_stands_with_those_without() -> None:
    assert gathered([Goal("1", "Sing", "gone")], [FRIENDS]).groups == (Group(None, (Goal("1", "Sing", "gone"),)),)


def test_a_value_without_active_goals_has_no_group() -> None:
    resting_goal = Goal("1", "Swim", "f", pause=Pause(day(3)))
    found = gathered([resting_goal], [FRIENDS])
    assert (found.groups, found.resting, found.let_go) == ((), (resting_goal,), ())


def test_goals_let_go_stand_latest_first_and_nowhere_else() -> None:
    old, new = (Goal(id, "Swim", farewell=Farewell(day(ago)), pause=Pause(day(30))) for id, ago in (("1", 9), ("2", 2)))
    found = gathered([old, new], [])
    assert (found.groups, found.resting, found.let_go) == ((), (), (new, old))


def test_values_behind_the_first_five_stand_behind_and_goals_without_one_in_front() -> None:
    values = [Value(str(place), Area.OWN, "x", place=place) for place in range(7)]
    goals = [Goal("a", "Sing", "6"), Goal("b", "Row", "4"), Goal("c", "Sew"), Goal("d", "Bake", "5")]
    found = gathered(goals, values)
    assert [(group.value and group.value.id, group.goals[0].id) for group in found.groups] == [("4", "b"), (None, "c")]
    assert [(group.value.id, group.goals[0].id) for group in found.behind] == [("5", "d"), ("6", "a")]


def test_a_goal_has_sizes_once_one_of_them_says_something_else() -> None:
    assert not has_sizes(Goal("g", "Swim"))
    assert not has_sizes(Goal("g", "Swim", full="Swim", gentle="Swim", tiny="Swim"))
    assert all(has_sizes(Goal("g", "Swim", **{size: "A mile"})) for size in ("full", "gentle", "tiny"))


def test_shortened_groups_hold_so_many_goals_and_no_group_is_empty() -> None:
    groups = [Group(FRIENDS, (Goal("1", "a"), Goal("2", "b"))), Group(None, (Goal("3", "c"),))]
    assert [[goal.id for goal in group.goals] for group in shortened(groups, 2)] == [["1", "2"]]
    assert shortened(groups, 3) == tuple(groups)
    assert shortened(groups, 0) == ()


def test_it_asks_on_the_day_and_later_and_never_without_one() -> None:
    asks = Goal("1", "Swim", pause=Pause(day(9), TODAY))
    assert [is_asking(asks, day(ago)) for ago in (1, 0, -1)] == [False, True, True]
    assert not is_asking(Goal("1", "Swim", pause=Pause(day(9))), TODAY)
    assert not is_asking(Goal("1", "Swim"), TODAY)


def test_the_days_of_one_goal_stand_latest_first_without_what_was_put_off() -> None:
    marks = [made("a", 3), made("b", 3, Answer.TRIED), made("c", 2, goal="other"), made("d", 1, Answer.NOT_TODAY)]
    marks.append(made("e", 0, Answer.RESTED))
    found = [(answer.day, [mark.id for mark in answer.marks]) for answer in answered(marks, "g")]
    assert found == [(TODAY, ["e"]), (day(3), ["a", "b"])]
    assert answered([], "g") == ()


def test_looking_further_back_takes_a_longer_gap_in_one_step() -> None:
    first = date(2026, 3, 1)
    assert further_back((), first, 60) == date(2025, 12, 31)
    assert further_back((date(2026, 2, 20), date(2026, 3, 1)), first, 60) == date(2025, 12, 31)
    assert further_back((date(2025, 5, 4), date(2026, 3, 1)), first, 60) == date(2025, 5, 4)
    assert further_back((date(2026, 3, 1),), first, 60) == date(2025, 12, 31)


def test_a_changed_mark_keeps_its_day_its_time_and_its_energy() -> None:
    goal = Goal("g", "Swim", full="A mile", tiny="One foot in")
    before = marked(goal, Answer.DONE, Size.TINY, now=local("8:00"), id="m", energy=2)
    full = changed(before, goal, Answer.DONE, Size.FULL)
    assert (full.size, full.words, full.at, full.energy, full.id) == (Size.FULL, "A mile", before.at, 2, "m")
    tried = changed(full, goal, Answer.TRIED, Size.TINY)
    assert (tried.answer, tried.size, tried.words) == (Answer.TRIED, None, "One foot in")


def test_rest_in_place_of_a_goal_does_not_go_on() -> None:
    own = rest(local("8:00"), "r")
    assert resting([own, made("a", 0, Answer.RESTED)]) == own
    assert resting([made("a", 0, Answer.RESTED)]) is None
