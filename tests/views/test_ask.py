"""Asking somebody: whom, with which words, and how the words get there; Tend sends nothing."""

from __future__ import annotations

from dataclasses import replace

import flet as ft
import pytest

from domain.errors import StorageFull
from domain.goals import Farewell, Goal
from domain.people import Person
from tests.domain.samples import local
from tests.driver import Driver
from tests.views.conftest import Launch
from tests.views.goal_samples import GROWING, MAYA, PLOT, records

DEV, LEE = Person("dev", "Dev", place=1), Person("lee", "Lee", "call the shop", place=2)
HELPED = replace(PLOT, helper_id="dev", helper="Dev", ask="Can you come to the plot with me?")
WHOM = "Whom would you like to ask?"
NO_NUMBER = ["Tend has no number for Dev.", "Pick Dev in your messages, or copy the words."]


def offered(app: Driver) -> list[str]:
    """The people to choose from."""
    return app.between(WHOM, "What would you like to say?") if WHOM in app.words() else []


def address(app: Driver) -> str:
    """What opens the phone's messages."""
    (button,) = [c for c in app.controls() if isinstance(c, ft.FilledButton)]
    return button.url.url


async def test_the_messages_are_said_plainly_and_the_first_is_chosen(launch: Launch) -> None:
    app = await launch(route="/ask")
    messages = [name.removesuffix(", chosen") for name in app.buttons() if name.endswith((", chosen", "?", "."))]
    assert messages == [
        "Please think of me today. No need to answer.",
        "Could you come and sit with me?",
        "I need you now. Please call me.",
    ]
    assert app.chosen() == messages[:1]


@pytest.mark.parametrize(
    ("goals", "found"),
    [
        ((), ["Maya", "Somebody else"]),
        ((HELPED,), ["Maya", "Dev", "Somebody else"]),
        ((replace(HELPED, farewell=Farewell(local().date(), "")),), ["Maya", "Somebody else"]),
    ],
)
async def test_who_has_a_number_and_who_helps_with_a_goal_is_offered(
    launch: Launch, goals: tuple[Goal, ...], found: list[str]
) -> None:
    app = await launch(records=records(*goals, people=[MAYA, DEV, LEE]), route="/ask")
    assert offered(app) == found


async def test_a_helper_without_a_number_is_chosen_and_the_words_can_be_sent_or_copied(launch: Launch) -> None:
    app = await launch(records=records(HELPED, values=[GROWING], people=[DEV]), route="/goals")
    await app.tap("Ask Dev")
    assert app.headings()[0] == (1, "Ask Dev")
    assert "Dev" in app.chosen()
    assert offered(app)[-2:] == NO_NUMBER
    assert address(app) == "sms:?&body=Can%20you%20come%20to%20the%20plot%20with%20me%3F"
    assert "Copy the words" in app.buttons()


async def test_whom_nothing_keeps_a_number_of_stays_chosen_without_a_goal(launch: Launch) -> None:
    app = await launch(records=records(people=[LEE]), route="/goals")
    app.state.aims.asking = LEE, ""
    await app.go("/ask")
    assert offered(app)[:2] == ["Lee", "Somebody else"]


async def test_with_a_number_nothing_is_said_about_it(launch: Launch) -> None:
    app = await launch(records=records(people=[MAYA]), route="/ask")
    await app.tap("Maya")
    assert not app.sees("Tend has no number")
    assert address(app).startswith("sms:+447700900123?&body=Please%20think")


async def test_copying_says_so_until_the_words_are_others(launch: Launch) -> None:
    app = await launch(route="/ask")
    (copy,) = [c for c in app.controls() if isinstance(c, ft.TextButton) and c.content == "Copy the words"]
    assert copy.action == ft.CopyToClipboard("Please think of me today. No need to answer.")
    await app.tap("Copy the words")
    (said,) = [c for c in app.controls() if isinstance(c, ft.Semantics) and c.live_region]
    assert said.content.value == "Copied."
    await app.tap("I need you now. Please call me.")
    assert "Copied." not in app.words()


# By mail, and messages of one's own


def links(app: Driver) -> list[str]:
    return [c.url.url for c in app.controls() if isinstance(getattr(c, "url", None), ft.Url)]


async def ask(launch: Launch, person: Person) -> Driver:
    app = await launch(records=records(people=[person]), route="/ask")
    await app.tap(person.name)
    return app


async def test_who_has_an_address_can_be_written_to(launch: Launch) -> None:
    app = await ask(launch, replace(MAYA, email="maya@example.org"))
    await app.tap("I need you now. Please call me.")
    words = "I%20need%20you%20now.%20Please%20call%20me."
    assert links(app) == [f"sms:+447700900123?&body={words}", f"mailto:maya@example.org?body={words}"]
    assert "Open in e-mail" in app.words()


async def test_texts_go_to_the_number_for_texts(launch: Launch) -> None:
    app = await ask(launch, replace(MAYA, text_to="07700 900456"))
    assert address(app).startswith("sms:07700900456?&body=Please")


async def test_own_words_are_kept_for_one_person_and_offered_again(launch: Launch) -> None:
    app = await ask(launch, MAYA)
    await app.write("In my own words", "Can we talk\nabout Dad?")
    await app.tap("Keep these words for Maya")
    assert app.records.people.all() == (replace(MAYA, asks=("Can we talk about Dad?",)),)
    assert "Keep these words for Maya" not in app.buttons()
    await app.tap("I need you now. Please call me.")
    await app.tap("Can we talk about Dad?")
    assert address(app).endswith("body=Can%20we%20talk%20about%20Dad%3F")
    await app.tap("Somebody else")
    assert "Can we talk about Dad?" not in app.buttons()


@pytest.mark.parametrize("words", ["", "  ", "Could you come and sit with me?"])
async def test_what_is_offered_already_or_is_no_word_need_not_be_kept(launch: Launch, words: str) -> None:
    app = await ask(launch, MAYA)
    await app.write("In my own words", words)
    assert not app.sees("Keep these words")


async def test_a_message_that_does_not_fit_stays_and_that_is_said_by_it(launch: Launch) -> None:
    app = await ask(launch, MAYA)
    await app.write("In my own words", "a" * 501)
    await app.tap("Keep these words for Maya")
    assert app.field("In my own words").error == "This is too long. Up to 500 letters fit."
    assert app.field("In my own words").value == "a" * 501
    await app.write("In my own words", "a" * 500)
    assert app.field("In my own words").error is None
    await app.tap("Keep these words for Maya")
    assert app.records.people.all()[0].asks == ("a" * 500,)


async def test_words_the_device_refuses_stand_and_that_is_said(launch: Launch) -> None:
    app = await ask(launch, MAYA)
    app.records.people.refuse = StorageFull("quota")
    await app.write("In my own words", "Tea?")
    await app.tap("Keep these words for Maya")
    assert {"Tea?", "Not saved yet. Tend keeps trying."} <= set(app.words())
