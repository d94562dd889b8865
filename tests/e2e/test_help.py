"""Help now in the real browser: the call is what screen readers and keyboards come to first, wherever it stands."""

from __future__ import annotations

import pytest

from tests.e2e.keys import Keys
from tests.e2e.phone import Host, Phone, until

CALL, TEXT, DANGER = "Call 116 123", "Text SHOUT to 85258, Shout", "In danger now? Call 999"
PANEL = [CALL, TEXT, DANGER, "Change the country"]
# In the order in which a screen reader reads them; a link stands within a node of its own.
READ = """() => [...document.querySelectorAll('flt-semantics[role=button], flt-semantics a[href], a[href]')]
    .filter((node) => node.closest('flt-semantics-host') && node.checkVisibility())
    .map((node) => (node.getAttribute('aria-label') || node.innerText || '').trim().replace(/\\s+/g, ' '))"""


def open_help(host: Host, phone: Phone) -> None:
    """Choose the country, and open Help now as one does: from another screen."""
    phone.visit(host.url("#/help"))
    phone.tap("I am in United Kingdom")
    phone.sees(CALL)
    phone.visit(host.url())
    phone.tap("Help now")
    phone.sees(CALL)


def test_a_screen_reader_comes_to_the_call_before_the_list(host: Host, phone: Phone) -> None:
    open_help(host, phone)
    read = until(lambda: (names := phone.page.evaluate(READ))[1:5] == PANEL and names)
    assert read[0] == "Back"
    assert read[5].startswith("Add one person you trust")
    # And it still stands in reach of the thumb, with the list above it.
    call, first = phone.button(CALL).bounding_box(), phone.button(read[5]).bounding_box()
    assert call and first
    assert call["y"] > 844 / 2 > first["y"]
