"""Sleep, and distress from 0 to 10: each one tap, and the same tap takes it back. Imports `domain` and `views`."""

from __future__ import annotations

from dataclasses import replace

import flet as ft

from domain.models import DISTRESSES, CheckIn, Sleep
from views import formats, theme
from views.acting import Handler
from views.components.basics import Colour, Style, heading, icon_button, line, text, text_button
from views.components.choices import choice, choices
from views.components.form import Form
from views.wording import sleep_names
from views.words import _

USUAL_HOURS = 7.0  # where counting begins
HALF_AN_HOUR = 0.5
LONGEST = 24.0


def night(form: Form) -> ft.Control:
    """How the night was, and its hours in halves."""
    check_in = form.check_in
    hours = check_in.sleep_hours
    kinds = [
        choice(name, check_in.sleep is kind, form.on_change(lambda now, kind=kind: _slept(now, kind)))
        for kind, name in sleep_names().items()
    ]
    shown = formats.hours(hours) if hours is not None else _("Hours")
    counter = [
        _step(ft.Icons.REMOVE_ROUNDED, _("Half an hour less"), form.on_change(_less)),
        ft.Semantics(live_region=True, content=text(shown, Style.BODY_LARGE)),
        _step(ft.Icons.ADD_ROUNDED, _("Half an hour more"), form.on_change(_more)),
    ]
    if hours is not None:
        counter.append(text_button(_("Clear"), form.on_edit(sleep_hours=None)))
    title = ft.Row(
        [heading(_("Sleep")), choices(kinds)],
        alignment=ft.MainAxisAlignment.SPACE_BETWEEN,
        wrap=form.state.large_text,
    )
    return ft.Column([title, ft.Row(counter, spacing=theme.M, wrap=True)], spacing=theme.S)


def distress(form: Form) -> ft.Control:
    """How strong distress is, 0 (none) to 10 (the most)."""
    options = [
        choice(
            str(value),
            form.check_in.distress == value,
            form.on_change(lambda now, value=value: _distressed(now, value)),
            spoken=_("Distress, {value} of 10").format(value=value),
            width=None if form.state.large_text else theme.TOUCH,
        )
        for value in DISTRESSES
    ]
    scale = line(_("0 is none, 10 is the most."), Style.BODY_SMALL, Colour.ON_SURFACE_VARIANT)
    return ft.Column([heading(_("Distress")), scale, choices(options)], spacing=theme.S)


def _step(icon: ft.IconData, name: str, on_click: Handler) -> ft.Control:
    ring = ft.ButtonStyle(side=ft.BorderSide(1, Colour.OUTLINE))
    size = {"width": theme.TOUCH, "height": theme.TOUCH}
    return icon_button(icon, name, on_click, colour=Colour.ON_SURFACE, style=ring, **size)


def _slept(check_in: CheckIn, kind: Sleep) -> CheckIn:
    return replace(check_in, sleep=None if check_in.sleep is kind else kind)


def _distressed(check_in: CheckIn, value: int) -> CheckIn:
    return replace(check_in, distress=None if check_in.distress == value else value)


def _less(check_in: CheckIn) -> CheckIn:
    hours = check_in.sleep_hours
    return replace(check_in, sleep_hours=USUAL_HOURS if hours is None else max(0.0, hours - HALF_AN_HOUR))


def _more(check_in: CheckIn) -> CheckIn:
    hours = check_in.sleep_hours
    return replace(check_in, sleep_hours=USUAL_HOURS if hours is None else min(LONGEST, hours + HALF_AN_HOUR))
