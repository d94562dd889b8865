"""Says what is due when it is due, and sleeps until then. Imports the standard library and `domain`.

It never asks the clock again and again: it sleeps to the very moment `domain/schedule.py` names. Whoever changes a
record, or notices that the clock may have jumped (the page is seen again), wakes it.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Protocol

from domain.reminders import Notice
from domain.schedule import Due, in_few

TOGETHER = "/"  # Today, where all that was said stands
LONGEST_SLEEP = 20 * 24 * 60 * 60  # seconds; browsers cannot count to more than 24 days, and would wake at once


Ahead = tuple[datetime, Notice]  # when (UTC), and what


class Notifier(Protocol):
    """Whatever shows a notice on this device; the answer says whether it took it. It never waits for long.

    `foresee` tells what comes, for devices that can say something of it while Tend is closed.
    """

    async def notify(self, notice: Notice) -> bool: ...
    def foresee(self, ahead: Sequence[Ahead]) -> None: ...


class Book(Protocol):
    """The reminders, and what is known of them: see `views.reminding.Reminding`."""

    def due(self) -> Sequence[Due]: ...
    def next_due(self) -> datetime | None: ...
    async def mark(self, due: Sequence[Due]) -> bool: ...
    def ahead(self) -> Sequence[Ahead]: ...
    def notice(self, due: Due) -> Notice: ...


class Observed(Protocol):
    """What calls a listener at each of its changes; Flet's observables hold it weakly."""

    def subscribe(self, fn: Callable[..., None]) -> object: ...


class Runner:
    """Says each occasion once: what is to be said is noted first, so that a crash in between repeats nothing. Where
    many are due at once, one notice stands for those after the first few.

    `trouble` is told whatever goes wrong; nothing stops for it. `was_shown` is what the last notice met with: False
    where the person, or the device, does not want any (None: there was none yet).
    """

    def __init__(
        self,
        book: Book,
        notifier: Notifier,
        clock: Callable[[], datetime],
        trouble: Callable[[Exception], object],
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._book, self._notifier, self._clock, self._trouble, self._sleep = book, notifier, clock, trouble, sleep
        self._woken = asyncio.Event()
        self.was_shown: bool | None = None
        self._foreseen: Sequence[Ahead] | None = None
        # One object that lives as long as this does: Flet holds its listeners weakly, and a method is made anew each
        # time it is asked for.
        self.wake: Callable[..., None] = self._wake

    def _wake(self, *_changed: object) -> None:
        """Look anew: a record changed, or the clock may have."""
        self._woken.set()

    async def run(self, *observed: Observed) -> None:
        """Go on until cancelled, looking anew at each change of what is observed."""
        for one in observed:
            one.subscribe(self.wake)
        while True:
            self._woken.clear()
            try:
                await self._say()
                self._look_ahead()
                seconds = self._until_next()
            except Exception as error:
                self._trouble(error)
                seconds = LONGEST_SLEEP
            await self._rest(seconds)

    async def _say(self) -> None:
        due = self._book.due()
        if due and await self._book.mark(due):
            each, rest = in_few(due)
            for notice in (*map(self._book.notice, each), *([self._gathered(rest)] if rest else [])):
                await self._notify(notice)

    def _gathered(self, one: Due) -> Notice:
        """One notice for it and all that come with it: in neutral words, it leads to where they stand together."""
        neutral = replace(one, reminder=replace(one.reminder, shows_words=False))
        return replace(self._book.notice(neutral), address=TOGETHER)

    async def _notify(self, notice: Notice) -> None:
        """One that goes wrong keeps no other from being said."""
        try:
            self.was_shown = await self._notifier.notify(notice)
        except Exception as error:
            self.was_shown = False
            self._trouble(error)

    def _look_ahead(self) -> None:
        """Tell the device what comes, where it is not what it was told before."""
        ahead = self._book.ahead()
        if ahead != self._foreseen:
            self._notifier.foresee(ahead)
            self._foreseen = ahead

    def _until_next(self) -> float:
        """Seconds until something is due; the longest sleep where nothing is."""
        moment = self._book.next_due()
        return min((moment - self._clock()).total_seconds(), LONGEST_SLEEP) if moment else LONGEST_SLEEP

    async def _rest(self, seconds: float) -> None:
        """Sleep so long, or until woken."""
        waits = {asyncio.ensure_future(self._sleep(max(seconds, 0))), asyncio.ensure_future(self._woken.wait())}
        try:
            await asyncio.wait(waits, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for wait in waits:
                wait.cancel()
