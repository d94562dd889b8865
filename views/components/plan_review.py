"""Looking at the plan again: on a day the person chose, said quietly and here alone. Imports `domain` and `views`."""

from __future__ import annotations

import flet as ft

from domain.plan_reading import months_on
from views import theme
from views.components.basics import Colour, Style, card, heading, line, text_button
from views.components.plan_items import Around
from views.formats import full_date
from views.words import _, ngettext

CHOICES = (1, 3, 6)  # months
LATER = 1  # month


def review_due(around: Around) -> list[ft.Control]:
    """From the day on: one line, and two ways to answer it."""
    state, plan = around.state, around.plan
    today = state.now.date()
    if not plan.notes.value.is_due(today):
        return []
    buttons = [
        text_button(_("I looked"), state.on(plan.looked_over, None)),
        text_button(_("Later"), state.on(plan.look_again_on, months_on(today, LATER))),
    ]
    said = line(_("You wanted to look at this again."))
    content = ft.Column([said, ft.Row(buttons, spacing=theme.S, wrap=True)], spacing=0)
    return [card(content, bgcolor=Colour.SURFACE_CONTAINER, padding=theme.M, key="review-due")]


def review_choice(around: Around) -> ft.Control:
    """When to look again, and the choices."""
    state, plan = around.state, around.plan
    notes, today = plan.notes.value, state.now.date()
    if notes.review_on and not notes.is_due(today):
        said = _("On {day}.").format(day=full_date(notes.review_on, today))
    elif notes.reviewed_on:
        said = _("You looked on {day}.").format(day=full_date(notes.reviewed_on, today))
    else:
        said = _("Plans change, as you do. No date is fine.")
    buttons = [
        text_button(
            ngettext("In {n} month", "In {n} months", months).format(n=months),
            state.on(plan.look_again_on, months_on(today, months)),
        )
        for months in CHOICES
    ]
    if notes.review_on:
        buttons.append(text_button(_("No date"), state.on(plan.look_again_on, None)))
    parts: list[ft.Control] = [
        heading(_("Look at this again")),
        ft.Semantics(live_region=True, container=True, content=line(said, Style.BODY_SMALL, Colour.ON_SURFACE_VARIANT)),
        ft.Row(buttons, spacing=theme.S, wrap=True),
    ]
    return ft.Container(ft.Column(parts, spacing=theme.XS), padding=ft.Padding.only(top=theme.M))
