"""What kind of picture some bytes are, and the picture without what it tells of itself. Pure; imports
`domain.errors`.

A camera writes into its files where and when it took them. Drawing a photo anew, as the page does, leaves that out;
`bare` makes sure of it, whoever drew.

JPEG: two bytes FF D8, then segments: FF, a mark, and after most marks the length of what follows, its own two bytes
included; further FF before a mark fill space. After the mark DA come the points of the picture, in which FF is followed
by 00 or a mark from D0 to D7; D9 ends it all. WebP: "RIFF", a length, "WEBP", then chunks: four letters,
a length (little-endian), and so many bytes, filled up to an even number.
"""

from __future__ import annotations

import re

from domain.errors import FileForeign

_START, _POINTS, _END, _TELLING = b"\xff\xd8", 0xDA, 0xD9, (*range(0xE1, 0xF0), 0xFE)
_ALONE = (0x01, *range(0xD0, 0xD8))  # marks without a length
_COLOURS = ((0xE2, b"ICC_PROFILE\0"), (0xEE, b"Adobe"))  # what says how the colours are meant, by mark and beginning
_MARK = re.compile(rb"\xff+([^\xff])", re.DOTALL)
_MARK_IN_POINTS = re.compile(rb"\xff(?=[^\x00\xd0-\xd7\xff])", re.DOTALL)
_WORDS = (b"EXIF", b"XMP ")
_HAS_WORDS = 0b1100  # in the flags of the first chunk of a WebP: there is EXIF, there is XMP


def is_picture(data: bytes) -> bool:
    """Whether it begins as a JPEG or a WebP does.

    >>> is_picture(b"\\xff\\xd8\\xff\\xe0"), is_picture(b"RIFF\\x04\\x00\\x00\\x00WEBPVP8 "), is_picture(b"%PDF-1.7")
    (True, True, False)
    """
    return data.startswith(_START + b"\xff") or _is_webp(data)


def bare(data: bytes) -> bytes:
    """The picture without EXIF, XMP and comments: no place, no time, no device. Its colours stay as they are.

    What follows after its end goes too. What is no picture is given back as it is.

    >>> comment = b"\\xff\\xfe\\x00\\x06home"
    >>> bare(b"\\xff\\xd8" + comment + b"\\xff\\xda...") == b"\\xff\\xd8\\xff\\xda..."
    True

    Raises:
        FileForeign: it begins as a picture and cannot be followed to its end: what it tells might stay in it.
    """
    if _is_webp(data):
        return _bare_webp(data)
    return _bare_jpeg(data) if is_picture(data) else data


def _is_webp(data: bytes) -> bool:
    return data[:4] == b"RIFF" and data[8:12] == b"WEBP"


def _bare_jpeg(data: bytes) -> bytes:
    at, kept = len(_START), [_START]
    while found := _MARK.match(data, at):
        mark, at = found[1][0], found.end() - 2  # past what fills space
        if mark == _END:
            return b"".join((*kept, data[at : at + 2]))
        end = _end_of(data, at, mark)
        is_colours = any(mark == known and data[at + 4 : end].startswith(name) for known, name in _COLOURS)
        if mark not in _TELLING or is_colours:
            kept.append(data[at:end])
        at = end
        if mark == _POINTS and at == len(data):
            return b"".join(kept)  # cut short: the points are all there is
    raise FileForeign("no mark")


def _end_of(data: bytes, at: int, mark: int) -> int:
    """Where what begins with the mark at `at` ends; where its length is none, no mark stands."""
    if mark in _ALONE:
        return at + 2
    if mark == _POINTS:
        found = _MARK_IN_POINTS.search(data, at + 2)
        return found.start() if found else len(data)
    return at + 2 + int.from_bytes(data[at + 2 : at + 4], "big")


def _bare_webp(data: bytes) -> bytes:
    data = data[: 8 + int.from_bytes(data[4:8], "little")]
    at, kept = 12, [data[8:12]]
    while at < len(data):
        size = int.from_bytes(data[at + 4 : at + 8], "little")
        end = at + 8 + size + size % 2
        if at + 8 + size > len(data):
            raise FileForeign("a length that is none")
        chunk = data[at:end]
        if chunk.startswith(b"VP8X"):
            chunk = chunk[:8] + bytes([chunk[8] & ~_HAS_WORDS]) + chunk[9:] if size else chunk
        if not chunk.startswith(_WORDS):
            kept.append(chunk)
        at = end
    inside = b"".join(kept)
    return b"RIFF" + len(inside).to_bytes(4, "little") + inside
