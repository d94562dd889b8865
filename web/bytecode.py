"""Bytecode for the browser's own Python, made by it: `compiler.py` runs in Pyodide, in the Node that Playwright brings.

Only what is reached ships. Compiling takes a while, so what was made is kept in the work folder for equal input.
"""

from __future__ import annotations

import hashlib
import importlib.util
import json
import shutil
import subprocess
import zipfile
from pathlib import Path

from web import compiler
from web.errors import BuildError

COMPILER = (Path("web/compiler.py"), Path("web/compiler.mjs"))
KEEP = 3  # how many results stay in the work folder
# Beginnings of paths that are kept whole: our own code, and what is imported by a name made at run time.
WHOLE = (
    *("main.py", "picture.py", "domain/", "reminders/", "storage/", "views/"),
    *("flet/", "phonenumbers/data/", "_pyodide/", "pyodide/", "_sysconfigdata"),
)
# Imported from C, or by the name of an encoding.
ROOTS = (
    *("_strptime", "numbers", "string.templatelib"),
    *(f"encodings.{name}" for name in ("ascii", "cp437", "cp1252", "idna", "latin_1", "punycode")),
    *(f"encodings.{name}" for name in ("raw_unicode_escape", "unicode_escape", "utf_8", "utf_8_sig")),
    *(f"encodings.{name}" for name in ("utf_16", "utf_16_be", "utf_16_le")),
)
# What is imported only where Tend never comes: processes, terminals, servers, other systems, a package's own tests and
# signing in. None of our own modules may import one of them; `tests/web/test_bytecode.py` sees to it.
CUT = (
    *("_pydatetime", "_pydecimal", "_pyio", "_pyrepl", "argparse", "asyncio.proactor_events", "asyncio.windows_events"),
    *("asyncio.windows_utils", "cmd", "code", "concurrent.futures.interpreter", "concurrent.futures.process"),
    *("concurrent.interpreters", "ctypes", "doctest", "flet.auth", "flet.messaging.flet_socket_server"),
    *("flet.pytest_plugin", "flet.testing", "ftplib", "getpass", "http.cookiejar", "http.server"),
    *("importlib.metadata", "mimetypes", "multiprocessing", "netrc", "pdb", "pickle", "plistlib", "pprint"),
    *("py_compile", "pydoc", "pyodide.console", "statistics", "tracemalloc", "unittest", "xmlrpc"),
)


def compiled(sources: dict[str, bytes], pyodide: Path, work: Path) -> tuple[bytes, dict[str, bytes]]:
    """The standard library as a zip file of bytecode, and the bytecode of what ships of `sources`, each by path.

    Raises:
        BuildError: there is no Node to run Pyodide in, or it could not compile.
    """
    content = compiler.zipped(sources)
    job = json.dumps({"roots": sorted(ROOTS), "whole": WHOLE, "cut": CUT})
    parts = (content, job.encode(), *(path.read_bytes() for path in (*COMPILER, pyodide / "pyodide.asm.wasm")))
    folder = work / "bytecode" / hashlib.sha256(b"".join(hashlib.sha256(part).digest() for part in parts)).hexdigest()
    made = (folder / "made-stdlib.zip", folder / "made-packages.zip")
    if not all(path.is_file() for path in made):
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        (folder / "sources.zip").write_bytes(content)
        (folder / "job.json").write_text(job, "utf-8")
        _run(pyodide, folder)
        _forget_older(folder)
    with zipfile.ZipFile(made[1]) as archive:
        return made[0].read_bytes(), {name: archive.read(name) for name in archive.namelist()}


def node() -> Path:
    """The Node that the locked Playwright brings along.

    Raises:
        BuildError: it is not there.
    """
    spec = importlib.util.find_spec("playwright")
    places = [Path(place) / "driver" for place in (spec and spec.submodule_search_locations) or []]
    found = [place / name for place in places for name in ("node", "node.exe") if (place / name).is_file()]
    if not found:
        raise BuildError("Playwright's Node is missing; install the locked packages (make clean, then make build).")
    return found[0]


def _run(pyodide: Path, folder: Path) -> None:
    command = [str(node()), str(COMPILER[1]), str(pyodide), str(folder)]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    if ran.returncode:
        last = [line for line in ran.stderr.splitlines() if "Error" in line][-1:] or ["it was not said why"]
        raise BuildError(f"The browser's Python could not compile the app: {last[0].strip()}")


def _forget_older(latest: Path) -> None:
    results = sorted(latest.parent.iterdir(), key=lambda path: path.stat().st_mtime)
    for folder in results[:-KEEP]:
        shutil.rmtree(folder)
