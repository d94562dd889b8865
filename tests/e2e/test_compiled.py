"""What Chromium keeps compiled of Flutter's script: what a start runs of it, and not all."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

from tests.e2e.phone import Host, Phone, until

SCRIPT = "main.dart.js"
KINDS = {"includedCategories": ["v8", "devtools.timeline"]}
WHOLE = 20e6  # bytes; 23.8 MB with every function in it, 12.8 MB with those that a start runs


def compiled(phone: Phone, start: Callable[[], object]) -> dict[str, Any]:
    """What the browser says of compiling the script while Tend starts."""
    events: list[dict[str, Any]] = []
    over: list[bool] = []
    browser = phone.context.new_cdp_session(phone.page)
    browser.on("Tracing.dataCollected", lambda told: events.extend(told["value"]))
    browser.on("Tracing.tracingComplete", lambda _: over.append(True))
    browser.send("Tracing.start", {"traceConfig": KINDS, "transferMode": "ReportEvents"})
    start()
    browser.send("Tracing.end")
    until(lambda: phone.page.wait_for_timeout(100) or over)
    browser.detach()
    told = [event["args"]["data"] for event in events if event["name"] == "v8.compile" and "data" in event["args"]]
    return next(data for data in told if data.get("url", "").endswith(SCRIPT))


def kept_compiled(phone: Phone, url: str) -> int:
    """How many bytes of it the start took from what was kept; the browser keeps them some seconds after a start."""

    def again() -> None:
        phone.page.goto("about:blank")
        phone.visit(url)

    return until(lambda: compiled(phone, again).get("consumedCacheSize") or time.sleep(2), seconds=2)


def test_of_the_largest_script_what_a_start_runs_is_kept_compiled(host: Host, phone: Phone) -> None:
    phone.visit(host.url())
    phone.wait_for_offline()
    phone.context.set_offline(True)

    def begin() -> None:
        phone.page.reload()
        phone.wait_for_app()

    assert "consumedCacheSize" not in compiled(phone, begin), "it is the first start that shows what is run"
    assert 0 < kept_compiled(phone, host.url()) < WHOLE
