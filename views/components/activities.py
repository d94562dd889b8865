"""What the person did, with the energy before and after. Imports `domain` and `views`."""

from __future__ import annotations

from dataclasses import replace

import flet as ft

from domain import check_ins as rules
from domain.check_ins import Question
from domain.models import ENERGIES, Activity, CheckIn
from views import theme
from views.components.basics import Colour, Style, heading, text, text_button
from views.components.choices import choice, choices
from views.components.entry import Entry
from views.components.scale import step_name
from views.guard import component
from views.state import Edit, use_tend
from views.words import _


@component
def Activities(check_in: CheckIn, edit: Edit) -> ft.Control:
    """The activities so far, and a way to add one: one done before with a tap, or a new one in own words."""
    state = use_tend()
    writing, write = ft.use_state(False)

    def add(name: str) -> None:
        write(False)
        edit(replace(check_in, activities=(*check_in.activities, Activity(name, energy_before=check_in.energy))))

    def change(place: int, activity: Activity | None) -> None:
        others = list(check_in.activities)
        others[place : place + 1] = [activity] if activity else []
        edit(replace(check_in, activities=tuple(others)))

    title = ft.Row(
        [ft.Container(heading(_("What did you do?")), expand=True)]
        + ([] if writing else [text_button(_("Add"), state.on(write, True), icon=ft.Icons.ADD_ROUNDED)])
    )
    done = [
        ActivityCard(activity, place, change, key=f"activity-{place}-{activity.name}")
        for place, activity in enumerate(check_in.activities)
    ]
    parts: list[ft.Control] = [title, *done]
    if writing:
        here = {activity.name for activity in check_in.activities}
        before = [name for name in rules.activity_names(state.check_ins) if name not in here]
        if before:
            parts.append(choices([choice(name, False, state.on(add, name)) for name in before]))
        parts.append(Entry(_("In my own words"), add))
    return ft.Column(parts, spacing=theme.S, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)


@component
def ActivityCard(activity: Activity, place: int, change) -> ft.Control:
    """One activity: its energies can be set, changed and cleared; the cross takes it away."""
    state = use_tend()
    asking_before, ask_before = ft.use_state(False)

    def set_before(value: int) -> None:
        ask_before(False)
        change(place, replace(activity, energy_before=_toggled(activity.energy_before, value)))

    def set_after(value: int) -> None:
        change(place, replace(activity, energy_after=_toggled(activity.energy_after, value)))

    before = step_name(Question.ENERGY, activity.energy_before) if activity.energy_before else _("not said")
    remove = ft.IconButton(
        ft.Icons.CLOSE_ROUNDED,
        tooltip=_("Remove {activity}").format(activity=activity.name),
        icon_color=Colour.ON_SURFACE_VARIANT,
        on_click=state.on(change, place, None),
    )
    parts: list[ft.Control] = [
        ft.Row([ft.Container(text(activity.name, Style.TITLE_SMALL), expand=True), remove]),
        ft.Row([text_button(_("Energy before: {energy}").format(energy=before), state.on(ask_before, True))]),
    ]
    if asking_before:
        parts.append(_energies(state, _("Before"), activity.energy_before, set_before))
    parts.append(text(_("Energy after"), Style.BODY_MEDIUM, Colour.ON_SURFACE_VARIANT))
    parts.append(_energies(state, _("After"), activity.energy_after, set_after))
    return ft.Container(
        ft.Column(parts, spacing=theme.XS),
        bgcolor=Colour.SURFACE,
        border_radius=theme.INNER,
        padding=ft.Padding.only(left=theme.L, right=theme.S, top=theme.S, bottom=theme.M),
    )


def _energies(state, when: str, chosen: int | None, set_energy) -> ft.Control:
    names = [step_name(Question.ENERGY, value) for value in ENERGIES]
    return choices(
        [
            choice(name, value == chosen, state.on(set_energy, value), spoken=f"{when}, {name}")
            for value, name in zip(ENERGIES, names, strict=True)
        ]
    )


def _toggled(before: int | None, value: int) -> int | None:
    return None if before == value else value
