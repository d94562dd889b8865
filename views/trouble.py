"""The screen for records that do not open: what happened, that nothing was lost, what to do. Imports `views`."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

import flet as ft

from domain.errors import StorageBroken, StorageForeign, StorageNewer, TendError
from views import theme
from views.acting import Handler
from views.components.basics import Colour, Style, card, heading, line, main_button, text, text_button
from views.components.frame import glowing_page
from views.components.help_line import EMERGENCY
from views.components.rows import done
from views.guard import log_unexpected
from views.ports import Page, Vault
from views.wording import Calm, calm_words, file_name
from views.words import _

COPY_NAME, JSON = "{app}-copy.json", "application/json"
Start = Callable[[ft.Page], Awaitable[None]]


class Trouble:
    """What stands on the screen and what its buttons do. It must draw whatever else does not work."""

    def __init__(self, page: ft.Page, around: Page, vault: Vault, error: Exception, start: Start) -> None:
        self._page, self._around, self._vault, self._error, self._start = page, around, vault, error, start
        self._is_refused = False  # the last tap on a button changed nothing
        self._is_copied = False  # the person has a copy of what is stored, so that starting as new loses nothing

    def draw(self) -> None:
        """Draw it, or draw it again."""
        self._page.views = [self.view()]
        self._page.update()

    def view(self) -> ft.View:
        """A view without state."""
        words = calm_words(self._error)
        if isinstance(self._error, StorageBroken) or not isinstance(self._error, TendError):
            words = Calm(_("Tend cannot open your words right now."), words.advice)
        parts = [
            heading(words.title, Style.TITLE_LARGE, level=1),
            line(words.advice),
            main_button(_("Try again"), self._on(self._try_again)),
        ]
        if isinstance(self._error, StorageForeign | StorageNewer):
            parts += self._copy()
        if self._is_refused:
            parts.append(ft.Semantics(live_region=True, content=text(_("That did not work. Nothing was changed."))))
        page = glowing_page(ft.Container(height=theme.BAR), [card(_column(parts, theme.L)), card(_help_now())])
        return ft.View(route="/", controls=[page], padding=0)

    def _copy(self) -> list[ft.Control]:
        if not self._is_copied:
            advice = _("You can take a copy with you. Tend can bring it in where it opens.")
            save = text_button(_("Save a copy"), self._on(self._save_copy), icon=ft.Icons.SAVE_ROUNDED)
            return [line(advice, Style.BODY_SMALL, Colour.ON_SURFACE_VARIANT), ft.Row([save])]
        parts = [done(_("A copy of everything stored here is saved."))]
        if isinstance(self._error, StorageForeign):
            anew = text_button(_("Start as new"), self._on(self._start_as_new), colour=Colour.ERROR)
            parts += [line(_("If nothing else helps, Tend can start as new here.")), ft.Row([anew])]
        return parts

    async def _try_again(self) -> None:
        await self._start(self._page)

    async def _save_copy(self) -> None:
        name = file_name(await self._around.remembered(), COPY_NAME)
        self._is_copied = await self._around.save_file(name, JSON, await self._vault.copy())
        self.draw()

    async def _start_as_new(self) -> None:
        await self._vault.erase()
        await self._start(self._page)

    def _on(self, action: Handler) -> Handler:
        async def handle() -> None:
            try:
                await action()
                self._is_refused = False
            except Exception as error:  # the device may refuse this too
                log_unexpected(error)
                self._is_refused = True
                self.draw()

        return handle


def _help_now() -> ft.Control:
    calls = [
        ft.OutlinedButton(
            _("Call {number}").format(number=number),
            url=ft.Url(f"tel:{number}", target=ft.UrlTarget.SELF),
            style=ft.ButtonStyle(padding=theme.L),
        )
        for number in EMERGENCY
    ]
    advice = line(_("112 or 911 may work where you are."), Style.BODY_SMALL, Colour.ON_SURFACE_VARIANT)
    return _column([heading(_("Need someone now?")), advice, *calls], theme.M)


def _column(parts: list[ft.Control], spacing: int) -> ft.Control:
    return ft.Column(parts, spacing=spacing, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)
