"""People somebody can ask. Imports `domain` only."""

from __future__ import annotations

import re
from dataclasses import dataclass

from domain.errors import TooLong, Wordless

LONGEST_NAME = 200  # characters
DIALLED = re.compile(r"\+?[0-9]{2,20}")
BETWEEN = str.maketrans("", "", " \u00a0-\u2013./()")  # what people put between digits


@dataclass(frozen=True)
class Person:
    """Somebody the person can ask. `phone` is kept as it was typed; `place` orders them, smallest first.

    Raises:
        Wordless: without a name.
        TooLong: more than `LONGEST_NAME` characters.
    """

    id: str
    name: str
    phone: str = ""
    place: int = 0

    def __post_init__(self) -> None:
        if not self.name.strip():
            raise Wordless("no name")
        if max(len(self.name), len(self.phone)) > LONGEST_NAME:
            raise TooLong("more characters than fit")

    @property
    def number(self) -> str | None:
        """The digits to dial; None where what was typed is not a plain number.

        >>> Person("m", "Maya", "+44 7700 900-123").number
        '+447700900123'
        >>> Person("m", "Maya", "*#06#").number
        """
        digits = self.phone.translate(BETWEEN)
        return digits if DIALLED.fullmatch(digits) else None
