"""Cells and rows at the edges of what they may say, where mutation testing found that nothing was asked."""

from __future__ import annotations

from datetime import time

import pytest

from storage.csv_cells import from_words, to_time, unescaped
from storage.csv_reading import Reason, Unreadable


def test_no_words_are_an_empty_cell() -> None:
    assert from_words("") == ""


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("1:05 am", time(1, 5)),
        ("1:05 PM", time(13, 5)),
        ("12:59:59 p. m.", time(12, 59, 59)),
        ("23:59:59", time(23, 59, 59)),
        ("00:00:00", time(0, 0)),
    ],
)
def test_the_first_and_the_last_of_every_hand_are_read(cell: str, expected: time) -> None:
    assert to_time(cell) == expected


@pytest.mark.parametrize("cell", ["23:59:60", "23:60:00", "24:00:00", "00:30 am", "13:30 pm"])
def test_one_more_is_no_time(cell: str) -> None:
    with pytest.raises(Unreadable) as told:
        to_time(cell)
    assert told.value.reason is Reason.TIME


def test_a_backslash_guards_a_line_break_too() -> None:
    assert unescaped("a\\\nb\\|c\\") == "a\nb|c\\"
