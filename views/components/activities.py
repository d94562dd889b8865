"""What the person did, with the energy before and after. Imports `domain` and `views`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import flet as ft

from domain import check_ins as rules
from domain.check_ins import Question
from domain.models import Activity, CheckIn
from views import theme
from views.components.basics import Colour, Style, heading, icon_button, line, text, text_button
from views.components.choices import choice, choices
from views.components.entry import Entry
from views.components.scale import scale, step_name
from views.guard import component
from views.state import Edit, TendState
from views.words import _

Change = Callable[[Activity], Activity]
Changer = Callable[[int, Change | None], None]  # at a place in the list: change it, or take it away


@component
def Activities(state: TendState, check_in: CheckIn, edit: Edit) -> ft.Control:
    """The activities so far, and a way to add one: one done before with a tap, or a new one in own words."""
    writing, write = ft.use_state(False)

    def add(name: str) -> None:
        write(False)
        edit(lambda now: replace(now, activities=(*now.activities, Activity(name, energy_before=now.energy))))

    def change(place: int, changed: Change | None) -> None:
        edit(lambda now: _changed(now, place, changed))

    title = ft.Row(
        [ft.Container(heading(_("What did you do?")), expand=True)]
        + ([] if writing else [text_button(_("Add"), state.on(write, True), icon=ft.Icons.ADD_ROUNDED)])
    )
    done = [
        ActivityCard(state, activity, place, change, key=f"activity-{place}-{activity.name}")
        for place, activity in enumerate(check_in.activities)
    ]
    parts: list[ft.Control] = [title, *done]
    if writing:
        here = {activity.name for activity in check_in.activities}
        before = [name for name in rules.activity_names(state.check_ins) if name not in here]
        if before:
            parts.append(choices([choice(name, False, state.on(add, name)) for name in before]))
        parts.append(Entry(state, _("In my own words"), add))
    return ft.Column(parts, spacing=theme.S, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)


@component
def ActivityCard(
    state: TendState,
    activity: Activity,
    place: int,
    change: Callable[[int, Callable[[Activity], Activity] | None], None],
) -> ft.Control:
    """One activity: its energies can be set, changed and cleared; the cross takes it away."""
    asking_before, ask_before = ft.use_state(False)

    def set_before(value: int) -> None:
        ask_before(False)
        change(place, lambda now: replace(now, energy_before=_toggled(now.energy_before, value)))

    def set_after(value: int) -> None:
        change(place, lambda now: replace(now, energy_after=_toggled(now.energy_after, value)))

    before = step_name(Question.ENERGY, activity.energy_before) if activity.energy_before else _("not said")
    remove = icon_button(
        ft.Icons.CLOSE_ROUNDED, _("Remove {activity}").format(activity=activity.name), state.on(change, place, None)
    )
    head = ft.Row([ft.Container(text(activity.name, Style.TITLE_SMALL), expand=True), remove])
    said = text_button(
        _("Energy before: {energy}").format(energy=before), state.on(ask_before, True), colour=Colour.ON_SURFACE_VARIANT
    )
    parts: list[ft.Control] = [ft.Container(head, padding=ft.Padding.only(left=theme.S)), ft.Row([said])]
    if asking_before:
        parts.append(_energies(state, _("Energy before"), activity.energy_before, set_before))
    after = line(_("Energy after"), Style.BODY_MEDIUM, Colour.ON_SURFACE_VARIANT)
    parts.append(ft.Container(after, padding=ft.Padding.only(left=theme.S, bottom=theme.XS)))
    parts.append(_energies(state, _("Energy after"), activity.energy_after, set_after))
    return ft.Container(
        ft.Column(parts, spacing=0, horizontal_alignment=ft.CrossAxisAlignment.STRETCH),
        bgcolor=Colour.SURFACE,
        border_radius=theme.INNER,
        padding=ft.Padding.only(left=theme.S, right=theme.S, top=theme.S, bottom=theme.M),
    )


def _energies(state: TendState, called: str, chosen: int | None, set_energy: Callable[[int], None]) -> ft.Control:
    return scale(Question.ENERGY, chosen, lambda value: state.on(set_energy, value), state.large_text, called)


def _toggled(before: int | None, value: int) -> int | None:
    return None if before == value else value


def _changed(check_in: CheckIn, place: int, changed: Change | None) -> CheckIn:
    if place >= len(check_in.activities):
        return check_in
    before, activity, after = (
        check_in.activities[:place],
        check_in.activities[place],
        check_in.activities[place + 1 :],
    )
    return replace(check_in, activities=(*before, *((changed(activity),) if changed else ()), *after))
