"""Python's part of the picture: all is imported before it is taken, and a start from it is a start of its own."""

from __future__ import annotations

import json
import random
import re
import shutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from storage import opfs
from web import archive, picture
from web.page import picture as sitting

LAZY = "def __getattr__(name):\n from flet.text import Text\n return Text"
# A home as the worker unpacks it, with an app small enough to import in a moment; the real one in tests/e2e.
HOME = {
    "main.py": "import domain.one\nREAD = []\ndef read_ahead(): READ.append(domain.one.__name__)",
    "domain/__init__.py": "",
    "domain/one.py": "import os\nPURE = os.environ['MSGPACK_PUREPYTHON']",
    "views/__init__.py": "",
    "views/lines.py": "import flet_js, helping",
    "assets/content/lines.json": "{}",
    "__pypackages__/flet/__init__.py": "__all__ = ['Text']\n" + LAZY,
    "__pypackages__/flet/text.py": "class Text: pass",
    "__pypackages__/flet/messaging/__init__.py": "",
    "__pypackages__/flet/messaging/pyodide_connection.py": "import flet_js",
    "__pypackages__/helping/__init__.py": "",
    "__pypackages__/helping/later.py": "WORD = 'read when it is wanted'",
    "__pypackages__/alone/__init__.py": "WORD = 'a package of its own'",
    "__pypackages__/msgpack/_cmsgpack.so": "",
}
POSE = """
import json, os, random, shutil, sys
from pathlib import Path
home = Path({home!r})
sys.path[:0] = [str(home), str(home / "__pypackages__")]
import picture
kept = picture.pose(home)
left = [name for name in ("flet_js", "tend_js", "MSGPACK_PUREPYTHON") if name in sys.modules or name in os.environ]
read = [name for name in ("flet.text", "domain.one", "views.lines", "helping.later") if name in sys.modules]
for path in home.rglob("*"):
    if path.is_file() and path.relative_to(home).as_posix() not in kept:
        path.unlink()
import alone, helping.later, main
print(json.dumps([kept, left, read, [alone.WORD, helping.later.WORD], main.READ]))
"""


def posed(home: Path) -> Any:
    for name, text in HOME.items():
        (home / name).parent.mkdir(parents=True, exist_ok=True)
        (home / name).write_text(text)
    shutil.copy(archive.PICTURE, home / archive.PICTURE.name)
    command = [sys.executable, "-I", "-B", "-c", POSE.format(home=str(home))]
    return json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def test_everything_is_imported_and_what_is_wanted_later_is_found_without_its_files(tmp_path: Path) -> None:
    kept, left, read, later, ahead = posed(tmp_path)
    assert kept == ["later.zip", "__pypackages__/msgpack/_cmsgpack.so", "assets/content/lines.json"]
    assert left == [], "what only posing needs goes again"
    assert read == ["flet.text", "domain.one", "views.lines"]
    assert later == ["a package of its own", "read when it is wanted"]
    assert ahead == ["domain.one"], "what every start reads was read once, after all was imported"


def test_a_start_has_its_own_surroundings_chance_and_way_to_flutter(monkeypatch: pytest.MonkeyPatch) -> None:
    connection = ModuleType("flet.messaging.pyodide_connection")
    monkeypatch.setitem(sys.modules, connection.__name__, connection)
    monkeypatch.setenv("TEND_LOCALE", "fr-FR")
    before = random.getstate()
    try:
        random.seed(1)
        foreseen = random.random()
        random.seed(1)
        sitting.wake({"TEND_LOCALE": "en-GB"}, "flutter")
        assert random.random() != foreseen
    finally:
        random.setstate(before)
    assert connection.__dict__["flet_js"] == "flutter"
    assert sitting.os.environ["TEND_LOCALE"] == "en-GB"


def test_msgpack_uses_its_compiled_half_again(monkeypatch: pytest.MonkeyPatch) -> None:
    import msgpack
    from msgpack import _cmsgpack, fallback

    for name in ("Packer", "Unpacker", "unpackb"):
        monkeypatch.setattr(msgpack, name, getattr(fallback, name))
    sitting.quicken()
    assert (msgpack.Packer, msgpack.Unpacker) == (_cmsgpack.Packer, _cmsgpack.Unpacker)
    assert msgpack.unpackb(msgpack.packb({"a": [1]})) == {"a": [1]}


def test_a_picture_is_of_one_build(tmp_path: Path) -> None:
    for name in picture.MADE_OF:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(name.encode())
    first = picture.filled(tmp_path)
    assert picture.filled(tmp_path) == first
    assert len(re.findall(r'"sha256-[\w+/]{43}="', first)) == len(picture.MADE_OF)
    (tmp_path / "app.tar.gz").write_bytes(b"another commit")
    assert picture.filled(tmp_path) != first


def test_what_erases_the_files_knows_the_pictures_name() -> None:
    for script in (picture.SOURCE, Path("web/page/camera.js")):
        assert f'"{opfs.PICTURE}"' in script.read_text("utf-8")
