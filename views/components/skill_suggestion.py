"""One skill for now, on Today: why, one tap to run it, one to see another. Imports `domain`, Flet and `views`."""

from __future__ import annotations

import flet as ft

from domain.skills import Skill
from views import theme
from views.components.basics import Colour, Style, card, line, text, text_button
from views.components.skill_card import on_start, skill_badge, start_button
from views.components.skill_words import reason_words
from views.guard import component
from views.outlook import Outlook
from views.practice import Practice
from views.unwatched import Unwatched
from views.words import _


@component
def SuggestionCard(passed: Unwatched, practice: Practice, outlook: Outlook) -> ft.Control:
    """What is turned down does not come again today; a breath is one tap away all the same."""
    state = passed.state
    suggested, breath = practice.suggested(), practice.breath()
    parts: list[ft.Control] = []
    others: list[ft.Control] = []
    if suggested:
        skill = suggested.skill
        words = _words(skill, reason_words(suggested, outlook.energy))
        others.append(text_button(_("Another one"), state.on(practice.refuse, skill), icon=ft.Icons.REFRESH_ROUNDED))
        # Its key has it drawn anew with each skill: a screen reader then hears the new one.
        offer = _stacked(words, skill, passed) if outlook.large_text else _side_by_side(words, skill, passed)
        parts.append(ft.Container(offer, key=f"suggested-{skill.id}"))
    else:
        parts.append(ft.Container(line(_("No more ideas for today. That is fine.")), padding=theme.S))
    if breath and (suggested is None or breath.id != suggested.skill.id):
        others.append(text_button(breath.name, on_start(state, breath), icon=ft.Icons.AIR_ROUNDED))
    parts.append(ft.Row(others, spacing=theme.S, run_spacing=0, wrap=True))
    content = ft.Column(parts, spacing=theme.XS, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)
    return card(content, padding=theme.M)


def _words(skill: Skill, why: str) -> ft.Control:
    lines = [
        text(skill.name, Style.BODY_LARGE, weight=ft.FontWeight.W_600),
        text(why, Style.BODY_SMALL, Colour.ON_SURFACE_VARIANT),
    ]
    # Read out when another one was asked for.
    return ft.Semantics(live_region=True, container=True, content=ft.Column(lines, spacing=2, tight=True))


def _side_by_side(words: ft.Control, skill: Skill, passed: Unwatched) -> ft.Control:
    parts = [skill_badge(skill), ft.Container(words, expand=True), start_button(passed.state, skill)]
    return ft.Row(parts, spacing=theme.M)


def _stacked(words: ft.Control, skill: Skill, passed: Unwatched) -> ft.Control:
    """In large text: Start stands under the words."""
    return ft.Column(
        [words, start_button(passed.state, skill)],
        spacing=theme.S,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )
