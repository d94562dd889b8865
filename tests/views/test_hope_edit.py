"""Words and links for the hope box: put in, said otherwise, refused with everything that was typed still there."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import flet as ft
import pytest

from domain.errors import StorageFull
from domain.hopes import Hope, HopeKind
from domain.models import Preferences
from tests.driver import Driver
from tests.views.conftest import Launch
from tests.views.device import PASSPHRASE, filled
from tests.views.fakes import FakeRecords

AT = datetime(2026, 11, 19, 8, 12, tzinfo=UTC)
PICTURE = b"\xff\xd8\xff\xda the sea \xff\xd9"
WORDS = Hope("w", HopeKind.WORDS, AT, 60, "You came through before.", place=3)
PHOTO = Hope("p", HopeKind.PHOTO, AT, 60, photo=PICTURE, place=4)
LINK = Hope("l", HopeKind.LINK, AT, 60, "Our song", "https://example.org/song", place=5)
FIELD, ADDRESS, NAME, SHOWS = "Words that help me hold on", "Web address", "What it is", "What it shows"


async def opened(launch: Launch, *hopes: Hope, route: str = "/hopes", text_size: int = 100) -> Driver:
    return await launch(records=FakeRecords((), Preferences(text_size=text_size), hopes=hopes), route=route)


def kept(app: Driver) -> list[Any]:
    return [(hope.kind, hope.words, hope.address, hope.place) for hope in app.records.hopes.all()]


async def test_words_are_put_in_front(launch: Launch) -> None:
    app = await opened(launch, WORDS)
    await app.tap("Add words")
    assert app.headings() == [(1, "My words")]
    await app.write(FIELD, " This is a wave.\nIt passes. ")
    await app.tap("Save")
    assert app.routes == ["/hopes/words", "/hopes"]
    assert kept(app)[0] == (HopeKind.WORDS, "This is a wave.\nIt passes.", "", 2)
    assert "This is a wave.\nIt passes." in app.words()
    await app.tap("Add words")
    assert app.field(FIELD).value == ""


async def test_a_link_is_put_in_with_or_without_a_name(launch: Launch) -> None:
    app = await opened(launch)
    await app.tap("Add a link")
    assert app.headings() == [(1, "My link")]
    assert app.sees("A song, a film, a place. Tend never looks there by itself.")
    await app.write(ADDRESS, "example.org/song")
    await app.tap("Save")
    assert kept(app) == [(HopeKind.LINK, "", "https://example.org/song", 0)]
    await app.tap("Add a link")
    await app.write(ADDRESS, "http://example.com")
    await app.write(NAME, "Birds at dawn")
    await app.tap("Save")
    assert kept(app)[0] == (HopeKind.LINK, "Birds at dawn", "http://example.com", -1)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("", "Add a few words, or go back."),
        (" \n ", "Add a few words, or go back."),
        ("x" * 2_001, "This is too long. Up to 2000 letters fit."),
    ],
    ids=["nothing", "blanks", "too long"],
)
async def test_words_that_cannot_be_kept_stay_with_one_sentence(launch: Launch, words: str, sentence: str) -> None:
    app = await opened(launch, route="/hopes/words")
    await app.write(FIELD, words)
    await app.tap("Save")
    assert (app.field(FIELD).error, app.field(FIELD).value) == (sentence, words)
    assert (kept(app), app.routes) == ([], [])
    await app.write(FIELD, "Breathe.")
    await app.tap("Save")
    assert kept(app) == [(HopeKind.WORDS, "Breathe.", "", 0)]


@pytest.mark.parametrize(
    ("address", "sentence"),
    [
        ("", "Please write a web address, such as example.org."),
        ("our song", "Please write a web address, such as example.org."),
        ("javascript:alert(1)", "Please write a web address, such as example.org."),
        ("tel:112", "Please write a web address, such as example.org."),
        ("example.org/" + "a" * 2_000, "This is too long. Up to 2000 letters fit."),
    ],
    ids=["nothing", "words", "a script", "a number", "too long"],
)
async def test_an_address_that_leads_nowhere_stays_with_one_sentence_by_its_field(
    launch: Launch, address: str, sentence: str
) -> None:
    app = await opened(launch, route="/hopes/link")
    await app.write(ADDRESS, address)
    await app.write(NAME, "Our song")
    await app.tap("Save")
    assert (app.field(ADDRESS).error, app.field(ADDRESS).value) == (sentence, address)
    assert (app.field(NAME).error, app.field(NAME).value) == (None, "Our song")
    assert kept(app) == []


async def test_a_name_of_a_link_that_is_too_long_is_said_by_its_own_field(launch: Launch) -> None:
    app = await opened(launch, route="/hopes/link")
    await app.write(ADDRESS, "example.org")
    await app.write(NAME, "x" * 2_001)
    await app.tap("Save")
    assert (app.field(ADDRESS).error, app.field(NAME).error) == (None, "This is too long. Up to 2000 letters fit.")


async def test_what_is_there_can_be_said_otherwise_and_keeps_its_place(launch: Launch) -> None:
    app = await opened(launch, WORDS, PHOTO, LINK)
    await app.tap("Edit: You came through before.")
    assert app.field(FIELD).value == "You came through before."
    await app.write(FIELD, "You came through each time.")
    await app.tap("Save")
    await app.tap("Edit: Our song")
    assert (app.field(ADDRESS).value, app.field(NAME).value) == ("https://example.org/song", "Our song")
    await app.write(ADDRESS, "example.com")
    await app.write(NAME, "")
    await app.tap("Save")
    assert kept(app) == [
        (HopeKind.WORDS, "You came through each time.", "", 3),
        (HopeKind.PHOTO, "", "", 4),
        (HopeKind.LINK, "", "https://example.com", 5),
    ]


async def test_words_of_a_photo_are_what_screen_readers_say(launch: Launch) -> None:
    app = await opened(launch, PHOTO)
    await app.tap("Edit: A photo")
    assert app.headings() == [(1, "My photo")]
    assert app.sees("Screen readers read this aloud. It can stay empty.")
    await app.write(SHOWS, "The sea")
    await app.tap("Save")
    assert [(hope.words, hope.photo) for hope in app.records.hopes.all()] == [("The sea", PICTURE)]
    frames = [control.label for control in app.controls() if isinstance(control, ft.Semantics) and control.image]
    assert frames == ["Photo: The sea"]


async def test_leaving_without_saving_leaves_it_as_it_was_and_back_keeps_the_words_begun(launch: Launch) -> None:
    app = await opened(launch, WORDS)
    await app.tap("Edit: You came through before.")
    await app.write(FIELD, "You")
    await app.tap("Back")
    await app.tap("Edit: You came through before.")
    assert app.field(FIELD).value == "You"
    await app.tap("Leave without saving")
    await app.tap("Edit: You came through before.")
    assert app.field(FIELD).value == "You came through before."
    assert app.records.hopes.all() == (WORDS,)


async def test_words_begun_are_there_again_after_help(launch: Launch) -> None:
    app = await opened(launch)
    await app.tap("Add words")
    await app.write(FIELD, "This is a w")
    await app.tap("Help now")
    await app.tap("Back")
    assert app.field(FIELD).value == "This is a w"


async def test_two_quick_taps_on_save_put_in_one(launch: Launch) -> None:
    app = await opened(launch, route="/hopes/words")
    await app.write(FIELD, "Breathe.")
    app.records.hopes.gate = asyncio.Event()
    tapping = asyncio.ensure_future(app.tap("Save", "Save"))
    await asyncio.sleep(0.01)
    app.records.hopes.gate.set()
    await tapping
    assert kept(app) == [(HopeKind.WORDS, "Breathe.", "", 0)]


async def test_what_the_device_does_not_take_stands_and_is_said(launch: Launch) -> None:
    app = await opened(launch, route="/hopes/words")
    app.records.hopes.refuse = StorageFull("quota")
    await app.write(FIELD, "Breathe.")
    await app.tap("Save")
    assert {"Breathe.", "Not saved yet. Tend keeps trying.", "There is no room left here."} <= set(app.words())
    app.records.hopes.refuse = None
    await app.tap("Try again")
    assert kept(app) == [(HopeKind.WORDS, "Breathe.", "", 0)]


@pytest.mark.parametrize("route", ["/hopes/gone", "/hopes/photo"])
async def test_what_is_not_there_any_more_says_so(launch: Launch, route: str) -> None:
    app = await opened(launch, route=route)
    assert app.sees("This is not here any more.")
    assert "Save" not in app.buttons()


async def test_one_that_another_window_deleted_meanwhile_stays_deleted(launch: Launch) -> None:
    app = await opened(launch, WORDS)
    await app.tap("Edit: You came through before.")
    await app.write(FIELD, "You")
    app.records.hopes.kept.clear()
    await app.tap("Save")
    assert kept(app) == []
    assert (app.field(FIELD).value, app.field(FIELD).error) == ("You", "This is not here any more.")


async def test_a_second_tap_on_save_keeps_the_edit(launch: Launch) -> None:
    app = await opened(launch, WORDS, route="/hopes/w")
    await app.write(FIELD, "You can.")
    await app.tap("Save", "Save", "Save")
    assert kept(app) == [(HopeKind.WORDS, "You can.", "", 3)]


async def test_a_draft_changes_what_was_changed_and_leaves_the_rest_as_another_window_has_it(launch: Launch) -> None:
    app = await opened(launch, LINK, route="/hopes/l")
    await app.write(ADDRESS, "example.com")
    await app.records.hopes.save(replace(LINK, words="Our first song", address="https://example.org/other", place=9))
    await app.go("/hopes")
    await app.go("/hopes/l")
    await app.tap("Save")
    assert kept(app) == [(HopeKind.LINK, "Our first song", "https://example.com", 9)]


async def test_the_box_is_full_when_words_come_to_be_saved(launch: Launch) -> None:
    full = [Hope(f"h{n}", HopeKind.WORDS, AT, 60, "Breathe.", place=n) for n in range(60)]
    app = await opened(launch, *full, route="/hopes/words")
    await app.write(FIELD, "One more.")
    await app.tap("Save")
    assert app.field(FIELD).error == "It holds 60 things. Take one out to add another."
    assert (app.field(FIELD).value, len(kept(app))) == ("One more.", 60)


async def test_behind_the_lock_nothing_of_it_shows_and_afterwards_it_is_there(launch_vault: Launch) -> None:
    app = await launch_vault(await filled(passphrase=PASSPHRASE), route="/hopes")
    await app.write("Passphrase", PASSPHRASE)
    await app.tap("Open Tend")
    await app.tap("Add words")
    await app.write(FIELD, "This is a wave.")
    await app.tap("Save")
    assert app.sees("This is a wave.")
    await app.tap("Add words")
    await app.write(FIELD, "It passes.")
    app.state.vault.shut()
    app.state.lock()
    await app.settle()
    box = app.state.hope_box
    assert (app.sees("It passes."), list(box.hopes.all()), dict(box.drafts)) == (False, [], {})
    await app.write("Passphrase", PASSPHRASE)
    await app.tap("Open Tend")
    assert app.field(FIELD).value == "It passes."
    await app.tap("Leave without saving")
    assert app.sees("This is a wave.")


@pytest.mark.parametrize("route", ["/hopes/words", "/hopes/link", "/hopes/p"])
@pytest.mark.parametrize("text_size", [100, 200])
async def test_every_button_of_the_form_has_a_name(launch: Launch, route: str, text_size: int) -> None:
    app = await opened(launch, PHOTO, route=route, text_size=text_size)
    assert app.buttons() == ["Back", "Help now", "Save", "Leave without saving"]
