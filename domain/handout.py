"""What leaves the app on paper or as a text: the lines a person ticked, and nothing of the others. Pure functions.

Imports the standard library and `domain`. The words around a person's own are given: they are in the language in use.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from domain.people import Person
from domain.plan import Part, PlanItem, Source, items_in

HALF_CHARACTER = re.compile("[\ud800-\udfff]")  # half of one that takes two: no text outside the app can hold it
REPLACED = "\ufffd"


class Handed(StrEnum):
    """What became of a text that was handed over."""

    SHARED = "shared"  # by the phone's own sheet
    COPIED = "copied"
    CLOSED = "closed"  # the person put it off
    REFUSED = "refused"  # there is no way to share or copy here


class Kind(StrEnum):
    """What a line that can be ticked is of."""

    ITEM = "item"
    PERSON = "person"
    NOTE = "note"  # what the person noted about somebody
    NUMBER = "number"


@dataclass(frozen=True)
class Entry:
    """One line as it is handed out: `words` as they were written, and what stands below them."""

    words: str
    more: tuple[str, ...] = ()


@dataclass(frozen=True)
class Offer:
    """A line that can be ticked."""

    kind: Kind
    id: str
    entry: Entry


@dataclass(frozen=True)
class Offers:
    """The lines of one part, in their order; `part` is None for people and numbers."""

    heading: str
    lines: tuple[Offer, ...]
    part: Part | None = None


@dataclass(frozen=True)
class Section:
    """A heading and what stands below it."""

    heading: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True)
class Handout:
    """A page: its title, a line that says of when it is ("" for none), and the sections that have something in them.

    `closing` stands at its end ("" for none): what the page is, and what it is not.
    """

    title: str
    dated: str
    sections: tuple[Section, ...]
    closing: str = ""


@dataclass(frozen=True)
class Ticked:
    """What was ticked; nothing at first."""

    lines: frozenset[tuple[Kind, str]] = frozenset()

    def has(self, offer: Offer) -> bool:
        """Whether this line goes along."""
        return (offer.kind, offer.id) in self.lines

    def flipped(self, offer: Offer) -> Ticked:
        """With a line ticked, or no longer; a note goes when the person it is about goes.

        >>> maya, note = Offer(Kind.PERSON, "m", Entry("Maya")), Offer(Kind.NOTE, "m", Entry("Likes walks"))
        >>> both = Ticked().flipped(maya).flipped(note)
        >>> len(both.lines), both.flipped(maya).lines
        (2, frozenset())
        """
        key = offer.kind, offer.id
        if key not in self.lines:
            return Ticked(self.lines | {key})
        gone = {key, (Kind.NOTE, offer.id)} if offer.kind is Kind.PERSON else {key}
        return Ticked(self.lines - gone)

    def with_all(self, offers: Iterable[Offer]) -> Ticked:
        """With all of these ticked but notes about people, each of which is ticked by itself."""
        return Ticked(self.lines | {(offer.kind, offer.id) for offer in offers if offer.kind is not Kind.NOTE})

    def without(self, offers: Iterable[Offer]) -> Ticked:
        """With none of these ticked."""
        return Ticked(self.lines - {(offer.kind, offer.id) for offer in offers})


def plan_offers(
    items: Sequence[PlanItem], headings: Mapping[Part, str], people: Iterable[Person] = ()
) -> tuple[Offers, ...]:
    """The parts of the plan that have lines, in the order of `headings`; an answer stands below its sign, and below the
    name of somebody picked from `people` the number: a name alone calls nobody. Who may not decide is not to be called.

    >>> sign = PlanItem("a", Part.EARLY_SIGNS, "I stop answering", answer="Text Maya")
    >>> [offers] = plan_offers([sign], {Part.ALONE: "Alone", Part.EARLY_SIGNS: "Early signs"})
    >>> offers.heading, offers.lines[0].entry
    ('Early signs', Entry(words='I stop answering', more=('Text Maya',)))
    >>> maya = PlanItem("b", Part.ASK, "Maya", source=Source.PERSON, source_id="m")
    >>> plan_offers([maya], {Part.ASK: "Ask"}, [Person("m", "Maya", "0123")])[0].lines[0].entry
    Entry(words='Maya', more=('0123',))
    >>> kept_out = replace(maya, part=Part.NOT_DECIDERS)
    >>> plan_offers([kept_out], {Part.NOT_DECIDERS: "Not"}, [Person("m", "Maya", "0123")])[0].lines[0].entry
    Entry(words='Maya', more=())
    """
    phones = {person.id: person.phone for person in people}
    found = []
    for part, heading in headings.items():
        lines = tuple(Offer(Kind.ITEM, item.id, _item_entry(item, phones)) for item in items_in(items, part))
        if lines:
            found.append(Offers(heading, lines, part))
    return tuple(found)


def _item_entry(item: PlanItem, phones: Mapping[str, str]) -> Entry:
    calls = item.source is Source.PERSON and item.part is not Part.NOT_DECIDERS
    phone = phones.get(item.source_id or "", "") if calls else ""
    return Entry(item.words, tuple(words for words in (item.answer, phone) if words.strip()))


def people_offers(people: Iterable[Person], heading: str, texts: str) -> Offers:
    """Everybody with their numbers as typed, each followed by what was noted about them, as a line of its own.

    `texts` are the words around a number that takes texts.

    >>> maya = Person("m", "Maya", "0123 (home)", text_to="0789", notes="Will come over")
    >>> [offer.entry for offer in people_offers([maya], "People", "Texts: {number}").lines]
    [Entry(words='Maya', more=('0123 (home)', 'Texts: 0789')), Entry(words='Will come over', more=())]
    """
    lines = []
    for person in people:
        text_to = texts.format(number=person.text_to) if person.text_to else ""
        told = (person.phone, text_to, person.email, person.hours, person.where)
        lines.append(Offer(Kind.PERSON, person.id, Entry(person.name, tuple(words for words in told if words))))
        if person.notes.strip():
            lines.append(Offer(Kind.NOTE, person.id, Entry(person.notes)))
    return Offers(heading, tuple(lines))


def entries_of(offers: Offers, ticked: Ticked) -> tuple[Entry, ...]:
    """The lines that were ticked, in their order; a note stands below the person it is about.

    >>> maya, note = Offer(Kind.PERSON, "m", Entry("Maya", ("0123",))), Offer(Kind.NOTE, "m", Entry("Likes walks"))
    >>> people = Offers("People", (maya, note))
    >>> entries_of(people, Ticked().flipped(maya).flipped(note))
    (Entry(words='Maya', more=('0123', 'Likes walks')),)
    """
    found: list[Entry] = []
    for offer in filter(ticked.has, offers.lines):
        if offer.kind is Kind.NOTE and found:
            found[-1] = replace(found[-1], more=(*found[-1].more, offer.entry.words))
        else:
            found.append(offer.entry)
    return tuple(found)


def handed_out(title: str, dated: str, offered: Iterable[Offers], ticked: Ticked) -> Handout:
    """The page of what was ticked; a part with nothing ticked is not there at all.

    >>> tea, bath = (Offer(Kind.ITEM, name, Entry(name)) for name in ("tea", "bath"))
    >>> offered = [Offers("Every day", (tea, bath)), Offers("Alone", ())]
    >>> handed_out("My plan", "", offered, Ticked().flipped(bath)).sections
    (Section(heading='Every day', entries=(Entry(words='bath', more=()),)),)
    """
    found = ((offers.heading, entries_of(offers, ticked)) for offers in offered)
    return Handout(title, dated, tuple(Section(heading, entries) for heading, entries in found if entries))


def as_text(handout: Handout) -> str:
    """The page as plain text; what a person wrote stands in it as it was written, line breaks and all.

    >>> page = Handout("My plan", "19 November", (Section("People", (Entry("Maya", ("0123",)),)),))
    >>> as_text(page)
    'My plan\\n19 November\\n\\nPeople\\n- Maya\\n  0123\\n'
    """
    blocks = [[handout.title, handout.dated] if handout.dated else [handout.title]]
    for section in handout.sections:
        lines = [section.heading]
        for entry in section.entries:
            lines += [f"- {entry.words}", *(f"  {more}" for more in entry.more)]
        blocks.append(lines)
    blocks += [[handout.closing]] if handout.closing else []
    return whole("\n\n".join("\n".join(lines) for lines in blocks) + "\n")


def whole(text: str) -> str:
    """The text with a sign in place of half characters, which no file and no code can hold.

    >>> whole("a\\ud83d") == "a\\ufffd"
    True
    """
    return HALF_CHARACTER.sub(REPLACED, text)
