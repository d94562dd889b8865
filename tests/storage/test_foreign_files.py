"""Files that Tend did not write, or that are damaged beyond reading: refused, and left byte for byte."""

from __future__ import annotations

import random
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from domain.errors import StorageError, StorageForeign, StorageNewer
from storage import record
from storage.slots import EMPTY_RECORD
from tests.storage.places import Place, tables_after_opening

TABLES: dict[str, Any] = {"check_ins": {"1": {"id": "a", "note": "one"}}}
WHOLE = record.pack(7, record.to_payload(TABLES))

NOT_OURS = {
    "null": b"null",
    "an empty list": b"[]",
    "a space": b" ",
    "TinyDB's JSON": b'{"_default": {"1": {"note": "one"}}}',
    "another app's JSON": b'{"entries": [1, 2, 3]}',
    "bare tables": record.to_payload(TABLES),
    "SQLite": b"SQLite format 3\0" + bytes(84),
    "gzip": b"\x1f\x8b\x08\0" + bytes(20),
    "a byte order mark": b"\xef\xbb\xbfTEND",
    "UTF-16": "TEND".encode("utf-16"),
    "small letters": b"tend" + WHOLE[4:],
    "a record one byte late": b"\0" + WHOLE,
    "a record whose first sector is gone": bytes(20) + WHOLE[20:],
    "one byte": b"X",
    "random bytes": random.Random(1).randbytes(5000),
    "large random bytes": random.Random(2).randbytes(300_000),
    "zeros and then something": bytes(200_000) + b"!",
}
DAMAGED = {
    "zeros, longer than an empty record": bytes(59),
    "many zeros": bytes(100_000),
    "our magic alone, in capitals and more": b"TEND\0\1" + b"x" * 60,
    "a record cut at its end": WHOLE[:-1],
    "a record cut after its header": WHOLE[: record.HEADER_BYTES],
    "a record cut in its header": WHOLE[:30],
    "a record with a tail": WHOLE + b"\n",
    "an empty record with a tail": EMPTY_RECORD + b"\n",
    "an empty record with another checksum": EMPTY_RECORD[:30] + b"?" + EMPTY_RECORD[31:],
    "a changed letter": WHOLE[:-5] + b"?" + WHOLE[-4:],
    "version nought": record.pack(7, record.to_payload(TABLES), version=0),
}


def refused_and_untouched(place: Place, a: bytes, b: bytes) -> None:
    for slots in ((a, b), (b, a)):
        place.fill(*slots)
        with pytest.raises(StorageForeign):
            tables_after_opening(place)
        assert place.contents() == slots


@pytest.mark.parametrize("content", NOT_OURS.values(), ids=NOT_OURS.keys())
@pytest.mark.parametrize("other", [b"", EMPTY_RECORD, WHOLE], ids=["nothing", "an empty record", "our records"])
def test_a_file_that_is_not_ours_is_refused_whatever_is_beside_it(place: Place, content: bytes, other: bytes) -> None:
    refused_and_untouched(place, content, other)


@pytest.mark.parametrize("content", DAMAGED.values(), ids=DAMAGED.keys())
@pytest.mark.parametrize("other", [b"", EMPTY_RECORD[:20], WHOLE[:-1], bytes(20)])
def test_damage_with_no_whole_record_beside_it_is_refused_and_never_taken_for_a_fresh_start(
    place: Place, content: bytes, other: bytes
) -> None:
    refused_and_untouched(place, content, other)


def test_the_same_foreign_file_twice_is_refused(place: Place) -> None:
    for content in (*NOT_OURS.values(), *DAMAGED.values()):
        refused_and_untouched(place, content, content)


def test_records_cut_anywhere_with_nothing_beside_them_are_refused_unless_they_could_be_a_creation(
    place: Place,
) -> None:
    for cut in range(16, len(WHOLE)):  # byte 15 is the first that differs from an empty record's
        refused_and_untouched(place, WHOLE[:cut], b"")


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    a=st.binary(max_size=200),
    b=st.binary(min_size=1, max_size=200),
    is_ours=st.tuples(st.booleans(), st.booleans()),
)
def test_random_files_are_never_changed(place: Place, a: bytes, b: bytes, is_ours: tuple[bool, bool]) -> None:
    a, b = (b"TEND\0\1?" + a if is_ours[0] else a), (b"TEND\0\1?" + b if is_ours[1] else b"?" + b)
    slots = a, b
    place.fill(*slots)
    with pytest.raises((StorageForeign, StorageNewer)):
        tables_after_opening(place)
    assert place.contents() == slots


def test_a_refusal_names_nothing_a_person_wrote(place: Place) -> None:
    for payload in (b'{"check_ins": {"canary": {}}}', b'{"check_ins": "canary"}', b'["canary"'):
        place.fill(record.pack(7, payload), b"")
        with pytest.raises(StorageError) as refusal:
            tables_after_opening(place)
        assert "canary" not in repr((refusal.value, refusal.value.__cause__))
