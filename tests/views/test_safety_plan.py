"""The safety plan: written part by part on a calm day, read without anything in the way on another."""

from __future__ import annotations

import re

import pytest

from domain.plan import PARTS, Part, PlanItem, Rung, Source
from tests.driver import Driver
from tests.views.conftest import Launch
from tests.views.help_samples import links
from tests.views.plan_samples import ASK_MAYA, COLD, DARK, NOT_DEV, kept, opened
from views.components.plan_ideas import ideas_for

CALM = "Best written when you are calm. Every part is optional."
WISH = "This page is my wish. It is not a legal paper. A professional can say what counts where I live."
PLAN = (DARK, COLD, ASK_MAYA)
WALK = PlanItem("walk", Part.ALONE, "Walk", "", 1, Source.SKILL, "walk")


async def safety(launch: Launch, *items: PlanItem, **more: object) -> Driver:
    return await opened(launch, *items, route="/plan/safety", **more)


async def test_its_parts_stand_in_order_and_each_is_optional(launch: Launch) -> None:
    app = await safety(launch)
    assert app.headings() == [
        (1, "My safety plan"),
        (2, "Signs I may need this"),
        (2, "Things I can do alone"),
        (2, "People and places that take my mind off it"),
        (2, "People I can ask"),
        (2, "Services"),
        (2, "Making my space safer"),
        (2, "My reasons to stay"),
        (2, "If others have to decide"),
        (3, "What I want"),
        (3, "What I do not want"),
        (3, "Who may decide for me"),
        (3, "Who may not decide"),
    ]
    assert app.between("If others have to decide", "What I want") == [WISH]
    words = app.words()
    assert words[words.index("Help now") + 1] == CALM
    for word in ("Add", "Need ideas?", "Leave for later"):
        assert len([name for name in app.buttons() if name.startswith(f"{word}: ")]) == 11


async def test_a_part_left_for_later_waits_without_its_buttons_and_comes_back(launch: Launch) -> None:
    app = await safety(launch)
    await app.tap("Leave for later: Services")
    assert app.between("Services", "Making my space safer") == ["Left for later. It can wait.", "Come back to it"]
    assert app.records.plan_notes.load().later == (Part.SERVICES,)
    await app.tap("Come back to it: Services")
    assert app.between("Services", "Making my space safer") == ["Add", "Need ideas?", "Leave for later"]


async def test_a_line_is_added_and_stands_here(launch: Launch) -> None:
    app = await safety(launch)
    await app.tap("Add: My reasons to stay")
    await app.write("In my own words", "My cat")
    await app.tap("Save")
    assert (app.page.route, kept(app, Part.REASONS)) == ("/plan/safety", ["My cat"])
    assert app.between("My reasons to stay", "If others have to decide") == ["My cat", "Add", "Change", "Need ideas?"]


async def test_lines_move_and_go_here_too(launch: Launch) -> None:
    app = await safety(launch, *PLAN, WALK)
    await app.tap("Change: Things I can do alone")
    await app.tap("Move up: Walk")
    assert kept(app, Part.ALONE) == ["Walk", "Sit by the window"]
    await app.tap("Delete: Walk")
    await app.tap("Undo")
    assert kept(app, Part.ALONE) == ["Walk", "Sit by the window"]


async def test_a_safer_space_asks_for_people_and_places_alone(launch: Launch) -> None:
    app = await safety(launch)
    await app.tap("Need ideas?: Making my space safer")
    ideas = app.between("Making my space safer", "My reasons to stay")
    assert [words for words in ideas if words.endswith("?") and words != "Need ideas?"] == [
        "Who can help you with this?",
        "Who can keep things for you for a while?",
        "Where can you be until it passes?",
    ]


@pytest.mark.parametrize("part", list(Part))
def test_no_idea_names_a_means_or_a_method(part: Part) -> None:
    named = r"pill|tablet|medicine|drug|knife|blade|rope|gun|weapon|bridge|rail|roof|cut|dose|poison|hang|jump|die|kill"
    assert [words for words in ideas_for(part) if re.search(rf"\b({named})", words, re.IGNORECASE)] == []


async def test_no_published_plan_is_named(launch: Launch) -> None:
    app = await safety(launch, *PLAN)
    assert not [words for words in app.words() if re.search("Stanley|Brown|Beyond|WRAP|Wellness", words)]


@pytest.mark.parametrize(
    ("part", "words"),
    [
        (Part.UNWANTED, "Maya"),
        (Part.NOT_DECIDERS, "Maya"),
        (Part.ASK, "Do not call Maya"),
        (Part.SERVICES, "Don’t text Maya"),
        (Part.DECIDERS, "Never Maya"),
    ],
)
async def test_a_line_that_says_not_to_offers_no_call_and_no_text(launch: Launch, part: Part, words: str) -> None:
    app = await safety(launch, PlanItem("no", part, words, "", 0, Source.PERSON, "maya"))
    assert words in app.words()
    assert (links(app), [word for word in app.words() if word in ("Call", "Text")]) == ([], [])


async def test_an_answer_that_says_not_to_call_offers_nobody_when_its_sign_shows(launch: Launch) -> None:
    sign = PlanItem("dark", Part.CRISIS_SIGNS, "It goes dark", "Do not call Maya. Sit by the window.")
    app = await safety(launch, sign)
    await app.tap("It goes dark")
    assert app.sees("Do not call Maya. Sit by the window.")
    assert links(app) == []


# Read on another day


async def test_from_help_now_it_is_read_without_anything_in_the_way(launch: Launch) -> None:
    app = await opened(launch, *PLAN, route="/plan")
    await app.tap("Help now")
    await app.tap("Open my safety plan What you wrote for times like this.")
    assert app.page.route == "/plan/safety"
    words = app.words()
    assert words[words.index("Help now") + 1 :] == [
        *("Signs I may need this", "It goes dark", "Things I can do alone", "Sit by the window"),
        *("People I can ask", "Maya", "Text", "Call", "Change my plan"),
    ]
    assert links(app) == ["sms:+447700900123", "tel:+447700900123"]
    await app.tap("Change my plan")
    assert (CALM in app.words(), "Add: Services" in app.buttons()) == (True, True)


async def test_from_the_plan_it_can_be_changed_again(launch: Launch) -> None:
    app = await opened(launch, *PLAN, route="/help")
    await app.tap("Open my safety plan What you wrote for times like this.")
    assert CALM not in app.words()
    await app.go("/plan")
    await app.tap("In a crisis, folded My safety plan, 3 lines")
    await app.tap("Open my safety plan Every part of it, in order.")
    assert CALM in app.words()


async def test_at_low_energy_it_is_read_too(launch: Launch) -> None:
    app = await safety(launch, *PLAN, NOT_DEV, energy=1)
    assert {"It goes dark", "If others have to decide", "Dev", "Change my plan"} <= set(app.words())
    assert [name for name in app.buttons() if name.startswith(("Add", "Need ideas?", "Change:"))] == []


async def test_an_empty_one_that_is_read_says_so_kindly(launch: Launch) -> None:
    app = await safety(launch, energy=1)
    assert {"Nothing is written here yet. That is fine.", "Help now stands above, day and night."} <= set(app.words())
    assert app.headings() == [(1, "My safety plan")]


async def test_a_sign_ticked_here_shows_what_was_written(launch: Launch) -> None:
    app = await safety(launch, *PLAN, energy=1)
    await app.tap("It goes dark")
    assert app.words().count("You wrote this for now:") == 1


async def test_who_may_not_decide_is_named_without_a_way_to_them(launch: Launch) -> None:
    maya = PlanItem("m", Part.NOT_DECIDERS, "Maya", "", 0, Source.PERSON, "maya")
    app = await safety(launch, maya)
    assert ("Maya" in app.words(), links(app)) == (True, [])


async def test_back_ends_where_help_now_was_opened_however_one_went_round(launch: Launch) -> None:
    app = await opened(launch, *PLAN, WALK, route="/plan")
    await app.tap("In a crisis, folded My safety plan, 4 lines")
    await app.tap("Open my safety plan Every part of it, in order.")
    await app.tap("Start: Walk in daylight")
    await app.tap("Help now")
    await app.tap("Open my safety plan What you wrote for times like this.")
    await app.tap("Back")
    assert app.page.route == "/plan"
    await app.go("/plan/safety")
    await app.tap("Help now")
    await app.tap("Open my safety plan What you wrote for times like this.")
    await app.tap("Back")
    assert app.page.route == "/plan"


async def test_every_part_of_a_crisis_has_a_place_here(launch: Launch) -> None:
    items = [PlanItem(part.value, part, f"About {part}") for part in PARTS[Rung.CRISIS]]
    app = await safety(launch, *items, energy=1)
    assert [words for words in app.words() if words.startswith("About ")] == [item.words for item in items]
