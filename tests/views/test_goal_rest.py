"""Letting a goal rest, and letting it go."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta

import flet as ft
import pytest

from domain.errors import StorageFull
from domain.goals import Farewell, Pause
from tests.domain.samples import local
from tests.driver import Driver
from tests.views.conftest import Launch
from tests.views.goal_samples import SWIM, kept, records

TODAY = local().date()
LINE, GO = "A line to remember it by", "Let it go"


def midnight(day: date) -> datetime:
    """A day as the calendar gives it."""
    return datetime.combine(day, time())


async def opened(launch: Launch, screen: str, goal: object = SWIM) -> Driver:
    return await launch(route=f"/goals/swim/{screen}", records=records(goal))


async def test_rest_is_until_i_come_back_and_reminds_of_nothing(launch: Launch) -> None:
    app = await opened(launch, "rest")
    assert app.chosen() == ["Until I come back"]
    assert {"Rest counts too. It will wait for you.", "Nothing will remind you."} <= set(app.words())
    await app.tap("Let it rest")
    assert kept(app) == [replace(SWIM, pause=Pause(TODAY))]
    assert app.page.route == "/goals"
    assert "Resting for now" in app.words()


@pytest.mark.parametrize(
    ("name", "asks", "said"),
    [
        ("Ask me in a week", date(2026, 11, 26), "Tend asks once, on Thursday 26 November."),
        ("Ask me in a month", date(2026, 12, 19), "Tend asks once, on Saturday 19 December."),
    ],
)
async def test_rest_until_a_week_or_a_month_from_now(launch: Launch, name: str, asks: date, said: str) -> None:
    app = await opened(launch, "rest")
    await app.tap(name)
    assert app.chosen() == [name]
    assert said in app.words()
    await app.tap("Let it rest")
    assert kept(app) == [replace(SWIM, pause=Pause(TODAY, asks))]


async def test_rest_until_a_day_that_is_picked(launch: Launch) -> None:
    app = await opened(launch, "rest")
    await app.tap("Pick a day")
    picker = next(c for c in app.controls() if isinstance(c, ft.DatePicker))
    assert picker.first_date == midnight(date(2026, 11, 20))
    await app.pick(ft.DatePicker, midnight(date(2027, 3, 1)))
    assert app.chosen() == ["Pick a day"]
    await app.tap("Let it rest")
    assert kept(app) == [replace(SWIM, pause=Pause(TODAY, date(2027, 3, 1)))]


async def test_a_day_that_is_over_is_not_taken_and_closing_the_calendar_changes_nothing(launch: Launch) -> None:
    app = await opened(launch, "rest")
    for act in (app.pick(ft.DatePicker, midnight(date(2026, 11, 19))), app.dismiss(ft.DatePicker)):
        await app.tap("Pick a day")
        await act
        assert app.chosen() == ["Until I come back"]


async def test_a_resting_goal_takes_another_day_and_has_rested_since_the_first(launch: Launch) -> None:
    since = TODAY - timedelta(days=20)
    app = await opened(launch, "rest", replace(SWIM, pause=Pause(since, TODAY)))
    await app.tap("Ask me in a week")
    await app.tap("Let it rest")
    assert kept(app) == [replace(SWIM, pause=Pause(since, date(2026, 11, 26)))]


async def test_letting_go_keeps_a_line_to_remember_it_by(launch: Launch) -> None:
    app = await opened(launch, "let-go")
    await app.write(LINE, "  Salt on my lips ")
    await app.tap(GO)
    assert kept(app) == [replace(SWIM, farewell=Farewell(TODAY, "Salt on my lips"))]
    assert app.page.route == "/goals"


@pytest.mark.parametrize("taps", [(GO, GO), (GO, GO, GO)])
async def test_taps_on_let_it_go_before_the_next_drawing_keep_the_line(launch: Launch, taps: tuple[str, ...]) -> None:
    app = await opened(launch, "let-go")
    await app.write(LINE, "Salt on my lips")
    await app.tap(*taps)
    assert kept(app) == [replace(SWIM, farewell=Farewell(TODAY, "Salt on my lips"))]


async def test_a_goal_let_go_before_keeps_its_line_and_a_tap_leads_back(launch: Launch) -> None:
    gone = replace(SWIM, farewell=Farewell(TODAY - timedelta(days=3), "Salt on my lips"))
    app = await opened(launch, "let-go", gone)
    await app.tap(GO)
    assert (kept(app), app.page.route) == ([gone], "/goals")


async def test_the_line_may_stay_empty_and_rest_ends_with_it(launch: Launch) -> None:
    app = await opened(launch, "let-go", replace(SWIM, pause=Pause(TODAY)))
    await app.tap(GO)
    assert kept(app) == [replace(SWIM, farewell=Farewell(TODAY))]


async def test_a_line_too_long_is_said_in_place_and_stays(launch: Launch) -> None:
    app = await opened(launch, "let-go")
    await app.write(LINE, "x" * 10_001)
    await app.tap(GO)
    assert app.field(LINE).error == "This is too long. Up to 10000 letters fit."
    assert (app.field(LINE).value, kept(app)) == ("x" * 10_001, [SWIM])
    await app.write(LINE, "Salt")
    await app.tap(GO)
    assert kept(app) == [replace(SWIM, farewell=Farewell(TODAY, "Salt"))]


async def test_a_line_begun_outlasts_a_look_for_help(launch: Launch) -> None:
    app = await opened(launch, "let-go")
    await app.write(LINE, "Salt")
    await app.tap("Help now")
    await app.tap("Back")
    assert app.field(LINE).value == "Salt"


@pytest.mark.parametrize(("screen", "button"), [("rest", "Let it rest"), ("let-go", GO)])
async def test_a_refusal_is_said_and_the_change_waits(launch: Launch, screen: str, button: str) -> None:
    app = await opened(launch, screen)
    app.records.goals.refuse = StorageFull("quota")
    await app.tap(button)
    assert {"Not saved yet. Tend keeps trying.", "There is no room left here."} <= set(app.words())
    assert kept(app) == [SWIM]
    app.records.goals.refuse = None
    await app.tap("Try again")
    assert not kept(app)[0].is_active


@pytest.mark.parametrize("screen", ["rest", "let-go"])
async def test_a_goal_that_is_gone_says_so(launch: Launch, screen: str) -> None:
    app = await launch(route=f"/goals/gone/{screen}")
    assert "This goal is not here any more." in app.words()


async def test_after_letting_go_the_next_goodbye_begins_empty(launch: Launch) -> None:
    app = await opened(launch, "let-go")
    await app.write(LINE, "Salt")
    await app.tap(GO)
    await app.go("/goals/swim/let-go")
    assert app.field(LINE).value == ""


async def test_a_resting_goal_can_be_changed_let_go_or_deleted(launch: Launch) -> None:
    resting = replace(SWIM, pause=Pause(TODAY))
    app = await launch(route="/goals", records=records(resting))
    await app.tap("More for Swim")
    assert {"Change", "Days", "Let go", "Delete Swim"} <= set(app.buttons())
    assert not {"Rest this goal", "Move to another value"} & set(app.buttons())
    await app.tap("Delete Swim")
    assert kept(app) == []
    await app.tap("Undo")
    assert kept(app) == [resting]
