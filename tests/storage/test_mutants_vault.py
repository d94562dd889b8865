"""What the records as a whole say of files that come in, where mutation testing found that nothing was asked."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest

from domain.errors import StorageUnavailable
from domain.models import CheckIn
from storage import backup, tabs
from storage.csv_reading import Reason, UnreadRow
from storage.memory import MemoryPlace
from storage.vault import Vault
from tests.storage.ledgers import CRYPTO, run
from tests.storage.places import MemoryTestPlace

AT = datetime(2026, 11, 19, 8, 12, tzinfo=UTC)
PLAIN = backup.to_plain({}, AT)


class SharedPlace(MemoryPlace):
    """A place that another window can be asked for."""

    can_take_over = True


def opened() -> Vault:
    vault = Vault(MemoryPlace(), CRYPTO)
    run(vault.open())
    return vault


def test_before_it_was_ever_opened_there_are_no_records() -> None:
    with pytest.raises(StorageUnavailable):
        _ = Vault(MemoryPlace(), CRYPTO).database


def test_another_window_is_listened_to_where_it_could_ask(monkeypatch: pytest.MonkeyPatch) -> None:
    listening: list[object] = []
    monkeypatch.setattr(tabs, "when_asked", listening.append)
    Vault(MemoryPlace(), CRYPTO).when_asked(test_before_it_was_ever_opened_there_are_no_records)
    assert listening == []
    Vault(SharedPlace(), CRYPTO).when_asked(test_before_it_was_ever_opened_there_are_no_records)
    assert listening == [test_before_it_was_ever_opened_there_are_no_records]


def test_a_copy_takes_the_files_of_schema_1_along() -> None:
    place = MemoryTestPlace()
    place.fill(b"a", b"b")
    place.fill_slots(b"c", b"d")
    copied = json.loads(run(Vault(place, CRYPTO).copy()))
    assert (copied["files"], copied["slots"]) == (["YQ==", "Yg=="], ["Yw==", "ZA=="])


def test_a_copy_of_the_files_can_replace_everything_and_is_seen_before_it_does() -> None:
    there = opened()
    run(there.database.check_ins.save(CheckIn("a", AT, 60)))
    found = run(opened().look(run(there.copy()), None, {}, UTC))
    assert (found.preview.check_ins, found.preview.goals, found.preview.new, found.preview.missing) == (1, 0, 1, 0)
    assert (found.preview.first, found.preview.last) == (AT.date(), AT.date())
    assert (found.can_replace, found.made_at, found.unread) == (True, None, ())


def test_the_rows_of_a_table_that_stay_out_are_told() -> None:
    found = run(opened().look(b"Date,Time,UTC offset,Note\nnever,09:12,+01:00,a\n", None, {}, UTC))
    assert (found.unread, found.can_replace) == ((UnreadRow(2, Reason.DATE),), False)


@pytest.mark.parametrize("before", [b"", b"\xef\xbb\xbf", b" \r\n\t", b"\xef\xbb\xbf\n"])
def test_a_backup_is_one_whatever_an_editor_put_before_it(before: bytes) -> None:
    assert run(opened().look(before + PLAIN, None, {}, UTC)).made_at == AT
