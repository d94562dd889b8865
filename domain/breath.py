"""Where somebody is in a pattern of breathing, second by second. Pure functions; imports `domain` only."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from domain.skill_players import Breathing

SMALL, WHOLE, BEFORE_THE_SIP = 0.6, 1.0, 0.88  # of the circle


class Part(StrEnum):
    """What a breath is made of, in its order."""

    IN = "in"
    SIP = "sip"
    HOLD = "hold"
    OUT = "out"
    REST = "rest"


@dataclass(frozen=True)
class Phase:
    """One part of a breath, how many seconds it takes, and how large the circle is at its end."""

    part: Part
    seconds: float
    size: float


@dataclass(frozen=True)
class Moment:
    """A phase within the whole exercise: the breath it belongs to, from 0 on, and the second at which it ends."""

    breath: int
    phase: Phase
    ends: float

    def left(self, second: float) -> float:
        """Seconds of the phase that are left at a second of the exercise."""
        return self.ends - second


def phases(pattern: Breathing) -> tuple[Phase, ...]:
    """The phases of one breath; what takes no time is left out.

    4 in and 6 out: in for 4 until the circle is whole, out for 6 until it is small.
    """
    every = (
        Phase(Part.IN, pattern.inward, BEFORE_THE_SIP if pattern.sip else WHOLE),
        Phase(Part.SIP, pattern.sip, WHOLE),
        Phase(Part.HOLD, pattern.hold, WHOLE),
        Phase(Part.OUT, pattern.outward, SMALL),
        Phase(Part.REST, pattern.rest, SMALL),
    )
    return tuple(phase for phase in every if phase.seconds)


def at(pattern: Breathing, second: float) -> Moment:
    """The phase at a second, counted from the start; a phase's last instant is the next one's first.

    4 in and 6 out: at 3 the first breath goes in until 4; at 4 it goes out until 10; at 10 the second begins.
    """
    breath = int(second / pattern.cycle)
    while True:
        ends = breath * pattern.cycle
        for phase in phases(pattern):
            ends += phase.seconds
            if second < ends:
                return Moment(breath, phase, ends)
        breath += 1  # the division was rounded down


def start_of_breath(pattern: Breathing, second: float) -> float:
    """The second at which the breath of this second began: at 17 of 4 in and 6 out, 10."""
    return at(pattern, second).breath * pattern.cycle
