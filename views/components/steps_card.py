"""What matters today: a few steps, each done with one tap, in a size that can be changed. Imports `domain`, `views`."""

from __future__ import annotations

import flet as ft

from domain.check_ins import Question
from domain.goals import Answer, Mark
from domain.pacing import SOME
from domain.today import Step, asks_too_much
from views import formats, theme
from views.acting import Handler
from views.aims import Aims
from views.components.areas import value_name
from views.components.basics import Colour, Style, card, heading, line, text, text_button
from views.components.check_in_card import note_energy
from views.components.frame import GOALS, TODAY, go
from views.components.scale import scale
from views.guard import component
from views.outlook import Outlook
from views.state import TendState
from views.unwatched import Unwatched
from views.wording import answer_name, over_budget, size_name
from views.words import _

TICK = 30


@component
def StepsCard(passed: Unwatched, aims: Aims, outlook: Outlook) -> ft.Control:
    """The steps of today, or what to do where there are none."""
    state = passed.state
    parts: list[ft.Control] = [_head(state, aims, outlook)]
    steps = aims.steps_for(outlook.drawn_for)
    if not aims.goals.all():
        parts.append(card(_empty(state)))
    else:
        rows: list[ft.Control] = [_row(state, aims, outlook, step) for step in steps]
        if not steps:
            rows.append(ft.Container(line(_("Nothing planned. That is fine.")), padding=theme.L))
        rows.append(rest_row(state, aims, outlook.large_text))
        rule = ft.Divider(height=1, color=Colour.OUTLINE_VARIANT, leading_indent=theme.L + TICK + theme.XL)
        between = [part for row in rows for part in (rule, row)][1:]
        parts.append(card(ft.Column(between, spacing=0), padding=0))
    if asks_too_much(steps, outlook.drawn_for, outlook.known_at, aims.pacing):
        parts.append(line(over_budget(), Style.BODY_SMALL, Colour.ON_SURFACE_VARIANT))
    return ft.Column(parts, spacing=theme.M, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)


def _head(state: TendState, aims: Aims, outlook: Outlook) -> ft.Control:
    words: list[ft.Control] = [heading(_("What matters today"))]
    if not aims.goals.all():
        return ft.Container(words[0], padding=ft.Padding.only(top=theme.S))
    words.append(text(_sized_for(outlook.drawn_for), Style.BODY_SMALL, Colour.ON_SURFACE_VARIANT))
    change = text_button(_("Change"), state.on(go, f"{TODAY}/choose"))
    if outlook.large_text:  # the button below the words: beside them there is no room
        parts = ft.Column([*words, ft.Row([change])], spacing=0)
    else:
        parts = ft.Row([ft.Column(words, spacing=0, expand=True), change])
    return ft.Container(parts, padding=ft.Padding.only(top=theme.S))


def _sized_for(energy: int | None) -> str:
    if energy is None:
        return _("Gentle sizes for now. You choose.")
    if energy < SOME:
        return _("Sized for low energy. You choose.")
    return _("Sized for some energy. You choose.") if energy == SOME else _("Sized for good energy. You choose.")


def _empty(state: TendState) -> ft.Control:
    words = line(_("Nothing here yet. Want to add one thing that matters?"))
    button = text_button(_("Add a goal"), state.on(go, f"{GOALS}/new"))
    return ft.Column([words, button], spacing=theme.XS)


def _row(state: TendState, aims: Aims, outlook: Outlook, step: Step) -> ft.Control:
    name = text(step.words, Style.BODY_LARGE, weight=ft.FontWeight.W_600)
    below = text(_said(aims, step), Style.BODY_SMALL, Colour.ON_SURFACE_VARIANT)
    words = ft.Column([name, below], spacing=2, expand=True)
    row = ft.Row([_tick(state, aims, step), words], spacing=theme.M)
    (words if outlook.large_text else row).controls.append(_pill(state, step))
    parts: list[ft.Control] = [ft.Container(row, padding=ft.Padding.only(left=7, right=14, top=14, bottom=14))]
    if step.is_done and step.mark and aims.marked and aims.marked.id == step.mark.id:
        parts.append(_energy_now(state, aims, outlook, step.mark))
    return ft.Column(parts, spacing=0, key=f"step-{step.goal.id}")


def _said(aims: Aims, step: Step) -> str:
    """What was answered and when, or what it belongs to."""
    mark = step.mark
    if mark is None:
        value = aims.values.get(step.goal.value_id)
        if value:
            return value_name(value)
        # A smaller size may say little by itself.
        return step.goal.words if step.words != step.goal.words else _("My goal")
    if mark.answer is Answer.DONE:
        return _("Done {time}").format(time=formats.time_of_day(mark.local))
    return answer_name(mark.answer)


def _tick(state: TendState, aims: Aims, step: Step) -> ft.Control:
    if step.is_done and step.mark:
        icon, ink, act = ft.Icons.CHECK_CIRCLE_ROUNDED, Colour.PRIMARY, state.on(aims.take_back, step.mark)
        spoken = _("{step}, done").format(step=step.words)
    else:
        act = state.on(aims.answer, step.goal, Answer.DONE, step.size)
        icon, ink, spoken = ft.Icons.RADIO_BUTTON_UNCHECKED_ROUNDED, Colour.OUTLINE, step.words
    label = _("{step}, chosen").format(step=spoken) if step.is_done else _("I did it: {step}").format(step=spoken)
    button = ft.IconButton(icon, icon_size=TICK, icon_color=ink, on_click=act, tooltip=label)
    return ft.MergeSemantics(button)


def _pill(state: TendState, step: Step) -> ft.Control:
    name = size_name(step.size)
    ink = Colour.ON_PRIMARY_CONTAINER
    content = ft.Row(
        [
            text(
                name,
                Style.LABEL_MEDIUM,
                ink,
                weight=ft.FontWeight.W_600,
                semantics_label=_("Size {size}: {step}").format(size=name, step=step.words),
            ),
            ft.Icon(ft.Icons.EXPAND_MORE_ROUNDED, size=18, color=ink),
        ],
        spacing=theme.XS,
        tight=True,
    )
    return ft.FilledTonalButton(
        content=content,
        key=f"size-{step.goal.id}",
        on_click=state.on(go, f"{TODAY}/{step.goal.id}"),
        style=ft.ButtonStyle(padding=ft.Padding.symmetric(horizontal=theme.M, vertical=theme.S)),
    )


def _energy_now(state: TendState, aims: Aims, outlook: Outlook, mark: Mark) -> ft.Control:
    """After it was done, and for as long as they stay: how is the energy now? Nothing asks twice."""

    async def feel(value: int) -> None:
        outlook.hold_for(value)
        await aims.feel(mark, value)
        # A check-in of its own: the energy there was before it stays as it was answered.
        await note_energy(state, value, anew=mark.energy_after is None)

    title = text(_("Energy now, if you like"), Style.BODY_SMALL, Colour.ON_SURFACE_VARIANT)
    steps = scale(
        Question.ENERGY,
        mark.energy_after,
        lambda value: state.on(feel, value),
        outlook.large_text,
        _("Energy after"),
    )
    parts: list[ft.Control] = [ft.Container(title, padding=ft.Padding.only(left=theme.S)), steps]
    if outlook.held and outlook.can_be_small:
        parts.append(ft.Row([text_button(_("Show the small screen"), state.on(outlook.show_less))]))
    column = ft.Column(parts, spacing=theme.S, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)
    # As far in as the scales of the check-in, so that its batteries stand under theirs.
    return ft.Container(column, padding=ft.Padding.only(left=theme.S, right=theme.S, bottom=theme.M))


def rest_row(state: TendState, aims: Aims, large: bool) -> ft.Control:
    """Rest is an item of its own."""
    mark = aims.resting()
    name, more, button, act = _rest_words(state, aims, mark)
    lines = [
        text(name, Style.BODY_LARGE, weight=ft.FontWeight.W_600),
        text(more, Style.BODY_SMALL, Colour.ON_SURFACE_VARIANT),
    ]
    end = [text_button(button, act)]
    if large:  # the button goes under the words
        lines, end = [*lines, *end], []
    icon = ft.Icon(ft.Icons.WEEKEND_ROUNDED, color=Colour.SECONDARY_FIXED_DIM, size=TICK)
    row = ft.Row([icon, ft.Column(lines, spacing=2, expand=True), *end], spacing=theme.M + 9)
    return ft.Container(row, padding=ft.Padding.only(left=theme.L, right=theme.S, top=14, bottom=14), key="rest")


def _rest_words(state: TendState, aims: Aims, mark: Mark | None) -> tuple[str, str, str, Handler]:
    if mark:
        since = _("Resting since {time}").format(time=formats.time_of_day(mark.local))
        return since, _("Rest counts too."), _("I am up again"), state.on(aims.up_again, mark)
    return _("Rest"), _("Rest counts too."), _("I am resting"), state.on(aims.rest)
