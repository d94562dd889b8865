"""What only a disk has: one writer, rights, names, a place that cannot be used."""

from __future__ import annotations

import asyncio
import contextlib
import errno
import os
import shutil
import stat
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from domain.errors import StorageBroken, StorageBusy, StorageFull, StorageUnavailable
from storage import disk
from storage.byte_file import Files
from storage.disk import DiskFile, DiskPlace
from tests.storage.ledgers import close_all, run

posix_only = pytest.mark.skipif(os.name != "posix", reason="rights are POSIX's")
NOBODY = 65534


@contextlib.contextmanager
def without_rights() -> Iterator[Path]:
    """A folder of somebody who may not write everywhere: root takes on another user's rights meanwhile."""
    folder = Path(tempfile.mkdtemp())
    root = os.geteuid() == 0
    if root:
        os.chown(folder, NOBODY, NOBODY)
        os.seteuid(NOBODY)
    try:
        yield folder
    finally:
        if root:
            os.seteuid(0)
        folder.chmod(0o700)
        shutil.rmtree(folder)


HOLDER = """
import asyncio, sys
from pathlib import Path
from storage.disk import DiskPlace

files = asyncio.run(DiskPlace(Path(sys.argv[1])).open())
print("held", flush=True)
sys.stdin.read()
"""


def opened_at(folder: Path) -> Files:
    return run(DiskPlace(folder).open())


@pytest.mark.slow
def test_a_second_writer_is_told_that_it_is_busy_after_two_seconds(tmp_path: Path) -> None:
    files = opened_at(tmp_path)
    started = time.monotonic()
    with pytest.raises(StorageBusy):
        opened_at(tmp_path)
    assert 1.8 < time.monotonic() - started < 4
    close_all(*files)
    close_all(*opened_at(tmp_path))


@pytest.mark.slow
def test_another_process_keeps_us_out_until_it_ends(tmp_path: Path) -> None:
    command = [sys.executable, "-c", HOLDER, str(tmp_path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout
        assert holder.stdout.readline() == "held\n"
        with pytest.raises(StorageBusy):
            opened_at(tmp_path)
        holder.kill()
        holder.wait()
        close_all(*opened_at(tmp_path))


def test_a_writer_that_lets_go_in_time_is_waited_for(tmp_path: Path) -> None:
    async def second_after_first() -> Files:
        first = await DiskPlace(tmp_path).open()
        asyncio.get_running_loop().call_later(0.25, close_all, *first)
        return await DiskPlace(tmp_path).open()

    close_all(*run(second_after_first()))


@pytest.mark.slow
def test_the_lock_stays_until_both_files_are_closed(tmp_path: Path) -> None:
    a, b = opened_at(tmp_path)
    a.close()
    a.close()
    with pytest.raises(StorageBusy):
        opened_at(tmp_path)
    b.close()
    close_all(*opened_at(tmp_path))


@posix_only
def test_folder_and_files_are_for_their_owner_alone(tmp_path: Path) -> None:
    folder = tmp_path / "a" / "b"
    close_all(*opened_at(folder))
    rights = {path.name: oct(stat.S_IMODE(path.stat().st_mode)) for path in (folder, *folder.iterdir())}
    assert rights == {"b": "0o700", "tend-a.ledger": "0o600", "tend-b.ledger": "0o600", "tend.lock": "0o600"}


def test_a_place_that_is_a_file_is_no_place(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    for folder in (tmp_path / "file", tmp_path / "file" / "below"):
        with pytest.raises(StorageUnavailable):
            opened_at(folder)


def test_a_folder_in_the_place_of_a_file_lets_the_lock_go(tmp_path: Path) -> None:
    (tmp_path / "tend-b.ledger").mkdir()
    for _ in range(2):
        with pytest.raises(StorageUnavailable):
            opened_at(tmp_path)


@posix_only
def test_a_read_only_folder_is_no_place() -> None:
    with without_rights() as home:
        home.chmod(0o500)
        for folder in (home, home / "below"):
            with pytest.raises(StorageUnavailable):
                opened_at(folder)


@posix_only
def test_files_without_the_right_to_write_are_no_place() -> None:
    with without_rights() as home:
        close_all(*opened_at(home))
        (home / "tend-b.ledger").chmod(0o400)
        with pytest.raises(StorageUnavailable):
            opened_at(home)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device that is always full is Linux's")
def test_a_full_device_is_said_to_be_full_and_keeps_its_cause() -> None:
    file = DiskFile(Path("/dev/full"))
    with pytest.raises(StorageFull) as refusal:
        file.write(0, b"x")
    assert isinstance(refusal.value.__cause__, OSError)
    assert refusal.value.__cause__.errno == errno.ENOSPC
    file.close()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device that is always full is Linux's")
def test_flushing_asks_the_system_and_hears_its_refusal() -> None:
    file = DiskFile(Path("/dev/full"))  # a device without a disk: fsync answers that it cannot
    with pytest.raises(StorageBroken, match="EINVAL"):
        run(file.flush())
    file.close()


def test_any_other_failure_is_broken_and_keeps_its_cause(tmp_path: Path) -> None:
    file = DiskFile(tmp_path / "file")
    with pytest.raises(StorageBroken) as refusal:
        file.truncate(2**63 - 1)
    assert isinstance(refusal.value.__cause__, OSError)
    file.close()


def test_erasing_removes_every_file_tend_ever_made_there_and_nothing_else(tmp_path: Path) -> None:
    place = DiskPlace(tmp_path)
    close_all(*opened_at(tmp_path))
    for name in (*disk.SLOTS, "somebody else's"):
        (tmp_path / name).write_bytes(b"a note")
    assert run(place.slots()) == (b"a note", b"a note")
    run(place.erase())
    assert [path.name for path in tmp_path.iterdir()] == ["somebody else's"]
    run(place.erase())
    assert run(place.contents()) == run(place.slots()) == (b"", b"")


def test_dropping_the_slots_leaves_the_ledger(tmp_path: Path) -> None:
    a, b = opened_at(tmp_path)
    a.write(0, b"ledger")
    close_all(a, b)
    for name in disk.SLOTS:
        (tmp_path / name).write_bytes(b"slot")
    run(DiskPlace(tmp_path).drop_slots())
    assert run(DiskPlace(tmp_path).slots()) == (b"", b"")
    assert run(DiskPlace(tmp_path).contents()) == (b"ledger", b"")


def test_what_cannot_be_removed_or_read_is_broken(tmp_path: Path) -> None:
    (tmp_path / disk.NAMES[0]).mkdir()
    with pytest.raises(StorageUnavailable):
        run(DiskPlace(tmp_path).erase())
    with pytest.raises(StorageBroken):
        run(DiskPlace(tmp_path).contents())


def test_what_another_writer_holds_is_not_erased_under_it(tmp_path: Path) -> None:
    held = opened_at(tmp_path)
    with pytest.raises(StorageBusy):
        run(DiskPlace(tmp_path).erase())
    assert all((tmp_path / name).exists() for name in disk.NAMES)
    close_all(*held)
    run(DiskPlace(tmp_path).erase())
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="which file a descriptor is, Linux says there")
def test_new_names_are_flushed_with_their_folder_and_so_are_those_that_went(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    flushed: list[Path] = []
    fsync = os.fsync

    def noted(descriptor: int) -> None:
        flushed.append(Path(os.readlink(f"/proc/self/fd/{descriptor}")))
        fsync(descriptor)

    monkeypatch.setattr(os, "fsync", noted)
    close_all(*opened_at(tmp_path / "new"))
    assert flushed == [tmp_path / "new", tmp_path]
    flushed.clear()
    run(DiskPlace(tmp_path / "new").erase())
    assert flushed == [tmp_path / "new", tmp_path] * 2  # opened first, so that nobody else has them
