"""A skill's own steps, one sentence a page. Imports Flet and `views`."""

from __future__ import annotations

import flet as ft

from views.components.basics import Style, main_button, text_button
from views.components.frame import HOPES, open_over
from views.guard import component
from views.players import Scene, column, middle, quiet, said
from views.players.running import use_drawing
from views.state import TendState
from views.words import _

HOPE_BOX = "hope-box"  # the skill that is done with what the hope box holds


@component
def StepsPlayer(state: TendState, scene: Scene) -> ft.Control:
    """No clock: the next one comes when the person says so."""
    draw, play, steps = use_drawing(), scene.play, scene.skill.steps

    def turn(by: int) -> None:
        play.page = min(max(play.page + by, 0), len(steps) - 1)
        draw()

    is_last = play.page == len(steps) - 1
    parts = [
        quiet(_("Step {n} of {count}").format(n=play.page + 1, count=len(steps)), Style.BODY_SMALL),
        said(steps[play.page], key=f"step-{play.page}"),
        main_button(_("I am done"), scene.done) if is_last else main_button(_("Next"), state.on(turn, 1)),
    ]
    quiet_ones: list[ft.Control] = [text_button(_("Back"), state.on(turn, -1))] if play.page else []
    if scene.skill.id == HOPE_BOX:
        icon = ft.Icons.VOLUNTEER_ACTIVISM_ROUNDED
        quiet_ones.append(text_button(_("Hope box"), state.on(open_over, state, HOPES), icon=icon))
    if not is_last:
        quiet_ones.append(text_button(_("I am done"), scene.done))
    return column([*parts, middle(*quiet_ones)])
