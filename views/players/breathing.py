"""Breathing with a circle, by any pattern. Imports `domain`, Flet and `views`."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

import flet as ft

from domain.breath import SMALL, WHOLE, Moment, Part, at, start_of_breath
from domain.skill_players import Breathing
from views import theme
from views.components.basics import Colour, Style, main_button, text
from views.components.choices import choice
from views.components.problem import problem
from views.guard import component
from views.players import BUZZ, Phone, Scene, column, middle, progress, quiet, running_buttons, time_left, use_phone
from views.players.running import use_drawing, use_run
from views.practice import Practice
from views.state import TendState
from views.words import _

RING = 280  # the circle when it is whole; small, it is as large as the disc with the words
DISC = RING * SMALL
HALF = 0.5


@component
def BreathingPlayer(state: TendState, practice: Practice, scene: Scene, pattern: Breathing) -> ft.Control:
    """The circle leads, and its words say the same; nothing has to be remembered."""
    draw, run, phone = use_drawing(), scene.play.run, use_phone(state)
    total = pattern.breaths(scene.play.minutes) * pattern.cycle
    begun = ft.use_ref(False)  # the circle is drawn small once, and then grows

    def changed() -> None:
        begun.current = True
        if state.page and practice.choices.buzzes and run.passed < total:
            state.page.buzz(BUZZ)
        draw()

    # The first breath begins once its circle is seen, or it would be the shorter for it.
    use_run(run, total, lambda second: at(pattern, second).ends, changed, scene.at_end, is_seen=phone is not None)

    def pause() -> None:
        run.stop()
        run.is_on, run.passed = not run.is_on, start_of_breath(pattern, run.passed)
        scene.draw()

    is_over = run.passed >= total
    now = at(pattern, run.passed) if run.is_on and not is_over else None
    still = practice.choices.stands_still((phone or Phone()).is_still)
    passed = start_of_breath(pattern, run.passed) if still and not is_over else run.passed
    parts = [
        quiet(_("Follow the circle, or your own pace.")),
        *_circle(state, now if begun.current else None, _words(now, is_over, phone is not None), still),
        progress(passed / total, "" if is_over else time_left(total - passed)),
    ]
    if is_over:
        return column([*parts, main_button(_("I am done"), scene.done)])
    return column([*parts, Choices(state, practice, phone or Phone()), *running_buttons(state, scene, pause)])


@component
def Choices(state: TendState, practice: Practice, phone: Phone) -> ft.Control:
    """How to breathe with the circle: kept for the next time, and when that is refused it is said."""
    refused, say = ft.use_state(False)
    choices = practice.choices
    still = choices.stands_still(phone.is_still)

    async def keep(choose: Callable[[bool], Awaitable[bool]], wanted: bool) -> None:
        say(not await choose(wanted))

    chips = [choice(_("Keep the circle still"), still, state.on(keep, practice.keep_still, not still))]
    if phone.buzzes:
        buzz = state.on(keep, practice.buzz, not choices.buzzes)
        chips.append(choice(_("Buzz"), choices.buzzes, buzz, icon=ft.Icons.VIBRATION_ROUNDED))
    return column([middle(*chips), *(problem(state) if refused else [])])


def _words(now: Moment | None, is_over: bool, is_seen: bool) -> tuple[str, str]:
    if not is_seen:
        return _("Settle in"), _("it starts by itself")
    if is_over:
        return _("That was it."), ""
    if now is None:
        return _("Paused"), _("Take your time.")
    return {
        Part.IN: (_("Breathe in"), _("slowly")),
        Part.SIP: (_("Sip in more"), _("a little")),
        Part.HOLD: (_("Hold"), _("softly")),
        Part.OUT: (_("Breathe out"), _("slowly")),
        Part.REST: (_("Rest"), _("until the next breath")),
    }[now.phase.part]


def _circle(state: TendState, now: Moment | None, words: tuple[str, str], still: bool) -> list[ft.Control]:
    """It grows and shrinks with the breath; in large text its words stand under it.

    `now` is None before the first breath and while it is held: it is small then.
    """
    size = WHOLE if still else now.phase.size if now else SMALL
    ring = _disc(RING, Colour.PRIMARY_CONTAINER)
    ring.scale = size
    if not still:
        milliseconds = int(now.phase.seconds * 1000) if now else 0
        ring.animate_scale = ft.Animation(milliseconds, ft.AnimationCurve.EASE_IN_OUT)
    halo = _disc(RING, ft.Colors.with_opacity(HALF, Colour.PRIMARY_CONTAINER))
    disc = _disc(DISC, Colour.PRIMARY)
    below: list[ft.Control] = []
    if state.large_text:
        below.append(_spoken(words, Colour.ON_SURFACE))
    else:
        disc.content = _spoken(words, Colour.ON_PRIMARY)
    stack = ft.Stack([halo, ring, disc], width=RING, height=RING, alignment=ft.Alignment.CENTER)
    return [
        ft.Container(stack, alignment=ft.Alignment.CENTER, padding=ft.Padding.symmetric(vertical=theme.S)),
        *below,
    ]


def _disc(size: float, colour: str) -> ft.Container:
    return ft.Container(
        width=size, height=size, border_radius=size / 2, bgcolor=colour, alignment=ft.Alignment.CENTER, padding=theme.S
    )


def _spoken(words: tuple[str, str], ink: Colour) -> ft.Control:
    word, more = words
    lines: list[ft.Control] = [text(word, Style.TITLE_LARGE, ink, text_align=ft.TextAlign.CENTER)]
    if more:
        lines.append(text(more, Style.BODY_MEDIUM, ink, text_align=ft.TextAlign.CENTER))
    both = ft.Column(lines, spacing=0, tight=True, horizontal_alignment=ft.CrossAxisAlignment.CENTER)
    return ft.Semantics(live_region=True, container=True, content=both)
