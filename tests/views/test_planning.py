"""The plan apart from its screens: kept in order, taken out and brought back, ticked for a day."""

from __future__ import annotations

import asyncio
from datetime import date

import pytest

from domain.errors import TooMany
from domain.plan import MOST_IN_PART, Part, PlanItem, Source
from tests.views.fakes import FakeClock, FakeRecords
from views.state import TendState

ITEMS = [PlanItem("a", Part.ALONE, "Tea", place=0), PlanItem("b", Part.ALONE, "Shower", place=1)]


def state_with(*items: PlanItem) -> TendState:
    return TendState.load(FakeRecords(plan=items), FakeClock())


def words(state: TendState) -> list[str]:
    return [item.words for item in state.plan.items.all()]


def test_a_line_goes_to_the_end_of_its_part_and_says_what_it_was_picked_from() -> None:
    state = state_with(*ITEMS)
    asyncio.run(state.plan.add(Part.ALONE, " Walk \n", picked=(Source.SKILL, "walk")))
    kept = state.records.plan.all()[-1]
    assert (kept.words, kept.place, kept.source, kept.source_id) == ("Walk", 2, Source.SKILL, "walk")


def test_a_full_part_takes_no_more_and_keeps_what_it_has() -> None:
    state = state_with(*(PlanItem(f"{n:02}", Part.ALONE, "Tea", place=n) for n in range(MOST_IN_PART)))
    with pytest.raises(TooMany):
        asyncio.run(state.plan.add(Part.ALONE, "One more"))
    assert len(state.records.plan.all()) == 60


def test_lines_change_places_within_their_part_alone() -> None:
    other = PlanItem("c", Part.ASK, "Maya", place=1)
    state = state_with(*ITEMS, other)
    asyncio.run(state.plan.move("b", -1))
    assert [(item.id, item.place) for item in state.records.plan.all()] == [("b", 0), ("a", 1), ("c", 1)]


def test_a_line_taken_out_comes_back_as_it_was() -> None:
    state = state_with(*ITEMS)
    asyncio.run(state.plan.delete(ITEMS[0]))
    assert words(state) == ["Shower"]
    asyncio.run(state.plan.undo_delete())
    assert words(state) == ["Tea", "Shower"]
    assert list(state.records.plan.all()) == ITEMS


def test_what_was_deleted_meanwhile_is_not_changed_back_to_life() -> None:
    state = state_with(*ITEMS)
    asyncio.run(state.plan.change("gone", "Hello"))
    asyncio.run(state.plan.move("gone", 1))
    assert words(state) == ["Tea", "Shower"]
    asyncio.run(state.plan.change("a", "Green tea"))
    assert words(state) == ["Green tea", "Shower"]


def test_a_tick_is_of_its_day() -> None:
    state = state_with(PlanItem("s", Part.EARLY_SIGNS, "I pace"))
    asyncio.run(state.plan.tick("s"))
    assert state.plan.ticked == ("s",)
    assert state.records.plan_notes.load().ticked == ("s",)
    state.clock.pass_time(days=1)
    assert state.plan.ticked == ()


def test_a_day_to_look_again_is_kept_and_moves_on_once_it_was_done() -> None:
    state = state_with()
    asyncio.run(state.plan.look_again_on(date(2026, 12, 1)))
    assert state.records.plan_notes.load().review_on == date(2026, 12, 1)
    asyncio.run(state.plan.looked_over(date(2027, 3, 1)))
    kept = state.records.plan_notes.load()
    assert (kept.reviewed_on, kept.review_on) == (state.now.date(), date(2027, 3, 1))


def test_a_lock_hides_the_plan() -> None:
    state = state_with(*ITEMS)
    state.lock()
    assert list(state.plan.items.all()) == []
