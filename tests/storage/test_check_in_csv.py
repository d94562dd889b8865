"""Check-ins as a CSV file and back: exact, safe in a spreadsheet, and still read after one saved it again."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.models import Activity, CheckIn, Sleep
from storage import check_in_csv
from storage.csv_cells import from_words, to_words
from storage.csv_reading import Reading, Reason, UnreadRow
from storage.csv_text import kind_of
from tests.storage.record_strategies import check_ins, texts

AT = datetime(2026, 11, 19, 8, 12, tzinfo=UTC)
FULL = CheckIn(
    id="c1",
    at=AT.replace(second=34, microsecond=120_000),
    utc_offset_minutes=60,
    mood=4,
    energy=2,
    feelings=("calm", "a | b"),
    activities=(Activity("walk", 2, 4), Activity("tea"), Activity("bath", energy_after=5), Activity("run", 3)),
    sleep=Sleep.OK,
    sleep_hours=7.5,
    note='He said "no",\nthen left.',
    distress=0,
)
PLAIN = CheckIn("c2", AT, -210, mood=1, note="slept")
HEADING = (
    '"Date","Time","UTC offset","Mood (1-5)","Energy (1-5)","Feelings","Activities (energy before to after)",'
    '"Sleep","Hours of sleep","Distress (0-10)","Note","Seconds","ID"\r\n'
)


def only(name: str, value: str) -> Reading:
    """A file of one row that is right but for one cell."""
    cells = {"Date": "2026-11-19", "Time": "09:12", "UTC offset": "UTC+01:00", "Note": "a", "ID": "c1"} | {name: value}
    text = io.StringIO()
    writer = csv.DictWriter(text, cells)
    writer.writeheader()
    writer.writerow(cells)
    return check_in_csv.read(text.getvalue().encode("utf-8"))


def saved_again(data: bytes, delimiter: str, line_end: str, encoding: str) -> bytes:
    """The file as a spreadsheet writes it: other delimiters, quotes only where they are needed."""
    table = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=delimiter, lineterminator=line_end).writerows(table)
    return text.getvalue().encode(encoding)


def test_a_file_is_this() -> None:
    assert check_in_csv.written([FULL, PLAIN]).decode("utf-8") == (
        f"\ufeff{HEADING}"
        '"2026-11-19","09:12","UTC+01:00","4","2","calm | a \\| b",'
        '"walk (2 to 4) | tea | bath (? to 5) | run (3 to ?)","ok","7.5","0",'
        '"He said ""no"",\nthen left.","34.12","c1"\r\n'
        '"2026-11-19","04:42","UTC-03:30","1","","","","","","","slept","","c2"\r\n'
    )


def test_a_file_comes_back() -> None:
    data = check_in_csv.written([FULL, PLAIN])
    assert check_in_csv.read(data) == Reading((FULL, PLAIN), ())
    assert kind_of(data) == "tend"


def test_no_check_ins_are_a_heading_and_come_back_as_none() -> None:
    assert check_in_csv.written([]).decode("utf-8-sig") == HEADING
    assert check_in_csv.read(check_in_csv.written([])) == Reading((), ())


@settings(max_examples=200, deadline=None)
@given(st.lists(check_ins, max_size=4, unique_by=lambda check_in: check_in.id))
def test_any_check_ins_come_back_the_same(found: list[CheckIn]) -> None:
    assert check_in_csv.read(check_in_csv.written(found)) == Reading(tuple(found), ())


def test_check_ins_at_both_ends_of_the_calendar_come_back() -> None:
    ends = (
        CheckIn("a", datetime(1, 1, 2, tzinfo=UTC), -720),
        CheckIn("b", datetime(9999, 12, 30, tzinfo=UTC), 840),
    )
    data = check_in_csv.written(ends)
    assert b'"0001-01-01","12:00","UTC-12:00"' in data
    assert check_in_csv.read(data) == Reading(ends, ())


def test_a_name_that_ends_as_if_it_told_the_energy_is_a_name() -> None:
    found = CheckIn("a", AT, 0, activities=(Activity("walk (2 to 4)"), Activity("a (? to ?)", 1, 5)))
    assert b'"walk \\(2 to 4) | a \\(? to ?) (1 to 5)"' in check_in_csv.written([found])
    assert check_in_csv.read(check_in_csv.written([found])) == Reading((found,), ())


# Texts made of what has a meaning of its own somewhere between the words and the file.
tricky = st.text(st.sampled_from("'=+-@\t\r\n \\|;,\"u0d8(1to)?\0\ud800\udfff\ufeff＝e5:/")).map(
    lambda text: text.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass")
)
NASTY = st.sampled_from(
    ["", "'", "\\", "|", " | ", "\\u0000", "\\\0", "a (2 to 4)", " (2 to 4)", "x\\ (? to ?)", "\\|"]
)


@settings(max_examples=600, deadline=None)
@given(tricky | NASTY, st.lists(tricky | NASTY, max_size=3), st.lists(tricky | NASTY, max_size=3))
def test_words_that_look_like_our_own_marks_come_back_the_same(text: str, words: list[str], names: list[str]) -> None:
    activities = tuple(Activity(name, None, 4 if len(name) % 2 else None) for name in names)
    found = CheckIn(text, AT, 0, note=text, feelings=tuple(words), activities=activities)
    assert check_in_csv.read(check_in_csv.written([found])) == Reading((found,), ())


@settings(max_examples=1_000, deadline=None)
@given(texts | tricky | tricky.map(lambda text: "\u200b \xa0" + text))
def test_no_cell_of_any_words_begins_as_a_formula(text: str) -> None:
    bare = from_words(text).lstrip(" \xa0\u200b\ufeff\u2028\v\f\x1c\x1d\x1e\x1f\x85")
    assert not bare.startswith(("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"))
    assert to_words(from_words(text)) == text


@pytest.mark.parametrize(
    ("words", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("+1", "'+1"),
        ("- milk", "'- milk"),
        ("@home", "'@home"),
        ("\tx", "'\tx"),
        ("\r=x", "'\r=x"),
        ("\n", "'\n"),
        ("  =x", "'  =x"),
        ("\u200b=x", "'\u200b=x"),
        ("＝x", "'＝x"),
        ("'=x", "''=x"),
        ("''=x", "'''=x"),
        ("'", "''"),
        ("'tis", "'tis"),
        ("12e4", "'12e4"),
        ("1/2", "'1/2"),
        ("10 minutes", "10 minutes"),
        ("a=b", "a=b"),
        ("\0a\ud800", r"\u0000a\ud800"),
        (r"\u0000", r"\\u0000"),
        (r"C:\users\d8", r"C:\users\d8"),
    ],
)
def test_words_are_this_in_a_cell(words: str, cell: str) -> None:
    assert from_words(words) == cell
    assert to_words(cell) == words


def test_another_programs_apostrophe_stays() -> None:
    assert [to_words(cell) for cell in ("'tis", "'n'", "'=x", "''tis")] == ["'tis", "'n'", "=x", "''tis"]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_file_that_a_spreadsheet_saved_again_is_read(delimiter: str, line_end: str, encoding: str) -> None:
    found = (FULL, PLAIN, replace(PLAIN, id="c3", note=" ; , \t "))
    data = saved_again(check_in_csv.written(found), delimiter, line_end, encoding)
    assert check_in_csv.read(data) == Reading(found, ())


def test_columns_may_move_and_blank_rows_and_empty_cells_on_the_right_are_no_rows() -> None:
    data = b"ID,Note,UTC OFFSET,time , date,,\n,,,,,,\n\nc1,a,+1:00,9:12,2026/11/9,,\n"
    assert check_in_csv.read(data) == Reading(
        (CheckIn("c1", datetime(2026, 11, 9, 8, 12, tzinfo=UTC), 60, note="a"),), ()
    )


@pytest.mark.parametrize(
    ("name", "values", "reason"),
    [
        ("Date", ["19/11/2026", "19.11.2026", "11/19/26", "2026-02-30", "0000-01-01", "", "today"], Reason.DATE),
        ("Time", ["24:00", "09:60", "12:34.1", "", "13:00 pm", "0:10 am", "noon", "٠٩:١٢"], Reason.TIME),
        ("UTC offset", ["", "+14:01", "-12:01", "+01:60", "60", "CET", "Z"], Reason.OFFSET),
        ("Mood (1-5)", ["0", "6", "-1", "11", "4.0", "04", "true", "9" * 5_000, "NaN", "٤"], Reason.NUMBER),
        ("Energy (1-5)", ["0", "6", "1e0"], Reason.NUMBER),
        ("Distress (0-10)", ["-1", "11", "ten"], Reason.NUMBER),
        ("Hours of sleep", ["24.5", "-1", "NaN", "inf", "1e400", "7:30", "1_0"], Reason.NUMBER),
        ("Sleep", ["fine", "1"], Reason.SLEEP),
        ("Seconds", ["60", "x", "-1", "1.0000001"], Reason.TIME),
        ("ID", ["x" * 10_000], Reason.ID),
        ("Note", ["x" * 1_000_001], Reason.LENGTH),
    ],
)
def test_a_cell_that_cannot_be_read_keeps_its_row_out_and_says_which(
    name: str, values: list[str], reason: Reason
) -> None:
    assert [only(name, value) for value in values] == [Reading((), (UnreadRow(2, reason),))] * len(values)


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("Time", "9:12 AM", CheckIn("c1", AT, 60, note="a")),
        ("Time", "09:12:05", CheckIn("c1", AT.replace(second=5), 60, note="a")),
        ("Seconds", "5,25", CheckIn("c1", AT.replace(second=5, microsecond=250_000), 60, note="a")),
        ("Hours of sleep", "7,5", CheckIn("c1", AT, 60, note="a", sleep_hours=7.5)),
        ("Sleep", " Good ", CheckIn("c1", AT, 60, note="a", sleep=Sleep.GOOD)),
        ("Feelings", "calm|tired", CheckIn("c1", AT, 60, note="a", feelings=("calm", "tired"))),
        ("Note", "x" * 100_000, CheckIn("c1", AT, 60, note="x" * 100_000)),
        ("Note", "   ", CheckIn("c1", AT, 60, note="   ")),
        ("Note", "\u202eabc\u200d", CheckIn("c1", AT, 60, note="\u202eabc\u200d")),
        ("ID", "__proto__", CheckIn("__proto__", AT, 60, note="a")),
        ("Date", "1970-01-01", CheckIn("c1", datetime(1970, 1, 1, 8, 12, tzinfo=UTC), 60, note="a")),
        ("Date", "9999-12-29", CheckIn("c1", datetime(9999, 12, 29, 8, 12, tzinfo=UTC), 60, note="a")),
        ("UTC offset", "UTC+14:00", CheckIn("c1", datetime(2026, 11, 18, 19, 12, tzinfo=UTC), 840, note="a")),
    ],
)
def test_a_cell_that_can_be_read_is(name: str, value: str, expected: CheckIn) -> None:
    assert only(name, value) == Reading((expected,), ())


def test_a_row_without_an_id_gets_the_same_one_every_time_whatever_the_form_of_the_file() -> None:
    comma = b"Date,Time,UTC offset,Mood (1-5),Note\n2026-11-19,09:12,UTC+01:00,4,slept\n"
    tab = "Note\tDate\tTime\tUTC offset\tMood (1-5)\r\nslept\t2026/11/19\t9:12\t+01:00\t4\n".encode("utf-16")
    first, again = check_in_csv.read(comma), check_in_csv.read(tab)
    assert [found.id for found in first.check_ins] == ["csv-ec95648e099dc80b4e35fd76ee13e57b"]
    assert again == first


def test_rows_without_ids_differ_by_their_contents_and_twice_is_once() -> None:
    row = b"2026-11-19,09:12,UTC+01:00,%d\n"
    found = check_in_csv.read(b"Date,Time,UTC offset,Mood (1-5)\n" + row % 1 + row % 2 + row % 1)
    assert [one.mood for one in found.check_ins] == [1, 2]
    assert found.unread == (UnreadRow(4, Reason.TWICE),)


def test_a_row_with_neither_id_nor_answer_is_empty() -> None:
    assert only("ID", "").unread == ()
    data = b"Date,Time,UTC offset,Note\n2026-11-19,09:12,UTC+01:00,\n"
    assert check_in_csv.read(data) == Reading((), (UnreadRow(2, Reason.EMPTY),))


def test_of_two_rows_with_one_id_the_first_comes_in_and_01_is_not_1() -> None:
    rows = "2026-11-19,09:12,UTC+01:00,{},{}\n".format
    data = "Date,Time,UTC offset,Note,ID\n" + rows("a", "1") + rows("b", "01") + rows("c", "1") + rows("a", "1")
    found = check_in_csv.read(data.encode())
    assert [(one.id, one.note) for one in found.check_ins] == [("1", "a"), ("01", "b")]
    assert found.unread == (UnreadRow(4, Reason.ID), UnreadRow(5, Reason.TWICE))


def test_the_line_of_an_unread_row_counts_the_lines_within_notes() -> None:
    data = b'Date,Time,UTC offset,Note\n2026-11-19,09:12,+01:00,"a\r\nb\nc"\nyesterday,09:12,+01:00,d\n'
    found = check_in_csv.read(data)
    assert [one.note for one in found.check_ins] == ["a\r\nb\nc"]
    assert found.unread == (UnreadRow(5, Reason.DATE),)


def test_the_limit_of_the_csv_module_is_as_it_was() -> None:
    before = csv.field_size_limit(1_000)
    try:
        assert check_in_csv.read(check_in_csv.written([replace(FULL, note="x" * 500_000)])).unread == ()
        assert csv.field_size_limit() == 1_000
    finally:
        csv.field_size_limit(before)


def test_what_is_made_for_a_person_to_see_in_a_trace_holds_none_of_their_words() -> None:
    data = b"Date,Time,UTC offset,Sleep,Note\n2026-11-19,09:12,+01:00,canary,canary\n"
    assert "canary" not in repr(check_in_csv.read(data))
