"""What a disk may do and seldom does, where mutation testing found that nothing was asked."""

from __future__ import annotations

import errno
import os
import stat
import threading
from pathlib import Path

import pytest

from domain.errors import StorageBroken, StorageBusy, StorageUnavailable
from storage import disk
from storage.disk import DiskFile, DiskPlace
from tests.storage.ledgers import close_all, run


class Trickle:
    """A raw file that gives three bytes at a time at most, as a system may when a signal comes in between."""

    closed = False

    def __init__(self, content: bytes) -> None:
        self._content, self._at = content, 0

    def seek(self, at: int) -> None:
        self._at = at

    def read(self, n: int) -> bytes:
        piece = self._content[self._at : self._at + min(n, 3)]
        self._at += len(piece)
        return piece


def test_a_read_that_gives_less_than_was_asked_for_goes_on(tmp_path: Path) -> None:
    file = DiskFile(tmp_path / "a")
    file.close()
    file._raw = Trickle(b"0123456789")  # type: ignore[assignment]
    assert [file.read(1, n) for n in (0, 3, 5, 9, 99)] == [b"", b"123", b"12345", b"123456789", b"123456789"]


def test_a_system_that_tells_text_from_bytes_is_told_that_these_are_bytes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    DiskFile(tmp_path / "a").close()
    monkeypatch.setattr(os, "O_BINARY", os.O_EXCL, raising=False)  # Windows has it; here it makes opening fail
    with pytest.raises(StorageUnavailable):
        DiskFile(tmp_path / "a")


@pytest.mark.parametrize("first", [0, 1])
def test_the_lock_stays_until_both_files_are_closed(tmp_path: Path, first: int) -> None:
    both = run(DiskPlace(tmp_path).open())
    both[first].close()
    with pytest.raises(StorageBusy):
        disk._open_both(tmp_path)
    both[1 - first].close()
    close_all(*disk._open_both(tmp_path))


def test_another_thread_can_close_what_this_one_opened(tmp_path: Path) -> None:
    both = run(DiskPlace(tmp_path).open())
    closing = threading.Thread(target=close_all, args=both)
    closing.start()
    closing.join()
    close_all(*disk._open_both(tmp_path))


def test_a_folder_that_cannot_be_flushed_is_left_to_the_system(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    flush = os.fsync

    def fsync(descriptor: int) -> None:
        if stat.S_ISDIR(os.fstat(descriptor).st_mode):
            raise OSError(errno.EINVAL, "as some network disks say")
        flush(descriptor)

    monkeypatch.setattr(os, "fsync", fsync)
    close_all(*run(DiskPlace(tmp_path / "new").open()))
    assert sorted(path.name for path in (tmp_path / "new").iterdir()) == ["tend-a.ledger", "tend-b.ledger", "tend.lock"]


def test_the_files_of_schema_1_are_those_it_wrote(tmp_path: Path) -> None:
    for name, content in (("tend-a.db", b"one"), ("tend-b.db", b"two")):
        (tmp_path / name).write_bytes(content)
    place = DiskPlace(tmp_path)
    assert run(place.slots()) == (b"one", b"two")
    run(place.drop_slots())
    assert list(tmp_path.iterdir()) == []


def test_a_disk_keeps_and_has_no_window_to_ask(tmp_path: Path) -> None:
    assert (DiskPlace(tmp_path).keeps, DiskPlace(tmp_path).can_take_over) == (True, False)


@pytest.mark.parametrize(("number", "name"), [(errno.EIO, "EIO"), (None, "unknown error"), (99_999, "unknown error")])
def test_the_engineer_is_told_the_systems_name_for_what_went_wrong(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int | None, name: str
) -> None:
    def fstat(_: int) -> None:
        raise OSError(number, "said the system") if number else OSError

    file = DiskFile(tmp_path / "a")
    with monkeypatch.context() as patched:
        patched.setattr(os, "fstat", fstat)
        with pytest.raises(StorageBroken) as refusal:
            file.size()
    file.close()
    assert str(refusal.value) == name
