"""The five-step scales: mood faces and energy batteries, each step one tap. Imports Flet and `views`."""

from __future__ import annotations

import functools
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import flet as ft

from domain.check_ins import Question
from views import theme
from views.acting import Handler
from views.components.basics import Colour, Style, text
from views.components.tappable import Tappable
from views.guard import component
from views.wording import energy_names, mood_names
from views.words import _

FACES = Path(__file__).parent.parent.parent / "assets" / "faces"
BATTERIES = (
    ft.Icons.BATTERY_0_BAR_ROUNDED,
    ft.Icons.BATTERY_2_BAR_ROUNDED,
    ft.Icons.BATTERY_4_BAR_ROUNDED,
    ft.Icons.BATTERY_5_BAR_ROUNDED,
    ft.Icons.BATTERY_FULL_ROUNDED,
)
CIRCLE, RING, PICTURE = 48, 56, 26


@dataclass(frozen=True)
class Look:
    """The colours of a scale's chosen step."""

    fill: Colour
    ink: Colour
    ring: Colour


@dataclass(frozen=True)
class Shown:
    """A step as it is drawn: `called` is what a screen reader calls the question, `name` is the word under it."""

    question: Question
    value: int
    called: str
    name: str
    is_chosen: bool
    is_large: bool

    @property
    def spoken(self) -> str:
        """What a screen reader says."""
        spoken = _("{question}, {step}, {value} of 5").format(question=self.called, step=self.name, value=self.value)
        return _("{step}, chosen").format(step=spoken) if self.is_chosen else spoken


LOOKS = {
    Question.MOOD: Look(Colour.PRIMARY_CONTAINER, Colour.ON_PRIMARY_CONTAINER, Colour.PRIMARY),
    Question.ENERGY: Look(Colour.SECONDARY_FIXED, Colour.ON_SECONDARY_FIXED, Colour.SECONDARY_FIXED_DIM),
}


def scale(
    question: Question,
    chosen: int | None,
    on_tap: Callable[[int], Handler],
    large: bool,
    spoken: str | None = None,
) -> ft.Control:
    """Five steps in a row, or five rows from 150% text on.

    `on_tap(value)` gives the handler of a step; `spoken` is what a screen reader calls the question. Where `on_tap` is
    equal to the one before, only the steps that look different are drawn anew.
    """
    called = spoken or (_("Mood") if question is Question.MOOD else _("Energy"))
    steps: list[ft.Control] = []
    for value in range(1, 6):
        shown = Shown(question, value, called, step_name(question, value), value == chosen, large)
        steps.append(ft.memo(Step)(shown, on_tap, key=f"{called}-{value}"))
    if large:
        return ft.Column(steps, spacing=theme.S, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)
    return ft.Row(steps, spacing=0, vertical_alignment=ft.CrossAxisAlignment.START)


def step_name(question: Question, value: int) -> str:
    """The word under a step."""
    return (mood_names() if question is Question.MOOD else energy_names())[value - 1]


def picture(question: Question, value: int, colour: Colour, size: int = PICTURE) -> ft.Control:
    """The face or battery of a step."""
    if question is Question.ENERGY:
        return ft.Icon(BATTERIES[value - 1], size=size, color=colour)
    return ft.Image(
        src=_face(value),
        width=size,
        height=size,
        color=colour,
        color_blend_mode=ft.BlendMode.SRC_IN,
        exclude_from_semantics=True,
    )


@component
def Step(shown: Shown, on_tap: Callable[[int], Handler]) -> ft.Control:
    """One step: the picture in its ring and the word under it, or beside it where the text is large."""
    focused, focus = ft.use_state(False)
    look, chosen, large = LOOKS[shown.question], shown.is_chosen, shown.is_large
    circle = ft.Container(
        content=picture(shown.question, shown.value, look.ink if chosen else Colour.ON_SURFACE_VARIANT),
        width=CIRCLE,
        height=CIRCLE,
        border_radius=CIRCLE,
        alignment=ft.Alignment.CENTER,
        bgcolor=look.fill if chosen else Colour.SURFACE_DIM,
    )
    ring = ft.Container(
        content=circle,
        width=RING,
        height=RING,
        border_radius=RING,
        alignment=ft.Alignment.CENTER,
        border=ft.Border.all(2, look.ring if chosen else Colour.TRANSPARENT),
    )
    word = text(
        shown.name,
        Style.BODY_SMALL,
        Colour.ON_SURFACE if chosen else Colour.ON_SURFACE_VARIANT,
        weight=ft.FontWeight.W_600 if chosen else None,
        text_align=ft.TextAlign.START if large else ft.TextAlign.CENTER,
    )
    content = (
        ft.Row([ring, ft.Container(word, expand=True)], spacing=theme.M)
        if large
        else ft.Column([ring, word], spacing=0, horizontal_alignment=ft.CrossAxisAlignment.CENTER, tight=True)
    )
    act = on_tap(shown.value)
    button = ft.TextButton(
        content=content,
        on_click=act,
        on_focus=lambda: focus(True),
        on_blur=lambda: focus(False),
        style=ft.ButtonStyle(padding=0, shape=ft.RoundedRectangleBorder(radius=theme.FIELD)),
    )
    # A finger comes by way of its name, and not of the button: the frames of the button's ripple would come before the
    # answer. The button is there for the keyboard.
    return Tappable(
        label=shown.spoken,
        button=True,
        container=True,
        focusable=True,
        focused=focused,
        on_click=act,
        exclude_semantics=True,
        expand=None if large else True,
        content=button,
    )


def spoken_answer(question: Question, value: int) -> str:
    """ "Mood, Good": moods and energies share a word."""
    name = _("Mood") if question is Question.MOOD else _("Energy")
    return _("{question}, {step}").format(question=name, step=step_name(question, value))


@functools.cache
def _face(value: int) -> str:
    return (FACES / f"mood-{value}.svg").read_text("utf-8")
