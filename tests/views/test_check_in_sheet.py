"""The sheet: everything optional, every tap kept, all of it read again in History."""

from __future__ import annotations

import flet as ft
import pytest

from domain.models import Activity, CheckIn, Sleep
from tests.domain.samples import made
from tests.driver import Driver
from tests.views.conftest import Launch
from tests.views.fakes import FakeClock

LOW = "Energy, Low, 2 of 5"


def only(app: Driver) -> CheckIn:
    (check_in,) = app.records.check_ins.all()
    return check_in


async def history_row(app: Driver) -> str:
    await app.tap("Done")
    await app.open_tab("History")
    return next(name for name in app.buttons() if name[0].isdigit())


async def test_an_opened_and_closed_sheet_leaves_nothing_behind(launch: Launch) -> None:
    app = await launch()
    await app.tap("Add more")
    assert app.sees("All of it is optional. Each tap saves itself.")
    assert "Today, 9:12" in app.words()
    await app.tap("Done")
    assert not app.sees("All of it is optional.")
    assert app.records.check_ins.all() == ()


async def test_the_sheet_adds_to_what_was_tapped(launch: Launch) -> None:
    app = await launch()
    await app.tap("Mood, OK, 3 of 5")
    await app.tap("Add more")
    await app.tap("calm")
    assert (only(app).mood, only(app).feelings) == (3, ("calm",))


async def test_feelings_are_kept_at_each_tap_and_taken_back_by_the_same_tap(launch: Launch) -> None:
    app = await launch(route="/check-in/now")
    await app.tap("tired")
    assert only(app).feelings == ("tired",)
    await app.tap("hopeful")
    assert only(app).feelings == ("tired", "hopeful")
    assert app.chosen() == ["tired", "hopeful"]
    await app.tap("tired")
    assert only(app).feelings == ("hopeful",)
    assert await history_row(app) == "9:12 hopeful"


async def test_a_word_of_ones_own_is_kept_as_written_without_the_spaces_around_it(launch: Launch) -> None:
    app = await launch(route="/check-in/now")
    await app.tap("My own")
    await app.write("A word of my own", "  Soft ")
    await app.submit("A word of my own")
    assert only(app).feelings == ("Soft",)
    assert app.chosen() == ["Soft"]
    assert await history_row(app) == "9:12 Soft"


async def test_a_word_written_twice_stands_once(launch: Launch) -> None:
    app = await launch(route="/check-in/now")
    for _ in range(2):
        await app.tap("My own")
        await app.write("A word of my own", "calm")
        await app.submit("A word of my own")
    assert only(app).feelings == ("calm",)


@pytest.mark.parametrize("nothing", ["", "   ", "\n\t"])
async def test_an_empty_word_adds_nothing(launch: Launch, nothing: str) -> None:
    app = await launch(route="/check-in/now")
    await app.tap("My own")
    await app.write("A word of my own", nothing)
    await app.submit("A word of my own")
    assert app.records.check_ins.all() == ()


async def test_an_activity_takes_the_energy_before_from_the_answer_and_after_from_a_tap(launch: Launch) -> None:
    app = await launch()
    await app.tap("Energy, Some, 3 of 5")
    await app.tap("Add more")
    await app.tap("Add")
    await app.write("In my own words", "Watered the pots")
    await app.submit("In my own words")
    assert only(app).activities == (Activity("Watered the pots", energy_before=3),)
    assert "Energy before: Some" in app.words()
    await app.tap("Energy after, Good, 4 of 5")
    assert only(app).activities == (Activity("Watered the pots", 3, 4),)
    assert await history_row(app) == "9:12 Energy, Some Watered the pots"


async def test_the_energies_of_an_activity_can_be_changed_and_cleared(launch: Launch) -> None:
    app = await launch(made("9:12", id="a", activities=(Activity("soup", 2, 4),)), route="/history")
    await app.tap("9:12 soup")
    await app.tap("Energy before: Low")
    await app.tap("Energy before, Full, 5 of 5")
    await app.tap("Energy after, Good, 4 of 5")
    assert only(app).activities == (Activity("soup", 5, None),)
    assert "Energy before: Full" in app.words()
    assert "Energy before, Full, 5 of 5" not in app.chosen()
    await app.tap("Energy before: Full")
    await app.tap("Energy before, Full, 5 of 5")
    assert only(app).activities == (Activity("soup"),)
    assert "Energy before: not said" in app.words()


async def test_an_activity_done_before_is_added_with_one_tap_and_removed_with_another(launch: Launch) -> None:
    app = await launch(made("8:00", 2, activities=(Activity("a walk"),)), route="/check-in/now")
    await app.tap("Add")
    await app.tap("a walk")
    assert app.records.check_ins.all()[1].activities == (Activity("a walk"),)
    await app.tap("Remove a walk")
    assert len(app.records.check_ins.all()) == 1
    assert "Remove a walk" not in app.buttons()


async def test_of_two_activities_the_one_named_is_removed_and_the_other_keeps_its_energy(launch: Launch) -> None:
    both = (Activity("a walk", 1, 2), Activity("soup", 3, 4))
    app = await launch(made("9:12", id="a", activities=both), route="/history")
    await app.tap("9:12 a walk, soup")
    await app.tap("Remove a walk")
    assert only(app).activities == (Activity("soup", 3, 4),)
    assert app.chosen() == ["Energy after, Good, 4 of 5"]


async def test_removing_twice_before_a_redraw_does_no_harm(launch: Launch) -> None:
    app = await launch(made("9:12", id="a", activities=(Activity("soup"),), note="rain"), route="/history")
    await app.tap("9:12 soup rain")
    await app.tap("Remove soup", "Remove soup")
    assert (only(app).activities, only(app).note) == ((), "rain")


@pytest.mark.parametrize(("name", "sleep"), [("Poor", Sleep.POOR), ("OK", Sleep.OK), ("Good", Sleep.GOOD)])
async def test_the_night_is_one_tap_and_the_same_tap_takes_it_back(launch: Launch, name: str, sleep: Sleep) -> None:
    app = await launch(made("9:12", note="rain"), route="/check-in/now")
    await app.tap(name)
    assert only(app).sleep is sleep
    assert name in app.chosen()
    await app.tap(name)
    assert only(app).sleep is None


async def test_hours_begin_at_seven_and_go_by_halves_and_clear(launch: Launch) -> None:
    app = await launch(made("9:12", note="rain"), route="/check-in/now")
    await app.tap("Half an hour less")
    assert only(app).sleep_hours == 7.0
    await app.tap("Half an hour more", "Half an hour more", "Half an hour more")
    assert only(app).sleep_hours == 8.5
    assert "8.5 hours" in app.words()
    await app.tap("Clear")
    assert only(app).sleep_hours is None
    assert "Clear" not in app.buttons()


@pytest.mark.parametrize(("hours", "button"), [(0.0, "Half an hour less"), (24.0, "Half an hour more")])
async def test_hours_stop_at_none_and_at_twenty_four(launch: Launch, hours: float, button: str) -> None:
    app = await launch(made("9:12", sleep_hours=hours), route="/check-in/now")
    await app.tap(button)
    assert only(app).sleep_hours == hours


@pytest.mark.parametrize(
    ("hours", "said"), [(1.0, "Sleep: Good, 1 hour"), (7.5, "Sleep: Good, 7.5 hours"), (0.0, "Sleep: Good, 0 hours")]
)
async def test_the_night_is_read_again_in_history(launch: Launch, hours: float, said: str) -> None:
    app = await launch(made("9:12", sleep=Sleep.GOOD, sleep_hours=hours), route="/history")
    assert said in app.words()


@pytest.mark.parametrize("value", [0, 10])
async def test_distress_is_a_tap_from_zero_to_ten_and_the_same_tap_takes_it_back(launch: Launch, value: int) -> None:
    app = await launch(made("9:12", note="rain"), route="/check-in/now")
    await app.tap(f"Distress, {value} of 10")
    assert only(app).distress == value
    assert app.chosen() == [f"Distress, {value} of 10"]
    assert f"Distress: {value} of 10" in (await history_row(app))
    await app.tap("9:12 " + f"Distress: {value} of 10 rain")
    await app.tap(f"Distress, {value} of 10")
    assert only(app).distress is None


@pytest.mark.parametrize(
    "note",
    [
        "rain " * 20_000,
        "🫠👩‍👩‍👧‍👦🏽",
        "שלום \u202eمرحبا\u202c",
        "line one\nline two\r\n\tand \x00\x07\x1b[31m\u200b\ufeff",
        "  spaces stay  ",
        "<b>{name}</b> %s \\ \" '",
    ],
    ids=["100,000 characters", "emoji", "right to left", "control characters", "spaces", "marks"],
)
async def test_a_note_is_kept_exactly_as_written(launch: Launch, note: str) -> None:
    app = await launch(route="/check-in/now")
    await app.write("Note", note)
    assert only(app).note == note
    await app.tap("Done")
    await app.open_tab("History")
    assert note[:200] in app.words()  # the row shows a beginning, the sheet the whole


async def test_every_letter_of_a_note_is_saved_as_it_comes(launch: Launch) -> None:
    app = await launch(route="/check-in/now")
    for end in range(1, 5):
        await app.write("Note", "rain"[:end])
        assert only(app).note == "rain"[:end]


async def test_two_taps_handled_before_a_redraw_both_count(launch: Launch) -> None:
    app = await launch(route="/check-in/now")
    await app.tap("tired", "calm", "Good", "Distress, 3 of 10", "Half an hour more")
    kept = only(app)
    assert (kept.feelings, kept.sleep, kept.distress, kept.sleep_hours) == (("tired", "calm"), Sleep.GOOD, 3, 7.0)


async def test_a_check_in_cleared_of_everything_is_gone_and_can_be_filled_again(launch: Launch) -> None:
    app = await launch(route="/check-in/now")
    await app.tap("tired")
    await app.tap("tired")
    assert app.records.check_ins.all() == ()
    assert app.sees("All of it is optional.")
    await app.write("Note", "rain")
    assert (only(app).note, only(app).feelings) == ("rain", ())


async def test_the_sheet_keeps_to_its_check_in_when_a_quarter_of_an_hour_passes(
    launch: Launch, clock: FakeClock
) -> None:
    app = await launch(route="/check-in/now")
    await app.tap("tired")
    clock.pass_time(minutes=40)
    await app.write("Note", "took a while")
    assert (only(app).feelings, only(app).note, only(app).local.minute) == (("tired",), "took a while", 12)


async def test_on_a_quarter_hour_of_its_own_the_sheet_begins_a_new_check_in(launch: Launch, clock: FakeClock) -> None:
    app = await launch(made("9:12", mood=3), time="9:27", route="/check-in/now")
    await app.tap("tired")
    assert [(c.mood, c.feelings) for c in app.records.check_ins.all()] == [(3, ()), (None, ("tired",))]


async def test_closing_the_sheet_with_the_phones_own_gesture_keeps_all_and_returns_to_the_screen(
    launch: Launch,
) -> None:
    app = await launch()
    await app.tap("Add more")
    await app.tap("tired")
    await app.drag_down()
    assert app.page.route == "/"
    assert only(app).feelings == ("tired",)
    await app.tap("Add more")
    assert "tired" in app.chosen()


async def test_the_sheet_opens_again_after_each_closing(launch: Launch) -> None:
    app = await launch()
    for _ in range(3):
        await app.tap("Add more")
        assert app.sees("All of it is optional.")
        await app.tap("Done")
        assert not app.sees("All of it is optional.")


async def test_the_sheet_of_a_tapped_check_in_leaves_the_energy_answer_to_today(launch: Launch) -> None:
    app = await launch()
    assert app.buttons().count(LOW) == 1
    await app.tap("Add more")
    assert app.buttons().count(LOW) == 0


async def test_in_history_the_sheet_holds_the_scales_and_the_same_tap_clears_an_answer(launch: Launch) -> None:
    app = await launch(made("9:12", id="a", mood=3, energy=2), route="/history/a")
    assert app.chosen() == ["Mood, OK, 3 of 5", LOW]
    await app.tap("Mood, Hard, 2 of 5")
    await app.tap(LOW)
    assert (only(app).mood, only(app).energy) == (2, None)


async def test_a_reload_with_the_sheet_open_leaves_the_activities_alive(launch: Launch) -> None:
    app = await launch(made("9:12", id="a", note="rain", activities=(Activity("soup"),)), route="/history/a")
    await app.tap("Remove soup")
    assert only(app).activities == ()


async def test_an_activity_outlives_a_look_at_the_calendar(launch: Launch) -> None:
    app = await launch(made("9:12", id="a", note="rain", activities=(Activity("soup"),)), route="/history")
    await app.tap("9:12 soup rain")
    await app.tap("Change time")
    await app.dismiss(ft.DatePicker)
    await app.tap("Energy after, Good, 4 of 5")
    assert (only(app).note, only(app).activities) == ("rain", (Activity("soup", None, 4),))


async def test_a_word_half_written_is_not_added_to_something_else(launch: Launch) -> None:
    app = await launch(made("9:12", id="a", note="rain"), route="/history/a")
    await app.tap("My own")
    await app.write("A word of my own", "soft")
    await app.tap("Add")
    await app.submit("In my own words")
    assert (only(app).feelings, only(app).activities) == ((), ())
