"""x"""

from __future__ import annotations

import flet as ft

from views.aims import Aims
from views.guard import view_component
from views.state import TendState


@view_component
def GoalDays(state: TendState, aims: Aims) -> ft.View:
    return ft.View(controls=[])
