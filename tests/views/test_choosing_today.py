"""What stands on Today is the person's choice: which steps, how large, and with a budget if they like."""

from __future__ import annotations

from domain.errors import StorageFull
from domain.goals import Answer, Goal, Pause, Size
from domain.today import Choice
from tests.views.conftest import Launch
from tests.views.test_steps import BUDGET, MAYA, PLOT, READ, TODAY, kept, records, steps


async def test_with_a_budget_tend_offers_no_more_than_it_holds(launch: Launch) -> None:
    app = await launch(records=records(PLOT, MAYA, READ, energy=4))
    assert len(steps(app)) == 3
    await app.state.aims.set_pacing(is_on=True)
    await app.settle()
    assert len(steps(app)) == 1
    assert BUDGET not in app.words()


async def test_what_is_put_off_asks_for_no_energy(launch: Launch) -> None:
    app = await launch(records=records(PLOT, MAYA, READ, energy=3))
    await app.state.aims.set_pacing(is_on=True)
    await app.tap("Change")
    await app.tap("Read a page")
    await app.tap("Done")
    assert BUDGET in app.words()
    await app.tap("Size Gentle: Read a page")
    await app.tap("Not today")
    assert BUDGET not in app.words()


async def test_the_person_chooses_what_stands_on_today(launch: Launch) -> None:
    resting = Goal("swim", "Swim", pause=Pause(TODAY))
    app = await launch(records=records(PLOT, MAYA, READ, resting, energy=3))
    await app.tap("Change")
    assert not app.sees("Swim")
    await app.tap("Call Maya My people")
    await app.tap("Read a page")
    await app.tap("Done")
    assert steps(app) == ["Water the pots", "Read a page"]
    await app.tap("Change")
    await app.tap("Let Tend offer some")
    await app.tap("Done")
    assert steps(app) == ["Water the pots", "Call Maya"]


async def test_more_than_the_budget_draws_one_sentence_and_blocks_nothing(launch: Launch) -> None:
    sentence = BUDGET
    app = await launch(records=records(PLOT, MAYA, READ, energy=3))
    assert sentence not in app.words()
    await app.state.aims.set_pacing(is_on=True)
    await app.settle()
    assert sentence not in app.words()
    await app.tap("Size Gentle: Water the pots")
    await app.tap("Full An hour at the plot")
    assert app.words().count(sentence) == 1
    await app.tap("I did it: An hour at the plot")
    assert kept(app) == [("plot", Answer.DONE, Size.FULL, "An hour at the plot")]
    assert app.words().count(sentence) == 1, "there is more to do than the energy was for"
    await app.tap("I did it: Call Maya")
    assert sentence not in app.words(), "nothing is left to do, and nothing is said about what was done"


async def test_choosing_more_than_the_budget_says_so_where_it_is_chosen(launch: Launch) -> None:
    app = await launch(records=records(PLOT, MAYA, READ, energy=3))
    await app.state.aims.set_pacing(is_on=True)
    await app.tap("Change")
    assert BUDGET not in app.words()
    await app.tap("Read a page")
    assert app.words().count(BUDGET) == 1
    await app.tap("Read a page")
    assert BUDGET not in app.words()


async def test_a_choice_for_today_the_device_refuses_is_kept_once_there_is_room(launch: Launch) -> None:
    app = await launch(records=records(PLOT, MAYA, READ, energy=3), route="/today/choose")
    app.records.choice.refuse = StorageFull("quota")
    await app.tap("Call Maya My people")
    assert {"Not saved yet. Tend keeps trying.", "There is no room left here."} <= set(app.words())
    assert "Copy my words" not in app.buttons(), "there are none in it"
    await app.tap("Done")
    assert steps(app) == ["Water the pots"]
    assert "Not saved yet. Tend keeps trying." in app.words()
    assert app.records.choice.kept is None
    app.records.choice.refuse = None
    await app.tap("Try again")
    assert app.records.choice.kept == Choice(TODAY, ("plot",))
    assert "Not saved yet. Tend keeps trying." not in app.words()


async def test_a_size_the_device_refuses_stands_and_is_kept_once_there_is_room(launch: Launch) -> None:
    app = await launch(records=records(PLOT, energy=3))
    app.records.choice.refuse = StorageFull("quota")
    await app.tap("Size Gentle: Water the pots")
    await app.tap("Full An hour at the plot")
    assert steps(app) == ["An hour at the plot"]
    app.records.choice.refuse = None
    await app.tap("Try again")
    assert app.records.choice.kept == Choice(TODAY, None, (("plot", Size.FULL),))
