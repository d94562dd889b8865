"""Grounding: so many things to notice, a page for each sense, without a clock. Imports `domain`, Flet and `views`."""

from __future__ import annotations

import flet as ft

from domain.skill_players import Grounding, Page
from views import formats, theme
from views.acting import Handler
from views.components.basics import Colour, Style, main_button, text, text_button
from views.guard import component
from views.players import Play, Scene, column, middle, said
from views.players.running import use_drawing
from views.state import TendState
from views.words import _

DOT = 56


@component
def GroundingPlayer(state: TendState, scene: Scene, grounding: Grounding) -> ft.Control:
    """One dot to tap for each thing that was noticed; none of them has to be."""
    draw, play = use_drawing(), scene.play

    def turn(by: int) -> None:
        play.page = min(max(play.page + by, 0), len(grounding.pages))
        draw()

    def skip() -> None:
        play.ticked = frozenset(tick for tick in play.ticked if tick[0] != play.page)
        turn(1)

    def tick(place: int) -> None:
        play.ticked = play.ticked ^ {(play.page, place)}
        draw()

    back: list[ft.Control] = [text_button(_("Back"), state.on(turn, -1))] if play.page else []
    if play.page == len(grounding.pages):
        now = state.now
        day, time = formats.weekdays()[now.weekday()], formats.time_of_day(now)
        here = _("You are here. It is {day}, {time}.").format(day=day, time=time)
        return column([said(here, key="here"), main_button(_("I am done"), scene.done), middle(*back)])
    page = grounding.pages[play.page]
    dots = [_dot(play, place, page.count, state.on(tick, place)) for place in range(page.count)]
    return column(
        [
            _what(page, play.page),
            middle(*dots),
            ft.Container(height=theme.M),
            main_button(_("Next"), state.on(turn, 1)),
            middle(*back, text_button(_("Skip this one"), state.on(skip)), text_button(_("I am done"), scene.done)),
        ]
    )


def _what(page: Page, place: int) -> ft.Control:
    """The number and the things, read as one."""
    lines = [
        text(str(page.count), Style.HEADLINE_LARGE, Colour.PRIMARY, text_align=ft.TextAlign.CENTER),
        text(page.words, Style.TITLE_MEDIUM, text_align=ft.TextAlign.CENTER),
    ]
    both = ft.Column(lines, spacing=theme.XS, tight=True, horizontal_alignment=ft.CrossAxisAlignment.CENTER)
    return ft.Container(
        ft.Semantics(live_region=True, container=True, content=both),
        key=f"page-{place}",
        alignment=ft.Alignment.CENTER,
        padding=ft.Padding.only(top=theme.XL, bottom=theme.M),
    )


def _dot(play: Play, place: int, count: int, on_click: Handler) -> ft.Control:
    """A round button; tapped, it is filled and has a tick."""
    is_ticked = (play.page, place) in play.ticked
    spoken = _("{n} of {count}").format(n=place + 1, count=count)
    name = _("{step}, chosen").format(step=spoken) if is_ticked else spoken
    # Before it is ticked, the icon is there for its name alone.
    icon = ft.Icons.CHECK_ROUNDED if is_ticked else ft.Icons.CIRCLE_OUTLINED
    ink = Colour.ON_PRIMARY if is_ticked else Colour.TRANSPARENT
    return ft.OutlinedButton(
        content=ft.Icon(icon, color=ink, semantics_label=name),
        key=f"dot-{play.page}-{place}",
        width=DOT,
        height=DOT,
        on_click=on_click,
        style=ft.ButtonStyle(
            bgcolor=Colour.PRIMARY if is_ticked else Colour.TRANSPARENT,
            padding=0,
            shape=ft.CircleBorder(),
            side=ft.BorderSide(2, Colour.PRIMARY),
        ),
    )
