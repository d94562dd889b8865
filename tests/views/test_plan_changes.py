"""The lines of My plan changed where they stand: moved, deleted and brought back, with ideas beside them."""

from __future__ import annotations

import asyncio
from dataclasses import replace

from domain.errors import StorageFull
from domain.plan import Part, PlanItem, Source
from tests.driver import Driver
from tests.views.conftest import Launch
from tests.views.plan_samples import BREATHE, CORNER, DAYS, EARLY, TEXTS, WITH_HALL, kept, unfolded


async def changing(launch: Launch, part: str, *items: PlanItem) -> Driver:
    app = await unfolded(launch, *items)
    await app.tap(f"Change: {part}")
    return app


async def test_a_refused_deletion_leaves_the_line(launch: Launch) -> None:
    app = await changing(launch, "Early signs: What I do", *EARLY)
    app.records.plan.refuse = StorageFull("quota")
    await app.tap("Delete: Walk to the corner")
    assert {"There is no room left here.", CORNER.words} <= set(app.words())
    assert "Deleted." not in app.words()


async def test_lines_move_among_things_to_do_and_people_apart(launch: Launch) -> None:
    dev = PlanItem("with-dev", Part.EARLY_ANSWERS, "Dev", "", 4, Source.PERSON, "dev")
    app = await changing(launch, "Early signs: What I do", *EARLY, dev)
    names = app.buttons()
    assert "Move down: Swim on Sundays" not in names
    assert "Move up: Mill Hall" not in names
    await app.tap("Move up: Dev", "Move down: Walk to the corner", "Move down: Walk to the corner")
    assert kept(app, Part.EARLY_ANSWERS) == [
        *("Longer breath out", "Swim on Sundays", "Walk to the corner", "Dev", "Mill Hall"),
    ]


async def test_a_line_passes_over_the_next_of_its_kind_whoever_stands_between(launch: Launch) -> None:
    items = (CORNER, replace(WITH_HALL, place=1), replace(BREATHE, place=2))
    app = await changing(launch, "Early signs: What I do", *items)
    await app.tap("Move down: Walk to the corner")
    assert kept(app, Part.EARLY_ANSWERS) == ["Longer breath out", "Mill Hall", "Walk to the corner"]


async def test_two_quick_moves_both_count(launch: Launch) -> None:
    items = [PlanItem(id, Part.EARLY_ANSWERS, f"Thing {id}", place=n) for n, id in enumerate("abcd")]
    app = await changing(launch, "Early signs: What I do", *items)
    app.records.plan.gate = asyncio.Event()
    tapping = asyncio.ensure_future(app.tap("Move down: Thing a", "Move down: Thing a"))
    await asyncio.sleep(0.01)
    app.records.plan.gate.set()
    await tapping
    assert kept(app, Part.EARLY_ANSWERS) == ["Thing b", "Thing c", "Thing a", "Thing d"]


async def test_a_deleted_line_comes_back_as_it_was(launch: Launch) -> None:
    app = await changing(launch, "Early signs: What I notice", *EARLY)
    await app.tap("Delete: I sleep in the day")
    assert ("Deleted." in app.words(), kept(app, Part.EARLY_SIGNS)) == (True, [TEXTS.words])
    await app.tap("Undo")
    assert app.records.plan.get("days") == DAYS
    assert "Deleted." not in app.words()


async def test_ideas_open_fill_in_nothing_and_close(launch: Launch) -> None:
    app = await unfolded(launch, *EARLY)
    await app.tap("Need ideas?: Early signs: What I notice")
    assert "What would a friend notice first?" in app.words()
    await app.tap("Close ideas: Early signs: What I notice")
    assert "What would a friend notice first?" not in app.words()
    assert app.records.plan.all() == tuple(sorted(EARLY, key=lambda item: (item.place, item.id)))
