"""Reminders: off until somebody makes one, and resting as long as they like. Imports `domain` and `views`."""

from __future__ import annotations

from collections.abc import Callable

import flet as ft

from domain.reminders import Reminder, Rest
from views import theme
from views.components.aftermath import trouble
from views.components.basics import Colour, Style, card, heading, line, main_button, text_button
from views.components.choices import choice, choices
from views.components.deleted import deleted_bar
from views.components.frame import REMINDERS, detail_bar, glowing_page, open_over
from views.components.reminder_lines import about_notices
from views.components.rows import done, row
from views.guard import view_component
from views.reminder_words import notice, own_title, rest_words, when_words
from views.reminding import Reminding
from views.state import TendState
from views.wording import file_name, name_of
from views.words import _, ngettext

NEW = "new"  # in the route
NEW_FOR = "new-"  # in the route, before the id of the goal it is for
CALENDAR_NAME, CALENDAR = "{app}-reminders.ics", "text/calendar"


@view_component
def Reminders(state: TendState, reminding: Reminding) -> ft.View:
    """Every reminder, whether the device shows notices, a rest for all of them, and the file for a calendar."""
    told, tell = ft.use_state("")
    found = sorted(reminding.reminders.all(), key=lambda reminder: (reminder.starts, reminder.id))
    parts = trouble(state)
    if not found:
        parts += [
            line(_("Off. You choose if and when."), Style.BODY_LARGE),
            line(_("A reminder invites. Once it is done, it keeps quiet."), colour=Colour.ON_SURFACE_VARIANT),
            main_button(_("New reminder"), state.on(open_over, state, f"{REMINDERS}/{NEW}")),
        ]
    else:
        rows = [part for each in found for part in (ft.Divider(height=1), _row(state, reminding, each))][1:]
        parts += about_notices(state, reminding)
        parts.append(card(_column(rows, 0), padding=0))
        new = state.on(open_over, state, f"{REMINDERS}/{NEW}")
        parts.append(ft.Row([text_button(_("New reminder"), new, icon=ft.Icons.ADD_ROUNDED)], wrap=True))
        parts.append(_rest(state, reminding))
    if found or reminding.notes.value.exported:
        parts.append(_closed(state, told, tell))
    undo = deleted_bar(state, reminding.undo_delete) if reminding.deleted else None
    page = glowing_page(detail_bar(state, _("Reminders"), REMINDERS), parts, below=undo)
    return ft.View(controls=[page], padding=0, fullscreen_dialog=True)


def settings_words(state: TendState) -> str:
    """What Settings says of them."""
    count = sum(reminder.is_on for reminder in state.reminding.reminders.all())
    paused = state.reminding.notes.value.paused
    if count and paused and paused.covers(state.now.date()):
        return rest_words(paused, state.now.date())
    if not count:
        return _("Off. You choose if and when.")
    return ngettext("{count} set.", "{count} set.", count).format(count=count)


def _column(parts: list[ft.Control], spacing: int = theme.M) -> ft.Control:
    return ft.Column(parts, spacing=spacing, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)


def _row(state: TendState, reminding: Reminding, reminder: Reminder) -> ft.Control:
    today = state.now.date()
    more = when_words(reminder)
    icon = ft.Icons.NOTIFICATIONS_ROUNDED
    if not reminder.is_on:
        icon, more = ft.Icons.NOTIFICATIONS_OFF_ROUNDED, _("Off. {when}").format(when=more)
    elif reminder.paused and reminder.paused.covers(today):
        icon, more = ft.Icons.BEDTIME_ROUNDED, rest_words(reminder.paused, today)
    title = own_title(reminder, reminding.name(reminder))
    return row(icon, title, more, state.on(open_over, state, f"{REMINDERS}/{reminder.id}"))


def _rest(state: TendState, reminding: Reminding) -> ft.Control:
    """A rest for all, or the way out of it."""
    paused, today = reminding.notes.value.paused, state.now.date()
    if paused and paused.covers(today):
        moon = ft.Icon(ft.Icons.BEDTIME_ROUNDED, color=Colour.ON_SECONDARY_FIXED)
        said = line(rest_words(paused, today), colour=Colour.ON_SECONDARY_FIXED)
        wake = text_button(_("Start again"), state.on(reminding.pause_all, None), colour=Colour.ON_SECONDARY_FIXED)
        head = ft.Row([moon, ft.Container(said, expand=True)], spacing=theme.M)
        content = ft.Column([ft.Semantics(live_region=True, content=head), ft.Row([wake], wrap=True)], spacing=0)
        padding = ft.Padding.only(left=theme.L, top=theme.L, right=theme.L, bottom=theme.S)
        return ft.Container(content, bgcolor=Colour.SECONDARY_FIXED, border_radius=theme.INNER, padding=padding)
    names = {Rest.TODAY: _("For today"), Rest.WEEK: _("For a week"), Rest.OPEN: _("Until I come back")}
    options = [choice(name, False, state.on(reminding.pause_all, rest)) for rest, name in names.items()]
    head = ft.Container(heading(_("Let them all rest")), padding=ft.Padding.only(top=theme.S))
    return _column([head, choices(options)], theme.S)


def _closed(state: TendState, told: str, tell: Callable[[str], None]) -> ft.Control:
    """What Tend cannot do, and what the phone's own calendar can."""

    async def save() -> None:
        tell("")
        if await _save_calendar(state):
            tell(_("Open the file, and your calendar takes it in."))

    quiet = {"style": Style.BODY_SMALL, "colour": Colour.ON_SURFACE_VARIANT}
    parts: list[ft.Control] = [
        ft.Container(heading(_("When Tend is closed")), padding=ft.Padding.only(top=theme.S)),
        line(_("When it is closed, Tend may ring late, or not at all.")),
        *([line(_("While it is locked, it says nothing."))] if state.has_lock else []),
        line(_("It can put times in your phone calendar.")),
        ft.Row([text_button(_("Add to my calendar"), state.on(save), icon=ft.Icons.EVENT_ROUNDED)], wrap=True),
        *([done(told)] if told else []),
        *([line(_("Some time in the evening rings as the evening begins."), **quiet)] if _has_window(state) else []),
        line(_("After a change, add them again: new times replace the old."), **quiet),
        line(_("A rest here does not reach your calendar. Add them again, and it rests too."), **quiet),
        line(_("To stop one, delete it in your calendar."), **quiet),
    ]
    return _column(parts, theme.S)


def _has_window(state: TendState) -> bool:
    return any(reminder.window for reminder in state.reminding.reminders.all())


async def _save_calendar(state: TendState) -> bool:
    """Hand over the file and remember what it said; False when the person put it off. Raises `FileNotTaken`."""
    reminding = state.reminding
    if state.page is None or reminding.calendar_file is None:
        return False
    content, exported = reminding.calendar_file(
        reminding.reminders.all(),
        reminding.known(),
        state.now,
        state.local_time,
        lambda reminder: notice(reminder, reminding.name(reminder)).title,
        name_of(state.preferences),
    )
    name = file_name(state.preferences, CALENDAR_NAME)
    if not content or not await state.page.save_file(name, CALENDAR, content):
        return False
    await reminding.note_exported(exported)
    return True
