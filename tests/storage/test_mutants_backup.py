"""Encrypted backups at the edges of what they may be, where mutation testing found that nothing was asked."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from datetime import UTC, datetime
from typing import Any, TypeVar

import pytest

from domain.errors import FileForeign, WrongPassphrase
from storage import backup, foreign_json
from storage.backup import Sealed
from storage.openssl import OpenSsl

Value = TypeVar("Value")
CRYPTO = OpenSsl()
PLAIN = backup.to_plain({}, datetime(2026, 11, 20, 18, 30, tzinfo=UTC))


def done(work: Coroutine[Any, Any, Value]) -> Value:
    return asyncio.run(work)


def test_an_encrypted_file_is_laid_out_for_people_to_look_at() -> None:
    lines = done(backup.encrypted(PLAIN, "words to open it", CRYPTO)).decode("ascii").splitlines()
    assert lines[:7] == [
        *("{", ' "format": "tend-backup-encrypted",', ' "version": 1,', ' "kdf": {'),
        *('  "name": "PBKDF2-HMAC-SHA256",', '  "iterations": 1000000,', lines[6]),
    ]
    assert lines[6].startswith('  "salt": "')
    assert lines[-1] == "}"


def test_an_empty_passphrase_is_one_like_any_other() -> None:
    locked = done(backup.encrypted(PLAIN, "", CRYPTO))
    done(backup.trial(locked, "", {}, CRYPTO))
    with pytest.raises(WrongPassphrase):
        done(backup.trial(locked, "words to open it", {}, CRYPTO))


def test_nothing_at_all_can_be_sealed_and_is_no_backup_once_it_is_opened() -> None:
    found = backup.look(done(backup.encrypted(b"", "words to open it", CRYPTO)))
    assert isinstance(found, Sealed)
    assert len(found.data) == 16  # the tag alone
    with pytest.raises(FileForeign):
        done(backup.unsealed(found, "words to open it", CRYPTO))


def test_a_line_break_behind_a_backslash_ends_no_string() -> None:
    assert foreign_json.is_shallow(b'["\\\n["]')
    assert not foreign_json.is_shallow(b'["\\\n", [')
