"""Notices in the browser: Tend's own backend of plyer for a platform plyer does not know. Imports `domain`, and
`plyer` when used.

plyer calls its backend at once and takes no answer; the page answers later whether it showed the notice. So the
backend hands the page's answer to the notifier that asked.
"""

from __future__ import annotations

import sys
import types
from collections.abc import Awaitable, Callable

from domain.reminders import Notice

BACKEND = "plyer.platforms.unknown.notification"  # where plyer looks in Pyodide
ADDRESS = "address"
TAG = "tag"
Show = Callable[[Notice], Awaitable[bool]]  # whether it was shown


class WebNotifier:
    """Shows a notice through plyer and `show`, the page's part."""

    def __init__(self, show: Show) -> None:
        self._show = show
        self._answer: Awaitable[bool] | None = None

    async def notify(self, notice: Notice) -> bool:
        """Have the page show it; False where it does not, or the person does not want any."""
        self._register()
        from plyer import notification

        self._answer = None
        hints = {ADDRESS: notice.address, TAG: notice.tag}
        notification.notify(title=notice.title, message=notice.words, app_name=notice.app, hints=hints)
        return self._answer is not None and await self._answer

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
