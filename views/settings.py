"""Settings: make Tend fit me. Imports `domain` and `views`."""

from __future__ import annotations

from collections.abc import Callable

import flet as ft

from domain.models import TEXT_SIZES, Appearance
from views import theme
from views.components.basics import card, heading
from views.components.choices import choice, choices
from views.components.frame import SETTINGS, detail_bar, glowing_page
from views.components.problem import problem
from views.guard import view_component
from views.state import TendState
from views.words import _


@view_component
def Settings(state: TendState) -> ft.View:
    """Look and text size; each choice is seen at once and kept."""
    parts = [*problem(state), card(_choices(_("Look"), _looks(state))), card(_choices(_("Text size"), _sizes(state)))]
    page = glowing_page(detail_bar(state, _("Settings"), SETTINGS), parts)
    return ft.View(controls=[page], padding=0, fullscreen_dialog=True)


def _choose(change: Callable[..., None], state: TendState, value: object) -> None:
    change(value)
    theme.wear(ft.context.page, state.preferences)
    ft.context.page.update()


def _looks(state: TendState) -> list[ft.Control]:
    names = {
        Appearance.LIGHT: (_("Light"), ft.Icons.WB_SUNNY_ROUNDED),
        Appearance.DARK: (_("Dark"), ft.Icons.DARK_MODE_ROUNDED),
        Appearance.PHONE: (_("Phone"), ft.Icons.SMARTPHONE_ROUNDED),
    }
    return [
        choice(name, state.preferences.appearance is look, state.on(_choose, state.set_appearance, state, look), icon)
        for look, (name, icon) in names.items()
    ]


def _sizes(state: TendState) -> list[ft.Control]:
    chosen = state.preferences.text_size
    return [
        choice(_("{size}%").format(size=size), size == chosen, state.on(_choose, state.set_text_size, state, size))
        for size in TEXT_SIZES
    ]


def _choices(title: str, options: list[ft.Control]) -> ft.Control:
    return ft.Column([heading(title), choices(options)], spacing=theme.M)
