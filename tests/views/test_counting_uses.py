"""What is counted of the skills stays true to what is kept, use by use, without counting all of them anew."""

from __future__ import annotations

import pytest

from domain.errors import StorageFull
from domain.skill_counts import tally
from domain.skills import Helped
from tests.views.conftest import Launch
from tests.views.skill_samples import BREATH, SENSES, records, uses
from views import practice as module


@pytest.mark.parametrize("refused", [False, True])
async def test_each_use_and_answer_is_counted_whether_or_not_it_is_saved(launch: Launch, refused: bool) -> None:
    app = await launch(records=records(uses=uses(BREATH, Helped.YES, Helped.NO, energy=5)))
    practice = app.state.practice
    if refused:
        app.records.uses.refuse = StorageFull("quota")
    for skill, answer in ((BREATH, Helped.YES), (SENSES, None), (SENSES, Helped.NO)):
        use = practice.new_use(skill)
        await practice.used(use)
        assert practice.tally == tally(practice.uses.all())
        await practice.helped(use, answer)
        await practice.helped(use, Helped.A_BIT)
        await practice.feels(use, energy_after=1)
        assert practice.tally == tally(practice.uses.all())
    assert practice.tally.tried == 5


async def test_a_use_is_counted_without_the_others_being_counted_again(
    launch: Launch, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = await launch(records=records())
    assert app.state.practice.tally.tried == 0
    counted = []
    monkeypatch.setattr(module, "tally", counted.append)
    await app.state.practice.helped(app.state.practice.new_use(BREATH), Helped.YES)
    assert app.state.practice.tally.of("breath").all.helped == 1
    assert counted == []


async def test_uses_that_came_in_from_elsewhere_are_counted_too(launch: Launch) -> None:
    app = await launch(records=records())
    assert app.state.practice.tally.tried == 0
    for use in uses(SENSES, Helped.YES, Helped.YES):
        app.records.uses.kept[use.id] = use
    await app.state.practice.used(app.state.practice.new_use(BREATH))
    assert app.state.practice.tally.tried == 3
    assert app.state.practice.tally.of("senses").all.helped == 2
