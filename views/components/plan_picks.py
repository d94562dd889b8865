"""Picking a line of the plan from the person's skills, people and goals. Imports `domain` and `views`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import flet as ft

from domain.plan import Part, Source
from domain.plan_picks import sources_of
from domain.skill_search import Filter
from views import theme
from views.components.basics import Colour, Style, heading, line, text_button
from views.components.choices import choice, choices
from views.components.frame import PEOPLE, open_over
from views.guard import component
from views.state import TendState
from views.unwatched import Unwatched
from views.words import _

NEW_PERSON = f"{PEOPLE}/new"
AT_ONCE = 12  # more would make the form longer than the library


@dataclass(frozen=True)
class Picked:
    """Something of the person's, by its name now."""

    source: Source
    id: str
    name: str


def pick_from(
    state: TendState, part: Part, picked: Picked | None, pick: Callable[[Picked | None], None]
) -> list[ft.Control]:
    """The lists a line of this part can be picked from; none for a part of own words alone."""
    return [Lists(Unwatched(state), sources_of(part), picked, pick)] if sources_of(part) else []


@component
def Lists(
    passed: Unwatched, sources: tuple[Source, ...], picked: Picked | None, pick: Callable[[Picked | None], None]
) -> ft.Control:
    """A tap on a list opens it, a tap on something in it picks it, a second one lets it go."""
    state = passed.state
    opened, open_ = ft.use_state(sources[0] if len(sources) == 1 else picked.source if picked else None)
    limit, show = ft.use_state(AT_ONCE)

    def open_list(source: Source) -> None:
        show(AT_ONCE)
        open_(None if source is opened else source)

    parts: list[ft.Control] = [heading(_("Or pick one"))]
    if len(sources) > 1:
        names = {Source.SKILL: _("My skills"), Source.PERSON: _("My people"), Source.GOAL: _("My goals")}
        parts.append(choices([choice(names[it], it is opened, state.on(open_list, it)) for it in sources]))
    offered = _offered(state, opened, picked) if opened else []
    if opened and not offered:
        parts.append(line(_("There is nothing in this list yet."), Style.BODY_SMALL, Colour.ON_SURFACE_VARIANT))
        if opened is Source.PERSON:
            add = state.on(open_over, state, NEW_PERSON)
            parts.append(ft.Row([text_button(_("Add somebody"), add, icon=ft.Icons.PERSON_ADD_ROUNDED)], wrap=True))
    chips = [choice(it.name, it == picked, state.on(pick, None if it == picked else it)) for it in offered[:limit]]
    if chips:
        parts.append(choices(chips))
    if len(offered) > limit:
        more = state.on(show, limit + AT_ONCE)
        parts.append(ft.Row([text_button(_("Show more"), more, icon=ft.Icons.EXPAND_MORE_ROUNDED)]))
    return ft.Column(parts, spacing=theme.S, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)


def _offered(state: TendState, source: Source, picked: Picked | None) -> Sequence[Picked]:
    """What the list holds now; what was picked from it and is gone since stays in front."""
    aims = state.aims
    if source is Source.SKILL:
        found = [Picked(source, skill.id, skill.name) for skill in state.practice.found(Filter())]
    elif source is Source.PERSON:
        found = [Picked(source, person.id, person.name) for person in aims.people.all()]
    else:
        found = [Picked(source, goal.id, goal.words) for goal in aims.goals.all() if goal.farewell is None]
    first = [picked] if picked and picked.source is source and picked not in found[:AT_ONCE] else []
    return [*first, *(it for it in found if it not in first)]
