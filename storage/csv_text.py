"""A CSV file as rows of named cells. Imports the standard library, `domain` and `csv_reading`.

Two kinds are known by a column that no other file has: Tend's own (`check_in_csv`) by "UTC offset", Daylio's
(`daylio`) by "full_date". UTF-8 with or without a byte order mark and UTF-16 with one; commas, semicolons or tabs;
any line ends. A row that cannot be read never stops the file: it is told by its line and a reason, and holds nothing
of what stood there. Quotes are read strictly, so that a cut or a stray quote is an unread row and not a wrong one.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from domain.errors import FileDamaged, FileForeign, FileTooLarge
from storage.csv_reading import Reason, Row, Unreadable

Kind = Literal["tend", "daylio"]

MAX_BYTES = 20_000_000  # 15,000 check-ins with notes of 110 letters are 3.8 million
MAX_ROWS = 200_000  # blank ones too
MAX_CELL = 1_000_000  # characters
MAX_RECORD = 4_000_000  # characters
_MAX_HEADING = 10_000  # characters
_MARKS: dict[str, Kind] = {"utc offset": "tend", "full_date": "daylio"}
_NEEDED: dict[Kind, set[str]] = {"tend": {"date", "time"}, "daylio": {"time", "mood"}}
_DELIMITERS = ",;\t"
_OUR_ID = re.compile("(?:csv-|daylio-)?[0-9a-f]{32}")
_NO_TEXT = re.compile("[\0\ud800-\udfff]")  # half characters stand for bytes that are no UTF-8


@dataclass(frozen=True)
class Sheet:
    """A file whose heading is known."""

    kind: Kind
    names: tuple[str, ...]  # in small letters
    delimiter: str
    text: str = field(repr=False)


def kind_of(data: bytes) -> Kind:
    """Whose CSV it is.

    Raises:
        FileForeign, FileDamaged, FileTooLarge: as `sheet`.
    """
    return sheet(data).kind


def sheet(data: bytes) -> Sheet:
    """The file with its heading read.

    Raises:
        FileTooLarge: it has more than `MAX_BYTES`.
        FileForeign: the heading is of no kind Tend knows.
        FileDamaged: the heading lacks a column or has one twice, or the file is UTF-16 and cut.
    """
    text = _text(data)
    heading = io.StringIO(text, newline="").readline(_MAX_HEADING)
    for delimiter in _DELIMITERS:
        names = _names(heading, delimiter)
        kind = next((_MARKS[name] for name in names if name in _MARKS), None)
        if kind is not None:
            if not _NEEDED[kind] <= set(names) or len(set(names)) < len(names):
                raise FileDamaged("the heading lacks a column or has one twice")
            return Sheet(kind, names, delimiter, text)
    raise FileForeign("a heading Tend does not know")


def rows(sheet: Sheet) -> list[Row]:
    """Every row below the heading that is not blank.

    Raises:
        FileTooLarge: there are more than `MAX_ROWS`.
        FileDamaged: the quotes are wrong throughout.
    """
    limit = csv.field_size_limit(MAX_RECORD)  # so that the module never stops at a long cell; it is shared by all
    try:
        found: list[Row] = []
        for count, (line, cells) in enumerate(_records(sheet)):
            if count > MAX_ROWS:
                raise FileTooLarge(f"more than {MAX_ROWS} rows")
            if count and (isinstance(cells, Reason) or any(cell.strip() for cell in cells)):
                found.append(_row(line, cells, sheet.names))
        if found and found[-1].reason is None and _may_be_cut(sheet, found[-1]):
            found[-1] = Row(found[-1].line, reason=Reason.CUT)
        return found
    finally:
        csv.field_size_limit(limit)


def _text(data: bytes) -> str:
    if len(data) > MAX_BYTES:
        raise FileTooLarge(f"more than {MAX_BYTES} bytes")
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        try:
            return data.decode("utf-16", "surrogatepass")
        except UnicodeDecodeError:
            raise FileDamaged("UTF-16, and cut") from None  # the cause holds the whole file
    return data.decode("utf-8", "surrogateescape").removeprefix("\ufeff")


def _names(heading: str, delimiter: str) -> tuple[str, ...]:
    """The names of the columns; none where the heading cannot be read."""
    try:
        cells = next(csv.reader([heading], delimiter=delimiter, strict=True), [])
    except csv.Error:
        return ()
    names = [cell.strip().casefold() for cell in cells]
    while names and not names[-1]:
        names.pop()  # a spreadsheet had touched a cell on the right
    return tuple(names)


class _Lines:
    """The file's lines, given out one by one and from anywhere again; no record gets more than `MAX_RECORD`."""

    def __init__(self, text: str) -> None:
        self._lines = io.StringIO(text, newline="").readlines()
        self.at = 0  # the next line
        self.taken = 0  # characters given out for the record that is being read

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        if self.at >= len(self._lines):
            raise StopIteration
        line = self._lines[self.at]
        self.at += 1
        self.taken += len(line)
        if self.taken > MAX_RECORD:
            raise Unreadable(Reason.LENGTH)
        return line


def _records(sheet: Sheet) -> Iterator[tuple[int, list[str] | Reason]]:
    """The line each record begins on, the heading included, and its cells, or why there are none.

    A quote that is never closed takes the rows below it for its words: after such a record the next line begins one.
    Reading again and again what follows would take for ever in a file made for that, which is refused.
    """
    lines = _Lines(sheet.text)
    begins = again = 0
    while True:
        try:
            for cells in csv.reader(lines, delimiter=sheet.delimiter, strict=True):
                yield begins + 1, cells
                begins, lines.taken = lines.at, 0
            return
        except (csv.Error, Unreadable) as exc:
            again += lines.taken
            if again > MAX_BYTES:
                raise FileDamaged("quotes that are wrong throughout") from None
            yield begins + 1, exc.reason if isinstance(exc, Unreadable) else Reason.QUOTES
            begins += 1
            lines.at, lines.taken = begins, 0


def _row(line: int, cells: list[str] | Reason, names: tuple[str, ...]) -> Row:
    if isinstance(cells, Reason):
        return Row(line, reason=cells)
    if any(len(cell) > MAX_CELL for cell in cells):
        return Row(line, reason=Reason.LENGTH)
    if any(_NO_TEXT.search(cell) for cell in cells):
        return Row(line, reason=Reason.LETTERS)
    if len(cells) < len(names) or any(cells[len(names) :]):
        return Row(line, reason=Reason.CELLS)
    return Row(line, dict(zip(names, cells, strict=False)))


def _may_be_cut(sheet: Sheet, last: Row) -> bool:
    """True unless the end of the last row is seen: by a line end, or where a program writes none there, otherwise.

    Daylio's own last cell is quoted (one cut in the middle of "" is not seen). Of our rows in other programs' hands
    the id is whole when it has the length of every id that Tend makes.
    """
    if sheet.text.endswith(("\r", "\n")):
        return False
    if sheet.kind == "daylio":
        return not sheet.text.endswith('"')
    return not _OUR_ID.fullmatch(last.cells[sheet.names[-1]])
