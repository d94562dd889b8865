"""The built site: the same twice, small, complete, and at home under a sub-path."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.e2e.conftest import DIST, NewPhone
from tests.e2e.phone import Host, running
from web import packed
from web.client import THIRD_PARTIES

MEGABYTE = 10**6
NOT_SHIPPED = (
    "skwasm",
    "wimp",
    "symbols",
    ".exe",
    ".map",
    "media_kit",
    "micropip",
    "flutter_service_worker",
    ".dart.wasm",
)


def build(out: Path, *options: str, kept: tuple[str, ...] = ("wheels", "packed", "bytecode")) -> None:
    """Build in a folder of its own, as two tests may at once, with what the last build kept."""
    work = out.parent / "work"
    for folder in kept:
        shutil.copytree(Path("build") / folder, work / folder, dirs_exist_ok=True)
    options = (*options, "--work", str(work))
    subprocess.run([sys.executable, "-m", "web.build", "--out", str(out), *options], check=True, capture_output=True)


@pytest.fixture(scope="module")
def under_tend(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("site") / "dist"
    build(out, "--base", "/tend/")
    return out


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_two_builds_are_equal_byte_for_byte(tmp_path: Path) -> None:
    build(tmp_path / "again", kept=("wheels", "packed"))  # compiled anew; packing depends on the content alone
    first, second = files(DIST), files(tmp_path / "again")
    assert first.keys() == second.keys()
    assert [name for name in first if first[name] != second[name]] == []


def test_the_site_is_small_and_holds_nothing_it_does_not_need() -> None:
    names = files(DIST)
    own = {name: data for name, data in names.items() if not packed.is_copy(DIST / name)}
    without_fallbacks = sum(len(data) for name, data in own.items() if not name.startswith("assets/fonts/noto"))
    assert without_fallbacks <= 39 * MEGABYTE
    assert [name for name in names for part in NOT_SHIPPED if part in name] == []


def test_the_client_names_no_third_party_it_could_load_from() -> None:
    import re

    main = (DIST / "main.dart.js").read_text("utf-8")
    assert [address for address in THIRD_PARTIES if re.search(address, main)] == []


def test_under_a_sub_path_everything_works_offline_too(under_tend: Path, new_phone: NewPhone) -> None:
    host = Host(under_tend, "/tend/")
    manifest = json.loads((under_tend / "manifest.json").read_text("utf-8"))
    assert (manifest["id"], manifest["scope"], manifest["start_url"]) == ("/tend/", "/tend/", "/tend/")
    with running(host.served):
        phone = new_phone()
        phone.visit(host.url())
        phone.tap("Mood, OK, 3 of 5")
        phone.sees("Saved")
        phone.wait_for_offline()
        phone.restart()
        phone.context.set_offline(True)
        phone.visit(host.url("#/history"))
        phone.button("OK", exact=False).wait_for(state="attached")


def test_chromium_finds_the_app_installable(new_phone: NewPhone, under_tend: Path) -> None:
    host = Host(under_tend, "/tend/")
    with running(host.served):
        phone = new_phone()
        phone.visit(host.url())
        phone.wait_for_offline()
        session = phone.context.new_cdp_session(phone.page)
        found = session.send("Page.getInstallabilityErrors")["installabilityErrors"]
        # A browser window without a screen counts as a private one in some versions: everything else must be right.
        assert [error for error in found if error["errorId"] != "in-incognito"] == []
        manifest = session.send("Page.getAppManifest")
        assert manifest["errors"] == []
        facts = json.loads(manifest["data"])
        assert [shortcut["name"] for shortcut in facts["shortcuts"]] == ["Check in", "Help now"]
        for shortcut in facts["shortcuts"]:
            phone.visit(f"{host.url()}{shortcut['url'].removeprefix('/tend/')}")
        phone.sees("You do not have to do this alone.")
