"""Taps that come twice on the goal screens, and what a screen reader is told there."""

from __future__ import annotations

from dataclasses import replace

from domain.goals import Answer
from tests.views.conftest import Launch
from tests.views.goal_samples import MAYA, PLOT, SWIM, kept, mark, records

WORDS, SAVE, OWN = "My goal, in my words", "Save goal", "My own words"


async def test_a_second_tap_on_save_keeps_the_edit(launch: Launch) -> None:
    app = await launch(route="/goals/swim", records=records(SWIM))
    await app.write(WORDS, "Swim far")
    await app.tap(SAVE, SAVE, SAVE)
    assert [goal.words for goal in kept(app)] == ["Swim far"]


async def test_a_goal_saved_once_can_be_opened_changed_and_saved_again(launch: Launch) -> None:
    app = await launch(route="/goals/swim", records=records(SWIM))
    for words in ("Swim far", "Swim further"):
        await app.go("/goals/swim")
        await app.write(WORDS, words)
        await app.tap(SAVE)
        assert [goal.words for goal in kept(app)] == [words]


async def test_a_value_begun_is_added_once_by_two_taps_on_save(launch: Launch) -> None:
    app = await launch(route="/goals/new", records=records())
    await app.write(WORDS, "Row")
    await app.tap(OWN)
    await app.write(OWN, "My river")
    await app.tap(SAVE, SAVE)
    (value,) = app.records.values.all()
    assert [(goal.words, goal.value_id) for goal in kept(app)] == [("Row", value.id)]


async def test_after_a_refused_value_save_works_again(launch: Launch) -> None:
    app = await launch(route="/goals/new", records=records())
    await app.write(WORDS, "Row")
    await app.tap(OWN)
    await app.write(OWN, "x" * 201)
    await app.tap(SAVE)
    assert kept(app) == []
    await app.write(OWN, "My river")
    await app.tap(SAVE)
    assert [goal.words for goal in kept(app)] == ["Row"]


async def test_earlier_days_are_offered_for_this_goals_own_answers_alone(launch: Launch) -> None:
    found = [mark(1, SWIM), mark(200, PLOT), mark(150, SWIM, Answer.NOT_TODAY)]
    app = await launch(route="/goals/swim/days", records=records(SWIM, PLOT, marks=found, people=[MAYA]))
    assert "Show earlier days" not in app.buttons()


async def test_a_rest_long_ago_is_reached_in_one_tap_and_then_nothing_is_offered(launch: Launch) -> None:
    found = [mark(1, SWIM), mark(400, SWIM, Answer.RESTED)]
    app = await launch(route="/goals/swim/days", records=records(SWIM, marks=found))
    await app.tap("Show earlier days")
    assert "Wednesday 15 October 2025" in app.words()
    assert "Show earlier days" not in app.buttons()


async def test_a_folded_card_and_the_way_to_the_days_say_what_they_are(launch: Launch) -> None:
    app = await launch(route="/goals", records=records(SWIM, replace(SWIM, id="row", words="Row")))
    assert "Days of Row. Here when you are ready." in app.buttons()
    assert "Swim, folded Here when you are ready." in app.buttons()
