"""What a tap on a goal makes: on days of any length, in any zone, for today or another day."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest

from domain.errors import InTheFuture
from domain.goals import Answer, Goal, Mark, Size
from domain.marking import marked, rest, resting, small_thing, up_again
from tests.domain.samples import local

PLOT = Goal("plot", "Look after my plot", gentle="Water the pots", tiny="Look at one plant")
TODAY = date(2026, 11, 19)


def test_a_mark_knows_its_words_its_size_and_the_energy_there_was() -> None:
    assert marked(PLOT, Answer.DONE, Size.TINY, now=local(), id="m", energy=2) == Mark(
        "m", TODAY, local().astimezone(UTC), 60, Answer.DONE, "plot", "Look at one plant", Size.TINY, 2
    )


@pytest.mark.parametrize("answer", [Answer.TRIED, Answer.RESTED, Answer.NOT_TODAY])
def test_what_was_not_done_has_words_and_no_size(answer: Answer) -> None:
    found = marked(PLOT, answer, Size.GENTLE, now=local(), id="m")
    assert (found.answer, found.words, found.size) == (answer, "Water the pots", None)


def test_another_day_takes_a_mark_without_the_energy_of_now_and_a_day_to_come_takes_none() -> None:
    earlier = marked(PLOT, Answer.DONE, Size.FULL, now=local(), id="m", energy=2, day=date(2026, 11, 1))
    assert (earlier.day, earlier.at, earlier.energy) == (date(2026, 11, 1), local(), None)
    assert marked(PLOT, Answer.DONE, Size.FULL, now=local(), id="m", energy=2, day=TODAY).energy == 2
    with pytest.raises(InTheFuture):
        marked(PLOT, Answer.DONE, Size.FULL, now=local(), id="m", day=date(2026, 11, 20))


@pytest.mark.parametrize(
    ("instant", "day"),
    [
        (datetime(2026, 3, 29, 0, 30, tzinfo=UTC), date(2026, 3, 29)),  # a day of 23 hours in Berlin
        (datetime(2026, 3, 29, 21, 59, tzinfo=UTC), date(2026, 3, 29)),
        (datetime(2026, 10, 24, 22, 0, tzinfo=UTC), date(2026, 10, 25)),  # and one of 25
        (datetime(2026, 10, 25, 22, 59, tzinfo=UTC), date(2026, 10, 25)),
    ],
)
def test_days_are_the_local_ones_on_days_of_23_and_25_hours_too(instant: datetime, day: date) -> None:
    now = instant.astimezone(ZoneInfo("Europe/Berlin"))
    found = marked(PLOT, Answer.DONE, Size.TINY, now=now, id="m")
    assert (found.day, found.at, found.local.date()) == (day, instant, day)


def test_a_mark_made_far_away_keeps_the_day_it_was_there() -> None:
    auckland = datetime(2026, 11, 19, 8, 0, tzinfo=timezone(timedelta(hours=13)))
    found = marked(PLOT, Answer.DONE, Size.TINY, now=auckland, id="m")
    assert (found.day, found.at.day, found.utc_offset_minutes) == (date(2026, 11, 19), 18, 780)


def test_rest_goes_on_until_it_ends_and_a_clock_set_back_does_not_turn_it_round() -> None:
    resting_now = rest(local("9:20"), "r", 2)
    assert resting([resting_now]) == resting_now
    ended = up_again(resting_now, local("10:00"))
    assert (ended.until, resting([ended])) == (local("10:00"), None)
    assert up_again(resting_now, local("8:00")).until == local("9:20")
    assert resting([]) is None


def test_a_small_thing_without_a_goal_counts_as_tending() -> None:
    found = small_thing("Drink some water", local(), "m", 1)
    assert (found.goal_id, found.size, found.energy, found.is_tending) == (None, Size.TINY, 1, True)
