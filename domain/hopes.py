"""The hope box: things that help a person hold on. Imports the standard library and `domain`.

Their own words, photos, links to songs. Every value is frozen and checked when made.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from urllib.parse import urlsplit

from domain.errors import FileForeign, NoAddress, OutOfRange, TooLong, TooMany, TooManyPhotos, Wordless
from domain.models import instant_within
from domain.pictures import is_picture

MOST = 60  # things
MOST_PHOTOS = 24
LONGEST_WORDS = 2_000  # characters
LONGEST_ADDRESS = 2_000
LARGEST_PHOTO = 200_000  # bytes, as it is kept
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://")
_UNSEEN = re.compile(r"[\s\x00-\x1f\x7f\u200b-\u200f\u202a-\u202e\u2066-\u2069]")


class HopeKind(StrEnum):
    """What a thing is."""

    WORDS = "words"
    PHOTO = "photo"
    LINK = "link"


@dataclass(frozen=True)
class Hope:
    """One thing that helps to hold on.

    `words` are what it says, or say what the photo shows or where the link leads. `at` is when it was put in (aware,
    UTC), and `utc_offset_minutes` what the local clock was ahead then. `place` orders them, smallest first.

    Raises:
        Wordless: words without any.
        TooLong: more words, or a longer address, than fit.
        NoAddress: a link that leads nowhere on the web.
        FileForeign: a photo that is none.
        OutOfRange: a photo too large to be kept, something that is not of its kind, an instant that is not UTC.
    """

    id: str
    kind: HopeKind
    at: datetime
    utc_offset_minutes: int
    words: str = ""
    address: str = ""
    photo: bytes = b""
    place: int = 0

    def __post_init__(self) -> None:
        instant_within(self.at, self.utc_offset_minutes)
        if len(self.words) > LONGEST_WORDS:
            raise TooLong("more characters than fit", LONGEST_WORDS)
        if self.kind is HopeKind.WORDS and not self.words.strip():
            raise Wordless("no words")
        if bool(self.address) is not (self.kind is HopeKind.LINK) or bool(self.photo) is not (
            self.kind is HopeKind.PHOTO
        ):
            raise OutOfRange("a photo and an address belong to their own kinds")
        if self.address and self.address != web_address(self.address):
            raise NoAddress("not as it is kept")
        if self.photo and not is_picture(self.photo):
            raise FileForeign("no picture")
        if len(self.photo) > LARGEST_PHOTO:
            raise OutOfRange("bytes of a photo")

    @property
    def host(self) -> str:
        """Where a link leads, in short; "" for what is no link.

        >>> from datetime import UTC
        >>> at = datetime(2026, 11, 19, tzinfo=UTC)
        >>> Hope("h", HopeKind.LINK, at, 0, address="https://www.example.org/song?id=1").host
        'example.org'
        """
        return (urlsplit(self.address).hostname or "").removeprefix("www.")


def web_address(typed: str) -> str:
    """The address somebody meant: on the web, and https where they did not say.

    >>> web_address(" example.org/song "), web_address("http://example.org")
    ('https://example.org/song', 'http://example.org')

    Raises:
        NoAddress: it is none, or of a kind that is not opened here.
        TooLong: more than `LONGEST_ADDRESS` characters.
    """
    address = typed.strip()
    if not _SCHEME.match(address):
        address = f"https://{address}"
    if len(address) > LONGEST_ADDRESS:
        raise TooLong("a longer address than fits", LONGEST_ADDRESS)
    try:
        parts = urlsplit(address)
        host, _port = parts.hostname or "", parts.port
    except ValueError:
        raise NoAddress("no address") from None
    is_named = all(host.split(".")) and "." in host
    if parts.scheme not in ("http", "https") or not is_named or "@" in parts.netloc or _UNSEEN.search(address):
        raise NoAddress("no address on the web")
    return address


def see_room(hopes: Sequence[Hope], kind: HopeKind) -> None:
    """See that one more thing of a kind fits.

    Raises:
        TooMany: there are `MOST` things.
        TooManyPhotos: there are `MOST_PHOTOS` photos, and this would be another.
    """
    if len(hopes) >= MOST:
        raise TooMany("things")
    if kind is HopeKind.PHOTO and sum(hope.kind is HopeKind.PHOTO for hope in hopes) >= MOST_PHOTOS:
        raise TooManyPhotos("photos")


def place_in_front(hopes: Sequence[Hope]) -> int:
    """The place before all others; `hopes` stand in order. The first of all has 0."""
    return hopes[0].place - 1 if hopes else 0


def moved(hopes: Sequence[Hope], hope_id: str, by: int) -> tuple[Hope, ...]:
    """Those that have a new place when one goes `by` places further down (-1: one up); `hopes` stand in order.

    The places there are go round, so that two neighbours change and nothing else is written: with places -1, 0 and 4,
    the last going one up has 0 then, and the one it passed 4. Places that were shared are counted anew from 0.
    """
    here = next((number for number, hope in enumerate(hopes) if hope.id == hope_id), None)
    if here is None:
        return ()  # it was deleted meanwhile
    places = [hope.place for hope in hopes]
    if len(set(places)) < len(places):
        places = list(range(len(places)))
    order = list(hopes)
    order.insert(max(here + by, 0), order.pop(here))
    return tuple(replace(hope, place=place) for hope, place in zip(order, places, strict=True) if hope.place != place)
