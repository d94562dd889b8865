"""Backups: what they look like, that they give back exactly what went in, and that a trial notices when they do not."""

from __future__ import annotations

import asyncio
import copy
import json
import os
import random
from collections.abc import Coroutine
from datetime import UTC, datetime, timedelta, timezone
from typing import Any, TypeVar

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from domain.errors import FileDamaged, FileForeign, FileRefused, WrongPassphrase
from domain.models import CheckIn, Preferences
from storage import backup, codec, foreign_json
from storage.backup import Backup, Sealed, look
from storage.cipher import Kdf
from storage.openssl import OpenSsl
from tests.storage import record_strategies
from tests.storage.bad_files import checksum, remade

Value = TypeVar("Value")
Tables = dict[str, dict[str, dict[str, Any]]]

IS_TORTURE = os.environ.get("TORTURE") == "1"
PLAIN_TRIPS = 1_000 if IS_TORTURE else 100
ENCRYPTED_TRIPS = 1_000 if IS_TORTURE else 12
CRYPTO = OpenSsl()
WORDS = "words to open it"
MADE_AT = datetime(2026, 11, 20, 18, 30, tzinfo=UTC)
A = {"id": "a", "at": "2026-11-19T08:12:00+00:00", "utc_offset_minutes": 60, "mood": 3, "note": "café 😀"}
B = {"id": "b", "at": "2026-11-19T20:12:00+00:00", "utc_offset_minutes": 60, "sleep_hours": 8.0, "note": "\ud800"}
MINE = {"appearance": "dark", "text_size": 125}
TABLES: Tables = {"check_ins": {"a": A, "b": B}, "preferences": {"mine": MINE}}
PLAIN = """\
{
"format": "tend-backup",
"version": 1,
"schema": 5,
"made_at": "2026-11-20T18:30:00+00:00",
"count": {"check_ins": 2, "preferences": 1},
"tables": {
 "check_ins": {
  "a": {"id": "a", "at": "2026-11-19T08:12:00+00:00", "utc_offset_minutes": 60, "mood": 3, "note": "café 😀"},
  "b": {"id": "b", "at": "2026-11-19T20:12:00+00:00", "utc_offset_minutes": 60, "sleep_hours": 8.0, "note": "\\ud800"}
 },
 "preferences": {
  "mine": {"appearance": "dark", "text_size": 125}
 }
},
"checksum": "CHECKSUM"
}
"""


def done(work: Coroutine[Any, Any, Value]) -> Value:
    return asyncio.run(work)


def locked(plain: bytes, words: str = WORDS) -> bytes:
    return done(backup.encrypted(plain, words, CRYPTO))


def opened(data: bytes, words: str = WORDS) -> Backup:
    found = look(data)
    assert isinstance(found, Sealed)
    return done(backup.unsealed(found, words, CRYPTO))


def tables_of(entries: list[CheckIn], mine: Preferences) -> Tables:
    documents = {entry.id: codec.check_in_to_document(entry) for entry in entries}
    return {"check_ins": documents, "preferences": {"mine": codec.preferences_to_document(mine)}}


tables = st.builds(
    tables_of,
    st.lists(record_strategies.check_ins, max_size=6, unique_by=lambda entry: entry.id),
    record_strategies.preferences,
)


def test_a_plain_backup_can_be_read_by_a_person() -> None:
    plain = backup.to_plain(TABLES, MADE_AT)
    assert plain.decode() == PLAIN.replace("CHECKSUM", checksum(json.loads(plain)))
    assert look(plain) == Backup(MADE_AT, TABLES)


def test_an_encrypted_backup_says_how_it_was_made_and_nothing_else() -> None:
    plain = backup.to_plain(TABLES, MADE_AT)
    document = json.loads(locked(plain))
    assert list(document) == ["format", "version", "kdf", "cipher", "data", "checksum"]
    assert (document["format"], document["version"]) == ("tend-backup-encrypted", 1)
    assert {**document["kdf"], "salt": len(document["kdf"]["salt"])} == {
        "name": "PBKDF2-HMAC-SHA256",
        "iterations": 1_000_000,
        "salt": 24,
    }
    assert {**document["cipher"], "iv": len(document["cipher"]["iv"])} == {"name": "AES-256-GCM", "iv": 16}
    assert len(document["data"]) == (len(plain) + 16 + 2) // 3 * 4
    assert document["checksum"] == checksum(document)


def test_an_encrypted_backup_opens_with_its_passphrase_however_typed() -> None:
    data = locked(backup.to_plain(TABLES, MADE_AT), "Café “Blue”")
    assert opened(data, ' cafe\u0301 "BLUE" ') == Backup(MADE_AT, TABLES)
    with pytest.raises(WrongPassphrase):
        opened(data, "cafe blue")


def test_two_backups_of_the_same_share_neither_salt_nor_iv_nor_data() -> None:
    plain = backup.to_plain(TABLES, MADE_AT)
    one, other = look(locked(plain)), look(locked(plain))
    assert isinstance(one, Sealed)
    assert isinstance(other, Sealed)
    assert one.kdf.salt != other.kdf.salt
    assert one.iv != other.iv
    assert one.data != other.data


def test_what_belongs_to_the_device_is_in_no_backup() -> None:
    with_device: Tables = {**TABLES, "device": {"lock": {"salt": "canary"}}}
    plain = backup.to_plain(with_device, MADE_AT)
    assert plain == backup.to_plain(TABLES, MADE_AT)
    done(backup.trial(plain, None, with_device, CRYPTO))


def test_a_backup_of_nothing_gives_nothing_back() -> None:
    empty: tuple[Tables, ...] = ({}, {"check_ins": {}})
    for nothing in empty:
        assert look(backup.to_plain(nothing, MADE_AT)) == Backup(MADE_AT, nothing)


def test_the_time_it_was_made_is_kept_as_utc() -> None:
    there = datetime(2026, 11, 20, 19, 30, 1, 5, tzinfo=timezone(timedelta(hours=1)))
    assert look(backup.to_plain({}, there)) == Backup(datetime(2026, 11, 20, 18, 30, 1, 5, tzinfo=UTC), {})


def test_making_and_reading_a_backup_leave_the_tables_as_they_were() -> None:
    before = copy.deepcopy(TABLES)
    data = locked(backup.to_plain(TABLES, MADE_AT))
    opened(data).tables["check_ins"]["a"]["note"] = "changed"
    done(backup.trial(data, WORDS, TABLES, CRYPTO))
    assert before == TABLES


def test_a_backup_that_was_laid_out_anew_or_got_a_byte_order_mark_still_comes_in() -> None:
    plain = backup.to_plain(TABLES, MADE_AT)
    for again in (json.dumps(json.loads(plain), indent=4, sort_keys=True).encode(), b"\xef\xbb\xbf" + plain):
        assert look(again) == Backup(MADE_AT, TABLES)
    assert opened(json.dumps(json.loads(locked(plain)), sort_keys=True).encode()) == Backup(MADE_AT, TABLES)


def test_a_backup_of_schema_1_comes_in_under_its_own_ids() -> None:
    def earlier(file: dict[str, Any]) -> None:
        file["schema"], file["tables"] = 1, {"check_ins": {"1": A, "7": B}, "preferences": {"1": MINE}}

    assert look(remade(backup.to_plain(TABLES, MADE_AT), earlier)) == Backup(MADE_AT, TABLES)


def test_fewer_or_more_rounds_than_ours_open_within_the_limits() -> None:
    async def by_another_version() -> Backup:
        class Fewer(OpenSsl):
            async def derive(self, passphrase: str, kdf: Kdf) -> Any:
                return await super().derive(passphrase, Kdf(kdf.salt, 600_000))

        key = await Fewer().derive(WORDS, Kdf(bytes(16)))
        outside: dict[str, Any] = {
            "format": "tend-backup-encrypted",
            "version": 1,
            "kdf": {"name": "PBKDF2-HMAC-SHA256", "iterations": 600_000, "salt": "A" * 22 + "=="},
            "cipher": {"name": "AES-256-GCM"},
        }
        header = json.dumps(outside, sort_keys=True, separators=(",", ":")).encode()
        sealed = await key.seal(backup.to_plain(TABLES, MADE_AT), header)
        return await backup.unsealed(Sealed(Kdf(bytes(16), 600_000), sealed[:12], sealed[12:], header), WORDS, CRYPTO)

    assert done(by_another_version()) == Backup(MADE_AT, TABLES)


@pytest.mark.slow
def test_a_file_cut_at_any_byte_is_refused() -> None:
    plain = backup.to_plain(TABLES, MADE_AT)
    for data in (plain, locked(plain)):
        whole = len(data.rstrip())
        for length in range(whole):
            with pytest.raises((FileDamaged, FileForeign)) as refusal:
                look(data[:length])
            # Twenty bytes in, one can see whose it is.
            assert length < 20 or type(refusal.value) is FileDamaged


@pytest.mark.slow
def test_no_changed_byte_of_a_plain_backup_goes_unnoticed() -> None:
    plain = backup.to_plain(TABLES, MADE_AT)
    for place in range(len(plain)):
        for bit in (1, 4, 32, 128):
            changed = plain[:place] + bytes([plain[place] ^ bit]) + plain[place + 1 :]
            try:
                found = look(changed)
            except FileRefused:
                continue
            assert found == Backup(MADE_AT, TABLES)  # a space became another


@pytest.mark.parametrize("is_locked", [False, True], ids=["plain", "encrypted"])
def test_a_trial_notices_a_backup_that_would_give_something_else(is_locked: bool) -> None:
    words = WORDS if is_locked else None
    others: list[Tables] = [
        {},
        {**TABLES, "preferences": {}},
        {**TABLES, "check_ins": {"a": A}},
        {**TABLES, "check_ins": {"a": {**A, "note": "cafe 😀"}, "b": B}},
        {**TABLES, "check_ins": {"a": {**A, "mood": 4}, "b": B}},
        {**TABLES, "check_ins": {"a": A, "b": {**B, "sleep_hours": 8}}},
        {**TABLES, "later": {}},
    ]
    plain = backup.to_plain(TABLES, MADE_AT)
    data = locked(plain) if is_locked else plain
    done(backup.trial(data, words, TABLES, CRYPTO))
    for other in others:
        with pytest.raises(FileDamaged):
            done(backup.trial(data, words, other, CRYPTO))
    with pytest.raises(FileDamaged):
        done(backup.trial(data[:-3], words, TABLES, CRYPTO))


def test_a_trial_notices_a_document_that_could_not_come_back() -> None:
    bad: Tables = {"check_ins": {"a": {**A, "mood": 11}}}
    with pytest.raises(FileForeign):
        done(backup.trial(backup.to_plain(bad, MADE_AT), None, bad, CRYPTO))


def test_a_trial_notices_a_lock_that_is_missing_or_was_not_asked_for() -> None:
    plain = backup.to_plain(TABLES, MADE_AT)
    for data, words in ((plain, WORDS), (locked(plain), None)):
        with pytest.raises(FileForeign):
            done(backup.trial(data, words, TABLES, CRYPTO))
    with pytest.raises(WrongPassphrase):
        done(backup.trial(locked(plain), "", TABLES, CRYPTO))


def test_json_at_the_limits_is_taken() -> None:
    deep = b"[" * 32 + b'"[[[\\"{"' + b"]" * 32
    assert foreign_json.parse(deep) is not None
    assert foreign_json.parse(b'{"a": -12345678901234567890}') == {"a": -12345678901234567890}
    assert foreign_json.parse(b'\xef\xbb\xbf"\\ud800"') == "\ud800"
    assert foreign_json.parse(b" " * 49_999_999 + b"1") == 1


def test_the_depth_found_by_patterns_is_the_one_found_by_counting() -> None:
    chance = random.Random(11)
    for _ in range(3_000):
        data = bytes(chance.choices(b'[]{}"\\a,', (6, 6, 6, 6, 2, 2, 1, 1), k=chance.randrange(60)))
        assert foreign_json.is_shallow(data) is _is_shallow_by_counting(data)
    for depth, is_shallow in ((32, True), (33, False)):
        assert foreign_json.is_shallow(b'[{"a":' * (depth // 2) + b"[" * (depth % 2) + b"]" * (depth % 2)
                                       + b"}]" * (depth // 2)) is is_shallow  # fmt: skip


def _is_shallow_by_counting(data: bytes) -> bool:
    depth = deepest = place = 0
    is_string = False
    while place < len(data):
        letter = data[place : place + 1]
        if is_string:
            place += letter == b"\\"
            is_string = letter != b'"'
        elif letter == b'"':
            is_string = True
        elif letter in b"[{":
            depth += 1
            deepest = max(depth, deepest)
        elif letter in b"]}":
            depth -= 1
            if depth < 0:
                return False
        place += 1
    return depth == 0 and deepest <= 32


def test_plain_round_trips_are_equal() -> None:
    trips = []

    @settings(max_examples=PLAIN_TRIPS, deadline=None, suppress_health_check=list(HealthCheck), database=None)
    @given(tables, st.datetimes(timezones=st.just(UTC)))
    def trip(kept: Tables, made_at: datetime) -> None:
        data = backup.to_plain(kept, made_at)
        assert look(data) == Backup(made_at, kept)
        done(backup.trial(data, None, kept, CRYPTO))
        trips.append(1)

    trip()
    print(f"{len(trips)} plain backups gave back what went in")  # noqa: T201
    assert len(trips) >= PLAIN_TRIPS


@pytest.mark.slow
def test_encrypted_round_trips_are_equal() -> None:
    trips = []

    @settings(max_examples=ENCRYPTED_TRIPS, deadline=None, suppress_health_check=list(HealthCheck), database=None)
    @given(tables, record_strategies.texts)
    def trip(kept: Tables, words: str) -> None:
        data = locked(backup.to_plain(kept, MADE_AT), words)
        assert opened(data, f" {words.upper().lower()} " if words.isascii() else words) == Backup(MADE_AT, kept)
        done(backup.trial(data, words, kept, CRYPTO))
        trips.append(1)

    trip()
    print(f"{len(trips)} encrypted backups gave back what went in")  # noqa: T201
    assert len(trips) >= ENCRYPTED_TRIPS
