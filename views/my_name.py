"""What Tend calls the person: in the greeting on Today, and nowhere else. Imports `views`."""

from __future__ import annotations

import flet as ft

from views.components.entry import with_room
from views.components.own_line import KeptLine
from views.retelling import NAME, retell
from views.state import TendState
from views.words import _


def name_line(state: TendState, anew: int = 0) -> ft.Control:
    """The field for it, of which each letter is kept; `anew`: how often it began anew."""

    async def keep(words: str) -> bool:
        await retell(state, NAME, words)
        return state.problem is None

    return with_room(KeptLine(state, _("My name"), state.preferences.name, keep, key=f"name-{anew}"))
