"""The sheet of a check-in's details: everything optional, every tap saved. Imports `domain` and `views`."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

import flet as ft

from domain import check_ins as rules
from domain.check_ins import Question
from domain.errors import InTheFuture
from domain.models import CheckIn, utc_instant
from views import theme
from views.components.activities import Activities
from views.components.basics import Colour, Style, heading, line, main_button, text, text_button
from views.components.check_in_card import SaveTrouble
from views.components.entry import field_style
from views.components.feelings import Feelings
from views.components.frame import go, help_button
from views.components.night import Distress, Night
from views.components.scale import scale
from views.components.when import When
from views.guard import component
from views.state import Change, Edit, TendState
from views.wording import calm_words
from views.words import _

NOW = "now"  # in the route: the current check-in, or a new one
TOP_GAP = 64  # above the sheet, as high as the bar it covers
NOTE_LINES = 3

Move = Callable[[datetime], None]  # to a naive local time


@component
def CheckInSheet(state: TendState, sheet_id: str, back: str) -> ft.Control:
    """The sheet over `back`, the route it closes to. On Today it adds to what was tapped; in History it holds all."""
    # A check-in without answers is not stored: until one comes, and again when the last is cleared, it lives here.
    blank = ft.use_ref(lambda: _begin(state, sheet_id, whole=back != "/"))
    _drawn, draw_again = ft.use_state(blank.current)
    check_in = _latest(state, blank.current)

    def edit(change: Change) -> None:
        blank.current = change(_latest(state, blank.current))
        state.change(blank.current)
        draw_again(blank.current)

    def move(local: datetime) -> None:
        try:
            edit(lambda now: rules.moved(now, state.local_time(local), state.now))
        except InTheFuture as error:
            state.refuse(error)

    def closed() -> None:
        ft.context.page.navigate(back)

    sheet = None
    if check_in:
        sheet = ft.BottomSheet(
            content=_content(state, check_in, edit, move, back),
            on_dismiss=state.on(closed),
            bgcolor=Colour.SURFACE_CONTAINER_LOW,
            scrollable=True,
            use_safe_area=True,
            shape=ft.RoundedRectangleBorder(radius=ft.BorderRadius.only(top_left=theme.SHEET, top_right=theme.SHEET)),
            size_constraints=ft.BoxConstraints(max_width=theme.PAGE_WIDTH + 2 * theme.MARGIN),
        )
    ft.use_dialog(sheet)
    return ft.Container(width=0, height=0)


def _latest(state: TendState, blank: CheckIn | None) -> CheckIn | None:
    return blank and (state.check_in(blank.id) or blank)


def _begin(state: TendState, sheet_id: str, whole: bool) -> CheckIn | None:
    if sheet_id != NOW:
        return state.check_in(sheet_id)
    instant, offset = utc_instant(state.now)
    current = None if whole else rules.current(state.check_ins, state.now)
    return current or CheckIn(uuid.uuid4().hex, instant, offset)


def _content(state: TendState, check_in: CheckIn, edit: Edit, move: Move, back: str) -> ft.Control:
    whole = back != "/"
    title = _("Check-in") if whole else _("More, if you like")
    name = heading(title, Style.TITLE_LARGE, level=1)
    head = ft.Row(
        [ft.Container(expand=True) if state.large_text else ft.Container(name, expand=True), help_button(state, back)],
        spacing=theme.S,
    )
    parts: list[ft.Control] = [
        head,
        *([name] if state.large_text else []),
        line(_("All of it is optional. Each tap saves itself."), Style.BODY_SMALL, Colour.ON_SURFACE_VARIANT),
        When(state, check_in, move),
    ]
    if isinstance(state.problem, InTheFuture):
        parts.append(_refusal(state.problem))
    if state.unsaved:
        parts.append(SaveTrouble(state))
    if whole:
        parts += _scales(state, check_in, edit)
    parts += [
        Feelings(state, check_in, edit),
        Activities(state, check_in, edit),
        Night(state, check_in, edit),
        Distress(state, check_in, edit),
        _note(state, check_in, edit),
    ]
    if whole and state.check_in(check_in.id):
        parts.append(_delete(state, check_in, back))
    body = ft.ListView(
        [ft.Column(parts, spacing=theme.L, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)],
        padding=ft.Padding.only(left=theme.MARGIN, right=theme.MARGIN, bottom=theme.L),
        expand=True,
    )
    done = ft.Container(
        main_button(_("Done"), state.on(go, back)),
        padding=ft.Padding.only(left=theme.MARGIN, right=theme.MARGIN, top=theme.S, bottom=theme.L),
    )
    column = ft.Column([_handle(), body, done], spacing=0, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)
    return ft.Container(column, height=max(ft.context.page.height - TOP_GAP, 300))


def _handle() -> ft.Control:
    bar = ft.Container(width=36, height=4, border_radius=2, bgcolor=Colour.OUTLINE)
    return ft.Container(bar, alignment=ft.Alignment.CENTER, padding=ft.Padding.only(top=theme.M, bottom=theme.XS))


def _scales(state: TendState, check_in: CheckIn, edit: Edit) -> list[ft.Control]:
    def answered(question: Question, value: int) -> None:
        edit(lambda now: replace(now, **{question.value: None if getattr(now, question) == value else value}))

    found: list[ft.Control] = []
    for question, words in ((Question.MOOD, _("How were you?")), (Question.ENERGY, _("And your energy?"))):
        chosen = getattr(check_in, question)
        found.append(heading(words))
        found.append(scale(question, chosen, lambda value, q=question: state.on(answered, q, value), state.large_text))
    return found


def _note(state: TendState, check_in: CheckIn, edit: Edit) -> ft.Control:
    return ft.TextField(
        value=check_in.note,
        label=_("Note"),
        hint_text=_("Only for you"),
        multiline=True,
        min_lines=1,
        max_lines=NOTE_LINES * 4,
        key="note",
        on_change=state.on_value(lambda note: edit(lambda now: replace(now, note=note))),
        **field_style(),
    )


def _refusal(error: Exception) -> ft.Control:
    words = calm_words(error)
    lines = [
        text(words.title, colour=Colour.ON_ERROR_CONTAINER, weight=ft.FontWeight.W_600),
        text(words.advice, Style.BODY_SMALL, Colour.ON_ERROR_CONTAINER),
    ]
    box = ft.Container(
        ft.Column(lines, spacing=theme.XS), bgcolor=Colour.ERROR_CONTAINER, border_radius=theme.INNER, padding=theme.L
    )
    return ft.Semantics(live_region=True, content=box)


def _delete(state: TendState, check_in: CheckIn, back: str) -> ft.Control:
    def delete() -> None:
        state.delete(check_in)
        ft.context.page.navigate(back)

    return ft.Row([text_button(_("Delete this"), state.on(delete), icon=ft.Icons.DELETE_OUTLINE_ROUNDED)])
