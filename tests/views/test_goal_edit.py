"""A goal's form: a few words are enough, everything else is the person's to add, and nothing typed is lost."""

from __future__ import annotations

from dataclasses import replace

import pytest

from domain.errors import StorageFull
from domain.goals import Area, Goal, Often, Pause, Value
from domain.people import Person
from tests.domain.samples import local, made
from tests.driver import Driver
from tests.views.conftest import Launch
from tests.views.goal_samples import GROWING, LOVED, MAYA, PLOT, SWIM, kept, records

WORDS, SAVE, OWN, NAME = "My goal, in my words", "Save goal", "My own words", "Their name"
FULL, GENTLE, TINY = "Full, for good days", "Gentle, for some energy", "Tiny, about 1 minute"
TODAY = local().date()
EMPTY, TOO_LONG = "Add a few words, or go back.", "This is too long. Up to {} letters fit."


async def new(launch: Launch, **more: object) -> Driver:
    app = await launch(route="/goals", records=records(**more))
    await app.tap("New goal")
    return app


async def edit(launch: Launch, goal: Goal, **more: object) -> Driver:
    return await launch(route=f"/goals/{goal.id}", records=records(goal, **more))


def only(app: Driver) -> Goal:
    (goal,) = kept(app)
    return goal


async def test_from_today_a_new_goal_takes_three_taps_and_one_line(launch: Launch) -> None:
    app = await launch()
    await app.open_tab("Goals")
    await app.tap("New goal")
    await app.write(WORDS, "  Swim ")
    await app.tap(SAVE)
    assert only(app) == Goal(only(app).id, "Swim", started=TODAY)
    assert app.page.route == "/goals"
    assert "Swim, open" in app.buttons()


async def test_everything_that_can_be_said_is_kept_and_read_again(launch: Launch) -> None:
    app = await new(launch, values=[GROWING, LOVED], people=[MAYA])
    await app.write(WORDS, "Look after my plot")
    await app.tap("Growing things")
    for label, words in ((FULL, "An hour"), (GENTLE, "Water the pots"), (TINY, "Look at one plant")):
        await app.write(label, words)
    await app.tap("Maya")
    await app.write("What I would ask Maya", "Come along?")
    await app.tap("Weekly")
    await app.tap("More times a week", "More times a week")
    await app.tap("More")
    await app.tap("Sunday", "Monday")
    await app.write("Where, or with what?", "The plot")
    await app.write("Note", "Gloves")
    await app.tap(SAVE)
    goal = only(app)
    assert goal == Goal(
        *(goal.id, "Look after my plot", "growing", "An hour", "Water the pots", "Look at one plant"),
        *(Often.WEEKLY, 3, (0, 6), "maya", "Maya", "Come along?"),
        location="The plot",
        note="Gloves",
        started=TODAY,
    )
    await app.go(f"/goals/{goal.id}")
    assert app.chosen() == ["Growing things", "Maya", "Weekly", "Monday", "Sunday"]
    assert "About 3 times a week" in app.words()
    assert app.field("Note").value == "Gloves"


@pytest.mark.parametrize("nothing", ["", "   ", "\n"])
async def test_without_words_it_says_so_by_the_field_and_keeps_the_rest(launch: Launch, nothing: str) -> None:
    app = await new(launch)
    await app.write(WORDS, nothing)
    await app.write(TINY, "One foot in")
    await app.tap(SAVE)
    assert (app.field(WORDS).error, app.field(TINY).value, kept(app)) == (EMPTY, "One foot in", [])
    await app.write(WORDS, "Swim")
    assert app.field(WORDS).error is None
    await app.tap(SAVE)
    assert (only(app).words, only(app).tiny) == ("Swim", "One foot in")


@pytest.mark.parametrize("label", [WORDS, FULL, GENTLE, TINY, "Where, or with what?", "Note"])
async def test_more_than_fits_is_one_sentence_in_place_and_stays_as_typed(launch: Launch, label: str) -> None:
    app = await new(launch)
    await app.write(WORDS, "Swim")
    await app.tap("More")
    long = "x" * 10_001
    await app.write(label, long)
    await app.tap(SAVE)
    fits = TOO_LONG.format(10_000 if label == "Note" else 200)
    assert (app.field(label).error, app.field(label).value, kept(app)) == (fits, long, [])
    await app.write(label, "x" * 200)
    await app.tap(SAVE)
    assert len(kept(app)) == 1


async def test_two_quick_taps_on_save_make_one_goal_and_the_next_one_is_another(launch: Launch) -> None:
    app = await new(launch)
    await app.write(WORDS, "Swim")
    await app.tap(SAVE, SAVE)
    assert [goal.words for goal in kept(app)] == ["Swim"]
    await app.tap("New goal")
    assert app.field(WORDS).value == ""
    await app.write(WORDS, "Sing")
    await app.tap(SAVE)
    assert sorted(goal.words for goal in kept(app)) == ["Sing", "Swim"]


async def test_leaving_keeps_a_draft_and_says_so_when_it_is_opened_again(launch: Launch) -> None:
    app = await new(launch)
    assert "Draft kept" not in app.words()
    await app.write(WORDS, "Swim at d")
    await app.tap("Once")
    await app.tap("Back")
    await app.tap("New goal")
    assert "Draft kept" in app.words()
    assert (app.field(WORDS).value, app.chosen()) == ("Swim at d", ["No one", "Once"])
    await app.tap(SAVE)
    assert (only(app).words, only(app).often) == ("Swim at d", Often.ONCE)
    await app.tap("New goal")
    assert "Draft kept" not in app.words()
    assert app.field(WORDS).value == ""


async def test_a_draft_of_a_goal_leaves_the_goal_as_it_is_and_can_be_begun_afresh(launch: Launch) -> None:
    app = await launch(route="/goals", records=records(SWIM))
    await app.tap("More for Swim")
    await app.tap("Change")
    await app.write(WORDS, "Swim far")
    await app.tap("Back")
    assert kept(app) == [SWIM]
    await app.go("/goals/swim")
    assert "Draft kept" in app.words()
    await app.tap("Begin afresh")
    assert app.field(WORDS).value == "Swim"
    assert "Draft kept" not in app.words()
    await app.write(WORDS, "Swim far")
    await app.write(WORDS, "Swim")
    assert dict(app.state.aims.drafts) == {}


async def test_looking_for_help_in_between_loses_nothing(launch: Launch) -> None:
    app = await new(launch)
    await app.write(WORDS, "Swim")
    await app.tap("Help now")
    await app.tap("Back")
    assert app.page.route == "/goals/new"
    assert app.field(WORDS).value == "Swim"


async def test_a_lock_forgets_drafts(launch: Launch) -> None:
    app = await new(launch)
    await app.write(WORDS, "Swim")
    app.state.lock()
    assert dict(app.state.aims.drafts) == {}


async def test_a_changed_goal_keeps_all_that_the_form_does_not_show(launch: Launch) -> None:
    before = replace(PLOT, started=TODAY.replace(day=1), pause=Pause(TODAY), skill_id="sigh")
    app = await edit(launch, before, values=[GROWING], people=[MAYA])
    await app.write(TINY, "Smell the mint")
    await app.tap(SAVE)
    assert only(app) == replace(before, tiny="Smell the mint")


async def test_values_are_offered_in_order_and_a_second_tap_takes_one_back(launch: Launch) -> None:
    app = await new(launch, values=[replace(LOVED, place=0), replace(GROWING, place=1, words="My plot")])
    assert app.between("What does it grow from?", OWN) == ["People I love", "My plot"]
    await app.tap("My plot")
    await app.tap("My plot")
    assert "My plot" not in app.chosen()


async def test_a_value_in_own_words_is_added_and_chosen(launch: Launch) -> None:
    app = await new(launch)
    await app.write(WORDS, "Row")
    await app.tap(OWN)
    await app.write(OWN, "My river")
    await app.submit(OWN)
    assert "My river" in app.chosen()
    await app.tap(SAVE)
    (value,) = app.records.values.all()
    assert (value, only(app).value_id) == (Value(value.id, Area.OWN, "My river"), value.id)


async def test_a_value_and_a_person_written_and_not_added_are_kept_with_the_goal(launch: Launch) -> None:
    app = await new(launch, people=[MAYA])
    await app.write(WORDS, "Row")
    await app.tap(OWN)
    await app.write(OWN, "My river")
    await app.tap("Add")
    await app.write(NAME, " Dev ")
    await app.write("Phone, if you like", "0123")
    await app.tap(SAVE)
    goal, dev = only(app), app.records.people.all()[-1]
    assert dev == Person(dev.id, "Dev", "0123", 1)
    assert (goal.helper_id, goal.helper, app.records.values.get(goal.value_id).words) == (dev.id, "Dev", "My river")


async def test_a_value_too_long_stops_the_saving_and_stays(launch: Launch) -> None:
    app = await new(launch)
    await app.write(WORDS, "Row")
    await app.tap(OWN)
    await app.write(OWN, "x" * 201)
    await app.tap(SAVE)
    assert kept(app) == []
    assert TOO_LONG.format(200) in app.words()
    assert (app.field(OWN).value, app.field(WORDS).value) == ("x" * 201, "Row")


async def test_a_person_is_added_inline_and_chosen_and_no_one_takes_it_back(launch: Launch) -> None:
    app = await new(launch)
    await app.write(WORDS, "Row")
    await app.tap("Add")
    await app.write(NAME, "Dev")
    await app.tap("Add them", "Add them")
    assert [person.name for person in app.records.people.all()] == ["Dev"]
    assert app.chosen()[0] == "Dev"
    await app.tap("No one")
    await app.tap(SAVE)
    assert (only(app).helper_id, only(app).helper) == (None, "")


async def test_a_helper_who_is_gone_stays_until_another_is_picked(launch: Launch) -> None:
    app = await edit(launch, replace(PLOT, value_id="gone"))
    assert "Maya" in app.chosen()
    await app.write(TINY, "Look")
    await app.tap(SAVE)
    assert (only(app).helper, only(app).value_id) == ("Maya", "gone")


async def test_ideas_fill_the_tiny_size_and_can_be_changed(launch: Launch) -> None:
    app = await new(launch)
    await app.write(WORDS, "Read")
    await app.tap("Need ideas?")
    await app.tap("Open the book")
    assert app.field(TINY).value == "Open the book"
    await app.write(TINY, "Open the green book")
    await app.tap(SAVE)
    assert only(app).tiny == "Open the green book"


@pytest.mark.parametrize(
    ("name", "often", "times"),
    [("Once", Often.ONCE, 1), ("Weekly", Often.WEEKLY, 1), ("Most days", Often.WEEKLY, 5)],
)
async def test_how_often_is_one_tap(launch: Launch, name: str, often: Often, times: int) -> None:
    app = await new(launch)
    await app.write(WORDS, "Swim")
    assert "When I can" in app.chosen()
    await app.tap(name)
    await app.tap(SAVE)
    assert (only(app).often, only(app).times_a_week) == (often, times)
    await app.go(f"/goals/{only(app).id}")
    assert name in app.chosen()


@pytest.mark.parametrize(("button", "said"), [("Fewer", "About 1 time a week"), ("More", "About 7 times a week")])
async def test_times_a_week_stay_between_one_and_seven(launch: Launch, button: str, said: str) -> None:
    app = await new(launch)
    await app.tap("Weekly")
    for _ in range(8):
        await app.tap(f"{button} times a week")
    assert said in app.words()


async def test_more_is_folded_unless_something_is_in_it(launch: Launch) -> None:
    assert not (await edit(launch, SWIM)).sees("Which days suit?")


async def test_more_is_open_when_something_is_in_it(launch: Launch) -> None:
    assert (await edit(launch, replace(SWIM, note="Towel"))).sees("Which days suit?")


async def test_a_refused_save_keeps_the_goal_and_says_so(launch: Launch) -> None:
    app = await new(launch)
    app.records.goals.refuse = StorageFull("quota")
    await app.write(WORDS, "Swim")
    await app.tap(SAVE)
    assert {"Not saved yet. Tend keeps trying.", "There is no room left here.", "Swim"} <= set(app.words())
    app.records.goals.refuse = None
    await app.tap("Try again")
    assert only(app).words == "Swim"


async def test_at_low_energy_the_words_and_the_tiny_size_come_first(launch: Launch) -> None:
    held = records(values=[GROWING])
    held.check_ins.kept["a"] = made("9:00", id="a", energy=1)
    app = await launch(route="/goals/new", records=held)
    assert not app.sees("Who can help?")
    await app.write(WORDS, "Swim")
    await app.tap("Show everything")
    assert app.sees("Who can help?")
    await app.tap(SAVE)
    assert only(app).words == "Swim"


async def test_a_goal_that_is_gone_says_so_and_leads_back(launch: Launch) -> None:
    app = await launch(route="/goals/gone")
    assert "This goal is not here any more." in app.words()
    assert app.buttons() == ["Back", "Help now"]


async def test_an_existing_goal_can_rest_from_here_and_a_new_one_cannot(launch: Launch) -> None:
    app = await edit(launch, SWIM)
    await app.tap("Rest this goal")
    assert app.page.route == "/goals/swim/rest"
    await app.go("/goals/new")
    assert "Rest this goal" not in app.buttons()
