"""Breathing with a circle, by any pattern. Imports `domain`, Flet and `views`."""

from __future__ import annotations

import flet as ft

from domain.breath import SMALL, WHOLE, Moment, Part, at, start_of_breath
from domain.skill_players import Breathing
from views import theme
from views.components.basics import Colour, Style, main_button, text
from views.components.choices import choice
from views.guard import component
from views.players import Scene, column, middle, progress, quiet, running_buttons, time_left
from views.players.running import use_drawing, use_run
from views.practice import Practice
from views.state import TendState
from views.words import _

RING = 280  # the circle when it is whole; small, it is as large as the disc with the words
DISC = RING * SMALL
HALF = 0.5
BUZZ = 40  # milliseconds


@component
def BreathingPlayer(state: TendState, practice: Practice, scene: Scene, pattern: Breathing) -> ft.Control:
    """The circle leads, and its words say the same; nothing has to be remembered."""
    draw, run = use_drawing(), scene.play.run
    total = pattern.breaths(scene.play.minutes) * pattern.cycle
    buzz = getattr(state.page, "buzz", None)
    begun = ft.use_ref(False)  # the circle is drawn small once, and then grows

    def changed() -> None:
        begun.current = True
        if buzz and scene.play.buzzes:
            buzz(BUZZ)
        draw()

    use_run(run, total, lambda second: at(pattern, second).ends, changed, scene.at_end)

    def pause() -> None:
        run.stop()
        run.is_on, run.passed = not run.is_on, start_of_breath(pattern, run.passed)
        draw()

    def turn_buzz() -> None:
        scene.play.buzzes = not scene.play.buzzes
        draw()

    is_over = run.passed >= total
    now = at(pattern, run.passed) if begun.current and run.is_on and not is_over else None
    still = practice.is_still
    passed = start_of_breath(pattern, run.passed) if still and not is_over else run.passed
    parts = [
        quiet(_("Follow the circle, or your own pace.")),
        *_circle(state, now, _words(now, is_over), still),
        progress(passed / total, "" if is_over else time_left(total - passed)),
    ]
    if is_over:
        return column([*parts, main_button(_("I am done"), scene.done)])
    chips = [choice(_("Keep the circle still"), still, state.on(_turn_still, practice))]
    if buzz:
        chips.append(choice(_("Buzz"), scene.play.buzzes, state.on(turn_buzz), icon=ft.Icons.VIBRATION_ROUNDED))
    return column([*parts, middle(*chips), *running_buttons(state, scene, pause)])


def _turn_still(practice: Practice) -> None:
    practice.is_still = not practice.is_still


def _words(now: Moment | None, is_over: bool) -> tuple[str, str]:
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
    """It grows and shrinks with the breath; in large text its words stand under it."""
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
