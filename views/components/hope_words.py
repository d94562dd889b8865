"""Why something did not come into the hope box, in one sentence. Imports `domain` and `views`."""

from __future__ import annotations

from domain.errors import (
    FileDamaged,
    FileForeign,
    FileTooLarge,
    InputRefused,
    NoAddress,
    OutOfRange,
    TooMany,
    TooManyPhotos,
)
from domain.hopes import MOST, MOST_PHOTOS
from views.wording import calm_words
from views.words import _


def hope_sentence(error: InputRefused) -> str:
    """It names nothing the person wrote."""
    sentences = {
        TooManyPhotos: _("It holds {count} photos. Take one out to add another.").format(count=MOST_PHOTOS),
        TooMany: _("It holds {count} things. Take one out to add another.").format(count=MOST),
        NoAddress: _("Please write a web address, such as example.org."),
        FileTooLarge: _("This photo is too large. Please pick a smaller one."),
        FileForeign: _("This does not open as a photo here. Please pick another."),
        FileDamaged: _("The device did not give it out. Please try again."),
        OutOfRange: _("This photo is too large. Please pick a smaller one."),
    }
    return sentences.get(type(error)) or calm_words(error).title
