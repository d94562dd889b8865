"""The picture and the name of each part of a life that may matter, and of a value. Imports `domain` and `views`."""

from __future__ import annotations

import functools

import flet as ft

from domain.goals import Area, Value
from views.words import _


def area_icon(area: Area) -> ft.IconData:
    """The picture beside a life area's name."""
    return _icons()[area]


def area_name(area: Area) -> str:
    """Tend's own name of a life area."""
    return {
        Area.LOVED: _("People I love"),
        Area.FRIENDS: _("Friends"),
        Area.GROWING: _("Growing things"),
        Area.MAKING: _("Making things"),
        Area.LEARNING: _("Learning"),
        Area.HELPING: _("Helping others"),
        Area.FAITH: _("Faith and meaning"),
        Area.BODY: _("Body and rest"),
        Area.FAMILY: _("Family"),
        Area.PARTNER: _("My partner"),
        Area.PARENTING: _("Being a parent"),
        Area.WORK: _("Work"),
        Area.PLAY: _("Play and rest"),
        Area.COMMUNITY: _("Community and nature"),
        Area.CREATIVITY: _("Creativity"),
        Area.HOME: _("Home"),
        Area.OWN: _("In my own words"),
    }[area]


def value_name(value: Value) -> str:
    """A value as the person calls it: in their own words, or as its life area is called."""
    return value.words or area_name(value.area)


@functools.cache
def _icons() -> dict[Area, ft.IconData]:
    return {
        Area.LOVED: ft.Icons.FAVORITE_ROUNDED,
        Area.FRIENDS: ft.Icons.GROUPS_ROUNDED,
        Area.GROWING: ft.Icons.GRASS_ROUNDED,
        Area.MAKING: ft.Icons.BRUSH_ROUNDED,
        Area.LEARNING: ft.Icons.MENU_BOOK_ROUNDED,
        Area.HELPING: ft.Icons.VOLUNTEER_ACTIVISM_ROUNDED,
        Area.FAITH: ft.Icons.AUTO_AWESOME_ROUNDED,
        Area.BODY: ft.Icons.WEEKEND_ROUNDED,
        Area.FAMILY: ft.Icons.FAMILY_RESTROOM_ROUNDED,
        Area.PARTNER: ft.Icons.DIVERSITY_1_ROUNDED,
        Area.PARENTING: ft.Icons.CHILD_CARE_ROUNDED,
        Area.WORK: ft.Icons.WORK_ROUNDED,
        Area.PLAY: ft.Icons.SPORTS_ESPORTS_ROUNDED,
        Area.COMMUNITY: ft.Icons.PARK_ROUNDED,
        Area.CREATIVITY: ft.Icons.PALETTE_ROUNDED,
        Area.HOME: ft.Icons.HOME_ROUNDED,
        Area.OWN: ft.Icons.EXPLORE_ROUNDED,
    }
