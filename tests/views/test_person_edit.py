"""Somebody among the people: written down, changed, refused by field, and never lost on the way."""

from __future__ import annotations

import asyncio
import subprocess
import sys

import flet as ft
import pytest

from domain.dialling import is_short_code
from domain.errors import StorageFull
from domain.people import Person, Role
from storage.help_content import help_lines
from tests.driver import Driver
from tests.views.conftest import Launch
from tests.views.help_samples import CHOIR, MAYA, TEAM, links, opened
from views.numbers import normalised

NAME, PHONE, TEXTS, MAIL = "Name", "Phone", "Number for texts, if it is another", "E-mail"
TIMES, MEETS, WHERE = "Good times, in my words", "When it meets", "Where, or a link"
NOTES, ASKS = "Notes, such as: good for a walk", "My own messages to them, one on each line"


def kept(app: Driver) -> list[Person]:
    return list(app.records.people.all())


def errors(app: Driver) -> dict[str, str]:
    """What is said by which field."""
    return {c.label: c.error for c in app.controls() if getattr(c, "error", None)}


async def new(launch: Launch, *people: Person, **more: str) -> Driver:
    app = await opened(launch, *people, route="/people", **more)
    await app.tap("Add somebody")
    return app


async def test_a_name_is_enough(launch: Launch) -> None:
    app = await new(launch, MAYA)
    await app.write(NAME, " Sam ")
    await app.tap("Save")
    sam = kept(app)[-1]
    assert sam == Person(sam.id, "Sam", place=1)
    assert app.page.route == "/people"
    assert "Sam" in app.words()


async def test_everything_that_is_written_is_kept_and_can_be_tapped(launch: Launch) -> None:
    app = await new(launch, country="GB")
    await app.write(NAME, "Sam")
    await app.tap("Neighbour")
    for label, words in (
        *((PHONE, "020 7946 0000"), (TEXTS, "020 7946 0001"), (MAIL, "sam@example.org"), (TIMES, "Mornings")),
        *((NOTES, "Good for a walk\nDo not call after ten"), (ASKS, "Tea?\n\n  Can we  walk? ")),
    ):
        await app.write(label, words)
    await app.tap("Save")
    (sam,) = kept(app)
    assert sam == Person(
        *(sam.id, "Sam", "+44 20 7946 0000", 0, Role.NEIGHBOUR, "+44 20 7946 0001", "sam@example.org"),
        *("Good for a walk\nDo not call after ten", "Mornings", "", ("Tea?", "Can we walk?")),
    )
    assert links(app) == ["tel:+442079460000", "sms:+442079460001", "mailto:sam@example.org"]


async def test_a_group_has_a_place_or_a_link_and_a_time(launch: Launch) -> None:
    app = await new(launch)
    await app.write(NAME, "Peer group")
    await app.tap("Group or meeting")
    await app.write(WHERE, "https://example.org/room")
    await app.write(MEETS, "Mondays at six")
    await app.tap("Save")
    (group,) = kept(app)
    assert (group.role, group.where, group.hours) == (Role.GROUP, "https://example.org/room", "Mondays at six")
    assert links(app) == ["https://example.org/room"]


async def test_a_group_has_a_form_of_its_own(launch: Launch) -> None:
    app = await opened(launch, MAYA, route="/people")
    await app.tap("Add a group or meeting")
    assert app.headings()[0] == (1, "A group or meeting")
    assert app.chosen() == ["Group or meeting"]
    labels = [c.label for c in app.controls() if isinstance(c, ft.TextField)]
    assert labels == [NAME, WHERE, MEETS, PHONE, TEXTS, MAIL, "A note", ASKS]
    await app.tap("Save")
    assert errors(app) == {NAME: "Add a few words, or go back."}
    for label, words in ((NAME, "Peer group"), (WHERE, "Mill Hall"), (MEETS, "Mondays"), ("A note", "Bring tea")):
        await app.write(label, words)
    await app.tap("Help now")
    await app.tap("Back")
    await app.tap("Save")
    group = kept(app)[-1]
    assert group == Person(group.id, "Peer group", "", 1, Role.GROUP, "", "", "Bring tea", "Mondays", "Mill Hall")
    assert app.page.route == "/people"
    assert app.between("Groups and meetings", "Add a group or meeting")[:4] == [
        *("Peer group", "Group or meeting", "Mondays", "Mill Hall"),
    ]
    await app.tap("Add somebody")
    assert (app.field(NAME).value, app.chosen()) == ("", [])


async def test_the_place_is_asked_of_groups_and_shown_where_there_is_one(launch: Launch) -> None:
    app = await new(launch, CHOIR)
    assert WHERE not in [word for word in app.words() if word]
    await app.go("/people/choir")
    assert app.field(WHERE).value == "www.example.org/choir"
    await app.tap("Group or meeting")
    assert app.chosen() == []
    assert app.field(WHERE).value == "www.example.org/choir"
    await app.tap("Save")
    assert kept(app)[0].role is None


async def test_what_is_changed_is_changed_and_all_else_stays(launch: Launch) -> None:
    app = await opened(launch, MAYA, route="/people")
    await app.tap("Edit: Maya")
    assert app.field(NOTES).value == "Will come over."
    await app.write(NOTES, "Has a car")
    await app.tap("Save")
    assert kept(app) == [Person(**(vars(MAYA) | {"notes": "Has a car"}))]


async def test_what_happened_meanwhile_is_kept_with_the_change(launch: Launch) -> None:
    app = await opened(launch, MAYA, TEAM, route="/people/maya")
    await app.write(NOTES, "Has a car")
    await app.state.aims.move_person("maya", 1)
    await app.tap("Save")
    assert [(person.id, person.notes) for person in kept(app)] == [("team", ""), ("maya", "Has a car")]


# What is refused, and what is no number


async def test_a_name_is_needed_and_that_is_said_by_it(launch: Launch) -> None:
    app = await new(launch)
    await app.write(PHONE, "0123")
    await app.tap("Save")
    assert errors(app) == {NAME: "Add a few words, or go back."}
    assert app.field(PHONE).value == "0123"
    assert kept(app) == []
    await app.write(NAME, "Sam")
    await app.tap("Save")
    assert [(person.name, person.phone) for person in kept(app)] == [("Sam", "0123")]


async def test_each_field_that_is_too_long_says_so_and_keeps_what_was_typed(launch: Launch) -> None:
    app = await opened(launch, MAYA, route="/people/maya")
    await app.write(NAME, "n" * 201)
    await app.write(NOTES, "n" * 10_000)
    await app.write(ASKS, "a" * 501)
    await app.tap("Save")
    assert errors(app) == {
        NAME: "This is too long. Up to 200 letters fit.",
        NOTES: "This is too long. Up to 2000 letters fit.",
        ASKS: "This is too long. Up to 500 letters fit.",
    }
    assert app.field(NOTES).value == "n" * 10_000
    assert kept(app) == [MAYA]


async def test_twenty_messages_fit(launch: Launch) -> None:
    app = await opened(launch, MAYA, route="/people/maya")
    await app.write(ASKS, "\n".join(map(str, range(21))))
    await app.tap("Save")
    assert errors(app) == {ASKS: "Up to 20 messages fit."}
    await app.write(ASKS, "\n".join(map(str, range(20))))
    await app.tap("Save")
    assert len(kept(app)[0].asks) == 20


@pytest.mark.parametrize("typed", ["*#06#", "javascript:alert(1)", "112;ext=8", "0800 HELP", "ask at the desk"])
async def test_what_is_no_number_is_kept_as_words_and_said(launch: Launch, typed: str) -> None:
    app = await new(launch, country="GB")
    await app.write(NAME, "Sam")
    await app.write(PHONE, typed)
    await app.tap("Save")
    assert kept(app)[0].phone == typed
    assert {typed, "Tend cannot call this."} <= set(app.words())
    assert links(app) == []


@pytest.mark.parametrize(
    ("typed", "country", "number"),
    [
        ("030 123456", "DE", "+49 30 123456"),
        ("1-800-356-9377", "US", "+1 800-356-9377"),
        ("+44 (0)20 7946 0000", "", "+44 20 7946 0000"),
        ("020.7946.0000", "GB", "+44 20 7946 0000"),
        ("020 7946 0000", "", "020 7946 0000"),
        ("020 7946 0000", "QQ", "020 7946 0000"),
        *(("112", "DE", "112"), ("0123", "GB", "0123"), ("*4141", "CL", "*4141"), ("+", "GB", "+"), ("", "GB", "")),
        ("0" * 200, "GB", "0" * 200),
        *((word, "US", word) for word in ("1-800-FLOWERS", "112;ext=8", "020 7946 0000 x12", "*#06#", "after ten")),
    ],
)
def test_a_number_is_written_so_that_it_works_abroad_where_it_can(typed: str, country: str, number: str) -> None:
    assert normalised(typed, country) == number


# Nothing is lost on the way


async def test_what_was_begun_stays_while_help_is_open(launch: Launch) -> None:
    app = await new(launch)
    await app.write(NAME, "Sam")
    await app.tap("Peer")
    await app.tap("Help now")
    await app.tap("Back")
    assert app.field(NAME).value == "Sam"
    assert app.chosen() == ["Peer"]
    await app.tap("Cancel")
    assert app.page.route == "/people"
    await app.tap("Add somebody")
    assert (app.field(NAME).value, app.chosen()) == ("", [])
    assert kept(app) == []


async def test_what_the_device_refuses_stands_and_is_tried_again(launch: Launch) -> None:
    app = await new(launch)
    app.records.people.refuse = StorageFull("quota")
    await app.write(NAME, "Sam")
    await app.tap("Save")
    assert {"Sam", "Not saved yet. Tend keeps trying."} <= set(app.words())
    app.records.people.refuse = None
    await app.tap("Try again")
    assert [person.name for person in kept(app)] == ["Sam"]


async def test_a_second_tap_adds_nobody_twice(launch: Launch) -> None:
    app = await new(launch)
    await app.write(NAME, "Sam")
    app.records.people.gate = asyncio.Event()
    tapping = asyncio.ensure_future(app.tap("Save", "Save"))
    await asyncio.sleep(0.01)
    assert (app.field(NAME).value, errors(app)) == ("Sam", {})
    app.records.people.gate.set()
    await tapping
    assert [person.name for person in kept(app)] == ["Sam"]
    assert app.routes == ["/people/new", "/people"]


async def test_somebody_who_is_gone_is_said_to_be(launch: Launch) -> None:
    app = await opened(launch, route="/people/gone")
    assert "They are not here any more." in app.words()
    assert "Save" not in app.buttons()


async def test_back_leads_to_help_where_it_was_opened_from_there(launch: Launch) -> None:
    app = await opened(launch, country="GB")
    await app.tap("Add one person you trust So asking is easy later.")
    await app.write(NAME, "Sam")
    await app.tap("Save")
    assert app.page.route == "/help"
    assert "Sam" in app.words()


@pytest.mark.parametrize("text_size", [100, 200])
async def test_everything_has_a_name_at_any_text_size(launch: Launch, text_size: int) -> None:
    app = await opened(launch, MAYA, route="/people/maya", text_size=text_size)
    assert all(name.strip() for name in app.buttons())
    assert app.headings() == [(1, "Maya"), (2, "What are they to me?")]


def test_the_package_of_numbers_is_not_read_when_tend_opens() -> None:
    reads = "import main, sys; sys.exit('phonenumbers' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", reads], check=False).returncode == 0


async def test_no_screen_of_people_or_of_help_reads_the_package_of_numbers(
    launch: Launch, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It takes a phone a moment: somebody is looked for first, and a number is read when it is saved."""
    monkeypatch.setitem(sys.modules, "phonenumbers", None)  # reading it would raise, and the screen would not open
    app = await opened(launch, MAYA, country="GB", route="/help")
    for route in ("/people", f"/people/{MAYA.id}", "/people/new", "/settings/country", "/help"):
        await app.go(route)
        assert not app.sees("This page did not open.")
    assert "tel:+447700900123" in links(app)


def test_no_short_code_that_ships_becomes_an_international_number_anywhere() -> None:
    shipped = help_lines()
    codes = {line.digits for line in shipped.lines if is_short_code(line.digits)}
    codes |= {there.digits for there in shipped.emergencies.values() if there.digits}
    assert len(codes) > 30
    changed = [
        (code, country) for code in codes for country in shipped.emergencies if normalised(code, country) != code
    ]
    assert changed == []
