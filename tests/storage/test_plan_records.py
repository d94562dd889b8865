"""The plan: in every backup; what schema 4 left comes in, with an empty plan beside it."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from domain.plan import LONGEST_WORDS, Part, PlanItem, PlanNotes
from storage.cipher import this_device
from storage.memory import MemoryPlace
from storage.schema import SCHEMA
from storage.vault import Vault
from tests.storage.byte_file_fakes import contents_of, files
from tests.storage.ledgers import looked_at, opened, run

NOW = datetime(2026, 11, 24, 8, 12, tzinfo=UTC)
HERE = timezone(timedelta(hours=1))
PASSPHRASE = "four green words here"  # noqa: S105 - it opens nothing but what these tests make
FROZEN = Path(__file__).parent / "frozen"
LONG = PlanItem("l", Part.ALONE, "x" * LONGEST_WORDS)


async def filled(*items: PlanItem) -> Vault:
    vault = Vault(MemoryPlace(), this_device())
    records = await vault.open()
    for item in items:
        await records.plan.save(item)
    return vault


@pytest.mark.parametrize("words", [None, PASSPHRASE], ids=["plain", "sealed"])
def test_a_backup_brings_the_plan_to_another_device(words: str | None) -> None:
    async def work() -> None:
        content = await (await filled(LONG)).backup(words, NOW)
        other = await filled()
        incoming = await other.look(content, words, {}, HERE)
        assert (incoming.preview.new, incoming.preview.different) == (1, 0)
        await other.bring_in(incoming, replace=False)
        assert list(other.database.plan.all()) == [LONG]

    asyncio.run(work())


def test_what_schema_4_kept_opens_with_everything_in_it_and_an_empty_plan() -> None:
    both = files(((FROZEN / "schema-4-a.ledger").read_bytes(), (FROZEN / "schema-4-b.ledger").read_bytes()))
    ledger = run(opened(both))
    assert (SCHEMA, ledger.damaged, ledger.torn) == (5, 0, False)
    assert {table: list(documents) for table, documents in ledger.tables.items()} == {
        "check_ins": ["c"],
        "goals": ["g"],
        "people": ["p"],
        "hopes": ["h"],
        "preferences": ["mine"],
    }
    assert any(b'"schema":5' in content for content in contents_of(both))
    assert looked_at(contents_of(both)).tables == ledger.tables


def test_a_backup_of_schema_4_comes_in() -> None:
    async def work() -> None:
        vault = await filled(LONG)
        incoming = await vault.look((FROZEN / "schema-4-backup.json").read_bytes(), None, {}, HERE)
        assert (incoming.preview.check_ins, incoming.preview.new, incoming.preview.missing) == (1, 4, 1)
        await vault.bring_in(incoming, replace=False)
        assert [hope.words for hope in vault.database.hopes.all()] == ["You came through before."]
        assert list(vault.database.plan.all()) == [LONG]

    asyncio.run(work())


def test_the_notes_beside_the_plan_come_back_whole() -> None:
    async def work() -> None:
        vault, day = await filled(LONG), NOW.date()
        notes = PlanNotes(("a", "b"), day, day, day, (Part.SAFER, Part.NOT_DECIDERS))
        await vault.database.plan_notes.save(notes)
        content = await vault.backup(None, NOW)
        other = await filled()
        await other.bring_in(await other.look(content, None, {}, HERE), replace=True)
        assert other.database.plan_notes.load() == notes

    asyncio.run(work())
