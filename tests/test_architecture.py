"""The shape of the code, read from its imports: who may know whom, who may read a clock, how long things may grow."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

BROWSER = {"js", "pyodide", "pyodide_js", "tend_js"}
# Which of our own and which foreign packages a folder may import; the standard library always.
ALLOWED = {
    "domain": {"domain"},
    "storage": {"storage", "domain", "tinydb", "cryptography", "filelock", "platformdirs"},
    "reminders": {"reminders", "domain", "plyer", "icalendar"},
    "views": {"views", "domain", "flet", "phonenumbers", "segno"},
    "web": {"web", "flet", "flet_web", "babel", "fontTools", "brotli"},
    "main": {"domain", "reminders", "storage", "views", "flet"},
}
# The few files that may know more, or that alone may know what their folder is allowed.
BROWSER_FILES = {f"storage/{name}.py" for name in ("opfs", "indexed_db", "page", "tabs", "webcrypto")} | {
    "reminders/page.py"
}
ALONE = {
    "cryptography": {"storage/openssl.py"},
    "tinydb": {"storage/tables.py"},
    "filelock": {"storage/disk.py"},
    "platformdirs": {"storage/opening.py"},
    "phonenumbers": {"views/numbers.py"},
    "plyer": {"reminders/desktop.py", "reminders/web.py"},
    "icalendar": {"reminders/calendar_file.py"},
    "segno": {"views/qr.py"},
}
CLOCKS = {("datetime", "now"), ("datetime", "today"), ("datetime", "utcnow"), ("date", "today")} | {
    ("time", name) for name in ("time", "time_ns", "localtime", "gmtime", "monotonic", "perf_counter")
}
CLOCK_FILES = {"reminders/clock.py"}


def sources(*folders: str) -> list[Path]:
    return [path for folder in folders for path in sorted(Path(folder).rglob("*.py"))]


def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


def imported(module: ast.AST) -> Iterator[str]:
    """The top package of every import, wherever in the file it stands."""
    for node in ast.walk(module):
        if isinstance(node, ast.Import):
            yield from (name.name.split(".")[0] for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are absolute"
            yield (node.module or "").split(".")[0]


def clock_reads(module: ast.AST) -> list[str]:
    """The calls that read a clock: `datetime.now()`, `date.today()`, `time.time()`, however imported."""
    names = {"time", "time_ns", "monotonic", "perf_counter", "localtime", "gmtime"}
    bare = {
        alias.asname or alias.name
        for node in ast.walk(module)
        if isinstance(node, ast.ImportFrom) and node.module == "time"
        for alias in node.names
        if alias.name in names
    }
    found = []
    for node in ast.walk(module):
        if not isinstance(node, ast.Call):
            continue
        if isinstance(node.func, ast.Attribute):
            owner = node.func.value
            name = owner.attr if isinstance(owner, ast.Attribute) else getattr(owner, "id", "")
            if (name, node.func.attr) in CLOCKS:
                found.append(f"{name}.{node.func.attr} on line {node.lineno}")
        elif isinstance(node.func, ast.Name) and node.func.id in bare:
            found.append(f"{node.func.id} on line {node.lineno}")
    return found


def strangers(path: Path, module: ast.AST) -> set[str]:
    """What a file imports that its place does not allow."""
    place = path.parts[0].removesuffix(".py")
    allowed = ALLOWED[place] | set(sys.stdlib_module_names)
    if path.as_posix() in BROWSER_FILES:
        allowed |= BROWSER
    found = {name for name in imported(module) if name not in allowed}
    return found | {name for name in imported(module) if path.as_posix() not in ALONE.get(name, {path.as_posix()})}


@pytest.mark.parametrize("path", [*sources("domain", "reminders", "storage", "views", "web"), Path("main.py")], ids=str)
def test_a_file_imports_what_its_place_allows(path: Path) -> None:
    assert strangers(path, tree(path)) == set()


@pytest.mark.parametrize(
    ("path", "code", "stranger"),
    [
        ("domain/models.py", "import flet", "flet"),
        ("domain/models.py", "from storage.codec import Document", "storage"),
        ("views/today.py", "def f():\n    from storage.database import Database", "storage"),
        ("views/today.py", "import tinydb.table as t", "tinydb"),
        ("views/today.py", "import js", "js"),
        ("storage/codec.py", "import tinydb", "tinydb"),
        ("storage/disk.py", "from pyodide.ffi import to_js", "pyodide"),
        ("storage/codec.py", "from views.words import _", "views"),
        ("web/words.py", "import domain.models", "domain"),
        ("reminders/runner.py", "from views.words import _", "views"),
        ("reminders/runner.py", "from plyer import notification", "plyer"),
        ("views/reminding.py", "from reminders.runner import Runner", "reminders"),
        ("main.py", "import tinydb", "tinydb"),
    ],
)
def test_a_forbidden_import_would_be_seen(path: str, code: str, stranger: str) -> None:
    assert strangers(Path(path), ast.parse(code)) == {stranger}


def test_the_files_that_may_know_more_are_there_and_do() -> None:
    for package, files in ALONE.items():
        assert all(package in imported(tree(Path(file))) for file in files)
    assert all(BROWSER & set(imported(tree(Path(file)))) for file in BROWSER_FILES)


@pytest.mark.parametrize("path", [*sources("domain", "reminders", "storage", "views"), Path("main.py")], ids=str)
def test_no_clock_is_read_but_in_one_place(path: Path) -> None:
    assert bool(clock_reads(tree(path))) is (path.as_posix() in CLOCK_FILES)


@pytest.mark.parametrize(
    "code",
    [
        "from datetime import datetime\ndatetime.now()",
        "import datetime\ndatetime.datetime.now(tz=None)",
        "import datetime\ndatetime.date.today()",
        "from datetime import date\nx = [date.today() for _ in y]",
        "import time\ntime.time()",
        "from time import monotonic as m\nm()",
    ],
)
def test_a_clock_would_be_seen(code: str) -> None:
    assert len(clock_reads(ast.parse(code))) == 1


def test_taking_the_time_of_a_moment_reads_no_clock() -> None:
    assert clock_reads(ast.parse("state.now\nmoment.time()\nevent.value.date()\nself.clock()")) == []


EVERYTHING = [*sources("domain", "reminders", "storage", "views", "web", "tests"), Path("main.py")]


@pytest.mark.parametrize("path", EVERYTHING, ids=str)
def test_files_and_functions_stay_short(path: Path) -> None:
    longest = 320 if path.parts[0] == "tests" else 250
    assert len(path.read_text("utf-8").splitlines()) <= longest
    functions = [node for node in ast.walk(tree(path)) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
    assert {f.name: f.end_lineno - f.lineno for f in functions if f.end_lineno - f.lineno >= 60} == {}


@pytest.mark.parametrize("path", [*sources("domain", "reminders", "storage", "views", "web"), Path("main.py")], ids=str)
def test_every_module_says_what_it_is(path: Path) -> None:
    assert ast.get_docstring(tree(path))


def test_nothing_in_the_repository_names_this_machine() -> None:
    files = [*EVERYTHING, Path("Makefile")]
    said = ["/" + "work/", "/" + "tmp/", "/" + "root/"]
    text = {path: path.read_text("utf-8") for path in files}
    assert [path for path, words in text.items() if any(place in words for place in said)] == []
