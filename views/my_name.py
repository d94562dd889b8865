"""What Tend calls the person: in the greeting on Today, and nowhere else. Imports `views`."""

from __future__ import annotations

import flet as ft

from views.components.entry import with_room
from views.components.own_line import KeptLine
from views.state import TendState
from views.words import _


def name_line(state: TendState) -> ft.Control:
    """The field for it, of which each letter is kept."""

    async def keep(words: str) -> bool:
        await state.prefer(name=words)
        return state.problem is None

    return with_room(KeptLine(state, _("My name"), state.preferences.name, keep))
