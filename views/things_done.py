"""Things I did: small wins and strengths gathered from what was marked, to be read on a bad day.

Imports `domain` and `views`.
"""

from __future__ import annotations

import flet as ft

from domain.goals import Answer, Mark, Strength
from domain.noticing import DayDone, days_done, shown_from
from domain.progress import returns, since
from views import formats, theme
from views.aims import Aims
from views.components.aftermath import trouble
from views.components.areas import value_name
from views.components.basics import Colour, Style, card, heading, icon_button, line, text, text_button
from views.components.frame import DONE, STRENGTHS, detail_bar, glowing_page, open_over
from views.components.rows import row
from views.components.sizes import SIZE_PICTURES
from views.components.undo import undo_bar
from views.guard import view_component
from views.state import TendState
from views.strengths import titles
from views.wording import answer_name, size_name, win_words
from views.words import _, ngettext

DAYS_AT_ONCE = 21  # drawing sixty full days takes a phone seconds
SMALL_DAYS_AT_ONCE = 14  # at low energy
PICTURES = SIZE_PICTURES | {Answer.TRIED: ft.Icons.SPA_ROUNDED, Answer.RESTED: ft.Icons.BEDTIME_ROUNDED}


@view_component
def ThingsDone(state: TendState, aims: Aims) -> ft.View:
    """Strengths, how often the person came back, then the days, the latest first."""
    asked_for, ask_for = ft.use_state(None)
    is_changing, change = ft.use_state(False)
    marks, days = aims.marks.all(), SMALL_DAYS_AT_ONCE if state.outlook.is_small else DAYS_AT_ONCE
    first = asked_for or shown_from(marks, days)
    parts = [*trouble(state), *_strengths(aims)]
    if first is None:
        parts.append(line(_("Nothing here yet. It fills by itself.")))
    else:
        parts += _came_back(aims)
        parts += [_day(state, aims, day, is_changing) for day in days_done(since(marks, first), aims.tended)]
        before = shown_from(marks, days, first)
        if before:
            parts.append(ft.Row([text_button(_("Show more"), state.on(ask_for, before))]))
        name = _("I am done changing") if is_changing else _("Change what stands here")
        parts.append(ft.Row([text_button(name, state.on(change, not is_changing))]))
    strengths = row(
        ft.Icons.LOCAL_FLORIST_ROUNDED,
        _("My strengths"),
        _("What I am good at, in my words."),
        state.on(open_over, state, STRENGTHS),
    )
    parts.append(card(strengths, padding=0))
    below = undo_bar(state, aims, aims.marks)
    page = glowing_page(detail_bar(state, _("Things I did"), DONE), parts, theme.GREEN, below)
    return ft.View(controls=[page], padding=0, fullscreen_dialog=True)


def _strengths(aims: Aims) -> list[ft.Control]:
    """Both lists; one without a line is left out."""
    parts: list[ft.Control] = []
    for is_from_others, title in enumerate(titles()):
        here = [strength for strength in aims.strengths.all() if strength.is_from_others is bool(is_from_others)]
        if here:
            parts += [heading(title), card(_lines(here))]
    return parts


def _lines(strengths: list[Strength]) -> ft.Control:
    return ft.Column(
        [line(strength.words, Style.BODY_LARGE, key=strength.id) for strength in strengths], spacing=theme.S
    )


def _came_back(aims: Aims) -> list[ft.Control]:
    """Said when it is true."""
    count = len(returns(aims.tended.days))
    if not count:
        return []
    words = ngettext("You came back after a gap {count} time.", "You came back after a gap {count} times.", count)
    return [_honey(ft.Icons.REPLAY_ROUNDED, [words.format(count=count)])]


def _day(state: TendState, aims: Aims, day: DayDone, is_changing: bool) -> ft.Control:
    title = heading(formats.day_name(day.day, state.now.date()))
    lines = [_mark(state, aims, mark, is_changing) for mark in day.marks]
    noticed = [_honey(ft.Icons.LOCAL_FLORIST_ROUNDED, [win_words(win) for win in day.wins])] if day.wins else []
    return ft.Column(
        [
            ft.Container(title, padding=ft.Padding.only(top=theme.S)),
            card(ft.Column([*lines, *noticed], spacing=theme.M, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)),
        ],
        spacing=theme.S,
        key=f"day-{day.day}",
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


def _mark(state: TendState, aims: Aims, mark: Mark, is_changing: bool) -> ft.Control:
    goal = aims.goals.get(mark.goal_id)
    value = aims.values.get(goal.value_id) if goal else None
    what = mark.words or (goal.words if goal else "")
    came = size_name(mark.size) if mark.size else answer_name(mark.answer)
    more = [came] if what else []
    more += [value_name(value)] if value else []
    lines = [text(what or came, Style.BODY_LARGE)]
    if more:
        lines.append(text(" ".join(f"{part}." for part in more), Style.BODY_SMALL, Colour.ON_SURFACE_VARIANT))
    picture = ft.Icon(PICTURES[mark.size or mark.answer], color=Colour.PRIMARY, size=24)
    parts: list[ft.Control] = [picture, ft.Column(lines, spacing=0, expand=True)]
    if is_changing:
        name = _("Remove: {words}").format(words=what or came)
        parts.append(icon_button(ft.Icons.CLOSE_ROUNDED, name, state.on(aims.delete, aims.marks, mark)))
    return ft.Row(parts, spacing=theme.M, key=mark.id)


def _honey(icon: ft.IconData, sentences: list[str]) -> ft.Control:
    """What is worth noticing, in the colour of rest and strengths."""
    words = ft.Column([line(sentence, colour=Colour.ON_SECONDARY_FIXED) for sentence in sentences], spacing=theme.XS)
    words.expand = True
    return ft.Container(
        ft.Row([ft.Icon(icon, color=Colour.SECONDARY_FIXED_DIM, size=24), words], spacing=theme.M),
        bgcolor=Colour.SECONDARY_FIXED,
        border_radius=theme.INNER,
        padding=theme.M,
    )
