"""Runs mutmut on modules of `storage/`, each against the tests that concern it, in a copy of the tree.

    python -m tests.mutation.run                     every module of `TESTS`
    python -m tests.mutation.run backup csv_cells    these alone

Prints per module the mutants, those killed, timed out, reached by no test, and survived; and each that was not
killed as a diff. Long tests run a tenth of their share here, so a survivor deserves a second look with the whole of it.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections import Counter
from contextlib import chdir
from pathlib import Path

from mutmut.mutation.diff_apply import get_diff_for_mutant

from tests.mutation.tests_of import TESTS

COPY, HERE = Path("build/mutants"), Path(__file__).parent
FOLDERS = ("domain", "storage", "tests", "assets/content")
KINDS = {
    1: "killed",
    3: "killed",
    5: "no test",
    33: "no test",
    0: "survived",
}  # mutmut's codes; the rest ran out of time


def copied() -> None:
    """A fresh copy of what the tests need, with shorter runs."""
    shutil.rmtree(COPY, ignore_errors=True)
    for folder in FOLDERS:
        shutil.copytree(folder, COPY / folder, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy("pyproject.toml", COPY)
    shutil.copy(HERE / "shorter.py", COPY / "conftest.py")
    numbers = re.compile(r"(?<=max_examples=)[0-9_]+|(?<= else )[0-9_]+$", re.MULTILINE)
    for file in (COPY / "tests/storage").glob("*.py"):
        text = numbers.sub(lambda number: str(int(number[0]) // 10 + 1), file.read_text("utf-8"))
        file.write_text(text, "utf-8")


def run(module: str) -> None:
    """The mutants of one module, and what became of them."""
    shutil.rmtree(COPY / "mutants", ignore_errors=True)
    tests = "\n    ".join(f"tests/storage/{name}.py" for name in TESTS[module])
    settings = (HERE / "settings.cfg").read_text("utf-8")
    (COPY / "setup.cfg").write_text(settings.format(module=module, tests=tests), "utf-8")
    command = [Path(sys.executable).with_name("mutmut"), "run"]
    surroundings = os.environ | {"MUTATED": module}
    done = subprocess.run(command, cwd=COPY, capture_output=True, text=True, check=False, env=surroundings)
    found = COPY / f"mutants/storage/{module}.py.meta"
    codes = json.loads(found.read_text("utf-8"))["exit_code_by_key"] if found.exists() else {}
    if not codes or None in codes.values():
        sys.exit(f"{module}: mutmut did not finish\n{done.stdout[-4000:]}{done.stderr[-4000:]}")
    told = {name: KINDS.get(code, "timed out") for name, code in codes.items()}
    counts = Counter(told.values())
    numbers = (counts[kind] for kind in ("killed", "timed out", "no test", "survived"))
    say(f"| {module} | {len(told)} | " + " | ".join(map(str, numbers)) + " |")
    with chdir(COPY):
        for name, kind in told.items():
            if kind != "killed":
                diff = get_diff_for_mutant(name, path=f"storage/{module}.py").splitlines()
                say(f"  {kind}: {name}", *(f"    {line}" for line in diff if re.match(r"[-+](?![-+])", line)))


def say(*lines: str) -> None:
    """Speak on the terminal."""
    print(*lines, sep="\n", flush=True)  # noqa: T201


if __name__ == "__main__":
    copied()
    for name in sys.argv[1:] or TESTS:
        run(name)
