"""What the app says about itself, gathered by the build: its version, what it is made of, and under which licences."""

from __future__ import annotations

import email.parser
import hashlib
import json
import re
import tomllib
import zipfile
from collections.abc import Iterable
from pathlib import Path

from web.errors import BuildError

ABOUT = "assets/content/about.json"  # inside the app
SHORTEST = 8  # digits of a fingerprint that a person may read out
APACHE = "Apache-2.0"
# Their own texts come with no file of theirs; each is short to name and public under its name.
NAMED = (("Python", "PSF-2.0"), ("Pyodide", "MPL-2.0"))
FONTS = {
    "OFL-AtkinsonHyperlegibleNext.txt": "Atkinson Hyperlegible Next",
    "OFL-NotoSans.txt": "Noto Sans",
    "OFL-NotoColorEmoji.txt": "Noto Color Emoji",
}
CONTENT = {"lines.NOTICE.md": "Help lines", "skills.NOTICE.md": "Skills", "words-en.NOTICE.md": "Word list"}
Part = dict[str, str]  # name, version, licence, text; each "" where there is none


def about(wheels: Iterable[Path], sources: Iterable[Path]) -> bytes:
    """The facts as JSON: `version`, `build` (of the sources), and `parts`, ours first, then by name.

    Raises:
        BuildError: a licence that has to come along is missing.
    """
    version = tomllib.loads(Path("pyproject.toml").read_text("utf-8"))["project"]["version"]
    packages = sorted((_package(wheel) for wheel in wheels), key=lambda part: part["name"].lower())
    apache = next((part["text"] for part in packages if part["licence"] == APACHE and "TERMS" in part["text"]), "")
    for part in packages:
        if not part["text"] and part["licence"] == APACHE:
            part["text"] = apache
        if not part["text"]:
            raise BuildError(f"{part['name']} comes without its licence.")
    parts = [_part("Tend", version, "MIT", _text(Path("LICENSE")))]
    parts += [_part(name, "", "OFL-1.1", _text(Path("assets/fonts") / file)) for file, name in FONTS.items()]
    parts += [_part("Material Icons", "", APACHE, apache)]
    parts += [_part(name, "", licence, "") for name, licence in NAMED]
    parts += [*packages, *(_part(name, "", "", _text(Path("assets/content") / file)) for file, name in CONTENT.items())]
    facts = {"version": version, "build": fingerprint(sources), "parts": parts}
    return json.dumps(facts, ensure_ascii=False, sort_keys=True).encode()


def fingerprint(sources: Iterable[Path]) -> str:
    """The same for the same sources, wherever and whenever they are built: eight digits and letters."""
    whole = hashlib.sha256()
    for path in sorted(sources):
        whole.update(path.as_posix().encode() + b"\0" + path.read_bytes())
    return whole.hexdigest()[:SHORTEST]


def _package(wheel: Path) -> Part:
    with zipfile.ZipFile(wheel) as archive:
        inside = [name for name in sorted(archive.namelist()) if ".dist-info/" in name and not name.endswith("/")]
        metadata = next(name for name in inside if name.endswith(".dist-info/METADATA"))
        told = email.parser.Parser().parsestr(archive.read(metadata).decode("utf-8"))
        texts = [archive.read(name).decode("utf-8") for name in inside if re.search("(?i)licen|copying", name)]
    return _part(told["Name"], told["Version"], _licence(told), "\n\n".join(text.strip() for text in texts))


def _licence(told: email.message.Message) -> str:
    """The short name of a package's licence, from whichever field its age has it in."""
    named = told["License-Expression"] or told["License"] or ""
    kinds = [value.rsplit(" :: ", 1)[-1] for value in told.get_all("Classifier", []) if value.startswith("License ::")]
    return named if named and "\n" not in named else ", ".join(kinds)


def _part(name: str, version: str, licence: str, text: str) -> Part:
    return {"name": name, "version": version, "licence": licence, "text": text}


def _text(path: Path) -> str:
    if not path.is_file():
        raise BuildError(f"{path} is missing; check the repository out again.")
    return path.read_text("utf-8").strip()
