"""What is said after an action that changed nothing, or was not saved. Imports `views`."""

from __future__ import annotations

import flet as ft

from views.components.check_in_card import save_trouble
from views.components.notices import notices
from views.components.problem import problem
from views.state import TendState


def trouble(state: TendState) -> list[ft.Control]:
    """What has to be known first: about the records, about the last action, about what is not saved yet."""
    unsaved = [save_trouble(state)] if state.is_refused else []
    return [*notices(state), *problem(state, beside_save=True), *unsaved]
