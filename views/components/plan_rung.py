"""A rung of the ladder: its sign, the line to the next one, and a card that folds. Imports `domain` and `views`."""

from __future__ import annotations

from dataclasses import dataclass, replace

import flet as ft

from domain.plan import PARTS, Part, Rung
from domain.plan_reading import Counts
from views import theme
from views.components.basics import Colour, Style, card, text
from views.components.frame import SAFETY, open_over
from views.components.plan_items import Around
from views.components.plan_part import plan_part
from views.components.plan_words import RUNG_ICONS, rung_line, rung_name
from views.components.rows import BADGE, badge, row
from views.planning import RUNG
from views.words import _

LINE = 2  # wide


@dataclass(frozen=True)
class Step:
    """A rung as it stands in the list."""

    rung: Rung
    there: Counts
    is_noticed: bool  # a sign on it is ticked
    is_first: bool = False
    is_last: bool = False
    on_ladder: bool = True  # False: out of its order, or in large text; then without the line and the sign beside it
    large_text: bool = False
    first_box: bool = True


def rung_row(around: Around, step: Step) -> ft.Control:
    """The card, with its sign before it and the line that leads on."""
    is_open = around.plan.is_open(RUNG, step.rung, usual=step.is_noticed)
    shown = _card(around, step, is_open)
    if step.large_text:
        return ft.Container(shown, key=f"rung-{step.rung}")
    ground, ink = _colours(step.rung, is_open)
    beside = ft.Row(
        [badge(RUNG_ICONS[step.rung], ground, ink), ft.Container(shown, expand=True)],
        spacing=theme.M,
        vertical_alignment=ft.CrossAxisAlignment.START,
    )
    if not step.on_ladder:
        return ft.Container(beside, padding=ft.Padding.only(bottom=theme.M), key=f"rung-{step.rung}")
    content = ft.Container(beside, padding=ft.Padding.only(bottom=0 if step.is_last else theme.M))
    return ft.Stack([_line(step), content], key=f"rung-{step.rung}")


def _line(step: Step) -> ft.Control:
    """From sign to sign; it stands behind them."""
    middle = BADGE / 2
    place = {"top": middle if step.is_first else 0} | ({"height": middle} if step.is_last else {"bottom": 0})
    return ft.Container(bgcolor=Colour.OUTLINE_VARIANT, width=LINE, left=middle - LINE / 2, **place)


def _colours(rung: Rung, is_open: bool) -> tuple[Colour, Colour]:
    if rung is Rung.CRISIS:
        return Colour.TERTIARY_CONTAINER, Colour.ON_TERTIARY_CONTAINER
    if is_open:
        return Colour.PRIMARY_CONTAINER, Colour.ON_PRIMARY_CONTAINER
    if rung is Rung.DAILY:
        return Colour.SECONDARY_FIXED, Colour.ON_SECONDARY_FIXED
    return Colour.SURFACE_CONTAINER, Colour.ON_SURFACE_VARIANT


def _card(around: Around, step: Step, is_open: bool) -> ft.Control:
    parts = [_head(around, step, is_open)]
    if is_open:
        column = ft.Column(_inside(around, step), spacing=theme.S, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)
        parts.append(ft.Container(column, padding=ft.Padding.only(left=theme.L, right=theme.M, bottom=theme.M)))
    return card(ft.Column(parts, spacing=0, horizontal_alignment=ft.CrossAxisAlignment.STRETCH), padding=0)


def _head(around: Around, step: Step, is_open: bool) -> ft.Control:
    """The name and how much is there: all of it one button, which says whether it is open."""
    state, name, said = around.state, rung_name(step.rung), rung_line(step.rung, step.there)
    spoken = _("{name}, open") if is_open else _("{name}, folded")
    words: list[ft.Control] = [
        text(name, Style.BODY_LARGE, weight=ft.FontWeight.W_600, semantics_label=spoken.format(name=name)),
        text(said, Style.BODY_SMALL, Colour.ON_SURFACE_VARIANT),
    ]
    if step.is_noticed and not is_open:
        words.append(text(_("A sign is ticked today."), Style.BODY_SMALL, Colour.TERTIARY))
    icon = ft.Icons.EXPAND_LESS_ROUNDED if is_open else ft.Icons.EXPAND_MORE_ROUNDED
    parts: list[ft.Control] = [
        ft.Column(words, spacing=0, expand=True),
        ft.Icon(icon, color=Colour.ON_SURFACE_VARIANT, size=24),
    ]
    if step.large_text:
        parts.insert(0, ft.Icon(RUNG_ICONS[step.rung], color=Colour.ON_SURFACE_VARIANT, size=24))
    return ft.TextButton(
        content=ft.Row(parts, spacing=theme.M),
        key=f"fold-{step.rung}",
        on_click=state.on(around.plan.fold, RUNG, step.rung, not is_open),
        style=ft.ButtonStyle(
            padding=ft.Padding.symmetric(horizontal=theme.L, vertical=theme.S),
            shape=ft.RoundedRectangleBorder(radius=theme.CARD),
            alignment=ft.Alignment.CENTER_LEFT,
        ),
    )


def _inside(around: Around, step: Step) -> list[ft.Control]:
    """The parts of a rung; of a crisis its signs, and the way to the whole safety plan."""
    if step.rung is not Rung.CRISIS:
        found: list[ft.Control] = []
        for part in PARTS[step.rung]:
            there = plan_part(around, part, first_box=step.first_box)
            found += [*([ft.Divider(height=theme.M)] if found and there else []), *there]
        return found
    signs = plan_part(replace(around, may_change=False), Part.CRISIS_SIGNS, first_box=step.first_box)
    opens = around.state.on(_open_safety, around)
    said = _("Every part of it, in order.") if step.there.all else _("Best written when you are calm.")
    return [*signs, row(ft.Icons.SUPPORT_ROUNDED, _("Open my safety plan"), said, opens)]


def _open_safety(around: Around) -> None:
    around.plan.is_for_reading = False
    open_over(around.state, SAFETY)
