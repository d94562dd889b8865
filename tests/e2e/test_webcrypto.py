"""The browser's encryption and the desktop's are one: each opens what the other sealed. In a real Pyodide worker."""

from __future__ import annotations

import asyncio
import base64
import json
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeVar

from storage import backup
from storage.cipher import Kdf
from storage.openssl import OpenSsl
from tests.e2e.phone import BOOT_MS, Host, Phone

Value = TypeVar("Value")

RUN = """([files, code]) => new Promise((resolve, reject) => {
    const source = `
        const run = async ({ base, files, code }) => {
            const { loadPyodide } = await import(base + "pyodide/pyodide.mjs");
            const pyodide = await loadPyodide({ fullStdLib: false });
            for (const [name, text] of Object.entries(files)) {
                pyodide.FS.mkdirTree("/home/pyodide/" + name.split("/").slice(0, -1).join("/"));
                pyodide.FS.writeFile("/home/pyodide/" + name, text);
            }
            return pyodide.runPythonAsync(code);
        };
        self.onmessage = ({ data }) => run(data).then((found) => postMessage({ found }),
                                                      (error) => postMessage({ error: String(error) }));`;
    const worker = new Worker(URL.createObjectURL(new Blob([source], { type: "text/javascript" })), { type: "module" });
    worker.onmessage = ({ data }) => { worker.terminate(); data.error ? reject(data.error) : resolve(data.found); };
    worker.onerror = (event) => reject(event.message);
    worker.postMessage({ base: location.origin + "/", files, code });
})"""
IN_THE_BROWSER = """
import base64, json, sys, time
from domain.errors import WrongPassphrase
from storage import backup
from storage.cipher import Kdf, this_device

given = {name: base64.b64decode(text) for name, text in json.loads(GIVEN).items()}
crypto = this_device()
key, derived = await crypto.key(given["raw"]), await crypto.derive("  CAFE\u0301 tulip", Kdf(given["salt"], 600_000))

async def opens(key, sealed, header):
    try:
        return await key.open(sealed, header)
    except WrongPassphrase as exc:
        return b"refused: " + str(exc).encode()

theirs = given["by key"]
out = {
    "by key": await key.seal(b"from the browser", b"header"),
    "by passphrase": await derived.seal(bytes(range(256)) * 16_384, b""),
    "of key": await opens(key, theirs, b"header"),
    "of passphrase": await opens(derived, given["by passphrase"], b""),
    "another header": await opens(key, theirs, b"headers"),
    "another byte": await opens(key, theirs[:-1] + bytes([theirs[-1] ^ 1]), b"header"),
    "another key": await opens(derived, theirs, b"header"),
    "too short": await opens(key, theirs[:27], b"header"),
    "nothing": await opens(key, await key.seal(b"", b""), b""),
    "random": crypto.random(32) + crypto.random(32),
}
found = backup.look(given["backup"])
out["made at"] = (await backup.unsealed(found, "words to open it", crypto)).made_at.isoformat().encode()
plain = backup.to_plain({"check_ins": {}}, (await backup.unsealed(found, "words to open it", crypto)).made_at)
out["backup"] = await backup.encrypted(plain, "words to open it", crypto)
await backup.trial(out["backup"], "words to open it", {"check_ins": {}}, crypto)

async def lines(n):
    for _ in range(n):
        assert await key.open(await key.seal(b"one line of the ledger" * 10, b"7"), b"7")

await lines(50)
before = sys.getallocatedblocks()
await lines(500)
out["left behind"] = str(sys.getallocatedblocks() - before).encode()
json.dumps({name: base64.b64encode(value).decode() for name, value in out.items()})
"""


def awaited(work: Coroutine[Any, Any, Value]) -> Value:
    """In a thread of its own: Playwright's loop runs in this one."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, work).result()


def sources() -> dict[str, str]:
    return {
        path.as_posix(): path.read_text("utf-8")
        for folder in ("domain", "storage")
        for path in Path(folder).glob("*.py")
    }


def test_the_browser_and_the_desktop_open_what_the_other_sealed(host: Host, phone: Phone) -> None:
    desktop, raw, salt = OpenSsl(), bytes(range(32)), bytes(range(16))
    made_at = datetime(2026, 11, 20, tzinfo=UTC)
    key, derived = awaited(desktop.key(raw)), awaited(desktop.derive("caf\u00e9 tulip", Kdf(salt, 600_000)))
    given = {
        "raw": raw,
        "salt": salt,
        "by key": awaited(key.seal(b"from the desktop", b"header")),
        "by passphrase": awaited(derived.seal(b"\0" * 4_000_000, b"")),
        "backup": awaited(backup.encrypted(backup.to_plain({}, made_at), "Words to open it", desktop)),
    }
    as_text = json.dumps({name: base64.b64encode(value).decode() for name, value in given.items()})
    phone.page.goto(host.url("icons/favicon.svg"))  # the same origin and policy, without Tend running
    phone.page.set_default_timeout(BOOT_MS)
    answer = json.loads(phone.page.evaluate(RUN, [sources(), f"GIVEN = {as_text!r}\n{IN_THE_BROWSER}"]))
    found = {name: base64.b64decode(text) for name, text in answer.items()}

    assert found["of key"] == b"from the desktop"
    assert found["of passphrase"] == b"\0" * 4_000_000
    assert awaited(key.open(found["by key"], b"header")) == b"from the browser"
    assert awaited(derived.open(found["by passphrase"], b"")) == bytes(range(256)) * 16_384
    for changed in ("another header", "another byte", "another key"):
        assert found[changed] == b"refused: the tag does not fit"
    assert found["too short"] == b"refused: too short to have been sealed"
    assert found["nothing"] == b""
    assert len(found["random"]) == 64
    assert found["random"][:32] != found["random"][32:]
    assert found["made at"] == b"2026-11-20T00:00:00+00:00"
    awaited(backup.trial(found["backup"], "words to open it", {"check_ins": {}}, desktop))
    assert int(found["left behind"]) < 250, "less than one object for two lines: no proxy stays"
