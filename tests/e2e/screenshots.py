"""`python -m tests.e2e.screenshots`: takes the pictures of the running app for the README and the manifest.

The records in them are made up. They are written with Tend's own storage and laid into the browser's.
"""

from __future__ import annotations

import asyncio
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path

from playwright.sync_api import sync_playwright

from domain.models import Activity, CheckIn, Sleep
from storage.disk import DiskPlace
from storage.opening import open_database
from tests.e2e import device
from tests.e2e.browser import chromium
from tests.e2e.conftest import DIST
from tests.e2e.phone import Host, Phone, Wire, running

PICTURES = Path("assets/screenshots")


def sample(now: datetime) -> list[CheckIn]:
    """A few days of somebody's check-ins, none of them on the day of `now`, so that Today waits for a tap."""

    def at(days: int, hour: int, minute: int) -> datetime:
        return (now - timedelta(days=days)).replace(hour=hour, minute=minute, second=0, microsecond=0)

    pots = Activity("Watered the pots", energy_before=3, energy_after=4)
    return [
        CheckIn("a", at(1, 9, 5), 0, mood=3, energy=2, feelings=("tired",), sleep=Sleep.POOR, sleep_hours=5.5),
        CheckIn("b", at(1, 17, 40), 0, mood=4, energy=3, feelings=("calm", "hopeful"), activities=(pots,)),
        CheckIn("c", at(2, 21, 15), 0, mood=2, energy=1, note="A long day. I rested, and that was right."),
        CheckIn("d", at(3, 8, 30), 0, mood=4, energy=4, sleep=Sleep.GOOD, sleep_hours=8),
    ]


async def write_records(folder: Path) -> None:
    """Keep the sample in `folder`, as a device would."""
    database = await open_database(DiskPlace(folder))
    for check_in in sample(datetime.now(UTC)):
        await database.check_ins.save(check_in)
    database.close()


def main() -> None:
    """Take the pictures."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    host = Host(DIST)
    with tempfile.TemporaryDirectory() as folder:
        records = Path(folder) / "records"
        asyncio.run(write_records(records))
        take(host, records, Path(folder) / "profile")


def take(host: Host, records: Path, profile: Path) -> None:
    """Start a phone on these records and take the pictures."""
    with running(Wire()) as wire, running(host.served), sync_playwright() as playwright:
        phone = Phone(playwright, chromium(), profile, wire, timezone_id="UTC")
        phone.page.goto(host.url(device.ELSEWHERE))
        for path in records.glob("tend-*.ledger"):
            device.put(phone.page, path.name, path.read_bytes())
        phone.visit(host.url("#/history"))
        phone.wait_until_still()
        phone.screenshot(PICTURES / "history.png")
        phone.open_tab("Today")
        phone.tap("Mood, OK, 3 of 5")
        phone.tap("Energy, Some, 3 of 5")
        phone.button("Energy, Some, 3 of 5, chosen").wait_for(state="attached")
        phone.wait_until_still()
        phone.screenshot(PICTURES / "today.png")
        phone.close()


if __name__ == "__main__":
    main()
