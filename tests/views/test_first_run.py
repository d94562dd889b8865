"""The first run: three steps, each skippable, shown once; a person who skips everything can check in at once."""

from __future__ import annotations

import flet as ft
import pytest

from domain.installing import Install
from domain.models import LONGEST_NAME, Preferences
from domain.people import Role
from storage.memory import MemoryPlace
from tests.domain.samples import made
from tests.driver import Driver
from tests.views.conftest import Launch
from tests.views.device import FakeDevice, filled, kept_on
from tests.views.fakes import FakePage
from views.components.frame import REMINDERS

HELLO = "Hello. This is Tend."


@pytest.fixture
def begin(launch_vault: Launch) -> Launch:
    """`await begin(device, page)`: the app as somebody opens it by its plain address."""

    async def start(device: MemoryPlace | None = None, page: FakePage | None = None, route: str = "/") -> Driver:
        return await launch_vault(device, page, route=route, begins=True)

    return start


def rows(app: Driver) -> list[str]:
    """The headings of this step, without the fields' own."""
    return [words for _level, words in app.headings()]


async def test_whoever_skips_everything_saves_a_check_in_with_the_second_tap(begin: Launch) -> None:
    device = FakeDevice()
    app = await begin(device)
    assert app.sees(HELLO)
    await app.tap("Check in now")
    assert app.page.route == "/"
    await app.tap("Mood, OK, 3 of 5")
    assert app.sees("Saved 9:12")
    assert [check_in.mood for check_in in await kept_on(device)] == [3]


async def test_each_step_can_be_skipped_and_nothing_is_kept_but_that_it_was_seen(begin: Launch) -> None:
    app = await begin()
    seen = []
    for step in ("1 of 3", "2 of 3", "3 of 3"):
        assert step in app.words()
        seen.append(rows(app)[0])
        await app.tap("Skip this")
    assert seen == [HELLO, "What matters to you?", "Who could you ask?"]
    assert app.page.route == "/"
    assert app.state.preferences == Preferences(is_welcomed=True)
    assert not any(shelf.all() for shelf in (app.state.aims.values, app.state.aims.people))


@pytest.mark.parametrize("taps", [("Check in now",), ("Next",), ("Skip this", "Skip this")])
async def test_it_is_not_shown_again_wherever_it_was_left(begin: Launch, taps: tuple[str, ...]) -> None:
    device = FakeDevice()
    app = await begin(device)
    for name in taps:
        await app.tap(name)
    again = await begin(FakeDevice(*await device.contents()))
    assert again.page.route == "/"
    assert not again.sees(HELLO)


async def test_it_comes_once_more_to_whoever_left_it_untouched(begin: Launch) -> None:
    device = FakeDevice()
    await begin(device)
    again = await begin(FakeDevice(*await device.contents()))
    assert again.sees(HELLO)


async def test_whoever_has_kept_something_before_is_not_new_here(begin: Launch) -> None:
    app = await begin(await filled(made("8:00", 3)))
    assert app.page.route == "/"
    assert not app.sees(HELLO)


async def test_a_window_that_keeps_nothing_asks_nothing(begin: Launch) -> None:
    app = await begin(MemoryPlace())
    assert not app.sees(HELLO)
    assert app.sees("Nothing will be kept here.")


@pytest.mark.parametrize("route", ["/check-in", "/help", "/settings"])
async def test_whoever_came_for_another_screen_gets_that(begin: Launch, route: str) -> None:
    app = await begin(route=route)
    assert app.page.route == route
    assert not app.sees(HELLO)


async def test_done_fully_it_keeps_each_answer_as_it_is_given(begin: Launch, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TEND_LOCALE", "en-GB")
    device = FakeDevice()
    app = await begin(device)
    await app.tap("United Kingdom")
    assert app.chosen() == ["United Kingdom"]
    await app.write("My name", "Robin")
    await app.tap("Next")
    await app.tap("People I love")
    await app.tap("Growing things")
    assert app.chosen() == ["People I love", "Growing things"]
    await app.tap("Next")
    await app.write("Name", "Maya")
    await app.tap("Friend")
    await app.write("Phone", "020 7946 0018")
    await app.tap("Open Tend")
    assert app.page.route == "/"
    assert app.sees("Good morning, Robin")
    again = await begin(FakeDevice(*await device.contents()))
    assert again.state.preferences == Preferences(country="GB", name="Robin", is_welcomed=True)
    assert [value.area.value for value in again.state.aims.values.all()] == ["loved", "growing"]
    (maya,) = again.state.aims.people.all()
    assert (maya.name, maya.role, maya.call_link) == ("Maya", Role.FRIEND, "tel:+442079460018")


async def test_back_leads_a_step_back_with_what_was_answered(begin: Launch) -> None:
    app = await begin()
    assert "Back" not in app.buttons()
    await app.tap("Next")
    await app.tap("Learning")
    await app.tap("Next")
    await app.tap("Back")
    assert app.chosen() == ["Learning"]
    await app.tap("Back")
    assert app.sees(HELLO)


async def test_a_number_without_a_name_is_kept_as_a_draft_and_told_why(begin: Launch) -> None:
    app = await begin(route="/welcome/people")
    await app.write("Phone", "020 7946 0018")
    await app.tap("Open Tend")
    assert app.field("Name").error == "Add a few words, or go back."
    assert app.page.route == "/welcome/people"
    await app.tap("Skip this")
    assert app.page.route == "/"
    assert not app.state.aims.people.all()


async def test_a_name_that_is_too_long_changes_nothing(begin: Launch) -> None:
    app = await begin()
    await app.write("My name", "R" * (LONGEST_NAME + 1))
    assert app.field("My name").error == "This is too long. Up to 40 letters fit."
    assert app.state.preferences.name == ""


async def test_reminders_are_an_intent_alone_and_nobody_is_asked_for_permission(begin: Launch) -> None:
    app = await begin(route="/welcome/people")
    assert app.chosen() == ["No reminders"]
    await app.tap("Show me")
    await app.tap("Open Tend")
    assert app.routes[-1] == REMINDERS
    assert app.around.asked == 0


async def test_help_and_the_list_of_countries_open_over_it_and_lead_back(begin: Launch) -> None:
    app = await begin()
    await app.tap("Help now")
    assert app.sees("You do not have to do this alone.")
    await app.tap("Back")
    assert app.sees(HELLO)
    await app.tap("Pick my country")
    await app.write("Look for a country", "New Zea")
    await app.tap("New Zealand")
    assert app.sees(HELLO)
    assert app.chosen() == ["New Zealand"]


async def test_what_the_person_is_called_stays_in_the_records(begin: Launch) -> None:
    page = FakePage()
    app = await begin(page=page)
    await app.write("My name", "Robin")
    assert app.state.preferences.name == "Robin"
    assert {looks.name for looks in page.looks} == {""}


async def test_what_is_told_in_it_is_no_change_to_undo(begin: Launch) -> None:
    app = await begin()
    await app.write("My name", "Robin")
    await app.tap("Check in now")
    await app.tap("Settings")
    assert app.field("My name").value == "Robin"
    assert "Undo" not in app.buttons()


# The home screen


async def test_on_an_iphone_the_home_screen_comes_before_everything_with_the_reason(begin: Launch) -> None:
    page = FakePage()
    page.home = Install.SHARE
    app = await begin(page=page)
    assert rows(app)[:2] == ["First, put Tend on your home screen", HELLO]
    assert app.sees("This browser may clear your words after a week away.")
    assert app.sees("What you write in this browser does not move to the app.")
    await app.tap("Check in now")
    await app.tap("Mood, OK, 3 of 5")
    assert app.sees("Saved 9:12")


async def test_the_browsers_own_prompt_comes_on_a_tap_alone(begin: Launch) -> None:
    page = FakePage()
    page.home = Install.PROMPT
    app = await begin(page=page)
    await app.tap("Keep Tend on the home screen It then opens like an app.")
    assert page.prompted == 0
    await app.tap("Put Tend there")
    assert page.prompted == 1
    assert app.sees("Tend has its own place on this device.")
    await app.tap("Back")
    assert app.sees(HELLO)


async def test_a_prompt_that_is_declined_is_no_trouble(begin: Launch) -> None:
    page = FakePage()
    page.home, page.agrees = Install.PROMPT, False
    app = await begin(page=page, route="/settings/home")
    await app.tap("Put Tend there")
    assert app.sees("Not now, then. Tend works here too.")


@pytest.mark.parametrize(
    ("home", "words"),
    [
        (Install.THERE, "Tend has its own place on this device."),
        (Install.SHARE, "Pick Add to Home Screen."),
        (Install.MENU, "Pick Install, or Add to home screen."),
    ],
)
async def test_the_way_to_the_home_screen_is_the_browsers_own(begin: Launch, home: Install, words: str) -> None:
    page = FakePage()
    page.home = home
    app = await begin(page=page, route="/settings/home")
    assert app.sees(words)


async def test_large_text_puts_the_ways_on_below_everything(begin: Launch) -> None:
    device = await filled(preferences=Preferences(text_size=200))
    app = await begin(device)
    assert app.buttons()[-3:] == ["Next", "Skip this", "Check in now"]
    assert not [c for c in app.controls() if isinstance(c, ft.NavigationBar)]
