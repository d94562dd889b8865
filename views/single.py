"""A value of which there is one, as the person left it: kept, or waiting because the device refused it.

Imports `domain` and `views.shelf`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar

from domain.merging import settled
from views.shelf import Owner

Value = TypeVar("Value")


class Single(Generic[Value]):
    """The one value of a table, `usual` where there is none; what a `Shelf` is for records, and tried again like one.

    It holds no words of the person's, so there is nothing in it to copy or to put among a backup's records.
    """

    unsaved: tuple[()] = ()

    def __init__(self, owner: Owner, table: str, usual: Value, changed: Callable[[], object]) -> None:
        self._owner, self.table, self._usual, self._changed = owner, table, usual, changed
        self.value = usual
        self.refused: frozenset[str] = frozenset()  # its table, while the device would not take it
        self._waiting: tuple[Value] | None = None  # on its way to the device, or refused
        self._base = usual  # what that was made from

    def adopt(self) -> None:
        """Show what the records hold now, or what is still to be saved in its place. Raises `StorageError`."""
        kept = self._store.load()
        self.value = self._waiting[0] if self._waiting else kept

    def forget(self) -> None:
        """Show nothing, until `adopt`; what is unsaved waits."""
        self.value = self._usual

    def give_up(self) -> None:
        """Let go of what is unsaved too: everything was erased."""
        self._waiting, self.refused = None, frozenset()
        self.forget()

    async def keep(self, value: Value) -> bool:
        """Keep a value; it stands at once, and the answer says whether the device took it."""
        if self._waiting is None:
            self._base = self.value
        self.value = value
        self._waiting = mine = (value,)
        self._changed()
        kept = False
        try:
            kept = await self._owner.attempt(self._save)
        finally:  # whatever went wrong: what is not kept is said, and tried again
            if kept and self._waiting is mine:
                self._waiting = None
            self._note(frozenset() if kept else frozenset({self.table}))
        return kept

    async def try_again(self) -> None:
        """Write once more what the device did not take."""
        if self._waiting:
            await self.keep(self._waiting[0])

    async def _save(self) -> None:
        """Save it as it stands when its turn comes, beside what another window kept there meanwhile."""
        waiting = self._waiting
        if waiting:
            both = settled(self._base, waiting[0], self._store.load())
            await self._store.save(both)
            self._base = waiting[0]  # what came after it here was made from it
            if self._waiting is waiting and both != self.value:
                self.value = both
                self._changed()

    def _note(self, refused: frozenset[str]) -> None:
        if refused != self.refused:
            self.refused = refused
            self._changed()

    @property
    def _store(self) -> Any:
        return getattr(self._owner.records, self.table)
