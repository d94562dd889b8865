"""My data in Settings: the data-safety light in each state, word for word."""

from __future__ import annotations

from datetime import timedelta

import pytest

from domain.safety import Device
from storage.memory import MemoryPlace
from tests.domain.samples import local, made
from tests.driver import Driver
from tests.views.conftest import Launch
from tests.views.device import filled
from tests.views.fakes import FakePage

ALONE = "Your words are on this device alone."
AGREED = "This browser has agreed to keep your words."
NOT_AGREED = "This browser has not agreed to keep your words."


def light(app: Driver) -> list[str]:
    return app.between("My data", "Back up now")


async def shown(
    launch_vault: Launch, *, ago: timedelta | None = None, backups: int = 0, persistent: bool | None = True
) -> list[str]:
    """The light for somebody with one check-in, so long after a backup."""
    then = None if ago is None else local("9:12") - ago
    device = await filled(made("8:00"), device=Device(backed_up_at=then, backups=backups))
    page = FakePage()
    page.persistent = persistent
    return light(await launch_vault(device, page))


@pytest.mark.parametrize(
    ("persistent", "lines"),
    [
        (True, ["A good time to back up", ALONE, AGREED]),
        (None, ["A good time to back up", ALONE]),
        (False, ["This browser may clear your words", ALONE, "Put Tend on your home screen, or back up."]),
    ],
)
async def test_who_never_backed_up_reads_what_the_browser_said(
    launch_vault: Launch, persistent: bool | None, lines: list[str]
) -> None:
    assert await shown(launch_vault, persistent=persistent) == lines


@pytest.mark.parametrize(
    ("ago", "title"),
    [
        ({"minutes": 0}, "Backed up today"),
        ({"hours": 23, "minutes": 59}, "Backed up today"),
        ({"hours": 24}, "Backed up 1 day ago"),
        ({"days": 2}, "Backed up 2 days ago"),
        ({"days": 6, "hours": 23}, "Backed up 6 days ago"),
        ({"days": -3}, "Backed up today"),  # the clock was set back since
    ],
)
async def test_a_backup_of_less_than_seven_days_is_a_calm_light(
    launch_vault: Launch, ago: dict[str, int], title: str
) -> None:
    assert await shown(launch_vault, ago=timedelta(**ago), backups=1) == [title, "1 copy made so far.", AGREED]


@pytest.mark.parametrize(
    ("days", "persistent", "lines"),
    [
        (7, True, ["A good time to back up", "Last backup: 7 days ago.", "2 copies made so far.", AGREED]),
        (7, None, ["A good time to back up", "Last backup: 7 days ago.", "2 copies made so far."]),
        (
            12,
            False,
            [
                "This browser may clear your words",
                "Last backup: 12 days ago.",
                "2 copies made so far.",
                "Put Tend on your home screen, or back up.",
            ],
        ),
    ],
)
async def test_after_seven_days_it_is_a_good_time_for_another(
    launch_vault: Launch, days: int, persistent: bool | None, lines: list[str]
) -> None:
    assert await shown(launch_vault, ago=timedelta(days=days), backups=2, persistent=persistent) == lines


async def test_a_recent_backup_is_safe_also_where_the_browser_promised_nothing(launch_vault: Launch) -> None:
    lines = await shown(launch_vault, ago=timedelta(days=1), backups=1, persistent=False)
    assert lines == ["Backed up 1 day ago", "1 copy made so far.", NOT_AGREED]


@pytest.mark.parametrize("persistent", [True, False, None])
async def test_before_the_first_entry_there_is_nothing_to_back_up_and_nothing_to_worry_about(
    launch_vault: Launch, persistent: bool | None
) -> None:
    page = FakePage()
    page.persistent = persistent
    assert light(await launch_vault(page=page)) == ["Nothing to back up yet", "What you write stays on this device."]


async def test_a_window_that_keeps_nothing_claims_no_promise(launch_vault: Launch) -> None:
    app = await launch_vault(MemoryPlace(), route="/")
    await app.tap("Mood, OK, 3 of 5")
    await app.tap("Settings")
    assert AGREED not in app.words()
    assert "They go when this window closes. Back up to keep them." in app.words()
    assert not [name for name in app.buttons() if name.startswith("Lock Tend")]  # to lock it would be to lose them


async def test_the_light_changes_with_the_first_check_in_and_with_time(launch_vault: Launch) -> None:
    app = await launch_vault(route="/")
    await app.tap("Mood, OK, 3 of 5")
    await app.tap("Settings")
    assert light(app)[0] == "A good time to back up"
    await app.state.set_device(backed_up_at=app.clock.now, backups=1)
    await app.settle()
    assert light(app)[0] == "Backed up today"
    app.clock.pass_time(days=7)
    await app.return_to()
    assert light(app)[0] == "A good time to back up"


async def test_the_browser_is_asked_to_keep_them_once_something_was_saved(launch_vault: Launch) -> None:
    page = FakePage()
    page.persistent = False
    app = await launch_vault(page=page, route="/")
    assert page.asked == 0
    await app.tap("Mood, OK, 3 of 5")
    await app.tap("Energy, Good, 4 of 5")
    assert page.asked == 1
    await app.tap("Settings")
    assert light(app) == ["A good time to back up", ALONE, AGREED]


@pytest.mark.parametrize("persistent", [True, None])
async def test_a_browser_that_promised_or_cannot_is_not_asked(launch_vault: Launch, persistent: bool | None) -> None:
    page = FakePage()
    page.persistent = persistent
    app = await launch_vault(page=page, route="/")
    await app.tap("Mood, OK, 3 of 5")
    assert page.asked == 0


async def test_each_row_leads_to_its_screen_and_back(launch_vault: Launch) -> None:
    app = await launch_vault(await filled(made()))
    rows = {
        "Back up now": "One file with everything you wrote. You choose where it goes.",
        "Bring in a file A backup, or a table from another app.": "Choose a file",
        "Lock Tend Off. Help now always opens.": "Five words are easy to write down:",
        "Delete everything Asks twice first.": "Delete everything on this device?",
    }
    for name, words in rows.items():
        await app.tap(name)
        assert words in app.words()
        await app.tap("Back")
        assert "My data" in app.words()
