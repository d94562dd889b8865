"""Feeling words as the person has them: renamed, hidden, added. Pure functions; imports `models`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from domain.models import FEELINGS, Feeling


def offered(words: Iterable[str], feelings: Sequence[Feeling], chosen: Sequence[str] = ()) -> tuple[str, ...]:
    """The words to offer: `words` and those that were added, without the hidden ones that are not `chosen`.

    >>> mine = (Feeling("flat", is_hidden=True), Feeling("shaky"))
    >>> offered(("tired", "flat"), mine), offered(("tired", "flat"), mine, ["flat"])
    (('tired', 'shaky'), ('tired', 'flat', 'shaky'))
    """
    hidden = {feeling.word for feeling in feelings if feeling.is_hidden} - set(chosen)
    added = (feeling.word for feeling in feelings if feeling.word not in FEELINGS)
    return tuple(word for word in dict.fromkeys((*words, *added)) if word not in hidden)


def listed(used: Iterable[str], feelings: Sequence[Feeling]) -> tuple[Feeling, ...]:
    """Every word there is to change: Tend's own, then those `used` or added, each as it stands.

    >>> [feeling.word for feeling in listed(["soft"], (Feeling("shaky"),))][-3:]
    ['flat', 'soft', 'shaky']
    """
    known = {feeling.word: feeling for feeling in feelings}
    return tuple(known.get(word) or Feeling(word) for word in dict.fromkeys((*FEELINGS, *used, *known)))


def changed(feelings: Sequence[Feeling], feeling: Feeling) -> tuple[Feeling, ...]:
    """These with `feeling` as it is now. One of Tend's own that is as it came needs no place.

    >>> changed((Feeling("flat", "empty"),), Feeling("flat")), changed((), Feeling("shaky"))
    ((), (Feeling(word='shaky', called='', is_hidden=False),))
    """
    if feeling.called == feeling.word:
        feeling = replace(feeling, called="")
    found = [feeling if known.word == feeling.word else known for known in feelings]
    if feeling not in found:
        found.append(feeling)
    return tuple(known for known in found if known.word not in FEELINGS or known != Feeling(known.word))
