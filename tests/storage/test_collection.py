"""The sequence of check-ins: a picture of a moment, made into values when somebody looks."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from domain.errors import StorageForeign, StorageFull
from domain.models import CheckIn
from storage import codec
from storage.collection import Collection
from storage.database import Database
from storage.schema import Changes
from tests.storage.byte_file_fakes import Faults, FaultyFile, files
from tests.storage.ledgers import committed, fresh, opened, run

AT = datetime(2026, 11, 19, 8, 12, tzinfo=UTC)
DAYS = [CheckIn(f"{number}", AT + timedelta(days=number), 60, mood=number % 5 + 1) for number in range(5)]


def documents(*check_ins: CheckIn) -> Changes:
    return tuple(("check_ins", check_in.id, codec.check_in_to_document(check_in)) for check_in in check_ins)


@pytest.fixture
def check_ins() -> Collection[CheckIn]:
    return Database(run(opened(files(committed(fresh(), documents(*reversed(DAYS))))))).check_ins


def test_they_are_a_sequence_in_order_of_time(check_ins: Collection[CheckIn]) -> None:
    everything = check_ins.all()
    assert (len(everything), everything[0], everything[-1]) == (5, DAYS[0], DAYS[4])
    assert list(everything) == DAYS
    assert list(everything[1:3]) == DAYS[1:3]
    assert list(reversed(everything)) == DAYS[::-1]
    assert DAYS[2] in everything
    with pytest.raises(IndexError):
        everything[5]


def test_what_was_given_out_stays_as_it_was_when_more_is_kept(check_ins: Collection[CheckIn]) -> None:
    before = check_ins.all()
    run(check_ins.save(CheckIn("new", AT - timedelta(days=1), 0)))
    run(check_ins.save(CheckIn("0", AT, 0, note="changed")))
    run(check_ins.delete("4"))
    assert list(before) == DAYS
    assert [check_in.id for check_in in check_ins.all()] == ["new", "0", "1", "2", "3"]
    assert check_ins.all()[1].note == "changed"
    assert list(before) == DAYS


def test_a_part_of_them_is_made_into_values_as_well(check_ins: Collection[CheckIn]) -> None:
    assert list(check_ins.all()[1:3]) == DAYS[1:3]


def test_a_value_is_made_once(check_ins: Collection[CheckIn]) -> None:
    assert check_ins.all()[3] is check_ins.all()[3] is check_ins.get("3")


def test_nothing_is_made_before_it_is_looked_at() -> None:
    foreign: Changes = (*documents(*DAYS), ("check_ins", "x", {"at": AT.isoformat(), "mood": "high"}))
    check_ins = Database(run(opened(files(committed(fresh(), foreign))))).check_ins
    everything = check_ins.all()
    assert len(everything) == 6
    assert everything[0] == DAYS[0]
    with pytest.raises(StorageForeign):
        everything[1]


def test_a_document_that_changed_otherwise_shows_after_a_refresh(check_ins: Collection[CheckIn]) -> None:
    assert check_ins.get("2") == DAYS[2]
    table = check_ins._table
    run(table.put("2", codec.check_in_to_document(CheckIn("2", AT, 0, note="other"))))
    check_ins.refresh()
    assert check_ins.get("2") == CheckIn("2", AT, 0, note="other")
    assert [check_in.id for check_in in check_ins.all()] == ["0", "2", "1", "3", "4"]


@pytest.mark.parametrize("step", ["save", "change", "delete"])
def test_what_was_refused_is_nowhere_and_can_be_saved_again(step: str) -> None:
    contents = committed(fresh(), documents(*DAYS))
    faults = Faults(kind=StorageFull)
    both = FaultyFile(bytearray(contents[0]), faults), FaultyFile(bytearray(contents[1]), faults)
    check_ins = Database(run(opened(both))).check_ins
    new, changed = CheckIn("new", AT, 0), CheckIn("1", AT + timedelta(days=9), 0)
    attempts = {
        "save": (lambda: check_ins.save(new), [DAYS[0], new, *DAYS[1:]]),
        "change": (lambda: check_ins.save(changed), [DAYS[0], *DAYS[2:], changed]),
        "delete": (lambda: check_ins.delete("1"), [DAYS[0], *DAYS[2:]]),
    }
    attempt, expected = attempts[step]
    for number in range(2):
        faults.next(number)
        with pytest.raises(StorageFull):
            run(attempt())
        assert list(check_ins.all()) == DAYS
    run(attempt())
    assert list(check_ins.all()) == expected


def test_what_waits_to_be_saved_stands_in_its_place_and_is_not_kept() -> None:
    database = Database(run(opened(files(fresh()))))
    first, second = CheckIn("a", AT, 0, mood=1), CheckIn("b", AT + timedelta(hours=2), 0, mood=2)
    for check_in in (first, second):
        run(database.check_ins.save(check_in))
    moved, new = replace(first, at=AT + timedelta(hours=3), mood=5), CheckIn("c", AT + timedelta(hours=1), 0)
    assert list(database.check_ins.all((moved, new))) == [new, second, moved]
    assert list(database.check_ins.all()) == [first, second]
