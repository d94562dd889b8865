"""What the tables hold, and the number of this layout. Imports `domain` and `codec`.

    table         id of a document        document
    ------------  ----------------------  ---------------------------------------------
    check_ins     the check-in's own id   see `codec.check_in_to_document`
    preferences   "mine"                  see `codec.preferences_to_document`
    device        see `DEVICE`            what belongs to this device and not to the person; in no backup

Schema 1 was kept in two slots under TinyDB's own numbers (`storage/legacy.py`); 2 is keyed by the records' own ids.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from domain.errors import StorageForeign
from storage import codec

Document = dict[str, Any]
Tables = dict[str, dict[str, Document]]  # {table: {id: document}}
Change = tuple[str, str, Document | None]  # table, id, the document that now stands there (None: it goes)
Changes = tuple[Change, ...]

SCHEMA = 2
CHECK_INS, PREFERENCES, DEVICE = "check_ins", "preferences", "device"
MINE = "mine"  # the one document of a table that has one

_VALUES: dict[str, Callable[[Mapping[str, Any]], object]] = {
    CHECK_INS: codec.check_in_from_document,
    PREFERENCES: codec.preferences_from_document,
}


def check(tables: Tables) -> None:
    """See that every document of the person's own tables is as Tend writes it.

    Raises:
        StorageForeign: a table or field Tend does not know, a wrong type, a number out of range, an id that is
            not the document's own.
    """
    for table, documents in tables.items():
        if table not in _VALUES:
            raise StorageForeign("a table Tend does not know")
        for id, document in documents.items():
            if type(document) is not dict:
                raise StorageForeign(f"wrong type: {table}")
            _VALUES[table](document)
            if document.get("id", MINE) != id:
                raise StorageForeign(f"another id: {table}")
