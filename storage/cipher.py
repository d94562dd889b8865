"""The port to encryption, and what is the same everywhere. Imports the standard library and `domain`.

Nothing here encrypts: the browser's WebCrypto (`storage/webcrypto.py`) and the `cryptography` package
(`storage/openssl.py`) do. What is sealed is IV, ciphertext and tag of AES-256-GCM, in this order, with a fresh random
IV each time; the header goes in as additional data: it is not hidden, and cannot be changed.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import Protocol

from domain.errors import OutOfRange

KEY_BYTES, IV_BYTES, TAG_BYTES, SALT_BYTES = 32, 12, 16, 16

# OWASP's Password Storage Cheat Sheet asks for 600,000 or more of PBKDF2-HMAC-SHA256. The upper end keeps a hostile
# file from holding the app for minutes.
ITERATIONS = 1_000_000
KDF, CIPHER = "PBKDF2-HMAC-SHA256", "AES-256-GCM"  # as files name them
LEAST_ITERATIONS, MOST_ITERATIONS = 600_000, 10_000_000


@dataclass(frozen=True)
class Kdf:
    """How a key comes from a passphrase: PBKDF2-HMAC-SHA256 with this salt and so many rounds.

    Raises:
        OutOfRange: a salt that is not 16 bytes, or rounds outside 600,000 … 10,000,000.
    """

    salt: bytes
    iterations: int = ITERATIONS

    def __post_init__(self) -> None:
        if len(self.salt) != SALT_BYTES:
            raise OutOfRange("bytes of salt")
        if type(self.iterations) is not int or not LEAST_ITERATIONS <= self.iterations <= MOST_ITERATIONS:
            raise OutOfRange("iterations")


class Key(Protocol):
    """A key that can be used and not read."""

    async def seal(self, plain: bytes, header: bytes) -> bytes:
        """A fresh random IV, the ciphertext and the tag, in one."""

    async def open(self, sealed: bytes, header: bytes) -> bytes:
        """What was sealed with this key and header.

        Raises:
            WrongPassphrase: the key is another, or something was changed; which of them, nobody can tell.
        """


class Crypto(Protocol):
    """What the platform gives."""

    def random(self, n: int) -> bytes:
        """So many random bytes, fit for keys."""

    async def key(self, raw: bytes) -> Key:
        """The key that these 32 bytes are."""

    async def derive(self, passphrase: str, kdf: Kdf) -> Key:
        """The key that comes from a passphrase, which is normalised first."""


def this_device() -> Crypto:
    """The platform's own encryption."""
    if sys.platform == "emscripten":
        from storage import webcrypto

        return webcrypto.WebCrypto()
    from storage import openssl  # the package it needs is not shipped to the browser

    return openssl.OpenSsl()
