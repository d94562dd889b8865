"""The order of skills, and the one to suggest. Pure functions; imports `domain` only.

Both go by what helped this person, at the energy there is now, as `domain/skill_counts.py` counts it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum, StrEnum

from domain.skill_counts import Count, Record, Tally, band
from domain.skill_players import Breathing
from domain.skill_search import effort_for
from domain.skills import Effort, Need, Skill

NIGHT = frozenset({22, 23, 0, 1, 2, 3, 4})  # hours of the local clock
EVEN = Count().score  # helped as often as not, or nothing known


class Place(IntEnum):
    """The groups skills stand in, first to last."""

    HELPED_NOW = 0  # helped more often than not at this energy
    HELPED = 1  # not known to at this energy, but helped more often than not in all
    TRIED = 2
    UNTRIED = 3
    DID_NOT_HELP = 4  # asked three times or more, helped less often than not


def place(record: Record, energy: int | None) -> Place:
    """The group of a skill at an energy.

    What was answered at this energy comes first: a skill that helped 4 of 5 times in all and none of 3 times at this
    energy did not help.
    """
    now = record.at(energy)
    if now.score > EVEN:
        return Place.HELPED_NOW
    if now.is_enough and now.score < EVEN:
        return Place.DID_NOT_HELP
    if record.all.score > EVEN:
        return Place.HELPED
    if record.all.is_enough and record.all.score < EVEN:
        return Place.DID_NOT_HELP
    return Place.TRIED if record.tried else Place.UNTRIED


def ranked(
    skills: Iterable[Skill],
    tally: Tally,
    favourites: Collection[str],
    energy: int | None,
    hidden: Collection[str] = frozenset(),
) -> tuple[Skill, ...]:
    """The skills in the order to show them, without the hidden ones.

    Favourites first; then by `Place`; among those that helped, by score at this energy (in all, for `Place.HELPED`);
    then the shortest; then as they stand. Energy 2, each with its answers at low energy:

        walk     10 min  untried, a favourite    1st
        sigh      5 min  helped 9 of 10 times    2nd, score 10/12
        breath    2 min  helped 4 of 5 times     3rd, 5/7
        song      5 min  helped 1 of 1 time      4th, 2/3
        stretch   1 min  helped 1 of 2 times     5th: even, so it stands with those that were tried
        anchor    2 min  tried, not answered     6th: longer
        room      1 min  untried                 7th
        box       1 min  helped 0 of 3 times     8th
    """

    def order(skill: Skill) -> tuple[bool, Place, float, int]:
        record = tally.of(skill.id)
        where = place(record, energy)
        score = record.at(energy).score if where is Place.HELPED_NOW else record.all.score
        return skill.id not in favourites, where, -score if where <= Place.HELPED else 0, skill.minutes

    return tuple(sorted((skill for skill in skills if skill.id not in hidden), key=order))


class Reason(StrEnum):
    """Why a skill is suggested; the words are the views'."""

    HELPED_AT_THIS_ENERGY = "helped at this energy"  # "helped 4 of 5 times when energy was low"
    HELPED = "helped"  # "helped 4 of 5 times"
    FOR_THE_NIGHT = "for the night"
    FITS_THE_NEED = "fits the need"
    ASKS_LITTLE = "asks little"  # it fits low energy
    TO_BEGIN_WITH = "to begin with"


@dataclass(frozen=True)
class Suggestion:
    """One skill, why, and the counts where the reason is that it helped (None otherwise)."""

    skill: Skill
    reason: Reason
    count: Count | None = None


def suggestion(
    skills: Sequence[Skill],
    tally: Tally,
    energy: int | None,
    hour: int,
    refused_today: Collection[str],
    need: Need | None = None,
) -> Suggestion | None:
    """The one skill to suggest at an hour (0 … 23) of the local clock; None when none is left.

    `skills` are those that are not hidden, in the library's order, and `refused_today` the ids that were turned down
    since midnight: none of them comes again. What comes into question:

    - it serves the need, where one is given;
    - it asks for no more than the energy there is (`effort_for`), and for little at night (22:00 to 4:59);
    - at night, with no need given, it is for sleep, as long as one of those is left; by day it is not for sleep alone,
      unless that is the need;
    - one that can harm some bodies (`check_first`) comes only once it has helped.

    Of these, the one that helped at this energy, by score; else the one that helped in all; both asked at least three
    times and helped more often than not. Else the one with the best score so far, the first in the library's order
    among equals: so on the first day "Longer breath out", and after one "no" the next.
    """
    able = [s for s in skills if s.id not in refused_today and _is_able(s, tally, energy, hour, need)]
    for_sleep = [skill for skill in able if Need.SLEEP in skill.needs]
    if hour in NIGHT and need is None and for_sleep:
        able = for_sleep
    now = [skill for skill in able if _has_helped(tally.of(skill.id).at(energy))]
    if now and band(energy) is not None:
        best = max(now, key=lambda skill: tally.of(skill.id).at(energy).score)
        return Suggestion(best, Reason.HELPED_AT_THIS_ENERGY, tally.of(best.id).at(energy))
    in_all = [s for s in able if _has_helped(tally.of(s.id).all) and place(tally.of(s.id), energy) < Place.TRIED]
    if in_all:
        best = max(in_all, key=lambda skill: tally.of(skill.id).all.score)
        return Suggestion(best, Reason.HELPED, tally.of(best.id).all)
    if not able:
        return None
    best = max(able, key=lambda skill: tally.of(skill.id).all.score)
    return Suggestion(best, _reason(best, energy, hour, need))


def breath(skills: Sequence[Skill], tally: Tally, energy: int | None, refused_today: Collection[str]) -> Skill | None:
    """The breathing exercise to have at hand whatever is suggested; None when there is none.

    As `suggestion` has it: what helped best at this energy, else in all, else the first; one that can harm some bodies
    comes only once it has helped. Those that were turned down today come when nothing else is left: there is always a
    breath.
    """
    able = [s for s in skills if isinstance(s.plays, Breathing) and _is_harmless(s, tally)]
    left = [skill for skill in able if skill.id not in refused_today] or able
    if not left:
        return None
    return max(left, key=lambda skill: (tally.of(skill.id).at(energy).score, tally.of(skill.id).all.score))


def _is_able(skill: Skill, tally: Tally, energy: int | None, hour: int, need: Need | None) -> bool:
    most = Effort.LOW if hour in NIGHT else effort_for(energy)
    if not skill.energy.is_within(most) or (need is not None and need not in skill.needs):
        return False
    return _is_harmless(skill, tally) and (hour in NIGHT or need is Need.SLEEP or skill.needs != (Need.SLEEP,))


def _is_harmless(skill: Skill, tally: Tally) -> bool:
    """One that can harm some bodies counts as harmless once it has helped this one."""
    return not skill.check_first or tally.of(skill.id).all.score > EVEN


def _has_helped(count: Count) -> bool:
    return count.is_enough and count.score > EVEN


def _reason(skill: Skill, energy: int | None, hour: int, need: Need | None) -> Reason:
    if need is not None:
        return Reason.FITS_THE_NEED
    if hour in NIGHT and Need.SLEEP in skill.needs:
        return Reason.FOR_THE_NIGHT
    if energy is not None and effort_for(energy) is Effort.LOW:
        return Reason.ASKS_LITTLE
    return Reason.TO_BEGIN_WITH
