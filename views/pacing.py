"""Settings of a budget for the day: whether there is one, and what each size and each energy are worth.

Imports `domain` and `views`.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from typing import Any

import flet as ft

from domain.check_ins import Question
from domain.goals import Size
from domain.pacing import STEPS, Pacing
from views import theme
from views.acting import Handler
from views.aims import Aims
from views.components.aftermath import trouble
from views.components.basics import Colour, Style, card, heading, icon_button, line, text, text_button
from views.components.frame import PACING, detail_bar, glowing_page
from views.components.rows import named_switch
from views.components.scale import BATTERIES, spoken_answer
from views.components.sizes import SIZE_PICTURES
from views.guard import view_component
from views.learn import ABOUT_PACING, learn_button
from views.state import TendState
from views.wording import energy_names, size_name
from views.words import _

SIZES = (Size.TINY, Size.GENTLE, Size.FULL)  # their values are the names of the fields of `Pacing`
NUMBER_WIDTH = 36


@view_component
def PacingSettings(state: TendState, aims: Aims) -> ft.View:
    """The switch and, while it is on, the numbers; each change is kept at once."""
    before, note_before = ft.use_state(None)

    async def reset() -> None:
        note_before(aims.pacing)
        await aims.set_pacing(**_numbers(Pacing()))

    async def undo() -> None:
        note_before(None)
        await aims.set_pacing(**_numbers(before))

    parts: list[ft.Control] = [*trouble(state), card(_switch(state, aims))]
    if aims.pacing.is_on:
        parts += [*_costs(state, aims), *_budgets(state, aims)]
        own = replace(aims.pacing, is_on=False) != Pacing()
        if own:
            parts.append(ft.Row([text_button(_("Use Tend's numbers"), state.on(reset))]))
        elif before:
            parts.append(_with_undo(state, undo))
    parts.append(learn_button(state, _("How energy and pacing fit together"), ABOUT_PACING))
    page = glowing_page(detail_bar(state, _("Energy and pacing"), PACING), parts)
    return ft.View(controls=[page], padding=0, fullscreen_dialog=True)


def _numbers(pacing: Pacing) -> dict[str, Any]:
    return {name: number for name, number in vars(pacing).items() if name != "is_on"}


def _with_undo(state: TendState, undo: Callable[[], Awaitable[None]]) -> ft.Control:
    told = ft.Semantics(live_region=True, content=text(_("These are Tend's numbers now.")))
    return ft.Row([told, text_button(_("Undo"), state.on(undo))], spacing=theme.S, wrap=True)


def _switch(state: TendState, aims: Aims) -> ft.Control:
    async def turn() -> None:
        await aims.set_pacing(is_on=not aims.pacing.is_on)

    name = _("A budget for the day")
    switch = named_switch(name, aims.pacing.is_on, state.on(turn))
    title = heading(name)
    said = text(_("On") if aims.pacing.is_on else _("Off"), Style.BODY_SMALL, Colour.ON_SURFACE_VARIANT)
    sentences = [
        _("Over the day's budget, Tend adds one gentle sentence and blocks nothing."),
        _("The numbers are your own."),
    ]
    head = ft.Row(
        [ft.Column([title, said], spacing=0, expand=True), switch], vertical_alignment=ft.CrossAxisAlignment.START
    )
    return ft.Column([head, *(line(sentence) for sentence in sentences)], spacing=theme.S)


def _costs(state: TendState, aims: Aims) -> list[ft.Control]:
    def change(name: str, by: int) -> Handler:
        async def changed() -> None:
            await aims.set_pacing(**{name: _within(getattr(aims.pacing, name) + by)})

        return state.on(changed)

    rows = [
        _counter(
            state,
            Counter(
                size_name(size),
                _("Size, {size}").format(size=size_name(size)),
                SIZE_PICTURES[size],
                aims.pacing.cost(size),
            ),
            change(size.value, -1),
            change(size.value, 1),
        )
        for size in SIZES
    ]
    return [heading(_("What each size takes")), card(ft.Column(rows, spacing=theme.S), padding=theme.M)]


def _budgets(state: TendState, aims: Aims) -> list[ft.Control]:
    def change(place: int, by: int) -> Handler:
        async def changed() -> None:
            budget = list(aims.pacing.budget)
            budget[place] = _within(budget[place] + by)
            await aims.set_pacing(budget=tuple(budget))

        return state.on(changed)

    rows = [
        _counter(
            state,
            Counter(name, spoken_answer(Question.ENERGY, place + 1), BATTERIES[place], aims.pacing.budget[place]),
            change(place, -1),
            change(place, 1),
        )
        for place, name in enumerate(energy_names())
    ]
    return [heading(_("What each energy gives")), card(ft.Column(rows, spacing=theme.S), padding=theme.M)]


def _within(number: int) -> int:
    return min(max(number, STEPS[0]), STEPS[-1])


@dataclass(frozen=True)
class Counter:
    """A number with its name, as shown and as a screen reader says it."""

    name: str
    spoken: str
    icon: ft.IconData
    number: int


def _counter(state: TendState, shown: Counter, less: Handler, more: Handler) -> ft.Control:
    """A name, and its number between two buttons; in large text the buttons stand below."""
    spoken = _("{name}, {number}").format(name=shown.spoken, number=shown.number)
    number = text(str(shown.number), Style.BODY_LARGE, semantics_label=spoken, text_align=ft.TextAlign.CENTER)
    counter = [
        _step(ft.Icons.REMOVE_ROUNDED, _("One less: {name}").format(name=shown.spoken), less),
        ft.Container(ft.Semantics(live_region=True, content=number), width=_number_width(state)),
        _step(ft.Icons.ADD_ROUNDED, _("One more: {name}").format(name=shown.spoken), more),
    ]
    called = ft.Row(
        [ft.Icon(shown.icon, color=Colour.ON_SURFACE_VARIANT, size=24), text(shown.name, Style.BODY_LARGE)],
        spacing=theme.M,
        expand=not state.large_text,
    )
    numbers = ft.Row(counter, spacing=theme.S, tight=True)
    if state.large_text:
        return ft.Column([called, numbers], spacing=theme.XS, key=f"counter-{shown.spoken}")
    return ft.Row([called, numbers], key=f"counter-{shown.spoken}")


def _number_width(state: TendState) -> float:
    return NUMBER_WIDTH * max(state.preferences.text_size, 100) / 100


def _step(icon: ft.IconData, name: str, on_click: Handler) -> ft.Control:
    ring = ft.ButtonStyle(side=ft.BorderSide(1, Colour.OUTLINE))
    return icon_button(
        icon, name, on_click, colour=Colour.ON_SURFACE, style=ring, width=theme.TOUCH, height=theme.TOUCH
    )
