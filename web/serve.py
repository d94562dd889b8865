"""`python -m web.serve`: a small static server on 127.0.0.1 that sends the headers the build wrote into `_headers`,
and the compressed copies it made."""

from __future__ import annotations

import argparse
import functools
import http.server
import json
import sys
from http import HTTPStatus
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from web import packed
from web.headers import parse_headers_file

TYPES = {
    ".css": "text/css",
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript",
    ".json": "application/json",
    ".mjs": "text/javascript",
    ".otf": "font/otf",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".wasm": "application/wasm",
    ".woff2": "font/woff2",
}


class Site(http.server.BaseHTTPRequestHandler):
    """Answers GET and HEAD from one folder under one base path."""

    protocol_version = "HTTP/1.1"

    def __init__(self, *args: Any, root: Path, base: str, headers: dict[str, str], **kwargs: Any) -> None:
        self.root, self.base, self.site_headers = root, base, headers
        super().__init__(*args, **kwargs)

    def do_GET(self) -> None:
        """Send a file, "not modified", or 404."""
        path = self._path()
        if path is None:
            self._send(HTTPStatus.NOT_FOUND, {"Content-Type": "text/plain"}, b"Not here.")
            return
        headers = {"Content-Type": TYPES.get(path.suffix, "application/octet-stream"), "Vary": "Accept-Encoding"}
        copy = packed.copy_for(path, self.headers.get("Accept-Encoding", ""))
        if copy:
            headers["Content-Encoding"], path = copy
        status = path.stat()
        headers["ETag"] = tag = f'"{status.st_mtime_ns:x}-{status.st_size:x}"'
        if self.headers.get("If-None-Match") == tag:
            self._send(HTTPStatus.NOT_MODIFIED, {"ETag": tag, "Vary": "Accept-Encoding"}, b"")
        else:
            self._send(HTTPStatus.OK, headers, path.read_bytes())

    do_HEAD = do_GET

    def log_message(self, *_: Any) -> None:
        """Say nothing: addresses are nobody's business."""

    def _path(self) -> Path | None:
        address = unquote(urlsplit(self.path).path)
        if not address.startswith(self.base):
            return None
        path = (self.root / (address.removeprefix(self.base) or "index.html")).resolve()
        return path if path.is_file() and path.is_relative_to(self.root) else None

    def _send(self, status: HTTPStatus, headers: dict[str, str], body: bytes) -> None:
        self.send_response(status)
        for name, value in {**self.site_headers, **headers, "Content-Length": str(len(body))}.items():
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD" and body:
            self.wfile.write(body)


def server(root: Path, port: int, site: type[Site] = Site) -> http.server.ThreadingHTTPServer:
    """A server for the site in `root`, on 127.0.0.1 alone; port 0 takes a free one. Not started yet."""
    headers = parse_headers_file((root / "_headers").read_text("utf-8"))
    base = json.loads((root / "manifest.json").read_text("utf-8"))["scope"]
    handler = functools.partial(site, root=root.resolve(), base=base, headers=headers)
    return http.server.ThreadingHTTPServer(("127.0.0.1", port), handler)


def main() -> int:
    """Serve until interrupted."""
    parser = argparse.ArgumentParser(description="Serve the built site on this machine.")
    parser.add_argument("--root", type=Path, default=Path("dist"))
    parser.add_argument("--port", type=int, default=8000)
    options = parser.parse_args()
    if not (options.root / "_headers").is_file():
        print(f"{options.root} holds no site; run make build first.", file=sys.stderr)
        return 1
    try:
        site = server(options.root, options.port)
    except OSError as error:
        print(
            f"Port {options.port} is taken ({error.strerror}); choose another: make serve PORT=8001",
            file=sys.stderr,
        )
        return 1
    base = json.loads((options.root / "manifest.json").read_text("utf-8"))["scope"]
    print(f"Tend is at http://127.0.0.1:{site.server_port}{base}  (Ctrl-C stops it)", flush=True)
    try:
        site.serve_forever()
    except KeyboardInterrupt:
        print()
    finally:
        site.server_close()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
