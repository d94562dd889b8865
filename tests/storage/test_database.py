"""The repositories on every backend: what is saved comes back, also after opening again."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TypeVar

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from domain.errors import StorageForeign
from domain.models import Activity, Appearance, CheckIn, Preferences, Sleep
from domain.safety import Device
from storage import changes as of
from storage.database import Database
from storage.schema import Changes
from tests.storage.byte_file_fakes import Faults, FaultyFile
from tests.storage.ledgers import committed, fresh, looked_at, opened, run
from tests.storage.places import FilledPlace, database_at
from tests.storage.record_strategies import check_ins, preferences

Result = TypeVar("Result")
AT = datetime(2026, 11, 19, 8, 12, tzinfo=UTC)
FULL = CheckIn(*("full", AT, 60, 4, 2, ("calm", "tired"), (Activity("walk", 2, 4),), Sleep.GOOD, 7.5, "a note", 3))


def at(place: FilledPlace, do: Callable[[Database], Awaitable[Result]]) -> Result:
    """Open the records of a place, do something, and close them."""

    async def work() -> Result:
        async with database_at(place) as database:
            return await do(database)

    return run(work())


def saved(place: FilledPlace, *several: CheckIn) -> None:
    async def save(database: Database) -> None:
        for check_in in several:
            await database.check_ins.save(check_in)

    at(place, save)


def kept(place: FilledPlace) -> tuple[CheckIn, ...]:
    async def look(database: Database) -> tuple[CheckIn, ...]:
        return tuple(database.check_ins.all())

    return at(place, look)


def test_a_fresh_database_has_no_check_ins_and_the_defaults(place: FilledPlace) -> None:
    async def look(database: Database) -> None:
        assert tuple(database.check_ins.all()) == ()
        assert database.check_ins.get("a") is None
        assert database.preferences.load() == Preferences(Appearance.PHONE, 100)
        assert database.device.load() == Device()
        assert database.tables() == {}
        assert not database.can_take_back

    at(place, look)


def test_a_check_in_comes_back_whole_now_and_after_opening_again(place: FilledPlace) -> None:
    async def save(database: Database) -> None:
        await database.check_ins.save(FULL)
        assert tuple(database.check_ins.all()) == (FULL,)
        assert database.check_ins.get("full") == FULL

    at(place, save)
    assert kept(place) == (FULL,)


def test_check_ins_come_by_time_and_then_by_id(place: FilledPlace) -> None:
    late, early, first, second = (
        CheckIn("a", AT + timedelta(hours=1), 0),
        CheckIn("z", AT - timedelta(days=400), 0),
        CheckIn("10", AT, 0),
        CheckIn("9", AT, 0),
    )
    saved(place, late, second, early, first)
    assert kept(place) == (early, first, second, late)


def test_saving_the_same_id_again_replaces_every_field(place: FilledPlace) -> None:
    emptied = CheckIn("full", AT + timedelta(minutes=5), -120)
    saved(place, FULL, CheckIn("other", AT, 0), emptied)
    assert kept(place) == (CheckIn("other", AT, 0), emptied)
    tables = looked_at(run(place.contents())).tables
    assert list(tables["check_ins"]) == ["full", "other"]
    assert "note" not in json.dumps(tables)


def test_only_the_deleted_check_in_goes(place: FilledPlace) -> None:
    saved(place, *(replace(FULL, id=name) for name in "abc"))

    async def delete(database: Database) -> None:
        await database.check_ins.delete("b")
        assert [check_in.id for check_in in database.check_ins.all()] == ["a", "c"]

    at(place, delete)
    assert [check_in.id for check_in in kept(place)] == ["a", "c"]


def test_deleting_what_is_not_there_writes_nothing(place: FilledPlace) -> None:
    saved(place, FULL)
    before = run(place.contents())

    async def delete(database: Database) -> None:
        await database.check_ins.delete("unknown")
        await database.check_ins.delete("1")

    at(place, delete)
    assert run(place.contents()) == before
    assert kept(place) == (FULL,)


def test_every_save_is_one_line_and_no_more(place: FilledPlace) -> None:
    async def save(database: Database) -> None:
        lines = []
        for change in (
            database.check_ins.save(FULL),
            database.check_ins.save(replace(FULL, note="changed")),
            database.check_ins.save(replace(FULL, note="changed")),
            database.preferences.save(Preferences()),
            database.preferences.save(Preferences(Appearance.DARK)),
            database.device.save(Device(backups=1)),
            database.check_ins.delete("full"),
        ):
            await change
            lines.append((await place.contents())[0].count(b"\n"))
        assert lines == [3, 4, 4, 5, 6, 7, 8]

    at(place, save)


def test_preferences_and_device_come_back_and_replace_each_other(place: FilledPlace) -> None:
    device = Device(AT, 3, 15, True, 4)

    async def save(database: Database) -> None:
        await database.preferences.save(Preferences(Appearance.DARK, 150))
        await database.preferences.save(Preferences(Appearance.LIGHT, 200))
        await database.device.save(Device(backups=9))
        await database.device.save(device)
        await database.check_ins.save(FULL)

    async def look(database: Database) -> None:
        assert database.preferences.load() == Preferences(Appearance.LIGHT, 200)
        assert database.device.load() == device
        assert list(database.tables()) == ["preferences", "check_ins"]  # nothing of the device goes into a backup

    at(place, save)
    at(place, look)


def test_a_check_in_that_could_not_be_read_again_is_never_written(place: FilledPlace) -> None:
    saved(place, FULL)
    with pytest.raises(StorageForeign):
        saved(place, replace(FULL, utc_offset_minutes=60.0))  # type: ignore[arg-type]
    assert kept(place) == (FULL,)


@pytest.mark.parametrize(
    "note",
    [
        "x" * 100_000,
        " " * 100_000,
        "👩🏽‍❤️‍💋‍👨🏿 🏴󠁧󠁢󠁳󠁣󠁴󠁿",
        "\u202eשלום\u202c مرحبا\u200b\u200f",
        "".join(map(chr, range(32))) + "\x7f\x85\u2028\u2029\ufeff\uffff",
        "\ud83d alone \ude00",
        "\ude00\ud83d",
        "before\0after",
        'a "quoted" \\u0041 \\ {"note": null}',
        "e\u0301 is not \u00e9",
        "\r\n\r\n\n",
    ],
    ids=ascii,
)
def test_every_letter_of_a_note_is_kept(place: FilledPlace, note: str) -> None:
    check_in = replace(FULL, note=note, feelings=(note,), activities=(Activity(note),), id=note)
    saved(place, check_in)
    assert kept(place) == (check_in,)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(several=st.lists(check_ins, max_size=6), chosen=preferences)
def test_anything_saved_comes_back_after_opening_again(
    place: FilledPlace, several: list[CheckIn], chosen: Preferences
) -> None:
    async def save(database: Database) -> None:
        for check_in in several:
            await database.check_ins.save(check_in)
        await database.preferences.save(chosen)

    async def load(database: Database) -> Preferences:
        return database.preferences.load()

    place.fill(b"", b"")
    at(place, save)
    last = {check_in.id: check_in for check_in in several}.values()
    assert kept(place) == tuple(sorted(last, key=lambda check_in: (check_in.at, check_in.id)))
    assert at(place, load) == chosen


@pytest.mark.parametrize(
    "changes",
    [
        (("check_ins", "a", {"mood": 1}),),
        (("check_ins", "a", {"at": 5}), ("check_ins", "b", {"at": "text"})),
        (("check_ins", "a", {"at": "2026-11-19T08:12:00+00:00"}),),
        (("preferences", "mine", {"mood": 1}),),
        (("preferences", "yours", {"appearance": "dark", "text_size": 100}),),
    ],
)
def test_a_document_that_is_not_ours_is_refused_by_whoever_asks_for_it(place: FilledPlace, changes: Changes) -> None:
    place.fill(*committed(fresh(), changes))

    async def look(database: Database) -> None:
        _ = (tuple(database.check_ins.all()), database.preferences.load())

    with pytest.raises(StorageForeign):
        at(place, look)


def test_what_is_brought_in_shows_at_once_and_can_be_taken_back_once(place: FilledPlace) -> None:
    saved(place, FULL, replace(FULL, id="gone"))
    before = kept(place)

    async def there_and_back(database: Database) -> None:
        tables = database.ledger.tables
        other = tables["check_ins"]["full"] | {"mood": 1}
        changes: Changes = (("check_ins", "full", other), ("check_ins", "gone", None))
        await database.bring_in(changes, of.inverse(tables, changes))
        assert tuple(database.check_ins.all()) == (replace(FULL, mood=1),)
        assert database.can_take_back
        await database.take_back()
        assert tuple(database.check_ins.all()) == before
        assert not database.can_take_back
        await database.take_back()
        await database.bring_in((), ())

    at(place, there_and_back)
    assert kept(place) == before


@pytest.mark.parametrize("minutes", [(0, 0, 0), (1, 2, 3), (3, -1, 2), (-5, 5, -5)], ids=str)
def test_saves_that_wait_for_each_other_leave_the_order_whole(minutes: tuple[int, ...]) -> None:
    faults = Faults(waits=True)
    again = [replace(FULL, mood=mood, at=AT + timedelta(minutes=late)) for mood, late in enumerate(minutes, 1)]
    others = [CheckIn(id, AT, 0) for id in "abz"]

    async def several() -> None:
        files = FaultyFile(bytearray(), faults), FaultyFile(bytearray(), faults)
        check_ins = Database(await opened(files)).check_ins
        await asyncio.gather(*map(check_ins.save, [FULL, *others]))
        await asyncio.gather(*map(check_ins.save, again), check_ins.delete("z"))
        expected = sorted([*others[:2], again[-1]], key=lambda check_in: (check_in.at, check_in.id))
        assert list(check_ins.all()) == expected
        await asyncio.gather(check_ins.delete("a"), check_ins.save(others[0]), check_ins.delete("full"))
        assert list(check_ins.all()) == others[:2]

    run(several())
