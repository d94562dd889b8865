"""The contract of the byte file, on every backend."""

from __future__ import annotations

import pytest

from domain.errors import StorageBroken
from tests.storage.places import Place


def test_a_new_file_is_empty(place: Place) -> None:
    a, b = place.open()
    assert (a.size(), b.size(), a.read(0, 10)) == (0, 0, b"")


def test_what_is_written_is_read_back_from_any_place(place: Place) -> None:
    a, _ = place.open()
    a.write(0, b"0123456789")
    a.write(3, b"abc")
    assert a.read(2, 5) == b"2abc6"
    assert a.size() == 10


def test_reading_past_the_end_gives_what_there_is(place: Place) -> None:
    a, _ = place.open()
    a.write(0, b"0123")
    assert a.read(2, 100) == b"23"
    assert a.read(4, 1) == b""


def test_truncating_cuts_to_the_exact_length(place: Place) -> None:
    a, _ = place.open()
    a.write(0, b"0123456789")
    a.truncate(4)
    assert a.read(0, 100) == b"0123"


def test_the_two_files_are_two(place: Place) -> None:
    a, b = place.open()
    a.write(0, b"a")
    b.write(0, b"bb")
    a.close()
    b.close()
    assert place.contents() == (b"a", b"bb")


def test_a_closed_file_refuses_and_can_be_closed_again(place: Place) -> None:
    a, _ = place.open()
    a.close()
    a.close()
    with pytest.raises(StorageBroken):
        a.size()
    with pytest.raises(StorageBroken):
        a.write(0, b"x")


def test_a_large_file_arrives_whole(place: Place) -> None:
    a, _ = place.open()
    large = bytes(range(256)) * 40_000
    a.write(0, large)
    a.flush()
    assert a.read(0, len(large)) == large
