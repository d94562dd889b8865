"""Ideas for a tiny size, by what a goal grows from."""

from __future__ import annotations

import pytest

from domain.goals import Area
from domain.ideas import FITTING, USUAL, Idea, ideas


@pytest.mark.parametrize("area", [None, Area.OWN])
def test_without_an_area_the_usual_three_are_offered(area: Area | None) -> None:
    assert ideas(area) == (Idea.SHOES, Idea.BOOK, Idea.MINUTE)


@pytest.mark.parametrize("area", [area for area in Area if area is not Area.OWN])
def test_three_different_ones_are_offered_those_of_the_area_first(area: Area) -> None:
    found = ideas(area)
    assert len(set(found)) == 3
    assert found[:2] == FITTING[area]
    assert found[2] in USUAL


def test_of_what_grows_the_plant_comes_first_and_of_learning_the_book_once() -> None:
    assert ideas(Area.GROWING) == (Idea.PLANT, Idea.TOOL, Idea.SHOES)
    assert ideas(Area.LEARNING) == (Idea.BOOK, Idea.FIRST_STEP, Idea.SHOES)


def test_every_idea_is_offered_somewhere() -> None:
    assert {idea for area in (None, *Area) for idea in ideas(area)} == set(Idea)
