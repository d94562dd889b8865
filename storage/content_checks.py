"""What the readers of our own content have in common: values of the right kind, or the name of the mistake.

Imports the standard library only.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Mapping, Set
from typing import Any, Protocol, TypeVar


class ContentUnsound(Exception):
    """A file of content that ships with Tend is not as it has to be; a mistake of ours, which no person meets."""


class _Named(Protocol):
    @property
    def id(self) -> str: ...


Entry = TypeVar("Entry", bound=_Named)


def entries(text: str, kind: str, version: int, make: Callable[[Mapping[str, Any]], Entry]) -> tuple[Entry, ...]:
    """The entries of a file `{"version": …, kind: […]}`, made by `make`, in their order.

    Raises:
        ContentUnsound: it is no such file, an entry is not as it has to be, or has the id of another.
    """
    try:
        content = json.loads(text)
        if content.keys() != {"version", kind} or content["version"] != version:
            raise ContentUnsound(f"{kind}: not of version {version}")
        found = tuple(make(document) for document in content[kind])
    except (ValueError, AttributeError, TypeError) as exc:
        raise ContentUnsound(f"{kind}: not the JSON it has to be") from exc
    for id, times in Counter(entry.id for entry in found).items():
        if times > 1:
            raise ContentUnsound(f"{id}: {times} {kind} have this id")
    return found


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
