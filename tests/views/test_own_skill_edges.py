"""Own skills at their edges: what is too much or nothing, copies of hidden ones, and what was deleted meanwhile."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from domain.errors import OutOfRange, StorageFull
from domain.skill_choices import SkillChoices
from domain.skill_players import Breathing, Timer
from domain.skills import Helped, Skill, Use
from tests.views.conftest import Launch
from tests.views.fakes import FakeClock
from tests.views.skill_samples import BREATH, SONG, cards, own_skills, records, uses

NAME, SAVE = "What helps me", "Save skill"
PHASES = ("Breathe in, seconds", "Hold, seconds", "Breathe out, seconds", "Hold again, seconds")
TIMED = Skill("song", "My rain playlist", steps=("Press play.", "Lie down."), is_own=True)


@pytest.mark.parametrize("minutes", [0, -1, 181, 10_000])
def test_minutes_that_no_skill_takes_are_refused(minutes: int) -> None:
    with pytest.raises(OutOfRange):
        Skill("s", "Tea", minutes=minutes)


async def test_the_form_offers_no_such_minutes_and_keeps_a_length_of_ones_own(launch: Launch) -> None:
    long = Skill("song", "My rain playlist", minutes=180, player=Timer(180 * 60), is_own=True)
    app = await launch(route="/skills/song/edit", records=records(long))
    assert "180 minutes" in app.chosen()
    offered = [name.removesuffix(", chosen") for name in app.buttons()]
    assert [int(name.split()[0]) for name in offered if name.endswith((" minute", " minutes"))] == [
        *(1, 2, 5, 10, 15, 20, 30, 180),
    ]


async def test_a_text_of_a_hundred_thousand_letters_is_refused_by_its_field_and_stays(launch: Launch) -> None:
    app = await launch(route="/skills/new/edit", records=records())
    await app.write(NAME, "Tea" * 40_000)
    await app.tap(SAVE)
    assert app.field(NAME).error == "This is too long. Please use fewer words."
    assert len(app.field(NAME).value) == 120_000
    assert own_skills(app) == []


async def test_a_pattern_of_nothing_is_said_by_both_fields_that_need_a_number(launch: Launch) -> None:
    app = await launch(route="/skills/new/edit", records=records())
    await app.write(NAME, "My breath")
    await app.tap("A breathing pattern")
    for phase in PHASES:
        await app.write(phase, "0")
    await app.tap(SAVE)
    sentence = "A breath goes in and out. Add some seconds."
    assert [app.field(phase).error for phase in PHASES] == [sentence, None, sentence, None]
    assert [app.field(phase).value for phase in PHASES] == ["0", "0", "0", "0"]
    assert own_skills(app) == []


def test_no_pattern_of_nothing_can_be_made() -> None:
    with pytest.raises(OutOfRange):
        Breathing(0, 0, 0, 0)


async def test_a_copy_of_a_hidden_skill_is_seen(launch: Launch) -> None:
    kept = records()
    kept.skill_choices.kept = SkillChoices(hidden=("breath",))
    app = await launch(route="/skills/breath", records=kept)
    await app.tap("Copy as my own")
    await app.tap(SAVE)
    (copied,) = own_skills(app)
    assert (copied.name, copied.player, copied.is_own) == ("Longer breath out", BREATH.player, True)
    await app.go("/skills")
    assert cards(app).count("Longer breath out") == 1
    assert kept.skill_choices.kept.hidden == ("breath",)


async def test_an_own_skill_with_no_steps_runs_as_a_timer(launch: Launch) -> None:
    app = await launch(route="/skills/song/play", records=records(SONG))
    assert {"Take your time.", "About 5 minutes left"} <= set(app.words())


async def test_a_bookmarked_skill_that_was_used_is_deleted_and_comes_back_as_it_was(launch: Launch) -> None:
    kept = records(SONG, uses=uses(SONG, Helped.YES, Helped.YES, Helped.YES))
    kept.skill_choices.kept = SkillChoices(favourites=("song",))
    app = await launch(route="/skills/song", records=kept)
    await app.tap("Delete")
    assert (app.page.route, own_skills(app)) == ("/skills", [])
    assert "My rain playlist" not in cards(app)
    assert len(app.records.uses.all()) == 3
    await app.tap("Undo")
    assert cards(app)[0] == "My rain playlist"
    assert "Remove bookmark: My rain playlist" in app.buttons()
    assert app.sees("Helped you 3 of 3 times")


async def test_a_skill_deleted_while_it_is_played_plays_on_and_takes_its_answer(
    launch: Launch, clock: FakeClock
) -> None:
    app = await launch(route="/skills/song/play", records=records(TIMED))
    await app.state.practice.delete(TIMED)
    await app.settle()
    await app.tap("Next")
    assert {"Lie down.", "Step 2 of 2"} <= set(app.words())
    clock.pass_time(minutes=1)
    await app.tap("Close")
    await app.tap("Yes")
    assert [(use.skill_id, use.helped) for use in app.records.uses.all()] == [("song", Helped.YES)]
    await app.tap("I am done")
    assert app.page.route == "/"


async def test_uses_of_a_skill_that_is_gone_trouble_nothing(launch: Launch) -> None:
    at = datetime(2026, 11, 18, 8, tzinfo=UTC)
    gone = [Use(f"g{n}", "gone", at, 60, Helped.YES, energy=5) for n in range(9)]
    kept = records(uses=gone)
    kept.skill_choices.kept = SkillChoices(favourites=("gone",), hidden=("gone",))
    app = await launch(records=kept)
    assert "Start: Longer breath out" in app.buttons()
    await app.go("/skills")
    assert len(cards(app)) == 5
    await app.go("/skills/gone")
    assert "This skill is not here any more." in app.words()


async def test_a_skill_whose_deletion_is_refused_is_still_suggested_and_played(launch: Launch) -> None:
    app = await launch(route="/skills/song", records=records(SONG))
    app.records.skills.refuse = StorageFull("quota")
    await app.tap("Delete")
    assert app.page.route == "/skills/song"
    assert "There is no room left here." in app.words()
    await app.tap("Start")
    assert "Take your time." in app.words()
