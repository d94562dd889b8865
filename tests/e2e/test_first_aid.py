"""The first page in a real browser: drawn before everything else, of use without it, and fit for every hand and eye."""

from __future__ import annotations

import re
import statistics
from pathlib import Path

import pytest

from tests.e2e import device
from tests.e2e.conftest import DIST, RESULTS, NewPhone
from tests.e2e.first_page import STEPS, kept, lay, lay_here, links, lying, opened, violations, without_python
from tests.e2e.keys import FOCUSED
from tests.e2e.phone import Host, Phone, running, until
from tests.e2e.sites import without

MOST_BYTES, MOST_MS = 30_000, 250
GONE_AFTER = 2_000  # milliseconds
GB = {
    "Call 116 123": "tel:116123",
    "Text SHOUT to 85258": "sms:85258?&body=SHOUT",
    "In danger now? Call 999": "tel:999",
}
OWN = {"Call Maya": "tel:+447700900123", "Text Maya": "sms:+447700900123"}
# When the call button was drawn, and when the first file of Flutter or Python was asked for, in ms of the navigation.
DRAWN = """() => new Promise((found) => new PerformanceObserver((list) => {
    const { renderTime } = list.getEntries()[0];
    const others = performance.getEntriesByType("resource")
        .filter(({ name }) => /flutter|dart|pyodide|worker|wasm|app\\.tar/.test(name));
    found([renderTime, Math.min(...others.map(({ startTime }) => startTime))]);
}).observe({ type: "element", buffered: true }))"""
NO_WEBASSEMBLY = "delete globalThis.WebAssembly;"
NO_STORAGE = """Object.defineProperty(window, "localStorage", {
    get() { throw new DOMException("", "SecurityError"); } });"""
WITHOUT_STDLIB = """async () => {
    for (const name of await caches.keys())
        await (await caches.open(name)).delete(new URL("pyodide/python_stdlib.zip", document.baseURI));
}"""
BESIDE = """() => [...document.querySelectorAll("#boot *")].filter((node) => node.checkVisibility())
    .map((node) => [node.textContent.slice(0, 40), node.getBoundingClientRect().right])
    .filter(([, right]) => right > innerWidth + 0.5)"""
SAID = "() => document.getElementById('boot-saved').getBoundingClientRect().bottom"
BAR = """() => {
    const bar = document.getElementById("boot-after");
    return getComputedStyle(bar).position === "sticky" ? bar.getBoundingClientRect().top + 1 : innerHeight + 1;
}"""
FOCUSED_SPAN = """() => {
    const { top, bottom } = document.activeElement.getBoundingClientRect();
    return [top, bottom];
}"""
IN_THE_BAR = ("Read my plan", "Try again")
TARGETS = """() => [...document.querySelectorAll("#boot a, #boot button, #boot select, #boot .boot-scale label")]
    .filter((node) => node.checkVisibility()).map((node) => {
        const { width, height } = node.getBoundingClientRect();
        return [node.textContent, width, height];
    })"""


def assert_everything_stands(phone: Phone) -> None:
    """Lines, people and the plan's first steps, what cannot be dialled too."""
    assert links(phone) == GB | OWN
    assert phone.page.get_by_text("*#06#. Tend cannot call this.").is_visible()
    steps = phone.page.locator("#boot-steps li:visible").all_inner_texts()
    assert steps == [step.words for step in STEPS]


def test_its_markup_and_script_weigh_at_most_30_kilobytes() -> None:
    page = (DIST / "index.html").read_text("utf-8")
    bare, styles = re.subn(r"<style>.*?</style>", "", page, flags=re.DOTALL)
    print(f"{len(page.encode())} bytes, {len(bare.encode())} of them markup and script")
    assert styles == 1
    assert len(bare.encode()) <= MOST_BYTES
    assert re.findall(r'<script src="([^"]*)"([^>]*)>', bare) == [("page/start.js", " defer")], "no file is waited for"
    assert "stylesheet" not in bare


@pytest.mark.alone
def test_warm_and_offline_the_call_button_is_drawn_in_250_ms_before_flutter_and_python(
    host: Host, phone: Phone
) -> None:
    phone.visit(host.url())
    phone.wait_for_offline()
    phone.context.set_offline(True)
    times = []
    for _ in range(5):
        lay_here(phone, **kept())
        phone.page.goto("about:blank")
        phone.page.wait_for_timeout(GONE_AFTER)  # what is measured is a start, not the end of the one before
        phone.page.goto(host.url())
        phone.wait_for_app()
        drawn, others = phone.page.evaluate(DRAWN)
        assert drawn < others < 60_000
        times.append(drawn)
    print(f"the call button was drawn after {[round(time) for time in times]} ms")
    assert statistics.median(times) <= MOST_MS


def test_it_shows_lines_people_and_steps_when_python_does_not_start(host: Host, phone: Phone) -> None:
    with without_python(host):
        opened(host, phone, **kept())
        assert links(phone) == GB | OWN
        text = phone.page.locator("#boot").inner_text()
        assert "This page still works." in text, "there is no store"
        assert "*#06#. Tend cannot call this." in text
        assert "Numbers checked on 24 Nov 2026." in text
        assert text.index("Call 116 123") < text.index("Maya") < text.index("Cold water on my wrists")
        phone.button("Read my plan").tap()
        assert phone.page.evaluate(FOCUSED) == "My first steps"
    phone.button("Try again").tap()
    phone.wait_for_app()
    assert phone.page.locator("#boot").count() == 0


def test_where_the_store_can_be_seen_it_says_that_the_words_are_there(host: Host, phone: Phone) -> None:
    phone.visit(host.url())
    phone.tap("Mood, OK, 3 of 5")
    phone.sees("Saved")
    with without_python(host, "main.dart.js"), without_python(host):
        phone.context.clear_cookies()
        phone.page.evaluate(
            "async () => { for (const one of await navigator.serviceWorker.getRegistrations()) one.unregister(); }"
        )
        opened(host, phone)
        phone.page.get_by_text("Your words are still here.").wait_for()


def test_without_webassembly_it_works_and_keeps_the_check_in(site: Path, phone: Phone) -> None:
    without(site, NO_WEBASSEMBLY)
    phone.context.add_init_script(NO_WEBASSEMBLY)
    host = Host(site)
    with running(host.served):
        opened(host, phone, **kept())
        assert phone.page.evaluate("typeof WebAssembly") == "undefined"
        assert_everything_stands(phone)
        phone.page.get_by_label("Hard", exact=True).tap()
        phone.page.get_by_text("Tend will pick it up.").wait_for()
        assert [tap["mood"] for tap in lying(phone)] == [2]


def test_offline_without_pythons_library_it_works_and_keeps_the_check_in(host: Host, phone: Phone) -> None:
    phone.visit(host.url())
    phone.wait_for_offline()
    phone.page.evaluate(WITHOUT_STDLIB)
    phone.context.set_offline(True)
    lay_here(phone, **kept())
    opened(host, phone)
    assert_everything_stands(phone)
    phone.page.get_by_label("Low", exact=True).tap()
    assert [tap["energy"] for tap in lying(phone)] == [2]


@pytest.mark.parametrize("is_touched", [True, False], ids=["touched", "untouched"])
def test_before_a_broken_ledger_it_shows_everything_and_keeps_the_check_in(
    host: Host, phone: Phone, is_touched: bool
) -> None:
    phone.page.goto(host.url(device.ELSEWHERE))
    for name in ("tend-a.ledger", "tend-b.ledger"):
        device.put(phone.page, name, b"no ledger of ours\n" * 40)
    lay(phone, host, **kept())
    phone.page.goto(host.url())
    if is_touched:
        phone.page.get_by_label("Hard", exact=True).tap()
    phone.page.get_by_text("Tend did not open.").wait_for(timeout=120_000)
    assert_everything_stands(phone)
    if not is_touched:
        phone.page.get_by_label("Hard", exact=True).tap()
    phone.button("Open").tap()
    phone.sees("Try again")
    assert [tap["mood"] for tap in lying(phone)] == [2]


def test_at_the_first_visit_the_guessed_countrys_lines_stand_there_and_another_can_be_picked(
    host: Host, phone: Phone
) -> None:
    with without_python(host):
        opened(host, phone)
        phone.page.get_by_text("These are for United Kingdom.").wait_for()
        assert links(phone) == GB
        phone.page.get_by_label("Where are you?").select_option(label="New Zealand")
        assert "tel:1737" in links(phone).values()
        assert "tel:111" in links(phone).values()
    phone.restart()
    with without_python(host):
        host.broken |= {"page/lines.json"}  # what stood there last needs no table
        opened(host, phone)
        assert "tel:1737" in links(phone).values()
        assert phone.page.get_by_label("Where are you?").is_hidden()
    phone.restart()
    phone.visit(host.url("#/help"))
    phone.sees("New Zealand. Checked on")


@pytest.mark.parametrize("locale", ["eo", "en-US"])
def test_where_nothing_can_be_guessed_112_and_911_stand_there(host: Host, new_phone: NewPhone, locale: str) -> None:
    phone = new_phone(locale=locale)  # American English in London says nothing
    with without_python(host):
        opened(host, phone)
        phone.page.get_by_label("Where are you?").wait_for()
        assert links(phone) == {"Call 112": "tel:112", "Call 911": "tel:911"}


@pytest.mark.parametrize(
    "damaged",
    [
        "",
        "{",
        "[]",
        "null",
        '{"country":"GB","help":5,"own":7}',
        '{"own":{"people":[5],"steps":6},"size":"x"}',
        '{"moods":[5,{},null],"energies":"abc"}',
    ],
)
def test_a_damaged_copy_takes_nothing_with_it(host: Host, phone: Phone, damaged: str) -> None:
    with without_python(host):
        opened(host, phone, copy=damaged, own=damaged, **{"tend-shown": damaged})
        assert set(links(phone).values()) >= {"tel:112"} or links(phone) == GB
        assert phone.page.get_by_label("Hard", exact=True).count() == 1


def test_no_foreign_link_of_a_copy_becomes_one(host: Host, phone: Phone) -> None:
    with without_python(host):
        own = (
            kept()["own"].replace("tel:+447700900123", "javascript:alert(1)").replace("sms:+447700900123", "tel:*#06#")
        )
        opened(host, phone, own=own, copy=kept()["copy"].replace("tel:116123", "tel:112;ext=8"))
        found = links(phone)
        assert {found["Call Maya"], found["Text Maya"], found["Call 116 123"]} == {None}


def test_where_the_browser_keeps_nothing_it_works_and_says_so(host: Host, phone: Phone) -> None:
    phone.context.add_init_script(NO_STORAGE)
    with without_python(host):
        opened(host, phone)
        until(lambda: links(phone) == GB)
        phone.page.get_by_label("Hard", exact=True).tap()
        phone.page.get_by_text("This browser keeps nothing. Answer again once Tend is open.").wait_for()


@pytest.mark.parametrize("size", [100, 200])
def test_by_keyboard_everything_is_reached_in_order_and_in_sight_and_an_answer_given(
    host: Host, phone: Phone, size: int
) -> None:
    with without_python(host):
        opened(host, phone, **kept(text_size=size))
        passed = []
        for _ in range(9):
            phone.page.keyboard.press("Tab")
            passed.append(phone.page.evaluate("document.activeElement.name || (" + FOCUSED + ")()"))
            top, bottom = phone.page.evaluate(FOCUSED_SPAN)
            assert 0 <= top < bottom <= phone.page.evaluate(BAR) or passed[-1] in IN_THE_BAR, passed[-1]
        assert passed == [*GB, *OWN, "mood", "energy", "Read my plan", "Try again"]
        phone.page.keyboard.press("Shift+Tab")
        phone.page.keyboard.press("Shift+Tab")
        phone.page.keyboard.press("Shift+Tab")
        phone.page.keyboard.press("Space")
        phone.page.keyboard.press("ArrowRight")
        phone.page.get_by_text("Mood saved").wait_for()
        assert len(lying(phone)) == 1, "an arrow corrects the answer, it gives no second one"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [100, 200])
def test_axe_finds_nothing_and_nothing_lies_beyond_the_edge(
    host: Host, new_phone: NewPhone, scheme: str, size: int
) -> None:
    phone = new_phone(color_scheme=scheme, reduced_motion="reduce")
    with without_python(host):
        locked = kept(text_size=size, has_lock=True)
        for name, entries in (("first", {}), ("own", kept(text_size=size)), ("locked", locked)):
            opened(host, phone, **entries)
            phone.page.get_by_label("Hard", exact=True).tap()
            phone.screenshot(RESULTS / f"first-page-{name}-{scheme}-{size}.png")
            assert violations(phone) == []
            assert phone.page.evaluate(SAID) < phone.page.evaluate(BAR), "that it is saved stands in sight"
            assert phone.page.evaluate(BESIDE) == []
            small = [target for target in phone.page.evaluate(TARGETS) if min(target[1:]) < 47.9]
            assert small == []
    assert phone.page.locator("#boot-bar div").evaluate("(bar) => getComputedStyle(bar).transitionDuration") == "0s"


@pytest.mark.parametrize("size", [100, 200])
def test_zoomed_to_200_per_cent_nothing_is_cut(host: Host, new_phone: NewPhone, size: int) -> None:
    phone = new_phone(viewport={"width": 195, "height": 422}, device_scale_factor=4)
    with without_python(host):
        opened(host, phone, **kept(text_size=size))
        phone.screenshot(RESULTS / f"first-page-zoomed-{size}.png")
        assert phone.page.evaluate(BESIDE) == []
        assert violations(phone) == []
        phone.page.get_by_label("Full", exact=True).tap()
        assert [tap["energy"] for tap in lying(phone)] == [5]
