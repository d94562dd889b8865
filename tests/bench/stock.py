"""The same app booted as Flet boots it: its own page, `python.js`, `python-worker.js` and order, on local files.

The screens and the wheels are Tend's; the standard library is the one that flet-web brings; nothing is left out or
compiled ahead, and only the face of the letters is added. Python's questions to the page, which Tend's own page
answers, get the answer of a page that knows nothing. Compressed copies lie beside the files, as in Tend's own site.
"""

from __future__ import annotations

import gzip
import io
import json
import shutil
import tarfile
from pathlib import Path

from flet_web import get_package_web_dir

from web import archive, client, packed

# What a person's browser would fetch of Flet's own folder; the rest of it is for other set-ups.
NOT_FETCHED = ("*.symbols", "*.map", "skwasm*", "wimp*", "main.dart.wasm", "main.dart.mjs", "python.exe", "*.whl")
ANSWERS = {"remembered": "{}", "left": "{}", "stands": None, "persist": False}
ASKS = "self.postMessage({ ask: kind, number: asked, value });"
TELLS = "tellPage: (kind, value = null) => self.postMessage({ tell: kind, value }),"
REGISTERS = 'self.pyodide.registerJsModule("flet_js", flet_js);'


def build(out: Path, work: Path) -> Path:
    """Build the stock site into `out`, with the packages that `make build` unpacked into `work`."""
    shutil.rmtree(out, ignore_errors=True)
    shutil.copytree(get_package_web_dir(), out, ignore=shutil.ignore_patterns(*NOT_FETCHED))
    (out / "app.tar.gz").write_bytes(_archive(work / "packages"))
    _speak_for_the_page(out)
    index = out / "index.html"
    client.point(index, "/")
    main = out / "main.dart.js"
    main.write_text(client.without_third_parties(main.read_text("utf-8")), "utf-8")  # nobody else is asked, as in ours
    _bring_the_face(out)
    (out / "_headers").write_text("/*\n  Cache-Control: no-cache\n", "utf-8")
    (out / "manifest.json").write_text(json.dumps({"scope": "/", "name": "Stock"}), "utf-8")
    packed.pack(out, work / "packed")
    return out


def _archive(packages: Path) -> bytes:
    """The app as `flet publish` packs it: sources, and everything the wheels hold."""
    ours = [*archive.sources(packages).items()]
    files = {name if archive.is_ours(name) else f"{archive.PACKAGES}/{name}": content for name, content in ours}
    files |= archive.other_files(packages)
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as tar:
        for name, content in sorted(files.items()):
            entry = tarfile.TarInfo(name)
            entry.size = len(content)
            tar.addfile(entry, io.BytesIO(content))
    return gzip.compress(out.getvalue(), 9, mtime=0)


def _bring_the_face(out: Path) -> None:
    """The face that Tend's screens ask for, which Flet's own folder does not have; without it they have no words."""
    face = next(Path("assets/fonts").glob("Atkinson*.woff2"))
    shutil.copyfile(face, out / "assets/fonts" / face.name)
    manifest = out / "assets/FontManifest.json"
    families = json.loads(manifest.read_text("utf-8"))
    families += [{"family": name, "fonts": [{"asset": f"fonts/{face.name}"}]} for name in (client.FAMILY, "Roboto")]
    manifest.write_text(json.dumps(families), "utf-8")


def _speak_for_the_page(out: Path) -> None:
    device = out / "device.js"
    shutil.copyfile("web/page/device.js", device)
    answers = json.dumps(ANSWERS)
    _replace(device, ASKS, f"waiting.delete(asked); resolve({answers}[kind] ?? null);", 1)
    _replace(device, TELLS, "tellPage: () => {},", 1)
    worker = out / "python-worker.js"
    _replace(worker, REGISTERS, f'{REGISTERS}\n        self.pyodide.registerJsModule("tend_js", device);', 1)
    worker.write_text(f'import {{ device }} from "./device.js";\n{worker.read_text("utf-8")}', "utf-8")


def _replace(path: Path, old: str, new: str, most: int) -> None:
    text = path.read_text("utf-8")
    assert 0 < text.count(old) <= most, f"{path.name} no longer says {old}"
    path.write_text(text.replace(old, new), "utf-8")
