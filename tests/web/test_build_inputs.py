"""What the build takes in and gives out, part by part; the whole site is tested in the browser."""

from __future__ import annotations

import base64
import gzip
import hashlib
import http.client
import io
import json
import re
import subprocess
import sys
import tarfile
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from flet_web import get_package_web_dir

from web import archive, client, headers, offline
from web.errors import BuildError
from web.serve import server

PAGE = "<html><script>one()</script><script src='a.js'></script><script>two()\n</script></html>"


def test_the_policy_names_ourselves_and_the_hash_of_each_inline_script() -> None:
    policy = headers.content_security_policy(PAGE)
    rules = dict(rule.split(" ", 1) for rule in policy.split("; "))
    assert rules["default-src"] == "'self'"
    assert rules["connect-src"] == "'self' blob: data:"
    assert rules["frame-ancestors"] == rules["object-src"] == "'none'"
    assert rules["script-src"].count("'sha256-") == 2
    assert "unsafe-inline" not in rules["script-src"]
    assert "'unsafe-eval'" not in policy
    assert "http" not in policy
    changed = headers.content_security_policy(PAGE.replace("one()", "one();"))
    assert changed != policy


def test_the_page_that_opens_backups_allows_the_script_it_has() -> None:
    page = Path("web/page/decrypt.html").read_text("utf-8")
    (script,) = re.findall(r"<script>(.*?)</script>", page, re.DOTALL)
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    assert f"script-src 'sha256-{digest}'" in page


def test_a_page_may_not_speak_of_framing_for_itself() -> None:
    policy = headers.content_security_policy(PAGE)
    assert headers.for_meta(policy) == policy.removesuffix("; frame-ancestors 'none'")


def test_what_is_written_for_hosts_is_read_back_the_same() -> None:
    policy = headers.content_security_policy(PAGE)
    read = headers.parse_headers_file(headers.headers_file(policy))
    assert read["Content-Security-Policy"] == policy
    assert read["X-Content-Type-Options"] == "nosniff"
    assert read["Referrer-Policy"] == "no-referrer"
    assert read["Cache-Control"] == "no-cache"


def test_flutters_own_worker_is_taken_out_of_its_bootstrap() -> None:
    bootstrap = (Path(get_package_web_dir()) / "flutter_bootstrap.js").read_text("utf-8")
    changed = client.without_service_worker(bootstrap)
    assert bootstrap.count("serviceWorkerSettings: {") == 1
    assert "serviceWorkerSettings: {" not in changed
    assert "_flutter.loader.load({" in changed
    assert len(bootstrap) - len(changed) < 200


@pytest.mark.parametrize("bootstrap", ["", "load({})", "serviceWorkerSettings: {a: 1}, serviceWorkerSettings: {b: 2},"])
def test_a_bootstrap_that_looks_otherwise_stops_the_build(bootstrap: str) -> None:
    with pytest.raises(BuildError, match="serviceWorkerSettings"):
        client.without_service_worker(bootstrap)


def test_the_page_says_whether_flutter_draws_on_the_processor() -> None:
    bootstrap = (Path(get_package_web_dir()) / "flutter_bootstrap.js").read_text("utf-8")
    setting, load = "flutterConfig.canvasKitForceCpuOnly = flet.canvasKitForceCpuOnly;", "_flutter.loader.load({"
    changed = client.told_how_to_draw(bootstrap)
    assert 0 < changed.index("var flutterConfig = {") < changed.index(setting) < changed.index(load)
    assert changed.replace(f"{setting}\n\n", "") == bootstrap
    with pytest.raises(BuildError, match="does not load the client"):
        client.told_how_to_draw("load({})")


def test_nothing_turns_unseen_while_flutter_waits_for_python() -> None:
    main = (Path(get_package_web_dir()) / "main.dart.js").read_text("utf-8")
    names, options = re.search(r"(\w+)=\{spinner_size:0,startup_message:1\}", main), r"\w+=new A\.\w+\(B\.%s,(\[.*?\]),"
    assert names
    before, after = (re.search(options % names[1], text) for text in (main, client.without_spinner(main)))
    assert before
    assert json.loads(before[1])[0] > 0, "a wheel of that size"
    assert after
    assert json.loads(after[1]) == [0, ""]
    with pytest.raises(BuildError, match="no longer waits"):
        client.without_spinner("")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A small site as the build makes it."""
    root = tmp_path / "site"
    contents = {
        "index.html": "<p>Tend</p>",
        "main.dart.js": "js",
        "app.wasm": "\0asm",
        "pyodide/pyodide.mjs": "mjs",
        "canvaskit/chromium/canvaskit.wasm": "c",
        "canvaskit/canvaskit.wasm": "f",
        "assets/fonts/notosans.woff2": "n",
        "assets/NOTICES": "texts",
        "assets/fonts/Own.woff2": "o",
        "screenshots/today.png": "png",
        "manifest.json": json.dumps({"scope": "/tend/"}),
        "_headers": headers.headers_file(headers.content_security_policy("")),
        ".nojekyll": "",
    }
    for name, text in contents.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, "utf-8")
    (tmp_path / "secret.txt").write_text("secret", "utf-8")
    return root


def facts(script: str) -> dict[str, object]:
    return json.loads(script.split("\n", 1)[0].removeprefix("const BUILD = ").removesuffix(";"))


def test_the_worker_lists_each_file_once_and_keeps_what_can_wait_apart(site: Path) -> None:
    listed = facts(offline.service_worker(site, "// worker", "/tend/", "policy"))
    assert set(listed["files"]) == {
        "index.html",
        "main.dart.js",
        "app.wasm",
        "pyodide/pyodide.mjs",
        "canvaskit/chromium/canvaskit.wasm",
        "canvaskit/canvaskit.wasm",
        "assets/fonts/Own.woff2",
        "manifest.json",
    }
    assert set(listed["later"]) == {"assets/NOTICES", "assets/fonts/notosans.woff2"}
    assert listed["files"]["canvaskit/chromium/canvaskit.wasm"]["only"] == "chromium"
    assert listed["files"]["canvaskit/canvaskit.wasm"]["only"] == "full"
    assert (listed["scope"], listed["csp"]) == ("/tend/", "policy")


def test_equal_files_give_an_equal_worker_and_one_byte_another_version(site: Path) -> None:
    first = offline.service_worker(site, "// worker", "/", "policy")
    assert offline.service_worker(site, "// worker", "/", "policy") == first
    versions = {facts(first)["version"], facts(offline.service_worker(site, "// changed", "/", "policy"))["version"]}
    (site / "app.wasm").write_text("\0asn", "utf-8")
    versions.add(facts(offline.service_worker(site, "// worker", "/", "policy"))["version"])
    (site / "assets/fonts/notosans.woff2").write_text("m", "utf-8")
    versions.add(facts(offline.service_worker(site, "// worker", "/", "policy"))["version"])
    assert len(versions) == 4


def test_a_first_visit_fetches_one_canvaskit_and_no_fallback_font(site: Path) -> None:
    (site / "sw.js").write_text(offline.service_worker(site, "", "/", ""), "utf-8")
    for canvaskit, other in (("chromium", "canvaskit/canvaskit.wasm"), ("full", "canvaskit/chromium/canvaskit.wasm")):
        fetched = offline.first_visit(site, canvaskit)
        assert other not in fetched
        assert "sw.js" in fetched
        assert not [name for name in fetched if "noto" in name]


def code(packages: Path) -> dict[str, bytes]:
    """Something in the place of bytecode, for every source that ships."""
    return {f"{path}c": source[::-1] for path, source in archive.sources(packages).items()}


def test_the_archive_is_the_same_for_the_same_files_and_holds_what_runs(tmp_path: Path) -> None:
    (tmp_path / "six.py").write_text("x = 1", "utf-8")
    (tmp_path / "LICENSE").write_text("free", "utf-8")
    first = archive.app_archive(code(tmp_path), tmp_path)
    (tmp_path / "six.py").touch()
    assert archive.app_archive(code(tmp_path), tmp_path) == first
    assert first[4:8] == bytes(4)  # the moment of packing
    with tarfile.open(fileobj=io.BytesIO(gzip.decompress(first))) as tar:
        members = tar.getmembers()
        main = tar.extractfile("main.pyc").read()
    names = [member.name for member in members]
    assert names == sorted(set(names))
    assert {(member.mtime, member.uid, member.uname) for member in members} == {(0, 0, "")}
    assert main == Path("main.py").read_bytes()[::-1]
    assert {"domain/models.pyc", "storage/opfs.pyc", "views/app.pyc", "__pypackages__/six.pyc"} <= set(names)
    assert {"assets/faces/mood-1.svg", "assets/locale/en/LC_MESSAGES/tend.mo", "__pypackages__/LICENSE"} <= set(names)
    assert not [name for name in names if name.startswith(("tests/", "web/")) or "__pycache__" in name]
    assert "storage/disk.pyc" not in names
    assert [name for name in names if name.endswith(".py")] == []


def test_a_changed_file_changes_the_archive(tmp_path: Path) -> None:
    (tmp_path / "six.py").write_text("x = 1", "utf-8")
    first = archive.app_archive(code(tmp_path), tmp_path)
    (tmp_path / "six.py").write_text("x = 2", "utf-8")
    assert archive.app_archive(code(tmp_path), tmp_path) != first


@pytest.fixture
def asked(site: Path) -> Iterator[http.client.HTTPConnection]:
    served = server(site, 0)
    thread = threading.Thread(target=served.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    connection = http.client.HTTPConnection("127.0.0.1", served.server_port, timeout=5)
    yield connection
    connection.close()
    served.shutdown()
    served.server_close()
    thread.join()


def ask(connection: http.client.HTTPConnection, path: str, method: str = "GET", **more: str) -> tuple[int, dict, bytes]:
    connection.request(method, path, headers=more)
    answer = connection.getresponse()
    return answer.status, dict(answer.getheaders()), answer.read()


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/tend/", "text/html; charset=utf-8"),
        ("/tend/index.html?a=1", "text/html; charset=utf-8"),
        ("/tend/app.wasm", "application/wasm"),
        ("/tend/pyodide/pyodide.mjs", "text/javascript"),
        ("/tend/main.dart.js", "text/javascript"),
        ("/tend/manifest.json", "application/json"),
        ("/tend/assets/fonts/Own.woff2", "font/woff2"),
        ("/tend/screenshots/today.png", "image/png"),
    ],
)
def test_a_file_is_sent_with_its_type_and_the_headers_of_the_site(
    asked: http.client.HTTPConnection, path: str, kind: str
) -> None:
    status, sent, body = ask(asked, path)
    assert (status, sent["Content-Type"]) == (200, kind)
    assert len(body) == int(sent["Content-Length"]) > 0
    assert sent["Content-Security-Policy"].startswith("default-src 'self';")
    assert sent["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize(
    "path",
    [
        *("/", "/index.html", "/tend", "/other/", "/tend/none.js", "/tend/assets", "/tend/assets/"),
        *("/tend/../secret.txt", "/tend/../../secret.txt", "/tend/%2e%2e/secret.txt", "/tend/..%2fsecret.txt"),
        *("/tend//etc/passwd", "/tend/%2fetc/passwd", "/tend/..\\secret.txt"),
    ],
)
def test_nothing_outside_the_site_is_sent(asked: http.client.HTTPConnection, path: str) -> None:
    status, sent, body = ask(asked, path)
    assert (status, body) == (404, b"Not here.")
    assert "Content-Security-Policy" in sent


def test_a_file_that_did_not_change_is_not_sent_again(asked: http.client.HTTPConnection, site: Path) -> None:
    _, first, _ = ask(asked, "/tend/app.wasm")
    status, again, body = ask(asked, "/tend/app.wasm", **{"If-None-Match": first["ETag"]})
    assert (status, body, again["ETag"]) == (304, b"", first["ETag"])
    (site / "app.wasm").write_text("longer than before", "utf-8")
    status, changed, _ = ask(asked, "/tend/app.wasm", **{"If-None-Match": first["ETag"]})
    assert status == 200
    assert changed["ETag"] != first["ETag"]


def test_asking_for_the_head_sends_no_body(asked: http.client.HTTPConnection) -> None:
    status, sent, body = ask(asked, "/tend/main.dart.js", "HEAD")
    assert (status, sent["Content-Length"], body) == (200, "2", b"")


def test_a_taken_port_is_said_in_one_sentence(site: Path) -> None:
    with server(site, 0) as first:
        command = [sys.executable, "-m", "web.serve", "--root", str(site), "--port", str(first.server_port)]
        result = subprocess.run(command, capture_output=True, text=True, check=False, timeout=30)
    assert result.returncode == 1
    assert result.stderr.startswith(f"Port {first.server_port} is taken")
    assert result.stderr.count("\n") == 1


def test_a_folder_without_a_site_is_said_in_one_sentence(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "web.serve", "--root", str(tmp_path)]
    result = subprocess.run(command, capture_output=True, text=True, check=False, timeout=30)
    assert result.returncode == 1
    assert result.stderr.endswith("holds no site; run make build first.\n")
