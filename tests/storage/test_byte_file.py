"""The contract of the byte file, on every backend; and the wait for one that is held."""

from __future__ import annotations

import pytest

from domain.errors import StorageBroken, StorageBusy
from storage import byte_file
from storage.byte_file import Files, once_free
from tests.storage.ledgers import close_all, run
from tests.storage.places import FilledPlace


def opened_files(place: FilledPlace) -> Files:
    return run(place.open())


def test_a_new_file_is_empty(place: FilledPlace) -> None:
    a, b = opened_files(place)
    assert (a.size(), b.size(), a.read(0, 10)) == (0, 0, b"")


def test_what_is_written_is_read_back_from_any_place(place: FilledPlace) -> None:
    a, _ = opened_files(place)
    a.write(0, b"0123456789")
    a.write(3, b"abc")
    assert a.read(2, 5) == b"2abc6"
    assert a.size() == 10


def test_reading_past_the_end_gives_what_there_is(place: FilledPlace) -> None:
    a, _ = opened_files(place)
    a.write(0, b"0123")
    assert a.read(2, 100) == b"23"
    assert a.read(4, 1) == b""


def test_a_gap_reads_as_zeros(place: FilledPlace) -> None:
    a, _ = opened_files(place)
    a.write(3, b"x")
    assert a.read(0, 9) == b"\0\0\0x"


def test_truncating_cuts_to_the_exact_length_and_lengthens_with_zeros(place: FilledPlace) -> None:
    a, _ = opened_files(place)
    a.write(0, b"0123456789")
    a.truncate(4)
    assert a.read(0, 100) == b"0123"
    a.truncate(6)
    assert a.read(0, 100) == b"0123\0\0"
    a.truncate(0)
    assert a.size() == 0


def test_the_two_files_are_two_and_stand_when_closed(place: FilledPlace) -> None:
    a, b = opened_files(place)
    a.write(0, b"a")
    b.write(0, b"bb")
    run(a.flush())
    close_all(a, b)
    assert run(place.contents()) == (b"a", b"bb")
    a, b = opened_files(place)
    assert (a.read(0, 9), b.read(0, 9)) == (b"a", b"bb")


def test_contents_can_be_seen_while_the_files_are_open(place: FilledPlace) -> None:
    a, _ = opened_files(place)
    a.write(0, b"now")
    assert run(place.contents()) == (b"now", b"")


def test_a_closed_file_refuses_and_can_be_closed_again(place: FilledPlace) -> None:
    a, _ = opened_files(place)
    close_all(a, a)
    for attempt in (
        a.size,
        lambda: a.read(0, 1),
        lambda: a.write(0, b"x"),
        lambda: a.truncate(0),
        lambda: run(a.flush()),
    ):
        with pytest.raises(StorageBroken):
            attempt()


def test_a_large_file_arrives_whole(place: FilledPlace) -> None:
    a, _ = opened_files(place)
    large = bytes(range(256)) * 40_000
    a.write(0, large)
    run(a.flush())
    assert a.read(0, len(large)) == large


def test_a_flush_here_never_waits(place: FilledPlace) -> None:
    a, _ = opened_files(place)
    assert a.flushes_at_once
    with pytest.raises(StopIteration):
        a.flush().send(None)  # type: ignore[attr-defined]


@pytest.mark.parametrize("busy", [0, 1, 20])
def test_files_that_become_free_in_time_are_waited_for(busy: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(byte_file, "PAUSE_SECONDS", 0)
    tries = []

    async def open_now() -> str:
        tries.append(1)
        if len(tries) <= busy:
            raise StorageBusy
        return "files"

    assert run(once_free(open_now)) == "files"
    assert len(tries) == busy + 1


def test_after_twenty_one_tries_it_is_busy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(byte_file, "PAUSE_SECONDS", 0)
    tries = []

    async def open_now() -> str:
        tries.append(1)
        raise StorageBusy

    with pytest.raises(StorageBusy):
        run(once_free(open_now))
    assert len(tries) == 21


def test_the_pauses_add_up_to_two_seconds() -> None:
    assert (byte_file.TRIES - 1) * byte_file.PAUSE_SECONDS == 2
