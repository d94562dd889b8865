"""Today when energy is low: few things, large, and each of them counts."""

from __future__ import annotations

import pytest

from domain.errors import StorageFull
from domain.goals import Answer, Area, Goal, Size, Value
from domain.models import LowEnergy, Preferences
from domain.people import Person
from tests.domain.samples import made
from tests.driver import Driver
from tests.views.conftest import Launch
from tests.views.fakes import FakeClock, FakeRecords
from tests.views.skill_samples import BREATH

LOW, EMPTY, SOME = "Energy, Low, 2 of 5", "Energy, Empty, 1 of 5", "Energy, Some, 3 of 5"
TITLE, EVERYTHING = "Small is enough today.", "Show everything"
PLOT = Goal("plot", "Look after my plot", "v1", "An hour at the plot", "Water the pots", "Look at one plant")
READ = Goal("read", "Read a page")
BREATHE, REST = "Longer breath out 1 minute. Stop any time.", "I am resting Rest counts too."
ASK = "Ask someone Message ready. You press send."
CHANGE = "Change it, or show everything"


def records(*goals: Goal, energy: int | None = 2, mode: LowEnergy = LowEnergy.FOLLOWS) -> FakeRecords:
    check_ins = (made("9:00", energy=energy),) if energy else ()
    values = (Value("v1", Area.GROWING),)
    return FakeRecords(check_ins, Preferences(low_energy=mode), goals=goals, values=values, built_in=(BREATH,))


def kept(app: Driver) -> list[tuple[str | None, Answer, Size | None, str]]:
    return [(mark.goal_id, mark.answer, mark.size, mark.words) for mark in app.records.marks.all()]


async def ask_for_energy(app: Driver) -> None:
    """Tap the line that says the energy, whatever it says."""
    await app.tap(next(name for name in app.buttons() if name.endswith(CHANGE)))


async def show_everything(app: Driver) -> None:
    await ask_for_energy(app)
    await app.tap(EVERYTHING)


@pytest.mark.parametrize(("button", "said"), [(LOW, "Low energy at 9:12"), (EMPTY, "Empty at 9:12")])
async def test_one_answer_makes_it_the_small_today(launch: Launch, button: str, said: str) -> None:
    app = await launch(records=records(PLOT, READ, energy=None))
    assert TITLE not in app.words()
    await app.tap(button)
    assert app.headings()[0] == (1, TITLE)
    assert said in app.words()
    assert app.between("One small thing, if you want", "I did it") == [
        "Look at one plant",
        "Growing things. About 1 minute.",
    ]


@pytest.mark.parametrize("goals", [(), (PLOT, READ)])
async def test_at_most_five_things_can_be_tapped_beside_help(launch: Launch, goals: tuple[Goal, ...]) -> None:
    app = await launch(records=records(*goals))
    assert app.buttons() == ["Help now", f"Low energy at 9:00 {CHANGE}", BREATHE, "I did it", REST, ASK]
    await app.tap("I did it")
    assert len(app.buttons()) == 6
    await app.tap(REST)
    assert len(app.buttons()) == 6


async def test_the_tiny_step_counts_and_there_may_be_one_more(launch: Launch) -> None:
    app = await launch(records=records(PLOT, READ))
    await app.tap("I did it")
    assert kept(app) == [("plot", Answer.DONE, Size.TINY, "Look at one plant")]
    assert "Done. That counts." in app.words()
    assert "I did it" not in app.buttons()
    await app.tap("One more, if you want")
    assert "Done. That counts." not in app.words()
    await app.tap("I did it")
    assert {goal for goal, *_ in kept(app)} == {"plot", "read"}


@pytest.mark.parametrize("energy", [None, 3, 5])
async def test_what_is_offered_is_tiny_and_is_what_is_marked_however_much_energy_there_is(
    launch: Launch, energy: int | None
) -> None:
    app = await launch(records=records(PLOT, energy=energy, mode=LowEnergy.ALWAYS))
    assert "Look at one plant" in app.words()
    await app.tap("I did it")
    assert kept(app) == [("plot", Answer.DONE, Size.TINY, "Look at one plant")]


async def test_what_was_done_earlier_is_not_answered_on_arriving(launch: Launch) -> None:
    app = await launch(records=records(PLOT, READ, energy=3))
    await app.tap("I did it: Water the pots")
    await app.tap("Check in again")
    await app.tap(LOW)
    assert "Done. That counts." not in app.words()
    assert "I did it" in app.buttons()


async def test_show_everything_outlasts_a_mood_and_a_look_away(launch: Launch) -> None:
    app = await launch(records=records(PLOT, energy=None, mode=LowEnergy.ALWAYS))
    await show_everything(app)
    await app.tap("Mood, OK, 3 of 5")
    await app.return_to()
    assert "What matters today" in app.words()
    await app.tap(SOME)
    assert TITLE in app.words()


async def test_a_message_begins_afresh_here_and_back_leads_here(launch: Launch) -> None:
    app = await launch(records=records(PLOT))
    app.state.aims.asking = Person("m", "Maya", "0123"), "Could you come to the plot?"
    app.state.trail.opened_over("/ask", "/goals")
    await app.tap(ASK)
    assert app.headings()[0] == (1, "Ask someone")
    assert app.chosen() == ["Please think of me today. No need to answer."]
    await app.tap("Back")
    assert TITLE in app.words()


async def test_without_goals_there_is_a_small_thing_all_the_same(launch: Launch) -> None:
    app = await launch(records=records())
    assert app.between("One small thing, if you want", "I did it") == ["Drink some water"]
    await app.tap("I did it")
    assert kept(app) == [(None, Answer.DONE, Size.TINY, "Drink some water")]
    await app.tap("One more, if you want")
    assert app.between("One small thing, if you want", "I did it") == ["Open the window for a moment"]


async def test_rest_counts_and_has_an_end(launch: Launch, clock: FakeClock) -> None:
    app = await launch(records=records(PLOT))
    await app.tap(REST)
    assert kept(app) == [(None, Answer.RESTED, None, "")]
    clock.pass_time(hours=1)
    await app.tap("Resting since 9:12 I am up again")
    assert app.records.marks.all()[0].until is not None
    assert REST in app.buttons()


async def test_everything_stands_until_the_next_energy_answer(launch: Launch, clock: FakeClock) -> None:
    app = await launch(records=records(PLOT))
    await show_everything(app)
    assert "What matters today" in app.words()
    assert "Sized for low energy. You choose." in app.words()
    await app.open_tab("History")
    await app.open_tab("Today")
    assert "What matters today" in app.words()
    clock.pass_time(hours=3)
    await app.return_to()
    await app.tap(EMPTY)
    assert TITLE in app.words()


async def test_more_energy_brings_the_whole_today_back(launch: Launch) -> None:
    app = await launch(records=records(PLOT))
    await show_everything(app)
    await app.tap("Check in again")
    await app.tap(SOME)
    assert TITLE not in app.words()
    assert "Sized for some energy. You choose." in app.words()


async def test_low_energy_of_twelve_hours_ago_is_not_todays(launch: Launch, clock: FakeClock) -> None:
    app = await launch(records=records(PLOT))
    clock.pass_time(hours=12)
    await app.return_to()
    assert TITLE not in app.words()


@pytest.mark.parametrize(
    ("mode", "energy", "small"), [("always", None, True), ("always", 5, True), ("never", 1, False)]
)
async def test_it_can_be_pinned_or_switched_off(launch: Launch, mode: str, energy: int | None, small: bool) -> None:
    app = await launch(records=records(PLOT, energy=energy, mode=LowEnergy(mode)))
    assert (TITLE in app.words()) is small


async def test_what_is_not_saved_is_said_here_too(launch: Launch) -> None:
    app = await launch(records=records(PLOT))
    app.records.marks.refuse = StorageFull("quota")
    await app.tap("I did it")
    assert "Not saved yet. Tend keeps trying." in app.words()
    assert "Done. That counts." in app.words()


async def test_a_breath_and_a_message_are_one_tap_away(launch: Launch) -> None:
    app = await launch(records=records(PLOT))
    await app.tap(BREATHE)
    assert "Breathe in" in app.words()
    assert "About 1 minute left" in app.words()
    await app.tap("I am done")
    await app.tap("Skip")
    await app.tap(ASK)
    assert "Tend never sends for you." in app.words()
