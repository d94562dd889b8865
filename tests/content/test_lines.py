"""The crisis lines and emergency numbers that ship: each row sound and sourced, no known fault among them."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from babel import Locale

from domain.dialling import is_short_code
from domain.errors import StorageForeign
from domain.lines import ALWAYS, Cost, CrisisLine, Service, Tier
from storage.lines_content import EMERGENCY, LINES, crisis_lines, directories, emergencies
from tests.test_words import BANNED

ROWS = crisis_lines()
BY_ID = {line.id: line for line in ROWS}
NUMBERS = emergencies()
NOTICE = Path("assets/content/lines.NOTICE.md").read_text("utf-8")
EACH = pytest.mark.parametrize("line", ROWS, ids=lambda line: line.id)

# Sources contradict one another here; a wrong number is worse than the directories (notes on the product, section 3).
UNRESOLVED = {"UA", "PK", "BD", "TR", "RO", "NG", "GH", "RU"}
# Two-letter codes of CLDR that are no codes of ISO 3166-1: parts of countries, unions, test areas, the unknown.
NOT_ISO = {"AC", "CP", "CQ", "DG", "EA", "IC", "TA", "EU", "EZ", "UN", "QO", "XA", "XB", "XK", "ZZ"}
NOBODY = {"AQ", "BV", "GS", "HM", "PN", "TF", "UM"}
GENERAL = {"CD", "CW", "EH", "GN", "HN", "IQ", "MR", "NF", "NG", "SX", "TK"}

Change = Callable[[dict[str, Any]], object]


def changed(tmp_path: Path, source: Path, rows: str, key: str, name: str, change: Change) -> Path:
    """The file with one row changed."""
    content = json.loads(source.read_text("utf-8"))
    change(next(row for row in content[rows] if row[key] == name))
    return written(tmp_path, source, content)


def written(tmp_path: Path, source: Path, content: object) -> Path:
    path = tmp_path / source.name
    path.write_text(json.dumps(content), "utf-8")
    return path


def test_at_least_45_countries_have_a_line() -> None:
    assert (len(ROWS), len({line.country for line in ROWS})) == (74, 58)


def test_the_countries_whose_sources_contradict_each_other_have_none() -> None:
    assert {line.country for line in ROWS} & UNRESOLVED == set()
    assert all(code in NOTICE for code in UNRESOLVED)


@EACH
def test_a_row_says_where_it_was_read_and_when(line: CrisisLine) -> None:
    assert len(line.source) > 10
    assert line.checked_on in {date(2026, 11, 3), date(2026, 11, 24)}


@EACH
def test_hours_and_costs_are_told_by_a_source(line: CrisisLine) -> None:
    if line.hours is not None:
        assert re.search(r"day and night|any time|never rests|hours|10 to 24|day or night", line.source)
    if line.cost is not Cost.UNKNOWN:
        assert re.search(r"free|cost|no charge", line.source)


@EACH
def test_a_row_can_be_called_or_texted(line: CrisisLine) -> None:
    assert (line.call_link or line.text_link) is not None
    assert (line.call_link is None) is (line.digits == "")
    assert (line.text_link is None) is (line.text_to == "")


@EACH
def test_no_short_code_was_turned_into_an_international_number(line: CrisisLine) -> None:
    for number in (line.digits, line.text_to):
        assert "+" not in number
        assert not number.startswith("00")
        if is_short_code(number):
            assert line.works_inside_country


@EACH
def test_what_is_read_of_a_row_has_no_banned_word(line: CrisisLine) -> None:
    assert [word for word in BANNED if re.search(rf"\b{word}\b", line.name, re.IGNORECASE)] == []
    assert "!" not in line.name


def test_every_web_page_is_https() -> None:
    pages = [line.page for line in ROWS if line.page] + [directory.page for directory in directories()]
    assert len(pages) > 50
    assert [page for page in pages if not page.startswith("https://")] == []


def test_the_short_codes_that_a_dataset_spoiled_are_as_one_presses_them() -> None:
    # open-helplines has them as +33333114, +1988, +44116123 and +1741741, which reach nobody.
    assert (BY_ID["fr-3114"].digits, BY_ID["fr-3114"].call_link) == ("3114", "tel:3114")
    assert (BY_ID["ca-988"].digits, BY_ID["us-988"].text_to) == ("988", "988")
    assert (BY_ID["gb-samaritans"].digits, BY_ID["gb-samaritans"].call_link) == ("116 123", "tel:116123")
    assert BY_ID["us-crisis-text-line"].text_link == "sms:741741?&body=HOME"


def test_the_lines_a_dataset_mixed_up_are_not_there() -> None:
    # The copy of Wikipedia's list has China's youth line, a general line in Belgium and another one in Italy.
    dialled = {(line.country, line.digits) for line in ROWS}
    assert {("CN", "12356"), ("BE", "1813"), ("IT", "02 2327 2327")} <= dialled
    assert {("CN", "12355"), ("BE", "107"), ("IT", "02 99777")} & dialled == set()


@pytest.mark.parametrize(
    ("id", "call", "text"),
    [
        ("gb-shout", None, "sms:85258?&body=SHOUT"),
        ("ie-text-about-it", None, "sms:50808?&body=TALK"),
        ("au-lifeline", "tel:131114", "sms:0477131114"),
        ("nz-1737", "tel:1737", "sms:1737"),
        ("cl-4141", "tel:*4141", None),
        ("de-telefonseelsorge", "tel:08001110111", None),
    ],
)
def test_a_line_is_reached_as_its_country_reaches_it(id: str, call: str | None, text: str | None) -> None:
    assert (BY_ID[id].call_link, BY_ID[id].text_link) == (call, text)


def test_rows_hold_what_was_read() -> None:
    assert BY_ID["id-sejiwa"].press == "8"
    assert BY_ID["it-telefono-amico"].hours == (((600, 1440),),) * 7
    assert (BY_ID["gb-samaritans"].hours, BY_ID["gb-samaritans"].cost) == (ALWAYS, Cost.FREE)
    assert (BY_ID["lb-embrace"].hours, BY_ID["cn-12356"].hours, BY_ID["dk-livslinien"].hours) == (None, None, None)
    assert (BY_ID["fr-3114"].tier, BY_ID["be-zelfmoordlijn"].languages) == (Tier.PROVIDER, ("nl",))


def test_there_are_directories_for_the_other_countries() -> None:
    pages = [directory.page for directory in directories()]
    assert pages == ["https://findahelpline.com/", "https://www.befrienders.org/", "https://www.iasp.info/"]


def test_every_country_of_iso_3166_has_an_emergency_row() -> None:
    known = {code for code in Locale("en").territories if re.fullmatch("[A-Z]{2}", code)}
    assert set(NUMBERS) == known - NOT_ISO
    assert len(NUMBERS) == 249


def test_a_country_is_called_what_english_calls_it() -> None:
    assert (NUMBERS["CI"].name, NUMBERS["KR"].name, NUMBERS["GB"].name) == (
        "Côte d’Ivoire",
        "South Korea",
        "United Kingdom",
    )


@pytest.mark.parametrize(
    ("country", "digits", "service"),
    [
        *(("GB", "999", Service.ALL), ("US", "911", Service.ALL), ("AU", "000", Service.ALL)),
        *(("NZ", "111", Service.ALL), ("FR", "112", Service.ALL), ("RE", "112", Service.ALL)),
        *(("JP", "119", Service.AMBULANCE), ("CN", "120", Service.AMBULANCE), ("BR", "192", Service.AMBULANCE)),
        *(("NO", "113", Service.AMBULANCE), ("KR", "119", Service.AMBULANCE), ("CH", "112", Service.ALL)),
        *(("ZM", "999", Service.AMBULANCE), ("IN", "112", Service.ALL), ("NA", "10111", Service.POLICE)),
    ],
)
def test_the_emergency_number_is_the_one_of_the_country(country: str, digits: str, service: Service) -> None:
    assert (NUMBERS[country].digits, NUMBERS[country].service) == (digits, service)
    assert not NUMBERS[country].is_general


def test_a_number_of_a_country_stands_in_two_sources() -> None:
    alone = {code for code, row in NUMBERS.items() if row.digits and not row.is_general and len(row.sources) == 1}
    assert alone == {"MF", "SJ"}
    assert all(code in NOTICE for code in alone)


def test_a_country_without_a_number_of_its_own_says_so() -> None:
    assert {code for code, row in NUMBERS.items() if row.is_general} == GENERAL
    assert {NUMBERS[code].digits for code in GENERAL} == {"112", "911"}
    assert {code for code, row in NUMBERS.items() if not row.digits} == NOBODY
    assert all(re.search(rf"\b{code}\b", NOTICE) for code in GENERAL | NOBODY)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda row: row.update(stars=5), "unknown: stars"),
        (lambda row: row.pop("source"), "missing: source"),
        (lambda row: row.pop("checked_on"), "missing: checked_on"),
        (lambda row: row.update(source=" "), "source is no text, or empty, or has spaces around it"),
        (lambda row: row.update(checked_on="2026-02-30"), "checked_on is no day"),
        (lambda row: row.update(checked_on="20261103"), "checked_on is no day"),
        (lambda row: row.update(country="UK"), "country is none of the codes of ISO 3166-1"),
        (lambda row: row.update(country=["GB"]), "country is no text, or empty, or has spaces around it"),
        (lambda row: row.update(tier="R"), "tier is none of the tiers"),
        (lambda row: row.update(cost="cheap"), "cost is none of the costs"),
        (lambda row: row.update(page="http://www.samaritans.org/"), "page is no https address"),
        (lambda row: row.update(page="https://www.samaritans.org@evil.example/"), "page is no https address"),
        (lambda row: row.update(digits="+44116123"), "a number as somebody in the country presses it has no +"),
        (lambda row: row.update(digits="116 ABC"), "digits cannot be dialled"),
        (lambda row: row.pop("digits"), "nothing to call or text"),
        (lambda row: row.update(text_to="*4141"), "text_to cannot be texted"),
        (lambda row: row.update(text_word="HELLO"), "text_word without text_to"),
        (lambda row: row.update(press="#"), "press is no key"),
        (lambda row: row.update(works_inside_country=False), "works_inside_country is for short codes"),
        (lambda row: row.update(works_inside_country=1), "works_inside_country is neither true nor false"),
        (lambda row: row.update(languages=["English"]), "languages are no list of ISO 639 codes"),
        (lambda row: row.update(hours="24/7"), "hours are neither always nor days of the week"),
        (lambda row: row.update(hours={}), "hours are neither always nor days of the week"),
        (lambda row: row.update(hours={"monday": []}), "hours are neither always nor days of the week"),
        (lambda row: row.update(hours={"mon": "10-12"}), "hours of a day are no list"),
        (lambda row: row.update(hours={"mon": [["10:00"]]}), "hours are no pair of times"),
        (lambda row: row.update(hours={"mon": [["10:00", "24:01"]]}), "hours are no pair of times"),
        (lambda row: row.update(hours={"mon": [["12:00", "10:00"]]}), "hours of a day are not in order"),
        (
            lambda row: row.update(hours={"mon": [["10:00", "12:00"], ["11:00", "13:00"]]}),
            "hours of a day are not in order",
        ),
    ],
)
def test_a_line_that_is_not_as_it_has_to_be_is_named(tmp_path: Path, change: Change, said: str) -> None:
    path = changed(tmp_path, LINES, "lines", "id", "gb-samaritans", change)
    with pytest.raises(StorageForeign, match=f"^{re.escape(f'lines.json, row gb-samaritans: {said}')}$"):
        crisis_lines(path)


def test_a_row_without_a_name_is_called_by_its_place(tmp_path: Path) -> None:
    path = changed(tmp_path, LINES, "lines", "id", "us-crisis-text-line", lambda row: row.pop("id"))
    with pytest.raises(StorageForeign, match=r"^lines\.json, row number 2: missing: id$"):
        crisis_lines(path)


def test_an_id_stands_once(tmp_path: Path) -> None:
    path = changed(tmp_path, LINES, "lines", "id", "gb-shout", lambda row: row.update(id="gb-samaritans"))
    with pytest.raises(StorageForeign, match=r"^lines\.json, row gb-samaritans: the id stands twice$"):
        crisis_lines(path)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda row: row.update(digits="+999"), "row GB: digits are no emergency number"),
        (lambda row: row.pop("service"), "row GB: service is no text, or empty, or has spaces around it"),
        (lambda row: row.update(service="fire"), "row GB: service is none of the services"),
        (lambda row: row.update(sources=["hearsay"]), "row GB: sources that are not listed"),
        (lambda row: row.update(sources=[]), "row GB: sources that are not listed"),
        (lambda row: row.update(general="yes"), "row GB: general is neither true nor false"),
        (lambda row: row.pop("digits"), "row GB: service or general without digits"),
        (lambda row: row.update(country="UK"), "row UK: country is none of the codes of ISO 3166-1"),
        (lambda row: row.update(country="FR"), "row FR: the country stands twice"),
    ],
)
def test_an_emergency_row_that_is_not_as_it_has_to_be_is_named(tmp_path: Path, change: Change, said: str) -> None:
    path = changed(tmp_path, EMERGENCY, "numbers", "country", "GB", change)
    with pytest.raises(StorageForeign, match=f"^{re.escape(f'emergency.json, {said}')}$"):
        emergencies(path)


def test_a_country_without_an_emergency_row_is_named(tmp_path: Path) -> None:
    content = json.loads(EMERGENCY.read_text("utf-8"))
    content["numbers"] = [row for row in content["numbers"] if row["country"] not in {"FR", "DE"}]
    with pytest.raises(StorageForeign, match=r"^emergency\.json: no row for DE, FR$"):
        emergencies(written(tmp_path, EMERGENCY, content))


@pytest.mark.parametrize("text", ["", "[]", "null", '{"lines": []}', '{"lines": {}}', "{"])
def test_a_file_that_is_no_table_of_rows_is_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "lines.json"
    path.write_text(text, "utf-8")
    with pytest.raises(StorageForeign, match=r"^lines\.json"):
        crisis_lines(path)


def test_a_file_that_is_missing_is_refused(tmp_path: Path) -> None:
    with pytest.raises(StorageForeign, match=r"^emergency\.json cannot be read$"):
        emergencies(tmp_path / "emergency.json")
