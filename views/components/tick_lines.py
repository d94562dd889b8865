"""Lines to tick, a card for each part. Imports `domain` and `views`."""

from __future__ import annotations

from dataclasses import dataclass

import flet as ft

from domain.handout import Kind, Offer, Offers, Ticked
from views import theme
from views.acting import Handler
from views.components.basics import Colour, Style, card, heading, text
from views.guard import component
from views.handing import flip, tick
from views.unwatched import Unwatched
from views.words import _

BOX = 24
SHORT = 240  # letters of a line that is ticked; the page shows all of it


@dataclass(frozen=True)
class TickShown:
    """What a card shows: its lines, and which of them are ticked."""

    offers: Offers
    ticked: Ticked


def shown(offers: Offers, ticked: Ticked) -> TickShown:
    """What the card of these lines shows; equal to what it showed before when nothing of its own changed."""
    own = {(offer.kind, offer.id) for offer in offers.lines}
    return TickShown(offers, Ticked(ticked.lines & own))


@component
def TickCard(passed: Unwatched, shown: TickShown) -> ft.Control:
    """The name of the part, its lines, and the way to tick them all."""
    state, ticked = passed.state, shown.ticked
    rows = [
        _row(state.on(flip, state.plan, offer), offer, ticked.has(offer))
        for offer in shown.offers.lines
        if offer.kind is not Kind.NOTE or (Kind.PERSON, offer.id) in ticked.lines
    ]
    parts: list[ft.Control] = [heading(shown.offers.heading), *rows]
    if sum(offer.kind is not Kind.NOTE for offer in shown.offers.lines) > 1:
        parts.append(ft.Row([_all_button(passed, shown)], wrap=True))
    column = ft.Column(parts, spacing=theme.S, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)
    return card(column, key=f"ticks-{shown.offers.heading}")


def _row(flipped: Handler, offer: Offer, is_ticked: bool) -> ft.Control:
    """All of it one button; what goes along stands under the words."""
    name = short(offer.entry.words)
    if offer.kind is Kind.NOTE:
        name = _("And my note: {words}").format(words=name)
    spoken = _("{step}, chosen").format(step=name) if is_ticked else name
    words: list[ft.Control] = [text(name, Style.BODY_LARGE, semantics_label=spoken)]
    words += [text(short(more), Style.BODY_SMALL, Colour.ON_SURFACE_VARIANT) for more in offer.entry.more]
    icon = ft.Icons.CHECK_BOX_ROUNDED if is_ticked else ft.Icons.CHECK_BOX_OUTLINE_BLANK_ROUNDED
    box = ft.Icon(icon, color=Colour.PRIMARY if is_ticked else Colour.OUTLINE, size=BOX)
    return ft.TextButton(
        content=ft.Row(
            [box, ft.Column(words, spacing=0, expand=True)],
            spacing=theme.M,
            vertical_alignment=ft.CrossAxisAlignment.START,
        ),
        key=f"tick-{offer.kind}-{offer.id}",
        on_click=flipped,
        style=ft.ButtonStyle(
            padding=ft.Padding.only(right=theme.S, top=theme.M, bottom=theme.M),
            shape=ft.RoundedRectangleBorder(radius=theme.FIELD),
            alignment=ft.Alignment.CENTER_LEFT,
        ),
    )


def _all_button(passed: Unwatched, shown: TickShown) -> ft.Control:
    plan, lines = passed.state.plan, shown.offers.lines
    has_all = all(shown.ticked.has(offer) for offer in lines if offer.kind is not Kind.NOTE)
    if has_all:
        words, spoken = _("Untick all of this part"), _("Untick all: {part}")
        act = passed.state.on(tick, plan, lambda now: now.without(lines))
    else:
        words, spoken = _("Tick all of this part"), _("Tick all: {part}")
        act = passed.state.on(tick, plan, lambda now: now.with_all(lines))
    label = text(words, Style.LABEL_LARGE, Colour.PRIMARY, semantics_label=spoken.format(part=shown.offers.heading))
    # Under the lines' own words, past their boxes.
    padding = ft.Padding.only(left=BOX + theme.M, right=theme.M, top=14, bottom=14)
    return ft.TextButton(content=label, on_click=act, style=ft.ButtonStyle(padding=padding))


def short(words: str) -> str:
    """How a long line begins.

    >>> short("Tea"), len(short("x" * 10_000)), short("x" * 10_000)[-1]
    ('Tea', 240, '…')
    """
    return words if len(words) <= SHORT else f"{words[: SHORT - 1].rstrip()}…"
