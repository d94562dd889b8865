"""When a goal began and the last day it is meant for: shown, changed, and asked about once when that day is over."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta

import flet as ft
import pytest

from domain.goals import Goal
from tests.domain.samples import local, made
from tests.driver import Driver
from tests.views.conftest import Launch
from tests.views.fakes import FakeClock
from tests.views.goal_samples import PLOT, SWIM, kept, records

TODAY = local().date()
YESTERDAY = TODAY - timedelta(days=1)
WORDS, SAVE = "My goal, in my words", "Save goal"
BEGUN = replace(SWIM, started=TODAY - timedelta(days=18))
OVER = replace(BEGUN, until=YESTERDAY)
ASKED = "The day you named has come: Wednesday 18 November."


def midnight(day: date) -> datetime:
    """A day as the calendar gives it."""
    return datetime.combine(day, time())


def picker(app: Driver) -> ft.DatePicker:
    return next(control for control in app.controls() if isinstance(control, ft.DatePicker))


async def test_the_day_it_began_is_shown_and_changed(launch: Launch) -> None:
    app = await launch(route="/goals/swim", records=records(BEGUN))
    assert "Started on Sunday 1 November" in app.words()
    await app.tap("Change the start")
    assert (picker(app).value, picker(app).last_date) == (midnight(BEGUN.started), midnight(TODAY))
    await app.pick(ft.DatePicker, midnight(date(2026, 9, 3)))
    assert "Started on Thursday 3 September" in app.words()
    assert kept(app) == [BEGUN]  # a draft, until it is saved
    await app.tap(SAVE)
    assert kept(app) == [replace(BEGUN, started=date(2026, 9, 3))]


async def test_a_start_to_come_is_refused_in_a_sentence(launch: Launch) -> None:
    app = await launch(route="/goals/swim", records=records(BEGUN))
    await app.tap("Change the start")
    await app.pick(ft.DatePicker, midnight(TODAY + timedelta(days=1)))
    assert {"That time has not come yet.", "Started on Sunday 1 November"} <= set(app.words())


async def test_a_last_day_is_named_and_taken_away_again(launch: Launch) -> None:
    app = await launch(route="/goals/swim", records=records(BEGUN))
    assert "No last day: it stays open." in app.words()
    await app.tap("Name a last day")
    assert picker(app).first_date == midnight(TODAY)
    await app.pick(ft.DatePicker, midnight(date(2026, 12, 24)))
    assert "Until Thursday 24 December" in app.words()
    await app.tap(SAVE)
    assert kept(app) == [replace(BEGUN, until=date(2026, 12, 24))]
    await app.go("/goals/swim")
    await app.tap("No last day")
    await app.tap(SAVE)
    assert kept(app) == [BEGUN]


async def test_closing_the_calendar_changes_nothing(launch: Launch) -> None:
    app = await launch(route="/goals/swim", records=records(BEGUN))
    for button in ("Change the start", "Name a last day"):
        await app.tap(button)
        await app.dismiss(ft.DatePicker)
    assert dict(app.state.aims.drafts) == {}


async def test_of_a_new_goal_they_stand_under_more_and_stay_open_when_the_calendar_closes(launch: Launch) -> None:
    app = await launch(route="/goals/new", records=records())
    assert not app.sees("Starts today")
    await app.write(WORDS, "Sing")
    await app.tap("More")
    assert "Starts today" in app.words()
    await app.tap("Change the start")
    await app.pick(ft.DatePicker, midnight(YESTERDAY))
    assert "Started on Wednesday 18 November" in app.words()
    await app.tap("Name a last day")
    await app.dismiss(ft.DatePicker)
    assert "Which days suit?" in app.words()
    await app.tap(SAVE)
    assert [(goal.words, goal.started, goal.until) for goal in kept(app)] == [("Sing", YESTERDAY, None)]


async def test_after_its_last_day_it_asks_and_stays_where_it_was(launch: Launch) -> None:
    app = await launch(route="/goals", records=records(PLOT, OVER))
    assert ASKED in app.words()  # folded, it says so too
    await app.tap(f"Swim, folded Here when you are ready. {ASKED}")
    assert app.words().count(ASKED) == 1
    await app.tap("Go on: Swim")
    assert kept(app) == [PLOT, BEGUN]
    assert ASKED not in app.words()
    assert "It goes on." in app.words()
    await app.tap("Undo")
    assert kept(app) == [PLOT, OVER]


async def test_it_can_be_let_go_from_there(launch: Launch) -> None:
    app = await launch(route="/goals", records=records(OVER))
    await app.tap("Let it go: Swim")
    assert app.page.route == "/goals/swim/let-go"
    await app.tap("Let it go")
    assert kept(app)[0].farewell.day == TODAY


async def test_on_its_last_day_nothing_is_asked(launch: Launch) -> None:
    app = await launch(route="/goals", records=records(replace(BEGUN, until=TODAY)))
    assert not app.sees("The day you named")


@pytest.mark.parametrize(("until", "offered"), [(None, True), (TODAY, True), (YESTERDAY, False)])
async def test_today_offers_it_until_its_last_day(launch: Launch, until: date | None, offered: bool) -> None:
    app = await launch(records=records(replace(BEGUN, until=until)))
    assert ("I did it: Swim" in app.buttons()) is offered


async def test_on_a_low_day_the_tiny_step_is_not_of_a_goal_that_is_over(launch: Launch) -> None:
    held = records(OVER, Goal("row", "Row", started=TODAY))
    held.check_ins.kept["a"] = made("9:00", id="a", energy=2)
    app = await launch(records=held)
    assert (app.sees("Row"), app.sees("Swim")) == (True, False)


async def test_one_that_was_chosen_all_the_same_stands_on_today(launch: Launch) -> None:
    app = await launch(route="/goals", records=records(OVER))
    await app.tap("Add to today")
    await app.open_tab("Today")
    assert "I did it: Swim" in app.buttons()


async def test_goals_of_one_day_stand_in_the_order_they_were_made(launch: Launch, clock: FakeClock) -> None:
    app = await launch(route="/goals", records=records())
    for words in ("Sing", "Row", "Sew", "Swim", "Bake"):
        await app.tap("New goal")
        await app.write(WORDS, words)
        await app.tap(SAVE)
        clock.pass_time(seconds=0.001)
    assert [goal.words for goal in kept(app)] == ["Sing", "Row", "Sew", "Swim", "Bake"]
    assert [goal.started for goal in kept(app)] == [TODAY] * 5
