"""Guessing a country without asking anybody, and finding one by its name."""

from __future__ import annotations

from datetime import timedelta

import pytest

from domain.countries import ALSO, found, guessed
from storage.lines_content import emergencies

NAMES = {code: row.name for code, row in emergencies().items()}


@pytest.mark.parametrize(
    ("locale", "country"),
    [
        *(
            ("en-GB", "GB"),
            ("de-DE", "DE"),
            ("de_AT", "AT"),
            ("zh-Hans-CN", "CN"),
            ("pt-br", "BR"),
            ("fr-CH-u-hc-h23", "CH"),
        ),
        ("de_AT", "AT"),
        *(("", ""), ("de", ""), ("es-419", ""), ("xx-ZZ", ""), ("en-u-GB", ""), ("sr-Latn", ""), ("en-GBR", "")),
    ],
)
def test_the_region_of_the_language_is_the_guess(locale: str, country: str) -> None:
    assert guessed(locale, timedelta(hours=1), NAMES) == country


@pytest.mark.parametrize(
    ("hours", "country"), [(-10.5, ""), (-10, "US"), (-5, "US"), (-4, "US"), (-3.5, ""), (0, ""), (5.5, "")]
)
def test_american_english_is_a_guess_where_the_clock_agrees(hours: float, country: str) -> None:
    assert guessed("en-US", timedelta(hours=hours), NAMES) == country


@pytest.mark.parametrize(
    ("words", "first"),
    [
        *(("united k", "GB"), ("  UNITED  K ", "GB"), ("uk", "GB"), ("Scot", "GB"), ("usa", "US"), ("holl", "NL")),
        *(("cote", "CI"), ("Côte d'I", "CI"), ("aland", "AX"), ("korea", "KR"), ("são", "ST"), ("turkey", "TR")),
    ],
)
def test_a_country_is_found_as_people_write_it(words: str, first: str) -> None:
    assert found(NAMES, words)[0] == first


def test_those_that_begin_so_come_before_those_with_a_later_word() -> None:
    assert [NAMES[code] for code in found(NAMES, "guinea")] == [
        *("Guinea", "Guinea-Bissau", "Equatorial Guinea", "Papua New Guinea"),
    ]


def test_letters_in_the_middle_of_a_word_find_nothing() -> None:
    assert found(NAMES, "many") == ()
    assert found(NAMES, "zzz") == ()


def test_without_words_all_stand_by_their_names() -> None:
    everything = found(NAMES, " ")
    assert len(everything) == 249
    assert [NAMES[code] for code in everything[:3]] == ["Afghanistan", "Åland Islands", "Albania"]
    assert NAMES[everything[-1]] == "Zimbabwe"


def test_the_other_names_belong_to_countries_there_are() -> None:
    assert set(ALSO) <= set(NAMES)
