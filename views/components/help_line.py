"""The crisis lines of one country, card by card, lists of lines, and where each was read. Imports `domain` and `views`.

What stands above them, to be reached first, is `views.components.talk_now`.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import flet as ft

from domain.lines import CrisisLine, Directory, HelpLines, Tier, at_hand, is_old, lines_for
from views import theme
from views.components.basics import Colour, Style, card, heading, line
from views.components.help_buttons import link_button, to_copy
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


def line_cards(state: TendState, shipped: HelpLines, country: str, is_chosen: bool) -> list[ft.Control]:
    """What is known of each line of a country, those open now first.

    Once the country `is_chosen`, the buttons of what is offered first stand above and are left out here.
    """
    name, found = shipped.name(country), lines_for(country, shipped.lines, state.now)
    above = at_hand(found, state.now) if is_chosen else ()
    return [_line_card(state, row, name, row in above) for row in found]


def _line_card(state: TendState, row: CrisisLine, country: str, is_above: bool) -> ft.Control:
    facts = " ".join(line_facts(row, country, state.now))
    parts: list[ft.Control] = [heading(row.name, level=3), line(facts, Style.BODY_SMALL, Colour.ON_SURFACE_VARIANT)]
    if row.call_link and not is_above:
        parts += [*to_copy(state, row.digits), link_button(call_words(row), row.call_link)]
    if row.text_link and not is_above:
        parts.append(link_button(text_words(row), row.text_link, ft.Icons.SMS_ROUNDED))
    if row.page:
        parts.append(link_button(page_words(row.page), row.page, ft.Icons.OPEN_IN_NEW_ROUNDED, away=True))
    told = " ".join(filter(None, [_read_words(row), age_words(row, state.now.date())]))
    parts.append(line(told, Style.BODY_SMALL, Colour.ON_SURFACE_VARIANT))
    return card(column(parts), key=f"line-{row.id}")


def _read_words(row: CrisisLine) -> str:
    """How well a line is known, where that is less than well."""
    return _("Read in a list made by others.") if row.tier is Tier.COLLECTED else ""


def age_words(row: CrisisLine, today: date) -> str:
    """When a line was checked, and whether that is long ago."""
    words = [checked_words(row.checked_on)]
    if is_old(row, today):
        words.append(_("That is long ago. It may have changed."))
    return " ".join(words)


def source_lines(shipped: HelpLines, country: str) -> list[ft.Control]:
    """Where each number of a country was read, and when; and who answers the emergency number."""
    told = [(row.name, row.source, row.checked_on) for row in shipped.lines if row.country == country]
    emergency = shipped.emergencies.get(country)
    if emergency and emergency.digits:
        told.append((emergency.digits, "; ".join(emergency.sources), emergency.checked_on))
    words = [
        _("{name}: {source}").format(name=name, source=source) + ". " + checked_words(day) for name, source, day in told
    ]
    if emergency and emergency.digits and danger_words(emergency):
        words[-1] += " " + danger_words(emergency)
    return [line(each, Style.BODY_SMALL, Colour.ON_SURFACE_VARIANT) for each in words]


def directory_card(title: str, listed: Sequence[Directory]) -> ft.Control:
    """Lists of lines all over the world."""
    parts: list[ft.Control] = [
        heading(title),
        line(_("Lists of help lines. They need the internet."), Style.BODY_SMALL, Colour.ON_SURFACE_VARIANT),
    ]
    return card(column([*parts, *(directory_button(place) for place in listed)]))


def directory_button(place: Directory) -> ft.Control:
    """Opens such a list beside Tend."""
    words = _("Open {site}").format(site=place.name)
    return link_button(words, place.page, ft.Icons.OPEN_IN_NEW_ROUNDED, away=True)


def column(parts: list[ft.Control], spacing: int = theme.M) -> ft.Control:
    """Parts one under the other, as wide as the page."""
    return ft.Column(parts, spacing=spacing, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)
