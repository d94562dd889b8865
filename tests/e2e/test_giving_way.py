"""While Tend opens behind it, nothing on the first page moves; untouched it goes by itself, touched it stays."""

from __future__ import annotations

import json

import pytest

from tests.e2e.conftest import RESULTS, NewPhone
from tests.e2e.first_page import kept, lay, violations, without_python
from tests.e2e.keys import FOCUSED
from tests.e2e.phone import TWO_FRAMES, Host, Phone

TITLE, READY = "#boot-title", "Tend is ready."
# In each frame, where everything stood that can be pressed; and every shift that the browser itself has counted.
WATCH = """
    window.stood = {}, window.frames = 0, window.shifts = [];
    if (PerformanceObserver.supportedEntryTypes.includes("layout-shift"))
        new PerformanceObserver((list) => {
            if (document.documentElement.dataset.ready === undefined)
                shifts.push(...list.getEntries().map(({ value, sources }) =>
                    [value, sources.map(({ node }) => node?.textContent?.slice(0, 40))]));
        }).observe({ type: "layout-shift", buffered: true });
    const look = () => {
        const boot = document.getElementById("boot");
        if (!boot && frames) return;
        for (const one of boot?.querySelectorAll("a, .boot-scale label, select, button:not(#boot-open)") ?? []) {
            if (!one.checkVisibility()) continue;
            const { left, top, right, bottom } = one.getBoundingClientRect();
            const kind = one.firstElementChild?.name ?? "link";
            const name = `${one.getAttribute("aria-label") ?? one.textContent}, ${kind}`;
            (stood[name] ??= new Set()).add([left, top, right, bottom].map(Math.round).join(" "));
        }
        window.frames += Boolean(boot);
        requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
"""
MOVED = """() => Object.entries(stood).map(([name, places]) => [name, [...places]])
    .filter(([, places]) => places.length > 1)"""


def watched(host: Host, phone: Phone, size: int, **looks: bool) -> None:
    """Open the page, with each of its parts, and look at it from its first frame on."""
    lay(phone, host, **kept(text_size=size), **{"tend-looks": json.dumps(looks)})
    phone.context.add_init_script(WATCH)
    phone.page.goto(host.url())


def assert_nothing_moved(phone: Phone) -> None:
    assert phone.page.evaluate(MOVED) == []
    assert phone.page.evaluate("shifts") == []
    names = phone.page.evaluate("Object.keys(stood)")
    assert {"Call 116 123, link", "Text Maya, link", "Very hard, mood", "Full, energy"} <= set(names)
    assert "Call 112, link" not in names, "what stands there without a country was never seen"
    assert phone.page.evaluate("frames") > 10


def touch(phone: Phone) -> None:
    """Put a finger where there is nothing to press."""
    box = phone.page.locator(TITLE).bounding_box()
    assert box
    phone.page.touchscreen.tap(box["x"] + 5, box["y"] + 5)


@pytest.mark.parametrize("size", [100, 200])
def test_untouched_it_goes_by_itself_and_nothing_moved_before(host: Host, phone: Phone, size: int) -> None:
    watched(host, phone, size)
    phone.wait_for_app()
    assert phone.page.locator("#boot").count() == 0
    assert_nothing_moved(phone)


@pytest.mark.parametrize(("size", "scheme"), [(100, "light"), (200, "dark")])
def test_touched_it_stays_as_it_was_until_tend_is_opened_and_axe_finds_nothing(
    host: Host, new_phone: NewPhone, size: int, scheme: str
) -> None:
    phone = new_phone(color_scheme=scheme)
    watched(host, phone, size)
    touch(phone)
    phone.page.get_by_text(READY).wait_for(timeout=120_000)
    phone.page.evaluate(TWO_FRAMES)
    assert phone.page.locator("html[data-ready]").count() == 0
    assert_nothing_moved(phone)
    phone.screenshot(RESULTS / f"first-page-ready-{scheme}-{size}.png")
    assert violations(phone) == []
    phone.page.locator("#boot-open").tap()
    phone.wait_for_app()
    assert phone.page.locator("#boot").count() == 0


@pytest.mark.parametrize("size", [100, 125, 200])
@pytest.mark.parametrize("width", [320, 390])
def test_with_the_quick_exit_nothing_moves_either(host: Host, new_phone: NewPhone, size: int, width: int) -> None:
    phone = new_phone(viewport={"width": width, "height": 844})
    watched(host, phone, size, quick_exit=True)
    touch(phone)
    phone.page.get_by_text(READY).wait_for(timeout=120_000)
    phone.page.evaluate(TWO_FRAMES)
    assert_nothing_moved(phone)
    assert phone.page.evaluate("[...stood['Leave, link']].length") == 1
    phone.screenshot(RESULTS / f"first-page-ready-exit-{width}-{size}.png")


def test_by_keyboard_it_stays_until_tend_is_opened_which_has_the_keys_then(host: Host, phone: Phone) -> None:
    watched(host, phone, 200)
    phone.page.keyboard.press("Tab")
    phone.page.get_by_text(READY).wait_for(timeout=120_000)
    assert phone.page.evaluate(FOCUSED) == "Call 116 123"
    phone.page.keyboard.press("Shift+Tab")
    assert phone.page.evaluate(FOCUSED) == "Open"
    phone.page.keyboard.press("Enter")
    phone.wait_for_app()
    assert phone.page.locator("#boot").count() == 0
    assert phone.page.evaluate("document.querySelector('flutter-view').contains(document.activeElement)")


@pytest.mark.parametrize("size", [100, 200])
def test_where_tend_does_not_open_nothing_moved_either(host: Host, new_phone: NewPhone, size: int) -> None:
    phone = new_phone()
    with without_python(host):
        watched(host, phone, size)
        phone.page.get_by_text("Tend did not open.").wait_for(timeout=60_000)
        phone.page.evaluate(TWO_FRAMES)
        assert_nothing_moved(phone)


def test_where_no_country_is_chosen_the_lines_of_last_time_stand_there_at_once_and_nothing_moves(
    host: Host, phone: Phone
) -> None:
    with without_python(host):
        lay(phone, host, own=kept()["own"])
        phone.page.goto(host.url())
        phone.page.get_by_text("These are for United Kingdom.").wait_for()
        phone.context.add_init_script(WATCH)
        phone.page.goto(host.url())
        phone.page.get_by_text("Tend did not open.").wait_for(timeout=60_000)
        assert phone.page.get_by_label("Where are you?").locator("option").count() > 200, "the table has come"
        phone.page.evaluate(TWO_FRAMES)
        assert_nothing_moved(phone)
