"""What a CSV file brings, row by row, and what stays out. Imports the standard library and `domain`.

A row that cannot be read never stops the file: it is told by its line and a reason, and holds nothing of what stood
there.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from hashlib import sha256

from domain.errors import OutOfRange
from domain.models import CheckIn

Cells = Mapping[str, str]  # {name of the column in small letters: what stands there}


class Reason(StrEnum):
    """Why a row could not be read; the screen makes the sentence."""

    QUOTES = "quotes"  # a quotation mark too many or too few, as after a cut
    CELLS = "cells"  # more or fewer cells than the heading has
    CUT = "cut"  # the last row, which may have lost its end
    LETTERS = "letters"  # bytes that are no letters in the file's encoding
    LENGTH = "length"  # a cell longer than Tend reads
    DATE = "date"
    TIME = "time"
    OFFSET = "offset"
    NUMBER = "number"  # mood, energy, distress or hours of sleep: no number, or not on the scale
    SLEEP = "sleep"
    MOOD = "mood"  # nothing but a mood whose name has no place on the scale
    EMPTY = "empty"  # a time, and nothing else
    ID = "id"  # too long, or that of an earlier row with other contents
    TWICE = "twice"  # the same as an earlier row


class Unreadable(Exception):
    """A row cannot be read. It never leaves the readers, which make an `UnreadRow` of it."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason.value)
        self.reason = reason


@dataclass(frozen=True)
class UnreadRow:
    """A row that stays out: the line of the file it begins on, counted from 1, and why."""

    line: int
    reason: Reason


@dataclass(frozen=True)
class Reading:
    """What a file brings, in its order and no id twice, and what it does not; together every row that is not blank."""

    check_ins: tuple[CheckIn, ...]
    unread: tuple[UnreadRow, ...]


@dataclass(frozen=True)
class Row:
    """One row that is not blank; `reason` says why there are no cells."""

    line: int
    cells: Cells = field(default_factory=dict, repr=False)
    reason: Reason | None = None


def reading(rows: Iterable[Row], check_in_of: Callable[[Cells], CheckIn]) -> Reading:
    """Every row, as `check_in_of` reads it; where it raises `Unreadable` or `OutOfRange`, the row is told as unread."""
    found: dict[str, CheckIn] = {}
    unread = []
    for row in rows:
        try:
            check_in = _check_in(row, check_in_of)
            if check_in.id in found:
                raise Unreadable(Reason.TWICE if found[check_in.id] == check_in else Reason.ID)
            found[check_in.id] = check_in
        except Unreadable as exc:
            unread.append(UnreadRow(row.line, exc.reason))
    return Reading(tuple(found.values()), tuple(unread))


def id_from(source: str, contents: object) -> str:
    """An id that the same contents always get, so that a file read twice brings nothing new.

    >>> id_from("csv", ["a"])
    'csv-0eb5b8d6f81bc677da8a08567cc4fa9a'
    """
    text = json.dumps(contents, ensure_ascii=True, sort_keys=True)  # ASCII, so that any letter can be said
    return f"{source}-{sha256(text.encode('ascii')).hexdigest()[:32]}"


def _check_in(row: Row, check_in_of: Callable[[Cells], CheckIn]) -> CheckIn:
    if row.reason is not None:
        raise Unreadable(row.reason)
    try:
        return check_in_of(row.cells)
    except OutOfRange:
        raise Unreadable(Reason.NUMBER) from None
