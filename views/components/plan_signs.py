"""Signs to tick when they show, and what the person wrote for then. Imports `domain` and `views`."""

from __future__ import annotations

from collections.abc import Sequence

import flet as ft

from domain.plan import ANSWERS, PARTS, Part, PlanItem, Rung, items_in
from domain.plan_reading import Response, response
from views import theme
from views.components.basics import Colour, Style, heading, line, text, text_button
from views.components.frame import PLAN_LINE, open_over
from views.components.help_buttons import first_button, link_button
from views.components.plan_items import Around, links_of, way_to
from views.components.plan_words import rung_name
from views.guard import component
from views.planning import SIGNS, Planning
from views.unwatched import Unwatched
from views.words import _


def tick_row(around: Around, sign: PlanItem) -> ft.Control:
    """A sign with its box: all of it one button; a tick is for today alone."""
    is_ticked = sign.id in around.plan.ticked
    icon = ft.Icons.CHECK_BOX_ROUNDED if is_ticked else ft.Icons.CHECK_BOX_OUTLINE_BLANK_ROUNDED
    words = text(
        sign.words,
        Style.BODY_MEDIUM,
        semantics_label=_("{step}, chosen").format(step=sign.words) if is_ticked else sign.words,
        expand=True,
    )
    ink = Colour.PRIMARY if is_ticked else Colour.OUTLINE
    return ft.TextButton(
        content=ft.Row([ft.Icon(icon, color=ink, size=26), words], spacing=theme.M),
        key=f"tick-{sign.id}",
        on_click=around.state.on(around.plan.tick, sign.id),
        style=ft.ButtonStyle(
            padding=ft.Padding.symmetric(horizontal=0, vertical=theme.M),
            shape=ft.RoundedRectangleBorder(radius=theme.FIELD),
            alignment=ft.Alignment.CENTER_LEFT,
        ),
    )


def written_for_now(around: Around, signs: Sequence[PlanItem], is_first: bool = True) -> list[ft.Control]:
    """The box with what was written for those of these signs that are ticked; none once it was put off.

    Where it `is_first` on its screen, its first button is the filled one.
    """
    plan, state = around.plan, around.state
    shown = [sign for sign in signs if sign.id in plan.ticked and sign.id not in plan.put_off]
    if not shown:
        return []
    found = response(plan.items.all(), shown, state.aims.people.all())
    parts = _words(found) if not found.is_empty else [_nothing(around, shown[0])]
    links = [button for item in found.lines for button in links_of(state, item)]
    picked = {item.source_id for item in found.lines if item.source_id}
    ways = [way for person in found.people if person.id not in picked and (way := way_to(person))]
    buttons: list[ft.Control] = []
    for number, (words, link, icon) in enumerate(ways):
        draw = first_button if is_first and not number else link_button
        buttons.append(draw(words, link, icon))
    away = state.on(plan.not_now, tuple(sign.id for sign in shown))
    buttons.append(text_button(_("Not now"), away, colour=Colour.ON_TERTIARY_CONTAINER))
    each = {button.key or number: button for number, button in enumerate([*links, *buttons])}  # two lines, one person
    parts.append(ft.Row(list(each.values()), spacing=theme.S, run_spacing=theme.S, wrap=True))
    content = ft.Column(parts, spacing=theme.S, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)
    box = ft.Container(content, bgcolor=Colour.TERTIARY_CONTAINER, border_radius=theme.INNER, padding=theme.L)
    return [ft.Semantics(live_region=True, container=True, content=box, key=f"box-{shown[0].part}")]


def _words(found: Response) -> list[ft.Control]:
    ink = Colour.ON_TERTIARY_CONTAINER
    said = [*found.own, *(item.words for item in found.lines)]
    return [line(_("You wrote this for now:"), Style.TITLE_SMALL, ink), *(line(words, colour=ink) for words in said)]


def _nothing(around: Around, sign: PlanItem) -> ft.Control:
    said = line(_("Nothing is written for this yet."), colour=Colour.ON_TERTIARY_CONTAINER)
    if not around.may_change:
        return said
    opens = around.state.on(open_over, around.state, f"{PLAN_LINE}/{sign.id}")
    write = text_button(_("Write what I do"), opens, colour=Colour.ON_TERTIARY_CONTAINER)
    return ft.Column([said, ft.Row([write])], spacing=0)


@component
def SignsToday(passed: Unwatched, plan: Planning) -> ft.Control:
    """In a check-in of today: the person's own signs, folded while none shows, with what they wrote for then."""
    around = Around(passed.state, plan)
    items = plan.items.all()
    signs = [item for item in items if item.is_sign]
    parts: list[ft.Control] = [heading(_("A warning sign?"))]
    if not signs:
        parts.append(line(_("You have none yet. You can add them in My plan."), colour=Colour.ON_SURFACE_VARIANT))
        return ft.Column(parts, spacing=theme.S, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)
    is_open = plan.is_open(SIGNS, SIGNS, usual=any(sign.id in plan.ticked for sign in signs))
    icon = ft.Icons.EXPAND_LESS_ROUNDED if is_open else ft.Icons.EXPAND_MORE_ROUNDED
    toggle = passed.state.on(plan.fold, SIGNS, SIGNS, not is_open)
    parts.append(ft.Row([text_button(_("Pick from your own list"), toggle, icon=icon)], wrap=True))
    boxes = 0
    for rung in Rung if is_open else ():
        there = items_in(items, _sign_part(rung)) if _sign_part(rung) else ()
        box = written_for_now(around, there, is_first=False)
        boxes += len(box)
        parts += [line(rung_name(rung), Style.TITLE_SMALL, Colour.ON_SURFACE_VARIANT)] if there else []
        parts += [*(tick_row(around, sign) for sign in there), *box]
    return ft.Column(parts, spacing=theme.S, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)


def _sign_part(rung: Rung) -> Part | None:
    return next((part for part in PARTS[rung] if part in ANSWERS), None)
