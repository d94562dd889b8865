"""A goal, new or to be changed: its words, and everything else if the person likes. Imports `domain` and `views`."""

from __future__ import annotations

import uuid

import flet as ft

from domain.errors import InputRefused
from views import theme
from views.aims import Aims
from views.components.basics import Colour, Style, line, main_button, text_button
from views.components.check_in_card import save_trouble
from views.components.frame import GOALS, detail_bar, glowing_page, go, open_over
from views.components.goal_form import Draft, GoalForm, as_goal, column, drafted, refusals
from views.components.goal_parts import MORE, add_person, grows_from, how_often, more, purpose, sizes, tiny, who
from views.components.problem import problem
from views.guard import view_component
from views.state import TendState
from views.wording import calm_words
from views.words import _

NEW = "new"  # in the route
ALL = "everything"


@view_component
def GoalEdit(state: TendState, aims: Aims) -> ft.View:
    """The form of the goal named in the route. What is changed is a draft until it is saved."""
    place = ft.use_route_params().get("id", NEW)
    opened, start, refused, had_draft = ft.use_ref(""), ft.use_ref(None), ft.use_ref(None), ft.use_ref(False)
    panel, show = ft.use_state("")
    _drawn, draw = ft.use_state(0)
    if opened.current != place:
        opened.current, refused.current, had_draft.current = place, {}, place in aims.drafts
        start.current = _begin(aims, place)
    if start.current is None:
        return _view(state, place, [line(_("This goal is not here any more."))])
    form = GoalForm(
        state, aims, place, start.current, refused.current, panel, show, lambda: draw(lambda drawn: drawn + 1)
    )
    parts = [*problem(state, beside_save=True), *([save_trouble(state)] if state.is_refused else [])]
    if had_draft.current:
        parts.append(_kept(form, had_draft))
    parts += _parts(form)
    save = ft.Container(
        main_button(_("Save goal"), state.on(_save, form)),
        padding=ft.Padding.symmetric(horizontal=theme.MARGIN, vertical=theme.M),
    )
    return _view(state, place, parts, ft.Column([save], horizontal_alignment=ft.CrossAxisAlignment.STRETCH))
