"""Any run of saves, deletions, failures and openings gives what a plain dict would hold."""

from __future__ import annotations

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from domain.errors import StorageFull
from domain.models import CheckIn, Preferences
from storage.database import Database
from tests.storage.byte_file_fakes import Faults, FaultyFile, MemoryFile
from tests.storage.record_strategies import check_ins, preferences

few_ids = st.sampled_from(["a", "b", "c", "1", "2"])


class RecordsAsADict(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.contents = bytearray(), bytearray()
        self.check_ins: dict[str, CheckIn] = {}
        self.preferences = Preferences()
        self.open_again()

    @rule()
    def open_again(self) -> None:
        self.faults = Faults(kind=StorageFull)
        self.database = Database(*(FaultyFile(content, self.faults) for content in self.contents))

    @rule(check_in=check_ins, id=few_ids)
    def save(self, check_in: CheckIn, id: str) -> None:
        check_in = CheckIn(**(vars(check_in) | {"id": id}))
        self.database.check_ins.save(check_in)
        self.check_ins[id] = check_in

    @rule(id=few_ids)
    def delete(self, id: str) -> None:
        self.database.check_ins.delete(id)
        self.check_ins.pop(id, None)

    @rule(chosen=preferences)
    def choose(self, chosen: Preferences) -> None:
        self.database.preferences.save(chosen)
        self.preferences = chosen

    @rule(check_in=check_ins, number=st.integers(0, 2), share=st.sampled_from([0, 0.5, 1]))
    def save_in_vain(self, check_in: CheckIn, number: int, share: float) -> None:
        self.faults.at, self.faults.share = self.faults.seen + number, share
        with pytest.raises(StorageFull):
            self.database.check_ins.save(check_in)

    @invariant()
    def memory_and_files_hold_the_same(self) -> None:
        expected = tuple(sorted(self.check_ins.values(), key=lambda check_in: (check_in.at, check_in.id)))
        reopened = Database(*(MemoryFile(bytearray(content)) for content in self.contents))
        for database in (self.database, reopened):
            assert database.check_ins.all() == expected
            assert database.preferences.load() == self.preferences


TestRecordsAsADict = pytest.mark.slow(RecordsAsADict.TestCase)
TestRecordsAsADict.settings = settings(max_examples=60, stateful_step_count=40, deadline=None)
