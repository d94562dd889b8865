"""Bring in a backup: seen before anything changes, whole or not at all, and undone until the next save."""

from __future__ import annotations

import asyncio

import pytest

from domain.errors import FileDamaged, FileTooLarge, StorageFull
from domain.models import Appearance, CheckIn, Preferences
from domain.reminders import Rest
from storage import rescue
from storage.cipher import this_device
from storage.vault import Vault
from tests.domain.samples import local, made
from tests.driver import Driver
from tests.views.conftest import Launch
from tests.views.device import PASSPHRASE, FakeDevice, filled, kept_on
from tests.views.fakes import FakePage

BOTH, HERE, THERE = made("7:00", 1, note="rain"), made("8:00", mood=2), made("12:00", 3, energy=1)
CHANGED = made("7:00", 1, note="sun")
LOOKS = Preferences(Appearance.DARK, 150)
CHOOSE = "Choose a file"


async def backup_of(
    *check_ins: CheckIn, preferences: Preferences | None = None, passphrase: str | None = None
) -> bytes:
    """A backup made on another device on Wednesday at 20:15."""
    vault = Vault(await filled(*check_ins, preferences=preferences), this_device())
    await vault.open()
    return await vault.backup(passphrase, local("20:15", 1))


async def choosing(launch_vault: Launch, *picked: bytes | Exception | None, device: FakeDevice | None = None) -> Driver:
    """Somebody who has two check-ins chooses a file."""
    device = device or await filled(BOTH, HERE)
    app = await launch_vault(device, FakePage(*picked), route="/settings/file")
    await app.tap(CHOOSE)
    return app


def kept(app: Driver) -> list[CheckIn]:
    return list(app.state.records.check_ins.all())


async def test_who_picks_no_file_finds_everything_as_it_was(launch_vault: Launch) -> None:
    app = await choosing(launch_vault, None)
    assert CHOOSE in app.buttons()
    assert app.state.problem is None


CUT = b'{\n"format": "tend-backup",\n"version": 1,\n"sche'
NEWER = b'{"format": "tend-backup", "version": 2}'
REFUSALS = {
    "empty": (b"", "Tend does not know this kind of file."),
    "a picture": (b"\x89PNG\r\n\x1a\n\x00\x00", "Tend does not know this kind of file."),
    "another app's": (b'{"entries": []}', "Tend does not know this kind of file."),
    "a list": (b"[]", "Tend does not know this kind of file."),
    "a table": (b"a,b\n1,2\n", "Tend does not know this kind of file."),
    "cut": (CUT, "This file is damaged."),
    "newer": (NEWER, "A newer Tend wrote this file."),
    "too large": (FileTooLarge("50 MB"), "This file is too large."),
    "not given out": (FileDamaged("unreadable"), "This file is damaged."),
}


@pytest.mark.parametrize(("picked", "sentence"), REFUSALS.values(), ids=REFUSALS.keys())
async def test_a_file_that_cannot_come_in_gets_its_sentence_and_changes_nothing(
    launch_vault: Launch, picked: bytes | Exception, sentence: str
) -> None:
    app = await choosing(launch_vault, picked, None)
    assert sentence in app.words()
    assert kept(app) == [BOTH, HERE]
    await app.tap(CHOOSE)  # and another can be chosen, with the sentence gone
    assert sentence not in app.words()


async def test_a_backup_says_what_is_inside_before_anything_changes(launch_vault: Launch) -> None:
    app = await choosing(launch_vault, await backup_of(CHANGED, THERE))
    assert app.between("In this file", "Another file") == [
        "Made: Yesterday, 20:15.",
        "2 check-ins.",
        "From Monday 16 November to Wednesday 18 November.",
        "1 is new here.",
        "1 is different here.",
        "Add what is new",
        "What is different stays as it is here.",
        "Or make everything as it is in the file. 1 entry here would go.",
        "Replace what is here",
    ]
    assert kept(app) == [BOTH, HERE]


async def test_adding_keeps_what_is_here_and_brings_what_is_not(launch_vault: Launch) -> None:
    app = await choosing(launch_vault, await backup_of(CHANGED, THERE))
    await app.tap("Add what is new")
    assert "Done. 1 entry came in." in app.words()
    assert kept(app) == [THERE, BOTH, HERE]
    await app.go("/history")
    assert app.sees("Monday 16 November")


async def test_replacing_makes_everything_as_in_the_file(launch_vault: Launch) -> None:
    app = await choosing(launch_vault, await backup_of(CHANGED, THERE))
    await app.tap("Replace what is here")
    assert "Done. Everything is now as it is in the file." in app.words()
    assert kept(app) == [THERE, CHANGED]


@pytest.mark.parametrize("button", ["Add what is new", "Replace what is here"])
async def test_undo_gives_back_exactly_what_was_here(launch_vault: Launch, button: str) -> None:
    device = await filled(BOTH, HERE)
    app = await choosing(launch_vault, await backup_of(CHANGED, THERE, preferences=LOOKS), device=device)
    before = app.state.vault.database.tables()
    before = {table: dict(documents) for table, documents in before.items()}
    await app.tap(button)
    assert "You can undo this until you save something else." in app.words()
    await app.tap("Undo")
    assert app.state.vault.database.tables() == before
    assert CHOOSE in app.buttons()
    assert "Undo the last file" not in app.buttons()
    assert await kept_on(device) == [BOTH, HERE]


async def test_undo_can_also_be_found_later_from_settings(launch_vault: Launch) -> None:
    app = await choosing(launch_vault, await backup_of(THERE))
    await app.tap("Add what is new")
    await app.go("/settings")
    await app.tap("Undo the last file Everything goes back.")
    await app.tap("Undo the last file")
    assert kept(app) == [BOTH, HERE]
    await app.go("/settings")
    assert not app.sees("Undo the last file")


async def test_an_undo_that_came_too_late_does_not_say_that_it_was_done(launch_vault: Launch) -> None:
    app = await choosing(launch_vault, await backup_of(THERE))
    await app.tap("Add what is new")
    await app.state.reminding.pause_all(Rest.TODAY)  # as when a reminder that came in is said, and noted
    await app.tap("Undo")
    assert "Undone. Everything is as it was before." not in app.words()
    assert "Undo" not in app.buttons()
    assert len(kept(app)) == 3


async def test_undo_is_gone_once_something_else_was_saved(launch_vault: Launch) -> None:
    app = await choosing(launch_vault, await backup_of(THERE))
    await app.tap("Add what is new")
    await app.go("/check-in")
    await app.tap("Check in again")
    await app.tap("Energy, Low, 2 of 5")
    await app.go("/settings/file")
    assert "Undo" not in app.buttons()
    assert "Undo the last file" not in app.buttons()
    assert len(kept(app)) == 4


async def test_a_backup_of_what_is_here_brings_nothing(launch_vault: Launch) -> None:
    app = await choosing(launch_vault, await backup_of(BOTH, HERE))
    assert app.between("In this file", "Another file") == [
        "Made: Yesterday, 20:15.",
        "2 check-ins.",
        "From Wednesday 18 November to Thursday 19 November.",
        "2 are here already.",
        "Everything in it is here already.",
        "Or make everything as it is in the file.",
        "Replace what is here",
    ]


async def test_a_backup_of_one_day_names_that_day_once(launch_vault: Launch) -> None:
    app = await choosing(launch_vault, await backup_of(THERE))
    assert "Monday 16 November" in app.words()


async def test_another_file_can_be_chosen_instead(launch_vault: Launch) -> None:
    app = await choosing(launch_vault, await backup_of(THERE), await backup_of(BOTH))
    await app.tap("Another file")
    await app.tap(CHOOSE)
    assert "Everything in it is here already." in app.words()


async def test_the_files_look_is_worn_at_once_and_goes_with_undo(launch_vault: Launch) -> None:
    app = await choosing(launch_vault, await backup_of(THERE, preferences=LOOKS))
    assert app.page.theme.text_theme.body_medium.size == 16
    await app.tap("Replace what is here")
    assert app.page.theme.text_theme.body_medium.size == 24
    assert app.around.looks[-1] == LOOKS
    await app.tap("Undo")
    assert app.page.theme.text_theme.body_medium.size == 16


async def test_adding_does_not_change_a_look_that_was_chosen_here(launch_vault: Launch) -> None:
    device = await filled(BOTH, preferences=Preferences(Appearance.LIGHT, 90))
    app = await choosing(launch_vault, await backup_of(THERE, preferences=LOOKS), device=device)
    await app.tap("Add what is new")
    assert app.state.preferences == Preferences(Appearance.LIGHT, 90)


@pytest.mark.parametrize("button", ["Add what is new", "Replace what is here"])
async def test_a_device_without_room_takes_nothing_and_says_so_once(launch_vault: Launch, button: str) -> None:
    device = await filled(BOTH, HERE)
    app = await choosing(launch_vault, await backup_of(CHANGED, THERE), device=device)
    device.refuse_writing = StorageFull("quota")
    await app.tap(button)
    assert app.words().count("There is no room left here.") == 1
    assert kept(app) == [BOTH, HERE]
    assert await kept_on(device) == [BOTH, HERE]
    device.refuse_writing = None
    await app.tap(button)
    assert THERE in await kept_on(device)
    assert "There is no room left here." not in app.words()


async def test_a_window_that_can_only_read_shows_what_is_inside_and_no_more(launch_vault: Launch) -> None:
    device = await filled(BOTH, HERE)
    await launch_vault(device)
    app = await choosing(launch_vault, await backup_of(THERE), device=device)
    assert "Here you can read. To bring it in, use Tend here." in app.words()
    assert not {"Add what is new", "Replace what is here"} & set(app.buttons())


async def test_a_sealed_backup_opens_with_its_passphrase_after_another_was_tried(launch_vault: Launch) -> None:
    app = await choosing(launch_vault, await backup_of(THERE, passphrase=PASSPHRASE))
    assert "This backup has a passphrase." in app.words()
    await app.write("Passphrase", "four brown words here")
    await app.tap("Open it")
    assert "This passphrase does not fit." in app.words()
    assert "In this file" not in app.words()
    await app.write("Passphrase", " Four green  words here")
    await app.submit("Passphrase")
    assert "This passphrase does not fit." not in app.words()
    assert "1 is new here." in app.words()
    await app.tap("Add what is new")
    assert kept(app) == [THERE, BOTH, HERE]


async def test_a_sealed_backup_that_was_cut_is_damaged_before_a_passphrase_is_asked_for(launch_vault: Launch) -> None:
    content = await backup_of(THERE, passphrase=PASSPHRASE)
    app = await choosing(launch_vault, content[:-300] + content[-200:])
    assert "This file is damaged." in app.words()
    assert CHOOSE in app.buttons()


async def test_a_copy_of_files_that_did_not_open_comes_in_like_a_backup(launch_vault: Launch) -> None:
    copy = rescue.copy_of(await (await filled(CHANGED, THERE)).contents())
    app = await choosing(launch_vault, copy)
    await app.tap("Add what is new")
    assert kept(app) == [THERE, BOTH, HERE]


async def test_while_a_file_is_looked_at_the_screen_says_so(
    launch_vault: Launch, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate, honest = asyncio.Event(), Vault.look

    async def slowly(self: Vault, *given: object) -> object:
        await gate.wait()
        return await honest(self, *given)

    monkeypatch.setattr(Vault, "look", slowly)
    app = await launch_vault(await filled(), FakePage(await backup_of(THERE)), route="/settings/file")
    tap = asyncio.create_task(app.tap(CHOOSE))
    await app.settle()
    assert "Looking at the file." in app.words()
    gate.set()
    await tap
    assert "Looking at the file." not in app.words()
    assert "1 is new here." in app.words()


async def test_a_look_that_breaks_off_lets_the_person_try_again(
    launch_vault: Launch, monkeypatch: pytest.MonkeyPatch, errors_expected: list[str]
) -> None:
    errors_expected.append("MemoryError")

    async def breaks(*_: object) -> None:
        raise MemoryError

    content = await backup_of(THERE)
    with monkeypatch.context() as broken:
        broken.setattr(Vault, "look", breaks)
        app = await choosing(launch_vault, content, content)
        assert "Something did not work." in app.words()
    await app.tap(CHOOSE)
    assert "1 is new here." in app.words()


async def test_bringing_in_asks_the_browser_to_keep_it(launch_vault: Launch) -> None:
    page = FakePage(await backup_of(THERE))
    page.persistent = False
    app = await launch_vault(await filled(), page, route="/settings/file")
    await app.tap(CHOOSE)
    await app.tap("Add what is new")
    assert page.asked == 1
