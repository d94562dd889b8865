"""Compressed copies: made where they save something, sent to who asks for them, and never stale."""

from __future__ import annotations

import gzip
import os
import urllib.request
from pathlib import Path

import brotli
import pytest

from tests.e2e.phone import running
from web import offline, packed
from web.serve import server

WORDS = b"water the pots; " * 200


@pytest.fixture
def site(tmp_path: Path) -> Path:
    site = tmp_path / "dist"
    site.mkdir()
    (site / "_headers").write_text("/*\n  Cache-Control: no-cache\n", "utf-8")
    (site / "manifest.json").write_text('{"scope": "/"}', "utf-8")
    for name, content in {"a.js": WORDS, "small.js": b"x", "noise.js": os.urandom(2_000), "b.png": WORDS}.items():
        (site / name).write_bytes(content)
    packed.pack(site, tmp_path / "kept")
    return site


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if packed.is_copy(path))


def answer(site: Path, name: str, accepted: str, tag: str = "") -> tuple[dict[str, str], bytes]:
    with running(server(site, 0)) as served:
        request = urllib.request.Request(f"http://127.0.0.1:{served.server_port}/{name}")
        request.add_header("Accept-Encoding", accepted)
        with urllib.request.urlopen(request) as response:
            return dict(response.headers), response.read()


def test_only_what_becomes_smaller_gets_copies(site: Path) -> None:
    assert names(site) == ["a.js.br", "a.js.gz"]
    assert brotli.decompress((site / "a.js.br").read_bytes()) == WORDS
    assert gzip.decompress((site / "a.js.gz").read_bytes()) == WORDS
    assert packed.size(site / "a.js", "br") < packed.size(site / "a.js", "gzip") < len(WORDS)
    assert packed.size(site / "small.js", "br") == 1


def test_what_was_packed_before_is_not_packed_again(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = {name: (site / name).read_bytes() for name in names(site)}
    monkeypatch.setattr(packed, "WAYS", {name: (suffix, None) for name, (suffix, _) in packed.WAYS.items()})
    packed.pack(site, site.parent / "kept")
    assert {name: (site / name).read_bytes() for name in names(site)} == before


@pytest.mark.parametrize(
    ("accepted", "encoding"),
    [("gzip, deflate, br", "br"), ("gzip;q=0.5", "gzip"), ("br;q=0, gzip", "gzip"), ("identity", None), ("", None)],
)
def test_a_browser_gets_the_best_copy_it_accepts(site: Path, accepted: str, encoding: str | None) -> None:
    headers, body = answer(site, "a.js", accepted)
    assert (headers.get("Content-Encoding"), headers["Vary"]) == (encoding, "Accept-Encoding")
    assert headers["Content-Type"] == "text/javascript"
    undo = {"br": brotli.decompress, "gzip": gzip.decompress}.get(encoding or "", bytes)
    assert undo(body) == WORDS


def test_a_file_that_was_changed_after_its_copy_is_sent_itself(site: Path) -> None:
    (site / "a.js").write_bytes(b"new")
    os.utime(site / "a.js", ns=(2**61, 2**61))
    headers, body = answer(site, "a.js", "br")
    assert (headers.get("Content-Encoding"), body) == (None, b"new")


def test_the_service_worker_asks_for_no_copy_by_name_and_an_archive_is_no_copy(site: Path) -> None:
    (site / "app.tar.gz").write_bytes(b"code")
    script = offline.service_worker(site, "", "/", "")
    assert '"a.js"' in script
    assert '"app.tar.gz"' in script
    assert "a.js.br" not in script
    assert "a.js.gz" not in script
