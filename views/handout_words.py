"""The words on a page that leaves the app: headings, the date, what is said of a number.

Imports `domain` and `views`.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from domain.card import Side
from domain.handout import Entry, Kind, Offer, Offers
from domain.lines import CrisisLine, HelpLines
from domain.plan import Part
from views.components.help_words import checked_words, danger_words, text_words
from views.formats import months
from views.words import _


def page_title() -> str:
    """What stands on top of the page."""
    return _("My plan")


def no_legal_paper() -> str:
    """What stands at the end of the page."""
    wish = _("This page is my wish. It is not a legal paper.")
    ask = _("A professional can say what counts where I live.")
    return f"{wish} {ask}"


def card_title() -> str:
    """What stands on top of the wallet card."""
    return _("When I am unwell")


def dated(day: date) -> str:
    """Of when a page is: "As of 19 November 2026."."""
    return _("As of {day} {month} {year}.").format(day=day.day, month=months()[day.month - 1], year=day.year)


def part_headings() -> dict[Part, str]:
    """What each part of the plan is called on a page, which stands alone: in the order of the plan."""
    return {
        Part.STEADY: _("What keeps me steady each day"),
        Part.TRIGGERS: _("What can set me off"),
        Part.TRIGGER_ANSWERS: _("What I do when something sets me off"),
        Part.EARLY_SIGNS: _("Early signs"),
        Part.EARLY_ANSWERS: _("What I do at early signs"),
        Part.HARDER_SIGNS: _("Signs of harder days"),
        Part.HARDER_ANSWERS: _("What I do on harder days"),
        Part.CRISIS_SIGNS: _("Signs that I am in a crisis"),
        Part.ALONE: _("Things I can do alone"),
        Part.COMPANY: _("People and places that take my mind off it"),
        Part.ASK: _("People I can ask"),
        Part.SERVICES: _("Services"),
        Part.SAFER: _("Making my space safer"),
        Part.REASONS: _("What I live for"),
        Part.WANTED: _("What I want, if others decide"),
        Part.UNWANTED: _("What I do not want, if others decide"),
        Part.DECIDERS: _("Who may decide for me"),
        Part.NOT_DECIDERS: _("Who may not decide for me"),
        Part.AFTER: _("How I come back after a hard time"),
    }


def card_headings() -> dict[Side, str]:
    """The headings of the wallet card, in their order."""
    return {
        Side.CALL: _("Whom to call"),
        Side.HELPS: _("What helps"),
        Side.HARMS: _("What does not help"),
        Side.SIGNS: _("How you can tell"),
        Side.DECIDERS: _("Who may decide for me"),
        Side.NOT_DECIDERS: _("Who may not decide for me"),
    }


def number_offers(shipped: HelpLines, country: str) -> Offers:
    """The help lines of a country and what to call in danger: what is true at any hour, for paper stays."""
    name = shipped.name(country)
    found = [
        Offer(Kind.NUMBER, row.id, Entry(row.name, _told(row, name))) for row in shipped.lines if row.country == country
    ]
    emergency = shipped.emergencies.get(country)
    if emergency and emergency.digits:
        told = tuple(words for words in (emergency.digits, danger_words(emergency)) if words)
        found.append(Offer(Kind.NUMBER, emergency.digits, Entry(_("In danger"), told)))
    return Offers(_("Help lines in {country}").format(country=name), tuple(found))


def _told(row: CrisisLine, country: str) -> tuple[str, ...]:
    ways = [row.digits] if row.digits else []
    if row.press and row.digits:
        ways.append(_("Then press {key}.").format(key=row.press))
    if row.text_to:
        ways.append(text_words(row))
    return (*ways, " ".join(_facts(row, country)))


def _facts(row: CrisisLine, country: str) -> Sequence[str]:
    facts = []
    if row.hours is not None:
        facts.append(_("Day and night.") if row.is_always_open else _("Not open all the time."))
    if row.works_inside_country:
        facts.append(_("Works inside {country}.").format(country=country))
    return [*facts, checked_words(row.checked_on)]
