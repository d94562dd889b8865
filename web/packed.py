"""Compressed copies beside the files of the site, `.br` and `.gz`, for hosts that send such copies when they find them.

A copy that saves little is not made. Brotli at its best is slow, so that what was made is kept by content.
"""

from __future__ import annotations

import gzip
import hashlib
import os
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import brotli

# What is not compressed already. An archive or a font of the web is.
PLAIN = "NOTICES"  # text without an ending
KINDS = (".css", ".frag", ".html", ".js", ".json", ".mjs", ".otf", ".svg", ".txt", ".wasm")
ENOUGH = 0.9  # a copy is at most this part of the file
SMALLEST = 512  # bytes: below, the headers weigh more than what is saved


def _brotli(content: bytes) -> bytes:
    return bytes(brotli.compress(content, quality=11, lgwin=24))


def _gzip(content: bytes) -> bytes:
    return gzip.compress(content, compresslevel=9, mtime=0)


# By the name a browser asks for them with, the best first.
WAYS: dict[str, tuple[str, Callable[[bytes], bytes]]] = {"br": (".br", _brotli), "gzip": (".gz", _gzip)}


def pack(dist: Path, kept: Path) -> None:
    """Write the copies into `dist`; `kept` is the folder where they wait for the next build."""
    kept.mkdir(parents=True, exist_ok=True)
    files = [path for path in sorted(dist.rglob("*")) if path.suffix in KINDS or path.name == PLAIN]
    with ThreadPoolExecutor(os.cpu_count()) as threads:  # both compressors let other threads run
        large = [path for path in files if path.stat().st_size >= SMALLEST]
        for _ in threads.map(lambda path: _pack_one(path, kept), large):
            pass


def _pack_one(path: Path, kept: Path) -> None:
    content = path.read_bytes()
    for suffix, compress in WAYS.values():
        copy = _copy(content, kept / f"{hashlib.sha256(content).hexdigest()}{suffix}", compress)
        if len(copy) <= len(content) * ENOUGH:
            path.with_name(path.name + suffix).write_bytes(copy)


def copy_for(path: Path, accepted: str) -> tuple[str, Path] | None:
    """The best copy of a file for what a browser says it accepts, with its name; None where the file itself is best.

    A file that was changed after its copy was made is sent itself.
    """
    names = {part.split(";")[0].strip() for part in accepted.split(",") if "q=0" not in part.replace("q=0.", "")}
    for name, (suffix, _) in WAYS.items():
        copy = path.with_name(path.name + suffix)
        if name in names and copy.is_file() and copy.stat().st_mtime_ns >= path.stat().st_mtime_ns:
            return name, copy
    return None


def size(path: Path, way: str) -> int:
    """How many bytes of a file travel when its host takes these copies: "br" or "gzip"."""
    copy = path.with_name(path.name + WAYS[way][0])
    return (copy if copy.is_file() else path).stat().st_size


def is_copy(path: Path) -> bool:
    """Whether a file of the site is the compressed copy of the one beside it."""
    return path.suffix in (".br", ".gz") and path.with_suffix("").is_file()


def _copy(content: bytes, kept: Path, compress: Callable[[bytes], bytes]) -> bytes:
    if kept.is_file():
        return kept.read_bytes()
    copy = compress(content)
    half = kept.with_name(f"{kept.name}.{threading.get_ident()}")  # two equal files may be at it
    half.write_bytes(copy)
    half.rename(kept)
    return copy
