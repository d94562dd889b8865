"""The packages that ship to the browser: read from the lock, fetched, checked, unpacked."""

from __future__ import annotations

import hashlib
import os
import zipfile
from pathlib import Path

import pytest

from web import packages
from web.errors import BuildError

LOCK = Path("requirements-web.lock")


def test_the_real_lock_names_each_package_once_with_its_hashes() -> None:
    found = packages.locked(LOCK.read_text("utf-8"))
    names = [name.split("==")[0] for name in found]
    assert {"flet", "tinydb", "msgpack"} <= set(names)
    assert len(names) == len(set(names))
    assert all("==" in name for name in found)
    assert all("--hash=sha256:" in requirement for requirement in found.values())
    assert all(requirement.startswith(name) and requirement.endswith("\n") for name, requirement in found.items())


def test_comments_blank_lines_and_continuations_of_a_lock_are_understood() -> None:
    six = "six==1.17.0 \\\n    --hash=sha256:aa \\\n    --hash=sha256:bb\n    # via repath\n"
    lock = f"# made by uv\n\n{six}repath==0.9.0 \\\n    --hash=sha256:cc\n"
    assert packages.locked(lock) == {
        "six==1.17.0": "six==1.17.0 --hash=sha256:aa --hash=sha256:bb\n",
        "repath==0.9.0": "repath==0.9.0 --hash=sha256:cc\n",
    }
    assert packages.locked("") == {}


def test_a_missing_lock_is_said_in_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(BuildError) as raised:
        packages.fetch_wheels(tmp_path / "none.lock", tmp_path / "wheels")
    assert str(raised.value).endswith("none.lock is missing; run make lock.")


def test_a_machine_without_a_network_is_told_which_package_it_lacks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PIP_INDEX_URL", "http://127.0.0.1:9/")
    monkeypatch.setenv("PIP_RETRIES", "0")
    monkeypatch.setenv("PIP_NO_CACHE_DIR", "1")
    monkeypatch.setenv("PIP_CONFIG_FILE", os.devnull)
    monkeypatch.delenv("PIP_EXTRA_INDEX_URL", raising=False)
    monkeypatch.delenv("PIP_FIND_LINKS", raising=False)
    lock = tmp_path / "web.lock"
    lock.write_text(f"six==1.17.0 \\\n    --hash=sha256:{'a' * 64}\n", "utf-8")
    with pytest.raises(BuildError) as raised:
        packages.fetch_wheels(lock, tmp_path / "wheels")
    said = str(raised.value)
    assert said.startswith("Could not get six==1.17.0: is this machine online?")
    assert "\n" not in said
    assert list((tmp_path / "wheels").iterdir()) == []


def test_wheels_that_are_there_already_are_not_fetched_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packages.subprocess, "run", None)
    lock, wheels = tmp_path / "web.lock", tmp_path / "wheels"
    wheels.mkdir()
    whole = hashlib.sha256(b"whole").hexdigest()
    lock.write_text(
        f"six==1.17.0 \\\n    --hash=sha256:{whole}\nmy-pack.age==2.0 \\\n    --hash=sha256:{whole}\n", "utf-8"
    )
    for name in ("six-1.17.0-py2.py3-none-any.whl", "my_pack_age-2.0-py3-none-any.whl", "six-1.16.0-py3-none-any.whl"):
        (wheels / name).write_bytes(b"whole")
    assert [wheel.name for wheel in packages.fetch_wheels(lock, wheels)] == [
        "my_pack_age-2.0-py3-none-any.whl",
        "six-1.17.0-py2.py3-none-any.whl",
    ]


def test_a_wheel_that_is_not_the_locked_one_does_not_ship(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PIP_INDEX_URL", "http://127.0.0.1:9/")
    monkeypatch.setenv("PIP_RETRIES", "0")
    lock, wheels = tmp_path / "web.lock", tmp_path / "wheels"
    wheels.mkdir()
    lock.write_text(f"six==1.17.0 \\\n    --hash=sha256:{hashlib.sha256(b'whole').hexdigest()}\n", "utf-8")
    (wheels / "six-1.17.0-py2.py3-none-any.whl").write_bytes(b"changed")
    with pytest.raises(BuildError, match=r"six==1\.17\.0"):
        packages.fetch_wheels(lock, wheels)


def test_unpacking_keeps_code_and_licences_and_nothing_an_installer_alone_reads(tmp_path: Path) -> None:
    wheel = tmp_path / "a-1-py3-none-any.whl"
    left_out = ("a/x.pyi", "a/py.typed", "a-1.dist-info/RECORD", "a-1.data/data/share/man/man1/a.1")
    with zipfile.ZipFile(wheel, "w") as made:
        for name in ("a/x.py", "a-1.dist-info/licenses/LICENSE", *left_out):
            made.writestr(name, "")
    packages.unpack([wheel], tmp_path / "out")
    found = sorted(p.relative_to(tmp_path / "out").as_posix() for p in (tmp_path / "out").rglob("*") if p.is_file())
    assert found == ["a-1.dist-info/licenses/LICENSE", "a/x.py"]
