"""Notices on a desktop, by plyer's own ways of each system. Imports `domain` and `plyer`.

plyer waits for the system's daemon, which may be absent or hang: each notice has a thread of its own that is given a
few seconds, and that nobody waits for when Tend closes.
"""

from __future__ import annotations

import asyncio
import contextlib
import html
import sys
import threading
import warnings
from collections.abc import Callable, Sequence

from domain.reminder_notes import Heard
from domain.reminders import Notice
from domain.safety import Allowed
from reminders.runner import Ahead

SECONDS = 5.0  # a daemon that takes longer is left behind
LONGEST_TITLE = 63  # characters; Windows takes no more
Say = Callable[[str, str, str], None]  # title, words, the name Tend goes by


class DesktopNotifier:
    """Shows a title and a line of words; what is shown leads nowhere, since Tend stands open beside it."""

    def __init__(self, say: Say | None = None, seconds: float = SECONDS) -> None:
        self._say, self._seconds = say or by_plyer, seconds
        self._hangs = False  # True from handing a notice over until the system has it

    async def notify(self, notice: Notice) -> bool:
        """Hand it to the system; False where it cannot, or does not answer in time, or still hangs from before.

        Where plyer calls `notify-send` it does not hear whether a daemon took it: that counts as handed over.
        """
        if self._hangs:
            return False
        loop = asyncio.get_running_loop()
        done: asyncio.Future[bool] = loop.create_future()

        def work() -> None:
            try:
                self._say(notice.title, notice.words, notice.app)
                shown = True
            except Exception:  # plyer raises whatever the system does; what matters is that nothing was shown
                shown = False
            self._hangs = False  # before the answer: the next notice may follow at once
            with contextlib.suppress(RuntimeError):  # Tend was closed meanwhile
                loop.call_soon_threadsafe(_answer, done, shown)

        self._hangs = True
        threading.Thread(target=work, daemon=True).start()
        try:
            return await asyncio.wait_for(done, self._seconds)
        except TimeoutError:
            return False

    def foresee(self, ahead: Sequence[Ahead]) -> None:
        """Nothing is said from here once Tend is closed."""

    async def allowed(self) -> Allowed:
        """What the system shows is the system's to say; nobody has to be asked."""
        return Allowed.YES

    async def ask(self) -> Allowed:
        """Answers as `allowed`."""
        return Allowed.YES

    async def heard(self) -> Sequence[Heard]:
        """Nothing: what is shown here answers nobody."""
        return ()

    def when_heard(self, heard: Callable[[Heard], object], allowed: Callable[[Allowed], object]) -> None:
        """It never is."""


def _answer(done: asyncio.Future[bool], shown: bool) -> None:
    if not done.done():  # nobody waits for it any more
        done.set_result(shown)


def by_plyer(title: str, words: str, app: str = "Tend") -> None:
    """Show it now, and wait until the system has it. Raises whatever the system does."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # about the ways plyer does not find, before it takes the next
        from plyer import notification

        notification.notify(title=_title(title), message=_words(words), app_name=app)


def _title(text: str) -> str:
    """One line that no program takes for an option of its own."""
    line = " ".join(text.replace("\0", "").split())
    short = line if len(line) <= LONGEST_TITLE else f"{line[: LONGEST_TITLE - 1].rstrip()}…"
    return f"\u2060{short}" if short.startswith("-") else short  # a joiner without width


def _words(text: str) -> str:
    """What a person wrote is no markup, which daemons of free desktops read in the words."""
    plain = text.replace("\0", "")
    if sys.platform.startswith("linux"):
        plain = html.escape(plain, quote=False)
    return f"\u2060{plain}" if plain.startswith("-") else plain
