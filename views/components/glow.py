"""The soft colour at the top of a screen, fading into its ground. Imports Flet and `views`."""

from __future__ import annotations

import flet as ft

from views import theme
from views.guard import component
from views.theme import Daylight

BAND = 10  # of one colour: from one to the next, no part of it changes by more than two of its 255 steps


def shades(top: str, ground: str, bands: int) -> list[str]:
    """So many colours from the top to the ground, both given as `#RRGGBB`.

    >>> shades("#000000", "#040200", 3)
    ['#000000', '#020100', '#040200']
    """
    first, last = _parts(top), _parts(ground)
    found = []
    for band in range(bands):
        share = band / (bands - 1)
        found.append(bytes(round(a + (b - a) * share) for a, b in zip(first, last, strict=True)))
    return ["#" + colour.hex().upper() for colour in found]


@component
def Glow(daylight: Daylight, tone: str) -> ft.Control:
    """Bands in place of a gradient, which a browser without a graphics chip mixes dot by dot in every frame; whole
    colours it only fills in. Each reaches one point below the next, so that no seam shows between them.

    `tone` is one of `theme.GLOWS`.
    """
    colours = theme.colours_of(daylight.is_dark, daylight.is_plain)
    top, ground = colours[tone], colours["surface"]
    found = shades(top, ground, theme.GLOW // BAND) if top != ground else []
    bands: list[ft.Control] = [
        ft.Container(top=place * BAND, height=BAND + 1, left=0, right=0, bgcolor=colour)
        for place, colour in enumerate(found)
    ]
    return ft.Container(ft.Stack(bands), height=theme.GLOW, top=0, left=0, right=0)


def _parts(colour: str) -> tuple[int, ...]:
    return tuple(bytes.fromhex(colour.removeprefix("#")))
