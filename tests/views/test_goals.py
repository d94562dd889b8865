"""Goals: what grows from what matters, how it went, and what one can do with each."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import flet as ft
import pytest

from domain.errors import StorageFull
from domain.goals import Answer, Area, Farewell, Goal, Pause, Size, Value
from domain.models import LowEnergy, Preferences
from tests.domain.samples import local, made
from tests.driver import Driver
from tests.views.conftest import Launch
from tests.views.fakes import FakeClock
from tests.views.goal_samples import GROWING, LOVED, MAYA, PLOT, SEE_MAYA, SWIM, kept, mark, marks, records

NOT_SAVED = "Not saved yet. Tend keeps trying."
READY = "Here when you are ready."
LINKS = [
    "My values What matters to me, in my order.",
    "My strengths What I am good at, in my words.",
    "Things I did It fills by itself.",
]


def between(app: Driver, first: str, last: str) -> list[str]:
    return app.between(first, last)


async def opened(launch: Launch, *goals: Goal, **more: object) -> Driver:
    return await launch(route="/goals", records=records(*goals, **more))


async def test_without_goals_there_is_one_question_and_one_way_in(launch: Launch) -> None:
    app = await launch()
    await app.open_tab("Goals")
    assert app.words() == [
        *("Goals", "Settings", "Help now"),
        "What would make life feel more yours? One small thing is plenty.",
        *("New goal", "My values", "What matters to me, in my order."),
        *("My strengths", "What I am good at, in my words."),
        *("Things I did", "It fills by itself.", "Today", "Goals", "Skills", "Plan", "History"),
    ]


async def test_goals_stand_under_their_values_in_the_persons_own_words_and_those_without_last(launch: Launch) -> None:
    own = Value("own", Area.OWN, "My river", place=2)
    app = await opened(
        launch, replace(SWIM, value_id="gone"), SEE_MAYA, PLOT, Goal("z", "Row", "own"), values=[own, LOVED, GROWING]
    )
    found = [words for level, words in app.headings() if level == 2]
    assert found == ["Growing things", "People I love", "My river", "My goals"]
    assert between(app, "People I love", "My river") == ["See Maya each week", READY]
    assert "Swim" in between(app, "My goals", "My values")


async def test_the_first_goal_is_open_and_a_tap_opens_another_and_folds_it(launch: Launch) -> None:
    app = await opened(launch, PLOT, SEE_MAYA, values=[GROWING, LOVED])
    assert "Look after my plot, open" in app.buttons()
    assert app.words().count("Fits now") == 1
    await app.tap(f"See Maya each week, folded {READY}")
    assert "Show the sizes of See Maya each week" in app.buttons()
    await app.tap("See Maya each week, open")
    await app.tap("Look after my plot, open")
    assert not {"Fits now", "Show sizes"} & set(app.words())


@pytest.mark.parametrize(
    ("energy", "fits"),
    [(None, "Gentle Water the pots"), (2, "Tiny Look at one plant"), (5, "Full An hour at the plot")],
)
async def test_the_sizes_stand_in_own_words_and_the_one_for_todays_energy_fits(
    launch: Launch, clock: FakeClock, energy: int | None, fits: str
) -> None:
    held = records(PLOT, values=[GROWING])
    held.preferences.kept = Preferences(low_energy=LowEnergy.NEVER)
    if energy:
        held.check_ins.kept["a"] = made("9:00", id="a", energy=energy)
    app = await launch(route="/goals", records=held)
    sizes = ["Full An hour at the plot", "Gentle Water the pots", "Tiny Look at one plant"]
    assert [name for name in app.buttons() if name.startswith(("Full", "Gentle", "Tiny"))] == [
        f"{size} Fits now" if size == fits else size for size in sizes
    ]


async def test_empty_sizes_say_the_next_smaller_one_or_the_goal(launch: Launch) -> None:
    app = await opened(launch, Goal("g", "Sing", gentle="One song"))
    assert {"Full One song", "Gentle One song Fits now", "Tiny Sing"} <= set(app.buttons())


async def test_progress_tells_of_the_week_the_month_and_coming_back(launch: Launch) -> None:
    days = [*(mark(ago, PLOT) for ago in (0, 2, 5, 13, 27)), mark(28, PLOT), mark(40, PLOT, Answer.TRIED)]
    app = await opened(launch, PLOT, values=[GROWING], marks=days)
    told = "Days of Look after my plot. Tended 3 of the last 7 days 5 of the last 28 days. You came back 3 times."
    assert told in app.buttons()
    assert dots(app) == [False, True, False, False, True, False, True]


def dots(app: Driver) -> list[bool]:
    """The days shown, earliest first, and whether each is filled."""
    found = [c for c in app.controls() if isinstance(c, ft.Container) and c.height in (10, 12) and c.bgcolor]
    return [dot.height == 12 for dot in found]


async def test_one_return_is_said_in_the_singular(launch: Launch) -> None:
    app = await opened(launch, SWIM, marks=[mark(0), mark(20)])
    assert app.sees("You came back 1 time.")


async def test_a_week_without_has_no_dots_and_no_number(launch: Launch) -> None:
    app = await opened(launch, SWIM, marks=[mark(7)])
    assert dots(app) == []
    assert f"Days of Swim. {READY} 1 of the last 28 days." in app.buttons()
    assert not app.sees("0 of")


async def test_a_tap_on_a_size_offers_three_things_and_the_same_tap_closes_them(launch: Launch) -> None:
    app = await opened(launch, PLOT)
    assert "I did this" not in app.buttons()
    await app.tap("Full An hour at the plot")
    assert {"Add to today", "I did this", "I tried"} <= set(app.buttons())
    await app.tap("Full An hour at the plot")
    assert "I did this" not in app.buttons()


async def test_i_did_this_counts_at_once_and_can_be_undone(launch: Launch) -> None:
    app = await opened(launch, PLOT, values=[GROWING])
    await app.tap("Tiny Look at one plant")
    await app.tap("I did this")
    assert marks(app) == [("plot", 0, Answer.DONE, Size.TINY)]
    assert app.sees("Done. That counts.")
    assert app.sees("Tended 1 of the last 7 days")
    await app.tap("Undo")
    assert marks(app) == []
    assert app.sees(READY)
    assert not app.sees("That counts.")


async def test_a_try_counts_the_same_and_has_no_size(launch: Launch) -> None:
    app = await opened(launch, SWIM)
    await app.tap("I tried")
    assert marks(app) == [("swim", 0, Answer.TRIED, None)]
    assert {"You tried. That counts.", "Tended 1 of the last 7 days"} <= set(app.words())


async def test_several_a_day_are_each_kept(launch: Launch) -> None:
    app = await opened(launch, SWIM)
    for size in ("Tiny Swim", "Full Swim"):
        await app.tap("Show the sizes of Swim")
        await app.tap(size)
        await app.tap("I did this")
    assert sorted(size for *_, size in marks(app)) == [Size.FULL, Size.TINY]
    assert app.sees("Tended 1 of the last 7 days")


async def test_what_was_done_is_said_on_its_own_card(launch: Launch) -> None:
    app = await opened(launch, SEE_MAYA, SWIM)
    await app.tap(f"Swim, folded {READY}")
    await app.tap("I did this")
    assert app.words().count("Done. That counts.") == 1


async def test_add_to_today_puts_that_size_beside_what_stands_there(launch: Launch) -> None:
    app = await opened(launch, *(Goal(id, id * 3) for id in "abcd"))
    await app.tap(f"ddd, folded {READY}")
    await app.tap("Show the sizes of ddd")
    await app.tap("Full ddd")
    await app.tap("Add to today")
    assert "It stands on Today now." in app.words()
    choice = app.records.choice.kept
    assert (choice.goal_ids, choice.sizes) == (("a", "b", "d"), (("d", Size.FULL),))


async def test_the_helper_can_be_asked_with_the_words_that_were_kept(launch: Launch) -> None:
    app = await opened(launch, PLOT, values=[GROWING], people=[MAYA])
    assert "Maya can help" in app.words()
    await app.tap("Ask Maya")
    assert app.page.route == "/ask"
    assert app.state.aims.asking == (MAYA, PLOT.ask)


async def test_a_helper_who_is_gone_keeps_the_name(launch: Launch) -> None:
    app = await opened(launch, PLOT, values=[GROWING])
    await app.tap("Ask Maya")
    assert app.state.aims.asking == (None, PLOT.ask)


async def test_more_leads_to_changing_resting_and_letting_go(launch: Launch) -> None:
    app = await opened(launch, SWIM)
    for name, route in (("Change", ""), ("Days", "/days"), ("Rest this goal", "/rest"), ("Let go", "/let-go")):
        await app.tap("More for Swim")
        await app.tap(name)
        assert app.page.route == f"/goals/swim{route}"
        await app.tap("Back")
        assert app.page.route == "/goals"
        if name in app.buttons():
            await app.tap("More for Swim")


async def test_a_goal_moves_to_another_value_or_to_none(launch: Launch) -> None:
    app = await opened(launch, PLOT, values=[GROWING, LOVED])
    for chip, value_id in (("People I love", "loved"), ("No value", None)):
        await app.tap("More for Look after my plot")
        await app.tap("Move to another value")
        await app.tap(chip)
        assert kept(app) == [replace(PLOT, value_id=value_id, started=local().date())]


async def test_deleting_can_be_undone_with_all_that_was_there(launch: Launch) -> None:
    app = await opened(launch, SWIM, marks=[mark(1)])
    await app.tap("More for Swim")
    await app.tap("Delete Swim")
    assert (kept(app), marks(app)) == ([], [("swim", 1, Answer.DONE, Size.TINY)])
    assert "Deleted." in app.words()
    assert "New goal" in app.buttons()
    await app.tap("Undo")
    assert kept(app) == [SWIM]
    assert app.sees("Tended 1 of the last 7 days")
    assert "Deleted." not in app.words()


async def test_resting_goals_wait_and_start_again(launch: Launch) -> None:
    app = await opened(launch, replace(SWIM, pause=Pause(local().date() - timedelta(days=20))))
    assert between(app, "Resting for now", "Start again")[:2] == ["Swim", "It will wait for you."]
    assert not app.sees("One small thing is plenty.")
    await app.tap("Start again: Swim")
    assert kept(app) == [SWIM]
    assert "Resting for now" not in app.words()


async def test_on_the_day_that_was_named_it_asks_and_can_rest_on(launch: Launch) -> None:
    since, today = local().date() - timedelta(days=20), local().date()
    app = await opened(launch, replace(SWIM, pause=Pause(since, today)))
    assert "Rested until Thursday 19 November. Start again?" in app.words()
    await app.tap("Rest on: Swim")
    assert kept(app) == [replace(SWIM, pause=Pause(since))]
    assert "It will wait for you." in app.words()
    assert "Rest on" not in app.words()


async def test_before_that_day_it_does_not_ask(launch: Launch) -> None:
    app = await opened(launch, replace(SWIM, pause=Pause(local().date(), local().date() + timedelta(days=1))))
    assert "It will wait for you. Tend asks on Friday 20 November." in app.words()
    assert "Rest on" not in app.words()


async def test_what_was_let_go_is_folded_with_its_line_and_comes_back(launch: Launch) -> None:
    app = await opened(launch, replace(SWIM, farewell=Farewell(local().date(), "Salt on my lips")))
    assert "Swim" not in app.words()
    await app.tap("Goals I let go, folded")
    assert "Goals I let go, open" in app.buttons()
    assert between(app, "Goals I let go", "Bring back") == ["Swim", "Salt on my lips", "Let go on Thursday 19 November"]
    await app.tap("Bring back Swim")
    assert kept(app) == [SWIM]
    assert "Swim, open" in app.buttons()


async def test_at_low_energy_the_tiny_sizes_stand_alone_until_everything_is_asked_for(launch: Launch) -> None:
    resting = replace(SEE_MAYA, pause=Pause(local().date()))
    held = records(PLOT, SWIM, resting, values=[GROWING])
    held.check_ins.kept["a"] = made("9:00", id="a", energy=2)
    app = await launch(route="/goals", records=held)
    assert [name for name in app.buttons() if name not in ("Settings", "Help now")] == [
        *("Tiny Look at one plant Fits now", "Tiny Swim Fits now", "New goal", "Things I did", "Show everything")
    ]
    await app.tap("Tiny Swim Fits now")
    await app.tap("I did this")
    assert marks(app) == [("swim", 0, Answer.DONE, Size.TINY)]
    await app.tap("Show everything")
    assert {"Resting for now", "Full", "My strengths"} <= set(app.words())


@pytest.mark.parametrize(("name", "route"), [*zip(LINKS, ("/matters", "/strengths", "/done"), strict=True)])
async def test_the_end_leads_to_values_strengths_and_things_done(launch: Launch, name: str, route: str) -> None:
    app = await opened(launch)
    await app.tap(name)
    assert app.page.route == route


async def test_a_refused_answer_is_shown_and_said_and_kept_once_there_is_room(launch: Launch) -> None:
    app = await opened(launch, SWIM)
    app.records.marks.refuse = StorageFull("quota")
    await app.tap("Show the sizes of Swim")
    await app.tap("Tiny Swim")
    await app.tap("I did this")
    assert {NOT_SAVED, "Tended 1 of the last 7 days"} <= set(app.words())
    app.records.marks.refuse = None
    await app.tap("Try again")
    assert marks(app) == [("swim", 0, Answer.DONE, Size.TINY)]
    assert NOT_SAVED not in app.words()


async def test_a_refused_deletion_leaves_the_goal_and_says_why(launch: Launch) -> None:
    app = await opened(launch, SWIM)
    app.records.goals.refuse = StorageFull("quota")
    await app.tap("More for Swim")
    await app.tap("Delete Swim")
    assert {"There is no room left here.", "Swim"} <= set(app.words())
    assert "Deleted." not in app.words()


async def test_of_fifty_goals_twenty_come_first_and_each_answers_to_its_own_taps(launch: Launch) -> None:
    app = await opened(launch, *(Goal(f"{place:02}", f"Goal {place}") for place in range(50)))
    assert (app.sees("Goal 19"), app.sees("Goal 20")) == (True, False)
    await app.tap("Show all goals")
    for place in (0, 31, 49):
        if place:
            await app.tap(f"Goal {place}, folded {READY}")
        await app.tap("I did this")
    assert {goal_id for goal_id, *_ in marks(app)} == {"00", "31", "49"}


@pytest.mark.parametrize("size", [100, 200])
async def test_in_large_text_the_words_of_a_size_stand_below_its_name(launch: Launch, size: int) -> None:
    app = await opened(launch, PLOT, values=[GROWING], preferences=Preferences(text_size=size))
    row = next(c for c in app.controls() if c.key == "tiny-plot")
    assert isinstance(row.content, ft.Column if size == 200 else ft.Row)
