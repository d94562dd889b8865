"""On an iPhone the first page shows the way to the home screen before anything is answered, and nowhere else."""

from __future__ import annotations

import pytest

from tests.e2e.conftest import RESULTS, NewPhone
from tests.e2e.first_page import lying, opened, violations, without_python
from tests.e2e.phone import Host, until
from tests.e2e.test_first_run import IPHONE

WAY = "First, put Tend on your home screen"


def test_in_an_apple_browser_the_way_to_the_home_screen_stands_above_the_first_answers(
    host: Host, new_phone: NewPhone
) -> None:
    phone = new_phone(user_agent=IPHONE)
    with without_python(host):
        opened(host, phone)
        way, asked = (phone.page.get_by_role("heading", name=name) for name in (WAY, "How are you right now?"))
        assert way.bounding_box()["y"] < asked.bounding_box()["y"]
        told = phone.page.locator("#boot-home").inner_text()
        assert "This browser may clear your words after a week away." in told
        assert "Tap Share, then Add to Home Screen." in told
        assert violations(phone) == []
        phone.screenshot(RESULTS / "first-page-iphone.png")
        phone.page.get_by_role("radio", name="OK").tap()
        phone.page.get_by_text("Mood saved").wait_for()
        assert [tap["mood"] for tap in lying(phone)] == [3], "and whoever skips it answers at once"


def test_once_tend_has_opened_it_says_so_itself(host: Host, new_phone: NewPhone) -> None:
    phone = new_phone(user_agent=IPHONE, service_workers="block")
    phone.is_new = True
    phone.visit(host.url())
    until(lambda: phone.page.evaluate("localStorage.getItem('tend-looks')"))
    with without_python(host):
        opened(host, phone)
        phone.page.get_by_role("heading", name="How are you right now?").wait_for()
        assert phone.page.get_by_role("heading", name=WAY).is_hidden()


@pytest.mark.parametrize("there", [True, False], ids=["on the home screen", "on another phone"])
def test_elsewhere_nothing_is_said_of_the_home_screen_before_tend_opens(
    host: Host, new_phone: NewPhone, there: bool
) -> None:
    phone = new_phone(**({"user_agent": IPHONE} if there else {}))
    if there:
        phone.context.add_init_script("Object.defineProperty(navigator, 'standalone', { get: () => true });")
    with without_python(host):
        opened(host, phone)
        phone.page.get_by_role("heading", name="How are you right now?").wait_for()
        assert phone.page.get_by_role("heading", name=WAY).is_hidden()
