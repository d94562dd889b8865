"""What a part of the plan can be picked from, beside own words. Imports the standard library and `domain`."""

from __future__ import annotations

from collections.abc import Mapping

from domain.plan import ANSWERS, Part, Source

_ALL = (Source.SKILL, Source.PERSON, Source.GOAL)
# A sign is noticed, and nothing one does; what is not wanted is nothing one would open.
_OTHERWISE: Mapping[Part, tuple[Source, ...]] = {
    **dict.fromkeys((*ANSWERS, Part.UNWANTED), ()),
    **dict.fromkeys((Part.ASK, Part.SERVICES, Part.SAFER, Part.DECIDERS, Part.NOT_DECIDERS), (Source.PERSON,)),
}


def sources_of(part: Part) -> tuple[Source, ...]:
    """The lists a line of a part can be picked from, in the order they are offered.

    >>> [source.value for source in sources_of(Part.ALONE)], sources_of(Part.EARLY_SIGNS)
    (['skill', 'person', 'goal'], ())
    """
    return _OTHERWISE.get(part, _ALL)


def part_at(place: str) -> Part | None:
    """The part an address names ("early-signs"); None where it names none.

    >>> part_at("early-signs"), part_at("4be8f0c2"), place_of(Part.EARLY_SIGNS)
    (<Part.EARLY_SIGNS: 'early signs'>, None, 'early-signs')
    """
    return next((part for part in Part if place_of(part) == place), None)


def place_of(part: Part) -> str:
    """A part as it stands in an address."""
    return part.value.replace(" ", "-")
