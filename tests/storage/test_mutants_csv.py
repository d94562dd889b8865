"""Cells and rows at the edges of what they may say, where mutation testing found that nothing was asked."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta, timezone, tzinfo

import pytest

from domain.errors import FileDamaged, FileForeign
from domain.models import CheckIn
from storage import check_in_csv, csv_text, daylio
from storage.csv_cells import from_words, to_list, to_time, unescaped
from storage.csv_reading import Reason, Unreadable, UnreadRow

HEADING = "Date,Time,UTC offset,Note\n"  # 26 characters, as has each row
ROW = "2026-11-19,09:12,+01:00,a\n"
DAYLIO = b"full_date,time,mood\n2026-11-19,09:12,good\n"
LONGER = "2026-11-19,09:12,+01:00,ab\n"


def told(text: str | bytes) -> list[tuple[int, Reason | None]]:
    """The line and the reason of every row."""
    data = text if isinstance(text, bytes) else text.encode("utf-8", "surrogateescape")
    return [(row.line, row.reason) for row in csv_text.rows(csv_text.sheet(data))]


def test_no_words_are_an_empty_cell() -> None:
    assert from_words("") == ""


@pytest.mark.parametrize("words", ["X", "X=1", "X @home", "'X"])
def test_a_letter_begins_no_formula_and_is_no_space_before_one(words: str) -> None:
    assert from_words(words) == words


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("1:05 am", time(1, 5)),
        ("1:05 PM", time(13, 5)),
        ("12:59:59 p. m.", time(12, 59, 59)),
        ("23:59:59", time(23, 59, 59)),
        ("00:00:00", time(0, 0)),
    ],
)
def test_the_first_and_the_last_of_every_hand_are_read(cell: str, expected: time) -> None:
    assert to_time(cell) == expected


@pytest.mark.parametrize("cell", ["23:59:60", "23:60:00", "24:00:00", "00:30 am", "13:30 pm"])
def test_one_more_is_no_time(cell: str) -> None:
    with pytest.raises(Unreadable) as told:
        to_time(cell)
    assert told.value.reason is Reason.TIME


def test_a_word_of_a_list_keeps_every_letter() -> None:
    assert to_list("XXXXL |XXXXL | XXXXL") == ("XXXXL", "XXXXL", "XXXXL")
    assert to_list("XXXXL") == ("XXXXL",)


def test_a_backslash_guards_a_line_break_too() -> None:
    assert unescaped("a\\\nb\\|c\\") == "a\nb|c\\"


def test_a_time_that_ends_in_z_is_utc_whatever_the_offset() -> None:
    (found,) = check_in_csv.read((HEADING + ROW.replace("09:12", "09:12Z")).encode()).check_ins
    assert (found.at, found.utc_offset_minutes) == (datetime(2026, 11, 19, 9, 12, tzinfo=UTC), 60)


@pytest.mark.parametrize(
    ("offset", "hours", "row"),
    [
        (0, 7.0, '"2026-11-19","09:12","UTC+00:00","","","","","","7","","","","c1"'),
        (-1, 7.05, '"2026-11-19","09:11","UTC-00:01","","","","","","7.05","","","","c1"'),
        (1, 0.0, '"2026-11-19","09:13","UTC+00:01","","","","","","0","","","","c1"'),
    ],
)
def test_a_row_says_whole_hours_as_whole_and_nought_as_ahead(offset: int, hours: float, row: str) -> None:
    found = CheckIn("c1", datetime(2026, 11, 19, 9, 12, tzinfo=UTC), offset, sleep_hours=hours)
    assert check_in_csv.written([found]).decode("utf-8-sig").splitlines()[1] == row


@pytest.mark.parametrize("offset", ["UTC+01:00", "utc+01:00", "Utc+0100", "+1:00"])
def test_utc_may_be_written_in_any_case_and_left_out(offset: str) -> None:
    (found,) = check_in_csv.read((HEADING + ROW.replace("+01:00", offset)).encode()).check_ins
    assert found.utc_offset_minutes == 60


@pytest.mark.parametrize("hours", ["7e-1", "7E-1", "0.7", "0,7"])
def test_hours_may_be_written_with_either_e_and_either_point(hours: str) -> None:
    data = f'Date,Time,UTC offset,Hours of sleep\n2026-11-19,09:12,+01:00,"{hours}"\n'.encode()
    assert [check_in.sleep_hours for check_in in check_in_csv.read(data).check_ins] == [0.7]


def test_what_a_file_says_is_not_in_what_a_log_would_show_of_it() -> None:
    sheet = csv_text.sheet((HEADING + ROW.replace("a\n", "a canary\n")).encode())
    (row,) = csv_text.rows(sheet)
    assert "canary" in sheet.text
    assert row.cells["note"] == "a canary"
    assert "canary" not in repr((sheet, row))


def test_no_letter_parts_the_cells() -> None:
    with pytest.raises(FileForeign):
        csv_text.sheet((HEADING + ROW).replace(",", "X").encode())


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_both_orders_of_utf_16_are_read(encoding: str) -> None:
    found = check_in_csv.read(("\ufeff" + HEADING + ROW).encode(encoding))
    assert [check_in.note for check_in in found.check_ins] == ["a"]


def test_half_a_character_in_utf_16_is_a_row_that_stays_out() -> None:
    data = ("\ufeff" + HEADING + ROW + ROW.replace("a", "\ud800")).encode("utf-16-le", "surrogatepass")
    assert told(data) == [(2, None), (3, Reason.LETTERS)]


def test_of_a_heading_ten_thousand_characters_are_read() -> None:
    assert csv_text.sheet(HEADING[:20].encode() + b"," * 9_980 + b"Note\n").names == ("date", "time", "utc offset")
    assert csv_text.sheet(b"Date,Time,UTC offset,Note" + b"," * 9_975 + b"\n").names[-1] == "note"


@pytest.mark.parametrize(
    "heading", ['"Da"te,Time,UTC offset', 'Date,Time,UTC offset,"No"te', 'Date,Time,UTC offset,"Note']
)
def test_a_stray_quote_in_the_heading_is_no_heading_of_ours(heading: str) -> None:
    with pytest.raises(FileForeign):
        csv_text.sheet(f"{heading}\n{ROW}".encode())


def test_a_record_as_long_as_may_be_is_read_and_one_character_more_is_not(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(csv_text, "MAX_RECORD", len(ROW))
    assert told(HEADING + ROW + ROW) == [(2, None), (3, None)]
    assert told(HEADING + LONGER + ROW + LONGER + ROW) == [
        *((2, Reason.LENGTH), (3, None)),
        *((4, Reason.LENGTH), (5, None)),
    ]


def test_all_the_lines_of_a_record_count_to_its_length(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(csv_text, "MAX_RECORD", len(ROW) + 4)
    assert told(HEADING + ROW.replace("a\n", '"a\nb"\n')) == [(2, None)]
    assert told(HEADING + ROW.replace("a\n", '"a\nbc"\n') + ROW) == [(2, Reason.LENGTH), (3, Reason.CELLS), (4, None)]


def test_a_heading_too_long_for_a_record_takes_no_row_with_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(csv_text, "MAX_RECORD", len(LONGER) - 1)
    assert told(HEADING.replace("\n", ",,\n") + ROW + ROW) == [(2, None), (3, None)]


def test_an_id_as_long_as_may_be_is_read_and_one_character_more_is_not() -> None:
    heading, row = "Date,Time,UTC offset,ID\n", "2026-11-19,09:12,+01:00,{}\n".format
    found = check_in_csv.read((heading + row("x" * 4_000) + row("x" * 4_001)).encode())
    assert [len(check_in.id) for check_in in found.check_ins] == [4_000]
    assert found.unread == (UnreadRow(3, Reason.ID),)


def test_a_cell_as_long_as_may_be_is_read_and_one_character_more_is_not(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(csv_text, "MAX_CELL", len("2026-11-19"))
    at_most, more = (ROW.replace("a", "a" * count) for count in (10, 11))
    assert told(HEADING + at_most + more) == [(2, None), (3, Reason.LENGTH)]


def test_what_is_read_again_after_wrong_quotes_is_counted_and_limited(monkeypatch: pytest.MonkeyPatch) -> None:
    wrong = ROW.replace("a", '"a"a')  # 29 characters; each is seen to be wrong once it is read
    sheet = csv_text.sheet((HEADING + wrong * 4 + ROW).encode())
    monkeypatch.setattr(csv_text, "MAX_BYTES", 4 * len(wrong))
    assert [row.reason for row in csv_text.rows(sheet)] == [*[Reason.QUOTES] * 4, None]
    monkeypatch.setattr(csv_text, "MAX_BYTES", 4 * len(wrong) - 1)
    with pytest.raises(FileDamaged):
        csv_text.rows(sheet)


def test_a_row_of_daylios_that_cannot_be_read_names_no_mood() -> None:
    assert daylio.mood_names(b"full_date,time,mood\n2026-11-19,09:12\n2026-11-19,09:12,Cosy\n") == ("Cosy",)


def test_daylios_file_may_have_no_more_than_a_time_and_a_mood() -> None:
    (found,) = daylio.read(b"full_date,time,mood\n2026-11-19,09:12,good\n", {}, UTC).check_ins
    assert (found.mood, found.activities, found.note) == (4, (), "")


class Nowhere(tzinfo):
    """A zone that does not say how far it is from UTC."""

    def utcoffset(self, _: datetime | None) -> None:
        return None


@pytest.mark.parametrize(("minutes", "is_read"), [(-721, False), (-720, True), (840, True), (841, False)])
def test_the_zones_at_both_ends_of_the_world_are_read_and_none_beyond(minutes: int, is_read: bool) -> None:
    found = daylio.read(DAYLIO, {}, timezone(timedelta(minutes=minutes)))
    assert [check_in.utc_offset_minutes for check_in in found.check_ins] == [minutes] * is_read
    assert found.unread == (UnreadRow(2, Reason.OFFSET),) * (not is_read)


def test_a_zone_that_does_not_say_where_it_is_leaves_the_row_unread() -> None:
    assert daylio.read(DAYLIO, {}, Nowhere()).unread == (UnreadRow(2, Reason.OFFSET),)
