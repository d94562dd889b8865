"""Keeps the Python modules that are reached, and compiles them. Standard library alone: it runs in Pyodide.

The build's own Python is another one than the browser's, and bytecode is good for one version alone. So the build has
Pyodide itself do this, in Node: see `compiler.mjs`. Sources and bytecode are two zip files; their names are paths such
as `flet/app.py` and `flet/app.pyc`.
"""

from __future__ import annotations

import ast
import importlib.util
import io
import marshal
import zipfile
from collections.abc import Iterable, Mapping
from types import CodeType

LONG_AGO = (1980, 1, 1, 0, 0, 0)
# A dataclass without a description works one out from its signature, which takes longer than anything saved by this.
PLACEHOLDER = "."
NEVER = {"TYPE_CHECKING", "typing.TYPE_CHECKING", "__name__ == '__main__'"}
STATEMENTS = (ast.stmt, ast.excepthandler, ast.match_case)  # what an import can stand in
Sources = dict[str, bytes]  # by path: flet/app.py
Bytecode = dict[str, bytes]  # by path: flet/app.pyc
Described = ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef


def compiled(stdlib: Sources, sources: Sources, job: Mapping[str, list[str]]) -> tuple[Bytecode, Bytecode]:
    """The bytecode of what is reached of the standard library and of the sources, each by path.

    The job: `roots` are modules, `whole` beginnings of paths that are kept as they are, `cut` modules that count as not
    there.
    """
    both = {**stdlib, **sources}
    roots = {*job["roots"], *(module(path) for path in both if path.startswith(tuple(job["whole"])))}
    wanted = reached({module(path): imported(path, source) for path, source in both.items()}, roots, job["cut"])
    return tuple(  # type: ignore[return-value]
        {f"{path}c": bytecode(path, part[path]) for path in sorted(part) if module(path) in wanted}
        for part in (stdlib, sources)
    )


def unzipped(content: bytes) -> Sources:
    """The Python sources in a zip file, by path."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist() if name.endswith(".py")}


def zipped(files: Mapping[str, bytes]) -> bytes:
    """A zip file, the same for the same files."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for path in sorted(files):
            archive.writestr(zipfile.ZipInfo(path, LONG_AGO), files[path], zipfile.ZIP_DEFLATED)
    return out.getvalue()


def module(path: str) -> str:
    """The name a file is imported by.

    >>> module("flet/controls/page.py"), module("flet/__init__.py")
    ('flet.controls.page', 'flet')
    """
    return path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")


def reached(imports: Mapping[str, set[str]], roots: Iterable[str], cut: Iterable[str] = ()) -> set[str]:
    """The modules that are imported from `roots` on, wherever in a module the import stands; packages come along.

    A package in `cut` is not there, nor what is in it.

    >>> sorted(reached({"a": {"b.c"}, "b": set(), "b.c": set(), "d": {"a"}}, ["a"]))
    ['a', 'b', 'b.c']
    """
    waiting, found, absent = list(roots), set[str](), set(cut)
    while waiting:
        for name in _with_parents(waiting.pop()):
            if name in absent:
                break
            if name in imports and name not in found:
                found.add(name)
                waiting.extend(imports[name])
    return found


def imported(path: str, source: bytes) -> set[str]:
    """What a module imports, by absolute name; what stands under `if TYPE_CHECKING` or after the main guard is not.

    >>> sorted(imported("a/b.py", b"import x.y\\nfrom . import c"))
    ['a', 'a.c', 'x.y']
    """
    name = module(path)
    package = name if path.endswith("/__init__.py") else name.rpartition(".")[0]
    found: set[str] = set()
    nodes: list[ast.AST] = [ast.parse(source)]
    while nodes:
        node = nodes.pop()
        if isinstance(node, ast.If) and ast.unparse(node.test) in NEVER:
            nodes.extend(node.orelse)
            continue
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = importlib.util.resolve_name("." * node.level + (node.module or ""), package)
            found |= {base, *(f"{base}.{alias.name}" for alias in node.names)}
        nodes.extend(child for child in ast.iter_child_nodes(node) if isinstance(child, STATEMENTS))
    return found


def bytecode(path: str, source: bytes) -> bytes:
    """A module's bytecode as a `.pyc` file holds it, without descriptions; equal sources give equal bytes.

    Asserts stay: they are part of what a package does.
    """
    tree = ast.parse(source)
    for node in ast.walk(tree):
        if isinstance(node, Described):
            _undescribe(node)
    code: CodeType = compile(tree, path, "exec", dont_inherit=True, optimize=0)
    # No flags, no time, no size: there is no source to compare with.
    return importlib.util.MAGIC_NUMBER + bytes(12) + marshal.dumps(code)


def _undescribe(node: Described) -> None:
    if ast.get_docstring(node, clean=False) is None:
        return
    first = node.body[0]
    if isinstance(node, ast.ClassDef):
        node.body[0] = ast.copy_location(ast.Expr(ast.copy_location(ast.Constant(PLACEHOLDER), first)), first)
    elif len(node.body) > 1:
        del node.body[0]
    else:
        node.body[0] = ast.copy_location(ast.Pass(), first)


def _with_parents(name: str) -> list[str]:
    parts = name.split(".")
    return [".".join(parts[:length]) for length in range(1, len(parts) + 1)]
