"""`python -m web.build`: makes `dist/`, the whole site as static files, from this repository and the locked packages.

Two builds of one commit are equal byte for byte. Nothing is fetched but the wheels of `requirements-web.lock`.
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
from pathlib import Path

from web import (
    archive,
    bytecode,
    client,
    content,
    first_page,
    fonts,
    headers,
    licences,
    offline,
    packages,
    packed,
    picture,
    words,
)
from web.errors import BuildError

PAGE = Path("web/page")
ICONS = Path("assets/icons")
SCREENSHOTS = Path("assets/screenshots")
LOCK = Path("requirements-web.lock")
# What starts Tend and serves it, in this order and as one file: each file more would have to be waited for.
STARTERS = (
    *("first_kept.js", "camera.js", "bridge.js", "files.js", "photos.js", "print.js", "install.js", "reminders.js"),
    "updates.js",
)
START = "page/start.js"
WORKERS = ("device.js", "photographer.js", "worker.js")
DECRYPTOR = "decrypt.html"
NEUTRAL, NEUTRAL_AS = "neutral.html", "notes.html"  # what it is called in the address
NAME = "Tend"
NEUTRAL_NAME, NEUTRAL_DESCRIPTION = "Notes", "A page for notes."


def build(dist: Path, base: str, work: Path) -> None:
    """Build the site for the address path `base` (`/` or `/tend/`) into `dist`, which is replaced.

    Raises:
        BuildError: an input is missing, or the content is not sound.
    """
    content.check()
    fresh = work / "dist"
    shutil.rmtree(fresh, ignore_errors=True)
    fresh.mkdir(parents=True)
    sources = [Path("main.py"), *Path("views").rglob("*.py")]
    client.copy_client(fresh, fonts.used_icon_names(sources))
    unpacked = work / "packages"
    shutil.rmtree(unpacked, ignore_errors=True)
    wheels = packages.fetch_wheels(LOCK, work / "wheels")
    packages.unpack(wheels, unpacked)
    stdlib, code = bytecode.compiled(archive.sources(unpacked), client.PYODIDE, work)
    (fresh / "pyodide/python_stdlib.zip").write_bytes(stdlib)
    told = {licences.ABOUT: licences.about(wheels, archive.our_modules())}
    (fresh / "app.tar.gz").write_bytes(archive.app_archive(code, unpacked, told))
    _copy_folder(ICONS, fresh / "icons", ("*.png", "favicon.svg", "notes-favicon.svg"))
    _copy_folder(SCREENSHOTS, fresh / "screenshots", ("*.png",))
    _copy_folder(PAGE, fresh / "page", WORKERS)
    (fresh / START).write_text("".join((PAGE / name).read_text("utf-8") for name in STARTERS), "utf-8")
    (fresh / picture.SCRIPT).write_text(picture.filled(fresh), "utf-8")
    (fresh / "page" / first_page.TABLE).write_text(first_page.table(), "utf-8")
    (fresh / "manifest.json").write_text(manifest(base), "utf-8")
    (fresh / "manifest-neutral.json").write_text(neutral_manifest(base), "utf-8")
    (fresh / NEUTRAL_AS).write_text(words.said((PAGE / NEUTRAL).read_text("utf-8")), "utf-8")
    shutil.copyfile(PAGE / DECRYPTOR, fresh / DECRYPTOR)
    policy = _write_index(fresh, base)
    (fresh / "_headers").write_text(headers.headers_file(policy), "utf-8")
    (fresh / ".nojekyll").touch()
    worker = (PAGE / "sw.js").read_text("utf-8")
    (fresh / "sw.js").write_text(offline.service_worker(fresh, worker, base, policy), "utf-8")
    packed.pack(fresh, work / "packed")
    shutil.rmtree(dist, ignore_errors=True)
    fresh.rename(dist)


def manifest(base: str) -> str:
    """The web app's manifest, whose identity is the address path it is served under."""

    def shortcut(name: str, route: str, picture: str) -> dict[str, object]:
        return {"name": name, "url": f"{base}#{route}", "icons": [_icon(picture, 96)]}

    def screenshot(name: str, label: str) -> dict[str, str]:
        picture = {"src": f"screenshots/{name}.png", "sizes": "780x1688", "type": "image/png"}
        return {**picture, "form_factor": "narrow", "label": label}

    facts = {
        **_installable(base, NAME, first_page.DESCRIPTION, "#F7F5EE", ""),
        "categories": ["health", "lifestyle"],
        "shortcuts": [
            shortcut("Check in", "/check-in", "shortcut-check-in"),
            shortcut("Help now", "/help", "shortcut-help"),
        ],
        "screenshots": [
            screenshot("today", "Today: one tap for mood, one for energy"),
            screenshot("history", "History: your check-ins, day by day"),
        ],
    }
    return json.dumps(facts, indent=2) + "\n"


def neutral_manifest(base: str) -> str:
    """The same app under a name, an icon and colours that tell nothing: no shortcuts and no pictures of it either."""
    return json.dumps(_installable(base, NEUTRAL_NAME, NEUTRAL_DESCRIPTION, "#FFFFFF", "notes-"), indent=2) + "\n"


def _installable(base: str, name: str, description: str, colour: str, icons: str) -> dict[str, object]:
    return {
        "id": base,
        "scope": base,
        "start_url": base,
        "name": name,
        "short_name": name,
        "description": description,
        "lang": "en-GB",
        "dir": "ltr",
        "display": "standalone",
        "orientation": "natural",
        "background_color": colour,
        "theme_color": colour,
        "prefer_related_applications": False,
        "icons": [
            _icon(f"{icons}{kind}-{size}", size, purpose=purpose)
            for kind, purpose in (("icon", "any"), ("maskable", "maskable"))
            for size in (192, 512)
        ],
    }


def _icon(name: str, size: int, **more: str) -> dict[str, str]:
    return {"src": f"icons/{name}.png", "sizes": f"{size}x{size}", "type": "image/png", **more}


def _write_index(dist: Path, base: str) -> str:
    index = dist / "index.html"
    index.write_text(first_page.drawn(), "utf-8")
    client.point(index, base)
    patched = index.read_text("utf-8")
    # One policy serves every page of a host, so that it names the decryptor's script too.
    policy = headers.content_security_policy(patched + (PAGE / DECRYPTOR).read_text("utf-8"))
    index.write_text(patched.replace("{{meta_csp}}", headers.for_meta(policy)), "utf-8")
    return policy


def _copy_folder(source: Path, target: Path, patterns: tuple[str, ...]) -> None:
    target.mkdir(parents=True, exist_ok=True)
    for pattern in patterns:
        found = sorted(source.glob(pattern))
        if not found:
            raise BuildError(f"{source}/{pattern} is missing; check the repository out again.")
        for path in found:
            shutil.copyfile(path, target / path.name)


def report(dist: Path) -> str:
    """What the folder weighs and what a first visit transfers: as it is, gzipped, and in Brotli; MB of 10^6 bytes."""
    files = [path for path in dist.rglob("*") if path.is_file() and not packed.is_copy(path)]
    sets = {
        "dist, without fallback fonts": [path for path in files if not path.name.startswith("noto")],
        "first visit, Chromium": [dist / name for name in offline.first_visit(dist)],
        "first visit, other browsers": [dist / name for name in offline.first_visit(dist, "full")],
    }
    lines = []
    for label, paths in sets.items():
        sizes = (sum(path.stat().st_size for path in paths), *(_travels(paths, way) for way in ("gzip", "br")))
        raw, gzipped, brotlied = (size / 1e6 for size in sizes)
        lines.append(
            f"{label:30} {len(paths):4} files  {raw:6.2f} MB  {gzipped:6.2f} MB gzipped  {brotlied:6.2f} MB in Brotli"
        )
    return "\n".join(lines)


def _travels(paths: list[Path], way: str) -> int:
    return sum(packed.size(path, way) for path in paths)


def main() -> int:
    """Read the command line, build, and say what it weighs."""
    parser = argparse.ArgumentParser(description="Build the static site.")
    parser.add_argument("--out", type=Path, default=Path("dist"))
    parser.add_argument("--base", default="/", help="address path the site is served under, such as /tend/")
    parser.add_argument("--work", type=Path, default=Path("build"), help="folder for downloads, kept between builds")
    options = parser.parse_args()
    base = f"/{options.base.strip('/')}/".replace("//", "/")
    try:
        build(options.out, base, options.work)
    except BuildError as error:
        print(f"The site was not built. {error}", file=sys.stderr)
        return 1
    print(report(options.out))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
