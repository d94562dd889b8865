"""What a restore would bring in, what it changes, and the way back."""

from __future__ import annotations

import copy
from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.goals import Goal
from domain.models import Appearance, CheckIn, Preferences
from storage import codec, restore, schema
from storage.changes import inverse
from storage.restore import Mode, Preview
from storage.schema import CHECK_INS, DEVICE, MINE, PREFERENCES, Document, Tables
from tests.storage import record_strategies

DARK = codec.preferences_to_document(Preferences(Appearance.DARK))
LIGHT = codec.preferences_to_document(Preferences(Appearance.LIGHT))


def check_in(id: str, day: int, mood: int = 3) -> Document:
    return codec.check_in_to_document(CheckIn(id, datetime(2026, 11, day, 23, 30, tzinfo=UTC), 60, mood))


HERE: Tables = {
    CHECK_INS: {"a": check_in("a", 1), "b": check_in("b", 2), "c": check_in("c", 3)},
    PREFERENCES: {MINE: DARK},
    DEVICE: {"counts": {"saves": 7}},
}
FILE: Tables = {
    CHECK_INS: {"b": check_in("b", 2), "c": check_in("c", 3, mood=5), "d": check_in("d", 4), "e": check_in("e", 9)},
    PREFERENCES: {MINE: LIGHT},
}

# Few ids, few days, so that both sides often have the same ones.
ids = st.sampled_from(["a", "b", "c", "__proto__", "1", "01"])
check_in_tables = st.dictionaries(ids, st.tuples(st.integers(1, 3), st.integers(1, 3))).map(
    lambda found: {id: check_in(id, day, mood) for id, (day, mood) in found.items()}
)
preference_tables = st.none() | record_strategies.preferences.map(codec.preferences_to_document)
device_tables = st.dictionaries(st.sampled_from(["x", "y"]), st.fixed_dictionaries({"n": st.integers()}))
modes = st.sampled_from(Mode)


def as_tables(check_ins: dict[str, Document], preferences: Document | None, device: dict[str, Document]) -> Tables:
    tables = {CHECK_INS: check_ins, PREFERENCES: {} if preferences is None else {MINE: preferences}, DEVICE: device}
    return {table: documents for table, documents in tables.items() if documents}


files = st.builds(as_tables, check_in_tables, preference_tables, st.just({}))
lives = st.builds(as_tables, check_in_tables, preference_tables, device_tables)


def test_a_preview_counts_what_is_new_the_same_different_and_missing() -> None:
    assert restore.preview(HERE, FILE) == Preview(
        check_ins=4,
        goals=0,
        marks=0,
        first=date(2026, 11, 3),
        last=date(2026, 11, 10),
        new=2,
        same=1,
        different=1,
        missing=1,
    )


def test_a_preview_counts_goals_and_what_was_done_among_the_entries() -> None:
    here: Tables = {"goals": {"g": {"id": "g", "words": "Swim"}}, "pacing": {MINE: {"is_on": True}}}
    file: Tables = {
        "goals": {"g": {"id": "g", "words": "Swim far"}, "h": {"id": "h", "words": "Read"}},
        "marks": {"m": {"id": "m"}},
        "values": {"v": {"id": "v"}},
    }
    assert restore.preview(here, file) == Preview(
        check_ins=0, goals=2, marks=1, first=None, last=None, new=3, same=0, different=1, missing=0
    )


def test_a_preview_of_nothing_has_no_days() -> None:
    assert restore.preview(HERE, {PREFERENCES: {MINE: LIGHT}}) == Preview(0, 0, 0, None, None, 0, 0, 0, 3)
    assert restore.preview({}, {}) == Preview(0, 0, 0, None, None, 0, 0, 0, 0)


def test_a_preview_reaches_to_both_ends_of_the_calendar() -> None:
    first = CheckIn("a", datetime(1, 1, 2, tzinfo=UTC), -720)
    last = CheckIn("b", datetime(9999, 12, 30, tzinfo=UTC), 840)
    found = restore.preview({}, restore.of_check_ins([first, last]))
    assert (found.first, found.last) == (date(1, 1, 1), date(9999, 12, 30))


def test_records_to_keep_are_a_put_each() -> None:
    at = datetime(2026, 11, 3, 8, 12, tzinfo=UTC)
    document = {"id": "a", "at": "2026-11-03T08:12:00+00:00", "utc_offset_minutes": 60, "mood": 2}
    waiting = {CHECK_INS: [CheckIn("a", at, 60, mood=2)], "goals": [Goal("g", "Swim")], "marks": []}
    assert restore.puts(waiting) == ((CHECK_INS, "a", document), ("goals", "g", {"id": "g", "words": "Swim"}))
    assert restore.puts({}) == ()


def test_a_merge_brings_in_only_what_is_not_here() -> None:
    assert restore.changes(HERE, FILE, Mode.MERGE) == (
        (CHECK_INS, "d", check_in("d", 4)),
        (CHECK_INS, "e", check_in("e", 9)),
    )


def test_a_merge_brings_preferences_only_where_there_are_none() -> None:
    assert restore.changes({DEVICE: HERE[DEVICE]}, {PREFERENCES: {MINE: LIGHT}}, Mode.MERGE) == (
        (PREFERENCES, MINE, LIGHT),
    )


def test_a_replace_puts_what_differs_and_deletes_what_the_file_has_not() -> None:
    assert set(map(repr, restore.changes(HERE, FILE, Mode.REPLACE))) == set(
        map(
            repr,
            [
                (CHECK_INS, "d", check_in("d", 4)),
                (CHECK_INS, "e", check_in("e", 9)),
                (CHECK_INS, "c", check_in("c", 3, mood=5)),
                (CHECK_INS, "a", None),
                (PREFERENCES, MINE, LIGHT),
            ],
        )
    )


def test_a_file_cannot_touch_the_device_table() -> None:
    file: Tables = {DEVICE: {"counts": {"saves": 0}, "other": {}}}
    assert [restore.changes(HERE, file, mode) for mode in Mode] == [
        (),
        (
            *((CHECK_INS, id, None) for id in "abc"),
            (PREFERENCES, MINE, None),
        ),
    ]


def test_check_ins_become_tables_under_their_own_ids() -> None:
    value = CheckIn("a", datetime(2026, 11, 1, 23, 30, tzinfo=UTC), 60, 3)
    assert restore.of_check_ins([value]) == {CHECK_INS: {"a": check_in("a", 1)}}
    assert restore.of_check_ins([]) == {}


@settings(max_examples=300, deadline=None)
@given(lives, files)
def test_after_a_replace_the_persons_tables_are_the_files(live: Tables, file: Tables) -> None:
    after = restore.applied(live, restore.changes(live, file, Mode.REPLACE))
    assert after == file | ({DEVICE: live[DEVICE]} if DEVICE in live else {})
    assert restore.changes(after, file, Mode.REPLACE) == ()


@settings(max_examples=300, deadline=None)
@given(lives, files)
def test_after_a_merge_both_are_here_and_what_was_here_is_as_it_was(live: Tables, file: Tables) -> None:
    after = restore.applied(live, restore.changes(live, file, Mode.MERGE))
    for table in (CHECK_INS, PREFERENCES, DEVICE):
        assert after.get(table, {}) == file.get(table, {}) | live.get(table, {})
    assert restore.changes(after, file, Mode.MERGE) == ()


@settings(max_examples=300, deadline=None)
@given(lives, files)
def test_a_preview_foretells_what_the_changes_do(live: Tables, file: Tables) -> None:
    foretold = restore.preview(live, file)
    puts = [change for change in restore.changes(live, file, Mode.REPLACE) if change[0] == CHECK_INS and change[2]]
    goes = [change for change in restore.changes(live, file, Mode.REPLACE) if change[0] == CHECK_INS and not change[2]]
    comes = [change for change in restore.changes(live, file, Mode.MERGE) if change[0] == CHECK_INS]
    assert (len(puts), len(goes), len(comes)) == (foretold.new + foretold.different, foretold.missing, foretold.new)
    assert foretold.new + foretold.same + foretold.different == foretold.check_ins


@settings(max_examples=300, deadline=None)
@given(lives, files, modes)
def test_the_inverse_gives_back_what_was_here(live: Tables, file: Tables, mode: Mode) -> None:
    changes = restore.changes(live, file, mode)
    assert restore.applied(restore.applied(live, changes), inverse(live, changes)) == live


@settings(max_examples=200, deadline=None)
@given(lives, files, modes)
def test_what_was_given_in_stays_as_it_was_and_what_comes_out_is_valid(live: Tables, file: Tables, mode: Mode) -> None:
    before = copy.deepcopy((live, file))
    after = restore.applied(live, restore.changes(live, file, mode))
    restore.preview(live, file)
    assert (live, file) == before
    schema.check({table: documents for table, documents in after.items() if table != DEVICE})


@pytest.mark.parametrize("mode", Mode)
def test_tables_with_nothing_in_them_change_nothing(mode: Mode) -> None:
    assert restore.changes({}, {CHECK_INS: {}, PREFERENCES: {}}, mode) == ()
    assert restore.applied({CHECK_INS: {}}, ()) == {}
