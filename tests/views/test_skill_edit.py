"""An own skill's form: a name is enough, everything else is the person's to add, and nothing typed is lost."""

from __future__ import annotations

from dataclasses import replace

import pytest

from domain.errors import StorageFull
from domain.skill_players import Breathing, Steps, Timer
from domain.skills import Effort, Need, Skill
from tests.driver import Driver
from tests.views.conftest import Launch
from tests.views.skill_samples import BREATH, COLD, SENSES, SONG, own_skills, records

NAME, LINES, SAVE = "What helps me", "Steps, one on each line", "Save skill"
ABOUT = "One line about it, if you like"
IN, HOLD, OUT, AGAIN = "Breathe in, seconds", "Hold, seconds", "Breathe out, seconds", "Hold again, seconds"
EMPTY, TOO_LONG = "Add a few words, or go back.", "This is too long. Please use fewer words."


async def new(launch: Launch, *own: Skill) -> Driver:
    app = await launch(route="/skills", records=records(*own))
    await app.tap("My own skill")
    return app


async def edit(launch: Launch, skill: Skill) -> Driver:
    return await launch(route=f"/skills/{skill.id}/edit", records=records(skill))


async def copy(launch: Launch, skill: Skill) -> Driver:
    app = await launch(route=f"/skills/{skill.id}", records=records())
    await app.tap("Copy as my own")
    return app


def kept(app: Driver) -> Skill:
    (skill,) = own_skills(app)
    return skill


async def test_a_name_is_enough_and_what_was_made_is_shown(launch: Launch) -> None:
    app = await new(launch)
    await app.write(NAME, "  Feed the birds ")
    await app.tap(SAVE)
    assert kept(app) == Skill(kept(app).id, "Feed the birds", is_own=True)
    assert kept(app).plays == Timer(300)
    assert app.page.route == f"/skills/{kept(app).id}"
    assert (1, "Feed the birds") in app.headings()
    await app.tap("Back")
    assert app.page.route == "/skills"


async def test_everything_that_was_filled_in_is_kept(launch: Launch) -> None:
    app = await new(launch)
    await app.write(NAME, "Feed the birds")
    await app.tap("Calm down", "Less alone", "Sleep")
    await app.tap("Sleep")
    await app.tap("Some energy")
    await app.tap("10 minutes")
    await app.write(LINES, "Find some seeds.\n\n  Open the window. \n")
    await app.tap(SAVE)
    assert kept(app) == Skill(
        kept(app).id,
        "Feed the birds",
        needs=(Need.CALM_DOWN, Need.LESS_ALONE),
        energy=Effort.MIDDLE,
        minutes=10,
        steps=("Find some seeds.", "Open the window."),
        player=Steps(),
        is_own=True,
    )


async def test_steps_can_stand_beside_a_timer(launch: Launch) -> None:
    app = await new(launch)
    await app.write(NAME, "Tea")
    await app.write(LINES, "Put the kettle on.")
    await app.tap("A timer")
    await app.tap("2 minutes")
    await app.tap(SAVE)
    assert kept(app).player == Timer(120)


async def test_a_breathing_pattern_has_four_numbers_and_takes_halves(launch: Launch) -> None:
    app = await new(launch)
    assert "Without steps it is a timer." in app.words()
    await app.write(NAME, "My breath")
    await app.tap("A breathing pattern")
    assert [app.field(name).value for name in (IN, HOLD, OUT, AGAIN)] == ["4", "0", "6", "0"]
    await app.write(IN, "4,5")
    await app.write(HOLD, "")
    await app.write(OUT, "7.5")
    await app.tap(SAVE)
    assert kept(app).player == Breathing(4.5, 0, 7.5, 0)


@pytest.mark.parametrize(
    ("field", "typed", "said"),
    [
        (IN, "four", "Use a number from 0 to 60."),
        (HOLD, "61", "Use a number from 0 to 60."),
        (AGAIN, "-1", "Use a number from 0 to 60."),
        (AGAIN, "nan", "Use a number from 0 to 60."),
        (OUT, "0", "A breath goes in and out. Add some seconds."),
        (IN, "", "A breath goes in and out. Add some seconds."),
    ],
)
async def test_seconds_that_are_none_are_said_by_their_field_and_stay(
    launch: Launch, field: str, typed: str, said: str
) -> None:
    app = await new(launch)
    await app.write(NAME, "My breath")
    await app.tap("A breathing pattern")
    await app.write(field, typed)
    await app.tap(SAVE)
    assert (own_skills(app), app.field(field).error, app.field(field).value) == ([], said, typed)
    await app.write(field, "5")
    assert app.field(field).error is None


@pytest.mark.parametrize(
    ("field", "typed", "said"),
    [
        (NAME, "", EMPTY),
        (NAME, "   ", EMPTY),
        (NAME, "x" * 201, TOO_LONG),
        (ABOUT, "x" * 1001, TOO_LONG),
        (LINES, "x" * 1001, TOO_LONG),
        (LINES, "x\n" * 101, TOO_LONG),
    ],
)
async def test_words_that_cannot_be_kept_are_said_by_their_field_and_stay(
    launch: Launch, field: str, typed: str, said: str
) -> None:
    app = await new(launch)
    await app.write(NAME, "Tea")
    await app.write(field, typed)
    await app.tap(SAVE)
    assert (own_skills(app), app.field(field).error, app.field(field).value) == ([], said, typed)
    assert app.page.route == "/skills/new/edit"


async def test_what_was_begun_is_still_there_and_can_be_begun_afresh(launch: Launch) -> None:
    app = await new(launch)
    await app.write(NAME, "Feed")
    await app.tap("Sleep")
    await app.tap("Help now")
    await app.tap("Back")
    assert (app.field(NAME).value, "Sleep" in app.chosen()) == ("Feed", True)
    await app.tap("Back")
    await app.tap("My own skill")
    assert app.field(NAME).value == "Feed"
    assert "Draft kept" in app.words()
    await app.tap("Begin afresh")
    assert (app.field(NAME).value, "Sleep" in app.chosen()) == ("", False)
    assert "Draft kept" not in app.words()


async def test_a_form_in_which_nothing_was_changed_leaves_no_draft(launch: Launch) -> None:
    app = await edit(launch, SONG)
    await app.write(NAME, "Other")
    await app.write(NAME, SONG.name)
    await app.go("/skills")
    await app.go("/skills/song/edit")
    assert "Draft kept" not in app.words()


@pytest.mark.parametrize(
    "player", [None, Timer(30), Timer(300), Breathing(4, 2, 6, 0), Breathing(3, 0, 7, 0, sip=2), SENSES.player]
)
async def test_changing_the_name_changes_nothing_else(launch: Launch, player: object) -> None:
    skill = replace(SONG, player=player, minutes=7, steps=("Press play.",), needs=(Need.SLEEP,))
    if player is None:
        skill = replace(skill, player=Steps())
    app = await edit(launch, skill)
    await app.write(NAME, "Rain")
    await app.tap(SAVE)
    assert kept(app) == replace(skill, name="Rain")


async def test_a_copy_stays_as_it_was_or_becomes_something_else(launch: Launch) -> None:
    app = await copy(launch, SENSES)
    assert "As it was" in app.chosen()
    await app.tap("A timer")
    await app.tap(SAVE)
    assert kept(app).player == Timer(180)


async def test_one_line_about_it_is_the_persons_own_also_on_a_copy(launch: Launch) -> None:
    app = await copy(launch, BREATH)
    assert app.field(ABOUT).value == "Breathe out for longer."
    await app.write(ABOUT, " My breath before the bus. ")
    await app.tap(SAVE)
    assert kept(app) == replace(kept(app), summary="My breath before the bus.", name=BREATH.name)
    assert "My breath before the bus." in app.words()
    assert "Breathe out for longer." not in app.words()


async def test_a_copy_keeps_what_has_to_be_known_first(launch: Launch) -> None:
    app = await copy(launch, COLD)
    await app.tap(SAVE)
    assert (kept(app).cautions, kept(app).check_first) == (COLD.cautions, True)
    assert "Pick another" in app.buttons()


async def test_a_copy_keeps_its_draft_when_it_is_left_for_help(launch: Launch) -> None:
    app = await copy(launch, SENSES)
    await app.write(NAME, "My five")
    await app.tap("Help now")
    await app.tap("Back")
    await app.tap(SAVE)
    assert kept(app).name == "My five"


@pytest.mark.parametrize("skill_id", ["gone", "breath"])
async def test_what_is_gone_or_not_ones_own_cannot_be_changed(launch: Launch, skill_id: str) -> None:
    app = await launch(route=f"/skills/{skill_id}/edit", records=records())
    assert "This skill is not here any more." in app.words()
    assert SAVE not in app.buttons()


async def test_a_skill_the_device_refuses_stays_and_is_kept_once_there_is_room(launch: Launch) -> None:
    app = await new(launch)
    app.records.skills.refuse = StorageFull("quota")
    await app.write(NAME, "Feed the birds")
    await app.tap(SAVE)
    assert {"Not saved yet. Tend keeps trying.", "Feed the birds"} <= set(app.words())
    app.records.skills.refuse = None
    await app.tap("Try again")
    assert kept(app).name == "Feed the birds"
    assert "Not saved yet. Tend keeps trying." not in app.words()
