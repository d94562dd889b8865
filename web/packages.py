"""The Python packages that ship to the browser: fetched by the lock's hashes, unpacked, nothing else."""

from __future__ import annotations

import hashlib
import re
import subprocess
import sys
import zipfile
from pathlib import Path

from web.errors import BuildError

# Pyodide 314's platform, which flet-web 1.0.5 packages.
TARGET = (
    "--platform=pyemscripten_2026_0_wasm32",
    "--python-version=3.14",
    "--implementation=cp",
    "--abi=cp314",
    "--only-binary=:all:",
)
# What no module that Tend uses reads in the browser, and its own time zones are the browser's: see
# `tests/reminders/test_shipped.py`. Of the table of zones icalendar asks for UTC, and for nothing else.
LEFT_OUT = (
    *("icalendar/tests/", "icalendar/fuzzing/", "plyer/platforms/"),
    *("dateutil/parser/", "dateutil/zoneinfo/", "tzdata/zones", "tzdata/zoneinfo/"),
)
KEPT = ("plyer/platforms/__init__.py", "tzdata/zoneinfo/__init__.py", "tzdata/zoneinfo/UTC")


def locked(lock: str) -> dict[str, str]:
    """The requirements of a hash lock, by name, each with its hashes, as pip reads them.

    >>> locked("six==1.17.0 \\\\\\n    --hash=sha256:ab\\n    # via repath\\n")
    {'six==1.17.0': 'six==1.17.0 --hash=sha256:ab\\n'}
    """
    lines = (line.split("#")[0].strip().removesuffix("\\").strip() for line in lock.splitlines())
    found: dict[str, str] = {}
    name = ""
    for line in filter(None, lines):
        if not line.startswith("--hash"):
            name = line
            found[name] = name
        else:
            found[name] += f" {line}"
    return {name: f"{requirement}\n" for name, requirement in found.items()}


def fetch_wheels(lock: Path, cache: Path) -> list[Path]:
    """Download what the lock names into `cache` (kept between builds) and return the wheels, sorted by name.

    Raises:
        BuildError: there is no lock, or a package could not be got; it names the package.
    """
    if not lock.is_file():
        raise BuildError(f"{lock} is missing; run make lock.")
    cache.mkdir(parents=True, exist_ok=True)
    wheels = []
    for name, requirement in locked(lock.read_text("utf-8")).items():
        wheel = _cached(name, requirement, cache)
        if wheel is None:
            _download(name, requirement, cache)
            wheel = _cached(name, requirement, cache)
        if wheel is None:
            raise BuildError(f"Could not get {name}: no wheel for the browser came.")
        wheels.append(wheel)
    return sorted(wheels)


def unpack(wheels: list[Path], target: Path) -> None:
    """Unpack wheels into `target`, licences included, without what only an installer reads."""
    for wheel in wheels:
        with zipfile.ZipFile(wheel) as archive:
            for name in archive.namelist():
                if ships(name):
                    archive.extract(name, target)


def ships(name: str) -> bool:
    """Whether a file of a wheel goes to the browser.

    >>> [ships(f"tzdata/zoneinfo/{zone}") for zone in ("UTC", "Europe/Berlin")]
    [True, False]
    >>> ships("six-1.17.0.dist-info/RECORD"), ships("six-1.17.0.dist-info/licenses/LICENSE"), ships("six.py")
    (False, True, True)
    """
    if ".data/data/" in name:  # what an installer lays elsewhere: pages for a terminal
        return False
    if ".dist-info/" in name:
        return "licen" in name.lower() or "copying" in name.lower()
    return name in KEPT or not (name.endswith((".pyi", "py.typed")) or name.startswith(LEFT_OUT))


def _cached(name: str, requirement: str, cache: Path) -> Path | None:
    package, version = name.split("==")
    stem = re.sub(r"[-_.]+", "_", package)
    found = sorted(cache.glob(f"{stem}-{version}-*.whl"))
    return next((wheel for wheel in found if hashlib.sha256(wheel.read_bytes()).hexdigest() in requirement), None)


def _download(name: str, requirement: str, cache: Path) -> None:
    wanted = cache / "wanted.txt"
    wanted.write_text(requirement, "utf-8")
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check", "--no-deps"]
    command += ["--require-hashes", *TARGET, "--dest", str(cache), "--requirement", str(wanted)]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    wanted.unlink()
    if result.returncode:
        lines = [line for line in result.stderr.splitlines() if line.startswith("ERROR")] or [""]
        raise BuildError(f"Could not get {name}: is this machine online? {lines[0]}".strip())
