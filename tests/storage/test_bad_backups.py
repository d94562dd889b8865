"""Files that must not come in: each is refused for its own reason, at once, and nothing of it is told."""

from __future__ import annotations

import asyncio
import time
import traceback

import pytest

from domain import errors
from domain.errors import FileForeign, FileRefused, FileTooLarge, WrongPassphrase
from storage import backup, foreign_json
from storage.openssl import OpenSsl
from tests.storage.bad_files import BOMB, FOLDER, HUGE, TABLE

NOT_FROZEN = {"__init__.py", "__pycache__", "table.json"}


async def taken_in(data: bytes, passphrase: str) -> backup.Backup:
    """What a person's import does with a file."""
    found = backup.look(data)
    return await backup.unsealed(found, passphrase, OpenSsl()) if isinstance(found, backup.Sealed) else found


def test_files_and_table_match_one_to_one() -> None:
    files = {path.name for path in FOLDER.iterdir()} - NOT_FROZEN
    assert files == set(TABLE)
    assert len(files) >= 130
    assert list(TABLE) == sorted(TABLE)


@pytest.mark.parametrize("name", TABLE)
def test_a_bad_file_is_refused_for_its_own_reason(name: str) -> None:
    row = TABLE[name]
    with pytest.raises((FileRefused, WrongPassphrase)) as refusal:
        asyncio.run(taken_in((FOLDER / name).read_bytes(), row.get("passphrase", "")))
    assert type(refusal.value) is getattr(errors, row["refusal"])
    assert str(refusal.value) == row["why"]
    told = "".join(traceback.format_exception(refusal.value))
    assert "canary" not in told, "it names what somebody wrote"


@pytest.mark.parametrize("name", sorted(name for name, row in TABLE.items() if row["refusal"] != "WrongPassphrase"))
def test_what_can_be_seen_from_outside_is_seen_before_a_key_is_made(name: str) -> None:
    """A file with 10⁹ iterations would hold the app for minutes otherwise."""
    try:
        found = backup.look((FOLDER / name).read_bytes())
    except FileRefused:
        return
    assert isinstance(found, backup.Sealed)
    assert name in {
        "locked-another-app.json",
        "locked-cut-inside.json",
        "locked-nested-5000-inside.json",
        "locked-schema-99.json",
        "locked-twice.json",
    }


@pytest.mark.parametrize("name", HUGE)
def test_a_huge_file_is_refused_before_it_is_read(name: str) -> None:
    data = HUGE[name]()
    began = time.perf_counter()
    with pytest.raises(FileTooLarge):
        backup.look(data)
    assert time.perf_counter() - began < 0.1


def test_a_gzip_bomb_is_a_foreign_file_and_is_never_unpacked() -> None:
    assert len(BOMB) < 100_000
    with pytest.raises(FileForeign):
        backup.look(BOMB)


@pytest.mark.slow
@pytest.mark.parametrize(
    "piece", [b"[", b"]", b"[]", b"{}[", b'"', b'\\"', b'"\\', b'{"a":', b"\\", b'"{', b"9", b"\xff"], ids=repr
)
def test_no_repeated_piece_makes_the_look_slow(piece: bytes) -> None:
    """Ten times the size takes about ten times as long; a hundred times would be a trap."""
    took = []
    for n in (300_000, 3_000_000):
        data = (piece * n)[:n]
        began = time.perf_counter()
        with pytest.raises(FileForeign):
            foreign_json.parse(data)
        took.append(time.perf_counter() - began)
    assert took[1] < 40 * took[0] + 0.5
