"""The crisis lines, emergency numbers and directories that ship with Tend, as one. Imports `domain` and `storage`."""

from __future__ import annotations

import functools

from domain.lines import HelpLines
from storage.lines_content import crisis_lines, directories, emergencies


@functools.cache
def help_lines() -> HelpLines:
    """All of them, read when somebody first looks: Tend opens without, and opens when they are not sound.

    Raises:
        StorageForeign: a file cannot be read, or a row is not as it has to be; the message names it.
    """
    return HelpLines(crisis_lines(), emergencies(), directories())
