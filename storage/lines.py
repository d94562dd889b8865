"""The lines of a ledger file: how one is written, and what can be made of a file that may be damaged. Pure functions.

    crc32 generation.serial kind text

`crc32` is eight hexadecimal digits over everything after the space that follows it. Each line names its generation
and its place in it, so that a line that is lost, doubled or left over from an earlier use of the file is noticed.
`text` is JSON in ASCII, or base64 where a lock encrypts it: it holds no line break. Kinds:

    h   header: {"ledger": 1, "schema": 2, "lock": …}; always serial 0, never encrypted
    s   a piece of the snapshot: documents as puts
    z   the seal: the header again; it makes the generation count, and is never encrypted
    t   one transaction
    x   the mark: {"superseded": n}; generation n, in the other file, has taken over
"""

from __future__ import annotations

import json
import zlib
from dataclasses import dataclass
from typing import Any

HEADER, SNAPSHOT, SEAL, TRANSACTION, MARK = "h", "s", "z", "t", "x"
_KINDS = (HEADER, SNAPSHOT, SEAL, TRANSACTION, MARK)
_CHECKSUM_BYTES = 8
_DIGITS = 15


@dataclass(frozen=True)
class Line:
    """One line that was read whole."""

    generation: int
    serial: int
    kind: str
    text: bytes


@dataclass(frozen=True)
class Scan:
    """What stands in one file.

    `lines` are those of the newest generation in it, in order, each serial once. `lost` counts the lines missing
    between them, `bad_at_end` the pieces after the last good one that are none; `end` is where that one ends, and
    `seal_end` where the seal does (0 without one).
    """

    lines: tuple[Line, ...] = ()
    lost: int = 0
    bad_at_end: int = 0
    end: int = 0
    seal_end: int = 0
    size: int = 0

    def first(self, kind: str) -> Line | None:
        """The first line of this kind."""
        return next((line for line in self.lines if line.kind == kind), None)

    @property
    def last(self) -> Line | None:
        """The last good line."""
        return self.lines[-1] if self.lines else None

    @property
    def generation(self) -> int:
        """The newest generation in the file; 0 when there is none."""
        return self.last.generation if self.last else 0

    @property
    def was_sealed(self) -> bool:
        """True when this generation came to count: its seal stands, or something that is only written after it."""
        return any(line.kind in (SEAL, TRANSACTION, MARK) for line in self.lines)

    @property
    def is_whole(self) -> bool:
        """True when every line from the header on stands, and nothing else."""
        return bool(self.lines) and self.lines[0].serial == 0 and not self.lost and not self.bad_at_end


def written(generation: int, serial: int, kind: str, text: bytes) -> bytes:
    """The bytes of one line, its line break included."""
    body = b"%d.%d %s %s" % (generation, serial, kind.encode("ascii"), text)
    return b"%08x %s\n" % (zlib.crc32(body), body)


def to_text(value: Any) -> bytes:
    """JSON in ASCII, so that lone surrogates survive and a line stays one line.

    Raises:
        TypeError, ValueError: JSON cannot say it (a date, NaN): a mistake in Tend, not on the device.
    """
    return json.dumps(value, ensure_ascii=True, allow_nan=False, separators=(",", ":")).encode("ascii")


def ends(data: bytes) -> tuple[Line | None, Line | None]:
    """The first and the last line, where they are whole; what lies between is not looked at."""
    if not data.endswith(b"\n"):
        return None, None
    return parsed(data[: data.index(b"\n")]), parsed(data[data.rfind(b"\n", 0, -1) + 1 : -1])


def scan(data: bytes) -> Scan:
    """Read a file that may be cut, damaged or not ours; never raises."""
    pieces = data.split(b"\n")
    tail = pieces.pop()  # what follows the last line break: nothing, or an append that was cut
    good: list[tuple[Line, int]] = []  # with the place where it ends
    at, bad, newest = 0, 0, 0
    for piece in pieces:
        at += len(piece) + 1
        line = parsed(piece)
        if line is None or line.generation < newest:
            bad += 1
            continue
        if line.generation > newest:
            newest, good, bad = line.generation, [], 0
        if good and line.serial <= good[-1][0].serial:
            bad += 1
            continue
        good.append((line, at))
        bad = 0
    if not good:
        return Scan(bad_at_end=bad + bool(tail), size=len(data))
    lines = tuple(line for line, _ in good)
    lost = lines[-1].serial + 1 - len(lines)
    seal_end = next((end for line, end in good if line.kind == SEAL), 0)
    return Scan(lines, lost, bad + bool(tail), good[-1][1], seal_end, len(data))


def parsed(piece: bytes) -> Line | None:
    """The line that these bytes are, without the line break; None when they are none."""
    checksum, _, body = piece.partition(b" ")
    if len(checksum) != _CHECKSUM_BYTES or checksum != b"%08x" % zlib.crc32(body):
        return None
    place, _, rest = body.partition(b" ")
    generation, _, serial = place.partition(b".")
    kind, _, text = rest.partition(b" ")
    if not (generation.isdigit() and serial.isdigit() and kind.decode("latin-1") in _KINDS):
        return None  # the checksum fits: somebody made it
    return Line(int(generation[:_DIGITS]), int(serial[:_DIGITS]), kind.decode("ascii"), text)
