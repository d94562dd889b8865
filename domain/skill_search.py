"""Finding a skill: by need, energy, minutes and words. Pure functions; imports `domain` only."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from domain.pacing import LOW, SOME
from domain.skill_players import Breathing
from domain.skills import Effort, Need, Skill

AT_LOW_ENERGY = 1  # minutes a skill starts with then, where it can be made shorter


class Length(StrEnum):
    """The chips for minutes; an own skill of 6 to 9 minutes stands with the longer ones, so that none is lost."""

    UP_TO_1 = "up to 1"
    UP_TO_5 = "up to 5"
    LONGER = "longer"  # shown as "10 or more"


@dataclass(frozen=True)
class Filter:
    """What the person asked for; None, False and "" ask for nothing. `energy` is the most a skill may ask for."""

    need: Need | None = None
    energy: Effort | None = None
    length: Length | None = None
    own: bool = False
    words: str = ""

    @property
    def is_empty(self) -> bool:
        """True when every skill fits."""
        return self == Filter(words=self.words) and not self.words.strip()


def fitting(skills: Iterable[Skill], wanted: Filter) -> tuple[Skill, ...]:
    """The skills that fit all of what is wanted, in the order they stand in."""
    words = plain(wanted.words).split()
    return tuple(skill for skill in skills if _fits(skill, wanted) and (not words or _has(skill, words)))


def named_first(skills: Iterable[Skill], words: str) -> tuple[Skill, ...]:
    """Those whose name has what is searched for before the others, each group in the order it came.

    >>> walk, box = Skill("w", "Short walk", "Breathe as you go."), Skill("b", "Box breathing", "Four by four.")
    >>> [skill.name for skill in named_first((walk, box), "breath")]
    ['Box breathing', 'Short walk']
    """
    sought = plain(words).split()
    return tuple(sorted(skills, key=lambda skill: not all(word in plain(skill.name) for word in sought)))


def effort_for(energy: int | None) -> Effort:
    """The most a skill may ask for: low at 1 and 2, middle at 3 or when energy is not known, high at 4 and 5."""
    if energy is not None and energy <= LOW:
        return Effort.LOW
    return Effort.MIDDLE if energy is None or energy == SOME else Effort.HIGH


def starting_filter(energy: int | None) -> Filter:
    """The filter the library opens with: low energy and up to five minutes at 1 and 2, the energy alone otherwise."""
    effort = effort_for(energy)
    return Filter(energy=effort, length=Length.UP_TO_5 if effort is Effort.LOW else None)


def starting_minutes(skill: Skill, energy: int | None) -> int:
    """How long it is to run at first: breathing starts with one minute at low energy, all else as it is."""
    is_shorter = effort_for(energy) is Effort.LOW and isinstance(skill.plays, Breathing)
    return AT_LOW_ENERGY if is_shorter else skill.minutes


def plain(text: str) -> str:
    """Text to compare by: small letters, without accents.

    >>> plain("Café BLEU")
    'cafe bleu'
    """
    if text.isascii():
        return text.lower()
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in parts if not unicodedata.combining(letter))


def _fits(skill: Skill, wanted: Filter) -> bool:
    if wanted.need is not None and wanted.need not in skill.needs:
        return False
    if wanted.energy is not None and not skill.energy.is_within(wanted.energy):
        return False
    if wanted.own and not skill.is_own:
        return False
    match wanted.length:
        case Length.UP_TO_1:
            return skill.minutes <= 1
        case Length.UP_TO_5:
            return skill.minutes <= 5
        case Length.LONGER:
            return skill.minutes > 5
    return True


def _has(skill: Skill, words: Iterable[str]) -> bool:
    """Whether each word, or part of one, stands somewhere in the skill."""
    text = plain(" ".join((skill.name, skill.summary, *skill.needs, *skill.steps, skill.tradition)))
    return all(word in text for word in words)
