"""My people: everybody the person can ask, in their order. Imports `domain` and `views`."""

from __future__ import annotations

from collections.abc import Sequence

import flet as ft

from domain.people import Person, apart
from views import theme
from views.aims import Aims
from views.components.basics import Colour, Style, card, heading, icon_button, line, text_button
from views.components.frame import PEOPLE, detail_bar, glowing_page, open_over
from views.components.person_card import person_parts
from views.components.trouble_box import TroubleBox
from views.components.undo import undo_bar
from views.guard import view_component
from views.person_edit import NEW, NEW_GROUP
from views.state import TendState
from views.words import _


@view_component
def People(state: TendState, aims: Aims) -> ft.View:
    """People, then groups, a card each: who they are, the ways to them, and quietly what can be done with the card."""
    people, groups = apart(aims.people.all())
    parts: list[ft.Control] = [TroubleBox(state)]
    if people:
        parts.append(line(_("The first three stand on Help now."), colour=Colour.ON_SURFACE_VARIANT))
    else:
        parts.append(line(_("Add one person you trust."), Style.BODY_LARGE))
        parts.append(line(_("So asking is easy later. They are not told."), colour=Colour.ON_SURFACE_VARIANT))
    parts += [_card(state, aims, people, place) for place in range(len(people))]
    parts.append(_add(state, _("Add somebody"), NEW))
    if groups:
        parts.append(heading(_("Groups and meetings")))
    parts += [_card(state, aims, groups, place) for place in range(len(groups))]
    parts.append(_add(state, _("Add a group or meeting"), NEW_GROUP))
    if people or groups:
        told = _("Numbers stay on this device. Nobody is told they are here.")
        parts.append(line(told, Style.BODY_SMALL, Colour.ON_SURFACE_VARIANT))
    page = glowing_page(
        detail_bar(state, _("My people"), PEOPLE), parts, theme.BLUE, undo_bar(state, aims, aims.people)
    )
    return ft.View(controls=[page], padding=0, fullscreen_dialog=True)


def _add(state: TendState, words: str, place: str) -> ft.Control:
    button = text_button(words, state.on(open_over, state, f"{PEOPLE}/{place}"), icon=ft.Icons.ADD_ROUNDED)
    return ft.Row([button], wrap=True)


def _card(state: TendState, aims: Aims, people: Sequence[Person], place: int) -> ft.Control:
    person = people[place]
    changes = ft.Row(
        _changes(state, aims, person, place == 0, place == len(people) - 1),
        spacing=theme.S,
        wrap=True,
        alignment=ft.MainAxisAlignment.END,
    )
    content = [*person_parts(state, person), changes]
    stretch = ft.CrossAxisAlignment.STRETCH
    return card(ft.Column(content, spacing=theme.M, horizontal_alignment=stretch), key=f"person-{person.id}")


def _changes(state: TendState, aims: Aims, person: Person, is_first: bool, is_last: bool) -> list[ft.Control]:
    name, icons, found = person.name, ft.Icons, []
    if not is_first:
        up = state.on(aims.move_person, person.id, -1)
        found.append(icon_button(icons.ARROW_UPWARD_ROUNDED, _("Move up: {name}").format(name=name), up))
    if not is_last:
        down = state.on(aims.move_person, person.id, 1)
        found.append(icon_button(icons.ARROW_DOWNWARD_ROUNDED, _("Move down: {name}").format(name=name), down))
    edit = state.on(open_over, state, f"{PEOPLE}/{person.id}")
    delete = state.on(aims.delete, aims.people, person)
    return [
        *found,
        icon_button(icons.EDIT_ROUNDED, _("Edit: {name}").format(name=name), edit),
        icon_button(icons.DELETE_OUTLINE_ROUNDED, _("Delete: {name}").format(name=name), delete),
    ]
