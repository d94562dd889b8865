"""What was written with a skill, the latest first: to read again, and to delete. Imports `domain` and `views`."""

from __future__ import annotations

import flet as ft

from domain.skill_choices import Writing
from views import formats, theme
from views.components.aftermath import trouble
from views.components.basics import Colour, Style, card, line, text, text_button
from views.components.deleted import deleted_bar
from views.components.frame import WRITINGS, detail_bar, glowing_page
from views.guard import component, view_component
from views.practice import Practice
from views.state import TendState
from views.unwatched import Unwatched
from views.words import _

AT_ONCE = 12


@view_component
def Writings(state: TendState, practice: Practice) -> ft.View:
    """A few at a time; each opens in its place."""
    limit, show = ft.use_state(AT_ONCE)
    written = tuple(reversed(practice.writings.all()))
    parts = trouble(state)
    if not written:
        parts.append(line(_("Nothing here yet. Skills with questions keep your answers here.")))
    else:
        parts.append(line(_("It stays with you."), Style.BODY_SMALL, Colour.ON_SURFACE_VARIANT))
    passed = Unwatched(state)
    parts += [WritingCard(passed, writing, key=writing.id) for writing in written[:limit]]
    if len(written) > limit:
        more = state.on(show, limit + AT_ONCE)
        parts.append(ft.Row([text_button(_("Show more"), more, icon=ft.Icons.EXPAND_MORE_ROUNDED)]))
    undo = deleted_bar(state, practice.undo_delete) if isinstance(practice.deleted, Writing) else None
    page = glowing_page(detail_bar(state, _("What I wrote"), WRITINGS), parts, below=undo)
    return ft.View(controls=[page], padding=0, fullscreen_dialog=True)


@component
def WritingCard(passed: Unwatched, writing: Writing) -> ft.Control:
    """Folded: what it was, when, and how it begins. Open: every question with its answer, and Delete."""
    state = passed.state
    is_open, open_ = ft.use_state(False)
    parts: list[ft.Control] = [_head(state, writing, is_open, lambda: open_(not is_open))]
    if is_open:
        answers = [_answer(question, answer) for question, answer in writing.answers if answer.strip()]
        parts.append(ft.Container(ft.Column(answers, spacing=theme.M), padding=theme.M))
        delete = state.on(state.practice.delete_writing, writing)
        parts.append(ft.Row([text_button(_("Delete"), delete, icon=ft.Icons.DELETE_OUTLINE_ROUNDED)]))
    content = ft.Column(parts, spacing=0, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)
    return card(content, padding=theme.XS, key=f"writing-{writing.id}")


def _head(state: TendState, writing: Writing, is_open: bool, turn: object) -> ft.Control:
    lines = [
        text(
            writing.name,
            Style.BODY_LARGE,
            weight=ft.FontWeight.W_600,
            semantics_label=_("{name}, open").format(name=writing.name) if is_open else None,
        ),
        text(formats.day_and_time(writing.local, state.now.date()), Style.BODY_SMALL, Colour.ON_SURFACE_VARIANT),
    ]
    if not is_open:
        first = next((answer.strip() for _question, answer in writing.answers if answer.strip()), "")
        lines.append(text(first, Style.BODY_SMALL, max_lines=2, overflow=ft.TextOverflow.ELLIPSIS))
    icon = ft.Icons.EXPAND_LESS_ROUNDED if is_open else ft.Icons.EXPAND_MORE_ROUNDED
    content = ft.Row(
        [ft.Column(lines, spacing=0, expand=True), ft.Icon(icon, color=Colour.ON_SURFACE_VARIANT)], spacing=theme.M
    )
    return ft.TextButton(
        content=content,
        key=f"open-{writing.id}",
        on_click=state.on(turn),
        style=ft.ButtonStyle(
            padding=theme.M,
            shape=ft.RoundedRectangleBorder(radius=theme.INNER),
            alignment=ft.Alignment.CENTER_LEFT,
        ),
    )


def _answer(question: str, answer: str) -> ft.Control:
    lines = [line(question, Style.BODY_SMALL, Colour.ON_SURFACE_VARIANT), line(answer, Style.BODY_LARGE)]
    return ft.Column(lines, spacing=theme.XS)
