"""Reminders in the real browser: a notice shown, tapped and leading on; allowed, refused, withdrawn; Tend closed."""

from __future__ import annotations

import json
import time
from pathlib import Path

from domain.reminders import Reminder, ReminderKind
from tests.e2e import reminding
from tests.e2e.phone import Host, Phone, until

LATE_IN_A_MINUTE = 35  # seconds: what is brought in later is not there before the next
MOST_AT_ONCE = 8  # timers that come with one notice
AHEAD = """async () => {
    const found = [];
    for (const name of await caches.keys()) if (name.startsWith("tend-reminders:")) {
        for (const request of await (await caches.open(name)).keys()) {
            found.push([request.url, await (await (await caches.open(name)).match(request)).json()]);
        }
    }
    return found;
}"""
COME = """async (address) => {
    const cache = await caches.open((await caches.keys()).find((name) => name.startsWith("tend-reminders:")));
    const [first, ...rest] = await (await cache.match(address)).json();
    await cache.put(address, Response.json([{ ...first, at: Date.now() - 60000 }, ...rest]));
    return first.options.tag;
}"""


def goal_reminder(minute: int) -> Reminder:
    return Reminder("r", ReminderKind.GOAL, (minute,), goal_id="g", name="Swim")


def test_a_notice_comes_and_a_tap_leads_to_its_screen_open_or_cold(phone: Phone, host: Host, tmp_path: Path) -> None:
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
    worker = phone.context.service_workers[-1]
    worker.evaluate("""() => self.registration.showNotification("x", { tag: "r x", data: { address: "/goals/g" } })""")
    phone.page.goto("about:blank")
    (address,) = reminding.tap_notice(phone)
    assert address == host.url("#/goals/g")
    phone.visit(address)
    phone.sees("My goal")


def test_later_puts_it_off_for_half_an_hour(phone: Phone, host: Host, tmp_path: Path) -> None:
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


def test_what_comes_while_tend_is_closed_is_shown_and_not_again_when_it_opens(
    phone: Phone, host: Host, tmp_path: Path
) -> None:
    reminding.ready(phone, host)
    mine = Reminder("r", ReminderKind.OWN, (reminding.minute_of_day(minutes=30),), words="Pills", shows_words=True)
    reminding.bring_in(phone, reminding.backup_with(tmp_path, mine))
    coming = until(lambda: left_ahead(phone))
    assert "Pills" not in json.dumps(coming)
    assert len(coming) == 7
    tag = phone.page.evaluate(COME, host.url("ahead.json"))
    session = phone.context.new_cdp_session(phone.page)
    registrations: list[dict] = []
    session.on("ServiceWorker.workerRegistrationUpdated", lambda event: registrations.extend(event["registrations"]))
    session.send("ServiceWorker.enable")
    (registration,) = {one["registrationId"] for one in until(lambda: registrations)}
    sync = {"origin": host.url().rstrip("/"), "registrationId": registration, "tag": "reminders"}
    session.send("ServiceWorker.dispatchPeriodicSyncEvent", sync)
    phone.wait_until_still()
    assert reminding.notices(phone) == [], "an open window says it itself"
    phone.page.goto(host.url("notes.html"))  # no window of Tend's
    session.send("ServiceWorker.dispatchPeriodicSyncEvent", sync)
    shown = reminding.wait_for_notice(phone)
    assert (shown["title"], shown["tag"]) == ("A moment for you", tag)
    phone.page.evaluate(reminding.CLOSE)
    phone.visit(host.url())
    until(lambda: left_ahead(phone) and tag not in json.dumps(left_ahead(phone)))
    assert "heard.json" not in json.dumps(phone.page.evaluate(AHEAD))
    assert reminding.notices(phone) == []


def test_a_permission_withdrawn_is_noticed_while_tend_is_open(phone: Phone, host: Host, tmp_path: Path) -> None:
    reminding.ready(phone, host)
    later = goal_reminder(reminding.minute_of_day(minutes=30))
    reminding.bring_in(phone, reminding.backup_with(tmp_path, later))
    phone.page.evaluate("location.hash = '#/settings/reminders'")
    phone.sees("This device shows them as notices.")
    phone.context.clear_permissions()
    phone.page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")  # the person was in the settings
    phone.sees("This device shows no notices now.")
    phone.page.evaluate("location.hash = '#/'")
    phone.tap("I have read this")
    phone.visit(host.url("#/settings/reminders"))
    phone.button("Show notices").wait_for(state="attached")
    assert phone.page.get_by_text("This device shows no notices now.").count() == 0


def test_a_refusal_is_explained_once_and_the_reminder_stands_on_today(phone: Phone, host: Host, tmp_path: Path) -> None:
    reminding.ready(phone, host, allowed=False)
    reminding.bring_in(phone, reminding.backup_with(tmp_path, goal_reminder(reminding.minute_of_day(minutes=-1))))
    phone.page.evaluate("location.hash = '#/settings/reminders'")
    phone.button("Show notices").wait_for(state="attached")
    # Nobody can tap the browser's own question here: it is answered before it comes.
    phone.page.evaluate(
        """() => { window.asked = []; Notification.requestPermission = async () => {
            asked.push(navigator.userActivation.isActive);
            Object.defineProperty(Notification, "permission", { get: () => "denied" });
            return "denied";
        }; }"""
    )
    phone.tap("Show notices")
    phone.sees("No notices, then. That is fine.")
    assert phone.page.evaluate("asked") == [True], "it was asked in the tap"
    phone.tap("I have read this")
    phone.sees("This device shows no notices. Reminders stand on Today.")
    phone.page.evaluate("location.hash = '#/'")
    phone.sees("Swim far")
    assert reminding.notices(phone) == []


def test_erasing_takes_what_was_left_for_the_service_worker_and_what_is_shown(
    phone: Phone, host: Host, tmp_path: Path
) -> None:
    reminding.ready(phone, host)
    reminding.bring_in(phone, reminding.backup_with(tmp_path, goal_reminder(reminding.minute_of_day(minutes=-1))))
    reminding.wait_for_notice(phone)
    until(lambda: left_ahead(phone))
    phone.page.evaluate("location.hash = '#/settings/erase'")
    phone.tap("Delete")
    with phone.page.expect_navigation():
        phone.tap("Delete for good")
    phone.wait_for_app()
    assert phone.page.evaluate(AHEAD) == []
    assert reminding.notices(phone) == []


def test_out_of_sight_nothing_periodic_wakes_python_before_the_next_is_due(
    phone: Phone, host: Host, tmp_path: Path
) -> None:
    reminding.ready(phone, host)
    reminding.count_wakes(phone)  # before the runner goes to sleep
    minutes = 2 if time.gmtime().tm_sec > LATE_IN_A_MINUTE else 1
    reminding.bring_in(phone, reminding.backup_with(tmp_path, goal_reminder(reminding.minute_of_day(minutes=minutes))))
    phone.page.evaluate(reminding.HIDE)
    time.sleep(reminding.STILL)
    reminding.forget_wakes(phone)
    until(lambda: reminding.notices(phone), seconds=130)
    in_python, in_page = reminding.wakes(phone)
    due = [at for at in in_python if at / 1000 % 60 < reminding.STILL]
    assert in_python == due, "all at the full minute at which it is due"
    assert 1 <= len(due) <= MOST_AT_ONCE
    assert len(in_page) <= MOST_AT_ONCE
