"""The repositories on every backend: what is saved comes back, also after opening again."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from domain.errors import StorageForeign
from domain.models import Activity, Appearance, CheckIn, Preferences, Sleep
from storage import record
from storage.database import Database
from tests.storage.places import Place, tables_after_opening
from tests.storage.record_strategies import check_ins, preferences

AT = datetime(2026, 11, 19, 8, 12, tzinfo=UTC)
FULL = CheckIn(*("full", AT, 60, 4, 2, ("calm", "tired"), (Activity("walk", 2, 4),), Sleep.GOOD, 7.5, "a note", 3))


@contextmanager
def opened(place: Place) -> Iterator[Database]:
    a, b = place.open()
    try:
        yield Database(a, b)
    finally:
        a.close()
        b.close()


def kept(place: Place) -> tuple[CheckIn, ...]:
    with opened(place) as database:
        return database.check_ins.all()


def test_a_fresh_database_has_no_check_ins_and_the_default_preferences(place: Place) -> None:
    with opened(place) as database:
        assert database.check_ins.all() == ()
        assert database.preferences.load() == Preferences(Appearance.PHONE, 100)


def test_a_check_in_comes_back_whole_now_and_after_opening_again(place: Place) -> None:
    with opened(place) as database:
        database.check_ins.save(FULL)
        assert database.check_ins.all() == (FULL,)
    assert kept(place) == (FULL,)


def test_check_ins_come_by_time_and_then_by_id(place: Place) -> None:
    late, early, first, second = (
        CheckIn("a", AT + timedelta(hours=1), 0),
        CheckIn("z", AT - timedelta(days=400), 0),
        CheckIn("10", AT, 0),
        CheckIn("9", AT, 0),
    )
    with opened(place) as database:
        for check_in in (late, second, early, first):
            database.check_ins.save(check_in)
        assert database.check_ins.all() == (early, first, second, late)


def test_saving_the_same_id_again_replaces_every_field(place: Place) -> None:
    emptied = CheckIn("full", AT + timedelta(minutes=5), -120)
    with opened(place) as database:
        database.check_ins.save(FULL)
        database.check_ins.save(CheckIn("other", AT, 0))
        database.check_ins.save(emptied)
    assert kept(place) == (CheckIn("other", AT, 0), emptied)
    stored = [document for table in tables_after_opening(place).values() for document in table.values()]
    assert len(stored) == 2
    assert "note" not in json.dumps(stored)


def test_only_the_deleted_check_in_goes(place: Place) -> None:
    with opened(place) as database:
        for name in ("a", "b", "c"):
            database.check_ins.save(replace(FULL, id=name))
        database.check_ins.delete("b")
    assert [check_in.id for check_in in kept(place)] == ["a", "c"]


def test_deleting_what_is_not_there_writes_nothing(place: Place) -> None:
    with opened(place) as database:
        database.check_ins.save(FULL)
        before = place.contents()
        database.check_ins.delete("unknown")
        database.check_ins.delete("1")  # TinyDB's number of it is not its id
        assert place.contents() == before
        assert database.check_ins.all() == (FULL,)


def test_a_new_check_in_after_a_deletion_never_takes_the_place_of_another(place: Place) -> None:
    with opened(place) as database:
        for name in ("a", "b"):
            database.check_ins.save(replace(FULL, id=name))
        database.check_ins.delete("b")
    with opened(place) as database:
        database.check_ins.save(replace(FULL, id="c"))
    assert [check_in.id for check_in in kept(place)] == ["a", "c"]


def test_every_save_is_one_record_and_no_more(place: Place) -> None:
    def sequence() -> int:
        headers = [record.unpack_header(content) for content in place.contents()]
        return max(header.sequence for header in headers if header)

    with opened(place) as database:
        database.check_ins.save(FULL)
        assert sequence() == 1
        database.check_ins.save(replace(FULL, note="changed"))
        assert sequence() == 2
        database.preferences.save(Preferences())
        assert sequence() == 3
        database.preferences.save(Preferences(Appearance.DARK))
        assert sequence() == 4
        database.check_ins.delete("full")
        assert sequence() == 5


def test_preferences_come_back_and_replace_each_other(place: Place) -> None:
    with opened(place) as database:
        database.preferences.save(Preferences(Appearance.DARK, 150))
        database.preferences.save(Preferences(Appearance.LIGHT, 200))
        database.check_ins.save(FULL)
    with opened(place) as database:
        assert database.preferences.load() == Preferences(Appearance.LIGHT, 200)


def test_a_check_in_that_could_not_be_read_again_is_never_written(place: Place) -> None:
    with opened(place) as database:
        database.check_ins.save(FULL)
        with pytest.raises(StorageForeign):
            database.check_ins.save(replace(FULL, utc_offset_minutes=60.0))  # type: ignore[arg-type]
        assert database.check_ins.all() == (FULL,)


@pytest.mark.parametrize(
    "note",
    [
        "x" * 100_000,
        " " * 100_000,
        "👩🏽‍❤️‍💋‍👨🏿 🏴󠁧󠁢󠁳󠁣󠁴󠁿",
        "\u202eשלום\u202c مرحبا\u200b\u200f",
        "".join(map(chr, range(32))) + "\x7f\x85\u2028\u2029\ufeff\uffff",
        "\ud83d alone \ude00",
        "\ude00\ud83d",
        "before\0after",
        'a "quoted" \\u0041 \\ {"note": null}',
        "e\u0301 is not \u00e9",
        "\r\n\r\n\n",
    ],
    ids=ascii,
)
def test_every_letter_of_a_note_is_kept(place: Place, note: str) -> None:
    check_in = replace(FULL, note=note, feelings=(note,), activities=(Activity(note),), id=note)
    with opened(place) as database:
        database.check_ins.save(check_in)
    assert kept(place) == (check_in,)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(several=st.lists(check_ins, max_size=6), chosen=preferences)
def test_anything_saved_comes_back_after_opening_again(
    place: Place, several: list[CheckIn], chosen: Preferences
) -> None:
    place.fill(b"", b"")
    with opened(place) as database:
        for check_in in several:
            database.check_ins.save(check_in)
        database.preferences.save(chosen)
    with opened(place) as database:
        last = {check_in.id: check_in for check_in in several}.values()
        assert database.check_ins.all() == tuple(sorted(last, key=lambda check_in: (check_in.at, check_in.id)))
        assert database.preferences.load() == chosen


@pytest.mark.parametrize("table", ["check_ins", "preferences"])
def test_a_document_that_is_not_ours_is_refused(place: Place, table: str) -> None:
    place.fill(record.pack(1, record.to_payload({table: {"1": {"mood": 1}}})), b"")
    with opened(place) as database, pytest.raises(StorageForeign):
        _ = (database.check_ins.all(), database.preferences.load())


def test_two_sets_of_preferences_are_refused(place: Place) -> None:
    document = {"appearance": "dark", "text_size": 100}
    place.fill(record.pack(1, record.to_payload({"preferences": {"1": document, "2": document}})), b"")
    with opened(place) as database, pytest.raises(StorageForeign):
        database.preferences.load()
