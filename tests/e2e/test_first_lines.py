"""The lines of every country on the first page: what can be called there, when, and how, as it ships."""

from __future__ import annotations

import json
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from domain.first_aid import CountryHelp, country_help
from domain.lines import Cost, is_open
from storage.help_content import help_lines
from tests.e2e.first_page import lay_here, opened, without_python
from tests.e2e.phone import Host, Phone

LONDON = ZoneInfo("Europe/London")  # where the tests' phones are
DAY, NIGHT = datetime(2026, 12, 2, 10, 30, tzinfo=LONDON), datetime(2026, 12, 6, 3, 0, tzinfo=LONDON)
RANKS = {True: 0, None: 1, False: 2}
LINES = """() => [document.getElementById("boot-lines").innerText,
    [...document.querySelectorAll("#boot-lines h3")].map((one) => one.textContent),
    [...document.querySelectorAll("#boot a")].filter((one) => one.checkVisibility())
        .map((one) => one.getAttribute("href"))]"""


def addresses(there: CountryHelp) -> set[str]:
    """What a finger can press."""
    danger = there.emergency.call_link if there.emergency and there.emergency.digits else None
    numbers = {link for line in there.lines for link in (line.call_link, line.text_link) if link}
    return numbers | ({danger} if danger else {"tel:112", "tel:911"})


def counts(there: CountryHelp, now: datetime) -> dict[str, int]:
    """How often each sentence is to be read."""
    opens = [is_open(line, now) for line in there.lines if not line.is_always_open]
    danger = there.emergency
    return {
        "Day and night.": sum(line.is_always_open for line in there.lines),
        "Open now.": opens.count(True),
        "Closed now.": opens.count(False),
        "Tend does not know its hours.": opens.count(None),
        "Works inside": sum(line.works_inside_country for line in there.lines),
        "Free.": sum(line.cost is Cost.FREE for line in there.lines),
        "Costs a local call.": sum(line.cost is Cost.LOCAL for line in there.lines),
        "Then press": sum(bool(line.press) for line in there.lines),
        "may work on a mobile phone": int(bool(danger and danger.digits and danger.is_general)),
        "Tend knows no line in": int(not there.lines),
        "Numbers checked on": int(bool(there.lines or (danger and danger.digits))),
    }


@pytest.mark.parametrize("now", [DAY, NIGHT], ids=["by day", "on a Sunday night"])
def test_in_every_country_all_that_ships_can_be_pressed_and_its_hours_are_true(
    host: Host, phone: Phone, now: datetime
) -> None:
    shipped = help_lines()
    seen: dict[str, int] = {}
    phone.page.clock.set_fixed_time(now)
    with without_python(host):
        opened(host, phone)
        pick = phone.page.get_by_label("Where are you?")
        for code in shipped.emergencies:
            there = country_help(shipped, code)
            pick.select_option(value=code)
            text, names, pressed = phone.page.evaluate(LINES)
            assert set(pressed) == addresses(there), code
            found = counts(there, now)
            assert {words: text.count(words) for words in found} == found, code
            ranks = {line.name: RANKS[is_open(line, now)] for line in there.lines}
            assert sorted(names) == sorted(ranks), code
            assert [ranks[name] for name in names] == sorted(ranks.values()), "who is there comes first"
            for words, times in found.items():
                seen[words] = seen.get(words, 0) + times
    hardly = {"Costs a local call.", "Closed now." if now == DAY else "Open now."}  # today no line has these
    assert [words for words, times in seen.items() if not times and words not in hardly] == [], "nothing untried"


def test_a_group_stands_among_the_people_as_one(host: Host, phone: Phone) -> None:
    with without_python(host):
        opened(host, phone)
        own = {"people": [{"name": "Tuesday circle", "role": "group"}], "steps": [], "hidden": False}
        lay_here(phone, own=json.dumps(own))
        opened(host, phone)
        people = phone.page.locator("#boot-people")
        assert people.get_by_text("Tuesday circle").is_visible()
        assert people.get_by_text("Group or meeting").is_visible()
