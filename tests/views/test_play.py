"""Playing a skill from its start to "Did that help?", and leaving it at any moment."""

from __future__ import annotations

import asyncio
from typing import Any

import flet as ft
import pytest

from domain.errors import StorageFull
from domain.skill_players import Breathing, Reflection
from domain.skills import Helped, Skill
from tests.domain.samples import made
from tests.driver import Driver
from tests.views.conftest import Launch
from tests.views.fakes import FakeClock, FakePage, FakeRecords

STEPS = Skill("stop", "Stop and step back", steps=("Stop.", "Step back."))
COLD = Skill(
    "cold", "Cool face", minutes=1, check_first=True, cautions=("Not with heart trouble.", "Not sure? Pick another.")
)
PLAY, FIRST, ASKED = "/skills/stop/play", "If this feels bad, stop. That is wise.", "Did that help?"


def records(*check_ins: Any, skills: tuple[Skill, ...] = (STEPS, COLD)) -> FakeRecords:
    return FakeRecords(check_ins, built_in=skills)


def uses(app: Driver) -> list[tuple[str, Helped | None]]:
    return [(use.skill_id, use.helped) for use in app.records.uses.all()]


async def test_the_use_is_noted_at_the_start_with_what_is_known(launch: Launch) -> None:
    app = await launch(records=records(made("9:05", energy=2, mood=3)), route=PLAY)
    (use,) = app.records.uses.all()
    assert (use.skill_id, use.energy, use.mood_before, use.helped) == ("stop", 2, 3, None)
    assert app.headings() == [(1, "Stop and step back")]
    assert app.buttons() == ["Close", "Help now", "Next", "I am done"]


async def test_the_first_time_it_says_that_stopping_is_wise(launch: Launch, clock: FakeClock) -> None:
    app = await launch(records=records(), route=PLAY)
    assert FIRST in app.words()
    await app.tap("Next")
    assert FIRST in app.words()
    clock.pass_time(seconds=20)
    await app.tap("Close")
    await app.tap("Skip")
    await app.go(PLAY)
    assert FIRST not in app.words()
    assert uses(app) == [("stop", None), ("stop", None)]


async def test_who_leaves_early_is_asked_nothing(launch: Launch, clock: FakeClock) -> None:
    app = await launch(records=records(), route=PLAY)
    clock.pass_time(seconds=19)
    await app.tap("Close")
    assert app.page.route == "/"
    assert ASKED not in app.words()
    assert uses(app) == []  # looked at, and not tried


async def test_later_the_question_comes_and_close_leaves(launch: Launch, clock: FakeClock) -> None:
    app = await launch(records=records(), route=PLAY)
    clock.pass_time(seconds=20)
    await app.tap("Close")
    assert app.buttons() == ["Close", "Help now", "Yes", "A little", "No", "Skip"]
    await app.tap("Close")
    assert app.page.route == "/"
    assert uses(app) == [("stop", None)]


async def test_a_skill_that_was_left_begins_anew(launch: Launch) -> None:
    app = await launch(records=records(), route=PLAY)
    await app.tap("Next")
    await app.tap("Close")
    await app.go(PLAY)
    assert "Step 1 of 2" in app.words()
    await app.tap("Next")
    await app.go("/")  # the browser's own way back
    await app.go(PLAY)
    assert "Step 1 of 2" in app.words()


async def test_help_now_takes_nothing_away(launch: Launch) -> None:
    app = await launch(records=records(), route=PLAY)
    await app.tap("Next")
    await app.tap("Help now")
    await app.tap("Back")
    assert "Step 2 of 2" in app.words()
    assert uses(app) == [("stop", None)]


@pytest.mark.parametrize(("name", "answer"), [("Yes", Helped.YES), ("A little", Helped.A_BIT)])
async def test_it_helped(launch: Launch, name: str, answer: Helped) -> None:
    app = await launch(records=records(), route=PLAY)
    await app.tap("I am done")
    await app.tap(name)
    assert uses(app) == [("stop", answer)]
    assert "Thanks for telling me." in app.words()
    await app.tap("Energy, Some, 3 of 5")
    await app.tap("Mood, Good, 4 of 5")
    (use,) = app.records.uses.all()
    assert (use.helped, use.energy_after, use.mood_after) == (answer, 3, 4)
    assert app.chosen() == ["Energy, Some, 3 of 5", "Mood, Good, 4 of 5"]
    await app.tap("I am done")
    assert app.page.route == "/"


async def test_it_did_not_help_and_there_are_other_ways_on(launch: Launch) -> None:
    app = await launch(records=records(), route=PLAY)
    await app.tap("I am done")
    await app.tap("No")
    assert uses(app) == [("stop", Helped.NO)]
    assert "Thanks for telling me. Not every skill fits." in app.words()
    assert app.buttons()[2:5] == ["Another skill", "Ask someone", "Back"]
    await app.tap("Ask someone")
    assert app.page.route == "/ask"
    await app.tap("Back")
    assert app.page.route == "/"


async def test_another_skill(launch: Launch) -> None:
    app = await launch(records=records(), route=PLAY)
    await app.tap("I am done")
    await app.tap("No")
    await app.tap("Another skill")
    assert app.page.route == "/skills"


async def test_skip_asks_no_more(launch: Launch) -> None:
    app = await launch(records=records(), route=PLAY)
    await app.tap("I am done")
    await app.tap("Skip")
    assert app.page.route == "/"
    assert uses(app) == [("stop", None)]


async def test_an_answer_the_device_refuses_is_said_and_waits(launch: Launch) -> None:
    app = await launch(records=records(), route=PLAY)
    await app.tap("I am done")
    app.records.uses.refuse = StorageFull("quota")
    await app.tap("Yes")
    assert "There is no room left here." in app.words()
    assert uses(app) == [("stop", None)]
    app.records.uses.refuse = None
    await app.state.try_again()
    assert uses(app) == [("stop", Helped.YES)]


async def test_an_answer_before_the_start_is_written_counts(launch: Launch, clock: FakeClock) -> None:
    kept = records()
    kept.uses.gate = asyncio.Event()
    app = await launch(records=kept, route=PLAY)
    await app.tap("I am done")
    answering = asyncio.create_task(app.tap("Yes"))
    await app.settle()
    assert "Thanks for telling me." in app.words()
    kept.uses.gate.set()
    await answering
    await app.settle()
    assert uses(app) == [("stop", Helped.YES)]


async def test_cautions_come_before_the_start(launch: Launch) -> None:
    app = await launch(records=records(), route="/skills/cold/play")
    assert app.between("Before you start", "Start") == ["Not with heart trouble.", "Not sure? Pick another."]
    assert app.buttons() == ["Close", "Help now", "Start", "Pick another"]
    assert uses(app) == []
    await app.tap("Start")
    assert uses(app) == [("cold", None)]
    assert "Pause" in app.buttons()
    await app.tap("I am done")
    assert ASKED in app.words()


async def test_another_can_be_picked_instead(launch: Launch) -> None:
    app = await launch(records=records(), route="/skills/cold/play")
    await app.tap("Pick another")
    assert app.page.route == "/skills"
    assert uses(app) == []


async def test_a_skill_that_is_gone_leaves_a_way_on(launch: Launch) -> None:
    app = await launch(records=records(), route="/skills/gone/play")
    assert "This skill is not here any more." in app.words()
    await app.tap("Another skill")
    assert app.page.route == "/skills"


@pytest.mark.parametrize(("energy", "left"), [(2, "About 1 minute left"), (3, "About 5 minutes left")])
async def test_low_energy_starts_with_one_minute(launch: Launch, energy: int, left: str) -> None:
    breath = Skill("b", "Breath", player=Breathing(4, 0, 6, 0))
    app = await launch(records=records(made("9:05", energy=energy), skills=(breath,)), route="/skills/b/play")
    assert left in app.words()


async def test_nothing_of_it_stays_when_tend_is_locked(launch: Launch) -> None:
    diary = Skill("d", "Diary", player=Reflection(("Why?",)))
    app = await launch(records=records(skills=(diary,)), route="/skills/d/play")
    await app.write("My words", "Because")
    app.state.lock()
    await app.settle()
    assert not app.sees("Because")
    assert not app.state.practice.playing


BREATH = Skill("b", "Breath", player=Breathing(4, 0, 6, 0))
STILL = "Keep the circle still"


async def breathing(clock: FakeClock, page: FakePage, kept: FakeRecords | None = None) -> Driver:
    app = Driver(kept or records(skills=(BREATH,)), clock)
    app.state.page = page
    return await app.start("/skills/b/play")


async def test_the_screen_stays_awake_as_long_as_the_player_runs(clock: FakeClock) -> None:
    page = FakePage()
    app = await breathing(clock, page)
    await app.tap("Keep the circle still")
    assert page.awake == [True]
    await app.tap("I am done")
    assert page.awake[-1] is False


async def test_the_phone_buzzes_when_it_is_asked_to_and_the_next_time_too(clock: FakeClock) -> None:
    page = FakePage()
    app = await breathing(clock, page)
    assert page.buzzed == []
    await app.tap("Buzz")
    await app.tap("Pause")
    await app.tap("Go on")
    assert page.buzzed == [40]
    assert app.records.skill_choices.kept.buzzes
    await app.tap("I am done")
    await app.tap("Skip")
    await app.go("/skills/b/play")
    assert app.chosen() == ["Buzz"]
    assert page.buzzed == [40, 40]


@pytest.mark.parametrize("page", [None, "no buzz"])
async def test_without_a_buzz_there_is_no_button_for_it(clock: FakeClock, page: str | None) -> None:
    around = None
    if page:
        around = FakePage()
        around.buzzes = False
    app = await breathing(clock, around)
    assert app.buttons() == ["Close", "Help now", STILL, "Pause", "I am done"]


async def test_the_circle_stands_still_where_the_phone_keeps_things_still_until_the_person_chooses(
    clock: FakeClock,
) -> None:
    page = FakePage()
    page.is_still = True
    app = await breathing(clock, page)
    assert (app.chosen(), moves(app)) == ([STILL], False)
    await app.tap(STILL)
    assert (app.chosen(), moves(app)) == ([], True)
    assert app.records.skill_choices.kept.is_still is False
    again = await breathing(clock, page, app.records)
    assert moves(again)


async def test_a_circle_that_is_to_stand_still_does_so_the_next_time_and_in_every_breath(clock: FakeClock) -> None:
    app = await breathing(clock, FakePage())
    assert moves(app)
    await app.tap(STILL)
    again = await breathing(clock, FakePage(), app.records)
    assert (again.chosen(), moves(again)) == ([STILL], False)


async def test_nothing_moves_before_the_phone_has_said_how_it_is_set(clock: FakeClock) -> None:
    page = FakePage()
    answer = asyncio.Event()

    async def slowly() -> bool:
        await answer.wait()
        return False

    page.wants_stillness = slowly
    app = await breathing(clock, page)
    assert not moves(app)
    assert {"Settle in", "it starts by itself"} <= set(app.words())
    assert "Breathe in" not in app.words()
    answer.set()
    await app.settle()
    assert moves(app)
    assert "Breathe in" in app.words()


async def test_a_choice_the_device_refuses_stands_for_now_and_is_said(clock: FakeClock) -> None:
    app = await breathing(clock, FakePage())
    app.records.skill_choices.refuse = StorageFull("quota")
    await app.tap(STILL)
    assert app.chosen() == [STILL]
    assert "There is no room left here." in app.words()


def moves(app: Driver) -> bool:
    """Whether the circle grows and shrinks."""
    stack = next(control for control in app.controls() if isinstance(control, ft.Stack) and len(control.controls) == 3)
    ring = stack.controls[1]
    return bool(ring.animate_scale and ring.animate_scale.duration)
