"""Help now in the real browser: where a screen reader and a keyboard begin, and what comes after."""

from __future__ import annotations

from tests.e2e.keys import FOCUSED
from tests.e2e.phone import Host, Phone, until

CALL = "Call 116 123"
ORDER = """() => [...document.querySelectorAll('flt-semantics a[href], flt-semantics[role=button], flt-semantics a')]
    .map((node) => (node.getAttribute('aria-label') || node.innerText || '').trim()).filter(Boolean)"""


def test_a_screen_reader_begins_at_the_call(host: Host, phone: Phone) -> None:
    """Flutter orders what is read by where it stands, and the panel stands in reach of the thumb: so the focus, which
    is what a reader says first, is put on the call."""
    phone.visit(host.url("#/help"))
    phone.tap("I am in United Kingdom")
    phone.sees(CALL)
    phone.visit(host.url())
    phone.tap("Help now")
    phone.sees(CALL)
    until(lambda: phone.page.evaluate(FOCUSED) == CALL)
    named = phone.page.evaluate(ORDER)
    panel = named[named.index(CALL) :]
    assert [name for name in panel if name.startswith(("Call", "Text", "In danger"))] == [
        *(CALL, "Text SHOUT to 85258, Samaritans", "In danger now? Call 999"),
    ]
