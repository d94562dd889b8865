"""What files that leave the app are called: by its name, or by the one that tells nothing, where that was chosen."""

from __future__ import annotations

import pytest

from domain.models import Preferences
from domain.reminders import Reminder, ReminderKind
from reminders.calendar_file import calendar_file
from tests.domain.samples import made
from tests.driver import Driver
from tests.views.conftest import Launch
from tests.views.device import PASSPHRASE, filled
from tests.views.fakes import FakePage, FakeRecords
from tests.views.test_trouble import of_a_later_schema
from views.wording import file_name

KEPT = made("7:00", 1, mood=2, note="rain")
CALLED = pytest.mark.parametrize(("is_neutral", "app_name"), [(False, "tend"), (True, "notes")])


async def opened(launch_vault: Launch, is_neutral: bool, route: str = "/settings/backup") -> Driver:
    return await launch_vault(await filled(KEPT, preferences=Preferences(is_neutral=is_neutral)), route=route)


def names(app: Driver) -> list[str]:
    return [name for name, _kind, _content in app.around.saved]


def test_a_name_is_that_of_the_app_and_what_is_added() -> None:
    assert file_name(Preferences(), "{app}-plan-{day}.txt", day="2026-11-19") == "tend-plan-2026-11-19.txt"
    assert file_name(Preferences(is_neutral=True), "{app}-copy.json") == "notes-copy.json"


@CALLED
async def test_a_backup_open_to_read_and_the_page_that_opens_it(
    launch_vault: Launch, is_neutral: bool, app_name: str
) -> None:
    app = await opened(launch_vault, is_neutral)
    await app.tap("Open to read")
    await app.tap("Save the file")
    await app.tap("Save the page too")
    assert names(app) == [f"{app_name}-backup-2026-11-19.json"]
    assert app.around.given == [("decrypt.html", f"open-{app_name}-backup.html")]


@CALLED
async def test_a_backup_with_a_passphrase(launch_vault: Launch, is_neutral: bool, app_name: str) -> None:
    app = await opened(launch_vault, is_neutral)
    await app.write("Passphrase", PASSPHRASE)
    await app.write("The same again", PASSPHRASE)
    await app.tap("Save the file")
    assert names(app) == [f"{app_name}-backup-2026-11-19.json"]


@CALLED
async def test_a_table(launch_vault: Launch, is_neutral: bool, app_name: str) -> None:
    app = await opened(launch_vault, is_neutral)
    await app.tap("Save a table")
    assert names(app) == [f"{app_name}-check-ins-2026-11-19.csv"]


async def test_the_name_follows_the_choice_at_once(launch_vault: Launch) -> None:
    app = await opened(launch_vault, False, "/settings/name")
    await app.tap("Notes")
    await app.go("/settings/backup")
    await app.tap("Save a table")
    assert names(app) == ["notes-check-ins-2026-11-19.csv"]


@pytest.mark.parametrize("is_neutral", [False, True])
async def test_a_backup_comes_in_again_under_either_name(launch_vault: Launch, is_neutral: bool) -> None:
    app = await opened(launch_vault, is_neutral)
    await app.tap("Open to read")
    await app.tap("Save the file")
    ((_name, _kind, content),) = app.around.saved
    anew = await launch_vault(await filled(), FakePage(content), route="/settings/file")
    await anew.tap("Choose a file")
    await anew.tap("Add what is new")
    assert list(anew.state.log.kept) == [KEPT]


@CALLED
async def test_a_calendar_file_and_who_it_says_it_is_from(launch: Launch, is_neutral: bool, app_name: str) -> None:
    pills = Reminder("pills", ReminderKind.OWN, (540, 1200), words="Water the plant")
    records = FakeRecords((), Preferences(is_neutral=is_neutral), reminders=(pills,))
    app = await launch(records=records, route="/settings/reminders")
    app.state.page, app.state.reminding.calendar_file = FakePage(), calendar_file
    await app.tap("Add to my calendar")
    ((name, _kind, content),) = app.state.page.saved
    assert name == f"{app_name}-reminders.ics"
    shown = app_name.title()
    assert f"PRODID:-//{shown}//{shown}//EN" in content.decode().splitlines()


@CALLED
async def test_a_copy_of_what_does_not_open(
    launch_vault: Launch, errors_expected: list[str], is_neutral: bool, app_name: str
) -> None:
    errors_expected.append("StorageNewer")
    page = FakePage()
    page.looks.append(Preferences(is_neutral=is_neutral))  # beside the records, which do not open
    later = await of_a_later_schema(await filled(KEPT))
    app = await launch_vault(later, page, route="/")
    await app.tap("Save a copy")
    assert names(app) == [f"{app_name}-copy.json"]
