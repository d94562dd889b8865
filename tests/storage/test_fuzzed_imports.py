"""Real backups, changed at random: each is refused with an error of ours, or gives back exactly what was in it.

TORTURE=1 makes 10,000 of them, otherwise it is 1,500. For the encrypted ones the key comes from one round of a hash
instead of a million, which a change cannot tell; all else is the real thing.
"""

from __future__ import annotations

import asyncio
import copy
import hashlib
import json
import os
import random
from collections import Counter
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest

from domain.errors import FileRefused, WrongPassphrase
from storage import backup, schema
from storage.cipher import Kdf, Key
from storage.openssl import OpenSsl, OpenSslKey
from storage.passphrase import normalised
from tests.storage.bad_files import remade

pytestmark = pytest.mark.slow

COUNT = 10_000 if os.environ.get("TORTURE") == "1" else 1_500
WORDS = "words to open it"
MADE_AT = datetime(2026, 11, 20, 18, 30, tzinfo=UTC)
Bytes = Callable[[random.Random, bytes], bytes]


class QuickCrypto(OpenSsl):
    """Real AES-256-GCM under a key that costs one round."""

    async def derive(self, passphrase: str, kdf: Kdf) -> Key:
        return OpenSslKey(hashlib.sha256(repr((normalised(passphrase), kdf)).encode()).digest())


def check_in(number: int) -> dict[str, Any]:
    return {
        "id": f"{number:032x}",
        "at": f"2026-11-{number % 28 + 1:02}T08:12:00+00:00",
        "utc_offset_minutes": 60,
        "mood": number % 5 + 1,
        "feelings": ["tired", "canary"],
        "activities": [{"name": "walk", "energy_before": 2}],
        "sleep": "ok",
        "sleep_hours": 7.5,
        "note": 'a canary’s note "quoted" \\ \ud800 😀\n',
    }


TABLES: schema.Tables = {
    "check_ins": {f"{number:032x}": check_in(number) for number in range(12)},
    "preferences": {"mine": {"appearance": "dark", "text_size": 125}},
}
PLAIN = backup.to_plain(TABLES, MADE_AT)
LOCKED = asyncio.run(backup.encrypted(PLAIN, WORDS, QuickCrypto()))
WHOLE = backup.Backup(MADE_AT, TABLES)


def flip_bits(chance: random.Random, data: bytes) -> bytes:
    changed = bytearray(data)
    for _ in range(chance.randint(1, 4)):
        changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
    return bytes(changed)


def cut(chance: random.Random, data: bytes) -> bytes:
    a, b = sorted(chance.choices(range(len(data) + 1), k=2))
    return chance.choice((data[:a], data[a:], data[:a] + data[b:]))


def double(chance: random.Random, data: bytes) -> bytes:
    a, b = sorted(chance.choices(range(len(data) + 1), k=2))
    return data[:b] + data[a:b] * chance.randint(1, 3) + data[b:]


def splice(chance: random.Random, data: bytes) -> bytes:
    return data[: chance.randrange(len(data))] + chance.choice((PLAIN, LOCKED))[chance.randrange(len(PLAIN)) :]


def put_in(chance: random.Random, data: bytes) -> bytes:
    pieces = (b"\xff", b"\0", b"[" * 100, b"\xef\xbb\xbf", b'"', b"\\", b",", b"9" * 5000, b"NaN", b'"a":1,', b"{}")
    at = chance.randrange(len(data))
    return data[:at] + chance.choice(pieces) + data[at + chance.randrange(3) :]


def renumber(chance: random.Random, data: bytes) -> bytes:
    places = [place for place in range(len(data)) if data[place : place + 1].isdigit()]
    at, number = chance.choice(places), chance.choice((b"-1", b"0", b"99", b"1e400", b"1.0", b"true", b"1" * 30))
    return data[:at] + number + data[at + 1 :]


def swap_lines(chance: random.Random, data: bytes) -> bytes:
    lines = data.split(b"\n")
    a, b = chance.randrange(len(lines)), chance.randrange(len(lines))
    lines[a], lines[b] = lines[b], lines[a]
    return b"\n".join(lines)


BYTES: tuple[Bytes, ...] = (flip_bits, cut, double, splice, put_in, renumber, swap_lines)
VALUES = (None, True, 0, -1, 11, 1.0, 10**19, "", "canary", "__proto__", "2026-02-30T00:00:00+00:00", [], {}, [{}])


def change_a_place(chance: random.Random, document: dict[str, Any]) -> None:
    """Go down at random, then replace, remove, rename or swap what is there."""
    at: Any = document
    while True:
        places: list[Any] = list(at) if isinstance(at, dict) else list(range(len(at)))
        if not places:
            return
        place = chance.choice(places)
        if not (isinstance(at[place], dict | list) and at[place] and chance.random() < 0.8):
            break
        at = at[place]
    other = chance.choice(places)
    match chance.randrange(4):
        case 0:
            at[place] = chance.choice(VALUES)
        case 1:
            del at[place]
        case 2 if isinstance(at, dict):
            at[chance.choice(("__proto__", "id", "mood", "mine", "canary"))] = at.pop(place)
        case _:
            at[place], at[other] = at[other], at[place]


def outcome(data: bytes) -> backup.Backup | str:
    """What an import gives, or the name of its refusal, which tells nothing of what was written."""
    try:
        found = backup.look(data)
        if isinstance(found, backup.Sealed):
            found = asyncio.run(backup.unsealed(found, WORDS, QuickCrypto()))
    except (FileRefused, WrongPassphrase) as refusal:
        found, told = type(refusal).__name__, repr((refusal, refusal.__cause__))
    else:
        return found
    assert "canary" not in told
    return found


def test_bytes_changed_at_random_are_refused_or_change_nothing() -> None:
    before = copy.deepcopy(TABLES)
    outcomes: Counter[str] = Counter()
    for number in range(COUNT):
        chance = random.Random(f"bytes {number}")
        data = chance.choice((PLAIN, LOCKED))
        for _ in range(chance.randint(1, 2)):
            data = chance.choice(BYTES)(chance, data) or b"{}"
        found = outcome(data)
        assert isinstance(found, str) or found == WHOLE, f"number {number}"
        outcomes[found if isinstance(found, str) else "unchanged"] += 1
    print(f"{COUNT} files with changed bytes: {dict(outcomes)}")  # noqa: T201
    assert before == TABLES
    assert outcomes.total() == COUNT
    assert {"FileDamaged", "FileForeign", "unchanged"} <= outcomes.keys()


def test_an_encrypted_file_changed_with_its_checksum_mended_is_refused_or_changes_nothing() -> None:
    outcomes: Counter[str] = Counter()
    for number in range(COUNT):
        chance = random.Random(f"locked {number}")
        found = outcome(remade(LOCKED, lambda document, chance=chance: change_a_place(chance, document)))
        assert isinstance(found, str) or found == WHOLE, f"number {number}"
        outcomes[found if isinstance(found, str) else "unchanged"] += 1
    print(f"{COUNT} encrypted files with a mended checksum: {dict(outcomes)}")  # noqa: T201
    assert {"FileForeign", "FileNewer", "unchanged"} <= outcomes.keys()


def test_a_plain_file_changed_with_its_checksum_mended_is_refused_or_still_holds_what_tend_could_write() -> None:
    outcomes: Counter[str] = Counter()
    for number in range(COUNT):
        chance = random.Random(f"plain {number}")
        changed = remade(PLAIN, lambda document, chance=chance: change_a_place(chance, document))
        found = outcome(changed)
        if isinstance(found, backup.Backup):
            schema.check(found.tables)
            assert found.tables == json.loads(changed)["tables"], f"number {number}"
        outcomes[found if isinstance(found, str) else "taken"] += 1
    print(f"{COUNT} plain files with a mended checksum: {dict(outcomes)}")  # noqa: T201
    assert {"FileForeign", "FileNewer", "taken"} <= outcomes.keys()
