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
from views.state import Edit, TendState
from views.wording import feeling_name
from views.words import _


@component
def Feelings(state: TendState, check_in: CheckIn, edit: Edit) -> ft.Control:
    """The words on offer, the chosen ones ticked, and a way to add one."""
    writing, write = ft.use_state(False)

    def toggle(word: str) -> None:
        edit(lambda now: _without(now, word) if word in now.feelings else _with(now, word))

    def add(word: str) -> None:
        write(False)
        edit(lambda now: _with(_without(now, word), word))

    words = rules.feeling_words(state.check_ins, check_in.feelings)
    options = [choice(feeling_name(word), word in check_in.feelings, state.on(toggle, word)) for word in words]
    if not writing:
        options.append(text_button(_("My own"), state.on(write, True), icon=ft.Icons.ADD_ROUNDED))
    parts: list[ft.Control] = [heading(_("Feeling words")), choices(options)]
    if writing:
        parts.append(Entry(state, _("A word of my own"), add))
    return ft.Column(parts, spacing=theme.S, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)


def _with(check_in: CheckIn, word: str) -> CheckIn:
    return replace(check_in, feelings=(*check_in.feelings, word))


def _without(check_in: CheckIn, word: str) -> CheckIn:
    return replace(check_in, feelings=tuple(other for other in check_in.feelings if other != word))
