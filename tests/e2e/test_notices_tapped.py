"""Real notices, really tapped: Chromium hands them to a desktop's own daemon, which tells it of the tap.

Nothing of the browser's is replaced here, so that what it asks of a tap before it opens a window, or brings one to the
front, is asked.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from domain.reminders import MOST_REMINDERS, Reminder, ReminderKind
from tests.e2e import reminding
from tests.e2e.conftest import NewPhone
from tests.e2e.phone import Host, Phone, until
from tests.reminders.daemon import Desktop, desktop

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems show notices by themselves")


@pytest.fixture
def around(tmp_path: Path) -> Iterator[Desktop]:
    folder = tmp_path / "desktop"
    folder.mkdir()
    with desktop(folder) as found:
        yield found


@pytest.fixture
def phone(around: Desktop, new_phone: NewPhone) -> Phone:
    return new_phone(env={**os.environ, **around.environment})


@pytest.fixture
def shown(around: Desktop, phone: Phone, host: Host, tmp_path: Path) -> str:
    """Tend with a goal whose reminder was due a minute ago; the words of the notice that the daemon shows."""
    swim = Reminder("r", ReminderKind.GOAL, (reminding.minute_of_day(minutes=-1),), goal_id="g", name="Swim")
    reminding.ready(phone, host)
    reminding.bring_in(phone, reminding.backup_with(tmp_path, swim))
    reminding.wait_for_notice(phone)
    ((title, words),) = around.shown(1)
    return f"{title}: {words.splitlines()[-1]}"  # Chromium says first which site it is of


def test_a_real_tap_on_a_real_notice_leads_to_its_screen(shown: str, around: Desktop, phone: Phone) -> None:
    assert shown == "A moment for you: Whenever it suits you."
    phone.page.evaluate("location.hash = '#/'")
    phone.sees("Swim far")
    around.tap()
    until(lambda: phone.page.evaluate("location.hash") == "#/goals/g")
    phone.sees("My goal")
    assert reminding.notices(phone) == []


def test_a_real_tap_with_tend_closed_opens_it_on_its_screen(
    shown: str, around: Desktop, phone: Phone, host: Host
) -> None:
    assert shown
    phone.turn_to().close()  # the browser itself stays open
    until(lambda: reminding.windows(phone) == [])
    with phone.context.expect_page() as opened:
        around.tap()
    phone.turn_to(opened.value)
    assert phone.page.url == host.url("#/goals/g")
    phone.wait_for_app()
    phone.sees("My goal")


def test_a_real_tap_on_later_puts_it_off_and_opens_nothing(shown: str, around: Desktop, phone: Phone) -> None:
    assert shown
    phone.page.evaluate("location.hash = '#/settings'")
    around.tap("Later")
    (again,) = until(lambda: [one for one in reminding.ahead(phone) if one["options"]["tag"].endswith(" again")])
    assert 29 * 60 < again["at"] / 1000 - phone.page.evaluate("Date.now() / 1000") <= 30 * 60
    assert phone.page.evaluate("location.hash") == "#/settings"


def test_two_hundred_due_at_once_are_four_notices(around: Desktop, phone: Phone, host: Host, tmp_path: Path) -> None:
    minute = reminding.minute_of_day(minutes=-1)
    many = [Reminder(f"r{number}", ReminderKind.CHECK_IN, (minute,)) for number in range(MOST_REMINDERS)]
    reminding.ready(phone, host)
    reminding.bring_in(phone, reminding.backup_with(tmp_path, *many))
    assert {title for title, _ in around.shown(4)} == {"A moment for you"}
    phone.wait_until_still()
    shown = reminding.notices(phone)
    assert sorted(one["address"] for one in shown) == ["/", "/check-in", "/check-in", "/check-in"]
    assert len(around.shown()) == 4
