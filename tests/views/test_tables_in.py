"""Bring in a table: moods that have to be placed, rows that could not be read, the same file twice."""

from __future__ import annotations

from datetime import timedelta, timezone

import pytest

from domain.models import Activity
from storage import check_in_csv
from tests.domain.samples import made
from tests.driver import Driver
from tests.views.conftest import Launch
from tests.views.device import FakeDevice, filled
from tests.views.fakes import FakePage

HEADING = "full_date,date,weekday,time,mood,activities,note\r\n"
CHOOSE = "Choose a file"
ASKING = "Where do these moods belong?"


def daylio(*rows: str) -> bytes:
    return (HEADING + "".join(row + "\r\n" for row in rows)).encode()


def row(mood: str, time: str = "20:15", note: str = "", day: str = "2026-11-18") -> str:
    return f'{day},November 18,Wednesday,{time},{mood},"",{note or chr(34) * 2}'


async def choosing(launch_vault: Launch, *picked: bytes, device: FakeDevice | None = None) -> Driver:
    app = await launch_vault(device or await filled(), FakePage(*picked), route="/settings/file")
    await app.tap(CHOOSE)
    return app


def moods(app: Driver) -> list[int | None]:
    return [check_in.mood for check_in in app.state.records.check_ins.all()]


async def test_daylios_own_moods_have_their_places(launch_vault: Launch) -> None:
    names = ("awful", "bad", "meh", "good", "rad")
    app = await choosing(launch_vault, daylio(*(row(name, f"1{hour}:00") for hour, name in enumerate(names))))
    assert ASKING not in app.words()
    assert "5 are new here." in app.words()
    await app.tap("Add what is new")
    assert "Done. 5 entries came in." in app.words()
    assert moods(app) == [1, 2, 3, 4, 5]


async def test_a_table_adds_and_never_replaces(launch_vault: Launch) -> None:
    app = await choosing(launch_vault, daylio(row("rad")), device=await filled(made()))
    assert "Replace what is here" not in app.buttons()


async def test_moods_of_ones_own_are_placed_by_hand(launch_vault: Launch) -> None:
    app = await choosing(launch_vault, daylio(row("cosy", "20:00"), row("rad", "21:00"), row("grey", "22:00")))
    assert tuple(app.words()[app.words().index(ASKING) :][:2]) == (ASKING, "One left open comes in without a mood.")
    assert [name for name in ("cosy", "grey", "rad") if name in app.words()] == ["cosy", "grey"]
    await app.tap("cosy, Good")
    await app.tap("grey, Very hard")
    await app.tap("Go on")
    await app.tap("Add what is new")
    assert moods(app) == [4, 5, 1]


async def test_the_same_tap_again_takes_a_place_back_and_the_row_comes_without_a_mood(launch_vault: Launch) -> None:
    app = await choosing(launch_vault, daylio(row("cosy", note="tea")))
    await app.tap("cosy, Good")
    assert app.chosen() == ["cosy, Good"]
    await app.tap("cosy, Hard")
    assert app.chosen() == ["cosy, Hard"]
    await app.tap("cosy, Hard")
    assert app.chosen() == []
    await app.tap("Go on")
    await app.tap("Add what is new")
    assert [(c.mood, c.note) for c in app.state.records.check_ins.all()] == [(None, "tea")]


async def test_a_row_of_nothing_but_an_unplaced_mood_is_told(launch_vault: Launch) -> None:
    app = await choosing(launch_vault, daylio(row("cosy"), row("rad")))
    await app.tap("Go on")
    assert app.words()[app.words().index("1 row could not be read") :] == [
        "1 row could not be read",
        "Line 2: its mood has no place yet.",
    ]


async def test_times_of_a_table_without_zones_are_those_of_the_wall_clock_here(launch_vault: Launch) -> None:
    summer, winter = timezone(timedelta(hours=2)), timezone(timedelta(hours=1))
    app = await launch_vault(
        await filled(), page=FakePage(daylio(row("rad", "20:15"), row("meh", "20:15", day="2026-07-01")))
    )
    app.state.local_time = lambda naive: naive.replace(tzinfo=summer if 4 <= naive.month <= 10 else winter)
    await app.go("/settings/file")
    await app.tap(CHOOSE)
    await app.tap("Add what is new")
    july, november = app.state.records.check_ins.all()
    assert (july.local.isoformat(), july.utc_offset_minutes) == ("2026-07-01T20:15:00+02:00", 120)
    assert (november.local.isoformat(), november.utc_offset_minutes) == ("2026-11-18T20:15:00+01:00", 60)


async def test_the_same_table_twice_brings_nothing_the_second_time(launch_vault: Launch) -> None:
    content = daylio(row("rad"), row("bad", "21:00"))
    app = await choosing(launch_vault, content, content)
    await app.tap("Add what is new")
    await app.go("/settings")
    await app.go("/settings/file")
    await app.tap(CHOOSE)
    assert "Everything in it is here already." in app.words()


@pytest.mark.parametrize(
    ("bad", "title", "more"),
    [(20, "20 rows could not be read", None), (23, "23 rows could not be read", "And 3 more.")],
)
async def test_rows_that_could_not_be_read_are_told_by_line_and_reason_twenty_at_most(
    launch_vault: Launch, bad: int, title: str, more: str | None
) -> None:
    rows = [row("rad", day="2026-11-31") for _ in range(bad)]
    app = await choosing(launch_vault, daylio(row("rad"), *rows))
    words = app.words()[app.words().index(title) + 1 :]
    assert words[:20] == [f"Line {line}: the date is not one Tend knows." for line in range(3, 23)]
    assert words[20:] == ([more] if more else [])
    await app.tap("Add what is new")
    assert moods(app) == [5]


async def test_no_word_of_a_row_that_stays_out_is_shown(launch_vault: Launch) -> None:
    app = await choosing(launch_vault, daylio(row("rad"), row("rad", "99:99", note="my-secret-words")))
    assert app.sees("Line 3: the time is not one Tend knows.")
    assert not app.sees("my-secret-words")


async def test_a_table_tend_saved_comes_back_whole(launch_vault: Launch) -> None:
    written = (
        made("7:00", 1, mood=2, energy=4, feelings=("calm", "tired"), note="=1+1\nrain"),
        made("8:00", activities=(Activity("walk, slowly", 2, 3),), sleep_hours=7.5, distress=0),
    )
    app = await choosing(launch_vault, check_in_csv.written(written))
    assert "2 are new here." in app.words()
    await app.tap("Add what is new")
    assert tuple(app.state.records.check_ins.all()) == written
