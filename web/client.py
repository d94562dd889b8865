"""Flet's packaged Flutter client, cut to what Tend needs and pointed at our own files.

Every change to the client is checked when it is made: a client that no longer looks as expected stops the build.
"""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path

from flet.controls.types import RouteUrlStrategy, WebRenderer
from flet_web import get_package_web_dir, patch_index_html

from web import fonts
from web.errors import BuildError

PYODIDE = Path(get_package_web_dir()) / "pyodide"
ENGINE = (
    "main.dart.js",
    "canvaskit/canvaskit.js",
    "canvaskit/canvaskit.wasm",
    "canvaskit/chromium/canvaskit.js",
    "canvaskit/chromium/canvaskit.wasm",
    "assets/AssetManifest.bin.json",
    "assets/NOTICES",
    "assets/shaders/ink_sparkle.frag",
    "assets/shaders/stretch_effect.frag",
    "pyodide/pyodide.mjs",
    "pyodide/pyodide.asm.mjs",
    "pyodide/pyodide.asm.wasm",
)
# Where the client would go for CanvasKit, fonts and Rive: none of it is ever needed, so none of it has an address.
THIRD_PARTIES = (
    r"https://www\.gstatic\.com/flutter-canvaskit/[0-9a-f]+/",
    r"https://fonts\.gstatic\.com/s/",
    r"https://cdn\.jsdelivr\.net/npm/@rive-app/flutter-native-wasm@[0-9.]+/",
)
NOWHERE = "data:,"
# What the client shows while it waits for Python: a wheel that turns, and words. It lies unseen behind the first page,
# and drew twenty frames that Python had to wait for.
WAITING = '[30,"Working..."]'
NOTHING_WAITING = '[0,""]'
FAMILY = "Atkinson Hyperlegible Next"


def copy_client(dist: Path, used_icons: frozenset[str]) -> None:
    """Put the trimmed client into `dist`, with the icon font cut to `used_icons` and ours as the default face.

    Raises:
        BuildError: the installed client lacks a file or no longer looks as this builder knows it.
    """
    package = Path(get_package_web_dir())
    for name in ENGINE:
        source = package / name
        if not source.is_file():
            raise BuildError(
                f"flet-web does not contain {name}; install the locked flet-web (make clean, then make build)."
            )
        (dist / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, dist / name)
    _rewrite(dist / "main.dart.js", without_third_parties)
    _rewrite(dist / "main.dart.js", fonts.point_fallbacks)
    _rewrite(dist / "main.dart.js", without_spinner)
    bootstrap = (package / "flutter_bootstrap.js").read_text("utf-8")
    (dist / "flutter_bootstrap.js").write_text(told_how_to_draw(without_service_worker(bootstrap)), "utf-8")
    _write_lock(package, dist)
    _write_fonts(package, dist, used_icons)


def point(index: Path, base: str) -> None:
    """Tell a page where the client, Python and the app lie, as Flet does, for a site served under `base`."""
    patch_index_html(
        str(index),
        base_href=base,
        pyodide=True,
        pyodide_script_path="main.py",
        app_package_url="app.tar.gz",
        web_renderer=WebRenderer.CANVAS_KIT,
        route_url_strategy=RouteUrlStrategy.HASH,
        no_cdn=True,
    )


def without_service_worker(bootstrap: str) -> str:
    """Flutter's bootstrap without its own worker, which would replace ours and reload for ever (flutter#156910).

    Raises:
        BuildError: the setting is not there.
    """
    text, count = re.subn(r"serviceWorkerSettings: \{[^}]*\},\s*", "", bootstrap)
    if count != 1:
        raise BuildError("flutter_bootstrap.js has no serviceWorkerSettings to remove; check it against this flet-web.")
    return text


def told_how_to_draw(bootstrap: str) -> str:
    """Flutter's bootstrap that takes one more setting from the page: `flet.canvasKitForceCpuOnly` (bridge.js).

    Raises:
        BuildError: the place where the client is loaded is not there.
    """
    load = "_flutter.loader.load({"
    if bootstrap.count(load) != 1:
        raise BuildError("flutter_bootstrap.js does not load the client as it did; check it against this flet-web.")
    setting = "flutterConfig.canvasKitForceCpuOnly = flet.canvasKitForceCpuOnly;"
    return bootstrap.replace(load, f"{setting}\n\n{load}")


def without_third_parties(main: str) -> str:
    """The compiled client with no address in it but ours.

    Raises:
        BuildError: an address it used to name is not there.
    """
    for address in THIRD_PARTIES:
        main, count = re.subn(f'"{address}"', f'"{NOWHERE}"', main)
        if count == 0:
            raise BuildError(f"main.dart.js no longer names {address}; check where this flet-web loads from.")
    return main


def without_spinner(main: str) -> str:
    """The compiled client that draws nothing while it waits for Python.

    Raises:
        BuildError: what it drew is not there.
    """
    if main.count(WAITING) != 1:
        raise BuildError(
            "main.dart.js no longer waits as it did; check what this flet-web draws before Python answers."
        )
    return main.replace(WAITING, NOTHING_WAITING)


def _write_lock(package: Path, dist: Path) -> None:
    """Pyodide's package list without the packages: everything Tend imports is in the app's own archive."""
    lock = json.loads((package / "pyodide/pyodide-lock.json").read_text("utf-8"))
    lock["packages"] = {}
    (dist / "pyodide/pyodide-lock.json").write_text(json.dumps(lock, sort_keys=True), "utf-8")


def _write_fonts(package: Path, dist: Path, used_icons: frozenset[str]) -> None:
    target = dist / "assets/fonts"
    target.mkdir(parents=True, exist_ok=True)
    ours = sorted(Path("assets/fonts").glob("*.woff2"))
    licences = sorted(Path("assets/fonts").glob("OFL-*.txt"))
    if not ours or not licences:
        raise BuildError("assets/fonts lacks fonts or their licences; check the repository out again.")
    for path in [*ours, *licences]:
        shutil.copyfile(path, target / path.name)
    points = fonts.icon_code_points(used_icons | fonts.FLUTTER_ICONS)
    icons = fonts.subset_icons((package / "assets/fonts/MaterialIcons-Regular.otf").read_bytes(), points.values())
    (target / "MaterialIcons-Regular.otf").write_bytes(icons)
    face = "fonts/AtkinsonHyperlegibleNext.woff2"
    manifest = [
        {"family": "MaterialIcons", "fonts": [{"asset": "fonts/MaterialIcons-Regular.otf"}]},
        {"family": FAMILY, "fonts": [{"asset": face}]},
        # The engine falls back to a family of this name, and would fetch it if it were not declared.
        {"family": "Roboto", "fonts": [{"asset": face}]},
    ]
    (dist / "assets/FontManifest.json").write_text(json.dumps(manifest), "utf-8")


def _rewrite(path: Path, change: Callable[[str], str]) -> None:
    path.write_text(change(path.read_text("utf-8")), "utf-8")
