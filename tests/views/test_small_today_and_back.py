"""The small Today: the energy it goes by can be mended on it, and the whole one is left again as it was come to."""

from __future__ import annotations

import asyncio

import pytest

from domain.models import LowEnergy
from tests.driver import Driver
from tests.views.conftest import Launch
from tests.views.fakes import FakeClock
from tests.views.test_small_today import (
    ASK,
    BREATHE,
    CHANGE,
    EMPTY,
    EVERYTHING,
    LOW,
    PLOT,
    READ,
    REST,
    SOME,
    TITLE,
    ask_for_energy,
    records,
    show_everything,
)

LEVELS = ("Empty at 9:00", "Low energy at 9:00", "Some energy at 9:00", "Good energy at 9:00", "Full energy at 9:00")
SMALL, WHOLE, LESS = "Show the small screen", "What matters today", "Show less"
STEPS = ["Water the pots", "Read a page"]


def energies(app: Driver) -> list[int | None]:
    return [check_in.energy for check_in in app.records.check_ins.all()]


def steps(app: Driver) -> list[str]:
    return [word for word in app.words() if word in STEPS]


@pytest.mark.parametrize(("energy", "said"), [*enumerate(LEVELS, 1), (None, "Energy not known now")])
async def test_every_level_has_its_words_when_the_small_page_is_pinned(
    launch: Launch, energy: int | None, said: str
) -> None:
    app = await launch(records=records(PLOT, energy=energy, mode=LowEnergy.ALWAYS))
    assert f"{said} {CHANGE}" in app.buttons()


async def test_a_low_that_was_a_slip_is_mended_on_the_small_page(launch: Launch) -> None:
    app = await launch(records=records(PLOT, energy=None))
    await app.tap(LOW)
    await app.tap(f"Low energy at 9:12 {CHANGE}")
    assert app.chosen() == [LOW]
    await app.tap(SOME)
    assert energies(app) == [3]
    assert WHOLE in app.words()


async def test_another_low_answer_stays_on_the_small_page_and_closes_the_question(launch: Launch) -> None:
    app = await launch(records=records(PLOT))
    await ask_for_energy(app)
    await app.tap(EMPTY)
    assert app.buttons() == ["Help now", f"Empty at 9:00 {CHANGE}", BREATHE, "I did it", REST, ASK]


async def test_while_the_energy_is_asked_for_nothing_else_is_and_it_can_stay_as_it_is(launch: Launch) -> None:
    app = await launch(records=records(PLOT))
    await app.tap("I did it")
    await ask_for_energy(app)
    scale = [f"Energy, {name}, {value} of 5" for value, name in enumerate(("Empty", "Low", "Some", "Good", "Full"), 1)]
    scale[1] += ", chosen"
    assert app.buttons() == ["Help now", *scale, EVERYTHING, "Leave it as it is"]
    await app.tap("Leave it as it is")
    assert "Done. That counts." in app.words(), "what was done is still answered"
    assert energies(app) == [2]


async def test_from_everything_one_tap_leads_back_to_the_small_page(launch: Launch) -> None:
    app = await launch(records=records(PLOT))
    await show_everything(app)
    assert app.words().index(LESS) < app.words().index(WHOLE)
    await app.tap(LESS)
    assert app.headings()[0] == (1, TITLE)


@pytest.mark.parametrize(("mode", "energy"), [("follows", 3), ("never", 1)])
async def test_where_no_small_page_would_stand_nothing_leads_to_one(launch: Launch, mode: str, energy: int) -> None:
    app = await launch(records=records(PLOT, energy=energy, mode=LowEnergy(mode)))
    assert LESS not in app.buttons()


@pytest.mark.parametrize("before", [LowEnergy.FOLLOWS, LowEnergy.ALWAYS])
async def test_choosing_in_settings_takes_everything_back(launch: Launch, before: LowEnergy) -> None:
    app = await launch(records=records(PLOT, mode=before))
    await show_everything(app)
    await app.tap("Settings")
    await app.tap("Always")
    await app.tap("Back")
    assert TITLE in app.words()


async def test_another_choice_in_settings_leaves_everything_there(launch: Launch) -> None:
    app = await launch(records=records(PLOT))
    await show_everything(app)
    await app.tap("Settings")
    await app.tap("125%")
    await app.tap("Back")
    assert WHOLE in app.words()


async def test_low_energy_after_a_step_leaves_the_page_as_it_is_and_offers_the_small_one(launch: Launch) -> None:
    app = await launch(records=records(PLOT, READ, energy=3))
    await app.tap("I did it: Water the pots")
    before = app.words()
    await app.tap("Energy after, Low, 2 of 5")
    assert energies(app) == [3, 2]
    above = app.words()[: app.words().index(SMALL)]
    assert [(was, now) for was, now in zip(before, above, strict=False) if was != now] == [
        ("Some", "Low"),
        ("9:00", "9:12"),
    ]
    assert "Sized for some energy. You choose." in app.words()
    assert steps(app) == STEPS
    await app.tap(SMALL)
    assert TITLE in app.words()


async def test_once_they_leave_today_goes_by_the_energy_after(launch: Launch) -> None:
    app = await launch(records=records(PLOT, READ, energy=3))
    await app.tap("I did it: Water the pots")
    await app.tap("Energy after, Low, 2 of 5")
    await app.open_tab("History")
    await app.open_tab("Today")
    assert TITLE in app.words()


async def test_who_looks_away_for_long_finds_today_as_the_energy_after_has_it(launch: Launch, clock: FakeClock) -> None:
    app = await launch(records=records(PLOT, READ, energy=3))
    await app.tap("I did it: Water the pots")
    await app.tap("Energy after, Low, 2 of 5")
    clock.pass_time(minutes=3)
    await app.return_to()
    assert WHOLE in app.words()
    clock.pass_time(minutes=15)
    await app.return_to()
    assert TITLE in app.words()


async def test_less_but_not_low_energy_after_a_step_takes_no_step_away(launch: Launch) -> None:
    app = await launch(records=records(PLOT, READ, energy=5))
    await app.tap("I did it: An hour at the plot")
    await app.tap("Energy after, Some, 3 of 5")
    assert "Sized for good energy. You choose." in app.words()
    assert SMALL not in app.buttons()
    await app.open_tab("History")
    await app.open_tab("Today")
    assert "Sized for some energy. You choose." in app.words()


async def test_low_energy_after_a_step_and_then_more_goes_by_the_more_at_once(launch: Launch) -> None:
    app = await launch(records=records(PLOT, READ, energy=3))
    await app.tap("I did it: Water the pots")
    await app.tap("Energy after, Low, 2 of 5")
    await app.tap("Energy after, Good, 4 of 5")
    assert SMALL not in app.buttons()
    assert "Sized for good energy. You choose." in app.words()


async def test_low_energy_after_a_step_keeps_everything_that_was_asked_for(launch: Launch) -> None:
    app = await launch(records=records(PLOT, READ))
    await show_everything(app)
    await app.tap("I did it: Look at one plant")
    await app.tap("Energy after, Empty, 1 of 5")
    assert {WHOLE, LESS, SMALL} <= set(app.words())
    await app.tap(LESS)
    assert TITLE in app.words()


async def test_never_means_never_after_a_step_too(launch: Launch) -> None:
    app = await launch(records=records(PLOT, READ, energy=3, mode=LowEnergy.NEVER))
    await app.tap("I did it: Water the pots")
    await app.tap("Energy after, Empty, 1 of 5")
    assert SMALL not in app.buttons()
    assert steps(app) == STEPS


def waiting_for_the_day_to_turn() -> int:
    """How many tasks wait for it."""
    return sum("TurnOfDay" in task.get_coro().__qualname__ for task in asyncio.all_tasks())


async def test_what_waits_for_the_day_to_turn_is_one_and_ends_with_its_screen(launch: Launch, clock: FakeClock) -> None:
    app = await launch(records=records(PLOT))
    assert waiting_for_the_day_to_turn() == 1
    clock.pass_time(minutes=20)
    await ask_for_energy(app)
    await app.tap(EMPTY)
    assert waiting_for_the_day_to_turn() == 1
    app.state.lock()
    await app.settle()
    assert waiting_for_the_day_to_turn() == 0
