"""The lock, with real encryption: what it hides, what opens it, and what is left when setting it is cut."""

from __future__ import annotations

import base64
import functools
from typing import Any

import pytest

from domain.errors import StorageForeign, StorageFull, StorageLocked, WrongPassphrase
from storage import locking, openssl
from storage.ledger import Ledger
from storage.lines import HEADER, MARK, SEAL, scan, written
from storage.locking import Lock
from storage.openssl import OpenSsl
from storage.recovery import find
from tests.storage.byte_file_fakes import Contents, Faults, FaultyFile, contents_of, files, journalled
from tests.storage.ledgers import CRYPTO as QUICK
from tests.storage.ledgers import WORDS as QUICK_WORDS
from tests.storage.ledgers import as_text, committed, fresh, looked_at, put, reopened, run
from tests.storage.stories import LOCKED, MANY, NOTE, after, kept, locked

CRYPTO = OpenSsl()
WORDS = "five quiet words of ours"
DERIVED = functools.cache(openssl._pbkdf2)
MADE_EARLIER: dict[str, Any] = {  # by Tend on 24 November 2026, from the passphrase above
    "kdf": "PBKDF2-HMAC-SHA256",
    "iterations": 1_000_000,
    "salt": "AAECAwQFBgcICQoLDA0ODw==",
    "cipher": "AES-256-GCM",
    "check": "b7JKi5f0ytK6ov0CCB2p9G75ITUR4roUVGQGEY8S0+c=",
}
BEFORE = committed(fresh(), put("a", "a canary sang"), put("b", "nobody heard the canary"))


async def opened(both: Any, words: str | None = WORDS) -> Ledger:
    return await Ledger.open(both, CRYPTO, words)


@pytest.fixture(scope="module")
def lock() -> Lock:
    return run(locking.new_lock(WORDS, CRYPTO))


@pytest.fixture(scope="module")
def hidden(lock: Lock) -> Contents:
    """Locked, and one more save."""
    both = files(BEFORE)
    ledger = run(opened(both))
    run(ledger.set_lock(lock))
    run(ledger.commit(put("c", "the third canary")))
    return contents_of(both)


@pytest.fixture(autouse=True)
def derived_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(openssl, "_pbkdf2", DERIVED)  # each costs a tenth of a second


def test_no_plain_byte_of_a_note_is_left_in_either_file(hidden: Contents) -> None:
    assert b"canary" in b"".join(BEFORE)
    for content in hidden:
        assert b"canary" not in content
        assert b"check_ins" not in content
        assert base64.b64encode(b"canary")[:6] not in content


def test_the_passphrase_opens_everything_and_saves_go_on_encrypted(hidden: Contents) -> None:
    both = files(hidden)
    ledger = run(opened(both))
    assert [document["note"] for document in ledger.tables["check_ins"].values()] == [
        "a canary sang",
        "nobody heard the canary",
        "the third canary",
    ]
    run(ledger.commit(put("d", "a fourth canary")))
    run(ledger.compact())
    run(ledger.commit(put("e", "a fifth canary")))
    assert b"canary" not in b"".join(contents_of(both))
    assert list(run(opened(files(contents_of(both)))).tables["check_ins"]) == ["a", "b", "c", "d", "e"]


def test_without_or_with_another_passphrase_it_does_not_open_and_stays_as_it_is(hidden: Contents) -> None:
    for words, refusal in ((None, StorageLocked), ("five other words of ours", WrongPassphrase), ("", WrongPassphrase)):
        both = files(hidden)
        with pytest.raises(refusal):
            run(opened(both, words))
        assert contents_of(both) == hidden


def test_what_stands_in_the_header_is_what_is_needed_and_no_more(lock: Lock) -> None:
    assert list(lock.record) == ["kdf", "iterations", "salt", "cipher", "check"]
    assert (lock.record["kdf"], lock.record["iterations"]) == ("PBKDF2-HMAC-SHA256", 1_000_000)
    assert lock.record["cipher"] == "AES-256-GCM"
    assert len(base64.b64decode(lock.record["salt"])) == 16
    assert len(base64.b64decode(lock.record["check"])) == 12 + len(b"tend") + 16


def test_a_lock_made_earlier_opens_and_its_check_is_the_word_it_says(lock: Lock) -> None:
    for record in (MADE_EARLIER, lock.record):
        key = run(locking.opened(record, WORDS, CRYPTO)).key
        assert run(key.open(base64.b64decode(record["check"]), b"check")) == b"tend"


def test_the_lock_taken_off_leaves_everything_plain(hidden: Contents) -> None:
    both = files(hidden)
    ledger = run(opened(both))
    run(ledger.set_lock(None))
    assert ledger.commits_at_once
    found = find(*contents_of(both))
    assert found
    assert found.head.lock is None
    assert run(opened(files(contents_of(both)), None)).tables == ledger.tables
    assert b"AES" not in b"".join(contents_of(both))


@pytest.mark.parametrize("number", [1, 2, 3])
def test_a_line_in_another_place_or_generation_does_not_open(hidden: Contents, number: int) -> None:
    found = find(*hidden)
    assert found
    lines = scan(hidden[found.live]).lines
    moved = lines[number]
    if moved.kind == SEAL:
        moved = lines[number + 1]
    for generation, serial, kind in (
        (moved.generation, lines[-1].serial + 1, "t"),
        (moved.generation, lines[-1].serial + 1, moved.kind),
    ):
        contents = list(hidden)
        contents[found.live] += written(generation, serial, kind, moved.text)
        with pytest.raises(WrongPassphrase):
            run(opened(files((contents[0], contents[1]))))
    rest = b"".join(
        written(9, line.serial, line.kind, line.text) for line in lines if line.kind != MARK
    )  # the whole file, as another generation
    with pytest.raises(WrongPassphrase):
        run(opened(files((rest, b""))))


def test_a_changed_text_with_a_mended_checksum_does_not_open(hidden: Contents) -> None:
    found = find(*hidden)
    assert found
    head, *rest = scan(hidden[found.live]).lines
    sealed = bytearray(base64.b64decode(rest[0].text))
    sealed[-1] ^= 1
    for text, refusal in (
        (base64.b64encode(sealed), WrongPassphrase),
        (base64.b64encode(sealed[:20]), WrongPassphrase),
        (b"not base64!", StorageForeign),
        (b'[["check_ins","a",null]]', StorageForeign),
    ):
        changed = written(head.generation, rest[0].serial, rest[0].kind, text)
        whole = [written(line.generation, line.serial, line.kind, line.text) for line in rest[1:]]
        first = written(head.generation, 0, HEADER, head.text)
        with pytest.raises(refusal):
            run(opened(files((b"".join([first, changed, *whole]), b""))))


@pytest.mark.parametrize(
    "change",
    [
        {"kdf": "scrypt"},
        {"cipher": "ChaCha20"},
        {"iterations": 1},
        {"iterations": 10**9},
        {"iterations": "1000000"},
        {"salt": "c2hvcnQ="},
        {"salt": 5},
        {"salt": "?"},
        {"check": None},
        {"check": "?"},
        {"salt": ...},
        {"iterations": ...},
    ],
    ids=str,
)
def test_a_lock_that_is_not_as_tend_writes_it_is_foreign(lock: Lock, change: dict[str, Any]) -> None:
    record = {name: value for name, value in (lock.record | change).items() if value is not ...}
    with pytest.raises(StorageForeign):
        run(locking.opened(record, WORDS, CRYPTO))


def test_a_lock_change_cut_between_its_two_compactions_is_finished_at_the_next_opening() -> None:
    journal, both = journalled(MANY)
    ledger = run(Ledger.open(both, CRYPTO))
    run(locked(ledger))
    truncations = [at for at, (_, operation) in enumerate(journal.operations) if operation[0] == "truncate"]
    assert len(truncations) == 2
    half_done = set(journal.images(truncations[1]))
    for image in half_done:
        assert any(NOTE.encode() in content for content in image)
        again, contents = reopened(image)
        assert as_text(again.tables) == as_text(ledger.tables)
        assert again.lock
        assert not any(NOTE.encode() in content for content in contents)
    assert len(half_done) == 1  # the mark was flushed before


@pytest.mark.parametrize("times", [1, 9])
def test_an_old_file_that_cannot_be_cleared_is_cleared_by_the_next_save_or_opening(times: int) -> None:
    faults = Faults(kind=StorageFull, times=times)
    both = FaultyFile(bytearray(MANY[0]), faults), FaultyFile(bytearray(MANY[1]), faults)
    ledger = run(Ledger.open(both, CRYPTO))
    faults.next(8)  # seven operations and the mark's two are the first compaction's; then the truncate fails
    run(locked(ledger))
    assert ledger.lock
    _, opened_again = reopened(contents_of(both))
    assert not any(NOTE.encode() in content for content in opened_again)
    faults.at = -1
    run(ledger.commit(put("c")))
    assert not any(NOTE.encode() in content for content in contents_of(both))
    assert as_text(looked_at(contents_of(both)).tables) == as_text(ledger.tables)


def test_a_new_passphrase_leaves_nothing_the_old_one_opens() -> None:
    contents = after(LOCKED, locked)
    old, new = find(*LOCKED), find(*contents)
    assert old
    assert new
    assert old.head.lock != new.head.lock
    salt = str((old.head.lock or {})["salt"]).encode()
    assert not any(salt in content for content in contents)


def cut_after_the_first_compaction(before: Contents, words: str | None) -> tuple[Contents, str]:
    """What stands when a lock change stops halfway, the old file first; and the tables."""
    journal, both = journalled(before)
    ledger = run(Ledger.open(both, QUICK, words))
    run(locked(ledger))
    second = [at for at, (_, operation) in enumerate(journal.operations) if operation[0] == "truncate"][1]
    (image,) = set(journal.images(second))
    found = find(*image)
    assert found
    return (image[1 - found.live], image[found.live]), as_text(ledger.tables)


def damaged(content: bytes) -> bytes:
    at = content.index(b" s ") + 9
    return content[:at] + b"!" + content[at + 1 :]


def test_a_plain_file_mends_the_encrypted_one_that_took_over() -> None:
    (old, new), tables = cut_after_the_first_compaction(MANY, None)
    seen = looked_at((old, damaged(new)))
    assert (as_text(seen.tables), seen.damaged) == (tables, 0)


def test_a_file_under_another_lock_mends_nothing_and_that_is_said() -> None:
    (old, new), tables = cut_after_the_first_compaction(LOCKED, QUICK_WORDS)
    assert as_text(looked_at((old, new)).tables) == tables
    seen, mended = reopened((old, damaged(new)))
    assert (seen.damaged, len(seen.tables["check_ins"])) == (1, 5)
    assert as_text(looked_at(mended).tables) == as_text(seen.tables)


def test_a_seal_written_in_mending_can_be_read_without_the_passphrase() -> None:
    old, new = after(LOCKED, Ledger.compact, kept(put("late")))
    if b" x " in new:
        old, new = new, old
    journal, both = journalled((old, damaged(new)))
    run(Ledger.open(both, QUICK, QUICK_WORDS))
    seals = [data for _, (name, _, data) in journal.operations if name == "write" and b" z " in data[:30]]
    assert [seal.split(b" z ")[1][:12] for seal in seals] == [b'{"ledger":1,'] * 2
