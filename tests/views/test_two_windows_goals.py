"""Two windows on one device: what is done to goals in the one that reads is said not to be saved, and is kept later."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

from domain.goals import Answer, Goal, Size
from storage.cipher import this_device
from storage.vault import Vault
from tests.driver import Driver
from tests.views.conftest import Launch
from tests.views.device import PASSPHRASE, FakeDevice
from tests.views.goal_samples import GROWING, LOVED, PLOT, SWIM, mark
from tests.views.test_tabs import ELSEWHERE, HERE, NOT_SAVED, unlock

READ_ONLY, TAKE_IT = "Here you can read.", "Tend is open in another tab. To write, use Tend here."
TICK, TICK_SWIM = "I did it: Water the pots", "I did it: Swim"
TENDED = "Tended 1 of the last 7 days"


async def both(launch_vault: Launch, route: str = "/", passphrase: str | None = None) -> tuple[Driver, Driver, Any]:
    """A window that writes, and one opened after it, over two values and two goals."""
    device = FakeDevice()
    vault = Vault(device, this_device())
    records = await vault.open()
    for value in (GROWING, LOVED):
        await records.values.save(value)
    for goal in (PLOT, SWIM):
        await records.goals.save(goal)
    if passphrase:
        await vault.set_lock(passphrase)
    vault.shut()
    windows = []
    for _ in range(2):
        windows.append(await launch_vault(device, route=route))
        if passphrase:
            await unlock(windows[-1])
    first, second = windows
    assert ELSEWHERE not in first.words()
    assert not second.state.can_write
    return first, second, device


async def on_device(device: FakeDevice, passphrase: str | None = None) -> dict[str, Any]:
    """What the device holds, as another window would read it."""
    records = await Vault(FakeDevice(*await device.contents()), this_device()).open(passphrase)
    return {
        "goals": {goal.id: goal.words for goal in records.goals.all()},
        "values": {value.id: value.words for value in records.values.all()},
        "marks": [(m.goal_id, m.answer, m.size) for m in records.marks.all()],
        "tended": {goal_id: len(days) for goal_id, days in records.tended().by_goal.items()},
    }


async def take_over(second: Driver, first: Driver) -> None:
    await second.tap(HERE)
    await first.settle()
    assert ELSEWHERE not in second.words()
    assert ELSEWHERE in first.words()


async def test_a_step_ticked_in_the_reading_window_counts_once_it_takes_over(launch_vault: Launch) -> None:
    first, second, device = await both(launch_vault)
    await second.tap(TICK)
    assert NOT_SAVED in second.words()
    assert (await on_device(device))["marks"] == []
    await take_over(second, first)
    assert NOT_SAVED not in second.words()
    assert await on_device(device) == {
        "goals": {"plot": "Look after my plot", "swim": "Swim"},
        "values": {"growing": "", "loved": ""},
        "marks": [("plot", Answer.DONE, Size.GENTLE)],
        "tended": {"plot": 1},
    }
    await second.open_tab("Goals")
    assert second.words().count(TENDED) == 1
    await first.open_tab("Goals")
    first.around.seen(0.1)
    await first.settle()
    assert first.words().count(TENDED) == 1


async def test_what_the_other_window_ticked_meanwhile_counts_beside_it(launch_vault: Launch) -> None:
    first, second, device = await both(launch_vault)
    await second.tap(TICK)
    await first.tap(TICK_SWIM)
    await take_over(second, first)
    kept = await on_device(device)
    assert sorted(kept["marks"]) == [("plot", Answer.DONE, Size.GENTLE), ("swim", Answer.DONE, Size.GENTLE)]
    assert kept["tended"] == {"plot": 1, "swim": 1}
    await second.open_tab("Goals")
    assert second.words().count(TENDED) == 2
    await second.open_tab("Today")
    assert second.sees("You tended more than one goal.")


async def test_one_goal_ticked_in_both_windows_is_one_day(launch_vault: Launch) -> None:
    first, second, device = await both(launch_vault)
    await second.tap(TICK)
    await first.tap(TICK)
    await take_over(second, first)
    kept = await on_device(device)
    assert len(kept["marks"]) == 2
    assert kept["tended"] == {"plot": 1}
    await second.open_tab("Goals")
    assert second.words().count(TENDED) == 1


async def test_a_tick_of_the_reading_window_counts_there_when_it_looks_again(launch_vault: Launch) -> None:
    first, second, _ = await both(launch_vault, "/goals")
    await second.tap("Tiny Look at one plant")
    await second.tap("I did this")
    await first.state.aims.keep_mark(mark(2, PLOT))
    second.around.seen(0.1)
    await second.settle()
    assert NOT_SAVED in second.words()
    assert "Tended 2 of the last 7 days" in second.words()
    assert second.state.aims.tended.of("plot") == tuple(second.clock.now.date() - timedelta(days=ago) for ago in (2, 0))


async def test_a_tick_taken_back_before_it_was_saved_leaves_nothing(launch_vault: Launch) -> None:
    first, second, device = await both(launch_vault)
    await second.tap(TICK)
    await second.tap("Water the pots, done")
    assert TICK in second.buttons()
    assert NOT_SAVED not in second.words()
    await take_over(second, first)
    kept = await on_device(device)
    assert (kept["marks"], kept["tended"]) == ([], {})


async def test_a_goal_edited_in_the_reading_window_is_kept_beside_what_the_other_made(launch_vault: Launch) -> None:
    first, second, device = await both(launch_vault, "/goals")
    await second.tap("More for Look after my plot")
    await second.tap("Change")
    await second.write("My goal, in my words", "Look after the plot by the river")
    await second.tap("Save goal")
    assert NOT_SAVED in second.words()
    assert second.sees("Look after the plot by the river")
    assert (await on_device(device))["goals"]["plot"] == "Look after my plot"
    await first.state.aims.save_goal(replace(SWIM, words="Swim on Sundays"))
    await first.state.aims.save_goal(Goal("new", "Sing"))
    await take_over(second, first)
    assert NOT_SAVED not in second.words()
    assert (await on_device(device))["goals"] == {
        "plot": "Look after the plot by the river",
        "swim": "Swim on Sundays",
        "new": "Sing",
    }
    for words in ("Look after the plot by the river", "Swim on Sundays", "Sing"):
        assert second.sees(words)


async def test_a_new_goal_of_the_reading_window_is_kept(launch_vault: Launch) -> None:
    first, second, device = await both(launch_vault, "/goals")
    await second.tap("New goal")
    await second.write("My goal, in my words", "Sing")
    await second.tap("Save goal")
    assert NOT_SAVED in second.words()
    await take_over(second, first)
    assert sorted((await on_device(device))["goals"].values()) == ["Look after my plot", "Sing", "Swim"]


async def test_a_value_reworded_in_the_reading_window_is_kept(launch_vault: Launch) -> None:
    first, second, device = await both(launch_vault, "/matters/growing")
    await second.write("My name for it", "My river")
    assert NOT_SAVED in second.words()
    await first.state.aims.values.keep(replace(LOVED, words="My three"))
    await take_over(second, first)
    assert (await on_device(device))["values"] == {"growing": "My river", "loved": "My three"}


async def test_what_cannot_be_deleted_while_reading_says_so_and_can_be_after_taking_over(launch_vault: Launch) -> None:
    first, second, device = await both(launch_vault, "/matters/growing")
    await second.tap("Delete this")
    assert READ_ONLY in second.words()
    assert TAKE_IT in second.words()
    assert "Deleted." not in second.words()
    assert second.routes == []
    await first.state.aims.add_value("My river")
    assert "growing" in (await on_device(device))["values"]
    await take_over(second, first)
    await second.tap("Delete this")
    kept = await on_device(device)
    assert sorted(kept["values"].values()) == ["", "My river"]
    assert "growing" not in kept["values"]
    assert kept["goals"]["plot"] == "Look after my plot"
    await second.tap("Undo")
    assert "growing" in (await on_device(device))["values"]


async def test_a_choice_the_reading_window_cannot_keep_waits_and_is_kept_once_it_takes_over(
    launch_vault: Launch,
) -> None:
    first, second, device = await both(launch_vault, "/today/choose")
    await second.tap("Swim, chosen")
    assert second.words().count(NOT_SAVED) == 1
    assert NOT_SAVED not in first.words()
    await take_over(second, first)
    assert NOT_SAVED not in second.words()
    records = await Vault(FakeDevice(*await device.contents()), this_device()).open()
    assert records.choice.load().goal_ids == ("plot",)


async def test_with_a_lock_a_tick_waits_for_the_passphrase_and_counts_then(launch_vault: Launch) -> None:
    first, second, device = await both(launch_vault, passphrase=PASSPHRASE)
    await second.tap(TICK)
    assert NOT_SAVED in second.words()
    await second.tap(HERE)
    await first.settle()
    assert not second.sees("Water the pots")  # locked: nothing of it is shown
    await unlock(second)
    kept = await on_device(device, PASSPHRASE)
    assert kept["marks"] == [("plot", Answer.DONE, Size.GENTLE)]
    await second.open_tab("Goals")
    assert second.words().count(TENDED) == 1
