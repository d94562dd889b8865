"""People with all that is told of them, people as Tend wrote them before, and the country of the help lines."""

from __future__ import annotations

from typing import Any

import pytest

from domain.errors import StorageForeign
from domain.models import Preferences
from domain.people import Person, Role
from storage import codec, schema
from storage.database import Database
from storage.value_codec import from_document, to_document
from tests.storage.ledgers import run
from tests.storage.places import FilledPlace, database_at

WHOLE = Person(
    *("m", "Maya", "+44 7700 900123", 3, Role.PEER, "07700 900456", "maya@example.org"),
    *("Good for a walk", "After ten", "www.example.org", ("Tea?", "Can we talk?"), True),
)
WRITTEN = {
    "id": "m",
    "name": "Maya",
    "phone": "+44 7700 900123",
    "place": 3,
    "role": "peer",
    "text_to": "07700 900456",
    "email": "maya@example.org",
    "notes": "Good for a walk",
    "hours": "After ten",
    "where": "www.example.org",
    "asks": ["Tea?", "Can we talk?"],
    "on_first_aid": True,
}
PLAIN = {"appearance": "phone", "text_size": 100, "low_energy": "follows"}


def test_everything_told_of_somebody_is_written_and_read() -> None:
    assert to_document(WHOLE) == WRITTEN
    assert from_document(Person, WRITTEN) == WHOLE
    assert set(WRITTEN) == set(vars(WHOLE))


@pytest.mark.parametrize("older", [{"id": "m", "name": "Maya"}, {"id": "m", "name": "M", "phone": "0123", "place": 2}])
def test_people_as_they_were_written_before_read_as_they_were(older: dict[str, Any]) -> None:
    person = from_document(Person, older)
    assert (person.name, person.phone, person.place) == (older["name"], older.get("phone", ""), older.get("place", 0))
    assert (person.role, person.asks, person.on_first_aid, person.email) == (None, (), False, "")
    assert to_document(person) == older


@pytest.mark.parametrize(
    "change",
    [
        *({"role": "boss"}, {"role": ""}, {"asks": "Tea?"}, {"asks": [1]}, {"on_first_aid": 1}, {"email": None}),
        *({"notes": "n" * 2001}, {"asks": ["a" * 501]}, {"asks": ["a"] * 21}, {"fax": "0123"}),
    ],
    ids=lambda change: next(iter(change)),
)
def test_somebody_who_is_not_as_tend_writes_them_is_refused(change: dict[str, Any]) -> None:
    with pytest.raises(StorageForeign):
        schema.check({"people": {"m": WRITTEN | change}})


def test_somebody_comes_back_whole_after_opening_again(place: FilledPlace) -> None:
    async def save() -> None:
        async with database_at(place) as database:
            await database.people.save(WHOLE)

    async def look() -> None:
        async with database_at(place) as database:
            assert tuple(database.people.all()) == (WHOLE,)
            assert isinstance(database, Database)

    run(save())
    run(look())


@pytest.mark.parametrize("country", ["", "GB"])
def test_a_country_is_written_once_one_is_chosen(country: str) -> None:
    chosen = Preferences(country=country)
    document = codec.preferences_to_document(chosen)
    assert document == (PLAIN | {"country": "GB"} if country else PLAIN)
    assert codec.preferences_from_document(document) == chosen


@pytest.mark.parametrize("country", ["gb", "GBR", "G", "Ü1", "12", 7, None, True])
def test_what_is_no_code_of_a_country_is_refused(country: object) -> None:
    with pytest.raises(StorageForeign):
        codec.preferences_from_document(PLAIN | {"country": country})
