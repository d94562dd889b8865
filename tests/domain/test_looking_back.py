"""What the check-ins say when one looks back: days, quiet weeks, and the words one uses."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.check_ins import activity_names, by_day, came_back, days_away, feeling_words, fresh
from domain.models import FEELINGS, Activity, CheckIn
from tests.domain.samples import in_order, local, made


def test_without_check_ins_there_are_no_days() -> None:
    assert by_day([], 7) == ()


def test_days_come_latest_first_and_each_day_earliest_first() -> None:
    check_ins = in_order(made("9:12"), made("21:00", 2), made("7:30"), made("6:00", 2), made("12:00", 400))
    days = by_day(check_ins, 7)
    assert [day.date for day in days] == [date(2026, 11, 19), date(2026, 11, 17), date(2025, 10, 15)]
    assert [[check_in.local.hour for check_in in day.check_ins] for day in days] == [[7, 9], [6, 21], [12]]


def test_two_of_one_moment_stand_in_the_order_of_their_ids() -> None:
    (day,) = by_day(in_order(made("9:12", id="b"), made("9:12", id="a")), 7)
    assert [check_in.id for check_in in day.check_ins] == ["a", "b"]


def test_a_check_in_belongs_to_the_day_on_the_wall_where_it_was_made() -> None:
    instant = datetime(2026, 11, 19, 23, 30, tzinfo=UTC)
    here, there = CheckIn("here", instant, 0, mood=3), CheckIn("there", instant, 60, mood=3)
    assert [(day.date.day, [check_in.id for check_in in day.check_ins]) for day in by_day([here, there], 7)] == [
        (20, ["there"]),
        (19, ["here"]),
    ]


@given(st.lists(st.tuples(st.integers(0, 40_000), st.integers(-720, 840)), max_size=20))
def test_every_check_in_stands_in_exactly_one_day_its_own(times: list[tuple[int, int]]) -> None:
    start = datetime(2026, 11, 19, tzinfo=UTC)
    check_ins = in_order(
        *(
            CheckIn(str(place), start - timedelta(minutes=minutes), offset, mood=3)
            for place, (minutes, offset) in enumerate(times)
        )
    )
    days = by_day(check_ins, 99)
    assert sorted(check_in.id for day in days for check_in in day.check_ins) == sorted(c.id for c in check_ins)
    assert all(check_in.day == day.date for day in days for check_in in day.check_ins)
    assert [day.date for day in days] == sorted({day.date for day in days}, reverse=True)
    assert all(by_day(check_ins, count) == days[:count] for count in range(len(days) + 1))  # whatever the journey


def test_of_many_days_no_more_than_asked_for_are_looked_at() -> None:
    looked_at = []

    class Watched(list[CheckIn]):
        def __reversed__(self):  # type: ignore[no-untyped-def]
            for check_in in super().__reversed__():
                looked_at.append(check_in)
                yield check_in

    many = Watched(in_order(*(made("9:12", day) for day in range(1000))))
    assert len(by_day(many, 14)) == 14
    assert len(looked_at) == 18


@pytest.mark.parametrize(("time", "shown"), [("9:12:00", True), ("11:11:59", True), ("11:12:00", False)])
def test_a_check_in_is_fresh_for_two_hours(time: str, shown: bool) -> None:
    assert (fresh([made("9:12")], local(time)) == made("9:12")) is shown


def test_the_latest_of_several_is_the_fresh_one_and_one_to_come_is_not() -> None:
    assert fresh([made("9:00"), made("9:10"), made("9:30")], local("9:12")) == made("9:10")
    assert fresh([made("9:30")], local("9:12")) is None


@pytest.mark.parametrize(("days_ago", "away"), [(1, 1), (3, 3), (8, 8)])
def test_days_away_are_counted_from_the_last_check_in_before_today(days_ago: int, away: int) -> None:
    assert days_away([made("9:00", 30), made("23:59", days_ago)], local("0:01")) == away


def test_nobody_is_away_on_the_first_day_nor_without_check_ins() -> None:
    assert days_away([], local()) == 0
    assert days_away([made("8:00"), made("9:00")], local()) == 0


def test_checking_in_today_does_not_hide_how_long_the_pause_was() -> None:
    assert days_away([made("9:12", 5), made("8:00")], local()) == 5


@pytest.mark.parametrize(("days_ago", "back"), [(1, False), (7, False), (8, True), (30, True)])
def test_coming_back_takes_seven_days_without_a_check_in_between(days_ago: int, back: bool) -> None:
    assert came_back([made("23:59", days_ago), made("0:00")], local("9:12")) is back


def test_coming_back_stays_true_until_midnight_and_is_over_the_day_after() -> None:
    check_ins = [made("9:00", 8), made("9:12")]
    assert came_back(check_ins, local("23:59"))
    assert not came_back(check_ins, local("0:00", days_ago=-1))
    assert not came_back([*check_ins, made("9:00", -1)], local("9:00", days_ago=-1))


def test_one_has_not_come_back_before_the_first_check_in_of_today() -> None:
    assert not came_back([made("9:00", 8)], local("9:12"))
    assert not came_back([made("9:00")], local("9:12"))
    assert not came_back([], local("9:12"))


def test_a_second_check_in_of_the_day_does_not_undo_coming_back() -> None:
    assert came_back([made("9:00", 8), made("8:00"), made("9:12")], local("9:13"))


def test_at_first_tends_own_words_are_offered() -> None:
    assert feeling_words([]) == FEELINGS == ("tired", "hopeful", "calm", "worried", "lonely", "flat")


def test_the_words_used_most_come_first_and_none_stands_twice() -> None:
    check_ins = [
        made("8:00", 3, feelings=("soft", "flat")),
        made("8:00", 2, feelings=("soft",)),
        made("8:00", 1, feelings=("flat", "soft", "new")),
    ]
    assert feeling_words(check_ins) == ("soft", "flat", "new", "tired", "hopeful", "calm", "worried", "lonely")


def test_of_words_used_as_often_the_latest_comes_first() -> None:
    assert feeling_words([made("8:00", 5, feelings=("old",)), made("8:00", 1, feelings=("new",))])[:2] == ("new", "old")


def test_twelve_own_words_are_offered_and_a_chosen_one_always() -> None:
    many = in_order(*(made("8:00", day, feelings=(f"word {day}",)) for day in range(1, 15)))
    words = feeling_words(many, ["word 14", "tired"])
    assert words[:12] == tuple(f"word {day}" for day in range(1, 13))
    assert words[12:] == (*FEELINGS, "word 14")


def test_activities_come_most_used_first_then_latest_and_at_most_twelve() -> None:
    check_ins = [
        made("8:00", 9, activities=(Activity("a walk"), Activity("soup"))),
        made("8:00", 8, activities=(Activity("a walk", 1, 2),)),
        made("8:00", 7, activities=(Activity("tea"),)),
    ]
    assert activity_names(check_ins) == ("a walk", "tea", "soup")
    assert activity_names([]) == ()
    many = in_order(*(made("8:00", day, activities=(Activity(f"thing {day}"),)) for day in range(1, 15)))
    assert activity_names(many) == tuple(f"thing {day}" for day in range(1, 13))


def test_nothing_here_changes_the_check_ins_it_is_given() -> None:
    check_ins = [made("8:00", 9), made("9:00", 8, feelings=("calm",))]
    before = [replace(check_in) for check_in in check_ins]
    by_day(check_ins, 7), feeling_words(check_ins), activity_names(check_ins), days_away(check_ins, local())
    assert check_ins == before
