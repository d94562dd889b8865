"""The soft colour at the top of a screen goes with the phone's light, with what the person chose, or not at all."""

from __future__ import annotations

from itertools import pairwise

import flet as ft
import pytest

from domain.models import Appearance, Preferences
from tests.driver import Driver
from tests.views.fakes import FakeClock, FakeRecords
from views import theme
from views.components.glow import BAND

DARK, LIGHT = ft.Brightness.DARK, ft.Brightness.LIGHT
PHONE = Appearance.PHONE


async def today(clock: FakeClock, phone: ft.Brightness, **chosen: object) -> Driver:
    app = Driver(FakeRecords((), Preferences(**chosen)), clock)
    app.session.apply_page_patch({"platform_brightness": phone})
    return await app.start()


def bands(app: Driver) -> list[str]:
    """The colours behind the screen, from the top."""
    return [
        part.bgcolor
        for part in app.controls()
        if isinstance(part, ft.Container) and part.height == BAND + 1 and part.bgcolor
    ]


@pytest.mark.parametrize(
    ("phone", "chosen", "colours"),
    [
        (LIGHT, PHONE, theme.LIGHT),
        (DARK, PHONE, theme.DARK),
        (DARK, Appearance.LIGHT, theme.LIGHT),
        (LIGHT, Appearance.DARK, theme.DARK),
    ],
)
async def test_it_fades_from_its_colour_into_the_ground(
    clock: FakeClock, phone: ft.Brightness, chosen: Appearance, colours: dict[str, str]
) -> None:
    found = bands(await today(clock, phone, appearance=chosen))
    assert (found[0], found[-1]) == (colours[theme.GREEN], colours["surface"])
    parts = [bytes.fromhex(colour[1:]) for colour in found]
    steps = [abs(a - b) for one, next in pairwise(parts) for a, b in zip(one, next, strict=True)]
    assert max(steps) <= 2, "no edge can be seen between two bands"
    assert len(found) * BAND == theme.GLOW


async def test_it_turns_dark_when_the_phone_does(clock: FakeClock) -> None:
    app = await today(clock, LIGHT, appearance=PHONE)
    await app.turn_dark()
    assert bands(app)[0] == theme.DARK[theme.GREEN]


async def test_it_turns_dark_when_the_person_says_so(clock: FakeClock) -> None:
    app = await today(clock, LIGHT, appearance=PHONE)
    await app.tap("Settings")
    await app.tap("Dark")
    await app.tap("Back")
    assert bands(app)[0] == theme.DARK[theme.GREEN]


async def test_low_stimulus_has_none(clock: FakeClock) -> None:
    assert bands(await today(clock, LIGHT, is_plain=True)) == []
