"""The hope box: seen, ordered, taken out and brought back; opened from Skills, with what helps in front."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from typing import Any

import flet as ft
import pytest

from domain.errors import FileDamaged, FileForeign, FileTooLarge, StorageFull, TendError
from domain.hopes import Hope, HopeKind
from domain.models import Preferences
from tests.driver import Driver
from tests.views.conftest import Launch
from tests.views.fakes import FakePage, FakeRecords

AT = datetime(2026, 11, 19, 8, 12, tzinfo=UTC)
PICTURE = b"\xff\xd8\xff\xda the sea \xff\xd9"
WORDS = Hope("w", HopeKind.WORDS, AT, 60, "You came through before.")
PHOTO = Hope("p", HopeKind.PHOTO, AT, 60, "The sea at Whitby", photo=PICTURE, place=1)
LINK = Hope("l", HopeKind.LINK, AT, 60, "Our song", "https://www.example.org/song", place=2)
BOX = (WORDS, PHOTO, LINK)
EMPTY = [
    "Put in what helps you hold on.",
    "A kind word, a face, a song. One is enough.",
    "Words and photos open without a network.",
]


async def opened(launch: Launch, *hopes: Hope, route: str = "/hopes", pick: Any = None, **more: Any) -> Driver:
    records = FakeRecords((), Preferences(text_size=more.get("text_size", 100)), hopes=hopes)
    app = await launch(records=records, route=route)
    app.state.page = FakePage(*pick) if pick else None
    return app


def kept(app: Driver) -> list[str]:
    return [hope.id for hope in app.records.hopes.all()]


def pictures(app: Driver) -> list[tuple[str, bytes]]:
    """What a screen reader says of each picture, and its bytes."""
    framed = [c for c in app.controls() if isinstance(c, ft.Semantics) and c.image]
    return [(frame.label, frame.content.src) for frame in framed]


def told(app: Driver) -> list[str]:
    """What a screen reader says by itself, where nothing is to be seen."""
    return [c.label for c in app.controls() if isinstance(c, ft.Semantics) and c.live_region and c.label]


async def test_it_opens_from_skills_above_the_first_skill_and_leads_back(launch: Launch) -> None:
    app = await opened(launch, WORDS, route="/skills")
    await app.tap("Hope box Things that help me hold on.")
    assert app.routes == ["/hopes"]
    assert app.headings() == [(1, "Hope box")]
    assert app.sees("You came through before.")
    await app.tap("Back")
    assert app.routes == ["/hopes", "/skills"]


async def test_an_empty_one_says_what_may_go_in(launch: Launch) -> None:
    app = await opened(launch)
    words = app.words()
    assert words[words.index("Hope box") + 1 :] == [
        "Help now",
        *EMPTY,
        *("Add words", "Add a photo", "Add a link"),
        "A photo stays on this device, as a small copy. Where it was taken is left out.",
    ]


async def test_each_thing_shows_in_its_order(launch: Launch) -> None:
    app = await opened(launch, *reversed(BOX))
    words = [word for word in app.words() if not word.startswith(("Move", "Edit", "Delete"))]
    assert words[words.index("You came through before.") :] == [
        "You came through before.",
        *("Photo: The sea at Whitby", "This photo does not open here.", "The sea at Whitby"),
        *("Our song", "example.org", "Opens outside Tend. Needs the network."),
        *("Add words", "Add a photo", "Add a link"),
    ]
    assert pictures(app) == [("Photo: The sea at Whitby", PICTURE)]
    assert not set(EMPTY) & set(words)
    assert not app.sees("A photo stays on this device")


async def test_a_photo_without_words_has_a_name_all_the_same(launch: Launch) -> None:
    app = await opened(launch, Hope("p", HopeKind.PHOTO, AT, 60, photo=PICTURE))
    assert pictures(app) == [("A photo", PICTURE)]
    assert "Edit: A photo" in app.buttons()


async def test_a_link_opens_outside_and_only_by_a_tap(launch: Launch) -> None:
    app = await opened(launch, LINK, Hope("n", HopeKind.LINK, AT, 60, address="https://example.org", place=3))
    links = [control.url for control in app.controls() if isinstance(control, ft.TextButton) and control.url]
    assert [(link.url, link.target) for link in links] == [
        ("https://www.example.org/song", ft.UrlTarget.BLANK),
        ("https://example.org", ft.UrlTarget.BLANK),
    ]
    assert app.words().count("example.org") == 2
    assert "Delete: example.org" in app.buttons()


async def test_the_buttons_of_long_words_have_short_names(launch: Launch) -> None:
    app = await opened(launch, Hope("w", HopeKind.WORDS, AT, 60, "One day at a time, and on some days one hour."))
    assert "Edit: One day at a time, and on some days one…" in app.buttons()


# The order, and what is taken out


async def test_the_order_changes_with_taps(launch: Launch) -> None:
    app = await opened(launch, *BOX)
    await app.tap("Move up: Our song")
    assert kept(app) == ["w", "l", "p"]
    assert told(app) == ["Place 2 of 3 in your order."]
    await app.tap("Move down: You came through before.")
    assert kept(app) == ["l", "w", "p"]
    assert told(app) == ["Place 2 of 3 in your order."]
    names = app.buttons()
    assert "Move up: Our song" not in names
    assert "Move down: The sea at Whitby" not in names


async def test_two_quick_taps_move_it_twice(launch: Launch) -> None:
    app = await opened(
        launch, *(Hope(id, HopeKind.WORDS, AT, 60, f"Word {id}", place=n) for n, id in enumerate("abcd"))
    )
    app.records.hopes.gate = asyncio.Event()
    tapping = asyncio.ensure_future(app.tap("Move down: Word a", "Move down: Word a"))
    await asyncio.sleep(0.01)
    app.records.hopes.gate.set()
    await tapping
    assert kept(app) == ["b", "c", "a", "d"]


async def test_what_is_deleted_can_be_brought_back_as_it_was(launch: Launch) -> None:
    app = await opened(launch, *BOX)
    await app.tap("Delete: The sea at Whitby")
    assert (kept(app), pictures(app), "Deleted." in app.words()) == (["w", "l"], [], True)
    await app.tap("Undo")
    assert app.records.hopes.all() == BOX
    assert "Deleted." not in app.words()


async def test_undo_is_for_this_stay(launch: Launch) -> None:
    app = await opened(launch, *BOX, route="/skills")
    await app.tap("Hope box Things that help me hold on.")
    await app.tap("Delete: Our song")
    await app.tap("Back")
    await app.open_tab("Today")
    await app.go("/hopes")
    assert "Deleted." not in app.words()


async def test_a_refused_deletion_leaves_it_and_says_why(launch: Launch) -> None:
    app = await opened(launch, *BOX)
    app.records.hopes.refuse = StorageFull("quota")
    await app.tap("Delete: Our song")
    assert {"There is no room left here.", "Our song"} <= set(app.words())
    assert "Deleted." not in app.words()


@pytest.mark.parametrize("count", [8, 9])
async def test_eight_come_first(launch: Launch, count: int) -> None:
    app = await opened(launch, *(Hope(f"h{n}", HopeKind.WORDS, AT, 60, f"Word {n}", place=n) for n in range(count)))
    assert ("Word 7" in app.words(), "Word 8" in app.words()) == (True, False)
    assert ("Show more" in app.buttons()) is (count == 9)
    assert "Move down: Word 7" in app.buttons() or count == 8
    if count == 9:
        await app.tap("Show more")
        assert "Word 8" in app.words()
        assert "Show more" not in app.buttons()


# A photo


async def test_a_photo_that_was_picked_stands_in_front_without_what_the_camera_told(launch: Launch) -> None:
    told = b"\xff\xd8\xff\xe1\x00\x0aGPS here\xff\xda the dog \xff\xd9"
    app = await opened(launch, WORDS, pick=[told])
    await app.tap("Add a photo")
    assert pictures(app) == [("A photo", b"\xff\xd8\xff\xda the dog \xff\xd9")]
    first = app.records.hopes.all()[0]
    assert (first.kind, first.photo, first.place) == (HopeKind.PHOTO, b"\xff\xd8\xff\xda the dog \xff\xd9", -1)
    assert (first.at, first.utc_offset_minutes) == (AT, 60)


async def test_a_picker_that_is_closed_changes_nothing(launch: Launch) -> None:
    app = await opened(launch, pick=[None])
    await app.tap("Add a photo")
    assert kept(app) == []
    assert set(EMPTY) <= set(app.words())


@pytest.mark.parametrize(
    ("picked", "sentence"),
    [
        (FileTooLarge("large"), "This photo is too large. Please pick a smaller one."),
        (FileForeign("none"), "This does not open as a photo here. Please pick another."),
        (FileDamaged("gone"), "The device did not give it out. Please try again."),
        (b"%PDF-1.7", "This does not open as a photo here. Please pick another."),
        (PICTURE[:-2] + bytes(200_000), "This photo is too large. Please pick a smaller one."),
    ],
    ids=["too large", "no photo", "not given out", "a document", "not made small"],
)
async def test_what_is_no_photo_for_the_box_is_said_in_one_sentence(
    launch: Launch, picked: bytes | TendError, sentence: str
) -> None:
    app = await opened(launch, WORDS, pick=[picked, PICTURE])
    await app.tap("Add a photo")
    assert app.words().count(sentence) == 1
    assert kept(app) == ["w"]
    await app.tap("Add a photo")
    assert sentence not in app.words()
    assert len(kept(app)) == 2


async def test_while_the_page_makes_it_small_that_is_said(launch: Launch) -> None:
    app = await opened(launch, pick=[PICTURE])
    wait = asyncio.Event()
    at_once = app.state.page.pick_photo

    async def slowly(limit: int) -> bytes | None:
        await wait.wait()
        return await at_once(limit)

    app.state.page.pick_photo = slowly
    tapping = asyncio.ensure_future(app.tap("Add a photo"))
    await asyncio.sleep(0.01)
    assert app.sees("Tend makes the photo you pick small. This takes a moment.")
    wait.set()
    await tapping
    assert not app.sees("Tend makes the photo")
    assert len(kept(app)) == 1


async def test_a_photo_the_device_does_not_take_stays_and_is_said(launch: Launch) -> None:
    app = await opened(launch, pick=[PICTURE])
    app.records.hopes.refuse = StorageFull("quota")
    await app.tap("Add a photo")
    assert pictures(app) == [("A photo", PICTURE)]
    assert {"Not saved yet. Tend keeps trying.", "There is no room left here."} <= set(app.words())
    app.records.hopes.refuse = None
    await app.tap("Try again")
    assert len(kept(app)) == 1
    assert not app.sees("Not saved yet.")


async def test_twenty_four_photos_fit_and_words_still_do(launch: Launch) -> None:
    photos = [Hope(f"p{n}", HopeKind.PHOTO, AT, 60, photo=PICTURE, place=n) for n in range(24)]
    app = await opened(launch, *photos, pick=[PICTURE])
    await app.tap("Add a photo")
    assert app.sees("It holds 24 photos. Take one out to add another.")
    assert len(app.state.page.to_pick) == 1  # the person was not sent to look for one
    await app.tap("Add words")
    assert app.routes == ["/hopes/words"]


@pytest.mark.parametrize("tapped", ["Add words", "Add a photo", "Add a link"])
async def test_sixty_things_fit(launch: Launch, tapped: str) -> None:
    full = [Hope(f"h{n}", HopeKind.WORDS, AT, 60, "Breathe.", place=n) for n in range(60)]
    app = await opened(launch, *full, pick=[PICTURE])
    await app.tap(tapped)
    assert app.sees("It holds 60 things. Take one out to add another.")
    assert (app.routes, len(kept(app))) == ([], 60)


@pytest.mark.parametrize("text_size", [100, 200])
async def test_everything_has_a_name_at_any_text_size(launch: Launch, text_size: int) -> None:
    app = await opened(launch, *BOX, text_size=text_size)
    assert all(app.buttons())
    rows = [control for control in app.controls() if isinstance(control, ft.Row) and len(control.controls) > 2]
    assert all(row.wrap or any(part.expand for part in row.controls) for row in rows)
