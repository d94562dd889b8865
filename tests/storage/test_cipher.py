"""Encryption on the desktop: what was sealed opens with its key and header and with nothing else."""

from __future__ import annotations

import asyncio
import hashlib
import sys
from collections.abc import Coroutine
from typing import Any, TypeVar

import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from domain.errors import OutOfRange, WrongPassphrase
from storage.cipher import CIPHER, ITERATIONS, KDF, Kdf, Key, this_device
from storage.openssl import OpenSsl
from storage.webcrypto import WebCrypto

Value = TypeVar("Value")
SALT = bytes(range(16))
CRYPTO = OpenSsl()


def done(work: Coroutine[Any, Any, Value]) -> Value:
    return asyncio.run(work)


def key(raw: bytes = bytes(32)) -> Key:
    return done(CRYPTO.key(raw))


def test_this_device_has_the_desktops_encryption() -> None:
    assert isinstance(this_device(), OpenSsl)


def test_a_browser_has_its_own_encryption(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "emscripten")
    assert isinstance(this_device(), WebCrypto)


def test_what_was_sealed_opens() -> None:
    for plain, header in ((b"", b""), (b"one line", b""), (b"", b"header"), (bytes(1_000_000), b"7" * 100)):
        sealed = done(key().seal(plain, header))
        assert len(sealed) == 12 + len(plain) + 16
        assert done(key().open(sealed, header)) == plain


def test_sealed_bytes_are_iv_ciphertext_and_tag_of_aes_256_gcm() -> None:
    sealed = done(key(bytes(range(32))).seal(b"one line", b"header"))
    assert AESGCM(bytes(range(32))).decrypt(sealed[:12], sealed[12:], b"header") == b"one line"


def test_a_published_vector_opens() -> None:
    # NIST's GCM specification (McGrew and Viega), test case 16: AES-256 with additional data.
    raw = bytes.fromhex("feffe9928665731c6d6a8f9467308308" * 2)
    sealed = bytes.fromhex(
        "cafebabefacedbaddecaf888"
        "522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa"
        "8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662"
        "76fc6ece0f4e1768cddf8853bb2d551b"
    )
    header = bytes.fromhex("feedfacedeadbeeffeedfacedeadbeefabaddad2")
    assert done(key(raw).open(sealed, header)) == bytes.fromhex(
        "d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a72"
        "1c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39"
    )


def test_no_changed_byte_opens_wherever_it_stands() -> None:
    sealed = done(key().seal(b"one line", b"header"))
    for place in range(len(sealed)):
        changed = sealed[:place] + bytes([sealed[place] ^ 1]) + sealed[place + 1 :]
        with pytest.raises(WrongPassphrase):
            done(key().open(changed, b"header"))


def test_no_cut_of_it_opens() -> None:
    sealed = done(key().seal(b"one line", b""))
    for length in range(len(sealed)):
        with pytest.raises(WrongPassphrase):
            done(key().open(sealed[:length], b""))


def test_neither_another_key_nor_another_header_opens() -> None:
    sealed = done(key().seal(b"one line", b"header"))
    for other, header in ((key(bytes(31) + b"\1"), b"header"), (key(), b"headers"), (key(), b"")):
        with pytest.raises(WrongPassphrase) as refusal:
            done(other.open(sealed, header))
        assert "line" not in repr((refusal.value, refusal.value.__cause__))


def test_the_same_words_are_never_sealed_the_same_way_twice() -> None:
    one = key()
    sealed = [done(one.seal(b"one line", b"")) for _ in range(200)]
    assert len({text[:12] for text in sealed}) == 200
    assert len({text[12:] for text in sealed}) == 200


def test_the_key_of_a_passphrase_is_pbkdf2_of_its_normal_form() -> None:
    raw = hashlib.pbkdf2_hmac("sha256", "café tulip".encode(), SALT, 600_000, 32)
    sealed = done(key(raw).seal(b"one line", b""))
    assert done(done(CRYPTO.derive(" Cafe\u0301  Tulip", Kdf(SALT, 600_000))).open(sealed, b"")) == b"one line"
    for other, kdf in (
        ("cafe tulip", Kdf(SALT, 600_000)),
        ("café tulip", Kdf(SALT, 600_001)),
        ("café tulip", Kdf(bytes(16), 600_000)),
    ):
        with pytest.raises(WrongPassphrase):
            done(done(CRYPTO.derive(other, kdf)).open(sealed, b""))


def test_a_passphrase_of_any_characters_makes_a_key() -> None:
    for words in ("", "\ud800", "😀\0\u202e"):
        sealed = done(done(CRYPTO.derive(words, Kdf(SALT, 600_000))).seal(b"x", b""))
        assert done(done(CRYPTO.derive(words, Kdf(SALT, 600_000))).open(sealed, b"")) == b"x"


def test_every_file_names_the_methods_so() -> None:
    assert (KDF, CIPHER) == ("PBKDF2-HMAC-SHA256", "AES-256-GCM")


def test_ours_are_a_million_rounds() -> None:
    assert Kdf(SALT).iterations == ITERATIONS == 1_000_000


@pytest.mark.parametrize("iterations", [1, 599_999, 10_000_001, 10**9, -600_000, True, 1_000_000.0, "1000000", None])
def test_rounds_outside_what_is_safe_are_refused(iterations: Any) -> None:
    with pytest.raises(OutOfRange):
        Kdf(SALT, iterations)


@pytest.mark.parametrize("iterations", [600_000, 10_000_000])
def test_rounds_at_either_end_are_taken(iterations: int) -> None:
    assert Kdf(SALT, iterations).iterations == iterations


@pytest.mark.parametrize("length", [0, 15, 17, 32])
def test_a_salt_of_another_length_is_refused(length: int) -> None:
    with pytest.raises(OutOfRange):
        Kdf(bytes(length))


@pytest.mark.parametrize("length", [0, 16, 31, 33])
def test_a_key_of_another_length_is_a_mistake_of_ours(length: int) -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        key(bytes(length))


def test_random_bytes_are_as_many_as_asked_for_and_differ() -> None:
    assert [len(CRYPTO.random(n)) for n in (0, 1, 16, 100_000)] == [0, 1, 16, 100_000]
    assert CRYPTO.random(16) != CRYPTO.random(16)
