"""Saves that survive a crash: TinyDB's storage on two byte files, each a slot for one whole record.

Imports `tinydb` and our own modules. A save writes the older slot and flushes it; until then the newer slot
is what counts, so at every moment one whole record stands in the files. What opening makes of two slots:

    one slot            the other slot      opening
    ------------------  ------------------  ----------------------------------------------------------------
    whole               whole               the higher sequence; equal ones must be the same record
    whole               empty or torn       the whole one: the other is a save that was never acknowledged
    empty               empty               fresh: an empty record is flushed to both before anything else
    empty               torn creation       fresh, as above
    empty               torn otherwise      StorageForeign
    torn                torn                StorageForeign
    newer               anything            StorageNewer
    foreign             anything else       StorageForeign
    whole, not tables   older, empty, torn  StorageForeign

    empty          no bytes at all; beside a whole slot it is a save cut after the file was emptied
    whole          our magic, version and schema, the exact length, and the checksum fits
    torn           a piece of our magic and then anything that is not whole; or nothing but zeros, which
                   is how bytes that never reached the disk read after a power cut
    torn creation  torn, and a beginning of the empty record (or zeros, no longer than it)
    newer          our magic and a later version; or whole, with a later schema
    foreign        begins otherwise: not our file

Every refusal leaves both files as they are, byte for byte. A torn slot is not repaired when opening: the next
save clears it and goes there.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from enum import Enum, auto

from tinydb import Storage

from domain.errors import StorageError, StorageForeign, StorageNewer
from storage import record
from storage.byte_file import ByteFile

_EMPTY_PAYLOAD = record.to_payload({})
EMPTY_RECORD = record.pack(0, _EMPTY_PAYLOAD)
_CHUNK_BYTES = 65536


class _Kind(Enum):
    EMPTY = auto()
    WHOLE = auto()
    TORN = auto()
    NEWER = auto()
    FOREIGN = auto()


@dataclass(frozen=True)
class _Slot:
    file: ByteFile
    kind: _Kind
    sequence: int = -1
    payload: bytes = b""


class SlotStorage(Storage):
    """TinyDB's storage on two byte files; it owns them once made.

    Memory holds the payload that was last flushed. `read` parses it anew each time, because TinyDB changes
    what it was given before it writes: so memory cannot change unless a save succeeded.

    Raises, when made (the files are then the caller's to close):
        StorageForeign: see the table above.
        StorageNewer: see the table above.
        StorageFull: no room for an empty record.
        StorageBroken: the files cannot be read or written.
    """

    def __init__(self, a: ByteFile, b: ByteFile) -> None:
        self._files = (a, b)
        slots = (_look(a), _look(b))
        _refuse_what_is_not_ours(slots)
        newest = _newest(slots)
        if newest is None:
            if not _is_fresh(slots):
                raise StorageForeign("no whole record in either slot")
            _replace(a, EMPTY_RECORD)
            _replace(b, EMPTY_RECORD)
            newest = _Slot(a, _Kind.WHOLE, 0, _EMPTY_PAYLOAD)
        self._payload = newest.payload
        self._sequence = newest.sequence
        self._older = b if newest.file is a else a
        self._is_older_torn = any(slot.file is self._older and slot.kind is _Kind.TORN for slot in slots)

    def read(self) -> record.Tables:
        """The tables as last saved, from memory; an empty dict in a fresh database."""
        return record.from_payload(self._payload)

    def write(self, data: record.Tables) -> None:
        """Keep `data`: durable once this returns, and nothing has changed if it raises.

        After a failure the older slot is cleared, so that a record that was refused is not found at the next
        opening; if even that fails it may be found, whole, or not at all.

        Raises:
            StorageFull: the device has no room.
            StorageBroken: the device did not keep it.
            TypeError, ValueError: JSON cannot say it.
        """
        payload = record.to_payload(data)
        sequence = self._sequence + 1
        if self._is_older_torn:
            # A torn record and the beginning of this one could make up a whole record that was never acknowledged.
            self._clear_older()
        try:
            _replace(self._older, record.pack(sequence, payload))
        except BaseException:
            self._is_older_torn = True
            with suppress(StorageError):
                self._clear_older()
            raise
        self._older = self._files[0] if self._older is self._files[1] else self._files[1]
        self._payload, self._sequence = payload, sequence

    def close(self) -> None:
        """Close both files."""
        try:
            self._files[0].close()
        finally:
            self._files[1].close()

    def _clear_older(self) -> None:
        """Cut it down to the magic: so it is known as ours, however the next save is torn."""
        begins_with_magic = self._older.read(0, len(record.MAGIC)) == record.MAGIC
        self._older.truncate(len(record.MAGIC) if begins_with_magic else 0)
        self._older.flush()
        self._is_older_torn = False


def _replace(file: ByteFile, content: bytes) -> None:
    file.write(0, content)
    if file.size() != len(content):
        file.truncate(len(content))
    file.flush()


def _look(file: ByteFile) -> _Slot:
    size = file.size()
    if size == 0:
        return _Slot(file, _Kind.EMPTY)
    beginning = file.read(0, record.HEADER_BYTES)
    if not record.MAGIC.startswith(beginning[: len(record.MAGIC)]):
        return _Slot(file, _Kind.TORN if _is_all_zeros(file, size) else _Kind.FOREIGN)
    version = record.version_of(beginning)
    if version is not None and version > record.VERSION:
        return _Slot(file, _Kind.NEWER)
    header = record.unpack_header(beginning)
    if header is None or header.payload_bytes != size - record.HEADER_BYTES or version != record.VERSION:
        return _Slot(file, _Kind.TORN)
    payload = file.read(record.HEADER_BYTES, header.payload_bytes)
    if not record.is_whole(header, payload):
        return _Slot(file, _Kind.TORN)
    if header.schema > record.SCHEMA:
        return _Slot(file, _Kind.NEWER)
    return _Slot(file, _Kind.WHOLE, header.sequence, payload)


def _refuse_what_is_not_ours(slots: tuple[_Slot, _Slot]) -> None:
    kinds = {slot.kind for slot in slots}
    if _Kind.NEWER in kinds:
        raise StorageNewer("a record has a later version or schema")
    if _Kind.FOREIGN in kinds:
        raise StorageForeign("a file that Tend did not write stands in its place")


def _newest(slots: tuple[_Slot, _Slot]) -> _Slot | None:
    """The whole slot that counts, or None when there is none."""
    whole = [slot for slot in slots if slot.kind is _Kind.WHOLE]
    if not whole:
        return None
    if len(whole) == 2 and whole[0].sequence == whole[1].sequence and whole[0].payload != whole[1].payload:
        raise StorageForeign("two records of the same age differ")
    newest = max(whole, key=lambda slot: slot.sequence)
    if not record.holds_tables(newest.payload):
        raise StorageForeign("a whole record holds no tables")
    return newest


def _is_fresh(slots: tuple[_Slot, _Slot]) -> bool:
    """True when nothing was ever acknowledged: both empty, or a creation that was cut short."""
    begun = [slot.file for slot in slots if slot.kind is not _Kind.EMPTY]
    if not begun:
        return True
    if len(begun) == 2 or begun[0].size() > len(EMPTY_RECORD):
        return False
    content = begun[0].read(0, len(EMPTY_RECORD))
    return EMPTY_RECORD.startswith(content) or not any(content)


def _is_all_zeros(file: ByteFile, size: int) -> bool:
    return not any(any(file.read(at, _CHUNK_BYTES)) for at in range(0, size, _CHUNK_BYTES))
