"""Reading the plan when it is needed: what was written for a sign, whom it leads to, what comes first. Imports the
standard library and `domain`.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from domain.people import Person
from domain.plan import ANSWERS, PARTS, RUNG_OF, Part, PlanItem, Rung, Source, items_in

# Of these parts the people picked stand apart from the things to do; both keep an order of their own.
PEOPLE_APART = frozenset({Part.TRIGGER_ANSWERS, Part.EARLY_ANSWERS, Part.HARDER_ANSWERS})
# Where somebody picked in a crisis is somebody to turn to, in this order; who may decide, and who not, is no help now.
TO_TURN_TO = (Part.ALONE, Part.ASK, Part.COMPANY, Part.SERVICES, Part.SAFER)
# What stands in these is what the person does not want: nothing in them is a way to anything.
LEFT_OUT = frozenset({Part.UNWANTED, Part.NOT_DECIDERS})
_SENTENCE = re.compile(r"(?<=[.!?;\n])\s*")
_REFUSAL = re.compile(
    r"\W*(?:please\W+)?(?:(?:i|we|you)\W+)?(?:do\s+not|don['’]?t|never|not|avoid|no\s+(?:calls?|texts?|messages?))\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Response:
    """What was written for signs that show: their own answers, else the lines of their rung, and whom they lead to."""

    own: tuple[str, ...] = ()
    lines: tuple[PlanItem, ...] = ()
    people: tuple[Person, ...] = ()

    @property
    def is_empty(self) -> bool:
        """True when nothing was written."""
        return not (self.own or self.lines)


def response(items: Sequence[PlanItem], signs: Iterable[PlanItem], people: Sequence[Person]) -> Response:
    """What was written for these signs, each thing once, in the order of the signs.

    >>> sign = PlanItem("a", Part.EARLY_SIGNS, "I stop answering texts", answer="Text Maya one word. Rest.")
    >>> other = PlanItem("b", Part.EARLY_SIGNS, "I sleep in the day")
    >>> walk = PlanItem("c", Part.EARLY_ANSWERS, "Walk to the corner")
    >>> found = response((sign, other, walk), (sign, other), (Person("m", "Maya"),))
    >>> found.own, [item.words for item in found.lines], [person.name for person in found.people]
    (('Text Maya one word. Rest.',), ['Walk to the corner'], ['Maya'])
    """
    own: dict[str, None] = {}
    lines: dict[str, PlanItem] = {}
    found: dict[str, Person] = {}
    for sign in signs:
        if sign.answer.strip():
            own[sign.answer] = None
            written = [sign.answer]
        else:
            answers = items_in(items, ANSWERS[sign.part])
            lines |= {item.id: item for item in answers}
            written = [item.words for item in answers]
        told, refused = _told_apart(written)
        led_to = named_in(told, people) or picked_for(items, RUNG_OF[sign.part], people)
        left_out = named_in(refused, people)
        found |= {person.id: person for person in led_to if person not in left_out}
    return Response(tuple(own), tuple(lines.values()), tuple(found.values()))


def offers_ways(item: PlanItem, names: Container[str] = ()) -> bool:
    """Whether a line may offer a call, a text, a start: not where it stands among what is not wanted, and not where its
    words begin with a refusal; unless they are one of `names`, of people and groups.

    >>> [offers_ways(PlanItem("a", Part.ASK, words)) for words in ("Maya", "Do not call Maya", "Never Maya at night")]
    [True, False, False]
    >>> offers_ways(PlanItem("b", Part.NOT_DECIDERS, "Lee"))
    False
    >>> offers_ways(PlanItem("c", Part.ASK, "Not Alone"), {"Not Alone"})
    True
    """
    return item.part not in LEFT_OUT and (item.words in names or not is_refusal(item.words))


def is_refusal(words: str) -> bool:
    """Whether words begin by saying what not to do.

    >>> is_refusal("Do not call my brother"), is_refusal("No calls to Lee"), is_refusal("My brother")
    (True, True, False)
    """
    return bool(_REFUSAL.match(words))


def _told_apart(written: Iterable[str]) -> tuple[list[str], list[str]]:
    """The sentences that say what to do, and those that say what not to.

    >>> _told_apart(["Text Dev. Don't call Maya!", "Please never ask Lee"])
    (['Text Dev.'], ["Don't call Maya!", 'Please never ask Lee'])
    """
    sentences = [part for words in written for part in _SENTENCE.split(words) if part]
    refused = [sentence for sentence in sentences if is_refusal(sentence)]
    return [sentence for sentence in sentences if sentence not in refused], refused


def named_in(written: Iterable[str], people: Iterable[Person]) -> tuple[Person, ...]:
    """The people whose whole name stands in what was written, in their order; part of a word is no name.

    Where one name holds another, the longer one is meant.

    >>> maya, may, rose = Person("m", "Maya"), Person("y", "May"), Person("r", "Maya Rose")
    >>> [person.name for person in named_in(["Text maya one word."], (may, maya, rose))]
    ['Maya']
    >>> [person.name for person in named_in(["Sit with Maya Rose"], (may, maya, rose))]
    ['Maya Rose']
    """
    there, left, found = list(people), "\n".join(written), set()
    for person in sorted(there, key=lambda person: -len(person.name)):
        name = re.escape(person.name.strip())
        left, times = re.subn(rf"(?<!\w){name}(?!\w)", "\n", left, flags=re.IGNORECASE)
        found |= {person.id} if times else set()
    return tuple(person for person in there if person.id in found)


def picked_for(items: Sequence[PlanItem], rung: Rung, people: Iterable[Person]) -> tuple[Person, ...]:
    """The people picked for what is done on a rung, in the plan's order; those deleted meanwhile are not there.

    >>> item = PlanItem("a", Part.ASK, "Maya", source=Source.PERSON, source_id="m")
    >>> no = PlanItem("b", Part.NOT_DECIDERS, "Lee", source=Source.PERSON, source_id="l")
    >>> [person.name for person in picked_for((no, item), Rung.CRISIS, (Person("l", "Lee"), Person("m", "Maya")))]
    ['Maya']
    """
    by_id = {person.id: person for person in people}
    parts, names = TO_TURN_TO if rung is Rung.CRISIS else PARTS[rung], {person.name for person in by_id.values()}
    there = (item for part in parts for item in items_in(items, part) if offers_ways(item, names))
    picked = (item.source_id for item in there if item.source is Source.PERSON)
    return tuple(by_id[id] for id in dict.fromkeys(picked) if id in by_id)


def beside(items: Sequence[PlanItem], item: PlanItem) -> tuple[PlanItem, ...]:
    """The items an item stands in one list with: its part, or where people stand apart, those that are of its kind.

    >>> rest = PlanItem("a", Part.EARLY_ANSWERS, "Rest")
    >>> maya = PlanItem("b", Part.EARLY_ANSWERS, "Maya", source=Source.PERSON, source_id="m")
    >>> [other.words for other in beside((rest, maya), maya)]
    ['Maya']
    """
    there = items_in(items, item.part)
    if item.part not in PEOPLE_APART:
        return there
    is_person = item.source is Source.PERSON
    return tuple(other for other in there if (other.source is Source.PERSON) is is_person)


@dataclass(frozen=True)
class Counts:
    """How much stands on a rung: signs, things to do, and people picked to turn to."""

    signs: int = 0
    things: int = 0
    people: int = 0

    @property
    def all(self) -> int:
        """Everything that stands there."""
        return self.signs + self.things + self.people


def counts(items: Iterable[PlanItem], rung: Rung) -> Counts:
    """How much stands on a rung.

    >>> sign, walk = PlanItem("a", Part.EARLY_SIGNS, "I pace"), PlanItem("b", Part.EARLY_ANSWERS, "Walk")
    >>> counts((sign, walk), Rung.EARLY), counts((), Rung.EARLY).all
    (Counts(signs=1, things=1, people=0), 0)
    """
    there = [item for item in items if item.rung is rung]
    signs = sum(item.is_sign for item in there)
    people = sum(item.source is Source.PERSON for item in there if not item.is_sign)
    return Counts(signs, len(there) - signs - people, people)


def noticed_on(items: Iterable[PlanItem], ticked: Container[str]) -> frozenset[Rung]:
    """The rungs with a sign that is ticked."""
    return frozenset(item.rung for item in items if item.is_sign and item.id in ticked)


def ladder(noticed: Container[Rung], is_low: bool) -> tuple[Rung, ...]:
    """The rungs as they are shown: the ladder, or at low energy first the crisis and those with a sign that shows.

    >>> [rung.value for rung in ladder({Rung.HARDER}, is_low=True)]
    ['crisis', 'harder', 'daily', 'triggers', 'early', 'after']
    >>> ladder({Rung.HARDER}, is_low=False) == tuple(Rung)
    True
    """
    if not is_low:
        return tuple(Rung)
    first = [Rung.CRISIS, *(rung for rung in Rung if rung in noticed and rung is not Rung.CRISIS)]
    return (*first, *(rung for rung in Rung if rung not in first))


def months_on(day: date, months: int) -> date:
    """The same day so many months later, or the last of that month where it is shorter.

    >>> months_on(date(2026, 11, 19), 3), months_on(date(2026, 8, 31), 6)
    (datetime.date(2027, 2, 19), datetime.date(2027, 2, 28))
    """
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
