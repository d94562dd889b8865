"""Energy that is known for a while, the size that fits it, and a budget that blocks nothing."""

from __future__ import annotations

from typing import Any

import pytest

from domain.errors import OutOfRange
from domain.goals import Size
from domain.pacing import Pacing, energy_now, fitting_size, is_over, next_change, steps_offered
from tests.domain.samples import in_order, local, made


def test_the_latest_energy_is_known_for_twelve_hours() -> None:
    morning = made("9:12", energy=2)
    assert energy_now([morning], local("21:11:59")) == morning
    assert energy_now([morning], local("21:12")) is None
    assert energy_now([], local()) is None


def test_a_later_check_in_without_energy_hides_nothing_and_one_to_come_does_not_count() -> None:
    known, mood, ahead = made("8:00", energy=1), made("9:00", mood=3), made("10:00", energy=5)
    assert energy_now(in_order(known, mood, ahead), local("9:12")) == known
    assert energy_now(in_order(mood, ahead), local("9:12")) is None


@pytest.mark.parametrize(
    ("now", "then"),
    [
        ("0:00", "5:00"),
        ("4:59:59", "5:00"),
        ("5:00", "12:00"),
        ("9:12", "12:00"),
        ("12:00", "17:00"),
        ("19:30", "22:00"),
    ],
)
def test_what_today_says_changes_with_the_part_of_the_day(now: str, then: str) -> None:
    assert next_change(None, local(now)) == local(then)


def test_what_today_says_changes_at_midnight_or_when_energy_is_not_known_any_more() -> None:
    assert next_change(None, local("22:00")) == local("0:00", -1)
    assert next_change(local("9:12"), local("20:00")) == local("21:12")
    assert next_change(local("9:12"), local("9:20")) == local("12:00")
    assert next_change(local("18:00"), local("22:01")) == local("0:00", -1)


@pytest.mark.parametrize(
    ("energy", "size", "steps"),
    [
        *((1, Size.TINY, 1), (2, Size.TINY, 1), (3, Size.GENTLE, 2)),
        *((None, Size.GENTLE, 2), (4, Size.FULL, 3), (5, Size.FULL, 3)),
    ],
)
def test_the_size_and_the_number_of_steps_fit_the_energy(energy: int | None, size: Size, steps: int) -> None:
    assert (fitting_size(energy), steps_offered(energy)) == (size, steps)


ON = Pacing(is_on=True)


def test_a_day_is_over_its_budget_one_step_beyond_it_and_never_when_energy_is_not_known() -> None:
    two_gentle = [Size.GENTLE, Size.GENTLE]
    assert not is_over(two_gentle, 3, ON)
    assert is_over([*two_gentle, Size.TINY], 3, ON)
    assert not is_over([Size.FULL] * 9, None, ON)
    assert not is_over([], 1, ON)
    assert is_over([Size.GENTLE], 1, ON)


def test_nobody_who_did_not_ask_for_a_budget_hears_of_it() -> None:
    assert not is_over([Size.FULL] * 9, 1, Pacing())


def test_every_number_is_the_persons_own_to_change() -> None:
    pacing = Pacing(is_on=True, tiny=3, gentle=3, full=3, budget=(3, 3, 9, 9, 9))
    assert not is_over([Size.FULL] * 3, 3, pacing)
    assert is_over([Size.TINY, Size.TINY], 1, pacing)


@pytest.mark.parametrize("numbers", [{"tiny": -1}, {"full": 21}, {"budget": (1, 2, 3)}, {"budget": (1, 2, 3, 4, 21)}])
def test_a_number_that_is_no_step_is_refused(numbers: dict[str, Any]) -> None:
    with pytest.raises(OutOfRange):
        Pacing(**numbers)
