"""Every test that asks for `place` runs on every kind of storage that CPython has."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.storage.places import DiskPlace, MemoryPlace, Place


@pytest.fixture(params=["memory", "disk"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Place]:
    if request.param == "memory":
        yield MemoryPlace()
        return
    place = DiskPlace(tmp_path)
    yield place
    place.close()
