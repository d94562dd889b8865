"""A skill, how it plays, and finding one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest

from domain.errors import OutOfRange, TendError, TooLong, Wordless
from domain.skill_players import Breathing, Grounding, Line, Message, Paced, Page, Reflection, Steps, Timer
from domain.skill_search import Filter, Length, effort_for, fitting, starting_filter, starting_minutes
from domain.skills import Effort, Need, Skill, Use

AT = datetime(2026, 11, 19, 23, 30, tzinfo=UTC)


def skill(id: str = "s", minutes: int = 2, **fields: object) -> Skill:
    return Skill(id, **{"name": id.title(), "minutes": minutes} | fields)  # type: ignore[arg-type]


def test_an_own_skill_that_was_only_named_runs_as_a_timer() -> None:
    own = Skill("o", "Feed the birds", is_own=True)
    assert own.plays == Timer(300)
    assert skill(minutes=20, is_own=True).plays == Timer(1200)


def test_an_own_skill_with_steps_plays_them_and_any_player_can_be_chosen_for_it() -> None:
    assert skill(steps=("Find some seeds.",)).plays == Steps()
    assert skill(steps=("Find some seeds.",), player=Timer(30)).plays == Timer(30)


@pytest.mark.parametrize(
    ("make", "error"),
    [
        (lambda: skill(name=" "), Wordless),
        (lambda: skill(name="x" * 201), TooLong),
        (lambda: skill(steps=("Sit.", "")), Wordless),
        (lambda: skill(cautions=(" ",)), Wordless),
        (lambda: skill(steps=("x" * 1001,)), TooLong),
        (lambda: skill(steps=("Sit.",) * 101), TooLong),
        (lambda: skill(summary="x" * 1001), TooLong),
        (lambda: skill(minutes=0), OutOfRange),
        (lambda: skill(minutes=181), OutOfRange),
        (lambda: skill(minutes=True), OutOfRange),
        (lambda: Breathing(0, 0, 6, 0), OutOfRange),
        (lambda: Breathing(4, 0, 0, 0), OutOfRange),
        (lambda: Breathing(4, -1, 6, 0), OutOfRange),
        (lambda: Breathing(4, 0, 61, 0), OutOfRange),
        (lambda: Breathing(4, float("nan"), 6, 0), OutOfRange),
        (lambda: Page(0, "things"), OutOfRange),
        (lambda: Page(5, " "), Wordless),
        (lambda: Line("Sit.", 0), OutOfRange),
        (lambda: Line("", 5), Wordless),
        (lambda: Timer(0), OutOfRange),
        (lambda: Timer(10_801), OutOfRange),
        (lambda: Grounding(()), Wordless),
        (lambda: Reflection(()), Wordless),
        (lambda: Reflection(("What?", "")), Wordless),
        (lambda: Paced(()), Wordless),
        (lambda: Message((" ",)), Wordless),
        (lambda: Message(("Hello.",) * 101), TooLong),
        (lambda: Use("u", "s", AT, 60, energy=6), OutOfRange),
        (lambda: Use("u", "s", AT, 60, energy_after=0), OutOfRange),
        (lambda: Use("u", "s", AT, 60, mood_before=6), OutOfRange),
        (lambda: Use("u", "s", AT, 60, mood_after=0), OutOfRange),
        (lambda: Use("u", "s", AT.replace(tzinfo=None), 60), OutOfRange),
        (lambda: Use("u", "s", AT, 841), OutOfRange),
    ],
)
def test_what_cannot_be_is_not_made(make: Callable[[], object], error: type[TendError]) -> None:
    with pytest.raises(error):
        make()


def test_a_use_belongs_to_the_local_day() -> None:
    assert Use("u", "s", AT, 60).day == date(2026, 11, 20)
    assert Use("u", "s", AT, 0).day == date(2026, 11, 19)


@pytest.mark.parametrize(
    ("pattern", "minutes", "breaths"),
    [
        (Breathing(4, 0, 6, 0), 1, 6),
        (Breathing(4, 0, 6, 0), 2, 12),
        (Breathing(4, 4, 4, 4), 1, 4),  # 64 seconds are nearer than 48
        (Breathing(4, 4, 4, 4), 2, 8),
        (Breathing(3, 0, 7, 0, sip=2), 5, 25),
        (Breathing(60, 0, 60, 60), 1, 1),
    ],
)
def test_breaths_are_whole_and_come_nearest_to_the_minutes(pattern: Breathing, minutes: int, breaths: int) -> None:
    assert pattern.breaths(minutes) == breaths


def test_paced_lines_take_the_sum_of_their_seconds() -> None:
    assert Paced((Line("Sit.", 15), Line("Rest.", 20))).seconds == 35


LIBRARY = (
    skill("breath", 2, needs=(Need.CALM_DOWN, Need.SLEEP), steps=("Breathe out slowly.",)),
    skill("walk", 10, needs=(Need.LIFT_MOOD,), energy=Effort.MIDDLE, summary="Round the Café Élan."),
    skill("run", 5, needs=(Need.CALM_DOWN,), energy=Effort.HIGH, tradition="Strong exercise."),
    skill("birds", 7, is_own=True),
    skill("look", 1, needs=(Need.FIND_MEANING,), energy=Effort.MIDDLE),
)


def ids(wanted: Filter) -> list[str]:
    return [found.id for found in fitting(LIBRARY, wanted)]


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (Filter(), ["breath", "walk", "run", "birds", "look"]),
        (Filter(need=Need.CALM_DOWN), ["breath", "run"]),
        (Filter(energy=Effort.LOW), ["breath", "birds"]),
        (Filter(energy=Effort.MIDDLE), ["breath", "walk", "birds", "look"]),
        (Filter(energy=Effort.HIGH), ["breath", "walk", "run", "birds", "look"]),
        (Filter(length=Length.UP_TO_1), ["look"]),
        (Filter(length=Length.UP_TO_5), ["breath", "run", "look"]),
        (Filter(length=Length.LONGER), ["walk", "birds"]),
        (Filter(own=True), ["birds"]),
        (Filter(need=Need.CALM_DOWN, energy=Effort.LOW, length=Length.UP_TO_5), ["breath"]),
        (Filter(need=Need.LIFT_MOOD, own=True), []),
    ],
)
def test_a_skill_fits_when_it_fits_all_that_is_wanted(wanted: Filter, found: list[str]) -> None:
    assert ids(wanted) == found


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("", ["breath", "walk", "run", "birds", "look"]),
        ("  ", ["breath", "walk", "run", "birds", "look"]),
        ("BREATH", ["breath"]),
        ("slowly out", ["breath"]),
        ("calm", ["breath", "run"]),
        ("CAFE", ["walk"]),
        ("café elan", ["walk"]),
        ("élan", ["walk"]),
        ("exerc", ["run"]),
        ("breath walk", []),
    ],
)
def test_words_are_found_in_part_in_any_order_and_without_accents(words: str, found: list[str]) -> None:
    assert ids(Filter(words=words)) == found


def test_a_filter_is_empty_when_it_asks_for_nothing() -> None:
    assert Filter().is_empty
    assert Filter(words=" ").is_empty
    assert not Filter(words="a").is_empty
    assert not Filter(own=True).is_empty


@pytest.mark.parametrize(
    ("energy", "effort", "length", "minutes"),
    [
        (1, Effort.LOW, Length.UP_TO_5, 1),
        (2, Effort.LOW, Length.UP_TO_5, 1),
        (None, Effort.MIDDLE, None, 2),
        (3, Effort.MIDDLE, None, 2),
        (4, Effort.HIGH, None, 2),
        (5, Effort.HIGH, None, 2),
    ],
)
def test_energy_sets_what_the_library_opens_with(
    energy: int | None, effort: Effort, length: Length | None, minutes: int
) -> None:
    assert effort_for(energy) is effort
    assert starting_filter(energy) == Filter(energy=effort, length=length)
    assert starting_minutes(skill(player=Breathing(4, 0, 6, 0)), energy) == minutes
    assert starting_minutes(skill(player=Timer(120)), energy) == 2
