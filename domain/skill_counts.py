"""What helped this person, counted by skill and kind of day. Pure functions; imports `domain` only.

Counts are of what was answered, at the energy there was; they never claim a cause. "Yes" and "a bit" count as helped;
a use without an answer counts as tried and no more.

**The score** of h times helped out of n is (h + 1) / (n + 2), the rule of succession (Laplace). It weighs the
share by how much is known: 9 of 10 (10/12 = 0.83) stands before 4 of 5 (5/7 = 0.71), that before 1 of 1 (2/3 = 0.67),
and nothing known is one half.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from types import MappingProxyType

from domain.pacing import LOW, SOME
from domain.skills import Helped, Use

LEAST_RATINGS = 3  # from so many answers on, a count is said: "helped 4 of 5 times"


class Band(StrEnum):
    """The three kinds of day that are told apart."""

    LOW = "low"  # energy 1 and 2
    SOME = "some"  # 3
    GOOD = "good"  # 4 and 5


def band(energy: int | None) -> Band | None:
    """The kind of day an energy makes; None when it is not known."""
    if energy is None:
        return None
    return Band.LOW if energy <= LOW else Band.SOME if energy == SOME else Band.GOOD


@dataclass(frozen=True)
class Count:
    """Helped so many times of so many that were answered."""

    helped: int = 0
    rated: int = 0

    @property
    def is_enough(self) -> bool:
        """True when there is enough to say it."""
        return self.rated >= LEAST_RATINGS

    @property
    def score(self) -> float:
        """See the top of the module: 4 of 5 is 5/7, none of none one half."""
        return (self.helped + 1) / (self.rated + 2)

    def and_one(self, answer: Helped, more: int = 1) -> Count:
        """With one more answer; with `more` -1, with one less."""
        return Count(self.helped + more * (answer is not Helped.NO), self.rated + more)


@dataclass(frozen=True)
class Record:
    """What is counted of one skill: how often it was tried, what came of it in all, and by kind of day."""

    tried: int = 0
    all: Count = Count()
    low: Count = Count()
    some: Count = Count()
    good: Count = Count()

    def at(self, energy: int | None) -> Count:
        """The count at an energy; that of all days when it is not known."""
        found = band(energy)
        return self.all if found is None else {Band.LOW: self.low, Band.SOME: self.some, Band.GOOD: self.good}[found]

    def and_one(self, use: Use, more: int = 1) -> Record:
        """With one more use; with `more` -1, with one less."""
        tried = replace(self, tried=self.tried + more)
        if use.helped is None:
            return tried
        tried = replace(tried, all=self.all.and_one(use.helped, more))
        match band(use.energy):
            case Band.LOW:
                return replace(tried, low=self.low.and_one(use.helped, more))
            case Band.SOME:
                return replace(tried, some=self.some.and_one(use.helped, more))
            case Band.GOOD:
                return replace(tried, good=self.good.and_one(use.helped, more))
        return tried


_NOTHING = Record()


@dataclass(frozen=True)
class Tally:
    """What is counted of every skill that was used.

    Make it once of all uses (`tally`); then each new, changed or deleted use costs the same however many came before
    (`and_one`, `without`), and gives what counting all of them anew would.
    """

    records: Mapping[str, Record] = field(default_factory=lambda: MappingProxyType({}))

    def of(self, skill_id: str) -> Record:
        """The record of a skill; an empty one when it was never used."""
        return self.records.get(skill_id, _NOTHING)

    def and_one(self, use: Use) -> Tally:
        """With one more use."""
        return self._with(use, self.of(use.skill_id).and_one(use))

    def without(self, use: Use) -> Tally:
        """Without one of the uses it was made of."""
        return self._with(use, self.of(use.skill_id).and_one(use, -1))

    @property
    def tried(self) -> int:
        """How many uses it was made of."""
        return sum(record.tried for record in self.records.values())

    def _with(self, use: Use, record: Record) -> Tally:
        records = {**self.records, use.skill_id: record}
        if not record.tried:
            del records[use.skill_id]
        return Tally(MappingProxyType(records))


def tally(uses: Iterable[Use]) -> Tally:
    """The counts of all uses, in whatever order they come."""
    # Counted before any value is made: there may be ten thousand uses, and frozen values take their time.
    answers = Counter((use.skill_id, use.energy, use.helped) for use in uses)
    tried: Counter[str] = Counter()
    counts: dict[str, Counter[tuple[Band | None, bool]]] = {}
    for (skill_id, energy, helped), times in answers.items():
        tried[skill_id] += times
        if helped is not None:
            counts.setdefault(skill_id, Counter())[band(energy), helped is not Helped.NO] += times
    return Tally(MappingProxyType({id: _record(times, counts.get(id, Counter())) for id, times in tried.items()}))


def _record(tried: int, answers: Counter[tuple[Band | None, bool]]) -> Record:
    def count(*bands: Band | None) -> Count:
        helped = sum(answers[found, True] for found in bands)
        return Count(helped, helped + sum(answers[found, False] for found in bands))

    return Record(tried, count(None, *Band), count(Band.LOW), count(Band.SOME), count(Band.GOOD))
