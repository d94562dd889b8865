"""Passphrases: what counts as the same one, offering one, and which is too short. Imports the standard library.

Nobody can reset a passphrase, so one that was typed on another phone, with a capital that the keyboard put there or
with curly quotes, has to be the same. `web/page/decrypt.html` does the same in a code of its own.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence

WORDS = 5
LEAST_CHARACTERS = 12
LEAST_DIFFERENT = 6

# What either Python or JavaScript takes for white space, written out so that both take the same.
_WHITE = re.compile(r"[\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff]+")
_LONE_SURROGATE = re.compile(r"[\ud800-\udfff]")
_STRAIGHT = str.maketrans(dict.fromkeys("‘’‚‛", "'") | dict.fromkeys("“”„‟", '"'))


def normalised(text: str) -> str:
    """The passphrase as it goes into the key: NFKC, lower case, straight quotes, single spaces, none at the ends.

    >>> normalised(" Caf\\u0065\\u0301  “Blue” \\u00a0Tulip ")
    'café "blue" tulip'
    """
    # A lone surrogate has no UTF-8; browsers write U+FFFD for it.
    whole = _LONE_SURROGATE.sub("\ufffd", text)
    # Some letters can be composed in lower case alone (J with a caron), so they are composed once more.
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", whole).lower())
    return _WHITE.sub(" ", folded.translate(_STRAIGHT)).strip(" ")


def generated(words: Sequence[str], random: Callable[[int], bytes]) -> str:
    """Five words, each as likely as any other; `random(n)` gives n random bytes.

    Of 6,115 words there are 6,115⁵ passphrases, 62.8 bits.
    """
    return " ".join(_one_of(words, random) for _ in range(WORDS))


def is_long_enough(text: str) -> bool:
    """Whether a passphrase of the person's own is long enough to be taken, once normalised.

    Twelve characters, six of them different: twelve lower-case letters drawn by chance are 56 bits, more than four
    words of our list (50 bits), which have twelve characters in any case; so one rule serves for both. Numbers as
    short as a date or a telephone PIN, and a key held down, fall under it. It is a floor and no proof of strength: a
    well-known saying passes, which is why words drawn by chance are offered first.
    """
    passphrase = normalised(text)
    return len(passphrase) >= LEAST_CHARACTERS and len(set(passphrase)) >= LEAST_DIFFERENT


def _one_of(words: Sequence[str], random: Callable[[int], bytes]) -> str:
    # Numbers from the last, incomplete round would make the first words likelier, so they are drawn again.
    limit = 65_536 - 65_536 % len(words)
    while (number := int.from_bytes(random(2), "big")) >= limit:
        pass
    return words[number % len(words)]
