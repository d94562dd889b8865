"""Browsers that lack something: without sync file handles the records live in IndexedDB, and without that nowhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.e2e import device
from tests.e2e.conftest import NewPhone
from tests.e2e.phone import Host, running, until
from tests.e2e.sites import NO_DATABASE, NO_FOLDER, NO_SYNC_FILES, without

CANARY = "canarybird5513"
LONG = 70_000  # letters: more than one piece of 64 KiB


def test_in_indexeddb_a_long_note_and_quick_taps_survive_restarts_and_erasing_leaves_nothing(
    site: Path, new_phone: NewPhone
) -> None:
    without(site, NO_SYNC_FILES)
    host = Host(site)
    with running(host.served):
        phone = new_phone()
        phone.visit(host.url("#/history/now"))
        phone.button("Done").wait_for(state="attached")
        phone.tap("Mood, OK, 3 of 5")
        phone.swipe_up(3000)
        phone.write("Note", CANARY + "n" * LONG)
        until(lambda: CANARY.encode() in b"".join(device.pieces(phone.page).values()))
        before = device.pieces(phone.page)
        assert list(before) == ["tend-a.ledger", "tend-b.ledger"]
        assert max(map(len, before.values())) > LONG
        assert not any(device.files(phone.page).values())

        phone.restart()
        phone.visit(host.url())
        phone.tap("Check in again")
        for value in (1, 2, 3, 4, 5) * 4:
            name = ("Very hard", "Hard", "OK", "Good", "Very good")[value - 1]
            phone.button(f"Mood, {name}, {value} of 5", exact=False).last.dispatch_event("click")
        phone.button("Mood, Very good, 5 of 5, chosen").wait_for(state="attached")
        phone.sees("Saved")
        phone.restart()
        phone.visit(host.url("#/history"))
        phone.button("Mood, Very good", exact=False).wait_for(state="attached")
        phone.button(CANARY, exact=False).wait_for(state="attached")

        phone.visit(host.url("#/settings/erase"))
        phone.tap("Delete")
        phone.tap("Delete for good")
        phone.page.wait_for_selector("html:not([data-ready])", state="attached")
        phone.wait_for_app()
        phone.button("Add more").wait_for(state="attached")
        assert CANARY.encode() not in b"".join(device.pieces(phone.page).values())
        phone.restart()
        phone.visit(host.url("#/history"))
        phone.sees("Nothing here yet")


@pytest.mark.parametrize("lacks", [(NO_SYNC_FILES, NO_DATABASE), (NO_FOLDER,)], ids=["an old browser", "private"])
def test_where_nothing_can_be_kept_it_says_so_before_the_first_entry(
    site: Path, new_phone: NewPhone, lacks: tuple[str, ...]
) -> None:
    without(site, *lacks)
    host = Host(site)
    with running(host.served):
        phone = new_phone()
        phone.visit(host.url())
        phone.sees("Nothing will be kept here.")
        phone.sees("This window cannot store words. It may be private. A normal window can keep them.")
        phone.tap("Mood, OK, 3 of 5")
        phone.button("Mood, OK, 3 of 5, chosen").wait_for(state="attached")
        phone.sees("Nothing will be kept here.")
        phone.tap("Help now")
        phone.sees("You do not have to do this alone.")
        phone.page.reload()
        phone.wait_for_app()
        phone.visit(host.url("#/history"))
        phone.sees("Nothing here yet")
