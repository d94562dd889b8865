"""Feeling words: tap the ones that fit, or write one's own. Imports `domain` and `views`."""

from __future__ import annotations

from dataclasses import replace

import flet as ft

from domain import check_ins as rules
from domain.feelings import offered
from domain.models import CheckIn
from views import theme
from views.components.basics import heading, text_button
from views.components.choices import choice, choices
from views.components.entry import entry
from views.components.form import Form
from views.wording import feeling_name
from views.words import _

OWN_WORD = "own word"


def feelings(form: Form) -> ft.Control:
    """The words on offer, the chosen ones ticked, and a way to add one."""
    chosen = form.check_in.feelings
    mine = form.state.preferences.feelings
    words = offered(rules.feeling_words(form.state.check_ins, chosen), mine, chosen)
    options = [
        choice(feeling_name(word), word in chosen, form.on_change(lambda now, word=word: _toggled(now, word)))
        for word in words
    ]
    parts: list[ft.Control] = [heading(_("Feeling words"))]
    if form.asking == OWN_WORD:
        own = entry(form, _("A word of my own"), lambda word: form.edit(lambda now: _with(now, word)))
        parts += [choices(options), own]
    else:
        ask = text_button(_("My own"), form.on_ask(OWN_WORD), icon=ft.Icons.ADD_ROUNDED)
        parts.append(choices([*options, ask]))
    return ft.Column(parts, spacing=theme.S, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)


def _toggled(check_in: CheckIn, word: str) -> CheckIn:
    return _without(check_in, word) if word in check_in.feelings else _with(check_in, word)


def _with(check_in: CheckIn, word: str) -> CheckIn:
    return replace(check_in, feelings=(*_without(check_in, word).feelings, word))


def _without(check_in: CheckIn, word: str) -> CheckIn:
    return replace(check_in, feelings=tuple(other for other in check_in.feelings if other != word))
