"""Help now: reach somebody in one tap. Imports `domain` and `views`."""

from __future__ import annotations

import flet as ft

from domain.lines import Directory, HelpLines
from views import theme
from views.components.basics import Colour, Style, card, heading, line, text_button
from views.components.frame import COUNTRY, HELP, PEOPLE, SAFETY, SKILLS, detail_bar, glowing_page, go, open_over
from views.components.help_line import danger_card, directory_card, line_cards, source_lines
from views.components.person_card import person_parts, shown_people
from views.components.rows import row
from views.country import choose, guess_of
from views.guard import component, view_component
from views.practice import Practice
from views.state import TendState
from views.words import _

AT_ONCE = 3  # people
# Free directory of crisis lines by country, run by ThroughLine; seen November 2026. Where nothing else was read.
DIRECTORIES = (Directory("findahelpline.com", "https://findahelpline.com/"),)


@view_component
def HelpNow(state: TendState) -> ft.View:
    """The lines of the country first, then the emergency number, then the person's own people.

    It never changes with energy, and is never locked; what a lock hides are the people.
    """
    shipped, country = state.help_lines(), state.preferences.country
    guess = "" if country else guess_of(state)
    parts: list[ft.Control] = [line(_("You do not have to do this alone."), Style.TITLE_MEDIUM)]
    cards = line_cards(state, shipped, country or guess)
    if country:
        parts += cards or [_unlisted(shipped, country)]
        parts.append(danger_card(shipped, country, "", is_first=not cards))
        parts.append(CountryLine(state, shipped, country))
    else:
        parts.append(_asking(state, shipped, guess))
        parts.append(danger_card(shipped, "", guess, is_first=not cards))
        if cards:
            parts.append(heading(_("Help lines in {country}").format(country=shipped.name(guess))))
            parts += cards
    parts += [People(state), *_safety_plan(state), Breath(state, state.practice)]
    if not country or cards:
        parts.append(directory_card(_("Other help lines"), shipped.directories or DIRECTORIES))
    page = glowing_page(detail_bar(state, _("Help now"), HELP, with_help=False), parts, Colour.TERTIARY_FIXED)
    return ft.View(controls=[page], padding=0, fullscreen_dialog=True)


def _asking(state: TendState, shipped: HelpLines, guess: str) -> ft.Control:
    """Nothing was chosen yet: the country that the device's language names, in one tap, or any other."""
    parts: list[ft.Control] = [
        heading(_("Where are you?")),
        line(_("No country is chosen yet."), Style.BODY_SMALL, Colour.ON_SURFACE_VARIANT),
    ]
    buttons: list[ft.Control] = []
    if guess:
        words = _("I am in {country}").format(country=shipped.name(guess))
        buttons.append(text_button(words, state.on(choose, state, guess), icon=ft.Icons.PLACE_ROUNDED))
    pick = _("Another country") if guess else _("Pick your country")
    buttons.append(text_button(pick, state.on(open_over, state, COUNTRY), icon=ft.Icons.PUBLIC_ROUNDED))
    return card(ft.Column([*parts, ft.Row(buttons, spacing=theme.S, wrap=True)], spacing=theme.S))


def _unlisted(shipped: HelpLines, country: str) -> ft.Control:
    title = _("Tend knows no line in {country} yet.").format(country=shipped.name(country))
    return directory_card(title, shipped.directories or DIRECTORIES)


@component
def CountryLine(state: TendState, shipped: HelpLines, country: str) -> ft.Control:
    """Which country this is, the way to another, and on a tap where the numbers come from."""
    is_open, show = ft.use_state(False)
    folds = _("Hide the sources") if is_open else _("Where these numbers come from")
    buttons = [
        text_button(_("Change the country"), state.on(open_over, state, COUNTRY), icon=ft.Icons.PUBLIC_ROUNDED),
        text_button(folds, state.on(show, not is_open), icon=ft.Icons.INFO_OUTLINE_ROUNDED),
    ]
    parts: list[ft.Control] = [
        line(_("These are for {country}.").format(country=shipped.name(country))),
        ft.Row(buttons, spacing=theme.S, wrap=True),
    ]
    if is_open:
        parts += source_lines(shipped, country)
    return ft.Column(parts, spacing=theme.XS, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)


@component
def People(state: TendState) -> ft.Control:
    """The first few people with every way to them, then the others on a tap; while Tend is locked, no one."""
    shows_all, show_all = ft.use_state(False)
    people = shown_people(state)
    parts: list[ft.Control] = [heading(_("My people"))]
    if state.is_locked:
        parts.append(line(_("They show once Tend is open."), Style.BODY_SMALL, Colour.ON_SURFACE_VARIANT))
        return card(ft.Column(parts, spacing=theme.S))
    for number, person in enumerate(people if shows_all else people[:AT_ONCE]):
        divider = [ft.Divider(height=1)] if number else []
        content = [*divider, *person_parts(state, person)]
        parts.append(ft.Column(content, spacing=theme.M, key=person.id))
    if len(people) > AT_ONCE and not shows_all:
        more = text_button(_("More people"), state.on(show_all, True), icon=ft.Icons.EXPAND_MORE_ROUNDED)
        parts.append(ft.Row([more]))
    name = _("Change my people") if people else _("Add one person you trust")
    said = _("Who they are, and how to reach them.") if people else _("So asking is easy later.")
    opens = state.on(open_over, state, PEOPLE if people else f"{PEOPLE}/new")
    parts.append(row(ft.Icons.PEOPLE_ROUNDED, name, said, opens))
    return card(ft.Column(parts, spacing=theme.M, horizontal_alignment=ft.CrossAxisAlignment.STRETCH))


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
    return [card(row(ft.Icons.MAP_ROUNDED, _("Open my safety plan"), said, state.on(read)))]


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

    return card(row(ft.Icons.AIR_ROUNDED, skill.name, _("Breathe with a circle, at once."), state.on(breathe)))
