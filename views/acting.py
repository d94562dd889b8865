"""What the state of the screens is made of beside the records: handlers that hide no error and stop nothing, the gate
before locked records, the way back from a screen. Imports `domain`, Flet and `views.guard`.
"""

from __future__ import annotations

import asyncio
import inspect
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import flet as ft

from domain.errors import InputRefused, StorageError, StorageLocked
from domain.lines import HelpLines
from views.guard import log_unexpected

Handler = Callable[..., Awaitable[None]]
Clock = Callable[[], datetime]  # gives an aware local time
LocalTime = Callable[[datetime], datetime]  # makes a naive local time aware
HERE: LocalTime = datetime.astimezone
Reading = Callable[[], HelpLines]  # gives the lines that ship with Tend, read once somebody looks
NO_LINES: Reading = HelpLines


class Acting:
    """What the state of the screens does around every action: note when, await it, say calmly what went wrong."""

    problem: Exception | None  # why the last action changed nothing, until one succeeds
    last_touch: datetime | None  # when the person last did something
    turn: asyncio.Lock  # one action writes at a time
    stirred: asyncio.Event  # set by what may change when Tend locks by itself

    @property
    def is_locked(self) -> bool:
        """True while a passphrase is needed to see anything."""
        raise NotImplementedError

    @property
    def now(self) -> datetime:
        """The aware local time."""
        raise NotImplementedError

    def refuse(self, error: InputRefused) -> None:
        """Say why what was given changed nothing."""
        self.problem = error

    def on(self, action: Callable[..., Any], *values: object) -> Handler:
        """A handler that calls `action(*values)` and awaits what it gives; whatever it raises is logged, and said
        calmly, and nothing stops."""

        async def handle() -> None:
            await self.do(action, *values)

        return handle

    def on_value(self, action: Callable[[Any], Any]) -> Handler:
        """The same for what a control now holds: calls `action(e.data)`."""
        return self.on_event(lambda event: action(event.data))

    def on_event(self, action: Callable[[Any], Any]) -> Handler:
        """The same for an event: calls `action(e)`."""

        async def handle(event: ft.ControlEvent) -> None:
            await self.do(action, event)

        return handle

    async def do(self, action: Callable[..., Any], *values: object) -> None:
        """Call `action(*values)`, await what it gives, and let nothing it raises go further."""
        self.last_touch = self.now
        await self.do_quietly(action, *values)

    async def do_quietly(self, action: Callable[..., Any], *values: object) -> None:
        """The same for what the person did not do."""
        try:
            result = action(*values)
            if inspect.isawaitable(result):
                await result
        except Exception as error:
            log_unexpected(error)
            self.problem = error

    async def attempt(self, write: Callable[[], Awaitable[object]]) -> bool:
        """Write when it is this action's turn; the answer says whether the device took it, `problem` why not."""
        async with self.turn:
            try:
                if self.is_locked:
                    raise StorageLocked  # while this waited for its turn
                await write()
            except StorageError as error:
                self.problem = error
                return False
        self.problem = None
        self.stirred.set()  # what had to be saved first may be by now
        return True


@ft.observable
@dataclass(eq=False)
class Gate:
    """Whether the records are locked: apart from the state, for what would be drawn anew at its every change."""

    is_locked: bool = False


class Trail:
    """Which address a screen was opened over."""

    def __init__(self) -> None:
        self._below: dict[str, str] = {}

    def opened_over(self, screen: str, below: str) -> None:
        """Note the address that `screen` was opened over."""
        self._below[screen] = below

    def came_from(self, screen: str) -> str:
        """The address that `screen` was opened over; Today's when it was opened by its own."""
        return self._below.get(screen, "/")

    def leads_over(self, screen: str, address: str) -> bool:
        """Whether going back from `address`, again and again, leads to `screen`.

        >>> trail = Trail()
        >>> trail.opened_over("/plan/safety", "/plan")
        >>> trail.opened_over("/skills/walk/play", "/plan/safety")
        >>> trail.leads_over("/plan/safety", "/skills/walk/play"), trail.leads_over("/plan/safety", "/plan")
        (True, False)
        """
        seen: set[str] = set()
        while address not in seen:
            if address == screen:
                return True
            seen.add(address)
            address = self.came_from(address)
        return False
