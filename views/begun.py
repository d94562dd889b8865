"""Words begun and not kept yet. Imports the standard library only."""

from __future__ import annotations

from collections import UserDict
from typing import Any


class Begun(UserDict[str, Any]):
    """What was begun, by what it is for; Flet watches a plain dict, and would draw all anew at each letter.

    While Tend is locked it is put away: what somebody was writing when the lock closed by itself is theirs when they
    open it again, and until then no screen can reach it. It stays in memory, and is not written as a record: it is
    unfinished, may not fit what a record takes, and would stand in every backup. A reload ends it.
    """

    def __init__(self) -> None:
        super().__init__()
        self._away: dict[str, Any] = {}

    def put_away(self) -> None:
        """Nothing can be read of it, until `take_out`."""
        self._away |= self.data  # locked twice, nothing is lost
        self.data = {}

    def take_out(self) -> None:
        """It is where it was."""
        self.data, self._away = self._away | self.data, {}

    def give_up(self) -> None:
        """Everything was erased, and so is this."""
        self.data, self._away = {}, {}
