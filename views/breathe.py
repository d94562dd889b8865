"""A longer breath out, straight from Today: nothing is asked before or after. Imports `domain`, Flet and `views`."""

from __future__ import annotations

import flet as ft

from domain.skill_players import Breathing
from domain.skills import Skill
from views.components.frame import go
from views.guard import view_component
from views.players import Play, Scene, player_view, use_awake
from views.players.breathing import BreathingPlayer
from views.state import TendState
from views.words import _

SKILL = "longer-breath-out"
PATTERN = Breathing(4, 0, 6, 0)  # seconds; a longer breath out
MINUTES = 2  # where the address says nothing


@view_component
def Breathe(state: TendState) -> ft.View:
    """The circle leads; nothing has to be remembered, and it can be left at any moment."""
    minutes = int(ft.use_route_params().get("minutes", MINUTES))
    held, leave = ft.use_ref(None), state.on(go, "/")
    if held.current is None:
        skill = Skill(SKILL, _("Longer breath out"), minutes=minutes, player=PATTERN)
        held.current = Play(skill, state.now, minutes)
    play: Play = held.current
    use_awake(state, True)
    circle = BreathingPlayer(state, state.practice, Scene(play, leave, lambda: None), PATTERN)
    return player_view(state, play.skill.name, leave, [circle], play)
