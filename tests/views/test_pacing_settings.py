"""Energy and pacing: a switch that is off at first, numbers of the person's own, each change kept at once."""

from __future__ import annotations

from dataclasses import replace

import flet as ft
import pytest

from domain.errors import StorageFull
from domain.models import Preferences
from domain.pacing import Pacing
from tests.driver import Driver
from tests.views.conftest import Launch
from tests.views.fakes import FakeRecords

ROUTE = "/settings/energy"
ON = Pacing(is_on=True)
SIZES = ["Size, Tiny", "Size, Gentle", "Size, Full"]
ENERGIES = ["Energy, Empty", "Energy, Low", "Energy, Some", "Energy, Good", "Energy, Full"]


async def opened(launch: Launch, pacing: Pacing = ON, text_size: int = 100) -> Driver:
    records = FakeRecords((), Preferences(text_size=text_size))
    records.pacing.kept = pacing
    return await launch(records=records, route=ROUTE)


def numbers(app: Driver) -> list[str]:
    """The numbers as a screen reader says them."""
    spoken = [c.semantics_label for c in app.controls() if isinstance(c, ft.Text) and c.semantics_label]
    return [said for said in spoken if said.split(", ")[0] in ("Size", "Energy")]


async def test_it_is_off_at_first_and_says_what_it_does(launch: Launch) -> None:
    app = await opened(launch, Pacing())
    assert app.headings() == [(1, "Energy and pacing"), (2, "A budget for the day")]
    assert app.sees("Off")
    assert app.sees("Over the day's budget, Tend adds one gentle sentence and blocks nothing.")
    assert app.sees("The numbers are your own.")
    assert numbers(app) == []


async def test_the_switch_is_kept_at_once_and_shows_the_numbers(launch: Launch) -> None:
    app = await opened(launch, Pacing())
    await app.tap("A budget for the day")
    assert app.records.pacing.kept == ON
    assert app.sees("On")
    assert [heading for _, heading in app.headings()[2:]] == ["What each size takes", "What each energy gives"]
    assert numbers(app) == [
        *("Size, Tiny, 1", "Size, Gentle, 2", "Size, Full, 4"),
        *("Energy, Empty, 1", "Energy, Low, 2", "Energy, Some, 4", "Energy, Good, 7", "Energy, Full, 10"),
    ]
    await app.tap("A budget for the day")
    assert app.records.pacing.kept == Pacing()
    assert numbers(app) == []


async def test_the_switch_says_how_it_stands_to_a_screen_reader(launch: Launch) -> None:
    app = await opened(launch)
    (merged,) = [c for c in app.controls() if isinstance(c, ft.MergeSemantics) and isinstance(c.content, ft.Semantics)]
    assert (merged.content.label, merged.content.content.value) == ("A budget for the day", True)


@pytest.mark.parametrize(
    ("name", "pacing"),
    [
        ("Size, Tiny", replace(ON, tiny=2)),
        ("Size, Gentle", replace(ON, gentle=3)),
        ("Size, Full", replace(ON, full=5)),
        ("Energy, Empty", replace(ON, budget=(2, 2, 4, 7, 10))),
        ("Energy, Low", replace(ON, budget=(1, 3, 4, 7, 10))),
        ("Energy, Some", replace(ON, budget=(1, 2, 5, 7, 10))),
        ("Energy, Good", replace(ON, budget=(1, 2, 4, 8, 10))),
        ("Energy, Full", replace(ON, budget=(1, 2, 4, 7, 11))),
    ],
)
async def test_each_number_goes_up_and_down_by_one_and_is_kept(launch: Launch, name: str, pacing: Pacing) -> None:
    app = await opened(launch)
    await app.tap(f"One more: {name}")
    assert app.records.pacing.kept == pacing
    await app.tap(f"One less: {name}")
    assert app.records.pacing.kept == ON


async def test_two_quick_taps_both_count(launch: Launch) -> None:
    app = await opened(launch)
    await app.tap("One more: Size, Tiny", "One more: Size, Tiny", "One more: Energy, Low", "One more: Energy, Low")
    assert app.records.pacing.kept == replace(ON, tiny=3, budget=(1, 4, 4, 7, 10))


async def test_numbers_stay_between_0_and_20(launch: Launch) -> None:
    app = await opened(launch, replace(ON, tiny=0, budget=(1, 2, 4, 7, 20)))
    await app.tap("One less: Size, Tiny")
    await app.tap("One more: Energy, Full")
    assert app.records.pacing.kept == replace(ON, tiny=0, budget=(1, 2, 4, 7, 20))
    assert "Size, Tiny, 0" in numbers(app)
    assert "Energy, Full, 20" in numbers(app)


async def test_tends_numbers_come_back_and_the_change_can_be_undone(launch: Launch) -> None:
    own = Pacing(True, 3, 5, 9, (0, 1, 2, 3, 4))
    app = await opened(launch, own)
    await app.tap("Use Tend's numbers")
    assert app.records.pacing.kept == ON
    assert "Use Tend's numbers" not in app.buttons()
    await app.tap("Undo")
    assert app.records.pacing.kept == own
    assert "Undo" not in app.buttons()


async def test_with_tends_numbers_there_is_nothing_to_reset(launch: Launch) -> None:
    app = await opened(launch)
    assert "Use Tend's numbers" not in app.buttons()


async def test_undo_after_the_switch_was_turned_leaves_the_switch(launch: Launch) -> None:
    app = await opened(launch, replace(ON, tiny=3))
    await app.tap("Use Tend's numbers")
    await app.tap("A budget for the day")
    await app.tap("A budget for the day")
    await app.tap("Undo")
    assert app.records.pacing.kept == replace(ON, tiny=3)


async def test_a_refusal_is_said_in_place(launch: Launch) -> None:
    app = await opened(launch)
    app.records.pacing.refuse = StorageFull("quota")
    await app.tap("One more: Size, Tiny")
    assert app.sees("There is no room left here.")
    assert "Size, Tiny, 2" in numbers(app)
    assert app.records.pacing.kept == ON
    app.records.pacing.refuse = None
    await app.tap("One more: Size, Tiny")
    assert app.records.pacing.kept == replace(ON, tiny=3)
    assert not app.sees("There is no room left here.")


async def test_a_number_the_device_refused_is_kept_once_there_is_room(launch: Launch) -> None:
    app = await opened(launch)
    app.records.pacing.refuse = StorageFull("quota")
    await app.tap("One more: Size, Tiny")
    assert app.sees("Not saved yet. Tend keeps trying.")
    app.records.pacing.refuse = None
    await app.tap("Try again")
    assert app.records.pacing.kept == replace(ON, tiny=2)
    assert not app.sees("Not saved yet.")


@pytest.mark.parametrize("text_size", [100, 200])
async def test_every_button_has_a_name_of_its_own(launch: Launch, text_size: int) -> None:
    app = await opened(launch, text_size=text_size)
    steps = [f"{one}: {name}" for name in (*SIZES, *ENERGIES) for one in ("One less", "One more")]
    found = app.buttons()
    assert [name for name in found if name.startswith("One ")] == steps


async def test_the_row_in_settings_says_how_it_stands(launch: Launch) -> None:
    app = await opened(launch)
    await app.go("/settings")
    await app.tap("Energy and pacing A budget for the day. On.")
    await app.tap("A budget for the day")
    await app.tap("Back")
    assert "Energy and pacing A budget for the day. Off." in app.buttons()
