"""Today when energy is low: one small thing, rest, breath, or a person. Imports `domain` and `views`.

At most five things can be tapped, Help now and the tabs aside: everything else is behind "Show everything".
"""

from __future__ import annotations

import flet as ft

from domain.goals import Answer, Size
from domain.today import Step
from views import formats, theme
from views.acting import Handler
from views.aims import Aims
from views.components.areas import value_name
from views.components.basics import Colour, Style, card, heading, line, main_button, text, text_button
from views.components.check_in_card import save_trouble
from views.components.frame import ASK, BREATHE, go, open_over
from views.components.notices import notices
from views.components.problem import problem
from views.components.scale import BATTERIES
from views.guard import component
from views.outlook import Outlook
from views.state import TendState
from views.unwatched import Unwatched
from views.words import _


@component
def SmallToday(passed: Unwatched, aims: Aims, outlook: Outlook) -> ft.Control:
    """Everything on the small page; drawn anew when a goal, a mark or the outlook changes."""
    state = passed.state
    parts: list[ft.Control] = [heading(_("Small is enough today."), Style.HEADLINE_LARGE, level=1)]
    if outlook.energy and outlook.known_at:
        parts.append(_known(outlook.energy, formats.time_of_day(outlook.known_at)))
    parts += [Trouble(state), _breathe(state), OneThing(passed, aims, outlook), _rest(state, aims), _ask(state)]
    everything = text_button(_("Show everything"), state.on(outlook.show_everything))
    parts.append(ft.Row([everything], alignment=ft.MainAxisAlignment.CENTER))
    return ft.Column(parts, spacing=theme.M, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)


@component
def Trouble(state: TendState) -> ft.Control:
    """What has to be known first; mostly nothing."""
    unsaved = [save_trouble(state)] if state.is_refused else []
    return ft.Column([*notices(state), *problem(state, beside_save=True), *unsaved], spacing=theme.M)


@component
def OneThing(passed: Unwatched, aims: Aims, outlook: Outlook) -> ft.Control:
    """The tiny step: a goal's, or a small thing that needs none."""
    state = passed.state
    step = aims.small_step()
    done = [mark for mark in aims.answers_today() if mark.is_tending]
    more, ask_for_more = ft.use_state(len(done))  # what was done before this page came is not answered here
    if len(done) > more:
        return card(_done(state, lambda: ask_for_more(len(done))))
    if step:
        return card(_step(state, aims, step))
    small = small_things()
    words = small[len(done) % len(small)]
    return card(_offer(_("{thing}, if you want").format(thing=words), "", state.on(aims.do_small_thing, words)))


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


def _known(energy: int, time: str) -> ft.Control:
    words = _("Empty at {time}") if energy == 1 else _("Low energy at {time}") if energy == 2 else _("Energy at {time}")
    battery = ft.Icon(BATTERIES[energy - 1], size=20, color=Colour.ON_SURFACE_VARIANT)
    said = line(words.format(time=time), Style.BODY_MEDIUM, Colour.ON_SURFACE_VARIANT)
    return ft.Row([battery, ft.Container(said, expand=True)], spacing=theme.S)


def _breathe(state: TendState) -> ft.Control:
    return _row(
        ft.Icons.AIR_ROUNDED,
        (_("Breathe with a circle"), _("1 minute. Stop any time.")),
        (Colour.PRIMARY_CONTAINER, Colour.ON_PRIMARY_CONTAINER),
        state.on(go, f"{BREATHE}/1"),
    )


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
