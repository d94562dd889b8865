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
        self._moving = asyncio.Lock()

    @property
    def shelves(self) -> tuple[Shelf[Any], ...]:
        """Everything that may be unsaved."""
        return (self.hopes,)

    def adopt(self) -> None:
        """Show what the records hold now. Raises `StorageError`."""
        self.hopes.adopt()
        self.drafts.take_out()
        self.notify()

    def forget(self) -> None:
        """Show nothing of the person's, until `adopt`; what is unsaved waits."""
        self.hopes.forget()
        self.drafts.put_away()
        self.leave()
        self.notify()

    def leave(self) -> None:
        """The person went to another screen: what could be undone there now stands."""
        self.deleted = None

    async def add(self, kind: HopeKind, words: str = "", address: str = "", photo: bytes = b"") -> None:
        """Put something in, in front of all else.

        Raises:
            InputRefused: there is no room for it, or it is not what `Hope` takes.
        """
        hopes = self.hopes.all()
        see_room(hopes, kind)
        at, offset = utc_instant(self._owner.now)
        address = web_address(address) if kind is HopeKind.LINK else ""
        where = place_in_front(hopes)
        await self.hopes.keep(Hope(new_id(), kind, at, offset, words.strip(), address, bare(photo), where))

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
            for changed in moved(self.hopes.all(), hope_id, by):
                await self.hopes.keep(changed)

    async def delete(self, hope: Hope) -> None:
        """Take something out; `undo_delete` brings it back."""
        if await self.hopes.delete(hope.id):
            self.deleted = hope

    async def undo_delete(self) -> None:
        """Bring what was taken out last back as it was."""
        gone, self.deleted = self.deleted, None
        if gone:
            await self.hopes.keep(gone)
