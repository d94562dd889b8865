"""The screens over the tabs, by their routes. Imports `views` and Flet."""

from __future__ import annotations

from collections.abc import Callable

import flet as ft

from views.ask import Ask
from views.choose_today import ChooseToday, PickSize
from views.components.frame import (
    ASK,
    DONE,
    GOALS,
    HOPES,
    MATTERS,
    PACING,
    PEOPLE,
    PLAN_CARD,
    PLAN_LINE,
    PLAN_SHARE,
    SAFETY,
    SKILLS,
    STRENGTHS,
    TODAY,
    WRITINGS,
)
from views.goal_days import GoalDays
from views.goal_edit import GoalEdit
from views.goal_rest import LetGo, RestGoal
from views.hope_edit import HopeEdit
from views.hopes import Hopes
from views.matters import Matters
from views.one_value import OneValue
from views.pacing import PacingSettings
from views.people import People
from views.person_edit import PersonEdit
from views.plan_card import PlanCard
from views.plan_line import PlanLine
from views.plan_share import PlanShare
from views.play import PlaySkill
from views.safety_plan import SafetyPlan
from views.skill import SkillDetail
from views.skill_edit import SkillEdit
from views.state import TendState
from views.strengths import Strengths
from views.things_done import ThingsDone
from views.writings import Writings

Screens = dict[str, Callable[[], ft.Control]]  # by their addresses


def skill_routes(state: TendState) -> list[ft.Route]:
    """The screens over Skills."""
    practice = state.practice
    screens: Screens = {
        f"{SKILLS}/:id": lambda: SkillDetail(state, practice),
        f"{SKILLS}/:id/play": lambda: PlaySkill(state, practice),
        f"{SKILLS}/:id/edit": lambda: SkillEdit(state, practice),
        WRITINGS: lambda: Writings(state, practice),
        HOPES: lambda: Hopes(state, state.hope_box),
        f"{HOPES}/:id": lambda: HopeEdit(state, state.hope_box),
    }
    return _over(screens)


def plan_routes(state: TendState) -> list[ft.Route]:
    """The screens over My plan."""
    plan, aims = state.plan, state.aims
    screens: Screens = {
        SAFETY: lambda: SafetyPlan(state, plan, aims, state.practice, state.outlook),
        f"{PLAN_LINE}/:id": lambda: PlanLine(state, plan),
        PLAN_SHARE: lambda: PlanShare(state, plan, aims),
        PLAN_CARD: lambda: PlanCard(state, plan, aims),
    }
    return _over(screens)


def goal_routes(state: TendState) -> list[ft.Route]:
    """The screens over Today and Goals."""
    aims = state.aims
    screens: Screens = {
        f"{TODAY}/choose": lambda: ChooseToday(state, aims),
        f"{TODAY}/:id": lambda: PickSize(state, aims),
        f"{GOALS}/:id": lambda: GoalEdit(state, aims),
        f"{GOALS}/:id/days": lambda: GoalDays(state, aims),
        f"{GOALS}/:id/rest": lambda: RestGoal(state, aims),
        f"{GOALS}/:id/let-go": lambda: LetGo(state, aims),
        MATTERS: lambda: Matters(state, aims),
        f"{MATTERS}/:id": lambda: OneValue(state, aims),
        STRENGTHS: lambda: Strengths(state, aims),
        DONE: lambda: ThingsDone(state, aims),
        PACING: lambda: PacingSettings(state, aims),
        ASK: lambda: Ask(state, aims),
        PEOPLE: lambda: People(state, aims),
        f"{PEOPLE}/:id": lambda: PersonEdit(state, aims),
    }
    return _over(screens)


def _over(screens: Screens) -> list[ft.Route]:
    return [ft.Route(path=path[1:], component=screen, modal=True) for path, screen in screens.items()]
