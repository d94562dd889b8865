"""Today's steps as the person wants them: which ones, how large, or another answer. Imports `domain`, Flet, `views`."""

from __future__ import annotations

import flet as ft

from domain.goals import Answer, Goal, Size, step
from domain.marking import changed
from domain.pacing import fitting_size
from domain.progress import on_day
from domain.today import answers, asks_too_much
from views import theme
from views.aims import Aims
from views.components.aftermath import trouble
from views.components.areas import value_name
from views.components.basics import Colour, Style, card, heading, line, main_button, text, text_button
from views.components.frame import GOALS, TODAY, detail_bar, glowing_page, go
from views.guard import view_component
from views.state import TendState
from views.wording import answer_name, over_budget, size_name
from views.words import _

SIZES = {
    Size.FULL: ft.Icons.BATTERY_FULL_ROUNDED,
    Size.GENTLE: ft.Icons.BATTERY_4_BAR_ROUNDED,
    Size.TINY: ft.Icons.BATTERY_1_BAR_ROUNDED,
}
OTHERS = {
    Answer.TRIED: ft.Icons.THUMB_UP_ROUNDED,
    Answer.RESTED: ft.Icons.WEEKEND_ROUNDED,
    Answer.NOT_TODAY: ft.Icons.BEDTIME_ROUNDED,
}


@view_component
def ChooseToday(state: TendState, aims: Aims) -> ft.View:
    """Every goal that is not resting; ticked ones stand on Today."""
    active = [goal for goal in aims.goals.all() if goal.is_active]
    shown = {found.goal.id: found for found in aims.steps()}

    async def toggle(goal: Goal) -> None:
        ids = tuple(found.goal.id for found in aims.steps())
        await aims.choose(tuple(other for other in ids if other != goal.id) if goal.id in ids else (*ids, goal.id))

    rows = [
        _option(
            state,
            step(goal, shown[goal.id].size if goal.id in shown else fitting_size(state.energy)),
            _value(aims, goal),
            ft.Icons.CHECK_CIRCLE_ROUNDED if goal.id in shown else ft.Icons.RADIO_BUTTON_UNCHECKED_ROUNDED,
            goal.id in shown,
            (toggle, goal),
        )
        for goal in active
    ]
    parts: list[ft.Control] = [line(_("Pick any. One is fine. None is fine.")), *trouble(state)]
    parts.append(card(ft.Column(rows, spacing=theme.S), padding=theme.S) if rows else line(_("No goals yet.")))
    if asks_too_much(tuple(shown.values()), state.energy, state.outlook.known_at, aims.pacing):
        parts.append(line(over_budget(), Style.BODY_SMALL))
    offer = text_button(_("Let Tend offer some"), state.on(aims.choose, None))
    parts += [main_button(_("Done"), state.on(go, "/")), ft.Row([offer], alignment=ft.MainAxisAlignment.CENTER)]
    page = glowing_page(detail_bar(state, _("What matters today"), f"{TODAY}/choose"), parts)
    return ft.View(controls=[page], padding=0, fullscreen_dialog=True)


@view_component
def PickSize(state: TendState, aims: Aims) -> ft.View:
    """One goal today: how large, or what came of it instead."""
    goal_id = ft.use_route_params().get("id", "")
    goal = aims.goals.get(goal_id)
    here = detail_bar(state, _("Pick a size"), f"{TODAY}/{goal_id}")
    parts = _sizes(state, aims, goal) if goal else [line(_("This goal is not here any more."))]
    return ft.View(controls=[glowing_page(here, [*trouble(state), *parts])], padding=0, fullscreen_dialog=True)


def _sizes(state: TendState, aims: Aims, goal: Goal) -> list[ft.Control]:
    mark = answers(on_day(aims.marks.all(), state.now.date())).get(goal.id)
    found = next((found for found in aims.steps() if found.goal.id == goal.id), None)
    chosen = found.size if found else fitting_size(state.energy)

    async def take(size: Size) -> None:
        await aims.resize(goal, size)
        if mark and mark.answer is Answer.DONE:
            await aims.keep_mark(changed(mark, goal, Answer.DONE, size))
        go("/")

    async def answer(other: Answer) -> None:
        await (aims.keep_mark(changed(mark, goal, other, chosen)) if mark else aims.answer(goal, other, chosen))
        go("/")

    sizes = [
        _option(state, size_name(size), step(goal, size), icon, size is chosen, (take, size))
        for size, icon in SIZES.items()
    ]
    if mark and mark.answer is Answer.DONE:  # what was done is not asked about again, and no other answer wipes it
        instead: list[ft.Control] = [line(_("Done today. A tap on its tick takes that back."))]
    else:
        others = [
            _option(state, answer_name(other), "", icon, mark is not None and mark.answer is other, (answer, other))
            for other, icon in OTHERS.items()
        ]
        instead = [heading(_("Or today")), card(ft.Column(others, spacing=theme.XS), padding=theme.S)]
    return [
        line(goal.words, Style.TITLE_MEDIUM),
        card(ft.Column(sizes, spacing=theme.XS), padding=theme.S),
        *instead,
        text_button(_("Change this goal"), state.on(go, f"{GOALS}/{goal.id}")),
    ]


def _value(aims: Aims, goal: Goal) -> str:
    value = aims.values.get(goal.value_id)
    return value_name(value) if value else ""


def _option(
    state: TendState, name: str, more: str, icon: ft.IconData, chosen: bool, act: tuple[object, object]
) -> ft.Control:
    """A row to tap, chosen or not."""
    ink = Colour.ON_PRIMARY_CONTAINER if chosen else Colour.ON_SURFACE
    lines = [text(name, Style.BODY_LARGE, ink, weight=ft.FontWeight.W_600)]
    if more:
        lines.append(text(more, Style.BODY_MEDIUM, ink))
    if chosen:
        lines[-1].semantics_label = _("{step}, chosen").format(step=lines[-1].value)
    parts = [ft.Icon(icon, color=ink, size=24), ft.Column(lines, spacing=0, expand=True)]
    if chosen:
        parts.append(ft.Icon(ft.Icons.CHECK_ROUNDED, color=ink, size=20))
    action, value = act
    return ft.TextButton(
        content=ft.Row(parts, spacing=theme.L),
        key=f"option-{name}",
        on_click=state.on(action, value),
        style=ft.ButtonStyle(
            bgcolor=Colour.PRIMARY_CONTAINER if chosen else Colour.TRANSPARENT,
            padding=ft.Padding.symmetric(horizontal=theme.L, vertical=theme.M),
            shape=ft.RoundedRectangleBorder(radius=theme.INNER),
        ),
    )
