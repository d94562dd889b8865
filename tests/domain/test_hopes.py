"""What may stand in the hope box, how much of it, and in which order."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest

from domain.errors import FileForeign, NoAddress, OutOfRange, TendError, TooLong, TooMany, TooManyPhotos, Wordless
from domain.hopes import Hope, HopeKind, moved, place_in_front, see_room, web_address
from domain.texts import texts

AT = datetime(2026, 11, 19, 8, 12, tzinfo=UTC)
JPEG = b"\xff\xd8\xff\xda points \xff\xd9"


def hope(id: str, kind: HopeKind = HopeKind.WORDS, place: int = 0, **more: Any) -> Hope:
    usual: dict[HopeKind, dict[str, Any]] = {
        HopeKind.WORDS: {"words": "Breathe."},
        HopeKind.PHOTO: {"photo": JPEG},
        HopeKind.LINK: {"address": "https://example.org"},
    }
    return Hope(id, kind, AT, 60, **usual[kind] | more, place=place)


@pytest.mark.parametrize(
    ("kind", "fields", "refusal"),
    [
        (HopeKind.WORDS, {"words": ""}, Wordless),
        (HopeKind.WORDS, {"words": " \n"}, Wordless),
        (HopeKind.WORDS, {"words": "x" * 2_001}, TooLong),
        (HopeKind.WORDS, {"photo": JPEG}, OutOfRange),
        (HopeKind.WORDS, {"address": "https://example.org"}, OutOfRange),
        (HopeKind.PHOTO, {"photo": b""}, OutOfRange),
        (HopeKind.PHOTO, {"photo": b"%PDF-1.7"}, FileForeign),
        (HopeKind.PHOTO, {"photo": JPEG + bytes(200_001 - len(JPEG))}, OutOfRange),
        (HopeKind.PHOTO, {"words": "x" * 2_001}, TooLong),
        (HopeKind.LINK, {"address": ""}, OutOfRange),
        (HopeKind.LINK, {"address": "example.org"}, NoAddress),
        (HopeKind.LINK, {"address": "javascript:alert(1)"}, NoAddress),
        (HopeKind.WORDS, {"at": datetime(2026, 11, 19, tzinfo=timezone(timedelta(hours=1)))}, OutOfRange),
    ],
)
def test_what_is_not_as_it_is_kept_is_refused(kind: HopeKind, fields: dict[str, Any], refusal: type[TendError]) -> None:
    with pytest.raises(refusal) as caught:
        replace(hope("h", kind), **fields)
    assert type(caught.value) is refusal


@pytest.mark.parametrize(
    "kept",
    [
        hope("h", words="x" * 2_000),
        hope("h", HopeKind.PHOTO),
        hope("h", HopeKind.PHOTO, photo=JPEG + bytes(200_000 - len(JPEG)), words="The sea"),
        hope("h", HopeKind.LINK),
        hope("h", HopeKind.LINK, address="http://example.org/a?b=c#d", words="Our song"),
    ],
    ids=lambda kept: f"{kept.kind}-{len(kept.words)}-{len(kept.photo)}",
)
def test_what_just_fits_is_taken(kept: Hope) -> None:
    assert replace(kept) == kept


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("example.org", "https://example.org"),
        ("  example.org/a%20song?id=1#t=3  ", "https://example.org/a%20song?id=1#t=3"),
        ("http://example.org", "http://example.org"),
        ("HTTPS://Example.org/Song", "HTTPS://Example.org/Song"),
        ("example.org:8080/x", "https://example.org:8080/x"),
        ("müsik.example/ä", "https://müsik.example/ä"),
        ("x.org/" + "a" * 1_986, "https://x.org/" + "a" * 1_986),
    ],
)
def test_an_address_is_one_on_the_web(typed: str, address: str) -> None:
    assert web_address(typed) == address
    assert hope("h", HopeKind.LINK, address=address).address == address


@pytest.mark.parametrize(
    "typed",
    [
        *("", " ", "song", "two words.org", "localhost", "https://", "https:///song", "http://.org", "http://a..org"),
        *("javascript:alert(1)", "javascript://example.org/%0aalert(1)", "data:text/html,x", "file:///etc/passwd"),
        *("mailto:maya@example.org", "tel:112", "ftp://example.org", "spotify:track:1", "http://[::1]/", "http://[x.y"),
        *("https://bank.example@example.org", "example.org:port", "example.org:99999", "exa\nmple.org", "example.org."),
        *("https://example.org/\u202egro", "example.org/a b"),
    ],
)
def test_anything_else_is_no_address(typed: str) -> None:
    with pytest.raises(NoAddress):
        web_address(typed)


def test_an_address_that_is_too_long_says_how_long_it_may_be() -> None:
    with pytest.raises(TooLong) as caught:
        web_address("x.org/" + "a" * 1_987)
    assert caught.value.longest == 2_000


@pytest.mark.parametrize(
    ("address", "host"),
    [
        ("https://www.example.org/song", "example.org"),
        ("HTTPS://Music.Example.org:8080/", "music.example.org"),
    ],
)
def test_a_link_is_called_by_its_host(address: str, host: str) -> None:
    assert hope("h", HopeKind.LINK, address=address).host == host
    assert hope("h").host == ""


def test_sixty_things_fit_and_twenty_four_photos() -> None:
    photos = [hope(f"p{n}", HopeKind.PHOTO) for n in range(24)]
    words = [hope(f"w{n}") for n in range(35)]
    see_room(photos[:23], HopeKind.PHOTO)
    see_room(photos, HopeKind.WORDS)
    see_room([*photos, *words], HopeKind.LINK)
    with pytest.raises(TooManyPhotos):
        see_room(photos, HopeKind.PHOTO)
    for kind in HopeKind:
        with pytest.raises(TooMany) as caught:
            see_room([*photos, *words, hope("last")], kind)
        assert type(caught.value) is TooMany


def test_something_new_stands_in_front() -> None:
    assert place_in_front([]) == 0
    assert place_in_front([hope("a", place=-3), hope("b", place=7)]) == -4


ROW = [hope("a", place=-1), hope("b", place=0), hope("c", place=4)]


@pytest.mark.parametrize(
    ("id", "by", "places"),
    [
        ("c", -1, [("c", 0), ("b", 4)]),
        ("a", 1, [("b", -1), ("a", 0)]),
        ("c", -2, [("c", -1), ("a", 0), ("b", 4)]),
        ("c", -9, [("c", -1), ("a", 0), ("b", 4)]),
        ("a", -1, []),
        ("c", 1, []),
        ("gone", 1, []),
    ],
)
def test_moving_changes_as_few_as_it_can(id: str, by: int, places: list[tuple[str, int]]) -> None:
    assert [(changed.id, changed.place) for changed in moved(ROW, id, by)] == places


def test_places_that_were_shared_are_counted_anew() -> None:
    row = [hope("a", place=2), hope("b", place=2), hope("c", place=2)]
    assert [(changed.id, changed.place) for changed in moved(row, "b", -1)] == [("b", 0), ("a", 1)]


def test_the_words_in_it_can_be_copied_and_a_photo_is_none() -> None:
    assert texts(hope("h", HopeKind.PHOTO, words="The sea")) == ("The sea",)
    assert texts(hope("h", HopeKind.LINK, words="Our song")) == ("Our song", "https://example.org")
