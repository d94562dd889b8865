"""From an earlier schema to today's: pure functions, and a ledger that is left as it was when one of them fails."""

from __future__ import annotations

import copy
from typing import Any

import pytest

from domain.errors import StorageForeign
from storage import migrations
from storage.lines import TRANSACTION, to_text, written
from storage.migrations import key_by_own_ids, migrated
from storage.schema import SCHEMA, Tables
from tests.storage.byte_file_fakes import contents_of, files
from tests.storage.ledgers import looked_at, opened, put, reopened, run, written_by_schema

OLD: Tables = {
    "check_ins": {"3": {"id": "a", "at": "one"}, "10": {"id": "b"}, "11": {"id": "1"}},
    "preferences": {"4": {"appearance": "dark", "text_size": 150}},
}
NEW: Tables = {
    "check_ins": {"a": {"id": "a", "at": "one"}, "b": {"id": "b"}, "1": {"id": "1"}},
    "preferences": {"mine": {"appearance": "dark", "text_size": 150}},
}


def test_there_is_one_migration_for_each_schema_before_todays() -> None:
    assert [migration.__name__ for migration in migrations.MIGRATIONS] == [
        "key_by_own_ids",
        "add_goals",
        "add_hopes",
        "add_plan",
    ]
    assert len(migrations.MIGRATIONS) == SCHEMA - 1


def test_records_come_under_their_own_ids_and_what_was_given_stays_as_it_was() -> None:
    given = copy.deepcopy(OLD)
    assert key_by_own_ids(given) == NEW
    assert given == OLD
    assert key_by_own_ids({}) == {}
    assert key_by_own_ids({"check_ins": {}, "preferences": {}}) == {}


@pytest.mark.parametrize(
    "tables",
    [
        {"check_ins": {"1": {"id": "a"}, "2": {"id": "a"}}},
        {"check_ins": {"1": {}}},
        {"check_ins": {"1": {"id": 5}}},
        {"check_ins": {"1": {"id": ["a"]}}},
        {"preferences": {"1": {}, "2": {}}},
    ],
    ids=str,
)
def test_records_that_cannot_be_told_apart_are_refused(tables: dict[str, Any]) -> None:
    with pytest.raises(StorageForeign):
        key_by_own_ids(tables)


@pytest.mark.parametrize(("schema", "to"), [(0, 5), (-1, 5), (6, 6), (2, 1), (1, 6)])
def test_there_is_no_way_from_or_to_a_schema_that_never_was(schema: int, to: int) -> None:
    with pytest.raises(StorageForeign):
        migrated(OLD, schema, to)


def test_a_ledger_as_schema_2_wrote_it_opens_with_everything_in_it() -> None:
    tables = {"check_ins": {"a": {"id": "a", "at": "one"}}, "preferences": {"mine": {"text_size": 150}}}
    ledger, contents = reopened((b"", written_by_schema(2, tables)))
    assert (ledger.tables, ledger.damaged, ledger.torn) == (tables, 0, False)
    assert looked_at(contents).tables == tables
    assert b'"schema":5' in contents[0]


def test_todays_tables_stay_as_they_are() -> None:
    assert migrated(NEW, SCHEMA) is NEW
    assert migrated(OLD, 1, 1) is OLD


def test_a_ledger_of_schema_1_opens_as_todays_and_is_written_anew() -> None:
    ledger, contents = reopened((b"", written_by_schema(1, OLD)))
    assert (ledger.tables, ledger.damaged, ledger.torn) == (NEW, 0, False)
    again = looked_at(contents)
    assert again.tables == NEW
    assert b'"schema":5' in contents[0]
    assert contents[1].endswith(b'{"superseded":4}\n')


def test_a_ledger_of_schema_1_that_is_only_read_is_left_as_it_is() -> None:
    both = files((b"", written_by_schema(1, OLD)))
    assert run(opened(both, read_only=True)).tables == NEW
    assert contents_of(both) == (b"", written_by_schema(1, OLD))


def test_what_was_brought_in_before_a_migration_cannot_be_taken_back_after_it() -> None:
    undo = to_text({"changes": [["check_ins", "12", {"id": "c"}]], "undo": [["check_ins", "12", None]]})
    ledger, _ = reopened((b"", written_by_schema(1, OLD) + written(3, 6, TRANSACTION, undo)))
    assert ledger.tables["check_ins"]["c"] == {"id": "c"}
    assert ledger.undo == ()


@pytest.mark.parametrize("refusal", [StorageForeign, LookupError, RecursionError])
def test_a_migration_that_fails_leaves_everything_as_it_was(
    refusal: type[Exception], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails_halfway(tables: Tables) -> Tables:
        key_by_own_ids(tables)
        raise refusal("as the test wished")

    before = put_in_both()
    with monkeypatch.context() as patched:
        patched.setattr(migrations, "MIGRATIONS", (fails_halfway,))
        both = files(before)
        with pytest.raises(refusal):
            run(opened(both))
        assert contents_of(both) == before
    assert reopened(before)[0].tables == NEW


def put_in_both() -> tuple[bytes, bytes]:
    return written_by_schema(1, OLD, generation=3), written_by_schema(1, {"check_ins": {"1": {"id": "z"}}}, 2)


def test_the_next_save_after_a_migration_is_of_todays_schema() -> None:
    both = files(put_in_both())
    ledger = run(opened(both))
    run(ledger.commit(put("c")))
    assert looked_at(contents_of(both)).tables["check_ins"].keys() == {"a", "b", "1", "c"}
