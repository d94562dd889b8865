"""Drafts to send to somebody: one is picked, and Ask opens with it. Imports `domain`, Flet and `views`."""

from __future__ import annotations

from collections.abc import Callable

import flet as ft

from domain.skill_players import Message
from views import theme
from views.components.basics import Colour, Style, main_button, text
from views.components.frame import ASK, open_over
from views.guard import component
from views.players import Scene, column, quiet
from views.state import TendState
from views.words import _


@component
def MessagePlayer(state: TendState, scene: Scene, message: Message) -> ft.Control:
    """The person sends it, from the phone's own messages."""

    def take(words: str) -> None:
        person, _words = state.aims.asking
        state.aims.asking = person, words
        open_over(state, ASK)

    parts: list[ft.Control] = [quiet(_("Pick one. You can change it before you send."))]
    parts += [_draft(state, words, take) for words in message.lines]
    parts.append(quiet(_("Tend never sends for you."), Style.BODY_SMALL))
    parts.append(main_button(_("I am done"), scene.done))
    return column(parts)


def _draft(state: TendState, words: str, take: Callable[[str], None]) -> ft.Control:
    ink = Colour.ON_TERTIARY_CONTAINER
    parts = [
        ft.Icon(ft.Icons.SMS_ROUNDED, color=ink, size=22),
        text(words, colour=ink, expand=True),
        ft.Icon(ft.Icons.CHEVRON_RIGHT_ROUNDED, color=ink, size=20),
    ]
    return ft.TextButton(
        content=ft.Row(parts, spacing=theme.M),
        key=f"draft-{words}",
        on_click=state.on(take, words),
        style=ft.ButtonStyle(
            bgcolor=Colour.TERTIARY_CONTAINER,
            padding=ft.Padding.symmetric(horizontal=theme.L, vertical=theme.M),
            shape=ft.RoundedRectangleBorder(radius=theme.INNER),
        ),
    )
