"""What a reminder says, and where it leads; what it is about and when, in words. Imports `domain` and `views`.

Anybody may read a lock screen or a calendar: what stands there is neutral, unless the person wants their own words.
"""

from __future__ import annotations

from datetime import date, datetime, time

from domain.reminders import Notice, Paused, Reminder, ReminderKind, Window
from views import formats
from views.words import _

MORNING, AFTERNOON, EVENING = Window(8 * 60, 11 * 60), Window(13 * 60, 17 * 60), Window(18 * 60, 21 * 60)


def notice(reminder: Reminder, name: str = "") -> Notice:
    """What is shown for it; `name` is what its goal or skill is called now."""
    title = own_title(reminder, name) if reminder.shows_words else neutral_title()
    return Notice(title, _("Whenever it suits you."), address(reminder))


def neutral_title() -> str:
    """What tells nobody anything."""
    return _("A moment for you")


def address(reminder: Reminder) -> str:
    """Where it leads in Tend."""
    return {
        ReminderKind.CHECK_IN: "/check-in",
        ReminderKind.GOAL: f"/goals/{reminder.goal_id}",
        ReminderKind.SKILL: f"/skills/{reminder.skill_id}",
        ReminderKind.REVIEW: "/plan",
        ReminderKind.BACKUP: "/settings/backup",
        ReminderKind.OWN: "/",
    }[reminder.kind]


def own_title(reminder: Reminder, name: str) -> str:
    """What it is called in Tend, and on the lock screen where the person wants it there."""
    kinds = {
        ReminderKind.CHECK_IN: _("How are you right now?"),
        ReminderKind.REVIEW: _("A good time to look at your plan"),
        ReminderKind.BACKUP: _("A good time for a backup"),
    }
    return reminder.words.strip() or name or reminder.name or kinds.get(reminder.kind) or neutral_title()


def kind_name(kind: ReminderKind) -> str:
    """What it can be about."""
    return {
        ReminderKind.CHECK_IN: _("A check-in"),
        ReminderKind.GOAL: _("A goal"),
        ReminderKind.SKILL: _("A skill"),
        ReminderKind.REVIEW: _("My plan"),
        ReminderKind.BACKUP: _("A backup"),
        ReminderKind.OWN: _("My own words"),
    }[kind]


def window_name(window: Window) -> str:
    """Some time of the day."""
    named = {
        MORNING: _("Some time in the morning"),
        AFTERNOON: _("Some time in the afternoon"),
        EVENING: _("Some time in the evening"),
    }
    between = _("Between {start} and {end}")
    return named.get(window) or between.format(start=clock(window.start), end=clock(window.end))


def clock(minute: int) -> str:
    """A minute of the day, as the phone's clock says it: 540 is "9:00"."""
    return formats.time_of_day(datetime.combine(date.min, time(minute // 60 % 24, minute % 60)))


def short_weekdays() -> tuple[str, ...]:
    """Monday to Sunday, where there is little room."""
    return _("Mon"), _("Tue"), _("Wed"), _("Thu"), _("Fri"), _("Sat"), _("Sun")


def when_words(reminder: Reminder) -> str:
    """ "Every day. 9:00, 20:00" or "Mon, Wed. Some time in the evening"."""
    short = short_weekdays()
    days = ", ".join(short[day] for day in reminder.weekdays) or _("Every day")
    times = window_name(reminder.window) if reminder.window else ", ".join(map(clock, reminder.times))
    return _("{days}. {times}").format(days=days, times=times)


def rest_words(paused: Paused, today: date) -> str:
    """How long it rests."""
    if paused.until is None:
        return _("Resting until you come back.")
    return _("Resting until {day}.").format(day=formats.full_date(paused.until, today))
