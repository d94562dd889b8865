"""One visit to a site in one headless Chromium, and what it took: the same watching for Tend's boot and for Flet's own.

Times are milliseconds from the beginning of the navigation, by the page's own clock. The first screen counts as drawn
two frames after Flutter has told Python its size; a check-in as accepted when what Python sends holds "Saved".
A first visit meets the first run, where nothing is tapped; a later one meets Today.
"""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import BrowserContext, Page, sync_playwright

from tests.bench import machine
from tests.e2e import device
from tests.e2e.browser import FLAGS, chromium
from tests.e2e.phone import ANDROID, CONTROLLED, Wire, running
from web.serve import server

Samples = dict[str, list[float]]
Spot = tuple[float, float]

WATCH = """(() => {
    const seen = globalThis.bench = {};
    const mark = (name) => { seen[name] ??= performance.now(); };
    const holds = (bytes, word) => new TextDecoder("latin1").decode(bytes).includes(word);
    const around = (name, wrapped) => {
        let inner;
        Object.defineProperty(globalThis, name, { get: () => inner, set: (own) => { inner = wrapped(own); } });
    };
    around("jsSend", (send) => (app, frame) => {
        if (!seen.sized && holds(frame, "size_change")) {
            mark("sized");
            requestAnimationFrame(() => requestAnimationFrame(() => mark("screen")));
        }
        return send(app, frame);
    });
    around("jsConnect", (connect) => (app, args, toDart) => connect(app, args, (frame) => {
        if (seen.tapped && holds(frame, "Saved")) mark("accepted");
        return toDart(frame);
    }));
    new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) seen[entry.identifier] ??= entry.renderTime || entry.startTime;
    }).observe({ type: "element", buffered: true });
})()"""
# The policy of the site forbids what Playwright's own waiting for a function does.
WAIT = """([name, milliseconds]) => new Promise((given) => {
    const until = performance.now() + milliseconds;
    const look = () => (bench[name] || performance.now() > until ? given(Boolean(bench[name])) : setTimeout(look, 20));
    look();
})"""
TREE_ON = """() => {
    const placeholder = document.querySelector("flt-semantics-placeholder");
    if (!placeholder) return;
    const { x, y, width, height } = placeholder.getBoundingClientRect();
    placeholder.dispatchEvent(
        new MouseEvent("click", { bubbles: true, clientX: x + width / 2, clientY: y + height / 2 }));
}"""
# A picture of Python's memory is taken at once, where the site takes one, and the next start is made from it.
AT_ONCE = "globalThis.tendPictureAfter = 0"
PICTURED = """(milliseconds) => new Promise((given) => {
    const until = performance.now() + milliseconds;
    const look = () => {
        if (localStorage.getItem("tend-picture")?.startsWith("ready")) given(true);
        else if (performance.now() > until) given(false);
        else setTimeout(look, 100);
    };
    look();
})"""
SKIPS, FACE = "Check in now", "Mood, OK, 3 of 5"
TOLD = ("call", "screen", "accepted")
PATIENCE = 120_000  # milliseconds: four times slower, or over a slow wire
COMPILED_AFTER = 5_000  # milliseconds; the browser keeps what it compiled some seconds after that was last run
TAPS = 5  # at most, in one place
NO_ANSWER = 4_000  # milliseconds until a tap that came too early is made again


class Browser:
    """One Chromium with a profile on disk, at a phone's size."""

    def __init__(self, context: BrowserContext, profile: Path) -> None:
        self.context = context
        self.process = _process(profile)
        browser = context.browser
        self.version = browser.version if browser else context.pages[0].evaluate("() => navigator.userAgent")


class Place:
    """A site at an address of its own: what was kept for another address does not count."""

    def __init__(self, root: Path, link: machine.Link | None = None) -> None:
        self.sent: list[tuple[str, int]] = []
        self.served = server(root, 0, machine.Counted)
        self.served.link, self.served.sent = link, self.sent
        self.address = f"http://127.0.0.1:{self.served.server_port}/"


@contextlib.contextmanager
def browser(profile: Path) -> Iterator[Browser]:
    """Start the Chromium that all visits of a run are made in, and end it."""
    with sync_playwright() as playwright, running(Wire()) as wire:
        context = playwright.chromium.launch_persistent_context(
            str(profile),
            executable_path=chromium(),
            headless=True,
            args=[*FLAGS, f"--proxy-server=127.0.0.1:{wire.server_port}"],
            viewport={"width": 390, "height": 844},
            device_scale_factor=2,
            is_mobile=True,
            has_touch=True,
            user_agent=ANDROID,
            locale="en-GB",
        )
        context.add_init_script(WATCH)
        try:
            yield Browser(context, profile)
        finally:
            context.close()


def visit(chrome: Browser, address: str, face: Spot | None = None, takes_picture: bool = False) -> tuple[Page, Samples]:
    """Open an address, tap the face as soon as the screen stands, and wait until that is saved. The page stays open."""
    before = machine.seconds_used(chrome.process)
    page = chrome.context.new_page()
    page.set_default_timeout(PATIENCE)
    if takes_picture:
        page.add_init_script(AT_ONCE)
    with machine.Peak(chrome.process) as peak:
        page.goto(address, wait_until="commit")
        assert page.evaluate(WAIT, ["screen", PATIENCE]), f"no screen came at {address}"
        took: Samples = {"processor": [machine.seconds_used(chrome.process) - before]}
        if face:
            _tap(page, face)
        for name, at in page.evaluate("() => bench").items():
            if name in TOLD:
                took[name] = [at]
    took["memory"] = [peak.megabytes]
    return page, took


def _tap(page: Page, face: Spot) -> None:
    page.evaluate("() => { bench.tapped = true; }")
    for _ in range(TAPS):
        page.touchscreen.tap(*face)
        if page.evaluate(WAIT, ["accepted", NO_ANSWER]):
            return
    raise AssertionError("a tapped face was not saved")


def settled(page: Page, has_picture: bool) -> None:
    """Wait until nothing is under way that makes the next start quicker: the service worker has all files.

    A site without one is settled when it asks for nothing more.
    """
    page.wait_for_timeout(1_000)
    if page.evaluate("() => navigator.serviceWorker.getRegistrations().then((all) => all.length)"):
        page.evaluate("() => navigator.serviceWorker.ready.then(() => null)")
        page.evaluate(CONTROLLED)
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(COMPILED_AFTER)
    assert not has_picture or page.evaluate(PICTURED, PATIENCE), "no picture was taken"


def spot(page: Page, name: str) -> Spot:
    """Where a button stands on this screen."""
    button = page.get_by_role("button", name=name, exact=True)
    if not button.count():
        page.evaluate(TREE_ON)
    button.wait_for(state="attached")
    page.wait_for_timeout(1_000)  # until it has come to rest
    box = button.bounding_box()
    assert box, f"{name} is not on the screen"
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def records(page: Page, address: str) -> dict[str, bytes]:
    """What is kept now, to be put back later. The app must go for it."""
    page.goto(address + device.ELSEWHERE)
    return {name: content for name, content in device.files(page).items() if name.endswith(".ledger")}


def put_back(page: Page, address: str, kept: dict[str, bytes]) -> None:
    """Make what is kept what it was, so that the next visit finds the same screen."""
    page.goto(address + device.ELSEWHERE)
    for name, content in kept.items():
        device.put(page, name, content)


def _process(profile: Path) -> int:
    """The browser's own process, that of the others is a child of it."""
    for one in machine.tree(os.getpid()):
        with contextlib.suppress(OSError):
            words = Path(f"/proc/{one}/cmdline").read_text("utf-8").split("\0")
            if f"--user-data-dir={profile}" in words and not any(word.startswith("--type=") for word in words):
                return one
    raise AssertionError("the browser's process was not found")


def kept(path: Path, part: str, samples: dict[str, Samples] | None = None) -> dict[str, dict[str, Samples]]:
    """The samples of all parts measured so far, by part and site, with these in place of those of the same part."""
    found: dict[str, dict[str, Samples]] = json.loads(path.read_text("utf-8")) if path.is_file() else {}
    if samples is not None:
        found[part] = samples
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(found), "utf-8")
    return found
