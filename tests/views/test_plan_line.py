"""A line of the plan: written or picked, said otherwise, refused with a sentence; what was begun is not lost."""

from __future__ import annotations

import asyncio
from dataclasses import replace

import flet as ft
import pytest

from domain.errors import StorageFull
from domain.plan import MOST_IN_PART, Part, PlanItem, Source
from tests.driver import Driver
from tests.views.conftest import Launch
from tests.views.plan_samples import CORNER, EARLY, MAYA, TEXTS, kept, opened, plan_records, unfolded

WORDS, ANSWER = "In my own words", "What I do when it shows"
NEW_SIGN, NEW_ANSWER = "/plan/line/early-signs", "/plan/line/early-answers"
TOO_LONG = "This is too long. Up to 10000 letters fit."
LONGEST = "x" * 10_000


def errors(app: Driver) -> dict[str, str]:
    fields = [control for control in app.controls() if isinstance(control, ft.TextField)]
    return {field.label: field.error for field in fields if field.error}


async def test_own_words_go_to_the_end_of_their_part(launch: Launch) -> None:
    app = await unfolded(launch, *EARLY)
    await app.tap("Add: Early signs: What I notice")
    assert app.headings()[0] == (1, "A new line")
    await app.write(WORDS, " I forget to eat ")
    await app.write(ANSWER, "Soup from the tin")
    await app.tap("Save")
    assert app.routes == [NEW_SIGN, "/plan"]
    (new,) = [item for item in app.records.plan.all() if item.answer and item.id != "texts"]
    assert (new.part, new.words, new.answer, new.place) == (
        *(Part.EARLY_SIGNS, "I forget to eat", "Soup from the tin", 2),
    )
    assert "I forget to eat" in app.words(), "the rung is still open"


@pytest.mark.parametrize(
    ("opens", "name", "source", "id"),
    [
        ("My skills", "Cool water", Source.SKILL, "cold"),
        ("My people", "Maya", Source.PERSON, "maya"),
        ("My goals", "Swim on Sundays", Source.GOAL, "swim"),
    ],
)
async def test_a_line_is_picked_from_what_the_person_has(
    launch: Launch, opens: str, name: str, source: Source, id: str
) -> None:
    app = await opened(launch, route=NEW_ANSWER)
    assert name not in app.buttons()
    await app.tap(opens)
    await app.tap(name)
    assert f"Picked: {name}. Own words can stay empty." in app.words()
    await app.tap("Save")
    (new,) = app.records.plan.all()
    assert (new.words, new.source, new.source_id) == (name, source, id)


async def test_a_pick_takes_own_words_and_a_second_tap_lets_it_go(launch: Launch) -> None:
    app = await opened(launch, route=NEW_ANSWER)
    await app.tap("My people")
    await app.tap("Maya")
    await app.write(WORDS, "Maya, after work")
    await app.tap("Save")
    (new,) = app.records.plan.all()
    assert (new.words, new.source_id) == ("Maya, after work", "maya")
    await app.go(NEW_ANSWER)
    await app.tap("My people")
    await app.tap("Dev")
    await app.tap("Dev")
    await app.tap("Save")
    assert errors(app) == {WORDS: "Add a few words, or go back."}
    assert len(app.records.plan.all()) == 1


async def test_somebody_deleted_between_the_pick_and_saving_stays_by_name(launch: Launch) -> None:
    app = await opened(launch, route="/plan/line/ask")
    await app.tap("Maya")
    await app.state.aims.delete(app.state.aims.people, MAYA)
    await app.tap("Save")
    (new,) = app.records.plan.all()
    assert (new.words, new.source_id) == ("Maya", "maya")


async def test_an_empty_list_says_so_and_signs_have_none(launch: Launch) -> None:
    app = await opened(launch, route=NEW_ANSWER, goals=())
    await app.tap("My goals")
    assert "There is nothing in this list yet." in app.words()
    await app.go(NEW_SIGN)
    assert "Or pick one" not in app.words()


async def test_with_nobody_to_pick_somebody_can_be_added_and_is_there_to_pick(launch: Launch) -> None:
    app = await opened(launch, route="/plan/line/ask", people=())
    await app.tap("Add somebody")
    await app.write("Name", "Robin")
    await app.tap("Save")
    assert app.page.route == "/plan/line/ask"
    await app.tap("Robin")
    await app.tap("Save")
    assert kept(app, Part.ASK) == ["Robin"]


async def test_a_sign_is_said_otherwise_with_its_answer(launch: Launch) -> None:
    app = await unfolded(launch, *EARLY)
    await app.tap("Change: Early signs: What I notice")
    await app.tap("Edit: I stop answering texts")
    assert (app.field(WORDS).value, app.field(ANSWER).value) == (TEXTS.words, TEXTS.answer)
    await app.write(ANSWER, "Sleep first.")
    await app.tap("Save")
    assert app.records.plan.get("texts") == replace(TEXTS, answer="Sleep first.")
    assert app.routes[-1] == "/plan"
    assert "Delete: I stop answering texts" in app.buttons(), "it is still being changed"


async def test_what_another_window_changed_meanwhile_stays(launch: Launch) -> None:
    app = await opened(launch, *EARLY, route="/plan/line/texts")
    app.records.plan.kept["texts"] = replace(TEXTS, words="I answer nobody", place=7)
    app.state.plan.items.adopt()
    await app.write(ANSWER, "Sleep first.")
    await app.tap("Save")
    assert app.records.plan.get("texts") == replace(TEXTS, words="I answer nobody", answer="Sleep first.", place=7)


async def test_a_line_deleted_meanwhile_is_not_brought_back_and_what_was_typed_stays(launch: Launch) -> None:
    app = await opened(launch, *EARLY, route="/plan/line/corner")
    del app.records.plan.kept["corner"]
    app.state.plan.items.adopt()
    await app.write(WORDS, "Walk to the bench")
    await app.tap("Save")
    assert errors(app) == {WORDS: "This is not here any more."}
    assert (app.field(WORDS).value, app.records.plan.get("corner")) == ("Walk to the bench", None)


async def test_ten_thousand_characters_are_kept_and_shown(launch: Launch) -> None:
    app = await opened(launch, route=NEW_SIGN)
    await app.write(WORDS, LONGEST)
    await app.write(ANSWER, LONGEST)
    await app.tap("Save")
    (new,) = app.records.plan.all()
    assert (len(new.words), len(new.answer)) == (10_000, 10_000)
    await app.tap("Early signs, folded 1 sign")
    assert LONGEST in app.words()
    await app.tap(LONGEST)
    assert app.words().count(LONGEST) == 2


@pytest.mark.parametrize("field", [WORDS, ANSWER])
async def test_one_more_is_refused_by_its_field_and_kept_as_typed(launch: Launch, field: str) -> None:
    app = await opened(launch, route=NEW_SIGN)
    await app.write(WORDS, "I pace")
    await app.write(field, LONGEST + "x")
    await app.tap("Save")
    assert errors(app) == {field: TOO_LONG}
    assert (len(app.field(field).value), app.records.plan.all(), app.routes) == (10_001, (), [])
    await app.write(field, "short")
    await app.tap("Save")
    assert len(app.records.plan.all()) == 1


async def test_nothing_written_is_refused_with_one_sentence(launch: Launch) -> None:
    app = await opened(launch, route=NEW_SIGN)
    await app.write(WORDS, "  ")
    await app.tap("Save")
    assert errors(app) == {WORDS: "Add a few words, or go back."}
    assert app.records.plan.all() == ()


async def test_a_full_part_says_so_by_the_field(launch: Launch) -> None:
    full = [PlanItem(f"{n:02}", Part.EARLY_SIGNS, "I pace", place=n) for n in range(MOST_IN_PART)]
    app = await opened(launch, *full, route=NEW_SIGN)
    await app.write(WORDS, "One more")
    await app.tap("Save")
    assert errors(app) == {WORDS: "A part holds 60 lines. Take one out to add another."}
    assert app.field(WORDS).value == "One more"


async def test_two_quick_taps_on_save_add_one_line(launch: Launch) -> None:
    app = await opened(launch, route=NEW_SIGN)
    await app.write(WORDS, "I pace")
    app.records.plan.gate = asyncio.Event()
    tapping = asyncio.ensure_future(app.tap("Save", "Save"))
    await asyncio.sleep(0.01)
    app.records.plan.gate.set()
    await tapping
    assert kept(app, Part.EARLY_SIGNS) == ["I pace"]


async def test_what_was_begun_survives_a_visit_to_help_now_and_a_lock(launch: Launch) -> None:
    app = await opened(launch, route=NEW_SIGN)
    await app.write(WORDS, "I stop")
    await app.tap("Help now")
    await app.tap("Back")
    assert (app.page.route, app.field(WORDS).value) == (NEW_SIGN, "I stop")
    app.state.lock()
    await app.settle()
    assert (app.sees("I stop"), list(app.state.plan.drafts)) == (False, [])
    app.state.adopt(app.records)
    await app.settle()
    assert app.field(WORDS).value == "I stop"


async def test_leaving_without_saving_lets_go_of_it(launch: Launch) -> None:
    app = await unfolded(launch, *EARLY)
    await app.tap("Add: Early signs: What I notice")
    await app.write(WORDS, "I stop")
    await app.tap("Leave without saving")
    assert app.page.route == "/plan"
    await app.tap("Add: Early signs: What I notice")
    assert (app.field(WORDS).value, kept(app, Part.EARLY_SIGNS)) == ("", [TEXTS.words, "I sleep in the day"])


async def test_an_address_opened_first_leads_to_the_plan(launch: Launch) -> None:
    app = await opened(launch, route=NEW_SIGN)
    await app.tap("Leave without saving")
    assert app.page.route == "/plan"


async def test_a_refused_save_keeps_what_was_meant_and_says_so(launch: Launch) -> None:
    records = plan_records(*EARLY)
    records.plan.refuse = StorageFull("quota")
    app = await launch(records=records, route="/plan/line/corner")
    await app.write(WORDS, "Walk to the bench")
    await app.tap("Save")
    assert {"Not saved yet. Tend keeps trying.", "There is no room left here."} <= set(app.words())
    assert app.records.plan.get("corner") == CORNER
    app.records.plan.refuse = None
    await app.tap("Try again")
    assert app.records.plan.get("corner").words == "Walk to the bench"


@pytest.mark.parametrize("part", list(Part))
async def test_every_part_has_a_form_with_a_few_ideas_that_fill_in_nothing(launch: Launch, part: Part) -> None:
    app = await opened(launch, route=f"/plan/line/{part.value.replace(' ', '-')}")
    before = set(app.words())
    await app.tap("Need ideas?")
    ideas = [words for words in app.words() if words not in before and words.endswith("?")]
    assert 2 <= len(ideas) <= 5
    assert app.field(WORDS).value == ""
