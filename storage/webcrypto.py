"""Encryption in the browser: WebCrypto, called from Python's worker. Imports `js` and `pyodide` when called.

A key cannot be taken out of the browser again, not even by ourselves. What crosses the border is copied both ways
(`to_js(bytes)`, `to_bytes()`), and the other objects are JavaScript's own, freed with their last name here, as in
`storage/opfs.py`. WebCrypto is there on https and on localhost alone, like the file system the records live in.
"""

from __future__ import annotations

from typing import Any

from domain.errors import WrongPassphrase
from storage.cipher import IV_BYTES, KEY_BYTES, TAG_BYTES, Kdf, Key
from storage.passphrase import normalised


class WebCryptoKey:
    """A key of AES-256-GCM that stays inside the browser."""

    def __init__(self, key: Any) -> None:
        self._key = key

    async def seal(self, plain: bytes, header: bytes) -> bytes:
        from js import crypto  # type: ignore[import-not-found, unused-ignore]

        iv = _random(IV_BYTES)
        sealed = await crypto.subtle.encrypt(_gcm(iv, header), self._key, _copied(plain))
        return iv + bytes(sealed.to_bytes())

    async def open(self, sealed: bytes, header: bytes) -> bytes:
        from js import crypto
        from pyodide.ffi import JsException  # type: ignore[import-not-found, unused-ignore]

        if len(sealed) < IV_BYTES + TAG_BYTES:
            raise WrongPassphrase("too short to have been sealed")
        how = _gcm(sealed[:IV_BYTES], header)
        try:
            plain = await crypto.subtle.decrypt(how, self._key, _copied(sealed[IV_BYTES:]))
        except JsException as exc:
            if exc.name != "OperationError":
                raise
            raise WrongPassphrase("the tag does not fit") from exc
        return bytes(plain.to_bytes())


class WebCrypto:
    """The browser's own encryption as a `Crypto`."""

    def random(self, n: int) -> bytes:
        return _random(n)

    async def key(self, raw: bytes) -> Key:
        from js import crypto

        if len(raw) != KEY_BYTES:
            raise ValueError("a key has 32 bytes")
        uses = _copied(["encrypt", "decrypt"])
        return WebCryptoKey(await crypto.subtle.importKey("raw", _copied(raw), "AES-GCM", False, uses))

    async def derive(self, passphrase: str, kdf: Kdf) -> Key:
        from js import crypto

        words = _copied(normalised(passphrase).encode("utf-8"))
        base = await crypto.subtle.importKey("raw", words, "PBKDF2", False, _copied(["deriveKey"]))
        how = _object(name="PBKDF2", hash="SHA-256", salt=_copied(kdf.salt), iterations=kdf.iterations)
        kind = _object(name="AES-GCM", length=8 * KEY_BYTES)
        uses = _copied(["encrypt", "decrypt"])
        return WebCryptoKey(await crypto.subtle.deriveKey(how, base, kind, False, uses))


def _random(n: int) -> bytes:
    from js import Uint8Array, crypto

    return bytes(crypto.getRandomValues(Uint8Array.new(n)).to_bytes())


def _gcm(iv: bytes, header: bytes) -> Any:
    return _object(name="AES-GCM", iv=_copied(iv), additionalData=_copied(header), tagLength=8 * TAG_BYTES)


def _object(**fields: Any) -> Any:
    from js import Object

    made = Object.new()
    for name, value in fields.items():
        setattr(made, name, value)
    return made


def _copied(value: Any) -> Any:
    from pyodide.ffi import to_js

    return to_js(value)
