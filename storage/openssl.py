"""Encryption outside the browser: OpenSSL by way of `cryptography`, the only module that imports that."""

from __future__ import annotations

import asyncio
import os

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.pbkdf2 import PBKDF2HMAC

from domain.errors import WrongPassphrase
from storage.cipher import IV_BYTES, KEY_BYTES, TAG_BYTES, Kdf, Key
from storage.passphrase import normalised


class OpenSslKey:
    """A key of AES-256-GCM."""

    def __init__(self, raw: bytes) -> None:
        if len(raw) != KEY_BYTES:
            raise ValueError("a key has 32 bytes")
        self._aes = AESGCM(raw)

    async def seal(self, plain: bytes, header: bytes) -> bytes:
        iv = os.urandom(IV_BYTES)
        return iv + self._aes.encrypt(iv, plain, header)

    async def open(self, sealed: bytes, header: bytes) -> bytes:
        if len(sealed) < IV_BYTES + TAG_BYTES:
            raise WrongPassphrase("too short to have been sealed")
        try:
            return self._aes.decrypt(sealed[:IV_BYTES], sealed[IV_BYTES:], header)
        except InvalidTag as exc:
            raise WrongPassphrase("the tag does not fit") from exc


class OpenSsl:
    """The `cryptography` package as a `Crypto`."""

    def random(self, n: int) -> bytes:
        return os.urandom(n)

    async def key(self, raw: bytes) -> Key:
        return OpenSslKey(raw)

    async def derive(self, passphrase: str, kdf: Kdf) -> Key:
        # A second or more on a slow machine: not in the loop that draws the screen.
        return OpenSslKey(await asyncio.to_thread(_pbkdf2, normalised(passphrase), kdf))


def _pbkdf2(passphrase: str, kdf: Kdf) -> bytes:
    return PBKDF2HMAC(SHA256(), KEY_BYTES, kdf.salt, kdf.iterations).derive(passphrase.encode("utf-8"))
