"""A skill that is started once more begins at its beginning, whichever way its player was left."""

from __future__ import annotations

import pytest

from domain.skill_players import Breathing
from domain.skills import Helped, Skill
from tests.driver import Driver
from tests.views.conftest import Launch
from tests.views.fakes import FakeRecords

STEPS = Skill("stop", "Stop and step back", steps=("Stop.", "Step back."))
BREATH = Skill("breath", "Longer breath out", minutes=2, player=Breathing(4, 0, 6, 0))


def records() -> FakeRecords:
    return FakeRecords((), built_in=(BREATH, STEPS))


def uses(app: Driver) -> list[tuple[str, Helped | None]]:
    return [(use.skill_id, use.helped) for use in app.records.uses.all()]


async def test_a_breath_that_was_left_by_way_of_help_runs_at_once_when_it_is_started_again(launch: Launch) -> None:
    app = await launch(records=records(), route="/")
    await app.tap("Start: Longer breath out")
    await app.tap("Help now")
    await app.go("/")
    await app.tap("Start: Longer breath out")
    assert "Breathe in" in app.words()
    assert "Pause" in app.buttons()
    assert uses(app) == [("breath", None), ("breath", None)]


@pytest.mark.parametrize("start", ["Start: Stop and step back", "Start"])
async def test_one_that_did_not_help_asks_anew_after_somebody_was_asked(launch: Launch, start: str) -> None:
    below = "/skills" if start != "Start" else "/skills/stop"
    app = await launch(records=records(), route=below)
    await app.tap(start)
    await app.tap("I am done")
    await app.tap("No")
    await app.tap("Ask someone")
    await app.tap("Back")
    assert app.page.route == below
    await app.tap(start)
    assert "Step 1 of 2" in app.words()
    await app.tap("I am done")
    await app.tap("Yes")
    assert sorted(uses(app)) == [("stop", Helped.NO), ("stop", Helped.YES)]


async def test_a_skill_of_steps_without_any_runs_as_a_timer(launch: Launch) -> None:
    """A file from elsewhere may hold such a one; the form makes none."""
    bare = Skill("bare", "Feed the birds", player=STEPS.plays, is_own=True)
    app = await launch(records=FakeRecords((), skills=(bare,)), route="/skills/bare/play")
    assert {"Take your time.", "About 5 minutes left"} <= set(app.words())


async def test_help_over_a_player_and_what_lies_behind_it_take_nothing_away(launch: Launch) -> None:
    app = await launch(records=records(), route="/skills/stop/play")
    await app.tap("Next")
    for _ in range(2):
        await app.tap("Help now")
        await app.tap("Back")
    assert "Step 2 of 2" in app.words()
