"""The parts of a reminder's form: what it is about, when, what a lock screen shows. Imports `domain` and `views`."""

from __future__ import annotations

from datetime import time
from typing import Any

import flet as ft

from domain.reminders import MOST_TIMES, ReminderKind
from domain.skill_search import Filter
from views import formats, theme
from views.components.basics import Colour, Style, heading, icon_button, line, text_button
from views.components.choices import choice, choices
from views.components.entry import field_style, with_room
from views.components.frame import GOALS, open_over
from views.components.reminder_form import ABOUT, NEW_TIME, NINE, NO_TIME, WHEN, WORDS, Draft, ReminderForm
from views.components.rows import switch_row
from views.reminder_words import (
    AFTERNOON,
    EVENING,
    MORNING,
    clock,
    kind_name,
    neutral_title,
    short_weekdays,
    window_name,
)
from views.words import _

MOST_SHOWN = 12  # goals or skills to pick from
AN_HOUR = 60  # minutes
LAST_HOUR = 23 * AN_HOUR


def _column(parts: list[ft.Control], spacing: int = theme.S) -> ft.Control:
    return ft.Column(parts, spacing=spacing, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)


def _quiet(words: str) -> ft.Control:
    return line(words, Style.BODY_SMALL, Colour.ON_SURFACE_VARIANT)


def refusal(form: ReminderForm, place: str) -> list[ft.Control]:
    """What was refused about a part that is no text field."""
    said = form.page.refused.get(place)
    return [ft.Semantics(live_region=True, content=line(said, Style.BODY_SMALL, Colour.ERROR))] if said else []


# What it is about


def about(form: ReminderForm) -> ft.Control:
    """The kinds, and which goal or skill, or the person's own words."""
    draft = form.draft
    options = [choice(kind_name(kind), kind is draft.kind, form.on_put(kind=kind)) for kind in ReminderKind]
    parts: list[ft.Control] = [heading(_("What is it about?")), choices(options)]
    if draft.kind is ReminderKind.GOAL:
        parts += _goals(form)
    elif draft.kind is ReminderKind.SKILL:
        parts += _skills(form)
    elif draft.kind is ReminderKind.OWN:
        parts.append(_words(form, _("In my words")))
    if draft.kind is not ReminderKind.OWN:
        parts.append(_quiet(_("Once it is done, it keeps quiet.")))
    return _column([*parts, *refusal(form, ABOUT)])


def _goals(form: ReminderForm) -> list[ft.Control]:
    goals = form.state.aims.goals
    shown = [goal for goal in goals.all() if goal.is_active][:MOST_SHOWN]
    own = goals.get(form.draft.goal_id)
    if own and own not in shown:
        shown.append(own)
    if not shown:
        add = form.state.on(open_over, form.state, f"{GOALS}/new")
        return [line(_("There is no goal yet.")), ft.Row([text_button(_("Add a goal"), add)])]
    found = [choice(goal.words, goal.id == form.draft.goal_id, form.on_put(goal_id=goal.id)) for goal in shown]
    return [heading(_("Which goal?"), Style.TITLE_SMALL, level=3), choices(found)]


def _skills(form: ReminderForm) -> list[ft.Control]:
    practice, picked = form.state.practice, form.draft.skill_id
    shown = list(practice.found(Filter())[:MOST_SHOWN])
    own = practice.get(picked) if picked else None
    if own and own not in shown:
        shown.append(own)
    found = [choice(skill.name, skill.id == picked, form.on_put(skill_id=skill.id)) for skill in shown]
    told = _quiet(_("Those you bookmarked come first."))
    return [heading(_("Which skill?"), Style.TITLE_SMALL, level=3), told, choices(found)]


def _words(form: ReminderForm, label: str) -> ft.Control:
    def write(words: str) -> None:
        form.put(words=words)
        if form.page.refused.pop(WORDS, None):
            form.draw()

    typed = ft.TextField(
        value=form.draft.words,
        label=label,
        key=f"{form.page.place}-words",
        error=form.page.refused.get(WORDS),
        error_max_lines=4,
        on_change=form.state.on_value(write),
        **field_style(),
    )
    return with_room(typed)


# When


def when(form: ReminderForm) -> ft.Control:
    """At times of the day, or once some time in a part of it; and on which days."""
    draft = form.draft
    windows = [MORNING, AFTERNOON, EVENING]
    if draft.window and draft.window not in windows:  # one that came with a file
        windows.append(draft.window)
    options = [choice(_("At set times"), draft.window is None, form.on_put(window=None, times=draft.times or (NINE,)))]
    options += [choice(window_name(one), draft.window == one, form.on_put(window=one)) for one in windows]
    parts: list[ft.Control] = [heading(_("When?")), choices(options)]
    if draft.window is None:
        parts += _times(form)
    short, names = short_weekdays(), formats.weekdays()
    days = [
        choice(short[day], day in draft.weekdays, form.on_change(lambda now, day=day: _toggled(now, day)), spoken=name)
        for day, name in enumerate(names)
    ]
    head = _column([heading(_("Which days?")), _quiet(_("None picked: every day."))], 0)
    return _column([*parts, *refusal(form, WHEN), ft.Container(height=theme.XS), head, choices(days)])


def _times(form: ReminderForm) -> list[ft.Control]:
    rows: list[ft.Control] = []
    for minute in form.draft.times:
        shown = clock(minute)
        less = form.on_change(lambda now, minute=minute: {"times": tuple(one for one in now.times if one != minute)})
        change = text_button(shown, form.on_pick(minute), icon=ft.Icons.SCHEDULE_ROUNDED)
        remove = icon_button(ft.Icons.CLOSE_ROUNDED, _("Remove {time}").format(time=shown), less)
        rows.append(ft.Row([change, remove], spacing=theme.XS, key=f"time-{minute}"))
    if len(form.draft.times) < MOST_TIMES:
        add = text_button(_("Add a time"), form.on_pick(NEW_TIME), icon=ft.Icons.ADD_ROUNDED)
        rows.append(ft.Row([add], wrap=True))
    return rows


def time_picker(form: ReminderForm) -> ft.TimePicker | None:
    """The clock, while a time is being picked."""
    picking = form.page.picking
    if picking == NO_TIME:
        return None
    last = form.draft.times[-1] if form.draft.times else NINE - AN_HOUR
    shown = picking if picking != NEW_TIME else min(last + AN_HOUR, LAST_HOUR)

    def close() -> None:
        form.page.picking = NO_TIME
        form.draw()

    def picked(event: ft.ControlEvent) -> None:
        value = event.control.value
        others = {one for one in form.draft.times if one != picking}
        form.put(times=tuple(sorted(others | {value.hour * AN_HOUR + value.minute})))
        form.page.refused.clear()
        close()

    return ft.TimePicker(
        value=time(shown // AN_HOUR, shown % AN_HOUR),
        help_text=_("What time?"),
        cancel_text=_("Cancel"),
        confirm_text=_("Choose"),
        hour_format=ft.TimePickerHourFormat.H12 if formats.twelve_hours() else ft.TimePickerHourFormat.H24,
        on_change=form.state.on_event(picked),
        on_dismiss=form.state.on(close),
    )


def _toggled(draft: Draft, day: int) -> dict[str, Any]:
    return {"weekdays": tuple(sorted({day} ^ set(draft.weekdays)))}


# What others may see, and when it keeps quiet


def lock_screen(form: ReminderForm) -> ft.Control:
    """Neutral words, or the person's own."""
    draft = form.draft
    options = [
        choice(neutral_title(), not draft.shows_words, form.on_put(shows_words=False)),
        choice(_("What it is about"), draft.shows_words, form.on_put(shows_words=True)),
    ]
    head = _column([heading(_("On the lock screen")), _quiet(_("Others may read what stands there."))], 0)
    parts: list[ft.Control] = [head, choices(options)]
    if draft.shows_words and draft.kind is not ReminderKind.OWN:
        parts.append(_words(form, _("In other words, if I like")))
    return _column(parts)


def quiet(form: ReminderForm, is_new: bool) -> ft.Control:
    """Fewer on low days; and off, for one that is there already."""
    low = form.on_put(fewer_when_low=not form.draft.fewer_when_low)
    parts: list[ft.Control] = [
        switch_row(_("Quiet when energy is low"), form.draft.fewer_when_low, low),
        _quiet(_("It waits while two of three days are low.")),
    ]
    if not is_new:
        parts += [
            ft.Container(height=0),
            switch_row(_("This reminder"), form.draft.is_on, form.on_put(is_on=not form.draft.is_on)),
        ]
    return _column(parts, theme.XS)
