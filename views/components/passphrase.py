"""Asking for a passphrase: a known one in one field, a new one in two. Imports Flet and `views`."""

from __future__ import annotations

from dataclasses import dataclass

import flet as ft

from views import theme
from views.acting import Handler
from views.components.basics import Colour, Style, icon_button, line, text_button
from views.components.entry import field_style
from views.guard import component
from views.state import TendState
from views.words import _

WORDS, AGAIN = "words", "again"  # the fields of `Typed` that are typed into


@dataclass
class Typed:
    """What stands in the fields; kept in a reference, so that a handler sees what stands now."""

    words: str = ""
    again: str = ""
    offered: str = ""
    refused: str = ""  # the sentence under the first field

    @property
    def taken(self) -> str:
        """The words that were offered, if they are what was taken; "" for a passphrase of the person's own."""
        return self.offered if self.words == self.offered else ""

    def forget(self) -> None:
        """Empty the fields."""
        vars(self).update(vars(Typed()))


@component
def PassphraseField(
    state: TendState, label: str, typed: Typed, part: str, on_submit: Handler | None = None
) -> ft.TextField:
    """One field; what is typed goes into `typed`. Its letters are hidden until the person wants to see them."""
    is_seen, see = ft.use_state(False)
    hides = not is_seen and (getattr(typed, part) != typed.offered or not typed.offered)  # words to write down show
    name = (_("Hide: {field}") if is_seen else _("Show: {field}")).format(field=label)
    icon = ft.Icons.VISIBILITY_OFF_ROUNDED if is_seen else ft.Icons.VISIBILITY_ROUNDED
    return ft.TextField(
        value=getattr(typed, part),
        label=label,
        key=label,
        password=hides,
        suffix_icon=icon_button(icon, name, state.on(see, not is_seen)),
        on_submit=on_submit,
        on_change=state.on_value(lambda words: setattr(typed, part, words)),
        error=typed.refused or None if part == WORDS else None,
        error_max_lines=4,
        capitalization=ft.TextCapitalization.NONE,
        **field_style(),
    )


def new_passphrase(state: TendState, typed: Typed, draw: ft.Control) -> list[ft.Control]:
    """Two fields, and five words to take instead; `draw()` draws the screen again."""
    typed.offered = typed.offered or state.vault.new_passphrase()

    def take() -> None:
        typed.words = typed.again = typed.offered
        typed.refused = ""
        draw()

    def others() -> None:
        typed.offered = state.vault.new_passphrase()
        draw()

    buttons = [text_button(_("Use these"), state.on(take)), text_button(_("Other words"), state.on(others))]
    offer = ft.Column(
        [
            line(_("Five words are easy to write down:"), Style.BODY_SMALL, Colour.ON_SURFACE_VARIANT),
            line(typed.offered, Style.TITLE_SMALL),
            ft.Row(buttons, spacing=theme.S, wrap=True),
        ],
        spacing=theme.XS,
    )
    box = ft.Container(offer, bgcolor=Colour.SURFACE_CONTAINER, border_radius=theme.INNER, padding=theme.L)
    return [
        box,
        PassphraseField(state, _("Passphrase"), typed, WORDS),
        PassphraseField(state, _("The same again"), typed, AGAIN),
    ]


def is_taken(state: TendState, typed: Typed) -> bool:
    """Whether the two fields hold a passphrase worth having; if not, `typed.refused` says what to do."""
    if not state.vault.is_long_enough(typed.words):
        typed.refused = _("Use twelve letters or more, and not all the same.")
    elif not state.vault.is_same(typed.words, typed.again):
        typed.refused = _("The two are not the same. Please type them again.")
    else:
        typed.refused = ""
    return not typed.refused
