"""The Goals screen as a whole: what comes first, what is folded, and what the floating button leaves free."""

from __future__ import annotations

from dataclasses import replace

import flet as ft
import pytest

from domain.goals import Answer, Area, Goal, Size, Value
from domain.models import Preferences
from tests.domain.samples import made
from tests.driver import Driver
from tests.views.conftest import Launch
from tests.views.goal_samples import LOVED, PLOT, SWIM, kept, mark, marks, records

ASKED = "What would make life feel more yours? One small thing is plenty."
SEVEN = [Value(f"v{place}", Area.OWN, f"Thing {place}", place=place) for place in range(7)]
OF_SEVEN = [Goal(f"g{place}", f"Goal {place}", f"v{place}") for place in (6, 4, 5, 0)]


def values_shown(app: Driver) -> list[str]:
    return [words for level, words in app.headings() if level == 2]


async def test_without_goals_the_way_in_stands_right_below_the_question(launch: Launch) -> None:
    app = await launch(route="/goals", records=records())
    words = app.words()
    assert words[words.index(ASKED) + 1] == "New goal"
    assert app.buttons().count("New goal") == 1
    await app.tap("New goal")
    assert app.page.route == "/goals/new"


async def test_without_goals_at_low_energy_there_is_one_way_in_too(launch: Launch) -> None:
    held = records()
    held.check_ins.kept["a"] = made("9:00", id="a", energy=1)
    app = await launch(route="/goals", records=held)
    words = app.words()
    assert words[words.index(ASKED) + 1] == "New goal"
    assert app.buttons().count("New goal") == 1


async def test_values_behind_the_first_five_are_folded_until_a_tap(launch: Launch) -> None:
    app = await launch(route="/goals", records=records(*OF_SEVEN, SWIM, values=SEVEN))
    assert values_shown(app) == ["Thing 0", "Thing 4", "My goals"]
    assert not app.sees("Goal 5")
    await app.tap("More values, folded")
    assert values_shown(app) == ["Thing 0", "Thing 4", "My goals", "Thing 5", "Thing 6"]
    await app.tap("More values, open")
    assert values_shown(app) == ["Thing 0", "Thing 4", "My goals"]


async def test_the_order_of_the_values_decides_what_stands_in_front(launch: Launch) -> None:
    app = await launch(route="/goals", records=records(*OF_SEVEN, values=SEVEN))
    for _ in range(2):
        await app.state.aims.move(app.state.aims.values.get("v6"), -1)
    await app.settle()
    assert values_shown(app) == ["Thing 0", "Thing 6"]


async def test_with_all_goals_behind_nothing_is_folded(launch: Launch) -> None:
    app = await launch(route="/goals", records=records(OF_SEVEN[0], values=SEVEN))
    assert values_shown(app) == ["Thing 6"]
    assert "More values" not in app.words()


@pytest.mark.parametrize(("size", "room"), [(100, 88), (125, 93)])
async def test_the_end_of_the_list_can_be_scrolled_from_under_the_button(launch: Launch, size: int, room: int) -> None:
    app = await launch(route="/goals", records=records(SWIM, preferences=Preferences(text_size=size)))
    scrolled = next(control for control in app.controls() if isinstance(control, ft.ListView))
    page = scrolled.controls[0].content.content
    assert page.controls[-1].height == room


@pytest.mark.parametrize("size", [150, 200])
async def test_in_large_text_the_way_to_a_new_goal_lies_over_nothing(launch: Launch, size: int) -> None:
    app = await launch(route="/goals", records=records(SWIM, preferences=Preferences(text_size=size)))
    assert not [control for control in app.controls() if isinstance(control, ft.FloatingActionButton)]
    assert app.buttons()[-1] == "New goal"
    await app.tap("New goal")
    assert app.page.route == "/goals/new"


# Cards


async def test_a_goal_with_one_size_says_its_name_once_and_what_can_be_done(launch: Launch) -> None:
    app = await launch(route="/goals", records=records(SWIM))
    assert app.words().count("Swim") == 1
    await app.tap("I did this")
    assert marks(app) == [("swim", 0, Answer.DONE, Size.GENTLE)]  # the size that fits


async def test_its_sizes_are_one_tap_away(launch: Launch) -> None:
    app = await launch(route="/goals", records=records(SWIM))
    await app.tap("Show the sizes of Swim")
    assert {"Full Swim", "Gentle Swim Fits now", "Tiny Swim"} <= set(app.buttons())
    await app.tap("Full Swim")
    await app.tap("I did this")
    assert marks(app) == [("swim", 0, Answer.DONE, Size.FULL)]


async def test_one_size_of_its_own_shows_all_three(launch: Launch) -> None:
    app = await launch(route="/goals", records=records(replace(SWIM, tiny="One foot in")))
    assert {"Full One foot in", "Gentle One foot in Fits now", "Tiny One foot in"} <= set(app.buttons())
    assert "Show sizes" not in app.words()


@pytest.mark.parametrize(
    ("days_ago", "told"),
    [
        ((0, 2), "Tended 2 of the last 7 days"),
        ((0, 2, 8), "Tended 2 of the last 7 days 3 of the last 28 days."),
    ],
)
async def test_the_month_is_told_when_it_says_more_than_the_week(
    launch: Launch, days_ago: tuple[int, ...], told: str
) -> None:
    app = await launch(route="/goals", records=records(SWIM, marks=[mark(ago) for ago in days_ago]))
    assert f"Days of Swim. {told}" in app.buttons()


# The form


async def test_what_was_refused_is_said_beside_the_button_that_was_tapped(launch: Launch) -> None:
    app = await launch(route="/goals/new", records=records())
    await app.tap("Save goal")
    words = app.words()
    assert words[-2:] == ["Something above needs another look.", "Save goal"]
    await app.write("My goal, in my words", "Row")
    assert "Something above needs another look." not in app.words()
    await app.tap("My own words")
    await app.write("My own words", "x" * 201)
    await app.tap("Save goal")
    title, advice = "This is too long. Up to 200 letters fit.", "Nothing was changed."
    assert app.words()[-3:] == [title, advice, "Save goal"]
    assert kept(app) == []


async def test_ideas_follow_what_the_goal_grows_from(launch: Launch) -> None:
    app = await launch(route="/goals/new", records=records(values=[LOVED, Value("body", Area.BODY, place=2)]))
    await app.tap("Need ideas?")
    usual = ["Put the shoes by the door", "Open the book", "Do one minute"]
    assert app.between("Need ideas?", "Who can help?") == usual
    await app.tap("People I love")
    assert app.between("Need ideas?", "Who can help?") == [
        *("Write one kind line", "Say hello to one person", "Put the shoes by the door"),
    ]
    await app.tap("Say hello to one person")
    assert app.field("Tiny, about 1 minute").value == "Say hello to one person"


@pytest.mark.parametrize(("opens", "label"), [("My own words", "My own words"), ("Add", "Their name")])
async def test_a_field_opened_by_a_tap_takes_the_focus(launch: Launch, opens: str, label: str) -> None:
    app = await launch(route="/goals/new", records=records(PLOT))
    await app.tap(opens)
    assert app.field(label).autofocus is True
