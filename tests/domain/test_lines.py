"""Which crisis lines are open, when the next one opens, what is old, and what may be dialled or texted."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest

from domain.dialling import dialled, is_short_code, text_link
from domain.lines import (
    ALL_DAY,
    ALWAYS,
    CrisisLine,
    Emergency,
    Service,
    Tier,
    Week,
    at_hand,
    closes_at,
    is_old,
    is_open,
    lines_for,
    next_opening,
)

LINE = CrisisLine(
    id="it-amico",
    country="IT",
    name="Amico",
    digits="02 2327 2327",
    source="its page",
    tier=Tier.PROVIDER,
    checked_on=date(2026, 11, 3),
    works_inside_country=False,
)
FROM_TEN = (10 * 60, 24 * 60)
EVERY_DAY_FROM_TEN: Week = ((FROM_TEN,),) * 7
OFFICE: Week = (*(((9 * 60, 12 * 60), (14 * 60, 17 * 60)),) * 5, (), ())
EARLY: Week = (((2 * 60 + 30, 5 * 60),),) * 7
ROME = ZoneInfo("Europe/Rome")
FRIDAY = date(2026, 11, 27)


def open_when(hours: Week | None) -> CrisisLine:
    return replace(LINE, hours=hours)


def at(hour: int, minute: int = 0, day: date = FRIDAY) -> datetime:
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=ROME)


@pytest.mark.parametrize(
    ("now", "expected"), [(at(9, 59), False), (at(10), True), (at(23, 59), True), (at(0), False)], ids=str
)
def test_a_line_opens_and_closes_on_the_minute(now: datetime, expected: bool) -> None:
    assert is_open(open_when(EVERY_DAY_FROM_TEN), now) is expected


def test_a_line_closes_over_noon_and_at_weekends() -> None:
    line = open_when(OFFICE)
    saturday = date(2026, 11, 28)
    assert [is_open(line, at(hour)) for hour in (8, 9, 11, 12, 13, 14, 16, 17)] == [
        *(False, True, True, False),
        *(False, True, True, False),
    ]
    assert [is_open(line, at(hour, day=saturday)) for hour in (9, 14)] == [False, False]


def test_a_line_that_is_always_open_is_open_at_midnight() -> None:
    line = open_when(ALWAYS)
    assert (is_open(line, at(0)), is_open(line, at(23, 59)), line.is_always_open) == (True, True, True)
    assert next_opening(line, at(3)) is None


def test_nobody_knows_whether_a_line_is_open_whose_hours_were_not_checked() -> None:
    line = open_when(None)
    assert (is_open(line, at(12)), next_opening(line, at(12)), line.is_always_open) == (None, None, False)


def test_the_next_opening_is_today_when_it_is_still_to_come() -> None:
    assert next_opening(open_when(EVERY_DAY_FROM_TEN), at(9, 30)) == datetime(2026, 11, 27, 10, 0, tzinfo=ROME)
    assert next_opening(open_when(OFFICE), at(12)) == datetime(2026, 11, 27, 14, 0, tzinfo=ROME)


def test_the_next_opening_skips_the_days_it_is_closed() -> None:
    assert next_opening(open_when(OFFICE), at(20)) == datetime(2026, 11, 30, 9, 0, tzinfo=ROME)


def test_an_open_line_has_no_next_opening() -> None:
    assert next_opening(open_when(OFFICE), at(9)) is None


def test_a_line_of_one_evening_a_week_opens_again_in_seven_days() -> None:
    fridays: Week = ((), (), (), (), ((18 * 60, 20 * 60),), (), ())
    assert next_opening(open_when(fridays), at(20)) == datetime(2026, 12, 4, 18, 0, tzinfo=ROME)
    assert next_opening(open_when(fridays), at(17, 59)) == datetime(2026, 11, 27, 18, 0, tzinfo=ROME)


def test_a_line_that_never_opens_has_no_next_opening() -> None:
    never: Week = ((), (), (), (), (), (), ())
    assert next_opening(open_when(never), at(12)) is None
    assert is_open(open_when(never), at(12)) is False


def test_a_night_that_goes_over_midnight_stands_on_two_days() -> None:
    night: Week = (((0, 120), (22 * 60, 24 * 60)),) * 7
    line = open_when(night)
    assert [is_open(line, at(*time)) for time in ((21, 59), (22, 0), (23, 59), (0, 0), (1, 59), (2, 0))] == [
        *(False, True, True),
        *(True, True, False),
    ]
    assert next_opening(line, at(2)) == datetime(2026, 11, 27, 22, 0, tzinfo=ROME)


def test_hours_follow_the_wall_clock_on_the_day_the_clocks_go_forward() -> None:
    # 29 March 2026 in Rome: 01:59:59 is followed by 03:00.
    before, after = datetime(2026, 3, 29, 1, 59, tzinfo=ROME), datetime(2026, 3, 29, 3, 0, tzinfo=ROME)
    assert (is_open(open_when(EARLY), before), is_open(open_when(EARLY), after)) == (False, True)
    assert next_opening(open_when(EARLY), before) == datetime(2026, 3, 29, 2, 30, tzinfo=ROME)
    morning = datetime(2026, 3, 29, 9, 59, tzinfo=ROME)
    assert next_opening(open_when(EVERY_DAY_FROM_TEN), morning) == datetime(2026, 3, 29, 10, 0, tzinfo=ROME)
    assert is_open(open_when(EVERY_DAY_FROM_TEN), datetime(2026, 3, 29, 10, 0, tzinfo=ROME)) is True


def test_a_fixed_offset_changes_nothing_on_the_wall() -> None:
    # What a device says of its own clock: the offset of now, which is another one after the night.
    evening = datetime(2026, 3, 28, 23, 0, tzinfo=timezone(timedelta(hours=1)))
    opening = next_opening(open_when(EARLY), evening)
    assert opening is not None
    assert (opening.date(), opening.time()) == (date(2026, 3, 29), time(2, 30))


@pytest.mark.parametrize("fold", [0, 1])
def test_an_hour_the_clock_goes_through_twice_counts_twice(fold: int) -> None:
    # 25 October 2026 in Rome: 02:30 comes twice.
    early: Week = (((2 * 60, 3 * 60),),) * 7
    twice = datetime(2026, 10, 25, 2, 30, tzinfo=ROME, fold=fold)
    assert is_open(open_when(early), twice) is True
    evening = datetime(2026, 10, 24, 23, 0, tzinfo=ROME)
    assert next_opening(open_when(early), evening) == datetime(2026, 10, 25, 2, 0, tzinfo=ROME)


def test_open_lines_come_first_then_unchecked_then_closed_each_in_the_order_of_the_data() -> None:
    closed, unchecked, first, second = (
        replace(LINE, id="closed", hours=OFFICE),
        replace(LINE, id="unchecked"),
        replace(LINE, id="first", hours=ALWAYS),
        replace(LINE, id="second", hours=EVERY_DAY_FROM_TEN),
    )
    lines = (closed, unchecked, first, second)
    assert [line.id for line in lines_for("IT", lines, at(20))] == ["first", "second", "unchecked", "closed"]
    assert [line.id for line in lines_for("IT", lines, at(9, 30))] == ["closed", "first", "unchecked", "second"]


def test_of_the_closed_lines_the_next_to_open_comes_first() -> None:
    never = replace(LINE, id="never", hours=((),) * 7)
    late, early = replace(LINE, id="late", hours=EVERY_DAY_FROM_TEN), replace(LINE, id="early", hours=EARLY)
    assert [line.id for line in lines_for("IT", (never, late, early), at(1))] == ["early", "late", "never"]
    assert [line.id for line in lines_for("IT", (never, early, late), at(8))] == ["late", "early", "never"]


CALL = replace(LINE, id="call", hours=ALWAYS)
TEXT = replace(LINE, id="text", digits="", text_to="85258", text_word="SHOUT", hours=ALWAYS)
CLOSED = {"hours": OFFICE}  # at eight in the evening


@pytest.mark.parametrize(
    ("lines", "offered"),
    [
        ((), []),
        ((CALL,), ["call"]),
        ((TEXT,), ["text"]),
        ((CALL, TEXT), ["call", "text"]),
        ((TEXT, CALL), ["call", "text"]),
        ((replace(CALL, text_to="988"), TEXT), ["call"]),
        ((replace(CALL, **CLOSED), TEXT), ["text", "call"]),
        ((CALL, replace(TEXT, **CLOSED)), ["call"]),
        ((replace(CALL, hours=None), TEXT), ["call", "text"]),
        ((CALL, replace(TEXT, hours=None)), ["call", "text"]),
        ((replace(CALL, **CLOSED), replace(TEXT, **CLOSED)), ["call"]),
        ((replace(TEXT, **CLOSED),), ["text"]),
        ((CALL, replace(CALL, id="other"), TEXT, replace(TEXT, id="more")), ["call", "text"]),
    ],
)
def test_what_is_offered_first_is_open(lines: tuple[CrisisLine, ...], offered: list[str]) -> None:
    assert [line.id for line in at_hand(lines, at(20))] == offered


def test_a_country_is_shown_its_own_lines_alone() -> None:
    french = replace(LINE, id="fr", country="FR")
    assert lines_for("FR", (LINE, french), at(12)) == (french,)
    assert lines_for("UA", (LINE, french), at(12)) == ()


@pytest.mark.parametrize(
    ("checked", "today", "old"),
    [
        (date(2026, 11, 3), date(2026, 11, 3), False),
        (date(2026, 11, 3), date(2027, 11, 3), False),
        (date(2026, 11, 3), date(2027, 11, 4), True),
        (date(2028, 2, 29), date(2029, 2, 28), False),
        (date(2028, 2, 29), date(2029, 3, 1), True),
        (date(2026, 11, 3), date(1970, 1, 1), False),
    ],
    ids=str,
)
def test_a_check_is_old_after_twelve_months(checked: date, today: date, old: bool) -> None:
    assert is_old(replace(LINE, checked_on=checked), today) is old


@pytest.mark.parametrize(
    ("digits", "address"),
    [
        ("988", "tel:988"),
        ("116 123", "tel:116123"),
        ("0800 111 0 111", "tel:08001110111"),
        ("*4141", "tel:*4141"),
        ("(021) 234-56.78", "tel:0212345678"),
        ("0800/111\u00a00\u2011111", "tel:08001110111"),
        ("+442079460000", "tel:+442079460000"),
        (" 112 ", "tel:112"),
    ],
)
def test_a_plain_number_is_dialled(digits: str, address: str) -> None:
    assert dialled(digits) == address


@pytest.mark.parametrize(
    "text",
    [
        *("*#06#", "#06#", "*#*#4636#*#*", "*21*0401234567#", "##002#", "*123#", "**21", "4*141"),
        *("javascript:alert(1)", "tel:112", "112;ext=8", "112,8", "112p8", "112w8", "112?x", "112%23"),
        *("0800 HELP", "call 112", "112\n113", "112\t", "112 x", "\uff11\uff11\uff12", "\u0661\u0661\u0662"),
        *("", " ", "-", "1", "+", "+112", "+1988", "++442079460000", "44+2079460000", "+0442079460000"),
        *("+44 (0)20 7946 0000", "1234567890123456", "+1234567890123456"),
    ],
)
def test_anything_else_is_shown_and_not_dialled(text: str) -> None:
    assert (dialled(text), text_link(text)) == (None, None)


def test_a_text_carries_its_words_and_nothing_else() -> None:
    assert text_link("85258", "SHOUT") == "sms:85258?&body=SHOUT"
    assert text_link("0477 13 11 14") == "sms:0477131114"
    assert text_link("85258", "a&b=c?d#e/f\n\U0001f331") == "sms:85258?&body=a%26b%3Dc%3Fd%23e%2Ff%0A%F0%9F%8C%B1"


def test_half_a_character_does_not_stop_a_text() -> None:
    assert text_link("85258", "a\ud83cb") == "sms:85258?&body=a%3Fb"


@pytest.mark.parametrize(
    ("hours", "now", "expected"),
    [
        (EVERY_DAY_FROM_TEN, at(23, 59), time(0)),
        (EVERY_DAY_FROM_TEN, at(9, 59), None),
        (OFFICE, at(11, 59), time(12)),
        (OFFICE, at(12), None),
        ((*(((0, 1440),),) * 6, ()), at(12), None),  # on through the night
        ((*(((0, 1440),),) * 6, ()), at(12, day=FRIDAY + timedelta(days=1)), time(0)),
        *((hours, at(12), None) for hours in (None, ALWAYS)),
    ],
)
def test_the_hour_it_closes_is_told_where_it_does(hours: Week | None, now: datetime, expected: time | None) -> None:
    assert closes_at(open_when(hours), now) == expected


def test_a_number_with_a_star_takes_no_texts() -> None:
    assert (dialled("*4141"), text_link("*4141", "hi")) == ("tel:*4141", None)


@pytest.mark.parametrize(
    ("digits", "short"), [("", False), ("112", True), ("*4141", True), ("13 11 14", True), ("70 201 20", False)]
)
def test_up_to_six_digits_are_a_short_code(digits: str, short: bool) -> None:
    assert is_short_code(digits) is short


def test_a_line_knows_how_it_is_reached() -> None:
    shout = replace(LINE, digits="", text_to="85258", text_word="SHOUT")
    assert (shout.call_link, shout.text_link) == (None, "sms:85258?&body=SHOUT")
    assert (LINE.call_link, LINE.text_link) == ("tel:0223272327", None)


def test_an_emergency_without_a_number_has_no_link() -> None:
    checked = date(2026, 11, 24)
    none = Emergency("AQ", "Antarctica", "", Service.UNSAID, is_general=False, sources=("x",), checked_on=checked)
    assert none.call_link is None
    assert replace(none, digits="112").call_link == "tel:112"


def test_always_is_seven_whole_days() -> None:
    assert (ALWAYS, ALL_DAY) == ((((0, 1440),),) * 7, ((0, 1440),))
