"""One value of a kind, refused by the device: it stands, waits, and is tried again as records are."""

from __future__ import annotations

import asyncio

import pytest

from domain.errors import StorageFull
from domain.goals import Size
from domain.pacing import Pacing
from domain.skill_choices import SkillChoices
from domain.skills import Skill
from domain.today import Choice
from tests.views.fakes import FakeClock, FakePage, FakeRecords
from tests.views.goal_samples import PLOT
from views.state import TendState


def refusing() -> tuple[TendState, FakeRecords]:
    """A state whose device takes neither a budget nor a choice."""
    records = FakeRecords(goals=[PLOT])
    records.pacing.refuse = records.choice.refuse = StorageFull("quota")
    return TendState.load(records, FakeClock(), page=FakePage()), records


def relent(records: FakeRecords) -> None:
    records.pacing.refuse = records.choice.refuse = None


async def test_what_is_refused_stands_and_is_tried_again() -> None:
    state, records = refusing()
    await state.aims.set_pacing(is_on=True)
    await state.aims.choose(("plot",))
    assert state.is_refused
    assert (state.aims.pacing.is_on, state.aims.choice.goal_ids) == (True, ("plot",))
    relent(records)
    await state.try_again()
    assert not state.is_refused
    assert (records.pacing.kept, records.choice.kept) == (Pacing(is_on=True), state.aims.choice)


async def test_one_that_is_kept_does_not_take_another_that_waits_along() -> None:
    state, records = refusing()
    await state.aims.set_pacing(is_on=True)
    records.choice.refuse = None
    await state.aims.choose(None)
    assert state.is_refused
    assert records.choice.kept == Choice(FakeClock().now.date())


async def test_it_outlasts_the_lock_and_records_that_are_opened_anew() -> None:
    state, records = refusing()
    await state.aims.resize(PLOT, Size.FULL)
    state.lock()
    assert state.aims.choice is None
    relent(records)
    state.adopt(records)
    assert state.aims.choice.sizes == (("plot", Size.FULL),)
    await state.try_again()
    assert records.choice.kept.sizes == (("plot", Size.FULL),)


async def test_the_latest_one_is_the_one_that_is_kept() -> None:
    state, records = refusing()
    await state.aims.set_pacing(tiny=3)
    await state.aims.set_pacing(tiny=5)
    relent(records)
    await state.try_again()
    assert records.pacing.kept == Pacing(tiny=5)


async def test_one_chosen_while_an_earlier_one_is_on_its_way_is_kept_after_it() -> None:
    state, records = refusing()
    relent(records)
    gate, honest = asyncio.Event(), records.pacing.save

    async def slowly(pacing: Pacing) -> None:
        await gate.wait()
        await honest(pacing)

    records.pacing.save = slowly
    tasks = [asyncio.ensure_future(state.aims.set_pacing(tiny=tiny)) for tiny in (3, 5)]
    for _ in range(5):
        await asyncio.sleep(0)
    gate.set()
    await asyncio.gather(*tasks)
    assert (records.pacing.kept, state.is_refused) == (Pacing(tiny=5), False)


async def test_what_another_window_kept_is_shown_where_nothing_waits() -> None:
    state, records = refusing()
    relent(records)
    await state.aims.set_pacing(tiny=3)
    records.pacing.kept = Pacing(tiny=7)
    state.adopt(records)
    assert state.aims.pacing == Pacing(tiny=7)


async def test_once_everything_is_erased_nothing_waits() -> None:
    state, records = refusing()
    await state.aims.set_pacing(is_on=True)
    for shelf in state.shelves:
        shelf.give_up()
    relent(records)
    state.adopt(records)
    await state.try_again()
    assert (state.is_refused, state.aims.pacing, records.pacing.kept) == (False, Pacing(), Pacing())


async def test_whatever_else_goes_wrong_is_tried_again_too() -> None:
    state, records = refusing()

    async def breaks(_pacing: Pacing) -> None:
        raise TypeError("not the device's own refusal")

    honest, records.pacing.save = records.pacing.save, breaks
    with pytest.raises(TypeError):
        await state.aims.set_pacing(is_on=True)
    assert state.is_refused
    relent(records)
    records.pacing.save = honest
    await state.try_again()
    assert records.pacing.kept == Pacing(is_on=True)


async def test_leaving_a_screen_ends_what_could_be_undone_there_everywhere() -> None:
    state, _ = refusing()
    state.practice.deleted = object()
    state.aims.marked = object()
    state.outlook.hold_for(1)
    state.leave()
    assert (state.practice.deleted, state.aims.marked, state.outlook.held) == (None, None, None)


async def test_what_another_window_kept_meanwhile_stays_beside_what_waits_here() -> None:
    state, records = refusing()
    skill = Skill("walk", "Walk")
    records.skill_choices.refuse = StorageFull("quota")
    await state.practice.bookmark(skill)
    records.skill_choices.kept = SkillChoices(("sea", "tea"), hidden=("box",), buzzes=True)
    records.skill_choices.refuse = None
    state.adopt(records)
    await state.try_again()
    both = SkillChoices(("sea", "tea", "walk"), hidden=("box",), buzzes=True)
    assert (records.skill_choices.kept, state.practice.choices) == (both, both)
    await state.practice.bookmark(skill)
    assert records.skill_choices.kept == SkillChoices(("sea", "tea"), hidden=("box",), buzzes=True)


async def test_what_was_chosen_after_what_is_being_merged_is_made_from_it() -> None:
    state, records = refusing()
    relent(records)
    gate, honest = asyncio.Event(), records.pacing.save

    async def slowly(pacing: Pacing) -> None:
        await gate.wait()
        await honest(pacing)

    records.pacing.save, records.pacing.kept = slowly, Pacing(gentle=9)
    first = asyncio.ensure_future(state.aims.set_pacing(tiny=3))
    for _ in range(5):
        await asyncio.sleep(0)
    second = asyncio.ensure_future(state.aims.set_pacing(tiny=1, is_on=True))
    gate.set()
    await asyncio.gather(first, second)
    assert records.pacing.kept == state.aims.pacing == Pacing(is_on=True, tiny=1, gentle=9)
