"""History: the check-ins by day, to read, edit, and delete with a way back. Imports `domain` and `views`."""

from __future__ import annotations

import flet as ft

from domain import check_ins as rules
from domain.check_ins import Day, Question
from domain.models import CheckIn
from views import formats, theme
from views.components.basics import Colour, Style, card, heading, line, text, text_button
from views.components.frame import glowing_page, open_sheet, root_bar
from views.components.notices import notices
from views.components.problem import problem
from views.components.scale import picture, spoken_answer, step_name
from views.guard import component
from views.state import TendState
from views.wording import feeling_name, sleep_names
from views.words import _

DAYS_AT_ONCE = 14
SHOWN_OF_NOTE = 200  # characters; the sheet holds the whole


@component
def History(state: TendState) -> ft.Control:
    """Fourteen days at first, more on asking."""
    shown, show = ft.use_state(DAYS_AT_ONCE)
    days = rules.by_day(state.check_ins, shown + 1)  # one more, to know whether there is more
    parts = [*notices(state), *problem(state)]
    if not days:
        parts.append(line(_("Nothing here yet. Your check-ins will gather here.")))
    parts += [_day(state, day) for day in days[:shown]]
    if len(days) > shown:
        parts.append(text_button(_("Show more days"), state.on(show, shown + DAYS_AT_ONCE)))
    add = text_button(_("Add a past check-in"), state.on(open_sheet, state, "/history/now"), icon=ft.Icons.ADD_ROUNDED)
    parts.append(ft.Row([add]))
    return glowing_page(
        root_bar(state, heading(_("History"), Style.TITLE_LARGE, level=1)), parts, below=_deleted(state)
    )


def _day(state: TendState, day: Day) -> ft.Control:
    name = formats.day_name(day.date, state.now.date())
    rows = [_row(state, check_in) for check_in in day.check_ins]
    parts: list[ft.Control] = [ft.Container(heading(name), padding=ft.Padding.only(top=theme.S))]
    parts.append(card(ft.Column(rows, spacing=theme.XS), padding=theme.S))
    return ft.Column(parts, spacing=theme.S, key=f"day-{day.date}", horizontal_alignment=ft.CrossAxisAlignment.STRETCH)


def _row(state: TendState, check_in: CheckIn) -> ft.Control:
    answers: list[ft.Control] = [
        text(formats.time_of_day(check_in.local), Style.BODY_LARGE, weight=ft.FontWeight.W_600)
    ]
    for question, value in ((Question.MOOD, check_in.mood), (Question.ENERGY, check_in.energy)):
        if value:
            name = text(step_name(question, value), semantics_label=spoken_answer(question, value))
            answers.append(
                ft.Row([picture(question, value, Colour.ON_SURFACE, 22), name], spacing=theme.XS, tight=True)
            )
    parts: list[ft.Control] = [ft.Row(answers, spacing=theme.L, run_spacing=theme.XS, wrap=True)]
    parts += [text(line, Style.BODY_SMALL, Colour.ON_SURFACE_VARIANT) for line in _details(check_in)]
    if check_in.note:
        parts.append(text(check_in.note[:SHOWN_OF_NOTE], max_lines=3, overflow=ft.TextOverflow.ELLIPSIS))
    arrow = ft.Icon(ft.Icons.CHEVRON_RIGHT_ROUNDED, color=Colour.ON_SURFACE_VARIANT, size=20)
    words = ft.Column(parts, spacing=theme.XS, expand=True)
    return ft.TextButton(
        content=ft.Row([words, arrow], spacing=theme.S),
        key=check_in.id,
        on_click=state.on(open_sheet, state, f"/history/{check_in.id}"),
        style=ft.ButtonStyle(
            padding=theme.S,
            shape=ft.RoundedRectangleBorder(radius=theme.FIELD),
            alignment=ft.Alignment.CENTER_LEFT,
        ),
    )


def _details(check_in: CheckIn) -> list[str]:
    lines = []
    if check_in.feelings:
        lines.append(", ".join(feeling_name(word) for word in check_in.feelings))
    if check_in.activities:
        lines.append(", ".join(done.name for done in check_in.activities))
    night = []
    if check_in.sleep:
        night.append(sleep_names()[check_in.sleep])
    if check_in.sleep_hours is not None:
        night.append(formats.hours(check_in.sleep_hours))
    if night:
        lines.append(_("Sleep: {night}").format(night=", ".join(night)))
    if check_in.distress is not None:
        lines.append(_("Distress: {value} of 10").format(value=check_in.distress))
    return lines


def _deleted(state: TendState) -> ft.Control | None:
    if state.deleted is None:
        return None
    row = ft.Row(
        [
            ft.Container(text(_("Deleted."), colour=Colour.ON_INVERSE_SURFACE), expand=True),
            text_button(_("Undo"), state.on(state.undo_delete), colour=Colour.INVERSE_PRIMARY),
        ]
    )
    bar = ft.Container(
        row,
        bgcolor=Colour.INVERSE_SURFACE,
        border_radius=theme.INNER,
        padding=ft.Padding.only(left=theme.L, right=theme.S, top=theme.XS, bottom=theme.XS),
    )
    return ft.Container(ft.Semantics(live_region=True, content=bar), padding=theme.L)
