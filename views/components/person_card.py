"""Somebody the person can ask: who they are, and every way to reach them. Imports `domain` and `views`."""

from __future__ import annotations

from collections.abc import Sequence

import flet as ft

from domain.people import Person, Role, apart
from views import theme
from views.components.basics import Colour, Style, heading, line
from views.components.frame import ASK, open_over
from views.components.help_buttons import pill, pill_link, to_copy
from views.state import TendState
from views.words import _, pgettext

BESIDE = 3  # buttons that fit beside a name


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
    """The name, everything written below it, and the buttons."""
    lines = [line(words, Style.BODY_SMALL, Colour.ON_SURFACE_VARIANT) for words in person_words(person)]
    return [_named(person, lines), *_to_copy(state, person), *_below(_ways(state, person))]


def brief_parts(state: TendState, person: Person, is_wide: bool) -> list[ft.Control]:
    """The name and what to know before one calls, with the buttons beside where there is room for them."""
    said = brief_words(person)
    lines = [line(said, Style.BODY_SMALL, Colour.ON_SURFACE_VARIANT)] if said else []
    named, ways = _named(person, lines), _ways(state, person)
    if not is_wide or len(ways) > BESIDE:
        return [named, *_to_copy(state, person), *_below(ways)]
    beside = ft.Row([ft.Container(named, expand=True), ft.Row(ways, spacing=theme.S, tight=True)], spacing=theme.S)
    return [beside, *_to_copy(state, person)]


def brief_words(person: Person) -> str:
    """What somebody is, when to call, what was noted, and what cannot be dialled, one after the other.

    >>> brief_words(Person("m", "Maya", "0123", role=Role.FAMILY, notes="Will come over.", hours="Not after ten"))
    'Family. Not after ten. Will come over.'
    """
    words = [role_name(person.role)] if person.role and not person.is_group else []
    if person.phone and not person.call_link:
        words += [person.phone, _("Tend cannot call this.")]
    if person.email and not person.mail_link():
        words += [person.email, _("Tend cannot write to this.")]
    place = "" if person.link else person.where
    words += [told.strip() for told in (person.hours, place, person.notes) if told.strip()]
    return " ".join(told if told[-1] in ".?!…:;," else _("{words}.").format(words=told) for told in words)


def _named(person: Person, lines: list[ft.Control]) -> ft.Control:
    stretch = ft.CrossAxisAlignment.STRETCH
    return ft.Column(
        [heading(person.name, Style.TITLE_SMALL, level=3), *lines], spacing=0, horizontal_alignment=stretch
    )


def _to_copy(state: TendState, person: Person) -> list[ft.Control]:
    return to_copy(state, person.phone) if person.call_link else []


def _below(ways: list[ft.Control]) -> list[ft.Control]:
    return [ft.Row(ways, spacing=theme.S, run_spacing=theme.S, wrap=True)] if ways else []


def _ways(state: TendState, person: Person) -> list[ft.Control]:
    """Call, Text, E-mail, Ask, and the link of a group; each where there is a sound address for it."""
    name, icons = person.name, ft.Icons
    links = (
        (icons.CALL_ROUNDED, _("Call"), _("Call {name}").format(name=name), person.call_link),
        (icons.SMS_ROUNDED, _("Text"), _("Text {name}").format(name=name), person.text_link()),
        (icons.MAIL_ROUNDED, _("E-mail"), _("E-mail {name}").format(name=name), person.mail_link()),
    )
    found = [pill_link(icon, word, spoken, link) for icon, word, spoken, link in links if link]
    if person.text_link() or person.mail_link():
        found.append(_ask(state, person))
    if person.link:
        spoken = _("Open the link of {name}").format(name=name)
        found.append(pill_link(icons.OPEN_IN_NEW_ROUNDED, _("Open"), spoken, person.link, away=True))
    return found


def _ask(state: TendState, person: Person) -> ft.Control:
    def ask() -> None:
        state.aims.asking = person, ""
        open_over(state, ASK)

    spoken = _("Ask {name}").format(name=person.name)
    return pill(ft.Icons.DRAFTS_ROUNDED, _("Ask"), spoken, on_click=state.on(ask), key=f"ask-{person.id}")


def shown_people(state: TendState) -> tuple[Sequence[Person], Sequence[Person]]:
    """The people, and the groups and meetings, in the person's order; nobody while Tend is locked: they are records."""
    return ((), ()) if state.is_locked else apart(state.aims.people.all())
