"""The page's and the service worker's part of the reminders: the dot on the icon, and being woken while Tend is closed.

In Node, with a browser made of fakes around them, in which each of both works, is refused, or is absent.
"""

from __future__ import annotations

import json
import subprocess
import time
from typing import Any

import pytest

from web import bytecode

PAGE, WORKER = "web/page/reminders.js", "web/page/sw.js"
SWIM = {"title": "A moment for you", "words": "", "address": "/goals/g", "tag": "r 2026-11-24 540", "at": 0}
SHOWN, DOT, NO_DOT = ["show", SWIM["title"], SWIM["address"]], ["dot"], ["no dot"]
WAKES = ["register", "reminders", 12]  # every twelve hours at most
AHEAD = "ahead.json"


def asked(
    script: str, *steps: tuple[Any, ...], permission: str = "granted", badge: str = "works", sync: str = "works"
) -> list[list[Any]]:
    """What the browser was asked for."""
    job = {"script": script, "permission": permission, "badge": badge, "sync": sync, "steps": steps}
    command = [str(bytecode.node()), "tests/web/reminders.mjs", json.dumps(job)]
    result = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert result.returncode == 0, result.stderr
    found: list[list[Any]] = json.loads(result.stdout)
    return found


def test_a_dot_without_a_number_stands_from_a_notice_out_of_sight_until_tend_is_seen() -> None:
    found = asked(PAGE, ("ask", "notify", SWIM), ("see", "hidden"), ("ask", "notify", SWIM), ("see", "visible"))
    assert found == [NO_DOT, SHOWN, SHOWN, DOT, NO_DOT]


def test_no_dot_stands_for_what_could_not_be_shown() -> None:
    assert asked(PAGE, ("see", "hidden"), ("ask", "notify", SWIM), permission="denied") == [NO_DOT]


@pytest.mark.parametrize(("badge", "dots"), [("refused", [NO_DOT, SHOWN, DOT, NO_DOT]), ("absent", [SHOWN])])
def test_a_dot_that_is_refused_or_that_no_browser_knows_is_no_trouble(badge: str, dots: list[list[str]]) -> None:
    found = asked(PAGE, ("see", "hidden"), ("ask", "notify", SWIM), ("see", "visible"), badge=badge)
    assert found == dots


def test_the_browser_is_asked_to_wake_tend_while_something_comes_and_no_longer() -> None:
    found = asked(PAGE, ("wish", "foresee", [SWIM]), ("wish", "foresee", []), badge="absent")
    assert found == [WAKES, ["unregister", "reminders"]]


def test_nothing_wakes_tend_where_no_notices_are_allowed_until_they_are() -> None:
    steps = [("wish", "foresee", [SWIM]), ("ask", "askToNotify", None)]
    assert asked(PAGE, *steps[:1], permission="default", badge="absent") == []
    assert asked(PAGE, *steps, permission="default", badge="absent") == [WAKES]
    assert asked(PAGE, *steps, permission="denied", badge="absent") == []
    assert asked(PAGE, *steps[1:], permission="default", badge="absent") == [], "nothing comes"


@pytest.mark.parametrize(("sync", "registered"), [("refused", [WAKES]), ("absent", [])])
def test_where_tend_is_not_woken_what_comes_is_kept_without_a_word(sync: str, registered: list[list[Any]]) -> None:
    found = asked(PAGE, ("wish", "foresee", [SWIM]), sync=sync, badge="absent")
    assert found == registered, "and no warning"


def test_erasing_ends_the_waking_and_takes_the_dot_away() -> None:
    found = asked(PAGE, ("wish", "foresee", [SWIM]), ("wish", "reload", None))
    assert found == [NO_DOT, WAKES, ["unregister", "reminders"], ["close"], NO_DOT, ["reload"]]


def come(tag: str = "reminders", **how: str) -> list[list[Any]]:
    """What is asked for by a service worker that is woken, where something came a minute ago."""
    a_minute_ago = round((time.time() - 60) * 1000)
    entry = {
        "at": a_minute_ago,
        "title": SWIM["title"],
        "options": {"tag": SWIM["tag"], "data": {"address": SWIM["address"]}},
    }
    return asked(WORKER, ("lay", "tend-reminders:/", AHEAD, [entry]), ("come", "periodicsync", tag), **how)


def test_woken_while_closed_it_sets_the_dot_beside_the_notice() -> None:
    assert come() == [SHOWN, DOT]
    assert come(badge="refused") == [SHOWN, DOT]
    assert come(badge="absent") == [SHOWN]
    assert come(permission="denied") == []


def test_woken_with_nothing_to_say_or_for_something_else_it_sets_none() -> None:
    assert asked(WORKER, ("lay", "tend-reminders:/", AHEAD, []), ("come", "periodicsync", "reminders")) == []
    assert asked(WORKER, ("come", "periodicsync", "reminders")) == []
    assert come("other") == []


def test_woken_to_many_it_says_three_and_with_one_more_leads_to_where_all_stand() -> None:
    now = round(time.time() * 1000)
    many = [
        {
            "at": now - 60_000 + number,
            "title": f"r{number}",
            "options": {"tag": f"r{number} 540", "data": {"address": "/plan"}},
        }
        for number in range(200)
    ]
    lay = ("lay", "tend-reminders:/", AHEAD, many)
    assert asked(WORKER, lay, ("come", "periodicsync", "reminders")) == [
        *(["show", f"r{number}", "/plan"] for number in range(3)),
        ["show", "r3", "/"],
        DOT,
    ]
