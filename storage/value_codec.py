"""Any frozen value to a document and back, by the types of its fields. Imports the standard library, `domain`, `codec`.

As in `codec`: fields that hold their default are left out, and whatever is there must have exactly the type and range
the value has. A field may be a word, a number, a truth, a local day (ISO 8601), an aware UTC instant (ISO 8601),
bytes (base64), a choice, another value, a tuple of any of these, or None, which is its default and never written.
Where it may be one of several kinds of values, the name of its kind stands before it: {"Timer": {"seconds": 60}}.
"""

from __future__ import annotations

import base64
import functools
import types
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from domain.errors import InputRefused, StorageForeign
from storage import codec

Record = TypeVar("Record")
Document = codec.Document
Reader = Callable[[Any], Any]


def to_document(value: Any) -> Document:
    """A value without the fields that hold their default."""
    held = ((field, getattr(value, field.name)) for field in fields(value))
    named = _named(type(value))  # type: ignore[arg-type]  # a class is hashable
    return {
        field.name: {type(content).__name__: to_document(content)} if field.name in named else _plain(content)
        for field, content in held
        if content != field.default
    }


def from_document(kind: type[Record], document: Mapping[str, Any]) -> Record:
    """The value a document holds.

    Raises:
        StorageForeign: a field is missing, unknown, of another type or out of range.
    """
    readers, required = _fields(kind)  # type: ignore[arg-type]  # a class is hashable
    if not document.keys() <= readers.keys():
        raise StorageForeign("a field Tend does not know")  # its name may be a person's words
    if not required <= document.keys():
        raise StorageForeign(f"missing: {kind.__name__}")
    found = {name: readers[name](content) for name, content in document.items()}
    try:
        return kind(**found)
    except InputRefused as exc:
        raise StorageForeign(f"out of range: {kind.__name__}") from exc


def _plain(content: Any) -> Any:
    if isinstance(content, datetime):
        return content.astimezone(UTC).isoformat()
    if isinstance(content, date):
        return content.isoformat()
    if isinstance(content, StrEnum):
        return content.value
    if isinstance(content, tuple):
        return [_plain(item) for item in content]
    if isinstance(content, bytes):
        return base64.b64encode(content).decode("ascii")
    return to_document(content) if is_dataclass(content) else content


@functools.cache
def _fields(kind: type) -> tuple[Mapping[str, Reader], frozenset[str]]:
    """What reads each field, and the fields without which there is no value."""
    hints = get_type_hints(kind)
    readers = {field.name: _reader(hints[field.name], field.name) for field in fields(kind)}
    bare = kind.__dataclass_fields__  # type: ignore[attr-defined]
    return readers, frozenset(name for name in readers if bare[name].default is bare[name].default_factory)


@functools.cache
def _named(kind: type) -> frozenset[str]:
    """The fields that may be one of several kinds."""
    return frozenset(name for name, hint in get_type_hints(kind).items() if len(_kinds(hint)) > 1)


def _kinds(hint: Any) -> tuple[Any, ...]:
    """What a field may be, None aside."""
    is_union = get_origin(hint) in (types.UnionType, Union)
    return tuple(kind for kind in get_args(hint) if kind is not type(None)) if is_union else (hint,)


def _reader(hint: Any, name: str) -> Reader:
    """What makes a field's content of what a document holds."""
    hint, *others = _kinds(hint)
    if others:
        return _named_reader({kind.__name__: kind for kind in (hint, *others)}, name)
    if get_origin(hint) is tuple:
        return _tuple_reader(get_args(hint), name)
    if is_dataclass(hint):
        return lambda content: from_document(hint, _exactly(dict, content, name))  # type: ignore[arg-type]
    if hint is datetime:
        return lambda content: codec.instant(_exactly(str, content, name))
    if hint is date:
        return lambda content: _day(_exactly(str, content, name))
    if hint is bytes:
        return lambda content: _bytes(_exactly(str, content, name))
    if hint is float:
        return lambda content: float(_exactly(float if type(content) is float else int, content, name))
    if issubclass(hint, StrEnum):
        return lambda content: codec.choice(_exactly(str, content, name), name, hint)
    return lambda content: _exactly(hint, content, name)


def _named_reader(kinds: Mapping[str, type], name: str) -> Reader:
    def read(content: Any) -> Any:
        found = [(kinds[kind], inner) for kind, inner in _exactly(dict, content, name).items() if kind in kinds]
        if len(found) != 1 or len(content) != 1:
            raise StorageForeign(f"wrong type: {name}")
        ((kind, inner),) = found
        return from_document(kind, _exactly(dict, inner, name))

    return read


def _tuple_reader(kinds: tuple[Any, ...], name: str) -> Reader:
    """`kinds` are those of each place, or one and `...` for any number of it."""
    if kinds[-1] is ...:
        item = _reader(kinds[0], name)
        return lambda content: tuple(map(item, _exactly(list, content, name)))
    items = [_reader(kind, name) for kind in kinds]

    def read(content: Any) -> Any:
        if len(_exactly(list, content, name)) != len(items):
            raise StorageForeign(f"wrong type: {name}")
        return tuple(item(part) for item, part in zip(items, content, strict=True))

    return read


def _exactly(kind: type, content: Any, name: str) -> Any:
    if type(content) is not kind:  # not isinstance: True is no number
        raise StorageForeign(f"wrong type: {name}")
    return content


def _day(text: str) -> date:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        raise StorageForeign("not a day") from None
    if day.isoformat() != text:
        raise StorageForeign("not a day")
    return day


def _bytes(text: str) -> bytes:
    try:
        content = base64.b64decode(text, validate=True)
    except ValueError:
        raise StorageForeign("no base64") from None
    if base64.b64encode(content).decode("ascii") != text:
        raise StorageForeign("no base64")
    return content
