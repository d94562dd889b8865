"""Opening the records of a device: kept, read from another window, not kept; the old slots; damage until it is read."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from domain.errors import StorageForeign, StorageLocked, StorageReadOnly, WrongPassphrase
from domain.models import CheckIn, Preferences
from domain.safety import Device, Keeping
from storage import disk, opening
from storage.byte_file import Place
from storage.database import Database
from storage.disk import DiskPlace
from storage.opening import here, open_database, read_database
from storage.recovery import BEFORE_ALL, CREATION
from tests.storage.byte_file_fakes import Contents
from tests.storage.ledgers import CRYPTO, WORDS, committed, gone, looked_at, run
from tests.storage.places import FilledPlace, MemoryTestPlace
from tests.storage.stories import LOCKED
from tests.storage.test_legacy import slot
from tests.storage.torture import say, share

AT = datetime(2026, 11, 19, 8, 12, tzinfo=UTC)
FIRST = CheckIn("a", AT, 60, mood=2, note="first")
DOCUMENT = {"id": "a", "at": "2026-11-19T08:12:00+00:00", "utc_offset_minutes": 60, "mood": 2, "note": "first"}
CHOSEN = {"appearance": "dark", "text_size": 90}
SLOTS = slot(4, {}), slot(5, {"check_ins": {"3": DOCUMENT}, "preferences": {"1": CHOSEN}})


def saved_in(place: Place, *check_ins: CheckIn) -> None:
    async def save() -> None:
        database = await open_database(place)
        for check_in in check_ins:
            await database.check_ins.save(check_in)
        database.close()

    run(save())


def kept_in(place: Place, passphrase: str | None = None) -> list[CheckIn]:
    database = run(open_database(place, passphrase))
    database.close()
    return list(database.check_ins.all())


@pytest.fixture
def memory() -> MemoryTestPlace:
    return MemoryTestPlace()


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening.cipher, "this_device", lambda: CRYPTO)


def test_records_are_kept_and_the_files_held_until_they_are_closed(place: FilledPlace) -> None:
    saved_in(place, FIRST)  # type: ignore[arg-type]
    database = run(open_database(place))  # type: ignore[arg-type]
    assert database.keeping == Keeping.KEPT
    assert list(database.check_ins.all()) == [FIRST]
    database.close()


def test_what_another_window_holds_is_read_as_it_stands(memory: MemoryTestPlace) -> None:
    saved_in(memory, FIRST)
    memory.is_busy = True
    database = run(open_database(memory))
    assert database.keeping == Keeping.ELSEWHERE
    assert list(database.check_ins.all()) == [FIRST]
    with pytest.raises(StorageReadOnly):
        run(database.check_ins.save(replace(FIRST, id="b")))
    assert list(database.check_ins.all()) == [FIRST]


def test_where_there_is_no_place_they_are_held_in_memory_and_not_kept(memory: MemoryTestPlace) -> None:
    memory.is_missing = True
    database = run(open_database(memory))
    assert database.keeping == Keeping.NOT_KEPT
    run(database.check_ins.save(FIRST))
    assert list(database.check_ins.all()) == [FIRST]
    assert run(memory.contents()) == (b"", b"")


def test_a_refused_opening_leaves_nothing_held_and_every_byte_as_it_was(place: FilledPlace) -> None:
    for a, b in ((b"not ours", b""), (b"", b"not ours"), (b"not ours", b"nor this")):
        fresh_folder(place)
        place.fill(a, b)
        for _ in range(2):
            with pytest.raises(StorageForeign):
                run(open_database(place))  # type: ignore[arg-type]
        assert run(place.contents()) == (a, b)


def fresh_folder(place: FilledPlace) -> None:
    for file in run(place.open()):
        file.close()


@pytest.mark.usefixtures("quick")
def test_locked_records_ask_for_the_passphrase_and_let_go_of_the_files(memory: MemoryTestPlace) -> None:
    memory.fill(*LOCKED)
    for words, refusal in ((None, StorageLocked), ("another", WrongPassphrase)):
        with pytest.raises(refusal):
            run(open_database(memory, words))
        assert all(file.is_closed for file in memory.open_files)
    assert run(memory.contents()) == LOCKED
    memory.is_busy = True
    with pytest.raises(StorageLocked):
        run(open_database(memory))
    memory.fill(*committed(run(memory.contents()), *(gone(id) for id in looked_at(LOCKED).tables["check_ins"])))
    assert run(open_database(memory, WORDS)).keeping == Keeping.ELSEWHERE


def test_the_slots_of_schema_1_come_over_once_and_are_removed(place: FilledPlace) -> None:
    fresh_folder(place)
    place.fill(b"", b"")
    place.fill_slots(*SLOTS)
    database = run(open_database(place))  # type: ignore[arg-type]
    assert list(database.check_ins.all()) == [FIRST]
    assert database.preferences.load().text_size == 90
    run(database.check_ins.delete("a"))
    database.close()
    assert run(place.slots()) == (b"", b"")
    assert kept_in(place) == []  # type: ignore[arg-type]


def test_slots_that_cannot_be_removed_do_not_come_over_again_and_go_at_a_later_opening(memory: MemoryTestPlace) -> None:
    memory.fill_slots(*SLOTS)
    memory.keeps_slots = True
    saved_in(memory, replace(FIRST, note="changed since"))
    assert run(memory.slots()) == SLOTS
    assert kept_in(memory) == [replace(FIRST, note="changed since")]
    memory.keeps_slots = False
    assert kept_in(memory) == [replace(FIRST, note="changed since")]
    assert run(memory.slots()) == (b"", b"")


def test_slots_that_do_not_read_are_refused_and_kept(memory: MemoryTestPlace) -> None:
    memory.fill_slots(b"not ours", SLOTS[1][:-1])
    for _ in range(2):
        with pytest.raises(StorageForeign):
            run(open_database(memory))
    assert run(memory.slots()) == (b"not ours", SLOTS[1][:-1])
    memory.fill_slots(*SLOTS)
    assert kept_in(memory) == [FIRST]


def test_empty_slots_are_removed_as_well(memory: MemoryTestPlace) -> None:
    memory.fill_slots(slot(0, {}), slot(0, {}))
    assert kept_in(memory) == []
    assert run(memory.slots()) == (b"", b"")


def test_slots_come_over_whenever_their_coming_over_was_cut(memory: MemoryTestPlace) -> None:
    memory.fill_slots(*SLOTS)
    saved_in(memory)
    line = run(memory.contents())[0].removeprefix(CREATION)
    cuts = [
        *((CREATION[:cut], b"") for cut in range(len(CREATION))),
        *((CREATION, BEFORE_ALL[:cut]) for cut in range(len(BEFORE_ALL))),
        *((CREATION + line[:cut], BEFORE_ALL) for cut in range(len(line) + 1)),
    ]
    for image in cuts:
        memory.fill(*image)
        memory.fill_slots(*SLOTS)
        assert kept_in(memory) == [FIRST]
        assert run(memory.slots()) == (b"", b"")
    say(f"the slots came over after each of {len(cuts)} cuts")


def test_damage_is_noted_with_the_device_until_somebody_has_read_it(memory: MemoryTestPlace) -> None:
    saved_in(memory, FIRST, replace(FIRST, id="b"), replace(FIRST, id="c"))
    a, b = run(memory.contents())
    lines = a.splitlines(keepends=True)
    memory.fill(b"".join([*lines[:3], *lines[4:]]) + b"a save that was cu", b)
    for _ in range(2):
        database = run(open_database(memory))
        assert [check_in.id for check_in in database.check_ins.all()] == ["a", "c"]
        assert database.device.load() == Device(torn=True, damaged=1)
        database.close()
    database = run(open_database(memory))
    assert database.device.load() == Device(torn=True, damaged=1)
    run(database.device.save(Device()))
    database.close()
    assert run(open_database(memory)).device.load() == Device()


def test_damage_seen_from_another_window_is_left_to_the_one_that_holds_the_files(memory: MemoryTestPlace) -> None:
    saved_in(memory, FIRST)
    a, b = run(memory.contents())
    memory.fill(a + b"being writ", b)
    memory.is_busy = True
    database = run(open_database(memory))
    assert (database.device.load(), database.ledger.torn) == (Device(), True)
    assert run(memory.contents()) == (a + b"being writ", b)


def test_no_look_that_makes_no_sense_is_taken_for_the_last_word(memory: MemoryTestPlace) -> None:
    saved_in(memory, FIRST)
    looks = [(b"between", b"two"), (b"", b"writes"), run(memory.contents())]

    async def contents() -> Contents:
        return looks.pop(0)

    memory.contents = contents  # type: ignore[method-assign]
    assert list(run(read_database(memory)).check_ins.all()) == [FIRST]
    looks[:] = [(b"never", b"ours")] * 9
    with pytest.raises(StorageForeign):
        run(read_database(memory))
    assert len(looks) == 6


WRITER = """
import asyncio, sys
from pathlib import Path
from storage import ledger as of, openssl
from storage.disk import DiskPlace

of.ROOM_TO_GROW = 2_000

async def write():
    ledger = await of.Ledger.open(await DiskPlace(Path(sys.argv[1])).open(), openssl.OpenSsl())
    print("open", flush=True)
    count = 0
    while True:
        count += 1
        await ledger.commit((("counts", "mine", {"count": count}), ("counts", str(count % 30), {"count": count})))

asyncio.run(write())
"""


@pytest.mark.slow
def test_what_another_process_is_writing_can_be_read_at_any_moment(tmp_path: Path) -> None:
    command = [sys.executable, "-c", WRITER, str(tmp_path)]
    looks = last = 0
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as writer:
        assert writer.stdout
        assert writer.stdout.readline() == "open\n"
        while last < share(300, 3_000):
            database = run(read_database(DiskPlace(tmp_path)))
            counts = {id: document["count"] for id, document in database.ledger.tables.get("counts", {}).items()}
            count = counts.pop("mine", 0)
            assert count >= last
            assert counts == {str(n % 30): n for n in range(max(1, count - 29), count + 1)}
            last, looks = count, looks + 1
        writer.kill()
    say(f"{looks} looks while another process kept {last} saves, each a state that was")


def test_erasing_leaves_no_byte(place: FilledPlace) -> None:
    saved_in(place, FIRST)  # type: ignore[arg-type]
    place.fill_slots(*SLOTS)
    run(place.erase())
    assert run(place.contents()) == run(place.slots()) == (b"", b"")
    assert kept_in(place) == []  # type: ignore[arg-type]


def test_the_records_are_where_the_environment_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TEND_DATA_DIR", str(tmp_path / "named"))
    database: Database = asyncio.run(open_database())
    run(database.preferences.save(Preferences(text_size=200)))
    database.close()
    assert sorted(path.name for path in (tmp_path / "named").iterdir()) == [*disk.NAMES, "tend.lock"]
    database = run(open_database(DiskPlace(tmp_path / "given")))
    assert database.preferences.load() == Preferences()
    database.close()
    database = run(open_database())
    assert database.preferences.load() == Preferences(text_size=200)
    database.close()


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="every system has a place of its own")
def test_unasked_they_are_where_the_system_keeps_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TEND_DATA_DIR", "")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    run(open_database(run(here()))).close()
    assert (tmp_path / "Tend" / disk.NAMES[0]).exists()


def test_opening_on_a_desktop_imports_nothing_of_the_browser(tmp_path: Path) -> None:
    code = (
        "import asyncio, sys; from pathlib import Path; from storage.disk import DiskPlace;"
        "from storage.opening import open_database;"
        "asyncio.run(open_database(DiskPlace(Path(sys.argv[1])))).close();"
        "print({'js', 'pyodide', 'storage.opfs', 'storage.indexed_db', 'storage.page'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code, str(tmp_path)], capture_output=True, text=True, check=True)
    assert done.stdout == "set()\n"
