"""Which country somebody may be in, and finding one by its name. Pure functions; imports the standard library only."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from datetime import timedelta

# What people call a country besides the name it has in Unicode's list.
ALSO = {
    "AE": ("uae", "emirates", "dubai", "abu dhabi"),
    "BA": ("bosnia and herzegovina",),
    "CD": ("democratic republic of the congo", "drc"),
    "CG": ("republic of the congo",),
    "CI": ("ivory coast",),
    "CV": ("cabo verde",),
    "CZ": ("czech republic",),
    "GB": ("uk", "great britain", "britain", "england", "scotland", "wales", "northern ireland"),
    "HK": ("hong kong",),
    "KR": ("korea",),
    "MK": ("macedonia",),
    "MM": ("burma",),
    "NL": ("holland",),
    "PS": ("palestine",),
    "SZ": ("swaziland",),
    "TL": ("east timor",),
    "TR": ("turkey",),
    "US": ("usa", "america"),
    "VA": ("holy see",),
}
# American English is what many phones and browsers speak until told otherwise, so it says little of where somebody
# is; the clock has to agree. From Hawaii's to the east coast's in summer.
AMERICAN_HOURS = (timedelta(hours=-10), timedelta(hours=-4))
_REGION = re.compile(r"[A-Za-z]{2}")
_LETTERS = re.compile(r"\w+")


def guessed(locale: str, offset: timedelta, known: Mapping[str, object]) -> str:
    """The country that a device's language names, as far as it is `known`; "" where it names none.

    `offset` is what the local clock is ahead of UTC.

    >>> known, hour = {"GB": 1, "CH": 1, "US": 1}, timedelta(hours=1)
    >>> guessed("en-GB", hour, known), guessed("de-Latn-CH-u-hc-h23", hour, known), guessed("sr_RS", hour, known)
    ('GB', 'CH', '')
    >>> guessed("en", hour, known), guessed("en-US", hour, known), guessed("en-US", -5 * hour, known)
    ('', '', 'US')
    """
    for part in re.split(r"[-_]", locale)[1:]:
        if len(part) == 1:
            break  # extensions begin: what comes after it is no region
        if _REGION.fullmatch(part):
            country = part.upper()
            agrees = country != "US" or AMERICAN_HOURS[0] <= offset <= AMERICAN_HOURS[1]
            return country if country in known and agrees else ""
    return ""


def found(names: Mapping[str, str], words: str) -> tuple[str, ...]:
    """The countries that somebody may mean, by code: what is called so, what begins so, what has such a word.

    All of them without words; within each group by name. Accents and capitals do not count.

    >>> names = {"AT": "Austria", "CI": "Côte d’Ivoire", "GB": "United Kingdom", "ZA": "South Africa"}
    >>> found(names, "a"), found(names, "cote"), found(names, "uk"), found(names, "  ")[0]
    (('AT', 'ZA'), ('CI',), ('GB',), 'AT')
    """
    typed = " ".join(_plain(words))
    in_order = sorted(names, key=lambda code: " ".join(_plain(names[code])))
    if not typed:
        return tuple(in_order)
    ranked = [(rank, code) for code in in_order if (rank := _rank(code, names[code], typed)) is not None]
    return tuple(code for _, code in sorted(ranked, key=lambda item: item[0]))


def _rank(code: str, name: str, typed: str) -> int | None:
    """0 for what is called so, 1 for what begins so, 2 for a later word that does; None for none of them."""
    called = [_plain(name), *(_plain(other) for other in ALSO.get(code, ()))]
    whole = [" ".join(words) for words in called]
    if typed in whole:
        return 0
    if any(words.startswith(typed) for words in whole):
        return 1
    later = (" ".join(words[place:]) for words in called for place in range(1, len(words)))
    return 2 if any(rest.startswith(typed) for rest in later) else None


def _plain(words: str) -> list[str]:
    """Its words without accents and capitals."""
    apart = unicodedata.normalize("NFKD", words)
    bare = "".join(letter for letter in apart if not unicodedata.combining(letter))
    return _LETTERS.findall(bare.casefold())
