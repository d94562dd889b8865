"""What a person has to know about their records before they go on: one calm box each. Imports `domain` and `views`."""

from __future__ import annotations

import flet as ft

from domain.safety import Keeping
from views import keeping, theme
from views.acting import Handler
from views.components.basics import Colour, Style, text, text_button
from views.components.frame import BRING_IN, open_over
from views.state import TendState
from views.words import _

Button = tuple[str, Handler]


def notices(state: TendState) -> list[ft.Control]:
    """The boxes, most pressing first; nothing when all is well."""
    found: list[ft.Control] = []
    if state.keeping is Keeping.NOT_KEPT:
        found.append(
            notice(
                _("Nothing will be kept here."),
                _("This window cannot store words. It may be private. A normal window can keep them."),
            )
        )
    if state.keeping is Keeping.ELSEWHERE:
        can_ask = state.vault is not None and state.vault.can_take_over
        advice = _("Here you can read. To write, use Tend here.") if can_ask else _("Here you can read.")
        ask = [(_("Use Tend here"), state.on(keeping.take_over, state))] if can_ask else []
        found.append(notice(_("Tend is open in another tab."), advice, *ask, is_trouble=False))
    if state.device.damaged:
        found.append(
            notice(
                _("Some entries are damaged."),
                _("The rest is safe. A backup may still have them."),
                (_("Bring in a backup"), state.on(open_over, state, BRING_IN)),
                (_("I have read this"), state.on(_read, state)),
            )
        )
    elif state.device.torn:
        found.append(
            notice(
                _("Your last entry may not be here."),
                _("Tend was closed while saving it. Please have a look."),
                (_("I have read this"), state.on(_read, state)),
            )
        )
    return found


def notice(title: str, advice: str, *buttons: Button, is_trouble: bool = True) -> ft.Control:
    """One box; clay where something has to be mended."""
    ink = Colour.ON_ERROR_CONTAINER if is_trouble else Colour.ON_SURFACE
    lines = [text(title, colour=ink, weight=ft.FontWeight.W_600), text(advice, Style.BODY_SMALL, ink)]
    parts: list[ft.Control] = [ft.Semantics(live_region=True, content=ft.Column(lines, spacing=theme.XS))]
    if buttons:
        row = [text_button(name, on_click, colour=ink if is_trouble else Colour.PRIMARY) for name, on_click in buttons]
        parts.append(ft.Row(row, spacing=theme.S, wrap=True))
    padding = ft.Padding.only(left=theme.L, right=theme.L, top=theme.L, bottom=theme.S if buttons else theme.L)
    return ft.Container(
        ft.Column(parts, spacing=0),
        bgcolor=Colour.ERROR_CONTAINER if is_trouble else Colour.SURFACE_CONTAINER_HIGH,
        border_radius=theme.INNER,
        padding=padding,
    )


async def _read(state: TendState) -> None:
    await state.set_device(torn=False, damaged=0)
