"""Goals, their sizes and the answers to them."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from domain.errors import OutOfRange, TooLong, Wordless
from domain.goals import FIRST_AREAS, LONGEST_TITLE, Answer, Area, Goal, Mark, Size, Strength, Value, step

DAY = date(2026, 11, 19)
AT = datetime(2026, 11, 19, 8, 12, tzinfo=UTC)


def mark(**fields: Any) -> Mark:
    given = {"id": "m", "day": DAY, "at": AT, "utc_offset_minutes": 60, "answer": Answer.DONE, "goal_id": "g"}
    given |= {"size": Size.TINY} if fields.get("answer", Answer.DONE) is Answer.DONE else {}
    return Mark(**(given | fields))


def test_a_size_left_empty_is_the_next_smaller_one_and_all_empty_the_goal_itself() -> None:
    plot = Goal("g", "Look after my plot", full="An hour at the plot", tiny="Look at one plant")
    assert [step(plot, size) for size in Size] == ["An hour at the plot", "Look at one plant", "Look at one plant"]
    assert {step(Goal("g", "Swim"), size) for size in Size} == {"Swim"}
    assert step(Goal("g", "Swim", full="Ten lanes"), Size.TINY) == "Swim"


@pytest.mark.parametrize("words", ["", " ", "\t\n"])
def test_a_goal_a_strength_and_an_area_of_ones_own_need_words(words: str) -> None:
    for make in (lambda: Goal("g", words), lambda: Strength("s", words), lambda: Value("v", Area.OWN, words)):
        with pytest.raises(Wordless):
            make()
    assert Value("v", Area.GROWING, words).area is Area.GROWING


def test_titles_have_an_end_and_notes_a_far_one() -> None:
    assert Goal("g", "x" * LONGEST_TITLE, note="n" * 10_000).words == "x" * 200
    for fields in ({"words": "x" * 201}, {"tiny": "x" * 201}, {"note": "n" * 10_001}, {"ask": "n" * 10_001}):
        with pytest.raises(TooLong):
            Goal(**({"id": "g", "words": "Swim"} | fields))


@pytest.mark.parametrize("fields", [{"times_a_week": 0}, {"times_a_week": 8}, {"weekdays": (7,)}, {"weekdays": (-1,)}])
def test_numbers_outside_their_scale_are_refused(fields: dict[str, Any]) -> None:
    with pytest.raises(OutOfRange):
        Goal("g", "Swim", **fields)


def test_the_first_eight_areas_are_those_of_the_design() -> None:
    assert [area.value for area in FIRST_AREAS] == [
        *("loved", "friends", "growing", "making", "learning", "helping", "faith", "body")
    ]


@pytest.mark.parametrize("answer", [answer for answer in Answer if answer is not Answer.DONE])
def test_only_what_was_done_has_a_size(answer: Answer) -> None:
    assert mark(answer=answer).size is None
    with pytest.raises(OutOfRange):
        mark(answer=answer, size=Size.TINY)
    with pytest.raises(OutOfRange):
        mark(size=None)


def test_rest_may_stand_alone_and_nothing_else_may() -> None:
    assert mark(answer=Answer.RESTED, goal_id=None).goal_id is None
    for answer in (Answer.TRIED, Answer.NOT_TODAY, Answer.DONE):
        with pytest.raises(OutOfRange):
            mark(answer=answer, goal_id=None)


@pytest.mark.parametrize(("until", "found"), [(None, False), (DAY, False), (DAY - timedelta(days=1), True)])
def test_a_goal_is_over_after_its_last_day_and_never_without_one(until: date | None, found: bool) -> None:
    goal = Goal("g", "Swim", until=until)
    assert goal.is_over(DAY) is found
    assert goal.is_active


def test_what_is_too_long_says_how_much_fits() -> None:
    for make, longest in ((lambda: Goal("g", "x" * 201), 200), (lambda: Goal("g", "x", note="x" * 10_001), 10_000)):
        with pytest.raises(TooLong) as refused:
            make()
        assert refused.value.longest == longest


def test_doing_and_trying_tend_a_goal_resting_and_not_today_leave_it_be() -> None:
    assert [answer for answer in Answer if mark(answer=answer).is_tending] == [Answer.DONE, Answer.TRIED]


def test_a_mark_counts_for_the_day_that_was_chosen_wherever_it_was_marked() -> None:
    travelled = mark(day=DAY - timedelta(days=1), utc_offset_minutes=-720)
    assert travelled.day == date(2026, 11, 18)
    for fields in ({"at": AT.replace(tzinfo=None)}, {"utc_offset_minutes": 900}, {"energy": 0}, {"energy_after": 6}):
        with pytest.raises(OutOfRange):
            mark(**fields)
