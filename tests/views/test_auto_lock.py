"""Locking by itself: after exactly the time that was chosen, never over something that is not saved."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest

from domain.errors import StorageFull
from domain.safety import Device
from tests.domain.samples import made
from tests.driver import Driver
from tests.views.conftest import Launch
from tests.views.device import PASSPHRASE, FakeDevice, filled, kept_on
from views.keeping import TIDY_AFTER

LOCKED = "Tend is locked"
OK, LOW = "Mood, OK, 3 of 5", "Energy, Low, 2 of 5"
NOT_SAVED = "Not saved yet. Tend keeps trying."


async def unlocked(launch_vault: Launch, minutes: int = 5, route: str = "/") -> tuple[Driver, FakeDevice]:
    device = await filled(made("8:00", 1), device=Device(lock_after_minutes=minutes), passphrase=PASSPHRASE)
    app = await launch_vault(device, route=route)
    await unlock(app)
    return app, device


async def unlock(app: Driver) -> None:
    await app.write("Passphrase", PASSPHRASE)
    await app.tap("Open Tend")


async def later(app: Driver, **amount: float) -> bool:
    """Whether it is locked after that time."""
    app.clock.pass_time(**amount)
    await app.settle()
    return LOCKED in app.words()


async def away(app: Driver, minutes: float) -> bool:
    """Whether it is locked after so many minutes out of sight."""
    app.clock.pass_time(minutes=minutes)
    app.around.seen(minutes)
    await app.settle()
    return LOCKED in app.words()


@pytest.mark.parametrize("minutes", [1, 5])
async def test_untouched_it_locks_after_exactly_the_chosen_time(launch_vault: Launch, minutes: int) -> None:
    app, device = await unlocked(launch_vault, minutes)
    assert not await later(app, minutes=minutes, seconds=-1)
    assert await later(app, seconds=1)
    assert not device.held
    assert app.state.log.kept == ()


async def test_every_touch_begins_the_time_anew(launch_vault: Launch) -> None:
    app, _ = await unlocked(launch_vault, 5)
    assert not await later(app, minutes=4)
    await app.tap(OK)
    assert not await later(app, minutes=4, seconds=59)
    assert await later(app, seconds=1)


async def test_writing_is_a_touch(launch_vault: Launch) -> None:
    app, device = await unlocked(launch_vault, 1, route="/check-in/now")
    for words in ("r", "ra", "rain"):
        assert not await later(app, seconds=50)
        await app.write("Note", words)
    assert await later(app, seconds=60)
    assert [check_in.note for check_in in await kept_on(device, PASSPHRASE)] == ["", "rain"]


async def test_without_a_lock_nothing_locks(launch_vault: Launch) -> None:
    app = await launch_vault(await filled(made()), route="/")
    assert not await later(app, hours=5)
    assert not await away(app, 500)


async def test_with_when_i_leave_staying_does_not_lock_and_leaving_does(launch_vault: Launch) -> None:
    app, _ = await unlocked(launch_vault, 0)
    assert not await later(app, hours=5)
    assert await away(app, 0)


@pytest.mark.parametrize(("minutes", "gone"), [(1, 1), (5, 5), (60, 60), (0, 0.001)])
async def test_whoever_was_away_so_long_finds_it_locked_and_uncovered(
    launch_vault: Launch, minutes: int, gone: float
) -> None:
    app, _ = await unlocked(launch_vault, minutes)
    assert app.around.covers[-1] is True
    app.around.seen(gone)
    await app.settle()
    assert LOCKED in app.words()
    assert app.around.uncovered == 1


async def test_the_screen_is_uncovered_only_once_the_lock_stands_on_it(launch_vault: Launch) -> None:
    app, _ = await unlocked(launch_vault, 5)
    shown: list[bool] = []
    app.around.when_uncovered = lambda: shown.append(LOCKED in app.words())
    app.around.seen(5)
    await app.settle()
    assert shown == [True]


async def test_whoever_was_away_a_shorter_time_goes_on_where_they_were(launch_vault: Launch) -> None:
    app, _ = await unlocked(launch_vault, 5, route="/settings")
    app.around.seen(4.99)
    await app.settle()
    assert "My data" in app.words()
    assert app.around.uncovered == 1


async def test_a_shorter_time_counts_from_the_tap_that_chose_it(launch_vault: Launch) -> None:
    app, _ = await unlocked(launch_vault, 60, route="/settings/lock")
    assert not await later(app, seconds=90)
    await app.tap("1 minute")
    assert not await later(app, seconds=59)
    assert await later(app, seconds=1)


async def test_a_time_chosen_after_when_i_leave_counts_too(launch_vault: Launch) -> None:
    app, _ = await unlocked(launch_vault, 0, route="/settings/lock")
    assert not await later(app, minutes=10)
    await app.tap("5 minutes")
    assert not await later(app, minutes=4, seconds=59)
    assert await later(app, seconds=1)


async def test_a_lock_that_was_just_set_begins_its_time(launch_vault: Launch) -> None:
    app = await launch_vault(await filled(made()), route="/settings/lock")
    await app.write("Passphrase", PASSPHRASE)
    await app.write("The same again", PASSPHRASE)
    await app.tap("Lock Tend")
    assert not await later(app, minutes=4, seconds=59)
    assert await later(app, seconds=1)


async def test_unlocked_again_it_locks_again(launch_vault: Launch) -> None:
    app, _ = await unlocked(launch_vault, 1)
    for _ in range(2):
        assert await later(app, minutes=1)
        await unlock(app)
        assert OK in app.buttons()


async def test_what_is_not_saved_keeps_it_open_until_it_is_and_then_it_locks(
    launch_vault: Launch, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("views.components.check_in_card.RETRY_SECONDS", 0.01)
    app, device = await unlocked(launch_vault, 5)
    device.refuse_writing = StorageFull("quota")
    await app.tap(OK)
    assert not await later(app, minutes=5)
    assert not await away(app, 9)
    assert NOT_SAVED in app.words()
    assert app.chosen() == [OK]
    device.refuse_writing = None
    async with asyncio.timeout(5):
        while device.held:  # Tend keeps trying
            await asyncio.sleep(0)
    await app.settle()
    assert LOCKED in app.words()
    assert [check_in.mood for check_in in await kept_on(device, PASSPHRASE)] == [3, 3]


async def test_what_stays_unsaved_is_tried_again_after_the_same_time(launch_vault: Launch) -> None:
    app, device = await unlocked(launch_vault, 5)
    device.refuse_writing = StorageFull("quota")
    await app.tap(OK)
    for _ in range(2):
        assert not await later(app, minutes=5)
    device.refuse_writing = None
    assert not await later(app, minutes=4, seconds=59)
    assert await later(app, seconds=1)
    assert [check_in.mood for check_in in await kept_on(device, PASSPHRASE)] == [3, 3]
    assert app.clock.slept == [TIDY_AFTER, 300, 300, 300]


async def test_untouched_it_wakes_once_when_it_is_due(launch_vault: Launch) -> None:
    app, _ = await unlocked(launch_vault, 60)
    for _ in range(59):
        assert not await later(app, minutes=1)
    assert app.clock.slept == [TIDY_AFTER, 3600]
    assert await later(app, minutes=1)
    assert app.clock.slept == [TIDY_AFTER, 3600]


async def test_touches_are_looked_at_once_the_old_time_is_over(launch_vault: Launch) -> None:
    app, _ = await unlocked(launch_vault, 15, route="/people")
    for _ in range(14):
        assert not await later(app, minutes=1)
        await app.state.do(lambda: None)
    assert app.clock.slept == [TIDY_AFTER, 900]
    assert not await later(app, minutes=1)
    assert app.clock.slept == [TIDY_AFTER, 900, 840]


async def test_a_computer_that_slept_holds_no_lock_back(launch_vault: Launch) -> None:
    """Its timers stood still: the page says so at the first movement."""
    app, _ = await unlocked(launch_vault, 15)
    app.clock.now += timedelta(minutes=14)
    app.around.seen(14)
    await app.settle()
    assert LOCKED not in app.words()
    assert app.clock.slept[-1] == 60
    assert await later(app, minutes=1)


async def test_a_day_that_turned_meanwhile_is_seen_at_once(launch_vault: Launch) -> None:
    app = await launch_vault(await filled(made("8:00", 1)), route="/")
    assert "Good morning" in app.words()
    app.clock.now += timedelta(hours=9)
    app.around.seen(9 * 60)
    await app.settle()
    assert "Good evening" in app.words()


async def test_what_the_device_takes_at_the_last_moment_is_saved_before_it_locks(launch_vault: Launch) -> None:
    app, device = await unlocked(launch_vault, 5)
    device.refuse_writing = StorageFull("quota")
    await app.tap(OK)
    device.refuse_writing = None
    assert await away(app, 5)
    assert [check_in.mood for check_in in await kept_on(device, PASSPHRASE)] == [3, 3]


async def test_a_tap_that_waited_while_it_locked_is_saved_once_it_is_open(launch_vault: Launch) -> None:
    app, device = await unlocked(launch_vault, 5)
    await app.state.turn.acquire()  # the device is still at something
    app.around.seen(5)
    await app.settle()
    tap = asyncio.create_task(app.tap(OK))
    await app.settle()
    app.state.turn.release()
    await tap
    assert LOCKED in app.words()
    await unlock(app)
    assert "Check in again" in app.buttons()
    assert [check_in.mood for check_in in await kept_on(device, PASSPHRASE)] == [3, 3]


async def test_tend_trying_by_itself_is_no_touch(launch_vault: Launch, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("views.components.check_in_card.RETRY_SECONDS", 0.01)
    app, device = await unlocked(launch_vault, 5)
    device.refuse_writing = StorageFull("quota")
    await app.tap(OK)
    app.clock.pass_time(minutes=4)
    device.refuse_writing = None
    await asyncio.sleep(0.05)
    await app.settle()
    assert app.sees("Saved 9:12")
    assert await later(app, minutes=1)


async def test_an_open_sheet_is_gone_when_it_locks_and_its_words_are_kept(launch_vault: Launch) -> None:
    app, _ = await unlocked(launch_vault, 5, route="/check-in/now")
    await app.write("Note", "rain on the window")
    assert await later(app, minutes=5)
    assert not app.sees("rain")
    await unlock(app)
    assert app.field("Note").value == "rain on the window"


async def test_tidying_waits_for_a_quiet_moment_and_says_nothing(launch_vault: Launch) -> None:
    device = await filled(*(made("8:00", day, note="n" * 3_000) for day in range(40)))
    app = await launch_vault(device, route="/")
    before = [len(content) for content in await device.contents()]
    app.clock.pass_time(seconds=19)
    await app.settle()
    assert [len(content) for content in await device.contents()] == before
    device.refuse_writing = StorageFull("quota")
    app.clock.pass_time(seconds=1)
    await app.settle()
    assert "There is no room left here." not in app.words()
    device.refuse_writing = None
    again = await launch_vault(FakeDevice(*await device.contents()), route="/")
    again.clock.pass_time(seconds=20)
    await again.settle()
    assert not again.state.vault.database.ledger.wants_compaction
    assert len(again.state.log.kept) == 40
