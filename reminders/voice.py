"""What says the reminders on this device, by where Tend runs. Imports the adapters when one is wanted."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from typing import Protocol

from domain.reminder_notes import Heard
from domain.safety import Allowed
from reminders.runner import Notifier


class Voice(Notifier, Protocol):
    """A notifier that also knows what the device allows, and what became of notices.

    `ask` has to be called in a tap. `heard` is given out once. `when_heard` calls back from then on.
    """

    async def allowed(self) -> Allowed: ...
    async def ask(self) -> Allowed: ...
    async def heard(self) -> Sequence[Heard]: ...
    def when_heard(self, heard: Callable[[Heard], object], allowed: Callable[[Allowed], object]) -> None: ...


def voice() -> Voice:
    """That of the browser's page, or of the desktop."""
    if sys.platform == "emscripten":
        from reminders.page import PageVoice

        return PageVoice()
    from reminders.desktop import DesktopNotifier  # not shipped to the browser

    return DesktopNotifier()
