"""One skill: its steps, what to know first, where it comes from, what came of it, and what one can do with it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from domain.errors import StorageFull
from domain.models import Preferences
from domain.skill_choices import Writing
from domain.skill_players import Breathing
from domain.skills import Helped, Skill
from tests.driver import Driver
from tests.views.conftest import Launch
from tests.views.skill_samples import BREATH, COLD, SENSES, SONG, own_skills, records, uses

YES, NO = Helped.YES, Helped.NO


async def opened(launch: Launch, skill: Skill, *own: Skill, **more: Any) -> Driver:
    return await launch(route=f"/skills/{skill.id}", records=records(*own, **more))


async def test_everything_there_is_to_know_stands_in_order(launch: Launch) -> None:
    app = await opened(launch, BREATH)
    assert app.headings() == [
        (1, "Longer breath out"),
        *((2, words) for words in ("Good to know", "Step by step", "What came of it", "Where it comes from")),
    ]
    words = app.words()
    assert {"2 min. Low energy.", "Calm down. Sleep.", "Breathe out for longer."} <= set(words)
    assert app.between("Good to know", "Step by step") == ["Dizzy? Go back to your own breath."]
    assert app.between("Step by step", "What came of it") == ["1. Breathe in.", "2. Breathe out."]
    assert app.between("What came of it", "Where it comes from") == ["Not tried yet"]
    assert app.between("Where it comes from", "Hide this skill") == [
        *("Paced breathing.", "Source: Linehan, 2015", "Checked on Tuesday 3 November")
    ]


async def test_what_is_not_known_is_left_out(launch: Launch) -> None:
    app = await opened(launch, SENSES)
    assert app.headings() == [(1, "Five things I can see"), (2, "What came of it")]


async def test_start_opens_the_player(launch: Launch) -> None:
    app = await opened(launch, BREATH)
    assert "Pick another" not in app.buttons()
    await app.tap("Start")
    assert app.page.route == "/skills/breath/play"


async def test_what_can_harm_is_said_once_right_before_start_with_a_way_to_another(launch: Launch) -> None:
    app = await opened(launch, COLD)
    words = app.words()
    assert words.count("Not with heart trouble.") == 1
    assert words[words.index("Not with heart trouble.") :] == [
        "Not with heart trouble.",
        "Not sure?",
        "Start",
        "Pick another",
    ]
    await app.tap("Pick another")
    assert app.page.route == "/skills"


async def test_in_large_text_what_can_harm_scrolls_with_the_page_before_everything_else(launch: Launch) -> None:
    app = await opened(launch, COLD, preferences=Preferences(text_size=200))
    assert app.between("Not with heart trouble.", "What came of it") == ["Not sure?", "Start", "Pick another"]
    assert app.words().count("Start") == 1


async def test_counts_are_told_in_all_and_by_the_kind_of_day_once_there_are_three(launch: Launch) -> None:
    low = uses(BREATH, YES, YES, NO, energy=2)
    good = [replace(use, id=f"good-{use.id}", energy=5) for use in uses(BREATH, YES, NO)]
    app = await opened(launch, BREATH, uses=[*low, *good])
    assert app.between("What came of it", "Where it comes from") == [
        *("Tried 5 times", "Helped you 3 of 5 times", "On days with low energy: Helped you 2 of 3 times")
    ]


async def test_before_three_answers_it_says_how_often_it_was_tried(launch: Launch) -> None:
    app = await opened(launch, BREATH, uses=uses(BREATH, YES, None))
    assert app.between("What came of it", "Where it comes from") == ["Tried 2 times"]


async def test_bookmark_and_hide_are_kept_and_can_be_turned_back(launch: Launch) -> None:
    app = await opened(launch, BREATH)
    await app.tap("Bookmark: Longer breath out")
    await app.tap("Hide this skill")
    choices = app.records.skill_choices
    assert (choices.kept.favourites, choices.kept.hidden) == (("breath",), ("breath",))
    await app.tap("Remove bookmark: Longer breath out")
    await app.tap("Show again")
    assert (choices.kept.favourites, choices.kept.hidden) == ((), ())
    assert "Hide this skill" in app.buttons()


async def test_a_copy_becomes_ones_own_once_it_is_saved_and_plays_the_same(launch: Launch) -> None:
    app = await opened(launch, BREATH)
    assert {"Change", "Delete"}.isdisjoint(app.buttons())
    await app.tap("Copy as my own")
    assert own_skills(app) == []
    assert "Draft kept" not in app.words()
    await app.write("What helps me", "My breath")
    await app.tap("Save skill")
    (copy,) = own_skills(app)
    assert copy == replace(BREATH, id=copy.id, name="My breath", is_own=True, tradition="", source="", checked_on=None)
    assert copy.player == Breathing(4, 0, 6, 0)
    assert app.page.route == f"/skills/{copy.id}"
    await app.tap("Back")
    assert app.page.route == "/skills"


async def test_a_copy_that_is_left_makes_nothing(launch: Launch) -> None:
    app = await opened(launch, SENSES)
    await app.tap("Copy as my own")
    await app.tap("Back")
    assert (app.page.route, own_skills(app)) == ("/skills/senses", [])


async def test_an_own_one_can_be_changed_and_deleted(launch: Launch) -> None:
    app = await opened(launch, SONG, SONG)
    assert "Copy as my own" not in app.buttons()
    await app.tap("Change")
    assert app.page.route == "/skills/song/edit"
    await app.tap("Back")
    assert app.page.route == "/skills/song"
    await app.tap("Delete")
    assert (app.page.route, own_skills(app)) == ("/skills", [])


async def test_a_refused_deletion_leaves_it_and_says_why(launch: Launch) -> None:
    app = await opened(launch, SONG, SONG)
    app.records.skills.refuse = StorageFull("quota")
    await app.tap("Delete")
    assert app.page.route == "/skills/song"
    assert {"There is no room left here.", "My rain playlist"} <= set(app.words())


@pytest.mark.parametrize("skill_id", ["breath", "cold"])
async def test_what_was_written_with_it_is_one_tap_away(launch: Launch, skill_id: str) -> None:
    use = uses(BREATH, YES)[0]
    written = Writing("w", "breath", "Longer breath out", use.at, 60, (("Why?", "Because."),))
    app = await launch(route=f"/skills/{skill_id}", records=records(writings=[written]))
    name = "What I wrote It stays with you."
    assert (name in app.buttons()) is (skill_id == "breath")
    if skill_id == "breath":
        await app.tap(name)
        assert app.page.route == "/writings"


async def test_one_that_is_gone_says_so(launch: Launch) -> None:
    app = await launch(route="/skills/gone", records=records())
    assert "This skill is not here any more." in app.words()
    assert "Start" not in app.buttons()
