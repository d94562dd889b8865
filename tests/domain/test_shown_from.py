"""From which day on "Things I did" shows, however long ago the last of them was."""

from __future__ import annotations

from datetime import date

import pytest

from domain.goals import Answer
from domain.noticing import shown_from
from tests.domain.test_goals import mark

MARCH = date(2026, 3, 3)


def test_the_days_end_on_the_last_one_with_something_done() -> None:
    assert shown_from([mark(day=MARCH)], 30) == date(2026, 2, 2)
    assert shown_from([mark(day=MARCH)], 1) == MARCH


def test_nothing_done_shows_from_nowhere() -> None:
    assert shown_from([], 30) is None
    assert shown_from([mark(day=MARCH, answer=Answer.NOT_TODAY)], 30) is None


@pytest.mark.parametrize("answer", [Answer.TRIED, Answer.RESTED])
def test_a_try_and_a_rest_are_something(answer: Answer) -> None:
    marks = [mark(day=MARCH, answer=answer), mark(id="later", day=date(2026, 5, 1), answer=Answer.NOT_TODAY)]
    assert shown_from(marks, 30) == date(2026, 2, 2)


def test_it_goes_on_before_a_day_and_skips_what_is_empty() -> None:
    marks = [mark(id="old", day=date(2025, 1, 30)), mark(day=MARCH)]
    assert shown_from(marks, 30, MARCH) == date(2025, 1, 1)
    assert shown_from(marks, 30, date(2026, 3, 4)) == date(2026, 2, 2)
    assert shown_from(marks, 30, date(2025, 1, 30)) is None


def test_it_does_not_leave_the_calendar() -> None:
    assert shown_from([mark(day=date(1, 1, 5))], 30) == date.min
