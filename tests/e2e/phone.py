"""A phone to test on: headless Chromium at 390 × 844 with touch, its own storage, and a wire that notes all calls."""

from __future__ import annotations

import contextlib
import http.server
import json
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from playwright.sync_api import BrowserContext, Error, Locator, Page, Playwright

from tests.e2e.browser import FLAGS
from web.serve import Site, server

# Flutter takes the platform, and with it the size of touch targets, from here.
ANDROID = (
    "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Mobile Safari/537.36"
)
CONTROLLED = """() => navigator.serviceWorker.controller ? null : new Promise((resolve) =>
    navigator.serviceWorker.addEventListener("controllerchange", () => resolve(null), { once: true }))"""
FIRST_RUN = "#/welcome"
SKIPS = "Check in now"  # stands on the first run alone
TWO_FRAMES = "() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))"
BOOT_MS = 120_000  # a loaded machine with two cores
STEP_MS = 20_000
SWIPE = 500  # how far a thumb goes at a time


class Wire(http.server.ThreadingHTTPServer):
    """A proxy that lets nothing through and notes every host it was asked for; 127.0.0.1 does not come this way."""

    def __init__(self) -> None:
        self.hosts: list[str] = []

        class Refuse(http.server.BaseHTTPRequestHandler):
            def answer(handler) -> None:  # noqa: N805
                self.hosts.append(handler.path)
                handler.send_error(502)

            do_CONNECT = do_GET = do_POST = do_HEAD = answer

            def log_message(handler, *_: Any) -> None:  # noqa: N805
                pass

        super().__init__(("127.0.0.1", 0), Refuse)


def until(found: Callable[[], Any], seconds: float = 20) -> Any:
    """Wait for what the browser cannot announce, asking ten times a second, and give what was found.

    Raises:
        AssertionError: it did not come true in time.
    """
    for _ in range(int(seconds * 10)):
        if answer := found():
            return answer
        time.sleep(0.1)
    raise AssertionError("it did not come true in time")


# Chromium's own errands, which no page can cause: updates of itself, its sign-in, its form filling.
BROWSERS_OWN = (
    "accounts.google.com",
    "android.clients.google.com",
    "clients2.google.com",
    "content-autofill.googleapis.com",
    "optimizationguide-pa.googleapis.com",
    "safebrowsingohttpgateway.googleapis.com",
    "update.googleapis.com",
)


def foreign(hosts: list[str]) -> list[str]:
    """The hosts asked for that are not the browser's own errands."""
    return [host for host in hosts if not any(own in host for own in BROWSERS_OWN)]


@contextlib.contextmanager
def running(served: http.server.ThreadingHTTPServer) -> Iterator[http.server.ThreadingHTTPServer]:
    """Run a server in a thread of this process, and stop it."""
    thread = threading.Thread(target=served.serve_forever, daemon=True)
    thread.start()
    try:
        yield served
    finally:
        served.shutdown()
        served.server_close()
        thread.join()


class Host:
    """The static site in a folder, on 127.0.0.1. `asked` holds the paths asked for; those in `broken` answer 503."""

    def __init__(self, root: Path, base: str = "/") -> None:
        self.asked: list[str] = []
        self.broken: set[str] = set()

        class Watched(Site):
            def do_GET(handler) -> None:  # noqa: N805
                path = handler.path.split("?")[0].removeprefix(base)
                self.asked.append(path)
                if path in self.broken:
                    handler.send_error(503)
                else:
                    super().do_GET()

        self.served = server(root, 0, Watched)
        self._base = base

    def url(self, route: str = "") -> str:
        """The address of a route: `host.url("#/help")`."""
        return f"http://127.0.0.1:{self.served.server_port}{self._base}{route}"


class Phone:
    """One browser profile on one phone. Closing and opening again is a cold start with the same storage."""

    def __init__(
        self,
        playwright: Playwright,
        chromium: str,
        profile: Path,
        wire: Wire,
        picture_after: int | None = None,
        **device: Any,
    ) -> None:
        """`picture_after`: ms from which on a picture of Python's memory is taken; None: not at all, so that no second
        Python runs beside a test."""
        self.picture_after = picture_after
        self._playwright, self._chromium, self._wire, self._device = playwright, chromium, wire, device
        self.profile = profile
        self.console: list[str] = []
        self.addresses: list[str] = []
        self.is_new = False  # True: `wait_for_app` stays on the first run
        self.taps = 0  # of `tap`, `open_tab` and `write`, which begins with one
        self.context: BrowserContext | None = None
        self.open()

    def open(self) -> None:
        device = {
            "viewport": {"width": 390, "height": 844},
            "device_scale_factor": 2,
            "is_mobile": True,
            "has_touch": True,
            "user_agent": ANDROID,
            "locale": "en-GB",
            "timezone_id": "Europe/London",
            **self._device,
        }
        self.context = self._playwright.chromium.launch_persistent_context(
            str(self.profile),
            executable_path=self._chromium,
            headless=True,
            args=[*FLAGS, f"--proxy-server=127.0.0.1:{self._wire.server_port}"],
            **device,
        )
        after = json.dumps(False if self.picture_after is None else self.picture_after)
        self.context.add_init_script(f"globalThis.tendPictureAfter = {after};")
        self.context.on("request", lambda request: self.addresses.append(request.url))
        self.turn_to(self.context.pages[0])

    def turn_to(self, page: Page | None = None) -> Page:
        """Look at this tab, or at a new one, from now on; the one looked at before is given back."""
        before = getattr(self, "page", None)
        self.page: Page = page or self.context.new_page()
        if page is None or before is None or page.context is not before.context:
            self.page.set_default_timeout(STEP_MS)
            self.page.on("console", lambda message: self.console.append(f"{message.type}: {message.text}"))
            self.page.on("pageerror", lambda error: self.console.append(f"error: {error}"))
        self.page.bring_to_front()
        return before

    @staticmethod
    def is_ours(address: str) -> bool:
        """Whether an address lies on this machine, or holds its own content."""
        return address.startswith(("http://127.0.0.1:", "data:", "blob:", "about:", "chrome-error:"))

    def close(self) -> None:
        if self.context:
            self.context.close()
            self.context = None

    def restart(self, **device: Any) -> None:
        """Close the browser and start it again, with the same storage; `device`: what is another from now on."""
        self.close()
        self._device |= device
        self.open()

    def visit(self, url: str) -> None:
        """Open an address and wait for the first screen drawn by Python."""
        self.page.goto(url)
        self.wait_for_app(skips=FIRST_RUN not in url)

    def wait_for_app(self, skips: bool = True) -> None:
        """Wait for the first screen drawn by Python; the first run is left at once, unless it is what is tested."""
        self.page.wait_for_selector("html[data-ready]", state="attached", timeout=BOOT_MS)
        self.page.wait_for_selector("flt-semantics[role=button]", state="attached", timeout=BOOT_MS)
        if skips and not self.is_new and self.button(SKIPS).count():
            self.tap(SKIPS)
            self.button(SKIPS).wait_for(state="detached")
            self.taps -= 1

    def wait_for_offline(self) -> None:
        """Wait until the service worker has everything and answers for this page."""
        self.page.evaluate("() => navigator.serviceWorker.ready.then(() => null)")
        self.page.evaluate(CONTROLLED)

    def button(self, name: str, exact: bool = True) -> Locator:
        return self.page.get_by_role("button", name=name, exact=exact)

    def tap(self, name: str, exact: bool = True) -> None:
        """Tap a button by its accessible name, as a finger would: at its middle."""
        places: list[tuple[float, float] | None] = []

        def still() -> tuple[float, float] | None:
            """Where it stands, once it stands there twice in a row: what still scrolls would be missed."""
            places.append(self._middle(self.button(name, exact).last))
            return places[-1] if places[-1:] == places[-2:-1] else None

        self._touch(*until(still))

    def _touch(self, x: float, y: float) -> None:
        self.taps += 1
        self.page.touchscreen.tap(x, y)

    def _middle(self, target: Locator) -> tuple[float, float] | None:
        """Where it stands once it was scrolled to; None when a screen drawn anew took it away meanwhile."""
        try:
            target.wait_for(state="attached")
            target.scroll_into_view_if_needed()
            box = target.bounding_box()
        except Error as error:
            if "not attached" not in error.message:
                raise
            return None
        return (box["x"] + box["width"] / 2, box["y"] + box["height"] / 2) if box else None

    def open_tab(self, name: str) -> None:
        """Tap a tab of the bar at the bottom."""
        box = self.page.get_by_role("tab", name=name).bounding_box()
        assert box, f"{name} is not in the bar"
        self._touch(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)

    def write(self, label: str, words: str) -> None:
        """Tap the field with this label and put words in it, in place of what it holds."""
        field = self.page.locator("input, textarea").and_(self.page.get_by_label(label))
        box = field.bounding_box()
        assert box, f"{label} is not on the screen"
        self._touch(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
        # Flutter brings the browser's own field to what it holds itself when it gets the focus: words put in before
        # that are taken out again, which no hand is quick enough to meet.
        until(
            lambda: field.evaluate("(node) => document.activeElement === node || node.contains(document.activeElement)")
        )
        self.wait_until_still()
        self.page.keyboard.press("Control+A")
        if words:
            self.page.keyboard.insert_text(words)
        else:
            self.page.keyboard.press("Delete")

    def swipe_up(self, pixels: int = 500) -> None:
        """Scroll what lies in the middle of the screen with a finger, as far as it goes."""
        session = self.page.context.new_cdp_session(self.page)
        finger = {"x": 195, "y": 650, "gestureSourceType": "touch", "speed": 1000, "preventFling": True}
        for start in range(0, pixels, SWIPE):
            session.send("Input.synthesizeScrollGesture", {**finger, "yDistance": -min(SWIPE, pixels - start)})
        session.detach()
        self.page.evaluate(TWO_FRAMES)

    def wait_until_still(self) -> None:
        """Wait until two pictures in a row are equal: for when there are no words to wait for."""
        pictures = [self.page.screenshot()]

        def still() -> bool:
            pictures.append(self.page.screenshot())
            return pictures[-1] == pictures[-2]

        until(still)

    def picture(self, x: float, y: float, width: float, height: float) -> bytes:
        """A part of the screen."""
        return self.page.screenshot(clip={"x": x, "y": y, "width": width, "height": height})

    def sees(self, words: str, exact: bool = False) -> None:
        """Wait until words stand on the screen."""
        labelled = self.page.locator(f'[aria-label{"" if exact else "*"}="{words}"]')
        self.page.get_by_text(words, exact=exact).or_(labelled).first.wait_for(state="attached")

    def last_look(self, path: Path) -> None:
        """Keep a picture of how a test ended, if there still is something to see."""
        with contextlib.suppress(Error, AttributeError):
            self.screenshot(path)

    def screenshot(self, path: Path) -> Path:
        path.parent.mkdir(parents=True, exist_ok=True)
        self.page.screenshot(path=path)
        return path
