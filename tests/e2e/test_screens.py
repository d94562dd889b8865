"""What the screens are like to use: names, sizes of touch targets, large text, dark, pictures beside the mockups."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from PIL import Image, ImageStat

from tests.e2e.conftest import RESULTS, NewPhone
from tests.e2e.keys import Keys
from tests.e2e.phone import Host, Phone, until

TOUCH = 48
TARGETS = """() => [...document.querySelectorAll(
        'flt-semantics[role=button], flt-semantics[role=tab], flt-semantics[role=switch], a[href]')]
    .filter((node) => node.checkVisibility())  // the boot page stays, put away, to cover the screen when it is locked
    .map((node) => {
        const box = node.getBoundingClientRect();
        return [(node.getAttribute('aria-label') || node.innerText || '').trim(), box.width, box.height];
    })"""
RIGHT_ENDS = """() => [...document.querySelectorAll('flt-semantics')].map((node) =>
    [(node.getAttribute('aria-label') || node.innerText || '').trim(), node.getBoundingClientRect().right])"""
HEARD = """() => [...document.querySelectorAll('flt-semantics')]
    .filter((node) => ["button", "switch", "tab", "checkbox", "radio"].includes(node.getAttribute("role")))
    .map((node) => [
        (node.getAttribute('aria-label') || node.innerText || '').trim(), node.hasAttribute('flt-tappable'),
    ])
"""
PRESSED = (
    "#/",
    "#/check-in/now",
    "#/settings",
    "#/settings/energy",
    "#/settings/lock",
    "#/goals",
    "#/skills",
    "#/plan",
)
ROUTES = ("#/", "#/check-in/now", "#/history", "#/history/now", "#/help", "#/settings")


def screenfuls(phone: Phone, most: int = 30) -> Iterator[None]:
    """Scrolls through the screen, and stops at each part of it until nothing moves any more."""
    unmoved = 0
    for _ in range(most):
        yield
        before = phone.page.screenshot()
        phone.swipe_up(300)
        phone.wait_until_still()
        unmoved = unmoved + 1 if phone.page.screenshot() == before else 0
        if unmoved == 2:  # once may be a swipe that had not come through yet
            return


def see_targets(phone: Phone, sizes: dict[str, tuple[float, float]]) -> None:
    """Note what can be tapped here, at its largest so far: what lies at the edge of a list is cut off."""
    for name, width, height in phone.page.evaluate(TARGETS):
        before = sizes.get(name, (0, 0))
        sizes[name] = (max(before[0], width), max(before[1], height))


def target_sizes(phone: Phone) -> dict[str, tuple[float, float]]:
    """Width and height of everything that can be tapped, by name, while the screen is scrolled through."""
    sizes: dict[str, tuple[float, float]] = {}
    for _ in screenfuls(phone):
        see_targets(phone, sizes)
    return sizes


def too_small(sizes: dict[str, tuple[float, float]]) -> dict[str, tuple[float, float]]:
    return {name: size for name, size in sizes.items() if min(size) < TOUCH - 0.01}


@pytest.mark.parametrize("route", PRESSED)
def test_whatever_a_screen_reader_calls_a_button_it_can_press(host: Host, phone: Phone, route: str) -> None:
    phone.visit(host.url(route))
    phone.wait_until_still()
    heard = phone.page.evaluate(HEARD)
    assert len(heard) >= 2
    assert [name for name, is_pressed in heard if not is_pressed] == []


def test_with_a_screen_reader_settings_open_and_a_switch_turns(host: Host, phone: Phone) -> None:
    phone.visit(host.url())
    phone.button("Settings").dispatch_event("click")  # as a screen reader does: no finger, no place
    switch = phone.page.get_by_role("switch", name="Low-stimulus")
    switch.dispatch_event("click")
    until(lambda: switch.get_attribute("aria-checked") == "true")


def test_a_step_of_a_scale_has_the_focus_by_its_name_and_is_pressed_by_keyboard(host: Host, phone: Phone) -> None:
    phone.visit(host.url())
    keys = Keys(phone)
    keys.press("Mood, Good, 4 of 5")
    keys.sees("Saved")
    phone.button("Mood, Good, 4 of 5, chosen").wait_for(state="attached")


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


# The screens of goals: one browser for all of them, since a start takes ten seconds

GOAL, VALUE = "Water the pots", "Growing things"
LONG_SCREENS = 14  # swipes; at 200 % a goal's form is several screens long


def id_in_the_address(phone: Phone, before: str) -> str:
    """The id that follows `before` in the address, once it is there."""
    return until(lambda: re.search(rf"#{before}/([0-9a-f]{{32}})$", phone.page.evaluate("location.hash"))).group(1)


def with_goals(host: Host, phone: Phone) -> dict[str, tuple[str, str]]:
    """Makes a value, a goal that grows from it and two marks. Gives each screen's name, its address, and words that
    stand on it and not on the one before."""
    phone.visit(host.url("#/matters"))
    phone.tap(VALUE)
    phone.button(f"{VALUE}, chosen").wait_for(state="attached")
    phone.wait_until_still()
    phone.tap(VALUE)  # the row of it, below the areas
    value = id_in_the_address(phone, "/matters")
    phone.visit(host.url("#/goals"))
    phone.tap("New goal")
    phone.tap(VALUE)
    phone.button(f"{VALUE}, chosen").wait_for(state="attached")
    phone.write("My goal, in my words", GOAL)
    phone.tap("Save goal")
    phone.tap(f"More for {GOAL}")
    phone.tap("Change")
    goal = id_in_the_address(phone, "/goals")
    phone.visit(host.url(f"#/goals/{goal}/days"))
    phone.tap("Add a day")
    phone.tap("Yesterday")
    phone.tap("I tried")
    phone.button("Remove Tried, Yesterday").wait_for(state="attached")
    phone.visit(host.url("#/"))
    phone.tap(f"I did it: {GOAL}")
    phone.button(f"{GOAL}, done, chosen").wait_for(state="attached")
    return {
        "goals": ("#/goals", "Tended 2 of the last 7 days"),
        "goal-new": ("#/goals/new", "Three sizes"),
        "goal-days": (f"#/goals/{goal}/days", "Add a day"),
        "goal-edit": (f"#/goals/{goal}", "What does it grow from?"),
        "goal-rest": (f"#/goals/{goal}/rest", "For how long?"),
        "goal-let-go": (f"#/goals/{goal}/let-go", "A line to remember it by"),
        "matters": ("#/matters", "What matters to you?"),
        "one-value": (f"#/matters/{value}", "Why it matters"),
        "strengths": ("#/strengths", "What others say I bring"),
        "done": ("#/done", "Change what stands here"),
        "energy": ("#/settings/energy", "The numbers are your own."),
        "ask": ("#/ask", "Tend never sends for you."),
        "breathe": ("#/skills/longer-breath-out/play", "Follow the circle, or your own pace."),
        "choose": ("#/today/choose", "Let Tend offer some"),
    }


def show(host: Host, phone: Phone, screen: tuple[str, str]) -> None:
    """Open a screen and wait until it stands."""
    route, words = screen
    phone.visit(host.url(route))
    phone.sees(words)
    if route.endswith("/play"):  # or it is never still
        phone.tap("Pause")
        phone.sees("Paused")
    phone.wait_until_still()


def buttons_of_today(host: Host, phone: Phone) -> set[str]:
    """What can be tapped on Today, all the way down: where something cannot be laid out, the rest of it is missing."""
    show(host, phone, ("#/", "How are you right now?"))
    sizes: dict[str, tuple[float, float]] = {}
    for at, _ in enumerate(screenfuls(phone, LONG_SCREENS)):
        see_targets(phone, sizes)
        phone.screenshot(RESULTS / f"today-200-{at}.png")
    return set(sizes)


def choose(host: Host, phone: Phone, name: str) -> None:
    """Choose how Tend looks."""
    phone.visit(host.url("#/settings"))
    phone.tap(name)
    phone.button(f"{name}, chosen").wait_for(state="attached")


def brightness(phone: Phone, name: str) -> float:
    """Take a picture, and say how bright it is: 0 … 255."""
    return ImageStat.Stat(Image.open(phone.screenshot(RESULTS / f"{name}.png")).convert("L")).mean[0]


def test_the_screens_of_goals_fit_a_thumb_and_large_text_light_and_dark(host: Host, phone: Phone) -> None:
    screens, wrong = with_goals(host, phone), {}
    for name, screen in screens.items():
        show(host, phone, screen)
        assert brightness(phone, f"{name}-light") > 128, name
        sizes = target_sizes(phone)
        assert len(sizes) >= 3, name
        wrong |= {f"{name}: {at}": size for at, size in sizes.items() if not at or at in too_small(sizes)}
    choose(host, phone, "200%")
    for name, screen in screens.items():
        show(host, phone, screen)
        phone.screenshot(RESULTS / f"{name}-200.png")
        sizes = {}
        for _ in screenfuls(phone, LONG_SCREENS):
            see_targets(phone, sizes)
            ends = phone.page.evaluate(RIGHT_ENDS)
            wrong |= {f"{name} at 200 %, beyond the edge: {words}": end for words, end in ends if end > 390}
        wrong |= {f"{name} at 200 %: {at}": size for at, size in too_small(sizes).items()}
    assert wrong == {}
    assert buttons_of_today(host, phone) >= {f"{GOAL}, done, chosen", f"Size Gentle: {GOAL}", "I am resting"}
    choose(host, phone, "100%")
    choose(host, phone, "Dark")
    for name, screen in screens.items():
        show(host, phone, screen)
        assert brightness(phone, f"{name}-dark") < 128, name


def test_the_first_page_offers_help_without_javascript(host: Host, new_phone: NewPhone) -> None:
    phone = new_phone(java_script_enabled=False)
    phone.page.goto(host.url())
    assert phone.page.get_by_role("link", name="Call 112").get_attribute("href") == "tel:112"
    assert phone.page.get_by_role("link", name="Call 911").get_attribute("href") == "tel:911"
    assert phone.page.get_by_role("radio").count() == 0, "nothing that needs it stands there"
    phone.screenshot(RESULTS / "boot.png")
