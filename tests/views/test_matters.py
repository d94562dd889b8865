"""What matters: picked with a tap, named, ordered, deleted and brought back."""

from __future__ import annotations

import asyncio

import pytest

from domain.errors import StorageFull
from domain.goals import Area, Goal, Value
from domain.models import Preferences
from tests.driver import Driver
from tests.views.conftest import Launch
from tests.views.fakes import FakeRecords

FIRST_EIGHT = [
    *("People I love", "Friends", "Growing things", "Making things"),
    *("Learning", "Helping others", "Faith and meaning", "Body and rest"),
]
OTHERS = [
    *("Family", "My partner", "Being a parent", "Work"),
    *("Play and rest", "Community and nature", "Creativity", "Home"),
]
FRIENDS = Value("f", Area.FRIENDS, place=0)
PLOT = Value("p", Area.GROWING, "My plot", "It is mine.", place=1)
QUIET = Value("q", Area.OWN, "Quiet mornings", place=2)


def kept(app: Driver) -> list[tuple[Area, str, str]]:
    return [(value.area, value.words, value.why) for value in app.records.values.all()]


def names(app: Driver) -> list[str]:
    return [value.words or value.area for value in app.records.values.all()]


async def opened(launch: Launch, *values: Value, route: str = "/matters", **more: object) -> Driver:
    size = more.pop("text_size", 100)
    return await launch(records=FakeRecords((), Preferences(text_size=size), values=values, **more), route=route)


async def test_the_first_eight_are_offered_and_the_others_behind_one_tap(launch: Launch) -> None:
    app = await opened(launch)
    assert app.headings() == [(1, "My values"), (2, "What matters to you?")]
    assert app.sees("Pick any. One is fine. None is fine.")
    names = app.buttons()
    assert names[names.index("Help now") + 1 :] == [*FIRST_EIGHT, "More areas", "In my own words"]
    await app.tap("More areas")
    names = app.buttons()
    assert names[names.index("Help now") + 1 :] == [*FIRST_EIGHT, *OTHERS, "In my own words"]


async def test_a_tap_picks_and_another_lets_go(launch: Launch) -> None:
    app = await opened(launch)
    await app.tap("Friends")
    await app.tap("Learning")
    assert app.chosen() == ["Friends", "Learning"]
    words = app.words()
    order = words[words.index("The first five stand in front.") :]
    assert [word for word in order if word in FIRST_EIGHT] == ["Friends", "Learning"]
    assert kept(app) == [(Area.FRIENDS, "", ""), (Area.LEARNING, "", "")]
    await app.tap("Friends, chosen")
    assert app.chosen() == ["Learning"]
    assert kept(app) == [(Area.LEARNING, "", "")]


async def test_two_quick_taps_on_two_areas_both_count(launch: Launch) -> None:
    app = await opened(launch)
    await app.tap("Friends", "Learning")
    assert app.chosen() == ["Friends", "Learning"]
    assert [value.place for value in app.records.values.all()] == [0, 1]


async def test_one_picked_among_the_others_stands_with_the_first_next_time(launch: Launch) -> None:
    app = await opened(launch, Value("h", Area.HOME))
    names = app.buttons()
    assert names[names.index("Help now") + 1 :][:10] == [*FIRST_EIGHT, "Home, chosen", "More areas"]
    await app.tap("More areas")
    names = app.buttons()
    assert names[names.index("Body and rest") + 1 : names.index("In my own words")] == [*OTHERS[:-1], "Home, chosen"]


@pytest.mark.parametrize(
    ("value", "goals"),
    [
        (Value("v", Area.FRIENDS, words="My friends"), ()),
        (Value("v", Area.FRIENDS, why="They stayed."), ()),
        (Value("v", Area.FRIENDS), (Goal("g", "Write to Dev", value_id="v"),)),
    ],
    ids=["own name", "reason", "goal"],
)
async def test_one_with_words_or_goals_is_opened_by_a_tap_and_not_dropped(
    launch: Launch, value: Value, goals: tuple[Goal, ...]
) -> None:
    app = await opened(launch, value, goals=goals)
    await app.tap(f"{value.words or 'Friends'}, chosen")
    assert app.routes == ["/matters/v"]
    assert app.headings()[0] == (1, "My value")
    assert app.records.values.all() == (value,)


async def test_own_words_are_added_in_place(launch: Launch) -> None:
    app = await opened(launch, FRIENDS)
    await app.tap("In my own words")
    await app.write("In my own words", " Quiet mornings ")
    await app.tap("Add")
    assert kept(app)[1:] == [(Area.OWN, "Quiet mornings", "")]
    assert "In my own words" in app.buttons()
    assert "Quiet mornings" in app.words()


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("", "Add a few words, or go back."),
        (" \n ", "Add a few words, or go back."),
        ("x" * 201, "This is too long. Up to 200 letters fit."),
    ],
    ids=["nothing", "blanks", "too long"],
)
async def test_words_that_cannot_be_kept_stay_in_the_field_with_one_sentence(
    launch: Launch, words: str, sentence: str
) -> None:
    app = await opened(launch)
    await app.tap("In my own words")
    await app.write("In my own words", words)
    await app.submit("In my own words")
    assert app.field("In my own words").error == sentence
    assert app.field("In my own words").value == words
    assert kept(app) == []
    await app.write("In my own words", "Rivers")
    await app.submit("In my own words")
    assert kept(app) == [(Area.OWN, "Rivers", "")]


async def test_cancel_closes_the_field_and_a_new_one_is_empty(launch: Launch) -> None:
    app = await opened(launch)
    await app.tap("In my own words")
    await app.write("In my own words", "Riv")
    await app.tap("Cancel")
    assert kept(app) == []
    await app.tap("In my own words")
    assert app.field("In my own words").value == ""


async def test_words_begun_are_there_again_after_help(launch: Launch) -> None:
    app = await opened(launch)
    await app.tap("In my own words")
    await app.write("In my own words", "Riv")
    await app.tap("Help now")
    await app.tap("Back")
    assert app.field("In my own words").value == "Riv"


async def test_two_quick_taps_on_add_add_one(launch: Launch) -> None:
    app = await opened(launch)
    await app.tap("In my own words")
    await app.write("In my own words", "Rivers")
    await app.tap("Add", "Add")
    assert kept(app) == [(Area.OWN, "Rivers", "")]


async def test_the_order_changes_with_taps(launch: Launch) -> None:
    app = await opened(launch, FRIENDS, PLOT, QUIET)
    await app.tap("Move up: Quiet mornings")
    assert names(app) == ["friends", "Quiet mornings", "My plot"]
    await app.tap("Move down: Friends")
    assert names(app) == ["Quiet mornings", "friends", "My plot"]
    buttons = app.buttons()
    assert "Move up: Quiet mornings" not in buttons
    assert "Move down: My plot" not in buttons


async def test_two_quick_taps_move_it_twice(launch: Launch) -> None:
    app = await opened(launch, FRIENDS, PLOT, QUIET)
    await app.tap("Move up: Quiet mornings", "Move up: Quiet mornings")
    assert names(app) == ["Quiet mornings", "friends", "My plot"]


async def test_a_second_tap_while_the_device_still_writes_begins_where_the_first_ends(launch: Launch) -> None:
    app = await opened(launch, FRIENDS, PLOT, QUIET)
    app.records.values.gate = asyncio.Event()
    tapping = asyncio.ensure_future(app.tap("Move up: Quiet mornings", "Move up: Quiet mornings"))
    await asyncio.sleep(0.01)
    app.records.values.gate.set()
    await tapping
    assert names(app) == ["Quiet mornings", "friends", "My plot"]
    assert [value.place for value in app.records.values.all()] == [0, 1, 2]


async def test_five_stand_in_front_and_all_are_kept(launch: Launch) -> None:
    seven = [Value(f"v{place}", Area.OWN, f"Thing {place}", place=place) for place in range(7)]
    app = await opened(launch, *seven)
    front = app.between("The first five stand in front.", "Kept behind them:")
    assert [words for words in front if words.startswith("Thing")] == [f"Thing {place}" for place in range(5)]
    words = app.words()
    behind = words[words.index("Kept behind them:") :]
    assert [said for said in behind if said.startswith("Thing")] == ["Thing 5", "Thing 6"]


async def test_up_to_five_have_none_behind_them(launch: Launch) -> None:
    app = await opened(launch, FRIENDS, PLOT, QUIET)
    assert "Kept behind them:" not in app.words()


async def test_what_the_device_does_not_take_stays_and_is_said(launch: Launch) -> None:
    app = await opened(launch, FRIENDS)
    app.records.values.refuse = StorageFull("quota")
    await app.tap("Learning")
    await app.tap("In my own words")
    await app.write("In my own words", "Rivers")
    await app.tap("Add")
    assert app.chosen() == ["Friends", "Learning"]
    assert app.sees("Rivers")
    assert app.sees("Not saved yet. Tend keeps trying.")
    assert app.sees("There is no room left here.")
    assert names(app) == ["friends"]
    app.records.values.refuse = None
    await app.tap("Try again")
    assert names(app) == ["friends", "learning", "Rivers"]
    assert not app.sees("Not saved yet.")


@pytest.mark.parametrize("text_size", [100, 200])
async def test_everything_has_a_name_at_any_text_size(launch: Launch, text_size: int) -> None:
    app = await opened(launch, FRIENDS, PLOT, text_size=text_size)
    names = app.buttons()
    assert all(names)
    assert names[names.index("Body and rest") + 1 :] == [
        *("More areas", "In my own words", "Friends", "Move down: Friends"),
        *("My plot It is mine.", "Move up: My plot"),
    ]
