"""What the tests of reminders in the real browser share: a file with reminders, and a look at its notices."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from domain.goals import Goal
from domain.reminders import Reminder
from storage.cipher import this_device
from storage.memory import MemoryPlace
from storage.vault import Vault
from tests.e2e.phone import Host, Phone, until

FIRST = 60  # seconds; for its first notice Python has much to read
LONDON = ZoneInfo("Europe/London")  # where the phones of these tests are
SWIM = Goal("g", "Swim far")
NOTICES = """async () => (await (await navigator.serviceWorker.ready).getNotifications())
    .map(({ title, body, tag, icon, data: { address }, actions }) => ({ title, body, tag, icon, address, actions }))"""
# Chromium seems to forget a notice that is asked for while it is on its way to the screen: we look once it is there.
NOTE_SHOWN = """() => {
    self.shown = 0;
    const own = ServiceWorkerRegistration.prototype.showNotification;
    ServiceWorkerRegistration.prototype.showNotification = async function (...said) {
        await own.apply(this, said);
        self.shown += 1;
    };
}"""
CLOSE = (
    """async () => { for (const one of await (await navigator.serviceWorker.ready).getNotifications()) one.close(); }"""
)
LEFT = """async () => {
    const found = {};
    for (const name of await caches.keys()) if (name.startsWith("tend-reminders:")) {
        const cache = await caches.open(name);
        for (const request of await cache.keys()) {
            found[request.url.split("/").at(-1)] = await (await cache.match(request)).json();
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
# The browser lets a worker open or focus a window in a real tap alone; what it would open is noted.
TAP = """async (action) => {
    self.opened = [];
    self.clients.openWindow = async (url) => { self.opened.push(url); };
    WindowClient.prototype.focus = async function () { return this; };
    const [notification] = await self.registration.getNotifications();
    const tapped = new NotificationEvent("notificationclick", { notification, action });
    self.dispatchEvent(tapped);
    for (let turn = 0; turn < 20; turn++) await new Promise((later) => setTimeout(later, 50));
    return self.opened;
}"""


def minute_of_day(**after: float) -> int:
    """The minute of the day on the phone's wall clock, so long after now."""
    at = datetime.now(UTC).astimezone(LONDON) + timedelta(**after)
    return at.hour * 60 + at.minute


def backup_with(folder: Path, *reminders: Reminder, goals: Sequence[Goal] = (SWIM,)) -> Path:
    """A backup that holds these, to be brought in."""

    async def made() -> bytes:
        vault = Vault(MemoryPlace(), this_device())
        records = await vault.open()
        for goal in goals:
            await records.goals.save(goal)
        for reminder in reminders:
            await records.reminders.save(reminder)
        return await vault.backup(None, datetime.now(UTC))

    path = folder / "backup.json"
    with ThreadPoolExecutor() as apart:  # Playwright's own loop runs in this thread
        path.write_bytes(apart.submit(asyncio.run, made()).result())
    return path


def bring_in(phone: Phone, path: Path) -> None:
    """Bring the file in, by the screen for it."""
    phone.page.evaluate("location.hash = '#/settings/file'")
    phone.button("Choose a file").wait_for(state="attached")
    with phone.page.expect_file_chooser() as chooser:
        phone.tap("Choose a file")
    chooser.value.set_files(path)
    phone.tap("Add what is new")
    phone.sees("came in.")


def ready(phone: Phone, host: Host, allowed: bool = True) -> None:
    """Tend open and offline-able, and notices allowed in the browser, or not asked for yet."""
    if allowed:
        phone.context.grant_permissions(["notifications"], origin=host.url().rstrip("/"))
    phone.visit(host.url())
    phone.wait_for_offline()
    for place in (phone.page, phone.context.service_workers[-1]):
        place.evaluate(NOTE_SHOWN)


def notices(phone: Phone) -> list[dict[str, Any]]:
    """What the system shows of Tend."""
    found: list[dict[str, Any]] = phone.page.evaluate(NOTICES)
    return found


def wait_for_notice(phone: Phone, seconds: float = FIRST) -> dict[str, Any]:
    """The one notice there is, once it was shown."""
    places = phone.page, phone.context.service_workers[-1]
    until(lambda: any(place.evaluate("() => self.shown ?? 0") for place in places), seconds)
    (found,) = until(lambda: notices(phone))
    return dict(found)


def tap_notice(phone: Phone, action: str = "") -> list[str]:
    """Tap the notice, or a button on it; the addresses that a window would be opened for."""
    worker = phone.context.service_workers[-1]
    opened: list[str] = worker.evaluate(TAP, action)
    return opened


def left(phone: Phone) -> dict[str, Any]:
    """What lies there for the service worker, and from it, by file."""
    found: dict[str, Any] = phone.page.evaluate(LEFT)
    return found


def ahead(phone: Phone) -> list[dict[str, Any]]:
    """What the service worker may say while Tend is closed."""
    return list(left(phone).get("ahead.json", []))


def windows(phone: Phone) -> list[str]:
    """The addresses of the windows that the service worker sees open."""
    found: list[str] = phone.context.service_workers[-1].evaluate(
        """async () => (await clients.matchAll({ type: "window", includeUncontrolled: true }))
            .map(({ url }) => url).filter((url) => url.startsWith(self.registration.scope))"""
    )
    return found


def permit(phone: Phone, host: Host, setting: str) -> None:
    """Have the browser allow notices or not, as its own settings do; `setting`: "granted", "denied" or "prompt"."""
    session = phone.context.new_cdp_session(phone.page)
    wanted = {"permission": {"name": "notifications"}, "setting": setting, "origin": host.url().rstrip("/")}
    session.send("Browser.setPermission", wanted)  # for as long as the session: it is not detached


def wake_worker(phone: Phone) -> None:
    """Have the service worker do what it does at some time in a day, and wait until it has."""
    phone.context.service_workers[-1].evaluate("() => sayWhatCame()")


def wake_by_the_browser(phone: Phone, host: Host) -> None:
    """The browser's own event for that: a periodic background sync."""
    session = phone.context.new_cdp_session(phone.page)
    registrations: list[dict[str, Any]] = []
    session.on("ServiceWorker.workerRegistrationUpdated", lambda event: registrations.extend(event["registrations"]))
    session.send("ServiceWorker.enable")

    def found() -> list[dict[str, Any]]:
        phone.page.evaluate("() => null")  # what the browser tells comes in while it is asked something
        return registrations

    (registration,) = {one["registrationId"] for one in until(found)}
    sync = {"origin": host.url().rstrip("/"), "registrationId": registration, "tag": "reminders"}
    session.send("ServiceWorker.dispatchPeriodicSyncEvent", sync)
    session.detach()


# What wakes

STILL = 3  # seconds without a timer or a frame, after which Tend sleeps
HIDE = """() => {
    Object.defineProperty(document, "visibilityState", { value: "hidden", configurable: true });
    Object.defineProperty(document, "hidden", { value: true, configurable: true });
    document.dispatchEvent(new Event("visibilitychange"));
}"""
COUNT = """() => {
    self.woken = [];
    for (const name of ["setTimeout", "setInterval", "requestAnimationFrame"]) {
        const own = self[name]?.bind(self);
        if (own) self[name] = (work, ...more) => own((...given) => {
            self.woken.push(Date.now());
            return work(...given);
        }, ...more);
    }
}"""


def count_wakes(phone: Phone) -> None:
    """Note, from now on, each timer and frame that is asked for and comes, in Python's worker and in the page."""
    for place in (*phone.page.workers, phone.page):
        place.evaluate(COUNT)


def fall_asleep(phone: Phone) -> None:
    """Wait until nothing comes any more of what was done before, and begin to count anew."""

    def sleeps() -> bool:
        in_python, in_page = wakes(phone)
        last = max((*in_python, *in_page), default=0)
        return bool(phone.page.evaluate("Date.now()") - last > STILL * 1000)

    until(sleeps)
    for place in (*phone.page.workers, phone.page):
        place.evaluate("() => { self.woken = []; }")


def wakes(phone: Phone) -> tuple[list[float], list[float]]:
    """When Python's worker and the page were woken, in milliseconds."""
    in_python = [at for worker in phone.page.workers for at in worker.evaluate("() => self.woken")]
    return in_python, phone.page.evaluate("() => self.woken")
