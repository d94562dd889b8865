"""Settings: make Tend fit me. Imports `domain` and `views`."""

from __future__ import annotations

import flet as ft

from domain.models import TEXT_SIZES, Appearance, LowEnergy
from views import theme
from views.components.basics import card, heading
from views.components.choices import choice, choices
from views.components.frame import (
    COUNTRY,
    MATTERS,
    NAME_AND_ICON,
    PACING,
    PEOPLE,
    QUICK_EXIT,
    SETTINGS,
    STRENGTHS,
    detail_bar,
    glowing_page,
    open_over,
)
from views.components.notices import notices
from views.components.problem import problem
from views.components.rows import row
from views.country import country_words
from views.discreet import exit_words, name_words
from views.guard import view_component
from views.my_data import my_data
from views.state import TendState
from views.words import _


@view_component
def Settings(state: TendState) -> ft.View:
    """How Tend looks, seen at once and kept; what the person told about themselves; and everything that is stored."""
    looks = [
        _choices(_("Look"), _looks(state)),
        _choices(_("Text size"), _sizes(state)),
        _choices(_("Small Today"), _small(state)),
    ]
    parts = [
        *notices(state),
        *problem(state),
        card(ft.Column(looks, spacing=theme.L)),
        card(ft.Column(_rows(state), spacing=0, horizontal_alignment=ft.CrossAxisAlignment.STRETCH), padding=0),
        *my_data(state),
    ]
    page = glowing_page(detail_bar(state, _("Settings"), SETTINGS), parts)
    return ft.View(controls=[page], padding=0, fullscreen_dialog=True)


async def _choose(state: TendState, choices: dict[str, object]) -> None:
    await state.prefer(**choices)
    theme.wear(ft.context.page, state.preferences)
    ft.context.page.update()


def _looks(state: TendState) -> list[ft.Control]:
    names = {
        Appearance.LIGHT: (_("Light"), ft.Icons.WB_SUNNY_ROUNDED),
        Appearance.DARK: (_("Dark"), ft.Icons.DARK_MODE_ROUNDED),
        Appearance.PHONE: (_("Phone"), ft.Icons.SMARTPHONE_ROUNDED),
    }
    chosen = state.preferences.appearance
    return [
        choice(name, chosen is look, state.on(_choose, state, {"appearance": look}), icon)
        for look, (name, icon) in names.items()
    ]


def _sizes(state: TendState) -> list[ft.Control]:
    chosen = state.preferences.text_size
    return [
        choice(_("{size}%").format(size=size), size == chosen, state.on(_choose, state, {"text_size": size}))
        for size in TEXT_SIZES
    ]


def _small(state: TendState) -> list[ft.Control]:
    names = {
        LowEnergy.FOLLOWS: _("By my energy"),
        LowEnergy.ALWAYS: _("Always"),
        LowEnergy.NEVER: _("Never"),
    }
    chosen = state.preferences.low_energy
    return [
        choice(name, chosen is mode, state.on(_choose, state, {"low_energy": mode})) for mode, name in names.items()
    ]


def _rows(state: TendState) -> list[ft.Control]:
    """The screens of what the person told Tend about themselves."""
    rows = [
        (ft.Icons.FAVORITE_ROUNDED, _("My values"), _("What matters to me, in my order."), MATTERS),
        (ft.Icons.LOCAL_FLORIST_ROUNDED, _("My strengths"), _("What I am good at, in my words."), STRENGTHS),
        (ft.Icons.BATTERY_4_BAR_ROUNDED, _("Energy and pacing"), _pacing_words(state), PACING),
        (ft.Icons.PEOPLE_ROUNDED, _("My people"), _("Who I can ask, and how."), PEOPLE),
        (ft.Icons.PLACE_ROUNDED, _("Country for help lines"), country_words(state), COUNTRY),
        (ft.Icons.EXIT_TO_APP_ROUNDED, _("Quick exit"), exit_words(state), QUICK_EXIT),
        (ft.Icons.LABEL_ROUNDED, _("Name and icon"), name_words(state), NAME_AND_ICON),
    ]
    shown = [row(icon, name, more, state.on(open_over, state, route)) for icon, name, more, route in rows]
    return [part for each in shown for part in (ft.Divider(height=1), each)][1:]


def _pacing_words(state: TendState) -> str:
    return _("A budget for the day. On.") if state.aims.pacing.is_on else _("A budget for the day. Off.")


def _choices(title: str, options: list[ft.Control]) -> ft.Control:
    return ft.Column([heading(title), choices(options)], spacing=theme.M)
