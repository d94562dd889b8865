"""The wallet card: both its sides on the screen, to be printed or saved. Imports `domain` and `views`."""

from __future__ import annotations

import flet as ft

from domain.card import card_page, too_many
from domain.handout import Entry, Handout, as_text
from domain.handout_page import ENGLISH
from views import theme
from views.aims import Aims
from views.components.aftermath import trouble
from views.components.basics import Colour, Style, line, main_button, text
from views.components.frame import PLAN_CARD, PLAN_SHARE, detail_bar, glowing_page, go
from views.components.paper import paper, sheet
from views.components.tick_lines import short
from views.components.ways_out import GoOut, out_button, outcome, use_way_out
from views.guard import view_component
from views.handing import CARD_FILE, CODE_FILE, Out, print_out, save, save_picture, wallet_card
from views.planning import Planning
from views.qr import modules, picture
from views.state import TendState
from views.words import _

CODE = 300  # wide at most: two fingers' breadth more than a phone needs


@view_component
def PlanCard(state: TendState, plan: Planning, aims: Aims) -> ft.View:
    """What was ticked, as a card; where it does not fit, which lines those are. Nothing is cut."""
    go_out, told = use_way_out()
    drawn = ft.use_ref(("", b""))

    card = wallet_card(state)
    over = too_many(card)
    parts = trouble(state)
    if not card.sections:
        parts += [line(_("Nothing is ticked yet."), Style.BODY_LARGE), _back(state, _("Tick some lines"))]
    elif over:
        parts += [*_too_many(over), _back(state, _("Tick fewer lines"))]
    else:
        words = as_text(card)
        if drawn.current[0] != words:  # drawing it takes a phone a moment
            drawn.current = words, picture(words)
        parts += [*_sides(card, drawn.current[1]), *_ways(state, card, drawn.current[1], go_out, told)]
    screen = glowing_page(detail_bar(state, _("Wallet card"), PLAN_CARD), parts)
    return ft.View(controls=[screen], padding=0, fullscreen_dialog=True)


def _back(state: TendState, words: str) -> ft.Control:
    return main_button(words, state.on(go, PLAN_SHARE))


def _too_many(over: tuple[Entry, ...]) -> list[ft.Control]:
    lines = [
        text(_("These lines do not fit on the card."), colour=Colour.ON_ERROR_CONTAINER, weight=ft.FontWeight.W_600),
        *(text(short(entry.words), Style.BODY_MEDIUM, Colour.ON_ERROR_CONTAINER) for entry in over),
    ]
    box = ft.Container(
        ft.Column(lines, spacing=theme.S), bgcolor=Colour.ERROR_CONTAINER, border_radius=theme.INNER, padding=theme.L
    )
    room = _("A card has room for about 600 letters, or 20 short lines. Nothing is cut to fit.")
    return [box, line(room)]


def _sides(card: Handout, code: bytes) -> list[ft.Control]:
    image = ft.Image(
        src=code,
        width=CODE,
        fit=ft.BoxFit.CONTAIN,
        filter_quality=ft.FilterQuality.MEDIUM,
        gapless_playback=True,
        exclude_from_semantics=True,
        error_content=text(_("This code does not show here.")),
    )
    named = ft.Semantics(label=_("Code with the words of the card"), image=True, container=True, content=image)
    said = _("A phone camera reads these words from the code.")
    return [
        paper(card),
        sheet(ft.Row([named], alignment=ft.MainAxisAlignment.CENTER)),
        line(said, Style.BODY_SMALL, Colour.ON_SURFACE_VARIANT),
    ]


def _ways(state: TendState, card: Handout, code: bytes, go_out: GoOut, told: str) -> list[ft.Control]:
    cut = _("Cut along the broken line, then fold in the middle.")
    scan = _("Scan this to read the card on a phone.")

    def out() -> Out:
        return Out(CARD_FILE, card_page(card, modules(as_text(card)), cut, scan, ENGLISH))

    return [
        line(_("Whoever finds the card can read it."), Style.BODY_SMALL, Colour.ON_SURFACE_VARIANT),
        *outcome(told),
        main_button(
            _("Print the card"), state.on(go_out, lambda: print_out(state, out())), icon=ft.Icons.PRINT_ROUNDED
        ),
        out_button(_("Save the card"), ft.Icons.DOWNLOAD_ROUNDED, state.on(go_out, lambda: save(state, out()))),
        out_button(
            _("Save the code as a picture"),
            ft.Icons.QR_CODE_ROUNDED,
            state.on(go_out, lambda: save_picture(state, Out(CODE_FILE, ""), code)),
        ),
    ]
