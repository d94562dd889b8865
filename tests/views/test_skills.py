"""The library: what fits now, found by need, energy, minutes and words, and started with one tap."""

from __future__ import annotations

from typing import Any

import flet as ft
import pytest

from domain.errors import StorageFull
from domain.models import Preferences
from domain.skill_choices import SkillChoices
from domain.skills import Helped, Skill
from tests.driver import Driver
from tests.views.conftest import Launch
from tests.views.skill_samples import BREATH, BUILT_IN, COLD, SENSES, SONG, cards, own_skills, records, uses

YES, NO = Helped.YES, Helped.NO
NOTHING = "Nothing fits all of that. Show more?"
ALL = {"Longer breath out", "Five things I can see", "Cool water", "Walk in daylight", "Big movement"}


async def opened(launch: Launch, *own: Skill, **more: Any) -> Driver:
    return await launch(route="/skills", records=records(*own, **more))


def many(count: int) -> tuple[Skill, ...]:
    return tuple(Skill(f"{n:02}", f"Skill {n:02}", minutes=1) for n in range(count))


async def test_the_tab_leads_here_and_a_skill_runs_after_one_more_tap(launch: Launch) -> None:
    app = await launch(records=records())
    await app.open_tab("Skills")
    assert (1, "Skills") in app.headings()
    await app.tap("Start: Longer breath out")
    assert app.page.route == "/skills/breath/play"


async def test_a_card_says_what_it_asks_and_whether_it_was_tried(launch: Launch) -> None:
    app = await opened(launch, SONG, uses=uses(SENSES, None))
    names = app.buttons()
    assert "Longer breath out 2 min. Low energy. Not tried yet" in names
    assert "Five things I can see 3 min. Low energy. Tried 1 time" in names
    assert "My rain playlist 5 min. Low energy. My own. Not tried yet" in names
    assert "Walk in daylight 10 min. Some energy. Not tried yet" in names
    assert "Big movement 5 min. Good energy. Not tried yet" in names


@pytest.mark.parametrize(
    ("answers", "said"),
    [((YES, NO), "Tried 2 times"), ((YES, NO, Helped.A_BIT), "Helped you 2 of 3 times"), ((NO,) * 3, "0 of 3 times")],
)
async def test_from_three_answers_on_it_says_how_often_it_helped(
    launch: Launch, answers: tuple[Helped, ...], said: str
) -> None:
    app = await opened(launch, uses=uses(BREATH, *answers))
    assert any(name.startswith("Longer breath out 2 min.") and name.endswith(said) for name in app.buttons())


async def test_bookmarked_ones_stand_first_then_those_that_helped(launch: Launch) -> None:
    held = records(uses=uses(SENSES, YES, YES, YES, energy=5))
    held.skill_choices.kept = SkillChoices(favourites=("walk",))
    app = await launch(route="/skills", records=held)
    assert cards(app)[:3] == ["Walk in daylight", "Five things I can see", "Cool water"]


async def test_low_energy_starts_with_what_is_short_and_asks_little(launch: Launch) -> None:
    app = await opened(launch, energy=2)
    assert app.chosen() == ["Low energy", "5 minutes"]
    assert "3 skills fit now" in app.words()
    assert set(cards(app)) == {"Longer breath out", "Five things I can see", "Cool water"}


@pytest.mark.parametrize(
    ("energy", "chosen", "count"), [(None, ["Some energy"], 4), (3, ["Some energy"], 4), (5, [], 5)]
)
async def test_the_energy_there_is_decides_what_fits(
    launch: Launch, energy: int | None, chosen: list[str], count: int
) -> None:
    app = await opened(launch, energy=energy)
    assert app.chosen() == chosen
    assert f"{count} skills fit now" in app.words()


async def test_clear_shows_every_skill_and_goes(launch: Launch) -> None:
    app = await opened(launch, energy=3)
    await app.tap("Clear")
    assert (app.chosen(), set(cards(app))) == ([], ALL)
    assert "Clear" not in app.buttons()


async def test_a_chip_filters_at_once_and_the_same_chip_lets_go(launch: Launch) -> None:
    app = await opened(launch)
    await app.tap("Calm down")
    assert set(cards(app)) == {"Longer breath out", "Cool water", "Big movement"}
    await app.tap("1 minute")
    assert cards(app) == ["Cool water"]
    assert "1 skill fits now" in app.words()
    await app.tap("Calm down")
    await app.tap("1 minute")
    assert set(cards(app)) == ALL


@pytest.mark.parametrize(
    ("chip", "found"),
    [
        ("10 or more", {"Walk in daylight"}),
        ("5 minutes", ALL - {"Walk in daylight"} | {"My rain playlist"}),
        ("My own", {"My rain playlist"}),
        ("Sleep", {"Longer breath out"}),
        ("Low energy", ALL - {"Walk in daylight", "Big movement"} | {"My rain playlist"}),
    ],
)
async def test_each_kind_of_chip_finds_its_own(launch: Launch, chip: str, found: set[str]) -> None:
    app = await opened(launch, SONG)
    await app.tap(chip)
    assert (app.chosen(), set(cards(app))) == ([chip], found)


async def test_two_quick_taps_both_count(launch: Launch) -> None:
    app = await opened(launch)
    await app.tap("Calm down", "1 minute")
    assert app.chosen() == ["1 minute", "Calm down"]


async def test_search_finds_words_and_closing_it_shows_all_again(launch: Launch) -> None:
    app = await opened(launch)
    await app.tap("Search")
    await app.write("Search skills", "DAYLIGHT")
    assert cards(app) == ["Walk in daylight"]
    assert app.field("Search skills").value == "DAYLIGHT"
    await app.tap("Close search")
    assert set(cards(app)) == ALL


async def test_where_nothing_fits_one_line_says_so_and_a_button_leads_out(launch: Launch) -> None:
    app = await opened(launch, energy=2)
    await app.tap("Speak up")
    assert NOTHING in app.words()
    assert cards(app) == []
    assert "Clear" not in app.buttons()
    await app.tap("Show more")
    assert len(cards(app)) == 3
    assert NOTHING not in app.words()
    assert "5 skills fit now" in app.words()


async def test_what_was_chosen_stands_when_one_comes_back_from_a_skill(launch: Launch) -> None:
    app = await opened(launch)
    await app.tap("Sleep")
    await app.tap("Longer breath out 2 min. Low energy. Not tried yet")
    assert app.page.route == "/skills/breath"
    await app.tap("Back")
    assert (app.page.route, app.chosen()) == ("/skills", ["Sleep"])


async def test_a_new_energy_makes_a_new_start(launch: Launch) -> None:
    app = await opened(launch)
    await app.tap("Sleep")
    await app.open_tab("Today")
    await app.tap("Check in again")
    await app.tap("Energy, Low, 2 of 5")
    await app.open_tab("Skills")
    assert app.chosen() == ["Low energy", "5 minutes"]


async def test_a_bookmark_is_kept_and_its_name_says_which_way_it_goes(launch: Launch) -> None:
    app = await opened(launch)
    await app.tap("Bookmark: Walk in daylight")
    assert app.records.skill_choices.kept.favourites == ("walk",)
    assert cards(app)[0] == "Walk in daylight"
    await app.tap("Remove bookmark: Walk in daylight")
    assert app.records.skill_choices.kept.favourites == ()


async def test_what_has_to_be_known_first_stands_on_its_card(launch: Launch) -> None:
    app = await opened(launch)
    assert {"Not with heart trouble.", "Not sure?"} <= set(app.words())
    assert "Dizzy? Go back to your own breath." not in app.words()


async def test_hidden_ones_wait_folded_at_the_end_and_come_back(launch: Launch) -> None:
    held = records()
    held.skill_choices.kept = SkillChoices(hidden=(COLD.id,))
    app = await launch(route="/skills", records=held)
    assert "Cool water" not in [*cards(app), *app.words()]
    await app.tap("Hidden skills")
    await app.tap("Show again: Cool water")
    assert app.records.skill_choices.kept.hidden == ()
    assert "Cool water" in cards(app)
    assert "Hidden skills" not in app.buttons()


async def test_twelve_come_first_and_show_more_brings_the_next(launch: Launch) -> None:
    app = await opened(launch, built_in=many(30))
    for count in (12, 24, 30):
        assert len(cards(app)) == count
        if count < 30:
            await app.tap("Show more")
    assert "Show more" not in app.buttons()


async def test_at_low_energy_three_come_first(launch: Launch) -> None:
    app = await opened(launch, built_in=many(30), energy=1)
    assert ("30 skills fit now" in app.words(), len(cards(app))) == (True, 3)
    await app.tap("Show more")
    assert len(cards(app)) == 15


async def test_a_new_choice_begins_with_the_first_again(launch: Launch) -> None:
    app = await opened(launch, built_in=many(30))
    await app.tap("Show more")
    await app.tap("1 minute")
    assert len(cards(app)) == 12


@pytest.mark.parametrize("energy", [2, 5])
async def test_an_own_skill_and_what_was_written_are_one_tap_away(launch: Launch, energy: int) -> None:
    app = await opened(launch, energy=energy)
    for name, route in (("My own skill", "/skills/new/edit"), ("What I wrote It stays with you.", "/writings")):
        await app.tap(name)
        assert app.page.route == route
        await app.tap("Back")
        assert app.page.route == "/skills"


async def test_a_bookmark_the_device_refuses_says_why(launch: Launch) -> None:
    app = await opened(launch)
    app.records.skill_choices.refuse = StorageFull("quota")
    await app.tap("Bookmark: Cool water")
    assert "There is no room left here." in app.words()


async def test_what_was_deleted_comes_back_with_undo(launch: Launch) -> None:
    app = await opened(launch, SONG)
    await app.tap("My rain playlist 5 min. Low energy. My own. Not tried yet")
    await app.tap("Delete")
    assert (app.page.route, own_skills(app)) == ("/skills", [])
    assert "My own skill" in app.buttons()
    await app.tap("Undo")
    assert own_skills(app) == [SONG]
    assert "My rain playlist" in cards(app)
    assert "Deleted." not in app.words()


@pytest.mark.parametrize("size", [150, 200])
async def test_in_large_text_the_chosen_chips_stand_alone_until_all_are_asked_for(launch: Launch, size: int) -> None:
    app = await opened(launch, energy=3, preferences=Preferences(text_size=size))
    assert app.chosen() == ["Some energy"]
    assert "Sleep" not in app.buttons()
    await app.tap("More choices")
    await app.tap("Sleep")
    assert app.chosen() == ["Some energy", "Sleep"]
    await app.tap("Fewer choices")
    assert "Feel safe" not in app.buttons()


@pytest.mark.parametrize(("size", "beside"), [(100, True), (200, False)])
async def test_in_large_text_the_buttons_of_a_card_stand_under_its_words(
    launch: Launch, size: int, beside: bool
) -> None:
    app = await opened(launch, preferences=Preferences(text_size=size))
    found = next(c for c in app.controls() if c.key == "skill-breath")
    assert isinstance(found.content.controls[0], ft.Row) is beside


def test_the_samples_are_as_many_as_the_words_say() -> None:
    assert {skill.name for skill in BUILT_IN} == ALL
