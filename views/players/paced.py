"""Lines that follow one another at their own pace, as in a body scan. Imports `domain`, Flet and `views`."""

from __future__ import annotations

from itertools import accumulate

import flet as ft

from domain.skill_players import Paced
from views.guard import component
from views.players import Scene, column, progress, quiet, running_buttons, said, time_left
from views.players.running import use_drawing, use_run
from views.state import TendState
from views.words import _


@component
def PacedPlayer(state: TendState, scene: Scene, paced: Paced) -> ft.Control:
    """One line at a time."""
    draw, run = use_drawing(), scene.play.run
    ends = list(accumulate(line.seconds for line in paced.lines))

    def following(second: float) -> float:
        return float(next(end for end in ends if end > second))

    use_run(run, paced.seconds, following, draw, scene.at_end)

    def pause() -> None:
        run.stop()
        run.is_on = not run.is_on
        scene.draw()

    place = next((place for place, end in enumerate(ends) if end > run.passed), len(ends) - 1)
    parts = [
        said(paced.lines[place].words, key=f"line-{place}"),
        progress(run.passed / paced.seconds, time_left(paced.seconds - run.passed)),
        *running_buttons(state, scene, pause),
    ]
    if not run.is_on:
        parts.insert(0, quiet(_("Paused")))
    return column(parts)
