"""Asking somebody: whom, with which words, and how the words get there; Tend sends nothing."""

from __future__ import annotations

from dataclasses import replace

import flet as ft
import pytest

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
    messages = [name.removesuffix(", chosen") for name in app.buttons() if name.endswith((", chosen", "?"))]
    assert messages == [
        "Please think of me today. No need to reply.",
        "Can you call me today?",
        "Can you come and sit with me?",
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
    assert copy.action == ft.CopyToClipboard("Please think of me today. No need to reply.")
    await app.tap("Copy the words")
    (said,) = [c for c in app.controls() if isinstance(c, ft.Semantics) and c.live_region]
    assert said.content.value == "Copied."
    await app.tap("Can you call me today?")
    assert "Copied." not in app.words()
