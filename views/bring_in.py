"""Bring in a file: look at it first, choose what happens to what is here, and undo it. Imports Flet and `views`."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import flet as ft

from domain.errors import InputRefused
from views import theme
from views.components.basics import Colour, Style, card, heading, line, main_button, text, text_button
from views.components.choices import choice, choices
from views.components.frame import BRING_IN, detail_bar, glowing_page
from views.components.passphrase import WORDS, PassphraseField, Typed
from views.components.problem import problem
from views.components.rows import busy, done
from views.file_words import came_in, inside, replace_words, row_reasons
from views.guard import view_component
from views.ports import Incoming
from views.state import TendState
from views.wording import mood_names
from views.words import _, ngettext
from views.zone import ThisPhone

MAX_BYTES = 50_000_000  # as storage/foreign_json.py has it
ROWS_SHOWN = 20


@dataclass
class Visit:
    """One file on its way in."""

    content: bytes | None = None
    incoming: Incoming | None = None
    is_sealed: bool = False
    unplaced: tuple[str, ...] = ()  # moods the person has to place first
    moods: dict[str, int] = field(default_factory=dict)
    typed: Typed = field(default_factory=Typed)
    is_busy: bool = False
    is_done: bool = False
    is_undone: bool = False
    replaced: bool = False  # by what came in, and not only added to


@view_component
def BringIn(state: TendState) -> ft.View:
    """The steps, one at a time; nothing changes before the last."""
    visit = ft.use_ref(Visit())
    _drawn, draw = ft.use_state(0)
    steps = Steps(state, visit.current, lambda: draw(lambda drawn: drawn + 1))
    page = glowing_page(detail_bar(state, _("Bring in a file"), BRING_IN), [*problem(state), *steps.parts()])
    return ft.View(controls=[page], padding=0, fullscreen_dialog=True)


class Steps:
    """What stands on the screen at each step, and what its buttons do."""

    def __init__(self, state: TendState, visit: Visit, draw: Any) -> None:
        self.state, self.visit, self.draw = state, visit, draw

    def parts(self) -> list[ft.Control]:
        """The cards of the present step."""
        visit = self.visit
        if visit.is_busy:
            return [card(busy(_("Looking at the file.")))]
        if visit.is_done:
            return [card(_column(self._done()))]
        if visit.incoming:
            return self._preview(visit.incoming)
        if visit.is_sealed:
            return [card(_column(self._sealed()))]
        if visit.unplaced:
            return [card(_column(self._moods()))]
        return [card(_column(self._asking()))]

    def _asking(self) -> list[ft.Control]:
        asking = [
            *([done(_("Undone. Everything is as it was before."))] if self.visit.is_undone else []),
            line(_("A Tend backup, a Tend table, or an export from Daylio.")),
            line(_("You see what is inside before anything changes."), Style.BODY_SMALL, Colour.ON_SURFACE_VARIANT),
            main_button(_("Choose a file"), self.state.on(self.choose), icon=ft.Icons.FILE_OPEN_ROUNDED),
        ]
        if self.state.vault.can_take_back:
            undo = text_button(_("Undo the last file"), self.state.on(self.undo), icon=ft.Icons.UNDO_ROUNDED)
            asking.append(ft.Row([undo]))
        return asking

    def _sealed(self) -> list[ft.Control]:
        return [
            line(_("This backup has a passphrase.")),
            PassphraseField(self.state, _("Passphrase"), self.visit.typed, WORDS, on_submit=self.state.on(self.look)),
            main_button(_("Open it"), self.state.on(self.look)),
        ]

    def _moods(self) -> list[ft.Control]:
        visit = self.visit
        parts: list[ft.Control] = [
            heading(_("Where do these moods belong?")),
            line(_("One left open comes in without a mood."), Style.BODY_SMALL, Colour.ON_SURFACE_VARIANT),
        ]
        for name in visit.unplaced:
            options = [
                choice(
                    words,
                    visit.moods.get(name) == value,
                    self.state.on(self.place, name, value),
                    spoken=_("{question}, {step}").format(question=name, step=words),
                )
                for value, words in enumerate(mood_names(), 1)
            ]
            parts += [text(name, Style.TITLE_SMALL), choices(options)]
        return [*parts, main_button(_("Go on"), self.state.on(self.look))]

    def _preview(self, incoming: Incoming) -> list[ft.Control]:
        lines = [heading(_("In this file")), *(line(words) for words in inside(incoming, self.state.now))]
        buttons: list[ft.Control] = []
        if not self.state.can_write:
            lines.append(line(_("Here you can read. To bring it in, use Tend here.")))
        elif incoming.preview.new:
            buttons.append(main_button(_("Add what is new"), self.state.on(self.bring_in, False)))
            if incoming.preview.different:
                buttons.append(line(_("What is different stays as it is here."), Style.BODY_SMALL))
        else:
            lines.append(line(_("Everything in it is here already.")))
        if incoming.can_replace and self.state.can_write:
            words = replace_words(incoming.preview)
            replace = text(_("Replace what is here"), Style.LABEL_LARGE)
            style = ft.ButtonStyle(padding=theme.L, side=ft.BorderSide(1.5, Colour.OUTLINE))
            buttons += [line(words, Style.BODY_SMALL, Colour.ON_SURFACE_VARIANT)]
            buttons.append(ft.OutlinedButton(replace, on_click=self.state.on(self.bring_in, True), style=style))
        another = text_button(_("Another file"), self.state.on(self.start_over))
        found = [card(_column([*lines, *buttons, ft.Row([another])]))]
        return [*found, *([card(_column(_unread(incoming)))] if incoming.unread else [])]

    def _done(self) -> list[ft.Control]:
        parts: list[ft.Control] = [done(came_in(self.visit.incoming, self.visit.replaced))]
        if self.state.vault.can_take_back:
            parts.append(line(_("You can undo this until you save something else."), Style.BODY_SMALL))
            undo = text_button(_("Undo"), self.state.on(self.undo), icon=ft.Icons.UNDO_ROUNDED)
            parts.append(ft.Row([undo]))
        return parts

    async def choose(self) -> None:
        """Let the person pick a file, and see what it is."""
        self.state.problem = None
        content = await self._or_refuse(self.state.page.pick_file(MAX_BYTES))
        if content is None:
            return
        self.start_over(content)
        try:
            self.visit.is_sealed = self.state.vault.is_sealed(content)
            self.visit.unplaced = self.state.vault.moods_to_place(content)
        except InputRefused as error:
            self.state.refuse(error)
            self.start_over()
            return
        if not self.visit.is_sealed and not self.visit.unplaced:
            await self.look()

    async def look(self) -> None:
        """Read the file whole."""
        visit, self.state.problem = self.visit, None
        visit.is_busy = True
        self.draw()
        words = visit.typed.words if visit.is_sealed else None
        zone = ThisPhone(self.state.local_time)
        try:
            visit.incoming = await self._or_refuse(self.state.vault.look(visit.content, words, visit.moods, zone))
        finally:
            visit.is_busy = False
            self.draw()

    async def bring_in(self, replace: bool) -> None:
        """Make the change, whole or not at all."""
        incoming = self.visit.incoming
        if await self.state.attempt(lambda: self.state.vault.bring_in(incoming, replace)):
            self.visit.is_done, self.visit.replaced = True, replace
            self.state.saved.set()
            self._show_what_is_kept()

    async def undo(self) -> None:
        """Take it back, where nothing was saved since: a reminder that came meanwhile is noted, too."""
        can_take_back = False

        async def take_back() -> None:
            nonlocal can_take_back
            can_take_back = self.state.vault.can_take_back  # now that it is this one's turn
            await self.state.vault.take_back()

        if await self.state.attempt(take_back) and can_take_back:
            self._show_what_is_kept()
            self.start_over()
            self.visit.is_undone = True
        self.draw()  # else without the button

    def place(self, name: str, value: int) -> None:
        """Say where a mood belongs; the same tap again takes it back."""
        moods = self.visit.moods
        if moods.get(name) == value:
            del moods[name]
        else:
            moods[name] = value
        self.draw()

    def start_over(self, content: bytes | None = None) -> None:
        """Forget the file, or begin with another."""
        vars(self.visit).update(vars(Visit(content)))
        self.draw()

    def _show_what_is_kept(self) -> None:
        self.state.adopt(self.state.records)
        theme.wear(ft.context.page, self.state.preferences)
        ft.context.page.update()
        self.state.page.remember(self.state.preferences.looks)
        self.draw()

    async def _or_refuse(self, doing: Any) -> Any:
        try:
            return await doing
        except InputRefused as error:
            self.state.refuse(error)
            return None


def _column(parts: list[ft.Control]) -> ft.Control:
    return ft.Column(parts, spacing=theme.M, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)


def _unread(incoming: Incoming) -> list[ft.Control]:
    count = len(incoming.unread)
    title = ngettext("{count} row could not be read", "{count} rows could not be read", count).format(count=count)
    reasons = row_reasons()
    shown = [
        line(_("Line {line}: {reason}").format(line=row.line, reason=reasons[row.reason.value]), Style.BODY_SMALL)
        for row in incoming.unread[:ROWS_SHOWN]
    ]
    if count > ROWS_SHOWN:
        shown.append(line(_("And {count} more.").format(count=count - ROWS_SHOWN), Style.BODY_SMALL))
    return [heading(title), *shown]
