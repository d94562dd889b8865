"""The lock: what stands in the ledger's header so that a passphrase opens it, and how a line is encrypted.

Imports `domain.errors` and `cipher`.

    "lock": {"kdf": "PBKDF2-HMAC-SHA256", "iterations": …, "salt": base64, "cipher": "AES-256-GCM", "check": base64}

`check` is the word "tend" under the key, so that a wrong passphrase is known before anything else is read.
"""

from __future__ import annotations

import base64
import binascii
from dataclasses import dataclass
from typing import Any

from domain.errors import OutOfRange, StorageForeign
from storage.cipher import CIPHER, KDF, SALT_BYTES, Crypto, Kdf, Key

_CHECK, _CHECK_HEADER = b"tend", b"check"


@dataclass(frozen=True)
class Lock:
    """A lock that is open: its key, and the record of it in the header."""

    key: Key
    record: dict[str, Any]


async def new_lock(passphrase: str, crypto: Crypto) -> Lock:
    """A fresh lock for this passphrase."""
    kdf = Kdf(crypto.random(SALT_BYTES))
    key = await crypto.derive(passphrase, kdf)
    check = await key.seal(_CHECK, _CHECK_HEADER)
    record = {
        "kdf": KDF,
        "iterations": kdf.iterations,
        "salt": _text(kdf.salt),
        "cipher": CIPHER,
        "check": _text(check),
    }
    return Lock(key, record)


async def opened(record: dict[str, Any], passphrase: str, crypto: Crypto) -> Lock:
    """The lock this record tells of, opened.

    Raises:
        WrongPassphrase: it does not fit.
        StorageForeign: the record is not as Tend writes it.
    """
    try:
        if (record["kdf"], record["cipher"]) != (KDF, CIPHER):
            raise StorageForeign("another kind of lock")
        kdf = Kdf(_bytes(record["salt"]), record["iterations"])
        check = _bytes(record["check"])
    except (KeyError, TypeError, ValueError, OutOfRange):
        raise StorageForeign("a lock that is not as Tend writes it") from None
    key = await crypto.derive(passphrase, kdf)
    await key.open(check, _CHECK_HEADER)
    return Lock(key, record)


async def sealed_text(lock: Lock, place: bytes, text: bytes) -> bytes:
    """The text of a line, encrypted for its place alone, as base64."""
    return base64.b64encode(await lock.key.seal(text, place))


async def opened_text(lock: Lock, place: bytes, text: bytes) -> bytes:
    """The text again.

    Raises:
        WrongPassphrase: it stands in another place, or under another key, or was changed.
        StorageForeign: it is no base64.
    """
    return await lock.key.open(_bytes(text), place)


def _text(data: bytes) -> str:
    return base64.b64encode(data).decode("ascii")


def _bytes(text: str | bytes) -> bytes:
    try:
        return base64.b64decode(text, validate=True)
    except binascii.Error:
        raise StorageForeign("not base64") from None
