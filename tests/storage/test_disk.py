"""What only a disk has: one writer, rights, a place that cannot be used."""

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

from domain.errors import StorageBroken, StorageBusy, StorageForeign, StorageFull, StorageUnavailable
from domain.models import Preferences
from storage import disk
from storage.byte_file import ByteFile
from storage.disk import DiskFile
from storage.opening import open_database

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
from storage import disk

files = asyncio.run(disk.open_files(Path(sys.argv[1])))
print("held", flush=True)
sys.stdin.read()
"""


def close_all(*files: ByteFile) -> None:
    for file in files:
        file.close()


@pytest.mark.slow
def test_a_second_writer_is_told_that_it_is_busy_after_two_seconds(tmp_path: Path) -> None:
    files = asyncio.run(disk.open_files(tmp_path))
    started = time.monotonic()
    with pytest.raises(StorageBusy):
        asyncio.run(disk.open_files(tmp_path))
    assert 1.8 < time.monotonic() - started < 4
    close_all(*files)
    close_all(*asyncio.run(disk.open_files(tmp_path)))


@pytest.mark.slow
def test_another_process_keeps_us_out_until_it_ends(tmp_path: Path) -> None:
    command = [sys.executable, "-c", HOLDER, str(tmp_path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout
        assert holder.stdout.readline() == "held\n"
        with pytest.raises(StorageBusy):
            asyncio.run(disk.open_files(tmp_path))
        holder.kill()
        holder.wait()
        close_all(*asyncio.run(disk.open_files(tmp_path)))


def test_a_writer_that_lets_go_in_time_is_waited_for(tmp_path: Path) -> None:
    async def second_after_first() -> tuple[ByteFile, ByteFile]:
        first = await disk.open_files(tmp_path)
        asyncio.get_running_loop().call_later(0.25, close_all, *first)
        return await disk.open_files(tmp_path)

    close_all(*asyncio.run(second_after_first()))


@pytest.mark.slow
def test_the_lock_stays_until_both_files_are_closed(tmp_path: Path) -> None:
    a, b = asyncio.run(disk.open_files(tmp_path))
    a.close()
    a.close()
    with pytest.raises(StorageBusy):
        asyncio.run(disk.open_files(tmp_path))
    b.close()
    close_all(*asyncio.run(disk.open_files(tmp_path)))


def test_a_refused_opening_leaves_nothing_held(tmp_path: Path) -> None:
    (tmp_path / "tend-a.db").write_bytes(b"not ours")
    for _ in range(2):
        with pytest.raises(StorageForeign):
            asyncio.run(open_database(tmp_path))
    close_all(*asyncio.run(disk.open_files(tmp_path)))


@posix_only
def test_folder_and_files_are_for_their_owner_alone(tmp_path: Path) -> None:
    folder = tmp_path / "a" / "b"
    close_all(*asyncio.run(disk.open_files(folder)))
    rights = {path.name: oct(stat.S_IMODE(path.stat().st_mode)) for path in (folder, *folder.iterdir())}
    assert rights == {"b": "0o700", "tend-a.db": "0o600", "tend-b.db": "0o600", "tend.lock": "0o600"}


def test_a_place_that_is_a_file_is_no_place(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    for folder in (tmp_path / "file", tmp_path / "file" / "below"):
        with pytest.raises(StorageUnavailable):
            asyncio.run(disk.open_files(folder))


def test_a_folder_in_the_place_of_a_file_lets_the_lock_go(tmp_path: Path) -> None:
    (tmp_path / "tend-b.db").mkdir()
    for _ in range(2):
        with pytest.raises(StorageUnavailable):
            asyncio.run(disk.open_files(tmp_path))


@posix_only
def test_a_read_only_folder_is_no_place() -> None:
    with without_rights() as home:
        home.chmod(0o500)
        for folder in (home, home / "below"):
            with pytest.raises(StorageUnavailable):
                asyncio.run(disk.open_files(folder))


@posix_only
def test_files_without_the_right_to_write_are_no_place() -> None:
    with without_rights() as home:
        close_all(*asyncio.run(disk.open_files(home)))
        (home / "tend-b.db").chmod(0o400)
        with pytest.raises(StorageUnavailable):
            asyncio.run(disk.open_files(home))


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
        file.flush()
    file.close()


def test_any_other_failure_is_broken_and_keeps_its_cause(tmp_path: Path) -> None:
    file = DiskFile(tmp_path / "file")
    with pytest.raises(StorageBroken) as refusal:
        file.truncate(2**63 - 1)
    assert isinstance(refusal.value.__cause__, OSError)
    file.close()


def test_the_records_are_where_they_were_asked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TEND_DATA_DIR", str(tmp_path / "named"))
    database = asyncio.run(open_database())
    database.preferences.save(Preferences(text_size=200))
    database.close()
    assert sorted(path.name for path in (tmp_path / "named").iterdir()) == [
        "tend-a.db",
        "tend-b.db",
        "tend.lock",
    ]
    database = asyncio.run(open_database(tmp_path / "given"))
    assert database.preferences.load() == Preferences()
    database.close()
    database = asyncio.run(open_database(tmp_path / "named"))
    assert database.preferences.load() == Preferences(text_size=200)
    database.close()


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="every system has a place of its own")
def test_unasked_they_are_where_the_system_keeps_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TEND_DATA_DIR", "")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    asyncio.run(open_database()).close()
    assert (tmp_path / "Tend" / "tend-a.db").exists()


def test_opening_on_a_desktop_imports_nothing_of_the_browser(tmp_path: Path) -> None:
    code = (
        "import asyncio, sys; from pathlib import Path; from storage.opening import open_database;"
        "asyncio.run(open_database(Path(sys.argv[1]))).close();"
        "print({'js', 'pyodide', 'storage.opfs'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code, str(tmp_path)], capture_output=True, text=True, check=True)
    assert done.stdout == "set()\n"
