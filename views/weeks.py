"""The day a week begins with, in calendars and where days are picked. Imports `domain` and Flet."""

from __future__ import annotations

import os

import flet as ft

from domain.models import Preferences

MONDAY, SUNDAY = 0, 6
# Flutter's calendar takes the day from the region of its locale; its words are English like the rest.
WEEKS = {"GB": MONDAY, "US": SUNDAY, "CA": SUNDAY}


def wear(page: ft.Page, preferences: Preferences) -> None:
    """Have the calendar begin its weeks so; the caller updates the page."""
    regions = (region for region, start in WEEKS.items() if start == preferences.week_start)
    locale = ft.Locale("en", next(regions, _region()))
    page.locale_configuration = ft.LocaleConfiguration([locale], locale)


def days(preferences: Preferences) -> tuple[int, ...]:
    """The days of a week in their order, Monday being 0."""
    start = preferences.week_start
    if start is None:
        start = WEEKS.get(_region(), MONDAY)
    return tuple((start + day) % 7 for day in range(7))


def _region() -> str:
    language, _, region = os.environ.get("TEND_LOCALE", "").partition("-")
    return region if language == "en" and len(region) == 2 else "GB"
