"""Help now: reach somebody in one tap. Imports `domain` and `views`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import flet as ft

from domain.lines import HelpLines
from domain.people import Person
from views import theme
from views.components.basics import Colour, Style, card, heading, line, text_button
from views.components.frame import HELP, PEOPLE, SAFETY, SKILLS, detail_bar, glowing_page, go, open_over
from views.components.help_buttons import change_button, with_change
from views.components.help_line import column, directory_card, line_cards, source_lines
from views.components.person_card import brief_parts, shown_people
from views.components.rows import row
from views.components.talk_now import DIRECTORIES, talk_now
from views.country import guess_of
from views.guard import component, view_component
from views.practice import Practice
from views.state import TendState
from views.words import _

AT_ONCE = 3  # people, and groups
TALL, TALL_TO_COPY = 600, 760  # logical pixels from which the panel leaves room above it
WIDE = 380  # from which a name has room beside its buttons


@dataclass(frozen=True)
class Room:
    """How much of the screen there is."""

    width: float
    height: float


@view_component
def HelpNow(state: TendState) -> ft.View:
    """Whom to talk to now, in reach of the thumb; the person's own people above, and beneath them everything else.

    It never changes with energy, and is never locked; what a lock hides are the people.
    """
    window = ft.context.page
    room, see = ft.use_state(Room(window.width or WIDE, window.height or TALL))
    shipped, country = state.help_lines(), state.preferences.country
    guess = "" if country else guess_of(state)
    is_fixed = room.height >= (TALL if state.can_call else TALL_TO_COPY) and not state.large_text
    panel = talk_now(state, shipped, country, guess, is_fixed)
    is_wide = room.width >= WIDE and not state.large_text
    parts: list[ft.Control] = [
        line(_("You do not have to do this alone."), Style.BODY_LARGE),
        *([] if is_fixed else [panel]),
        People(state, is_wide),
        *_safety_plan(state),
        Breath(state, state.practice),
        *_lines(state, shipped, country, guess),
        directory_card(_("Other help lines"), shipped.directories or DIRECTORIES),
        *([Sources(state, shipped, country or guess)] if country or guess else []),
    ]
    page = glowing_page(
        detail_bar(state, _("Help now"), HELP, with_help=False),
        parts,
        theme.BLUE,
        heard_first=panel if is_fixed else None,
        on_size=lambda event: see(Room(event.width, event.height)),
    )
    return ft.View(controls=[page], padding=0, fullscreen_dialog=True)


def _lines(state: TendState, shipped: HelpLines, country: str, guess: str) -> list[ft.Control]:
    cards = line_cards(state, shipped, country or guess, is_chosen=bool(country))
    name = shipped.name(country or guess)
    return [heading(_("Help lines in {country}").format(country=name)), *cards] if cards else []


@component
def Sources(state: TendState, shipped: HelpLines, country: str) -> ft.Control:
    """On a tap, where the numbers come from."""
    is_open, show = ft.use_state(False)
    folds = _("Hide the sources") if is_open else _("Where these numbers come from")
    button = text_button(folds, state.on(show, not is_open), icon=ft.Icons.INFO_OUTLINE_ROUNDED)
    told = source_lines(shipped, country) if is_open else []
    return column([ft.Row([button], wrap=True), *told], theme.XS)


@component
def People(state: TendState, is_wide: bool) -> ft.Control:
    """The first few people, then groups and meetings where there are any; while Tend is locked, nobody."""
    people, groups = shown_people(state)
    if state.is_locked:
        said = line(_("They show once Tend is open."), Style.BODY_SMALL, Colour.ON_SURFACE_VARIANT)
        return column([heading(_("My people")), card(column([said]))], theme.S)
    title = heading(_("My people"))
    if people or groups:
        title = with_change(state, title, change_button(_("Change my people"), state.on(open_over, state, PEOPLE)))
    parts: list[ft.Control] = [title]
    if people:
        parts.append(Some(state, people, is_wide, _("More people")))
    else:
        name, said = _("Add one person you trust"), _("So asking is easy later.")
        opens = state.on(open_over, state, f"{PEOPLE}/new")
        parts.append(card(row(ft.Icons.PEOPLE_ROUNDED, name, said, opens), padding=theme.XS))
    if groups:
        parts += [heading(_("Groups and meetings")), Some(state, groups, is_wide, _("More groups and meetings"))]
    return column(parts, theme.S)


@component
def Some(state: TendState, people: Sequence[Person], is_wide: bool, more: str) -> ft.Control:
    """The first of them on a card, the others on a tap."""
    shows_all, show_all = ft.use_state(False)
    parts: list[ft.Control] = []
    for number, person in enumerate(people if shows_all else people[:AT_ONCE]):
        divider = [ft.Divider(height=1)] if number else []
        parts.append(ft.Column([*divider, *brief_parts(state, person, is_wide)], spacing=theme.M, key=person.id))
    if len(people) > AT_ONCE and not shows_all:
        parts.append(ft.Row([text_button(more, state.on(show_all, True), icon=ft.Icons.EXPAND_MORE_ROUNDED)]))
    return card(column(parts))


def _safety_plan(state: TendState) -> list[ft.Control]:
    """The person's own plan for a crisis, to be read; while Tend is locked it is hidden like all they wrote."""
    if state.is_locked:
        return []

    def read() -> None:
        state.plan.is_for_reading = True
        below = state.trail.came_from(HELP)
        if not state.trail.leads_over(SAFETY, below):  # otherwise it waits beneath
            state.trail.opened_over(SAFETY, below)  # as the breath does: Back ends where Help now was opened
        go(SAFETY)

    said = _("What you wrote for times like this.")
    return [card(row(ft.Icons.MAP_ROUNDED, _("Open my safety plan"), said, state.on(read)), padding=theme.XS)]


@component
def Breath(state: TendState, practice: Practice) -> ft.Control:
    """A breath at the second tap from anywhere; it leads back to where Help now was opened, for Back to end there."""
    skill = None if state.is_locked else practice.breath()
    if skill is None:
        return ft.Container(visible=False)
    player, below = f"{SKILLS}/{skill.id}/play", state.trail.came_from(HELP)

    def breathe() -> None:
        if below != player:  # otherwise it waits beneath, and goes on
            practice.playing.pop(skill.id, None)
            state.trail.opened_over(player, below)
        go(player)

    said = _("Breathe with a circle, at once.")
    return card(row(ft.Icons.AIR_ROUNDED, skill.name, said, state.on(breathe)), padding=theme.XS)
