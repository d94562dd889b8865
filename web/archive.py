"""The app's Python as one archive: our modules, the catalogue of words, the vendored packages, all as bytecode.

The same files give the same bytes: sorted, without times, owners or compiler's marks.
"""

from __future__ import annotations

import gzip
import io
import tarfile
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from types import MappingProxyType

from babel.messages import mofile, pofile

from web.errors import BuildError

LONG_AGO = datetime(2026, 1, 1, tzinfo=UTC)
PACKAGES = "__pypackages__"
OURS = ("domain", "reminders", "storage", "views")
CONTENT = ("skills.json", "lines.json", "emergency.json", "learn.json")
PICTURE = Path("web/page/picture.py")
NOT_IN_THE_BROWSER = ("storage/disk.py", "storage/openssl.py", "views/desk.py", "reminders/desktop.py")


def our_modules() -> list[Path]:
    """Our own modules, those that stay behind included.

    Raises:
        BuildError: main.py is missing.
    """
    if not Path("main.py").is_file():
        raise BuildError("main.py is missing; check the repository out again.")
    return [Path("main.py"), *(path for folder in OURS for path in Path(folder).rglob("*.py"))]


def sources(packages: Path) -> dict[str, bytes]:
    """All Python that could run in the browser, by the path it is imported by: our own and the packages'.

    Raises:
        BuildError: main.py is missing.
    """
    files = {path.as_posix(): path.read_bytes() for path in our_modules() if path.as_posix() not in NOT_IN_THE_BROWSER}
    files[PICTURE.name] = PICTURE.read_bytes()
    return files | {path.relative_to(packages).as_posix(): path.read_bytes() for path in packages.rglob("*.py")}


def app_archive(
    bytecode: Mapping[str, bytes], packages: Path, more: Mapping[str, bytes] = MappingProxyType({})
) -> bytes:
    """The gzipped tar that the worker unpacks into Python's home; `more` are files that the build makes, by name.

    Raises:
        BuildError: a catalogue is missing.
    """
    files = {name if is_ours(name) else f"{PACKAGES}/{name}": content for name, content in bytecode.items()}
    return gzip.compress(_tar(files | other_files(packages) | dict(more)), compresslevel=9, mtime=0)


def other_files(packages: Path) -> dict[str, bytes]:
    """What is in the archive beside Python: faces, content, words, and what the packages hold, licences included.

    Raises:
        BuildError: a catalogue is missing.
    """
    content = [*Path("assets/content").glob("*.txt"), *(Path("assets/content") / name for name in CONTENT)]
    files = {path.as_posix(): path.read_bytes() for path in [*Path("assets/faces").glob("*.svg"), *content]}
    foreign = [path for path in packages.rglob("*") if path.is_file() and path.suffix != ".py"]
    return (
        files
        | _catalogues(Path("assets/locale"))
        | {f"{PACKAGES}/{path.relative_to(packages).as_posix()}": path.read_bytes() for path in foreign}
    )


def is_ours(name: str) -> bool:
    """Whether a module belongs to this repository, by its path."""
    return name.split(".")[0] in ("main", PICTURE.stem) or name.split("/")[0] in OURS


def _catalogues(folder: Path) -> dict[str, bytes]:
    found = {}
    for path in sorted(folder.glob("*/LC_MESSAGES/tend.po")):
        compiled = io.BytesIO()
        with path.open("rb") as source:
            catalogue = pofile.read_po(source)
        # Babel writes the hour into the file otherwise, and no two builds would be equal.
        catalogue.creation_date = catalogue.revision_date = LONG_AGO
        mofile.write_mo(compiled, catalogue)
        found[path.with_suffix(".mo").as_posix()] = compiled.getvalue()
    if not found:
        raise BuildError("assets/locale holds no catalogue; run make words.")
    return found


def _tar(files: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w", format=tarfile.USTAR_FORMAT) as tar:
        for name in sorted(files):
            entry = tarfile.TarInfo(name)
            entry.size = len(files[name])
            entry.mode = 0o644
            tar.addfile(entry, io.BytesIO(files[name]))
    return out.getvalue()
