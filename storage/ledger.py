"""The ledger: every change to the tables as one line, appended and flushed before it is seen. Imports our own modules.

Two files, of which one is live (`recovery.py` says which). A save appends one line to it, so it costs the same in
the tenth year as on the first day. Compaction writes everything into the other file as the next generation, which
counts only once its seal is there. What holds at every moment:

1. Durable before visible: `tables` changes only after the line is flushed, and to what reading the file would give.
2. The live file only grows. What was refused is cut off again; while it cannot be, nothing more is appended.
3. The other file is flushed empty before it is written, and flushed whole before the seal.
4. With a lock, every line but header, seal and mark is encrypted; both files are written anew when the lock changes.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import closing, suppress

from domain.errors import StorageError, StorageLocked, StorageReadOnly
from storage import changes as of
from storage import lines, locking, recovery
from storage.byte_file import ByteFile, Files
from storage.cipher import Crypto
from storage.compaction import create, write_generation
from storage.entries import entry, entry_text, tables_of, written
from storage.lines import MARK, SEAL, TRANSACTION
from storage.locking import Lock
from storage.migrations import migrated
from storage.recovery import CREATION, Found
from storage.schema import SCHEMA, Changes, Tables

ROOM_TO_GROW = 1 << 20  # bytes of transactions before a save compacts, if the snapshot is not larger still
IDLE_ROOM = 1 << 15  # the same, before it is worth doing when nobody waits


Noting = Callable[[Tables, bool, int], Changes]


class Ledger:
    """The tables and the two files that keep them; make it with `open`. It owns the files.

    `tables` is what was last flushed: read it, change it through `commit` alone. `torn` and `damaged` say what
    opening found: a last save that was cut, and how many lines are lost for good. `undo` takes the last commit
    back, if it is one that can be. `lock` is what everything is encrypted under, if anything; see `set_lock`.
    """

    def __init__(self, files: Files, is_read_only: bool) -> None:
        self._files, self.is_read_only = files, is_read_only
        self._turn = asyncio.Lock()
        self.lock: Lock | None = None
        self._live, self._generation, self._serial = 0, 1, 2
        self._newest = 1  # generation seen
        self._end = self._seal_end = len(CREATION)
        self._owed: dict[ByteFile, int] = {}  # lengths to cut files to, before anything else is written
        self._unmended: Found | None = None
        self.tables: Tables = {}
        self.undo: Changes = ()
        self.torn, self.damaged = False, 0

    @classmethod
    async def open(
        cls,
        files: Files,
        crypto: Crypto,
        passphrase: str | None = None,
        read_only: bool = False,
        noting: Noting | None = None,
    ) -> Ledger:
        """Read both files, and mend them unless they are only to be read.

        Where there is damage, `noting(tables, torn, damaged)` gives changes to keep with the mending, after which
        nothing else would tell of it.

        Raises (and the files are then the caller's to close, left as they were):
            StorageForeign, StorageNewer: see `recovery.py`.
            StorageLocked, WrongPassphrase: there is a lock.
            StorageFull, StorageBroken: the files cannot be read, or a fresh database not be made.
        """
        ledger = cls(files, read_only)
        found = recovery.find(*(file.read(0, file.size()) for file in files))
        if found is None:
            if not read_only:
                await create(files)
            return ledger
        if found.head.lock is not None:
            if passphrase is None:
                raise StorageLocked("a lock stands in the header")
            ledger.lock = await locking.opened(found.head.lock, passphrase, crypto)
        await ledger._load(found, noting)
        return ledger

    @property
    def commits_at_once(self) -> bool:
        """True when `commit` never waits for anything."""
        return self.lock is None and all(file.flushes_at_once for file in self._files)

    @property
    def wants_compaction(self) -> bool:
        """True when compacting would make the next opening quicker, and takes no way back from anybody."""
        grown = self._end - self._seal_end > max(IDLE_ROOM, self._seal_end // 8)
        return grown and not self.undo and not self.is_read_only

    async def commit(self, changes: Changes, undo: Changes = ()) -> None:
        """Keep all of `changes` or nothing: durable once this returns, and nothing has changed if it raises.

        Raises:
            StorageReadOnly: these records are only to be read.
            StorageFull, StorageBroken: the device did not keep it.
            StorageForeign: they are no changes of documents.
            TypeError, ValueError: JSON cannot say it.
        """
        self._refuse_if_read_only()
        text = entry_text(changes, undo)
        kept, back = entry(text)  # what could not be read again must not come into the file
        async with self._turn:
            await self._keep(text, kept, back)

    async def take_back(self) -> bool:
        """Undo the last commit, if it brought an undo with it; the answer says whether it did. Raises as `commit`."""
        self._refuse_if_read_only()
        async with self._turn:  # a commit that was on its way has ended the way back
            undo = self.undo
            if undo:
                await self._keep(entry_text(undo), undo, ())
        return bool(undo)

    async def compact(self) -> None:
        """Write everything into the other file and go on there.

        Raises:
            StorageReadOnly, StorageFull, StorageBroken: the live file still counts, and nothing is lost.
        """
        await self.set_lock(self.lock, twice=False)

    async def set_lock(self, lock: Lock | None, twice: bool = True) -> None:
        """Write everything under another lock, or under none; into both files, so that nothing of before is left.

        Raises:
            StorageReadOnly, StorageFull, StorageBroken: the old lock still counts.
        """
        self._refuse_if_read_only()
        async with self._turn:
            await self._settle()
            before, self.lock, live = self.lock, lock, self._live
            try:
                await self._compact()
            except BaseException:
                if self._live == live:  # else it was the mark alone that did not come
                    self.lock = before
                raise
            if twice:
                with suppress(StorageError):  # the new lock counts; the old file is cleared before the next save
                    await self._compact()

    def close(self) -> None:
        """Let go of both files; everything committed is safe already."""
        with closing(self._files[0]), closing(self._files[1]):
            pass

    async def _keep(self, text: bytes, kept: Changes, back: Changes) -> None:
        await self._settle()
        if self._end - self._seal_end > max(ROOM_TO_GROW, self._seal_end):
            with suppress(StorageError):  # no room for two: the live file may still take a line
                await self._compact()
            await self._settle()  # but not beside a generation that would count before it
        await self._append(TRANSACTION, text)
        self.undo = back
        of.apply(self.tables, kept)

    async def _load(self, found: Found, noting: Noting | None) -> None:
        self._live, self._generation, self._newest = found.live, found.live_generation, found.generation
        self._serial, self._end, self._seal_end = found.next_serial, found.end, found.seal_end
        tables, self.undo, parts = await tables_of(found, self.lock)
        self.torn, self.damaged = found.torn, found.damaged if parts == found.parts else found.damaged_alone
        self.tables = migrated(tables, found.head.schema)
        if found.head.schema != SCHEMA:
            self.undo = ()
        if noting and (self.torn or self.damaged):
            of.apply(self.tables, noting(self.tables, self.torn, self.damaged))
        is_mended = parts != found.alone
        if self.is_read_only or (found.is_tidy and not is_mended and found.head.schema == SCHEMA):
            return
        self._unmended = found
        with suppress(StorageError):  # what can be read is read; the next save tries again, and says so
            async with self._turn:
                await self._settle()

    async def _settle(self) -> None:
        """Cut off what was refused, and mend what opening found, before anything is written."""
        for file, length in list(self._owed.items()):
            file.truncate(length)
            await file.flush()
            del self._owed[file]
        if self._unmended is None:
            return
        found, self._unmended, generation = self._unmended, None, self._generation
        try:
            await self._mend(found)
        except BaseException:
            if self._generation == generation:
                self._unmended = found
            raise

    async def _mend(self, found: Found) -> None:
        whole, _, parts = await tables_of(found, self.lock)
        if parts != found.alone:
            # The other file, about to be overwritten, holds part of what stands: the live one must do alone first.
            alone, _, _ = await tables_of(found, self.lock, found.alone)
            live = self._files[self._live]
            live.truncate(self._end)
            await self._append(TRANSACTION, entry_text(of.difference(alone, whole)))
            await self._append(SEAL, found.head.text())
        await self._compact()

    async def _append(self, kind: str, text: bytes) -> None:
        file = self._files[self._live]
        lock = self.lock if kind == TRANSACTION else None
        line = await written(self._generation, self._serial, kind, text, lock)
        try:
            file.write(self._end, line)
            await file.flush()
        except BaseException:
            self._owed[file] = self._end
            with suppress(StorageError):
                await self._settle()
            raise
        self._end += len(line)
        self._serial += 1

    async def _compact(self) -> None:
        old, target = self._files[self._live], self._files[1 - self._live]
        generation = max(self._generation, self._newest) + 1
        try:
            serial, end = await write_generation(target, generation, self.tables, self.lock)
        except BaseException:
            self._owed[target] = 0  # were its seal there at the next opening, it would count
            with suppress(StorageError):
                await self._settle()
            raise
        mark = await written(self._generation, self._serial, MARK, lines.to_text({"superseded": generation}))
        old_end = self._end
        self._live, self._generation, self._newest = 1 - self._live, generation, generation
        self._serial, self._end, self._seal_end, self.undo = serial, end, end, ()
        with suppress(StorageError):  # without it the next opening compacts once more
            old.write(old_end, mark)
            await old.flush()

    def _refuse_if_read_only(self) -> None:
        if self.is_read_only:
            raise StorageReadOnly("opened for reading")
