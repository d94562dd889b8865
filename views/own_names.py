"""The person's own names for the steps of a scale and for feelings, in place of Tend's. Imports `domain`.

As `words` holds the language, this holds them: every place that says "Hard" says what the person calls it. What is
kept, counted and exported stays as it is: numbers, and the feelings as they were first written.
"""

from __future__ import annotations

from collections.abc import Sequence

from domain.models import Feeling, Preferences

_chosen = Preferences()
_feelings: dict[str, Feeling] = {}


def use(preferences: Preferences) -> None:
    """Say these from now on."""
    global _chosen, _feelings
    if preferences is not _chosen:
        _chosen, _feelings = preferences, {feeling.word: feeling for feeling in preferences.feelings}


def moods(usual: Sequence[str]) -> tuple[str, ...]:
    """The names of 1 … 5, the usual one where there is no own."""
    return _over(_chosen.moods, usual)


def energies(usual: Sequence[str]) -> tuple[str, ...]:
    """The names of 1 … 5, the usual one where there is no own."""
    return _over(_chosen.energies, usual)


def called(word: str) -> str:
    """What the person calls a feeling; "" where they call it nothing else."""
    feeling = _feelings.get(word)
    return feeling.called if feeling else ""


def _over(own: Sequence[str], usual: Sequence[str]) -> tuple[str, ...]:
    return tuple(mine or theirs for mine, theirs in zip(own or usual, usual, strict=True))
