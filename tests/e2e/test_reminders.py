"""Reminders in the real browser: a notice shown once, tapped with Tend open or closed, put off, come while closed."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from domain.reminders import Reminder, ReminderKind
from tests.e2e import reminding
from tests.e2e.phone import Host, Phone, until

A_WHILE = 40  # seconds, in which a reminder is brought in and Tend goes to sleep
MOST_AT_ONCE = 8  # timers that come with one notice


def goal_reminder(minute: int) -> Reminder:
    return Reminder("r", ReminderKind.GOAL, (minute,), goal_id="g", name="Swim")


def due_now(phone: Phone, host: Host, folder: Path) -> None:
    """Tend with a goal whose reminder was due a minute ago, and its notice shown."""
    reminding.ready(phone, host)
    reminding.bring_in(phone, reminding.backup_with(folder, goal_reminder(reminding.minute_of_day(minutes=-1))))


def test_a_notice_is_shown_once_and_a_tap_leads_to_its_screen(phone: Phone, host: Host, tmp_path: Path) -> None:
    due_now(phone, host, tmp_path)
    shown = reminding.wait_for_notice(phone)
    assert (shown["title"], shown["body"]) == ("A moment for you", "Whenever it suits you.")
    assert (shown["address"], shown["tag"].split(" ")[0]) == ("/goals/g", "r")
    assert [one["action"] for one in shown["actions"]] == ["later"]
    assert shown["icon"].endswith("/icons/icon-192.png")
    phone.page.evaluate("location.hash = '#/'")
    phone.sees("Swim far")
    assert reminding.tap_notice(phone) == []
    until(lambda: phone.page.url.endswith("#/goals/g"))
    phone.sees("My goal")
    assert reminding.notices(phone) == []
    phone.visit(host.url())
    phone.wait_until_still()
    assert reminding.notices(phone) == [], "what was said is not said again"


def test_a_notice_tapped_with_tend_closed_opens_it_on_its_screen(phone: Phone, host: Host, tmp_path: Path) -> None:
    due_now(phone, host, tmp_path)
    reminding.wait_for_notice(phone)
    closed = phone.turn_to()  # the browser itself stays open
    closed.close()
    until(lambda: reminding.windows(phone) == [])
    (address,) = reminding.tap_notice(phone)
    assert address == host.url("#/goals/g")
    phone.visit(address)
    phone.sees("My goal")
    assert reminding.notices(phone) == []


def test_later_on_the_notice_puts_it_off_for_half_an_hour(phone: Phone, host: Host, tmp_path: Path) -> None:
    due_now(phone, host, tmp_path)
    reminding.wait_for_notice(phone)
    assert reminding.tap_notice(phone, "later") == []
    again = until(lambda: [one for one in reminding.ahead(phone) if one["options"]["tag"].endswith(" again")])
    assert 29 * 60 < again[0]["at"] / 1000 - phone.page.evaluate("Date.now() / 1000") <= 30 * 60


def test_what_comes_while_tend_is_closed_is_shown_and_not_again_when_it_opens(
    phone: Phone, host: Host, tmp_path: Path
) -> None:
    reminding.ready(phone, host)
    mine = Reminder("r", ReminderKind.OWN, (reminding.minute_of_day(minutes=30),), words="Pills", shows_words=True)
    reminding.bring_in(phone, reminding.backup_with(tmp_path, mine))
    coming = until(lambda: reminding.ahead(phone))
    assert "Pills" not in json.dumps(coming)
    assert len(coming) == 7
    tag = phone.page.evaluate(reminding.COME, host.url("ahead.json"))
    reminding.wake_worker(phone)
    assert reminding.notices(phone) == [], "an open window says it itself"
    phone.page.goto(host.url("notes.html"))  # no window of Tend's
    reminding.permit(phone, host, "denied")
    reminding.wake_worker(phone)
    assert tag in json.dumps(reminding.ahead(phone)), "what nobody could see was not said"
    reminding.permit(phone, host, "granted")
    reminding.wake_by_the_browser(phone, host)
    shown = reminding.wait_for_notice(phone)
    assert (shown["title"], shown["tag"]) == ("A moment for you", tag)
    phone.page.evaluate(reminding.CLOSE)
    phone.visit(host.url())
    until(lambda: reminding.ahead(phone) and tag not in json.dumps(reminding.ahead(phone)))
    assert "heard.json" not in reminding.left(phone)
    assert reminding.notices(phone) == []


def test_erasing_takes_what_was_left_for_the_service_worker_and_what_is_shown(
    phone: Phone, host: Host, tmp_path: Path
) -> None:
    due_now(phone, host, tmp_path)
    reminding.wait_for_notice(phone)
    until(lambda: reminding.ahead(phone))
    phone.page.evaluate("location.hash = '#/settings/erase'")
    phone.tap("Delete")
    with phone.page.expect_navigation():
        phone.tap("Delete for good")
    phone.wait_for_app()
    assert reminding.left(phone) == {}
    assert reminding.notices(phone) == []


@pytest.mark.alone
def test_out_of_sight_nothing_wakes_tend_before_the_next_is_due(phone: Phone, host: Host, tmp_path: Path) -> None:
    reminding.ready(phone, host)
    reminding.count_wakes(phone)  # before the runner goes to sleep
    due = (datetime.now(UTC) + timedelta(seconds=A_WHILE + 59)).replace(second=0, microsecond=0)
    minute = reminding.minute_of_day(seconds=A_WHILE + 59)
    reminding.bring_in(phone, reminding.backup_with(tmp_path, goal_reminder(minute)))
    phone.page.evaluate(reminding.HIDE)
    reminding.fall_asleep(phone)
    assert datetime.now(UTC) < due, "this machine is too slow to tell"
    reminding.wait_for_notice(phone, seconds=A_WHILE + 60 + reminding.FIRST)
    in_python, in_page = reminding.wakes(phone)
    assert min((*in_python, *in_page)) >= due.timestamp() * 1000
    assert 1 <= len(in_python) <= MOST_AT_ONCE
    assert len(in_page) <= MOST_AT_ONCE
