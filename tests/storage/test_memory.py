"""The place that is gone with the window."""

from __future__ import annotations

from storage.memory import MemoryPlace
from tests.storage.ledgers import close_all, run


def test_it_keeps_nothing_and_nobody_else_can_take_it_over() -> None:
    assert (MemoryPlace.keeps, MemoryPlace.can_take_over) == (False, False)


def test_what_stands_in_it_outlives_its_files_and_not_an_erasure() -> None:
    place = MemoryPlace(b"first", b"second")
    a, b = run(place.open())
    a.truncate(2)
    b.write(8, b"x")
    assert run(place.contents()) == (b"fi", b"second\0\0x")
    close_all(a, b)
    again, _ = run(place.open())
    assert again.read(0, 9) == b"fi"
    assert run(place.slots()) == (b"", b"")
    run(place.drop_slots())
    assert run(place.contents()) == (b"fi", b"second\0\0x")
    run(place.erase())
    assert run(place.contents()) == (b"", b"")
