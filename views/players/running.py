"""Time that runs by the loop's own clock, and can be held. Imports Flet."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field

import flet as ft

Next = Callable[[float], float]  # the second at which the next change comes, after a second


@dataclass(eq=False)
class Run:
    """Seconds that have passed, and whether it goes on."""

    passed: float = 0  # at the latest change or stop
    is_on: bool = True
    _now: tuple[asyncio.Event, Callable[[], float]] | None = field(
        default=None, repr=False
    )  # what ends it; its seconds

    @property
    def is_running(self) -> bool:
        """True while it goes on right now."""
        return self._now is not None

    def hold(self) -> None:
        """End whatever runs; it waits until the person goes on."""
        self.stop()
        self.is_on = False

    def stop(self) -> None:
        """End whatever runs; what has passed stays."""
        if self._now:
            over, seconds = self._now
            self.passed, self._now = max(self.passed, seconds()), None
            over.set()

    async def follow(self, total: float, following: Next, changed: Callable[[], None]) -> bool:
        """Call `changed` at each change until all has passed; False when it was stopped before.

        Each change comes when it was to come, counted from the start: however late one is, the next ones are not. One
        that was slept through, as in a tab nobody sees, is left out.
        """
        self.stop()
        loop = asyncio.get_running_loop()
        began, over = loop.time() - self.passed, asyncio.Event()
        self._now = over, lambda: loop.time() - began
        while self.passed < total:
            changed()
            until = min(following(self.passed), total)
            try:
                await asyncio.wait_for(over.wait(), began + until - loop.time())
            except TimeoutError:
                # A timer may also ring a little early; a change that was announced has come.
                self.passed = max(until, loop.time() - began)
            else:
                return False
        self._now = None
        changed()
        return True


def use_run(
    run: Run,
    total: float,
    following: Next,
    changed: Callable[[], None],
    at_end: Callable[[], object],
    is_seen: bool = True,
) -> None:
    """Let it run while the screen is there (and seen, where that matters) and nobody holds it."""

    async def begin() -> None:
        if is_seen and run.is_on and run.passed < total and await run.follow(total, following, changed):
            at_end()

    ft.use_effect(begin, dependencies=[run.is_on, is_seen], cleanup=run.stop)


def use_drawing() -> Callable[[], None]:
    """What draws the component anew."""
    _drawn, draw = ft.use_state(0)
    return lambda: draw(lambda drawn: drawn + 1)
