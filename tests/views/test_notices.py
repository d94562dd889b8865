"""What a person has to know before they go on: one calm box each, read once."""

from __future__ import annotations

import pytest

from domain.errors import StorageFull
from domain.safety import Device
from storage.memory import MemoryPlace
from tests.domain.samples import made
from tests.driver import Driver
from tests.views.conftest import Launch
from tests.views.device import FakeDevice, filled, kept_on

NOT_KEPT = "Nothing will be kept here."
DAMAGED = ["Some entries are damaged.", "The rest is safe. A backup may still have them."]
TORN = ["Your last entry may not be here.", "Tend was closed while saving it. Please have a look."]
READ, BACKUP = "I have read this", "Bring in a backup"


async def test_a_window_that_keeps_nothing_says_so_before_the_first_entry(launch_vault: Launch) -> None:
    app = await launch_vault(MemoryPlace(), route="/")
    assert app.between("Good morning", "How are you right now?") == [
        NOT_KEPT,
        "This window cannot store words. It may be private. A normal window can keep them.",
    ]
    await app.tap("Mood, OK, 3 of 5")
    assert NOT_KEPT in app.words()
    await app.go("/settings")
    assert NOT_KEPT in app.words()


async def test_a_window_that_keeps_says_nothing(launch_vault: Launch) -> None:
    app = await launch_vault(await filled(made("8:00", 1)), route="/")
    assert app.between("Good morning", "How are you right now?") == []


async def cut(*check_ins: object) -> FakeDevice:
    """A device that lost power while it wrote the last of these."""
    device = await filled(*check_ins)
    contents = [bytearray(content) for content in await device.contents()]
    live = max(contents, key=len)
    del live[-20:]
    return FakeDevice(*map(bytes, contents))


async def with_a_lost_line() -> FakeDevice:
    """A device of whose three saves the middle one is damaged."""
    device = await filled(made("8:00", 3, id="a"), made("8:00", 2, note="sun"), made("8:00", 1, id="c"))
    a, b = await device.contents()
    return FakeDevice(a.replace(b'"sun"', b'"sum"'), b.replace(b'"sun"', b'"sum"'))


async def test_a_save_that_was_cut_off_asks_to_have_a_look(launch_vault: Launch) -> None:
    app = await launch_vault(await cut(made("8:00", 2), made("8:00", 1)), route="/")
    assert app.between("Good morning", "How are you right now?") == [*TORN, READ]
    assert len(app.state.log.kept) == 1


async def test_lost_lines_offer_a_backup(launch_vault: Launch) -> None:
    app = await launch_vault(await with_a_lost_line(), route="/")
    assert app.between("Good morning", "How are you right now?") == [*DAMAGED, BACKUP, READ]
    assert [check_in.id for check_in in app.state.log.kept] == ["a", "c"]
    await app.tap(BACKUP)
    assert "Choose a file" in app.buttons()
    await app.tap("Back")
    assert READ in app.buttons()


async def test_of_both_the_heavier_is_said(launch_vault: Launch) -> None:
    app = await launch_vault(await filled(made("8:00", 1), device=Device(torn=True, damaged=2)), route="/")
    assert DAMAGED[0] in app.words()
    assert TORN[0] not in app.words()


@pytest.mark.parametrize("route", ["/", "/settings"])
async def test_what_was_read_does_not_come_back(launch_vault: Launch, route: str) -> None:
    device = await cut(made("8:00", 2), made("8:00", 1))
    app = await launch_vault(device, route=route)
    await app.tap(READ)
    assert TORN[0] not in app.words()
    app.state.vault.shut()
    again = await launch_vault(device, route=route)
    assert TORN[0] not in again.words()
    assert READ not in again.buttons()


async def test_what_was_not_read_is_said_at_the_next_start_too(launch_vault: Launch) -> None:
    device = await with_a_lost_line()
    app = await launch_vault(device, route="/")
    app.state.vault.shut()
    again = await launch_vault(device, route="/")
    assert DAMAGED[0] in again.words()


async def test_a_device_without_room_leaves_it_to_be_read_again(launch_vault: Launch) -> None:
    device = await cut(made("8:00", 2), made("8:00", 1))
    app = await launch_vault(device, route="/")
    device.refuse_writing = StorageFull("quota")
    await app.tap(READ)
    assert TORN[0] in app.words()
    assert "There is no room left here." in app.words()


async def test_reading_away_touches_no_entry_and_no_other_fact(launch_vault: Launch) -> None:
    device = await filled(made("8:00", 1), device=Device(backups=3, lock_after_minutes=60, torn=True, damaged=1))
    app = await launch_vault(device, route="/")
    await app.tap(READ)
    assert app.state.records.device.load() == Device(backups=3, lock_after_minutes=60)
    assert await kept_on(device) == [made("8:00", 1)]


async def test_a_window_without_others_to_ask_offers_no_taking_over(launch_vault: Launch) -> None:
    device = await filled(made("8:00", 1))
    await launch_vault(device)
    device.can_take_over = False  # as on a desktop, where another process has them
    app = await launch_vault(device, route="/")
    assert app.between("Tend is open in another tab.", "How are you right now?") == ["Here you can read."]


def live_regions(app: Driver) -> list[str]:
    return [control.content.controls[0].value for control in app.controls() if getattr(control, "live_region", False)]


async def test_a_notice_is_read_out_by_a_screen_reader(launch_vault: Launch) -> None:
    app = await launch_vault(await cut(made("8:00", 2), made("8:00", 1)), route="/")
    assert live_regions(app)[0] == TORN[0]
