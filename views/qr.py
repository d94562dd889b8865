"""QR codes. Imports `segno` when called: it takes a phone a moment to read, and few screens need it."""

from __future__ import annotations

import io
from typing import Any

PNG, LEVEL, MODE, LETTERS = "png", "l", "byte", "utf-8"
SCALE = 8  # pixels a module in a picture: sharp on every phone's screen


def modules(words: str) -> tuple[bytes, ...]:
    """The code of a text, row by row: 1 is dark. It is as sure against damage as its size allows.

    >>> rows = modules("When I am unwell")
    >>> len(rows), rows[0][:8]
    (21, bytearray(b'\\x01\\x01\\x01\\x01\\x01\\x01\\x01\\x00'))
    """
    return tuple(_code(words).matrix)


def picture(words: str) -> bytes:
    """The same as a PNG, black on white with the margin a reader needs."""
    out = io.BytesIO()
    _code(words).save(out, kind=PNG, scale=SCALE, border=4)
    return out.getvalue()


def _code(words: str) -> Any:
    import segno

    # The letters are told in UTF-8, the way phones take codes that say nothing of it.
    return segno.make(words, error=LEVEL, micro=False, mode=MODE, encoding=LETTERS)
