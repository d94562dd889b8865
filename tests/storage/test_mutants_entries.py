"""What the lines of two files make together, where mutation testing found that nothing was asked."""

from __future__ import annotations

import pytest

from storage import changes as of
from storage import entries, locking
from storage.ledger import Ledger
from storage.lines import HEADER, MARK, SEAL, TRANSACTION, Line, scan, to_text, written
from storage.recovery import LAYOUT, Head, Part
from storage.schema import SCHEMA
from tests.storage.byte_file_fakes import Contents, contents_of, journalled
from tests.storage.ledgers import CRYPTO, WORDS, looked_at, opened, put, reopened, run, written_by_schema
from tests.storage.stories import LOCKED, OF_SCHEMA_1


def damaged(content: bytes) -> bytes:
    """The file with its first piece of the snapshot lost."""
    at = content.index(b" s ") + 9
    return content[:at] + b"!" + content[at + 1 :]


def test_without_a_seal_there_is_no_end_of_it() -> None:
    assert scan(written(3, 0, HEADER, b"{}")).seal_end == 0
    assert scan(written(3, 0, HEADER, b"{}") + b"no line\n").seal_end == 0


def test_a_file_in_which_nothing_was_ever_saved_has_nothing_to_take_back() -> None:
    head = Head(LAYOUT, SCHEMA, 0).text()
    ledger = looked_at((written(7, 0, HEADER, head) + written(7, 1, SEAL, head), b""))
    assert (ledger.tables, ledger.undo) == ({}, ())


def test_a_way_back_that_was_taken_or_cannot_be_is_none_at_all() -> None:
    ledger, _ = reopened((b"", b""))
    change = put("a", "one")
    run(ledger.commit(change, of.inverse(ledger.tables, change)))
    assert ledger.undo == (("check_ins", "a", None),)
    assert run(ledger.take_back())
    assert (ledger.tables, ledger.undo) == ({}, ())
    old = written_by_schema(1, OF_SCHEMA_1)
    undo = to_text({"changes": [["check_ins", "8", {"id": "c"}]], "undo": [["check_ins", "8", None]]})
    assert looked_at((old + written(3, 4, TRANSACTION, undo), b"")).undo == ()


def test_what_an_earlier_schema_gives_to_mend_a_snapshot_is_migrated() -> None:
    old = written_by_schema(1, OF_SCHEMA_1)
    _, contents = reopened((old, b""))
    old, new = (old + written(3, 4, MARK, to_text({"superseded": 4})), contents[1])
    whole = looked_at((old, new))
    assert (sorted(whole.tables["check_ins"]), whole.damaged) == (["a", "b"], 0)
    mended = looked_at((old, damaged(new)))
    assert (mended.tables, mended.damaged) == (whole.tables, 0)


def test_a_lock_that_was_taken_off_mends_nothing_and_that_is_said() -> None:
    journal, both = journalled(LOCKED)

    async def unlock() -> None:
        await (await opened(both)).set_lock(None)

    run(unlock())
    done = next(n for n, (_, (name, _, data)) in enumerate(journal.operations) if name == "write" and b" x " in data)
    cut: Contents = next(iter(journal.images(done + 2)))
    new, old = sorted(cut, key=lambda content: b'"lock":{' in content)
    assert b" x " in old
    assert looked_at((old, new)).damaged == 0
    seen = looked_at((old, damaged(new)))
    assert (seen.damaged, len(seen.tables["check_ins"])) == (1, 5)
    assert run(Ledger.open(both, CRYPTO)).lock is None
    assert contents_of(both)[0].count(b'"lock":{') == 0


def test_every_line_is_opened_once_and_in_its_order_however_many_are_opened_at_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    lock = run(locking.new_lock(WORDS, CRYPTO))
    texts = [b"%d" % number for number in range(7)]

    async def sealed() -> list[Line]:
        lines = [await entries.written(3, place, TRANSACTION, text, lock) for place, text in enumerate(texts)]
        return list(scan(b"".join(lines)).lines)

    part = Part(Head(LAYOUT, SCHEMA, 0, lock.record), tuple(run(sealed())))
    for at_once in (1, 2, 3, 7, 8):
        monkeypatch.setattr(entries, "LINES_AT_ONCE", at_once)
        assert run(entries._texts(part, lock)) == texts
