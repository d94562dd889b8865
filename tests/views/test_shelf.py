"""What waits to be written beside what another window wrote meanwhile: neither is lost, whichever came first."""

from __future__ import annotations

import asyncio
from dataclasses import replace

import pytest

from domain.errors import StorageFull
from domain.goals import Goal
from tests.driver import Driver
from tests.views.conftest import Launch
from tests.views.goal_samples import PLOT, SWIM, kept, records
from tests.views.test_two_windows_goals import NOT_SAVED, both, on_device, take_over

WORDS, TINY, SAVE = "My goal, in my words", "Tiny, about 1 minute", "Save goal"


async def waiting(launch: Launch, changed: Goal) -> Driver:
    """A change of `SWIM` that the device refuses for now."""
    app = await launch(route="/goals", records=records(SWIM))
    app.records.goals.refuse = StorageFull("quota")
    assert not await app.state.aims.goals.keep(changed)
    app.records.goals.refuse = None
    return app


def elsewhere(app: Driver, goal: Goal) -> None:
    """What another window keeps meanwhile."""
    app.records.goals.kept[goal.id] = goal


async def test_changes_in_different_places_come_together(launch: Launch) -> None:
    app = await waiting(launch, replace(SWIM, tiny="One foot in"))
    elsewhere(app, replace(SWIM, words="Swim far"))
    await app.state.try_again()
    assert kept(app) == [replace(SWIM, words="Swim far", tiny="One foot in")]


async def test_of_two_that_contradict_each_other_both_are_kept_and_the_other_one_in_its_place(launch: Launch) -> None:
    app = await waiting(launch, replace(SWIM, words="Swim at dawn"))
    elsewhere(app, replace(SWIM, words="Swim far"))
    await app.state.try_again()
    assert app.state.aims.goals.get("swim").words == "Swim far"
    assert sorted(goal.words for goal in kept(app)) == ["Swim at dawn", "Swim far"]
    assert not app.state.is_refused


async def test_what_was_deleted_elsewhere_and_changed_here_is_kept(launch: Launch) -> None:
    app = await waiting(launch, replace(SWIM, words="Swim far"))
    app.records.goals.kept.clear()
    await app.state.try_again()
    assert kept(app) == [replace(SWIM, words="Swim far")]


async def test_a_second_change_that_waits_is_made_from_the_first_and_not_from_the_other(launch: Launch) -> None:
    app = await waiting(launch, replace(SWIM, words="Swim at dawn"))
    app.records.goals.refuse = StorageFull("quota")
    await app.state.aims.goals.keep(replace(SWIM, words="Swim at dawn", tiny="One foot in"))
    app.records.goals.refuse = None
    elsewhere(app, replace(SWIM, note="Towel"))
    await app.state.try_again()
    assert kept(app) == [replace(SWIM, words="Swim at dawn", tiny="One foot in", note="Towel")]


@pytest.mark.parametrize("other", [None, replace(SWIM, note="Towel")])
async def test_two_quick_changes_while_the_device_writes_are_one_record(launch: Launch, other: Goal | None) -> None:
    app = await launch(route="/goals", records=records(SWIM))
    app.records.goals.gate = asyncio.Event()
    shelf = app.state.aims.goals
    saves = [asyncio.ensure_future(shelf.keep(replace(SWIM, words=words))) for words in ("Swim f", "Swim far")]
    await asyncio.sleep(0)
    app.records.goals.gate.set()
    assert await asyncio.gather(*saves) == [True, True]
    assert kept(app) == [replace(SWIM, words="Swim far")]
    if other:  # and what is known to stand there is what stands there
        elsewhere(app, replace(kept(app)[0], note="Towel"))
        await shelf.keep(replace(SWIM, words="Swim back"))
        assert kept(app) == [replace(SWIM, words="Swim back")]


async def test_letters_one_after_the_other_never_make_a_copy(launch: Launch) -> None:
    app = await launch(route="/matters/growing", records=records())
    value = await app.state.aims.add_value("Rivers")
    await app.go(f"/matters/{value.id}")
    for words in ("R", "Ri", "Riv"):
        await app.write("My name for it", words)
    assert [found.words for found in app.records.values.all()] == ["Riv"]


async def test_a_goal_changed_in_both_windows_loses_neither_change(launch_vault: Launch) -> None:
    first, second, device = await both(launch_vault, "/goals/plot")
    await second.write(TINY, "Smell the mint")
    await second.tap(SAVE)
    assert NOT_SAVED in second.words()
    await first.write(WORDS, "Look after the plot by the river")
    await first.tap(SAVE)
    await take_over(second, first)
    assert NOT_SAVED not in second.words()
    goal = second.state.aims.goals.get("plot")
    assert (goal.words, goal.tiny) == ("Look after the plot by the river", "Smell the mint")
    assert len((await on_device(device))["goals"]) == 2


async def test_two_wordings_of_one_goal_both_stand_after_taking_over(launch_vault: Launch) -> None:
    first, second, device = await both(launch_vault, "/goals/plot")
    for window, words in ((second, "My wild plot"), (first, "Look after the plot by the river")):
        await window.write(WORDS, words)
        await window.tap(SAVE)
    await take_over(second, first)
    found = (await on_device(device))["goals"]
    assert found.pop("plot") == "Look after the plot by the river"
    assert sorted(found.values()) == ["My wild plot", "Swim"]
    await second.open_tab("Goals")
    assert second.sees("My wild plot")
    assert PLOT.words not in found.values()
