"""People somebody can ask, and groups they can go to. Imports the standard library and `domain`."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from domain.dialling import dialled, mail_link, text_link
from domain.errors import InputRefused, NoAddress, TooLong, TooMany, Wordless
from domain.hopes import web_address

LONGEST_NAME = 200  # characters
LONGEST_NOTES = 2_000
# Each field somebody writes in, and how many characters it takes.
LONGEST: Mapping[str, int] = {
    "name": LONGEST_NAME,
    "phone": LONGEST_NAME,
    "text_to": LONGEST_NAME,
    "email": 320,
    "notes": LONGEST_NOTES,
    "hours": LONGEST_NAME,
    "where": LONGEST_NOTES,
}
MOST_ASKS = 20  # own messages for one person
LONGEST_ASK = 500  # characters: three text messages
_LINK = re.compile(r"\s*(https?://|www\.)", re.IGNORECASE)


class Role(StrEnum):
    """What somebody is to the person."""

    FRIEND = "friend"
    FAMILY = "family"
    PEER = "peer"
    PROFESSIONAL = "professional"
    NEIGHBOUR = "neighbour"
    GROUP = "group"  # a group, a meeting, a place to go to


@dataclass(frozen=True)
class Person:
    """Somebody the person can ask, or a group they can go to; all but the name may be missing.

    `phone`, `text_to` (empty: the phone takes texts too) and `email` may be any words; what is no number or address
    is shown and not dialled. `hours` are own words: when to call, or when a group meets. `where` is a place or a link.
    `asks` are own messages to them. `place` orders them, smallest first. `on_first_aid` shows them on the page that
    stands before Tend has opened.

    Raises:
        Wordless: without a name.
        TooLong: more characters than `LONGEST` or `LONGEST_ASK` allows.
        TooMany: more than `MOST_ASKS` messages.
    """

    id: str
    name: str
    phone: str = ""
    place: int = 0
    role: Role | None = None
    text_to: str = ""
    email: str = ""
    notes: str = ""
    hours: str = ""
    where: str = ""
    asks: tuple[str, ...] = ()
    on_first_aid: bool = False

    def __post_init__(self) -> None:
        for refused in refusals({name: getattr(self, name) for name in LONGEST}).values():
            raise refused
        see_asks(self.asks)

    @property
    def call_link(self) -> str | None:
        """The `tel:` address; None where what was typed is not a plain number.

        >>> Person("m", "Maya", "+44 7700 900-123").call_link
        'tel:+447700900123'
        >>> Person("m", "Maya", "*#06#").call_link
        """
        return dialled(self.phone)

    @property
    def number(self) -> str | None:
        """The digits to dial, where there are any."""
        return self.call_link and self.call_link.removeprefix("tel:")

    def text_link(self, words: str = "") -> str | None:
        """The `sms:` address of a message to them; None where nothing takes one.

        >>> Person("m", "Maya", "0123 456", text_to="0789 012").text_link("Hi"), Person("d", "Dev", "a").text_link()
        ('sms:0789012?&body=Hi', None)
        """
        return text_link(self.text_to or self.phone, words)

    def mail_link(self, words: str = "") -> str | None:
        """The `mailto:` address of a letter to them; None where there is none."""
        return mail_link(self.email, words)

    @property
    def link(self) -> str | None:
        """Where `where` leads on the web; None where it is a place, or no sound address.

        >>> Person("g", "Group", where="www.example.org/room").link, Person("g", "Group", where="Mill Hall").link
        ('https://www.example.org/room', None)
        """
        try:
            return web_address(self.where) if _LINK.match(self.where) else None
        except (NoAddress, TooLong):
            return None

    @property
    def is_group(self) -> bool:
        """True for a group or a meeting."""
        return self.role is Role.GROUP


def refusals(written: Mapping[str, str]) -> dict[str, InputRefused]:
    """Why what was written cannot be kept, by its field; nothing when it can.

    >>> [(field, type(error).__name__) for field, error in refusals({"name": " ", "phone": "1" * 201}).items()]
    [('name', 'Wordless'), ('phone', 'TooLong')]
    """
    refused: dict[str, InputRefused] = {}
    for field, words in written.items():
        if field == "name" and not words.strip():
            refused[field] = Wordless("no name")
        elif len(words) > LONGEST[field]:
            refused[field] = TooLong("more characters than fit", LONGEST[field])
    return refused


def see_asks(asks: tuple[str, ...]) -> None:
    """See that own messages can be kept. Raises what `Person` raises for them."""
    if any(len(words) > LONGEST_ASK for words in asks):
        raise TooLong("a longer message than fits", LONGEST_ASK)
    if len(asks) > MOST_ASKS:
        raise TooMany("messages")


def with_ask(person: Person, words: str) -> Person:
    """The person with one more own message, on one line; as they are where it is there already, or has no words.

    >>> with_ask(Person("m", "Maya"), " Tea ?\\n Soon ").asks
    ('Tea ? Soon',)

    Raises:
        TooLong: more than `LONGEST_ASK` characters.
        TooMany: there are `MOST_ASKS` already.
    """
    ask = " ".join(words.split())
    return replace(person, asks=(*person.asks, ask)) if ask and ask not in person.asks else person


def asks_in(lines: str) -> tuple[str, ...]:
    """The messages written one to a line, each once.

    >>> asks_in("Tea?\\n\\n  Can we  talk? \\nTea?")
    ('Tea?', 'Can we talk?')
    """
    each = (" ".join(line.split()) for line in lines.splitlines())
    return tuple(dict.fromkeys(line for line in each if line))


def askable(people: Iterable[Person], helpers: Container[str | None]) -> tuple[Person, ...]:
    """Whom to offer when somebody is to be asked: who can be written to or called, and who is named as a helper.

    They stand in their order; a group is offered where it can be written to.

    >>> maya, dev, lee = Person("m", "Maya", "0123"), Person("d", "Dev"), Person("l", "Lee")
    >>> [person.name for person in askable((maya, dev, lee), {"d"})]
    ['Maya', 'Dev']
    """
    return tuple(p for p in people if p.call_link or p.text_link() or p.mail_link() or p.id in helpers)


def apart(people: Iterable[Person]) -> tuple[tuple[Person, ...], tuple[Person, ...]]:
    """People, and groups and meetings, each in their order.

    >>> maya, choir = Person("m", "Maya"), Person("c", "Choir", role=Role.GROUP)
    >>> [[person.name for person in each] for each in apart((choir, maya))]
    [['Maya'], ['Choir']]
    """
    everybody = tuple(people)
    return tuple(p for p in everybody if not p.is_group), tuple(p for p in everybody if p.is_group)


def on_first_aid(people: Iterable[Person]) -> tuple[Person, ...]:
    """Who is to stand on the page before Tend has opened, in their order."""
    return tuple(person for person in people if person.on_first_aid)
