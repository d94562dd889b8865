"""The country whose help lines are shown: chosen by the person, and guessed before. Imports `domain` and `views`."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import timedelta

import flet as ft

from domain import countries
from views import theme
from views.components.basics import Colour, Style, card, line, text, text_button
from views.components.entry import field_style, with_room
from views.components.frame import COUNTRY, detail_bar, glowing_page, go
from views.guard import view_component
from views.retelling import PLACE, retell
from views.state import TendState
from views.words import _

AT_ONCE = 25  # countries; a phone takes a moment for 249


@view_component
def CountryChoice(state: TendState) -> ft.View:
    """A field to look for a country, and the countries; a tap chooses one and leads back."""
    words, look_for = ft.use_state("")
    limit, show = ft.use_state(AT_ONCE)
    emergencies = state.help_lines().emergencies
    names = {code: emergency.name for code, emergency in emergencies.items()}
    found = countries.found(names, words)
    before = state.retold[1] if state.retold else ""  # a name, perhaps, which no country has
    likely = [code for code in (state.preferences.country, before, guess_of(state)) if code in names]
    if not words.strip():
        found = tuple(dict.fromkeys((*likely, *found)))

    def write(typed: str) -> None:
        look_for(typed)
        show(AT_ONCE)

    async def pick(code: str) -> None:
        await choose(state, code)
        go(state.trail.came_from(COUNTRY))

    field = ft.TextField(
        value=words, label=_("Look for a country"), key="country", on_change=state.on_value(write), **field_style()
    )
    parts: list[ft.Control] = [
        line(_("Help lines and the emergency number are shown for it."), colour=Colour.ON_SURFACE_VARIANT),
        with_room(field),
    ]
    if found:
        chosen = state.preferences.country
        options = [_option(state, code, names[code], code == chosen, pick) for code in found[:limit]]
        stretch = ft.CrossAxisAlignment.STRETCH
        parts.append(card(ft.Column(options, spacing=0, horizontal_alignment=stretch), padding=theme.S))
    else:
        parts.append(line(_("No country is called so here. Fewer letters may help.")))
    if len(found) > limit:
        more = state.on(show, len(found))
        parts.append(ft.Row([text_button(_("Show all"), more, icon=ft.Icons.EXPAND_MORE_ROUNDED)]))
    page = glowing_page(detail_bar(state, _("Country"), COUNTRY), parts, theme.BLUE)
    return ft.View(controls=[page], padding=0, fullscreen_dialog=True)


def _option(state: TendState, code: str, name: str, chosen: bool, pick: Callable[[str], object]) -> ft.Control:
    tick = ft.Icons.CHECK_CIRCLE_ROUNDED if chosen else ft.Icons.RADIO_BUTTON_UNCHECKED_ROUNDED
    spoken = _("{step}, chosen").format(step=name) if chosen else name
    words = text(name, Style.BODY_LARGE, semantics_label=spoken, expand=True)
    return ft.TextButton(
        content=ft.Row([ft.Icon(tick, color=Colour.TERTIARY, size=22), words], spacing=theme.M),
        key=f"country-{code}",
        on_click=state.on(pick, code),
        style=ft.ButtonStyle(
            padding=ft.Padding.symmetric(horizontal=theme.M, vertical=theme.M),
            shape=ft.RoundedRectangleBorder(radius=theme.FIELD),
            alignment=ft.Alignment.CENTER_LEFT,
        ),
    )


async def choose(state: TendState, code: str) -> None:
    """Show the lines of this country from now on.

    While Tend is locked the choice is kept beside the records, for help is never locked; they take it over when they
    open, unless they hold one already.
    """
    await retell(state, PLACE, code)
    if state.is_locked:
        state.problem = None


def guess_of(state: TendState) -> str:
    """The country that the language and clock of this device speak for; "" where they name none. Nobody is asked."""
    offset = state.now.utcoffset() or timedelta(0)
    return countries.guessed(os.environ.get("TEND_LOCALE", ""), offset, state.help_lines().emergencies)


def country_words(state: TendState) -> str:
    """The name of the chosen country, or that there is none."""
    code = state.preferences.country
    return state.help_lines().name(code) if code else _("Not chosen yet.")
