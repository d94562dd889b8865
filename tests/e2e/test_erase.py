"""Delete everything: asked twice, kept on either no, and after both yes no byte is left, wherever one looks."""

from __future__ import annotations

import json

from tests.e2e import device
from tests.e2e.first_page import put_there
from tests.e2e.phone import Host, Phone, until
from tests.e2e.test_backup import saved

CANARY = "canarybird6037"


def test_after_both_steps_no_byte_of_a_note_is_left_in_the_browser(host: Host, phone: Phone, tmp_path) -> None:
    phone.visit(host.url("#/history/now"))
    phone.button("Done").wait_for(state="attached")
    phone.tap("Mood, OK, 3 of 5")
    phone.swipe_up(3000)
    phone.write("Note", CANARY)
    until(lambda: CANARY.encode() in b"".join(device.files(phone.page).values()))
    phone.visit(host.url("#/settings"))
    phone.tap("Dark")  # a preference, which is kept beside the records too
    phone.button("Dark, chosen").wait_for(state="attached")
    put_there(phone, host, CANARY)
    assert device.kept_beside(phone.page, CANARY) == [host.url("page/own.json")]
    phone.page.evaluate("() => localStorage.setItem('tend-tap:x', '')")
    phone.visit(host.url("#/settings/backup"))
    phone.tap("Open to read")
    backup = saved(phone, "Save the file", tmp_path)
    assert CANARY in backup.read_text("utf-8")

    for first in (["Keep it"], ["Delete", "Keep it"]):
        phone.visit(host.url("#/settings/erase"))
        phone.sees("Delete everything on this device?")
        for button in first:
            phone.tap(button)
            phone.wait_until_still()
        phone.button("Keep it").wait_for(state="detached")
        assert CANARY.encode() in b"".join(device.files(phone.page).values())

    phone.visit(host.url("#/settings/erase"))
    phone.tap("Delete")
    phone.sees("This cannot be undone.")
    phone.tap("Delete for good")
    phone.page.wait_for_selector("html:not([data-ready])", state="attached")
    phone.wait_for_app()
    phone.button("Add more").wait_for(state="attached")
    assert sum(map(len, device.files(phone.page).values())) < 500, "a ledger of nothing"
    assert CANARY.encode() not in b"".join(device.files(phone.page).values())
    assert device.pieces(phone.page) == {}
    assert device.kept_beside(phone.page, CANARY) == []
    assert phone.page.evaluate("() => Object.keys(localStorage).filter((key) => key.startsWith('tend-tap'))") == []
    looks = '{"appearance": "phone", "text_size": 100, "low_energy": "follows", "is_welcomed": true}'
    kept = phone.page.evaluate("() => ({...localStorage})")
    guess = json.loads(kept.pop("tend-shown"))
    assert (guess["isGuess"], guess["help"]["name"]) == (True, "United Kingdom"), "by the browser's language"
    assert list(kept.values()) == [looks], "Tend as it comes, and not the dark one"
    phone.open_tab("History")
    phone.sees("Nothing here yet")
    phone.close()
    assert device.on_disk(phone.profile, CANARY) == []
