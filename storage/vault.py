"""The records of one place as a whole: opened, locked, handed over, backed up, brought in, erased.

Imports our own modules.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo
from pathlib import Path
from types import MappingProxyType
from typing import Any

from domain.errors import BackupUnsound, InputRefused, StorageUnavailable, WrongPassphrase
from storage import backup as backups
from storage import changes as of
from storage import check_in_csv, csv_text, daylio, locking, opening, passphrase, rescue, restore
from storage.byte_file import Place
from storage.cipher import Crypto
from storage.csv_reading import UnreadRow
from storage.database import Database
from storage.restore import Mode, Preview
from storage.schema import Tables

WORDS = Path(__file__).parent.parent / "assets" / "content" / "words-en.txt"


@dataclass(frozen=True)
class Incoming:
    """A file that was looked at and could come in."""

    tables: Tables
    preview: Preview
    can_replace: bool = False  # it holds everything, and not only check-ins
    made_at: datetime | None = None  # where it says
    unread: tuple[UnreadRow, ...] = ()


class Vault:
    """The records of `place`.

    Raises, in everything that reads or writes them while they are shut: `StorageUnavailable`.
    """

    def __init__(self, place: Place, crypto: Crypto) -> None:
        self._place, self._crypto = place, crypto
        self._open: Database | None = None

    @property
    def database(self) -> Database:
        """The open records."""
        if self._open is None:
            raise StorageUnavailable("the records are shut")
        return self._open

    @property
    def can_take_over(self) -> bool:
        """True where another window can be asked to let go."""
        return self._place.can_take_over

    @property
    def can_take_back(self) -> bool:
        """True while what was brought in last can be undone."""
        return self._open is not None and self._open.can_take_back

    @property
    def is_locked(self) -> bool:
        """True when what is stored is encrypted."""
        return self._open is not None and self._open.ledger.lock is not None

    async def open(self, passphrase: str | None = None) -> Database:
        """Open them anew. Raises what `opening.open_database` raises."""
        self.shut()
        self._open = await opening.open_database(self._place, passphrase)
        return self._open

    async def open_to_read(self) -> Database:
        """Look at what another window keeps. Raises what `opening.read_database` raises."""
        self.shut()
        self._open = await opening.read_database(self._place)
        return self._open

    def shut(self) -> None:
        """Let go of the files, and forget what was in them."""
        if self._open:
            self._open.close()
            self._open = None

    async def take_over(self) -> None:
        """Ask the window that has the records to let go; `open` then waits for it."""
        from storage.tabs import ask_for_turn

        ask_for_turn()

    def when_asked(self, let_go: Callable[[], object]) -> None:
        """Call `let_go` each time another window asks for the records."""
        if self._place.can_take_over:
            from storage.tabs import when_asked

            when_asked(let_go)

    async def fits(self, words: str) -> bool:
        """Whether a passphrase is the one everything is encrypted under; without a lock any is."""
        lock = self.database.ledger.lock
        try:
            if lock:
                await locking.opened(lock.record, words, self._crypto)
        except WrongPassphrase:
            return False
        return True

    async def set_lock(self, words: str | None) -> None:
        """Encrypt everything under a passphrase, or nothing any more. Raises `StorageError`."""
        lock = await locking.new_lock(words, self._crypto) if words is not None else None
        await self.database.ledger.set_lock(lock)

    async def copy(self) -> bytes:
        """The files as they stand, whether they open or not. Raises `StorageError`."""
        return rescue.copy_of(await self._place.contents(), await self._place.slots())

    async def tidy(self) -> None:
        """Make the next opening quicker, if it is worth the while. Raises `StorageError`; nothing is lost."""
        if self.database.ledger.wants_compaction:
            await self.database.ledger.compact()

    async def erase(self) -> None:
        """Remove every record from this device. Raises `StorageError`; they are shut all the same."""
        self.shut()
        await self._place.erase()

    async def backup(
        self, words: str | None, now: datetime, waiting: Mapping[str, Sequence[Any]] = MappingProxyType({})
    ) -> bytes:
        """A file with everything, tried: restoring it gives exactly what is here, and what still waits to be saved.

        Raises:
            BackupUnsound: it does not, and is good for nothing.
        """
        tables = restore.applied(self.database.tables(), restore.puts(waiting))
        content = backups.to_plain(tables, now)
        if words is not None:
            content = await backups.encrypted(content, words, self._crypto)
        try:
            await backups.trial(content, words, tables, self._crypto)
        except InputRefused as exc:
            raise BackupUnsound("restored on trial, it was not the same") from exc
        return content

    def sizes(self) -> dict[str, tuple[int, int]]:
        """How many records each of the person's tables holds, and how many bytes they are as JSON."""
        tables = self.database.tables().items()
        return {
            name: (
                len(held),
                sum(
                    len(json.dumps(document, ensure_ascii=False).encode("utf-8", "surrogatepass"))
                    for document in held.values()
                ),
            )
            for name, held in tables
        }

    def spreadsheet(self) -> bytes:
        """The check-ins as a table for other tools."""
        return check_in_csv.written(self.database.check_ins.all())

    def is_sealed(self, content: bytes) -> bool:
        """True when a file is a backup that needs a passphrase. Raises `FileRefused`."""
        if not _is_json(content):
            return False
        if rescue.is_copy(content):
            return rescue.needs_passphrase(content)
        return isinstance(backups.look(content), backups.Sealed)

    def moods_to_place(self, content: bytes) -> tuple[str, ...]:
        """The names of moods in a file that Tend cannot place on its scale. Raises `FileRefused`."""
        is_theirs = not _is_json(content) and csv_text.kind_of(content) == "daylio"
        return daylio.mood_names(content) if is_theirs else ()

    async def look(self, content: bytes, words: str | None, moods: Mapping[str, int], zone: tzinfo) -> Incoming:
        """What a file would bring; nothing changes.

        `words` open an encrypted backup; `moods` and `zone` place the moods and times of a table that has only names.

        Raises:
            FileRefused: it cannot come in.
            WrongPassphrase: it needs another passphrase.
        """
        live = self.database.tables()
        if _is_json(content) and rescue.is_copy(content):
            tables = await rescue.tables_in(content, words, self._crypto)
            return Incoming(tables, restore.preview(live, tables), can_replace=True)
        if _is_json(content):
            found = backups.look(content)
            if isinstance(found, backups.Sealed):
                if words is None:
                    raise WrongPassphrase("none was given")
                found = await backups.unsealed(found, words, self._crypto)
            return Incoming(found.tables, restore.preview(live, found.tables), True, found.made_at)
        is_theirs = csv_text.kind_of(content) == "daylio"
        reading = daylio.read(content, moods, zone) if is_theirs else check_in_csv.read(content)
        tables = restore.of_check_ins(reading.check_ins)
        return Incoming(tables, restore.preview(live, tables), unread=reading.unread)

    async def bring_in(self, incoming: Incoming, replace: bool) -> None:
        """Bring a file in as one change, which `take_back` undoes until the next save. Raises `StorageError`."""
        live = self.database.tables()
        mode = Mode.REPLACE if replace else Mode.MERGE
        changes = restore.changes(live, incoming.tables, mode)
        await self.database.bring_in(changes, of.inverse(live, changes))

    async def take_back(self) -> None:
        """Undo what was brought in last. Raises `StorageError`."""
        await self.database.take_back()

    def new_passphrase(self) -> str:
        """Five words picked at random."""
        return passphrase.generated(WORDS.read_text("utf-8").split(), self._crypto.random)

    def is_long_enough(self, words: str) -> bool:
        """Whether a passphrase is worth having."""
        return passphrase.is_long_enough(words)

    def is_same(self, one: str, other: str) -> bool:
        """Whether two passphrases open the same."""
        return passphrase.normalised(one) == passphrase.normalised(other)


def _is_json(content: bytes) -> bool:
    return content.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] == b"{"
