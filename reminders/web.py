"""Notices in the browser: Tend's own backend of plyer for a platform plyer does not know. Imports `domain`, and
`plyer` when used.

plyer calls its backend at once and takes no answer; the page answers later whether it showed the notice. So the
backend hands the page's answer to the notifier that asked, which waits for it a few seconds: a browser may never say.
"""

from __future__ import annotations

import asyncio
import sys
import types
from collections.abc import Awaitable, Callable

from domain.reminders import Notice

BACKEND = "plyer.platforms.unknown.notification"  # where plyer looks in Pyodide
ADDRESS = "address"
TAG = "tag"
SECONDS = 10.0  # a page that takes longer to answer is left behind; on a slow phone the first notice takes a few
Show = Callable[[Notice], Awaitable[bool]]  # whether it was shown


class WebNotifier:
    """Shows a notice through plyer and `show`, the page's part."""

    def __init__(self, show: Show, seconds: float = SECONDS) -> None:
        self._show, self._seconds = show, seconds
        self._answer: Awaitable[bool] | None = None

    async def notify(self, notice: Notice) -> bool:
        """Have the page show it; False where it does not, or not in time, or the person does not want any."""
        self._register()
        from plyer import notification

        self._answer = None
        hints = {ADDRESS: notice.address, TAG: notice.tag}
        notification.notify(title=notice.title, message=notice.words, app_name=notice.app, hints=hints)
        if self._answer is None:
            return False
        try:
            return await asyncio.wait_for(self._answer, self._seconds)
        except TimeoutError:
            return False

    def _register(self) -> None:
        """Be plyer's backend from now on; it looks for it when it is used first."""
        if BACKEND not in sys.modules:
            from plyer.facades import Notification

            class PageNotification(Notification):  # type: ignore[misc]  # plyer has no types
                """Hands on what plyer is given."""

                def _notify(self, **said: object) -> None:
                    notifier, hints = backend.notifier, said["hints"]
                    more = hints if isinstance(hints, dict) else {}
                    told = str(said["title"]), str(said["message"]), str(more.get(ADDRESS, "/"))
                    notifier._answer = notifier._show(Notice(*told, str(more.get(TAG, "")), str(said["app_name"])))

            backend = types.ModuleType(BACKEND)
            backend.instance = PageNotification  # type: ignore[attr-defined]
            sys.modules[BACKEND] = backend
        sys.modules[BACKEND].notifier = self  # type: ignore[attr-defined]
