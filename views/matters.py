"""What matters to the person: parts of a life to pick from, in an order of their own.

Imports `domain` and `views`.
"""

from __future__ import annotations

import flet as ft

from domain import valuing
from domain.goals import FIRST_AREAS, Area, Value
from views import theme
from views.aims import Aims
from views.components.areas import area_icon, area_name, value_name
from views.components.basics import Colour, Style, card, heading, icon_button, line, text, text_button
from views.components.frame import MATTERS, detail_bar, glowing_page, open_over
from views.components.own_line import NewLine
from views.components.trouble_box import TroubleBox
from views.components.undo import undo_bar
from views.guard import view_component
from views.state import TendState
from views.words import _

OTHER_AREAS = tuple(area for area in Area if area not in (*FIRST_AREAS, Area.OWN))
OWN = "own value"  # the purpose of words begun here
CENTRE = ft.MainAxisAlignment.CENTER


@view_component
def Matters(state: TendState, aims: Aims) -> ft.View:
    """The areas, the first eight before the others, and below them what was picked, in the person's order."""
    wants_more, want_more = ft.use_state(False)
    values = aims.values.all()
    shown = OTHER_AREAS if wants_more else tuple(area for area in OTHER_AREAS if aims.place_of(area))
    parts = [
        TroubleBox(state),
        heading(_("What matters to you?"), Style.HEADLINE_MEDIUM),
        line(_("Pick any. One is fine. None is fine."), colour=Colour.ON_SURFACE_VARIANT),
        areas(state, aims, FIRST_AREAS + shown),
    ]
    if shown != OTHER_AREAS:
        more = text_button(_("More areas"), state.on(want_more, True), icon=ft.Icons.EXPAND_MORE_ROUNDED)
        parts.append(ft.Row([more], alignment=CENTRE))
    own = _("In my own words")
    parts.append(NewLine(state, aims, OWN, own, own, aims.add_value, ft.Icons.EDIT_ROUNDED, CENTRE))
    if values:
        parts += _in_order(state, aims, list(values))
    page = glowing_page(
        detail_bar(state, _("My values"), MATTERS), parts, theme.GREEN, undo_bar(state, aims, aims.values)
    )
    return ft.View(controls=[page], padding=0, fullscreen_dialog=True)


# The areas to pick from


def areas(state: TendState, aims: Aims, offered: tuple[Area, ...]) -> ft.Control:
    """The parts of a life to pick from: two side by side, or one to a line in large text."""
    across = 1 if state.large_text else 2
    rows = [
        ft.Row(
            [
                *(_area(state, aims, area) for area in offered[first : first + across]),
                *(ft.Container(expand=True) for _beside in range(first + across - len(offered))),
            ],
            spacing=theme.M,
            intrinsic_height=True,
            vertical_alignment=ft.CrossAxisAlignment.STRETCH,
        )
        for first in range(0, len(offered), across)
    ]
    return ft.Column(rows, spacing=theme.M)


def _area(state: TendState, aims: Aims, area: Area) -> ft.Control:
    """One area: picked or let go with a tap; one that has words or goals opens instead."""
    value = aims.place_of(area)
    chosen = value is not None
    name = value_name(value) if value else area_name(area)
    ink = Colour.ON_PRIMARY_CONTAINER if chosen else Colour.ON_SURFACE
    picture = ft.Icon(area_icon(area), size=26, color=ink if chosen else Colour.PRIMARY)
    tick = [ft.Icon(ft.Icons.CHECK_CIRCLE_ROUNDED, size=24, color=Colour.PRIMARY)] if chosen else []
    spoken = _("{step}, chosen").format(step=name) if chosen else name
    words = text(name, Style.LABEL_LARGE, ink, semantics_label=spoken)
    head = ft.Row([picture, *tick], alignment=ft.MainAxisAlignment.SPACE_BETWEEN)
    return ft.OutlinedButton(
        ft.Column(
            [head, words],
            alignment=ft.MainAxisAlignment.SPACE_BETWEEN,
            spacing=theme.S if state.large_text else theme.XL,
        ),
        key=f"area-{area}",
        expand=True,
        on_click=state.on(_tapped, state, aims, area),
        style=ft.ButtonStyle(
            bgcolor=Colour.PRIMARY_CONTAINER if chosen else Colour.SURFACE_CONTAINER_LOW,
            side=ft.BorderSide(2, Colour.PRIMARY) if chosen else ft.BorderSide(1, Colour.OUTLINE_VARIANT),
            shape=ft.RoundedRectangleBorder(radius=theme.CARD),
            padding=ft.Padding.symmetric(horizontal=theme.L, vertical=theme.M),
            alignment=ft.Alignment.CENTER_LEFT,
        ),
    )


async def _tapped(state: TendState, aims: Aims, area: Area) -> None:
    value = aims.place_of(area)
    if value is None or valuing.is_bare(value, aims.goals.all()):
        await aims.pick(area)
    else:
        _open(state, value)


def _open(state: TendState, value: Value) -> None:
    open_over(state, f"{MATTERS}/{value.id}")


# The order


def _in_order(state: TendState, aims: Aims, values: list[Value]) -> list[ft.Control]:
    front, behind = values[: valuing.IN_FRONT], values[valuing.IN_FRONT :]
    parts: list[ft.Control] = [
        ft.Container(heading(_("In your order")), padding=ft.Padding.only(top=theme.S)),
        line(_("The first five stand in front."), Style.BODY_SMALL, Colour.ON_SURFACE_VARIANT),
        _rows(state, aims, values, front),
    ]
    if behind:
        parts.append(line(_("Kept behind them:"), Style.BODY_SMALL, Colour.ON_SURFACE_VARIANT))
        parts.append(_rows(state, aims, values, behind))
    return parts


def _rows(state: TendState, aims: Aims, values: list[Value], shown: list[Value]) -> ft.Control:
    rows = [_row(state, aims, value, value is values[0], value is values[-1]) for value in shown]
    return card(ft.Column(rows, spacing=theme.XS), padding=theme.S)


def _row(state: TendState, aims: Aims, value: Value, is_first: bool, is_last: bool) -> ft.Control:
    lines: list[ft.Control] = [text(value_name(value), Style.BODY_LARGE)]
    if value.why:
        why = text(
            value.why, Style.BODY_SMALL, Colour.ON_SURFACE_VARIANT, max_lines=2, overflow=ft.TextOverflow.ELLIPSIS
        )
        lines.append(why)
    picture = ft.Icon(area_icon(value.area), color=Colour.PRIMARY, size=24)
    opens = ft.TextButton(
        ft.Row([picture, ft.Column(lines, spacing=0, expand=True)], spacing=theme.M),
        expand=None if state.large_text else True,
        on_click=state.on(_open, state, value),
        style=ft.ButtonStyle(
            padding=ft.Padding.symmetric(horizontal=theme.S, vertical=theme.M),
            shape=ft.RoundedRectangleBorder(radius=theme.FIELD),
            alignment=ft.Alignment.CENTER_LEFT,
        ),
    )
    moves = ft.Row(_moves(state, aims, value, is_first, is_last), spacing=theme.S, tight=True)
    if state.large_text:
        return ft.Column([opens, moves], spacing=0, key=value.id, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)
    return ft.Row([opens, moves], spacing=0, key=value.id)


def _moves(state: TendState, aims: Aims, value: Value, is_first: bool, is_last: bool) -> list[ft.Control]:
    name = value_name(value)
    up = icon_button(
        ft.Icons.ARROW_UPWARD_ROUNDED, _("Move up: {name}").format(name=name), state.on(aims.move, value, -1)
    )
    down = icon_button(
        ft.Icons.ARROW_DOWNWARD_ROUNDED, _("Move down: {name}").format(name=name), state.on(aims.move, value, 1)
    )
    if state.large_text:
        return ([] if is_first else [up]) + ([] if is_last else [down])
    return [_room() if is_first else up, _room() if is_last else down]


def _room() -> ft.Control:
    """Where a button would be, so that the others stand in line."""
    return ft.Container(width=theme.TOUCH, height=theme.TOUCH)
