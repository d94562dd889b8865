"""What a photo tells of itself beside the picture goes; the picture stays, byte for byte."""

from __future__ import annotations

import pytest

from domain.errors import FileForeign
from domain.pictures import bare, is_picture


def segment(mark: int, content: bytes) -> bytes:
    return bytes([0xFF, mark]) + (len(content) + 2).to_bytes(2, "big") + content


def chunk(name: bytes, content: bytes) -> bytes:
    return name + len(content).to_bytes(4, "little") + content + bytes(len(content) % 2)


def webp(*chunks: bytes) -> bytes:
    inside = b"WEBP" + b"".join(chunks)
    return b"RIFF" + len(inside).to_bytes(4, "little") + inside


JFIF, TABLE, POINTS = (
    segment(0xE0, b"JFIF\0"),
    segment(0xDB, bytes(64)),
    segment(0xDA, b"scan") + b"\x12\xff\x00\xff\xd9",
)
ADOBE = segment(0xEE, b"Adobe\0d\0\0\0\0\1")
COLOURS = segment(0xE2, b"ICC_PROFILE\0\1\1profile")
EXIF, XMP = segment(0xE1, b"Exif\0\0GPS 51.5 -0.1"), segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0<x/>")
IPTC, COMMENT = segment(0xED, b"Photoshop 3.0\0London"), segment(0xFE, b"my house")
POINTS_OF_WEBP = chunk(b"VP8 ", b"points!")


def test_a_jpeg_loses_all_it_tells_and_keeps_its_colours_and_points() -> None:
    told = b"\xff\xd8" + JFIF + EXIF + XMP + COLOURS + IPTC + TABLE + COMMENT + POINTS
    assert bare(told) == b"\xff\xd8" + JFIF + COLOURS + TABLE + POINTS


def test_a_webp_loses_all_it_tells_and_says_that_it_has_none() -> None:
    told = webp(
        chunk(b"VP8X", b"\x2c" + bytes(9)),
        chunk(b"ICCP", b"odd"),
        POINTS_OF_WEBP,
        chunk(b"EXIF", b"GPS"),
        chunk(b"XMP ", b"<x/>"),
    )
    assert bare(told) == webp(chunk(b"VP8X", b"\x20" + bytes(9)), chunk(b"ICCP", b"odd"), POINTS_OF_WEBP)


@pytest.mark.parametrize(
    "picture",
    [
        b"\xff\xd8" + JFIF + TABLE + POINTS,
        webp(POINTS_OF_WEBP),
        b"\xff\xd8" + JFIF + ADOBE + POINTS,
        b"\xff\xd8\xff\x01\xff\xd0\xff\xda points \xff\xd7 more \xff\xd9",
        b"\xff\xd8\xff\xda",
        webp(),
        webp(chunk(b"VP8X", b"")),
        b"",
        b"%PDF-1.7",
        b"\x89PNG\r\n\x1a\n",
    ],
    ids=str,
)
def test_what_tells_nothing_or_ends_early_stays_as_it_is(picture: bytes) -> None:
    assert bare(picture) == picture


@pytest.mark.parametrize(
    "told",
    [
        b"\xff\xd8" + JFIF + b"\xff\xff" + EXIF + POINTS,
        b"\xff\xd8" + JFIF + POINTS + b"\0\0\0\x18ftypmp42 GPS",
        b"\xff\xd8" + JFIF + POINTS[:-2] + EXIF + POINTS[-2:],
    ],
    ids=["behind what fills space", "behind the end", "between the points"],
)
def test_what_hides_in_a_jpeg_goes_too(told: bytes) -> None:
    assert bare(told) == b"\xff\xd8" + JFIF + POINTS


def test_what_stands_behind_the_end_of_a_webp_goes_too() -> None:
    assert bare(webp(POINTS_OF_WEBP) + chunk(b"EXIF", b"GPS")) == webp(POINTS_OF_WEBP)
    assert bare(webp(POINTS_OF_WEBP) + b"GPS") == webp(POINTS_OF_WEBP)


@pytest.mark.parametrize(
    "broken",
    [
        b"\xff\xd8\xff",
        b"\xff\xd8\xff\xe1\x00",
        b"\xff\xd8" + JFIF,
        b"\xff\xd8\xff\xe0\0\1" + EXIF + POINTS,
        b"\xff\xd8" + JFIF + b"stray" + EXIF + POINTS,
        b"\xff\xd8\xff\xe0\xff\xff" + EXIF + POINTS,
        webp(b"VP8 \xff\0\0\0points", chunk(b"EXIF", b"GPS")),
        webp(POINTS_OF_WEBP, b"EXIF"),
    ],
    ids=["no mark", "no length", "no points", "too short", "stray", "too long", "a chunk too long", "half a chunk"],
)
def test_what_cannot_be_followed_is_not_taken(broken: bytes) -> None:
    with pytest.raises(FileForeign):
        bare(broken)


def followed(data: bytes) -> bytes:
    """What is left of it, or nothing where it is not taken."""
    try:
        return bare(data)
    except FileForeign:
        return b""


@pytest.mark.parametrize(
    "told", [b"\xff\xd8" + EXIF + POINTS, webp(POINTS_OF_WEBP, chunk(b"EXIF", b"GPS"))], ids=["jpeg", "webp"]
)
def test_no_cut_or_changed_byte_keeps_it_from_ending(told: bytes) -> None:
    for place in range(len(told)):
        assert len(followed(told[:place])) <= place
        changed = told[:place] + bytes([told[place] ^ 0xFF]) + told[place + 1 :]
        assert len(followed(changed)) <= len(changed)


@pytest.mark.parametrize(
    ("data", "is_one"),
    [
        (b"\xff\xd8\xff\xe0", True),
        (webp(POINTS_OF_WEBP), True),
        (b"\xff\xd8", False),
        (b"RIFF\x00\x00\x00\x00WAVE", False),
        (b"GIF89a", False),
        (b"", False),
    ],
)
def test_a_picture_begins_as_one(data: bytes, is_one: bool) -> None:
    assert is_picture(data) is is_one
