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

LONDON = ZoneInfo("Europe/London")  # where the phones of these tests are
SWIM = Goal("g", "Swim far")
NOTICES = """async () => (await (await navigator.serviceWorker.ready).getNotifications())
    .map(({ title, body, tag, icon, data: { address }, actions }) => ({ title, body, tag, icon, address, actions }))"""
CLOSE = (
    """async () => { for (const one of await (await navigator.serviceWorker.ready).getNotifications()) one.close(); }"""
)
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


def notices(phone: Phone) -> list[dict[str, Any]]:
    """What the system shows of Tend."""
    found: list[dict[str, Any]] = phone.page.evaluate(NOTICES)
    return found


def wait_for_notice(phone: Phone) -> dict[str, Any]:
    """The one notice there is, once there is one."""
    (found,) = until(lambda: notices(phone))
    return dict(found)


def tap_notice(phone: Phone, action: str = "") -> list[str]:
    """Tap the notice, or a button on it; the addresses that a window would be opened for."""
    worker = phone.context.service_workers[-1]
    opened: list[str] = worker.evaluate(TAP, action)
    return opened


# What wakes

STILL = 3  # seconds, after which what follows from a tap, or from going out of sight, is over
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


def forget_wakes(phone: Phone) -> None:
    """Begin anew."""
    for place in (*phone.page.workers, phone.page):
        place.evaluate("() => { self.woken = []; }")


def wakes(phone: Phone) -> tuple[list[float], list[float]]:
    """When Python's worker and the page were woken, in milliseconds."""
    in_python = [at for worker in phone.page.workers for at in worker.evaluate("() => self.woken")]
    return in_python, phone.page.evaluate("() => self.woken")
