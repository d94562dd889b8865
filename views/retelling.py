"""The name and the country, told otherwise: at once, with the way back. Imports Flet and `views`."""

from __future__ import annotations

from collections.abc import Callable

import flet as ft

from views.components.deleted import done_bar
from views.state import TendState
from views.words import _

NAME, PLACE = "name", "country"  # as `Preferences` has them


async def retell(state: TendState, what: str, words: str) -> None:
    """Keep it; what it was before the first letter stands until the person leaves."""
    if not state.retold or state.retold[0] != what:
        state.retold = what, getattr(state.preferences, what)
    await state.prefer(**{what: words})


def retold_bar(state: TendState, then: Callable[[], object]) -> ft.Control | None:
    """What was changed last, with Undo; `then` is called once it is undone."""

    async def undo() -> None:
        if state.retold:
            (what, words), state.retold = state.retold, None
            await state.prefer(**{what: words})
            then()

    if not state.retold or getattr(state.preferences, state.retold[0]) == state.retold[1]:
        return None
    country = state.help_lines().name(state.preferences.country) if state.retold[0] == PLACE else ""
    said = _("Help lines are for {country} now.").format(country=country) if country else _("Your name is changed.")
    return done_bar(state, said, undo)
