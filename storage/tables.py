"""TinyDB on the ledger: its storage, and tables that hand over what changed instead of everything there is.

Imports `tinydb` and our own modules. A table changes in one of two ways. Inside `async with storage.transaction()`
its changes gather, can be read, and are kept together when the block ends, or not at all. Outside, each call is a
transaction of its own, kept when it returns; that needs a ledger that commits at once (no lock, no IndexedDB).

`LedgerTable` overrides TinyDB's private `_update_table` and `_read_table`, through which everything that changes or
reads goes: `tests/storage/test_tinydb_contract.py` holds the pinned TinyDB to that.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Coroutine, Iterator, Mapping, MutableMapping
from contextlib import asynccontextmanager
from typing import Any

from tinydb import Storage, TinyDB
from tinydb.table import Document, Table

from domain.errors import StorageBroken
from storage import changes as of
from storage.ledger import Ledger
from storage.schema import Changes, Tables

Documents = Mapping[str, dict[str, Any]]


class LedgerStorage(Storage):
    """TinyDB's storage on an open ledger, which it owns."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger
        self._gathered: dict[str, Staged] | None = None
        self._turn = asyncio.Lock()

    def read(self) -> Tables | None:
        """The tables as last kept, or None when there are none. They are the ledger's own: not to be changed."""
        return dict(self.ledger.tables) or None

    def write(self, data: Tables) -> None:
        """Make the tables be `data`; empty ones are not kept. Raises what `Ledger.commit` raises."""
        self.keep(of.difference(self.ledger.tables, data))

    def keep(self, changes: Changes) -> None:
        """Commit at once. Raises what `Ledger.commit` raises, and `StorageBroken` where a commit has to be awaited."""
        if changes:
            _at_once(self.ledger)
            _run(self.ledger.commit(changes))

    def close(self) -> None:
        """Let go of the files."""
        self.ledger.close()

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[None]:
        """Keep every change of the block together when it ends; none when it raises.

        One at a time: another one waits until this is kept, so that it lays its changes over these. None inside
        another. Raises what `Ledger.commit` raises.
        """
        async with self._turn:
            self._gathered = {}
            try:
                yield
                changes = tuple(change for staged in self._gathered.values() for change in staged.changes())
            finally:
                self._gathered = None
            if changes:
                await self.ledger.commit(changes)

    def seen(self, table: str) -> Documents:
        """A table as it stands for whoever is in the transaction, or for everybody outside."""
        base = self.ledger.tables.get(table, {})
        staged = (self._gathered or {}).get(table)
        return base if staged is None else staged.whole()

    def change(self, table: str, update: Callable[[MutableMapping[str, Any]], None]) -> None:
        """Gather what `update` does to a table, or keep it at once where no transaction is open."""
        before = (self._gathered or {}).get(table)
        staged = Staged(table, self.seen(table) if before is None else before)
        update(staged)
        if self._gathered is None:
            self.keep(staged.changes())
        else:
            self._gathered[table] = staged if before is None else before.then(staged)


class Staged(MutableMapping[str, Any]):
    """A table with changes laid over it. Reading a document takes a copy, which may be changed in place."""

    def __init__(self, table: str, base: Documents) -> None:
        self._table, self._base = table, base
        self._put: dict[str, Any] = {}
        self._gone: set[str] = set()

    def __getitem__(self, id: str) -> Any:
        if id not in self._put:
            if id in self._gone:
                raise KeyError(id)
            self._put[id] = copied(self._base[id])
        return self._put[id]

    def __setitem__(self, id: str, document: Any) -> None:
        self._put[id] = document
        self._gone.discard(id)

    def __delitem__(self, id: str) -> None:
        if id not in self:
            raise KeyError(id)
        self._put.pop(id, None)
        self._gone.add(id)

    def __contains__(self, id: object) -> bool:
        return id in self._put or (id in self._base and id not in self._gone)

    def __iter__(self) -> Iterator[str]:
        yield from (id for id in self._base if id not in self._gone)
        yield from (id for id in self._put if id not in self._base)

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def whole(self) -> Documents:
        """The table as a plain dict."""
        return {id: self._put.get(id, self._base.get(id, {})) for id in self}

    def then(self, later: Staged) -> Staged:
        """Both layers as one, on this one's base."""
        both = Staged(self._table, self._base)
        both._put = {id: document for id, document in self._put.items() if id not in later._gone} | later._put
        both._gone = (self._gone | later._gone) - set(both._put)
        return both

    def changes(self) -> Changes:
        """What differs from the base."""
        puts = [(id, doc) for id, doc in self._put.items() if not of.same(self._base.get(id), doc)]
        return (
            *((self._table, id, doc) for id, doc in puts),
            *((self._table, id, None) for id in self._gone if id in self._base),
        )


class _Numbered(MutableMapping[Any, Any]):
    """A staged table under TinyDB's own kind of ids, which the files hold as text."""

    def __init__(self, staged: MutableMapping[str, Any], kind: Callable[[str], Any]) -> None:
        self._staged, self._kind = staged, kind

    def __getitem__(self, id: Any) -> Any:
        return self._staged[str(id)]

    def __setitem__(self, id: Any, document: Any) -> None:
        self._staged[str(id)] = document

    def __delitem__(self, id: Any) -> None:
        del self._staged[str(id)]

    def __contains__(self, id: object) -> bool:
        return str(id) in self._staged

    def __iter__(self) -> Iterator[Any]:
        return map(self._kind, iter(self._staged))

    def __len__(self) -> int:
        return len(self._staged)


class _AsTinyDBs(type):
    """TinyDB asks whether a document that is given is of the class it gives out: its own always are."""

    def __instancecheck__(cls, instance: object) -> bool:
        return isinstance(instance, Document)


class OwnDocument(Document, metaclass=_AsTinyDBs):
    """A document that shares nothing with the table it came from (msiemens/tinydb#516)."""

    def __init__(self, value: Mapping[str, Any], doc_id: Any) -> None:
        super().__init__(copied(value), doc_id)


class LedgerTable(Table):
    """TinyDB's table, changing only what changed. Its query cache is off: it would hand the same documents to all."""

    document_class = OwnDocument

    def __init__(self, storage: Storage, name: str, cache_size: int = 0, persist_empty: bool = False) -> None:
        super().__init__(storage, name, cache_size, persist_empty)

    def _read_table(self) -> Documents:  # type: ignore[override]
        return self._storage.seen(self.name)  # type: ignore[attr-defined, no-any-return]

    def _update_table(self, updater: Callable[[Any], None]) -> None:
        self._storage.change(self.name, lambda staged: updater(_Numbered(staged, self.document_id_class)))  # type: ignore[attr-defined]
        self.clear_cache()


class KeyedTable(LedgerTable):
    """A table whose documents stand under ids of our own."""

    document_id_class = str  # type: ignore[assignment]

    async def put(self, id: str, document: Mapping[str, Any]) -> None:
        """Keep a document in place of the one with this id (TinyDB's own upsert leaves old fields standing).

        Durable once this returns. Raises what `Ledger.commit` raises; then nothing has changed.
        """
        async with self._storage.transaction():  # type: ignore[attr-defined]
            self._update_table(lambda table: table.update({id: copied(document)}))

    async def drop(self, id: str) -> None:
        """Forget the document with this id. Raises as `put` does."""
        async with self._storage.transaction():  # type: ignore[attr-defined]
            self.remove(doc_ids=[id])  # type: ignore[list-item]

    def documents(self) -> Documents:
        """Every document by its id; the ledger's own, not to be changed."""
        return self._read_table()


class LedgerTinyDB(TinyDB):
    """TinyDB whose tables are `LedgerTable`s."""

    table_class = LedgerTable


def copied(value: Any) -> Any:
    """A deep copy of what JSON can say; anything else is passed on as it is, to be refused when it is kept."""
    if isinstance(value, Mapping):
        return {key: copied(item) for key, item in value.items()}
    if isinstance(value, list):
        return [copied(item) for item in value]
    return value


def _at_once(ledger: Ledger) -> None:
    if not ledger.commits_at_once:
        raise StorageBroken("these records are kept in a transaction that is awaited")


def _run(commit: Coroutine[Any, Any, None]) -> None:
    """Drive a coroutine that never waits to its end, with or without a running event loop."""
    try:
        commit.send(None)
    except StopIteration:
        return
    commit.close()
    raise StorageBroken("a commit waited where it was said not to")
