"""Records that stand in an order the person gives them. Imports the standard library only."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Protocol, TypeVar


class Placed(Protocol):
    """A record with an id and a place, smallest first; records that share one stand by their ids."""

    @property
    def id(self) -> str: ...

    @property
    def place(self) -> int: ...


Record = TypeVar("Record", bound=Placed)


def place_at_end(records: Sequence[Placed]) -> int:
    """The place after all others. The first of all has 0."""
    return max((record.place for record in records), default=-1) + 1


def moved(records: Sequence[Record], record_id: str, by: int) -> tuple[Record, ...]:
    """Those that have a new place when one goes `by` places further down (-1: one up); `records` stand in order.

    The places there are go round, so that of two neighbours each gets the other's and nothing else is written: with
    places 2, 5 and 9, the last going one up has 5 then, and the one it passed 9. One at the end stays there. Places
    that were shared are counted anew from 0. One that was deleted meanwhile moves nothing.
    """
    order: list[Record] = [record for record in records if record.id != record_id]
    if len(order) == len(records):
        return ()
    here = next(number for number, record in enumerate(records) if record.id == record_id)
    order.insert(max(here + by, 0), records[here])
    places = [record.place for record in records]
    if len(set(places)) < len(places):
        places = list(range(len(places)))
    found: list[Any] = order  # records are dataclasses
    return tuple(
        replace(record, place=place) for record, place in zip(found, places, strict=True) if record.place != place
    )
