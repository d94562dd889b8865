"""The lock: its settings, and the screen that asks for the passphrase. Imports `domain` and `views`."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum, auto

import flet as ft

from domain.errors import StorageError, WrongPassphrase
from domain.safety import LOCK_AFTER
from views import keeping, theme
from views.components.basics import Colour, Style, card, heading, line, main_button, text_button
from views.components.choices import choice, choices
from views.components.frame import BACK_UP, ERASE, LOCK, bare_bar, detail_bar, glowing_page, open_over
from views.components.passphrase import WORDS, PassphraseField, Typed, is_taken, new_passphrase
from views.components.problem import problem
from views.components.rows import busy, done, switch_row, words_to_keep
from views.guard import view_component
from views.state import TendState
from views.trouble import COPY_NAME, JSON
from views.wording import file_name
from views.words import _, ngettext


class Stage(Enum):
    """What the settings of the lock show."""

    RESTING, BUSY, LOCKED, CHANGING = auto(), auto(), auto(), auto()
    MAY_CHANGE, MAY_REMOVE = auto(), auto()  # once the passphrase of now was given: an open phone is not enough


@view_component
def LockSettings(state: TendState) -> ft.View:
    """Lock Tend, choose when, change the passphrase, or take the lock away."""
    typed = ft.use_ref(Typed())
    stage, go_on = ft.use_state(Stage.RESTING)
    _drawn, draw = ft.use_state(0)
    steps = LockSteps(state, typed.current, stage, go_on, lambda: draw(lambda drawn: drawn + 1))
    page = glowing_page(detail_bar(state, _("Lock Tend"), LOCK), [*problem(state), card(_column(steps.parts()))])
    return ft.View(controls=[page], padding=0, fullscreen_dialog=True)


class LockSteps:
    """What stands on the screen at each stage, and what its buttons do."""

    def __init__(
        self, state: TendState, typed: Typed, stage: Stage, go_on: Callable[[Stage], None], draw: Callable[[], None]
    ) -> None:
        self.state, self.typed, self.stage, self.go_on, self.draw = state, typed, stage, go_on, draw

    def parts(self) -> list[ft.Control]:
        """The content of the card."""
        on = self.state.on
        if self.stage is Stage.BUSY:
            return [busy(_("Writing everything anew."))]
        if not self.state.has_lock or self.stage is Stage.CHANGING:
            return _asking(self.state, self.typed, self.draw, on(self.lock))
        if self.stage in (Stage.MAY_CHANGE, Stage.MAY_REMOVE):
            now = PassphraseField(self.state, _("Passphrase"), self.typed, WORDS, on_submit=on(self.allowed))
            return [line(_("First, the passphrase you have now.")), now, main_button(_("Go on"), on(self.allowed))]
        said: list[ft.Control] = []
        if self.stage is Stage.LOCKED:
            said.append(done(_("Tend is locked with your passphrase.")))
            said += [words_to_keep(self.typed.taken)] if self.typed.taken else []
        buttons = [
            text_button(_("Change the passphrase"), on(self.ask_first, Stage.MAY_CHANGE)),
            text_button(_("Take the lock away"), on(self.ask_first, Stage.MAY_REMOVE)),
        ]
        now = ft.Row([text_button(_("Lock now"), on(keeping.lock_now, self.state), icon=ft.Icons.LOCK_ROUNDED)])
        choices = [*_when(self.state), _showing(self.state)]
        return [*said, now, *choices, ft.Row(buttons, wrap=True, spacing=theme.S)]

    async def lock(self) -> None:
        """Set the lock to what was typed, if that will do."""
        if is_taken(self.state, self.typed):
            await self.change(self.typed.words, Stage.LOCKED)
        else:
            self.draw()

    async def change(self, words: str | None, then: Stage) -> None:
        """Write everything under this passphrase, or under none."""
        self.go_on(Stage.BUSY)
        try:
            kept = await self.state.attempt(lambda: self.state.vault.set_lock(words))
        finally:
            self.go_on(Stage.RESTING)
        self.state.note_lock()
        self.state.page.cover(self.state.has_lock)
        if kept:
            self.go_on(then)  # the words stay until the person goes on: they may be wanted in writing

    def ask_first(self, then: Stage) -> None:
        """Ask for the passphrase of now."""
        self.typed.forget()
        self.go_on(then)

    async def allowed(self) -> None:
        """Go on if the passphrase of now was given."""
        fits = await self.state.vault.fits(self.typed.words)
        self.typed.refused = "" if fits else _("This passphrase does not fit.")
        if not fits:
            self.draw()
        elif self.stage is Stage.MAY_REMOVE:
            await self.change(None, Stage.RESTING)
        else:
            self.ask_first(Stage.CHANGING)


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


def _showing(state: TendState) -> ft.Control:
    """Whether people, first steps and own names on the scales stand on the first page while Tend is locked."""

    async def turn() -> None:
        await state.set_device(shown_when_locked=not state.device.shown_when_locked)

    sentence = line(
        _("They stand on the page that shows first. Anyone with this phone can read them there."),
        Style.BODY_SMALL,
        Colour.ON_SURFACE_VARIANT,
    )
    switch = switch_row(_("Show my people and first steps when locked"), state.device.shown_when_locked, state.on(turn))
    return ft.Column([switch, sentence], spacing=theme.XS)


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
        PassphraseField(state, _("Passphrase"), typed.current, WORDS, on_submit=state.on(unlock)),
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
    if isinstance(state.problem, StorageError):  # the passphrase fits, and the records do not open all the same
        forgotten.insert(1, ft.Row([text_button(_("Save a copy"), state.on(_save_copy, state))]))
    parts = [*problem(state), card(_column([*asking, *opening])), card(_column(forgotten))]
    return ft.View(controls=[glowing_page(bare_bar(state), parts)], padding=0)


async def _save_copy(state: TendState) -> None:
    await state.page.save_file(file_name(state.preferences, COPY_NAME), JSON, await state.vault.copy())


def _column(parts: list[ft.Control]) -> ft.Control:
    return ft.Column(parts, spacing=theme.M, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)
