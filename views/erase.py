"""Delete everything: one place, two steps, and nothing left. Imports `domain`, Flet and `views`."""

from __future__ import annotations

import flet as ft

from domain.errors import StorageError
from domain.models import Preferences
from views import theme
from views.components.basics import Colour, Style, card, heading, line, main_button, text, text_button
from views.components.frame import BACK_UP, ERASE, detail_bar, glowing_page, go, open_over
from views.components.problem import problem
from views.guard import view_component
from views.state import TendState
from views.words import _


@view_component
def Erase(state: TendState) -> ft.View:
    """Asks twice; the way out is the filled button both times, and has the focus."""
    asked, ask = ft.use_state(False)
    keep = main_button(_("Keep it"), state.on(lambda: go(state.trail.came_from(ERASE))), autofocus=True, key=f"{asked}")
    if asked:
        parts = [
            heading(_("This cannot be undone.")),
            line(_("Every word on this device goes. Tend starts as new.")),
            keep,
            _danger(_("Delete for good"), state.on(erase, state)),
        ]
    else:
        back_up = text_button(_("Back up first"), state.on(open_over, state, BACK_UP))
        parts = [
            heading(_("Delete everything on this device?")),
            line(_("Backup files you saved stay where they are.")),
            keep,
            *([] if state.is_locked else [ft.Row([back_up])]),
            _danger(_("Delete"), state.on(ask, True)),
        ]
    column = ft.Column(parts, spacing=theme.L, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)
    page = glowing_page(detail_bar(state, _("Delete"), ERASE), [*problem(state), card(column)])
    return ft.View(controls=[page], padding=0, fullscreen_dialog=True)


async def erase(state: TendState) -> None:
    """Remove every record, and start as new."""
    async with state.turn:
        try:
            await state.vault.erase()
        except StorageError:
            await _open_what_is_left(state)
            raise
        begun = (
            *(*state.aims.words_begun, state.practice.drafts, state.practice.playing),
            *(state.hope_box.drafts, state.plan.drafts, state.reminding.drafts),
        )
        for held in (*state.shelves, *begun):
            held.give_up()
        state.lock()
        state.preferences = Preferences()  # the country too, which outlives a lock
        state.adopt(await state.vault.open())
    theme.wear(ft.context.page, state.preferences)
    go("/")
    state.page.start_over()


async def _open_what_is_left(state: TendState) -> None:
    """Go on with what could not be erased: the vault has shut it, and what is encrypted needs the passphrase."""
    try:
        state.adopt(await state.vault.open())
    except StorageError:
        state.lock()


def _danger(words: str, on_click: ft.Control) -> ft.Control:
    return ft.OutlinedButton(
        text(words, Style.LABEL_LARGE, Colour.ERROR),
        on_click=on_click,
        style=ft.ButtonStyle(padding=theme.L, side=ft.BorderSide(1.5, Colour.ERROR)),
    )
