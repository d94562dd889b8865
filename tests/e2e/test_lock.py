"""The lock: what it hides, what it never hides, the cover while Tend is out of sight, and locking by itself."""

from __future__ import annotations

import base64
import io
from typing import Any

from PIL import Image, ImageChops, ImageStat

from tests.e2e import device
from tests.e2e.phone import Host, Phone, until

CANARY = "canarybird2846"
HIDE = """(state) => {
    Object.defineProperty(document, "visibilityState", { value: state, configurable: true });
    Object.defineProperty(document, "hidden", { value: state === "hidden", configurable: true });
    document.dispatchEvent(new Event("visibilitychange"));
}"""
# What Python's worker sends to the page, in order: "uncover", or whether a frame for Flutter holds the locked screen.
SENT = """() => {
    window.sent = [];
    const frame = (data) => new TextDecoder("latin1").decode(data).includes("Open Tend") ? "the lock" : "a frame";
    window.Worker = class extends Worker {
        constructor(...given) {
            super(...given);
            this.addEventListener("message", ({ data }) =>
                window.sent.push(data instanceof Uint8Array ? frame(data) : data.tell));
        }
    };
}"""
# From now on each timer that Python asks for, and when it comes.
PENDING = """() => {
    const [ask, take] = [self.setTimeout.bind(self), self.clearTimeout.bind(self)];
    self.pending = new Map();
    self.setTimeout = (work, after = 0, ...more) => {
        const id = ask((...given) => { self.pending.delete(id); return work(...given); }, after, ...more);
        self.pending.set(id, Date.now() + after);
        return id;
    };
    self.clearTimeout = (id) => { self.pending.delete(id); take(id); };
}"""
MINUTES_LEFT = "() => [...self.pending.values()].map((at) => (at - Date.now()) / 60000)"
ALIKE = 2  # of 255, the mean difference between two pictures of one screen


class Film:
    """Every frame the screen shows, as small pictures."""

    def __init__(self, phone: Phone) -> None:
        self.frames: list[Image.Image] = []
        self._session = phone.context.new_cdp_session(phone.page)
        self._session.on("Page.screencastFrame", self._keep)
        self._session.send("Page.startScreencast", {"format": "png", "maxWidth": 195, "maxHeight": 422})

    def _keep(self, frame: dict[str, Any]) -> None:
        picture = Image.open(io.BytesIO(base64.b64decode(frame["data"]))).convert("L")
        self.frames.append(picture)
        self._session.send("Page.screencastFrameAck", {"sessionId": frame["sessionId"]})

    def stop(self) -> None:
        """No more frames: one that came while the browser closes could not be answered."""
        self._session.remove_listener("Page.screencastFrame", self._keep)
        self._session.detach()

    def like(self, picture: Image.Image) -> list[int]:
        """The numbers of the frames that show what this picture does."""
        differences = (ImageChops.difference(frame.resize(picture.size), picture) for frame in self.frames)
        return [n for n, difference in enumerate(differences) if ImageStat.Stat(difference).mean[0] < ALIKE]


def write_canary(host: Host, phone: Phone) -> None:
    phone.visit(host.url("#/history/now"))
    phone.button("Done").wait_for(state="attached")
    phone.tap("Mood, OK, 3 of 5")
    phone.swipe_up(3000)
    phone.write("Note", CANARY)
    phone.button("Delete this").wait_for(state="attached")
    until(lambda: CANARY.encode() in b"".join(device.files(phone.page).values()))


def lock(host: Host, phone: Phone) -> str:
    """Lock with the five words that are offered; the words."""
    phone.visit(host.url("#/settings/lock"))
    words = device.words_offered(phone.page)
    phone.tap("Use these")
    phone.wait_until_still()
    phone.tap("Lock Tend")
    phone.sees("Tend is locked with your passphrase.")
    return words


def unlock(phone: Phone, words: str) -> None:
    phone.write("Passphrase", words)
    phone.tap("Open Tend")


def test_a_lock_leaves_no_word_on_the_disk_and_opens_with_its_passphrase_alone(host: Host, phone: Phone) -> None:
    write_canary(host, phone)
    words = lock(host, phone)
    for content in device.files(phone.page).values():
        assert CANARY.encode() not in content
        assert b'"lock":{' in content
    assert device.kept_beside(phone.page, CANARY) == []

    phone.page.reload()
    phone.wait_for_app()
    phone.sees("Tend is locked")
    for route in ("#/history", "#/settings/backup", "#/check-in/now", "#/settings"):
        phone.visit(host.url(route))
        phone.button("Open Tend").wait_for(state="attached")
        assert phone.page.get_by_text(CANARY).count() == 0
    phone.tap("Help now")
    phone.sees("You do not have to do this alone.")
    phone.tap("Back")

    before = device.files(phone.page)
    unlock(phone, "five other words for it")
    phone.sees("This passphrase does not fit.")
    assert device.files(phone.page) == before
    unlock(phone, f"  {words.upper()} ")
    phone.button("Open Tend").wait_for(state="detached")
    phone.visit(host.url("#/history"))
    phone.button(CANARY, exact=False).wait_for(state="attached")
    phone.open_tab("Today")
    phone.tap("Check in again")
    phone.tap("Energy, Some, 3 of 5")
    phone.sees("Saved")
    assert b"energy" not in b"".join(device.files(phone.page).values())
    phone.close()
    assert device.on_disk(phone.profile, CANARY) == []
    assert device.on_disk(phone.profile, words) == []


def test_out_of_sight_it_is_covered_and_back_too_late_nothing_shows_before_the_lock(host: Host, phone: Phone) -> None:
    phone.context.add_init_script(f"({SENT})()")
    write_canary(host, phone)
    words = lock(host, phone)
    phone.tap("1 minute")
    phone.button("1 minute, chosen").wait_for(state="attached")
    phone.tap("Back")
    phone.open_tab("History")
    phone.button(CANARY, exact=False).wait_for(state="attached")
    cover = phone.page.locator("#cover")
    assert cover.is_hidden()

    phone.page.evaluate(HIDE, "hidden")
    assert cover.is_visible(), "at once, in the same task"
    assert cover.bounding_box() == {"x": 0, "y": 0, "width": 390, "height": 844}
    assert cover.inner_text().strip().split() == ["Tend", "Call", "112", "Call", "911"]
    phone.page.evaluate(HIDE, "visible")
    cover.wait_for(state="hidden")
    assert phone.button(CANARY, exact=False).count() == 1, "back in time"

    # The page's clock, which says how long Tend was out of sight, runs ahead; Python's is its own.
    phone.wait_until_still()
    film = Film(phone)
    until(lambda: phone.page.wait_for_timeout(50) or film.frames)
    words_stand = film.frames[-1]
    phone.page.evaluate(HIDE, "hidden")
    phone.page.wait_for_timeout(500)
    covered = film.frames[-1]
    phone.page.evaluate("() => { const now = Date.now; Date.now = () => now() + 61000; }")
    phone.page.evaluate("() => { window.sent.length = 0; }")
    first = len(film.frames)
    phone.page.evaluate(HIDE, "visible")
    phone.button("Open Tend").wait_for(state="attached")
    cover.wait_for(state="hidden")
    phone.page.wait_for_timeout(500)
    film.stop()
    sent = phone.page.evaluate("() => window.sent")
    assert sent.index("the lock") < sent.index("uncover"), "uncovered only once the lock can stand"
    assert film.like(words_stand)[0] == 0
    assert film.like(words_stand)[-1] < film.like(covered)[0], "covered, then locked, and no word in between"
    assert film.like(film.frames[-1])[0] >= first
    assert phone.page.get_by_text(CANARY).count() == 0
    unlock(phone, words)
    phone.button(CANARY, exact=False).wait_for(state="attached")


def test_with_a_lock_python_sleeps_until_it_is_due(host: Host, phone: Phone) -> None:
    phone.visit(host.url("#/settings/lock"))
    (python,) = phone.page.workers
    python.evaluate(PENDING)
    lock(host, phone)
    phone.page.evaluate(HIDE, "hidden")

    def left() -> list[float]:
        return list(python.evaluate(MINUTES_LEFT))

    until(lambda: left() and min(left()) > 4)
    assert min(left()) <= 5


def test_a_computer_that_slept_with_tend_in_sight_locks_at_the_first_movement(host: Host, phone: Phone) -> None:
    write_canary(host, phone)
    lock(host, phone)
    phone.visit(host.url("#/history"))
    phone.button(CANARY, exact=False).wait_for(state="attached")
    cover = phone.page.locator("#cover")
    phone.page.evaluate("() => { const now = Date.now; Date.now = () => now() + 20000; }")
    phone.page.mouse.move(100, 300)
    assert cover.is_hidden(), "a clock that was put right is no sleep"
    phone.page.evaluate("() => { const now = Date.now; Date.now = () => now() + 301000; }")
    phone.page.mouse.move(110, 300)
    phone.button("Open Tend").wait_for(state="attached")
    cover.wait_for(state="hidden")
    assert phone.page.get_by_text(CANARY).count() == 0


def test_taking_the_lock_away_asks_once_more_and_then_keeps_every_word_in_the_open(host: Host, phone: Phone) -> None:
    write_canary(host, phone)
    words = lock(host, phone)
    phone.tap("Take the lock away")
    phone.write("Passphrase", words)
    phone.tap("Go on")
    phone.sees("If you forget it, no one can open them. Make a backup first.")
    for content in device.files(phone.page).values():
        assert b'"lock":{' not in content
    phone.visit(host.url("#/history"))
    phone.button(CANARY, exact=False).wait_for(state="attached")
    phone.page.evaluate(HIDE, "hidden")
    assert phone.page.locator("#cover").is_hidden(), "nothing to cover without a lock"
