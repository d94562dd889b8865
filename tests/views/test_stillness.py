"""Low-stimulus: nothing moves. No ripple under a thumb, no circle that grows, no screen that slides in."""

from __future__ import annotations

import dataclasses

import flet as ft
import pytest

from domain.models import Preferences
from domain.skill_choices import SkillChoices
from domain.skill_players import Breathing
from tests.driver import Driver
from tests.views.fakes import FakeClock, FakeOne, FakePage
from tests.views.test_players import records

KEEP_STILL = "Keep the circle still"
BUTTONS = ("text_button_theme", "filled_button_theme", "outlined_button_theme", "icon_button_theme")


async def breathing(clock: FakeClock, is_plain: bool, page: FakePage | None, choices: SkillChoices) -> Driver:
    kept = records(Breathing(4, 0, 6, 0))
    kept.preferences, kept.skill_choices = FakeOne(Preferences(is_plain=is_plain)), FakeOne(choices)
    app = Driver(kept, clock)
    app.state.page = page
    return await app.start("/skills/s/play")


def moving(app: Driver) -> list[str]:
    """The kinds of controls on the screen that were told to move, and how."""
    return [
        f"{type(control).__name__}.{field.name}"
        for control in app.controls()
        for field in dataclasses.fields(control)
        if "animat" in field.name and not field.name.startswith("on_")
        if getattr(control, field.name, None) not in (None, False)
    ]


@pytest.mark.parametrize("page", [FakePage(), None], ids=["in the browser", "on a desk"])
async def test_with_low_stimulus_the_circle_stands_still_and_nothing_else_moves(
    clock: FakeClock, page: FakePage | None
) -> None:
    app = await breathing(clock, True, page, SkillChoices())
    assert app.chosen() == [KEEP_STILL]
    assert "Breathe in" in app.words()
    assert moving(app) == []


async def test_without_it_the_circle_is_all_that_moves(clock: FakeClock) -> None:
    app = await breathing(clock, False, FakePage(), SkillChoices())
    assert app.chosen() == []
    assert moving(app) == ["Container.animate_scale"]


async def test_whoever_wants_the_circle_to_move_all_the_same_has_it_move(clock: FakeClock) -> None:
    app = await breathing(clock, True, FakePage(), SkillChoices(is_still=False))
    assert moving(app) == ["Container.animate_scale"]


@pytest.mark.parametrize(
    "route", ["/", "/goals", "/skills", "/plan", "/history", "/settings", "/help", "/check-in/now"]
)
async def test_no_screen_has_a_part_that_moves(clock: FakeClock, route: str) -> None:
    app = await Driver(records(Breathing(4, 0, 6, 0)), clock).start(route)
    assert moving(app) == []


async def test_a_thumb_leaves_no_ripple_once_low_stimulus_is_on(clock: FakeClock) -> None:
    app = await Driver(records(Breathing(4, 0, 6, 0)), clock).start("/settings")
    assert [ripples(look) for look in looks(app)] == [True, True]
    await app.tap("Low-stimulus")
    assert [ripples(look) for look in looks(app)] == [False, False]
    await app.tap("Low-stimulus")
    assert [ripples(look) for look in looks(app)] == [True, True]


async def test_a_screen_is_there_or_it_is_not_on_every_platform(clock: FakeClock) -> None:
    app = await Driver(records(Breathing(4, 0, 6, 0)), clock).start()
    for look in looks(app):
        ways = look.page_transitions
        assert {ways.android, ways.ios, ways.linux, ways.macos, ways.windows} == {ft.PageTransitionTheme.NONE}


def looks(app: Driver) -> tuple[ft.Theme, ft.Theme]:
    return app.page.theme, app.page.dark_theme


def ripples(look: ft.Theme) -> bool:
    """Whether anything that can be tapped ripples; all of it does, or nothing."""
    styles = [getattr(look, name).style for name in BUTTONS]
    overlays = [style.overlay_color if style else None for style in styles] + [look.navigation_bar_theme.overlay_color]
    pressed = {overlay[ft.ControlState.PRESSED] if overlay else None for overlay in overlays}
    assert len(pressed) == 1
    return pressed != {ft.Colors.TRANSPARENT}
