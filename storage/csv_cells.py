r"""What one cell of a CSV file says: words, lists of words, days and times. Imports the standard library and
`csv_reading`'s reasons.

Words leave and come back exactly:
- A spreadsheet takes a cell that begins with = + - @, a tab or a line end for a formula, also after white space or in
  full-width form; https://owasp.org/www-community/attacks/CSV_Injection. Such words get an apostrophe in front; so do
  words that it would take for a number or a date (an id "12e4", a note "1/2"), and words that are read back as one of
  these behind an apostrophe of their own. Reading takes exactly that one apostrophe off again. A cell of one
  apostrophe alone is an empty word, where none at all is something else.
- NUL and half characters (lone surrogates), which CSV and UTF-8 cannot say, are written as \u0000 and \ud83d;
  backslashes before what looks like one of them are doubled.
- In a list " | " stands between words; in a word \ and | get a \ in front.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, time

from storage.csv_reading import Reason, Unreadable

_SPACE = r"\s\x00-\x20\x7f-\xa0\xad\u061c\u180e\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff"
_FORMULA = r"=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20\ufe66\ufe62\ufe63\ufe6b\u2212"
_TAKEN_OTHERWISE = re.compile(rf"'*(?:[{_SPACE}]*[{_FORMULA}]|[0-9][0-9eE.,:/ -]*\Z|\Z)")

# Each begins at the first of a run of backslashes, so that a run of a hundred thousand is read once.
_UNSAYABLE = re.compile("(?<!\\\\)(\\\\*)(?:([\0\ud800-\udfff])|(?=u(?:0000|d[89a-f][0-9a-f]{2})))")
_SAID = re.compile(r"(?<!\\)(\\+)u(0000|d[89a-f][0-9a-f]{2})")

_PIECES = re.compile(r"\\.|[^\\|]+|\||\\", re.DOTALL)
_DAY = re.compile(r"([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})")
_CLOCK = re.compile(r"([0-9]{1,2})\s?[:.h]\s?([0-9]{2})(?::([0-9]{2}))?\s*(?:([ap])\.?\s?m\.?)?", re.IGNORECASE)


def from_words(text: str, *, even_if_empty: bool = False) -> str:
    """The cell for a person's words; with `even_if_empty` no words get a cell that is not empty either.

    >>> from_words("=1+1"), from_words("'tis"), from_words("'=1"), from_words(""), from_words("", even_if_empty=True)
    ("'=1+1", "'tis", "''=1", '', "'")
    """
    sayable = _UNSAYABLE.sub(_said, text)
    guarded = _TAKEN_OTHERWISE.match(sayable) and (sayable or even_if_empty)
    return "'" + sayable if guarded else sayable


def to_words(cell: str) -> str:
    """The words a cell says; what another program wrote there is taken as it stands."""
    bare = cell[1:] if cell.startswith("'") and _TAKEN_OTHERWISE.match(cell, 1) else cell
    return _SAID.sub(_meant, bare)


def from_list(items: Iterable[str]) -> str:
    """The cell for words already `escaped`.

    >>> from_list(["calm", "tired"]), from_list([""]), from_list([])
    ('calm | tired', "'", '')
    """
    items = tuple(items)
    return from_words(" | ".join(items), even_if_empty=bool(items))


def to_list(cell: str) -> tuple[str, ...]:
    """The words of a list, still `escaped`. A space beside a | belongs to it, and need not be there."""
    if not cell:
        return ()
    items: list[list[str]] = [[]]
    for piece in _PIECES.findall(to_words(cell)):
        if piece == "|":
            items.append([])
        else:
            items[-1].append(piece)
    words = ["".join(pieces) for pieces in items]
    return (
        *(word.removeprefix(" " if place else "").removesuffix(" ") for place, word in enumerate(words[:-1])),
        words[-1].removeprefix(" " if words[1:] else ""),
    )


def escaped(word: str) -> str:
    """A word as it stands in a list."""
    return word.replace("\\", "\\\\").replace("|", "\\|")


def unescaped(word: str) -> str:
    """The word itself; a backslash with nothing behind it is a backslash."""
    return re.sub(r"\\(.)", r"\1", word, flags=re.DOTALL)


def to_day(cell: str) -> date:
    """The day of a cell that begins with the year: 2026-11-19, 2026/11/19. Other orders cannot be told apart.

    Raises:
        Unreadable: another form, or no day there is.
    """
    match = _DAY.fullmatch(cell.strip())
    if match:
        try:
            return date(*(int(number) for number in match.groups()))
        except ValueError:  # 31 February; the row is told, not the cell
            pass
    raise Unreadable(Reason.DATE)


def to_time(cell: str) -> time:
    """The wall clock: 21:05, 9.05, 21 h 05, 9:05 PM, 9:05 p. m., with or without seconds; 12:10 am is 00:10.

    Raises:
        Unreadable: another form, or no time there is.
    """
    match = _CLOCK.fullmatch(cell.strip())
    if match is None:
        raise Unreadable(Reason.TIME)
    hour, minute, second = int(match[1]), int(match[2]), int(match[3] or 0)
    if match[4]:
        if not 1 <= hour <= 12:
            raise Unreadable(Reason.TIME)
        hour = hour % 12 + (12 if match[4] in "pP" else 0)
    if hour > 23 or minute > 59 or second > 59:
        raise Unreadable(Reason.TIME)
    return time(hour, minute, second)


def _said(match: re.Match[str]) -> str:
    """Backslashes doubled before what needs it; one more and the number for what cannot be said."""
    backslashes = match[1] * 2
    return backslashes if match[2] is None else f"{backslashes}\\u{ord(match[2]):04x}"


def _meant(match: re.Match[str]) -> str:
    halved, is_character = divmod(len(match[1]), 2)
    return "\\" * halved + (chr(int(match[2], 16)) if is_character else f"u{match[2]}")
