"""TinyDB's storage on two slots: reading, saving, and what opening makes of two whole or torn slots."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tinydb import TinyDB

from domain.errors import StorageForeign, StorageNewer
from storage import record
from storage.slots import EMPTY_RECORD, SlotStorage
from tests.storage.places import Place, opened, tables_after_opening

ONE = {"check_ins": {"1": {"id": "a", "note": "one"}}}
TWO = {"check_ins": {"1": {"id": "a", "note": "one"}, "2": {"id": "b", "note": "two, and longer"}}}


def packed(sequence: int, tables: dict[str, Any], **header: int) -> bytes:
    return record.pack(sequence, record.to_payload(tables), **header)


def test_a_fresh_database_holds_an_empty_record_in_both_slots_before_anything_is_saved(place: Place) -> None:
    assert tables_after_opening(place) == {}
    assert place.contents() == (EMPTY_RECORD, EMPTY_RECORD)


def test_the_empty_record_is_58_bytes_that_never_change() -> None:
    assert len(EMPTY_RECORD) == 58
    assert EMPTY_RECORD[:24].hex() == "54454e440001000100000000000000000000000000000002"
    assert EMPTY_RECORD[56:] == b"{}"


def test_what_is_saved_is_read_at_once_and_after_opening_again(place: Place) -> None:
    with opened(place) as storage:
        storage.write(ONE)
        assert storage.read() == ONE
    assert tables_after_opening(place) == ONE


def test_saves_take_turns_and_leave_the_last_record_in_place(place: Place) -> None:
    with opened(place) as storage:
        storage.write(ONE)
        storage.write(TWO)
    assert sorted(place.contents(), key=len) == [packed(1, ONE), packed(2, TWO)]


def test_turns_go_on_after_opening_again(place: Place) -> None:
    for tables in (ONE, TWO, {}, TWO, ONE):
        with opened(place) as storage:
            storage.write(tables)
        assert tables_after_opening(place) == tables
    assert sorted(place.contents()) == sorted([packed(4, TWO), packed(5, ONE)])


def test_a_shorter_record_leaves_nothing_of_the_longer_one(place: Place) -> None:
    with opened(place) as storage:
        for tables in (TWO, TWO, {}, {}):
            storage.write(tables)
    assert [len(content) for content in place.contents()] == [58, 58]


def test_changing_what_was_read_changes_nothing_until_it_is_saved(place: Place) -> None:
    with opened(place) as storage:
        storage.write(TWO)
        read = storage.read()
        read["check_ins"]["1"]["note"] = "changed"
        del read["check_ins"]["2"]
        assert storage.read() == TWO


def test_changing_what_was_saved_changes_nothing_afterwards(place: Place) -> None:
    with opened(place) as storage:
        tables = json.loads(json.dumps(TWO))
        storage.write(tables)
        tables["check_ins"]["1"]["note"] = "changed"
        assert storage.read() == TWO


def test_an_update_that_stops_halfway_changes_nothing(place: Place) -> None:
    database = TinyDB(*place.open(), storage=SlotStorage)
    table = database.table("check_ins", cache_size=0)
    table.insert_multiple([{"note": "one"}, {"note": "two"}])

    def change_the_first(document: Any) -> None:
        if document["note"] == "two":
            raise LookupError
        document["note"] = "changed"

    with pytest.raises(LookupError):
        table.update(change_the_first)
    assert [document["note"] for document in table.all()] == ["one", "two"]


@pytest.mark.parametrize("value", [float("nan"), float("inf"), b"bytes", {1, 2}])
def test_what_json_cannot_say_is_refused_before_a_byte_is_written(place: Place, value: object) -> None:
    with opened(place) as storage:
        storage.write(ONE)
        before = place.contents()
        with pytest.raises((TypeError, ValueError)):
            storage.write({"check_ins": {"1": {"note": value}}})
        assert (place.contents(), storage.read()) == (before, ONE)


@pytest.mark.parametrize("newest_first", [True, False])
def test_the_newer_of_two_whole_slots_wins(place: Place, newest_first: bool) -> None:
    slots = packed(8, TWO), packed(7, ONE)
    place.fill(*(slots if newest_first else reversed(slots)))
    assert tables_after_opening(place) == TWO
    assert place.contents() == (slots if newest_first else slots[::-1])


@pytest.mark.parametrize("is_first", [True, False])
def test_a_whole_slot_is_read_whatever_is_torn_beside_it_and_the_next_save_goes_there(
    place: Place, is_first: bool
) -> None:
    whole, longer = packed(7, ONE), packed(8, TWO)
    torn = [longer[:cut] for cut in range(len(longer))]
    torn += [longer + b"\0", longer[:-1] + b"?", longer + packed(6, TWO)[-9:], bytes(3), bytes(90_000)]
    for other in torn:
        place.fill(*((whole, other) if is_first else (other, whole)))
        assert tables_after_opening(place) == ONE
        assert place.contents() == ((whole, other) if is_first else (other, whole))
        with opened(place) as storage:
            storage.write(TWO)
        assert place.contents() == ((whole, packed(8, TWO)) if is_first else (packed(8, TWO), whole))


@pytest.mark.parametrize("is_first", [True, False])
def test_a_creation_cut_at_any_byte_counts_as_fresh(place: Place, is_first: bool) -> None:
    for cut in range(len(EMPTY_RECORD) + 1):
        for begun in (EMPTY_RECORD[:cut], bytes(cut)):
            place.fill(*((begun, b"") if is_first else (b"", begun)))
            assert tables_after_opening(place) == {}
            assert place.contents() in [
                (EMPTY_RECORD, EMPTY_RECORD),
                *([(EMPTY_RECORD, b""), (b"", EMPTY_RECORD)] if begun == EMPTY_RECORD else []),
            ]


def test_two_different_records_of_the_same_age_are_refused(place: Place) -> None:
    place.fill(packed(7, ONE), packed(7, TWO))
    with pytest.raises(StorageForeign):
        tables_after_opening(place)


@pytest.mark.parametrize("header", [{"version": 2}, {"version": 999}, {"schema": 2}, {"schema": 65535}], ids=str)
@pytest.mark.parametrize(
    "other",
    [b"", EMPTY_RECORD, packed(99, ONE), packed(5, ONE)[:-1], packed(8, ONE, schema=2), b"not ours"],
    ids=["empty", "empty record", "ours and more recent", "torn", "newer too", "foreign"],
)
def test_records_of_a_later_tend_are_refused_and_left_untouched(
    place: Place, header: dict[str, int], other: bytes
) -> None:
    newer = packed(7, ONE, **header)
    for slots in ((newer, other), (other, newer)):
        place.fill(*slots)
        with pytest.raises(StorageNewer):
            tables_after_opening(place)
        assert place.contents() == slots


def test_a_later_layout_is_known_even_where_its_checksum_is_not(place: Place) -> None:
    slots = (b"TEND\x00\x02 a layout nobody has thought of yet", packed(7, ONE))
    place.fill(*slots)
    with pytest.raises(StorageNewer):
        tables_after_opening(place)
    assert place.contents() == slots


def test_a_later_schema_that_was_never_finished_does_not_count(place: Place) -> None:
    place.fill(packed(7, ONE), packed(8, TWO, schema=2)[:-1])
    assert tables_after_opening(place) == ONE


@pytest.mark.parametrize(
    "payload",
    [
        *(b"", b"null", b"[]", b"{", b"\xff\xfe", b'{"t":[]}', b'{"t":{"1":0}}', b'{"t":{"x":{}}}'),
        *(b'{"t":{"01":{}}}', b'{"t":{"' + b"9" * 5000 + b'":{}}}', b'{"t":' * 100_000, b"[" * 100_000),
    ],
    ids=lambda payload: payload[:12].decode("latin-1"),
)
def test_a_whole_record_without_tables_is_refused_and_left_untouched(place: Place, payload: bytes) -> None:
    slots = record.pack(7, payload), packed(6, ONE)
    place.fill(*slots)
    with pytest.raises(StorageForeign):
        tables_after_opening(place)
    assert place.contents() == slots


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_one_changed_byte_anywhere_is_noticed(place: Place, data: st.DataObject) -> None:
    newer = bytearray(packed(8, TWO))
    at = data.draw(st.integers(len(record.MAGIC) + 2, len(newer) - 1))
    newer[at] ^= data.draw(st.integers(1, 255))
    place.fill(packed(7, ONE), bytes(newer))
    assert tables_after_opening(place) == ONE
