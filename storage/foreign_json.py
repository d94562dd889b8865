"""Reads JSON that anybody may have written, without letting it hurt us. Imports the standard library and `domain`.

The order matters: size, encoding and depth are settled before the parser sees a byte, because deeply nested JSON ends
Pyodide as a whole. Files of ours begin as `is_ours` says; what is wrong with those is damage, elsewhere it is foreign.
Errors of the parser hold the text itself, so none becomes a cause.
"""

from __future__ import annotations

import json
import re
from math import isinf
from typing import Any

from domain.errors import FileDamaged, FileForeign, FileRefused, FileTooLarge

# 50,000 check-ins are 12.3 MB (3.7 MB for 15,000, measured), and 17 MB once encrypted: this is three times that.
LARGEST_BYTES = 50_000_000
DEEPEST = 32
MOST_DIGITS = 20

_UTF_16_OR_32 = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_OURS = re.compile(rb'(?:\xef\xbb\xbf)?[ \t\r\n]*\{[ \t\r\n]*"format"[ \t\r\n]*:[ \t\r\n]*"tend-')
# What lies between brackets: strings, closed or not, and whatever else. That a string always fits where a quote stands,
# and the second + of each repetition, keep this linear: a hostile file could else make it try every ending in turn.
_BETWEEN = re.compile(rb'(?:[^"\[\]{}]++|"[^"\\]*+(?:\\.[^"\\]*+)*+(?:"|\\?\Z))++', re.DOTALL)
_AS_SQUARE = bytes.maketrans(b"{}", b"[]")


class _Unfit(ValueError):
    """A value that we do not take, found while parsing."""


def parse(data: bytes) -> Any:
    """What the JSON says.

    Taken: UTF-8, with or without a byte order mark, and lone surrogates as escapes. Refused: more than 50 MB, depth
    above 32, a key that stands twice in an object, NaN, infinities, integers of more than 20 digits.

    Raises:
        FileTooLarge, FileDamaged, FileForeign: none holds anything of the text.
    """
    if len(data) > LARGEST_BYTES:
        raise FileTooLarge(f"more than {LARGEST_BYTES} bytes")
    if data.startswith(_UTF_16_OR_32):
        raise FileForeign("UTF-16 or UTF-32")
    if not is_shallow(data):
        raise _refusal(data, "brackets that do not match or lie too deep")
    try:
        return json.loads(
            data.removeprefix(_BYTE_ORDER_MARK).decode("utf-8"),
            object_pairs_hook=_object,
            parse_int=_integer,
            parse_float=_number,
            parse_constant=_constant,
        )
    except _Unfit as exc:
        raise _refusal(data, str(exc)) from None
    except (ValueError, RecursionError):
        raise _refusal(data, "no JSON in UTF-8") from None


def is_ours(data: bytes) -> bool:
    """Whether it begins as Tend's own files do."""
    return _OURS.match(data) is not None


def is_shallow(data: bytes) -> bool:
    """Whether the brackets outside strings match and none lies deeper than 32; takes time linear in the size.

    >>> is_shallow(b'{"a": ["[[["]}'), is_shallow(b'[' * 33 + b']' * 33), is_shallow(b'[')
    (True, False, False)
    """
    brackets = _BETWEEN.sub(b"", data).translate(_AS_SQUARE)
    for _ in range(DEEPEST):
        length = len(brackets)
        brackets = brackets.replace(b"[]", b"")  # one layer: the innermost
        if len(brackets) == length:
            break
    return not brackets


def _refusal(data: bytes, why: str) -> FileRefused:
    return FileDamaged(why) if is_ours(data) else FileForeign(why)


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise _Unfit("a key stands twice")
    return found


def _integer(digits: str) -> int:
    if len(digits.removeprefix("-")) > MOST_DIGITS:
        raise _Unfit("an integer of too many digits")
    return int(digits)


def _number(digits: str) -> float:
    number = float(digits)
    if isinf(number):
        raise _Unfit("a number out of range")
    return number


def _constant(name: str) -> float:
    raise _Unfit("no number")
