"""What ships of Python: which modules are reached, and bytecode without descriptions."""

from __future__ import annotations

import importlib.util
import marshal
import zipfile
from pathlib import Path

import pytest

from web import compiler

JOB: dict[str, list[str]] = {"roots": ["main"], "whole": [], "cut": []}


def run(code: bytes) -> dict[str, object]:
    """What a module holds once its bytecode has run."""
    assert code[:4] == importlib.util.MAGIC_NUMBER
    found: dict[str, object] = {"__name__": "tried"}
    exec(marshal.loads(code[16:]), found)  # noqa: S102, S302 - it was just made from the lines below
    return found


def test_what_a_module_imports_is_found_wherever_the_import_stands() -> None:
    source = b"""
import a.b
from c import d
def later():
    try:
        from . import e
    except ImportError:
        import f
match 1:
    case 1:
        import g
if TYPE_CHECKING:
    import never
else:
    import h
if __name__ == "__main__":
    import argparse
"""
    assert compiler.imported("p/q.py", source) == {"a.b", "c", "c.d", "p", "p.e", "f", "g", "h"}
    assert compiler.imported("p/__init__.py", b"from .x import y") == {"p.x", "p.x.y"}


def test_what_is_reached_brings_its_packages_along_and_stops_at_what_is_cut() -> None:
    imports = {"main": {"a.b", "z"}, "a": {"c"}, "a.b": set(), "c": {"d.e"}, "d": set(), "d.e": {"f"}, "f": set()}
    assert compiler.reached(imports, ["main"]) == {"main", "a", "a.b", "c", "d", "d.e", "f"}
    assert compiler.reached(imports, ["main"], ["d"]) == {"main", "a", "a.b", "c"}
    assert compiler.reached(imports, ["nobody"]) == set()


def test_only_what_is_reached_or_wanted_whole_is_compiled() -> None:
    stdlib = {"json/__init__.py": b"", "pdb.py": b"", "cmd.py": b""}
    sources = {"main.py": b"import json, lib", "lib/__init__.py": b"import pdb", "lib/cli.py": b"", "data/x.py": b""}
    made = compiler.compiled(stdlib, sources, {**JOB, "whole": ["data/"], "cut": ["pdb"]})
    assert [sorted(part) for part in made] == [
        ["json/__init__.pyc"],
        ["data/x.pyc", "lib/__init__.pyc", "main.pyc"],
    ]


def test_bytecode_does_what_the_source_says_without_its_descriptions() -> None:
    source = b'''"""Why."""
def described():
    """What."""
    return 3
def empty():
    """Nothing more."""
class Kept:
    """A class."""
def words():
    return """not a description"""
assert described() == 3
'''
    found = run(compiler.bytecode("x.py", source))
    assert (found["described"].__doc__, found["described"](), found["empty"]()) == (None, 3, None)  # type: ignore[operator, attr-defined]
    assert found["words"]() == "not a description"  # type: ignore[operator]
    assert found["Kept"].__doc__ == compiler.PLACEHOLDER  # a dataclass would work out a signature otherwise
    assert (found.get("__doc__"), b"Nothing more" in compiler.bytecode("x.py", source)) == (None, False)


def test_an_assert_of_a_package_still_holds() -> None:
    with pytest.raises(AssertionError):
        run(compiler.bytecode("x.py", b"assert 1 == 2"))


def test_equal_files_give_an_equal_zip_and_only_python_is_read_from_one(tmp_path: Path) -> None:
    files = {"b.py": b"x = 1", "a.txt": b"words"}
    made = compiler.zipped(files)
    assert made == compiler.zipped(dict(reversed(files.items())))
    assert compiler.unzipped(made) == {"b.py": b"x = 1"}
    (tmp_path / "z.zip").write_bytes(made)
    assert zipfile.ZipFile(tmp_path / "z.zip").namelist() == ["a.txt", "b.py"]
