"""The data-safety light, in exact times."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest

from domain.safety import BACKUP_DAYS, LOCK_AFTER, Device, Light, days_since, light

NOW = datetime(2026, 11, 19, 8, 12, tzinfo=UTC)
PROMISES = (True, False, None)


def after(**ago: float) -> Device:
    return Device(backed_up_at=NOW - timedelta(**ago), backups=1)


@pytest.mark.parametrize("is_persistent", PROMISES)
@pytest.mark.parametrize("device", [Device(), after(days=400)], ids=["never", "long ago"])
def test_where_nothing_is_written_nothing_can_be_lost(device: Device, is_persistent: bool | None) -> None:
    assert light(device, NOW, is_persistent, has_records=False) is Light.SAFE


@pytest.mark.parametrize(("is_persistent", "shown"), [(True, Light.DUE), (None, Light.DUE), (False, Light.AT_RISK)])
@pytest.mark.parametrize("device", [Device(), after(days=7), after(days=400)], ids=["never", "a week", "long ago"])
def test_without_a_recent_backup_it_depends_on_the_browsers_promise(
    device: Device, is_persistent: bool | None, shown: Light
) -> None:
    assert light(device, NOW, is_persistent, has_records=True) is shown


@pytest.mark.parametrize("is_persistent", PROMISES)
@pytest.mark.parametrize("ago", [{}, {"days": 6, "hours": 23}, {"days": 7, "microseconds": -1}, {"days": -3650}])
def test_within_seven_days_of_a_backup_it_is_safe(ago: dict[str, float], is_persistent: bool | None) -> None:
    assert light(after(**ago), NOW, is_persistent, has_records=True) is Light.SAFE


@pytest.mark.parametrize(
    ("ago", "days"),
    [
        ({}, 0),
        ({"hours": 23, "minutes": 59, "seconds": 59}, 0),
        ({"hours": 24}, 1),
        ({"days": 6, "hours": 23}, 6),
        ({"days": 7}, 7),
        ({"days": 365}, 365),
        ({"seconds": -1}, 0),
        ({"days": -30}, 0),
    ],
)
def test_days_are_whole_and_never_less_than_none(ago: dict[str, float], days: int) -> None:
    assert days_since(NOW - timedelta(**ago), NOW) == days


def test_a_journey_between_the_two_changes_no_day() -> None:
    then = datetime(2026, 11, 12, 23, 0, tzinfo=timezone(timedelta(hours=14)))
    now = datetime(2026, 11, 18, 23, 0, tzinfo=timezone(timedelta(hours=-11)))
    assert days_since(then, now) == 7  # six days by the calendar, and 25 hours more


def test_the_numbers_the_screens_speak_of() -> None:
    assert (BACKUP_DAYS, LOCK_AFTER) == (7, (0, 1, 5, 15, 60))
    assert Device() == Device(None, 0, 5, False, 0)
