"""A full hope box: in every backup, behind the lock, gone when erased; and what schema 3 left comes in."""

from __future__ import annotations

import asyncio
import random
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from domain.hopes import LARGEST_PHOTO, MOST_PHOTOS, Hope, HopeKind
from domain.people import Person
from storage.cipher import this_device
from storage.memory import MemoryPlace
from storage.schema import SCHEMA
from storage.vault import Vault
from tests.storage.byte_file_fakes import contents_of, files
from tests.storage.ledgers import looked_at, opened, run
from tests.storage.places import FilledPlace, database_at

NOW = datetime(2026, 11, 19, 8, 12, tzinfo=UTC)
HERE = timezone(timedelta(hours=1))
PASSPHRASE = "four green words here"  # noqa: S105 - it opens nothing but what these tests make
FROZEN = Path(__file__).parent / "frozen"


def photo(number: int, size: int = LARGEST_PHOTO) -> Hope:
    """As large as one may be, and as hard to make smaller."""
    start = b"\xff\xd8\xff\xda"
    noise = random.Random(number).randbytes(size - len(start))
    return Hope(f"photo-{number:02}", HopeKind.PHOTO, NOW, 60, f"Photo {number}", photo=start + noise, place=number)


FULL = [photo(number) for number in range(MOST_PHOTOS)]


async def filled(*hopes: Hope) -> Vault:
    vault = Vault(MemoryPlace(), this_device())
    records = await vault.open()
    for hope in hopes:
        await records.hopes.save(hope)
    return vault


@pytest.mark.parametrize("words", [None, PASSPHRASE], ids=["plain", "sealed"])
def test_a_backup_of_as_many_and_as_large_photos_as_fit_comes_in_elsewhere(words: str | None) -> None:
    async def work() -> None:
        content = await (await filled(*FULL)).backup(words, NOW)
        assert 6_000_000 < len(content) < 10_000_000
        other = await filled()
        incoming = await other.look(content, words, {}, HERE)
        assert (incoming.preview.new, incoming.preview.different) == (24, 0)
        await other.bring_in(incoming, replace=False)
        assert list(other.database.hopes.all()) == FULL
        await other.take_back()
        assert list(other.database.hopes.all()) == []

    asyncio.run(work())


def test_a_full_one_stands_whole_after_opening_again(place: FilledPlace) -> None:
    async def work() -> None:
        async with database_at(place) as database:
            for hope in FULL:
                await database.hopes.save(hope)
            await database.hopes.delete("photo-03")
        async with database_at(place) as database:
            assert list(database.hopes.all()) == [*FULL[:3], *FULL[4:]]

    asyncio.run(work())


def test_a_photo_takes_a_third_more_room_than_it_has_bytes_and_twice_that_in_both_files_at_most() -> None:
    async def work() -> tuple[bytes, bytes]:
        vault = await filled(*FULL)
        await vault.database.ledger.compact()
        both: tuple[bytes, bytes] = await vault._place.contents()
        return both

    a, b = asyncio.run(work())
    whole = MOST_PHOTOS * LARGEST_PHOTO
    assert min(len(a), len(b)) < 1.34 * whole
    assert len(a) + len(b) < 2 * 1.34 * whole + (1 << 21)


def test_behind_the_lock_no_part_of_a_photo_can_be_read() -> None:
    async def work() -> tuple[bytes, bytes]:
        vault = await filled(photo(1, 3_000))
        plain = b"".join(await vault._place.contents())
        await vault.set_lock(PASSPHRASE)
        await vault.database.hopes.save(photo(2, 3_000))
        return plain, b"".join(await vault._place.contents())

    plain, locked = asyncio.run(work())
    assert b'"photo":"/9j/2' in plain
    assert b"Photo 1" in plain
    assert b"/9j/2" not in locked
    assert b"Photo" not in locked


def test_erased_they_are_gone() -> None:
    async def work() -> None:
        vault = await filled(photo(1))
        await vault.erase()
        assert await vault._place.contents() == (b"", b"")
        assert list((await vault.open()).hopes.all()) == []

    asyncio.run(work())


# Schema 3, as the Tend before the hope box wrote it


def test_what_schema_3_kept_opens_with_everything_in_it_and_an_empty_box() -> None:
    both = files(((FROZEN / "schema-3-a.ledger").read_bytes(), (FROZEN / "schema-3-b.ledger").read_bytes()))
    ledger = run(opened(both))
    assert (SCHEMA, ledger.damaged, ledger.torn) == (5, 0, False)
    assert {table: list(documents) for table, documents in ledger.tables.items()} == {
        "check_ins": ["c"],
        "values": ["v"],
        "strengths": ["t"],
        "goals": ["g"],
        "marks": ["m"],
        "people": ["p"],
        "skills": ["s"],
        "uses": ["u"],
        "writings": ["w"],
        "preferences": ["mine"],
        "device": ["mine"],
    }
    assert any(b'"schema":5' in content for content in contents_of(both))
    assert looked_at(contents_of(both)).tables == ledger.tables


def test_a_backup_of_schema_3_comes_in() -> None:
    async def work() -> None:
        vault = await filled(photo(1, 100))
        incoming = await vault.look((FROZEN / "schema-3-backup.json").read_bytes(), None, {}, HERE)
        assert (incoming.preview.check_ins, incoming.preview.new, incoming.preview.missing) == (1, 9, 1)
        await vault.bring_in(incoming, replace=False)
        assert [hope.id for hope in vault.database.hopes.all()] == ["photo-01"]
        assert list(vault.database.people.all()) == [Person("p", "Maya", "0123")]

    asyncio.run(work())
