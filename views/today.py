"""Today: how am I, right now? Imports `domain` and `views`."""

from __future__ import annotations

import flet as ft

from domain import check_ins as rules
from views import formats, theme
from views.components.basics import Colour, Style, heading, line, text
from views.components.check_in_card import CheckInCard
from views.components.frame import glowing_page, root_bar
from views.components.notices import notices
from views.components.problem import problem
from views.guard import component
from views.state import TendState
from views.wording import greeting
from views.words import _


@component
def Today(state: TendState) -> ft.Control:
    """The greeting, one true line at most, and the check-in."""
    now = state.now
    date = text(formats.full_date(now.date(), now.date()), Style.BODY_MEDIUM, Colour.ON_SURFACE_VARIANT)
    parts: list[ft.Control] = [heading(greeting(now.hour), Style.HEADLINE_MEDIUM, level=1)]
    noticed = _noticed(state)
    if noticed:
        parts.append(noticed)
    parts += [*notices(state), *problem(state, beside_save=True), CheckInCard(state)]
    # Large text needs the width of the bar for its buttons; the date is on the phone's own screen too.
    return glowing_page(root_bar(state, ft.Container() if state.large_text else date), parts, Colour.PRIMARY_FIXED)


def _noticed(state: TendState) -> ft.Control | None:
    now = state.now
    if rules.came_back(state.check_ins, now):
        words = _("You came back after a quiet week.")
    elif rules.days_away(state.check_ins, now) >= rules.DAYS_AWAY:
        words = _("Good to see you. No catching up needed.")
    else:
        return None
    flower = ft.Icon(ft.Icons.LOCAL_FLORIST_ROUNDED, size=22, color=Colour.SECONDARY_FIXED_DIM)
    return ft.Row([flower, ft.Container(line(words), expand=True)], spacing=theme.S)
