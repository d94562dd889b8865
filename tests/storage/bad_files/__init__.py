"""Backup files that must not come in, frozen: `table.json` says for each which refusal, why, and with which passphrase.

None is ever made anew: a file that was refused once is refused for good. The few that are too large to keep are made
here; so is a changed file whose checksum was mended, as somebody would who means harm.
"""

from __future__ import annotations

import gzip
import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent
TABLE: dict[str, dict[str, str]] = json.loads((FOLDER / "table.json").read_text("utf-8"))

HUGE: dict[str, Callable[[], bytes]] = {
    "200 MB of zeros": lambda: bytes(200_000_000),
    "200 MB that begin as ours": lambda: b'{"format": "tend-backup", "x": "'.ljust(200_000_000, b"x"),
    "64 MB": lambda: b" " * 64_000_000,
    "one byte more than is taken": lambda: b" " * 50_000_001,
}
BOMB = gzip.compress(bytes(100_000_000), mtime=0)


def checksum(document: dict[str, Any]) -> str:
    """What stands as the checksum of a file, worked out without the app."""
    rest = {name: value for name, value in document.items() if name != "checksum"}
    return hashlib.sha256(json.dumps(rest, sort_keys=True, separators=(",", ":")).encode("ascii")).hexdigest()


def remade(content: bytes, change: Callable[[dict[str, Any]], object]) -> bytes:
    """The file after a change, its checksum mended."""
    document = json.loads(content)
    change(document)
    return json.dumps({**document, "checksum": checksum(document)}).encode("ascii")
