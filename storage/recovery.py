"""What two files make together: which one counts, what they hold, and what was lost. Imports our own modules.

The file that counts, the live one, is the sealed one of the newest generation. Beside it stands the generation
before; its last line, the mark, says which generation took over, and its final state is exactly the newer snapshot,
so that what damage takes from that snapshot comes back from there. What opening makes of two files:

    newest generation                    the other file          opening
    -----------------------------------  ----------------------  -----------------------------------------------
    sealed                               anything                it is live; lost snapshot lines from the other
    not sealed, or no good line          marked as superseded    the newest was damaged: what is left of it, on
                                                                 top of the other's final state
    sealed, and its own last line is     anything                it is live, and what took over from it is lost:
    the mark                                                     that counts as damaged
    not sealed, or no good line          sealed, not marked      a compaction that was cut: the other is live
    both empty, or a creation that was                           fresh
    cut (nothing was ever acknowledged)
    otherwise                                                    StorageForeign
    a later layout or schema in a header                         StorageNewer

A line that does not read is skipped and counted, and nothing is ever appended after one.
"""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Any

from domain.errors import StorageForeign, StorageNewer
from storage.lines import HEADER, MARK, SEAL, SNAPSHOT, TRANSACTION, Line, Scan, ends, scan, to_text, written
from storage.schema import SCHEMA

LAYOUT = 1


@dataclass(frozen=True)
class Head:
    """What a header or seal says. `pieces` is how many snapshot lines stand between the two."""

    layout: int
    schema: int
    pieces: int
    lock: dict[str, Any] | None = None

    def text(self) -> bytes:
        """As it stands in the line."""
        return to_text({"ledger": self.layout, "schema": self.schema, "pieces": self.pieces, "lock": self.lock})


@dataclass(frozen=True)
class Part:
    """Lines of one file, to be read one after the other on top of what came before, and what its header says."""

    head: Head
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Found:
    """Which file counts, and what both hold together.

    `parts` give, in order, every change that stands, and `alone` those of them that the live file holds itself.
    `torn` is true when that file ends in one piece that is no line (a save that was cut); `damaged` counts the lines
    that are lost for good, as far as can be known. `is_tidy` is false when the two files want to be written anew:
    something is damaged, or a takeover was cut.
    """

    live: int
    head: Head
    generation: int  # the newest one seen
    live_generation: int
    next_serial: int
    end: int  # where the last good line ends
    seal_end: int  # where the snapshot ends
    parts: tuple[Part, ...]
    alone: tuple[Part, ...]
    torn: bool
    damaged: int
    damaged_alone: int  # the same, should the live file have to do without the other
    is_tidy: bool


BEFORE_ALL = written(0, 0, HEADER, Head(LAYOUT, SCHEMA, 0).text()) + written(0, 1, MARK, to_text({"superseded": 1}))
"""What stands in the second file of a fresh database: an empty generation 0 that generation 1 took over from."""


def _creation(schema: int) -> bytes:
    head = Head(LAYOUT, schema, 0).text()
    return written(1, 0, HEADER, head) + written(1, 1, SEAL, head)


CREATION = _creation(SCHEMA)
"""What a fresh database is made of, in the first file."""


def find(a: bytes, b: bytes) -> Found | None:
    """What stands in the two files, or None when they are fresh. Raises as the table above says."""
    return _at_a_glance(a, b) or _looked_through((scan(a), scan(b)), _is_fresh(a, b))


def _at_a_glance(a: bytes, b: bytes) -> Found | None:
    """What is found nearly always: a newer file that took over from an older one, which then need not be read.
    None when that is not so; whatever this finds, `_looked_through` finds as well."""
    for which, older, newer in ((1, a, b), (0, b, a)):
        first, last = ends(older)
        if not (first and last and last.kind == MARK and first.kind == HEADER and first.generation == last.generation):
            continue
        new, old_head = scan(newer), _said_by(first)
        head = _head(new)
        if new.generation != _superseded_by(last) or not (head and old_head) or _superseded_by(new.last):
            return None
        if max(head.layout, old_head.layout) > LAYOUT or max(head.schema, old_head.schema) > SCHEMA:
            return None
        has_snapshot = sum(line.serial <= head.pieces + 1 for line in new.lines) == head.pieces + 2
        has_lock_of_before = old_head.lock == head.lock or not first.generation
        return _alone(which, new, head) if has_snapshot and has_lock_of_before else None
    return None


def _looked_through(scans: tuple[Scan, Scan], is_fresh: bool) -> Found | None:
    heads = _head(scans[0]), _head(scans[1])
    if any(head and (head.layout > LAYOUT or head.schema > SCHEMA) for head in heads):
        raise StorageNewer("a header has a later layout or schema")
    if is_fresh:
        return None
    for older, newer in ((0, 1), (1, 0)):
        taken_over_by = _superseded_by(scans[older].last)
        if taken_over_by and (not scans[newer].lines or scans[newer].generation == taken_over_by):
            return _after_takeover(older, newer, scans, heads)
    counting = [which for which in (0, 1) if scans[which].was_sealed and scans[which].generation]
    if not counting:
        raise StorageForeign("no generation in either file ever counted")
    if len(counting) == 2 and scans[0].generation == scans[1].generation:
        raise StorageForeign("two files of one generation")
    live = max(counting, key=lambda which: scans[which].generation)
    return replace(_alone(live, scans[live], heads[live]), is_tidy=False)


def _after_takeover(older: int, newer: int, scans: tuple[Scan, Scan], heads: tuple[Head | None, Head | None]) -> Found:
    """The newer file counts, whatever is left of it; the older one, if it is whole itself, mends its snapshot."""
    old, new, old_head = scans[older], scans[newer], heads[older]
    if not new.lines:
        if not old.generation:
            raise StorageForeign("the one generation that counts cannot be read")
        return _alone(older, old, old_head)
    head = heads[newer]
    # Without header and seal, those of the older file stand in, unless a migration may lie between the two.
    found = _alone(newer, new, head or (old_head if old_head and old_head.schema == SCHEMA else None))
    if old_head is None or (old_head.lock != found.head.lock and old.generation):  # a lock change that was cut
        found = replace(found, is_tidy=False)
    if head and sum(line.serial <= head.pieces + 1 for line in new.lines) == head.pieces + 2:
        return found
    unseen = max(0, head.pieces + 1 - new.lines[-1].serial) if head else 0  # cut off inside the snapshot
    found = replace(found, damaged=found.damaged + unseen, damaged_alone=found.damaged + unseen, is_tidy=False)
    if not old.is_whole or old_head is None:
        return found
    return replace(
        found,
        parts=(Part(old_head, _of(old, SNAPSHOT, TRANSACTION)), Part(found.head, _of(new, TRANSACTION))),
        damaged=_lost_after_snapshot(new, head) + _bad(new),
    )


def _alone(which: int, found: Scan, head: Head | None) -> Found:
    """What one file holds by itself."""
    if head is None:
        raise StorageForeign("neither header nor seal can be read")
    parts = (Part(head, _of(found, SNAPSHOT, TRANSACTION)),)
    damaged = found.lost + _bad(found)
    return Found(
        live=which,
        head=head,
        generation=max(found.generation, _superseded_by(found.last)),
        live_generation=found.generation,
        next_serial=found.lines[-1].serial + 1,
        end=found.end,
        seal_end=found.seal_end or found.end,
        parts=parts,
        alone=parts,
        torn=found.bad_at_end == 1,
        damaged=damaged,
        damaged_alone=damaged,
        is_tidy=not damaged and not found.bad_at_end,
    )


def _bad(found: Scan) -> int:
    """What the end of a live file counts as damaged: the pieces there, of which one alone is a save that was cut;
    and its mark, as the generation that took over is nowhere."""
    pieces = found.bad_at_end if found.bad_at_end > 1 else 0
    return pieces + bool(_superseded_by(found.last))


def _lost_after_snapshot(found: Scan, head: Head | None) -> int:
    """How many lines after a damaged snapshot are lost, as far as can be known.

    Where the file ends inside the snapshot, or neither header nor seal says how long that was, one more stands for
    those nobody can count.
    """
    if head is None:
        serials = [line.serial for line in found.lines if line.kind in (TRANSACTION, MARK)]
        first, uncounted = (serials[0] if serials else found.lines[-1].serial + 1), 1
    else:
        first = head.pieces + 2
        uncounted = int(found.lines[-1].serial < first - 1)
    standing = sum(line.serial >= first for line in found.lines)
    return max(0, found.lines[-1].serial + 1 - first) - standing + uncounted


def _superseded_by(last: Line | None) -> int:
    """The generation that took over, as a file's last line says; 0 when none did."""
    number = _json(last).get("superseded") if last and last.kind == MARK else None
    return number if type(number) is int else 0


def _head(found: Scan) -> Head | None:
    line = found.first(HEADER) or found.first(SEAL)
    return _said_by(line) if line else None


def _said_by(line: Line) -> Head | None:
    said = _json(line)
    numbers = [said.get(name) for name in ("ledger", "schema", "pieces")]
    if not all(type(number) is int for number in numbers):
        return None
    layout, schema, pieces = numbers
    lock = said.get("lock")
    return Head(layout, schema, pieces, lock if isinstance(lock, dict) else None)  # type: ignore[arg-type]


def _json(line: Line) -> dict[str, Any]:
    with suppress(ValueError, RecursionError):
        if isinstance(value := json.loads(line.text), dict):
            return value
    return {}


def _of(found: Scan, *kinds: str) -> tuple[Line, ...]:
    return tuple(line for line in found.lines if line.kind in kinds)


def _is_fresh(a: bytes, b: bytes) -> bool:
    """True when nothing was ever acknowledged: both empty, or the creation of the first file was cut, by this Tend
    or an earlier one (zeros are how bytes that never reached the disk read)."""
    is_cut = any(whole.startswith(a) and a != whole for whole in map(_creation, range(1, SCHEMA + 1)))
    return not b and (is_cut or (len(a) <= len(CREATION) and not any(a)))
