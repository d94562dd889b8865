"""What ships names its licence, and the texts come along."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

from web import licences
from web.errors import BuildError


def wheel(folder: Path, name: str, told: str, **texts: str) -> Path:
    path = folder / f"{name}-1.0-py3-none-any.whl"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(f"{name}-1.0.dist-info/METADATA", f"Name: {name}\nVersion: 1.0\n{told}\n\nA description.")
        for file, text in texts.items():
            archive.writestr(f"{name}-1.0.dist-info/licenses/{file}", text)
    return path


def parts(*wheels: Path) -> dict[str, dict[str, str]]:
    facts = json.loads(licences.about(wheels, []))
    return {part["name"]: part for part in facts["parts"]}


@pytest.mark.parametrize(
    ("told", "licence"),
    [
        ("License-Expression: MIT", "MIT"),
        ("License: BSD-3-Clause", "BSD-3-Clause"),
        ("Classifier: License :: OSI Approved :: BSD License", "BSD License"),
    ],
)
def test_a_package_is_named_with_its_version_licence_and_text(tmp_path: Path, told: str, licence: str) -> None:
    found = parts(wheel(tmp_path, "seed", told, LICENSE="Do as you like."))
    assert found["seed"] == {"name": "seed", "version": "1.0", "licence": licence, "text": "Do as you like."}


def test_one_that_comes_without_the_apache_text_gets_that_of_another(tmp_path: Path) -> None:
    other = wheel(tmp_path, "other", "License-Expression: Apache-2.0", LICENSE="TERMS AND CONDITIONS")
    found = parts(wheel(tmp_path, "bare", "License-Expression: Apache-2.0"), other)
    assert found["bare"]["text"] == "TERMS AND CONDITIONS"


def test_one_without_any_text_does_not_ship(tmp_path: Path) -> None:
    with pytest.raises(BuildError, match="bare comes without its licence"):
        parts(wheel(tmp_path, "bare", "License-Expression: MIT"))


def test_our_own_fonts_and_content_are_among_them() -> None:
    found = parts()
    assert found["Tend"]["licence"] == "MIT"
    assert "SIL OPEN FONT LICENSE" in found["Atkinson Hyperlegible Next"]["text"]
    assert found["Help lines"]["text"].startswith("# Crisis lines")


def test_the_same_sources_have_the_same_fingerprint_and_others_another(tmp_path: Path) -> None:
    one = tmp_path / "one.py"
    one.write_text("a = 1\n")
    before = licences.fingerprint([one])
    assert (len(before), licences.fingerprint([one])) == (8, before)
    one.write_text("a = 2\n")
    assert licences.fingerprint([one]) != before
