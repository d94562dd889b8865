"""Offline, updates and what a visit transfers: the service worker in a real browser."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from playwright.sync_api import Error

from tests.e2e.conftest import DIST, NewPhone
from tests.e2e.phone import BOOT_MS, Host, Phone, running, until
from tests.e2e.sites import rebuilt
from web import offline, packed

MEGABYTE = 10**6
INSTALLING = "() => navigator.serviceWorker.getRegistrations().then((all) => all.length)"
KEPT = """async () => {
    const cache = await caches.open((await caches.keys())[0]);
    return (await cache.keys()).map((request) => new URL(request.url).pathname.slice(1));
}"""


def test_without_a_service_worker_there_is_no_offline_start(host: Host, new_phone: NewPhone) -> None:
    phone = new_phone(service_workers="block")
    phone.visit(host.url())
    phone.restart()
    phone.context.set_offline(True)
    with pytest.raises(Error, match="ERR_INTERNET_DISCONNECTED"):
        phone.page.goto(host.url())


def test_a_first_visit_transfers_what_the_build_says_and_little(host: Host, phone: Phone) -> None:
    host.asked.clear()
    phone.visit(host.url())
    phone.wait_for_offline()
    asked = {path or "index.html" for path in host.asked}
    assert asked == set(offline.first_visit(DIST)), "what the page asks for is what the build counts"
    # Budgets: 9.68 MB were measured where the host takes Brotli, 11.70 MB with gzip alone.
    assert len(asked) <= 47
    assert sum(packed.size(DIST / path, "br") for path in asked) <= 9.8 * MEGABYTE
    assert sum(packed.size(DIST / path, "gzip") for path in asked) <= 11.8 * MEGABYTE


def test_what_is_not_needed_for_the_first_screen_is_fetched_after_it(host: Host, new_phone: NewPhone) -> None:
    phone = new_phone(service_workers="block")
    host.asked.clear()
    phone.visit(host.url())
    before = {path or "index.html" for path in host.asked}
    later = set(offline.first_visit(DIST)) - before
    assert {"decrypt.html", "notes.html", "icons/icon-512.png", "icons/maskable-512.png", "page/start.js"} & later == {
        "decrypt.html",
        "notes.html",
        "icons/icon-512.png",
        "icons/maskable-512.png",
    }
    assert len(before) <= 25


def test_a_reload_past_the_cache_works_offline(host: Host, phone: Phone) -> None:
    phone.visit(host.url())
    phone.wait_for_offline()
    phone.context.set_offline(True)
    phone.page.evaluate("() => { document.documentElement.dataset.before = ''; }")
    session = phone.context.new_cdp_session(phone.page)
    session.send("Page.reload", {"ignoreCache": True})
    phone.page.wait_for_selector("html[data-ready]:not([data-before])", state="attached", timeout=BOOT_MS)
    phone.button("Add more").wait_for(state="attached")


def test_an_interrupted_first_visit_goes_on_where_it_stopped(site: Path, new_phone: NewPhone) -> None:
    host = Host(site)
    with running(host.served):
        phone = new_phone()
        host.broken = {"icons/icon-512.png"}  # not needed for the first screen
        phone.visit(host.url())
        until(lambda: host.asked.count("icons/icon-512.png") >= 3, seconds=60)
        until(lambda: phone.page.evaluate(INSTALLING) == 0)
        assert phone.page.evaluate("() => navigator.serviceWorker.controller === null"), "half a site must not serve"
        kept = set(phone.page.evaluate(KEPT))

        host.broken = set()
        host.asked.clear()
        phone.page.reload()
        phone.wait_for_app()
        phone.wait_for_offline()
        again = Counter(host.asked)
        assert again["icons/icon-512.png"] == 1
        # The page itself asks once more for what it shows; the service worker asks for nothing it has.
        twice = {path for path, count in again.items() if path in kept and count > 1}
        assert twice <= {"assets/fonts/AtkinsonHyperlegibleNext.woff2"}, "Flutter loads it under two names"
        assert "page/start.js" in kept
        phone.context.set_offline(True)
        phone.page.reload()
        phone.wait_for_app()


def test_an_update_waits_until_the_person_taps_and_keeps_everything(site: Path, new_phone: NewPhone) -> None:
    host = Host(site)
    with running(host.served):
        phone = new_phone()
        phone.visit(host.url())
        phone.tap("Mood, OK, 3 of 5")
        phone.sees("Saved")
        phone.wait_for_offline()
        (before,) = phone.page.evaluate("() => caches.keys()")

        with (site / "page/start.js").open("a") as script:
            script.write("\n// another commit\n")
        rebuilt(site)
        host.asked.clear()
        phone.page.reload()
        phone.wait_for_app()
        update = phone.page.get_by_role("button", name="Update ready")
        update.wait_for()
        assert before in phone.page.evaluate("() => caches.keys()"), "the old version still serves"
        fetched = {path for path in host.asked if path != "sw.js" and not path.startswith(offline.LATER)}
        assert fetched <= {"page/start.js", "index.html", "page/worker.js", "page/photographer.js"}, (
            "unchanged files were fetched again"
        )

        update.tap()
        phone.page.wait_for_selector("html:not([data-ready])", state="attached")
        phone.wait_for_app()
        phone.page.wait_for_timeout(500)
        assert before not in phone.page.evaluate("() => caches.keys()")
        assert phone.page.get_by_role("button", name="Update ready").count() == 0
        phone.open_tab("History")
        phone.button("OK", exact=False).wait_for(state="attached")
