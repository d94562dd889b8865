"""How tables of an earlier schema become tables of today's: pure functions, in order. Imports `domain` and `schema`.

A migration takes tables and gives new ones, and leaves those it was given alone: if it raises, nothing has happened.
"""

from __future__ import annotations

from collections.abc import Callable

from domain.errors import StorageForeign
from storage.schema import CHECK_INS, MINE, PREFERENCES, SCHEMA, Tables


def migrated(tables: Tables, schema: int, to: int = SCHEMA) -> Tables:
    """The tables of `schema` as tables of the schema `to`.

    Raises:
        StorageForeign: there is no way from the one to the other, or the tables are not of that schema.
    """
    if not 1 <= schema <= to <= SCHEMA:
        raise StorageForeign("no such schema")
    for migrate in MIGRATIONS[schema - 1 : to - 1]:
        tables = migrate(tables)
    return tables


def key_by_own_ids(tables: Tables) -> Tables:
    """1 to 2: TinyDB's numbers go; a check-in stands under its own id, the preferences under "mine"."""
    check_ins, preferences = (list(tables.get(name, {}).values()) for name in (CHECK_INS, PREFERENCES))
    ids = [document.get("id") for document in check_ins]
    if len(set(map(repr, ids))) < len(ids) or not all(type(id) is str for id in ids) or len(preferences) > 1:
        raise StorageForeign("records that cannot be told apart")
    keyed = {CHECK_INS: {document["id"]: document for document in check_ins}}
    if preferences:
        keyed[PREFERENCES] = {MINE: preferences[0]}
    return {name: documents for name, documents in keyed.items() if documents}


def add_goals(tables: Tables) -> Tables:
    """2 to 3: what is there stays as it is; the tables that are new begin empty."""
    return tables


def add_hopes(tables: Tables) -> Tables:
    """3 to 4: what is there stays as it is; the hope box begins empty."""
    return tables


def add_plan(tables: Tables) -> Tables:
    """4 to 5: what is there stays as it is; the plan and the reminders begin empty."""
    return tables


MIGRATIONS: tuple[Callable[[Tables], Tables], ...] = (key_by_own_ids, add_goals, add_hopes, add_plan)
