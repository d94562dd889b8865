"""A skill being played: what to know first, the player that fits, "Did that help?". Imports `domain`, Flet, `views`."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from datetime import timedelta

import flet as ft

from domain import check_ins as rules
from domain.skill_players import Breathing, Grounding, Message, Paced, Reflection, Timer
from domain.skill_search import starting_minutes
from domain.skills import Skill
from views import theme
from views.components.basics import Colour, heading, line, main_button, text, text_button
from views.components.frame import ASK, HELP, HOPES, SKILLS, WRITINGS, go
from views.guard import view_component
from views.players import BUZZ, Play, Scene, column, middle, player_view, quiet, use_awake
from views.players.after import After
from views.players.breathing import BreathingPlayer
from views.players.grounding import GroundingPlayer
from views.players.message import MessagePlayer
from views.players.paced import PacedPlayer
from views.players.reflection import ReflectionPlayer
from views.players.running import use_drawing
from views.players.steps import StepsPlayer
from views.players.timer import TimerPlayer
from views.practice import Practice
from views.state import TendState
from views.words import _

EARLY = timedelta(seconds=20)  # who leaves within them is asked nothing
OVER_IT = (HELP, ASK, WRITINGS, HOPES)  # screens from which the person comes back to where they were


@view_component
def PlaySkill(state: TendState, practice: Practice) -> ft.View:
    """From the start on the use is noted; leaving takes one tap, at any moment."""
    skill_id = ft.use_route_params().get("id", "")
    here = f"{SKILLS}/{skill_id}/play"
    below = state.trail.came_from(here)
    draw, page, held = use_drawing(), ft.context.page, ft.use_ref(None)
    skill = practice.get(skill_id)
    play: Play | None = held.current
    if skill and (play is None or play.skill.id != skill_id):
        play = held.current = practice.playing.setdefault(skill_id, _begun(state, practice, skill))
    is_playing = play is not None and play.is_begun and not play.is_over

    def left() -> None:
        if not page.route.startswith((here, *OVER_IT)):
            practice.playing.pop(skill_id, None)

    async def note() -> None:
        if play and is_playing and play.noting is None:
            # A task of its own: Flet ends what an effect runs as soon as the effect is over.
            play.noting = asyncio.ensure_future(state.do_quietly(_note, state, practice, play))

    ft.use_effect(lambda: None, dependencies=[], cleanup=left)
    ft.use_effect(note, dependencies=[is_playing])
    use_awake(state, play is not None and play.keeps_lit)
    if play is None:
        gone = [line(_("This skill is not here any more.")), main_button(_("Another skill"), state.on(go, SKILLS))]
        return player_view(state, _("Skills"), state.on(go, below), gone, None)
    return _screen(state, practice, play, below, draw)


def _screen(state: TendState, practice: Practice, play: Play, below: str, draw: Callable[[], None]) -> ft.View:
    def start() -> None:
        play.is_begun, play.began = True, state.now
        draw()

    def finish() -> None:
        play.run.stop()
        play.is_over = True
        state.last_touch = state.now  # following it was being there: the time until the lock begins now
        draw()

    def come_to_end() -> None:
        play.came_to_end = True
        if state.page and practice.choices.buzzes:
            state.page.buzz(BUZZ)
        finish()

    def close() -> Awaitable[None] | None:
        if play.is_over or not play.is_begun:
            go(below)
        elif state.now - play.began < EARLY:
            go(below)
            return _unused(practice, play)
        else:
            finish()
        return None

    if not play.is_begun:
        parts = _cautions(state, play.skill, start)
    elif play.is_over:
        parts = [After(state, practice, play, below)]
    else:
        parts = _player(state, practice, Scene(play, state.on(finish), come_to_end, draw))
    return player_view(state, play.skill.name, state.on(close), parts, play)


def _begun(state: TendState, practice: Practice, skill: Skill) -> Play:
    return Play(
        skill,
        state.now,
        minutes=starting_minutes(skill, state.energy),
        is_first=not practice.tally.of(skill.id).tried,
        is_begun=not skill.check_first,
    )


async def _note(state: TendState, practice: Practice, play: Play) -> None:
    known = rules.current(state.check_ins, state.now)
    try:
        play.use = practice.new_use(play.skill, known.mood if known else None)
        await practice.used(play.use)
    finally:
        play.noted.set()


async def _unused(practice: Practice, play: Play) -> None:
    """Closed at once, with nothing written, is not tried."""
    await play.noted.wait()
    if play.use and (play.writing is None or play.writing.is_empty):
        await practice.not_used(play.use)


def _cautions(state: TendState, skill: Skill, start: Callable[[], None]) -> list[ft.Control]:
    """For the few skills that can harm some bodies: read, and then decided."""
    ink = Colour.ON_ERROR_CONTAINER
    box = ft.Container(
        column([text(caution, colour=ink) for caution in skill.cautions], theme.S),
        bgcolor=Colour.ERROR_CONTAINER,
        border_radius=theme.INNER,
        padding=theme.L,
    )
    return [
        heading(_("Before you start")),
        box,
        main_button(_("Start"), state.on(start)),
        middle(text_button(_("Pick another"), state.on(go, SKILLS))),
    ]


def _player(state: TendState, practice: Practice, scene: Scene) -> list[ft.Control]:
    """The player for this kind of skill."""
    parts: list[ft.Control] = []
    if scene.play.is_first:
        parts.append(quiet(_("If this feels bad, stop. That is wise.")))
    match scene.skill.plays:
        case Breathing() as pattern:
            parts.insert(0, BreathingPlayer(state, practice, scene, pattern))
        case Grounding() as grounding:
            parts.insert(0, GroundingPlayer(state, scene, grounding))
        case Timer() as timer:
            parts.insert(0, TimerPlayer(state, scene, timer))
        case Reflection() as reflection:
            parts.insert(0, ReflectionPlayer(state, practice, scene, reflection))
        case Paced() as paced:
            parts.insert(0, PacedPlayer(state, scene, paced))
        case Message() as message:
            parts.insert(0, MessagePlayer(state, scene, message))
        case _other:
            parts.insert(0, StepsPlayer(state, scene))
    return parts
