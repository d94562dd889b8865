"""Copies of the built site that a test changes, as a build of another commit or another browser would."""

from __future__ import annotations

import json
from pathlib import Path

from web import offline, picture
from web.headers import parse_headers_file

NO_SYNC_FILES = "delete FileSystemFileHandle.prototype.createSyncAccessHandle;"
NO_DATABASE = 'Object.defineProperty(self, "indexedDB", { value: undefined });'
NO_FOLDER = 'StorageManager.prototype.getDirectory = async () => { throw new DOMException("", "SecurityError"); };'
# Another tab writes to a file while this one reads it, two times: Chromium refuses to read on then.
WRITTEN_MEANWHILE = """let refusals = 2;
const whole = File.prototype.arrayBuffer;
File.prototype.arrayBuffer = function () {
    const isWritten = this.name.endsWith(".ledger") && refusals-- > 0;
    return isWritten ? Promise.reject(new DOMException("", "NotReadableError")) : whole.call(this);
};"""
# A tab that is still dying holds the turn at the first ten looks.
LINGERING_TURN = """let looks = 10;
const request = LockManager.prototype.request;
LockManager.prototype.request = function (name, options, work) {
    return looks-- > 0 ? Promise.resolve(work(null)) : request.call(this, name, options, work);
};"""


def rebuilt(dist: Path, pictured: bool = True) -> None:
    """Write what knows the other files anew after a change in a copy of the site, as a build of another commit would;
    `pictured`: what knows the files that go into a picture, too."""
    if pictured:
        (dist / picture.SCRIPT).write_text(picture.filled(dist), "utf-8")
    policy = parse_headers_file((dist / "_headers").read_text("utf-8"))["Content-Security-Policy"]
    source = Path("web/page/sw.js").read_text("utf-8")
    base = json.loads((dist / "manifest.json").read_text("utf-8"))["scope"]
    (dist / "sw.js").write_text(offline.service_worker(dist, source, base, policy), "utf-8")


def without(dist: Path, *differences: str) -> None:
    """Make Python's worker find itself in a browser that lacks something, or is otherwise different."""
    changed(dist, "worker.js", *differences)


def changed(dist: Path, script: str, *differences: str) -> None:
    """Put lines at the head of a script of the page."""
    path = dist / "page" / script
    path.write_text("\n".join([*differences, path.read_text("utf-8")]), "utf-8")
    rebuilt(dist)
