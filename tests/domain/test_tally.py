"""Counting one use at a time gives exactly what counting all of them anew does, whatever was changed or deleted."""

from __future__ import annotations

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from domain.skill_counts import Count, Record, Tally, tally
from domain.skills import Helped, Use

AT = datetime(2026, 11, 19, 8, 12, tzinfo=UTC)
USES = st.builds(
    Use,
    id=st.integers(0, 9).map(str),
    skill_id=st.sampled_from("abc"),
    at=st.just(AT),
    utc_offset_minutes=st.just(60),
    helped=st.sampled_from((None, *Helped)),
    energy=st.sampled_from((None, 1, 2, 3, 4, 5)),
)
STEPS = st.lists(st.one_of(USES, st.integers(0, 9).map(str)), max_size=60)  # a use that is kept, or the id of one to go


@given(STEPS)
def test_one_at_a_time_is_all_at_once(steps: list[Use | str]) -> None:
    kept: dict[str, Use] = {}
    counted = Tally()
    for step in steps:
        before = kept.pop(step if isinstance(step, str) else step.id, None)
        if before:
            counted = counted.without(before)
        if isinstance(step, Use):
            kept[step.id] = step
            counted = counted.and_one(step)
        assert counted == tally(kept.values())
        assert counted.tried == len(kept)


def test_an_answer_that_changes_its_mind_is_counted_once() -> None:
    asked = Use("u", "breath", AT, 60, None, energy=2)
    yes = Use("u", "breath", AT, 60, Helped.YES, energy=2)
    counts = Tally().and_one(asked).without(asked).and_one(yes)
    assert counts.of("breath") == Record(1, all=Count(1, 1), low=Count(1, 1))
    assert dict(counts.without(yes).records) == {}
