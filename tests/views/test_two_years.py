"""Two uneven years on the screens: whatever happened, not a word, number or colour that blames."""

from __future__ import annotations

import re

import flet as ft
import pytest

from domain.goals import Area, Goal, Value
from tests.domain.samples import local, made
from tests.domain.two_years import two_years
from tests.driver import Driver
from tests.views.fakes import FakeClock, FakeRecords

GROWING = Value("growing", Area.GROWING)
PLOT = Goal("plot", "Look after my plot", "growing", "An hour at the plot", "Water the pots", "Look at one plant")
MAYA = Goal("maya", "See Maya each week")
LOW = 2  # energy
# As words of their own: "tired" is not "red". None of these has an exception here: the one screen that says "behind"
# (of values) and the one that says "only" (of a note nobody else reads) are not about how anything went.
BLAME = re.compile(
    r"\b(should|must|ought|need to|have to|fail\w*|miss(ed|es|ing)?|streaks?|overdue|behind|lost|lose|losing|only|just"
    r"|never|late|skipped|broken?|broke|wasted|enough days|not done|undone|incomplete|unfinished|left to do|goal met"
    r"|worse|less|fewer|lazy|red|zero|none of|score|target|total|best|record)\b"
    r"|\b0 of\b|\b0 times?\b|\b0 days?\b|[-−–—]\s*\d|%|!|/\s*(7|28)\b",
    re.IGNORECASE,
)
ALARM = re.compile(r"error|red|orange|amber|pink", re.IGNORECASE)
TENDED = re.compile(r"(\d+) of the last (7|28) days")


async def opened(clock: FakeClock, seed: int, days_ago: int, energy: int | None = None, route: str = "/") -> Driver:
    """Tend as it stood on that day: all that came before is in it, and nothing that came after."""
    clock.now = local("9:12", days_ago)
    past = [mark for mark in two_years(seed) if mark.day <= clock.now.date()]
    known = (made("9:00", days_ago, energy=energy),) if energy else ()
    records = FakeRecords(known, goals=[PLOT, MAYA], values=[GROWING], marks=past)
    return await Driver(records, clock).start(route)


async def screens(app: Driver) -> dict[str, list[str]]:
    """What stands on every screen that tells how it went, the goals' cards open."""
    found = {}
    for route in ("/", "/goals", "/goals/plot/days", "/goals/maya/days", "/done"):
        await app.go(route)
        for folded in [name for name in app.buttons() if route == "/goals" and name.startswith(f"{MAYA.words} ")]:
            await app.tap(folded)
        found[route] = app.words() + app.buttons()
        assert alarming(app) == [], route
    return found


def alarming(app: Driver) -> list[str]:
    """Colours on the screen that warn."""
    used = [getattr(control, name, None) for control in app.controls() for name in ("color", "bgcolor", "icon_color")]
    return [str(colour) for colour in used if isinstance(colour, (str, ft.Colors)) and ALARM.search(str(colour))]


def blaming(words: list[str]) -> list[str]:
    return [sentence for sentence in words if BLAME.search(sentence)]


@pytest.mark.parametrize("seed", [1, 4, 7, 11])
@pytest.mark.parametrize("energy", [None, LOW])
async def test_no_screen_blames_whatever_the_two_years_were(clock: FakeClock, seed: int, energy: int | None) -> None:
    read = set()
    for days_ago in (0, 61, 140, 365, 512, 700):
        app = await opened(clock, seed, days_ago, energy)
        for route, words in (await screens(app)).items():
            assert blaming(words) == [], (days_ago, route)
            for sentence in words:
                assert all(1 <= int(n) <= int(days) for n, days in TENDED.findall(sentence)), (days_ago, sentence)
            read.update(words)
    assert ("Small is enough today." in read) is (energy == LOW)
    if energy is None:  # or there would be nothing to find fault with
        assert any("You came back" in sentence for sentence in read)
        assert any(TENDED.search(sentence) for sentence in read)
        assert "Here when you are ready." in read


async def test_the_numbers_of_one_day_are_these(clock: FakeClock) -> None:
    # Counted from the marks of seed 7 by a script of its own, without any of Tend's code.
    app = await opened(clock, 7, 92, route="/goals")
    await app.tap(next(name for name in app.buttons() if name.startswith(f"{MAYA.words}, folded")))
    told = [name.split(". ", 1)[1] for name in app.buttons() if name.startswith("Days of")]
    assert told == [
        "Tended 3 of the last 7 days 7 of the last 28 days. You came back 15 times.",
        "Tended 2 of the last 7 days 8 of the last 28 days. You came back 13 times.",
    ]
    await app.go("/done")
    days = [words for level, words in app.headings() if level == 2]
    assert days[:2] == ["Today", "Yesterday"]
    assert len(days) == 16  # of the last 21
    assert "You came back after a gap 12 times." in app.words()
    while "Show more" in app.buttons():
        await app.tap("Show more")
    assert len([words for level, words in app.headings() if level == 2]) == 263


@pytest.mark.parametrize("ticks", [True, False])
async def test_a_long_gap_is_met_without_a_word_about_it(clock: FakeClock, ticks: bool) -> None:
    app = await opened(clock, 7, 0)
    clock.pass_time(days=90)
    await app.return_to()
    if ticks:
        await app.go("/")
        await app.tap("I did it: Water the pots")
        await app.open_tab("Goals")
        await app.open_tab("Today")
        assert "You came back after a quiet week." in app.words()
    read = await screens(app)
    assert [found for words in read.values() for found in blaming(words)] == []
    assert not any(word in sentence for words in read.values() for sentence in words for word in ("90", "89", "weeks"))
    assert ("Tended 1 of the last 7 days" in read["/goals"]) is ticks


@pytest.mark.parametrize(
    "sentence",
    [
        *("You missed 3 days.", "0 of the last 7 days", "Tended 3/7", "You lost your streak", "40 % done", "−2 days"),
        *("Overdue", "You should rest", "2 days behind", "Only 1 of the last 7 days", "Well done!", "-1"),
    ],
)
def test_blame_would_be_seen(sentence: str) -> None:
    assert blaming([sentence]) == [sentence]


@pytest.mark.parametrize("sentence", ["You rested when energy was low.", "tired", "10 of the last 28 days."])
def test_what_is_kind_is_no_blame(sentence: str) -> None:
    assert blaming([sentence]) == []
