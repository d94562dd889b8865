"""The records as a whole: what goes out comes in again, exactly; and erased is as new."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest

from domain.errors import (
    BackupUnsound,
    FileForeign,
    StorageBroken,
    StorageError,
    StorageLocked,
    StorageUnavailable,
    WrongPassphrase,
)
from domain.goals import Goal
from domain.models import Appearance, CheckIn, Preferences
from domain.safety import Device, Keeping
from storage import backup as backups
from storage import check_in_csv, rescue
from storage.cipher import this_device
from storage.memory import MemoryPlace
from storage.vault import WORDS, Incoming, Vault
from tests.domain.samples import made

NOW = datetime(2026, 11, 19, 8, 12, tzinfo=UTC)
HERE = timezone(timedelta(hours=1))
PASSPHRASE = "four green words here"  # noqa: S105 - it opens nothing but what these tests make
DAYLIO = (
    b"full_date,date,weekday,time,mood,activities,note\r\n2026-11-18,x,x,20:15,Cosy,,\r\n2026-11-18,x,x,21:15,rad,,\r\n"
)
A, B, C = made("8:00", 3, id="a", note="rain"), made("8:00", 2, id="b"), made("8:00", 1, id="c")
LOOKS = Preferences(Appearance.DARK, 150)


def run(test: Callable[[], Awaitable[None]]) -> Callable[[], None]:
    """A test that awaits, in a loop of its own."""

    def in_a_loop() -> None:
        asyncio.run(test())

    in_a_loop.__name__, in_a_loop.__doc__ = test.__name__, test.__doc__
    return in_a_loop


async def holding(*check_ins: CheckIn, preferences: Preferences | None = None, **device: Any) -> Vault:
    vault = Vault(MemoryPlace(), this_device())
    records = await vault.open()
    for check_in in check_ins:
        await records.check_ins.save(check_in)
    if preferences:
        await records.preferences.save(preferences)
    if device:
        await records.device.save(Device(**device))
    return vault


def copied(vault: Vault) -> dict[str, dict[str, Any]]:
    return {table: dict(documents) for table, documents in vault.database.tables().items()}


async def looked(vault: Vault, content: bytes, words: str | None = None, **moods: int) -> Incoming:
    return await vault.look(content, words, moods, HERE)


@pytest.mark.parametrize("words", [None, PASSPHRASE])
@pytest.mark.parametrize("replace", [False, True], ids=["merge", "replace"])
def test_a_backup_comes_in_whole_elsewhere_and_is_taken_back_whole(words: str | None, replace: bool) -> None:
    async def test() -> None:
        old = await holding(A, B, preferences=LOOKS, backups=7)
        content = await old.backup(words, NOW)
        new = Vault(MemoryPlace(), this_device())
        await new.open()
        incoming = await looked(new, content, words)
        assert (incoming.made_at, incoming.can_replace, incoming.preview.new) == (NOW, True, 2)
        assert copied(new) == {}
        await new.bring_in(incoming, replace)
        assert copied(new) == copied(old)
        assert new.database.device.load() == Device()  # what belongs to a device stays on it
        assert new.can_take_back
        await new.take_back()
        assert copied(new) == {}
        assert not new.can_take_back

    asyncio.run(test())


@run
async def test_what_came_in_can_be_taken_back_after_opening_anew_and_not_after_a_save() -> None:
    vault = await holding(A)
    before = copied(vault)
    incoming = await looked(vault, await (await holding(B)).backup(None, NOW))
    await vault.bring_in(incoming, True)
    await vault.open()
    assert list(vault.database.check_ins.all()) == [B]
    assert vault.can_take_back
    await vault.take_back()
    assert copied(vault) == before
    await vault.bring_in(incoming, False)
    await vault.database.check_ins.save(C)
    assert not vault.can_take_back
    await vault.take_back()
    assert list(vault.database.check_ins.all()) == [A, B, C]


@run
async def test_what_is_different_stays_when_adding_and_goes_when_replacing() -> None:
    changed = made("8:00", 3, id="a", note="sun")
    vault = await holding(A, B)
    incoming = await looked(vault, await (await holding(changed, C)).backup(None, NOW))
    preview = incoming.preview
    assert (preview.check_ins, preview.new, preview.same, preview.different, preview.missing) == (2, 1, 0, 1, 1)
    await vault.bring_in(incoming, False)
    assert list(vault.database.check_ins.all()) == [A, B, C]
    await vault.take_back()
    await vault.bring_in(incoming, True)
    assert list(vault.database.check_ins.all()) == [changed, C]


@pytest.mark.parametrize("words", [None, PASSPHRASE])
def test_a_backup_that_holds_something_else_is_refused(monkeypatch: pytest.MonkeyPatch, words: str | None) -> None:
    honest = backups.to_plain
    monkeypatch.setattr(backups, "to_plain", lambda tables, now: honest({}, now))

    async def test() -> None:
        vault = await holding(A)
        with pytest.raises(BackupUnsound):
            await vault.backup(words, NOW)

    asyncio.run(test())


@run
async def test_only_what_needs_a_passphrase_is_called_sealed() -> None:
    vault = await holding(A)
    sealed = await vault.backup(PASSPHRASE, NOW)
    open_copy = rescue.copy_of(await vault._place.contents())
    await vault.set_lock(PASSPHRASE)
    locked_copy = await vault.copy()
    files = {
        "sealed": (sealed, True),
        "plain": (await vault.backup(None, NOW), False),
        "a copy": (open_copy, False),
        "a locked copy": (locked_copy, True),
        "a table": (vault.spreadsheet(), False),
        "daylio": (DAYLIO, False),
        "nothing": (b"", False),
    }
    assert {name: vault.is_sealed(content) for name, (content, _) in files.items()} == {
        name: is_sealed for name, (_, is_sealed) in files.items()
    }
    with pytest.raises(FileForeign):
        vault.is_sealed(b'{"format": "x"}')


@run
async def test_a_sealed_backup_opens_with_its_own_passphrase_alone() -> None:
    vault = await holding(A)
    sealed = await vault.backup(PASSPHRASE, NOW)
    for wrong in (None, "", "four brown words here"):
        with pytest.raises(WrongPassphrase):
            await looked(vault, sealed, wrong)
    assert (await looked(vault, sealed, " FOUR green  words here")).preview.same == 1


@run
async def test_moods_to_place_are_those_of_daylio_that_tend_does_not_know() -> None:
    vault = await holding(A)
    assert vault.moods_to_place(DAYLIO) == ("Cosy",)
    assert vault.moods_to_place(vault.spreadsheet()) == ()
    assert vault.moods_to_place(await vault.backup(None, NOW)) == ()
    with pytest.raises(FileForeign):
        vault.moods_to_place(b"a,b\n1,2\n")
    incoming = await looked(vault, DAYLIO, Cosy=4)
    await vault.bring_in(incoming, False)
    assert [c.mood for c in vault.database.check_ins.all()] == [None, 4, 5]
    assert (incoming.can_replace, incoming.made_at, incoming.unread) == (False, None, ())


@run
async def test_the_table_for_other_tools_comes_back_as_it_was() -> None:
    vault = await holding(A, B)
    assert check_in_csv.read(vault.spreadsheet()).check_ins == (A, B)
    assert (await looked(vault, vault.spreadsheet())).preview.same == 2


@run
async def test_a_copy_of_the_files_comes_in_locked_or_not() -> None:
    vault = await holding(A, B, preferences=LOOKS)
    before, plain = copied(vault), await vault.copy()
    await vault.set_lock(PASSPHRASE)
    locked = await vault.copy()
    assert b"rain" not in locked
    for copy, words in ((plain, None), (locked, PASSPHRASE)):
        new = Vault(MemoryPlace(), this_device())
        await new.open()
        await new.bring_in(await looked(new, copy, words), True)
        assert copied(new) == before
    with pytest.raises(WrongPassphrase):
        await looked(vault, locked, None)


@run
async def test_a_lock_shuts_out_and_its_passphrase_opens() -> None:
    vault = await holding(A)
    await vault.set_lock(PASSPHRASE)
    assert vault.is_locked
    await vault.database.check_ins.save(B)
    for words, refusal in ((None, StorageLocked), ("four brown words here", WrongPassphrase)):
        with pytest.raises(refusal):
            await vault.open(words)
    records = await vault.open(PASSPHRASE)
    assert list(records.check_ins.all()) == [A, B]
    await vault.set_lock(None)
    assert not vault.is_locked
    assert list((await vault.open()).check_ins.all()) == [A, B]


@run
async def test_erased_and_opened_it_is_as_new() -> None:
    vault = await holding(A, preferences=LOOKS, backups=3, lock_after_minutes=60)
    await vault.set_lock(PASSPHRASE)
    await vault.erase()
    assert await vault._place.contents() == (b"", b"")
    records = await vault.open()
    assert list(records.check_ins.all()) == []
    assert (records.preferences.load(), records.device.load()) == (Preferences(), Device())
    assert (vault.is_locked, vault.can_take_back) == (False, False)


@run
async def test_shut_it_answers_nothing_and_forgets_what_it_knew() -> None:
    vault = await holding(A)
    await vault.set_lock(PASSPHRASE)
    vault.shut()
    vault.shut()
    assert (vault.is_locked, vault.can_take_back) == (False, False)
    for asked in (vault.backup(None, NOW), vault.take_back(), vault.set_lock(None), vault.tidy()):
        with pytest.raises(StorageUnavailable):
            await asked
    with pytest.raises(StorageUnavailable):
        vault.spreadsheet()


@run
async def test_a_device_that_will_not_erase_says_so_and_they_are_shut() -> None:
    class Stubborn(MemoryPlace):
        async def erase(self) -> None:
            raise StorageBroken("io")

    vault = Vault(Stubborn(), this_device())
    await vault.open()
    with pytest.raises(StorageError):
        await vault.erase()
    with pytest.raises(StorageUnavailable):
        vault.spreadsheet()


@run
async def test_another_window_reads_what_stands_now_and_changes_nothing() -> None:
    vault = await holding(A)
    other = Vault(vault._place, this_device())
    records = await other.open_to_read()
    assert (list(records.check_ins.all()), records.keeping) == ([A], Keeping.ELSEWHERE)
    with pytest.raises(StorageError):
        await records.check_ins.save(B)
    await vault.database.check_ins.save(C)
    assert list((await other.open_to_read()).check_ins.all()) == [A, C]


def test_a_new_passphrase_is_five_words_of_the_list_and_long_enough() -> None:
    vault = Vault(MemoryPlace(), this_device())
    known = WORDS.read_text("utf-8").split()
    assert len(known) == len(set(known)) == 6_115
    offered = [vault.new_passphrase() for _ in range(50)]
    assert all(len(words.split(" ")) == 5 and set(words.split(" ")) <= set(known) for words in offered)
    assert all(vault.is_long_enough(words) for words in offered)
    assert len(set(offered)) == 50


def test_passphrases_that_a_keyboard_would_make_differ_are_the_same() -> None:
    vault = Vault(MemoryPlace(), this_device())
    assert vault.is_same("Don’t  look back ", "don't look back")
    assert not vault.is_same("don't look back", "dont look back")
    assert vault.is_long_enough("twelve signs")
    assert not vault.is_long_enough("eleven sign")


@run
async def test_a_backup_holds_what_still_waits_to_be_saved_too() -> None:
    vault = await holding(A)
    changed = made("8:00", 3, id="a", note="not saved yet")
    content = await vault.backup(None, NOW, {"check_ins": (changed, C), "goals": (Goal("g", "Swim"),)})
    new = Vault(MemoryPlace(), this_device())
    await new.open()
    await new.bring_in(await looked(new, content), True)
    assert list(new.database.check_ins.all()) == [changed, C]
    assert list(new.database.goals.all()) == [Goal("g", "Swim")]
    assert list(vault.database.check_ins.all()) == [A]


@run
async def test_a_passphrase_fits_the_lock_it_set_and_no_other() -> None:
    vault = await holding(A)
    assert await vault.fits("anything")
    await vault.set_lock(PASSPHRASE)
    assert await vault.fits(PASSPHRASE.upper())
    assert not await vault.fits("four brown words here")
