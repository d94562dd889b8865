"""Schema 1, which stood in two slots: read once, by the first start of a Tend that keeps a ledger. Pure functions.

Each slot held one whole record, and the newer of two whole records counted:

    bytes  0-3   magic, b"TEND"
           4-5   version of this layout, 1
           6-7   schema of the documents in it, 1
           8-15  sequence number: the newer record has the higher one
          16-23  length of the payload in bytes
          24-55  SHA-256 of bytes 0-23 and the payload
          56-    payload: TinyDB's tables as JSON

Numbers are unsigned and big-endian.
"""

from __future__ import annotations

import json
import struct
from hashlib import sha256
from typing import Any

from domain.errors import StorageForeign
from storage.migrations import migrated
from storage.schema import Tables

_HEAD = struct.Struct(">4sHHQQ")
_START = _HEAD.size + 32


def tables_in(a: bytes, b: bytes) -> Tables | None:
    """The tables of the newer whole record, in today's schema; None where there is no file of that time.

    Raises:
        StorageForeign: there are files, and no whole record in them.
    """
    if not a and not b:
        return None
    whole = [record for record in (_record(a), _record(b)) if record is not None]
    if not whole:
        raise StorageForeign("no whole record in either slot")
    _, payload = max(whole)
    try:
        tables = json.loads(payload)
    except (ValueError, RecursionError):
        raise StorageForeign("a whole record holds no tables") from None
    if not _are_tables(tables):
        raise StorageForeign("a whole record holds no tables")
    return migrated(tables, 1)


def _are_tables(said: Any) -> bool:
    if not isinstance(said, dict) or not all(isinstance(table, dict) for table in said.values()):
        return False
    return all(isinstance(document, dict) for table in said.values() for document in table.values())


def _record(slot: bytes) -> tuple[int, bytes] | None:
    """The sequence number and payload of a whole record."""
    if len(slot) < _START:
        return None
    magic, version, schema, sequence, length = _HEAD.unpack_from(slot)
    payload = slot[_START:]
    is_ours = (magic, version, schema, length) == (b"TEND", 1, 1, len(payload))
    is_whole = slot[_HEAD.size : _START] == sha256(slot[: _HEAD.size] + payload).digest()
    return (sequence, payload) if is_ours and is_whole else None
