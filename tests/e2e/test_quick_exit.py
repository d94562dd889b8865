"""The quick exit and the neutral looks in the real browser: gone at once, Back finds nothing, what was kept is kept."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import Page

from tests.e2e.conftest import RESULTS
from tests.e2e.first_page import kept, lay, lay_here, violations, without_python
from tests.e2e.keys import FOCUSED
from tests.e2e.phone import BOOT_MS, Host, Phone, until

OURS = ("Tend", "tend", "Help", "recovery")
HEAD = """() => ({
    title: document.title,
    manifest: document.querySelector("link[rel=manifest]").href,
    icons: [...document.querySelectorAll("link[rel~=icon], link[rel=apple-touch-icon]")].map(({ href }) => href),
    phone: document.querySelector("meta[name=apple-mobile-web-app-title]").content,
})"""
NAMES = """() => {
    window.names = [];
    new MutationObserver(() => window.names.push(document.title)).observe(document, { childList: true, subtree: true });
}"""


# What could be read of the first page in each frame, where our own name was in it.
SEEN = """
    window.seen = [];
    const look = () => {
        const said = document.getElementById("boot")?.innerText ?? "";
        if (localStorage.getItem("tend-looks") && said.includes("Tend")) window.seen.push(said.slice(0, 200));
        requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
"""


def choose(phone: Phone, host: Host, screen: str, name: str) -> None:
    """Choose something in Settings and see that it is kept beside the records."""
    phone.page.evaluate(f"location.hash = '#/settings/{screen}'")
    phone.tap(name)
    phone.button(f"{name}, chosen").wait_for(state="attached")


def is_notes(page: Page) -> bool:
    # Asking for the title lets Playwright hear of a new address.
    return page.title() == "Notes" and page.url.endswith("/notes.html")


def leave(phone: Phone) -> None:
    phone.tap("Leave")
    phone.page.wait_for_url("**/notes.html", timeout=5000)


def test_a_tap_leaves_to_a_page_that_tells_nothing_and_back_finds_it_again(phone: Phone, host: Host) -> None:
    phone.visit(host.url())
    phone.wait_for_offline()
    phone.tap("Mood, OK, 3 of 5")
    choose(phone, host, "exit", "On")
    phone.page.evaluate("location.hash = '#/help'")
    phone.sees("You do not have to do this alone.")
    phone.context.set_offline(True)
    leave(phone)
    assert is_notes(phone.page)
    assert not [word for word in OURS if word in phone.page.content()]
    for _ in range(2):  # the screens that were opened before
        phone.page.go_back(wait_until="commit")
        until(lambda: is_notes(phone.page))
        phone.page.wait_for_load_state()
    phone.page.reload()
    assert is_notes(phone.page)
    phone.context.set_offline(False)
    phone.visit(host.url("#/history"))
    phone.button("OK", exact=False).wait_for(state="attached")


def test_the_page_is_covered_before_python_has_answered(phone: Phone, host: Host) -> None:
    phone.visit(host.url())
    choose(phone, host, "exit", "On")
    phone.page.evaluate("tendWorker.tell = () => {}; tendDiscreet.leave()")
    assert phone.page.evaluate("document.documentElement.dataset.leaving") == ""
    shown = phone.page.evaluate(
        "[...document.querySelectorAll('body *')].some((e) => e.checkVisibility({ visibilityProperty: true }))"
    )
    assert shown is False
    phone.page.wait_for_url("**/notes.html", timeout=5000)  # though nobody told it to go


def test_escape_three_times_leaves_where_it_is_on(phone: Phone, host: Host) -> None:
    phone.visit(host.url())
    for _ in range(3):
        phone.page.keyboard.press("Escape")
    phone.sees("How are you right now?")
    choose(phone, host, "exit", "On")
    phone.page.keyboard.press("Escape")
    phone.page.keyboard.press("a")
    phone.page.keyboard.press("Escape")
    phone.page.keyboard.press("Escape")
    phone.wait_until_still()
    assert "#/settings/exit" in phone.page.url
    for _ in range(3):
        phone.page.keyboard.press("Escape")
    phone.page.wait_for_url("**/notes.html", timeout=5000)


@pytest.mark.parametrize("size", [100, 200])
@pytest.mark.parametrize("has_lock", [False, True], ids=["open", "locked"])
def test_the_first_page_has_the_button_where_it_is_chosen_and_it_leaves_without_python(
    phone: Phone, host: Host, size: int, has_lock: bool
) -> None:
    with without_python(host):
        lay(phone, host, **kept(has_lock, text_size=size))
        phone.page.goto(host.url())
        phone.page.get_by_text("Tend did not open.").wait_for()
        assert phone.button("Leave").count() == 0
        lay_here(phone, **{"tend-looks": json.dumps({"quick_exit": True})})
        phone.page.goto(host.url())
        phone.page.get_by_text("Tend did not open.").wait_for()
        box = phone.button("Leave").bounding_box()
        assert box
        assert min(box["width"], box["height"]) >= 48
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= phone.page.evaluate("innerWidth")
        assert violations(phone) == []
        phone.screenshot(RESULTS / f"first-page-exit-{size}.png")
        phone.button("Leave").tap()
        phone.page.wait_for_url("**/notes.html", timeout=5000)
        assert is_notes(phone.page)
        phone.page.go_back(wait_until="commit")
        until(lambda: is_notes(phone.page))


def test_by_keyboard_the_button_of_the_first_page_comes_first_and_leaves(phone: Phone, host: Host) -> None:
    with without_python(host):
        lay(phone, host, **kept(), **{"tend-looks": json.dumps({"quick_exit": True})})
        phone.page.goto(host.url())
        phone.page.get_by_text("Tend did not open.").wait_for()
        phone.page.keyboard.press("Tab")
        assert phone.page.evaluate(FOCUSED) == "Leave"
        phone.page.keyboard.press("Enter")
        phone.page.wait_for_url("**/notes.html", timeout=5000)


def test_the_neutral_name_and_icon_are_what_the_browser_sees_offline_too(phone: Phone, host: Host) -> None:
    phone.visit(host.url())
    phone.wait_for_offline()
    before = phone.page.evaluate(HEAD)
    assert (before["title"], before["phone"]) == ("Tend", "Tend")
    assert before["manifest"] == host.url("manifest.json")
    choose(phone, host, "name", "Notes")
    until(lambda: phone.page.title() == "Notes")
    neutral = phone.page.evaluate(HEAD)
    phone.context.set_offline(True)
    phone.page.add_init_script(f"({NAMES})()")
    phone.page.goto(host.url("?again"))
    assert phone.page.evaluate(HEAD) == neutral
    phone.wait_for_app()
    assert phone.page.evaluate(HEAD) == neutral
    assert set(phone.page.evaluate("window.names")) <= {"", "Notes"}
    assert neutral["phone"] == "Notes"
    assert neutral["manifest"] == host.url("manifest-neutral.json")
    manifest, errors = seen_by_the_browser(phone)
    assert errors == []
    facts = json.loads(manifest)
    assert (facts["name"], facts["short_name"], facts["id"]) == ("Notes", "Notes", "/")
    assert not [word for word in OURS if word in manifest]
    for icon in [*neutral["icons"], *(host.url(each["src"]) for each in facts["icons"])]:
        assert "/notes-" in icon
        assert phone.page.evaluate("async (icon) => (await fetch(icon)).status", icon) == 200


def seen_by_the_browser(phone: Phone) -> tuple[str, list[object]]:
    """The manifest as Chromium reads it, and what it holds against it."""
    session = phone.context.new_cdp_session(phone.page)
    seen = session.send("Page.getAppManifest")
    session.detach()
    return seen["data"], seen["errors"]


@pytest.mark.parametrize(("chosen", "word"), [("Tend", "Tend"), ("Notes", "Notes")])
def test_the_cover_says_the_chosen_name(phone: Phone, host: Host, chosen: str, word: str) -> None:
    phone.visit(host.url())
    if chosen != "Tend":
        choose(phone, host, "name", chosen)
        until(lambda: phone.page.title() == chosen)
    cover = phone.page.locator("#cover")
    cover.evaluate("(cover) => { cover.hidden = false; }")
    assert cover.inner_text().split("\n")[0] == word
    assert cover.locator("svg").is_visible() is (chosen == "Tend")
    assert cover.get_by_text("Call 112").is_visible() is (chosen == "Tend")
    phone.page.evaluate("tendWorker.tell = () => {}; document.dispatchEvent(new Event('visibilitychange'))")
    cover.get_by_text("Call 112").wait_for(state="visible", timeout=BOOT_MS)


def test_the_first_page_says_the_chosen_name_and_never_the_other(phone: Phone, host: Host) -> None:
    phone.context.add_init_script(SEEN)
    with without_python(host):
        lay(phone, host, **kept(), **{"tend-looks": json.dumps({"is_neutral": True})})
        phone.page.goto(host.url())
        phone.page.get_by_text("Notes did not open.").wait_for()
        phone.page.get_by_role("radio", name="OK").check()
        phone.sees("Notes will pick it up.")
        assert phone.page.locator("#boot svg").first.is_visible() is False
        text = phone.page.locator("#boot").inner_text()
        assert "*#06#. Notes cannot call this." in text
        assert phone.page.evaluate("window.seen") == [], "not for one frame"
        phone.page.evaluate("localStorage.removeItem('tend-looks')")
        phone.page.goto(host.url())
        phone.page.get_by_text("Tend did not open.").wait_for()
        assert "Notes" not in phone.page.locator("#boot").inner_text()
