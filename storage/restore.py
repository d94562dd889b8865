"""What comes in from a file: what it would change, and the changes themselves; the way back is `changes.inverse`.

Pure functions on tables; imports the standard library, `domain` and our own modules. Whoever gives tables in has had
`schema.check` see them, so that `==` tells documents apart. Documents are taken over as they are, never changed and
never copied. A table without documents is no table: `applied` leaves none behind.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any

from domain.models import CheckIn
from storage import codec
from storage.changes import apply
from storage.schema import (
    CHECK_INS,
    CHOICE,
    DEVICE,
    GOALS,
    KINDS,
    MARKS,
    PACING,
    PLAN_NOTES,
    PREFERENCES,
    REMINDER_NOTES,
    SKILL_CHOICES,
    Changes,
    Document,
    Tables,
)


class Mode(StrEnum):
    """What a restore does with what is here already."""

    MERGE = "merge"  # what is here stays; only what is not here comes in
    REPLACE = "replace"  # afterwards the person's tables are the file's


@dataclass(frozen=True)
class Preview:
    """What a file holds, beside what is here."""

    check_ins: int
    goals: int
    marks: int
    first: date | None  # the local day of its earliest check-in; None where it has none
    last: date | None
    new: int  # of these and all other entries: not here
    same: int  # here, and equal
    different: int  # here under the same id, with other contents
    missing: int  # here, and not in the file: a replace takes them away


def of_check_ins(check_ins: Iterable[CheckIn]) -> Tables:
    """The tables a list of check-ins makes, as a CSV file brings them."""
    documents = {check_in.id: codec.check_in_to_document(check_in) for check_in in check_ins}
    return {CHECK_INS: documents} if documents else {}


def puts(records: Mapping[str, Iterable[Any]]) -> Changes:
    """What keeps these records, by their tables, each in place of the one with its id."""
    documents = ((table, KINDS[table].to_document(record)) for table, found in records.items() for record in found)
    return tuple((table, document["id"], document) for table, document in documents)


def preview(live: Tables, incoming: Tables) -> Preview:
    """What would come in, before anything does."""
    here, there = _entries(live), _entries(incoming)
    days = [_local_day(document) for document in incoming.get(CHECK_INS, {}).values()]
    both = here.keys() & there.keys()
    same = sum(here[place] == there[place] for place in both)
    return Preview(
        check_ins=len(incoming.get(CHECK_INS, {})),
        goals=len(incoming.get(GOALS, {})),
        marks=len(incoming.get(MARKS, {})),
        first=min(days, default=None),
        last=max(days, default=None),
        new=len(there) - len(both),
        same=same,
        different=len(both) - same,
        missing=len(here) - len(both),
    )


def changes(live: Tables, incoming: Tables, mode: Mode) -> Changes:
    """The fewest puts and deletes that bring the file in; the device's own table is never among them.

    MERGE puts only what is not here: where both have a record under one id, the one here stays, so that an older
    backup never undoes newer words. REPLACE makes every other table equal to the file's.
    """
    found = list(_missing_here(live, incoming))
    if mode is Mode.REPLACE:
        found += _otherwise_here(live, incoming)
    return tuple(found)


def applied(tables: Tables, changes: Changes) -> Tables:
    """The tables after the changes, as new dicts; what was given stays as it was."""
    result = {table: dict(documents) for table, documents in tables.items()}
    apply(result, changes)
    return {table: documents for table, documents in result.items() if documents}


def _missing_here(live: Tables, incoming: Tables) -> Changes:
    return tuple((table, id, document) for table, id, document in _records(incoming) if id not in live.get(table, {}))


def _otherwise_here(live: Tables, incoming: Tables) -> Changes:
    """Every record here that the file has with other contents (put) or not at all (deleted)."""
    return tuple(
        (table, id, incoming.get(table, {}).get(id))
        for table, id, document in _records(live)
        if incoming.get(table, {}).get(id) != document
    )


def _records(tables: Tables) -> Iterator[tuple[str, str, Document]]:
    """Every record of the person's own tables."""
    for table, documents in tables.items():
        if table != DEVICE:
            for id, document in documents.items():
                yield table, id, document


def _entries(tables: Tables) -> dict[tuple[str, str], Document]:
    """What the person wrote or answered; not what they chose about the app."""
    chosen = (PREFERENCES, CHOICE, PACING, SKILL_CHOICES, PLAN_NOTES, REMINDER_NOTES)
    return {(table, id): document for table, id, document in _records(tables) if table not in chosen}


def _local_day(document: Document) -> date:
    """The local day of a check-in's document; at the two ends of the calendar, where there is none, the UTC day."""
    at = datetime.fromisoformat(document["at"])
    try:
        return (at + timedelta(minutes=document["utc_offset_minutes"])).date()
    except OverflowError:
        return at.date()
