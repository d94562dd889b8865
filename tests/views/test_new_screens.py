"""The screens around the records, for a screen reader and at twice the text size: headings, names that say enough."""

from __future__ import annotations

import flet as ft
import pytest

from domain.models import Preferences
from storage import backup as backups
from tests.domain.samples import local, made
from tests.driver import Driver
from tests.views.conftest import Launch
from tests.views.device import PASSPHRASE, filled
from tests.views.fakes import FakePage

KEPT = made("8:00", 1, note="rain")
HELP = ["Help now"]
BACK = ["Back", *HELP]
OFFER = ["Use these", "Other words"]
EYE = ["Show: Passphrase"]
EYES = [*EYE, "Show: The same again"]
TIMES = ["When I leave", "1 minute", "5 minutes, chosen", "15 minutes", "1 hour"]
SIZES = ("90%", "100%", "125%", "150%", "200%")
# Route: its headings, and its buttons in order.
SCREENS = {
    "/settings/backup": (
        [(1, "Back up"), (2, "A table for other apps")],
        [*BACK, "With a passphrase, chosen", "Open to read", *OFFER, *EYES, "Save the file", "Save a table"],
    ),
    "/settings/file": ([(1, "Bring in a file")], [*BACK, "Choose a file"]),
    "/settings/lock": ([(1, "Lock Tend")], [*BACK, "Back up now", *OFFER, *EYES, "Lock Tend"]),
    "/settings/erase": (
        [(1, "Delete"), (2, "Delete everything on this device?")],
        [*BACK, "Keep it", "Back up first", "Delete"],
    ),
}
REACHED = ["Reminders Off. You choose if and when.", "Country for help lines Not chosen yet."]
SMALL = ["By my energy, chosen", "Always", "Never"]
WEEKS = ["As my phone, chosen", "Monday", "Sunday"]
SETTINGS = [
    "My values What matters to me, in my order.",
    "My strengths What I am good at, in my words.",
    "My people Who I can ask, and how.",
    "My words Tend's own so far.",
    "Energy and pacing A budget for the day. Off.",
    "Back up now",
    "Bring in a file A backup, or a table from another app.",
    "Lock Tend Off. Help now always opens.",
    "Delete everything Asks twice first.",
    "Quick exit Off.",
    "Name and icon Tend.",
    "Learn Short pages on recovery, energy, plans and people.",
    "Keep Tend on the home screen How, on this device.",
    "What is stored All of it, and where it lies.",
    "Versions and licences From its sources.",
]


async def opened(launch_vault: Launch, route: str, text_size: int = 100, page: FakePage | None = None) -> Driver:
    device = await filled(KEPT, preferences=Preferences(text_size=text_size))
    return await launch_vault(device, page, route=route)


@pytest.mark.parametrize("text_size", [100, 200])
@pytest.mark.parametrize("route", SCREENS)
async def test_each_screen_has_its_headings_and_buttons_at_any_text_size(
    launch_vault: Launch, route: str, text_size: int
) -> None:
    app = await opened(launch_vault, route, text_size)
    headings, buttons = SCREENS[route]
    assert app.headings() == headings
    assert app.buttons() == buttons
    assert app.page.theme.text_theme.body_medium.size == 16 * text_size / 100


@pytest.mark.parametrize("text_size", [100, 200])
async def test_settings_has_its_headings_and_buttons(launch_vault: Launch, text_size: int) -> None:
    app = await opened(launch_vault, "/settings", text_size)
    first = [(1, "Settings"), (2, "Look"), (2, "Text size"), (2, "Small Today"), (2, "A week begins on")]
    assert app.headings() == [*first, (2, "About me"), (2, "My data"), (2, "From other eyes"), (2, "About Tend")]
    sizes = [f"{size}, chosen" if size == f"{text_size}%" else size for size in SIZES]
    looks = ["Light", "Dark", "Phone, chosen", *sizes, "Low-stimulus"]
    assert app.buttons() == [*BACK, *looks, *REACHED, *SMALL, *WEEKS, *SETTINGS]


@pytest.mark.parametrize("text_size", [100, 200])
async def test_a_file_that_was_looked_at_reads_well(launch_vault: Launch, text_size: int) -> None:
    page = FakePage(backups.to_plain({}, local("9:00")))
    app = await opened(launch_vault, "/settings/file", text_size, page)
    await app.tap("Choose a file")
    assert app.headings() == [(1, "Bring in a file"), (2, "In this file")]
    assert app.buttons() == [*BACK, "Replace what is here", "Another file"]


async def test_moods_to_place_are_named_with_what_they_belong_to(launch_vault: Launch) -> None:
    table = b"full_date,date,weekday,time,mood,activities,note\r\n2026-11-18,x,x,20:15,cosy,,\r\n"
    app = await opened(launch_vault, "/settings/file", page=FakePage(table))
    await app.tap("Choose a file")
    names = [f"cosy, {mood}" for mood in ("Very hard", "Hard", "OK", "Good", "Very good")]
    assert app.headings() == [(1, "Bring in a file"), (2, "Where do these moods belong?")]
    assert app.buttons() == [*BACK, *names, "Go on"]


async def test_the_screens_of_a_lock_read_well(launch_vault: Launch) -> None:
    device = await filled(KEPT, preferences=Preferences(text_size=200), passphrase=PASSPHRASE)
    page = FakePage()
    page.looks.append(Preferences(text_size=200))
    app = await launch_vault(device, page, route="/settings/lock")
    assert app.headings() == [(1, "Tend is locked")]
    assert app.buttons() == [*HELP, *EYE, "Open Tend", "Delete everything"]
    await app.write("Passphrase", PASSPHRASE)
    await app.tap("Open Tend")
    assert app.headings() == [(1, "Lock Tend"), (2, "Lock by itself after")]
    shows = "Show my people and first steps when locked"
    assert app.buttons() == [*BACK, "Lock now", *TIMES, shows, "Change the passphrase", "Take the lock away"]


@pytest.mark.parametrize("route", ["/settings/backup", "/settings/lock"])
async def test_a_passphrase_is_hidden_can_be_shown_and_is_not_the_keyboards_to_learn(
    launch_vault: Launch, route: str
) -> None:
    app = await opened(launch_vault, route)
    fields = [control for control in app.controls() if isinstance(control, ft.TextField)]
    assert [field.label for field in fields] == ["Passphrase", "The same again"]
    for field in fields:
        assert field.password
        assert (field.autocorrect, field.enable_suggestions, field.enable_ime_personalized_learning) == (False,) * 3
        assert field.capitalization is ft.TextCapitalization.NONE
    await app.tap("Show: The same again")
    assert [app.field(name).password for name in ("Passphrase", "The same again")] == [True, False]


@pytest.mark.parametrize("route", [*SCREENS, "/settings"])
async def test_help_is_one_tap_from_each_and_back_leads_to_it_again(launch_vault: Launch, route: str) -> None:
    app = await opened(launch_vault, route)
    headings = app.headings()
    await app.tap("Help now")
    assert "You do not have to do this alone." in app.words()
    await app.tap("Back")
    assert app.headings() == headings


@pytest.mark.parametrize("route", SCREENS)
async def test_back_from_an_address_opened_first_leads_to_today(launch_vault: Launch, route: str) -> None:
    app = await opened(launch_vault, route)
    await app.tap("Back")
    assert "How are you right now?" in app.words()


async def test_what_has_happened_is_read_out(launch_vault: Launch) -> None:
    app = await opened(launch_vault, "/settings/backup")
    await app.tap("Open to read")
    await app.tap("Save the file")
    said = [control for control in app.controls() if isinstance(control, ft.Semantics) and control.live_region]
    assert [region.content.controls[1].content.value for region in said] == [
        "Your backup is made. It was tried, and it opens."
    ]
