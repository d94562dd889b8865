"""Questions to answer in writing: each letter is kept, privately. Imports `domain`, Flet and `views`."""

from __future__ import annotations

from dataclasses import replace

import flet as ft

from domain.skill_choices import Writing
from domain.skill_players import Reflection
from views import formats
from views.components.basics import Colour, Style, heading, line, main_button, text_button
from views.components.frame import WRITINGS, open_over
from views.components.own_line import Keep, KeptLine
from views.components.problem import problem
from views.guard import component
from views.players import Scene, column, middle
from views.practice import Practice
from views.state import TendState
from views.words import _

LINES = 8


@component
def ReflectionPlayer(state: TendState, practice: Practice, scene: Scene, reflection: Reflection) -> ft.Control:
    """Every question has a field; none has to be filled."""
    play, is_back = scene.play, ft.use_ref(True)
    if play.writing is None:
        play.writing = practice.page_for(scene.skill)
        play.goes_on = not play.writing.is_empty
    elif is_back.current and _was_deleted(practice, play.writing):
        play.writing = practice.new_writing(scene.skill)
    is_back.current = False
    writing = play.writing
    answers = dict(writing.answers)

    def keep(prompt: str) -> Keep:
        async def write(words: str) -> None:
            now = dict((play.writing or writing).answers) | {prompt: words}
            kept = tuple((asked, now[asked]) for asked in prompts if now.get(asked))
            play.writing = replace(play.writing or writing, answers=kept)
            await practice.write(play.writing)

        return write

    def begin_anew() -> None:
        play.writing, play.goes_on = practice.new_writing(scene.skill), False
        scene.draw()

    prompts = tuple(dict.fromkeys(reflection.prompts))
    parts: list[ft.Control] = [line(_("Only for you"), Style.BODY_SMALL, Colour.ON_SURFACE_VARIANT)]
    if play.goes_on:
        began = _("You began this at {time}.").format(time=formats.time_of_day(writing.local))
        parts.append(line(began, colour=Colour.ON_SURFACE_VARIANT))
        parts.append(ft.Row([text_button(_("Start a new page"), state.on(begin_anew), icon=ft.Icons.ADD_ROUNDED)]))
    for place, prompt in enumerate(prompts):
        name = _("My words") if len(prompts) == 1 else _("Answer {n}").format(n=place + 1)
        field = KeptLine(state, name, answers.get(prompt, ""), keep(prompt), lines=LINES, key=f"{writing.id}-{place}")
        parts += [heading(prompt), field]
    parts += problem(state)
    parts += kept(state, practice, play.writing)
    parts.append(main_button(_("I am done"), scene.done))
    return column(parts)


def kept(state: TendState, practice: Practice, writing: Writing | None) -> list[ft.Control]:
    """Where to find what was written, once there is some and the device has it."""
    if writing is None or writing.is_empty or not practice.writings.is_saved(writing.id):
        return []
    if _was_deleted(practice, writing):
        return []
    told = ft.Semantics(live_region=True, content=line(_("Kept. You find it under What I wrote.")))
    return [told, middle(text_button(_("What I wrote"), state.on(open_over, state, WRITINGS)))]


def _was_deleted(practice: Practice, writing: Writing) -> bool:
    """Whether it was there, and the person deleted it under What I wrote."""
    is_kept = not writing.is_empty and practice.writings.is_saved(writing.id)
    return is_kept and practice.writings.get(writing.id) is None
