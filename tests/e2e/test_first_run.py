"""The first run in the real browser: skipped in two taps, done with one thumb, and over once it was left."""

from __future__ import annotations

import pytest

from tests.e2e.conftest import RESULTS, NewPhone
from tests.e2e.phone import Host, Phone, until
from tests.e2e.test_screens import RIGHT_ENDS, target_sizes, too_small

HELLO = "Hello. This is Tend."
IPHONE = (
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) "
    "Version/18.5 Mobile/15E148 Safari/604.1"
)
OFFER = """() => window.dispatchEvent(Object.assign(new Event("beforeinstallprompt", { cancelable: true }), {
    prompt: async () => { window.prompted = (window.prompted ?? 0) + 1; },
    userChoice: Promise.resolve({ outcome: "accepted" }),
}))"""


def begun(phone: Phone, host: Host) -> Phone:
    """A phone on which Tend was opened for the first time."""
    phone.is_new = True
    phone.visit(host.url())
    phone.sees(HELLO)
    at(phone, "#/welcome")  # told too early, the browser would go back to where it came from
    phone.sees(HELLO)
    return phone


def at(phone: Phone, route: str) -> None:
    until(lambda: (phone.page.evaluate("location.hash") or "#/") == route)


def test_whoever_skips_it_saves_a_check_in_with_two_taps_and_is_not_asked_again(host: Host, phone: Phone) -> None:
    phone.page.goto("about:blank")
    begun(phone, host)
    phone.tap("Check in now")
    phone.tap("Mood, OK, 3 of 5")
    phone.sees("Saved")
    assert phone.taps == 2
    phone.page.go_back()
    assert phone.page.url == "about:blank", "back leads out, not into the first run"
    phone.restart()
    phone.visit(host.url())
    phone.sees("Check in again")
    at(phone, "#/")


def test_all_three_steps_are_done_with_one_thumb_and_kept_over_a_restart(host: Host, phone: Phone) -> None:
    begun(phone, host)
    phone.wait_until_still()
    phone.screenshot(RESULTS / "first-run-1.png")
    phone.tap("United Kingdom")
    phone.button("United Kingdom, chosen").wait_for(state="attached")
    phone.write("My name", "Robin")
    phone.tap("Next")
    phone.tap("People I love")
    phone.tap("Growing things")
    phone.button("Growing things, chosen").wait_for(state="attached")
    phone.wait_until_still()
    phone.screenshot(RESULTS / "first-run-2.png")
    phone.tap("Next")
    phone.write("Name", "Maya")
    phone.tap("Friend")
    phone.button("Friend, chosen").wait_for(state="attached")
    phone.write("Phone", "020 7946 0018")
    phone.wait_until_still()
    phone.screenshot(RESULTS / "first-run-3.png")
    phone.tap("Open Tend")
    phone.sees("Robin")
    phone.restart()
    phone.visit(host.url("#/people"))
    phone.sees("Maya")
    phone.page.evaluate("location.hash = '#/matters'")
    phone.button("Growing things, chosen").wait_for(state="attached")
    phone.page.evaluate("location.hash = '#/settings'")
    phone.sees("United Kingdom")


def test_help_now_stands_on_each_step_and_back_leads_to_it(host: Host, phone: Phone) -> None:
    begun(phone, host)
    for route in ("#/welcome", "#/welcome/values", "#/welcome/people"):
        at(phone, route)
        phone.tap("Help now")
        phone.sees("You do not have to do this alone.")
        phone.tap("Back")
        at(phone, route)
        if route != "#/welcome/people":
            phone.tap("Skip this")


def test_on_an_iphone_the_way_to_the_home_screen_comes_first_with_the_reason(host: Host, new_phone: NewPhone) -> None:
    phone = begun(new_phone(user_agent=IPHONE), host)
    phone.sees("First, put Tend on your home screen")
    phone.sees("does not move to the app")
    phone.wait_until_still()
    phone.screenshot(RESULTS / "first-run-iphone.png")
    first = phone.page.get_by_text("First, put Tend on your home screen").bounding_box()
    hello = phone.page.get_by_text(HELLO).bounding_box()
    assert first["y"] < hello["y"]
    phone.tap("Check in now")
    phone.tap("Mood, OK, 3 of 5")
    phone.sees("Saved")
    assert phone.taps == 2


def test_chromiums_prompt_waits_for_a_tap(host: Host, phone: Phone) -> None:
    begun(phone, host)
    phone.page.evaluate(OFFER)
    phone.page.evaluate("location.hash = '#/settings/home'")
    phone.tap("Put Tend there")
    until(lambda: phone.page.evaluate("window.prompted") == 1)


@pytest.mark.parametrize(
    ("name", "device"),
    [("dark", {"color_scheme": "dark"}), ("light", {"color_scheme": "light"})],
)
def test_the_steps_as_they_look(host: Host, new_phone: NewPhone, name: str, device: dict[str, str]) -> None:
    phone = new_phone(**device)
    phone.visit(host.url("#/settings"))
    for size in (100, 200):
        if size == 200:
            phone.page.evaluate("location.hash = '#/settings'")
            phone.tap("200%")
            phone.button("200%, chosen").wait_for(state="attached")
        for step in ("welcome", "welcome/values", "welcome/people", "settings/home", "settings", "settings/words"):
            phone.page.evaluate(f"location.hash = '#/{step}'")
            at(phone, f"#/{step}")
            phone.wait_until_still()
            phone.screenshot(RESULTS / f"{step.replace('/', '-')}-{name}-{size}.png")
            assert max(right for _name, right in phone.page.evaluate(RIGHT_ENDS)) <= 390, "nothing lies beyond the edge"
            if size == 100 and name == "light":
                assert too_small(target_sizes(phone)) == {}
