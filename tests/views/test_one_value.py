"""One thing that matters: its name and reason kept with each letter, its place, and deleting it with a way back."""

from __future__ import annotations

import flet as ft
import pytest

from domain.errors import StorageFull
from domain.goals import Area, Goal
from tests.views.conftest import Launch
from tests.views.test_matters import FRIENDS, PLOT, QUIET, kept, names, opened


async def test_a_name_and_a_reason_are_kept_with_each_letter(launch: Launch) -> None:
    app = await opened(launch, FRIENDS)
    await app.tap("Friends")  # the last one so called: the row below the grid
    assert app.routes == ["/matters/f"]
    await app.write("My name for it", "The four of us ")
    await app.write("Why it matters", "They stayed.")
    assert kept(app) == [(Area.FRIENDS, "The four of us", "They stayed.")]
    assert app.field("My name for it").value == "The four of us "  # or no space could be typed
    await app.tap("Back")
    assert app.sees("They stayed.")
    assert app.chosen() == ["The four of us"]


async def test_what_is_written_has_a_colour_that_changes_with_the_theme(launch: Launch) -> None:
    app = await opened(launch, FRIENDS, route="/matters/f")
    assert app.field("My name for it").color is ft.Colors.ON_SURFACE  # left out, it is black, on dark too


async def test_a_life_area_without_a_name_of_ones_own_keeps_tends(launch: Launch) -> None:
    app = await opened(launch, PLOT, route="/matters/p")
    await app.write("My name for it", "")
    assert kept(app) == [(Area.GROWING, "", "It is mine.")]
    assert (2, "Growing things") in app.headings()
    assert app.field("My name for it").error is None


async def test_a_name_that_is_emptied_comes_back_when_the_person_leaves(launch: Launch) -> None:
    app = await opened(launch, QUIET, route="/matters/q")
    for words in ("Quiet", "Q", ""):
        await app.write("My name for it", words)
    assert app.field("My name for it").error == "Add a few words, or go back."
    assert app.field("My name for it").value == ""
    assert kept(app) == [(Area.OWN, "Quiet mornings", "")]
    await app.write("My name for it", "Calm")
    assert app.field("My name for it").error is None
    assert kept(app) == [(Area.OWN, "Calm", "")]


@pytest.mark.parametrize(("label", "longest"), [("My name for it", 200), ("Why it matters", 10_000)])
async def test_too_many_words_stay_in_the_field_with_one_sentence(launch: Launch, label: str, longest: int) -> None:
    app = await opened(launch, PLOT, route="/matters/p")
    await app.write(label, "x" * (longest + 1))
    assert app.field(label).error == f"This is too long. Up to {longest} letters fit."
    assert app.field(label).value == "x" * (longest + 1)
    assert kept(app) == [(Area.GROWING, "My plot", "It is mine.")]
    await app.write(label, "x" * longest)
    assert app.field(label).error is None
    assert "x" * longest in kept(app)[0]


async def test_its_place_is_said_and_changed_where_it_is_open(launch: Launch) -> None:
    app = await opened(launch, FRIENDS, PLOT, QUIET, route="/matters/q")
    assert app.sees("Place 3 of 3 in your order.")
    assert "Move down" not in app.buttons()
    await app.tap("Move up")
    await app.tap("Move up")
    assert app.sees("Place 1 of 3 in your order.")
    assert "Move up" not in app.buttons()
    await app.tap("Move down")
    assert names(app) == ["friends", "Quiet mornings", "My plot"]


async def test_deleting_can_be_undone_and_keeps_the_goals(launch: Launch) -> None:
    goals = [Goal("a", "Water the pots", value_id="p"), Goal("b", "Sow beans", value_id="p")]
    app = await opened(launch, FRIENDS, PLOT, goals=goals, route="/matters/p")
    assert app.sees("2 goals grow from it. Deleting it keeps them.")
    await app.tap("Delete this")
    assert app.routes == ["/matters"]
    assert names(app) == ["friends"]
    assert len(app.records.goals.all()) == 2
    assert app.sees("Deleted.")
    await app.tap("Undo")
    assert app.records.values.all() == (FRIENDS, PLOT)
    assert not app.sees("Deleted.")


async def test_one_that_is_gone_says_so(launch: Launch) -> None:
    app = await opened(launch, FRIENDS, route="/matters/gone")
    assert app.sees("This is not here any more.")
    await app.tap("Back")
    assert app.page.route == "/"


async def test_a_delete_the_device_refuses_changes_nothing_and_is_said(launch: Launch) -> None:
    app = await opened(launch, FRIENDS, route="/matters/f")
    app.records.values.refuse = StorageFull("quota")
    await app.tap("Delete this")
    assert app.routes == []
    assert app.sees("There is no room left here.")
    assert names(app) == ["friends"]


async def test_it_says_that_what_was_written_is_saved_and_not_when_it_is_not(launch: Launch) -> None:
    app = await opened(launch, FRIENDS, route="/matters/f")
    assert app.field("Why it matters").helper == "Each letter is kept."
    await app.write("Why it matters", "They stayed.")
    assert app.field("Why it matters").helper == "Saved."
    assert app.field("My name for it").helper == "Each letter is kept."
    app.records.values.refuse = StorageFull("quota")
    await app.write("Why it matters", "They stayed with me.")
    assert app.field("Why it matters").helper is None
    assert app.sees("Not saved yet. Tend keeps trying.")


async def test_a_goal_is_made_from_it_beside_one_that_was_begun(launch: Launch) -> None:
    app = await opened(launch, FRIENDS, PLOT, route="/goals/new")
    await app.write("My goal, in my words", "Row")
    await app.go("/matters/f")
    await app.tap("Make a goal from this")
    assert app.chosen() == ["Friends", "No one", "When I can"]
    assert app.field("My goal, in my words").value == ""
    await app.write("My goal, in my words", "Write to Dev")
    await app.tap("Save goal")
    assert app.page.route == "/matters/f"
    assert [(goal.words, goal.value_id) for goal in app.records.goals.all()] == [("Write to Dev", "f")]
    assert app.sees("1 goal grows from it.")
    await app.go("/goals/new")
    assert app.field("My goal, in my words").value == "Row"
