"""Notices in the browser: Tend's own backend of plyer for a platform plyer does not know. Imports `plyer`, when used.

plyer calls its backend at once and takes no answer; the page answers later whether it showed the notice. So the
backend hands the page's answer to the notifier that asked.
"""

from __future__ import annotations

import sys
import types
from collections.abc import Awaitable, Callable

BACKEND = "plyer.platforms.unknown.notification"  # where plyer looks in Pyodide
ADDRESS = "address"
Show = Callable[[str, str, str], Awaitable[bool]]  # title, words, address; whether it was shown


class WebNotifier:
    """Shows a notice through plyer and `show`, the page's part."""

    def __init__(self, show: Show) -> None:
        self._show = show
        self._answer: Awaitable[bool] | None = None

    async def notify(self, title: str, words: str, address: str) -> bool:
        """Have the page show it; False where it does not, or the person does not want any."""
        self._register()
        from plyer import notification

        self._answer = None
        notification.notify(title=title, message=words, app_name="Tend", hints={ADDRESS: address})
        return self._answer is not None and await self._answer

    def _register(self) -> None:
        """Be plyer's backend from now on; it looks for it when it is used first."""
        if BACKEND not in sys.modules:
            from plyer.facades import Notification

            class PageNotification(Notification):  # type: ignore[misc]  # plyer has no types
                """Hands on what plyer is given."""

                def _notify(self, **said: object) -> None:
                    notifier = backend.notifier
                    hints = said["hints"]
                    address = str(hints.get(ADDRESS, "/")) if isinstance(hints, dict) else "/"
                    notifier._answer = notifier._show(str(said["title"]), str(said["message"]), address)

            backend = types.ModuleType(BACKEND)
            backend.instance = PageNotification  # type: ignore[attr-defined]
            sys.modules[BACKEND] = backend
        sys.modules[BACKEND].notifier = self  # type: ignore[attr-defined]
