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
from views.components.activities import activities
from views.components.basics import Colour, Style, heading, line, main_button, text, text_button
from views.components.check_in_card import save_trouble
from views.components.entry import field_style
from views.components.feelings import feelings
from views.components.form import Change, Form
from views.components.frame import go, help_button
from views.components.night import distress, night
from views.components.scale import scale
from views.components.when import calendar, clock, when
from views.guard import component
from views.state import TendState
from views.wording import calm_words
from views.words import _

NOW = "now"  # in the route: the current check-in, or a new one
TOP_GAP = 64  # above the sheet, as high as the bar it covers
NOTE_LINES = 12


@component
def CheckInSheet(state: TendState, sheet_id: str, path: str, back: str) -> ft.Control:
    """The sheet of the route `path`, over `back`, to which it closes.

    On Today it adds to what was tapped; in History it holds everything.
    """
    # A check-in without answers is not stored: until one comes, and again when the last is cleared, it lives here.
    blank = ft.use_ref(lambda: _begin(state, sheet_id, whole=back != "/"))
    question, written, day = ft.use_ref(""), ft.use_ref(""), ft.use_ref(None)
    drawn, draw = ft.use_state(0)
    check_in = _latest(state, blank.current)

    def edit(change: Change) -> None:
        blank.current = change(_latest(state, blank.current))
        state.change(blank.current)
        draw(drawn + 1)

    def move(local: datetime) -> None:
        try:
            edit(lambda now: rules.moved(now, state.local_time(local), state.now))
        except InTheFuture as error:
            state.refuse(error)

    form = check_in and Form(state, check_in, edit, question, written, lambda: draw(drawn + 1))
    ft.use_dialog(_sheet(form, path, back) if form else None)
    ft.use_dialog(calendar(form, day) if form else None)
    ft.use_dialog(clock(form, day, move) if form else None)
    return ft.Container(width=0, height=0)


def _latest(state: TendState, blank: CheckIn | None) -> CheckIn | None:
    return blank and (state.check_in(blank.id) or blank)


def _begin(state: TendState, sheet_id: str, whole: bool) -> CheckIn | None:
    if sheet_id != NOW:
        return state.check_in(sheet_id)
    instant, offset = utc_instant(state.now)
    current = None if whole else rules.current(state.check_ins, state.now)
    return current or CheckIn(uuid.uuid4().hex, instant, offset)


def _sheet(form: Form, path: str, back: str) -> ft.BottomSheet:
    def dismissed() -> None:
        # Also told when another address took the sheet away: then there is nothing left to close.
        if ft.context.page.route.split("?")[0] == path:
            _close(form.state, back)

    return ft.BottomSheet(
        content=_content(form, back),
        on_dismiss=form.state.on(dismissed),
        bgcolor=Colour.SURFACE_CONTAINER_LOW,
        scrollable=True,
        use_safe_area=True,
        shape=ft.RoundedRectangleBorder(radius=ft.BorderRadius.only(top_left=theme.SHEET, top_right=theme.SHEET)),
        size_constraints=ft.BoxConstraints(max_width=theme.PAGE_WIDTH + 2 * theme.MARGIN),
    )


def _close(state: TendState, back: str) -> None:
    state.close_sheet()
    go(back)


def _content(form: Form, back: str) -> ft.Control:
    state, whole = form.state, back != "/"
    parts = _head(form, back)
    if isinstance(state.problem, InTheFuture):
        parts.append(_refusal(state.problem))
    if state.unsaved:
        parts.append(save_trouble(state))
    if whole:
        parts += _scales(form)
    parts += [feelings(form), activities(form), night(form), distress(form), _note(form)]
    if whole and state.check_in(form.check_in.id):
        parts.append(_delete(form, back))
    body = ft.ListView(
        [ft.Column(parts, spacing=theme.L, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)],
        padding=ft.Padding.only(left=theme.MARGIN, right=theme.MARGIN, bottom=theme.L),
        expand=True,
    )
    done = ft.Container(
        main_button(_("Done"), state.on(_close, state, back)),
        padding=ft.Padding.only(left=theme.MARGIN, right=theme.MARGIN, top=theme.S, bottom=theme.L),
    )
    column = ft.Column([_handle(), body, done], spacing=0, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)
    return ft.Container(column, height=max(state.window_height - TOP_GAP, 300))


def _head(form: Form, back: str) -> list[ft.Control]:
    state = form.state
    title = heading(_("More, if you like") if back == "/" else _("Check-in"), Style.TITLE_LARGE, level=1)
    lead = ft.Container(expand=True) if state.large_text else ft.Container(title, expand=True)
    return [
        ft.Row([lead, help_button(state, back)], spacing=theme.S),
        *([title] if state.large_text else []),
        line(_("All of it is optional. Each tap saves itself."), Style.BODY_SMALL, Colour.ON_SURFACE_VARIANT),
        when(form),
    ]


def _handle() -> ft.Control:
    bar = ft.Container(width=36, height=4, border_radius=2, bgcolor=Colour.OUTLINE)
    return ft.Container(bar, alignment=ft.Alignment.CENTER, padding=ft.Padding.only(top=theme.M, bottom=theme.XS))


def _scales(form: Form) -> list[ft.Control]:
    def tapped(question: Question) -> Callable[[int], Callable[[], None]]:
        return lambda value: form.on_change(lambda now: _answered(now, question, value))

    found: list[ft.Control] = []
    for question, words in ((Question.MOOD, _("How were you?")), (Question.ENERGY, _("And your energy?"))):
        chosen = getattr(form.check_in, question)
        found += [heading(words), scale(question, chosen, tapped(question), form.state.large_text)]
    return found


def _answered(check_in: CheckIn, question: Question, value: int) -> CheckIn:
    return replace(check_in, **{question.value: None if getattr(check_in, question) == value else value})


def _note(form: Form) -> ft.Control:
    return ft.TextField(
        value=form.check_in.note,
        label=_("Note"),
        hint_text=_("Only for you"),
        multiline=True,
        min_lines=1,
        max_lines=NOTE_LINES,
        key="note",
        on_change=form.state.on_value(lambda note: form.edit(lambda now: replace(now, note=note))),
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


def _delete(form: Form, back: str) -> ft.Control:
    def delete() -> None:
        form.state.delete(form.check_in)
        go(back)

    return ft.Row([text_button(_("Delete this"), form.state.on(delete), icon=ft.Icons.DELETE_OUTLINE_ROUNDED)])
