"""A page that was begun and left: gone on with when the person comes back within two hours, for whatever reason."""

from __future__ import annotations

from datetime import UTC, timedelta

from domain.skill_choices import Writing
from domain.skill_players import Reflection
from domain.skills import Skill
from tests.driver import Driver
from tests.views.conftest import Launch
from tests.views.fakes import FakeClock, FakeRecords
from tests.views.skill_samples import records

GOOD = Skill("good", "Three good things", player=Reflection(("One good thing?", "One more?")))
PLAY, BEGUN, ANEW = "/skills/good/play", "You began this at 8:12.", "Start a new page"


def begun(clock: FakeClock, ago: timedelta) -> FakeRecords:
    page = Writing(
        "w", "good", "Three good things", (clock.now - ago).astimezone(UTC), 60, (("One good thing?", "Tea"),)
    )
    return records(built_in=(GOOD,), writings=(page,))


def answers(app: Driver) -> list[dict[str, str]]:
    return [dict(page.answers) for page in app.records.writings.all()]


async def test_it_stands_there_again_and_goes_on_as_one_page(launch: Launch, clock: FakeClock) -> None:
    app = await launch(records=begun(clock, timedelta(hours=1)), route=PLAY)
    assert BEGUN in app.words()
    assert app.field("Answer 1").value == "Tea"
    await app.write("Answer 2", "The sun")
    assert answers(app) == [{"One good thing?": "Tea", "One more?": "The sun"}]


async def test_a_tap_begins_a_new_page_and_the_other_stays(launch: Launch, clock: FakeClock) -> None:
    app = await launch(records=begun(clock, timedelta(hours=1)), route=PLAY)
    await app.tap(ANEW)
    assert app.field("Answer 1").value == ""
    assert not {BEGUN, ANEW} & set(app.words())
    await app.write("Answer 1", "A letter")
    assert answers(app) == [{"One good thing?": "Tea"}, {"One good thing?": "A letter"}]


async def test_an_older_one_stays_as_it_is_and_the_page_is_empty(launch: Launch, clock: FakeClock) -> None:
    app = await launch(records=begun(clock, timedelta(hours=3)), route=PLAY)
    assert app.field("Answer 1").value == ""
    assert BEGUN not in app.words()


async def test_closed_at_once_with_words_written_it_was_tried(launch: Launch, clock: FakeClock) -> None:
    app = await launch(records=records(built_in=(GOOD,)), route=PLAY)
    await app.write("Answer 1", "Rain")
    clock.pass_time(seconds=5)
    await app.tap("Close")
    assert [use.skill_id for use in app.records.uses.all()] == ["good"]
    assert answers(app) == [{"One good thing?": "Rain"}]
