"""My strengths: two lists, added to and edited in place, deleted with a way back."""

from __future__ import annotations

import pytest

from domain.errors import StorageFull
from domain.goals import Strength
from domain.models import Preferences
from tests.driver import Driver
from tests.views.conftest import Launch
from tests.views.fakes import FakeClock, FakeRecords

PATIENT = Strength("a", "I am patient")
NOTICES = Strength("b", "I notice small things")
CALM = Strength("c", "You bring calm", is_from_others=True)


async def opened(launch: Launch, *strengths: Strength, text_size: int = 100) -> Driver:
    return await launch(
        records=FakeRecords((), Preferences(text_size=text_size), strengths=strengths), route="/strengths"
    )


def kept(app: Driver) -> list[tuple[str, bool]]:
    return [(strength.words, strength.is_from_others) for strength in app.records.strengths.all()]


async def test_two_lists_stand_under_their_headings(launch: Launch) -> None:
    app = await opened(launch, PATIENT, NOTICES, CALM)
    assert app.headings() == [(1, "My strengths"), (2, "What I am good at"), (2, "What others say I bring")]
    own = app.between("What I am good at", "What others say I bring")
    assert own == ["I am patient", "I notice small things", "Add a strength"]
    assert app.between("What others say I bring", "Add what others say") == ["You bring calm"]


@pytest.mark.parametrize(
    ("opens", "label", "is_from_others"),
    [
        ("Add a strength", "Something I am good at", False),
        ("Add what others say", "Something others say", True),
    ],
)
async def test_one_is_added_in_place_to_its_list(
    launch: Launch, clock: FakeClock, opens: str, label: str, is_from_others: bool
) -> None:
    app = await opened(launch)
    for words in (" I listen ", "I make soup"):
        clock.pass_time(seconds=5)
        await app.tap(opens)
        await app.write(label, words)
        await app.submit(label)
    assert kept(app) == [("I listen", is_from_others), ("I make soup", is_from_others)]
    assert app.words().index("I listen") < app.words().index("I make soup")


async def test_both_lists_can_be_written_in_at_once_and_mix_nothing_up(launch: Launch) -> None:
    app = await opened(launch)
    await app.tap("Add a strength")
    await app.write("Something I am good at", "I listen")
    await app.tap("Add what others say")
    await app.write("Something others say", "Warm")
    await app.submit("Something others say")
    assert kept(app) == [("Warm", True)]
    assert app.field("Something I am good at").value == "I listen"


@pytest.mark.parametrize(
    ("words", "sentence"),
    [("  ", "Add a few words, or go back."), ("x" * 201, "This is too long. Up to 200 letters fit.")],
)
async def test_words_that_cannot_be_kept_stay_with_one_sentence(launch: Launch, words: str, sentence: str) -> None:
    app = await opened(launch)
    await app.tap("Add a strength")
    await app.write("Something I am good at", words)
    await app.tap("Add")
    assert app.field("Something I am good at").error == sentence
    assert app.field("Something I am good at").value == words
    assert kept(app) == []


async def test_one_is_edited_in_place_and_kept_with_each_letter(launch: Launch) -> None:
    app = await opened(launch, PATIENT, NOTICES)
    await app.tap("I am patient, edit")
    await app.write("In my own words", "I am very patient")
    assert kept(app) == [("I am very patient", False), ("I notice small things", False)]
    await app.tap("Done")
    assert app.between("What I am good at", "Add a strength") == ["I am very patient", "I notice small things"]


async def test_one_that_is_emptied_is_not_lost(launch: Launch) -> None:
    app = await opened(launch, PATIENT)
    await app.tap("I am patient, edit")
    await app.write("In my own words", "I")
    await app.write("In my own words", "")
    assert app.field("In my own words").error == "Add a few words, or go back."
    await app.tap("Done")
    assert kept(app) == [("I am patient", False)]
    assert "I am patient, edit" in app.buttons()


async def test_opening_another_does_not_carry_words_over(launch: Launch) -> None:
    app = await opened(launch, PATIENT, NOTICES)
    await app.tap("I am patient, edit")
    await app.write("In my own words", "x" * 201)
    await app.tap("I notice small things, edit")
    assert app.field("In my own words").value == "I notice small things"
    assert app.field("In my own words").error is None
    assert kept(app) == [("I am patient", False), ("I notice small things", False)]


async def test_deleting_one_can_be_undone(launch: Launch) -> None:
    app = await opened(launch, PATIENT, CALM)
    await app.tap("You bring calm, edit")
    await app.tap("Delete")
    assert kept(app) == [("I am patient", False)]
    assert app.sees("Deleted.")
    await app.tap("Undo")
    assert app.records.strengths.all() == (PATIENT, CALM)
    assert not app.sees("Deleted.")


async def test_what_is_deleted_comes_back_as_it_was_last_written(launch: Launch) -> None:
    app = await opened(launch, PATIENT)
    await app.tap("I am patient, edit")
    await app.write("In my own words", "I wait well")
    await app.tap("Delete")
    await app.tap("Undo")
    assert kept(app) == [("I wait well", False)]


async def test_what_the_device_does_not_take_stays_and_is_said(launch: Launch) -> None:
    app = await opened(launch)
    app.records.strengths.refuse = StorageFull("quota")
    await app.tap("Add a strength")
    await app.write("Something I am good at", "I listen")
    await app.tap("Add")
    assert app.sees("I listen")
    assert app.sees("Not saved yet. Tend keeps trying.")
    app.records.strengths.refuse = None
    await app.tap("Try again")
    assert kept(app) == [("I listen", False)]
    assert not app.sees("Not saved yet.")


@pytest.mark.parametrize("text_size", [100, 200])
async def test_every_button_has_a_name(launch: Launch, text_size: int) -> None:
    app = await opened(launch, PATIENT, CALM, text_size=text_size)
    names = app.buttons()
    assert names[names.index("Help now") + 1 :] == [
        "I am patient, edit",
        "Add a strength",
        "You bring calm, edit",
        "Add what others say",
    ]
