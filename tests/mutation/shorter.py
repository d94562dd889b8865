"""Laid over the copy as its conftest.py: Hypothesis draws the same each time, and a key costs no million rounds."""

from __future__ import annotations

import hashlib
import os

from hypothesis import HealthCheck, settings

from storage import openssl
from storage.cipher import Kdf


def quick(passphrase: str, kdf: Kdf) -> bytes:
    """Another key for another passphrase, salt or number of rounds, as PBKDF2 gives."""
    return hashlib.sha256(repr((passphrase, kdf.salt, kdf.iterations)).encode()).digest()


settings.register_profile("mutants", database=None, derandomize=True, deadline=None, suppress_health_check=HealthCheck)
settings.load_profile("mutants")
if os.environ["MUTATED"] not in ("cipher", "openssl"):
    openssl._pbkdf2 = quick
