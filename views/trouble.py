"""The screen for records that do not open: what happened, that nothing was lost, what to do. Imports `views`."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import datetime

import flet as ft

from domain.errors import StorageBroken, StorageForeign, StorageNewer, TendError
from domain.lines import HelpLines, at_hand, lines_for
from domain.models import Preferences
from views import theme
from views.acting import Handler
from views.components.basics import Colour, Style, card, heading, line, main_button, text, text_button
from views.components.frame import glowing_page
from views.components.help_buttons import link_button
from views.components.help_line import EMERGENCY
from views.components.help_words import call_words, text_words
from views.components.rows import done
from views.guard import log_unexpected
from views.ports import Page, Vault
from views.wording import Calm, calm_words, file_name
from views.words import _

COPY_NAME, JSON = "{app}-copy.json", "application/json"
Start = Callable[[ft.Page], Awaitable[None]]


class Trouble:
    """What stands on the screen and what its buttons do. It must draw whatever else does not work."""

    def __init__(
        self,
        page: ft.Page,
        around: Page,
        vault: Vault,
        error: Exception,
        start: Start,
        help_lines: Callable[[], HelpLines],
        now: datetime,
    ) -> None:
        self._page, self._around, self._vault, self._error, self._start = page, around, vault, error, start
        self._help_lines, self._now = help_lines, now
        self._is_refused = False  # the last tap on a button changed nothing
        self._is_copied = False  # the person has a copy of what is stored, so that starting as new loses nothing

    def draw(self, looks: Preferences) -> None:
        """Draw it, or draw it again, behind the first page: that one knows the person's own people and steps."""
        self._looks = looks
        self._around.hold_first()
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
        page = glowing_page(
            ft.Container(height=theme.BAR), [card(_column(parts, theme.L)), card(_column(self._help_now(), theme.M))]
        )
        return ft.View(route="/", controls=[page], padding=0)

    def _help_now(self) -> list[ft.Control]:
        """The lines and the number of the chosen country; without one, the numbers that phones know."""
        title = heading(_("Need someone now?"))
        try:
            shipped = self._help_lines()
        except TendError as error:
            log_unexpected(error)
            shipped = HelpLines()
        offered = at_hand(lines_for(self._looks.country, shipped.lines, self._now), self._now)
        ways = [link_button(call_words(row), row.call_link) for row in offered if row.call_link]
        ways += [link_button(text_words(row), row.text_link, ft.Icons.SMS_ROUNDED) for row in offered if row.text_link]
        emergency = shipped.emergencies.get(self._looks.country)
        if emergency and emergency.digits:
            words = _("In danger now? Call {number}").format(number=emergency.digits)
            return [title, *ways, link_button(words, f"tel:{emergency.digits}", ft.Icons.EMERGENCY_ROUNDED)]
        advice = line(_("112 or 911 may work where you are."), Style.BODY_SMALL, Colour.ON_SURFACE_VARIANT)
        calls = [link_button(_("Call {number}").format(number=number), f"tel:{number}") for number in EMERGENCY]
        return [title, *ways, advice, *calls]

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
        self.draw(self._looks)

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
                self.draw(self._looks)

        return handle


def _column(parts: list[ft.Control], spacing: int) -> ft.Control:
    return ft.Column(parts, spacing=spacing, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)
