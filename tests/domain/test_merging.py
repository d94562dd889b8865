"""One record changed in two places: both changes stand, or it is said that they contradict each other."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from domain.goals import Answer, Area, Goal, Mark, Pause, Size, Value
from domain.merging import merged, settled
from domain.pacing import Pacing
from domain.skill_choices import SkillChoices
from domain.today import Choice

BASE = Goal("g", "Swim", note="Towel")
DAY = date(2026, 11, 19)


def test_changes_of_different_fields_come_together() -> None:
    here, there = replace(BASE, tiny="One foot in", note=""), replace(BASE, words="Swim far", pause=Pause(DAY))
    both = Goal("g", "Swim far", tiny="One foot in", pause=Pause(DAY))
    assert merged(BASE, here, there) == both
    assert merged(BASE, there, here) == both


def test_the_same_change_on_both_sides_is_one() -> None:
    here = replace(BASE, words="Swim far", tiny="One foot in")
    assert merged(BASE, here, replace(BASE, words="Swim far")) == here


def test_what_changed_on_one_side_alone_stands() -> None:
    changed = replace(BASE, words="Swim far")
    assert merged(BASE, BASE, changed) == changed
    assert merged(BASE, changed, BASE) == changed
    assert merged(BASE, BASE, BASE) == BASE


def test_two_contents_for_one_field_contradict_each_other() -> None:
    assert merged(BASE, replace(BASE, words="Swim far"), replace(BASE, words="Swim often")) is None
    assert merged(BASE, replace(BASE, note=""), replace(BASE, note="Two towels")) is None


def test_of_two_places_in_an_order_the_other_one_stands() -> None:
    base = Value("v", Area.HOME)
    assert merged(base, replace(base, place=2), replace(base, place=5, words="My room")) == Value(
        "v", Area.HOME, "My room", place=5
    )


def test_what_would_be_no_such_record_contradicts() -> None:
    at = datetime(2026, 11, 19, 8, tzinfo=UTC)
    rested = Mark("m", DAY, at, 0, Answer.RESTED, "g", "Swim")
    assert merged(rested, replace(rested, until=at), replace(rested, energy=2)) == replace(rested, until=at, energy=2)
    assert merged(rested, replace(rested, until=at), replace(rested, answer=Answer.TRIED)) is None


def test_two_new_ones_under_one_id_are_one_when_they_are_the_same() -> None:
    assert merged(None, BASE, BASE) == BASE
    assert merged(None, BASE, replace(BASE, words="Row")) is None


def test_ids_put_there_and_taken_out_on_both_sides_come_together() -> None:
    base, here = SkillChoices(("a", "b"), ("x",)), SkillChoices(("b", "c", "e"), ())
    there = SkillChoices(("b", "a", "d", "e"), ("x", "y"), buzzes=True)
    assert settled(base, here, there) == SkillChoices(("b", "d", "e", "c"), ("y",), buzzes=True)


def test_of_a_value_with_two_contents_the_one_from_here_stands() -> None:
    base = Pacing(tiny=1)
    assert settled(base, Pacing(tiny=2), Pacing(is_on=True, tiny=3)) == Pacing(is_on=True, tiny=2)
    assert settled(base, base, Pacing(tiny=3)) == Pacing(tiny=3)


def test_what_is_for_one_day_stands_as_a_whole() -> None:
    later = Choice(date(2026, 11, 20), ("walk",))
    assert settled(Choice(DAY), later, Choice(DAY, ("swim",), (("swim", Size.FULL),))) == later
    assert settled(None, later, Choice(DAY)) == later
    assert settled(Choice(DAY), None, later) is None
    assert settled(Choice(DAY), later, None) == later
    both = settled(Choice(DAY), Choice(DAY, ("walk",)), Choice(DAY, None, (("swim", Size.FULL),)))
    assert both == Choice(DAY, ("walk",), (("swim", Size.FULL),))
