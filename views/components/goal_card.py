"""A goal on the Goals screen: how it went, its three sizes, and what can be done with each of them.

Imports `domain` and `views`. A card draws itself anew when something in it is opened, and the others stay as they are.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

import flet as ft

from domain.goals import Answer, Goal, Mark, Size, step
from domain.people import Person
from domain.progress import MONTH, Days, dots, returns, tended_of_last
from views import theme
from views.acting import Handler
from views.aims import Aims
from views.components.basics import Colour, Style, card, icon_button, text, text_button
from views.components.frame import GOALS, open_over
from views.components.goal_more import MORE, helping, more
from views.guard import component
from views.state import TendState
from views.unwatched import Unwatched
from views.wording import size_name
from views.words import _, ngettext

SIZE_ICONS = {
    Size.FULL: ft.Icons.BATTERY_FULL_ROUNDED,
    Size.GENTLE: ft.Icons.BATTERY_4_BAR_ROUNDED,
    Size.TINY: ft.Icons.BATTERY_1_BAR_ROUNDED,
}
NAME = 68  # wide, so that the words of the three sizes begin below each other
DOT, NO_DOT = 12, 10  # a day without is smaller: not another colour alone
ADDED = "added"


@dataclass(frozen=True)
class Look:
    """What all cards are drawn by."""

    today: date
    fitting: Size
    is_small: bool
    text_size: int
    large_text: bool


@dataclass(frozen=True)
class Shown:
    """One goal; what it takes time to find out is found when its card is open."""

    goal: Goal
    days: Days  # on which it was tended
    helper: Person | None = None
    marked: Mark | None = None  # the answer of this stay, if it was one to this goal
    begins_open: bool = False


@component
def GoalCard(passed: Unwatched, shown: Shown, look: Look) -> ft.Control:
    """The whole card when open, its first two lines when folded; in the small look the tiny size alone."""
    state, goal = passed.state, shown.goal
    turned, turn = ft.use_state(False)
    panel, show = ft.use_state("")
    part = Part(state, shown, look, panel, show)
    if look.is_small:
        return part.card([part.size(Size.TINY), *part.outcome()])
    unfold = state.on(turn, not turned)
    if shown.begins_open is turned:
        return card(_folded(shown, look, unfold), padding=0, key=f"goal-{goal.id}")
    parts = [
        _head(state, goal, unfold, part.toggle(MORE)),
        *more(state, goal, panel, show),
        _progress(state, shown, look),
    ]
    parts += [part.size(size) for size in Size]
    return part.card([*parts, *part.outcome(), *helping(state, goal, shown.helper)])


@dataclass(frozen=True)
class Part:
    """What the parts of a card share."""

    state: TendState
    shown: Shown
    look: Look
    panel: str  # what is open in it; "" when nothing is
    show: Callable[[str], Any]

    def toggle(self, panel: str) -> Handler:
        """Opens a panel, or closes it when it is the open one."""
        return self.state.on(self.show, "" if self.panel == panel else panel)

    def card(self, parts: list[ft.Control]) -> ft.Control:
        return card(_column(parts), padding=theme.XS, key=f"goal-{self.shown.goal.id}")

    def size(self, size: Size) -> ft.Control:
        """One size in its own words; a tap opens what can be done with it."""
        look, is_open = self.look, self.panel == size
        fits = size is look.fitting
        row = _row_button(
            _size_words(self.shown.goal, size, fits, look),
            self.toggle(size),
            theme.M,
            radius=theme.INNER,
            bgcolor=Colour.PRIMARY_CONTAINER if fits else Colour.TRANSPARENT,
            side=ft.BorderSide(2, Colour.PRIMARY) if is_open else None,
            key=f"{size}-{self.shown.goal.id}",
        )
        return _column([row, self._answers(size)]) if is_open else row

    def _answers(self, size: Size) -> ft.Control:
        aims, goal = self.state.aims, self.shown.goal

        async def add() -> None:
            self.show(ADDED)
            await _add_to_today(aims, goal, size)

        async def answer(what: Answer) -> None:
            self.show("")
            await aims.answer(goal, what, size)

        buttons = [
            text_button(_("Add to today"), self.state.on(add)),
            text_button(_("I did this"), self.state.on(answer, Answer.DONE)),
            text_button(_("I tried"), self.state.on(answer, Answer.TRIED)),
        ]
        return ft.Container(ft.Row(buttons, spacing=theme.S, wrap=True), padding=ft.Padding.only(left=theme.XS))

    def outcome(self) -> list[ft.Control]:
        """What became of the last tap, with a way back."""
        if self.panel == ADDED:
            return [_said(_("It stands on Today now."), [])]
        mark = self.shown.marked
        if mark is None or not mark.is_tending:
            return []
        words = _("Done. That counts.") if mark.answer is Answer.DONE else _("You tried. That counts.")
        return [_said(words, [text_button(_("Undo"), self.state.on(self.state.aims.take_back, mark))])]


async def _add_to_today(aims: Aims, goal: Goal, size: Size) -> None:
    """Show it on Today, beside what stands there."""
    here = tuple(found.goal.id for found in aims.steps())
    await aims.choose(here if goal.id in here else (*here, goal.id))
    await aims.resize(goal, size)


def _column(parts: list[ft.Control], spacing: int = 0) -> ft.Control:
    return ft.Column(parts, spacing=spacing, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)


def _row_button(content: ft.Control, on_click: Handler, padding: int, **looks: Any) -> ft.Control:
    """Something as wide as the card that is one button."""
    key, shape = looks.pop("key", None), ft.RoundedRectangleBorder(radius=looks.pop("radius", theme.CARD))
    style = ft.ButtonStyle(padding=padding, shape=shape, alignment=ft.Alignment.CENTER_LEFT, **looks)
    return ft.TextButton(content=content, on_click=on_click, style=style, key=key)


# How it went


def _folded(shown: Shown, look: Look, unfold: Handler) -> ft.Control:
    spoken = _("{goal}, folded").format(goal=shown.goal.words)
    name = ft.Container(text(shown.goal.words, Style.TITLE_MEDIUM, semantics_label=spoken), expand=True)
    arrow = ft.Icon(ft.Icons.EXPAND_MORE_ROUNDED, color=Colour.ON_SURFACE_VARIANT, size=24)
    content = _column([ft.Row([name, arrow], spacing=theme.S), _week(shown, look)], theme.XS)
    return _row_button(content, unfold, theme.L)


def _head(state: TendState, goal: Goal, fold: Handler, open_more: Handler) -> ft.Control:
    words = text(goal.words, Style.TITLE_MEDIUM, semantics_label=_("{goal}, open").format(goal=goal.words))
    title = ft.Container(_row_button(words, fold, theme.M), expand=True)
    button = icon_button(ft.Icons.MORE_VERT_ROUNDED, _("More for {goal}").format(goal=goal.words), open_more)
    return ft.Row([title, button], spacing=0, vertical_alignment=ft.CrossAxisAlignment.START)


def _progress(state: TendState, shown: Shown, look: Look) -> ft.Control:
    """The week as a way to the days, and below it what is true of a longer time."""
    lines: list[ft.Control] = [_week(shown, look, leads=True)]
    month, back = tended_of_last(shown.days, look.today, MONTH), len(returns(shown.days))
    said = [_("{count} of the last {days} days.").format(count=month, days=MONTH)] if month else []
    if back:
        said.append(ngettext("You came back {count} time.", "You came back {count} times.", back).format(count=back))
    if said:
        lines.append(text(" ".join(said), Style.BODY_SMALL, Colour.ON_SURFACE_VARIANT))
    act = state.on(open_over, state, f"{GOALS}/{shown.goal.id}/days")
    return _row_button(_column(lines, theme.XS), act, theme.M, key=f"days-{shown.goal.id}")


def _week(shown: Shown, look: Look, leads: bool = False) -> ft.Control:
    """So many of seven days, in words and as dots; never a row of empty ones. Where it `leads` to them, it says so."""
    found = dots(shown.days, look.today)
    words = _("Here when you are ready.")
    if any(found):
        words = _("Tended {count} of the last {days} days").format(count=sum(found), days=len(found))
    spoken = _("Days of {goal}. {tended}").format(goal=shown.goal.words, tended=words) if leads else None
    said = text(words, Style.BODY_SMALL, Colour.ON_SURFACE_VARIANT, semantics_label=spoken)
    if not any(found):
        return said
    return ft.Row(
        [said, ft.Row([_dot(tended) for tended in found], spacing=6, tight=True)],
        alignment=ft.MainAxisAlignment.SPACE_BETWEEN,
        run_spacing=theme.S,
        wrap=True,
    )


def _dot(tended: bool) -> ft.Control:
    size, margin = (DOT, 0) if tended else (NO_DOT, (DOT - NO_DOT) / 2)
    ground = Colour.PRIMARY if tended else Colour.SURFACE_CONTAINER_HIGHEST
    return ft.Container(width=size, height=size, margin=margin, border_radius=size / 2, bgcolor=ground)


# Its sizes


def _size_words(goal: Goal, size: Size, fits: bool, look: Look) -> ft.Control:
    ink, bold = Colour.ON_PRIMARY_CONTAINER if fits else Colour.ON_SURFACE, ft.FontWeight.W_600
    name = text(size_name(size), Style.BODY_MEDIUM, ink, weight=bold)
    words = text(step(goal, size), Style.BODY_LARGE if look.is_small else Style.BODY_MEDIUM, ink)
    fitting = [text(_("Fits now"), Style.BODY_SMALL, ink, weight=bold)] if fits else []
    picture = ft.Icon(SIZE_ICONS[size], color=ink if fits else Colour.ON_SURFACE_VARIANT, size=22)
    if look.large_text:
        first = ft.Row([picture, name, *fitting], spacing=theme.M, wrap=True)
        return ft.Column([first, words], spacing=theme.XS)
    width = NAME * look.text_size / 100
    return ft.Row(
        [picture, ft.Container(name, width=width), ft.Container(words, expand=True), *fitting], spacing=theme.M
    )


def _said(words: str, buttons: list[ft.Control]) -> ft.Control:
    tick = ft.Icon(ft.Icons.CHECK_ROUNDED, size=20, color=Colour.PRIMARY)
    said = ft.Semantics(live_region=True, content=text(words, Style.BODY_SMALL, Colour.ON_SURFACE_VARIANT))
    row = ft.Row([tick, ft.Container(said, expand=True), *buttons], spacing=theme.S)
    return ft.Container(row, padding=ft.Padding.only(left=theme.M, right=theme.XS, top=theme.XS, bottom=theme.XS))
