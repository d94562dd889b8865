"""x"""

from __future__ import annotations

import flet as ft

from views.aims import Aims
from views.guard import view_component
from views.state import TendState


@view_component
def LetGo(state: TendState, aims: Aims) -> ft.View:
    return ft.View(controls=[])


@view_component
def RestGoal(state: TendState, aims: Aims) -> ft.View:
    return ft.View(controls=[])
