"""Daylio's export as check-ins. The rows are made up; their form is that of the files named in `storage/daylio.py`."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest

from domain.errors import FileDamaged, FileForeign, OutOfRange
from domain.models import Activity, CheckIn
from storage import check_in_csv, daylio
from storage.csv_reading import Reading, Reason, UnreadRow
from storage.csv_text import kind_of

BERLIN = ZoneInfo("Europe/Berlin")
SEVEN = "full_date,date,weekday,time,mood,activities,note\n"
EIGHT = "full_date,date,weekday,time,mood,activities,note_title,note\n"
NINE = "full_date,date,weekday,time,mood,activities,scales,note_title,note\n"


def read(text: str, moods: dict[str, int] | None = None) -> Reading:
    return daylio.read(text.encode("utf-8"), moods or {}, BERLIN)


def only(text: str, moods: dict[str, int] | None = None) -> CheckIn:
    found = read(text, moods)
    assert found.unread == ()
    assert len(found.check_ins) == 1
    return found.check_ins[0]


def at(time: str, day: str = "2026-11-19") -> Reading:
    return read(f'{SEVEN}{day},19 November,Thursday,{time},good,,""\n')


def noted(note: str) -> str:
    return only(f'{SEVEN}2026-11-19,19 November,Thursday,09:12,good,,"{note}"\n').note


def test_seven_columns_are_read() -> None:
    check_in = only(SEVEN + '2026-11-19,19 November,Thursday,6:50 pm,rad,"friends | good meal ",""\n')
    assert check_in == CheckIn(
        id="daylio-eac269119406f15996b12411f15407bf",
        at=datetime(2026, 11, 19, 17, 50, tzinfo=UTC),
        utc_offset_minutes=60,
        mood=5,
        activities=(Activity("friends"), Activity("good meal")),
    )


def test_eight_columns_are_read_and_the_title_begins_the_note() -> None:
    check_in = only(EIGHT + '2026-06-01,June 1,Monday,18:50,meh,,"A ""walk""","Long, and\nwet."\n')
    assert (check_in.at, check_in.utc_offset_minutes) == (datetime(2026, 6, 1, 16, 50, tzinfo=UTC), 120)
    assert (check_in.mood, check_in.note) == (3, 'A "walk"\nLong, and\nwet.')


def test_nine_columns_are_read_and_the_scales_end_the_note() -> None:
    row = '2026-04-12,April 12,Sunday,12:00,bad,"","Sleep Quality: 8/10 points | Sleep Time: 8:00","","Slept."\n'
    assert only(NINE + row).note == "Slept.\nSleep Quality: 8/10 points | Sleep Time: 8:00"


def test_it_is_known_by_its_heading_and_neither_reader_takes_the_others_file() -> None:
    assert [kind_of(text.encode()) for text in (SEVEN, EIGHT, NINE, "\ufeff" + NINE)] == ["daylio"] * 4
    with pytest.raises(FileForeign):
        daylio.read(check_in_csv.written([]), {}, UTC)
    with pytest.raises(FileForeign):
        daylio.mood_names(check_in_csv.written([]))
    with pytest.raises(FileForeign):
        check_in_csv.read(NINE.encode())


@pytest.mark.parametrize("heading", ["full_date,date,weekday,time,note\n", "full_date,time,mood,note,note\n"])
def test_a_heading_that_lacks_a_column_or_has_one_twice_is_damaged(heading: str) -> None:
    with pytest.raises(FileDamaged):
        read(heading)


def test_the_five_moods_are_daylios_own() -> None:
    moods = ["rad", "good", "meh", "bad", " Awful "]
    rows = "".join(f"2026-11-19,x,x,09:12,{mood},,\n" for mood in moods)
    assert [check_in.mood for check_in in read(SEVEN + rows).check_ins] == [5, 4, 3, 2, 1]
    assert daylio.mood_names((SEVEN + rows).encode()) == ()


def test_other_names_are_listed_once_and_read_as_the_person_places_them() -> None:
    rows = "".join(f"2026-11-19,x,x,09:12,{mood},walk,\n" for mood in ["so-so", "rad", "Fine", "SO-SO", "fine ", ""])
    assert daylio.mood_names((SEVEN + rows).encode()) == ("so-so", "Fine")
    found = read(SEVEN + rows, {"so-so": 3, " FINE": 4, "rad": 4})
    assert [check_in.mood for check_in in found.check_ins] == [3, 4, 4, 3, 4, None]


def test_a_name_left_out_keeps_only_what_else_was_said() -> None:
    rows = "2026-11-19,x,x,09:12,so-so,walk,\n2026-11-19,x,x,09:12,so-so,,\n2026-11-19,x,x,09:12,,,\n"
    found = read(SEVEN + rows)
    assert [(check_in.mood, check_in.activities) for check_in in found.check_ins] == [(None, (Activity("walk"),))]
    assert found.unread == (UnreadRow(3, Reason.MOOD), UnreadRow(4, Reason.EMPTY))


@pytest.mark.parametrize("value", [0, 6, -1, True])
def test_a_place_that_is_not_on_the_scale_is_refused_before_anything_is_read(value: int) -> None:
    with pytest.raises(OutOfRange):
        read(SEVEN, {"so-so": value})


@pytest.mark.parametrize(
    ("time", "hour", "minute"),
    [
        ("09:12", 9, 12),
        ("9:12", 9, 12),
        ("21:35", 21, 35),
        ("9:12 AM", 9, 12),
        ("8:30 pm", 20, 30),
        ("8:30\u202fPM", 20, 30),
        ("8:30\xa0p.\xa0m.", 20, 30),
        ("8:30pm", 20, 30),
        ("12:05 am", 0, 5),
        ("12:30 pm", 12, 30),
        ("20.30", 20, 30),
        ("20 h 30", 20, 30),
        ("20:30:15", 20, 30),
    ],
)
def test_clocks_of_twelve_and_of_twenty_four_hours_are_read(time: str, hour: int, minute: int) -> None:
    (check_in,) = at(time).check_ins
    assert (check_in.local.hour, check_in.local.minute) == (hour, minute)


@pytest.mark.parametrize("time", ["", "25:00", "12:60", "13:00 pm", "0:10 am", "8 pm", "午後8:30", "8:30 xm"])
def test_other_times_are_unread(time: str) -> None:
    assert at(time) == Reading((), (UnreadRow(2, Reason.TIME),))


@pytest.mark.parametrize("day", ["2026-02-31", "31 February", "", "0000-01-01", "12026-01-01", "19/11/2026"])
def test_days_that_there_are_not_are_unread(day: str) -> None:
    assert at("09:12", day) == Reading((), (UnreadRow(2, Reason.DATE),))


@pytest.mark.parametrize(
    ("day", "expected", "offset"),
    [
        ("2026-03-29", datetime(2026, 3, 29, 1, 30, tzinfo=UTC), 60),  # 2:30 was leapt over
        ("2026-10-25", datetime(2026, 10, 25, 0, 30, tzinfo=UTC), 120),  # 2:30 came twice
    ],
)
def test_the_hour_that_is_missing_and_the_hour_that_comes_twice_are_read(
    day: str, expected: datetime, offset: int
) -> None:
    (check_in,) = at("02:30", day).check_ins
    assert (check_in.at, check_in.utc_offset_minutes) == (expected, offset)


@pytest.mark.parametrize(
    ("zone", "day", "reason"),
    [
        (timezone(timedelta(hours=14)), "0001-01-01", Reason.DATE),
        (timezone(timedelta(hours=-12)), "9999-12-31", Reason.DATE),
        (timezone(timedelta(hours=-13)), "2026-11-19", Reason.OFFSET),
        (ZoneInfo("Asia/Manila"), "1840-01-01", Reason.OFFSET),
    ],
)
def test_a_time_that_no_check_in_can_have_is_unread(zone: timezone | ZoneInfo, day: str, reason: Reason) -> None:
    time = "23:30" if day[0] == "9" else "00:30"
    assert daylio.read(f"{SEVEN}{day},x,x,{time},good,,\n".encode(), {}, zone).unread == (UnreadRow(2, reason),)


def test_1970_and_a_day_to_come_are_read_as_they_stand() -> None:
    assert [at("09:12", day).check_ins[0].day.year for day in ("1970-01-01", "2999-01-01")] == [1970, 2999]


@pytest.mark.parametrize(
    ("note", "plain"),
    [
        ("Who knows.<br><br>Am I?", "Who knows.\n\nAm I?"),
        ("one<br/>two<BR />three", "one\ntwo\nthree"),
        ("a <b>bold</b> and <i>slow</i> <font color='red'>day</font>", "a bold and slow day"),
        ("<div>one</div><div>two</div>", "one\ntwo"),
        ("<ul><li>milk</li><li>eggs</li></ul>", "- milk\n- eggs"),
        ("<UL><LI>milk</LI><Li>eggs</LI></uL>", "- milk\n- eggs"),
        ("tea &amp; toast&nbsp;&lt;3", "tea & toast <3"),
        ("&lt;b&gt; stays", "<b> stays"),
        ("&amp;lt; stays", "&lt; stays"),
        ("I <3 you, 1 < 2 > 0, <me>, AT&T", "I <3 you, 1 < 2 > 0, <me>, AT&T"),
        ("<script>alert(1)</script>", "<script>alert(1)</script>"),  # text is only ever shown as text
        ("=1+1", "=1+1"),
        ("  ", ""),
        ("'tis", "'tis"),
    ],
)
def test_notes_lose_their_markup_and_no_words(note: str, plain: str) -> None:
    assert noted(note) == plain


def test_twice_is_once_whatever_the_zone_the_moods_and_the_phones_language() -> None:
    english = '2026-11-19,November 19,Thursday,6:50 pm,fine,"walk | tea","a","b"\n'
    german = '2026-11-19,19. November,Donnerstag,18:50,fine,"walk | tea","a","b"\n'
    first = only(EIGHT + english)
    assert daylio.read((EIGHT + german).encode("utf-8-sig"), {"fine": 4}, UTC).check_ins[0].id == first.id
    assert read(EIGHT + english + german).unread == (UnreadRow(3, Reason.TWICE),)


def test_another_day_time_mood_activity_title_or_note_is_another_check_in() -> None:
    rows = [
        "2026-11-19,x,x,18:50,good,walk,a,b",
        "2026-11-20,x,x,18:50,good,walk,a,b",
        "2026-11-19,x,x,18:51,good,walk,a,b",
        "2026-11-19,x,x,18:50,bad,walk,a,b",
        "2026-11-19,x,x,18:50,good,tea,a,b",
        "2026-11-19,x,x,18:50,good,walk | tea,a,b",
        "2026-11-19,x,x,18:50,good,walk,,b",
        "2026-11-19,x,x,18:50,good,walk,a,",
        "2026-11-19,x,x,18:50,good,walk,ab,",
    ]
    found = read(EIGHT + "\n".join(rows) + "\n")
    assert len({check_in.id for check_in in found.check_ins}) == len(rows) == 9


def test_a_file_that_a_spreadsheet_saved_again_is_read() -> None:
    text = EIGHT.replace(",", ";") + '2026-11-19;x;x;09:12;good;"walk | tea";a;"b; c"\r\n;;;;;;;\r\n'
    assert only(text).note == "a\nb; c"
    assert daylio.read(text.replace(";", "\t").encode("utf-16"), {}, UTC).check_ins[0].note == "a\nb\t c"
