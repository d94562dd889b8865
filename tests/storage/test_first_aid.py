"""What passes between the first page and Tend, to the letter; whatever is foreign or damaged harms nothing."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime
from typing import Any

import pytest

from domain.first_aid import CountryHelp, FirstAid, FirstPerson, Own, Tapped, first_aid, own_part
from domain.models import Appearance, CheckIn, Preferences
from domain.people import Person, Role
from storage.first_aid import Found, Left, forgotten, left_on_page, table, written
from storage.help_content import help_lines

ID = "0123456789abcdef0123456789abcdef"
KEY = f"tend-tap:{ID}"
TAP = {"id": ID, "at": "2026-11-19T08:12:00+00:00", "offset": 60, "mood": 2}
LINK = re.compile(r"tel:\*?[0-9]+|sms:[0-9]+(\?&body=[A-Za-z0-9%]+)?")


def left(*entries: tuple[str, Any], country: Any = "") -> Left:
    told = [[key, content if isinstance(content, str) else json.dumps(content)] for key, content in entries]
    return left_on_page(json.dumps({"taps": told, "country": country}))


def test_the_copy_says_what_is_shown_and_nothing_else() -> None:
    maya = FirstPerson("Maya", Role.FAMILY, "tel:0123456", "sms:0123456")
    old = FirstPerson("Old", None, None, None, "*#06#")
    shown = FirstAid(CountryHelp(), Own((maya, old), ("Cold water",)), 150, Appearance.DARK)
    assert json.loads(written(shown)) == {
        "size": 150,
        "look": "dark",
        "country": "",
        "help": {"name": "", "lines": []},
        "own": {
            "people": [
                {"name": "Maya", "role": "family", "call": "tel:0123456", "text": "sms:0123456"},
                {"name": "Old", "typed": "*#06#"},
            ],
            "steps": ["Cold water"],
            "hidden": False,
        },
    }


def test_own_names_of_a_scale_are_in_the_copy_and_no_others() -> None:
    renamed = Preferences(moods=("", "Grey", "", "", ""), energies=("",) * 5)
    told = json.loads(
        written(first_aid(help_lines(), renamed, own_part([], [], renamed, has_lock=False, may_show=False)))
    )
    assert told["own"] == {"people": [], "steps": [], "hidden": False, "moods": ["", "Grey", "", "", ""]}


def test_where_nothing_is_to_be_shown_there_is_no_copy() -> None:
    assert written(first_aid(help_lines(), Preferences(), Own())) == ""
    assert written(first_aid(help_lines(), Preferences(), None)) != "", "what stands there of the person stays"


def test_while_locked_the_copy_says_nothing_of_what_is_the_persons_own() -> None:
    assert "own" not in json.loads(written(first_aid(help_lines(), Preferences(country="GB"), None)))


def test_the_lines_of_a_country_come_with_their_links_hours_and_dates() -> None:
    told = json.loads(written(first_aid(help_lines(), Preferences(country="GB"), Own())))["help"]
    samaritans, shout = told["lines"]
    assert samaritans == {
        "name": "Samaritans",
        "checked": "2026-11-24",
        "call": ["116 123", "tel:116123"],
        "hours": 1,
        "free": 1,
        "inside": 1,
        "languages": ["en"],
    }
    assert shout["text"] == ["85258", "sms:85258?&body=SHOUT", "SHOUT"]
    assert (told["name"], told["danger"]) == ("United Kingdom", "999")


def test_the_table_has_every_country_and_its_links_are_plain() -> None:
    shipped = help_lines()
    told = json.loads(table(shipped))
    assert told.keys() == shipped.emergencies.keys()
    assert sum(len(country["lines"]) for country in told.values()) == len(shipped.lines)
    for country in told.values():
        assert re.fullmatch(r"[0-9]{2,5}", country.get("danger", "112"))
        for line in country["lines"]:
            links = [line[way][1] for way in ("call", "text") if way in line]
            assert links
            assert [link for link in links if not LINK.fullmatch(link)] == []


def test_the_hours_of_a_line_are_minutes_of_seven_days_from_monday() -> None:
    lines = [line for country in json.loads(table(help_lines())).values() for line in country["lines"]]
    weeks = [line["hours"] for line in lines if line.get("hours") not in (None, 1)]
    assert weeks
    assert {len(week) for week in weeks} == {7}
    assert all(0 <= opens < closes <= 1440 for week in weeks for day in week for opens, closes in day)


@pytest.mark.parametrize("phone", ["javascript:alert(1)", "*#06#", "112;ext=8", '"><script>', "0800 HELP"])
def test_no_link_is_written_for_what_is_no_number(phone: str) -> None:
    own = own_part([Person("m", "Maya", phone, on_first_aid=True)], [], Preferences(), has_lock=False, may_show=False)
    (person,) = json.loads(written(FirstAid(CountryHelp(), own)))["own"]["people"]
    assert person == {"name": "Maya", "typed": phone}


def test_a_tap_is_read_with_its_id_time_and_offset() -> None:
    check_in = CheckIn(ID, datetime(2026, 11, 19, 8, 12, tzinfo=UTC), 60, mood=2)
    assert left((KEY, TAP)) == Left((Found(KEY, json.dumps(TAP), Tapped(check_in)),))
    corrected = TAP | {"mood": 4, "energy": 1, "was": [[2, None], [4, None]]}
    (found,) = left((KEY, corrected)).found
    assert found.tapped == Tapped(CheckIn(ID, check_in.at, 60, mood=4, energy=1), ((2, None), (4, None)))


@pytest.mark.parametrize(
    "content",
    [
        *("", "{", "[]", "null", "7", '"mood"', "[" * 100_000),
        *({}, {"id": ID}, TAP | {"note": "foreign"}, {"id": ID, "at": TAP["at"], "offset": 60}),
        *(TAP | {"mood": wrong} for wrong in (0, 6, 2.0, True, "2", [2])),
        *(
            TAP | {"at": wrong}
            for wrong in ("", "2026-11-19T08:12:00Z", "2026-11-19", 5, None, "9999-12-31T23:59:59+00:00")
        ),
        *(TAP | {"offset": wrong} for wrong in (None, "60", 60.0, True, 841, -721)),
        *(TAP | {"id": wrong} for wrong in ("", "f" * 32, ID.upper(), 5, None)),
        *(TAP | {"was": wrong} for wrong in (5, [5], [[1]], [[1, 2, 3]], [[[], {}]], None)),
    ],
    ids=lambda content: json.dumps(content)[:60],
)
def test_what_is_foreign_or_damaged_is_no_tap_and_can_be_dropped(content: Any) -> None:
    (found,) = left((KEY, content)).found
    assert (found.key, found.tapped) == (KEY, None)


@pytest.mark.parametrize(
    "content", [None, 5, "", "{", "[]", "null", '{"taps": 5}', '{"taps": [5]}', '{"taps": [["a"]]}']
)
def test_a_page_that_gives_out_nothing_sound_left_nothing(content: Any) -> None:
    assert left_on_page(content) == Left()


@pytest.mark.parametrize(("given", "read"), [("GB", "GB"), ("gb", ""), ("GBR", ""), (5, ""), (None, ""), ("<b", "")])
def test_a_country_is_two_capitals(given: Any, read: str) -> None:
    assert left(country=given).country == read


def test_what_is_to_be_forgotten_is_named_as_it_was_given_out() -> None:
    content = json.dumps(TAP)
    assert json.loads(forgotten([Found(KEY, content, None)], "GB")) == {"taps": [[KEY, content]], "country": "GB"}
