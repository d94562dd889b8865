"""The days of a goal: any day that is over can be added, changed and taken away again."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import flet as ft
import pytest

from domain.errors import StorageFull
from domain.goals import Answer, Goal, Size
from tests.domain.samples import local
from tests.driver import Driver
from tests.views.conftest import Launch
from tests.views.fakes import FakeClock
from tests.views.goal_samples import GROWING, PLOT, SWIM, kept, mark, marks, records

WATER = "Gentle: Water the pots"


async def days(launch: Launch, goal: Goal = PLOT, **more: object) -> Driver:
    return await launch(route=f"/goals/{goal.id}/days", records=records(goal, values=[GROWING], **more))


def picked(days_ago: int) -> datetime:
    """What Flet's calendar gives: that day's midnight."""
    return local("0:00", days_ago).replace(tzinfo=None)


async def test_the_dots_lead_to_the_days_and_back(launch: Launch) -> None:
    app = await launch(route="/goals", records=records(SWIM, marks=[mark(1)]))
    await app.tap("Days of Swim. Tended 1 of the last 7 days")
    assert app.page.route == "/goals/swim/days"
    assert app.between("Add a day", "Change Tiny, Yesterday") == ["Yesterday", "Tiny", "Swim"]
    await app.tap("Back")
    assert app.page.route == "/goals"


async def test_days_stand_latest_first_with_all_that_was_answered(launch: Launch) -> None:
    of_other = mark(0, SWIM)
    found = [mark(9, PLOT, Answer.RESTED), mark(2, PLOT), mark(2, PLOT, Answer.TRIED, id="second"), of_other]
    app = await days(launch, marks=found)
    assert [words for level, words in app.headings() if level == 2] == ["Tuesday 17 November", "Tuesday 10 November"]
    assert [name for name in app.buttons() if name.startswith("Remove")] == [
        "Remove Tiny, Tuesday 17 November",
        "Remove Tried, Tuesday 17 November",
        "Remove Rested, Tuesday 10 November",
    ]


async def test_without_days_there_is_one_plain_line(launch: Launch) -> None:
    app = await days(launch, marks=[mark(3, PLOT, Answer.NOT_TODAY)])
    assert "No days here yet. Any size counts the same." in app.words()
    assert not app.sees("Not today")


@pytest.mark.parametrize(
    ("name", "answer", "size"),
    [
        (WATER, Answer.DONE, Size.GENTLE),
        ("Full: An hour at the plot", Answer.DONE, Size.FULL),
        ("I tried", Answer.TRIED, None),
        ("I rested", Answer.RESTED, None),
    ],
)
async def test_yesterday_is_added_with_a_size_a_try_or_rest(
    launch: Launch, name: str, answer: Answer, size: Size | None
) -> None:
    app = await days(launch)
    await app.tap("Add a day")
    await app.tap("Yesterday")
    await app.tap(name)
    assert marks(app) == [("plot", 1, answer, size)]
    assert "Yesterday" in app.words()
    assert "Add a day" in app.buttons()


async def test_any_day_of_the_past_can_be_picked(launch: Launch) -> None:
    app = await days(launch)
    await app.tap("Add a day")
    await app.tap("Another day")
    picker = next(c for c in app.controls() if isinstance(c, ft.DatePicker))
    assert picker.last_date == picked(0)
    await app.pick(ft.DatePicker, picked(59))
    assert "Monday 21 September" in app.words()
    await app.tap(WATER)
    assert marks(app) == [("plot", 59, Answer.DONE, Size.GENTLE)]


async def test_a_day_to_come_is_refused_with_a_sentence(launch: Launch) -> None:
    app = await days(launch)
    await app.tap("Add a day")
    await app.tap("Another day")
    await app.pick(ft.DatePicker, picked(-1))
    assert "That time has not come yet." in app.words()
    assert marks(app) == []
    await app.tap("Today")
    await app.tap(WATER)
    assert marks(app) == [("plot", 0, Answer.DONE, Size.GENTLE)]
    assert "That time has not come yet." not in app.words()


async def test_a_day_that_is_to_come_again_after_the_clock_was_set_back_is_refused(
    launch: Launch, clock: FakeClock
) -> None:
    app = await days(launch)
    await app.tap("Add a day")
    await app.tap("Today")
    clock.pass_time(days=-2)
    await app.tap(WATER)
    assert "That time has not come yet." in app.words()
    assert app.records.marks.all() == ()


async def test_closing_the_calendar_leads_back_to_the_question(launch: Launch) -> None:
    app = await days(launch)
    await app.tap("Add a day")
    await app.tap("Another day")
    await app.dismiss(ft.DatePicker)
    assert "Which day?" in app.words()
    await app.tap("Cancel")
    assert "Add a day" in app.buttons()
    assert marks(app) == []


async def test_a_day_that_has_one_can_have_another(launch: Launch) -> None:
    app = await days(launch, marks=[mark(1, PLOT)])
    await app.tap("Add a day")
    await app.tap("Yesterday")
    await app.tap(WATER)
    assert [(days_ago, size) for _, days_ago, _, size in marks(app)] == [(1, Size.TINY), (1, Size.GENTLE)]


async def test_a_mark_changes_its_size_and_keeps_its_time_and_energy(launch: Launch) -> None:
    before = replace(mark(1, PLOT, energy=None), energy=2)
    app = await days(launch, marks=[before])
    await app.tap("Change Tiny, Yesterday")
    assert app.chosen() == ["Tiny: Look at one plant"]
    await app.tap(WATER)
    assert app.records.marks.all() == (replace(before, size=Size.GENTLE, words="Water the pots"),)
    await app.tap("Change Gentle, Yesterday")
    await app.tap("I tried")
    assert marks(app) == [("plot", 1, Answer.TRIED, None)]
    assert "Tried" in app.words()


async def test_a_mark_is_removed_and_brought_back_and_the_week_tells(launch: Launch) -> None:
    app = await launch(route="/goals", records=records(SWIM, marks=[mark(1)]))
    await app.tap("Days of Swim. Tended 1 of the last 7 days")
    await app.tap("Remove Tiny, Yesterday")
    assert marks(app) == []
    assert "Deleted." in app.words()
    await app.tap("Back")
    assert app.sees("Here when you are ready.")
    await app.go("/goals/swim/days")
    await app.tap("Undo")
    assert marks(app) == [("swim", 1, Answer.DONE, Size.TINY)]
    await app.tap("Back")
    await app.go("/goals")
    assert app.sees("Tended 1 of the last 7 days")


async def test_of_two_marks_of_a_day_the_other_keeps_the_day_tended(launch: Launch) -> None:
    app = await days(launch, marks=[mark(0, PLOT), mark(0, PLOT, size=Size.FULL, id="z")])
    await app.tap("Remove Tiny, Today")
    assert app.state.aims.tended.of("plot") == (local().date(),)
    await app.tap("Remove Full, Today")
    assert app.state.aims.tended.of("plot") == ()


async def test_days_before_the_last_sixty_come_on_asking_over_a_long_gap_too(launch: Launch) -> None:
    app = await days(launch, marks=[mark(60, PLOT), mark(61, PLOT), mark(400, PLOT)])
    assert len([name for name in app.buttons() if name.startswith("Remove")]) == 1
    await app.tap("Show earlier days")
    await app.tap("Show earlier days")
    assert "Wednesday 15 October 2025" in app.words()
    assert "Show earlier days" not in app.buttons()


async def test_a_refused_day_stands_and_is_said_to_be_unsaved(launch: Launch) -> None:
    app = await days(launch)
    app.records.marks.refuse = StorageFull("quota")
    await app.tap("Add a day")
    await app.tap("Yesterday")
    await app.tap(WATER)
    assert {"Not saved yet. Tend keeps trying.", "Gentle"} <= set(app.words())
    app.records.marks.refuse = None
    await app.tap("Try again")
    assert marks(app) == [("plot", 1, Answer.DONE, Size.GENTLE)]


async def test_a_refused_removal_leaves_it_and_says_why(launch: Launch) -> None:
    app = await days(launch, marks=[mark(0, PLOT)])
    app.records.marks.refuse = StorageFull("quota")
    await app.tap("Remove Tiny, Today")
    assert {"There is no room left here.", "Tiny"} <= set(app.words())
    assert "Deleted." not in app.words()


async def test_the_days_of_a_goal_that_is_gone_say_so(launch: Launch) -> None:
    app = await launch(route="/goals/gone/days")
    assert "This goal is not here any more." in app.words()
    assert kept(app) == []


async def test_a_day_picked_as_flet_gives_it_is_the_local_one(launch: Launch) -> None:
    app = await days(launch)
    await app.tap("Add a day")
    await app.tap("Another day")
    await app.pick(ft.DatePicker, (datetime(2026, 11, 17, tzinfo=UTC) + timedelta(hours=12)))
    assert "Tuesday 17 November" in app.words()
