"""The lock: set, changed and taken away; the screen that asks for the passphrase; Help now never behind it."""

from __future__ import annotations

import asyncio

import pytest

from domain.errors import StorageBroken, StorageFull, StorageLocked
from domain.models import Appearance, Preferences
from domain.safety import Device
from tests.domain.samples import made
from tests.driver import Driver
from tests.views.conftest import Launch
from tests.views.device import PASSPHRASE, FakeDevice, filled, kept_on
from tests.views.fakes import FakePage

KEPT = made("8:00", 1, note="rain")
OTHER = "five quite other words now"
LOCKED, ON = "Tend is locked", "Tend is locked with your passphrase."
OK = "Mood, OK, 3 of 5"


async def locked_device(**more: object) -> FakeDevice:
    return await filled(KEPT, passphrase=PASSPHRASE, **more)


async def write_new(app: Driver, words: str) -> None:
    await app.write("Passphrase", words)
    await app.write("The same again", words)
    await app.tap("Lock Tend")


async def unlock(app: Driver, words: str = PASSPHRASE) -> None:
    await app.write("Passphrase", words)
    await app.tap("Open Tend")


async def content(device: FakeDevice) -> bytes:
    return b"".join(await device.contents())


async def test_setting_a_lock_encrypts_both_files_and_says_so(launch_vault: Launch) -> None:
    device = await filled(KEPT)
    app = await launch_vault(device, route="/settings/lock")
    assert b"rain" in await content(device)
    await write_new(app, PASSPHRASE)
    assert ON in app.words()
    assert b"rain" not in await content(device)
    assert app.around.covers == [False, True]
    with pytest.raises(StorageLocked):
        await kept_on(device)
    assert await kept_on(device, PASSPHRASE) == [KEPT]
    await app.go("/settings")
    assert "Lock Tend On. Help now still opens." in app.buttons()


@pytest.mark.parametrize("words", ["", "twelve", PASSPHRASE + "!"])
async def test_a_passphrase_that_will_not_do_locks_nothing(launch_vault: Launch, words: str) -> None:
    device = await filled(KEPT)
    app = await launch_vault(device, route="/settings/lock")
    await app.write("Passphrase", words)
    await app.write("The same again", PASSPHRASE)
    await app.tap("Lock Tend")
    assert app.field("Passphrase").error
    assert await kept_on(device) == [KEPT]


async def confirm(app: Driver) -> None:
    """Give the passphrase of now, without which a lock is neither changed nor taken away."""
    await app.write("Passphrase", PASSPHRASE)
    await app.tap("Go on")


async def test_the_five_words_that_are_offered_lock_and_open(launch_vault: Launch) -> None:
    device = await filled(KEPT)
    app = await launch_vault(device, route="/settings/lock")
    words = app.between("Five words are easy to write down:", "Use these")[0]
    await app.tap("Use these")
    await app.tap("Lock Tend")
    assert await kept_on(device, words) == [KEPT]


async def test_the_advice_before_locking_leads_to_a_backup_and_back(launch_vault: Launch) -> None:
    app = await launch_vault(await filled(KEPT), route="/settings/lock")
    assert "If you forget it, no one can open them. Make a backup first." in app.words()
    await app.tap("Back up now")
    assert "Save the file" in app.buttons()
    await app.tap("Back")
    assert "Lock Tend" in app.buttons()


async def test_a_passphrase_can_be_changed_and_the_old_one_opens_no_more(launch_vault: Launch) -> None:
    device = await locked_device()
    app = await launch_vault(device, route="/settings/lock")
    await unlock(app)
    await app.tap("Change the passphrase")
    await app.write("Passphrase", "not the one it has")
    await app.tap("Go on")
    assert app.field("Passphrase").error == "This passphrase does not fit."
    await confirm(app)
    await write_new(app, OTHER)
    assert ON in app.words()
    assert await kept_on(device, OTHER) == [KEPT]
    app.state.vault.shut()
    again = await launch_vault(device)
    await unlock(again)
    assert "This passphrase does not fit." in again.words()


async def test_the_passphrase_that_was_set_does_not_stand_there_when_it_is_changed(launch_vault: Launch) -> None:
    app = await launch_vault(await filled(KEPT), route="/settings/lock")
    await write_new(app, PASSPHRASE)
    await app.tap("Change the passphrase")
    await confirm(app)
    assert (app.field("Passphrase").value, app.field("The same again").value) == ("", "")


async def test_a_lock_can_be_taken_away(launch_vault: Launch) -> None:
    device = await locked_device()
    app = await launch_vault(device, route="/settings/lock")
    await unlock(app)
    await app.tap("Take the lock away")
    assert await kept_on(device, PASSPHRASE) == [KEPT]
    await confirm(app)
    assert "Five words are easy to write down:" in app.words()
    assert app.around.covers[-1] is False
    assert await kept_on(device) == [KEPT]
    assert not app.state.unlocked.is_set()


async def test_a_tap_locks_at_once(launch_vault: Launch) -> None:
    app = await launch_vault(await locked_device(), route="/settings/lock")
    await unlock(app)
    await app.tap("Lock now")
    assert (1, "Tend is locked") in app.headings()
    assert app.state.is_locked


async def test_the_letters_show_when_the_person_wants_to_see_them(launch_vault: Launch) -> None:
    app = await launch_vault(await locked_device())
    await app.write("Passphrase", "four green")
    assert app.field("Passphrase").password
    await app.tap("Show: Passphrase")
    assert not app.field("Passphrase").password
    assert app.field("Passphrase").value == "four green"
    await app.tap("Hide: Passphrase")
    assert app.field("Passphrase").password


async def test_a_device_without_room_keeps_the_lock_it_has(launch_vault: Launch) -> None:
    device = await locked_device()
    app = await launch_vault(device, route="/settings/lock")
    await unlock(app)
    device.refuse_writing = StorageFull("quota")
    await app.tap("Take the lock away")
    await confirm(app)
    assert app.words().count("There is no room left here.") == 1
    assert "Take the lock away" in app.buttons()
    device.refuse_writing = None
    assert await kept_on(device, PASSPHRASE) == [KEPT]


async def test_while_everything_is_written_anew_the_screen_says_so(launch_vault: Launch) -> None:
    app = await launch_vault(await filled(KEPT), route="/settings/lock")
    await app.state.turn.acquire()
    await app.write("Passphrase", PASSPHRASE)
    await app.write("The same again", PASSPHRASE)
    tap = asyncio.create_task(app.tap("Lock Tend"))
    await app.settle()
    assert "Writing everything anew." in app.words()
    app.state.turn.release()
    await tap
    assert ON in app.words()


@pytest.mark.parametrize(
    ("name", "minutes"), [("When I leave", 0), ("1 minute", 1), ("5 minutes", 5), ("15 minutes", 15), ("1 hour", 60)]
)
async def test_the_time_until_it_locks_by_itself_is_chosen_and_kept(
    launch_vault: Launch, name: str, minutes: int
) -> None:
    device = await locked_device(device=Device(lock_after_minutes=15 if minutes == 5 else 5))
    app = await launch_vault(device, route="/settings/lock")
    await unlock(app)
    await app.tap(name)
    assert app.chosen() == [name]
    assert app.state.records.device.load().lock_after_minutes == minutes


ROUTES = ("/", "/check-in", "/check-in/now", "/history", "/history/a", "/settings", "/settings/backup")
ROUTES += ("/settings/file", "/settings/lock", "/nonsense", "/help/me")


@pytest.mark.parametrize("route", ROUTES)
async def test_every_address_but_help_and_erase_asks_for_the_passphrase(launch_vault: Launch, route: str) -> None:
    app = await launch_vault(await locked_device(), route=route)
    assert app.headings() == [(1, LOCKED)]
    assert app.buttons() == ["Help now", "Show: Passphrase", "Open Tend", "Delete everything"]
    assert not app.sees("rain")


async def test_help_is_one_tap_from_the_lock_and_leads_back_to_it(launch_vault: Launch) -> None:
    app = await launch_vault(await locked_device(), route="/history")
    await app.tap("Help now")
    assert "You do not have to do this alone." in app.words()
    await app.tap("Back")
    assert LOCKED in app.words()
    assert app.page.route == "/history"


async def test_help_opens_at_once_from_its_own_address(launch_vault: Launch) -> None:
    app = await launch_vault(await locked_device(), route="/help")
    assert "You do not have to do this alone." in app.words()
    await app.tap("Back")
    assert LOCKED in app.words()


async def test_another_passphrase_says_so_and_the_right_one_opens_where_one_was_going(launch_vault: Launch) -> None:
    app = await launch_vault(await locked_device(), route="/history")
    await unlock(app, OTHER)
    assert app.words().count("This passphrase does not fit.") == 1
    assert app.field("Passphrase").value == OTHER  # to be mended
    assert LOCKED in app.words()
    await unlock(app)
    assert app.sees("rain")
    assert "This passphrase does not fit." not in app.words()
    await app.go("/")
    await app.tap(OK)
    assert app.sees("Saved 9:12")


async def test_enter_opens_too(launch_vault: Launch) -> None:
    app = await launch_vault(await locked_device(), route="/")
    await app.write("Passphrase", " Four Green  words here")
    await app.submit("Passphrase")
    assert "How are you right now?" in app.words()


async def test_two_quick_taps_open_the_records_once_and_to_be_written(launch_vault: Launch) -> None:
    device = await locked_device()
    app = await launch_vault(device, route="/")
    await app.write("Passphrase", PASSPHRASE)
    await app.tap("Open Tend", "Open Tend")
    assert "Tend is open in another tab." not in app.words()
    await app.tap(OK)
    assert app.sees("Saved 9:12")
    app.state.vault.shut()
    assert not device.held


async def test_an_empty_passphrase_does_not_open(launch_vault: Launch) -> None:
    app = await launch_vault(await locked_device(), route="/")
    await app.tap("Open Tend")
    assert "This passphrase does not fit." in app.words()


async def test_opening_is_said_while_it_takes_its_time(launch_vault: Launch) -> None:
    app = await launch_vault(await locked_device(), route="/")
    await app.write("Passphrase", PASSPHRASE)
    await app.state.turn.acquire()
    tap = asyncio.create_task(app.tap("Open Tend"))
    await app.settle()
    assert "Opening your words" in app.words()
    app.state.turn.release()
    await tap
    assert "How are you right now?" in app.words()


async def test_records_that_do_not_open_leave_the_lock_and_say_why(
    launch_vault: Launch, errors_expected: list[str]
) -> None:
    errors_expected.append("StorageBroken")
    device = await locked_device()
    app = await launch_vault(device, route="/")
    device.refuse_opening = StorageBroken("my-secret-words")
    await unlock(app)
    assert LOCKED in app.words()
    assert "That did not work." in app.words()
    assert "Opening your words" not in app.words()
    device.refuse_opening = None
    await unlock(app)
    assert "How are you right now?" in app.words()


async def test_the_locked_screen_wears_the_look_the_page_remembers_and_then_the_records(launch_vault: Launch) -> None:
    page = FakePage()
    page.looks.append(Preferences(Appearance.DARK, 200))
    app = await launch_vault(await locked_device(preferences=Preferences(Appearance.LIGHT, 125)), page, route="/")
    assert app.page.theme.text_theme.body_medium.size == 32
    await unlock(app)
    assert app.page.theme.text_theme.body_medium.size == 20
    assert page.looks[-1] == Preferences(Appearance.LIGHT, 125)
    assert page.covers == [False, True]


async def test_locked_again_the_field_is_empty(launch_vault: Launch) -> None:
    app = await launch_vault(await locked_device(), route="/")
    await unlock(app)
    app.around.seen(5)
    await app.settle()
    assert app.field("Passphrase").value == ""
