"""Somebody the person can ask: who they are, and every way to reach them. Imports `domain` and `views`."""

from __future__ import annotations

from collections.abc import Sequence

import flet as ft

from domain.people import Person, Role
from views import theme
from views.components.basics import Colour, Style, heading, line, text
from views.components.frame import ASK, open_over
from views.components.help_buttons import link_button
from views.state import TendState
from views.words import _, pgettext


def role_name(role: Role) -> str:
    """What somebody is to the person, in a word or two."""
    return {
        Role.FRIEND: _("Friend"),
        Role.FAMILY: _("Family"),
        Role.PEER: pgettext("role", "Peer"),
        Role.PROFESSIONAL: pgettext("role", "Professional"),
        Role.NEIGHBOUR: _("Neighbour"),
        Role.GROUP: _("Group or meeting"),
    }[role]


def person_words(person: Person) -> list[str]:
    """What stands below the name: their role, hours, place, notes, and what cannot be dialled, as it was typed."""
    words = [role_name(person.role)] if person.role else []
    words += [person.phone] if person.phone else []
    if person.phone and not person.call_link:
        words.append(_("Tend cannot call this."))
    if person.text_to:
        words.append(_("Texts: {number}").format(number=person.text_to))
    if person.text_to and not person.text_link():
        words.append(_("Tend cannot text this."))
    words += [person.email] if person.email else []
    if person.email and not person.mail_link():
        words.append(_("Tend cannot write to this."))
    return words + [told for told in (person.hours, person.where, person.notes) if told]


def person_parts(state: TendState, person: Person) -> list[ft.Control]:
    """The name, the words below it, and the buttons."""
    lines: list[ft.Control] = [heading(person.name, level=3)]
    lines += [line(words, Style.BODY_SMALL, Colour.ON_SURFACE_VARIANT) for words in person_words(person)]
    parts: list[ft.Control] = [
        ft.Column(lines, spacing=0, horizontal_alignment=ft.CrossAxisAlignment.STRETCH),
    ]
    buttons = _buttons(state, person)
    if buttons:
        parts.append(ft.Row(buttons, spacing=theme.S, run_spacing=theme.S, wrap=True))
    return parts


def _buttons(state: TendState, person: Person) -> list[ft.Control]:
    """Call, Text, E-mail, Ask, and the link of a group; each where there is a sound address for it."""
    name, icons = person.name, ft.Icons
    links = (
        (_("Call"), _("Call {name}").format(name=name), person.call_link, icons.CALL_ROUNDED),
        (_("Text"), _("Text {name}").format(name=name), person.text_link(), icons.SMS_ROUNDED),
        (_("E-mail"), _("E-mail {name}").format(name=name), person.mail_link(), icons.MAIL_ROUNDED),
    )
    found = [link_button(word, link, icon, spoken) for word, spoken, link, icon in links if link]
    if person.text_link() or person.mail_link():
        found.append(_ask(state, person))
    if person.link:
        spoken = _("Open the link of {name}").format(name=name)
        found.append(link_button(_("Open the link"), person.link, icons.OPEN_IN_NEW_ROUNDED, spoken, away=True))
    return found


def _ask(state: TendState, person: Person) -> ft.Control:
    def ask() -> None:
        state.aims.asking = person, ""
        open_over(state, ASK)

    return ft.OutlinedButton(
        text(_("Ask"), Style.LABEL_LARGE, semantics_label=_("Ask {name}").format(name=person.name)),
        icon=ft.Icons.DRAFTS_ROUNDED,
        icon_color=Colour.TERTIARY,
        key=f"ask-{person.id}",
        on_click=state.on(ask),
        style=ft.ButtonStyle(
            padding=ft.Padding.symmetric(horizontal=theme.L, vertical=theme.L),
            side=ft.BorderSide(1.5, Colour.OUTLINE),
        ),
    )


def shown_people(state: TendState) -> Sequence[Person]:
    """Everybody, in the person's order; nobody while Tend is locked: they are records like all others."""
    return () if state.is_locked else state.aims.people.all()
