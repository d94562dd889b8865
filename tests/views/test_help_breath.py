"""A breath on Help now: the second tap from anywhere, and Back still ends where it began."""

from __future__ import annotations

import pytest

from tests.driver import Driver
from tests.views.conftest import Launch
from tests.views.skill_samples import BREATH, SENSES, records
from tests.views.test_auto_lock import later, unlocked

ROW = f"{BREATH.name} Breathe with a circle, at once."
PLAY = f"/skills/{BREATH.id}/play"


async def opened(launch: Launch, route: str) -> Driver:
    return await launch(route=route, records=records(BREATH, SENSES))


@pytest.mark.parametrize(
    "route", ["/", "/goals", "/goals/new", f"/skills/{SENSES.id}", "/skills/new/edit", "/check-in/now", "/settings"]
)
async def test_from_any_screen_a_breath_is_the_second_tap_and_leads_back_there(launch: Launch, route: str) -> None:
    app = await opened(launch, route)
    await app.tap("Help now")
    await app.tap(ROW)
    assert "Breathe in" in app.words()
    assert [use.skill_id for use in app.records.uses.all()] == [BREATH.id]
    await app.tap("Close")
    assert app.page.route == route


async def test_over_another_skill_it_leads_back_into_it(launch: Launch) -> None:
    app = await opened(launch, f"/skills/{SENSES.id}/play")
    await app.tap("Next")
    before = app.words()
    await app.tap("Help now")
    await app.tap(ROW)
    await app.tap("Close")
    assert app.words() == before
    assert [use.skill_id for use in app.records.uses.all()] == [SENSES.id]  # the breath was closed at once


async def test_over_the_same_breath_it_goes_on_with_it(launch: Launch) -> None:
    app = await opened(launch, "/goals")
    for _ in range(2):
        await app.tap("Help now")
        await app.tap(ROW)
    assert "Paused" in app.words()
    assert len(app.records.uses.all()) == 1
    await app.tap("Close")
    assert app.page.route == "/goals"


async def test_where_every_breath_is_hidden_there_is_no_row_for_it(launch: Launch) -> None:
    app = await opened(launch, "/help")
    assert ROW in app.buttons()
    await app.state.practice.hide(BREATH)
    await app.settle()
    assert ROW not in app.buttons()


async def test_while_tend_is_locked_no_row_leads_to_what_cannot_open(launch_vault: Launch) -> None:
    app, _ = await unlocked(launch_vault, 1)
    await app.tap("Help now")
    assert ROW in app.buttons()
    assert await later(app, minutes=1) is False  # Help now stays as it is
    assert app.state.is_locked
    assert ROW not in app.buttons()
