"""What matters today: steps in a size for the energy there is, each one tap."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import flet as ft
import pytest

from domain.errors import StorageFull
from domain.goals import Answer, Area, Goal, Mark, Size, Value
from domain.models import Preferences
from domain.today import Choice
from tests.domain.samples import local, made
from tests.domain.test_goals import mark
from tests.driver import Driver, _walk
from tests.views.conftest import Launch
from tests.views.fakes import FakeClock, FakeRecords

TODAY = date(2026, 11, 19)
GROWING, LOVED = Value("v1", Area.GROWING), Value("v2", Area.LOVED, "My people", place=1)
PLOT = Goal("plot", "Look after my plot", "v1", "An hour at the plot", "Water the pots", "Look at one plant")
MAYA = Goal("maya", "See Maya", "v2", gentle="Call Maya", started=date(2026, 11, 2))
READ = Goal("read", "Read a page", started=date(2026, 11, 3))
BUDGET = "This may be more than today's energy."
SOME, GOOD = "Energy, Some, 3 of 5", "Energy, Good, 4 of 5"


def records(*goals: Goal, marks: tuple[Mark, ...] = (), energy: int | None = None) -> FakeRecords:
    check_ins = (made("9:00", energy=energy),) if energy else ()
    return FakeRecords(check_ins, values=(GROWING, LOVED), goals=goals, marks=marks)


def kept(app: Driver) -> list[tuple[str | None, Answer, Size | None, str]]:
    return [(mark.goal_id, mark.answer, mark.size, mark.words) for mark in app.records.marks.all()]


def steps(app: Driver) -> list[str]:
    names = dict.fromkeys(name for name in app.buttons() if name.startswith("I did it: "))
    return [name.removeprefix("I did it: ") for name in names]


@pytest.mark.parametrize(
    ("energy", "words", "found"),
    [
        (None, "Gentle sizes for now. You choose.", ["Water the pots", "Call Maya"]),
        (3, "Sized for some energy. You choose.", ["Water the pots", "Call Maya"]),
        (5, "Sized for good energy. You choose.", ["An hour at the plot", "Call Maya", "Read a page"]),
    ],
)
async def test_steps_are_sized_for_the_energy_there_is(
    launch: Launch, energy: int | None, words: str, found: list[str]
) -> None:
    app = await launch(records=records(PLOT, MAYA, READ, energy=energy))
    assert words in app.words()
    assert steps(app) == found


async def test_energy_of_more_than_twelve_hours_ago_is_no_longer_assumed(launch: Launch, clock: FakeClock) -> None:
    app = await launch(records=records(PLOT, energy=5))
    assert steps(app) == ["An hour at the plot"]
    clock.pass_time(hours=12)
    await app.return_to()
    assert steps(app) == ["Water the pots"]


async def test_a_step_says_what_it_grows_from(launch: Launch) -> None:
    app = await launch(records=records(PLOT, MAYA, energy=3))
    assert [word for word in app.between("What matters today", "Rest") if not word.startswith("I did it")] == [
        *("Sized for some energy. You choose.", "Change"),
        *("Water the pots", "Growing things", "Gentle"),
        *("Call Maya", "My people", "Gentle"),
    ]


async def test_a_smaller_step_without_a_value_says_which_goal_it_is_of(launch: Launch) -> None:
    app = await launch(records=records(replace(PLOT, value_id=None), energy=3))
    assert app.between("I did it: Water the pots", "Gentle")[-2:] == ["Water the pots", "Look after my plot"]


async def test_one_tap_marks_a_step_in_its_size_and_another_takes_it_back(launch: Launch) -> None:
    app = await launch(records=records(PLOT, energy=3))
    await app.tap("I did it: Water the pots")
    assert kept(app) == [("plot", Answer.DONE, Size.GENTLE, "Water the pots")]
    assert app.records.marks.all()[0].energy == 3
    assert "Done 9:12" in app.words()
    await app.tap("Water the pots, done")
    assert kept(app) == []
    assert "Done 9:12" not in app.words()


async def test_a_tick_is_there_at_once_and_kept_while_the_device_is_slow(launch: Launch) -> None:
    app = await launch(records=records(PLOT, energy=3))
    app.records.marks.refuse = StorageFull("quota")
    await app.tap("I did it: Water the pots")
    assert "Done 9:12" in app.words()
    assert "Not saved yet. Tend keeps trying." in app.words()
    app.records.marks.refuse = None
    await app.tap("Try again")
    assert kept(app) == [("plot", Answer.DONE, Size.GENTLE, "Water the pots")]
    assert "Not saved yet. Tend keeps trying." not in app.words()


async def test_energy_after_a_step_may_be_said_and_changes_what_is_offered(launch: Launch) -> None:
    app = await launch(records=records(PLOT, MAYA, READ, energy=3))
    await app.tap("I did it: Water the pots")
    assert "Energy now, if you like" in app.words()
    await app.tap("Energy after, Good, 4 of 5")
    assert app.records.marks.all()[0].energy_after == 4
    assert [c.energy for c in app.records.check_ins.all()] == [3, 4], "the energy before it stays as it was"
    await app.tap("Energy after, Full, 5 of 5")
    assert [c.energy for c in app.records.check_ins.all()] == [3, 5]
    assert "Sized for good energy. You choose." in app.words()
    await app.open_tab("History")
    await app.open_tab("Today")
    assert "Energy now, if you like" not in app.words()


async def test_a_size_is_changed_in_place_and_stands_for_today(launch: Launch, clock: FakeClock) -> None:
    app = await launch(records=records(PLOT, energy=3))
    await app.tap("Size Gentle: Water the pots")
    assert app.chosen() == ["Gentle Water the pots"]
    await app.tap("Full An hour at the plot")
    assert steps(app) == ["An hour at the plot"]
    assert app.records.choice.kept == Choice(TODAY, None, (("plot", Size.FULL),))
    clock.now = local("9:12") + timedelta(days=1)
    await app.return_to()
    assert steps(app) == ["Water the pots"]


@pytest.mark.parametrize(
    ("button", "answer"), [("Tried", Answer.TRIED), ("Rested", Answer.RESTED), ("Not today", Answer.NOT_TODAY)]
)
async def test_other_answers_are_answers_too(launch: Launch, button: str, answer: Answer) -> None:
    app = await launch(records=records(PLOT, energy=3))
    await app.tap("Size Gentle: Water the pots")
    await app.tap(button)
    assert kept(app) == [("plot", answer, None, "Water the pots")]
    assert button in app.between("Water the pots", "Gentle")
    await app.tap("I did it: Water the pots")
    assert {answer for _, answer, *_ in kept(app)} == {answer, Answer.DONE}
    assert "Done 9:12" in app.words()
    await app.tap("Water the pots, done")
    assert kept(app) == [("plot", answer, None, "Water the pots")], "what was answered before is still there"


async def test_what_was_done_is_wiped_by_no_other_answer(launch: Launch) -> None:
    app = await launch(records=records(PLOT, energy=3))
    await app.tap("I did it: Water the pots")
    await app.tap("Size Gentle: Water the pots")
    assert not {"Tried", "Rested", "Not today", "Or today"} & set(app.words())
    assert "Done today. A tap on its tick takes that back." in app.words()
    await app.go("/")
    await app.tap("Water the pots, done")
    await app.tap("Size Gentle: Water the pots")
    assert {"Tried", "Rested", "Not today"} <= set(app.buttons())
    assert kept(app) == []


async def test_what_was_done_and_then_tried_once_more_is_wiped_by_no_other_answer(launch: Launch) -> None:
    done, tried = mark(id="a", goal_id="plot"), mark(id="b", goal_id="plot", answer=Answer.TRIED)
    held = records(PLOT, marks=(done, tried), energy=3)
    held.choice.kept = Choice(TODAY, ())
    app = await launch(records=held, route="/today/plot")
    assert "Not today" not in app.buttons()


async def test_another_size_leaves_an_answer_that_was_given(launch: Launch) -> None:
    app = await launch(records=records(PLOT, energy=3))
    await app.tap("Size Gentle: Water the pots")
    await app.tap("Tried")
    await app.tap("Size Gentle: Water the pots")
    await app.tap("Full An hour at the plot")
    assert kept(app) == [("plot", Answer.TRIED, None, "Water the pots")]
    assert steps(app) == ["An hour at the plot"]


async def test_what_was_done_in_another_size_is_marked_so_and_keeps_the_rest(launch: Launch, clock: FakeClock) -> None:
    app = await launch(records=records(PLOT, energy=3))
    await app.tap("I did it: Water the pots")
    await app.tap("Energy after, Some, 3 of 5")
    clock.pass_time(hours=2)
    await app.tap("Size Gentle: Water the pots")
    await app.tap("Full An hour at the plot")
    assert kept(app) == [("plot", Answer.DONE, Size.FULL, "An hour at the plot")]
    assert (app.records.marks.all()[0].energy_after, app.records.marks.all()[0].at) == (3, local("9:12"))


async def test_what_was_done_stays_done_when_more_is_tried_later(launch: Launch) -> None:
    done, tried = mark(id="a", goal_id="plot"), mark(id="b", goal_id="plot", answer=Answer.TRIED)
    app = await launch(records=records(PLOT, marks=(done, tried), energy=3))
    assert "Look at one plant, done" in [name.removesuffix(", chosen") for name in app.buttons()]


async def test_looking_away_takes_nothing_back_that_can_be_undone(launch: Launch, clock: FakeClock) -> None:
    app = await launch(records=records(PLOT, energy=3))
    await app.tap("I did it: Water the pots")
    clock.pass_time(minutes=30)
    await app.return_to()
    assert "Energy now, if you like" in app.words()


async def test_a_rest_over_midnight_can_be_ended(launch: Launch, clock: FakeClock) -> None:
    app = await launch(records=records(PLOT, energy=3), time="23:50")
    await app.tap("I am resting")
    clock.pass_time(hours=1)
    await app.return_to()
    assert "Resting since 23:50" in app.words()
    await app.tap("I am up again")
    assert "Resting since 23:50" not in app.words()
    assert len(kept(app)) == 1


async def test_rest_is_an_item_of_its_own(launch: Launch, clock: FakeClock) -> None:
    app = await launch(records=records(PLOT, energy=3))
    await app.tap("I am resting")
    assert kept(app) == [(None, Answer.RESTED, None, "")]
    assert "Resting since 9:12" in app.words()
    clock.pass_time(minutes=40)
    await app.tap("I am up again")
    assert app.records.marks.all()[0].until == local("9:52")
    assert "Resting since 9:12" not in app.words()


async def test_without_goals_one_is_offered(launch: Launch) -> None:
    app = await launch()
    assert "Nothing here yet. Want to add one thing that matters?" in app.words()
    await app.tap("Add a goal")
    assert app.routes == ["/goals/new"]


async def test_with_none_for_today_that_is_fine(launch: Launch) -> None:
    app = await launch(records=records(Goal("once", "Swim", weekdays=(6,)), energy=3))
    assert "Nothing planned. That is fine." in app.words()


async def test_a_goal_whose_value_is_gone_still_stands_there(launch: Launch) -> None:
    app = await launch(records=records(Goal("g", "Swim", "no such value"), energy=3))
    assert "My goal" in app.between("Swim", "Gentle")


async def test_a_goal_that_is_gone_says_so_where_its_size_would_be_picked(launch: Launch) -> None:
    app = await launch(records=records(PLOT), route="/today/gone")
    assert "This goal is not here any more." in app.words()


async def test_what_was_noticed_stands_under_the_greeting(launch: Launch) -> None:
    tried = mark(day=TODAY - timedelta(days=1), answer=Answer.TRIED, goal_id="plot")
    app = await launch(records=records(PLOT, marks=(tried,)))
    assert "You tried. That counts." in app.words()


async def test_a_tick_draws_the_steps_anew_and_not_the_check_in(
    launch: Launch, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = await launch(records=records(PLOT, MAYA, READ, energy=3))
    before = len(app.connection.sent)
    await app.tap("I did it: Water the pots")
    sent = b"".join(app.connection.sent[before:])
    assert b"Done 9:12" in sent
    assert b"How are you right now?" not in sent
    assert b"Longer breath out" not in sent


def room_beside(app: Driver, key: str) -> tuple[float, float]:
    """What the boxes around the control with this key leave free on its left and on its right."""
    around = [c for c in app.controls() if isinstance(c, ft.Container) and any(part.key == key for part in _walk(c))]
    pads = [box.padding for box in around if isinstance(box.padding, ft.Padding)]
    return sum(pad.left for pad in pads), sum(pad.right for pad in pads)


@pytest.mark.parametrize("text_size", [100, 200])
async def test_the_batteries_after_a_step_stand_under_those_of_the_check_in(launch: Launch, text_size: int) -> None:
    held = records(PLOT)
    held.preferences.kept = Preferences(text_size=text_size)
    app = await launch(records=held)
    await app.tap("I did it: Water the pots")
    assert room_beside(app, "Energy after-1") == room_beside(app, "Energy-1") == (28, 28)


@pytest.mark.parametrize(("text_size", "beside"), [(100, True), (125, True), (150, False), (200, False)])
async def test_in_large_text_the_button_of_rest_stands_under_its_words(
    launch: Launch, text_size: int, beside: bool
) -> None:
    held = records(PLOT)
    held.preferences.kept = Preferences(text_size=text_size)
    app = await launch(records=held)
    (row,) = [c for c in app.controls() if isinstance(c, ft.Container) and c.key == "rest"]
    buttons = [part for part in row.content.controls if isinstance(part, ft.TextButton)]
    assert [button.content for button in buttons] == (["I am resting"] if beside else [])
    assert "I am resting" in app.buttons()
