"""The response headers of the site, written once: into `_headers` for static hosts, the service worker and the page.

`web/serve.py` reads `_headers` back, so what is tested here is what a host that knows the file sends.
"""

from __future__ import annotations

import base64
import hashlib
import re


def content_security_policy(page: str) -> str:
    """The policy for a page: ourselves alone, and of inline scripts only the ones `page` holds, by their hashes."""
    inline = re.findall(r"<script>(.*?)</script>", page, flags=re.DOTALL)
    hashes = [f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'" for text in inline]
    rules = {
        "default-src": "'self'",
        "script-src": " ".join(["'self'", "'wasm-unsafe-eval'", *hashes]),
        "style-src": "'self' 'unsafe-inline'",  # Flutter styles its elements in place
        "img-src": "'self' data: blob:",
        "font-src": "'self' data:",
        "connect-src": "'self' blob: data:",
        "worker-src": "'self' blob:",
        "object-src": "'none'",
        "base-uri": "'self'",
        "form-action": "'none'",
        "frame-ancestors": "'none'",
    }
    return "; ".join(f"{name} {value}" for name, value in rules.items())


def for_meta(policy: str) -> str:
    """The policy as a page may state it of itself: a meta element cannot forbid framing."""
    return policy.replace("; frame-ancestors 'none'", "")


def headers_file(policy: str) -> str:
    """The `_headers` file that several static hosts read; nothing is kept without asking again, as the service
    worker keeps everything itself."""
    headers = {
        "Content-Security-Policy": policy,
        "Cache-Control": "no-cache",
        "Referrer-Policy": "no-referrer",
        "X-Content-Type-Options": "nosniff",
        "Permissions-Policy": "camera=(), geolocation=(), microphone=(), browsing-topics=()",
        "Cross-Origin-Opener-Policy": "same-origin",
    }
    return "/*\n" + "".join(f"  {name}: {value}\n" for name, value in headers.items())


def parse_headers_file(text: str) -> dict[str, str]:
    """The headers of the one rule `/*` in a `_headers` file.

    >>> parse_headers_file("/*\\n  Cache-Control: no-cache\\n")
    {'Cache-Control': 'no-cache'}
    """
    lines = (line.strip() for line in text.splitlines() if line.startswith("  "))
    return dict(line.split(": ", 1) for line in lines)
