"""The mutants mutmut does not make: of statements outside functions, of fields, and of functions with a decorator.

    python -m tests.mutation.outside [module …]

Made by mutmut's own operators, each written into the copy and tried in a process of its own. Prints as `run` does.
"""

from __future__ import annotations

import difflib
import os
import re
import signal
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import libcst as cst
import pytest
from mutmut.mutation.file_mutation import MutationVisitor, create_mutations

from tests.mutation.run import COPY, configured, copied, say
from tests.mutation.tests_of import TESTS

ALLOWED_SECONDS = 120
NOT_SLOW = ["-x", "-q", "-p", "no:cacheprovider", "-k", "not (examples_hold or slow or in_good_time)"]
A_TYPE = re.compile(r"\w+ = (TypeVar|Literal|dict|tuple|Mapping|Callable)\b")  # mypy's to see
_skips = MutationVisitor._skip_node_and_children


def _skips_but_not_for_a_decorator(visitor: MutationVisitor, node: cst.CSTNode) -> bool:
    return not (isinstance(node, cst.FunctionDef) and node.decorators) and _skips(visitor, node)


def mutated(path: Path) -> Iterator[str]:
    """The module's code with one change each."""
    MutationVisitor._skip_node_and_children = _skips_but_not_for_a_decorator
    text = path.read_text("utf-8")
    module, mutations, _, _ = create_mutations(str(path), text)
    for mutation in mutations:
        around = mutation.contained_by_top_level_function
        if isinstance(around, cst.FunctionDef) and not around.decorators:
            continue
        code = cst.ensure_type(module.deep_replace(mutation.original_node, mutation.mutated_node), cst.Module).code
        changed = [line for line in text.splitlines() if line not in code.splitlines()]
        if not (changed and A_TYPE.match(changed[0])):
            yield code


def outcome(tests: list[str]) -> str:
    """What becomes of the code that stands in the copy."""
    child = os.fork()
    if child == 0:
        signal.alarm(ALLOWED_SECONDS)
        nothing = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nothing, 1)
        os.dup2(nothing, 2)
        os._exit(pytest.main([*NOT_SLOW, *tests]))
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    return "survived" if code == 0 else "timed out" if code == -signal.SIGALRM else "killed"


def run(module: str) -> None:
    """Every such mutant of one module."""
    path = Path(f"storage/{module}.py")
    text = path.read_text("utf-8")
    os.environ["MUTATED"] = module
    tests = [f"tests/storage/{name}.py" for name in TESTS[module]]
    if outcome(tests) != "survived":
        sys.exit(f"{module}: its tests fail as it is")
    counts: Counter[str] = Counter()
    for code in mutated(path):
        path.write_text(code, "utf-8")
        found = outcome(tests)
        counts[found] += 1
        if found != "killed":
            diff = difflib.unified_diff(text.splitlines(), code.splitlines(), lineterm="", n=0)
            say(f"  {found}: {module}", *(f"    {line}" for line in diff if line[:3] not in ("---", "+++")))
    path.write_text(text, "utf-8")
    say(f"| {module} | {counts.total()} | {counts['killed']} | {counts['timed out']} | {counts['survived']} |")


if __name__ == "__main__":
    copied()
    configured("passphrase")  # any would do: what is left alone is the same for all
    os.chdir(COPY)
    sys.dont_write_bytecode = True  # a change within the same second and of the same length would not be seen
    sys.path.insert(0, "")
    for unloaded in [name for name in sys.modules if name.split(".")[0] in ("storage", "domain", "tests")]:
        del sys.modules[unloaded]
    for name in sys.argv[1:] or TESTS:
        run(name)
