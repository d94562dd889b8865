"""What stands on the device, seen past Tend: its private file system, IndexedDB, caches, the browser's own folder."""

from __future__ import annotations

import base64
import json
import re
import struct
from hashlib import sha256
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from domain.models import CheckIn
from storage import codec

ELSEWHERE = "notes.html"  # of the same origin, without Tend; any other address the service worker answers with Tend

_TO_TEXT = """const packed = (bytes) => {
    let letters = "";
    for (let at = 0; at < bytes.length; at += 8192) letters += String.fromCharCode(...bytes.subarray(at, at + 8192));
    return btoa(letters);
};"""
_FILES = f"""async () => {{
    {_TO_TEXT}
    const found = {{}};
    for await (const [name, handle] of (await navigator.storage.getDirectory()).entries())
        found[name] = packed(new Uint8Array(await (await handle.getFile()).arrayBuffer()));
    return found;
}}"""
_PIECES = f"""async () => {{
    {_TO_TEXT}
    if (!(await indexedDB.databases()).some(({{ name }}) => name === "tend")) return [];
    const told = (request) => new Promise((resolve, reject) => {{
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
    }});
    const db = await told(indexedDB.open("tend"));
    const store = db.transaction("pieces").objectStore("pieces");
    const [keys, pieces] = await Promise.all([told(store.getAllKeys()), told(store.getAll())]);
    db.close();
    return keys.map(([file], place) => [file, packed(pieces[place])]);
}}"""
_PUT = """async ([name, content]) => {
    const root = await navigator.storage.getDirectory();
    const handle = await root.getFileHandle(name, { create: true });
    let file;
    for (let tries = 50; !file; tries--) {
        try {
            file = await handle.createWritable();
        } catch (error) { // a page that was left lets go of its files a moment later
            if (!tries || error.name !== "NoModificationAllowedError") throw error;
            await new Promise((resolve) => setTimeout(resolve, 100));
        }
    }
    await file.write(Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0)));
    await file.close();
}"""
_KEPT_BESIDE = """async (word) => {
    const found = [];
    for (const [name, store] of Object.entries({ localStorage, sessionStorage }))
        if (JSON.stringify(store).includes(word)) found.push(name);
    if (`${JSON.stringify(history.state)} ${document.cookie}`.includes(word)) found.push("history or cookie");
    for (const name of await caches.keys()) {
        const cache = await caches.open(name);
        for (const request of await cache.keys())
            if ((await (await cache.match(request)).text()).includes(word)) found.push(request.url);
    }
    return found;
}"""
_SITE = """const site = await caches.open((await caches.keys()).find((name) => name.startsWith("tend:")));"""
_CHANGE_KEPT = f"""async ([path, head, was, is]) => {{
    {_SITE}
    const kept = await site.match(`/${{path}}`);
    const text = await kept.text();
    if (!text.includes(was)) throw new Error(`${{was}} is not in ${{path}}`);
    await site.put(`/${{path}}`, new Response(head + text.replace(was, is), {{ headers: kept.headers }}));
}}"""
_DROP_KEPT = f"""async (paths) => {{
    {_SITE}
    for (const path of paths) if (!await site.delete(`/${{path}}`)) throw new Error(`${{path}} is not there`);
}}"""


def files(page: Page) -> dict[str, bytes]:
    """Every file of the site's private file system, by name; read as any page of the site can, while Tend has them."""
    return {name: base64.b64decode(content) for name, content in sorted(page.evaluate(_FILES).items())}


def pieces(page: Page) -> dict[str, bytes]:
    """The files that stand in IndexedDB."""
    found: dict[str, bytes] = {}
    for name, content in page.evaluate(_PIECES):
        found[name] = found.get(name, b"") + base64.b64decode(content)
    return found


def put(page: Page, name: str, content: bytes) -> None:
    """Lay a file into the private file system; Tend must not run."""
    page.evaluate(_PUT, [name, base64.b64encode(content).decode()])


def kept_beside(page: Page, words: str) -> list[str]:
    """Where, beside the records, a page of the site could find these words: preferences, caches, history."""
    return page.evaluate(_KEPT_BESIDE, words)


def change_kept(page: Page, path: str, head: str = "", exchanged: tuple[str, str] = ("", "")) -> None:
    """Put lines at the head of a script that the service worker keeps, or other words for some: as a browser that
    differs, or lacks something, would run it."""
    page.evaluate(_CHANGE_KEPT, [path, f"{head}\n", *exchanged])


def drop_kept(page: Page, *paths: str) -> None:
    """Take single files away from what the service worker keeps."""
    page.evaluate(_DROP_KEPT, list(paths))


def on_disk(profile: Path, words: str) -> list[str]:
    """The files of a closed browser's folder in which these words stand, as UTF-8 or UTF-16."""
    forms = words.encode("utf-8"), words.encode("utf-16-le")
    found = (path for path in profile.rglob("*") if path.is_file())
    return sorted(str(path.relative_to(profile)) for path in found if any(form in path.read_bytes() for form in forms))


def slot(sequence: int, check_ins: list[CheckIn]) -> bytes:
    """A file of the earlier version, whose layout is told in `storage/legacy.py`."""
    documents = {str(number): codec.check_in_to_document(each) for number, each in enumerate(check_ins, 1)}
    payload = json.dumps({"check_ins": documents}).encode()
    head = struct.pack(">4sHHQQ", b"TEND", 1, 1, sequence, len(payload))
    return head + sha256(head + payload).digest() + payload


def as_json(words: str) -> bytes:
    """Words as they stand inside a line of the ledger."""
    return json.dumps(words)[1:-1].encode()


def words_offered(page: Page) -> str:
    """The five words that stand on the screen to be taken."""
    texts: list[Any] = page.evaluate("() => [...document.querySelectorAll('flt-semantics')].map((n) => n.textContent)")
    (words,) = {text for text in texts if re.fullmatch(r"[a-z-]+( [a-z-]+){4}", text)}
    return words
