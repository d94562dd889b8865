"""Help now in the real browser: the second tap calls, from wherever one is; and the call is what is read first."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from domain.people import Person
from tests.e2e.handouts import lay_in
from tests.e2e.phone import Host, Phone, until

CALL, TEXT, DANGER = "Call 116 123", "Text SHOUT to 85258, Shout", "In danger now? Call 999"
PANEL = [CALL, TEXT, DANGER, "Change the country"]
MAYA = Person("maya", "Maya", "+44 7700 900123", email="maya@example.org")
LINES = {CALL: "tel:116123", TEXT: "sms:85258?&body=SHOUT", DANGER: "tel:999"}
PEOPLE = {"Call Maya": "tel:+447700900123", "Text Maya": "sms:+447700900123", "E-mail Maya": "mailto:maya@example.org"}
# A tab of each kind, a sheet, forms, a page below a page, a player, an address that is none of Tend's.
SCREENS = (
    *("#/history", "#/plan", "#/goals", "#/skills", "#/settings", "#/check-in/now", "#/people/new", "#/plan/safety"),
    *("#/settings/lock", "#/settings/erase", "#/learn", "#/skills/longer-breath-out/play", "#/no"),
)
# What the browser is asked to open, and whether within the tap itself: a real one, which it still honours. It stays
# here: once Chromium was handed a number, it takes no further touch.
STUB_OPEN = """
    window.asked = [];
    window.open = (address, where) => {
        const { type, isTrusted } = window.event ?? {};
        asked.push([address, where, type === "click" && isTrusted && navigator.userActivation.isActive]);
        return null;
    };
"""
# In the order in which a screen reader reads them; a link stands within a node of its own.
READ = """() => [...document.querySelectorAll('flt-semantics[role=button], flt-semantics a[href], a[href]')]
    .filter((node) => node.closest('flt-semantics-host') && node.checkVisibility())
    .map((node) => (node.getAttribute('aria-label') || node.innerText || '').trim().replace(/\\s+/g, ' '))"""


def laid(phone: Phone, host: Host, folder: Path, route: str = "#/") -> None:
    lay_in(phone, host, folder, person=MAYA, route=route)


def go_to(phone: Phone, route: str) -> str:
    """Open a screen from Help now, which itself has no such button; its heading."""
    phone.page.evaluate("(route) => { location.hash = route; }", route)
    phone.button("Help now").last.wait_for(state="attached")
    return str(phone.page.locator("flt-semantics-host h1").last.inner_text())


def asked(phone: Phone) -> list[Any]:
    """What was asked for since this was last looked at."""
    return list(until(lambda: phone.page.evaluate("asked.splice(0)")))


def test_from_any_screen_the_second_tap_calls(host: Host, phone: Phone, tmp_path: Path) -> None:
    phone.context.add_init_script(STUB_OPEN)
    laid(phone, host, tmp_path / "records", "#/help")
    headings = []
    for route in SCREENS:
        headings.append(go_to(phone, route))
        before = phone.taps
        phone.tap("Help now")
        phone.tap(CALL)
        assert phone.taps - before == 2, route
        assert asked(phone) == [["tel:116123", "_self", True]], route
    assert len(set(headings)) == len(SCREENS), headings


def test_lines_and_people_are_called_texted_and_written_to_within_the_tap(
    host: Host, phone: Phone, tmp_path: Path
) -> None:
    phone.context.add_init_script(STUB_OPEN)
    laid(phone, host, tmp_path / "records")
    phone.tap("Help now")
    for name, link in (LINES | PEOPLE).items():
        phone.tap(name)
        assert asked(phone) == [[link, "_self", True]], name


def test_the_browser_is_asked_to_call_though_python_is_gone(host: Host, phone: Phone, tmp_path: Path) -> None:
    laid(phone, host, tmp_path / "records")
    phone.tap("Help now")
    phone.button(CALL).wait_for(state="attached")
    phone.page.evaluate("jsDisconnect()")
    phone.tap(CALL)
    until(lambda: phone.page.evaluate("true") and LINES[CALL] in phone.addresses)  # its news come while it is asked
    phone.addresses.remove(LINES[CALL])  # the one call to somebody that is meant


def test_a_screen_reader_comes_to_the_call_before_the_list(host: Host, phone: Phone, tmp_path: Path) -> None:
    laid(phone, host, tmp_path / "records")
    phone.tap("Help now")
    read = until(lambda: (names := phone.page.evaluate(READ))[1:5] == PANEL and names)
    assert read[0] == "Back"
    assert read[5:9] == ["Change my people", *PEOPLE]
    # And it still stands in reach of the thumb, with the list above it.
    call, first = phone.button(CALL).bounding_box(), phone.button("Call Maya").bounding_box()
    assert call
    assert first
    assert call["y"] > 844 / 2 > first["y"]
