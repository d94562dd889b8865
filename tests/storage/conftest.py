"""Every test that asks for `place` runs on every kind of storage that CPython has."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.storage.places import DiskTestPlace, FilledPlace, MemoryTestPlace


@pytest.fixture(params=["memory", "disk"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[FilledPlace]:
    if request.param == "memory":
        yield MemoryTestPlace()
        return
    place = DiskTestPlace(tmp_path)
    yield place
    place.close()
