"""What has to be known first, as a part that is drawn anew by itself. Imports `views`."""

from __future__ import annotations

import flet as ft

from views import theme
from views.components.aftermath import trouble
from views.guard import component
from views.state import TendState


@component
def TroubleBox(state: TendState) -> ft.Control:
    """About the records, about the last action, about what is not saved yet."""
    return ft.Column(trouble(state), spacing=theme.M, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)
