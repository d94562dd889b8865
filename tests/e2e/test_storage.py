"""The records in the real browser: what is kept, what came before, strange files, no room, the browser's promise."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from domain.models import CheckIn
from tests.e2e import device
from tests.e2e.conftest import NewPhone
from tests.e2e.phone import BOOT_MS, Host, Phone, until

LEDGER = ["tend-a.ledger", "tend-b.ledger"]


def test_two_taps_stand_in_the_ledger_through_a_reload_a_cold_start_and_a_start_offline(
    host: Host, phone: Phone
) -> None:
    phone.visit(host.url())
    phone.tap("Mood, OK, 3 of 5")
    phone.tap("Energy, Some, 3 of 5")
    phone.button("Energy, Some, 3 of 5, chosen").wait_for(state="attached")
    phone.sees("Saved")
    until(lambda: b'"energy":3' in b"".join(device.files(phone.page).values()))
    assert list(device.files(phone.page)) == LEDGER
    phone.wait_for_offline()

    def is_there() -> bool:
        phone.visit(host.url("#/history"))
        return phone.button("Mood, OK Energy, Some", exact=False).count() == 1

    phone.page.reload()
    phone.wait_for_app()
    phone.sees("Check in again")
    phone.restart()
    assert is_there()
    phone.restart()
    phone.context.set_offline(True)
    assert is_there()


def test_records_of_the_earlier_version_come_over_once_and_its_files_go(host: Host, phone: Phone) -> None:
    now = datetime.now(UTC).replace(microsecond=0)
    old, newer = (CheckIn(id, now - timedelta(days=days), 0, note=f"{id} words") for id, days in (("a", 3), ("b", 2)))
    phone.page.goto(host.url(device.ELSEWHERE))
    device.put(phone.page, "tend-a.db", device.slot(7, [old]))
    device.put(phone.page, "tend-b.db", device.slot(8, [old, newer]))
    phone.visit(host.url("#/history"))
    phone.button("a words", exact=False).wait_for(state="attached")
    phone.button("b words", exact=False).wait_for(state="attached")
    assert list(device.files(phone.page)) == LEDGER
    lines = b"".join(device.files(phone.page).values())
    assert lines.count(b"b words") == 1
    phone.page.reload()
    phone.wait_for_app()
    assert phone.button("b words", exact=False).count() == 1
    assert b"".join(device.files(phone.page).values()).count(b"b words") == 1, "once, and not again"


@pytest.mark.parametrize("name", ["tend-a.ledger", "tend-a.db"])
def test_a_file_that_is_not_ours_opens_the_error_screen_and_is_left_untouched(
    host: Host, phone: Phone, name: str
) -> None:
    phone.page.goto(host.url(device.ELSEWHERE))
    theirs = b'{"somebody": "else", "data": [1, 2, 3]}'
    device.put(phone.page, name, theirs)
    phone.page.goto(host.url())
    phone.page.get_by_text("Tend did not open.").wait_for(timeout=BOOT_MS)
    phone.button("Open").tap()
    phone.sees("Tend cannot read what is stored here.")
    phone.sees("It was left as it is.")
    assert phone.button("Call 112").count() + phone.page.get_by_role("link", name="Call 112").count() == 1
    phone.tap("Try again")
    phone.sees("Tend cannot read what is stored here.")
    assert device.files(phone.page)[name] == theirs


def test_long_and_strange_notes_are_kept_exactly(host: Host, phone: Phone) -> None:
    notes = ["n" * 100_000, "👩‍🚀\u200b\u202eright to left\u202c مرحبا \t\u0007 end"]
    for note in notes:
        phone.visit(host.url("#/history/now"))
        phone.button("Done").wait_for(state="attached")
        phone.swipe_up(3000)
        phone.write("Note", note)
        phone.button("Delete this").wait_for(state="attached")  # it is stored
        phone.page.goto("about:blank")
    phone.page.goto(host.url(device.ELSEWHERE))
    stored = b"".join(device.files(phone.page).values())
    for note in notes:
        assert device.as_json(note) in stored


def test_without_room_a_calm_sentence_stands_there_nothing_is_lost_and_it_goes_on_by_itself(
    host: Host, phone: Phone
) -> None:
    phone.visit(host.url())
    phone.tap("Mood, OK, 3 of 5")
    phone.sees("Saved")
    before = device.files(phone.page)
    session = phone.context.new_cdp_session(phone.page)
    origin = host.url().rstrip("/")
    session.send("Storage.overrideQuotaForOrigin", {"origin": origin, "quotaSize": 1})
    phone.page.reload()  # an open file has room set aside for it
    phone.wait_for_app()
    phone.tap("Check in again")
    phone.tap("Energy, Some, 3 of 5")
    phone.sees("Not saved yet. Tend keeps trying.")
    phone.sees("There is no room left here.")
    phone.button("Energy, Some, 3 of 5, chosen").wait_for(state="attached")
    assert device.files(phone.page) == before
    session.send("Storage.overrideQuotaForOrigin", {"origin": origin})
    phone.button("Try again").wait_for(state="detached")
    phone.sees("Saved")
    assert b'"energy":3' in b"".join(device.files(phone.page).values())
    phone.restart()
    phone.visit(host.url("#/history"))
    assert phone.button("Mood, OK Energy, Some", exact=False).count() == 1


def test_settings_says_whether_the_browser_has_agreed_to_keep_the_records(host: Host, new_phone: NewPhone) -> None:
    phone = new_phone()
    phone.visit(host.url())
    phone.tap("Mood, OK, 3 of 5")
    phone.sees("Saved")
    phone.tap("Settings")
    phone.sees("This browser may clear your words")
    phone.sees("Put Tend on your home screen, or back up.")
    assert phone.page.evaluate("() => navigator.storage.persisted()") is False

    session = phone.context.new_cdp_session(phone.page)
    session.send("Browser.grantPermissions", {"origin": host.url().rstrip("/"), "permissions": ["durableStorage"]})
    phone.page.reload()
    phone.wait_for_app()
    phone.visit(host.url())
    phone.tap("Check in again")
    phone.tap("Mood, Good, 4 of 5")
    phone.sees("Saved")
    until(lambda: phone.page.evaluate("() => navigator.storage.persisted()"))
    phone.tap("Settings")
    phone.sees("This browser has agreed to keep your words.")
