"""What the service worker must know of a build: which files, with which contents, and which can wait."""

from __future__ import annotations

import base64
import hashlib
import json
from pathlib import Path

from web import packed

FONTS_FOLDER = "assets/fonts/"
FALLBACK_PREFIX = "noto"
# Not needed for the first screen: glyphs of other scripts, and the texts of Flutter's licences.
LATER = (FONTS_FOLDER + FALLBACK_PREFIX, "assets/NOTICES")
HARMLESS = "assets/fonts/none.woff2"
# In the folder for hosts and readers, never asked for by the running app.
NOT_FETCHED = ("sw.js", "_headers", ".nojekyll", "assets/fonts/OFL-", "screenshots/")
ONLY = {"canvaskit/chromium/": "chromium", "canvaskit/canvaskit.": "full"}


def service_worker(dist: Path, source: str, base: str, policy: str) -> str:
    """The worker's script with the build's facts above it; equal files give an equal script.

    Shape of the facts: see the comment that opens `page/sw.js`.
    """
    files: dict[str, dict[str, str]] = {}
    later: dict[str, str] = {}
    for path in sorted(dist.rglob("*")):
        name = path.relative_to(dist).as_posix()
        if not path.is_file() or packed.is_copy(path) or name.startswith(NOT_FETCHED):
            continue
        digest = "sha256-" + base64.b64encode(hashlib.sha256(path.read_bytes()).digest()).decode()
        if name.startswith(LATER):
            later[name] = digest
            continue
        files[name] = {"hash": digest}
        for prefix, only in ONLY.items():
            if name.startswith(prefix):
                files[name]["only"] = only
    facts = {"scope": base, "csp": policy, "files": files, "later": later, "harmless": HARMLESS}
    version = hashlib.sha256((json.dumps(facts, sort_keys=True) + source).encode()).hexdigest()[:16]
    return f"const BUILD = {json.dumps({'version': version, **facts}, sort_keys=True)};\n\n{source}"


def first_visit(dist: Path, canvaskit: str = "chromium") -> list[str]:
    """The files a first visit transfers on one kind of browser, by path inside `dist`, `sw.js` included."""
    script = (dist / "sw.js").read_text("utf-8")
    facts = json.loads(script.split("\n", 1)[0].removeprefix("const BUILD = ").removesuffix(";"))
    return [
        "sw.js",
        *(name for name, file in facts["files"].items() if file.get("only", canvaskit) == canvaskit),
    ]
