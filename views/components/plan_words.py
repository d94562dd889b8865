"""The plan in words: its rungs and parts, how much is there, why a line is refused. Imports `domain` and `views`."""

from __future__ import annotations

import flet as ft

from domain.errors import InputRefused, TooMany
from domain.plan import MOST_IN_PART, RUNG_OF, Part, PlanItem, Rung
from domain.plan_reading import Counts
from views.wording import calm_words
from views.words import _, ngettext

SHORT = 40  # letters of a line in the names of its buttons

RUNG_ICONS = {
    Rung.DAILY: ft.Icons.WB_SUNNY_ROUNDED,
    Rung.TRIGGERS: ft.Icons.BOLT_ROUNDED,
    Rung.EARLY: ft.Icons.VISIBILITY_ROUNDED,
    Rung.HARDER: ft.Icons.LANDSCAPE_ROUNDED,
    Rung.CRISIS: ft.Icons.SUPPORT_ROUNDED,
    Rung.AFTER: ft.Icons.COTTAGE_ROUNDED,
}


def rung_name(rung: Rung) -> str:
    """The name of a rung."""
    return {
        Rung.DAILY: _("Every day"),
        Rung.TRIGGERS: _("What can set me off"),
        Rung.EARLY: _("Early signs"),
        Rung.HARDER: _("Harder days"),
        Rung.CRISIS: _("In a crisis"),
        Rung.AFTER: _("After a hard time"),
    }[rung]


def part_name(part: Part) -> str:
    """The name of a part, as it stands over its lines."""
    notice, do = _("What I notice"), _("What I do")
    return {
        Part.STEADY: _("What keeps me steady"),
        Part.TRIGGERS: _("What sets me off"),
        Part.TRIGGER_ANSWERS: do,
        Part.EARLY_SIGNS: notice,
        Part.EARLY_ANSWERS: do,
        Part.HARDER_SIGNS: notice,
        Part.HARDER_ANSWERS: do,
        Part.CRISIS_SIGNS: _("Signs I may need this"),
        Part.ALONE: _("Things I can do alone"),
        Part.COMPANY: _("People and places that take my mind off it"),
        Part.ASK: _("People I can ask"),
        Part.SERVICES: _("Services"),
        Part.SAFER: _("Making my space safer"),
        Part.REASONS: _("My reasons to stay"),
        Part.WANTED: _("What I want"),
        Part.UNWANTED: _("What I do not want"),
        Part.DECIDERS: _("Who may decide for me"),
        Part.NOT_DECIDERS: _("Who may not decide"),
        Part.AFTER: _("How I come back"),
    }[part]


def spoken_part(part: Part) -> str:
    """The name of a part where its rung is not seen: "Early signs, What I do"."""
    name = part_name(part)
    if part in (Part.TRIGGER_ANSWERS, Part.EARLY_SIGNS, Part.EARLY_ANSWERS, Part.HARDER_SIGNS, Part.HARDER_ANSWERS):
        return _("{rung}: {part}").format(rung=rung_name(RUNG_OF[part]), part=name)
    return name


def rung_line(rung: Rung, there: Counts) -> str:
    """How much stands on a rung, in a few words; what may wait where there is nothing."""
    if not there.all:
        return _("Write one line on a calm day. It can wait.")
    if rung is Rung.DAILY:
        return ngettext("{n} thing that keeps me steady", "{n} things that keep me steady", there.all).format(
            n=there.all
        )
    if rung is Rung.CRISIS:
        return _("My safety plan, {lines}").format(lines=_lines(there.all))
    if rung is Rung.AFTER:
        return _("How I come back, {lines}").format(lines=_lines(there.all))
    if rung is Rung.TRIGGERS and there.signs:
        said = ngettext("{n} thing", "{n} things", there.signs).format(n=there.signs)
        return _("{things}, and what I do").format(things=said) if there.all > there.signs else said
    return _and_people(there)


def _lines(n: int) -> str:
    return ngettext("{n} line", "{n} lines", n).format(n=n)


def _and_people(there: Counts) -> str:
    said = []
    if there.signs:
        said.append(ngettext("{n} sign", "{n} signs", there.signs).format(n=there.signs))
    if there.things:
        said.append(ngettext("{n} thing I do", "{n} things I do", there.things).format(n=there.things))
    if there.people:
        said.append(ngettext("{n} person", "{n} people", there.people).format(n=there.people))
    return ", ".join(said)


def short_words(item: PlanItem) -> str:
    """What the buttons of a line call it: how its words begin.

    >>> short_words(PlanItem("a", Part.ALONE, "Tea,  from the blue cup"))
    'Tea, from the blue cup'
    """
    words = " ".join(item.words[: 10 * SHORT].split())
    return words if len(words) <= SHORT else f"{words[: SHORT - 1].rstrip()}…"


def plan_sentence(error: InputRefused) -> str:
    """Why a line is not kept, in one sentence; it names nothing the person wrote."""
    if isinstance(error, TooMany):
        return _("A part holds {count} lines. Take one out to add another.").format(count=MOST_IN_PART)
    return calm_words(error).title
