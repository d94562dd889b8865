"""The two slots of schema 1, built here as their layout says, come over as today's tables."""

from __future__ import annotations

import json
import struct
from hashlib import sha256
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.errors import StorageForeign
from storage.legacy import tables_in

ONE: dict[str, Any] = {"check_ins": {"1": {"id": "a", "note": "one"}}}
TWO: dict[str, Any] = {"check_ins": {"1": {"id": "a"}, "7": {"id": "b"}}, "preferences": {"1": {"text_size": 100}}}
NEW_ONE = {"check_ins": {"a": {"id": "a", "note": "one"}}}
NEW_TWO = {"check_ins": {"a": {"id": "a"}, "b": {"id": "b"}}, "preferences": {"mine": {"text_size": 100}}}


def slot(sequence: int, payload: Any, version: int = 1, schema: int = 1, magic: bytes = b"TEND") -> bytes:
    """A whole record: magic, version, schema, sequence, length, checksum, payload."""
    body = payload if isinstance(payload, bytes) else json.dumps(payload).encode("ascii")
    head = magic + struct.pack(">HHQQ", version, schema, sequence, len(body))
    return head + sha256(head + body).digest() + body


def test_a_record_is_56_bytes_and_its_payload() -> None:
    assert slot(0, {}).hex() == (
        "54454e4400010001"
        + "0000000000000000"
        + "0000000000000002"
        + sha256(slot(0, {})[:24] + b"{}").hexdigest()
        + "7b7d"
    )


def test_no_slots_are_nothing_from_that_time() -> None:
    assert tables_in(b"", b"") is None


def test_empty_records_are_empty_tables() -> None:
    assert tables_in(slot(0, {}), slot(0, {})) == {}
    assert tables_in(slot(5, {"check_ins": {}}), b"") == {}


def test_the_newer_of_two_whole_records_comes_over() -> None:
    for a, b in ((slot(7, ONE), slot(8, TWO)), (slot(8, TWO), slot(7, ONE)), (slot(8, TWO), b"")):
        assert tables_in(a, b) == NEW_TWO


def test_a_whole_record_comes_over_whatever_is_torn_beside_it() -> None:
    whole, newer = slot(7, ONE), slot(8, TWO)
    for cut in range(len(newer)):
        assert tables_in(whole, newer[:cut]) == tables_in(newer[:cut], whole) == NEW_ONE
    for beside in (newer + b"\0", newer[:-1] + b"?", bytes(90_000), slot(8, TWO, magic=b"tend")):
        assert tables_in(whole, beside) == NEW_ONE


def test_the_numbers_of_a_record_have_no_sign() -> None:
    assert tables_in(slot(2**64 - 1, TWO), slot(1, ONE)) == NEW_TWO


@pytest.mark.parametrize(
    "damaged",
    [
        *(b"X", b"null", bytes(90), slot(7, ONE)[:-1], slot(7, ONE) + b"\n", slot(7, ONE)[1:], b"TEND" + bytes(80)),
        *(slot(7, ONE, version=2), slot(7, ONE, schema=2), slot(7, ONE, version=0)),
    ],
    ids=lambda damaged: repr(damaged[:9]) + str(len(damaged)),
)
def test_files_without_one_whole_record_of_that_time_are_refused(damaged: bytes) -> None:
    for beside in (b"", damaged):
        with pytest.raises(StorageForeign):
            tables_in(damaged, beside)
        with pytest.raises(StorageForeign):
            tables_in(beside, damaged)


@pytest.mark.parametrize(
    "payload",
    [
        *(b"", b"null", b"[]", b"{", b"\xff\xfe", b'{"t":[]}', b'{"check_ins":{"1":0}}', b'{"check_ins":{"1":["id"]}}'),
        *(
            b'{"preferences":{"1":null}}',
            b'{"canary":' * 100_000,
            b"[" * 100_000,
            b'{"check_ins":{"1":{"note":"canary"}}}',
        ),
        b'{"t":{"1":{"at":' + b"9" * 5000 + b"}}}",
    ],
    ids=lambda payload: repr(payload[:26]),
)
def test_a_whole_record_without_tables_is_refused_without_a_word_of_it(payload: bytes) -> None:
    for older in (b"", slot(6, ONE)):
        with pytest.raises(StorageForeign) as refusal:
            tables_in(slot(7, payload), older)
        assert "canary" not in repr((refusal.value, refusal.value.__cause__))


@settings(max_examples=300, deadline=None)
@given(a=st.binary(max_size=80), b=st.binary(min_size=1, max_size=80))
def test_no_bytes_make_it_fail_in_another_way(a: bytes, b: bytes) -> None:
    for slots in ((a, b), (b, a), (b"TEND\0\1\0\1" + a, b)):
        with pytest.raises(StorageForeign):
            tables_in(*slots)
