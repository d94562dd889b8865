"""Back up: what file comes out, and that it counts only once it was tried and taken."""

from __future__ import annotations

import asyncio
from datetime import UTC

import pytest

from domain.models import Appearance, CheckIn, Preferences
from domain.safety import Device
from storage import backup as backups
from storage import codec
from storage.backup import Backup, Sealed
from storage.cipher import this_device
from storage.schema import CHECK_INS, PREFERENCES
from storage.vault import Vault
from tests.domain.samples import local, made
from tests.driver import Driver
from tests.views.conftest import Launch
from tests.views.device import PASSPHRASE, filled
from tests.views.fakes import FakePage

KEPT = (made("7:00", 1, mood=2, note="rain"), made("8:00", energy=4))
LOOKS = Preferences(Appearance.DARK, 125)
MADE = "Your backup is made. It was tried, and it opens."


async def opened(launch_vault: Launch, page: FakePage | None = None) -> Driver:
    return await launch_vault(await filled(*KEPT, preferences=LOOKS), page, route="/settings/backup")


def check_ins(backup: Backup) -> list[CheckIn]:
    return [codec.check_in_from_document(document) for document in backup.tables[CHECK_INS].values()]


async def seal_with(app: Driver, words: str, again: str | None = None) -> None:
    await app.write("Passphrase", words)
    await app.write("The same again", words if again is None else again)
    await app.tap("Save the file")


async def test_an_open_backup_holds_everything_and_is_noted(launch_vault: Launch) -> None:
    app = await opened(launch_vault)
    await app.tap("Open to read")
    assert "Anyone who has this file can read it. Keep it somewhere safe." in app.words()
    await app.tap("Save the file")
    ((name, kind, content),) = app.around.saved
    assert (name, kind) == ("tend-backup-2026-11-19.json", "application/json")
    found = backups.look(content)
    assert isinstance(found, Backup)
    assert found.made_at == local("9:12").astimezone(UTC)
    assert check_ins(found) == list(KEPT)
    assert codec.preferences_from_document(found.tables[PREFERENCES]["mine"]) == LOOKS
    assert MADE in app.words()
    assert app.state.records.device.load() == Device(backed_up_at=local("9:12").astimezone(UTC), backups=1)


async def test_a_second_backup_counts_as_another_copy(launch_vault: Launch) -> None:
    app = await opened(launch_vault)
    for _ in range(2):
        await app.go("/settings/backup")
        await app.tap("Open to read")
        await app.tap("Save the file")
        await app.go("/settings")
    assert app.between("My data", "Back up now") == [
        "Backed up today",
        "2 copies made so far.",
        "This browser has agreed to keep your words.",
    ]


async def test_a_backup_with_a_passphrase_opens_with_it_and_shows_nothing_without(launch_vault: Launch) -> None:
    app = await opened(launch_vault)
    assert app.chosen() == ["With a passphrase"]
    assert "If you forget it, no one can open the file." in app.words()
    await seal_with(app, PASSPHRASE)
    ((name, _, content),) = app.around.saved
    assert name == "tend-backup-2026-11-19.json"
    assert b"rain" not in content
    sealed = backups.look(content)
    assert isinstance(sealed, Sealed)
    assert check_ins(await backups.unsealed(sealed, PASSPHRASE, this_device())) == list(KEPT)
    assert MADE in app.words()
    assert app.state.device.backups == 1


@pytest.mark.parametrize(
    ("words", "again", "sentence"),
    [
        ("", "", "Use twelve letters or more, and not all the same."),
        ("one two six", "one two six", "Use twelve letters or more, and not all the same."),
        (PASSPHRASE, "four green words hera", "The two are not the same. Please type them again."),
        (PASSPHRASE, "", "The two are not the same. Please type them again."),
    ],
)
async def test_a_passphrase_that_will_not_do_says_why_and_makes_no_file(
    launch_vault: Launch, words: str, again: str, sentence: str
) -> None:
    app = await opened(launch_vault)
    await seal_with(app, words, again)
    assert app.field("Passphrase").error == sentence
    assert app.around.saved == []
    assert app.field("Passphrase").value == words  # it is there to be mended


async def test_capitals_and_spaces_of_a_keyboard_are_the_same_passphrase(launch_vault: Launch) -> None:
    app = await opened(launch_vault)
    await seal_with(app, PASSPHRASE, " Four  green words HERE ")
    assert MADE in app.words()


def offered(app: Driver) -> str:
    return app.between("Five words are easy to write down:", "Use these")[0]


async def test_the_five_words_that_are_offered_seal_the_file(launch_vault: Launch) -> None:
    app = await opened(launch_vault)
    words = offered(app)
    assert len(words.split()) == 5
    await app.tap("Use these")
    assert (app.field("Passphrase").value, app.field("The same again").value) == (words, words)
    await app.tap("Save the file")
    sealed = backups.look(app.around.saved[0][2])
    assert check_ins(await backups.unsealed(sealed, words, this_device())) == list(KEPT)


async def test_other_words_can_be_asked_for_until_one_likes_them(launch_vault: Launch) -> None:
    app = await opened(launch_vault)
    seen = [offered(app)]
    for _ in range(3):
        await app.tap("Other words")
        seen.append(offered(app))
    assert len(set(seen)) == 4
    assert app.field("Passphrase").value == ""


async def test_taking_the_words_takes_back_what_was_refused(launch_vault: Launch) -> None:
    app = await opened(launch_vault)
    await seal_with(app, "short")
    await app.tap("Use these")
    assert app.field("Passphrase").error is None


async def test_a_save_that_is_put_off_notes_nothing_and_can_be_asked_for_again(launch_vault: Launch) -> None:
    page = FakePage()
    page.takes_files = False
    app = await opened(launch_vault, page)
    await app.tap("Open to read")
    await app.tap("Save the file")
    assert MADE not in app.words()
    assert app.state.records.device.load() == Device()
    page.takes_files = True
    await app.tap("Save the file")
    assert MADE in app.words()


async def test_a_file_that_does_not_give_back_what_is_here_is_not_handed_out(
    launch_vault: Launch, monkeypatch: pytest.MonkeyPatch, errors_expected: list[str]
) -> None:
    errors_expected.append("BackupUnsound")
    app = await opened(launch_vault)
    honest = backups.to_plain

    def forgetful(tables: dict, now: object) -> bytes:
        return honest({**tables, CHECK_INS: dict(list(tables[CHECK_INS].items())[1:])}, now)

    monkeypatch.setattr(backups, "to_plain", forgetful)
    await app.tap("Open to read")
    await app.tap("Save the file")
    assert "The backup did not come out right." in app.words()
    assert "It was not saved. Please try again." in app.words()
    assert app.around.saved == []
    assert app.state.records.device.load() == Device()
    monkeypatch.setattr(backups, "to_plain", honest)
    await app.tap("Save the file")
    assert MADE in app.words()
    assert "The backup did not come out right." not in app.words()


async def test_while_the_file_is_made_the_screen_says_so(launch_vault: Launch, monkeypatch: pytest.MonkeyPatch) -> None:
    app = await opened(launch_vault)
    gate, honest = asyncio.Event(), Vault.backup

    async def slowly(self: Vault, *given: object) -> bytes:
        await gate.wait()
        return await honest(self, *given)

    monkeypatch.setattr(Vault, "backup", slowly)
    await app.tap("Open to read")
    tap = asyncio.create_task(app.tap("Save the file"))
    await app.settle()
    assert "Making the file and trying it out." in app.words()
    assert "Save the file" not in app.buttons()
    gate.set()
    await tap
    assert MADE in app.words()


async def test_two_quick_taps_make_one_file(launch_vault: Launch) -> None:
    app = await opened(launch_vault)
    await app.tap("Open to read")
    await app.tap("Save the file", "Save the file")
    assert len(app.around.saved) == 1
    assert app.state.device.backups == 1


async def test_the_page_that_opens_a_backup_without_tend_can_be_saved_too(launch_vault: Launch) -> None:
    app = await opened(launch_vault)
    await app.tap("Open to read")
    await app.tap("Save the file")
    await app.tap("Save the page too")
    assert app.around.given == [("decrypt.html", "open-tend-backup.html")]


async def test_a_table_for_other_apps_is_a_csv_and_no_backup(launch_vault: Launch) -> None:
    app = await opened(launch_vault)
    await app.tap("Save a table")
    ((name, kind, content),) = app.around.saved
    assert (name, kind) == ("tend-check-ins-2026-11-19.csv", "text/csv")
    lines = content.decode("utf-8-sig").splitlines()
    assert lines[0].startswith('"Date","Time","UTC offset","Mood (1-5)"')
    assert lines[1].startswith('"2026-11-18","07:00","UTC+01:00","2","","","","","","","rain"')
    assert len(lines) == 3
    assert app.state.device == Device()


async def test_a_window_that_can_only_read_backs_up_and_says_that_it_could_not_note_it(launch_vault: Launch) -> None:
    device = await filled(*KEPT)
    await launch_vault(device)
    app = await launch_vault(device, route="/settings/backup")
    await app.tap("Open to read")
    await app.tap("Save the file")
    assert check_ins(backups.look(app.around.saved[0][2])) == list(KEPT)
    assert MADE in app.words()
    assert app.state.device == Device()
