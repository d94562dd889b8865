"""The lock: its settings, and the screen that asks for the passphrase. Imports `domain` and `views`."""

from __future__ import annotations

from enum import Enum, auto

import flet as ft

from domain.errors import WrongPassphrase
from domain.safety import LOCK_AFTER
from views import keeping, theme
from views.components.basics import Colour, Style, card, heading, line, main_button, text_button
from views.components.choices import choice, choices
from views.components.frame import BACK_UP, ERASE, LOCK, bare_bar, detail_bar, glowing_page, open_over
from views.components.passphrase import WORDS, Typed, field, is_taken, new_passphrase
from views.components.problem import problem
from views.components.rows import busy, done
from views.guard import view_component
from views.state import TendState
from views.words import _, ngettext


class Stage(Enum):
    """What the settings of the lock show."""

    RESTING, BUSY, CHANGING, LOCKED = auto(), auto(), auto(), auto()


@view_component
def LockSettings(state: TendState) -> ft.View:
    """Lock Tend, choose when, change the passphrase, or take the lock away."""
    typed = ft.use_ref(Typed())
    stage, go_on = ft.use_state(Stage.RESTING)
    _drawn, draw = ft.use_state(0)

    async def lock() -> None:
        if not is_taken(state, typed.current):
            return draw(lambda drawn: drawn + 1)
        await change(typed.current.words, Stage.LOCKED)
        return None

    async def change(words: str | None, then: Stage) -> None:
        go_on(Stage.BUSY)
        try:
            kept = await state.attempt(lambda: state.vault.set_lock(words))
        finally:
            go_on(Stage.RESTING)
        if kept:
            typed.current = Typed()
            state.note_lock()
            state.page.cover(state.has_lock)
            go_on(then)

    if stage is Stage.BUSY:
        parts = [card(busy(_("Writing everything anew.")))]
    elif not state.has_lock or stage is Stage.CHANGING:
        parts = [card(_column(_asking(state, typed.current, lambda: draw(lambda drawn: drawn + 1), state.on(lock))))]
    else:
        said = [done(_("Tend is locked with your passphrase."))] if stage is Stage.LOCKED else []
        buttons = [
            text_button(_("Change the passphrase"), state.on(go_on, Stage.CHANGING)),
            text_button(_("Take the lock away"), state.on(change, None, Stage.RESTING)),
        ]
        parts = [card(_column([*said, *_when(state), ft.Row(buttons, wrap=True, spacing=theme.S)]))]
    page = glowing_page(detail_bar(state, _("Lock Tend"), LOCK), [*problem(state), *parts])
    return ft.View(controls=[page], padding=0, fullscreen_dialog=True)


def _asking(state: TendState, typed: Typed, draw: ft.Control, lock: ft.Control) -> list[ft.Control]:
    return [
        line(_("A passphrase hides your words, here and in the stored files. Help now still opens.")),
        line(
            _("If you forget it, no one can open them. Make a backup first."),
            Style.BODY_SMALL,
            Colour.ON_SURFACE_VARIANT,
        ),
        ft.Row([text_button(_("Back up now"), state.on(open_over, state, BACK_UP))]),
        *new_passphrase(state, typed, draw),
        main_button(_("Lock Tend"), lock),
    ]


def _when(state: TendState) -> list[ft.Control]:
    chosen = state.device.lock_after_minutes

    async def choose(minutes: int) -> None:
        await state.set_device(lock_after_minutes=minutes)
        state.note_lock()

    names = {
        0: _("When I leave"),
        60: _("1 hour"),
        **{n: ngettext("{n} minute", "{n} minutes", n).format(n=n) for n in LOCK_AFTER if 0 < n < 60},
    }
    options = [choice(names[n], chosen == n, state.on(choose, n)) for n in LOCK_AFTER]
    return [heading(_("Lock by itself after")), choices(options)]


@view_component
def Locked(state: TendState) -> ft.View:
    """Stands in for every screen but Help now while the records are locked."""
    typed = ft.use_ref(Typed())
    is_busy, be_busy = ft.use_state(False)
    _drawn, draw = ft.use_state(0)

    async def unlock() -> None:
        be_busy(True)
        try:
            await keeping.open_again(state, typed.current.words)
            theme.wear(ft.context.page, state.preferences)
            ft.context.page.update()
        except WrongPassphrase as error:
            state.refuse(error)
            draw(lambda drawn: drawn + 1)
        finally:
            be_busy(False)

    asking = [
        heading(_("Tend is locked"), Style.HEADLINE_MEDIUM, level=1),
        field(state, _("Passphrase"), typed.current, WORDS, on_submit=state.on(unlock)),
        main_button(_("Open Tend"), state.on(unlock)),
    ]
    forgotten = [
        line(
            _("Forgot it? No one can open these words. You can delete them and bring in a backup."),
            Style.BODY_SMALL,
            Colour.ON_SURFACE_VARIANT,
        ),
        ft.Row([text_button(_("Delete everything"), state.on(open_over, state, ERASE))]),
    ]
    opening = [busy(_("Opening your words"))] if is_busy else []
    parts = [*problem(state), card(_column([*asking, *opening])), card(_column(forgotten))]
    return ft.View(controls=[glowing_page(bare_bar(state), parts)], padding=0)


def _column(parts: list[ft.Control]) -> ft.Control:
    return ft.Column(parts, spacing=theme.M, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)
