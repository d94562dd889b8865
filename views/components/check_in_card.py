"""The card on Today: two questions, one tap each, and what became of it. Imports `domain` and `views`."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass

import flet as ft

from domain import check_ins as rules
from domain.check_ins import Question
from domain.errors import StorageError
from domain.models import CheckIn
from domain.pacing import next_change
from domain.texts import texts
from views import formats, theme
from views.acting import Handler
from views.components.basics import Colour, Style, card, heading, line, text, text_button
from views.components.frame import HELP, open_over, open_sheet
from views.components.scale import picture, scale, spoken_answer, step_name
from views.doing import new_id
from views.guard import component
from views.outlook import Outlook
from views.state import TendState
from views.wording import calm_words
from views.words import _

RETRY_SECONDS = 5
VERY_HARD = 1


@dataclass(frozen=True)
class Tapping:
    """Gives the handler of each step of a question: the same for every drawing, so that other steps stay as drawn."""

    state: TendState
    question: Question

    def __call__(self, value: int) -> Handler:
        return self.state.on(self.state.tap, self.question, value)


@component
def CheckInCard(state: TendState) -> ft.Control:
    """The two scales, or one folded row for two hours after a check-in made on an earlier stay."""
    asked_again, ask_again = ft.use_state(False)
    recent = folded(state)
    if recent and not state.is_refused and not asked_again:
        return _folded(state, recent, lambda: ask_again(True))
    return _open(state, rules.current(state.check_ins, state.now))


def folded(state: TendState) -> CheckIn | None:
    """The check-in of an earlier stay that the card is folded to, unless the person asks again."""
    recent = rules.fresh(state.check_ins, state.now)
    return None if state.taps or (recent and recent.id == state.touched) else recent


async def note_energy(state: TendState, value: int, anew: bool) -> None:
    """Note the energy from elsewhere on Today; a folded card stays so, and pushes nothing away from the thumb."""
    if folded(state):
        check_in, _tap = rules.answer(() if anew else state.check_ins, Question.ENERGY, value, state.now, new_id())
        await state.log.keep(check_in)
    else:
        await state.tap(Question.ENERGY, value, anew)


def _open(state: TendState, current: CheckIn | None) -> ft.Control:
    large = state.large_text
    mood = scale(Question.MOOD, current.mood if current else None, Tapping(state, Question.MOOD), large)
    energy = scale(Question.ENERGY, current.energy if current else None, Tapping(state, Question.ENERGY), large)
    parts: list[ft.Control] = [_titled(_("How are you right now?"), mood), _titled(_("And your energy?"), energy)]
    if current and current.mood == VERY_HARD and current.id not in state.alone:
        parts.append(_company(state, current))  # below both: what comes must not move what the next tap is aimed at
    parts.append(save_trouble(state) if state.is_refused else _saved_row(state, current))
    column = ft.Column(parts, spacing=theme.M, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)
    return card(column, padding=ft.Padding.only(left=theme.S, top=theme.L, right=theme.S, bottom=theme.S))


def _titled(title: str, content: ft.Control) -> ft.Control:
    head = ft.Container(heading(title), padding=ft.Padding.only(left=theme.S))
    return ft.Column([head, content], spacing=theme.S, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)


def _saved_row(state: TendState, current: CheckIn | None) -> ft.Control:
    saved: list[ft.Control] = []
    if current and state.log.is_saved(current.id):
        words = _("Saved {time}").format(time=formats.time_of_day(current.local))
        saved = [
            ft.Icon(ft.Icons.CHECK_ROUNDED, size=20, color=Colour.ON_SURFACE_VARIANT),
            ft.Semantics(live_region=True, content=text(words, Style.BODY_SMALL, Colour.ON_SURFACE_VARIANT)),
        ]
    buttons = [text_button(_("Undo"), state.on(state.undo_tap))] if state.taps else []
    buttons.append(text_button(_("Add more"), state.on(open_sheet, state, "/check-in/now")))
    return ft.Row(
        [
            ft.Container(ft.Row(saved, spacing=theme.S, tight=True), padding=ft.Padding.only(left=theme.S)),
            ft.Row(buttons, spacing=theme.S, tight=True),
        ],
        alignment=ft.MainAxisAlignment.SPACE_BETWEEN,
        wrap=state.large_text,
    )


def _folded(state: TendState, recent: CheckIn, ask_again: Callable[[], None]) -> ft.Control:
    answers: list[ft.Control] = []
    if recent.mood:
        answers.append(_answer(Question.MOOD, recent.mood))
    if recent.energy:
        answers.append(_answer(Question.ENERGY, recent.energy))
    time = text(formats.time_of_day(recent.local), Style.BODY_SMALL, Colour.ON_SURFACE_VARIANT)
    again = text_button(_("Check in again"), state.on(ask_again))
    return card(ft.Row([*answers, time, again], spacing=theme.L, run_spacing=theme.S, wrap=True))


def _answer(question: Question, value: int) -> ft.Control:
    name = text(step_name(question, value), Style.BODY_SMALL, semantics_label=spoken_answer(question, value))
    return ft.Row([picture(question, value, Colour.ON_SURFACE), name], spacing=theme.S, tight=True)


def _company(state: TendState, current: CheckIn) -> ft.Control:
    buttons = ft.Row(
        [
            text_button(_("Help now"), state.on(open_over, state, HELP)),
            text_button(_("No thanks"), state.on(_decline, state, current.id)),
        ],
        spacing=theme.S,
        wrap=True,
    )
    words = ft.Container(line(_("That sounds hard. Want company?")), padding=ft.Padding.only(left=theme.S))
    return ft.Column([words, buttons], spacing=0)


def _decline(state: TendState, check_in_id: str) -> None:
    state.alone = state.alone | {check_in_id}


def save_trouble(state: TendState) -> ft.Control:
    """Says that something is not saved yet, and lets the person try again or take their words elsewhere."""
    words = "\n\n".join(written for shelf in state.shelves for record in shelf.unsaved for written in texts(record))
    buttons: list[ft.Control] = []
    if state.can_write:
        buttons.append(text_button(_("Try again"), state.on(state.try_again)))
    if words:
        buttons.insert(0, ft.TextButton(_("Copy my words"), action=ft.CopyToClipboard(words)))
    if not state.can_write:
        lines = [text(_("Not saved yet. To keep it, use Tend here."), weight=ft.FontWeight.W_600)]
    else:
        lines = [text(_("Not saved yet. Tend keeps trying."), weight=ft.FontWeight.W_600)]
    if state.can_write and isinstance(state.problem, StorageError):
        lines.append(text(calm_words(state.problem).title, Style.BODY_SMALL))
    parts = [ft.Semantics(live_region=True, content=ft.Column(lines, spacing=theme.XS)), ft.Row(buttons, wrap=True)]
    return ft.Container(
        ft.Column(parts, spacing=0), bgcolor=Colour.SURFACE_CONTAINER_HIGH, border_radius=theme.INNER, padding=theme.L
    )


@component
def TurnOfDay(state: TendState, outlook: Outlook) -> ft.Control:
    """Nothing to see: looks again when the day turns, or the energy is not known any more, while Tend stays open.

    It sleeps till then. A device that slept meanwhile holds the sleep too: it begins anew once Tend is seen again.
    """

    async def look_again() -> None:
        while True:
            left = (next_change(outlook.known_at, state.now) - state.now).total_seconds()
            await asyncio.sleep(max(left, 1))
            await state.do_quietly(state.come_back)

    task = ft.use_ref(None)

    def begin() -> None:
        task.current = asyncio.ensure_future(look_again())

    ft.use_effect(
        begin, dependencies=[outlook.known_at, outlook.seen_at], cleanup=lambda: task.current and task.current.cancel()
    )
    return ft.Container(width=0, height=0)


@component
def KeepTrying(state: TendState) -> ft.Control:
    """Nothing to see: while something is unsaved, writes it again every few seconds."""
    waiting = state.is_refused and state.can_write

    async def keep_trying() -> None:
        while state.is_refused and state.can_write:
            await asyncio.sleep(RETRY_SECONDS)
            await state.do_quietly(state.try_again)

    async def nothing_to_do() -> None:
        pass

    ft.use_effect(keep_trying if waiting else nothing_to_do, dependencies=[waiting], cleanup=lambda: None)
    return ft.Container(width=0, height=0)
