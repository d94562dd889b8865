"""The words a person wrote, whatever record holds them. Imports the standard library only."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from enum import Enum


def texts(record: object) -> tuple[str, ...]:
    """Every text in a record, in the order of its fields; ids and choices are none.

    >>> from domain.goals import Goal
    >>> texts(Goal("g", "Swim", "v", tiny="Put the bag by the door"))
    ('Swim', 'Put the bag by the door')
    """
    if isinstance(record, str):
        return (record,) if record and not isinstance(record, Enum) else ()
    if isinstance(record, tuple):
        return tuple(text for item in record for text in texts(item))
    if not is_dataclass(record):
        return ()
    told = [field.name for field in fields(record) if field.name != "id" and not field.name.endswith("_id")]
    return tuple(text for name in told for text in texts(getattr(record, name)))
