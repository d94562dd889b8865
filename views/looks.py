"""The part of Settings about how Tend looks: each choice is seen at once, and kept. Imports `domain` and `views`."""

from __future__ import annotations

import flet as ft

from domain.models import TEXT_SIZES, Appearance, LowEnergy
from views import theme, weeks
from views.components.basics import Colour, Style, card, heading, line
from views.components.choices import choice, choices
from views.components.rows import switch_row
from views.state import TendState
from views.words import _


def looks(state: TendState) -> ft.Control:
    """Light or dark, the size of the text, fewer colours."""
    parts = [
        _choices(_("Look"), _appearances(state)),
        _choices(_("Text size"), _sizes(state)),
        _plain(state),
    ]
    return card(ft.Column(parts, spacing=theme.L, horizontal_alignment=ft.CrossAxisAlignment.STRETCH))


def days(state: TendState) -> ft.Control:
    """When Today is small, and where a week begins."""
    told = line(_("The clock follows your phone: 12 or 24 hours."), Style.BODY_SMALL, Colour.ON_SURFACE_VARIANT)
    week = ft.Column([_choices(_("A week begins on"), _weeks(state)), told], spacing=theme.M)
    parts = [_choices(_("Small Today"), _small(state)), week]
    return card(ft.Column(parts, spacing=theme.L, horizontal_alignment=ft.CrossAxisAlignment.STRETCH))


async def choose(state: TendState, choices: dict[str, object]) -> None:
    """Keep choices about how Tend looks, and wear them."""
    await state.prefer(**choices)
    theme.wear(ft.context.page, state.preferences)
    weeks.wear(ft.context.page, state.preferences)
    ft.context.page.update()


def _appearances(state: TendState) -> list[ft.Control]:
    names = {
        Appearance.LIGHT: (_("Light"), ft.Icons.WB_SUNNY_ROUNDED),
        Appearance.DARK: (_("Dark"), ft.Icons.DARK_MODE_ROUNDED),
        Appearance.PHONE: (_("Phone"), ft.Icons.SMARTPHONE_ROUNDED),
    }
    chosen = state.preferences.appearance
    return [
        choice(name, chosen is look, state.on(choose, state, {"appearance": look}), icon)
        for look, (name, icon) in names.items()
    ]


def _sizes(state: TendState) -> list[ft.Control]:
    chosen = state.preferences.text_size
    return [
        choice(_("{size}%").format(size=size), size == chosen, state.on(choose, state, {"text_size": size}))
        for size in TEXT_SIZES
    ]


def _plain(state: TendState) -> ft.Control:
    is_plain = state.preferences.is_plain
    turn = state.on(choose, state, {"is_plain": not is_plain})
    told = line(_("Fewer colours. Nothing moves."), Style.BODY_SMALL, Colour.ON_SURFACE_VARIANT)
    return ft.Column([switch_row(_("Low-stimulus"), is_plain, turn), told], spacing=theme.XS)


def _small(state: TendState) -> list[ft.Control]:
    names = {
        LowEnergy.FOLLOWS: _("By my energy"),
        LowEnergy.ALWAYS: _("Always"),
        LowEnergy.NEVER: _("Never"),
    }
    chosen = state.preferences.low_energy
    return [choice(name, chosen is mode, state.on(choose, state, {"low_energy": mode})) for mode, name in names.items()]


def _weeks(state: TendState) -> list[ft.Control]:
    names = {None: _("As my phone"), weeks.MONDAY: _("Monday"), weeks.SUNDAY: _("Sunday")}
    chosen = state.preferences.week_start
    return [
        choice(name, chosen == start, state.on(choose, state, {"week_start": start})) for start, name in names.items()
    ]


def _choices(title: str, options: list[ft.Control]) -> ft.Control:
    return ft.Column([heading(title), choices(options)], spacing=theme.M)
