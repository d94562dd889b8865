"""The bar that says what was done last with something of a shelf, with the way back. Imports `views`."""

from __future__ import annotations

from typing import Any

import flet as ft

from views.aims import Aims
from views.changing import What
from views.components.deleted import done_bar
from views.shelf import Shelf
from views.state import TendState
from views.words import _


def undo_bar(state: TendState, aims: Aims, shelf: Shelf[Any]) -> ft.Control | None:
    """The bar, while the last thing that was done can be undone, and was done to one of this shelf."""
    if aims.last is None or aims.last.shelf is not shelf:
        return None
    said = {
        What.DELETED: _("Deleted."),
        What.RESTING: _("It rests now."),
        What.STARTED: _("Started again."),
        What.LET_GO: _("You let it go."),
        What.GOES_ON: _("It goes on."),
        What.KEPT: _("Kept."),
    }
    return done_bar(state, said[aims.last.what], aims.undo)
