"""What the players of skills share: a skill being played, its page, its words. Imports `domain`, Flet and `views`."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

import flet as ft

from domain.skill_choices import Writing
from domain.skill_players import Breathing, Paced, Timer
from domain.skills import Helped, Skill, Use
from views import theme
from views.acting import Handler
from views.components.basics import Colour, Style, heading, icon_button, line, main_button, text, text_button
from views.components.frame import bar_row, glowing_page, help_button
from views.players.running import Run
from views.state import TendState
from views.words import _, ngettext

RUNNING = (Breathing, Timer, Paced)  # they run by themselves, and can be held
SOON, A_MINUTE = 25, 45  # seconds left, from which on half a minute is said, and a whole one
BUZZ = 40  # milliseconds


@dataclass(eq=False)
class Play:
    """A skill being played, from its start until the screen is left; Help now over it takes nothing away."""

    skill: Skill
    began: datetime  # local
    minutes: int
    is_first: bool = False  # it was never used before
    is_begun: bool = True  # its cautions were read, where they come first
    is_over: bool = False  # it asks whether it helped
    came_to_end: bool = False  # by itself, not because the person was done
    answer: Helped | None = None
    run: Run = field(default_factory=Run)
    page: int = 0
    ticked: frozenset[tuple[int, int]] = frozenset()  # page, place
    writing: Writing | None = None
    goes_on: bool = False  # with a page that was begun before
    use: Use | None = None
    noting: asyncio.Future[None] | None = None  # what writes it
    noted: asyncio.Event = field(default_factory=asyncio.Event)  # set once `use` was to be written

    @property
    def keeps_lit(self) -> bool:
        """Whether the screen is to stay lit: while it is played, and what runs by itself is not held."""
        is_held = isinstance(self.skill.plays, RUNNING) and not self.run.is_on
        return self.is_begun and not self.is_over and not is_held


@dataclass(frozen=True)
class Scene:
    """What a player is given: the skill being played, and what to do when the person is done or it came to its end."""

    play: Play
    done: Handler
    at_end: Callable[[], object]
    draw: Callable[[], None]  # the whole of it anew

    @property
    def skill(self) -> Skill:
        """The skill that is played."""
        return self.play.skill


def player_view(state: TendState, title: str, close: Handler, parts: list[ft.Control], play: Play | None) -> ft.View:
    """A player's page: Close and Help now, the name of the skill, and the parts."""

    def hold() -> None:
        if play:
            play.run.hold()

    shut = icon_button(ft.Icons.CLOSE_ROUNDED, _("Close"), close, colour=Colour.ON_SURFACE)
    bar = bar_row(state, [shut], ft.Container(), [help_button(state, hold)])
    padding = ft.Padding.only(left=theme.S, right=theme.L, top=theme.S, bottom=theme.S)
    top = ft.Container(
        ft.Container(bar, width=theme.PAGE_WIDTH, padding=padding),
        alignment=ft.Alignment.TOP_CENTER,
    )
    name = ft.Row([heading(title, Style.TITLE_LARGE, level=1)], alignment=ft.MainAxisAlignment.CENTER, wrap=True)
    return ft.View(controls=[glowing_page(top, [name, *parts], theme.GREEN)], padding=0, fullscreen_dialog=True)


def quiet(words: str, style: Style = Style.BODY_MEDIUM) -> ft.Control:
    """A quiet sentence in the middle."""
    return line(words, style, Colour.ON_SURFACE_VARIANT, text_align=ft.TextAlign.CENTER)


def said(words: str, style: Style = Style.HEADLINE_SMALL, key: str | None = None) -> ft.Control:
    """A sentence in the middle that changes, and is read out when it does."""
    return ft.Container(
        ft.Semantics(live_region=True, container=True, content=text(words, style, text_align=ft.TextAlign.CENTER)),
        key=key,
        alignment=ft.Alignment.CENTER,
        padding=ft.Padding.symmetric(vertical=theme.XL),
    )


def middle(*buttons: ft.Control) -> ft.Control:
    """Quiet buttons in the middle."""
    return ft.Row(list(buttons), alignment=ft.MainAxisAlignment.CENTER, spacing=theme.S, run_spacing=theme.S, wrap=True)


def column(parts: list[ft.Control], spacing: int = theme.M) -> ft.Control:
    """Parts one under the other, as wide as the page."""
    return ft.Column(parts, spacing=spacing, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)


def progress(share: float, words: str) -> ft.Control:
    """How much of it is behind, as a bar and in words."""
    bar = ft.ProgressBar(
        value=share,
        color=Colour.PRIMARY,
        bgcolor=Colour.SURFACE_CONTAINER_HIGHEST,
        border_radius=4,
        bar_height=8,
    )
    return column([ft.Semantics(exclude_semantics=True, content=bar), quiet(words, Style.BODY_SMALL)], theme.S)


def time_left(seconds: float) -> str:
    """ "About 2 minutes left" from 90 seconds on; under half a minute "Nearly there"."""
    if seconds < SOON:
        return _("Nearly there")
    if seconds < A_MINUTE:
        return _("About half a minute left")
    minutes = max(1, int(seconds / 60 + 0.5))
    return ngettext("About {n} minute left", "About {n} minutes left", minutes).format(n=minutes)


def running_buttons(state: TendState, scene: Scene, pause: Callable[[], None]) -> list[ft.Control]:
    """Pause or Go on, and the way out."""
    is_on = scene.play.run.is_on
    icon = ft.Icons.PAUSE_ROUNDED if is_on else ft.Icons.PLAY_ARROW_ROUNDED
    return [
        main_button(_("Pause") if is_on else _("Go on"), state.on(pause), icon=icon, icon_color=Colour.ON_PRIMARY),
        middle(text_button(_("I am done"), scene.done)),
    ]


def use_awake(state: TendState, wanted: bool) -> None:
    """Keep the screen from going dark while this is drawn, where the page around Tend can."""

    def let_sleep() -> None:
        if state.page:
            state.page.stay_awake(False)

    async def wake() -> None:
        if state.page and wanted:
            state.page.stay_awake(True)

    ft.use_effect(wake, dependencies=[wanted], cleanup=let_sleep)


@dataclass(frozen=True)
class Phone:
    """What the phone can do, and how it is set."""

    buzzes: bool = False
    is_still: bool = False  # things are not to move


def use_phone(state: TendState) -> Phone | None:
    """What is known of the phone; None until it has answered and this is drawn: nothing moves or runs before that."""
    known, know = ft.use_state(None if state.page else Phone(is_still=state.preferences.is_plain))

    async def ask() -> None:
        if state.page:
            await state.page.drawn()
            is_still = state.preferences.is_plain or await state.page.wants_stillness()
            know(Phone(await state.page.can_buzz(), is_still))

    ft.use_effect(ask, dependencies=[])
    found: Phone | None = known
    return found
