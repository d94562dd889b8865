"""One skill on Today: why, one tap to run it, another one; and that what helped decides what comes next."""

from __future__ import annotations

from typing import Any

import pytest

from domain.errors import StorageFull
from domain.skill_choices import SkillChoices
from domain.skills import Helped, Skill
from tests.driver import Driver
from tests.views.conftest import Launch
from tests.views.fakes import FakeClock, FakeRecords
from tests.views.skill_samples import BREATH, COLD, SENSES, WALK, cards, uses
from tests.views.skill_samples import records as with_skills

ANOTHER, NO_MORE = "Another one", "No more ideas for today. That is fine."
YES, A_BIT, NO = Helped.YES, Helped.A_BIT, Helped.NO
BREATHE_ROW = "Longer breath out"


def records(*skills: Skill, energy: int | None = 3, **more: Any) -> FakeRecords:
    return with_skills(energy=energy, built_in=skills or (BREATH, SENSES, WALK), **more)


def offered(app: Driver) -> tuple[str, str]:
    """The skill that is suggested, and why."""
    (name,) = [name.removeprefix("Start: ") for name in app.buttons() if name.startswith("Start: ")]
    words = app.words()
    return name, words[words.index(name) + 1]


@pytest.mark.parametrize("energy", [None, 3, 5])
async def test_the_first_one_is_a_breath_and_runs_after_one_tap(launch: Launch, energy: int | None) -> None:
    app = await launch(records=records(energy=energy))
    assert offered(app) == ("Longer breath out", "2 min. A gentle way to begin")
    await app.tap("Start: Longer breath out")
    assert {"Breathe in", "About 2 minutes left"} <= set(app.words())
    assert [use.skill_id for use in app.records.uses.all()] == ["breath"]
    await app.tap("Close")
    assert app.page.route == "/"


@pytest.mark.parametrize(
    ("energy", "why"),
    [
        (2, "1 min. Helped 4 of 5 times when energy was low"),
        (3, "2 min. Helped 4 of 5 times with some energy"),
        (4, "2 min. Helped 4 of 5 times when energy was good"),
        (None, "2 min. Helped 4 of 5 times"),
    ],
)
async def test_what_helped_comes_with_its_counts(launch: Launch, energy: int | None, why: str) -> None:
    history = uses(BREATH, YES, YES, NO, A_BIT, YES, energy=energy)
    app = await launch(records=records(energy=energy, uses=history))
    if energy == 2:
        app.state.outlook.show_everything()
        await app.settle()
    assert offered(app) == ("Longer breath out", why)


async def test_at_night_it_is_for_the_night(launch: Launch) -> None:
    app = await launch(records=records(), time="23:30")
    assert offered(app) == ("Longer breath out", "2 min. Quiet enough for the night")


async def test_what_was_asked_for_under_skills_is_what_today_offers(launch: Launch) -> None:
    app = await launch(records=records(BREATH, SENSES, WALK), route="/skills")
    await app.tap("Feel safe")
    await app.open_tab("Today")
    assert offered(app) == ("Five things I can see", "3 min. Fits what you asked for")
    await app.tap(ANOTHER)
    assert offered(app) == ("Longer breath out", "2 min. A gentle way to begin")
    await app.open_tab("Skills")
    await app.tap("Clear")
    await app.open_tab("Today")
    assert offered(app) == ("Longer breath out", "2 min. A gentle way to begin")


async def test_with_another_energy_the_skills_are_looked_for_anew_and_so_is_the_one_on_today(launch: Launch) -> None:
    app = await launch(records=records(BREATH, SENSES, WALK, energy=None), route="/skills")
    await app.tap("Feel safe")
    await app.open_tab("Today")
    assert offered(app) == ("Five things I can see", "3 min. Fits what you asked for")
    await app.tap("Energy, Good, 4 of 5")
    assert offered(app) == ("Longer breath out", "2 min. A gentle way to begin")


async def test_another_one_turns_it_down_for_today_and_not_for_tomorrow(launch: Launch, clock: FakeClock) -> None:
    app = await launch(records=records(BREATH, SENSES))
    await app.tap(ANOTHER)
    assert offered(app)[0] == "Five things I can see"
    assert BREATHE_ROW in app.buttons()
    await app.go("/skills")
    await app.go("/")
    assert offered(app)[0] == "Five things I can see"
    clock.pass_time(days=1)
    await app.return_to()
    assert offered(app)[0] == "Longer breath out"


async def test_what_was_turned_down_stays_so_after_a_new_start_however_often_it_helped(launch: Launch) -> None:
    app = await launch(records=records(uses=uses(WALK, YES, YES, YES, energy=3)))
    assert offered(app)[0] == "Walk in daylight"
    await app.tap(ANOTHER)
    again = await launch(records=app.records)
    assert offered(again)[0] == "Longer breath out"


async def test_when_all_were_turned_down_one_line_says_so_and_there_is_a_breath(launch: Launch) -> None:
    app = await launch(records=records(BREATH, SENSES))
    await app.tap(ANOTHER)
    await app.tap(ANOTHER)
    assert NO_MORE in app.words()
    assert ANOTHER not in app.buttons()
    await app.tap(BREATHE_ROW)
    assert "Breathe in" in app.words()


async def test_a_breath_is_one_tap_away_beside_whatever_is_suggested(launch: Launch) -> None:
    app = await launch(records=records(uses=uses(WALK, YES, YES, YES, energy=3)))
    assert offered(app) == ("Walk in daylight", "10 min. Helped 3 of 3 times with some energy")
    await app.tap(BREATHE_ROW)
    assert "Breathe in" in app.words()


async def test_who_hid_every_breath_is_offered_none(launch: Launch) -> None:
    kept = records(BREATH, SENSES)
    kept.skill_choices.kept = SkillChoices(hidden=("breath",))
    app = await launch(records=kept)
    assert offered(app)[0] == "Five things I can see"
    assert BREATHE_ROW not in app.buttons()


async def test_what_can_harm_is_read_before_it_runs(launch: Launch) -> None:
    app = await launch(records=records(BREATH, COLD, uses=uses(COLD, YES, YES, YES, energy=3)))
    await app.tap("Start: Cool water")
    assert "Before you start" in app.words()
    assert len(app.records.uses.all()) == 3


async def test_one_turned_down_that_the_device_refuses_is_said_and_stays_down(launch: Launch) -> None:
    app = await launch(records=records())
    app.records.skill_choices.refuse = StorageFull("quota")
    await app.tap(ANOTHER)
    assert offered(app)[0] == "Five things I can see"
    assert "There is no room left here." in app.words()


@pytest.mark.parametrize("size", [150, 200])
async def test_in_large_text_start_stands_under_the_words(launch: Launch, size: int) -> None:
    app = await launch(records=records())
    await app.state.prefer(text_size=size)
    await app.settle()
    start = next(c for c in app.controls() if getattr(c, "key", None) == "start-breath")
    assert type(start.parent).__name__ == "Column"
    assert offered(app) == ("Longer breath out", "2 min. A gentle way to begin")


async def test_a_mood_draws_no_suggestion_anew(launch: Launch) -> None:
    app = await launch(records=records(energy=None))
    app.connection.sent.clear()
    await app.tap("Mood, OK, 3 of 5")
    assert b"Longer breath out" not in b"".join(app.connection.sent)


async def test_from_today_to_did_it_help_and_back_and_the_answer_decides_what_comes_next(launch: Launch) -> None:
    app = await launch(records=records(BREATH, SENSES))
    await app.tap(ANOTHER)
    for answer in ("Yes", "A little", "Yes"):
        await app.tap("Start: Five things I can see")
        await app.tap("I am done")
        await app.tap(answer)
        await app.tap("I am done")
        assert app.page.route == "/"
    assert offered(app) == ("Five things I can see", "3 min. Helped 3 of 3 times with some energy")
    await app.go("/skills")
    assert cards(app) == ["Five things I can see", "Longer breath out"]
    await app.go("/")
    await app.tap("Start: Five things I can see")
    await app.tap("I am done")
    await app.tap("Skip")
    assert app.page.route == "/"
    assert [use.helped for use in app.records.uses.all()].count(None) == 1


async def test_one_no_brings_another_one_the_next_time(launch: Launch) -> None:
    app = await launch(records=records(BREATH, SENSES))
    await app.tap("Start: Longer breath out")
    await app.tap("I am done")
    await app.tap("No")
    await app.tap("Back")
    assert offered(app)[0] == "Five things I can see"


async def test_on_the_small_today_a_breath_keeps_its_place_whatever_else_helped(launch: Launch) -> None:
    app = await launch(records=records(BREATH, SENSES, energy=2, uses=uses(SENSES, YES, YES, NO, energy=2)))
    await app.tap("Longer breath out 1 minute. Stop any time.")
    assert "Breathe in" in app.words()


async def test_on_the_small_today_who_hid_every_breath_finds_what_helped(launch: Launch) -> None:
    kept = records(BREATH, SENSES, energy=2, uses=uses(SENSES, YES, YES, NO, energy=2))
    kept.skill_choices.kept = SkillChoices(hidden=("breath",))
    app = await launch(records=kept)
    await app.tap("Five things I can see 3 min. Helped 2 of 3 times when energy was low")
    assert app.headings()[0] == (1, "Five things I can see")
    assert "Next" in app.buttons()


async def test_on_the_small_today_there_is_a_breath_when_all_were_turned_down(launch: Launch) -> None:
    kept = records(BREATH, energy=2)
    kept.skill_choices.kept = SkillChoices(refused=("breath",), refused_on=FakeClock().now.date())
    app = await launch(records=kept)
    await app.tap("Longer breath out 1 minute. Stop any time.")
    assert {"Breathe in", "About 1 minute left"} <= set(app.words())
