"""One record that was changed in two places at once. Pure functions; imports `domain` only."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any, TypeVar

from domain.errors import InputRefused

Record = TypeVar("Record")
NO_WORDS = frozenset({"place"})  # where something stands in an order: the place it has is as good as the other
# What was put there and taken out on both sides comes together.
IDS = frozenset({"favourites", "hidden", "refused", "ticked", "sent", "later"})


def merged(base: Record | None, here: Record, there: Record) -> Record | None:
    """`there` with what was changed `here`, both of them made from `base`; None when they contradict each other.

    They do when one field was given two contents, or when what comes of both is no such record.

    >>> from domain.goals import Goal
    >>> base = Goal("g", "Swim", note="Towel")
    >>> merged(base, Goal("g", "Swim", note="Towel", tiny="One foot in"), Goal("g", "Swim far", note="Towel"))
    ... # doctest: +ELLIPSIS
    Goal(id='g', words='Swim far', value_id=None, full='', gentle='', tiny='One foot in', ...)
    >>> merged(base, Goal("g", "Swim often", note="Towel"), Goal("g", "Swim far", note="Towel"))
    """
    if base is None:
        return there if here == there else None
    changed: dict[str, Any] = {}
    for name in (field.name for field in fields(base)):  # type: ignore[arg-type]  # a dataclass
        before, mine, theirs = getattr(base, name), getattr(here, name), getattr(there, name)
        if mine in (before, theirs):
            continue
        if theirs != before and name not in NO_WORDS:
            return None
        if theirs == before:
            changed[name] = mine
    try:
        return replace(there, **changed)  # type: ignore[type-var]  # a dataclass
    except InputRefused:
        return None


def settled(base: Record, here: Record, there: Record) -> Record:
    """A value of which there is one: `there` with what was changed `here`, both of them made from `base`.

    Of a field that was given two contents, the one from here stands; `IDS` come together. What is for one day (`day`)
    stands as a whole, and so does `here` where one of them is None or where both make no such value.

    >>> from domain.skill_choices import SkillChoices
    >>> settled(SkillChoices(("a", "b")), SkillChoices(("b", "c")), SkillChoices(("a", "b", "d"), buzzes=True))
    ... # doctest: +ELLIPSIS
    SkillChoices(favourites=('b', 'd', 'c'), hidden=(), ..., buzzes=True)
    """
    if None in (base, here, there) or getattr(here, "day", None) != getattr(there, "day", None):
        return here
    changed: dict[str, Any] = {}
    for name in (field.name for field in fields(here)):  # type: ignore[arg-type]  # a dataclass
        before, mine, theirs = getattr(base, name), getattr(here, name), getattr(there, name)
        if mine != before:
            changed[name] = _together(before, mine, theirs) if name in IDS else mine
    try:
        return replace(there, **changed)  # type: ignore[type-var]  # a dataclass
    except InputRefused:
        return here


def _together(before: tuple[str, ...], mine: tuple[str, ...], theirs: tuple[str, ...]) -> tuple[str, ...]:
    """`theirs` without what was taken out of mine, and with what was put there."""
    left = tuple(id for id in theirs if id in mine or id not in before)
    return (*left, *(id for id in mine if id not in before and id not in left))
