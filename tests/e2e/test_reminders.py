"""Reminders in the real browser: a notice that is shown once, leads to its screen when it is tapped, or waits."""

from __future__ import annotations

from pathlib import Path

from domain.reminders import Reminder, ReminderKind
from tests.e2e import reminding
from tests.e2e.phone import Host, Phone, until

AHEAD = """async () => {
    const found = [];
    for (const name of await caches.keys()) if (name.startsWith("tend-reminders:")) {
        for (const request of await (await caches.open(name)).keys()) {
            found.push([request.url, await (await (await caches.open(name)).match(request)).json()]);
        }
    }
    return found;
}"""


def goal_reminder(minute: int) -> Reminder:
    return Reminder("r", ReminderKind.GOAL, (minute,), goal_id="g", name="Swim")


def test_a_notice_is_shown_once_and_a_tap_leads_to_its_screen(phone: Phone, host: Host, tmp_path: Path) -> None:
    reminding.ready(phone, host)
    reminding.bring_in(phone, reminding.backup_with(tmp_path, goal_reminder(reminding.minute_of_day(minutes=-1))))
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


def test_later_on_the_notice_puts_it_off_for_half_an_hour(phone: Phone, host: Host, tmp_path: Path) -> None:
    reminding.ready(phone, host)
    reminding.bring_in(phone, reminding.backup_with(tmp_path, goal_reminder(reminding.minute_of_day(minutes=-1))))
    reminding.wait_for_notice(phone)
    assert reminding.tap_notice(phone, "later") == []
    again = until(lambda: [one for one in left_ahead(phone) if one["options"]["tag"].endswith(" again")])
    assert 29 * 60 < again[0]["at"] / 1000 - phone.page.evaluate("Date.now() / 1000") <= 30 * 60


def left_ahead(phone: Phone) -> list[dict]:
    """What is left for the service worker."""
    found = {url.rsplit("/", 1)[1]: content for url, content in phone.page.evaluate(AHEAD)}
    return list(found.get("ahead.json", []))
