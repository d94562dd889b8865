"""The safety plan: what to do in a crisis, part by part, and what others are to know. Imports `domain` and `views`."""

from __future__ import annotations

import flet as ft

from domain.plan import PARTS, Part, Rung, items_in
from views import theme
from views.aims import Aims
from views.components.aftermath import trouble
from views.components.basics import Colour, Style, card, heading, line, text_button
from views.components.deleted import deleted_bar
from views.components.frame import SAFETY, detail_bar, glowing_page
from views.components.plan_items import Around
from views.components.plan_part import plan_part
from views.guard import view_component
from views.handout_words import no_legal_paper
from views.outlook import Outlook
from views.planning import Planning
from views.practice import Practice
from views.state import TendState
from views.words import _

DECIDED = (Part.WANTED, Part.UNWANTED, Part.DECIDERS, Part.NOT_DECIDERS)
FOR_ME = tuple(part for part in PARTS[Rung.CRISIS] if part not in DECIDED)


@view_component
def SafetyPlan(state: TendState, plan: Planning, aims: Aims, practice: Practice, outlook: Outlook) -> ft.View:
    """Every part in its order. At low energy, and from Help now, what is written stands alone, to be read."""
    to_read = (outlook.is_small or plan.is_for_reading) and not plan.is_changing
    around = Around(state, plan, may_change=not to_read)
    items = plan.items.all()
    is_written = any(item.rung is Rung.CRISIS for item in items)
    parts = trouble(state)
    if to_read and not is_written:
        parts.append(line(_("Nothing is written here yet. That is fine."), Style.BODY_LARGE))
        parts.append(line(_("Help now stands above, day and night."), colour=Colour.ON_SURFACE_VARIANT))
    elif not to_read:
        parts.append(line(_("Best written when you are calm. Every part is optional."), Style.BODY_LARGE))
    parts += [part for name in FOR_ME if (part := _part(around, name))]
    if not to_read or any(items_in(items, name) for name in DECIDED):
        parts.append(ft.Container(heading(_("If others have to decide")), padding=ft.Padding.only(top=theme.M)))
        parts.append(line(no_legal_paper(), colour=Colour.ON_SURFACE_VARIANT))
    parts += [part for name in DECIDED if (part := _part(around, name))]
    if to_read:
        change = text_button(_("Change my plan"), state.on(plan.change_plan), icon=ft.Icons.EDIT_ROUNDED)
        parts.append(ft.Row([change], wrap=True))
    undo = deleted_bar(state, plan.undo_delete) if plan.deleted else None
    page = glowing_page(detail_bar(state, _("My safety plan"), SAFETY), parts, theme.BLUE, undo)
    return ft.View(controls=[page], padding=0, fullscreen_dialog=True)


def _part(around: Around, part: Part) -> ft.Control | None:
    content = plan_part(around, part, can_wait=True, level=3 if part in DECIDED else 2)
    if not content:
        return None
    column = ft.Column(content, spacing=theme.XS, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)
    return card(column, key=f"part-{part}")
