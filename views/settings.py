"""Settings: make Tend fit me. Imports `domain` and `views`."""

from __future__ import annotations

import flet as ft

from domain.models import TEXT_SIZES, Appearance
from views import theme
from views.components.basics import card, heading
from views.components.choices import choice, choices
from views.components.frame import SETTINGS, detail_bar, glowing_page
from views.components.notices import notices
from views.components.problem import problem
from views.guard import view_component
from views.my_data import my_data
from views.state import TendState
from views.words import _


@view_component
def Settings(state: TendState) -> ft.View:
    """Look and text size, each seen at once and kept; and what can be done with everything that is stored."""
    looks = [_choices(_("Look"), _looks(state)), _choices(_("Text size"), _sizes(state))]
    parts = [*notices(state), *problem(state), card(ft.Column(looks, spacing=theme.L)), *my_data(state)]
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


def _choices(title: str, options: list[ft.Control]) -> ft.Control:
    return ft.Column([heading(title), choices(options)], spacing=theme.M)
