"""One record that was changed in two places at once. Pure functions; imports `domain` only."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any, TypeVar

from domain.errors import InputRefused

Record = TypeVar("Record")
NO_WORDS = frozenset({"place"})  # where something stands in an order: the place it has is as good as the other


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
