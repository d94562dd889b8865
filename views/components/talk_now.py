"""What Help now offers first: the line to call, the one to text, what to call in danger. Imports `domain` and `views`.

On most phones it stands in reach of the thumb, under the page; in large text, in few lines of a screen turned sideways
and on a small one, it is the first card of the page and scrolls with it.
"""

from __future__ import annotations

import flet as ft

from domain.lines import CrisisLine, Directory, Emergency, HelpLines, Service, at_hand, lines_for
from views import theme
from views.components.basics import Colour, Style, card, heading, line, page_width, text_button
from views.components.frame import COUNTRY, open_over
from views.components.help_buttons import change_button, first_button, link_button, to_copy, with_change
from views.components.help_line import EMERGENCY, age_words, column, directory_button
from views.components.help_words import call_words, danger_words, first_facts, text_words
from views.country import choose
from views.state import TendState
from views.words import _

# Free directory of crisis lines by country, run by ThroughLine; seen November 2026. Where nothing else was read.
DIRECTORIES = (Directory("findahelpline.com", "https://findahelpline.com/"),)


def talk_now(state: TendState, shipped: HelpLines, country: str, guess: str, is_fixed: bool) -> ft.Control:
    """The panel, under the page where it `is_fixed`, or as a card in it. `guess`: while no country is chosen."""
    offered = at_hand(lines_for(country, shipped.lines, state.now), state.now) if country else ()
    # Alone in a layer, a heading without a place of its own would make one heading of all that stands there.
    parts: list[ft.Control] = [heading(_("Talk to someone now"), container=True)]
    if not country:
        parts += _asking(state, shipped, guess)
    elif offered:
        parts += _lines(state, offered)
    else:
        parts.append(_quiet(_("Tend knows no line in {country} yet.").format(country=shipped.name(country))))
        parts.append(directory_button((shipped.directories or DIRECTORIES)[0]))
    parts += _danger(state, shipped, country, guess, is_first=not offered)
    if country:
        parts.append(_foot(state, shipped, country, offered))
    content = column(parts, theme.S)
    if not is_fixed:
        return card(content)
    return ft.Container(
        page_width(content),
        bgcolor=Colour.SURFACE_CONTAINER_LOW,
        border_radius=ft.BorderRadius.only(top_left=theme.SHEET, top_right=theme.SHEET),
        border=ft.Border.only(top=ft.BorderSide(1, Colour.OUTLINE_VARIANT)),
        padding=ft.Padding.only(top=theme.L, bottom=theme.S),
    )


def _quiet(words: str) -> ft.Control:
    return line(words, Style.BODY_SMALL, Colour.ON_SURFACE_VARIANT)


def _lines(state: TendState, offered: tuple[CrisisLine, ...]) -> list[ft.Control]:
    """What to know of the first line, and a button for each: the first filled, and the one a keyboard begins at."""
    first = offered[0]
    name = first.name if first.name.endswith(("?", ".")) else _("{name}.").format(name=first.name)
    parts = [_quiet(" ".join((name, *first_facts(first, state.now))))]
    ways = [(call_words(row), row.call_link, ft.Icons.CALL_ROUNDED, row) for row in offered if row.call_link]
    ways += [(text_words(row), row.text_link, ft.Icons.SMS_ROUNDED, row) for row in offered if row.text_link]
    ways.sort(key=lambda way: way[3] is not first)
    for place, (words, link, icon, row) in enumerate(ways):
        if link == row.call_link:
            parts += to_copy(state, row.digits)
        if place == 0:
            parts.append(first_button(words, link or "", icon, has_focus=True))
        else:
            spoken = words if row is first else _("{words}, {name}").format(words=words, name=row.name)
            parts.append(link_button(words, link or "", icon, spoken, is_tonal=True))
    return parts


def _asking(state: TendState, shipped: HelpLines, guess: str) -> list[ft.Control]:
    """Nothing was chosen yet: the country that the device's language names, in one tap, or any other."""
    buttons: list[ft.Control] = []
    if guess:
        words = _("I am in {country}").format(country=shipped.name(guess))
        buttons.append(text_button(words, state.on(choose, state, guess), icon=ft.Icons.PLACE_ROUNDED))
    pick = _("Another country") if guess else _("Pick your country")
    buttons.append(text_button(pick, state.on(open_over, state, COUNTRY), icon=ft.Icons.PUBLIC_ROUNDED))
    return [_quiet(_("No country is chosen yet.")), ft.Row(buttons, spacing=theme.S, wrap=True)]


def _danger(state: TendState, shipped: HelpLines, country: str, guess: str, is_first: bool) -> list[ft.Control]:
    """What to call in danger: the country's number; without one, those that phones know, and the guessed country's.

    `is_first`: there is no line above it, and the filled button stands here.
    """
    emergency = shipped.emergencies.get(country)
    if emergency and emergency.digits:
        says_more = emergency.is_general or emergency.service in (Service.AMBULANCE, Service.POLICE)
        said = danger_words(emergency) if says_more else ""
        numbers = [(_("In danger now? Call {number}").format(number=emergency.digits), emergency.digits)]
    else:
        said = _("In danger now? 112 or 911 may work where you are.")
        numbers = [(_("Call {number}").format(number=digits), digits) for digits in EMERGENCY]
        numbers += _guessed(shipped.emergencies.get(guess))
    parts = [_quiet(said)] if said else []
    for place, (words, digits) in enumerate(numbers):
        parts += to_copy(state, digits)
        if is_first and place == 0:
            parts.append(first_button(words, f"tel:{digits}", ft.Icons.EMERGENCY_ROUNDED, has_focus=True))
        else:
            parts.append(link_button(words, f"tel:{digits}", ft.Icons.EMERGENCY_ROUNDED))
    return parts


def _guessed(emergency: Emergency | None) -> list[tuple[str, str]]:
    """The emergency number of the country somebody may be in, where it is another than the two."""
    if emergency is None or emergency.digits in ("", *EMERGENCY):
        return []
    words = _("In {country}: call {number}").format(country=emergency.name, number=emergency.digits)
    return [(words, emergency.digits)]


def _foot(state: TendState, shipped: HelpLines, country: str, offered: tuple[CrisisLine, ...]) -> ft.Control:
    """Which country this is, and whether it has to be: a short code means nothing, or something else, abroad; when its
    line was checked, and the way to another country."""
    is_short = any(row.works_inside_country for row in offered)
    name = _("Works inside {country}.") if is_short else _("{country}.")
    said = [name.format(country=shipped.name(country))]
    said += [age_words(offered[0], state.now.date())] if offered else []
    change = change_button(_("Change the country"), state.on(open_over, state, COUNTRY))
    return with_change(state, _quiet(" ".join(said)), change)
