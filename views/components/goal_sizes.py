"""The sizes of a goal on its card, and what can be done in each. Imports `domain` and `views`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

import flet as ft

from domain.gathering import has_sizes
from domain.goals import Answer, Goal, Mark, Size, step
from domain.people import Person
from domain.progress import Days
from views import theme
from views.acting import Handler
from views.aims import Aims
from views.components.basics import Colour, Style, card, text, text_button
from views.components.goal_more import spoken_button
from views.components.sizes import SIZE_PICTURES
from views.state import TendState
from views.wording import size_name
from views.words import _

NAME = 68  # wide, so that the words of the three sizes begin below each other
ADDED, SIZES = "added", "sizes"  # what is open in a card, beside a size


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
        return card(column(parts), padding=theme.XS, key=f"goal-{self.shown.goal.id}")

    def sizes(self) -> list[ft.Control]:
        """The three sizes; one that is all the goal has would say its name three times, and is folded at first."""
        if has_sizes(self.shown.goal) or self.panel == SIZES or self.panel in set(Size):
            return [self.size(size) for size in Size]
        spoken = _("Show the sizes of {goal}").format(goal=self.shown.goal.words)
        more = spoken_button(_("Show sizes"), spoken, self.toggle(SIZES), icon=ft.Icons.EXPAND_MORE_ROUNDED)
        return [self.answers(self.look.fitting), ft.Container(ft.Row([more]), padding=ft.Padding.only(left=theme.XS))]

    def size(self, size: Size) -> ft.Control:
        """One size in its own words; a tap opens what can be done with it."""
        look, is_open = self.look, self.panel == size
        fits = size is look.fitting
        row = row_button(
            _size_words(self.shown.goal, size, fits, look),
            self.toggle(size),
            theme.M,
            radius=theme.INNER,
            bgcolor=Colour.PRIMARY_CONTAINER if fits else Colour.TRANSPARENT,
            side=ft.BorderSide(2, Colour.PRIMARY) if is_open else None,
            key=f"{size}-{self.shown.goal.id}",
        )
        return column([row, self.answers(size)]) if is_open else row

    def answers(self, size: Size) -> ft.Control:
        """What can be done with the goal in this size."""
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


def column(parts: list[ft.Control], spacing: int = 0) -> ft.Control:
    """Parts below each other, as wide as the card."""
    return ft.Column(parts, spacing=spacing, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)


def row_button(content: ft.Control, on_click: Handler, padding: int, **looks: Any) -> ft.Control:
    """Something as wide as the card that is one button."""
    key, shape = looks.pop("key", None), ft.RoundedRectangleBorder(radius=looks.pop("radius", theme.CARD))
    style = ft.ButtonStyle(padding=padding, shape=shape, alignment=ft.Alignment.CENTER_LEFT, **looks)
    return ft.TextButton(content=content, on_click=on_click, style=style, key=key)


def _size_words(goal: Goal, size: Size, fits: bool, look: Look) -> ft.Control:
    ink, bold = Colour.ON_PRIMARY_CONTAINER if fits else Colour.ON_SURFACE, ft.FontWeight.W_600
    name = text(size_name(size), Style.BODY_MEDIUM, ink, weight=bold)
    words = text(step(goal, size), Style.BODY_LARGE if look.is_small else Style.BODY_MEDIUM, ink)
    fitting = [text(_("Fits now"), Style.BODY_SMALL, ink, weight=bold)] if fits else []
    picture = ft.Icon(SIZE_PICTURES[size], color=ink if fits else Colour.ON_SURFACE_VARIANT, size=22)
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
