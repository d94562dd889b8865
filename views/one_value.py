"""One thing that matters to the person: what they call it, why it matters, its place, and what grows from it.

Imports `domain` and `views`.
"""

from __future__ import annotations

from dataclasses import replace

import flet as ft

from domain.goals import Area, Value
from views import theme
from views.aims import Aims
from views.components.areas import area_icon, area_name, value_name
from views.components.basics import Colour, Style, card, heading, line, text, text_button
from views.components.frame import GOALS, MATTERS, detail_bar, glowing_page, go, open_over
from views.components.own_line import KeptLine
from views.components.trouble_box import TroubleBox
from views.goal_edit import NEW_FROM
from views.guard import view_component
from views.state import TendState
from views.words import _, ngettext

WHY_LINES = 6


@view_component
def OneValue(state: TendState, aims: Aims) -> ft.View:
    """Its name and why it matters, each letter kept; its place; and a way to delete it."""
    value_id = ft.use_route_params().get("id", "")
    value = aims.values.get(value_id)
    here = f"{MATTERS}/{value_id}"
    # One part whether there is trouble or not: the fields below stay those that are being written in.
    parts = [TroubleBox(state), *(_one(state, aims, value) if value else [line(_("This is not here any more."))])]
    page = glowing_page(detail_bar(state, _("My value"), here), parts)
    return ft.View(controls=[page], padding=0, fullscreen_dialog=True)


def _one(state: TendState, aims: Aims, value: Value) -> list[ft.Control]:
    async def keep(**words: str) -> bool:
        now = aims.values.get(value.id)
        if now and replace(now, **words) != now:
            return await aims.values.keep(replace(now, **words))
        return aims.values.is_saved(value.id)

    async def delete() -> None:
        await aims.delete(aims.values, value)
        if aims.values.get(value.id) is None:
            go(MATTERS)

    own = area_name(value.area) if value.area is not Area.OWN else ""
    picture = ft.Icon(area_icon(value.area), color=Colour.PRIMARY, size=28)
    head = ft.Row([picture, ft.Container(heading(value_name(value)), expand=True)], spacing=theme.M)
    grow = state.on(open_over, state, f"{GOALS}/{NEW_FROM}{value.id}")
    name = KeptLine(
        *(state, _("My name for it"), value.words, lambda words: keep(words=words), not own, own),
        tells=True,
        key=f"name-{value.id}",
    )
    why = KeptLine(
        *(state, _("Why it matters"), value.why, lambda why: keep(why=why)),
        lines=WHY_LINES,
        tells=True,
        key=f"why-{value.id}",
    )
    # The first field's label stands on its border: without room above it, it would lose its upper half.
    words = ft.Column(
        [head, ft.Container(name, padding=ft.Padding.only(top=theme.S)), why],
        spacing=theme.L,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )
    new = text_button(_("Make a goal from this"), grow, icon=ft.Icons.ADD_ROUNDED)
    parts = [card(words), ft.Row([new], wrap=True), _place(state, aims, value)]
    grown = sum(goal.value_id == value.id for goal in aims.goals.all())
    if grown:
        told = ngettext("{count} goal grows from it.", "{count} goals grow from it.", grown).format(count=grown)
        stays = _("Deleting it keeps them.")
        parts.append(line(f"{told} {stays}", Style.BODY_SMALL, Colour.ON_SURFACE_VARIANT))
    remove = text_button(_("Delete this"), state.on(delete), icon=ft.Icons.DELETE_OUTLINE_ROUNDED)
    return [*parts, ft.Row([remove])]


def _place(state: TendState, aims: Aims, value: Value) -> ft.Control:
    order = [other.id for other in aims.values.all()]
    place = order.index(value.id)
    said = _("Place {place} of {count} in your order.").format(place=place + 1, count=len(order))
    buttons: list[ft.Control] = []
    if place:
        buttons.append(text_button(_("Move up"), state.on(aims.move, value, -1), icon=ft.Icons.ARROW_UPWARD_ROUNDED))
    if place + 1 < len(order):
        down = text_button(_("Move down"), state.on(aims.move, value, 1), icon=ft.Icons.ARROW_DOWNWARD_ROUNDED)
        buttons.append(down)
    shown = ft.Semantics(live_region=True, content=text(said, Style.BODY_SMALL, Colour.ON_SURFACE_VARIANT))
    return ft.Column([shown, ft.Row(buttons, spacing=theme.S, wrap=True)], spacing=0)
