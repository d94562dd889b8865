"""A reminder made, changed and taken out, and what the form refuses."""

from __future__ import annotations

from datetime import time

import flet as ft
import pytest

from domain.goals import Goal
from domain.reminders import MOST_REMINDERS, Reminder, ReminderKind
from tests.driver import Driver
from tests.views.conftest import Launch
from tests.views.fakes import FakeRecords
from views.reminder_words import EVENING

LIST = "/settings/reminders"
PILLS = Reminder("pills", ReminderKind.OWN, (540,), words="Pills")


def kept(app: Driver) -> list[Reminder]:
    return list(app.records.reminders.all())


async def opened(launch: Launch, *reminders: Reminder, place: str = "new", **more: object) -> Driver:
    return await launch(records=FakeRecords(reminders=reminders, **more), route=f"{LIST}/{place}")


async def test_two_taps_make_one(launch: Launch) -> None:
    app = await launch(records=FakeRecords(), route=LIST)
    await app.tap("New reminder")
    await app.tap("Save")
    (made,) = kept(app)
    assert (made.kind, made.times, made.weekdays, made.shows_words) == (ReminderKind.CHECK_IN, (540,), (), False)
    assert app.page.route == LIST
    assert "How are you right now? Every day. 9:00" in app.buttons()


async def test_own_words_at_two_times_on_some_days(launch: Launch) -> None:
    app = await opened(launch)
    await app.tap("My own words")
    await app.write("In my words", "  Pills ")
    await app.tap("Add a time")
    await app.pick(ft.TimePicker, time(20, 30))
    await app.tap("9:00")
    await app.pick(ft.TimePicker, time(8, 15))
    await app.tap("Sunday")
    await app.tap("Monday")
    await app.tap("What it is about")
    await app.tap("Quiet when energy is low")
    await app.tap("Save")
    (made,) = kept(app)
    assert (made.words, made.times, made.weekdays) == ("Pills", (495, 1230), (0, 6))
    assert (made.shows_words, made.fewer_when_low) == (True, True)


async def test_some_time_in_the_evening(launch: Launch) -> None:
    app = await opened(launch)
    await app.tap("Some time in the evening")
    assert "Add a time" not in app.buttons()
    await app.tap("Save")
    assert (kept(app)[0].window, kept(app)[0].times) == (EVENING, ())


async def test_a_goal_is_picked_or_comes_with_the_address(launch: Launch) -> None:
    swim, rests = Goal("swim", "Swim"), Goal("plot", "Plot")
    app = await opened(launch, goals=[swim, rests])
    await app.tap("A goal")
    await app.tap("Save")
    assert "Pick a goal first." in app.words()
    assert kept(app) == []
    await app.tap("Swim")
    await app.tap("Save")
    assert (kept(app)[0].goal_id, kept(app)[0].name) == ("swim", "Swim")
    await app.go("/goals/plot")
    await app.tap("Remind me")
    assert {"A goal", "Plot"} <= set(app.chosen())
    await app.tap("Save")
    assert {one.goal_id for one in kept(app)} == {"swim", "plot"}
    assert app.page.route == "/goals/plot"


async def test_without_goals_there_is_a_way_to_one(launch: Launch) -> None:
    app = await opened(launch)
    await app.tap("A goal")
    assert "There is no goal yet." in app.words()
    await app.tap("Add a goal")
    assert app.page.route == "/goals/new"


async def test_a_reminder_without_words_or_times_is_refused_beside_the_field(launch: Launch) -> None:
    app = await opened(launch)
    await app.tap("My own words")
    await app.tap("Save")
    assert app.field("In my words").error == "Add a few words, or go back."
    await app.write("In my words", "Tea")
    await app.tap("Remove 9:00")
    await app.tap("Save")
    assert "Pick a time first." in app.words()
    assert kept(app) == []


async def test_words_that_are_too_long_stay_in_the_field(launch: Launch) -> None:
    app = await opened(launch)
    await app.tap("My own words")
    await app.write("In my words", "x" * 201)
    await app.tap("Save")
    assert app.field("In my words").error == "This is too long. Up to 200 letters fit."
    assert app.field("In my words").value == "x" * 201


async def test_words_of_another_kind_do_not_stay(launch: Launch) -> None:
    app = await opened(launch)
    await app.tap("My own words")
    await app.write("In my words", "Pills")
    await app.tap("A check-in")
    await app.tap("Save")
    assert kept(app)[0].words == ""


async def test_two_hundred_are_enough(launch: Launch) -> None:
    many = [Reminder(f"r{number}", ReminderKind.CHECK_IN, (540,)) for number in range(MOST_REMINDERS)]
    app = await opened(launch, *many)
    await app.tap("Save")
    assert "Up to 200 reminders fit." in app.words()
    assert len(kept(app)) == 200


async def test_one_is_changed_and_switched_off(launch: Launch) -> None:
    app = await opened(launch, PILLS, place="pills")
    assert app.field("In my words").value == "Pills"
    await app.write("In my words", "Vitamins")
    await app.tap("This reminder")
    await app.tap("Save")
    (changed,) = kept(app)
    assert (changed.id, changed.words, changed.is_on) == ("pills", "Vitamins", False)


async def test_what_was_begun_waits_and_is_let_go_of_when_asked(launch: Launch) -> None:
    app = await opened(launch, PILLS, place="pills")
    await app.write("In my words", "Vitamins")
    await app.go("/help")
    await app.go(f"{LIST}/pills")
    assert app.field("In my words").value == "Vitamins"
    await app.tap("Leave without saving")
    assert kept(app) == [PILLS]
    await app.go(f"{LIST}/pills")
    assert app.field("In my words").value == "Pills"


async def test_one_taken_out_comes_back_with_undo(launch: Launch) -> None:
    app = await opened(launch, PILLS, place="pills")
    await app.tap("Delete")
    assert (kept(app), app.page.route) == ([], LIST)
    await app.tap("Undo")
    assert kept(app) == [PILLS]


async def test_two_quick_taps_save_once(launch: Launch) -> None:
    app = await opened(launch)
    await app.tap("Save", "Save")
    assert len(kept(app)) == 1


async def test_one_that_is_gone_says_so(launch: Launch) -> None:
    app = await opened(launch, place="gone")
    assert "This is not here any more." in app.words()
    assert "Save" not in app.buttons()


@pytest.mark.parametrize("text_size", [100, 200])
async def test_everything_has_a_name(launch: Launch, text_size: int) -> None:
    app = await launch(records=FakeRecords(), route=f"{LIST}/new", text_size=text_size)
    for kind in ("A goal", "A skill", "My own words"):
        await app.tap(kind)
        assert all(name.strip() for name in app.buttons())
