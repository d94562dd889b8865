"""What somebody was writing when Tend locked by itself: not to be read while it is locked, and there again after."""

from __future__ import annotations

import pytest

from domain.goals import Goal
from storage.cipher import this_device
from storage.vault import Vault
from tests.driver import Driver
from tests.views.conftest import Launch
from tests.views.device import FakeDevice
from tests.views.goal_samples import SWIM
from tests.views.test_auto_lock import LOCKED, later, unlock, unlocked
from views.begun import Begun

WORDS, FULL = "My goal, in my words", "Full, for good days"


def nothing_of(app: Driver, words: str) -> bool:
    """Whether nothing that is drawn, or that a screen could draw, holds these words."""
    begun = [*app.state.aims.words_begun, app.state.practice.drafts]
    return not app.sees(words) and not any(words in str(dict(held)) for held in begun)


async def test_a_goal_begun_is_there_again_after_the_lock(launch_vault: Launch) -> None:
    app, _ = await unlocked(launch_vault, 5, route="/goals/new")
    await app.write(WORDS, "Swim at dawn")
    await app.write(FULL, "A mile")
    assert await later(app, minutes=5)
    assert nothing_of(app, "Swim at dawn")
    await unlock(app)
    assert "Draft kept" in app.words()
    assert (app.field(WORDS).value, app.field(FULL).value) == ("Swim at dawn", "A mile")
    await app.tap("Save goal")
    assert [goal.words for goal in app.state.aims.goals.all()] == ["Swim at dawn"]


@pytest.mark.parametrize(
    ("route", "opens", "label"),
    [
        ("/goals/new", "My own words", "My own words"),
        ("/matters", "In my own words", "In my own words"),
        ("/strengths", "Add a strength", "Something I am good at"),
    ],
)
async def test_a_line_begun_is_there_again_after_the_lock(
    launch_vault: Launch, route: str, opens: str, label: str
) -> None:
    app, _ = await unlocked(launch_vault, 5, route=route)
    await app.tap(opens)
    await app.write(label, "Rivers")
    assert await later(app, minutes=5)
    assert nothing_of(app, "Rivers")
    await unlock(app)
    assert app.field(label).value == "Rivers"


async def test_a_message_begun_is_there_again_after_the_lock(launch_vault: Launch) -> None:
    app, _ = await unlocked(launch_vault, 5, route="/ask")
    await app.write("In my own words", "Rivers, with you")
    assert await later(app, minutes=5)
    assert nothing_of(app, "Rivers, with you")
    await unlock(app)
    assert app.field("In my own words").value == "Rivers, with you"


async def test_an_own_skill_begun_is_there_again_after_the_lock(launch_vault: Launch) -> None:
    app, _ = await unlocked(launch_vault, 5, route="/skills/new/edit")
    await app.write("What helps me", "Feed the birds")
    assert await later(app, minutes=5)
    assert nothing_of(app, "Feed the birds")
    await unlock(app)
    assert app.field("What helps me").value == "Feed the birds"


async def test_a_second_lock_before_it_is_opened_loses_nothing(launch_vault: Launch) -> None:
    app, _ = await unlocked(launch_vault, 5, route="/goals/new")
    await app.write(WORDS, "Swim at dawn")
    assert await later(app, minutes=5)
    app.state.lock()
    await app.settle()
    assert LOCKED in app.words()
    await unlock(app)
    assert app.field(WORDS).value == "Swim at dawn"


async def test_erasing_takes_what_was_begun_too(launch_vault: Launch) -> None:
    app, _ = await unlocked(launch_vault, 5, route="/goals/new")
    await app.write(WORDS, "Swim at dawn")
    assert await later(app, minutes=5)
    await app.go("/settings/erase")
    await app.tap("Delete")
    await app.tap("Delete for good")
    await app.go("/goals/new")
    assert app.field(WORDS).value == ""
    assert nothing_of(app, "Swim at dawn")


async def test_a_goal_changed_by_another_window_keeps_that_beside_what_the_form_changed(launch_vault: Launch) -> None:
    device = FakeDevice()
    vault = Vault(device, this_device())
    records = await vault.open()
    await records.goals.save(SWIM)
    vault.shut()
    first = await launch_vault(device, route="/goals")
    second = await launch_vault(device, route="/goals/swim")
    await second.write(FULL, "A mile")
    await first.state.aims.save_goal(Goal("swim", "Swim far", started=first.clock.now.date()))
    await second.tap("Back")
    await second.go("/goals")
    await second.tap("Use Tend here")
    await first.settle()
    await second.go("/goals/swim")
    await second.tap("Save goal")
    (kept,) = second.state.aims.goals.all()
    assert (kept.words, kept.full, kept.started) == ("Swim far", "A mile", first.clock.now.date())


def test_what_is_put_away_comes_back_under_what_was_begun_since() -> None:
    begun = Begun()
    begun["a"], begun["b"] = "one", "two"
    begun.put_away()
    assert dict(begun) == {}
    begun["b"] = "three"
    begun.take_out()
    assert dict(begun) == {"a": "one", "b": "three"}
    begun.put_away()
    begun.give_up()
    begun.take_out()
    assert dict(begun) == {}
