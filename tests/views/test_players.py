"""Each player of a skill, by what a person reads, taps and waits for."""

from __future__ import annotations

import asyncio
import selectors
from collections.abc import Awaitable, Callable
from typing import Any

import flet as ft
import pytest

from domain.errors import StorageFull
from domain.skill_players import Breathing, Grounding, Line, Message, Paced, Page, Player, Reflection, Timer
from domain.skills import Skill
from tests.driver import Driver
from tests.views.conftest import Launch
from tests.views.fakes import FakeClock, FakeRecords

LATE = 0.031  # seconds, that every timer of this loop rings late; no phase is a multiple of it


def skill(player: Player | None = None, **more: Any) -> Skill:
    return Skill("s", "One skill", **{"minutes": 1, "player": player} | more)


def records(player: Player | None = None, **more: Any) -> FakeRecords:
    return FakeRecords(built_in=[skill(player, **more)])


class Sleepless(selectors.DefaultSelector):
    """Waits no time, and says how long it would have waited."""

    waited = 0.0

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        if timeout and timeout > 0:
            self.waited += timeout + LATE
        return super().select(0)


def quickly(play: Callable[[Driver], Awaitable[None]], kept: FakeRecords, route: str = "/skills/s/play") -> None:
    """Play in a loop whose time goes by at once."""
    selector = Sleepless()
    loop = asyncio.SelectorEventLoop(selector)
    loop.time = lambda: selector.waited  # type: ignore[method-assign]

    async def start() -> None:
        await play(await Driver(kept, FakeClock()).start(route))

    with asyncio.Runner(loop_factory=lambda: loop) as runner:
        runner.run(start())


async def wait(app: Driver, seconds: float) -> None:
    await asyncio.sleep(seconds)
    await app.settle()


def ring(app: Driver) -> ft.Container:
    """The circle that moves."""
    stack = next(control for control in app.controls() if isinstance(control, ft.Stack) and len(control.controls) == 3)
    return stack.controls[1]


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        (Breathing(4, 0, 6, 0), [("Breathe in", 4), ("Breathe out", 6)]),
        (Breathing(4, 4, 4, 4), [("Breathe in", 4), ("Hold", 4), ("Breathe out", 4), ("Rest", 4)]),
        (Breathing(3, 0, 7, 0, sip=2), [("Breathe in", 3), ("Sip in more", 2), ("Breathe out", 7)]),
    ],
)
def test_five_minutes_of_breathing_do_not_drift(pattern: Breathing, expected: list[tuple[str, float]]) -> None:
    said: list[tuple[str, float]] = []
    names = {word for word, _ in expected}

    async def play(app: Driver) -> None:
        loop, began = asyncio.get_running_loop(), asyncio.get_running_loop().time()
        while "Did that help?" not in app.words():
            word = next(found for found in app.words() if found in names)
            if not said or said[-1][0] != word:
                said.append((word, loop.time() - began))
            await wait(app, 0.01)

    quickly(play, records(pattern, minutes=5))
    phases, at = expected * round(300 / pattern.cycle), 0.0
    assert len(said) == len(phases)
    for (word, began), (phase, seconds) in zip(said, phases, strict=True):
        assert word == phase
        assert began == pytest.approx(at, abs=0.1)
        at += seconds


def test_the_circle_grows_as_long_as_the_breath_goes_in() -> None:
    async def play(app: Driver) -> None:
        assert (ring(app).scale, ring(app).animate_scale.duration) == (1.0, 4000)
        await wait(app, 4.2)
        assert (ring(app).scale, ring(app).animate_scale.duration) == (0.6, 6000)

    quickly(play, records(Breathing(4, 0, 6, 0)))


def test_the_circle_can_be_kept_still() -> None:
    async def play(app: Driver) -> None:
        await app.tap("Keep the circle still")
        assert app.chosen() == ["Keep the circle still"]
        await wait(app, 4.2)
        assert "Breathe out" in app.words()
        assert (ring(app).scale, ring(app).animate_scale) == (1.0, None)
        assert bar(app) == 0
        await wait(app, 6.2)
        assert bar(app) == pytest.approx(1 / 6)
        await app.tap("Keep the circle still")
        assert ring(app).animate_scale is not None

    quickly(play, records(Breathing(4, 0, 6, 0)))


def bar(app: Driver) -> float:
    return next(control.value for control in app.controls() if isinstance(control, ft.ProgressBar))


def test_a_paused_breath_begins_again() -> None:
    async def play(app: Driver) -> None:
        assert "About 1 minute left" in app.words()
        await wait(app, 15)
        assert "Breathe out" in app.words()
        await app.tap("Pause")
        assert {"Paused", "Take your time."} <= set(app.words())
        await wait(app, 100)
        await app.tap("Go on")
        await wait(app, 0.1)
        assert "Breathe in" in app.words()
        assert bar(app) == pytest.approx(1 / 6)
        await wait(app, 25)
        assert "About half a minute left" in app.words()
        await wait(app, 10)
        assert "Nearly there" in app.words()

    quickly(play, records(Breathing(4, 0, 6, 0)))


def test_help_now_holds_the_breath_until_the_person_is_back() -> None:
    async def play(app: Driver) -> None:
        await wait(app, 15)
        await app.tap("Help now")
        await wait(app, 100)
        await app.tap("Back")
        assert "Paused" in app.words()
        await app.tap("Go on")
        assert bar(app) == pytest.approx(1 / 6)
        assert len(app.records.uses.all()) == 1

    quickly(play, records(Breathing(4, 0, 6, 0)))


def test_a_timer_has_a_calm_end() -> None:
    async def play(app: Driver) -> None:
        assert {"Take your time.", "Lay a hand on your chest."} <= set(app.words())
        await wait(app, 31)
        assert bar(app) == pytest.approx(0.5, abs=0.01)
        assert "About half a minute left" in app.words()
        await app.tap("Pause")
        await wait(app, 100)
        assert "Paused" in app.words()
        await app.tap("Go on")
        await wait(app, 28)
        assert "Nearly there" in app.words()
        await wait(app, 2)
        assert "Did that help?" in app.words()

    quickly(play, records(Timer(60), steps=("Lay a hand on your chest.",)))


def test_lines_follow_one_another() -> None:
    async def play(app: Driver) -> None:
        assert "Feel your feet." in app.words()
        await wait(app, 19)
        assert "Feel your feet." in app.words()
        await wait(app, 2)
        assert "Rest here." in app.words()
        await wait(app, 30)
        assert "Did that help?" in app.words()

    quickly(play, records(Paced((Line("Feel your feet.", 20), Line("Rest here.", 30)))))


async def test_grounding_asks_for_nothing_that_cannot_be_left_out(launch: Launch) -> None:
    pages = (Page(2, "things you can hear"), Page(1, "thing you can taste"))
    app = await launch(records=records(Grounding(pages)), route="/skills/s/play", time="9:20")
    assert app.between("One skill", "Next")[:2] == ["2", "things you can hear"]
    assert app.buttons()[2:] == ["1 of 2", "2 of 2", "Next", "Skip this one", "I am done"]
    await app.tap("1 of 2")
    await app.tap("2 of 2")
    assert app.chosen() == ["1 of 2", "2 of 2"]
    await app.tap("2 of 2")
    assert app.chosen() == ["1 of 2"]
    await app.tap("Next")
    assert "thing you can taste" in app.words()
    assert app.chosen() == []
    await app.tap("Back")
    assert app.chosen() == ["1 of 2"]
    await app.tap("Skip this one")
    await app.tap("Back")
    assert app.chosen() == []
    await app.tap("Next")
    await app.tap("Next")
    assert "You are here. It is Thursday, 9:20." in app.words()
    await app.tap("I am done")
    assert "Did that help?" in app.words()


async def test_two_quick_taps_on_dots_both_count(launch: Launch) -> None:
    app = await launch(records=records(Grounding((Page(3, "things"),))), route="/skills/s/play")
    await app.tap("1 of 3", "3 of 3")
    assert app.chosen() == ["1 of 3", "3 of 3"]


async def test_steps_come_one_at_a_time(launch: Launch) -> None:
    app = await launch(records=records(steps=("Stop.", "Step back.")), route="/skills/s/play")
    assert {"Step 1 of 2", "Stop."} <= set(app.words())
    assert "Step back." not in app.words()
    assert app.buttons()[2:] == ["Next", "I am done"]
    await app.tap("Next")
    assert {"Step 2 of 2", "Step back."} <= set(app.words())
    assert app.buttons()[2:] == ["I am done", "Back"]
    await app.tap("Back")
    assert "Stop." in app.words()


REFLECTION = Reflection(("What was good?", "What else?"))


def answers(app: Driver) -> list[tuple[tuple[str, str], ...]]:
    return [writing.answers for writing in app.records.writings.all()]


async def test_what_is_written_is_kept_with_each_letter(launch: Launch) -> None:
    app = await launch(records=records(REFLECTION), route="/skills/s/play")
    await app.write("Answer 2", "T")
    await app.write("Answer 2", "Tea")
    assert answers(app) == [(("What else?", "Tea"),)]
    await app.write("Answer 1", "The sun")
    assert answers(app) == [(("What was good?", "The sun"), ("What else?", "Tea"))]
    assert "Kept. You find it under What I wrote." in app.words()
    await app.tap("Help now")
    await app.tap("Back")
    assert [app.field(f"Answer {n}").value for n in (1, 2)] == ["The sun", "Tea"]
    await app.write("Answer 1", "")
    await app.write("Answer 2", "")
    assert answers(app) == []
    assert "Kept. You find it under What I wrote." not in app.words()


async def test_letters_in_two_fields_before_anything_is_drawn_again_all_count(launch: Launch) -> None:
    app = await launch(records=records(REFLECTION), route="/skills/s/play")
    await asyncio.gather(app.write("Answer 1", "Sun"), app.write("Answer 2", "Tea"))
    assert answers(app) == [(("What was good?", "Sun"), ("What else?", "Tea"))]


async def test_what_i_wrote_is_one_tap_away(launch: Launch) -> None:
    app = await launch(records=records(Reflection(("Why?",))), route="/skills/s/play")
    await app.write("My words", "Because")
    await app.tap("What I wrote")
    assert app.page.route == "/writings"


async def test_words_the_device_refuses_stay_and_it_is_said(launch: Launch) -> None:
    app = await launch(records=records(REFLECTION), route="/skills/s/play")
    app.records.writings.refuse = StorageFull("quota")
    await app.write("Answer 1", "The sun")
    assert "There is no room left here." in app.words()
    assert "Kept. You find it under What I wrote." not in app.words()
    await app.tap("Help now")
    await app.tap("Back")
    assert app.field("Answer 1").value == "The sun"
    app.records.writings.refuse = None
    await app.write("Answer 1", "The sun.")
    assert answers(app) == [(("What was good?", "The sun."),)]
    assert "There is no room left here." not in app.words()


async def test_words_that_do_not_fit_stay_with_a_sentence(launch: Launch) -> None:
    app = await launch(records=records(REFLECTION), route="/skills/s/play")
    await app.write("Answer 1", "a" * 10_001)
    assert app.field("Answer 1").error == "This is too long. Please use fewer words."
    assert len(app.field("Answer 1").value) == 10_001


async def test_a_message_opens_ready_and_is_not_sent(launch: Launch) -> None:
    app = await launch(records=records(Message(("Can you call me?", "Hello"))), route="/skills/s/play")
    await app.tap("Can you call me?")
    assert app.page.route == "/ask"
    assert app.field("In my own words").value == "Can you call me?"
    await app.tap("Back")
    assert app.page.route == "/skills/s/play"
    assert len(app.records.uses.all()) == 1
