"""A skill that belongs to a goal: picked in the goal's form, started from its card. Imports `domain` and `views`."""

from __future__ import annotations

import flet as ft

from domain.goals import Goal
from domain.skill_search import Filter
from views import theme
from views.components.basics import Colour, Style, heading, line, text_button
from views.components.choices import choice, choices
from views.components.goal_form import GoalForm, column
from views.components.skill_card import on_start
from views.state import TendState
from views.words import _

SKILL = "skill"
MOST_SHOWN = 12  # more would make the form longer than the library


def skill_of(form: GoalForm) -> ft.Control:
    """The skill there is, or a way to pick one; one that was deleted leaves room for another."""
    practice, picked = form.state.practice, form.draft.skill_id
    if picked is None and form.panel != SKILL:
        return ft.Row([text_button(_("Add a skill"), form.on_show(SKILL), icon=ft.Icons.ADD_ROUNDED)])
    shown = list(practice.found(Filter())[:MOST_SHOWN])
    own = practice.get(picked) if picked else None
    if own and own not in shown:
        shown.append(own)
    options = [choice(skill.name, skill.id == picked, form.on_put(skill_id=skill.id)) for skill in shown]
    options.append(choice(_("No skill"), own is None, form.on_put(skill_id=None)))
    said = line(_("Those you bookmarked come first."), Style.BODY_SMALL, Colour.ON_SURFACE_VARIANT)
    return column([ft.Column([heading(_("A skill for it")), said], spacing=0), choices(options)])


def skill_row(state: TendState, goal: Goal) -> list[ft.Control]:
    """One tap to the skill that belongs to the goal, while there is one."""
    skill = state.practice.get(goal.skill_id) if goal.skill_id else None
    if skill is None:
        return []
    words = _("Start: {skill}").format(skill=skill.name)
    button = text_button(words, on_start(state, skill), icon=ft.Icons.PLAY_ARROW_ROUNDED)
    return [ft.Container(ft.Row([button], wrap=True), padding=ft.Padding.only(left=theme.XS))]
