"""Bookmarks, hidden skills, what was turned down for a day, and what was written."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from domain.errors import OutOfRange, TooLong
from domain.skill_choices import SkillChoices, Writing

TODAY, AT = date(2026, 11, 19), datetime(2026, 11, 19, 8, 12, tzinfo=UTC)


def test_a_bookmark_and_hiding_are_taken_back_by_the_same_tap() -> None:
    marked = SkillChoices().with_favourite("a").with_favourite("b").with_hidden("c")
    assert (marked.favourites, marked.hidden) == (("a", "b"), ("c",))
    assert marked.with_favourite("a").with_hidden("c") == SkillChoices(favourites=("b",))


def test_what_was_turned_down_is_so_for_that_day_alone() -> None:
    choices = SkillChoices().and_refused("a", TODAY).and_refused("b", TODAY)
    assert choices.refused_today(TODAY) == ("a", "b")
    assert choices.refused_today(date(2026, 11, 20)) == ()
    assert choices.and_refused("c", date(2026, 11, 20)).refused == ("c",)


def test_a_writing_keeps_questions_and_answers_and_knows_when_it_is_empty() -> None:
    assert Writing("w", "s", "Three good things", AT, 60, (("One?", " "),)).is_empty
    assert not Writing("w", "s", "Three good things", AT, 60, (("One?", "Tea"), ("Two?", ""))).is_empty


def test_a_writing_that_does_not_fit_is_refused() -> None:
    with pytest.raises(TooLong):
        Writing("w", "s", "n", AT, 60, (("One?", "x" * 10_001),))
    with pytest.raises(TooLong):
        Writing("w", "s", "n", AT, 60, (("One?", ""),) * 101)
    with pytest.raises(OutOfRange):
        Writing("w", "s", "n", datetime(2026, 11, 19, tzinfo=timezone(timedelta(hours=1))), 60)
