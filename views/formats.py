"""Dates, times and numbers as a person reads them, in one place. Imports `views.words`.

Whether the clock has 12 or 24 hours follows the phone: `web/page/worker.js` passes it on in TEND_HOUR_CYCLE.
"""

from __future__ import annotations

import os
from datetime import date, datetime

from views.words import _, ngettext

TWELVE_HOUR_CYCLES = ("h11", "h12")


def weekdays() -> tuple[str, ...]:
    """Monday to Sunday."""
    return (_("Monday"), _("Tuesday"), _("Wednesday"), _("Thursday"), _("Friday"), _("Saturday"), _("Sunday"))


def months() -> tuple[str, ...]:
    """January to December."""
    first = (_("January"), _("February"), _("March"), _("April"), _("May"), _("June"))
    return (*first, _("July"), _("August"), _("September"), _("October"), _("November"), _("December"))


def twelve_hours() -> bool:
    """True where the phone's clock has twelve hours."""
    return os.environ.get("TEND_HOUR_CYCLE") in TWELVE_HOUR_CYCLES


def time_of_day(moment: datetime) -> str:
    """ "9:12" or "19:40"; on a twelve-hour clock "9:12 am" or "7:40 pm"."""
    if not twelve_hours():
        return f"{moment.hour}:{moment.minute:02}"
    half = _("am") if moment.hour < 12 else _("pm")
    return f"{moment.hour % 12 or 12}:{moment.minute:02} {half}"


def full_date(day: date, today: date) -> str:
    """ "Thursday 19 November", with the year when it is not this one."""
    shown = _("{weekday} {day} {month}").format(
        weekday=weekdays()[day.weekday()], day=day.day, month=months()[day.month - 1]
    )
    return shown if day.year == today.year else _("{date} {year}").format(date=shown, year=day.year)


def day_name(day: date, today: date) -> str:
    """ "Today", "Yesterday", or the full date."""
    days_ago = (today - day).days
    if days_ago == 0:
        return _("Today")
    if days_ago == 1:
        return _("Yesterday")
    return full_date(day, today)


def day_and_time(moment: datetime, today: date) -> str:
    """ "Today, 9:12"."""
    return _("{day}, {time}").format(day=day_name(moment.date(), today), time=time_of_day(moment))


def hours(amount: float) -> str:
    """ "7 hours", "7.5 hours", "1 hour"."""
    return ngettext("{hours} hour", "{hours} hours", 1 if amount == 1 else 2).format(hours=f"{amount:g}")
