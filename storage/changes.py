"""Changes to tables: applying them, finding them, taking them back. Pure but for `apply`; imports `schema` only.

An empty table and none are the same: neither says anything.
"""

from __future__ import annotations

from collections.abc import Iterable

from storage.schema import Change, Changes, Document, Tables


def apply(tables: Tables, changes: Iterable[Change]) -> None:
    """Change `tables` in place."""
    for table, id, document in changes:
        if document is not None:
            tables.setdefault(table, {})[id] = document
        elif table in tables:
            tables[table].pop(id, None)
            if not tables[table]:
                del tables[table]


def difference(old: Tables, new: Tables) -> Changes:
    """The smallest set of changes that makes `new` of `old`."""
    puts = [
        (table, id, document)
        for table, documents in new.items()
        for id, document in documents.items()
        if not same(old.get(table, {}).get(id), document)
    ]
    goes = [(table, id, None) for table, documents in old.items() for id in documents if id not in new.get(table, {})]
    return (*puts, *goes)


def inverse(tables: Tables, changes: Changes) -> Changes:
    """What gives `tables` back after `changes` were applied to them."""
    touched = {(table, id): tables.get(table, {}).get(id) for table, id, _ in changes}
    return tuple((table, id, document) for (table, id), document in touched.items())


def same(one: Document | None, other: Document | None) -> bool:
    """True when JSON would not tell them apart: unlike `==`, True is not 1 here, nor 1.0."""
    return one == other and repr(one) == repr(other)
