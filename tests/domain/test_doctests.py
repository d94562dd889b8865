"""The examples in the docstrings say what is so."""

from __future__ import annotations

import doctest
import importlib
from pathlib import Path

import pytest

MODULES = [
    ".".join(path.with_suffix("").parts)
    for folder in ("domain", "storage", "views", "web")
    for path in sorted(Path(folder).rglob("*.py"))
    if ">>> " in path.read_text("utf-8")
]


def test_there_are_examples_to_try() -> None:
    assert {"domain.models", "web.headers", "web.packages"} <= set(MODULES)


@pytest.mark.parametrize("name", MODULES)
def test_the_examples_in_a_module_hold(name: str) -> None:
    result = doctest.testmod(importlib.import_module(name))
    assert result.attempted > 0
    assert result.failed == 0
