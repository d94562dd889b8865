"""Delete everything: two steps, a way out of both, and nothing left."""

from __future__ import annotations

import pytest

from domain.errors import StorageBroken, StorageBusy, StorageFull
from domain.models import Appearance, Preferences
from tests.domain.samples import made
from tests.driver import Driver
from tests.views.conftest import Launch
from tests.views.device import PASSPHRASE, FakeDevice, filled, kept_on

KEPT = made("8:00", 1, note="rain")
FIRST, SECOND = "Delete everything on this device?", "This cannot be undone."
LOCKED = "Tend is locked"
OK = "Mood, OK, 3 of 5"


async def delete(app: Driver) -> None:
    await app.tap("Delete")
    await app.tap("Delete for good")


async def test_it_asks_twice_and_the_way_out_comes_first_both_times(launch_vault: Launch) -> None:
    app = await launch_vault(await filled(KEPT), route="/settings/erase")
    assert app.words()[app.words().index(FIRST) :] == [
        FIRST,
        "Backup files you saved stay where they are.",
        "Keep it",
        "Back up first",
        "Delete",
    ]
    await app.tap("Delete")
    assert app.words()[app.words().index(SECOND) :] == [
        SECOND,
        "Every word on this device goes. Tend starts as new.",
        "Keep it",
        "Delete for good",
    ]


@pytest.mark.parametrize("steps", [0, 1])
async def test_keep_it_leads_back_and_keeps_everything(launch_vault: Launch, steps: int) -> None:
    device = await filled(KEPT)
    app = await launch_vault(device)
    await app.tap("Delete everything Asks twice first.")
    for _ in range(steps):
        await app.tap("Delete")
    (keep,) = [c for c in app.controls() if getattr(c, "autofocus", False)]
    assert keep.content.value == "Keep it"
    await app.tap("Keep it")
    assert "My data" in app.words()
    assert await kept_on(device) == [KEPT]


async def test_who_leaves_after_the_first_step_begins_with_it_again(launch_vault: Launch) -> None:
    app = await launch_vault(await filled(KEPT))
    for _ in range(2):
        await app.tap("Delete everything Asks twice first.")
        assert FIRST in app.words()
        await app.tap("Delete")
        await app.tap("Back")


async def test_back_up_first_leads_to_a_backup_and_back_to_the_question(launch_vault: Launch) -> None:
    app = await launch_vault(await filled(KEPT), route="/settings/erase")
    await app.tap("Back up first")
    await app.tap("Open to read")
    await app.tap("Save the file")
    assert len(app.around.saved) == 1
    await app.tap("Back")
    assert FIRST in app.words()


async def test_delete_for_good_leaves_no_byte_and_starts_as_new(launch_vault: Launch) -> None:
    device = await filled(KEPT, preferences=Preferences(Appearance.DARK, 150))
    app = await launch_vault(device, route="/settings/erase")
    await delete(app)
    assert b"rain" not in b"".join(await device.contents())
    assert await kept_on(device) == []
    assert "How are you right now?" in app.words()
    assert app.page.theme.text_theme.body_medium.size == 16
    assert app.around.started_over == 1
    await app.tap(OK)
    assert [check_in.mood for check_in in await kept_on(device)] == [3]


async def test_what_was_not_saved_yet_goes_too(launch_vault: Launch) -> None:
    device = await filled(KEPT)
    app = await launch_vault(device, route="/")
    device.refuse_writing = StorageFull("quota")
    await app.tap(OK)
    device.refuse_writing = None
    await app.go("/settings/erase")
    await delete(app)
    assert app.chosen() == []
    assert not app.sees("Not saved yet")
    assert await kept_on(device) == []


async def locked(launch_vault: Launch) -> tuple[Driver, FakeDevice]:
    device = await filled(KEPT, passphrase=PASSPHRASE)
    app = await launch_vault(device, route="/")
    return app, device


async def test_who_forgot_the_passphrase_can_delete_and_start_as_new(launch_vault: Launch) -> None:
    app, device = await locked(launch_vault)
    assert "Forgot it? No one can open these words. You can delete them and bring in a backup." in app.words()
    await app.tap("Delete everything")
    assert FIRST in app.words()
    assert "Back up first" not in app.buttons()  # nobody could open it
    await delete(app)
    assert "How are you right now?" in app.words()
    assert not app.state.has_lock
    assert await kept_on(device) == []


async def test_from_the_locked_screen_keep_it_leads_back_to_it(launch_vault: Launch) -> None:
    app, _ = await locked(launch_vault)
    await app.tap("Delete everything")
    await app.tap("Delete")
    await app.tap("Keep it")
    assert LOCKED in app.words()


async def test_a_device_that_will_not_delete_says_so_and_everything_goes_on(
    launch_vault: Launch, errors_expected: list[str]
) -> None:
    errors_expected.append("StorageBroken")
    device = await filled(KEPT)
    app = await launch_vault(device, route="/settings/erase")
    device.refuse_erasing = StorageBroken("io")
    await delete(app)
    assert "That did not work." in app.words()
    assert app.around.started_over == 0
    await app.go("/")
    await app.tap(OK)
    assert app.sees("Saved 9:12")
    assert [check_in.mood for check_in in await kept_on(device)] == [None, 3]


async def test_while_another_window_has_the_records_they_stay_and_can_be_read(
    launch_vault: Launch, errors_expected: list[str]
) -> None:
    errors_expected.append("StorageBusy")
    device = await filled(KEPT)
    await launch_vault(device)
    app = await launch_vault(device, route="/settings/erase")
    device.refuse_erasing = StorageBusy("held")
    await delete(app)
    assert "Tend is open in another tab." in app.words()
    await app.go("/history")
    assert app.sees("rain")


async def test_encrypted_records_that_could_not_be_deleted_are_locked(
    launch_vault: Launch, errors_expected: list[str]
) -> None:
    errors_expected.append("StorageBroken")
    app, device = await locked(launch_vault)
    await app.write("Passphrase", PASSPHRASE)
    await app.tap("Open Tend")
    await app.go("/settings/erase")
    device.refuse_erasing = StorageBroken("io")
    await delete(app)
    assert "That did not work." in app.words()
    await app.go("/")
    assert LOCKED in app.words()
    await app.write("Passphrase", PASSPHRASE)
    await app.tap("Open Tend")
    assert OK in app.buttons()
