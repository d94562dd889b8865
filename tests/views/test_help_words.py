"""What is said of every line and every emergency number that ships with Tend: pure words."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime, timedelta, timezone

import pytest

from domain.lines import ALWAYS, Cost, CrisisLine, Week
from storage.help_content import help_lines
from views.components.help_line import source_lines
from views.components.help_words import (
    call_words,
    checked_words,
    danger_words,
    language_name,
    line_facts,
    open_words,
    page_words,
    text_words,
)

SHIPPED = help_lines()
NOW = datetime(2026, 11, 19, 9, 12, tzinfo=timezone(timedelta(hours=1)))  # a Thursday
COUNTRIES = sorted({line.country for line in SHIPPED.lines})


def of(line_id: str) -> CrisisLine:
    return next(line for line in SHIPPED.lines if line.id == line_id)


@pytest.mark.parametrize("country", COUNTRIES)
def test_every_line_of_a_country_is_told_whole(country: str) -> None:
    name = SHIPPED.name(country)
    for line in [line for line in SHIPPED.lines if line.country == country]:
        facts = line_facts(line, name, NOW)
        assert facts[0] == open_words(line, NOW)
        assert all(fact.endswith(".") and fact[0].isupper() and "{" not in fact for fact in facts)
        assert (f"Works inside {name}." in facts) is line.works_inside_country
        assert ("Free." in facts) is (line.cost is Cost.FREE)
        assert line.digits == "" or call_words(line) == f"Call {line.digits}"
        assert line.text_to == "" or text_words(line).endswith(line.text_to)
        assert line.page == "" or re.fullmatch(r"Open [\w.-]+", page_words(line.page))
        assert all(len(language_name(code)) > 3 for code in line.languages)


def test_there_is_a_line_in_every_one_of_58_countries() -> None:
    assert (len(COUNTRIES), len(SHIPPED.lines), len(SHIPPED.emergencies)) == (58, 74, 249)


def test_the_facts_in_their_order() -> None:
    assert line_facts(of("gb-samaritans"), "United Kingdom", NOW) == (
        *("Day and night.", "Free.", "Languages: English.", "Works inside United Kingdom."),
    )
    assert line_facts(of("pe-infosalud"), "Peru", NOW) == (
        *("Tend does not know its hours.", "Then press 5.", "Works inside Peru."),
    )
    local = replace(of("us-988"), cost=Cost.LOCAL, works_inside_country=False)
    assert line_facts(local, "x", NOW) == ("Day and night.", "Costs a local call.", "Languages: English, Spanish.")


def week(*days: tuple[tuple[int, int], ...]) -> Week:
    return (*days, *((),) * (7 - len(days)))  # type: ignore[return-value]


TEN_TO_MIDNIGHT: Week = (((600, 1440),),) * 7  # type: ignore[assignment]
TO_ONE = week(*(((540, 780),),) * 5)
WEEKEND = week((), (), (), (), (), ((0, 1440),), ((0, 600),))


@pytest.mark.parametrize(
    ("hours", "days", "clock", "words"),
    [
        (ALWAYS, 0, "3:00", "Day and night."),
        (None, 0, "3:00", "Tend does not know its hours."),
        (TEN_TO_MIDNIGHT, 0, "9:59", "Opens at 10:00."),
        (TEN_TO_MIDNIGHT, 0, "10:00", "Open now, until midnight."),
        (TO_ONE, 0, "12:59", "Open now, until 13:00."),
        (TO_ONE, 0, "13:00", "Opens tomorrow at 9:00."),
        (TO_ONE, 1, "13:00", "Opens on Monday at 9:00."),
        (WEEKEND, 2, "12:00", "Open now."),
        (WEEKEND, 3, "9:59", "Open now, until 10:00."),
        (week(), 0, "12:00", "Closed now."),
    ],
)
def test_whether_somebody_answers_is_told_by_the_clock(hours: Week | None, days: int, clock: str, words: str) -> None:
    hour, minute = map(int, clock.split(":"))
    now = (NOW + timedelta(days=days)).replace(hour=hour, minute=minute)
    assert open_words(replace(of("us-988"), hours=hours), now) == words


def test_twelve_hours_where_the_phone_has_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TEND_HOUR_CYCLE", "h12")
    line = replace(of("us-988"), hours=TO_ONE)
    assert open_words(line, NOW) == "Open now, until 1:00 pm."
    assert open_words(line, NOW.replace(hour=8)) == "Opens at 9:00 am."


def test_numbers_keywords_pages_and_dates() -> None:
    assert call_words(of("gb-samaritans")) == "Call 116 123"
    assert (text_words(of("gb-shout")), text_words(of("us-988"))) == ("Text SHOUT to 85258", "Text 988")
    assert page_words("https://www.samaritans.org/x") == "Open samaritans.org"
    assert checked_words(of("us-988").checked_on) == "Checked on 3 November 2026."


@pytest.mark.parametrize(
    ("country", "words"),
    [
        *(("GB", "Police, ambulance and fire."), ("AD", "The ambulance answers."), ("AF", "The police answer.")),
        ("NG", "112 may work on a mobile phone."),
    ],
)
def test_who_answers_in_danger_is_told_where_it_is_known(country: str, words: str) -> None:
    assert danger_words(SHIPPED.emergencies[country]) == words


@pytest.mark.parametrize("country", sorted(SHIPPED.emergencies))
def test_every_emergency_number_can_be_called_and_told(country: str) -> None:
    emergency = SHIPPED.emergencies[country]
    assert (emergency.call_link is None) is (emergency.digits == "")
    assert danger_words(emergency) == "" or danger_words(emergency).endswith(".")
    assert SHIPPED.name(country) == emergency.name != ""


@pytest.mark.parametrize("row", SHIPPED.lines, ids=lambda row: row.id)
def test_each_line_that_ships_is_shown_with_its_source_and_the_day_it_was_checked(row: CrisisLine) -> None:
    told = [each.content.value for each in source_lines(SHIPPED, row.country)]
    assert f"{row.name}: {row.source}. {checked_words(row.checked_on)}" in told


@pytest.mark.parametrize("code", [code for code, row in SHIPPED.emergencies.items() if row.digits])
def test_each_emergency_number_is_shown_with_its_sources_and_the_day(code: str) -> None:
    emergency = SHIPPED.emergencies[code]
    told = source_lines(SHIPPED, code)[-1].content.value
    assert told.startswith(f"{emergency.digits}: {'; '.join(emergency.sources)}. {checked_words(emergency.checked_on)}")
