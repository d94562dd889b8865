"""An own skill, new or to be changed: its name, and everything else if the person likes. Imports `domain`, `views`."""

from __future__ import annotations

import uuid
from collections.abc import Callable

import flet as ft

from domain.skills import Effort, Need
from views import theme
from views.components.aftermath import trouble
from views.components.basics import Colour, Style, heading, line, main_button, text_button
from views.components.choices import choice, choices
from views.components.frame import SKILLS, detail_bar, glowing_page, go
from views.components.goal_form import at_the_end, column
from views.components.skill_form import (
    AS_IT_WAS,
    BREATHING,
    LINES,
    NAME,
    STEPS,
    SUMMARY,
    TIMER,
    Draft,
    SkillForm,
    as_skill,
    drafted,
    refusals,
)
from views.components.skill_words import effort_name, minutes_words, need_name
from views.guard import view_component
from views.practice import Practice
from views.state import TendState
from views.words import _

NEW = "new"  # in the route
MINUTES = (1, 2, 5, 10, 15, 20, 30)
STEP_LINES = 12


@view_component
def SkillEdit(state: TendState, practice: Practice) -> ft.View:
    """The form of the own skill named in the route. What is changed is a draft until it is saved."""
    place = ft.use_route_params().get("id", NEW)
    opened, start, refused, had_draft = ft.use_ref(""), ft.use_ref(None), ft.use_ref(None), ft.use_ref(False)
    is_saved = ft.use_ref(False)  # also while it is on its way
    _drawn, draw = ft.use_state(0)
    if opened.current != place:
        opened.current, refused.current, is_saved.current = place, {}, False
        start.current = _begin(practice, place)
        kept = practice.drafts.get(place)
        had_draft.current = kept is not None and kept != start.current
    if start.current is None:
        return _view(state, place, [line(_("This skill is not here any more."))])

    def draw_again() -> None:
        draw(lambda drawn: drawn + 1)

    def begin_afresh() -> None:
        practice.drafts.pop(place, None)
        if form.is_copy:
            practice.drafts[place] = form.start
        refused.current.clear()
        had_draft.current = False
        draw_again()

    async def save() -> None:
        if is_saved.current:  # the draft is gone then, and a second tap would save what stood there before it
            return
        done, is_saved.current = False, True
        try:
            done = await _save(form)
        finally:
            is_saved.current = done

    form = SkillForm(state, practice, place, start.current, refused.current, draw_again)
    parts = trouble(state)
    if had_draft.current:
        parts.append(_kept(state, begin_afresh))
    return _view(state, place, [*parts, *_parts(form)], main_button(_("Save skill"), state.on(save)))


def _begin(practice: Practice, place: str) -> Draft | None:
    """What stands in the form before anything is changed; None when there is no such skill of the person's own."""
    draft: Draft | None = practice.drafts.get(place)
    skill = practice.skills.get(place)
    if skill:
        return drafted(skill)
    if draft and draft.base:  # a copy that is not saved yet
        return drafted(draft.base)
    return Draft(draft.id if draft else uuid.uuid4().hex) if place == NEW else None


def _view(state: TendState, place: str, parts: list[ft.Control], button: ft.Control | None = None) -> ft.View:
    below = at_the_end(button) if button else None
    page = glowing_page(detail_bar(state, _("My own skill"), _here(place)), parts, below=below)
    return ft.View(controls=[page], padding=0, fullscreen_dialog=True)


def _here(place: str) -> str:
    return f"{SKILLS}/{place}/edit"


def _kept(state: TendState, begin_afresh: Callable[[], None]) -> ft.Control:
    said = ft.Container(line(_("Draft kept"), colour=Colour.ON_SURFACE_VARIANT), expand=not state.large_text)
    return ft.Row([said, text_button(_("Begin afresh"), state.on(begin_afresh))], wrap=state.large_text)


def _parts(form: SkillForm) -> list[ft.Control]:
    any_time = _("Its name is enough. You can change this any time.")
    return [
        line(any_time, Style.BODY_SMALL, Colour.ON_SURFACE_VARIANT),
        form.field(NAME, _("What helps me")),
        form.field(SUMMARY, _("One line about it, if you like")),
        _group(_("What is it for?"), [_need(form, need) for need in Need]),
        _group(_("How much energy does it take?"), [_effort(form, effort) for effort in Effort]),
        _group(_("How long?"), [_minutes(form, minutes) for minutes in _lengths(form)]),
        form.field(LINES, _("Steps, one on each line"), lines=STEP_LINES),
        *_plays(form),
    ]


def _group(title: str, options: list[ft.Control]) -> ft.Control:
    head = ft.Container(heading(title), padding=ft.Padding.only(top=theme.S))
    return column([head, choices(options)])


def _need(form: SkillForm, need: Need) -> ft.Control:
    def turned(now: Draft) -> dict[str, object]:
        others = tuple(other for other in now.needs if other is not need)
        return {"needs": others if need in now.needs else (*now.needs, need)}

    return choice(need_name(need), need in form.draft.needs, form.on_change(turned))


def _effort(form: SkillForm, effort: Effort) -> ft.Control:
    return choice(effort_name(effort), form.draft.energy is effort, form.on_put(energy=effort))


def _lengths(form: SkillForm) -> list[int]:
    return sorted({*MINUTES, form.start.minutes})


def _minutes(form: SkillForm, minutes: int) -> ft.Control:
    return choice(minutes_words(minutes), form.draft.minutes == minutes, form.on_put(minutes=minutes))


def _plays(form: SkillForm) -> list[ft.Control]:
    """How it runs; a copy of a skill of Tend's may stay as it was."""
    names = {STEPS: _("My steps"), TIMER: _("A timer"), BREATHING: _("A breathing pattern")}
    if form.start.plays == AS_IT_WAS:
        names = {AS_IT_WAS: _("As it was")} | names
    chosen = form.draft.plays
    options = [choice(name, chosen == kind, form.on_put(plays=kind)) for kind, name in names.items()]
    parts = [_group(_("How does it run?"), options)]
    if chosen == STEPS:
        parts.append(line(_("Without steps it is a timer."), Style.BODY_SMALL, Colour.ON_SURFACE_VARIANT))
    if chosen == BREATHING:
        parts.append(_pattern(form))
    return parts


def _pattern(form: SkillForm) -> ft.Control:
    """Four numbers; 0 leaves a part out."""
    names = {
        "inward": _("Breathe in, seconds"),
        "hold": _("Hold, seconds"),
        "outward": _("Breathe out, seconds"),
        "rest": _("Hold again, seconds"),
    }
    fields = [form.field(phase, name, keyboard_type=ft.KeyboardType.NUMBER) for phase, name in names.items()]
    hint = line(_("0 leaves a part out."), Style.BODY_SMALL, Colour.ON_SURFACE_VARIANT)
    return column([hint, *fields], spacing=theme.M)


async def _save(form: SkillForm) -> bool:
    """Keep the skill, or say by the fields why not; the answer says whether it is done."""
    form.refused.clear()
    form.refused.update(refusals(form.draft))
    if form.refused:
        form.draw()
        return False
    draft, place = form.draft, f"{SKILLS}/{form.draft.id}"
    skill = as_skill(draft, form.practice.skills.get(draft.id))
    await form.practice.save_skill(skill)
    form.practice.drafts.pop(form.place, None)
    if form.state.trail.came_from(_here(form.place)) != place:  # new, or a copy: the way back is to all of them
        form.state.trail.opened_over(place, SKILLS)
    go(place)
    return True
