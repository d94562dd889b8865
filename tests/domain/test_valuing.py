"""The order of what matters, and what may be dropped with a tap."""

from __future__ import annotations

import pytest

from domain.goals import Area, Goal, Value
from domain.valuing import is_bare, moved


def row(*places: int) -> list[Value]:
    """Values a, b, c … with these places, in order."""
    return [Value(chr(ord("a") + number), Area.OWN, "words", place=place) for number, place in enumerate(places)]


def after(values: list[Value], value_id: str, by: int) -> str:
    """The order once the changed ones are kept."""
    changed = {value.id: value for value in moved(values, value_id, by)}
    kept = [changed.get(value.id, value) for value in values]
    return "".join(value.id for value in sorted(kept, key=lambda value: (value.place, value.id)))


@pytest.mark.parametrize(
    ("value_id", "by", "order"),
    [
        ("a", -1, "abcd"),
        ("b", -1, "bacd"),
        ("d", -1, "abdc"),
        ("a", 1, "bacd"),
        ("c", 1, "abdc"),
        ("d", 1, "abcd"),
        ("d", -3, "dabc"),
        ("a", 9, "bcda"),
        ("c", 0, "abcd"),
    ],
)
def test_one_goes_up_or_down_and_the_others_keep_their_order(value_id: str, by: int, order: str) -> None:
    assert after(row(0, 1, 2, 3), value_id, by) == order


def test_only_those_with_a_new_place_change() -> None:
    assert [(value.id, value.place) for value in moved(row(0, 1, 2, 3), "d", -1)] == [("d", 2), ("c", 3)]
    assert moved(row(0, 1, 2, 3), "a", -1) == ()


def test_places_that_are_shared_or_left_free_are_counted_anew() -> None:
    assert after(row(0, 0, 0), "c", -1) == "acb"
    assert after(row(2, 5, 9), "c", -1) == "acb"
    assert [(value.id, value.place) for value in moved(row(2, 5, 9), "c", -1)] == [("a", 0), ("c", 1), ("b", 2)]


def test_one_that_is_gone_moves_nothing() -> None:
    assert moved(row(0, 1), "z", -1) == ()
    assert moved([], "z", 1) == ()


def test_its_words_go_along() -> None:
    home = Value("h", Area.HOME, "My room", "It is quiet.", place=1)
    assert moved([Value("f", Area.FRIENDS), home], "h", -1)[0] == Value("h", Area.HOME, "My room", "It is quiet.")


def test_what_has_words_a_reason_or_a_goal_is_not_bare() -> None:
    goals = [Goal("g", "Swim"), Goal("h", "Sow beans", value_id="p")]
    assert is_bare(Value("v", Area.HOME), goals)
    assert not is_bare(Value("v", Area.HOME, "My room"), goals)
    assert not is_bare(Value("v", Area.HOME, why="It is quiet."), goals)
    assert not is_bare(Value("p", Area.HOME), goals)
