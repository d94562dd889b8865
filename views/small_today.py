"""Today when energy is low: one small thing, rest, breath, or a person. Imports `domain` and `views`.

At most five things can be tapped, Help now and the tabs aside. So one way leads to what does not fit, whether that is
the energy or how little there is: the line that says the energy. While a reminder is due, its line is that way instead.
"""

from __future__ import annotations

from collections.abc import Callable

import flet as ft

from domain.check_ins import Question
from domain.goals import Answer, Size
from domain.today import Step
from views import formats, theme
from views.acting import Handler
from views.aims import Aims
from views.components.areas import value_name
from views.components.basics import Colour, Style, card, heading, main_button, text, text_button
from views.components.check_in_card import save_trouble
from views.components.frame import ASK, open_over
from views.components.notices import notices
from views.components.problem import problem
from views.components.reminder_lines import small_line
from views.components.scale import BATTERIES, scale
from views.components.skill_card import on_start
from views.components.skill_words import picture, reason_words, starts_with_words
from views.guard import component
from views.outlook import Outlook
from views.planning import Planning
from views.practice import Practice
from views.reminding import Reminding
from views.state import TendState
from views.unwatched import Unwatched
from views.wording import energy_names, tend_energies
from views.words import _


@component
def SmallToday(passed: Unwatched, aims: Aims, outlook: Outlook) -> ft.Control:
    """Everything on the small page; drawn anew when a goal, a mark or the outlook changes."""
    state = passed.state
    is_asked, ask = ft.use_state(False)
    more, ask_for_more = ft.use_state(_done_today(aims))  # what was done before this page came is not answered here
    title = heading(_("Small is enough today."), Style.HEADLINE_LARGE, level=1)
    way = Way(state, state.reminding, aims, state.practice, state.plan, outlook, is_asked, ask)
    parts: list[ft.Control] = [title, way]
    if not is_asked:  # else it is the one question there is
        one_thing = card(_one_thing(state, aims, more, ask_for_more))
        parts += [Breathe(passed, state.practice, outlook), one_thing, _rest(state, aims), _ask(state)]
    return _column(parts)


def _column(parts: list[ft.Control]) -> ft.Control:
    return ft.Column(parts, spacing=theme.M, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)


@component
def Way(
    state: TendState,
    reminding: Reminding,
    aims: Aims,
    practice: Practice,
    plan: Planning,
    outlook: Outlook,
    is_asked: bool,
    ask: Callable[[bool], None],
) -> ft.Control:
    """The energy, what has to be known first, and what is due: one of them can be tapped.

    It takes `aims`, `practice` and `plan` to be drawn anew when what is due was done there.
    """
    del aims, practice, plan
    is_due = bool(reminding.said())
    due = small_line(reminding, None if is_asked else state.on(outlook.show_everything))
    if is_asked:
        way = _what_energy(state, outlook, lambda: ask(False))
    else:
        way = _known(outlook, None if is_due else state.on(ask, True))
    return _column([way, Trouble(state), *([due] if due else [])])


@component
def Trouble(state: TendState) -> ft.Control:
    """What has to be known first; mostly nothing."""
    unsaved = [save_trouble(state)] if state.is_refused else []
    return ft.Column([*notices(state), *problem(state, beside_save=True), *unsaved], spacing=theme.M)


def _done_today(aims: Aims) -> int:
    return sum(mark.is_tending for mark in aims.answers_today())


def _one_thing(state: TendState, aims: Aims, more: int, ask_for_more: Callable[[int], None]) -> ft.Control:
    """The tiny step: a goal's, or a small thing that needs none; `more` is how many had been done when it came."""
    done, step = _done_today(aims), aims.small_step()
    if done > more:
        return _done(state, lambda: ask_for_more(done))
    if step:
        return _step(state, aims, step)
    small = small_things()
    words = small[done % len(small)]
    return _offer(words, "", state.on(aims.do_small_thing, words))


def small_things() -> tuple[str, ...]:
    """Tiny things for a day without a goal."""
    return _("Drink some water"), _("Open the window for a moment"), _("Look out at the sky")


def _step(state: TendState, aims: Aims, step: Step) -> ft.Control:
    value = aims.values.get(step.goal.value_id)
    minute = _("About 1 minute.")
    below = f"{value_name(value)}. {minute}" if value else minute
    return _offer(step.words, below, state.on(aims.answer, step.goal, Answer.DONE, Size.TINY))


def _offer(words: str, below: str, did_it: Handler) -> ft.Control:
    parts: list[ft.Control] = [
        text(_("One small thing, if you want"), Style.TITLE_SMALL, Colour.ON_SURFACE_VARIANT),
        text(words, Style.HEADLINE_SMALL),
    ]
    if below:
        parts.append(text(below, Style.BODY_MEDIUM, Colour.ON_SURFACE_VARIANT))
    parts.append(ft.Container(height=theme.S))
    parts.append(main_button(_("I did it"), did_it, icon=ft.Icons.CHECK_ROUNDED, icon_color=Colour.ON_PRIMARY))
    return ft.Column(parts, spacing=theme.XS, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)


def _done(state: TendState, ask_for_more: Handler) -> ft.Control:
    tick = ft.Icon(ft.Icons.CHECK_CIRCLE_ROUNDED, color=Colour.PRIMARY, size=28)
    words = ft.Semantics(live_region=True, content=text(_("Done. That counts."), Style.HEADLINE_SMALL))
    again = text_button(_("One more, if you want"), state.on(ask_for_more))
    return ft.Column([ft.Row([tick, ft.Container(words, expand=True)], spacing=theme.M), again], spacing=theme.S)


def _known(outlook: Outlook, change: Handler | None) -> ft.Control:
    """The energy there is, as a quiet row that is one button; None to change it with: in words alone."""
    said, battery = _("Energy not known now"), ft.Icons.BATTERY_UNKNOWN_ROUNDED
    if outlook.energy and outlook.known_at:
        battery = BATTERIES[outlook.energy - 1]
        own, usual = energy_names()[outlook.energy - 1], tend_energies()[outlook.energy - 1]
        said = (_levels()[outlook.energy - 1] if own == usual else _("{energy} at {time}")).format(
            energy=own, time=formats.time_of_day(outlook.known_at)
        )
    lines: list[ft.Control] = [text(said, Style.BODY_MEDIUM, Colour.ON_SURFACE_VARIANT)]
    if change:
        leads = _("Change it, or show everything")
        lines.append(text(leads, Style.BODY_MEDIUM, Colour.PRIMARY, weight=ft.FontWeight.W_600))
    words = ft.Column(lines, spacing=0, expand=True, tight=True)
    row = ft.Row([ft.Icon(battery, size=24, color=Colour.ON_SURFACE_VARIANT), words], spacing=theme.M)
    if change is None:
        return ft.Semantics(container=True, content=ft.Container(row, padding=theme.S))
    return ft.TextButton(
        content=row,
        key="known-energy",
        on_click=change,
        style=ft.ButtonStyle(padding=theme.S, shape=ft.RoundedRectangleBorder(radius=theme.FIELD)),
    )


def _levels() -> tuple[str, ...]:
    """How much energy there was and when, for 1 … 5."""
    return (
        _("Empty at {time}"),
        _("Low energy at {time}"),
        _("Some energy at {time}"),
        _("Good energy at {time}"),
        _("Full energy at {time}"),
    )


def _what_energy(state: TendState, outlook: Outlook, close: Callable[[], None]) -> ft.Control:
    """The energy as it was answered, to be answered anew; the whole page; or neither."""

    async def answer(value: int) -> None:
        close()
        await state.tap(Question.ENERGY, value)

    steps = scale(Question.ENERGY, outlook.energy, lambda value: state.on(answer, value), outlook.large_text)
    buttons = [
        text_button(_("Show everything"), state.on(outlook.show_everything)),
        text_button(_("Leave it as it is"), state.on(close)),
    ]
    head = ft.Container(heading(_("How is your energy now?")), padding=ft.Padding.only(left=theme.S))
    parts: list[ft.Control] = [head, steps, ft.Row(buttons, spacing=theme.S, wrap=True)]
    return card(_column(parts), padding=ft.Padding.symmetric(horizontal=theme.S, vertical=theme.L))


@component
def Breathe(passed: Unwatched, practice: Practice, outlook: Outlook) -> ft.Control:
    """A breath, running after one tap, where the thumb knows it is; without one, the skill for now."""
    suggested = practice.suggested()
    skill = practice.breath() or (suggested.skill if suggested else None)
    if skill is None:
        return ft.Container()
    more = starts_with_words(skill, outlook.energy)
    if suggested and suggested.skill.id == skill.id and suggested.count:
        more = reason_words(suggested, outlook.energy)
    colours = Colour.PRIMARY_CONTAINER, Colour.ON_PRIMARY_CONTAINER
    return _row(picture(skill), (skill.name, more), colours, on_start(passed.state, skill))


def _rest(state: TendState, aims: Aims) -> ft.Control:
    mark = aims.resting()
    if mark:
        since = _("Resting since {time}").format(time=formats.time_of_day(mark.local))
        words, act = (since, _("I am up again")), state.on(aims.up_again, mark)
    else:
        words, act = (_("I am resting"), _("Rest counts too.")), state.on(aims.rest)
    return _row(ft.Icons.WEEKEND_ROUNDED, words, (Colour.SECONDARY_FIXED, Colour.ON_SECONDARY_FIXED), act)


def _ask(state: TendState) -> ft.Control:
    def ask() -> None:
        state.aims.asking = None, ""
        open_over(state, ASK)

    return _row(
        ft.Icons.PEOPLE_ROUNDED,
        (_("Ask someone"), _("Message ready. You press send.")),
        (Colour.TERTIARY_CONTAINER, Colour.ON_TERTIARY_CONTAINER),
        state.on(ask),
    )


def _row(icon: ft.IconData, words: tuple[str, str], colours: tuple[Colour, Colour], act: Handler) -> ft.Control:
    """A large coloured row, all of it one button."""
    ground, ink = colours
    name, more = words
    lines = ft.Column(
        [text(name, Style.TITLE_LARGE, ink), text(more, Style.BODY_MEDIUM, ink)], spacing=0, expand=True, tight=True
    )
    arrow = ft.Icon(ft.Icons.CHEVRON_RIGHT_ROUNDED, color=ink, size=24)
    content = ft.Row([ft.Icon(icon, color=ink, size=28), lines, arrow], spacing=theme.L)
    return ft.TextButton(
        content=ft.Container(content, alignment=ft.Alignment.CENTER_LEFT),
        key=f"row-{name}",
        on_click=act,
        style=ft.ButtonStyle(
            bgcolor=ground,
            padding=ft.Padding.symmetric(horizontal=theme.MARGIN, vertical=theme.M),
            shape=ft.RoundedRectangleBorder(radius=theme.CARD),
        ),
    )
