"""The crisis lines of one country, and what to call in danger. Imports `domain` and `views`."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import flet as ft

from domain.lines import CrisisLine, Directory, Emergency, HelpLines, is_old, lines_for
from views import theme
from views.components.basics import Colour, Style, card, heading, line
from views.components.help_buttons import first_button, link_button
from views.components.help_words import (
    call_words,
    checked_words,
    danger_words,
    line_facts,
    page_words,
    text_words,
)
from views.state import TendState
from views.words import _

# 112 reaches emergency services in the EU and from most mobile phones (ITU-T E.161.1); 911 in North America.
EMERGENCY = ("112", "911")


def line_cards(state: TendState, shipped: HelpLines, country: str) -> list[ft.Control]:
    """A card for each line of a country: those open now first, and the first of them with the filled button."""
    name, found = shipped.name(country), lines_for(country, shipped.lines, state.now)
    return [_line_card(state, row, name, is_first=number == 0) for number, row in enumerate(found)]


def _line_card(state: TendState, row: CrisisLine, country: str, is_first: bool) -> ft.Control:
    parts: list[ft.Control] = [heading(row.name)]
    facts = " ".join(line_facts(row, country, state.now))
    parts.append(line(facts, Style.BODY_SMALL, Colour.ON_SURFACE_VARIANT))
    if row.call_link:
        parts.append((first_button if is_first else link_button)(call_words(row), row.call_link))
    if row.text_link:
        is_main = is_first and not row.call_link
        parts.append((first_button if is_main else link_button)(text_words(row), row.text_link, ft.Icons.SMS_ROUNDED))
    if row.page:
        parts.append(link_button(page_words(row.page), row.page, ft.Icons.OPEN_IN_NEW_ROUNDED, away=True))
    parts.append(line(_age(row, state.now.date()), Style.BODY_SMALL, Colour.ON_SURFACE_VARIANT))
    return card(_column(parts), key=f"line-{row.id}")


def _age(row: CrisisLine, today: date) -> str:
    words = [checked_words(row.checked_on)]
    if is_old(row, today):
        words.append(_("That is long ago. It may have changed."))
    return " ".join(words)


def source_lines(shipped: HelpLines, country: str) -> list[ft.Control]:
    """Where each number of a country was read, and when."""
    told = [(row.name, row.source, row.checked_on) for row in shipped.lines if row.country == country]
    emergency = shipped.emergencies.get(country)
    if emergency and emergency.digits:
        told.append((emergency.digits, "; ".join(emergency.sources), emergency.checked_on))
    words = [
        _("{name}: {source}").format(name=name, source=source) + ". " + checked_words(day) for name, source, day in told
    ]
    return [line(each, Style.BODY_SMALL, Colour.ON_SURFACE_VARIANT) for each in words]


def danger_card(shipped: HelpLines, country: str, guess: str, is_first: bool) -> ft.Control:
    """What to call in danger: the country's number; without one, those that phones know, and the guessed country's.

    `is_first`: there is no line above it, and the filled button stands here.
    """
    emergency = shipped.emergencies.get(country)
    parts: list[ft.Control] = [heading(_("In danger now?"))]
    if emergency and emergency.digits:
        said, numbers = danger_words(emergency), [_called(emergency.digits)]
    else:
        said, numbers = _("112 or 911 may work where you are."), [_called(digits) for digits in EMERGENCY]
        numbers += _guessed(shipped.emergencies.get(guess))
    if said:
        parts.append(line(said, Style.BODY_SMALL, Colour.ON_SURFACE_VARIANT))
    for place, (words, digits) in enumerate(numbers):
        button = first_button if is_first and place == 0 else link_button
        parts.append(button(words, f"tel:{digits}"))
    return card(_column(parts))


def _called(digits: str) -> tuple[str, str]:
    return _("Call {number}").format(number=digits), digits


def _guessed(emergency: Emergency | None) -> list[tuple[str, str]]:
    """The emergency number of the country somebody may be in, where it is another than the two."""
    if emergency is None or emergency.digits in ("", *EMERGENCY):
        return []
    words = _("In {country}: call {number}").format(country=emergency.name, number=emergency.digits)
    return [(words, emergency.digits)]


def directory_card(title: str, listed: Sequence[Directory]) -> ft.Control:
    """Lists of lines all over the world."""
    parts: list[ft.Control] = [
        heading(title),
        line(_("Lists of help lines. They need the internet."), Style.BODY_SMALL, Colour.ON_SURFACE_VARIANT),
    ]
    for place in listed:
        words = _("Open {site}").format(site=place.name)
        parts.append(link_button(words, place.page, ft.Icons.OPEN_IN_NEW_ROUNDED, away=True))
    return card(_column(parts))


def _column(parts: list[ft.Control]) -> ft.Control:
    return ft.Column(parts, spacing=theme.M, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)
