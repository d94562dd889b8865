"""The hope box between two windows, two taps and a lock; and from the skill that is done with it."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import Any

from domain.errors import TooManyPhotos
from domain.hopes import Hope, HopeKind
from domain.skills import Skill
from storage.skills_content import built_in
from tests.views.conftest import Launch
from tests.views.fakes import FakeClock, FakePage, FakeRecords
from tests.views.test_hopes import BOX, LINK, PHOTO, PICTURE, WORDS
from views.state import TendState

STEPS = Skill("stop", "Stop and step back", steps=("Stop.", "Step back."))


async def test_the_skill_of_the_hope_box_opens_it_and_goes_on_where_it_was(launch: Launch) -> None:
    held = FakeRecords(built_in=(*built_in(), STEPS))
    app = await launch(records=held, route="/skills/hope-box/play")
    await app.tap("Next")
    await app.tap("Hope box")
    assert app.page.route == "/hopes"
    await app.tap("Add words")
    await app.write("Words that help me hold on", "It passes.")
    await app.tap("Save")
    await app.tap("Back")
    assert (app.page.route, "Step 2 of 5" in app.words()) == ("/skills/hope-box/play", True)
    assert [use.skill_id for use in app.records.uses.all()] == ["hope-box"]
    await app.go("/skills/stop/play")
    assert "Hope box" not in app.buttons()


def locked(*hopes: Hope) -> tuple[TendState, FakeRecords]:
    """A state whose lock closed, with the records it is opened with again."""
    records = FakeRecords(hopes=hopes)
    state = TendState.load(records, FakeClock(), page=FakePage())
    state.lock()
    return state, records


async def turns() -> None:
    for _ in range(5):
        await asyncio.sleep(0)


async def test_two_quick_taps_open_one_picker(launch: Launch) -> None:
    app = await launch(records=FakeRecords(), route="/hopes")
    app.state.page, wait = FakePage(PICTURE, PICTURE), asyncio.Event()
    at_once = app.state.page.pick_photo

    async def slowly(limit: int) -> Any:
        await wait.wait()
        return await at_once(limit)

    app.state.page.pick_photo = slowly
    tapping = asyncio.ensure_future(app.tap("Add a photo", "Add a photo"))
    await asyncio.sleep(0.01)
    wait.set()
    await tapping
    assert (len(app.records.hopes.all()), len(app.state.page.to_pick)) == (1, 1)
    await app.tap("Add a photo")
    assert len(app.records.hopes.all()) == 2


async def test_a_photo_picked_behind_the_lock_stands_in_front_once_it_is_open() -> None:
    state, records = locked(replace(WORDS, place=-3))
    adding = asyncio.ensure_future(state.hope_box.add(HopeKind.PHOTO, photo=PICTURE))
    await turns()
    assert (adding.done(), list(state.hope_box.hopes.all())) == (False, [])
    state.adopt(records)
    await adding
    assert [(hope.kind, hope.place) for hope in records.hopes.all()] == [(HopeKind.PHOTO, -4), (HopeKind.WORDS, -3)]


async def test_a_photo_picked_behind_the_lock_counts_with_those_that_are_there() -> None:
    state, records = locked(*(replace(PHOTO, id=f"p{n}", place=n) for n in range(24)))
    adding = asyncio.ensure_future(state.hope_box.add(HopeKind.PHOTO, photo=PICTURE))
    await turns()
    state.adopt(records)
    (said,) = await asyncio.gather(adding, return_exceptions=True)
    assert (type(said), len(records.hopes.all())) == (TooManyPhotos, 24)


async def test_a_photo_picked_behind_the_lock_goes_with_everything_that_is_erased() -> None:
    state, records = locked()
    adding = asyncio.ensure_future(state.hope_box.add(HopeKind.PHOTO, photo=PICTURE))
    await turns()
    state.hope_box.drafts.give_up()
    state.adopt(records)
    await adding
    assert (records.hopes.all(), dict(state.hope_box.drafts)) == ((), {})


async def test_what_is_said_otherwise_while_things_are_moved_stays() -> None:
    records = FakeRecords(hopes=BOX)
    state = TendState.load(records, FakeClock(), page=FakePage())
    records.hopes.gate = asyncio.Event()
    moving = asyncio.ensure_future(state.hope_box.move("l", -1))
    await turns()
    saying = asyncio.ensure_future(state.hope_box.change("p", words="The sea at dawn"))
    await turns()
    records.hopes.gate.set()
    await asyncio.gather(moving, saying)
    there = [replace(LINK, place=1), replace(PHOTO, words="The sea at dawn", place=2)]
    assert list(records.hopes.all())[1:] == there
