"""What the person is good at, and what others say they bring. Imports `domain` and `views`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import flet as ft

from domain.goals import Strength
from views import theme
from views.aims import Aims
from views.components.basics import Colour, Style, card, heading, line, text, text_button
from views.components.frame import STRENGTHS, detail_bar, glowing_page
from views.components.own_line import KeptLine, NewLine
from views.components.trouble_box import TroubleBox
from views.components.undo import undo_bar
from views.guard import view_component
from views.state import TendState
from views.words import _

NONE_OPEN = ""
OWN, FROM_OTHERS = "own strength", "strength from others"  # the purposes of words begun here
Open = Callable[[str], None]  # given an id, opens that one to be edited; none is open with ""


@view_component
def Strengths(state: TendState, aims: Aims) -> ft.View:
    """Two lists; a tap on a line opens it to be edited in its place."""
    opened, open_ = ft.use_state(NONE_OPEN)
    parts = [
        TroubleBox(state),
        line(_("Good to read on a hard day."), colour=Colour.ON_SURFACE_VARIANT),
        *_list(state, aims, False, opened, open_),
        *_list(state, aims, True, opened, open_),
    ]
    page = glowing_page(
        detail_bar(state, _("My strengths"), STRENGTHS),
        parts,
        theme.GREEN,
        undo_bar(state, aims, aims.strengths),
    )
    return ft.View(controls=[page], padding=0, fullscreen_dialog=True)


def titles() -> tuple[str, str]:
    """What the two lists are called: the person's own, and the one from others."""
    return _("What I am good at"), _("What others say I bring")


def _list(state: TendState, aims: Aims, is_from_others: bool, opened: str, open_: Open) -> list[ft.Control]:
    async def add(words: str) -> None:
        await aims.add_strength(words, is_from_others)

    here = [strength for strength in aims.strengths.all() if strength.is_from_others is is_from_others]
    rows = [
        _open(state, aims, strength, open_) if strength.id == opened else _row(state, strength, open_)
        for strength in here
    ]
    title = heading(titles()[is_from_others])
    purpose, opens, label = (
        (FROM_OTHERS, _("Add what others say"), _("Something others say"))
        if is_from_others
        else (OWN, _("Add a strength"), _("Something I am good at"))
    )
    new = NewLine(state, aims, purpose, opens, label, add)
    content = ft.Column([*rows, new], spacing=theme.XS, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)
    return [ft.Container(title, padding=ft.Padding.only(top=theme.S)), card(content, padding=theme.S)]


def _row(state: TendState, strength: Strength, open_: Open) -> ft.Control:
    pencil = ft.Icon(ft.Icons.EDIT_ROUNDED, color=Colour.ON_SURFACE_VARIANT, size=20)
    words = text(
        strength.words, Style.BODY_LARGE, expand=True, semantics_label=_("{words}, edit").format(words=strength.words)
    )
    return ft.TextButton(
        ft.Row([words, pencil], spacing=theme.M),
        key=strength.id,
        on_click=state.on(open_, strength.id),
        style=ft.ButtonStyle(
            padding=ft.Padding.symmetric(horizontal=theme.S, vertical=theme.M),
            shape=ft.RoundedRectangleBorder(radius=theme.FIELD),
            alignment=ft.Alignment.CENTER_LEFT,
        ),
    )


def _open(state: TendState, aims: Aims, strength: Strength, open_: Open) -> ft.Control:
    async def keep(words: str) -> bool:
        now = aims.strengths.get(strength.id)
        if now and words != now.words:
            return await aims.strengths.keep(replace(now, words=words))
        return aims.strengths.is_saved(strength.id)

    async def delete() -> None:
        await aims.delete(aims.strengths, aims.strengths.get(strength.id) or strength)
        open_(NONE_OPEN)

    field = KeptLine(state, _("In my own words"), strength.words, keep, needs_words=True, tells=True)
    buttons = [
        text_button(_("Done"), state.on(open_, NONE_OPEN)),
        text_button(_("Delete"), state.on(delete), icon=ft.Icons.DELETE_OUTLINE_ROUNDED),
    ]
    column = ft.Column(
        [field, ft.Row(buttons, spacing=theme.S, wrap=True)],
        spacing=theme.XS,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )
    return ft.Container(column, key=f"open-{strength.id}", padding=ft.Padding.only(top=theme.S, bottom=theme.S))
