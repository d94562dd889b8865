"""Ledgers for tests: opened, looked at, told apart; an event loop to drive them; and a lock that costs nothing."""

from __future__ import annotations

import asyncio
import atexit
import hashlib
import itertools
import json
from collections.abc import Coroutine
from typing import Any, TypeVar

from domain.errors import WrongPassphrase
from storage.byte_file import ByteFile, Files
from storage.cipher import Kdf, Key
from storage.ledger import Ledger
from storage.lines import HEADER, SEAL, SNAPSHOT, to_text, written
from storage.recovery import LAYOUT, Head
from storage.schema import Changes, Tables
from tests.storage.byte_file_fakes import Contents, contents_of, files

Result = TypeVar("Result")
WORDS = "five words that nobody guesses"
TAG_BYTES = 8
_LOOP = asyncio.new_event_loop()
atexit.register(_LOOP.close)


def run(work: Coroutine[Any, Any, Result]) -> Result:
    """The result of a coroutine, in one loop for all tests: `asyncio.run` makes a new one each time."""
    return _LOOP.run_until_complete(work)


class QuickKey:
    """A key that looks like one: bound to its header, never the same twice, and quick. It protects nothing."""

    _numbers = itertools.count(1)

    def __init__(self, secret: bytes) -> None:
        self._secret = secret

    async def seal(self, plain: bytes, header: bytes) -> bytes:
        number = next(self._numbers).to_bytes(4, "big")
        return number + self._tag(number, plain, header) + self._mixed(number, plain)

    async def open(self, sealed: bytes, header: bytes) -> bytes:
        number, tag = sealed[:4], sealed[4 : 4 + TAG_BYTES]
        plain = self._mixed(number, sealed[4 + TAG_BYTES :])
        if tag != self._tag(number, plain, header):
            raise WrongPassphrase("the tag does not fit")
        return plain

    def _tag(self, number: bytes, plain: bytes, header: bytes) -> bytes:
        parts = (self._secret, number, header, plain)
        return hashlib.blake2b(b"\0".join(parts), digest_size=TAG_BYTES).digest()

    def _mixed(self, number: bytes, text: bytes) -> bytes:
        stream = hashlib.shake_128(self._secret + number).digest(len(text))
        return bytes(a ^ b for a, b in zip(text, stream, strict=True))


class QuickCrypto:
    """A `Crypto` whose keys come at once."""

    def random(self, n: int) -> bytes:
        return hashlib.shake_128(next(QuickKey._numbers).to_bytes(4, "big")).digest(n)

    async def key(self, raw: bytes) -> Key:
        return QuickKey(raw)

    async def derive(self, passphrase: str, kdf: Kdf) -> Key:
        return QuickKey(passphrase.encode("utf-8") + kdf.salt)


CRYPTO = QuickCrypto()


async def opened(both: Files, passphrase: str | None = WORDS, read_only: bool = False) -> Ledger:
    """The ledger in two files; its passphrase is tried where it has a lock."""
    return await Ledger.open(both, CRYPTO, passphrase, read_only)


def looked_at(contents: Contents) -> Ledger:
    """What two contents hold, without mending them."""
    return run(opened(files(contents), read_only=True))


def reopened(contents: Contents) -> tuple[Ledger, Contents]:
    """What two contents hold, mended, and what then stands in the files."""
    both = files(contents)
    return run(opened(both)), contents_of(both)


def fresh() -> Contents:
    """The two files of a database in which nothing was ever kept."""
    return reopened((b"", b""))[1]


def committed(contents: Contents, *commits: Changes) -> Contents:
    """Open, keep each of these, and give what then stands in the files."""

    async def keep() -> None:
        ledger = await opened(both)
        for changes in commits:
            await ledger.commit(changes)

    both = files(contents)
    run(keep())
    return contents_of(both)


def put(id: str, text: Any = "", table: str = "check_ins") -> Changes:
    """One document."""
    return ((table, id, {"id": id, "note": text}),)


def gone(id: str, table: str = "check_ins") -> Changes:
    """One document that goes."""
    return ((table, id, None),)


def written_by_schema(schema: int, tables: Tables, generation: int = 3) -> bytes:
    """A sealed file of another schema, one document a piece."""
    changes = [[table, id, document] for table, documents in tables.items() for id, document in documents.items()]
    head = Head(LAYOUT, schema, len(changes)).text()
    pieces = [written(generation, serial, SNAPSHOT, to_text([change])) for serial, change in enumerate(changes, 1)]
    seal = written(generation, len(changes) + 1, SEAL, head)
    return b"".join([written(generation, 0, HEADER, head), *pieces, seal])


def as_text(tables: Tables) -> str:
    """Tables as they can be compared: unlike `==`, True is not 1 here."""
    return json.dumps(tables, sort_keys=True)


def close_all(*both: ByteFile) -> None:
    """Close each."""
    for file in both:
        file.close()
