"""What a reminder says, and where it leads. Imports `domain` and `views.words`.

Anybody may read a lock screen or a calendar: what stands there is neutral, unless the person wants their own words.
"""

from __future__ import annotations

from domain.reminders import Notice, Reminder, ReminderKind
from views.words import _


def notice(reminder: Reminder, name: str = "") -> Notice:
    """What is shown for it; `name` is what its goal or skill is called now."""
    title = _own_title(reminder, name) if reminder.shows_words else _("A moment for you")
    return Notice(title, _("Whenever it suits you."), address(reminder))


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


def _own_title(reminder: Reminder, name: str) -> str:
    kinds = {
        ReminderKind.CHECK_IN: _("How are you right now?"),
        ReminderKind.REVIEW: _("A good time to look at your plan"),
        ReminderKind.BACKUP: _("A good time for a backup"),
    }
    return reminder.words.strip() or name or reminder.name or kinds.get(reminder.kind) or _("A moment for you")
