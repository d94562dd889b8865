"""What kind of picture some bytes are, and the picture without what it tells of itself. Pure; imports nothing.

A camera writes into its files where and when it took them. Drawing a photo anew, as the page does, leaves that out;
`bare` makes sure of it, whoever drew.

JPEG: two bytes FF D8, then segments: FF, a mark, and after most marks the length of what follows, its own two bytes
included. From the mark DA on come the points of the picture. WebP: "RIFF", a length, "WEBP", then chunks: four letters,
a length (little-endian), and so many bytes, filled up to an even number.
"""

from __future__ import annotations

_START, _POINTS, _TELLING = b"\xff\xd8", 0xDA, (*range(0xE1, 0xF0), 0xFE)
_COLOURS = b"ICC_PROFILE\0"
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

    What cannot be followed to its end is given back from there on as it is; what is no picture, altogether.

    >>> comment = b"\\xff\\xfe\\x00\\x06home"
    >>> bare(b"\\xff\\xd8" + comment + b"\\xff\\xda...") == b"\\xff\\xd8\\xff\\xda..."
    True
    """
    if _is_webp(data):
        return _bare_webp(data)
    return _bare_jpeg(data) if is_picture(data) else data


def _is_webp(data: bytes) -> bool:
    return data[:4] == b"RIFF" and data[8:12] == b"WEBP"


def _bare_jpeg(data: bytes) -> bytes:
    at, kept = len(_START), [_START]
    while at + 4 <= len(data) and data[at] == 0xFF and data[at + 1] != _POINTS:
        end = at + 2 + max(2, int.from_bytes(data[at + 2 : at + 4], "big"))
        is_colours = data[at + 4 : end].startswith(_COLOURS)
        if data[at + 1] not in _TELLING or is_colours:
            kept.append(data[at:end])
        at = end
    return b"".join((*kept, data[at:]))


def _bare_webp(data: bytes) -> bytes:
    at, kept = 12, [data[8:12]]
    while at + 8 <= len(data):
        size = int.from_bytes(data[at + 4 : at + 8], "little")
        end = at + 8 + size + size % 2
        chunk = data[at:end]
        if chunk.startswith(b"VP8X"):
            chunk = chunk[:8] + bytes([chunk[8] & ~_HAS_WORDS]) + chunk[9:] if size else chunk
        if not chunk.startswith(_WORDS):
            kept.append(chunk)
        at = end
    inside = b"".join((*kept, data[at:]))
    return b"RIFF" + len(inside).to_bytes(4, "little") + inside
