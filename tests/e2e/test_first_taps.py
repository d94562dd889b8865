"""What is tapped on the first page comes into the history once, with its own time, whatever happens in between."""

from __future__ import annotations

import json

from tests.e2e import device
from tests.e2e.first_page import history, kept, lay, lying, own_part_kept, put_there, without_python
from tests.e2e.phone import Host, Phone, until
from tests.e2e.test_lock import lock, unlock

CANARY = "canarybird7731"
READY, SAVED = "Tend is ready.", "Tend will pick it up."


def answered(phone: Phone, *names: str) -> None:
    for name in names:
        phone.page.get_by_label(name, exact=True).first.tap()
        phone.page.get_by_text(SAVED).wait_for()


def test_a_tap_is_there_once_after_a_failed_start_a_restart_and_a_double_start(host: Host, phone: Phone) -> None:
    with without_python(host):
        phone.page.goto(host.url())
        phone.page.get_by_text("Tend did not open.").wait_for()
        answered(phone, "Very hard", "Hard")
        (tap,) = lying(phone)
        assert (tap["mood"], tap["was"]) == (2, [[1, None]])
    phone.restart()
    first = phone.turn_to()
    first.goto(host.url())  # two windows at once
    phone.page.goto(host.url())
    phone.wait_for_app()
    until(lambda: lying(phone) == [], seconds=60)
    assert tap["at"].encode() in b"".join(device.files(phone.page).values()), "its own time"
    phone.turn_to(first).close()
    phone.restart()
    lay(phone, host, **{f"tend-tap:{tap['id']}": json.dumps(tap)})  # as if it had not been forgotten
    assert len(history(phone, host)) == 1
    assert lying(phone) == []


def test_whoever_uses_the_page_keeps_it_and_opens_tend_themselves(host: Host, phone: Phone) -> None:
    lay(phone, host, **kept())
    phone.page.goto(host.url())
    answered(phone, "Hard")
    phone.page.get_by_text(READY).wait_for(timeout=120_000)
    assert phone.page.locator("html[data-ready]").count() == 0
    until(lambda: lying(phone) == [])
    answered(phone, "Very good", "Low")
    until(lambda: lying(phone) == [])
    phone.page.keyboard.press("Tab")
    assert phone.page.evaluate("document.querySelector('flutter-view').contains(document.activeElement)") is False
    phone.page.locator("#boot-open").tap()
    phone.wait_for_app()
    (shown,) = history(phone, host)
    assert "Very good" in shown
    assert "Low" in shown


def test_untouched_the_page_gives_way_by_itself_and_its_copy_is_tends_own(host: Host, phone: Phone) -> None:
    lay(phone, host, **kept())
    phone.visit(host.url())
    assert phone.page.locator("#boot").count() == 0
    # The records know neither people nor country: the copy says so again.
    until(lambda: "Maya" not in own_part_kept(phone))


def test_while_locked_a_tap_waits_for_the_passphrase_and_nobody_is_shown(host: Host, phone: Phone) -> None:
    put_there(phone, host, CANARY)
    words = lock(host, phone)
    until(lambda: CANARY not in own_part_kept(phone))
    phone.close()
    assert device.on_disk(phone.profile, CANARY) == [], "nor does what was there before"
    phone.open()
    phone.page.goto(host.url())
    answered(phone, "Hard")
    assert phone.page.get_by_text("Your people and plan show once Tend is open.").is_visible()
    assert phone.page.get_by_text(CANARY).count() == 0
    phone.page.get_by_text(READY).wait_for(timeout=120_000)
    phone.page.locator("#boot-open").tap()
    phone.wait_for_app()
    assert [tap["mood"] for tap in lying(phone)] == [2]
    unlock(phone, words)
    until(lambda: lying(phone) == [])
