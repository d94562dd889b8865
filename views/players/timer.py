"""Time that runs, with a calm end; the skill's steps stand beneath it. Imports `domain`, Flet and `views`."""

from __future__ import annotations

import flet as ft

from domain.skill_players import Timer
from views import theme
from views.components.basics import Colour, card, text
from views.guard import component
from views.players import Scene, column, progress, quiet, running_buttons, said, time_left
from views.players.running import use_drawing, use_run
from views.state import TendState
from views.words import _

EVERY = 5  # seconds, that the bar moves


@component
def TimerPlayer(state: TendState, scene: Scene, timer: Timer) -> ft.Control:
    """No numbers that run: a bar, and about how long is left."""
    draw, run = use_drawing(), scene.play.run
    use_run(run, timer.seconds, lambda second: (second // EVERY + 1) * EVERY, draw, scene.at_end)

    def pause() -> None:
        run.stop()
        run.is_on = not run.is_on
        scene.draw()

    parts: list[ft.Control] = []
    if scene.skill.summary:
        parts.append(quiet(scene.skill.summary))
    parts.append(said(_("Take your time.") if run.is_on else _("Paused")))
    parts.append(progress(run.passed / timer.seconds, time_left(timer.seconds - run.passed)))
    parts += running_buttons(state, scene, pause)
    if scene.skill.steps:
        parts.append(card(ft.Column([_step(step) for step in scene.skill.steps], spacing=theme.M)))
    return column(parts)


def _step(words: str) -> ft.Control:
    dot = ft.Icon(ft.Icons.CIRCLE, size=8, color=Colour.PRIMARY)
    return ft.Semantics(
        container=True,
        content=ft.Row([dot, ft.Container(text(words), expand=True)], spacing=theme.M),
    )
