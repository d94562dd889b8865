"""The quick exit, another name and icon: chosen in Settings, off at first, and what they do not hide is said."""

from __future__ import annotations

import flet as ft
import pytest

from domain.errors import StorageFull
from domain.models import Preferences
from tests.domain.samples import made
from tests.driver import Driver
from tests.views.conftest import Launch
from tests.views.device import PASSPHRASE, FakeDevice, filled, kept_on
from tests.views.fakes import FakePage, FakeRecords

EVERYWHERE = [
    *("/", "/goals", "/skills", "/history", "/settings", "/people", "/people/new", "/hopes", "/ask", "/help"),
    *("/check-in/now", "/settings/lock", "/settings/erase", "/settings/exit", "/skills/none/play", "/settings/country"),
]


async def opened(launch_vault: Launch, device: FakeDevice | None = None, route: str = "/", **looks: object) -> Driver:
    """The app on a device that keeps these choices."""
    device = device or await filled(made("8:00", 1), preferences=Preferences(**looks))
    return await launch_vault(device, route=route)


def leave_button(app: Driver) -> ft.OutlinedButton:
    (button,) = [c for c in app.controls() if isinstance(c, ft.OutlinedButton) and c.key == "leave"]
    return button


# The quick exit


async def test_it_is_off_until_it_is_chosen_and_the_choice_is_kept(launch_vault: Launch) -> None:
    app = await opened(launch_vault, await filled(), route="/settings")
    assert "Leave" not in app.buttons()
    await app.tap("Quick exit Off.")
    assert app.chosen() == ["Off"]
    await app.tap("On")
    assert app.chosen() == ["On"]
    assert "Leave" in app.buttons()
    assert app.around.looks[-1] == Preferences(quick_exit=True)
    await app.tap("Back")
    assert "Quick exit A button that leaves at once. On." in app.buttons()
    assert app.state.records.preferences.load() == Preferences(quick_exit=True)


async def test_it_says_what_it_does_and_what_it_does_not(launch_vault: Launch) -> None:
    app = await opened(launch_vault, route="/settings/exit")
    assert app.between("A quick way out", "On") == [
        "A button called Leave then stands beside Help now.",
        "One tap opens a page of plain notes. Nothing is asked.",
        "Back does not return to Tend. Its icon or address does.",
        "On a keyboard, press Escape three times.",
        "What is saved stays. With a lock, Tend locks first.",
    ]
    words = app.words()
    assert words[words.index("What this cannot hide") + 1 :] == [
        "Words you have not saved yet may be lost.",
        "The browser still lists Tend in its history.",
    ]


@pytest.mark.parametrize("route", EVERYWHERE)
async def test_it_stands_on_every_screen_and_leads_to_the_neutral_page(launch_vault: Launch, route: str) -> None:
    app = await opened(launch_vault, route=route, quick_exit=True)
    assert leave_button(app).url == ft.Url("notes.html", target=ft.UrlTarget.SELF)
    names = app.buttons()
    if route != "/help":
        assert names.index("Leave") < names.index("Help now")


@pytest.mark.parametrize("tab", ["Today", "Goals", "Skills", "History"])
async def test_it_comes_and_goes_on_the_screens_beneath(launch_vault: Launch, tab: str) -> None:
    app = await opened(launch_vault)
    await app.open_tab(tab)
    here = app.page.route
    await app.go("/settings/exit")
    await app.tap("On")
    await app.go(here)
    assert "Leave" in app.buttons()
    await app.go("/settings/exit")
    await app.tap("Off")
    await app.go(here)
    assert "Leave" not in app.buttons()


async def test_a_tap_saves_and_leaves_at_once(launch_vault: Launch) -> None:
    device = await filled(preferences=Preferences(quick_exit=True))
    app = await opened(launch_vault, device)
    device.refuse_writing = StorageFull("quota")
    await app.tap("Mood, OK, 3 of 5")
    assert app.state.is_refused
    device.refuse_writing = None
    await app.tap("Leave")
    assert app.around.left == 1
    assert [check_in.mood for check_in in await kept_on(device)] == [3]


async def test_what_cannot_be_saved_holds_nobody_back(launch_vault: Launch) -> None:
    device = await filled(preferences=Preferences(quick_exit=True))
    app = await opened(launch_vault, device)
    device.refuse_writing = StorageFull("quota")
    await app.tap("Mood, OK, 3 of 5")
    await app.tap("Leave")
    assert app.around.left == 1


async def test_with_a_lock_it_locks_first(launch_vault: Launch) -> None:
    page = FakePage()
    page.looks.append(Preferences(quick_exit=True))
    app = await launch_vault(
        await filled(made("8:00", 1), preferences=Preferences(quick_exit=True), passphrase=PASSPHRASE), page, route="/"
    )
    assert "Leave" in app.buttons()
    await app.write("Passphrase", PASSPHRASE)
    await app.tap("Open Tend")
    assert not app.state.is_locked
    locked_when_left: list[bool] = []
    page.leave = lambda: locked_when_left.append(app.state.is_locked)
    await app.tap("Leave")
    assert locked_when_left == [True]
    await app.tap("Leave")
    assert locked_when_left == [True, True]


async def test_the_page_can_leave_by_itself(launch_vault: Launch) -> None:
    app = await opened(launch_vault, quick_exit=True)
    app.around.leaving()
    await app.settle()
    assert app.around.left == 1


async def test_without_a_neutral_page_the_button_has_no_address(launch: Launch) -> None:
    app = await launch(records=FakeRecords((), Preferences(quick_exit=True)), route="/")
    app.state.page = FakePage()
    app.state.page.away = ""
    await app.go("/settings")
    assert leave_button(app).url is None


@pytest.mark.parametrize("text_size", [100, 200])
async def test_the_buttons_at_the_top_wrap(launch: Launch, text_size: int) -> None:
    app = await launch(records=FakeRecords((), Preferences(quick_exit=True, text_size=text_size)), route="/")
    app.state.page = FakePage()
    await app.go("/settings")
    rows = [c for c in app.controls() if isinstance(c, ft.Row) and leave_button(app) in c.controls]
    assert [row.wrap for row in rows] == [True]


# Another name and icon


async def test_the_name_follows_the_choice_and_is_kept(launch_vault: Launch) -> None:
    app = await opened(launch_vault, await filled(), route="/settings")
    assert app.page.title == "Tend"
    await app.tap("Name and icon Tend.")
    assert app.chosen() == ["Tend"]
    await app.tap("Notes")
    assert (app.chosen(), app.page.title) == (["Notes"], "Notes")
    assert app.around.looks[-1] == Preferences(is_neutral=True)
    await app.tap("Back")
    assert "Name and icon Notes." in app.buttons()
    await app.tap("Name and icon Notes.")
    await app.tap("Tend")
    assert app.page.title == "Tend"
    assert app.state.records.preferences.load() == Preferences()


async def test_it_says_plainly_what_it_cannot_hide(launch_vault: Launch) -> None:
    app = await opened(launch_vault, route="/settings/name")
    words = app.words()
    assert words[words.index("What this cannot hide") + 1 :] == [
        "The browser keeps the address in its history and stored sites.",
        "Somebody who watches this phone can see what you do.",
        "An app that is installed already keeps its name.",
        "To change that, remove it and install it again.",
        "Back up first: removing it can take your words along.",
        "On an iPhone, choose it again in the new app.",
        "Inside, it still says Tend. So do saved files, inside.",
    ]


async def test_the_window_is_called_so_from_the_start_and_under_the_lock(launch_vault: Launch) -> None:
    app = await opened(launch_vault, is_neutral=True)
    assert app.page.title == "Notes"
    page = FakePage()
    page.looks.append(Preferences(is_neutral=True))
    device = await filled(made("8:00", 1), passphrase=PASSPHRASE)
    locked = await launch_vault(device, page, route="/")
    assert locked.state.is_locked
    assert locked.page.title == "Notes"
