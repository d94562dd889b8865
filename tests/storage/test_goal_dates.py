"""The last day of a goal on every backend, and goals written before there was one."""

from __future__ import annotations

from datetime import date

import pytest

from domain.errors import StorageForeign
from domain.goals import Goal
from storage import value_codec
from storage.database import Database
from tests.storage.ledgers import run
from tests.storage.places import FilledPlace, database_at

GOAL = Goal("g", "Swim", started=date(2026, 11, 1), until=date(2026, 12, 24))


def test_a_last_day_comes_back_after_opening_again(place: FilledPlace) -> None:
    async def work(save: bool) -> Goal | None:
        async with database_at(place) as database:
            assert isinstance(database, Database)
            if save:
                await database.goals.save(GOAL)
            return database.goals.get("g")

    assert run(work(save=True)) == GOAL
    assert run(work(save=False)) == GOAL


def test_a_goal_written_before_there_were_last_days_reads_as_an_open_one() -> None:
    older = {"id": "g", "words": "Swim", "started": "2026-11-01"}
    assert value_codec.from_document(Goal, older) == Goal("g", "Swim", started=date(2026, 11, 1))
    assert value_codec.to_document(Goal("g", "Swim", started=date(2026, 11, 1))) == older
    assert value_codec.to_document(GOAL) == older | {"until": "2026-12-24"}


@pytest.mark.parametrize("until", ["someday", 5, None, "2026-12-24T00:00:00+00:00"])
def test_a_last_day_that_is_none_is_refused(until: object) -> None:
    with pytest.raises(StorageForeign):
        value_codec.from_document(Goal, {"id": "g", "words": "Swim", "until": until})
