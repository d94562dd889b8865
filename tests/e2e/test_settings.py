"""Settings in the real browser: seen at once, and there again after a restart; what is told is true offline."""

from __future__ import annotations

import flet as ft

from tests.e2e.conftest import RESULTS
from tests.e2e.phone import Host, Phone, until


def switch(phone: Phone, name: str) -> None:
    """Turn a switch over, and see that it turned."""
    place = phone.page.get_by_role("switch", name=name)
    before = place.get_attribute("aria-checked")
    place.scroll_into_view_if_needed()
    box = place.bounding_box()
    phone.page.touchscreen.tap(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    until(lambda: place.get_attribute("aria-checked") != before)


def test_what_was_chosen_is_there_after_a_restart(host: Host, phone: Phone) -> None:
    phone.visit(host.url("#/settings"))
    for name in ("Dark", "125%", "Sunday"):
        phone.tap(name)
        phone.button(f"{name}, chosen").wait_for(state="attached")
    switch(phone, "Low-stimulus")
    phone.page.evaluate("location.hash = '#/welcome'")
    phone.sees("What shall Tend call you?")
    phone.write("My name", "Robin")
    until(lambda: phone.page.get_by_label("My name").input_value() == "Robin")
    phone.page.evaluate("location.hash = '#/settings/words'")
    phone.sees("Change a word, and it is yours everywhere.")
    phone.write("Mood, 2 of 5", "Grey")
    until(lambda: phone.page.get_by_label("Mood, 2 of 5").input_value() == "Grey")
    phone.page.evaluate("location.hash = '#/'")
    phone.sees("Robin")
    phone.restart()
    phone.visit(host.url())
    phone.sees("Robin")
    phone.button("Mood, Grey, 2 of 5").wait_for(state="attached")
    phone.wait_until_still()
    phone.screenshot(RESULTS / "today-plain-dark.png")
    phone.page.evaluate("location.hash = '#/settings'")
    for name in ("Dark", "125%", "Sunday"):
        phone.button(f"{name}, chosen").wait_for(state="attached")
    assert phone.page.get_by_role("switch", name="Low-stimulus").get_attribute("aria-checked") == "true"


def test_versions_and_every_licence_text_are_there_offline(host: Host, phone: Phone) -> None:
    phone.visit(host.url("#/settings/versions"))
    phone.wait_for_offline()
    phone.page.reload()  # what can wait comes with the second visit
    phone.wait_for_app()
    until(lambda: phone.page.evaluate("async () => !!await caches.match('assets/NOTICES')"))
    phone.context.set_offline(True)
    phone.sees(f"Flet {ft.__version__}.")
    phone.sees("Python 3.14")
    phone.tap("Read the text: Tend")
    phone.sees("Permission is hereby granted")
    phone.wait_until_still()
    phone.screenshot(RESULTS / "versions.png")
    texts = phone.page.evaluate("async () => (await (await fetch('assets/NOTICES')).text()).length")
    assert texts > 1_000_000


def test_what_is_stored_is_counted(host: Host, phone: Phone) -> None:
    phone.visit(host.url())
    phone.tap("Mood, OK, 3 of 5")
    phone.sees("Saved")
    phone.page.evaluate("location.hash = '#/settings/stored'")
    phone.sees("1 record, 1 kB")
    phone.wait_until_still()
    phone.screenshot(RESULTS / "stored.png")
