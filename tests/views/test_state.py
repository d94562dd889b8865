"""The state without a screen: what counts, in which order it is written, and what a refusal leaves behind."""

from __future__ import annotations

import asyncio

import pytest

from domain.check_ins import Question
from domain.errors import StorageFull, StorageLocked
from domain.models import Appearance, CheckIn, Preferences
from domain.safety import Device, Keeping
from tests.domain.samples import made
from tests.views.fakes import FakeClock, FakePage, FakeRecords
from views.state import TendState


def state_of(*check_ins: CheckIn) -> tuple[TendState, FakeRecords]:
    records = FakeRecords(check_ins)
    return TendState.load(records, FakeClock(), page=FakePage()), records


def answers(check_ins: object) -> list[tuple[int | None, int | None]]:
    return [(check_in.mood, check_in.energy) for check_in in check_ins]


async def begun(*actions: object) -> list[asyncio.Task[None]]:
    """The actions, begun in this order, each as far as it comes."""
    tasks = [asyncio.ensure_future(action) for action in actions]
    for _ in range(5):
        await asyncio.sleep(0)
    return tasks


async def test_two_quick_taps_while_a_save_waits_both_count() -> None:
    state, records = state_of()
    gate = records.check_ins.gate = asyncio.Event()
    tasks = await begun(state.tap(Question.MOOD, 2), state.tap(Question.ENERGY, 4))
    assert answers(state.check_ins) == [(2, 4)]
    assert records.check_ins.all() == ()
    assert not state.log.is_saved(state.check_ins[0].id)
    gate.set()
    await asyncio.gather(*tasks)
    assert answers(records.check_ins.all()) == [(2, 4)]
    assert (state.log.unsaved, state.log.refused) == ((), frozenset())


async def test_an_earlier_save_that_ends_late_does_not_call_the_later_one_saved() -> None:
    state, records = state_of()
    gate = records.check_ins.gate = asyncio.Event()
    tasks = await begun(state.change(made(id="a", mood=1)), state.change(made(id="a", mood=2)))
    saved: list[bool] = []
    honest = records.check_ins.save

    async def noting(check_in: CheckIn) -> None:
        await honest(check_in)
        saved.append(state.log.is_saved("a"))

    records.check_ins.save = noting
    gate.set()
    await asyncio.gather(*tasks)
    assert saved == [False]  # the second was still to come when its own write had just ended
    assert state.log.is_saved("a")
    assert answers(state.log.kept) == [(2, None)]


async def test_a_refused_save_stays_and_a_later_one_of_another_does_not_take_it_along() -> None:
    state, records = state_of()
    records.check_ins.refuse = StorageFull("quota")
    await state.change(made("8:00", id="a", mood=1))
    records.check_ins.refuse = None
    await state.change(made("9:00", id="b", mood=2))
    assert state.is_refused
    assert (state.log.is_saved("a"), state.log.is_saved("b")) == (False, True)
    assert [check_in.id for check_in in state.check_ins] == ["a", "b"]
    assert [check_in.id for check_in in records.check_ins.all()] == ["b"]
    await state.try_again()
    assert not state.is_refused
    assert [check_in.id for check_in in records.check_ins.all()] == ["a", "b"]


async def test_a_refusal_is_kept_as_the_problem_until_something_succeeds() -> None:
    state, records = state_of()
    refusal = records.check_ins.refuse = StorageFull("quota")
    await state.change(made(id="a"))
    assert state.problem is refusal
    records.check_ins.refuse = None
    await state.try_again()
    assert state.problem is None


async def test_check_ins_stand_by_their_time_saved_or_not() -> None:
    state, records = state_of(made("8:00", 1, id="b"), made("7:00", 3, id="c"))
    records.check_ins.refuse = StorageFull("quota")
    await state.change(made("9:00", 2, id="a"))
    await state.change(made("8:00", 1, id="b", mood=5))
    assert [check_in.id for check_in in state.check_ins] == ["c", "a", "b"]
    assert [check_in.id for check_in in state.log.kept] == ["c", "b"]
    assert state.log.get("b").mood == 5
    records.check_ins.refuse = None
    await state.try_again()
    assert [check_in.id for check_in in state.log.kept] == ["c", "a", "b"]


async def test_a_delete_of_what_was_never_saved_leaves_nothing_waiting() -> None:
    state, records = state_of()
    records.check_ins.refuse = StorageFull("quota")
    await state.change(made(id="a"))
    records.check_ins.refuse = None
    await state.delete(state.check_ins[0])
    assert (state.log.unsaved, state.log.refused, list(state.check_ins)) == ((), frozenset(), [])


async def test_a_refused_delete_can_not_be_undone_and_deletes_nothing() -> None:
    state, records = state_of(made(id="a"))
    records.check_ins.refuse = StorageFull("quota")
    await state.delete(state.check_ins[0])
    assert state.deleted is None
    assert [check_in.id for check_in in state.check_ins] == ["a"]


async def test_a_choice_of_looks_counts_at_once_and_is_remembered_beside_the_records() -> None:
    state, records = state_of()
    await state.prefer(appearance=Appearance.DARK)
    await state.prefer(text_size=150)
    assert state.preferences == records.preferences.kept == Preferences(Appearance.DARK, 150)
    assert state.page.looks == [Preferences(Appearance.DARK, 100), Preferences(Appearance.DARK, 150)]


async def test_a_refused_choice_of_looks_still_helps_and_goes_along_with_the_next() -> None:
    state, records = state_of()
    records.preferences.refuse = StorageFull("quota")
    await state.prefer(appearance=Appearance.DARK)
    assert (state.preferences.appearance, records.preferences.kept.appearance) == (Appearance.DARK, Appearance.PHONE)
    records.preferences.refuse = None
    await state.prefer(text_size=90)
    assert records.preferences.kept == Preferences(Appearance.DARK, 90)


async def test_a_fact_about_the_device_counts_only_once_it_is_kept() -> None:
    state, records = state_of()
    records.device.refuse = StorageFull("quota")
    await state.set_device(backups=1)
    assert state.device == Device()
    records.device.refuse = None
    await state.set_device(backups=1)
    await state.set_device(lock_after_minutes=15)
    assert state.device == records.device.kept == Device(backups=1, lock_after_minutes=15)


async def test_one_action_writes_at_a_time_in_the_order_they_were_done() -> None:
    state, _ = state_of()
    said: list[str] = []

    async def write(name: str, turns: int) -> None:
        said.append(f"{name} begins")
        for _ in range(turns):
            await asyncio.sleep(0)
        said.append(f"{name} ends")

    await asyncio.gather(*(state.attempt(lambda n=n, t=t: write(n, t)) for n, t in (("a", 3), ("b", 0), ("c", 1))))
    assert said == ["a begins", "a ends", "b begins", "b ends", "c begins", "c ends"]


async def test_what_is_written_while_locked_waits_and_is_not_lost() -> None:
    state, records = state_of(made("8:00", 1, id="a"))
    state.lock()
    await state.change(made(id="b"))
    assert isinstance(state.problem, StorageLocked)
    assert [check_in.id for check_in in records.check_ins.all()] == ["a"]
    state.adopt(records)
    await state.try_again()
    assert [check_in.id for check_in in records.check_ins.all()] == ["a", "b"]


async def test_locking_forgets_everything_that_is_saved() -> None:
    state, _ = state_of(made("8:00", 1, id="a", note="rain"))
    await state.tap(Question.MOOD, 3)
    state.draft = ("/history/now", made(note="sun"))
    state.lock()
    assert (state.records, state.log.kept, state.log.unsaved, state.draft) == (None, (), (), None)
    assert (state.taps, state.touched, state.deleted) == ((), None, None)
    assert list(state.check_ins) == []
    assert state.log.get("a") is None


@pytest.mark.parametrize(
    ("keeping", "can_write"),
    [(Keeping.KEPT, True), (Keeping.NOT_KEPT, True), (Keeping.ELSEWHERE, False)],
)
async def test_what_can_be_written_is_said_by_how_the_records_are_kept(keeping: Keeping, can_write: bool) -> None:
    records = FakeRecords()
    records.keeping = keeping
    assert TendState.load(records, FakeClock()).can_write is can_write


async def test_words_written_while_an_older_version_is_tried_again_are_the_ones_that_stay() -> None:
    state, records = state_of()
    records.check_ins.refuse = StorageFull("quota")
    await state.change(made("8:00", id="a", note="first"))
    await state.change(made("8:10", id="b", note="old"))
    records.check_ins.refuse = None
    gate = records.check_ins.gate = asyncio.Event()
    tasks = await begun(state.try_again(), state.change(made("8:10", id="b", note="new words")))
    gate.set()
    await asyncio.gather(*tasks)
    assert {check_in.note for check_in in records.check_ins.all()} == {"first", "new words"}
    assert (state.log.unsaved, state.log.refused) == ((), frozenset())


async def test_what_is_deleted_while_an_older_version_is_tried_again_stays_deleted() -> None:
    state, records = state_of()
    records.check_ins.refuse = StorageFull("quota")
    await state.change(made("8:00", id="a"))
    await state.change(made("8:10", id="b"))
    records.check_ins.refuse = None
    gate = records.check_ins.gate = asyncio.Event()
    tasks = await begun(state.try_again(), state.delete(made("8:10", id="b")))
    gate.set()
    await asyncio.gather(*tasks)
    assert [check_in.id for check_in in records.check_ins.all()] == ["a"]


async def test_whatever_else_goes_wrong_in_a_save_is_said_and_tried_again() -> None:
    state, records = state_of()

    async def breaks(check_in: CheckIn) -> None:
        raise TypeError("not the device's own refusal")

    honest, records.check_ins.save = records.check_ins.save, breaks
    with pytest.raises(TypeError):
        await state.change(made(id="a"))
    assert state.is_refused
    records.check_ins.save = honest
    await state.try_again()
    assert [check_in.id for check_in in records.check_ins.all()] == ["a"]
    assert not state.is_refused
