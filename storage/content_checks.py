"""What the readers of our own content have in common: values of the right kind, or the name of the mistake.

Imports the standard library only.
"""

from __future__ import annotations

from collections.abc import Mapping, Set
from typing import Any


class ContentUnsound(Exception):
    """A file of content that ships with Tend is not as it has to be; a mistake of ours, which no person meets."""


def check_fields(document: Mapping[str, Any], needed: Set[str], optional: Set[str], may_be_empty: Set[str]) -> None:
    """See that every needed field is there, none that is unknown, and none empty but those that may be.

    Raises:
        ContentUnsound: it names the fields.
    """
    if unknown := sorted(document.keys() - needed - optional):
        raise ContentUnsound(f"unknown field: {', '.join(unknown)}")
    if missing := sorted(needed - document.keys()):
        raise ContentUnsound(f"missing field: {', '.join(missing)}")
    if empty := sorted(field for field, value in document.items() if not value and field not in may_be_empty):
        raise ContentUnsound(f"empty field: {', '.join(empty)}")


def as_text(value: object) -> str:
    """Words without space around them. Raises ContentUnsound."""
    if type(value) is not str or value != value.strip():
        raise ContentUnsound("something that is to be words is not, or has space around it")
    return value


def as_list(value: object) -> list[Any]:
    """A list. Raises ContentUnsound."""
    if type(value) is not list:
        raise ContentUnsound("something that is to be a list is not")
    return value


def as_flag(value: object) -> bool:
    """True or false. Raises ContentUnsound."""
    if type(value) is not bool:
        raise ContentUnsound("something that is to be true or false is not")
    return value


def as_number(value: Any, *kinds: type) -> Any:
    """A number of one of the kinds. Raises ContentUnsound."""
    if type(value) not in kinds:  # not isinstance: True is no number
        raise ContentUnsound("something that is to be a number is not")
    return value
