"""It is still TinyDB: TinyDB's own tests, from its source release, run on the ledger in memory and on disk."""

from __future__ import annotations

import hashlib
import os
import re
import subprocess
import sys
import tarfile
from pathlib import Path

import pytest
import tinydb

from tests.storage.torture import say

VERSION = "4.9.0"
SHA256 = "6928b1fa785186bda7952a0ba05aaeedc883ede565ca9c7d608de44e5e75de70"
CACHE = Path("build/tinydb")
FILES = ("test_tables.py", "test_tinydb.py", "test_storages.py")
PASSED, LEFT_OUT = 139, 14  # `tinydb_conftest.py` says which, and why


def is_whole(release: Path) -> bool:
    return release.exists() and hashlib.sha256(release.read_bytes()).hexdigest() == SHA256


def source_release() -> Path:
    """TinyDB's source release, fetched by pip once and known by its hash."""
    release = CACHE / f"tinydb-{VERSION}.tar.gz"
    if not is_whole(release):
        CACHE.mkdir(parents=True, exist_ok=True)
        wanted = CACHE / "requirements.txt"
        wanted.write_text(f"tinydb=={VERSION} --hash=sha256:{SHA256}\n", "utf-8")
        pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "download", "--quiet", "--no-deps"]
        pip.append("--no-build-isolation")  # the build backend is pinned with everything else
        what = ["--no-binary", "tinydb", "--require-hashes", "--requirement", str(wanted), "--dest", str(CACHE)]
        subprocess.run([*pip, *what], check=True)
    assert is_whole(release)
    return release


@pytest.mark.slow
def test_tinydbs_own_tests_pass_on_the_ledger(tmp_path: Path) -> None:
    assert tinydb.__version__ == VERSION
    with tarfile.open(source_release()) as release:
        for name in FILES:
            member = release.extractfile(f"tinydb-{VERSION}/tests/{name}")
            assert member
            (tmp_path / name).write_bytes(member.read())
    ours = Path(__file__).with_name("tinydb_conftest.py")
    (tmp_path / "conftest.py").write_bytes(ours.read_bytes())
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "--rootdir", str(tmp_path)]
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST")}
    done = subprocess.run(
        [*command, *FILES],
        cwd=tmp_path,
        env=environment | {"PYTHONPATH": str(Path.cwd())},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-3_000:]
    summary = re.search(r"(\d+) passed, (\d+) deselected", done.stdout)
    assert summary
    assert (int(summary[1]), int(summary[2])) == (PASSED, LEFT_OUT)
    say(f"{PASSED} of TinyDB's own tests passed on the ledger, {LEFT_OUT} left out")
