"""Laid over the copy as its conftest.py: what makes a run short and the same each time.

Hypothesis draws the same examples, and looks for no shorter one once one fails. Salts are the same in each test, so
that a key is derived once and looked up after that; where the encryption itself is changed, it is left alone.
"""

from __future__ import annotations

import hashlib
import itertools
import os
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, settings

from storage import openssl
from storage.cipher import Kdf, Key
from storage.passphrase import normalised

KEYS = Path(__file__).parent / "keys"
QUICK = os.environ["MUTATED"] not in ("cipher", "openssl")
derive = openssl._pbkdf2


def pytest_sessionstart() -> None:
    """Have what the test modules make when they are imported made again, by the code that is changed now."""
    settings.load_profile("mutants")
    for name in [name for name in sys.modules if name.startswith("tests.")]:
        del sys.modules[name]


def looked_up(passphrase: str, kdf: Kdf) -> bytes:
    """The key, derived if nobody did before."""
    place = KEYS / hashlib.sha256(repr((passphrase, kdf.salt, kdf.iterations)).encode()).hexdigest()
    if not place.exists():
        half = KEYS / str(os.getpid())
        half.write_bytes(derive(passphrase, kdf))
        half.replace(place)
    return place.read_bytes()


async def derive_here(_: openssl.OpenSsl, passphrase: str, kdf: Kdf) -> Key:
    """In no thread: those of an event loop that lives on are gone in the processes mutmut forks."""
    return openssl.OpenSslKey(openssl._pbkdf2(normalised(passphrase), kdf))


@pytest.fixture(autouse=True)
def the_same_salts(monkeypatch: pytest.MonkeyPatch) -> None:
    """As many bytes as asked for, other ones each time, from the beginning again in each test."""
    count = itertools.count()
    if QUICK:
        drawn = lambda _, n: hashlib.shake_256(str(next(count)).encode()).digest(n)  # noqa: E731
        monkeypatch.setattr(openssl.OpenSsl, "random", drawn)


if QUICK:
    openssl._pbkdf2, openssl.OpenSsl.derive = looked_up, derive_here
KEYS.mkdir(exist_ok=True)
settings.register_profile(
    "mutants",
    database=None,
    deadline=None,
    derandomize=True,
    phases=(Phase.explicit, Phase.generate),
    suppress_health_check=list(HealthCheck),
)
