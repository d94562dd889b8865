"""A part of the plan: its lines, and the ways to add to it. Imports `domain` and `views`."""

from __future__ import annotations

from collections.abc import Sequence

import flet as ft

from domain.plan import ANSWERS, Part, PlanItem, Source, items_in
from domain.plan_picks import place_of
from domain.plan_reading import PEOPLE_APART
from views import theme
from views.components.basics import Colour, Style, heading, line
from views.components.frame import PLAN_LINE, open_over
from views.components.goal_more import spoken_button
from views.components.plan_ideas import ideas_for
from views.components.plan_items import Around, changes, plan_line
from views.components.plan_signs import tick_row, written_for_now
from views.components.plan_words import part_name, spoken_part
from views.planning import CHANGES, IDEAS
from views.words import _


def plan_part(
    around: Around, part: Part, can_wait: bool = False, first_box: bool = True, level: int = 2
) -> list[ft.Control]:
    """The head, the lines, what was written for a ticked sign, and what can be done with the part.

    An empty one that `can_wait` can be left for later; one that cannot be changed here shows its lines alone.
    """
    plan, ink = around.plan, Colour.ON_SURFACE if can_wait else Colour.ON_SURFACE_VARIANT  # under a rung's own name
    there = items_in(plan.items.all(), part)
    if not there and not around.may_change:
        return []
    parts: list[ft.Control] = [heading(part_name(part), Style.TITLE_SMALL, level, ink)]
    if not there and can_wait and part in plan.notes.value.later:
        return [*parts, _left(around, part)]
    is_changing = around.may_change and plan.is_open(CHANGES, part)
    parts += _lines(around, part, there, is_changing, level)
    if part in ANSWERS:
        parts += written_for_now(around, there, first_box)
    return [*parts, *(_ways(around, part, bool(there), can_wait) if around.may_change else [])]


def _lines(around: Around, part: Part, there: Sequence[PlanItem], is_changing: bool, level: int) -> list[ft.Control]:
    """Signs with their boxes; things to do, and where people stand apart, those under a head of their own."""
    if part in ANSWERS:
        found: list[ft.Control] = []
        for sign in there:
            found += [tick_row(around, sign), *([changes(around, sign)] if is_changing else [])]
        return found
    people = [item for item in there if item.source is Source.PERSON] if part in PEOPLE_APART else []
    found = [plan_line(around, item, is_changing) for item in there if item not in people]
    if people:
        found.append(heading(_("People"), Style.TITLE_SMALL, level, Colour.ON_SURFACE_VARIANT))
        found += [plan_line(around, item, is_changing) for item in people]
    return found


def _ways(around: Around, part: Part, has_lines: bool, can_wait: bool) -> list[ft.Control]:
    """Add, ideas, and for what is there: change it."""
    state, plan, spoken = around.state, around.plan, spoken_part(part)
    add = state.on(open_over, state, f"{PLAN_LINE}/{place_of(part)}")
    buttons = [spoken_button(_("Add"), _said(_("Add"), spoken), add)]
    if has_lines:
        is_changing = plan.is_open(CHANGES, part)
        word = _("Done") if is_changing else _("Change")
        toggle = state.on(plan.fold, CHANGES, part, not is_changing)
        buttons.append(spoken_button(word, _said(word, spoken), toggle))
    has_ideas = plan.is_open(IDEAS, part)
    word = _("Close ideas") if has_ideas else _("Need ideas?")
    buttons.append(spoken_button(word, _said(word, spoken), state.on(plan.fold, IDEAS, part, not has_ideas)))
    if can_wait and not has_lines:
        word, later = _("Leave for later"), state.on(plan.leave_for_later, part)
        buttons.append(spoken_button(word, _said(word, spoken), later))
    for button in buttons:
        button.style.alignment = ft.Alignment.CENTER_LEFT  # a short word would stand in from the lines above it
    row = ft.Row(buttons, spacing=theme.S, run_spacing=theme.XS, wrap=True)
    return [row, ideas_box(part)] if has_ideas else [row]


def _said(word: str, part: str) -> str:
    return _("{action}: {name}").format(action=word, name=part)


def _left(around: Around, part: Part) -> ft.Control:
    back = around.state.on(around.plan.leave_for_later, part)
    word = _("Come back to it")
    button = spoken_button(word, _said(word, spoken_part(part)), back)
    return ft.Column([line(_("Left for later. It can wait."), colour=Colour.ON_SURFACE_VARIANT), ft.Row([button])])


def ideas_box(part: Part) -> ft.Control:
    """Questions to think along; nothing of them is filled in."""
    ink = Colour.ON_SECONDARY_FIXED
    content = ft.Column([line(words, Style.BODY_SMALL, ink) for words in ideas_for(part)], spacing=theme.S)
    box = ft.Container(content, bgcolor=Colour.SECONDARY_FIXED, border_radius=theme.INNER, padding=theme.L)
    return ft.Semantics(live_region=True, container=True, content=box, key=f"ideas-{part}")
