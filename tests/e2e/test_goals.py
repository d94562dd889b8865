"""Goals in the real browser: made in four taps, ticked in one, kept; and the small Today."""

from __future__ import annotations

from tests.e2e.conftest import RESULTS, NewPhone
from tests.e2e.phone import Host, Phone
from tests.e2e.test_screens import target_sizes, too_small

GOAL = "Water the pots"
TAPPABLE = """() => [...document.querySelectorAll('flt-semantics[role=button], a[href]')]
    .filter((node) => node.checkVisibility() && !node.closest('[role=tablist]'))
    .map((node) => (node.getAttribute('aria-label') || node.innerText || '').trim())"""


def with_a_goal(host: Host, phone: Phone) -> int:
    """Make one, as a new user would; gives the number of taps it took."""
    phone.visit(host.url())
    before = phone.taps
    phone.open_tab("Goals")
    phone.tap("New goal")
    phone.write("My goal, in my words", GOAL)  # a tap into the field, and one line of typing
    phone.tap("Save goal")
    phone.sees(GOAL)
    return phone.taps - before


def test_a_goal_takes_four_taps_and_a_step_one_and_both_survive_a_cold_start_offline(host: Host, phone: Phone) -> None:
    assert with_a_goal(host, phone) == 4
    phone.open_tab("Today")
    before = phone.taps
    phone.tap(f"I did it: {GOAL}")
    phone.sees("Done")
    assert phone.taps - before == 1
    phone.wait_for_offline()
    phone.close()
    phone.open()
    phone.page.context.set_offline(True)
    phone.visit(host.url())
    phone.button(f"{GOAL}, done, chosen").wait_for(state="attached")
    phone.tap(f"{GOAL}, done, chosen")
    phone.button(f"I did it: {GOAL}").wait_for(state="attached")


def test_low_energy_makes_today_small_with_five_things_to_tap(host: Host, phone: Phone) -> None:
    with_a_goal(host, phone)
    phone.open_tab("Today")
    phone.tap("Energy, Low, 2 of 5")
    phone.sees("Small is enough today.")
    phone.wait_until_still()
    names = [name for name in phone.page.evaluate(TAPPABLE) if name != "Help now"]
    assert len(names) <= 5, names
    sizes = target_sizes(phone)
    assert too_small(sizes) == {}
    phone.tap("I did it")
    phone.sees("Done. That counts.")
    phone.restart()
    phone.visit(host.url())
    phone.sees("Small is enough today.")
    phone.tap("Change it", exact=False)
    phone.tap("Show everything")
    phone.button(f"{GOAL}, done, chosen").wait_for(state="attached")


def test_pictures_of_goals(host: Host, new_phone: NewPhone) -> None:
    for scheme in ("light", "dark"):
        phone = new_phone(color_scheme=scheme)
        with_a_goal(host, phone)
        phone.wait_until_still()
        phone.screenshot(RESULTS / f"goals-{scheme}.png")
        phone.open_tab("Today")
        phone.tap("Energy, Low, 2 of 5")
        phone.sees("Small is enough today.")
        phone.wait_until_still()
        phone.screenshot(RESULTS / f"small-today-{scheme}.png")
        phone.close()
