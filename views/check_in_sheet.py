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
from views.acting import Handler
from views.components.activities import activities
from views.components.basics import Colour, Style, heading, line, main_button, text_button
from views.components.check_in_card import save_trouble
from views.components.entry import field_style
from views.components.feelings import feelings
from views.components.form import Change, Form
from views.components.frame import bar_row, go, help_button, laid_out
from views.components.night import distress, night
from views.components.plan_signs import SignsToday
from views.components.problem import problem
from views.components.scale import scale
from views.components.tappable import Tappable
from views.components.when import calendar, clock, when
from views.guard import view_component
from views.state import TendState
from views.unwatched import Unwatched
from views.words import _

NOW = "now"  # in the route: the current check-in, or a new one
TOP_GAP = 64  # above the sheet, as high as the bar it covers
BELOW = TOP_GAP + theme.SHEET  # what shows behind the rounded corners
SCRIM = ft.Colors.with_opacity(0.38, Colour.SCRIM)
FLICK = 100  # logical pixels a second, downwards
NOTE_LINES = 12


@view_component
def CheckInSheet(state: TendState, back: str) -> ft.View:
    """The sheet of the check-in named in the route, over `back`, to which it closes.

    On Today it adds to what was tapped; in History it holds everything. It is a view and not one of Flet's bottom
    sheets: those lie over every view, Help now included, and do not go when an address takes them away.
    """
    sheet_id = ft.use_route_params().get("id", NOW)
    # A check-in without answers is not stored: until one comes, and again when the last is cleared, it lives here.
    opened, blank = ft.use_ref(""), ft.use_ref(None)
    question, written, day = ft.use_ref(""), ft.use_ref(""), ft.use_ref(None)
    drawn, draw = ft.use_state(0)
    whole, address = back != "/", f"{back}:{sheet_id}"
    if opened.current != sheet_id:
        opened.current, question.current = sheet_id, ""
        held = state.draft and state.draft[0] == address
        blank.current = state.draft[1] if held else _begin(state, sheet_id, whole)
    check_in = _latest(state, blank.current)

    async def edit(change: Change) -> None:
        blank.current = change(_latest(state, blank.current))
        saving = state.change(blank.current)
        draw(drawn + 1)
        await saving

    def hold_on() -> None:
        latest = _latest(state, blank.current)
        state.draft = (address, latest) if latest else None

    async def move(local: datetime) -> None:
        try:
            await edit(lambda now: rules.moved(now, state.local_time(local), state.now))
        except InTheFuture as error:
            state.refuse(error)

    form = check_in and Form(state, check_in, edit, question, written, lambda: draw(drawn + 1))
    ft.use_dialog(calendar(form, day) if form else None)
    ft.use_dialog(clock(form, day, move) if form else None)
    parts = _title(state, whole, hold_on)
    parts += _parts(form, whole) if form else [line(_("This check-in is not here any more."))]
    if form and whole and state.log.get(form.check_in.id):
        parts.append(_delete(form, back))
    return ft.View(controls=[_over(state, back, _content(state, back, parts))], padding=0, fullscreen_dialog=True)


def _latest(state: TendState, blank: CheckIn | None) -> CheckIn | None:
    return blank and (state.log.get(blank.id) or blank)


def _begin(state: TendState, sheet_id: str, whole: bool) -> CheckIn | None:
    if sheet_id != NOW:
        return state.log.get(sheet_id)
    instant, offset = utc_instant(state.now)
    current = None if whole else rules.current(state.check_ins, state.now)
    return current or CheckIn(uuid.uuid4().hex, instant, offset)


def _over(state: TendState, back: str, content: ft.Control) -> ft.Control:
    """The content as a sheet: rounded, over a dark strip that closes it when tapped."""
    close = state.on(_close, state, back)
    strip = ft.Container(bgcolor=SCRIM, height=BELOW, on_click=close, tooltip=_("Close"))
    below = Tappable(
        label=_("Close"), button=True, container=True, on_click=close, exclude_semantics=True, content=strip
    )
    corners = ft.BorderRadius.only(top_left=theme.SHEET, top_right=theme.SHEET)
    sheet = ft.Container(
        ft.Container(content, width=theme.PAGE_WIDTH + 2 * theme.MARGIN, alignment=ft.Alignment.TOP_CENTER),
        bgcolor=Colour.SURFACE_CONTAINER_LOW,
        border_radius=corners,
        top=TOP_GAP,
        left=0,
        right=0,
        bottom=0,
        alignment=ft.Alignment.TOP_CENTER,
    )
    strip_place = ft.Container(below, left=0, right=0, top=0)
    return ft.Stack([strip_place, sheet], expand=True, fit=ft.StackFit.EXPAND, on_size_change=laid_out)


def _close(state: TendState, back: str) -> None:
    state.close_sheet()
    go(back)


def _parts(form: Form, whole: bool) -> list[ft.Control]:
    state = form.state
    optional = _("All of it is optional. Each tap saves itself.")
    parts = [line(optional, Style.BODY_SMALL, Colour.ON_SURFACE_VARIANT), when(form)]
    parts += problem(state, beside_save=True)
    if state.is_refused:
        parts.append(save_trouble(state))
    if whole:
        parts += _scales(form)
    signs = [SignsToday(Unwatched(state), state.plan)] if form.check_in.local.date() == state.now.date() else []
    return [*parts, feelings(form), activities(form), night(form), distress(form), _note(form), *signs]


def _content(state: TendState, back: str, parts: list[ft.Control]) -> ft.Control:
    body = ft.ListView(
        [ft.Column(parts, spacing=theme.L, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)],
        padding=ft.Padding.only(left=theme.MARGIN, right=theme.MARGIN, bottom=theme.L),
        expand=True,
    )
    done = ft.Container(
        main_button(_("Done"), state.on(_close, state, back)),
        padding=ft.Padding.only(left=theme.MARGIN, right=theme.MARGIN, top=theme.S, bottom=theme.L),
    )
    handle = _handle(state, back)
    return ft.Column([handle, body, done], spacing=0, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)


def _title(state: TendState, whole: bool, hold_on: Callable[[], None]) -> list[ft.Control]:
    title = heading(_("Check-in") if whole else _("More, if you like"), Style.TITLE_LARGE, level=1)
    return [bar_row(state, [], title, [help_button(state, hold_on)], inset=0)]


def _handle(state: TendState, back: str) -> ft.Control:
    """The bar to drag the sheet down by."""

    def dragged(event: ft.DragEndEvent) -> None:
        if (event.primary_velocity or 0) > FLICK:
            _close(state, back)

    bar = ft.Container(width=36, height=4, border_radius=2, bgcolor=Colour.OUTLINE)
    grip = ft.Container(bar, alignment=ft.Alignment.TOP_CENTER, padding=ft.Padding.only(top=theme.M), height=theme.XL)
    return ft.GestureDetector(
        grip,
        exclude_from_semantics=True,
        on_vertical_drag_end=state.on_event(dragged),
    )


def _scales(form: Form) -> list[ft.Control]:
    def tapped(question: Question) -> Callable[[int], Handler]:
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


def _delete(form: Form, back: str) -> ft.Control:
    async def delete() -> None:
        await form.state.delete(form.check_in)
        go(back)

    return ft.Row([text_button(_("Delete this"), form.state.on(delete), icon=ft.Icons.DELETE_OUTLINE_ROUNDED)])
