"""A skill that Tend locked over, that came to its end by itself, or whose notes went: what the person finds then."""

from __future__ import annotations

import flet as ft
import pytest

from domain.skill_choices import SkillChoices
from domain.skill_players import Breathing, Grounding, Line, Paced, Page, Player, Reflection, Timer
from domain.skills import Helped
from tests.driver import Driver
from tests.views.conftest import Launch
from tests.views.fakes import FakeClock, FakeOne, FakePage, FakeRecords
from tests.views.test_auto_lock import later, unlock, unlocked
from tests.views.test_erase import delete
from tests.views.test_play import ASKED
from tests.views.test_players import quickly, records, wait

ENDED, KEPT = "That was it.", "Kept. You find it under What I wrote."
BREATH, SCAN = Breathing(4, 0, 6, 0), Paced((Line("Your feet.", 30), Line("Your hands.", 30)))
WHY = Reflection(("Why?",))
PLAY = "/skills/s/play"


# Locked


@pytest.mark.parametrize("minutes", [1, 5])
async def test_who_follows_a_skill_is_not_locked_out_and_who_holds_it_is_after_the_chosen_time(
    launch_vault: Launch, minutes: int
) -> None:
    app, _ = await unlocked(launch_vault, minutes, route="/skills/body-scan/play")
    for _ in range(12):
        assert not await later(app, seconds=59)
    await app.tap("Pause")
    assert not await later(app, minutes=minutes, seconds=-1)
    assert await later(app, seconds=1)


async def test_steps_that_wait_for_a_tap_lock_as_every_screen_does(launch_vault: Launch) -> None:
    app, _ = await unlocked(launch_vault, 5, route="/skills/feet-on-the-floor/play")
    assert await later(app, minutes=5)


async def test_after_the_lock_a_skill_stands_where_it_was_and_is_noted_once(launch_vault: Launch) -> None:
    app, _ = await unlocked(launch_vault, 5, route="/skills/feet-on-the-floor/play")
    await app.tap("Next")
    assert await later(app, minutes=5)
    assert not app.state.practice.playing
    await unlock(app)
    assert "Step 2 of 5" in app.words()
    assert len(app.state.practice.uses.all()) == 1
    await app.tap("I am done")
    await app.tap("Yes")
    assert [use.helped for use in app.state.practice.uses.all()] == [Helped.YES]


async def test_what_was_written_is_there_again_after_the_lock(launch: Launch) -> None:
    app = await launch(records=records(WHY), route=PLAY)
    await app.write("My words", "Because")
    app.state.lock()
    await app.settle()
    assert not app.sees("Because")
    app.state.adopt(app.records)
    await app.settle()
    assert app.field("My words").value == "Because"
    assert (len(app.records.uses.all()), len(app.records.writings.all())) == (1, 1)


def test_what_ran_when_tend_locked_waits_at_its_place() -> None:
    async def play(app: Driver) -> None:
        await wait(app, 31)
        app.state.lock()
        await wait(app, 100)
        app.state.adopt(app.records)
        await app.settle()
        assert {"Paused", "Your hands."} <= set(app.words())
        await app.tap("Go on")
        await wait(app, 28)
        assert ASKED not in app.words()
        await wait(app, 2)
        assert ASKED in app.words()
        assert len(app.records.uses.all()) == 1

    quickly(play, records(SCAN))


async def test_after_everything_was_deleted_nothing_of_a_skill_comes_back(launch_vault: Launch) -> None:
    app, _ = await unlocked(launch_vault, 5, route="/skills/one-line-why/play")
    await app.write("My words", "Because")
    await app.tap("Help now")
    await app.go("/settings/erase")
    assert app.state.practice.playing
    await delete(app)
    assert not app.state.practice.playing
    await app.go("/skills/one-line-why/play")
    assert app.field("My words").value == ""


# Its end


@pytest.mark.parametrize("player", [BREATH, SCAN, Timer(60)])
@pytest.mark.parametrize("buzzes", [True, False])
def test_what_came_to_its_end_says_so_and_buzzes_once_where_that_is_asked_for(player: Player, buzzes: bool) -> None:
    async def play(app: Driver) -> None:
        await wait(app, 59)
        app.state.page = page = FakePage()
        app.clock.pass_time(seconds=59)
        await wait(app, 2)
        assert app.between(ENDED, "Yes") == [ASKED]
        assert any(isinstance(c, ft.Semantics) and c.live_region and c.content.value == ENDED for c in spoken(app))
        assert page.buzzed == ([40] if buzzes else [])
        assert app.state.last_touch == app.clock.now

    kept = records(player)
    kept.skill_choices = FakeOne(SkillChoices(buzzes=buzzes))
    quickly(play, kept)


def spoken(app: Driver) -> list[ft.Semantics]:
    """What is read out when it changes."""
    return [c for c in app.controls() if isinstance(c, ft.Semantics) and isinstance(c.content, ft.Text)]


async def test_who_is_done_before_the_end_does_not_hear_of_it(launch: Launch) -> None:
    app = await launch(records=records(SCAN), route=PLAY)
    await app.tap("I am done")
    assert ASKED in app.words()
    assert ENDED not in app.words()


# What was written, and the use


@pytest.mark.parametrize("is_over", [False, True])
async def test_a_page_deleted_under_what_i_wrote_is_gone_and_stays_gone(launch: Launch, is_over: bool) -> None:
    app = await launch(records=records(WHY), route=PLAY)
    await app.write("My words", "Because")
    if is_over:
        await app.tap("I am done")
    assert KEPT in app.words()
    await app.tap("What I wrote")
    (first,) = app.records.writings.all()
    await app.tap(next(name for name in app.buttons() if "Because" in name))
    await app.tap("Delete")
    await app.tap("Back")
    assert KEPT not in app.words()
    if not is_over:
        assert app.field("My words").value == ""
        await app.write("My words", "The sea")
        (second,) = app.records.writings.all()
        assert (second.id == first.id, second.answers) == (False, (("Why?", "The sea"),))
        assert KEPT in app.words()


async def test_a_start_that_could_not_be_noted_is_noted_with_the_answer(
    launch: Launch, errors_expected: list[str]
) -> None:
    errors_expected.append("ValueError")
    kept = records(WHY)
    kept.uses.refuse = ValueError("not a refusal")
    app = await launch(records=kept, route=PLAY)
    kept.uses.refuse = None
    await app.tap("I am done")
    await app.tap("Yes")
    assert "Thanks for telling me." in app.words()
    assert [(use.skill_id, use.helped) for use in kept.uses.all()] == [("s", Helped.YES)]


# The light of the screen


async def played(clock: FakeClock, kept: FakeRecords) -> tuple[Driver, FakePage]:
    app, page = Driver(kept, clock), FakePage()
    app.state.page = page
    return await app.start(PLAY), page


@pytest.mark.parametrize("player", [BREATH, SCAN, Timer(60)])
async def test_held_it_lets_the_screen_go_dark_and_lights_it_again(clock: FakeClock, player: Player) -> None:
    app, page = await played(clock, records(player))
    assert page.awake == [True]
    await app.tap("Pause")
    assert page.awake[-1] is False
    await app.tap("Go on")
    assert page.awake[-1] is True
    await app.tap("Help now")
    assert page.awake[-1] is False
    await app.tap("Back")
    assert page.awake[-1] is False
    await app.tap("Go on")
    assert page.awake[-1] is True


async def test_what_waits_for_taps_keeps_the_screen_lit_until_it_is_over(clock: FakeClock) -> None:
    app, page = await played(clock, records(Grounding((Page(1, "thing I see"),))))
    await app.tap("Next")
    assert page.awake == [True]
    await app.tap("Help now")
    await app.tap("Back")
    assert page.awake == [True, False, True]
    await app.tap("I am done")
    assert page.awake[-1] is False
