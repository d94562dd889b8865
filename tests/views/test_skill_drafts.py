"""What is begun in the form of an own skill is not lost to a second tap, another window, a way out, a full device."""

from __future__ import annotations

from dataclasses import replace

import pytest

from domain.errors import StorageFull
from domain.skill_choices import SkillChoices
from domain.skill_players import Breathing, Steps, Timer
from domain.skills import Effort, Skill
from tests.views.conftest import Launch
from tests.views.fakes import FakeClock, FakePage, FakeRecords
from tests.views.skill_samples import BREATH, COLD, SENSES, SONG, own_skills, records
from views.components.skill_form import as_skill, drafted
from views.state import TendState

NAME, LINES, SAVE = "What helps me", "Steps, one on each line", "Save skill"


async def test_a_second_tap_on_save_keeps_the_edit(launch: Launch) -> None:
    app = await launch(route="/skills/song/edit", records=records(SONG))
    await app.write(NAME, "Rain")
    await app.tap(SAVE, SAVE, SAVE)
    assert [skill.name for skill in own_skills(app)] == ["Rain"]


async def test_after_a_refusal_save_works_again(launch: Launch) -> None:
    app = await launch(route="/skills/song/edit", records=records(SONG))
    for name in ("", "Rain"):
        await app.write(NAME, name)
        await app.tap(SAVE)
    assert [skill.name for skill in own_skills(app)] == ["Rain"]


async def test_a_draft_changes_what_the_person_changed_and_leaves_the_rest_as_another_window_has_it(
    launch: Launch,
) -> None:
    app = await launch(route="/skills/song/edit", records=records(SONG))
    await app.write(NAME, "Rain")
    other = replace(SONG, name="My song", minutes=10, energy=Effort.MIDDLE, steps=("Press play.",), player=Steps())
    await app.records.skills.save(other)
    await app.go("/skills")
    await app.go("/skills/song/edit")
    await app.tap(SAVE)
    assert own_skills(app) == [replace(other, name="Rain")]


@pytest.mark.parametrize(
    ("draft", "made"),
    [
        ({"lines": "Sit."}, {"steps": ("Sit.",), "player": Steps()}),
        ({"plays": "timer"}, {"player": Timer(300)}),
        ({"minutes": 2, "plays": "timer"}, {"minutes": 2, "player": Timer(120)}),
        ({"plays": "breathing"}, {"player": Breathing(4, 0, 6, 0)}),
        ({}, {}),
    ],
)
def test_each_change_is_made_to_the_skill_as_it_stands_now(draft: dict[str, object], made: dict[str, object]) -> None:
    now = replace(SONG, summary="It helps.", energy=Effort.HIGH)
    assert as_skill(replace(drafted(SONG), **draft), now) == replace(now, **made)


async def test_a_copy_that_was_begun_and_left_is_found_again(launch: Launch) -> None:
    app = await launch(route="/skills/senses", records=records())
    await app.tap("Copy as my own")
    await app.write(NAME, "My five")
    await app.tap("Back")
    await app.go("/skills/cold")
    await app.tap("Copy as my own")
    assert app.field(NAME).value == COLD.name
    await app.go("/skills/senses")
    await app.tap("Copy as my own")
    assert (app.field(NAME).value, "Draft kept" in app.words()) == ("My five", True)
    await app.tap(SAVE)
    await app.go("/skills/senses")
    await app.tap("Copy as my own")
    assert app.field(NAME).value == SENSES.name


@pytest.mark.parametrize("afresh", [False, True])
async def test_a_copy_that_stands_as_it_began_outlasts_help(launch: Launch, afresh: bool) -> None:
    app = await launch(route="/skills/senses", records=records())
    await app.tap("Copy as my own")
    await app.write(NAME, "My five")
    if afresh:
        await app.tap("Help now")
        await app.tap("Back")
        await app.tap("Begin afresh")
    else:
        await app.write(NAME, SENSES.name)
    await app.tap("Help now")
    await app.tap("Back")
    await app.tap(SAVE)
    assert [skill.name for skill in own_skills(app)] == [SENSES.name]


@pytest.mark.parametrize(("typed", "is_kept"), [("0.49", False), ("1e-300", False), ("0.5", True)])
async def test_no_circle_can_be_made_to_flicker(launch: Launch, typed: str, is_kept: bool) -> None:
    app = await launch(route="/skills/new/edit", records=records())
    await app.write(NAME, "My breath")
    await app.tap("A breathing pattern")
    for field in ("Breathe in, seconds", "Breathe out, seconds"):
        await app.write(field, typed)
    await app.tap(SAVE)
    assert [skill.player for skill in own_skills(app)] == [Breathing(0.5, 0, 0.5, 0)] * is_kept
    if not is_kept:
        assert app.field("Breathe in, seconds").error == "A breath goes in and out. Add some seconds."


async def test_choices_that_are_refused_wait_behind_the_lock_and_are_tried_again() -> None:
    kept = FakeRecords((), built_in=(BREATH, SENSES))
    state = TendState.load(kept, FakeClock(), page=FakePage(), built_in=(BREATH, SENSES))
    kept.skill_choices.refuse = StorageFull("quota")
    await state.practice.bookmark(SENSES)
    await state.practice.refuse(BREATH)
    wanted = SkillChoices(("senses",), refused=("breath",), refused_on=state.now.date())
    assert (state.practice.choices, state.is_refused) == (wanted, True)
    state.lock()
    assert state.practice.choices == SkillChoices()
    state.adopt(kept)
    assert state.practice.choices == wanted
    kept.skill_choices.refuse = None
    await state.try_again()
    assert (kept.skill_choices.kept, state.is_refused) == (wanted, False)


def test_a_skill_of_steps_that_has_none_is_a_timer() -> None:
    assert Skill("s", "Feed the birds", minutes=2, player=Steps()).plays == Timer(120)
