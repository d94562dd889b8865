"""What the person did, with the energy before and after. Imports `domain` and `views`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import flet as ft

from domain import check_ins as rules
from domain.check_ins import Question
from domain.models import Activity, CheckIn
from views import theme
from views.acting import Handler
from views.components.basics import Colour, Style, heading, icon_button, line, text, text_button
from views.components.choices import choice, choices
from views.components.entry import entry
from views.components.form import Form
from views.components.scale import scale, step_name
from views.words import _

NEW_ACTIVITY = "new activity"


def activities(form: Form) -> ft.Control:
    """The activities so far, and a way to add one: one done before with a tap, or a new one in own words."""
    writing = form.asking == NEW_ACTIVITY
    add_button = text_button(_("Add"), form.on_ask(NEW_ACTIVITY), icon=ft.Icons.ADD_ROUNDED)
    title = ft.Row([ft.Container(heading(_("What did you do?")), expand=True)] + ([] if writing else [add_button]))
    cards = [_card(form, place, activity) for place, activity in enumerate(form.check_in.activities)]
    return ft.Column(
        [title, *cards, *(_asking(form) if writing else [])],
        spacing=theme.S,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


def _asking(form: Form) -> list[ft.Control]:
    async def add(name: str) -> None:
        form.ask("")
        await form.edit(lambda now: _added(now, name))

    here = {activity.name for activity in form.check_in.activities}
    before = [name for name in rules.activity_names(form.state.check_ins) if name not in here]
    offered = [choices([choice(name, False, form.state.on(add, name)) for name in before])] if before else []
    return [*offered, entry(form, _("In my own words"), add)]


def _card(form: Form, place: int, activity: Activity) -> ft.Control:
    question = f"energy before {place}"
    said = step_name(Question.ENERGY, activity.energy_before) if activity.energy_before else _("not said")
    before = text_button(
        _("Energy before: {energy}").format(energy=said),
        form.on_ask("" if form.asking == question else question),
        colour=Colour.ON_SURFACE_VARIANT,
    )
    remove = icon_button(
        ft.Icons.CLOSE_ROUNDED,
        _("Remove {activity}").format(activity=activity.name),
        form.on_change(lambda now: _removed(now, activity)),
    )
    head = ft.Row([ft.Container(text(activity.name, Style.TITLE_SMALL), expand=True), remove])
    parts: list[ft.Control] = [ft.Container(head, padding=ft.Padding.only(left=theme.S)), ft.Row([before])]
    if form.asking == question:
        parts.append(_energies(form, place, _("Energy before"), "energy_before", activity.energy_before))
    after = line(_("Energy after"), Style.BODY_MEDIUM, Colour.ON_SURFACE_VARIANT)
    parts.append(ft.Container(after, padding=ft.Padding.only(left=theme.S, bottom=theme.XS)))
    parts.append(_energies(form, place, _("Energy after"), "energy_after", activity.energy_after))
    return ft.Container(
        ft.Column(parts, spacing=0, horizontal_alignment=ft.CrossAxisAlignment.STRETCH),
        key=f"activity-{place}-{activity.name}",
        bgcolor=Colour.SURFACE,
        border_radius=theme.INNER,
        padding=ft.Padding.only(left=theme.S, right=theme.S, top=theme.S, bottom=theme.M),
    )


def _energies(form: Form, place: int, called: str, field: str, chosen: int | None) -> ft.Control:
    def tapped(value: int) -> Handler:
        def change(activity: Activity) -> Activity:
            return replace(activity, **{field: None if getattr(activity, field) == value else value})

        async def answered() -> None:
            form.ask("")
            await form.edit(lambda now: _changed(now, place, change))

        return form.state.on(answered)

    return scale(Question.ENERGY, chosen, tapped, form.state.large_text, called)


def _added(check_in: CheckIn, name: str) -> CheckIn:
    return replace(check_in, activities=(*check_in.activities, Activity(name, energy_before=check_in.energy)))


def _changed(check_in: CheckIn, place: int, change: Callable[[Activity], Activity]) -> CheckIn:
    done = [change(activity) if at == place else activity for at, activity in enumerate(check_in.activities)]
    return replace(check_in, activities=tuple(done))


def _removed(check_in: CheckIn, activity: Activity) -> CheckIn:
    done = list(check_in.activities)
    if activity in done:  # a second tap before the next drawing finds it gone
        done.remove(activity)
    return replace(check_in, activities=tuple(done))
