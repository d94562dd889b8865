"""One record: the bytes that stand in a slot. Pure functions on the standard library, TinyDB's shape of tables.

    bytes  0-3   magic, b"TEND"
           4-5   version of this layout
           6-7   schema of the documents in it
           8-15  sequence number: the newer record has the higher one
          16-23  length of the payload in bytes
          24-55  SHA-256 of bytes 0-23 and the payload
          56-    payload: the tables as JSON, in ASCII so that lone surrogates survive

Numbers are unsigned and big-endian.
"""

from __future__ import annotations

import json
import struct
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

Tables = dict[str, dict[str, Any]]  # TinyDB's: {table: {document id in decimal: document}}

MAGIC = b"TEND"
VERSION = 1
SCHEMA = 1
_MARK = struct.Struct(">4sH")  # the part that every version begins with
_HEAD = struct.Struct(">4sHHQQ")
_DIGEST_BYTES = 32
HEADER_BYTES = _HEAD.size + _DIGEST_BYTES


@dataclass(frozen=True)
class Header:
    """What a record says about itself; nothing of it is to be trusted before `is_whole`."""

    version: int
    schema: int
    sequence: int
    payload_bytes: int
    digest: bytes


def pack(sequence: int, payload: bytes, schema: int = SCHEMA, version: int = VERSION) -> bytes:
    """A whole record."""
    head = _HEAD.pack(MAGIC, version, schema, sequence, len(payload))
    return head + sha256(head + payload).digest() + payload


def version_of(beginning: bytes) -> int | None:
    """The version a record's first bytes speak of, or None where they are too few."""
    return None if len(beginning) < _MARK.size else int(_MARK.unpack_from(beginning)[1])


def unpack_header(beginning: bytes) -> Header | None:
    """The header at the beginning, or None where it is cut."""
    if len(beginning) < HEADER_BYTES:
        return None
    _, version, schema, sequence, payload_bytes = _HEAD.unpack_from(beginning)
    return Header(version, schema, sequence, payload_bytes, beginning[_HEAD.size : HEADER_BYTES])


def is_whole(header: Header, payload: bytes) -> bool:
    """True when the checksum fits both."""
    head = _HEAD.pack(MAGIC, header.version, header.schema, header.sequence, header.payload_bytes)
    return header.digest == sha256(head + payload).digest()


def to_payload(tables: Tables) -> bytes:
    """The tables as JSON.

    Raises:
        TypeError, ValueError: JSON cannot say it (NaN, a date): a mistake in Tend, not on the device.
    """
    return json.dumps(tables, ensure_ascii=True, allow_nan=False, separators=(",", ":")).encode("ascii")


def from_payload(payload: bytes) -> Tables:
    """The tables in a payload that `holds_tables`, made anew at every call."""
    tables: Tables = json.loads(payload)
    return tables


def holds_tables(payload: bytes) -> bool:
    """True when it is JSON, and in the shape that TinyDB takes for granted."""
    try:
        tables = json.loads(payload)
        return isinstance(tables, dict) and all(
            isinstance(table, dict)
            and all(isinstance(item, dict) and key == str(int(key)) for key, item in table.items())
            for table in tables.values()
        )
    except (ValueError, RecursionError):
        return False
