"""A line of the plan: its words, what it leads to, and what can be done with it. Imports `domain` and `views`."""

from __future__ import annotations

from dataclasses import dataclass

import flet as ft

from domain.people import Person
from domain.plan import PlanItem, Source
from domain.plan_reading import beside, offers_ways
from views import theme
from views.components.basics import Colour, Style, icon_button, line, text
from views.components.frame import GOALS, PLAN_LINE, open_over
from views.components.help_buttons import link_button
from views.components.plan_words import short_words
from views.components.skill_card import on_start
from views.planning import Planning
from views.state import TendState
from views.words import _


@dataclass(frozen=True)
class Around:
    """Where a part of the plan is drawn: on which screen's state, and whether it can be changed there."""

    state: TendState
    plan: Planning
    may_change: bool = True


def plan_line(around: Around, item: PlanItem, is_changing: bool) -> ft.Control:
    """The words, the ways to what was picked, and while it is being changed the buttons for that."""
    parts: list[ft.Control] = [line(item.words)]
    links = links_of(around.state, item)
    if links:
        parts.append(ft.Row(links, spacing=theme.S, run_spacing=theme.S, wrap=True))
    if is_changing:
        parts.append(changes(around, item))
    column = ft.Column(parts, spacing=theme.XS, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)
    return ft.Container(column, padding=ft.Padding.symmetric(vertical=theme.XS), key=f"line-{item.id}")


def links_of(state: TendState, item: PlanItem) -> list[ft.Control]:
    """One tap to what was picked, while it is there and wanted: a skill's player, somebody's phone, a goal."""
    if not offers_ways(item, {person.name for person in state.aims.people.all()}):
        return []
    if item.source is Source.SKILL:
        skill = state.practice.get(item.source_id or "")
        return [_button(_("Start"), skill.name, ft.Icons.PLAY_ARROW_ROUNDED, on_start(state, skill))] if skill else []
    if item.source is Source.GOAL:
        goal = state.aims.goals.get(item.source_id)
        opens = state.on(open_over, state, f"{GOALS}/{item.source_id}")
        return [_button(_("Open the goal"), goal.words, ft.Icons.SPA_ROUNDED, opens)] if goal else []
    person = state.aims.people.get(item.source_id) if item.source is Source.PERSON else None
    return person_links(person) if person else []


def person_links(person: Person) -> list[ft.Control]:
    """Call and text, where there is a number for it."""
    name, icons = person.name, ft.Icons
    links = (
        (_("Text"), _("Text {name}").format(name=name), person.text_link(), icons.SMS_ROUNDED),
        (_("Call"), _("Call {name}").format(name=name), person.call_link, icons.CALL_ROUNDED),
    )
    return [link_button(words, link, icon, spoken) for words, spoken, link, icon in links if link]


def way_to(person: Person) -> tuple[str, str, ft.IconData] | None:
    """The words, the address and the icon of the one best way: a text asks least, a call where none can be sent."""
    text_link = person.text_link()
    if text_link:
        return _("Text {name}").format(name=person.name), text_link, ft.Icons.SMS_ROUNDED
    if person.call_link:
        return _("Call {name}").format(name=person.name), person.call_link, ft.Icons.CALL_ROUNDED
    return None


def _button(words: str, name: str, icon: ft.IconData, on_click: object) -> ft.Control:
    spoken = _("{action}: {name}").format(action=words, name=name)
    return ft.TextButton(
        text(words, Style.LABEL_LARGE, Colour.PRIMARY, semantics_label=spoken),
        icon=icon,
        icon_color=Colour.PRIMARY,
        key=spoken,
        on_click=on_click,
        style=ft.ButtonStyle(padding=ft.Padding.symmetric(horizontal=theme.S, vertical=14)),
    )


def changes(around: Around, item: PlanItem) -> ft.Control:
    """Move, edit, delete."""
    state, plan, name, icons = around.state, around.plan, short_words(item), ft.Icons
    order = [other.id for other in beside(plan.items.all(), item)]
    found = []
    if order[:1] != [item.id]:
        up = state.on(plan.move, item.id, -1)
        found.append(icon_button(icons.ARROW_UPWARD_ROUNDED, _("Move up: {name}").format(name=name), up))
    if order[-1:] != [item.id]:
        down = state.on(plan.move, item.id, 1)
        found.append(icon_button(icons.ARROW_DOWNWARD_ROUNDED, _("Move down: {name}").format(name=name), down))
    edit = state.on(open_over, state, f"{PLAN_LINE}/{item.id}")
    delete = state.on(plan.delete, item)
    buttons = [
        *found,
        icon_button(icons.EDIT_ROUNDED, _("Edit: {name}").format(name=name), edit),
        icon_button(icons.DELETE_OUTLINE_ROUNDED, _("Delete: {name}").format(name=name), delete),
    ]
    return ft.Row(buttons, spacing=theme.S, wrap=True, alignment=ft.MainAxisAlignment.END)
