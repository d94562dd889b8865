""" "Did that help?", and how it is now: each of it can be left out. Imports `domain`, Flet and `views`."""

from __future__ import annotations

import flet as ft

from domain.check_ins import Question
from domain.skills import Helped
from views import theme
from views.acting import Handler
from views.components.basics import Colour, Style, heading, line, main_button, text
from views.components.frame import ASK, SKILLS, go
from views.components.problem import problem
from views.components.scale import scale
from views.guard import component
from views.players import Play, column, quiet, said
from views.players.reflection import kept
from views.players.running import use_drawing
from views.practice import Practice
from views.state import TendState
from views.words import _, pgettext


@component
def After(state: TendState, practice: Practice, play: Play, below: str) -> ft.Control:
    """The question first; then what may come next. `below` is the address the skill was opened over."""
    draw = use_drawing()

    async def answer(helped: Helped) -> None:
        play.answer = helped
        draw()
        await play.noted.wait()
        if play.use:
            await practice.helped(play.use, helped)

    if play.answer is None:
        answers = [(_("Yes"), Helped.YES), (_("A little"), Helped.A_BIT), (pgettext("answer", "No"), Helped.NO)]
        buttons = [_outlined(name, state.on(answer, helped)) for name, helped in answers]
        asked = [heading(_("Did that help?")), *buttons, _outlined(_("Skip"), state.on(go, below))]
        ended = [said(_("That was it."), Style.TITLE_MEDIUM)] if play.came_to_end else []
        return column([*ended, *kept(state, practice, play.writing), *asked], theme.S)
    parts = _no(state, below) if play.answer is Helped.NO else [_thanks(_("Thanks for telling me."))]
    parts += [heading(_("How is it now?")), quiet(_("If you want to say."), Style.BODY_SMALL)]
    parts += [_scale(state, practice, play, question) for question in (Question.ENERGY, Question.MOOD)]
    parts += problem(state)
    if play.answer is not Helped.NO:
        parts.append(main_button(_("I am done"), state.on(go, below)))
    return column(parts)


def _thanks(words: str) -> ft.Control:
    return ft.Semantics(live_region=True, content=line(words, Style.TITLE_MEDIUM))


def _no(state: TendState, below: str) -> list[ft.Control]:
    """It is no fault of theirs, and there are other ways on."""

    def ask_someone() -> None:
        state.trail.opened_over(ASK, below)
        go(ASK)

    return [
        _thanks(_("Thanks for telling me. Not every skill fits.")),
        _outlined(_("Another skill"), state.on(go, SKILLS)),
        _outlined(_("Ask someone"), state.on(ask_someone)),
        _outlined(_("Back"), state.on(go, below)),
    ]


def _scale(state: TendState, practice: Practice, play: Play, question: Question) -> ft.Control:
    field = "energy_after" if question is Question.ENERGY else "mood_after"
    use = play.use and (practice.uses.get(play.use.id) or play.use)

    def step(value: int) -> Handler:
        async def tapped() -> None:
            await play.noted.wait()
            if play.use:
                await practice.feels(play.use, **{field: value})

        return state.on(tapped)

    chosen = getattr(use, field) if use else None
    return scale(question, chosen, step, state.large_text)


def _outlined(name: str, on_click: Handler) -> ft.Control:
    return ft.OutlinedButton(
        text(name, Style.LABEL_LARGE),
        key=f"after-{name}",
        on_click=on_click,
        style=ft.ButtonStyle(padding=18, side=ft.BorderSide(1.5, Colour.OUTLINE)),
    )
