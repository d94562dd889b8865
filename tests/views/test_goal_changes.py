"""What was done last with a goal or its days: said in one calm line, with the way back."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from domain.errors import StorageFull
from domain.goals import Answer, Farewell, Goal, Pause, Size
from tests.domain.samples import local
from tests.views.conftest import Launch
from tests.views.goal_samples import GROWING, PLOT, SWIM, kept, mark, marks, records

TODAY = local().date()
LINE = "A line to remember it by"
RESTING = replace(SWIM, pause=Pause(TODAY - timedelta(days=20), TODAY))


async def test_let_it_rest_is_said_and_undone(launch: Launch) -> None:
    app = await launch(route="/goals/swim/rest", records=records(SWIM))
    await app.tap("Let it rest")
    assert app.page.route == "/goals"
    assert "It rests now." in app.words()
    await app.tap("Undo")
    assert kept(app) == [SWIM]
    assert not {"It rests now.", "Undo"} & set(app.words())


@pytest.mark.parametrize(
    ("button", "said", "now"),
    [("Start again: Swim", "Started again.", SWIM), ("Rest on: Swim", "It rests now.", replace(SWIM, pause=None))],
)
async def test_a_resting_goal_that_starts_or_rests_on_can_go_back(
    launch: Launch, button: str, said: str, now: Goal
) -> None:
    app = await launch(route="/goals", records=records(RESTING))
    await app.tap(button)
    assert said in app.words()
    assert kept(app) == [replace(now, pause=Pause(RESTING.pause.since)) if "Rest" in button else now]
    await app.tap("Undo")
    assert kept(app) == [RESTING]


async def test_let_it_go_is_undone_and_the_line_waits_for_the_next_time(launch: Launch) -> None:
    app = await launch(route="/goals/swim/let-go", records=records(SWIM))
    await app.write(LINE, "Salt on my lips")
    await app.tap("Let it go")
    assert "You let it go." in app.words()
    await app.tap("Undo")
    assert kept(app) == [SWIM]
    await app.go("/goals/swim/let-go")
    assert app.field(LINE).value == "Salt on my lips"


async def test_a_goal_brought_back_by_mistake_has_its_line_again(launch: Launch) -> None:
    gone = replace(SWIM, farewell=Farewell(TODAY, "Salt on my lips"))
    app = await launch(route="/goals", records=records(gone))
    await app.tap("Goals I let go, folded")
    await app.tap("Bring back Swim")
    assert kept(app) == [SWIM]
    await app.tap("Undo")
    assert kept(app) == [gone]


async def test_two_taps_on_undo_undo_once(launch: Launch) -> None:
    app = await launch(route="/goals", records=records(RESTING))
    await app.tap("Start again: Swim")
    await app.tap("Undo", "Undo")
    assert kept(app) == [RESTING]


async def test_the_line_goes_when_the_person_leaves_the_screen(launch: Launch) -> None:
    app = await launch(route="/goals", records=records(RESTING))
    await app.tap("Start again: Swim")
    await app.open_tab("Today")
    await app.open_tab("Goals")
    assert not {"Started again.", "Undo"} & set(app.words())


async def test_a_change_the_device_refuses_can_be_undone_too(launch: Launch) -> None:
    app = await launch(route="/goals", records=records(RESTING))
    app.records.goals.refuse = StorageFull("quota")
    await app.tap("Start again: Swim")
    assert "Not saved yet. Tend keeps trying." in app.words()
    app.records.goals.refuse = None
    await app.tap("Undo")
    assert kept(app) == [RESTING]
    assert "Not saved yet. Tend keeps trying." not in app.words()


async def test_what_another_tap_did_to_the_goal_meanwhile_is_no_part_of_it(launch: Launch) -> None:
    app = await launch(route="/goals", records=records(RESTING))
    await app.state.aims.save_goal(replace(RESTING, words="Swim far", started=TODAY))
    await app.state.aims.bring_back(RESTING)  # as it was drawn before
    assert kept(app) == [replace(SWIM, words="Swim far", started=TODAY)]


# Days


async def test_a_changed_day_is_kept_without_praise_and_undo_gives_it_back_as_it_was(launch: Launch) -> None:
    before = mark(1, PLOT)
    app = await launch(route="/goals/plot/days", records=records(PLOT, values=[GROWING], marks=[before]))
    await app.tap("Change Tiny, Yesterday")
    await app.tap("Gentle: Water the pots")
    assert "Kept." in app.words()
    await app.tap("Back")
    await app.go("/goals")
    assert not app.sees("That counts.")
    await app.go("/goals/plot/days")
    await app.tap("Undo")
    assert app.records.marks.all() == (before,)


@pytest.mark.parametrize("name", ["Tiny: Look at one plant", "I tried"])
async def test_an_added_day_is_kept_without_praise_and_undo_takes_it_away(launch: Launch, name: str) -> None:
    app = await launch(route="/goals/plot/days", records=records(PLOT, values=[GROWING]))
    await app.tap("Add a day")
    await app.tap("Yesterday")
    await app.tap(name)
    assert "Kept." in app.words()
    assert app.state.aims.tended.of("plot") == (TODAY - timedelta(days=1),)
    await app.go("/goals")
    assert not app.sees("That counts.")
    await app.go("/goals/plot/days")
    await app.tap("Undo")
    assert marks(app) == []
    assert app.state.aims.tended.of("plot") == ()


async def test_what_is_done_today_on_the_card_is_still_said_to_count(launch: Launch) -> None:
    app = await launch(route="/goals", records=records(PLOT, values=[GROWING]))
    await app.tap("Tiny Look at one plant")
    await app.tap("I did this")
    assert "Done. That counts." in app.words()
    assert marks(app) == [("plot", 0, Answer.DONE, Size.TINY)]
