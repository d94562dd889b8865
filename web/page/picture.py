"""Python's part of the picture: what is in it before it is taken, and what is put right when Tend starts from it.

Part of the app's archive. `photographer.js` calls `pose`, then keeps Python's memory as it stands; `worker.js` starts
from that and calls `wake`. Nothing here opens a record, so that a picture holds nobody's words. Imports flet, msgpack
and, by name, every module of Tend.
"""

from __future__ import annotations

import gc
import importlib
import os
import random
import sys
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from types import ModuleType
from typing import Any

SOURCES = (".py", ".pyc")
FOLDERS = ("domain", "reminders", "storage", "views")
# Flet and Tend import these from JavaScript, which is another one at each start.
OF_THE_PAGE = ("flet_js", "tend_js")
# Memory knows nothing of a library that was loaded into it, so that msgpack's compiled half has to wait.
WITHOUT_LIBRARY = "MSGPACK_PUREPYTHON"
LATER = "later.zip"  # the modules that are imported when something needs them, so that a start writes one file for all


def pose(home: Path) -> list[str]:
    """Import all that Tend can need, and read what every start reads.

    Gives the files, from `home`, that are needed beside that.
    """
    os.environ[WITHOUT_LIBRARY] = "1"
    sys.modules.update({name: ModuleType(name) for name in OF_THE_PAGE})
    try:
        flet = importlib.import_module("flet")
        for name in flet.__all__:  # it imports what is asked for
            getattr(flet, name)
        for name in ("flet.messaging.pyodide_connection", *_modules(home)):
            importlib.import_module(name)
        importlib.import_module("main").read_ahead()
    finally:
        for name in OF_THE_PAGE:
            del sys.modules[name]
        del os.environ[WITHOUT_LIBRARY]
    read = {Path(file).resolve() for module in [*sys.modules.values()] if (file := getattr(module, "__file__", None))}
    left = [path for path in _files(home) if path.resolve() not in read]
    modules = [path for path in left if path.suffix in SOURCES]
    _keep_for_later(home, modules)
    gc.collect()
    gc.freeze()  # no collection need look at any of it
    return [LATER, *(path.relative_to(home).as_posix() for path in left if path not in modules)]


def wake(environment: Mapping[str, str], flet_js: Any) -> None:
    """Put right what is another at each start: the surroundings, chance, and the way to Flutter."""
    os.environ.update(environment)
    random.seed()
    importlib.import_module("flet.messaging.pyodide_connection").__dict__["flet_js"] = flet_js


def quicken() -> None:
    """Have msgpack use its compiled half after all. To load it takes longer than a first screen takes without it."""
    msgpack = importlib.import_module("msgpack")
    library = importlib.import_module("msgpack._cmsgpack")
    for name in ("Packer", "Unpacker", "unpackb"):
        setattr(msgpack, name, getattr(library, name))


def _keep_for_later(home: Path, modules: Iterable[Path]) -> None:
    """Put modules into one archive, where Python looks when it does not find them in their packages' folders."""
    archive = home / LATER
    with zipfile.ZipFile(archive, "w", strict_timestamps=False) as packed:
        for path in modules:
            packed.write(path, path.relative_to(home))
    for looked in [sys.path, *(module.__path__ for module in [*sys.modules.values()] if hasattr(module, "__path__"))]:
        for folder in [*looked]:
            if Path(folder).is_relative_to(home):
                looked.append(str(archive / Path(folder).relative_to(home)))


def _modules(home: Path) -> Iterator[str]:
    yield "main"
    for folder in FOLDERS:
        for path in _files(home / folder):
            if path.suffix in SOURCES:
                yield ".".join(path.relative_to(home).with_suffix("").parts).removesuffix(".__init__")


def _files(home: Path) -> list[Path]:
    return sorted(path for path in home.rglob("*") if path.is_file() and "__pycache__" not in path.parts)
