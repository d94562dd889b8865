"""The hope box apart from the rest of the state, as the goals are. Imports `domain`, Flet and `views.shelf`."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import Any

import flet as ft

from domain.hopes import Hope, HopeKind, moved, place_in_front, see_room, web_address
from domain.models import utc_instant
from domain.pictures import bare
from views.begun import Begun
from views.doing import AimsOwner, new_id
from views.shelf import Shelf


@ft.observable
class HopeBox:
    """What the screens of the hope box show, and every action that changes it."""

    def __init__(self, owner: AimsOwner) -> None:
        self._owner = owner
        self.hopes: Shelf[Hope] = Shelf(owner, "hopes", self.notify)
        self.deleted: Hope | None = None  # the last one, until the person leaves the screen
        self.drafts = Begun()  # what was begun and not saved yet, by its place in the route
        self.moved: str | None = None  # the id of the one that was moved last, until something else is done
        self._moving = asyncio.Lock()
        self._is_open = asyncio.Event()  # while it shows what the records hold

    @property
    def shelves(self) -> tuple[Shelf[Any], ...]:
        """Everything that may be unsaved."""
        return (self.hopes,)

    def adopt(self) -> None:
        """Show what the records hold now. Raises `StorageError`."""
        self.hopes.adopt()
        self.drafts.take_out()
        self._is_open.set()
        self.notify()

    def forget(self) -> None:
        """Show nothing of the person's, until `adopt`; what is unsaved waits."""
        self._is_open.clear()
        self.hopes.forget()
        self.drafts.put_away()
        self.leave()
        self.notify()

    def leave(self) -> None:
        """The person went to another screen: what could be undone there now stands."""
        self.deleted, self.moved = None, None

    async def add(self, kind: HopeKind, words: str = "", address: str = "", photo: bytes = b"") -> None:
        """Put something in, in front of all else; what comes while Tend is locked waits until it is opened.

        Raises:
            InputRefused: there is no room for it, or it is not what `Hope` takes.
        """
        if not await self._opened():
            return
        self.moved, hopes = None, self.hopes.all()
        see_room(hopes, kind)
        at, offset = utc_instant(self._owner.now)
        address = web_address(address) if kind is HopeKind.LINK else ""
        where = place_in_front(hopes)
        await self.hopes.keep(Hope(new_id(), kind, at, offset, words.strip(), address, bare(photo), where))

    async def _opened(self) -> bool:
        """Wait until the box can be looked into; False where everything was erased meanwhile."""
        if self._is_open.is_set():
            return True
        waits = new_id()
        self.drafts[waits] = True  # goes with all that was begun
        await self._is_open.wait()
        return bool(self.drafts.pop(waits, False))

    async def change(self, hope_id: str, words: str | None = None, address: str | None = None) -> None:
        """Say it otherwise, or lead elsewhere (None: as it is); one that was deleted meanwhile stays so.

        Raises as `add` does.
        """
        hope = self.hopes.get(hope_id)
        if hope:
            words = hope.words if words is None else words.strip()
            address = hope.address if address is None else web_address(address)
            await self.hopes.keep(replace(hope, words=words, address=address))

    async def move(self, hope_id: str, by: int) -> None:
        """Put something so many places further down (-1: one up)."""
        async with self._moving:  # of two quick taps, each begins where the one before ended
            self.moved = None
            for changed in moved(self.hopes.all(), hope_id, by):
                hope = self.hopes.get(changed.id)  # it may have been said otherwise while another was written
                if hope:
                    await self.hopes.keep(replace(hope, place=changed.place))
            self.moved = hope_id

    async def delete(self, hope: Hope) -> None:
        """Take something out; `undo_delete` brings it back."""
        self.moved = None
        if await self.hopes.delete(hope.id):
            self.deleted = hope

    async def undo_delete(self) -> None:
        """Bring what was taken out last back as it was."""
        gone, self.deleted, self.moved = self.deleted, None, None
        if gone:
            await self.hopes.keep(gone)
