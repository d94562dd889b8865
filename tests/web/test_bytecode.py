"""The browser's own Python compiles what ships, and runs it: in Node, as the build does."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from web import archive, bytecode, compiler
from web.errors import BuildError

DIST = Path("dist")
EVERYTHING = """
import importlib, json, pathlib, sys
started = len(sys.modules)
import main
first = len(sys.modules)
home = pathlib.Path("/home/tend")
for folder in ("domain", "reminders", "storage", "views"):
    for path in sorted(home.joinpath(folder).rglob("*.pyc")):
        name = path.relative_to(home).with_suffix("").as_posix().replace("/", ".")
        importlib.import_module(name.removesuffix(".__init__"))
import flet
for name in flet.__all__:
    getattr(flet, name)
import flet.app, flet.messaging.pyodide_connection, icalendar, msgpack, phonenumbers, plyer, segno
from msgpack import _cmsgpack
number = phonenumbers.parse("020 7946 0018", "GB")
print(json.dumps({
    "started": started, "first": first, "sources": len(list(home.rglob("*.py"))),
    "number": phonenumbers.is_valid_number(number), "code": "<svg" in segno.make("Tea").svg_inline(),
    "zone": str(icalendar.Event.from_ical("BEGIN:VEVENT\\r\\nDTSTART:20261124T090000Z\\r\\nEND:VEVENT").start.tzinfo),
}))
"""


def shipped(code: str) -> str:
    """What a piece of Python prints, run by the Pyodide that ships on what ships."""
    assert (DIST / "app.tar.gz").is_file(), "There is no dist/: run make build first, or make test, which does."
    command = [str(bytecode.node()), "tests/web/shipped.mjs", str(DIST), code]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, [line for line in ran.stderr.splitlines() if len(line) < 400]
    return ran.stdout


@pytest.mark.slow
def test_everything_that_ships_can_be_imported_and_what_is_rarely_used_works() -> None:
    found = json.loads(shipped(EVERYTHING))
    assert (found["sources"], found["number"], found["code"], found["zone"]) == (0, True, True, "UTC")
    # A budget: how much is imported before the first screen. What comes to it delays everybody's start.
    assert found["first"] - found["started"] <= 392


@pytest.mark.slow
def test_sources_are_compiled_once_and_what_was_made_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = DIST / "pyodide"
    few = tmp_path / "pyodide"
    few.mkdir()
    for path in folder.iterdir():
        (few / path.name).symlink_to(path.resolve())
    (few / "python_stdlib.zip").unlink()
    (few / "python_stdlib.zip").symlink_to((folder / "python_stdlib.zip").resolve())
    sources = {"main.py": b"import other", "other.py": b'"""Why."""\nx = {3, 1, 2}', "unused.py": b""}
    stdlib, made = bytecode.compiled(sources, few, tmp_path / "work")
    assert (sorted(made), compiler.unzipped(stdlib)) == (["main.pyc", "other.pyc"], {})
    assert {content[:4] for content in made.values()} == {b"+\x0e\r\n"}  # what CPython 3.14 reads
    monkeypatch.setattr(bytecode, "_run", None)
    assert bytecode.compiled(sources, few, tmp_path / "work") == (stdlib, made)


def test_none_of_our_own_modules_imports_what_does_not_ship() -> None:
    ours = archive.sources(Path("nowhere"))
    found = {name for path, source in ours.items() for name in compiler.imported(path, source)}
    assert {name for name in found for cut in bytecode.CUT if name == cut or name.startswith(f"{cut}.")} == set()


def test_a_machine_without_node_is_told_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bytecode.importlib.util, "find_spec", lambda name: None)
    with pytest.raises(BuildError, match=r"^Playwright's Node is missing; install the locked packages"):
        bytecode.node()
