"""My plan: its ladder, ticks that last a day, answers to signs."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from domain.errors import OutOfRange, TooLong, TooMany, Wordless
from domain.plan import (
    ANSWERS,
    LONGEST_WORDS,
    MOST_IN_PART,
    PARTS,
    RUNG_OF,
    Part,
    PlanItem,
    PlanNotes,
    Rung,
    Source,
    first_steps,
    items_in,
    see_room,
)

MONDAY, TUESDAY = date(2026, 11, 23), date(2026, 11, 24)


def test_every_part_stands_on_one_rung_and_every_rung_has_a_part() -> None:
    assert sorted(part for parts in PARTS.values() for part in parts) == sorted(Part)
    assert set(PARTS) == set(Rung)
    assert RUNG_OF[Part.REASONS] is Rung.CRISIS


def test_a_sign_and_its_answers_stand_on_the_same_rung() -> None:
    assert {RUNG_OF[sign] for sign in ANSWERS} == {Rung.TRIGGERS, Rung.EARLY, Rung.HARDER, Rung.CRISIS}
    assert all(RUNG_OF[sign] is RUNG_OF[answer] for sign, answer in ANSWERS.items())


def test_an_item_needs_words_and_takes_ten_thousand_characters() -> None:
    with pytest.raises(Wordless):
        PlanItem("a", Part.ALONE, " \n ")
    longest = PlanItem("a", Part.EARLY_SIGNS, "x" * LONGEST_WORDS, answer="y" * LONGEST_WORDS)
    assert (len(longest.words), len(longest.answer)) == (10_000, 10_000)
    with pytest.raises(TooLong):
        replace(longest, words="x" * (LONGEST_WORDS + 1))
    with pytest.raises(TooLong):
        replace(longest, answer="y" * (LONGEST_WORDS + 1))


def test_what_was_picked_names_what_it_was_picked_from() -> None:
    maya = PlanItem("a", Part.ASK, "Maya", source=Source.PERSON, source_id="m")
    with pytest.raises(OutOfRange):
        replace(maya, source_id=None)
    with pytest.raises(OutOfRange):
        replace(maya, source=None)


def test_only_a_sign_has_an_answer() -> None:
    with pytest.raises(OutOfRange):
        PlanItem("a", Part.REASONS, "My cat", answer="Feed her")


def test_a_tick_stands_for_its_day_alone() -> None:
    notes = PlanNotes().with_tick("a", MONDAY)
    assert notes.ticked_today(MONDAY) == ("a",)
    assert notes.ticked_today(TUESDAY) == ()
    assert notes.with_tick("b", TUESDAY).ticked == ("b",)
    assert notes.with_tick("a", MONDAY).ticked == ()


def test_a_review_is_due_from_its_day_on() -> None:
    assert not PlanNotes().is_due(MONDAY)
    assert not PlanNotes(review_on=TUESDAY).is_due(MONDAY)
    assert PlanNotes(review_on=TUESDAY).is_due(TUESDAY)


def test_the_place_of_one_more_is_after_all_others_of_its_part() -> None:
    items = [PlanItem("a", Part.ALONE, "Tea", place=4), PlanItem("b", Part.ASK, "Maya", place=9)]
    assert see_room(items, Part.ALONE) == 5
    assert see_room(items, Part.REASONS) == 0


def test_a_part_has_an_end() -> None:
    items = [PlanItem(str(number), Part.ALONE, "Tea", place=number) for number in range(MOST_IN_PART)]
    with pytest.raises(TooMany):
        see_room(items, Part.ALONE)
    assert see_room(items, Part.ASK) == 0
    assert see_room(items[1:], Part.ALONE) == 60


def test_the_first_steps_are_three_of_what_can_be_done_alone() -> None:
    items = [PlanItem(words, Part.ALONE, words) for words in ("one", "two", "three", "four")]
    assert first_steps(items) == ("one", "two", "three")
    assert items_in(items, Part.ASK) == first_steps(()) == ()
