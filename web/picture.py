"""What the picture of Python's memory (`page/picture.js`) is made of: a picture of other files is of another build.

Imports nothing of Tend. Files are named from the folder the build runs in.
"""

from __future__ import annotations

import base64
import hashlib
import json
from pathlib import Path

SOURCE = Path("web/page/picture.js")
SCRIPT = "page/picture.js"
MADE_OF = (
    "app.tar.gz",
    "page/photographer.js",
    "pyodide/pyodide.asm.mjs",
    "pyodide/pyodide.asm.wasm",
    "pyodide/pyodide.mjs",
    "pyodide/python_stdlib.zip",
)


def filled(dist: Path) -> str:
    """The script that knows the hashes of what lies in `dist`, as a browser checks them; equal files, equal script."""
    hashes = {name: f"sha256-{_digest(dist / name)}" for name in MADE_OF}
    return SOURCE.read_text("utf-8").replace("{{made_of}}", json.dumps(hashes, indent=4))


def _digest(path: Path) -> str:
    return base64.b64encode(hashlib.sha256(path.read_bytes()).digest()).decode()
