"""Back up: one file with everything, tried before it counts; and a table for other apps. Imports Flet and `views`."""

from __future__ import annotations

from datetime import UTC
from enum import Enum, auto

import flet as ft

from views import theme
from views.components.basics import Colour, Style, card, heading, line, main_button, text, text_button
from views.components.choices import choice, choices
from views.components.frame import BACK_UP, detail_bar, glowing_page
from views.components.passphrase import Typed, is_taken, new_passphrase
from views.components.problem import problem
from views.components.rows import busy, done, words_to_keep
from views.guard import view_component
from views.state import TendState
from views.wording import file_name
from views.words import _

BACKUP_NAME, TABLE_NAME = "{app}-backup-{day}.json", "{app}-check-ins-{day}.csv"
DECRYPTOR, DECRYPTOR_NAME = "decrypt.html", "open-{app}-backup.html"
JSON, CSV = "application/json", "text/csv"


class Stage(Enum):
    """How far it has come."""

    ASKING, MAKING, SAVED = auto(), auto(), auto()


@view_component
def BackUp(state: TendState) -> ft.View:
    """Choose whether the file has a passphrase, and save it."""
    is_sealed, seal = ft.use_state(True)
    stage, go_on = ft.use_state(Stage.ASKING)
    typed = ft.use_ref(Typed())
    is_begun = ft.use_ref(False)
    _drawn, draw = ft.use_state(0)

    async def save() -> None:
        words = typed.current.words if is_sealed else None
        if is_begun.current:  # the second of two quick taps
            return None
        if is_sealed and not is_taken(state, typed.current):
            return draw(lambda drawn: drawn + 1)
        go_on(Stage.MAKING)
        saved, is_begun.current = False, True
        try:
            saved = await _save_backup(state, words)
        finally:
            is_begun.current = saved
            go_on(Stage.SAVED if saved else Stage.ASKING)
        return None

    if stage is Stage.SAVED:
        parts = _saved(state, typed.current.taken if is_sealed else "")
    elif stage is Stage.MAKING:
        parts = [card(busy(_("Making the file and trying it out.")))]
    else:
        kind = _kinds(state, is_sealed, seal)
        ask = new_passphrase(state, typed.current, lambda: draw(lambda drawn: drawn + 1)) if is_sealed else []
        button = main_button(_("Save the file"), state.on(save))
        column = ft.Column([*kind, *ask, button], spacing=theme.L, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)
        parts = [card(column), card(_table(state))]
    page = glowing_page(detail_bar(state, _("Back up"), BACK_UP), [*problem(state), *parts])
    return ft.View(controls=[page], padding=0, fullscreen_dialog=True)


async def _save_backup(state: TendState, words: str | None) -> bool:
    """Make the file, hand it over, and note that there is one; False when the person put it off."""
    now = state.now
    waiting = {shelf.table: shelf.unsaved for shelf in state.shelves}
    content = await state.vault.backup(words, now.astimezone(UTC), waiting)
    name = file_name(state.preferences, BACKUP_NAME, day=now.date())
    if not await state.page.save_file(name, JSON, content):
        return False
    await state.set_device(backed_up_at=now.astimezone(UTC), backups=state.device.backups + 1)
    return True


def _kinds(state: TendState, is_sealed: bool, seal: ft.Control) -> list[ft.Control]:
    options = [
        choice(_("With a passphrase"), is_sealed, state.on(seal, True), ft.Icons.LOCK_ROUNDED),
        choice(_("Open to read"), not is_sealed, state.on(seal, False), ft.Icons.LOCK_OPEN_ROUNDED),
    ]
    advice = (
        _("If you forget it, no one can open the file.")
        if is_sealed
        else _("Anyone who has this file can read it. Keep it somewhere safe.")
    )
    return [
        line(_("One file with everything you wrote. You choose where it goes.")),
        choices(options),
        line(advice, Style.BODY_MEDIUM, Colour.ON_SURFACE),
    ]


def _table(state: TendState) -> ft.Control:
    async def save() -> None:
        name = file_name(state.preferences, TABLE_NAME, day=state.now.date())
        await state.page.save_file(name, CSV, state.vault.spreadsheet())

    return ft.Column(
        [
            heading(_("A table for other apps")),
            line(
                _("Your check-ins for a spreadsheet. It is open to read."), Style.BODY_SMALL, Colour.ON_SURFACE_VARIANT
            ),
            ft.Row([text_button(_("Save a table"), state.on(save), icon=ft.Icons.TABLE_CHART_ROUNDED)]),
        ],
        spacing=theme.S,
    )


def _saved(state: TendState, words: str) -> list[ft.Control]:
    async def give() -> None:
        await state.page.give_file(DECRYPTOR, file_name(state.preferences, DECRYPTOR_NAME))

    lines = [
        done(_("Your backup is made. It was tried, and it opens.")),
        text(
            _("Keep it somewhere else too, such as on a computer."),
            Style.BODY_SMALL,
            Colour.ON_SURFACE_VARIANT,
        ),
    ]
    reader = ft.Column(
        [
            heading(_("To open it without Tend")),
            line(_("This page opens a backup in any browser, offline."), Style.BODY_SMALL, Colour.ON_SURFACE_VARIANT),
            ft.Row([text_button(_("Save the page too"), state.on(give), icon=ft.Icons.DESCRIPTION_ROUNDED)]),
        ],
        spacing=theme.S,
    )
    keep = [words_to_keep(words)] if words else []
    return [card(ft.Column([*lines, *keep], spacing=theme.M)), card(reader)]
