"""My plan: a ladder of rungs, each in parts, each part a list of the person's own. Imports the standard library and
`domain`.

What a good day, a hard day and a crisis look like, and what the person wants done then, written when calm. The parts
follow what published safety plans and wellness plans have in common (Stanley and Brown 2012; Beyond Now; personal
recovery plans); the words are Tend's own, and no plan of that name is meant.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from domain.errors import OutOfRange, TooLong, TooMany, Wordless
from domain.ordering import place_at_end

LONGEST_WORDS = 10_000  # characters
MOST_IN_PART = 60  # items
FIRST_STEPS = 3


class Rung(StrEnum):
    """Where somebody stands, from a steady day to a crisis and back."""

    DAILY = "daily"
    TRIGGERS = "triggers"  # what sets me off
    EARLY = "early"  # early signs
    HARDER = "harder"  # it is getting worse
    CRISIS = "crisis"
    AFTER = "after"  # coming back


class Part(StrEnum):
    """A list in the plan."""

    STEADY = "steady"  # what keeps me well each day
    TRIGGERS = "triggers"
    TRIGGER_ANSWERS = "trigger answers"
    EARLY_SIGNS = "early signs"
    EARLY_ANSWERS = "early answers"
    HARDER_SIGNS = "harder signs"
    HARDER_ANSWERS = "harder answers"
    CRISIS_SIGNS = "crisis signs"  # how to tell that I need the safety plan
    ALONE = "alone"  # what I can do alone
    COMPANY = "company"  # people and places that take my mind off it
    ASK = "ask"  # whom I ask for help
    SERVICES = "services"  # professionals
    SAFER = "safer"  # making my space safer: who can help, never means
    REASONS = "reasons"  # what I live for
    WANTED = "wanted"  # what I want when others decide
    UNWANTED = "unwanted"
    DECIDERS = "deciders"  # who may decide
    NOT_DECIDERS = "not deciders"
    AFTER = "after"


PARTS: Mapping[Rung, tuple[Part, ...]] = {
    Rung.DAILY: (Part.STEADY,),
    Rung.TRIGGERS: (Part.TRIGGERS, Part.TRIGGER_ANSWERS),
    Rung.EARLY: (Part.EARLY_SIGNS, Part.EARLY_ANSWERS),
    Rung.HARDER: (Part.HARDER_SIGNS, Part.HARDER_ANSWERS),
    Rung.CRISIS: (
        *(Part.CRISIS_SIGNS, Part.ALONE, Part.COMPANY, Part.ASK, Part.SERVICES, Part.SAFER, Part.REASONS),
        *(Part.WANTED, Part.UNWANTED, Part.DECIDERS, Part.NOT_DECIDERS),
    ),
    Rung.AFTER: (Part.AFTER,),
}
RUNG_OF: Mapping[Part, Rung] = {part: rung for rung, parts in PARTS.items() for part in parts}
# What can be ticked when it is noticed, and the part that holds what the person does then.
ANSWERS: Mapping[Part, Part] = {
    Part.TRIGGERS: Part.TRIGGER_ANSWERS,
    Part.EARLY_SIGNS: Part.EARLY_ANSWERS,
    Part.HARDER_SIGNS: Part.HARDER_ANSWERS,
    Part.CRISIS_SIGNS: Part.ALONE,
}


class Source(StrEnum):
    """What an item was picked from, where it is not the person's own words."""

    SKILL = "skill"
    PERSON = "person"
    GOAL = "goal"


@dataclass(frozen=True)
class PlanItem:
    """One line of the plan.

    `words` are what it says; of something picked (`source`, `source_id`), its name then, so that it stays readable
    when that is gone. `answer` is what to do when this sign shows, for a part in `ANSWERS`. `place` orders the items
    of a part, smallest first.

    Raises:
        Wordless: without words.
        TooLong: more than `LONGEST_WORDS` characters.
        OutOfRange: a source without an id or an id without a source, an answer to what is no sign.
    """

    id: str
    part: Part
    words: str
    answer: str = ""
    place: int = 0
    source: Source | None = None
    source_id: str | None = None

    def __post_init__(self) -> None:
        if not self.words.strip():
            raise Wordless("no words")
        if max(len(self.words), len(self.answer)) > LONGEST_WORDS:
            raise TooLong("more characters than fit", LONGEST_WORDS)
        if (self.source is None) is not (self.source_id is None):
            raise OutOfRange("a source has an id")
        if self.answer and self.part not in ANSWERS:
            raise OutOfRange("an answer belongs to a sign")

    @property
    def rung(self) -> Rung:
        """Where on the ladder it stands."""
        return RUNG_OF[self.part]

    @property
    def is_sign(self) -> bool:
        """True for what can be ticked when it is noticed."""
        return self.part in ANSWERS


@dataclass(frozen=True)
class PlanNotes:
    """What goes with the plan: signs ticked on `ticked_on`, which stand for that day alone, and when to look again.

    `review_on` is the local day the person chose to look the plan over (None: no day), `reviewed_on` when they did.
    `later` are parts the person left for another time.
    """

    ticked: tuple[str, ...] = ()  # ids of items
    ticked_on: date | None = None
    review_on: date | None = None
    reviewed_on: date | None = None
    later: tuple[Part, ...] = ()

    def ticked_today(self, today: date) -> tuple[str, ...]:
        """What is ticked today; yesterday's ticks are gone."""
        return self.ticked if self.ticked_on == today else ()

    def with_tick(self, item_id: str, today: date) -> PlanNotes:
        """With a sign ticked, or no longer.

        >>> monday = date(2026, 11, 23)
        >>> notes = PlanNotes().with_tick("a", monday).with_tick("b", monday).with_tick("a", monday)
        >>> notes.ticked_today(monday), notes.ticked_today(date(2026, 11, 24))
        (('b',), ())
        """
        ticked = self.ticked_today(today)
        left = tuple(other for other in ticked if other != item_id)
        return replace(self, ticked=left if item_id in ticked else (*ticked, item_id), ticked_on=today)

    def with_later(self, part: Part) -> PlanNotes:
        """With a part left for later, or no longer.

        >>> notes = PlanNotes().with_later(Part.ASK).with_later(Part.SAFER).with_later(Part.ASK)
        >>> [part.value for part in notes.later]
        ['safer']
        """
        left = tuple(other for other in self.later if other is not part)
        return replace(self, later=left if part in self.later else (*left, part))

    def is_due(self, today: date) -> bool:
        """True from the day on that the person chose for looking it over."""
        return self.review_on is not None and self.review_on <= today


def items_in(items: Iterable[PlanItem], part: Part) -> tuple[PlanItem, ...]:
    """The items of a part; `items` stand in order.

    >>> rest, call = PlanItem("a", Part.STEADY, "Rest"), PlanItem("b", Part.ASK, "Call Maya")
    >>> [item.words for item in items_in((rest, call), Part.ASK)]
    ['Call Maya']
    """
    return tuple(item for item in items if item.part is part)


def see_room(items: Sequence[PlanItem], part: Part) -> int:
    """The place of one more item in a part: after all others.

    Raises:
        TooMany: there are `MOST_IN_PART` in it.
    """
    there = items_in(items, part)
    if len(there) >= MOST_IN_PART:
        raise TooMany("lines in a part")
    return place_at_end(there)


def first_steps(items: Iterable[PlanItem]) -> tuple[str, ...]:
    """The first things to do in a crisis, for the page that stands before Tend has opened: `FIRST_STEPS` at most.

    >>> first_steps([PlanItem("a", Part.ALONE, "Cold water"), PlanItem("b", Part.REASONS, "My cat")])
    ('Cold water',)
    """
    return tuple(item.words for item in items_in(items, Part.ALONE))[:FIRST_STEPS]
