"""What a tap does, and taking it back."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.check_ins import Question, Tap, answer, current, moved, take_back
from domain.errors import InTheFuture, OutOfRange
from domain.models import Activity, CheckIn, Sleep
from tests.domain.samples import local, made

MOOD, ENERGY = Question.MOOD, Question.ENERGY


@pytest.mark.parametrize(
    ("tapped_at", "same"),
    [("9:12:00", True), ("9:26:59", True), ("9:27:00", False), ("23:00", False)],
)
def test_a_tap_belongs_to_the_check_in_until_it_is_fifteen_minutes_old(tapped_at: str, same: bool) -> None:
    first = made("9:12", mood=3)
    changed, tap = answer([first], ENERGY, 4, local(tapped_at), "new")
    assert (changed.id == first.id) is same
    assert tap.check_in_id == changed.id
    assert changed == (replace(first, energy=4) if same else made(tapped_at, id="new", energy=4))


def test_the_fifteen_minutes_count_from_the_check_in_and_not_from_its_last_change() -> None:
    check_in, _ = answer([], MOOD, 3, local("9:12"), "a")
    check_in, _ = answer([check_in], ENERGY, 2, local("9:26"), "b")
    later, _ = answer([check_in], MOOD, 4, local("9:27"), "c")
    assert (check_in.id, later.id) == ("a", "c")
    assert (later.mood, later.energy) == (4, None)


def test_the_first_tap_makes_a_check_in_of_now_with_that_answer_alone() -> None:
    check_in, tap = answer([], MOOD, 2, local("9:12"), "a")
    assert check_in == made("9:12", id="a", mood=2)
    assert tap == Tap("a", MOOD, None)


def test_the_second_question_completes_the_same_check_in() -> None:
    first, _ = answer([], MOOD, 2, local("9:12"), "a")
    both, tap = answer([first], ENERGY, 5, local("9:13"), "b")
    assert both == made("9:12", id="a", mood=2, energy=5)
    assert tap == Tap("a", ENERGY, None)


def test_a_second_tap_on_the_same_question_replaces_the_answer_and_remembers_the_first() -> None:
    first, _ = answer([], MOOD, 2, local("9:12"), "a")
    changed, tap = answer([first], MOOD, 4, local("9:13"), "b")
    assert changed.mood == 4
    assert tap == Tap("a", MOOD, 2)


def test_a_tap_keeps_every_detail_that_was_added() -> None:
    full = made("9:12", mood=3, feelings=("calm",), note="rain", sleep=Sleep.OK, distress=0)
    changed, _ = answer([full], ENERGY, 1, local("9:20"), "new")
    assert changed == replace(full, energy=1)


@pytest.mark.parametrize("value", [0, 6])
@pytest.mark.parametrize("question", list(Question))
def test_an_answer_off_the_scale_is_refused(question: Question, value: int) -> None:
    with pytest.raises(OutOfRange):
        answer([made("9:12")], question, value, local("9:12"), "new")


def test_no_check_in_is_current_where_there_is_none() -> None:
    assert current([], local("9:12")) is None


def test_the_latest_of_several_takes_the_tap() -> None:
    first, second = made("9:05"), made("9:10")
    assert current([first, second], local("9:12")) == second


def test_an_older_check_in_takes_no_tap_although_the_latest_is_too_old_as_well() -> None:
    assert current([made("8:00"), made("8:50")], local("9:12")) is None


def test_a_check_in_dated_later_than_now_never_takes_a_tap_nor_hides_the_one_that_does() -> None:
    assert current([made("9:13")], local("9:12")) is None
    assert current([made("9:10"), made("9:13")], local("9:12")) == made("9:10")


def test_the_same_moment_on_another_clock_is_the_same_check_in() -> None:
    flown = local("9:20").astimezone(timezone(timedelta(hours=-8)))
    assert current([made("9:12")], flown) == made("9:12")


def test_taking_back_the_first_tap_leaves_an_empty_check_in() -> None:
    check_in, tap = answer([], MOOD, 2, local("9:12"), "a")
    undone = take_back([check_in], tap)
    assert undone == CheckIn("a", check_in.at, 60)
    assert undone is not None
    assert undone.is_empty


def test_taking_back_keeps_what_was_added_after_the_tap() -> None:
    check_in, tap = answer([], MOOD, 2, local("9:12"), "a")
    later = replace(check_in, note="rain", feelings=("calm",), activities=(Activity("a walk", 1, 2),))
    assert take_back([later], tap) == replace(later, mood=None)


def test_taking_back_gives_the_answer_that_stood_there_before() -> None:
    first = made("9:12", mood=2, energy=5)
    changed, tap = answer([first], MOOD, 4, local("9:13"), "new")
    assert take_back([made("8:00"), changed], tap) == first


def test_taking_back_a_tap_on_a_check_in_that_is_gone_gives_nothing() -> None:
    assert take_back([made("8:00")], Tap("gone", ENERGY, 3)) is None
    assert take_back([], Tap("gone", ENERGY, 3)) is None


steps = st.integers(1, 5)
taps = st.lists(st.tuples(st.sampled_from(Question), steps, st.integers(0, 20)), max_size=8)


@given(taps, st.sampled_from(Question), steps)
def test_taking_back_the_latest_tap_undoes_it(
    before: list[tuple[Question, int, int]], question: Question, value: int
) -> None:
    now, kept = local("9:12"), {}
    for place, (earlier, step, minutes) in enumerate(before):
        now += timedelta(minutes=minutes)
        check_in, _ = answer(list(kept.values()), earlier, step, now, f"{place}")
        kept[check_in.id] = check_in
    after, tap = answer(list(kept.values()), question, value, now, "last")
    undone = take_back([*(other for id_, other in kept.items() if id_ != after.id), after], tap)
    assert undone is not None
    assert undone == kept[after.id] if after.id in kept else undone.is_empty


def test_moving_changes_the_time_and_keeps_everything_else() -> None:
    full = made("9:12", mood=3, energy=2, feelings=("calm",), note="rain", sleep_hours=7.5, distress=4)
    earlier = local("22:40", days_ago=2)
    assert moved(full, earlier, local("9:30")) == replace(full, at=earlier.astimezone(UTC))


def test_moving_takes_the_offset_of_the_new_time() -> None:
    summer = datetime(2026, 7, 1, 8, 0, tzinfo=timezone(timedelta(hours=2)))
    changed = moved(made("9:12"), summer, local("9:30"))
    assert (changed.at, changed.utc_offset_minutes) == (datetime(2026, 7, 1, 6, 0, tzinfo=UTC), 120)
    assert changed.local.hour == 8


@pytest.mark.parametrize("time", ["9:30:01", "9:31", "23:59"])
def test_moving_into_the_future_is_refused(time: str) -> None:
    with pytest.raises(InTheFuture):
        moved(made("9:12"), local(time), local("9:30"))


def test_moving_to_this_very_moment_is_allowed() -> None:
    assert moved(made("9:12"), local("9:30"), local("9:30")).local == local("9:30")
