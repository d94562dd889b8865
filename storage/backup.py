"""The backup file: everything the person has, plain or behind a passphrase. Imports the standard library and our own.

    plain      {"format": "tend-backup", "version": 1, "schema": 2, "made_at": "…+00:00",
                "count": {table: documents}, "tables": {table: {id: document}}, "checksum": "…"}
    encrypted  {"format": "tend-backup-encrypted", "version": 1,
                "kdf": {"name": "PBKDF2-HMAC-SHA256", "iterations": 1000000, "salt": base64},
                "cipher": {"name": "AES-256-GCM", "iv": base64}, "data": base64, "checksum": "…"}

The checksum is SHA-256, in hexadecimal, of the canonical JSON of all else in the file: ASCII, keys in the order of
their code points, no spaces. `data` is the plain file, sealed, the tag at its end; its additional data is the
canonical JSON of format, version, kdf and the cipher's name (another IV does not open it anyway). The checksum of an
encrypted file tells a damaged one from a wrong passphrase and says nothing about the inside.

What is wrong with a file: cut or changed, so that it is no JSON or the checksum does not fit, is FileDamaged; whole,
and yet nothing that Tend writes, is FileForeign; of a later layout, schema or method, is FileNewer. No message and no
cause holds anything of the file. `web/page/decrypt.html` reads both kinds with a code of its own.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from domain.errors import FileDamaged, FileForeign, FileNewer, OutOfRange, StorageForeign
from storage import foreign_json, schema
from storage.cipher import CIPHER, IV_BYTES, KDF, SALT_BYTES, TAG_BYTES, Crypto, Kdf
from storage.migrations import migrated
from storage.schema import Document, Tables

PLAIN, ENCRYPTED = "tend-backup", "tend-backup-encrypted"
VERSION = 1

_PLAIN_FIELDS = {"format", "version", "schema", "made_at", "count", "tables", "checksum"}
_ENCRYPTED_FIELDS = {"format", "version", "kdf", "cipher", "data", "checksum"}
_LONE_SURROGATE = re.compile(r"[\ud800-\udfff]")


@dataclass(frozen=True)
class Backup:
    """What a backup gives back, checked and in today's schema."""

    made_at: datetime  # aware, UTC
    tables: Tables


@dataclass(frozen=True)
class Sealed:
    """An encrypted backup that is whole as far as one can see from outside."""

    kdf: Kdf
    iv: bytes
    data: bytes  # ciphertext and tag
    header: bytes  # what the tag vouches for beside the data


def to_plain(tables: Tables, made_at: datetime) -> bytes:
    """The plain file, one document a line, for people to read too. What belongs to the device is left out."""
    kept = _of_the_person(tables)
    head: Document = {
        "format": PLAIN,
        "version": VERSION,
        "schema": schema.SCHEMA,
        "made_at": made_at.astimezone(UTC).isoformat(),
        "count": _count(kept),
    }
    checksum = _checksum({**head, "tables": kept})
    fields = [f"{_readable(name)}: {_readable(value)}" for name, value in head.items()]
    fields += [f'"tables": {_tables_in_lines(kept)}', f'"checksum": {_readable(checksum)}']
    text = "{\n" + ",\n".join(fields) + "\n}\n"
    return _LONE_SURROGATE.sub(lambda found: f"\\u{ord(found[0]):04x}", text).encode("utf-8")


async def encrypted(plain: bytes, passphrase: str, crypto: Crypto) -> bytes:
    """The plain file behind a passphrase, under a fresh salt and IV."""
    kdf = Kdf(crypto.random(SALT_BYTES))
    outside: Document = {
        "format": ENCRYPTED,
        "version": VERSION,
        "kdf": {"name": KDF, "iterations": kdf.iterations, "salt": _to_base64(kdf.salt)},
        "cipher": {"name": CIPHER},
    }
    key = await crypto.derive(passphrase, kdf)
    sealed = await key.seal(plain, _canonical(outside))
    outside["cipher"]["iv"] = _to_base64(sealed[:IV_BYTES])
    outside["data"] = _to_base64(sealed[IV_BYTES:])
    outside["checksum"] = _checksum(outside)
    return json.dumps(outside, indent=1).encode("ascii") + b"\n"


def look(data: bytes) -> Backup | Sealed:
    """What a file holds, or that a passphrase is needed to see it.

    Raises:
        FileTooLarge, FileForeign, FileDamaged, FileNewer: see above.
    """
    document = foreign_json.parse(data)
    kind = document.get("format") if type(document) is dict else None
    if kind not in (PLAIN, ENCRYPTED):
        raise FileForeign("no backup of Tend's")
    version = document.get("version")
    if type(version) is int and version > VERSION:
        raise FileNewer("a later layout")
    if document.get("checksum") != _checksum(document):
        raise FileDamaged("the checksum does not fit")
    if document.keys() != (_PLAIN_FIELDS if kind == PLAIN else _ENCRYPTED_FIELDS) or type(version) is not int:
        raise FileForeign("other fields than Tend's")
    if version != VERSION:
        raise FileForeign("no such version")
    return _backup(document) if kind == PLAIN else _sealed(document)


async def unsealed(sealed: Sealed, passphrase: str, crypto: Crypto) -> Backup:
    """What an encrypted backup holds.

    Raises:
        WrongPassphrase: it is another, or the file was changed by somebody who mended the checksum.
        FileRefused: it opened, and what was in it is no backup, or a later one.
    """
    key = await crypto.derive(passphrase, sealed.kdf)
    inside = look(await key.open(sealed.iv + sealed.data, sealed.header))
    if isinstance(inside, Sealed):
        raise FileForeign("an encrypted backup inside another")
    return inside


async def trial(data: bytes, passphrase: str | None, tables: Tables, crypto: Crypto) -> None:
    """See that restoring the file gives exactly `tables`, but for what belongs to the device.

    Raises:
        WrongPassphrase, FileRefused: it would not, and the file is good for nothing.
    """
    found = look(data)
    if isinstance(found, Sealed) is (passphrase is None):
        raise FileForeign("encrypted, or not, against what was asked for")
    if isinstance(found, Sealed):
        found = await unsealed(found, passphrase or "", crypto)
    # As text: to Python True, 1 and 1.0 are equal.
    if _canonical(found.tables) != _canonical(_of_the_person(tables)):
        raise FileDamaged("it holds something else than was written")


def _backup(document: Document) -> Backup:
    number, tables = document["schema"], document["tables"]
    if type(number) is not int:
        raise FileForeign("wrong type: schema")
    if number > schema.SCHEMA:
        raise FileNewer("a later schema")
    _see_that_they_are_tables(tables)
    if _canonical(document["count"]) != _canonical(_count(tables)):
        raise FileForeign("another count")
    try:
        today = tables if number == schema.SCHEMA else migrated(tables, number)
        schema.check(today)
    except StorageForeign as exc:
        raise FileForeign(str(exc)) from None
    return Backup(_instant(document["made_at"]), today)


def _see_that_they_are_tables(tables: object) -> None:
    """No more than the shape, which the count and the migrations take for granted."""
    each = tables.values() if type(tables) is dict else (None,)
    if not all(type(documents) is dict and all(type(one) is dict for one in documents.values()) for documents in each):
        raise FileForeign("wrong type: tables")


def _sealed(document: Document) -> Sealed:
    kdf, cipher = document["kdf"], document["cipher"]
    for part, name in ((kdf, KDF), (cipher, CIPHER)):
        if type(part) is not dict or type(part.get("name")) is not str:
            raise FileForeign("no method is named")
        if part["name"] != name:
            raise FileNewer("a method Tend does not know yet")
    if kdf.keys() != {"name", "iterations", "salt"} or cipher.keys() != {"name", "iv"}:
        raise FileForeign("other parameters than Tend's")
    iv, data = _from_base64(cipher["iv"]), _from_base64(document["data"])
    if len(iv) != IV_BYTES or len(data) < TAG_BYTES:
        raise FileForeign("too few bytes, or too many")
    header = {**{name: document[name] for name in ("format", "version", "kdf")}, "cipher": {"name": CIPHER}}
    try:
        return Sealed(Kdf(_from_base64(kdf["salt"]), kdf["iterations"]), iv, data, _canonical(header))
    except OutOfRange as exc:
        raise FileForeign(f"out of range: {exc}") from None


def _of_the_person(tables: Tables) -> Tables:
    return {table: documents for table, documents in tables.items() if table != schema.DEVICE}


def _count(tables: Mapping[str, Mapping[str, Any]]) -> dict[str, int]:
    return {table: len(documents) for table, documents in tables.items()}


def _canonical(document: Mapping[str, Any]) -> bytes:
    return json.dumps(document, sort_keys=True, separators=(",", ":"), allow_nan=False).encode("ascii")


def _checksum(document: Mapping[str, Any]) -> str:
    rest = {name: value for name, value in document.items() if name != "checksum"}
    return hashlib.sha256(_canonical(rest)).hexdigest()


def _tables_in_lines(tables: Tables) -> str:
    def lines(documents: Mapping[str, Document]) -> str:
        return ",\n".join(f"  {_readable(id)}: {_readable(document)}" for id, document in documents.items())

    return "{\n" + ",\n".join(f" {_readable(name)}: {{\n{lines(docs)}\n }}" for name, docs in tables.items()) + "\n}"


def _readable(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


def _instant(value: object) -> datetime:
    try:
        instant = datetime.fromisoformat(value if type(value) is str else "")
    except ValueError:
        raise FileForeign("not an instant: made_at") from None
    if instant.utcoffset() != timedelta(0) or instant.isoformat() != value:
        raise FileForeign("not a UTC instant: made_at")
    return instant


def _to_base64(data: bytes) -> str:
    return base64.b64encode(data).decode("ascii")


def _from_base64(value: object) -> bytes:
    try:
        return base64.b64decode(value if type(value) is str else "", validate=True)
    except ValueError:
        raise FileForeign("no base64") from None
