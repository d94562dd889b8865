"""Breathing with a circle: longer out than in, for a minute or two. Imports `domain`, Flet and `views`."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field

import flet as ft

from domain.skill_players import Breathing
from views import theme
from views.components.basics import Colour, Style, line, main_button, text, text_button
from views.components.frame import BREATHE, detail_bar, glowing_page, go
from views.guard import view_component
from views.state import TendState
from views.words import _, ngettext

PATTERN = Breathing(4, 0, 6, 0)  # seconds; a longer breath out
MINUTES = 2  # where the address says nothing
SMALL, WHOLE = 0.6, 1.0  # of the circle
CIRCLE, HALO = 200, 260


@dataclass
class Breath:
    """Where somebody is: breaths done, whether it is in or out, and whether it goes on."""

    done: int = 0
    is_in: bool = False
    is_on: bool = True
    runs: list[asyncio.Event] = field(default_factory=list)  # the one that runs now is not set

    def stop(self) -> None:
        """End whatever runs."""
        for over in self.runs:
            over.set()
        self.runs.clear()


@view_component
def Breathe(state: TendState) -> ft.View:
    """The circle leads; nothing has to be remembered, and it can be left at any moment."""
    minutes = int(ft.use_route_params().get("minutes", MINUTES))
    breaths = PATTERN.breaths(minutes)
    held, (_drawn, draw) = ft.use_ref(Breath()), ft.use_state(0)
    breath = held.current

    def draw_again() -> None:
        draw(lambda now: now + 1)

    async def begin() -> None:
        if breath.is_on and breath.done < breaths:
            breath.stop()
            over = asyncio.Event()
            breath.runs.append(over)
            await _follow(breath, breaths, over, draw_again)

    ft.use_effect(begin, dependencies=[breath.is_on], cleanup=breath.stop)

    def pause() -> None:
        breath.is_on = not breath.is_on
        if not breath.is_on:
            breath.stop()
            breath.is_in = False
        draw_again()

    left = breaths - breath.done
    parts = [
        line(_("Follow the circle, or your own pace."), colour=Colour.ON_SURFACE_VARIANT),
        _circle(breath, left),
        _left(left, breaths),
        *_buttons(state, breath, left, pause),
    ]
    page = glowing_page(detail_bar(state, _("Longer breath out"), BREATHE), parts, Colour.PRIMARY_FIXED)
    return ft.View(controls=[page], padding=0, fullscreen_dialog=True)


async def _follow(breath: Breath, breaths: int, over: asyncio.Event, draw_again: Callable[[], None]) -> None:
    """Breathe in and out by the loop's own clock; each phase ends when it was to end, however late the last one was."""
    loop = asyncio.get_running_loop()
    ends = loop.time()
    while breath.done < breaths:
        for is_in, seconds in ((True, PATTERN.inward), (False, PATTERN.outward)):
            breath.is_in = is_in
            draw_again()
            ends += seconds
            try:
                await asyncio.wait_for(over.wait(), ends - loop.time())
                return
            except TimeoutError:
                continue
        breath.done += 1
    draw_again()


def _circle(breath: Breath, left: int) -> ft.Control:
    """It grows and shrinks with the breath; its words say the same."""
    if not left:
        word, more = _("That was it."), ""
    elif not breath.is_on:
        word, more = _("Paused"), _("Take your time.")
    else:
        word, more = (_("Breathe in") if breath.is_in else _("Breathe out")), _("slowly")
    seconds = PATTERN.inward if breath.is_in else PATTERN.outward
    disc = ft.Container(
        width=CIRCLE,
        height=CIRCLE,
        border_radius=CIRCLE,
        bgcolor=Colour.PRIMARY_CONTAINER,
        border=ft.Border.all(2, Colour.PRIMARY),
        scale=WHOLE if breath.is_in else SMALL,
        animate_scale=ft.Animation(int(seconds * 1000), ft.AnimationCurve.EASE_IN_OUT),
    )
    words = ft.Semantics(
        live_region=True,
        content=ft.Column(
            [
                text(word, Style.TITLE_LARGE, text_align=ft.TextAlign.CENTER),
                text(more, Style.BODY_MEDIUM, Colour.ON_SURFACE_VARIANT, text_align=ft.TextAlign.CENTER),
            ],
            spacing=0,
            tight=True,
            horizontal_alignment=ft.CrossAxisAlignment.CENTER,
        ),
    )
    stack = ft.Stack([disc, words], width=HALO, height=HALO, alignment=ft.Alignment.CENTER)
    return ft.Container(stack, alignment=ft.Alignment.CENTER, padding=ft.Padding.symmetric(vertical=theme.XL))


def _left(left: int, breaths: int) -> ft.Control:
    minutes = round(left * PATTERN.cycle / 60)
    words = (
        ngettext("About {n} minute left", "About {n} minutes left", minutes).format(n=minutes)
        if minutes
        else _("Nearly there")
    )
    bar = ft.ProgressBar(
        value=1 - left / breaths,
        color=Colour.PRIMARY,
        bgcolor=Colour.SURFACE_CONTAINER_HIGHEST,
        border_radius=4,
        bar_height=8,
    )
    said = text(words if left else "", Style.BODY_SMALL, Colour.ON_SURFACE_VARIANT)
    return ft.Column([ft.Semantics(exclude_semantics=True, content=bar), said], spacing=theme.S)


def _buttons(state: TendState, breath: Breath, left: int, pause: Callable[[], None]) -> list[ft.Control]:
    leave = state.on(go, "/")
    if not left:
        return [main_button(_("I am done"), leave)]
    name = _("Pause") if breath.is_on else _("Go on")
    icon = ft.Icons.PAUSE_ROUNDED if breath.is_on else ft.Icons.PLAY_ARROW_ROUNDED
    done = text_button(_("I am done"), leave)
    return [
        main_button(name, state.on(pause), icon=icon, icon_color=Colour.ON_PRIMARY),
        ft.Row([done], alignment=ft.MainAxisAlignment.CENTER),
    ]
