"""Files that are no CSV, or bad ones: a refusal or a list of unread rows, never another exception, never a wrong row.

The files in `bad_csv/` are frozen: a reader that changes its mind about one of them changes this table.
"""

from __future__ import annotations

import csv
import io
import os
import random
import sys
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

import pytest

from domain.errors import FileDamaged, FileForeign, FileRefused, FileTooLarge
from domain.models import Activity, CheckIn, Sleep
from storage import check_in_csv, codec, daylio
from storage.csv_reading import Reading, Reason
from storage.csv_text import MAX_BYTES, MAX_ROWS, kind_of, sheet

FROZEN = {path.stem: path for path in sorted((Path(__file__).parent / "bad_csv").glob("*.csv"))}
Outcome = type[FileRefused] | tuple[int, dict[int, Reason]]  # refused, or how many come in, and {line: why not}
EXPECTED: dict[str, Outcome] = {
    "a-backup": FileForeign,
    "a-column-missing": FileDamaged,
    "a-column-renamed": FileDamaged,
    "a-column-twice": FileDamaged,
    "a-heading-without-end": FileDamaged,
    "a-spreadsheet-itself": FileForeign,
    "a-stray-quote": (1, {2: Reason.QUOTES}),
    "a-string": FileForeign,
    "a-web-page": FileForeign,
    "an-open-quote": (2, {3: Reason.QUOTES}),
    "another-apps-table": FileForeign,
    "blank-lines-first": FileForeign,
    "calendar": (3, dict.fromkeys(range(2, 8), Reason.DATE)),
    "clocks": (1, dict.fromkeys(range(2, 5), Reason.TIME)),
    "cut-between-cells": (1, {3: Reason.CELLS}),
    "cut-in-a-note": (1, {3: Reason.QUOTES}),
    "cut-in-the-heading": FileForeign,
    "cut-in-utf-16": FileDamaged,
    "daylio-31-february": (1, {2: Reason.DATE}),
    "daylio-a-column-twice": FileDamaged,
    "daylio-by-year": FileForeign,
    "daylio-clocks": (1, dict.fromkeys(range(2, 7), Reason.TIME)),
    "daylio-cut": (1, {3: Reason.QUOTES}),
    "daylio-unknown-moods": (1, {2: Reason.MOOD, 4: Reason.EMPTY}),
    "daylio-unquoted-comma": (1, {2: Reason.CELLS}),
    "daylio-without-moods": FileDamaged,
    "empty": FileForeign,
    "empty-list": FileForeign,
    "formulas": (7, {}),
    "gzip": FileForeign,
    "half-characters": (1, {3: Reason.LETTERS}),
    "ids": (4, {5: Reason.ID, 7: Reason.TWICE, 8: Reason.TWICE, 9: Reason.ID}),
    "mixed-line-ends": (3, {}),
    "nested-lists": FileForeign,
    "nested-objects": FileForeign,
    "nul": (1, {3: Reason.LETTERS, 4: Reason.LETTERS}),
    "null": FileForeign,
    "numbers": (1, dict.fromkeys(range(2, 14), Reason.NUMBER)),
    "offsets": (2, dict.fromkeys(range(2, 6), Reason.OFFSET)),
    "only-a-byte-order-mark": FileForeign,
    "only-delimiters": FileForeign,
    "right-to-left-and-zero-width": (2, {}),
    "spaces-for-words": (1, {3: Reason.EMPTY}),
    "too-few-cells": (1, {3: Reason.CELLS}),
    "too-many-cells": (1, {3: Reason.CELLS}),
    "utf-16-without-its-mark": FileForeign,
    "utf-32": FileForeign,
    "windows-letters": (1, {3: Reason.LETTERS}),
}
FULL = CheckIn(
    id="c1",
    at=datetime(2026, 11, 19, 8, 12, 34, 120_000, tzinfo=UTC),
    utc_offset_minutes=60,
    mood=4,
    energy=2,
    feelings=("calm", "=tired"),
    activities=(Activity("walk", 2, 4), Activity("tea")),
    sleep=Sleep.OK,
    sleep_hours=7.5,
    note='"Well",\nor – not',
    distress=3,
)
OURS = check_in_csv.written([FULL, CheckIn("c2", FULL.at, -210, note="slept"), CheckIn("c3", FULL.at, 0, mood=1)])
THEIRS = (
    "\ufefffull_date,date,weekday,time,mood,activities,scales,note_title,note\n"
    '2026-11-19,November 19,Thursday,9:12 PM,good,"walk | tea","Sleep: 8:00","a","one<br>two"\n'
    '2026-11-18,November 18,Wednesday,21:12,so-so,"tea","","","said ""no"",\nand – left"\n'
    '2026-11-17,November 17,Tuesday,12:05 am,awful,"","","",""\n'
).encode()


# Where a cut in Daylio's file leaves a closed quote: the one place where a row's lost end is not seen.
HALF_A_PAIR = {at for at in range(len(THEIRS)) if THEIRS[:at].endswith(b'said "') or THEIRS[:at].endswith(b'no"')}


def read(data: bytes) -> Reading:
    return check_in_csv.read(data) if kind_of(data) == "tend" else daylio.read(data, {"so-so": 3}, UTC)


def outcome(data: bytes) -> Outcome:
    try:
        found = read(data)
    except FileRefused as refusal:
        return type(refusal) if "canary" not in repr((refusal, refusal.__cause__)) else FileRefused
    return len(found.check_ins), {row.line: row.reason for row in found.unread}


def test_every_frozen_file_has_its_outcome_and_every_outcome_its_file() -> None:
    assert FROZEN.keys() == EXPECTED.keys()
    assert len(FROZEN) == 48


@pytest.mark.parametrize("name", EXPECTED)
def test_a_frozen_file_is_refused_or_read_as_far_as_it_goes(name: str) -> None:
    assert outcome(FROZEN[name].read_bytes()) == EXPECTED[name]


def test_what_stands_in_the_readable_rows_of_the_frozen_files_is_read_as_it_stands() -> None:
    notes = [check_in.note for check_in in read(FROZEN["formulas"].read_bytes()).check_ins]
    assert notes == ["=1+1", "+1", "-1", "@a", "\t=1", '=HYPERLINK("canary")', "＝1"]
    odd = [check_in.note for check_in in read(FROZEN["right-to-left-and-zero-width"].read_bytes()).check_ins]
    assert odd == ["\u202ecanary\u200b\u200d", "\U0001f468\u200d\U0001f469\u200d" * 25]
    ids = [check_in.id for check_in in read(FROZEN["ids"].read_bytes()).check_ins]
    assert ids[:3] == ["__proto__", "1", "01"]
    assert [check_in.note for check_in in read(FROZEN["spaces-for-words"].read_bytes()).check_ins] == [" " * 100]
    hours = [check_in.utc_offset_minutes for check_in in read(FROZEN["offsets"].read_bytes()).check_ins]
    assert hours == [840, -720]


def test_a_file_beyond_the_limits_is_too_large() -> None:
    heading = b"Date,Time,UTC offset,Note\n"
    with pytest.raises(FileTooLarge):
        read(heading + b"x" * MAX_BYTES)
    with pytest.raises(FileTooLarge):
        read(heading + b"\n" * (MAX_ROWS + 1))
    assert read(heading + b"\n" * MAX_ROWS) == Reading((), ())


def test_a_record_without_end_is_too_long_and_ends_nothing() -> None:
    heading, last = b"Date,Time,UTC offset,Note\n", b"\n2026-11-19,09:12,+01:00,canary\n"
    room = MAX_BYTES - len(heading) - len(last) - 1
    assert outcome(heading + b"," * room + last) == (1, {2: Reason.LENGTH})
    assert outcome(heading + b'"' + b"x" * room + last) == (1, {2: Reason.LENGTH})
    assert outcome(heading + b'"' + last) == (1, {2: Reason.QUOTES})


def test_a_file_whose_every_line_opens_a_quote_anew_is_refused_in_good_time() -> None:
    # Read from any line, the quote is open until the end: 500,000 lines would be 125 thousand million to read.
    assert outcome(b"Date,Time,UTC offset,Note\n" + b'x",""",\n' * 500_000) is FileDamaged


@pytest.mark.parametrize(
    "whole", [OURS, THEIRS, OURS.decode("utf-8-sig").encode("utf-16")], ids=["ours", "Daylio", "16"]
)
def test_a_file_cut_at_any_byte_is_refused_or_brings_the_rows_before_the_cut_as_they_were(whole: bytes) -> None:
    all_of_it = read(whole).check_ins
    counts = set()
    for cut in range(len(whole)):
        if whole is THEIRS and whole[cut - 1 : cut + 1] == b'""' and cut in HALF_A_PAIR:
            continue
        try:
            found = read(whole[:cut])
        except (FileForeign, FileDamaged):
            continue
        assert found.check_ins == all_of_it[: len(found.check_ins)]
        counts.add(len(found.check_ins))
    assert counts == {0, 1, 2, 3}


def test_a_cut_within_our_last_row_is_always_told() -> None:
    begins = OURS.rindex(b"\n", 0, -1) + 1
    for cut in range(begins + 1, len(OURS) - 1):
        found = read(OURS[:cut])
        assert ([one.id for one in found.check_ins], [row.line for row in found.unread]) == (["c1", "c2"], [5])
    assert len(read(OURS[:-1]).check_ins) == 3  # only the line end is cut, and within


def test_a_last_row_without_a_line_end_is_read_where_its_end_is_seen_otherwise() -> None:
    rows = "Date,Time,UTC offset,Note,ID\n2026-11-19,09:12,UTC+01:00,canary,{}".format
    ids = ["0123456789abcdef" * 2, "csv-" + "0123456789abcdef" * 2, "daylio-" + "0" * 32]
    assert [outcome(rows(id).encode()) for id in ids] == [(1, {})] * 3
    assert [outcome(rows(id[:-1]).encode()) for id in ids] == [(0, {2: Reason.CUT})] * 3
    assert outcome(THEIRS.rstrip()) == (3, {})
    assert outcome(THEIRS.rstrip()[:-2]) == (2, {5: Reason.CUT})


def rows_below_the_heading(data: bytes) -> int:
    """Counted another way: one reader for each row, which begins on the first line that no row has had."""
    whole = sheet(data)
    lines = io.StringIO(whole.text, newline="").readlines()
    count = at = 0
    while at < len(lines):
        reader = csv.reader(lines[at:], delimiter=whole.delimiter, strict=True)
        try:
            is_blank = not any(cell.strip() for cell in next(reader))
        except csv.Error:
            is_blank, used = False, 1
        else:
            used = reader.line_num
        count += at > 0 and not is_blank
        at += used
    return count


PIECES = [
    *(
        b'"',
        b'""',
        b",",
        b";",
        b"\t",
        b"\n",
        b"\r\n",
        b"\r",
        b"\0",
        b"\xff",
        b"\xed\xa0\x80",
        b"\xef\xbb\xbf",
        b"=",
        b"'",
    ),
    *(
        b"\\u0000",
        b"\\",
        b" | ",
        b"9" * 5_000,
        b"2026-02-31",
        b"0001-01-01",
        b"24:00",
        b"UTC-12:00",
        b"1e400",
        b"full_date",
    ),
]


def damaged(whole: bytes, chance: random.Random) -> bytes:
    """The file with one to four things done to it, to three of four files below the heading only."""
    heading = whole.index(b"\n") + 1 if chance.random() < 0.75 else 0
    data = bytearray(whole[heading:])
    for _ in range(chance.randint(1, 4)):
        at = chance.randrange(len(data) + 1)
        end = min(len(data), at + chance.choice([1, 2, 10, 100]))
        match chance.randrange(6):
            case 0:
                data[at:end] = chance.randbytes(end - at)
            case 1:
                del data[at:end]
            case 2:
                data[at:at] = data[at:end] * chance.choice([1, 1, 20])
            case 3:
                data[at:at] = chance.choice(PIECES)
            case 4:
                lines = bytes(data).splitlines(keepends=True)
                chance.shuffle(lines)
                data = bytearray(b"".join(lines))
            case _:
                del data[at if chance.random() < 0.2 else len(data) :]
    return whole[:heading] + bytes(data)


def check_reading(data: bytes) -> Reading:
    """Read it, and see that what came in is what Tend could have written, and that no row is left untold."""
    found = read(data)
    for check_in in found.check_ins:
        assert codec.check_in_from_document(codec.check_in_to_document(check_in)) == check_in
        assert check_in.day.year in range(1, 10_000)
    assert len({check_in.id for check_in in found.check_ins}) == len(found.check_ins)
    assert len(found.check_ins) + len(found.unread) == rows_below_the_heading(data)
    assert check_in_csv.read(check_in_csv.written(found.check_ins)) == Reading(found.check_ins, ())
    return found


def test_damaged_files_are_refused_or_read_row_by_row(capsys: pytest.CaptureFixture[str]) -> None:
    count = 10_000 if os.environ.get("TORTURE") == "1" else 1_000
    wholes = [OURS, THEIRS, OURS.replace(b",", b";"), OURS.decode("utf-8-sig").encode("utf-16")]
    told: Counter[str] = Counter()
    for seed in range(count):
        data = damaged(wholes[seed % len(wholes)], random.Random(seed))
        try:
            found = check_reading(data)
        except FileRefused as refusal:
            told[type(refusal).__name__] += 1
        except Exception as exc:
            raise AssertionError(f"seed {seed}") from exc
        else:
            told.update(check_ins=len(found.check_ins), unread_rows=len(found.unread), read=1)
    with capsys.disabled():
        sys.stdout.write(f"\n{count} damaged CSV files: {dict(sorted(told.items()))}\n")
    assert min(told[name] for name in ("FileForeign", "FileDamaged", "check_ins", "unread_rows")) > count / 100
    assert told["FileForeign"] + told["FileDamaged"] + told["FileTooLarge"] + told["read"] == count
