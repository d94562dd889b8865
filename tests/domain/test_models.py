"""The values refuse what lies outside them, and know their local day."""

from __future__ import annotations

import dataclasses
from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.errors import InputRefused, OutOfRange, TendError
from domain.models import TEXT_SIZES, Activity, Appearance, CheckIn, Preferences, Sleep, utc_instant

BERLIN = ZoneInfo("Europe/Berlin")
AT = datetime(2026, 11, 19, 8, 12, tzinfo=UTC)


@pytest.mark.parametrize("value", [1, 2, 3, 4, 5])
def test_mood_and_energy_are_one_to_five(value: int) -> None:
    check_in = CheckIn("a", AT, 60, mood=value, energy=value)
    assert (check_in.mood, check_in.energy) == (value, value)


@pytest.mark.parametrize("value", [0, 6, -1, 10**20, 2.0, True, "3"])
@pytest.mark.parametrize("field", ["mood", "energy"])
def test_anything_else_is_no_mood_and_no_energy(field: str, value: object) -> None:
    with pytest.raises(OutOfRange):
        CheckIn("a", AT, 60, **{field: value})


@pytest.mark.parametrize("value", [-1, 11, 3.0, False])
def test_distress_is_zero_to_ten_and_nothing_else(value: object) -> None:
    assert [CheckIn("a", AT, 60, distress=kept).distress for kept in range(11)] == list(range(11))
    with pytest.raises(OutOfRange, match="distress"):
        CheckIn("a", AT, 60, distress=value)  # type: ignore[arg-type]


@pytest.mark.parametrize("hours", [-0.5, 24.5, float("nan"), float("inf")])
def test_a_night_has_at_most_twenty_four_hours(hours: float) -> None:
    assert [CheckIn("a", AT, 60, sleep_hours=kept).sleep_hours for kept in (0.0, 7.5, 24.0)] == [0.0, 7.5, 24.0]
    with pytest.raises(OutOfRange, match="hours of sleep"):
        CheckIn("a", AT, 60, sleep_hours=hours)


@pytest.mark.parametrize("field", ["energy_before", "energy_after"])
@pytest.mark.parametrize("value", [0, 6, True])
def test_an_activity_has_the_energies_of_a_check_in(field: str, value: int) -> None:
    with pytest.raises(OutOfRange):
        Activity("a walk", **{field: value})


@pytest.mark.parametrize("at", [AT.replace(tzinfo=None), AT.astimezone(timezone(timedelta(hours=1)))])
def test_a_check_in_is_dated_in_utc(at: datetime) -> None:
    with pytest.raises(OutOfRange, match="UTC"):
        CheckIn("a", at, 60)


@pytest.mark.parametrize("offset", [-721, 841])
def test_no_place_on_earth_has_such_an_offset(offset: int) -> None:
    assert [CheckIn("a", AT, kept).utc_offset_minutes for kept in (-720, 840)] == [-720, 840]
    with pytest.raises(OutOfRange, match="offset"):
        CheckIn("a", AT, offset)


def test_a_refusal_is_an_input_refused_so_that_nothing_counts_it_as_a_broken_device() -> None:
    assert issubclass(OutOfRange, InputRefused)
    assert issubclass(InputRefused, TendError)


def test_a_check_in_cannot_be_changed_in_place() -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        CheckIn("a", AT, 60).mood = 3  # type: ignore[misc]


def test_a_new_check_in_is_empty() -> None:
    assert CheckIn("a", AT, 60).is_empty


@pytest.mark.parametrize(
    "answered",
    [
        {"mood": 1},
        {"energy": 1},
        {"feelings": ("calm",)},
        {"activities": (Activity("a walk"),)},
        {"sleep": Sleep.POOR},
        {"sleep_hours": 0.0},
        {"note": " "},
        {"distress": 0},
    ],
)
def test_any_one_answer_makes_a_check_in_not_empty_zero_included(answered: dict[str, object]) -> None:
    assert not CheckIn("a", AT, 60, **answered).is_empty


@pytest.mark.parametrize(
    ("offset", "day", "hour"),
    [
        (0, date(2026, 11, 19), 23),
        (60, date(2026, 11, 20), 0),
        (-720, date(2026, 11, 19), 11),
        (840, date(2026, 11, 20), 13),
    ],
)
def test_the_day_is_the_one_on_the_wall_where_the_person_was(offset: int, day: date, hour: int) -> None:
    check_in = CheckIn("a", datetime(2026, 11, 19, 23, 30, tzinfo=UTC), offset)
    assert (check_in.day, check_in.local.hour, check_in.local.minute) == (day, hour, 30)


def test_an_offset_of_half_an_hour_counts() -> None:
    assert CheckIn("a", datetime(2026, 11, 19, 18, 30, tzinfo=UTC), 330).day == date(2026, 11, 20)


@pytest.mark.parametrize(
    ("local", "instant", "offset"),
    [
        # Berlin: clocks go forward on 29 March 2026 at 2:00, and back on 25 October at 3:00, so 2:30 comes twice.
        (datetime(2026, 3, 29, 1, 59, tzinfo=BERLIN), datetime(2026, 3, 29, 0, 59, tzinfo=UTC), 60),
        (datetime(2026, 3, 29, 3, 0, tzinfo=BERLIN), datetime(2026, 3, 29, 1, 0, tzinfo=UTC), 120),
        (datetime(2026, 10, 25, 2, 30, fold=0, tzinfo=BERLIN), datetime(2026, 10, 25, 0, 30, tzinfo=UTC), 120),
        (datetime(2026, 10, 25, 2, 30, fold=1, tzinfo=BERLIN), datetime(2026, 10, 25, 1, 30, tzinfo=UTC), 60),
    ],
)
def test_the_hour_a_clock_change_repeats_or_skips_keeps_its_own_instant(
    local: datetime, instant: datetime, offset: int
) -> None:
    assert utc_instant(local) == (instant, offset)
    kept = CheckIn("a", instant, offset).local
    assert (kept.day, kept.hour, kept.minute) == (local.day, local.hour, local.minute)


def test_a_time_without_an_offset_is_refused() -> None:
    with pytest.raises(OutOfRange, match="offset"):
        utc_instant(AT.replace(tzinfo=None))


@given(st.integers(0, 60_000_000), st.integers(-720, 840))
def test_a_local_time_comes_back_from_its_instant_and_offset(minutes: int, offset: int) -> None:
    zone = timezone(timedelta(minutes=offset))
    local = datetime(1971, 1, 1, tzinfo=zone) + timedelta(minutes=minutes)
    kept = CheckIn("a", *utc_instant(local))
    assert (kept.local, kept.utc_offset_minutes, kept.day) == (local, offset, local.date())


def test_preferences_begin_with_the_phones_look_at_the_designs_size() -> None:
    assert Preferences() == Preferences(Appearance.PHONE, 100)
    assert [Preferences(text_size=size).text_size for size in TEXT_SIZES] == [90, 100, 125, 150, 200]


@pytest.mark.parametrize("size", [0, 99, 110, 201])
def test_a_text_size_between_the_steps_is_refused(size: int) -> None:
    with pytest.raises(OutOfRange, match="text size"):
        Preferences(text_size=size)
