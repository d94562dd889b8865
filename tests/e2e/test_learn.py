"""Learn in the real browser: a page read with the network off, at 200 % and in the dark, and the way to the plan."""

from __future__ import annotations

from tests.e2e.conftest import RESULTS, NewPhone
from tests.e2e.phone import Host, Phone
from tests.e2e.test_screens import RIGHT_ENDS, target_sizes, too_small

HEADINGS = """() => [...document.querySelectorAll('h1, h2, h3, [role=heading]')]
    .filter((node) => node.closest('flt-semantics-host, flutter-view'))
    .map((node) => (node.getAttribute('aria-label') || node.innerText || '').trim())"""


def test_a_page_is_read_offline_and_leads_to_the_plan(host: Host, phone: Phone) -> None:
    phone.visit(host.url("#/settings"))
    phone.wait_for_offline()
    phone.restart()
    phone.page.context.set_offline(True)
    phone.visit(host.url("#/settings"))
    phone.swipe_up(4_000)  # what lies far below is not there for a screen reader until it comes near
    phone.tap("Learn", exact=False)
    phone.sees("Short pages to read when you like.")
    phone.wait_until_still()
    phone.screenshot(RESULTS / "learn.png")
    phone.tap("Making a plan", exact=False)
    phone.sees("On a hard day it is hard to think.")
    phone.wait_until_still()
    headings = phone.page.evaluate(HEADINGS)
    assert headings[:2] == ["Making a plan", "Why write one"]
    assert headings[2:6] == ["What can stand in it", "How to begin", "Keep it near", "What it is not"]
    phone.screenshot(RESULTS / "learn-plan.png")
    phone.tap("Make my plan")
    phone.sees("In your own words. Yours to change.")
    assert phone.page.evaluate("location.hash") == "#/plan"


def test_a_page_at_200_per_cent_in_the_dark_keeps_within_the_screen(host: Host, new_phone: NewPhone) -> None:
    phone = new_phone(color_scheme="dark")
    phone.visit(host.url("#/settings"))
    phone.tap("200%")
    phone.button("200%, chosen").wait_for(state="attached")
    for name, words in (("learn", "Short pages to read"), ("learn/energy", "A jug for the day")):
        phone.visit(host.url(f"#/{name}"))
        phone.sees(words)
        phone.wait_until_still()
        phone.screenshot(RESULTS / f"{name.replace('/', '-')}-200-dark.png")
        assert too_small(target_sizes(phone)) == {}
        assert [name for name, right in phone.page.evaluate(RIGHT_ENDS) if right > 390.5] == []
