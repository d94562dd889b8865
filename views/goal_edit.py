"""A goal, new or to be changed: its words, and everything else if the person likes. Imports `domain` and `views`."""

from __future__ import annotations

from collections.abc import Callable

import flet as ft

from domain.errors import InputRefused
from views import theme
from views.aims import Aims
from views.components.basics import Colour, Style, line, main_button, text_button
from views.components.check_in_card import save_trouble
from views.components.frame import GOALS, REMINDERS, detail_bar, glowing_page, go, open_over
from views.components.goal_dates import calendar, dates
from views.components.goal_form import WORDS, Draft, GoalForm, as_goal, at_the_end, draft_in, drafted, refusals
from views.components.goal_parts import MORE, add_person, grows_from, how_often, is_new, more, purpose, sizes, tiny, who
from views.components.problem import problem
from views.guard import view_component
from views.reminders import NEW_FOR
from views.state import TendState
from views.words import _

NEW = "new"  # in the route
NEW_FROM = "new-"  # in the route, before the id of the value it grows from


@view_component
def GoalEdit(state: TendState, aims: Aims) -> ft.View:
    """The form of the goal named in the route. What is changed is a draft until it is saved."""
    place = ft.use_route_params().get("id", NEW)
    opened, start, refused, had_draft = ft.use_ref(""), ft.use_ref(None), ft.use_ref(None), ft.use_ref(False)
    panel, show = ft.use_state("")
    is_whole, show_whole = ft.use_state(False)
    is_saved = ft.use_ref(False)
    _drawn, draw = ft.use_state(0)
    if opened.current != place:
        opened.current, refused.current, had_draft.current = place, {}, place in aims.drafts
        start.current, is_saved.current = _begin(aims, place), False
    if start.current is None:
        ft.use_dialog(None)
        return _view(state, place, [line(_("This goal is not here any more."))])

    def draw_again() -> None:
        draw(lambda drawn: drawn + 1)

    def begin_afresh() -> None:
        aims.drafts.pop(place, None)
        opened.current = ""  # so that it begins with what is kept now
        draw_again()

    form = GoalForm(state, aims, place, start.current, refused.current, panel, show, draw_again, is_saved)
    ft.use_dialog(calendar(form, MORE if is_new(form) else ""))
    parts = [save_trouble(state)] if state.is_refused else []
    if had_draft.current:
        parts.append(_kept(state, begin_afresh))
    if state.outlook.is_small and not is_whole:
        parts += [_words(form), *tiny(form), _whole(state, show_whole)]
    else:
        parts += _parts(form)
    return _view(state, place, parts, _end(form))


def _begin(aims: Aims, place: str) -> Draft | None:
    """What stands in the form before anything is changed; None when the goal is gone."""
    begun, _draft = draft_in(aims, place)
    goal = aims.goals.get(place)
    if begun and (goal or _is_new(place)):
        return begun
    if _is_new(place):
        value_id = place.removeprefix(NEW_FROM) if place.startswith(NEW_FROM) else None
        return Draft(aims.id_of_new_goal(), value_id=value_id)
    return drafted(goal) if goal else None


def _is_new(place: str) -> bool:
    return place == NEW or place.startswith(NEW_FROM)


def _view(state: TendState, place: str, parts: list[ft.Control], below: ft.Control | None = None) -> ft.View:
    page = glowing_page(detail_bar(state, _("My goal"), f"{GOALS}/{place}"), parts, below=below)
    return ft.View(controls=[page], padding=0, fullscreen_dialog=True)


def _end(form: GoalForm) -> ft.Control:
    """Save, and right above it why it did not."""
    state = form.state
    said = problem(state, beside_save=True)
    if form.refused:
        words = line(_("Something above needs another look."), colour=Colour.ON_SURFACE_VARIANT)
        said.append(ft.Semantics(live_region=True, content=words))
    button = main_button(_("Save goal"), state.on(_save, form))
    return at_the_end(ft.Column([*said, button], spacing=theme.S, horizontal_alignment=ft.CrossAxisAlignment.STRETCH))


def _kept(state: TendState, begin_afresh: Callable[[], None]) -> ft.Control:
    said = ft.Container(line(_("Draft kept"), colour=Colour.ON_SURFACE_VARIANT), expand=not state.large_text)
    return ft.Row([said, text_button(_("Begin afresh"), state.on(begin_afresh))], wrap=state.large_text)


def _whole(state: TendState, show_whole: Callable[[bool], None]) -> ft.Control:
    button = text_button(_("Show everything"), state.on(show_whole, True), icon=ft.Icons.EXPAND_MORE_ROUNDED)
    return ft.Row([button])


def _words(form: GoalForm) -> ft.Control:
    return form.field(WORDS, _("My goal, in my words"))


def _parts(form: GoalForm) -> list[ft.Control]:
    state = form.state
    any_time = line(_("You can change this any time."), Style.BODY_SMALL, Colour.ON_SURFACE_VARIANT)
    parts = [any_time, grows_from(form), _words(form), sizes(form), who(form), how_often(form), more(form)]
    if not is_new(form):
        parts.append(dates(form))
    goal = form.aims.goals.get(form.place)
    if goal and goal.is_active:
        rest = state.on(open_over, state, f"{GOALS}/{goal.id}/rest")
        remind = state.on(open_over, state, f"{REMINDERS}/{NEW_FOR}{goal.id}")
        parts.append(ft.Row([text_button(_("Remind me"), remind, icon=ft.Icons.NOTIFICATIONS_ROUNDED)]))
        parts.append(ft.Row([text_button(_("Rest this goal"), rest, icon=ft.Icons.BEDTIME_ROUNDED)]))
    return parts


async def _save(form: GoalForm) -> None:
    """Keep the goal, and whoever and whatever was written down for it, or say by the fields why not.

    It is saved once: the draft is gone then, and a second tap would save what stood there before it.
    """
    if form.is_saved.current:
        return
    form.refused.clear()
    form.refused.update(refusals(form.draft))
    if form.refused:
        form.draw()
        return
    done, form.is_saved.current = False, True
    try:
        done = await _keep(form)
    finally:
        form.is_saved.current = done
    if done:
        go(form.state.trail.came_from(f"{GOALS}/{form.place}"))


async def _keep(form: GoalForm) -> bool:
    aims = form.aims
    if not await _add_value(form):
        return False
    await add_person(form)
    draft = form.draft
    await aims.save_goal(as_goal(draft, form.start, aims.goals.get(draft.id)))
    aims.drafts.pop(form.place, None)
    return True


async def _add_value(form: GoalForm) -> bool:
    """A value written and not added yet was meant all the same; the answer says whether it could be kept."""
    words = form.aims.begun.pop(purpose(form), "")  # taken at once: a second tap finds nothing to add
    if words.strip():
        try:
            value = await form.aims.add_value(words)
        except InputRefused as error:
            form.aims.begun[purpose(form)] = words
            form.state.refuse(error)
            return False
        form.put(value_id=value.id)
    return True
