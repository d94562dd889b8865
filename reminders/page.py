"""The browser's page as what says the reminders. Imports `domain`, and `tend_js` (`web/page/device.js`) when called.

The page's own part is `web/page/reminders.js`; what becomes of a notice while no page is there, the service worker
keeps (`web/page/sw.js`) until Tend opens.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import Any

from domain.reminder_notes import Heard
from domain.reminders import Notice
from domain.safety import Allowed
from reminders.runner import Ahead
from reminders.web import SECONDS, WebNotifier

A_SECOND = 1000  # milliseconds


class PageVoice(WebNotifier):
    """Says them through plyer and the page."""

    def __init__(self, seconds: float = SECONDS) -> None:
        super().__init__(_show, seconds)

    def foresee(self, ahead: Sequence[Ahead]) -> None:
        """Leave what comes with the page, for the service worker."""
        import tend_js  # type: ignore[import-not-found, unused-ignore]

        coming = [{**_document(notice), "at": round(at.timestamp() * A_SECOND)} for at, notice in ahead]
        tend_js.tellPage("foresee", json.dumps(coming))

    async def allowed(self) -> Allowed:
        """What the browser allows now."""
        import tend_js

        return allowed_in(await tend_js.mayNotify())

    async def ask(self) -> Allowed:
        """Have the browser ask the person; where the tap is too long ago, the page asks for another first."""
        import tend_js

        return allowed_in(await tend_js.askToNotify())

    async def heard(self) -> Sequence[Heard]:
        """What became of notices while Tend was closed; the page forgets it with this. Nothing is said before it is
        known, so a browser that never tells counts as one that heard nothing."""
        import tend_js

        try:
            return heard_in(await asyncio.wait_for(tend_js.heard(), self._seconds))
        except TimeoutError:
            return ()

    def when_heard(self, heard: Callable[[Heard], object], allowed: Callable[[Allowed], object]) -> None:
        """Call `heard` when a notice was put off, and `allowed` when the browser allows something else."""
        import tend_js
        from pyodide.ffi import create_proxy  # type: ignore[import-not-found, unused-ignore]

        def told(kind: str, value: str) -> None:
            if kind == "allowed":
                allowed(allowed_in(value))
            for one in heard_in(value) if kind == "heard" else ():
                heard(one)

        tend_js.whenHeard(create_proxy(told))


async def _show(notice: Notice) -> bool:
    import tend_js

    return await tend_js.notify(json.dumps(_document(notice))) is True


def _document(notice: Notice) -> dict[str, Any]:
    return {"title": notice.title, "words": notice.words, "address": notice.address, "tag": notice.tag}


def allowed_in(value: object) -> Allowed:
    """What the browser's own word means; anything else, that nothing can be shown."""
    return next((one for one in Allowed if one.value == value), Allowed.CANNOT)


def heard_in(written: object) -> tuple[Heard, ...]:
    """What the service worker kept, as JSON; what is none of it is left out.

    >>> heard_in('[{"tag": "r 2026-11-24 540", "at": 1795512600000, "later": true}, 7]')[0].is_later
    True
    >>> heard_in("damaged")
    ()
    """
    try:
        found = json.loads(written) if isinstance(written, str) else []
    except ValueError:
        return ()
    entries = found if isinstance(found, list) else []
    return tuple(one for one in map(_heard, entries) if one)


def _heard(entry: object) -> Heard | None:
    if not isinstance(entry, dict) or not isinstance(entry.get("tag"), str) or type(entry.get("at")) is not int:
        return None
    try:
        at = datetime.fromtimestamp(entry["at"] / A_SECOND, UTC)
    except (ValueError, OverflowError, OSError):
        return None
    return Heard(entry["tag"], at, entry.get("later") is True)
