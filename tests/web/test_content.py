"""A built-in skill, a crisis line or a page of Learn that is not sound stops the build, and is named."""

from __future__ import annotations

import io
import json
import os
import shutil
import subprocess
import sys
import tarfile
from pathlib import Path

import pytest

from web import archive, content
from web.errors import BuildError

SKILLS = Path("assets/content/skills.json")
LINES = (Path("assets/content/lines.json"), Path("assets/content/emergency.json"))
LEARN = Path("assets/content/learn.json")


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of what the check reads; its skills may be changed."""
    for folder in ("domain", "storage", "web"):
        shutil.copytree(folder, tmp_path / folder, ignore=shutil.ignore_patterns("__pycache__", "page"))
    (tmp_path / SKILLS).parent.mkdir(parents=True)
    for path in (SKILLS, *LINES, LEARN):
        shutil.copy(path, tmp_path / path)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    return tmp_path


def test_the_content_that_ships_is_sound(repository: Path) -> None:
    content.check()
    assert (repository / SKILLS).is_file()


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"author": "A"}, "cool-face: unknown field: author"),
        ({"cautions": []}, "cool-face: a caution is missing"),
        ({"id": "one-song"}, "one-song: 2 skills have this id"),
    ],
)
def test_a_skill_that_is_not_sound_stops_the_build_with_its_name(
    repository: Path, change: dict[str, object], said: str
) -> None:
    file = json.loads((repository / SKILLS).read_text("utf-8"))
    skill = next(skill for skill in file["skills"] if skill["id"] == "cool-face")
    skill.update(change)
    if change.get("id"):
        skill.pop("check_first")
    (repository / SKILLS).write_text(json.dumps(file), "utf-8")
    with pytest.raises(BuildError) as stopped:
        content.check()
    assert str(stopped.value) == f"The content is not sound: {said}"


def test_a_line_that_cannot_be_dialled_stops_the_build_with_its_name(repository: Path) -> None:
    file = json.loads((repository / LINES[0]).read_text("utf-8"))
    file["lines"][0]["digits"] = "112;ext=8"
    (repository / LINES[0]).write_text(json.dumps(file), "utf-8")
    with pytest.raises(BuildError) as stopped:
        content.check()
    assert str(stopped.value) == "The content is not sound: lines.json, row us-988: digits cannot be dialled"


def test_a_page_without_a_source_stops_the_build_with_its_name(repository: Path) -> None:
    file = json.loads((repository / LEARN).read_text("utf-8"))
    file["pages"][1]["sources"] = []
    (repository / LEARN).write_text(json.dumps(file), "utf-8")
    with pytest.raises(BuildError) as stopped:
        content.check()
    assert str(stopped.value) == "The content is not sound: energy: empty field: sources"


def test_the_whole_build_stops_before_anything_is_made(repository: Path) -> None:
    (repository / SKILLS).write_text("{}", "utf-8")
    ran = subprocess.run(
        [sys.executable, "-m", "web.build", "--out", "site", "--work", "work"],
        capture_output=True,
        text=True,
        check=False,
        env=os.environ,
    )
    assert ran.returncode == 1
    assert "The site was not built. The content is not sound: skills: " in ran.stderr
    assert not (repository / "site").exists()


def test_the_lines_numbers_and_pages_are_packed_with_the_app(tmp_path: Path) -> None:
    with tarfile.open(fileobj=io.BytesIO(archive.app_archive({}, tmp_path))) as packed:
        for path in (SKILLS, *LINES, LEARN):
            content_of = packed.extractfile(path.as_posix())
            assert content_of
            assert content_of.read() == path.read_bytes()
