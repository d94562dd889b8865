"""Help now: the person's people, groups and meetings, each one tap away; under the lock, and in large text."""

from __future__ import annotations

from dataclasses import replace

import flet as ft
import pytest

from domain.models import Preferences
from domain.people import Person
from tests.domain.samples import made
from tests.driver import Driver
from tests.views.conftest import Launch
from tests.views.device import PASSPHRASE, filled
from tests.views.fakes import FakePage
from tests.views.help_samples import CHOIR, DEV, DIRECTORIES, EVERYBODY, MAYA, TEAM, filled_button, links, opened

ALONE = "You do not have to do this alone."


# The person's people


async def test_the_first_people_have_every_way_that_works_and_groups_a_heading_of_their_own(launch: Launch) -> None:
    app = await opened(launch, *EVERYBODY, country="GB")
    assert app.between("My people", "Open my safety plan") == [
        "Change",
        *("Maya", "Family. Not after ten. Will come over.", "Call", "Text", "E-mail", "Ask"),
        *("Dev", "Peer. 0800 HELP. Tend cannot call this."),
        *("Care team", "the desk. Tend cannot write to this.", "Call"),
        *("Groups and meetings", "Choir", "Tuesdays, 7 pm.", "Open"),
    ]
    assert links(app)[:5] == [
        *("tel:+447700900123", "sms:+447700900123", "mailto:maya@example.org", "tel:02079460000"),
        "https://www.example.org/choir",
    ]


async def test_a_group_says_when_and_where_it_meets(launch: Launch) -> None:
    group = replace(CHOIR, where="Mill Hall\nback door", notes="Bring tea")
    app = await opened(launch, group, country="GB")
    assert app.between("Choir", "Open my safety plan") == ["Tuesdays, 7 pm. Mill Hall\nback door. Bring tea."]
    assert "Add one person you trust" in app.words()


async def test_the_people_can_be_changed_from_here(launch: Launch) -> None:
    app = await opened(launch, MAYA, country="GB")
    assert "Add one person you trust" not in app.words()
    await app.tap("Change my people")
    assert app.headings()[0] == (1, "My people")
    await app.tap("Back")
    assert ALONE in app.words()


async def test_a_screen_reader_hears_whom_each_button_is_for(launch: Launch) -> None:
    app = await opened(launch, MAYA, CHOIR, country="GB")
    named = [c.semantics_label for c in app.controls() if isinstance(c, ft.Text) and c.semantics_label]
    assert named == [
        *("Change my people", "Call Maya", "Text Maya", "E-mail Maya", "Ask Maya", "Open the link of Choir"),
        *("Text SHOUT to 85258, Shout", "Change the country"),
    ]


async def test_the_others_are_a_tap_away(launch: Launch) -> None:
    zoe = Person("zoe", "Zoe", "0123", place=9)
    more = [replace(CHOIR, id=f"g{n}", name=f"Group {n}") for n in range(4)]
    app = await opened(launch, *EVERYBODY[:3], zoe, *more, country="GB")
    assert not app.sees("Zoe")
    assert not app.sees("Group 3")
    await app.tap("More people")
    assert "tel:0123" in links(app)
    assert "More people" not in app.buttons()
    await app.tap("More groups and meetings")
    assert app.sees("Group 3")


async def test_without_people_one_can_be_added(launch: Launch) -> None:
    app = await opened(launch, country="GB")
    await app.tap("Add one person you trust So asking is easy later.")
    assert app.headings()[0] == (1, "Somebody new")
    await app.tap("Back")
    assert ALONE in app.words()


async def test_asking_opens_a_message_to_them(launch: Launch) -> None:
    app = await opened(launch, DEV, MAYA, TEAM, country="GB")
    await app.tap("Ask Maya")
    assert app.headings()[0] == (1, "Ask Maya")
    assert filled_button(app).startswith("sms:+447700900123?&body=")


@pytest.mark.parametrize("typed", ["*#06#", "javascript:alert(1)", "112;ext=8", "0800 HELP"])
async def test_what_is_no_number_is_shown_and_in_no_address(launch: Launch, typed: str) -> None:
    app = await opened(launch, Person("p", "Sam", typed, email=typed, text_to=typed), country="GB")
    assert app.sees(f"{typed}. Tend cannot call this. {typed}. Tend cannot write to this.")
    assert not [link for link in links(app) if "06" in link or "javascript" in link or "ext" in link or "HELP" in link]
    assert links(app)[2:] == [*DIRECTORIES, "tel:116123", "sms:85258?&body=SHOUT", "tel:999"]


# Locked, large, and while something is broken


async def locked(launch_vault: Launch, country: str = "GB") -> Driver:
    """Help now on a device with a lock, before the passphrase."""
    page = FakePage()
    page.looks.append(Preferences(country=country))
    return await launch_vault(await filled(made("8:00", 1), passphrase=PASSPHRASE), page, route="/help")


async def unlock(app: Driver) -> None:
    await app.go("/")
    await app.write("Passphrase", PASSPHRASE)
    await app.tap("Open Tend")


async def test_under_the_lock_the_lines_stand_and_no_people(launch_vault: Launch) -> None:
    app = await locked(launch_vault)
    assert filled_button(app) == "tel:116123"
    lines = "Help lines in United Kingdom"
    assert app.between("My people", lines) == ["They show once Tend is open."]
    await unlock(app)
    await app.state.aims.people.keep(MAYA)
    await app.state.aims.people.keep(CHOIR)
    await app.go("/help")
    assert links(app)[0] == "tel:+447700900123"
    app.state.lock()
    await app.settle()
    assert app.between("My people", lines) == ["They show once Tend is open."]
    assert filled_button(app) == "tel:116123"
    assert not app.sees("Maya")
    assert not app.sees("Choir")


async def test_a_country_can_be_chosen_under_the_lock_and_stays(launch_vault: Launch) -> None:
    app = await locked(launch_vault, country="")
    await app.tap("Pick your country")
    await app.write("Look for a country", "german")
    await app.tap("Germany")
    assert filled_button(app) == "tel:08001110111"
    assert app.around.looks[-1].country == "DE"
    await app.tap("Back")
    assert not app.sees("Nothing was changed.")
    await unlock(app)
    await app.go("/help")
    assert filled_button(app) == "tel:08001110111"


async def test_what_is_erased_takes_the_country_with_it(launch_vault: Launch) -> None:
    app = await locked(launch_vault)
    await app.go("/settings/erase")
    await app.tap("Delete")
    await app.tap("Delete for good")
    await app.go("/help")
    assert "No country is chosen yet." in app.words()


@pytest.mark.parametrize("text_size", [100, 150, 200])
async def test_everything_has_a_name_and_wraps_at_any_text_size(launch: Launch, text_size: int) -> None:
    app = await opened(launch, *EVERYBODY, country="GB", text_size=text_size)
    assert all(name.strip() for name in app.buttons())
    rows = [control for control in app.controls() if isinstance(control, ft.Row) and len(control.controls) > 1]
    assert all(row.wrap or any(part.expand for part in row.controls) for row in rows)


async def test_lines_that_cannot_be_read_leave_two_numbers(launch: Launch, errors_expected: list[str]) -> None:
    errors_expected.append("ValueError")
    app = await launch(route="/")

    def broken() -> None:
        raise ValueError

    app.state.help_lines = broken
    await app.go("/help")
    assert {"Call 112", "Call 911"} <= set(app.words())
