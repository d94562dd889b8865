"""A copy of the files as they stand, for records that do not open: nothing is lost while somebody looks for a way.

Imports our own modules. The copy is JSON: {"format": "tend-files", "version": 1, "files": [base64, base64], "slots":
[base64, base64]}, the slots being those of schema 1. It comes in like a backup wherever the files would open, on
another device or with a later Tend; the slots are there for whoever can still read them.
"""

from __future__ import annotations

import base64
import binascii
import json

from domain.errors import (
    FileDamaged,
    FileNewer,
    StorageError,
    StorageForeign,
    StorageLocked,
    StorageNewer,
    WrongPassphrase,
)
from storage import foreign_json
from storage.cipher import Crypto
from storage.ledger import Ledger
from storage.memory import MemoryFile
from storage.schema import DEVICE, Tables, check

FORMAT, VERSION = "tend-files", 1
Contents = tuple[bytes, bytes]


def copy_of(files: Contents, slots: Contents = (b"", b"")) -> bytes:
    """The copy."""
    document = {"format": FORMAT, "version": VERSION, "files": _texts(files), "slots": _texts(slots)}
    return json.dumps(document, indent=1).encode("ascii")


def _texts(contents: Contents) -> list[str]:
    return [base64.b64encode(content).decode("ascii") for content in contents]


def is_copy(data: bytes) -> bool:
    """Whether a file says that it is one. Raises `FileRefused`."""
    document = foreign_json.parse(data)
    return isinstance(document, dict) and document.get("format") == FORMAT


def needs_passphrase(data: bytes) -> bool:
    """Whether what was copied is encrypted."""
    return b'"lock":{' in b"".join(_files(data))


async def tables_in(data: bytes, passphrase: str | None, crypto: Crypto) -> Tables:
    """The person's own tables in a copy.

    Raises:
        FileDamaged: the files in it do not open here either.
        FileNewer: a later Tend wrote them.
        WrongPassphrase: they are encrypted, and this opens them not.
    """
    a, b = (MemoryFile(bytearray(content)) for content in _files(data))
    try:
        ledger = await Ledger.open((a, b), crypto, passphrase, read_only=True)
    except StorageNewer:
        raise FileNewer("files of a later Tend") from None
    except StorageLocked:
        raise WrongPassphrase("none was given") from None
    except StorageError:
        raise FileDamaged("the files do not open") from None
    tables = {name: documents for name, documents in ledger.tables.items() if name != DEVICE}
    try:
        check(tables)
    except StorageForeign:
        raise FileDamaged("records that are not as Tend writes them") from None
    return tables


def _files(data: bytes) -> tuple[bytes, bytes]:
    document = foreign_json.parse(data)
    try:
        a, b = (base64.b64decode(content, validate=True) for content in document["files"])
    except (KeyError, TypeError, ValueError, binascii.Error):
        raise FileDamaged("a copy without its files") from None
    return a, b
