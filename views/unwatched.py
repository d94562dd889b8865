"""Hands the state on to a part of the screen that is not to be drawn anew at its every change. Imports `views`."""

from __future__ import annotations

from dataclasses import dataclass

from views.state import TendState


@dataclass(frozen=True)
class Unwatched:
    """Passes the state on: a component given the state itself is drawn again at its every change."""

    state: TendState
