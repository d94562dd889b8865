"""Things I did: the days with what was done, tried or rested, and what is worth noticing."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from domain.goals import Answer, Area, Goal, Mark, Size, Strength, Value
from domain.models import LowEnergy, Preferences, utc_instant
from tests.domain.samples import local
from tests.driver import Driver
from tests.views.conftest import Launch
from tests.views.fakes import FakeRecords

PLOT = Value("p", Area.GROWING)
POTS = Goal("g", "Look after my plot", value_id="p", gentle="Water the pots")
SWIM = Goal("s", "Swim")
NOTHING = "Nothing here yet. It fills by itself."


CHANGE = "Change what stands here"


def mark(days_ago: int, answer: Answer = Answer.DONE, size: Size | None = None, **more: Any) -> Mark:
    at, offset = utc_instant(local(more.pop("time", "10:00"), days_ago))
    size = size or (Size.GENTLE if answer is Answer.DONE else None)
    goal, words = more.pop("goal", "g"), more.pop("words", "Water the pots")
    day = local(days_ago=days_ago).date()
    return Mark(f"{days_ago}-{answer}-{goal}-{at}", day, at, offset, answer, goal, words, size, **more)


async def opened(launch: Launch, *marks: Mark, preferences: Preferences | None = None, **more: Any) -> Driver:
    kept = {"values": [PLOT], "goals": [POTS, SWIM], "marks": marks} | more
    return await launch(records=FakeRecords((), preferences or Preferences(), **kept), route="/done")


def days(app: Driver) -> list[str]:
    return [name for level, name in app.headings() if level == 2]


async def test_days_stand_latest_first_each_with_its_date(launch: Launch) -> None:
    app = await opened(launch, mark(0), mark(1), mark(3), mark(400))
    assert days(app) == ["Today", "Yesterday", "Monday 16 November"]


async def test_a_mark_says_what_it_was_how_much_and_for_what(launch: Launch) -> None:
    marks = [
        mark(0, time="8:00"),
        mark(0, Answer.TRIED, time="8:30", goal="s", words="Swim"),
        mark(0, Answer.RESTED, time="9:00", goal="s", words="Swim"),
        mark(0, Answer.RESTED, time="9:05", goal=None, words=""),
    ]
    app = await opened(launch, *marks)
    found = app.between("Today", "You tended more than one goal.")
    assert found == [
        *("Water the pots", "Gentle. Growing things."),
        *("Swim", "Tried."),
        *("Swim", "Rested."),
        "Rested",
    ]


@pytest.mark.parametrize(("size", "name"), [(Size.FULL, "Full."), (Size.GENTLE, "Gentle."), (Size.TINY, "Tiny.")])
async def test_each_size_has_its_word(launch: Launch, size: Size, name: str) -> None:
    app = await opened(launch, mark(0, size=size, goal="s"))
    assert app.between("Today", name) == ["Water the pots"]


async def test_what_was_put_off_is_not_among_them(launch: Launch) -> None:
    app = await opened(launch, mark(0, Answer.NOT_TODAY))
    assert app.sees(NOTHING)
    assert days(app) == []


async def test_what_is_worth_noticing_stands_with_its_day(launch: Launch) -> None:
    marks = [
        mark(3),
        mark(2, Answer.RESTED, goal=None, words="", energy=1),
        mark(1, Answer.TRIED),
        mark(0, size=Size.TINY, energy=1),
    ]
    app = await opened(launch, *marks)
    words = app.words()
    sentences = [
        "You did a tiny step on a low day.",
        "You went with the energy you had.",
        "You tried. That counts.",
        "You rested when energy was low.",
    ]
    assert [words.index(sentence) for sentence in sentences] == sorted(words.index(sentence) for sentence in sentences)
    assert words.index("You went with the energy you had.") < words.index("Yesterday")
    assert words.index("Yesterday") < words.index("You tried. That counts.") < words.index("Tuesday 17 November")
    monday = words[words.index("Monday 16 November") :]
    assert [sentence for sentence in monday if sentence.startswith("You ")] == []


async def test_coming_back_is_seen_from_the_days_before_the_ones_shown(launch: Launch) -> None:
    app = await opened(launch, mark(90), mark(59))
    assert app.sees("You came back after a quiet week.")


@pytest.mark.parametrize(
    ("ago", "sentence"),
    [
        ((0, 8), "You came back after a gap 1 time."),
        ((0, 8, 9, 20, 40), "You came back after a gap 3 times."),
    ],
)
async def test_returns_are_counted_when_there_are_any(launch: Launch, ago: tuple[int, ...], sentence: str) -> None:
    app = await opened(launch, *(mark(days) for days in ago))
    assert sentence in app.words()


async def test_no_return_is_no_line(launch: Launch) -> None:
    app = await opened(launch, mark(0), mark(7))
    assert not app.sees("after a gap")


async def test_three_weeks_are_shown_and_more_on_asking(launch: Launch) -> None:
    app = await opened(launch, mark(0), mark(20), mark(21), mark(41), mark(42))
    assert days(app) == ["Today", "Friday 30 October"]
    await app.tap("Show more")
    assert days(app)[2:] == ["Thursday 29 October", "Friday 9 October"]
    await app.tap("Show more")
    assert days(app)[4:] == ["Thursday 8 October"]
    assert "Show more" not in app.buttons()


async def test_after_a_long_gap_what_was_done_before_it_is_there(launch: Launch) -> None:
    app = await opened(launch, mark(200), mark(500))
    assert days(app) == ["Sunday 3 May"]
    await app.tap("Show more")
    assert days(app) == ["Sunday 3 May", "Monday 7 July 2025"]


async def test_fourteen_days_at_a_time_on_a_small_day(launch: Launch) -> None:
    small = Preferences(low_energy=LowEnergy.ALWAYS)
    app = await opened(launch, mark(0), mark(13), mark(14), preferences=small)
    assert days(app) == ["Today", "Friday 6 November"]
    await app.tap("Show more")
    assert days(app)[2:] == ["Thursday 5 November"]


async def test_strengths_come_first(launch: Launch) -> None:
    strengths = [Strength("a", "I am patient"), Strength("b", "You bring calm", is_from_others=True)]
    app = await opened(launch, mark(0), strengths=strengths)
    assert days(app) == ["What I am good at", "What others say I bring", "Today"]
    assert app.between("What I am good at", "What others say I bring") == ["I am patient"]
    assert app.between("What others say I bring", "Today") == ["You bring calm"]


async def test_with_nothing_yet_it_says_so_and_leads_to_strengths(launch: Launch) -> None:
    app = await opened(launch)
    assert app.headings() == [(1, "Things I did")]
    assert app.sees(NOTHING)
    await app.tap("My strengths What I am good at, in my words.")
    assert app.headings()[0] == (1, "My strengths")
    await app.tap("Back")
    assert app.headings()[0] == (1, "Things I did")


async def test_marks_of_a_goal_or_value_that_is_gone_still_show(launch: Launch) -> None:
    gone = Goal("v", "Call Dev", value_id="gone")
    app = await opened(launch, mark(0, goal="gone"), mark(1, goal="v", words="Call Dev"), goals=[gone])
    assert app.between("Today", "Yesterday") == ["Water the pots", "Gentle."]
    assert app.between("Yesterday", CHANGE) == ["Call Dev", "Gentle."]


async def test_a_mark_without_words_has_those_of_its_goal(launch: Launch) -> None:
    app = await opened(launch, mark(0, goal="s", words=""))
    assert app.between("Today", CHANGE) == ["Swim", "Gentle."]


async def test_a_mark_dated_after_today_by_a_clock_set_back_is_there(launch: Launch) -> None:
    app = await opened(launch, mark(-2), mark(0))
    assert days(app) == ["Saturday 21 November", "Today"]


async def test_marks_made_elsewhere_stand_on_the_day_they_count_for(launch: Launch) -> None:
    at, _ = utc_instant(local("1:30"))
    made = Mark("far", local(days_ago=1).date(), at, -600, Answer.DONE, "g", "Water the pots", Size.TINY)
    app = await opened(launch, made)
    assert days(app) == ["Yesterday"]


async def test_what_stands_there_by_mistake_is_removed_and_comes_back(launch: Launch) -> None:
    app = await opened(launch, replace(mark(0), id="m", goal_id=None, words="Drink some water"), mark(1))
    assert "Remove: Drink some water" not in app.buttons()
    await app.tap(CHANGE)
    await app.tap("Remove: Drink some water")
    assert [one.id for one in app.records.marks.all()] != ["m"]
    assert "Drink some water" not in app.words()
    await app.tap("Undo")
    assert "Drink some water" in app.words()
    await app.tap("I am done changing")
    assert "Remove: Drink some water" not in app.buttons()
