"""Feeling words: tap the ones that fit, or write one's own. Imports `domain` and `views`."""

from __future__ import annotations

from dataclasses import replace

import flet as ft

from domain import check_ins as rules
from domain.models import CheckIn
from views import theme
from views.components.basics import heading, text_button
from views.components.choices import choice, choices
from views.components.entry import Entry
from views.guard import component
from views.state import Edit, use_tend
from views.wording import feeling_name
from views.words import _


@component
def Feelings(check_in: CheckIn, edit: Edit) -> ft.Control:
    """The words on offer, the chosen ones ticked, and a way to add one."""
    state = use_tend()
    writing, write = ft.use_state(False)

    def toggle(word: str) -> None:
        kept = tuple(other for other in check_in.feelings if other != word)
        edit(replace(check_in, feelings=kept if word in check_in.feelings else (*kept, word)))

    def add(word: str) -> None:
        write(False)
        if word not in check_in.feelings:
            toggle(word)

    words = rules.feeling_words(state.check_ins, check_in.feelings)
    options = [choice(feeling_name(word), word in check_in.feelings, state.on(toggle, word)) for word in words]
    if not writing:
        options.append(text_button(_("My own"), state.on(write, True), icon=ft.Icons.ADD_ROUNDED))
    parts: list[ft.Control] = [heading(_("Feeling words")), choices(options)]
    if writing:
        parts.append(Entry(_("A word of my own"), add))
    return ft.Column(parts, spacing=theme.S, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)
