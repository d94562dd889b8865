"""Two windows on one device: one writes, the other reads and can ask for the records; no tap is lost between them."""

from __future__ import annotations

import pytest

from domain.safety import Keeping
from tests.domain.samples import made
from tests.driver import Driver
from tests.views.conftest import Launch
from tests.views.device import PASSPHRASE, FakeDevice, filled, kept_on

KEPT = made("6:00", 1, id="a", mood=1)
OK, GOOD = "Mood, OK, 3 of 5", "Energy, Good, 4 of 5"
ELSEWHERE, ADVICE = "Tend is open in another tab.", "Here you can read. To write, use Tend here."
HERE, LOCKED = "Use Tend here", "Tend is locked"
NOT_SAVED = "Not saved yet. To keep it, use Tend here."


async def both(launch_vault: Launch, passphrase: str | None = None) -> tuple[Driver, Driver, FakeDevice]:
    """A window that writes, and one that was opened after it."""
    device = await filled(KEPT, passphrase=passphrase)
    first = await launch_vault(device, route="/")
    if passphrase:
        await unlock(first)
    second = await launch_vault(device, route="/")
    if passphrase:
        await unlock(second)
    return first, second, device


async def unlock(app: Driver) -> None:
    await app.write("Passphrase", PASSPHRASE)
    await app.tap("Open Tend")


def moods(app: Driver) -> list[int | None]:
    return [check_in.mood for check_in in app.state.check_ins]


async def test_the_second_window_reads_and_offers_to_write(launch_vault: Launch) -> None:
    first, second, _ = await both(launch_vault)
    assert second.state.keeping is Keeping.ELSEWHERE
    assert {ELSEWHERE, ADVICE, HERE} <= set(second.words())
    assert ELSEWHERE not in first.words()
    assert moods(second) == [1]


async def test_taking_over_makes_the_first_window_the_reader(launch_vault: Launch) -> None:
    first, second, device = await both(launch_vault)
    await second.tap(HERE)
    await first.settle()
    assert ELSEWHERE not in second.words()
    assert ELSEWHERE in first.words()
    await second.tap(OK)
    assert second.sees("Saved 9:12")
    assert [check_in.mood for check_in in await kept_on(device)] == [1, 3]


async def test_the_window_that_was_asked_finishes_what_it_began(launch_vault: Launch) -> None:
    first, second, _ = await both(launch_vault)
    await first.tap(OK)
    await second.tap(HERE)
    assert moods(second) == [1, 3]
    assert second.chosen() == []  # it is folded: the other window made it
    assert "Check in again" in second.buttons()


async def test_a_tap_in_the_reading_window_is_not_called_saved_and_is_saved_on_taking_over(
    launch_vault: Launch,
) -> None:
    _, second, device = await both(launch_vault)
    await second.tap(OK, GOOD)
    assert NOT_SAVED in second.words()
    assert "Try again" not in second.buttons()
    assert not second.sees("Saved 9:12")
    assert await kept_on(device) == [KEPT]
    await second.tap(HERE)
    assert NOT_SAVED not in second.words()
    assert second.sees("Saved 9:12")
    assert [(c.mood, c.energy) for c in await kept_on(device)] == [(1, None), (3, 4)]


async def test_two_quick_taps_take_over_once(launch_vault: Launch) -> None:
    _, second, device = await both(launch_vault)
    before = device.opened
    await second.tap(HERE, HERE)
    assert device.opened == before + 1
    assert ELSEWHERE not in second.words()
    second.state.vault.shut()
    assert not device.held


async def test_a_window_that_does_not_let_go_leaves_a_sentence(launch_vault: Launch) -> None:
    _, second, device = await both(launch_vault)
    device.asked.clear()
    await second.tap(HERE)
    assert "Close the other one, then try again." in second.words()
    assert ADVICE in second.words()


async def test_the_reading_window_shows_what_the_other_saved_when_it_is_seen_again(launch_vault: Launch) -> None:
    first, second, _ = await both(launch_vault)
    await first.tap(OK)
    assert moods(second) == [1]
    second.around.seen(0.1)
    await second.settle()
    assert moods(second) == [1, 3]
    assert second.around.uncovered == 1


async def test_a_tap_in_the_reading_window_outlasts_being_seen_again(launch_vault: Launch) -> None:
    _, second, _ = await both(launch_vault)
    await second.tap(OK)
    second.around.seen(9)
    await second.settle()
    assert second.chosen() == [OK]
    assert NOT_SAVED in second.words()


async def test_seen_again_and_taking_over_at_once_end_with_one_holder(launch_vault: Launch) -> None:
    _, second, device = await both(launch_vault)
    second.around.seen(9)
    await second.tap(HERE)
    assert second.state.keeping is Keeping.KEPT
    await second.tap(OK)
    assert second.sees("Saved 9:12")
    second.state.vault.shut()
    assert not device.held


async def test_they_can_hand_the_records_back_and_forth(launch_vault: Launch) -> None:
    first, second, device = await both(launch_vault)
    for asking in (second, first, second):
        await asking.tap(HERE)
        await first.settle()
        await second.settle()
    assert [first.state.keeping, second.state.keeping] == [Keeping.ELSEWHERE, Keeping.KEPT]
    await second.tap(OK)
    assert len(await kept_on(device)) == 2


async def test_with_a_lock_each_window_asks_for_the_passphrase(launch_vault: Launch) -> None:
    first, second, device = await both(launch_vault, PASSPHRASE)
    assert ELSEWHERE in second.words()
    await second.tap(HERE)
    await first.settle()
    assert LOCKED in first.words()  # it forgot everything when it let go
    assert LOCKED in second.words()
    await unlock(second)
    assert ELSEWHERE not in second.words()
    await second.tap(OK)
    assert [check_in.mood for check_in in await kept_on(device, PASSPHRASE)] == [1, 3]


async def test_with_a_lock_a_tap_in_the_reading_window_is_saved_once_it_was_opened(launch_vault: Launch) -> None:
    _, second, device = await both(launch_vault, PASSPHRASE)
    await second.tap(OK)
    await second.tap(HERE)
    assert LOCKED in second.words()
    await second.write("Passphrase", "four brown words here")
    await second.tap("Open Tend")
    assert "This passphrase does not fit." in second.words()
    await unlock(second)
    assert "Check in again" in second.buttons()
    assert [check_in.mood for check_in in await kept_on(device, PASSPHRASE)] == [1, 3]


async def test_with_a_lock_the_reading_window_asks_again_only_when_it_is_time(launch_vault: Launch) -> None:
    _, second, _ = await both(launch_vault, PASSPHRASE)
    second.around.seen(4.9)
    await second.settle()
    assert OK in second.buttons()
    second.around.seen(5)
    await second.settle()
    assert LOCKED in second.words()


async def test_a_locked_window_lets_go_at_once_when_it_is_asked(launch_vault: Launch) -> None:
    first, second, _ = await both(launch_vault, PASSPHRASE)
    first.around.seen(5)
    await first.settle()
    assert LOCKED in first.words()
    await second.tap(HERE)
    await unlock(second)
    assert ELSEWHERE not in second.words()


async def test_a_lock_set_in_the_other_window_locks_the_reading_one_when_it_is_seen(launch_vault: Launch) -> None:
    first, second, _ = await both(launch_vault)
    await first.go("/settings/lock")
    await first.write("Passphrase", PASSPHRASE)
    await first.write("The same again", PASSPHRASE)
    await first.tap("Lock Tend")
    second.around.seen(0)
    await second.settle()
    assert LOCKED in second.words()
    await unlock(second)
    assert ELSEWHERE in second.words()


@pytest.mark.parametrize("route", ["/settings/lock", "/settings"])
async def test_what_the_reading_window_cannot_change_it_refuses_in_one_sentence(
    launch_vault: Launch, route: str
) -> None:
    _, second, device = await both(launch_vault)
    await second.go(route)
    if route == "/settings":
        await second.tap("Dark")
    else:
        await second.write("Passphrase", PASSPHRASE)
        await second.write("The same again", PASSPHRASE)
        await second.tap("Lock Tend")
    assert second.words().count("Here you can read.") == 1
    assert await kept_on(device) == [KEPT]
