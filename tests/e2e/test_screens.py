"""What the screens are like to use: names, sizes of touch targets, large text, dark, pictures beside the mockups."""

from __future__ import annotations

import pytest
from PIL import Image

from tests.e2e.conftest import RESULTS, NewPhone
from tests.e2e.phone import Host, Phone

TOUCH = 48
TARGETS = """() => [...document.querySelectorAll('flt-semantics[role=button], flt-semantics[role=tab], a[href]')]
    .filter((node) => node.checkVisibility())  // the boot page stays, put away, to cover the screen when it is locked
    .map((node) => {
        const box = node.getBoundingClientRect();
        return [(node.getAttribute('aria-label') || node.innerText || '').trim(), box.width, box.height];
    })"""
ROUTES = ("#/", "#/check-in/now", "#/history", "#/history/now", "#/help", "#/settings")


def target_sizes(phone: Phone) -> dict[str, tuple[float, float]]:
    """Width and height of everything that can be tapped, by name, at its largest while the screen is scrolled through:
    what lies at the edge of a list is cut off there."""
    sizes: dict[str, tuple[float, float]] = {}
    for _ in range(6):
        for name, width, height in phone.page.evaluate(TARGETS):
            before = sizes.get(name, (0, 0))
            sizes[name] = (max(before[0], width), max(before[1], height))
        phone.swipe_up(300)
        phone.wait_until_still()
    return sizes


def too_small(sizes: dict[str, tuple[float, float]]) -> dict[str, tuple[float, float]]:
    return {name: size for name, size in sizes.items() if min(size) < TOUCH - 0.01}


@pytest.mark.parametrize("route", ROUTES)
def test_every_target_has_a_name_and_room_for_a_thumb(host: Host, phone: Phone, route: str) -> None:
    phone.visit(host.url(route))
    phone.wait_until_still()
    sizes = target_sizes(phone)
    assert len(sizes) >= 3
    assert "" not in sizes
    assert too_small(sizes) == {}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_pictures_of_the_screens(host: Host, new_phone: NewPhone, scheme: str) -> None:
    phone = new_phone(color_scheme=scheme)
    phone.visit(host.url())
    phone.tap("Mood, OK, 3 of 5")
    phone.tap("Energy, Some, 3 of 5")
    phone.button("Energy, Some, 3 of 5, chosen").wait_for(state="attached")
    phone.wait_until_still()
    phone.screenshot(RESULTS / f"today-{scheme}.png")
    for route, name in (("#/history", "history"), ("#/settings", "settings"), ("#/help", "help")):
        phone.visit(host.url(route))
        phone.wait_until_still()
        phone.screenshot(RESULTS / f"{name}-{scheme}.png")
    surface = Image.open(RESULTS / f"today-{scheme}.png").convert("RGB").getpixel((20, 1300))
    assert surface == ((247, 245, 238) if scheme == "light" else (18, 23, 20))


def test_text_at_200_per_cent_stays_readable_and_in_reach(host: Host, phone: Phone) -> None:
    phone.visit(host.url("#/settings"))
    phone.tap("200%")
    phone.button("200%, chosen").wait_for(state="attached")
    phone.tap("Back")
    phone.tap("Mood, OK, 3 of 5")
    phone.button("Mood, OK, 3 of 5, chosen").wait_for(state="attached")
    phone.wait_until_still()
    phone.screenshot(RESULTS / "today-200.png")
    assert too_small(target_sizes(phone)) == {}
    ends = phone.page.evaluate(
        "() => [...document.querySelectorAll('flt-semantics')].map((node) => node.getBoundingClientRect().right)"
    )
    assert max(ends) <= 390, "nothing lies beyond the edge"
    phone.restart()
    phone.visit(host.url("#/settings"))
    assert phone.button("200%, chosen").count() == 1, "the choice is kept"


def test_the_boot_page_offers_help_before_anything_else_has_loaded(host: Host, new_phone: NewPhone) -> None:
    phone = new_phone(java_script_enabled=False)
    phone.page.goto(host.url())
    assert phone.page.get_by_role("link", name="Call 112").get_attribute("href") == "tel:112"
    phone.screenshot(RESULTS / "boot.png")


def test_the_boot_page_says_so_when_python_does_not_start(host: Host, phone: Phone) -> None:
    host.broken = {"app.tar.gz"}
    try:
        phone.page.goto(host.url())
        phone.page.get_by_text("Tend did not open. This page still works.").wait_for()
        assert phone.page.get_by_role("link", name="Call 112").is_visible()
        host.broken = set()
        phone.page.get_by_role("button", name="Try again").tap()
        phone.wait_for_app()
    finally:
        host.broken = set()
