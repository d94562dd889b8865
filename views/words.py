"""Every word on screen passes through here. Imports the standard library only.

English is the source language, so a missing catalogue or entry shows the English words.
"""

from __future__ import annotations

import gettext
from pathlib import Path

SOURCE = "en"
CATALOGUES = Path(__file__).parent.parent / "assets" / "locale"

_catalogue: gettext.NullTranslations = gettext.NullTranslations()


def speak(locale: str) -> None:
    """Use the catalogue for `locale` ("en-GB", "de"), or English where there is none."""
    global _catalogue
    languages = [locale.replace("-", "_"), locale.split("-")[0], SOURCE]
    _catalogue = gettext.translation("tend", CATALOGUES, languages, fallback=True)


def _(message: str) -> str:
    """The words for `message` in the language in use."""
    return _catalogue.gettext(message)


def ngettext(one: str, many: str, n: int) -> str:
    """The words for `n` things in the language in use."""
    return _catalogue.ngettext(one, many, n)


def pgettext(context: str, message: str) -> str:
    """The words for a `message` that means different things in different places."""
    return _catalogue.pgettext(context, message)
