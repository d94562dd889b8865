"""Dates, times and sentences as a person reads them."""

from __future__ import annotations

import os
from datetime import date

import pytest

from domain.errors import InTheFuture, OutOfRange, StorageError
from tests.domain.samples import local
from views import formats, words
from views.wording import calm_words, energy_names, feeling_name, greeting, mood_names, sleep_names

TODAY = date(2026, 11, 19)


@pytest.mark.parametrize(
    ("time", "long", "short"),
    [
        ("0:00", "0:00", "12:00 am"),
        ("0:05", "0:05", "12:05 am"),
        ("9:12", "9:12", "9:12 am"),
        ("11:59", "11:59", "11:59 am"),
        ("12:00", "12:00", "12:00 pm"),
        ("19:40", "19:40", "7:40 pm"),
        ("23:59", "23:59", "11:59 pm"),
    ],
)
def test_a_time_has_the_hours_of_the_phone(monkeypatch: pytest.MonkeyPatch, time: str, long: str, short: str) -> None:
    monkeypatch.delenv("TEND_HOUR_CYCLE", raising=False)
    assert formats.time_of_day(local(time)) == long
    for cycle, shown in (("h23", long), ("h24", long), ("h12", short), ("h11", short), ("", long)):
        monkeypatch.setenv("TEND_HOUR_CYCLE", cycle)
        assert formats.time_of_day(local(time)) == shown


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(2026, 11, 19), "Today"),
        (date(2026, 11, 18), "Yesterday"),
        (date(2026, 11, 17), "Tuesday 17 November"),
        (date(2026, 1, 1), "Thursday 1 January"),
        (date(2025, 12, 31), "Wednesday 31 December 2025"),
        (date(2024, 2, 29), "Thursday 29 February 2024"),
        (date(2026, 11, 20), "Friday 20 November"),
        (date(2027, 1, 1), "Friday 1 January 2027"),
    ],
)
def test_a_day_is_named_as_people_name_it_with_the_year_when_it_is_another(day: date, name: str) -> None:
    assert formats.day_name(day, TODAY) == name


def test_yesterday_may_lie_in_another_month_and_year() -> None:
    assert formats.day_name(date(2025, 12, 31), date(2026, 1, 1)) == "Yesterday"
    assert formats.day_name(date(2024, 2, 29), date(2024, 3, 1)) == "Yesterday"


@pytest.mark.parametrize(
    ("amount", "shown"), [(7.0, "7 hours"), (7.5, "7.5 hours"), (0.0, "0 hours"), (1.0, "1 hour"), (0.5, "0.5 hours")]
)
def test_hours_are_shown_without_needless_noughts(amount: float, shown: str) -> None:
    assert formats.hours(amount) == shown


def test_the_greeting_covers_every_hour() -> None:
    said = [greeting(hour) for hour in range(24)]
    assert said == (
        ["Hello"] * 5 + ["Good morning"] * 7 + ["Good afternoon"] * 5 + ["Good evening"] * 5 + ["Hello"] * 2
    )


def test_every_step_has_its_word() -> None:
    assert mood_names() == ("Very hard", "Hard", "OK", "Good", "Very good")
    assert energy_names() == ("Empty", "Low", "Some", "Good", "Full")
    assert list(sleep_names().values()) == ["Poor", "OK", "Good"]


def test_a_persons_own_word_stays_as_written() -> None:
    assert [feeling_name(word) for word in ("tired", "Tired ", "मीठा")] == ["tired", "Tired ", "मीठा"]


@pytest.mark.parametrize("error", [*StorageError.__subclasses__(), InTheFuture, OutOfRange, ValueError, MemoryError])
def test_what_is_said_of_an_error_never_holds_its_message(error: type[Exception]) -> None:
    said = calm_words(error("my-secret-words"))
    assert said.title
    assert said.advice
    assert "my-secret-words" not in said.title + said.advice


def test_a_future_time_is_refused_in_words_of_its_own() -> None:
    assert calm_words(InTheFuture()).title == "That time has not come yet."


@pytest.mark.parametrize("locale", ["en-GB", "en", "tlh", "", "../../etc", "de_DE.UTF-8"])
def test_a_locale_without_a_catalogue_speaks_english(locale: str) -> None:
    words.speak(locale)
    try:
        assert words._("Help now") == "Help now"
        assert words.pgettext("mood", "OK") == "OK"
        assert words.ngettext("{hours} hour", "{hours} hours", 2) == "{hours} hours"
    finally:
        words.speak("en")


def test_the_tests_run_on_a_clock_of_twenty_four_hours() -> None:
    assert "TEND_HOUR_CYCLE" not in os.environ
