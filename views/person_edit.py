"""Somebody new among the people, or somebody to be told otherwise. Imports `domain` and `views`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

import flet as ft

from domain.errors import InputRefused, TooMany
from domain.ordering import place_at_end
from domain.people import LONGEST, MOST_ASKS, Person, Role, asks_in, refusals, see_asks
from views import theme
from views.aims import Aims
from views.components.aftermath import trouble
from views.components.basics import Colour, Style, heading, line, main_button, text_button
from views.components.choices import choice, choices
from views.components.entry import field_style, with_room
from views.components.frame import PEOPLE, detail_bar, glowing_page, go
from views.components.person_card import role_name
from views.components.rows import switch_row
from views.doing import new_id
from views.guard import view_component
from views.numbers import normalised
from views.state import TendState
from views.wording import calm_words
from views.words import _

NEW, NEW_GROUP = "new", "group"  # in the route
LINES = 8
# The fields, and where a refusal is said; own messages stand one to a line.
NAME, WHERE, HOURS, PHONE = "name", "where", "hours", "phone"
TEXT_TO, EMAIL, NOTES, ASKS = "text_to", "email", "notes", "asks"
ROLE, FIRST = "role", "on_first_aid"

Written = dict[str, Any]  # what was changed, by field


@dataclass
class Page:
    """One visit to the form: whom it is of, as they were, and what was refused, by its field."""

    place: str
    start: Person | None = None  # None: they are not there any more
    refused: dict[str, str] = field(default_factory=dict)
    is_saving: bool = False

    @property
    def is_new(self) -> bool:
        """True for somebody who is not among the people yet."""
        return self.place in (NEW, NEW_GROUP)

    @property
    def draft_name(self) -> str:
        """Where its unsaved words are among those begun."""
        return f"{PEOPLE}/{self.place}"


@view_component
def PersonEdit(state: TendState, aims: Aims) -> ft.View:
    """The fields of the one the route names; what is typed is a draft until it is saved."""
    place = ft.use_route_params().get("id", NEW)
    visit = ft.use_ref(None)
    _drawn, draw = ft.use_state(0)
    if visit.current is None or visit.current.place != place:
        is_new = place in (NEW, NEW_GROUP)
        visit.current = Page(place, somebody_new(aims, place) if is_new else aims.people.get(place))
    page: Page = visit.current

    def put(words: Mapping[str, Any], again: bool = False) -> None:
        aims.begun[page.draft_name] = {**aims.begun.get(page.draft_name, {}), **words}
        if again:
            draw(lambda drawn: drawn + 1)

    async def save() -> None:
        if not page.is_saving:  # a second tap finds it on its way
            page.is_saving = True
            try:
                if await kept(state, aims, page):
                    go(state.trail.came_from(page.draft_name))
            finally:
                page.is_saving = False
                draw(lambda drawn: drawn + 1)

    def cancel() -> None:
        aims.begun.pop(page.draft_name, None)
        go(state.trail.came_from(page.draft_name))

    parts = trouble(state)
    if page.start:
        parts += _form(state, page.start, page, aims.begun.get(page.draft_name, {}), put)
        parts += [main_button(_("Save"), state.on(save)), ft.Row([text_button(_("Cancel"), state.on(cancel))])]
    else:
        parts.append(line(_("They are not here any more.")))
    named = {NEW: _("Somebody new"), NEW_GROUP: _("A group or meeting")}
    title = named.get(place) or (page.start.name if page.start else _("My people"))
    shown = glowing_page(detail_bar(state, title, page.draft_name), parts, theme.BLUE)
    return ft.View(controls=[shown], padding=0, fullscreen_dialog=True)


def somebody_new(aims: Aims, place: str) -> Person:
    """Who is not among the people yet, as the form for them begins."""
    role = Role.GROUP if place == NEW_GROUP else None
    return Person(new_id(), "-", place=place_at_end(aims.people.all()), role=role)


def _held(start: Person, written: Written, is_new: bool) -> dict[str, str]:
    """What stands in each text field."""
    kept = {name: "" if is_new and name == NAME else getattr(start, name) for name in LONGEST}
    return kept | {name: words for name, words in written.items() if name in LONGEST}


def _form(state: TendState, start: Person, page: Page, written: Written, put: Any) -> list[ft.Control]:
    held, role = _held(start, written, page.is_new), written.get(ROLE, start.role)
    held[ASKS] = written.get(ASKS, "\n".join(start.asks))
    is_group, typed = role is Role.GROUP, _typing(state, page, held, put)
    phone, long = ft.KeyboardType.PHONE, {"multiline": True, "min_lines": 1, "max_lines": LINES}
    parts: list[ft.Control] = [typed(NAME, _("Name")), heading(_("What are they to me?")), _roles(state, role, put)]
    if is_group or held[WHERE]:
        parts.append(typed(WHERE, _("Where, or a link"), **long))
    parts += [
        typed(HOURS, _("When it meets") if is_group else _("Good times, in my words")),
        typed(PHONE, _("Phone"), keyboard_type=phone),
        typed(TEXT_TO, _("Number for texts, if it is another"), keyboard_type=phone),
        typed(EMAIL, _("E-mail"), keyboard_type=ft.KeyboardType.EMAIL),
        typed(NOTES, _("A note") if is_group else _("Notes, such as: good for a walk"), **long),
        typed(ASKS, _("My own messages to them, one on each line"), **long),
        _on_first_page(state, written.get(FIRST, start.on_first_aid), put),
    ]
    return parts


def short_form(state: TendState, start: Person, page: Page, written: Written, put: Any) -> list[ft.Control]:
    """Who somebody is and how to call them: enough to ask. `put` keeps what is typed, as in the whole form."""
    typed = _typing(state, page, _held(start, written, page.is_new), put)
    alone = tuple(role for role in Role if role is not Role.GROUP)
    phone = typed(PHONE, _("Phone"), keyboard_type=ft.KeyboardType.PHONE)
    return [typed(NAME, _("Name")), _roles(state, written.get(ROLE, start.role), put, alone), phone]


def _typing(state: TendState, page: Page, held: Mapping[str, str], put: Any) -> Callable[..., ft.Control]:
    """Makes a text field of the form, by its name and label."""

    def typed(name: str, label: str, **more: Any) -> ft.Control:
        control = ft.TextField(
            value=held[name],
            label=label,
            key=f"{page.place}-{name}",
            error=page.refused.get(name),
            error_max_lines=4,
            on_change=state.on_value(lambda words: put({name: words})),
            **more,
            **field_style(),
        )
        return with_room(control)

    return typed


def _roles(state: TendState, chosen: Role | None, put: Any, offered: Iterable[Role] = Role) -> ft.Control:
    def pick(role: Role) -> None:
        put({ROLE: None if role is chosen else role}, again=True)

    return choices([choice(role_name(role), role is chosen, state.on(pick, role)) for role in offered])


def _on_first_page(state: TendState, is_on: bool, put: Any) -> ft.Control:
    turn = state.on(lambda: put({FIRST: not is_on}, again=True))
    sentence = line(_("It opens before Tend does, and works without it."), Style.BODY_SMALL, Colour.ON_SURFACE_VARIANT)
    return ft.Column([switch_row(_("Show on the first page"), is_on, turn), sentence], spacing=theme.XS)


async def kept(state: TendState, aims: Aims, page: Page) -> bool:
    """Keep them, or say by each field why not; the answer is which of the two."""
    written: Written = aims.begun.get(page.draft_name, {})
    start = page.start
    if start is None:
        return False
    held = _held(start, written, page.is_new)
    page.refused = {name: calm_words(error).title for name, error in refusals(held).items()}
    # What was changed, over how they stand now: they may have moved, or got another message, since the form opened.
    changed: dict[str, Any] = {name: held[name].strip() for name in LONGEST if name in written}
    changed |= {name: written[name] for name in (ROLE, FIRST) if name in written}
    changed |= {ASKS: asks_in(written[ASKS])} if ASKS in written else {}
    try:
        see_asks(changed.get(ASKS, ()))
    except TooMany:
        page.refused[ASKS] = _("Up to {count} messages fit.").format(count=MOST_ASKS)
    except InputRefused as error:
        page.refused[ASKS] = calm_words(error).title
    if page.refused:
        return False
    for number in (PHONE, TEXT_TO):
        if number in changed:
            changed[number] = normalised(changed[number], state.preferences.country)
    await aims.people.keep(replace(aims.people.get(page.place) or start, **changed))
    aims.begun.pop(page.draft_name, None)
    return True
