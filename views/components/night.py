"""Sleep, and distress from 0 to 10: each one tap, and the same tap takes it back. Imports `domain` and `views`."""

from __future__ import annotations

from dataclasses import replace

import flet as ft

from domain.models import DISTRESSES, CheckIn, Sleep
from views import formats, theme
from views.components.basics import Colour, Style, heading, text, text_button
from views.components.choices import choice, choices
from views.guard import component
from views.state import Edit, use_tend
from views.wording import sleep_names
from views.words import _

USUAL_HOURS = 7.0  # where counting begins
HALF_AN_HOUR = 0.5
LONGEST = 24.0


@component
def Night(check_in: CheckIn, edit: Edit) -> ft.Control:
    """How the night was, and its hours in halves."""
    state = use_tend()

    def was(sleep: Sleep) -> None:
        edit(replace(check_in, sleep=None if check_in.sleep is sleep else sleep))

    def lasted(hours: float | None) -> None:
        edit(replace(check_in, sleep_hours=hours))

    hours = check_in.sleep_hours
    kinds = [choice(name, check_in.sleep is kind, state.on(was, kind)) for kind, name in sleep_names().items()]
    shown = _("{hours} hours").format(hours=formats.hours(hours)) if hours is not None else _("Hours")
    counter = [
        _step(ft.Icons.REMOVE_ROUNDED, _("Half an hour less"), state.on(lasted, _less(hours))),
        ft.Semantics(live_region=True, content=text(shown, Style.BODY_LARGE)),
        _step(ft.Icons.ADD_ROUNDED, _("Half an hour more"), state.on(lasted, _more(hours))),
    ]
    if hours is not None:
        counter.append(text_button(_("Clear"), state.on(lasted, None)))
    parts = [heading(_("Sleep")), choices(kinds), ft.Row(counter, spacing=theme.M, wrap=True)]
    return ft.Column(parts, spacing=theme.S)


@component
def Distress(check_in: CheckIn, edit: Edit) -> ft.Control:
    """How strong distress is, 0 (none) to 10 (the most)."""
    state = use_tend()

    def strong(value: int) -> None:
        edit(replace(check_in, distress=None if check_in.distress == value else value))

    options = [
        choice(
            str(value),
            check_in.distress == value,
            state.on(strong, value),
            spoken=_("Distress, {value} of 10").format(value=value),
        )
        for value in DISTRESSES
    ]
    scale = text(_("0 is none, 10 is the most."), Style.BODY_SMALL, Colour.ON_SURFACE_VARIANT)
    return ft.Column([heading(_("Distress")), scale, choices(options)], spacing=theme.S)


def _step(icon: ft.IconData, name: str, on_click) -> ft.Control:
    return ft.IconButton(
        icon,
        tooltip=name,
        on_click=on_click,
        icon_color=Colour.ON_SURFACE,
        style=ft.ButtonStyle(side=ft.BorderSide(1, Colour.OUTLINE)),
    )


def _less(hours: float | None) -> float:
    return USUAL_HOURS if hours is None else max(0.0, hours - HALF_AN_HOUR)


def _more(hours: float | None) -> float:
    return USUAL_HOURS if hours is None else min(LONGEST, hours + HALF_AN_HOUR)
