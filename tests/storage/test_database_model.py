"""Any run of saves, imports, ways back, compactions, locks, failures and openings gives what a dict would hold."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from domain.errors import StorageFull, StorageLocked, WrongPassphrase
from domain.models import CheckIn, Preferences
from storage import changes as of
from storage import codec, locking
from storage.database import Database
from storage.ledger import Ledger
from storage.schema import Changes
from tests.storage.byte_file_fakes import Faults, FaultyFile, files
from tests.storage.ledgers import CRYPTO, opened, run
from tests.storage.record_strategies import check_ins, preferences
from tests.storage.torture import share

few_ids = st.sampled_from(["a", "b", "c", "1", "2"])
phrases = st.sampled_from([None, "one phrase", "another phrase"])


class RecordsAsADict(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.contents = bytearray(), bytearray()
        self.check_ins: dict[str, CheckIn] = {}
        self.preferences: Preferences | None = None
        self.wants_mending = False  # a compaction was cut, and the next opening compacts, which ends the way back
        self.phrase: str | None = None
        self.before_import: dict[str, CheckIn] | None = None
        self.open_again()

    @rule()
    def open_again(self) -> None:
        self.faults = Faults(kind=StorageFull)
        a, b = (FaultyFile(content, self.faults) for content in self.contents)
        self.database = Database(run(opened((a, b), self.phrase)))
        if self.wants_mending:
            self.before_import, self.wants_mending = None, False

    @rule(check_in=check_ins, id=few_ids)
    def save(self, check_in: CheckIn, id: str) -> None:
        changes_something = self.check_ins.get(id) != replace(check_in, id=id)
        run(self.database.check_ins.save(replace(check_in, id=id)))
        self.check_ins[id] = replace(check_in, id=id)
        if changes_something:
            self.before_import = None

    @rule(id=few_ids)
    def delete(self, id: str) -> None:
        run(self.database.check_ins.delete(id))
        if self.check_ins.pop(id, None):
            self.before_import = None

    @rule(chosen=preferences)
    def choose(self, chosen: Preferences) -> None:
        run(self.database.preferences.save(chosen))
        if self.preferences != chosen:
            self.before_import = None
        self.preferences = chosen

    @rule(several=st.dictionaries(few_ids, st.none() | check_ins, min_size=1))
    def bring_in(self, several: dict[str, CheckIn | None]) -> None:
        changes: Changes = tuple(
            ("check_ins", id, codec.check_in_to_document(replace(new, id=id)) if new else None)
            for id, new in several.items()
        )
        self.before_import = dict(self.check_ins)
        run(self.database.bring_in(changes, of.inverse(self.database.ledger.tables, changes)))
        for id, new in several.items():
            self.check_ins.pop(id, None)
            if new:
                self.check_ins[id] = replace(new, id=id)

    @precondition(lambda self: self.before_import is not None)
    @rule()
    def take_back(self) -> None:
        assert self.database.can_take_back
        run(self.database.take_back())
        self.check_ins, self.before_import = self.before_import or {}, None

    @rule()
    def compact(self) -> None:
        run(self.database.ledger.compact())
        self.before_import, self.wants_mending = None, False

    @rule(phrase=phrases)
    def set_lock(self, phrase: str | None) -> None:
        lock = run(locking.new_lock(phrase, CRYPTO)) if phrase else None
        run(self.database.ledger.set_lock(lock))
        self.phrase, self.before_import, self.wants_mending = phrase, None, False

    @rule(check_in=check_ins, number=st.integers(0, 1), part=st.sampled_from([0, 0.5, 1]))
    def save_in_vain(self, check_in: CheckIn, number: int, part: float) -> None:
        self.faults.next(number)
        self.faults.share = part
        with pytest.raises(StorageFull):
            run(self.database.check_ins.save(replace(check_in, id="in vain")))

    @rule(number=st.integers(0, 5), part=st.sampled_from([0, 0.5, 1]))
    def compact_in_vain(self, number: int, part: float) -> None:
        self.faults.next(number)
        self.faults.share = part
        with pytest.raises(StorageFull):
            run(self.database.ledger.compact())
        self.wants_mending = True

    @precondition(lambda self: self.phrase)
    @rule()
    def try_another_passphrase(self) -> None:
        for phrase, refusal in ((None, StorageLocked), ("a third phrase", WrongPassphrase)):
            with pytest.raises(refusal):
                run(opened(files((bytes(self.contents[0]), bytes(self.contents[1]))), phrase))

    @invariant()
    def memory_and_files_hold_the_same(self) -> None:
        expected = sorted(self.check_ins.values(), key=lambda check_in: (check_in.at, check_in.id))
        again = Database(run(self.reopened()))
        for database in (self.database, again):
            assert list(database.check_ins.all()) == expected
            assert database.preferences.load() == (self.preferences or Preferences())
            assert database.can_take_back is (self.before_import is not None)
            assert (database.ledger.torn, database.ledger.damaged) == (False, 0)

    async def reopened(self) -> Ledger:
        contents = bytes(self.contents[0]), bytes(self.contents[1])
        return await opened(files(contents), self.phrase, read_only=True)


TestRecordsAsADict = pytest.mark.slow(RecordsAsADict.TestCase)
TestRecordsAsADict.settings = settings(
    max_examples=share(40, 500), stateful_step_count=share(30, 50), deadline=None, print_blob=True
)
