"""What matters: picked with a tap, named, ordered, deleted and brought back."""

from __future__ import annotations

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


async def test_one_picked_among_the_others_shows_them_all_next_time(launch: Launch) -> None:
    app = await opened(launch, Value("h", Area.HOME))
    assert app.chosen() == ["Home"]
    assert "More areas" not in app.buttons()


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
        ("x" * 201, "This is too long. Please use fewer words."),
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


async def test_a_name_and_a_reason_are_kept_with_each_letter(launch: Launch) -> None:
    app = await opened(launch, FRIENDS)
    await app.tap("Friends")  # the last one so called: the row below the grid
    assert app.routes == ["/matters/f"]
    await app.write("My name for it", "The four of us ")
    await app.write("Why it matters", "They stayed.")
    assert kept(app) == [(Area.FRIENDS, "The four of us", "They stayed.")]
    assert app.field("My name for it").value == "The four of us "  # or no space could be typed
    await app.tap("Back")
    assert app.sees("They stayed.")
    assert app.chosen() == ["The four of us"]


async def test_a_life_area_without_a_name_of_ones_own_keeps_tends(launch: Launch) -> None:
    app = await opened(launch, PLOT, route="/matters/p")
    await app.write("My name for it", "")
    assert kept(app) == [(Area.GROWING, "", "It is mine.")]
    assert (2, "Growing things") in app.headings()
    assert app.field("My name for it").error is None


async def test_a_name_that_is_emptied_comes_back_when_the_person_leaves(launch: Launch) -> None:
    app = await opened(launch, QUIET, route="/matters/q")
    for words in ("Quiet", "Q", ""):
        await app.write("My name for it", words)
    assert app.field("My name for it").error == "Add a few words, or go back."
    assert app.field("My name for it").value == ""
    assert kept(app) == [(Area.OWN, "Quiet mornings", "")]
    await app.write("My name for it", "Calm")
    assert app.field("My name for it").error is None
    assert kept(app) == [(Area.OWN, "Calm", "")]


@pytest.mark.parametrize(("label", "longest"), [("My name for it", 200), ("Why it matters", 10_000)])
async def test_too_many_words_stay_in_the_field_with_one_sentence(launch: Launch, label: str, longest: int) -> None:
    app = await opened(launch, PLOT, route="/matters/p")
    await app.write(label, "x" * (longest + 1))
    assert app.field(label).error == "This is too long. Please use fewer words."
    assert app.field(label).value == "x" * (longest + 1)
    assert kept(app) == [(Area.GROWING, "My plot", "It is mine.")]
    await app.write(label, "x" * longest)
    assert app.field(label).error is None
    assert "x" * longest in kept(app)[0]


async def test_its_place_is_said_and_changed_where_it_is_open(launch: Launch) -> None:
    app = await opened(launch, FRIENDS, PLOT, QUIET, route="/matters/q")
    assert app.sees("Place 3 of 3 in your order.")
    assert "Move down" not in app.buttons()
    await app.tap("Move up")
    await app.tap("Move up")
    assert app.sees("Place 1 of 3 in your order.")
    assert "Move up" not in app.buttons()
    await app.tap("Move down")
    assert names(app) == ["friends", "Quiet mornings", "My plot"]


async def test_deleting_can_be_undone_and_keeps_the_goals(launch: Launch) -> None:
    goals = [Goal("a", "Water the pots", value_id="p"), Goal("b", "Sow beans", value_id="p")]
    app = await opened(launch, FRIENDS, PLOT, goals=goals, route="/matters/p")
    assert app.sees("2 goals grow from it. Deleting it keeps them.")
    await app.tap("Delete this")
    assert app.routes == ["/matters"]
    assert names(app) == ["friends"]
    assert len(app.records.goals.all()) == 2
    assert app.sees("Deleted.")
    await app.tap("Undo")
    assert app.records.values.all() == (FRIENDS, PLOT)
    assert not app.sees("Deleted.")


async def test_one_that_is_gone_says_so(launch: Launch) -> None:
    app = await opened(launch, FRIENDS, route="/matters/gone")
    assert app.sees("This is not here any more.")
    await app.tap("Back")
    assert app.page.route == "/"


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


async def test_a_delete_the_device_refuses_changes_nothing_and_is_said(launch: Launch) -> None:
    app = await opened(launch, FRIENDS, route="/matters/f")
    app.records.values.refuse = StorageFull("quota")
    await app.tap("Delete this")
    assert app.routes == []
    assert app.sees("There is no room left here.")
    assert names(app) == ["friends"]


@pytest.mark.parametrize("text_size", [100, 200])
async def test_everything_has_a_name_at_any_text_size(launch: Launch, text_size: int) -> None:
    app = await opened(launch, FRIENDS, PLOT, text_size=text_size)
    names = app.buttons()
    assert all(names)
    assert names[names.index("Body and rest") + 1 :] == [
        *("More areas", "In my own words", "Friends", "Move down: Friends", "Move down: Friends"),
        *("My plot It is mine.", "Move up: My plot", "Move up: My plot"),
    ]
