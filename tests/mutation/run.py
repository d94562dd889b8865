"""Runs mutmut on modules of `storage/`, each against the tests that concern it, in a copy of the tree.

    python -m tests.mutation.run                     every module of `TESTS`
    python -m tests.mutation.run backup csv_cells    these alone

Prints per module the mutants, those killed, timed out and survived; and each that was not killed as a diff. Long tests
run a tenth of their share, and slow ones only for what the others left alive.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections import Counter
from contextlib import chdir, suppress
from pathlib import Path

from mutmut.mutation.diff_apply import get_diff_for_mutant

from tests.mutation.tests_of import TESTS

COPY, HERE = Path("build/mutants"), Path(__file__).parent
ALLOWED_SECONDS = 300
FOLDERS = ("domain", "storage", "tests", "assets/content")
KILLED = {1, 3}  # mutmut's codes for it


def copied() -> None:
    """A fresh copy of what the tests need, with shorter runs."""
    shutil.rmtree(COPY, ignore_errors=True)
    for folder in FOLDERS:
        shutil.copytree(folder, COPY / folder, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy("pyproject.toml", COPY)
    shutil.copy(HERE / "shorter.py", COPY / "conftest.py")
    numbers = re.compile(r"(?<=max_examples=)[0-9_]+|(?<= else )[0-9_]{2,}$", re.MULTILINE)
    for file in (COPY / "tests/storage").glob("test_*.py"):
        text = numbers.sub(lambda number: str(int(number[0]) // 10 + 1), file.read_text("utf-8"))
        file.write_text(text, "utf-8")


def configured(module: str) -> None:
    """Tell mutmut what to change and which tests to run."""
    tests = "\n    ".join(f"tests/storage/{name}.py" for name in TESTS[module])
    settings = (HERE / "settings.cfg").read_text("utf-8")
    (COPY / "setup.cfg").write_text(settings.format(module=module, tests=tests), "utf-8")


def run(module: str) -> None:
    """The mutants of one module, and what became of them."""
    shutil.rmtree(COPY / "mutants", ignore_errors=True)
    configured(module)
    command = [Path(sys.executable).with_name("mutmut"), "run"]
    surroundings = os.environ | {"MUTATED": module}
    done = subprocess.run(command, cwd=COPY, capture_output=True, text=True, check=False, env=surroundings)
    found = COPY / f"mutants/storage/{module}.py.meta"
    codes = json.loads(found.read_text("utf-8"))["exit_code_by_key"] if found.exists() else {}
    if not codes or None in codes.values():
        sys.exit(f"{module}: mutmut did not finish\n{done.stdout[-4000:]}{done.stderr[-4000:]}")
    told = {name: "killed" if code in KILLED else again(name, module) for name, code in codes.items()}
    counts = Counter(told.values())
    numbers = (counts[kind] for kind in ("killed", "timed out", "survived"))
    say(f"| {module} | {len(told)} | " + " | ".join(map(str, numbers)) + " |")
    with chdir(COPY):
        for name, kind in told.items():
            if kind != "killed":
                diff = get_diff_for_mutant(name, path=f"storage/{module}.py").splitlines()
                say(f"  {kind}: {name}", *(f"    {line}" for line in diff if re.match(r"[-+](?![-+])", line)))


def again(mutant: str, module: str) -> str:
    """What becomes of a mutant that was not killed, with the slow tests too."""
    tests = [f"tests/storage/{name}.py" for name in TESTS[module]]
    command = [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", "-k", "not examples_hold", *tests]
    surroundings = os.environ | {"MUTATED": module, "MUTANT_UNDER_TEST": mutant}
    with suppress(subprocess.TimeoutExpired):
        done = subprocess.run(
            command, cwd=COPY / "mutants", capture_output=True, check=False, env=surroundings, timeout=ALLOWED_SECONDS
        )
        return "killed" if done.returncode else "survived"
    return "timed out"


def say(*lines: str) -> None:
    """Speak on the terminal."""
    print(*lines, sep="\n", flush=True)  # noqa: T201


if __name__ == "__main__":
    copied()
    for name in sys.argv[1:] or TESTS:
        run(name)
