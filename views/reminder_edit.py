"""A reminder, new or to be changed. Imports `domain` and `views`."""

from __future__ import annotations

import flet as ft

from domain.errors import InputRefused, OutOfRange, TooMany
from domain.reminders import MOST_REMINDERS, Reminder, ReminderKind
from views import theme
from views.components.aftermath import trouble
from views.components.basics import Colour, line, main_button, text_button
from views.components.frame import REMINDERS, detail_bar, glowing_page, go
from views.components.goal_form import at_the_end
from views.components.reminder_form import ABOUT, WHEN, WORDS, Draft, Page, ReminderForm, drafted, fields_of
from views.components.reminder_parts import about, lock_screen, quiet, time_picker, when
from views.guard import view_component
from views.reminders import NEW, NEW_FOR
from views.reminding import Reminding
from views.state import TendState
from views.wording import calm_words
from views.words import _


@view_component
def ReminderEdit(state: TendState, reminding: Reminding) -> ft.View:
    """The form of the one the route names. What is changed is a draft until it is saved."""
    place = ft.use_route_params().get("id", NEW)
    visit = ft.use_ref(None)
    _drawn, draw = ft.use_state(0)
    if visit.current is None or visit.current.place != place:
        visit.current = Page(place, _begin(reminding, place))
    page: Page = visit.current
    form = ReminderForm(state, reminding, page, lambda: draw(lambda drawn: drawn + 1))
    ft.use_dialog(time_picker(form))
    if page.start is None:
        return _view(state, place, [line(_("This is not here any more."))])

    async def save() -> None:
        if page.is_saved:  # the draft is gone then, and a second tap would save what stood there before it
            return
        done, page.is_saved = False, True
        try:
            done = await _save(form)
        finally:
            page.is_saved = done
            form.draw()

    def cancel() -> None:
        reminding.drafts.pop(place, None)
        _back(state, place)

    async def delete() -> None:
        reminder = reminding.reminders.get(place)
        reminding.drafts.pop(place, None)
        if reminder:
            await reminding.delete(reminder)
        if reminding.reminders.get(place) is None:
            _back(state, place)

    buttons = [text_button(_("Leave without saving"), state.on(cancel))]
    if not _is_new(place):
        remove = text_button(_("Delete"), state.on(delete), icon=ft.Icons.DELETE_OUTLINE_ROUNDED)
        buttons.append(remove)
    gap = ft.Container(height=theme.XS)
    parts = [*trouble(state), about(form), gap, when(form), gap, lock_screen(form), gap, quiet(form, _is_new(place))]
    parts.append(ft.Row(buttons, spacing=theme.S, wrap=True))
    return _view(state, place, parts, _end(form, state.on(save)))


def _is_new(place: str) -> bool:
    return place == NEW or place.startswith(NEW_FOR)


def _begin(reminding: Reminding, place: str) -> Draft | None:
    """What stands in the form before anything is changed; None when it is gone."""
    if place == NEW:
        return Draft()
    if place.startswith(NEW_FOR):
        return Draft(kind=ReminderKind.GOAL, goal_id=place.removeprefix(NEW_FOR))
    reminder = reminding.reminders.get(place)
    return drafted(reminder) if reminder else None


def _view(state: TendState, place: str, parts: list[ft.Control], below: ft.Control | None = None) -> ft.View:
    title = _("New reminder") if _is_new(place) else _("My reminder")
    page = glowing_page(detail_bar(state, title, f"{REMINDERS}/{place}"), parts, below=below)
    return ft.View(controls=[page], padding=0, fullscreen_dialog=True)


def _end(form: ReminderForm, save: ft.Control) -> ft.Control:
    """Save, and right above it that something is refused."""
    said: list[ft.Control] = []
    if form.page.refused:
        words = line(_("Something above needs another look."), colour=Colour.ON_SURFACE_VARIANT)
        said = [ft.Semantics(live_region=True, content=words)]
    parts = [*said, main_button(_("Save"), save)]
    return at_the_end(ft.Column(parts, spacing=theme.S, horizontal_alignment=ft.CrossAxisAlignment.STRETCH))


def _back(state: TendState, place: str) -> None:
    go(state.trail.came_from(f"{REMINDERS}/{place}") if place.startswith(NEW_FOR) else REMINDERS)


async def _save(form: ReminderForm) -> bool:
    """Keep it and go back, or say by the field why not; the answer says whether it is done.

    Of one that is there, only what the person changed: another window may have changed the rest since.
    """
    page, reminding, draft = form.page, form.reminding, form.draft
    page.refused.clear()
    page.refused |= _missing(draft)
    if page.refused or page.start is None:
        return False
    name = _name(form, draft)
    try:
        if _is_new(page.place):
            await reminding.add(Reminder("-", **fields_of(draft, name)))
        elif reminding.reminders.get(page.place) is None:  # another window deleted it; the draft stays
            page.refused[WORDS] = _("This is not here any more.")
            return False
        else:
            now, then = fields_of(draft, name), fields_of(page.start, "")
            await reminding.change(page.place, **{key: now[key] for key in now if now[key] != then[key]})
    except TooMany:
        page.refused[ABOUT] = _("Up to {count} reminders fit.").format(count=MOST_REMINDERS)
        return False
    except OutOfRange:
        page.refused[WHEN] = _("Pick a time first.")
        return False
    except InputRefused as error:
        page.refused[WORDS] = calm_words(error).title
        return False
    reminding.drafts.pop(page.place, None)
    _back(form.state, page.place)
    return True


def _missing(draft: Draft) -> dict[str, str]:
    """What has to be there first."""
    found = {}
    if draft.kind is ReminderKind.GOAL and draft.goal_id is None:
        found[ABOUT] = _("Pick a goal first.")
    if draft.kind is ReminderKind.SKILL and draft.skill_id is None:
        found[ABOUT] = _("Pick a skill first.")
    if draft.window is None and not draft.times:
        found[WHEN] = _("Pick a time first.")
    return found


def _name(form: ReminderForm, draft: Draft) -> str:
    """What its goal or skill is called now."""
    goal = form.state.aims.goals.get(draft.goal_id) if draft.kind is ReminderKind.GOAL else None
    skill = form.state.practice.get(draft.skill_id) if draft.kind is ReminderKind.SKILL and draft.skill_id else None
    return goal.words if goal else skill.name if skill else ""
