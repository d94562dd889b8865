"""Today: two questions, one tap each."""

from __future__ import annotations

import pytest

from domain.models import CheckIn
from storage.memory import MemoryPlace
from storage.opening import open_database
from tests.domain.samples import made
from tests.driver import Driver
from tests.views.conftest import Launch
from tests.views.fakes import FakeClock, FakeRecords
from tests.views.skill_samples import BREATH

VERY_HARD, HARD, OK = "Mood, Very hard, 1 of 5", "Mood, Hard, 2 of 5", "Mood, OK, 3 of 5"
GOOD, SOME, FULL = "Energy, Good, 4 of 5", "Energy, Some, 3 of 5", "Energy, Full, 5 of 5"


def kept(app: Driver) -> list[CheckIn]:
    return list(app.records.check_ins.all())


@pytest.mark.parametrize(
    ("time", "greeting"),
    [
        ("4:59", "Hello"),
        ("5:00", "Good morning"),
        ("12:00", "Good afternoon"),
        ("17:00", "Good evening"),
        ("22:00", "Hello"),
    ],
)
async def test_the_greeting_follows_the_hour(launch: Launch, time: str, greeting: str) -> None:
    assert greeting in (await launch(time=time)).words()


async def test_the_first_screen_has_two_questions_and_no_invented_lines(launch: Launch) -> None:
    app = await launch(records=FakeRecords(built_in=(BREATH,)))
    assert app.words() == [
        "Thursday 19 November",
        *("Settings", "Help now"),
        "Good morning",
        "How are you right now?",
        *("Very hard", "Hard", "OK", "Good", "Very good"),
        "And your energy?",
        *("Empty", "Low", "Some", "Good", "Full"),
        "Add more",
        "What matters today",
        *("Nothing here yet. Want to add one thing that matters?", "Add a goal"),
        *("Longer breath out", "2 min. A gentle way to begin", "Start", "Another one"),
        *("Today", "Goals", "Skills", "Plan", "History"),
    ]
    assert kept(app) == []


@pytest.mark.parametrize(
    ("button", "answered"),
    [
        ("Mood, Very hard, 1 of 5", {"mood": 1}),
        ("Mood, Very good, 5 of 5", {"mood": 5}),
        ("Energy, Some, 3 of 5", {"energy": 3}),
        ("Energy, Full, 5 of 5", {"energy": 5}),
    ],
)
async def test_one_tap_is_a_whole_check_in_and_says_when_it_was_saved(
    launch: Launch, button: str, answered: dict[str, int]
) -> None:
    app = await launch()
    await app.tap(button)
    (check_in,) = kept(app)
    assert check_in == made("9:12", id=check_in.id, **answered)
    assert app.sees("Saved 9:12")
    assert app.chosen() == [button]


async def test_mood_and_energy_tapped_within_fifteen_minutes_are_one_check_in(launch: Launch, clock: FakeClock) -> None:
    app = await launch()
    await app.tap(OK)
    clock.pass_time(minutes=14, seconds=59)
    await app.tap(GOOD)
    assert [(c.mood, c.energy) for c in kept(app)] == [(3, 4)]
    assert app.sees("Saved 9:12")
    assert app.chosen() == [OK, GOOD]


async def test_a_tap_after_fifteen_minutes_makes_another_check_in(launch: Launch, clock: FakeClock) -> None:
    app = await launch()
    await app.tap(OK)
    clock.pass_time(minutes=15)
    await app.tap(GOOD)
    assert [(c.mood, c.energy) for c in kept(app)] == [(3, None), (None, 4)]
    assert app.sees("Saved 9:27")
    assert app.chosen() == [GOOD]


async def test_two_taps_handled_before_a_redraw_both_count(launch: Launch) -> None:
    app = await launch()
    await app.tap(OK, GOOD)
    assert [(c.mood, c.energy) for c in kept(app)] == [(3, 4)]


async def test_another_step_replaces_the_answer(launch: Launch) -> None:
    app = await launch()
    await app.tap(OK)
    await app.tap(HARD)
    assert [c.mood for c in kept(app)] == [2]
    assert app.chosen() == [HARD]


async def test_the_same_step_twice_changes_nothing_and_needs_one_undo(launch: Launch) -> None:
    app = await launch()
    await app.tap(OK)
    await app.tap(OK)
    assert [c.mood for c in kept(app)] == [3]
    await app.tap("Undo")
    assert kept(app) == []
    assert "Undo" not in app.buttons()


async def test_undo_takes_taps_back_one_by_one_to_nothing(launch: Launch, clock: FakeClock) -> None:
    app = await launch()
    for button in (OK, HARD, GOOD):
        await app.tap(button)
    clock.pass_time(minutes=20)
    await app.tap(FULL)
    seen = []
    while "Undo" in app.buttons():
        await app.tap("Undo")
        seen.append([(c.mood, c.energy) for c in kept(app)])
    assert seen == [[(2, 4)], [(2, None)], [(3, None)], []]
    assert not app.sees("Saved")
    assert app.chosen() == []


async def test_undo_keeps_the_details_that_were_added_in_between(launch: Launch) -> None:
    app = await launch()
    await app.tap(OK)
    await app.tap("Add more")
    await app.write("Note", "rain")
    await app.tap("Done")
    await app.tap("Undo")
    assert [(c.mood, c.note) for c in kept(app)] == [(None, "rain")]


async def test_undo_stays_until_the_person_leaves_the_screen(launch: Launch) -> None:
    app = await launch()
    await app.tap(OK)
    await app.open_tab("History")
    await app.open_tab("Today")
    assert "Undo" not in app.buttons()
    assert [c.mood for c in kept(app)] == [3]


@pytest.mark.parametrize(("time", "folded"), [("9:13", True), ("11:11", True), ("11:12", False)])
async def test_coming_back_within_two_hours_shows_one_folded_row(launch: Launch, time: str, folded: bool) -> None:
    app = await launch(made("9:12", mood=3, energy=4), time=time)
    assert ("Check in again" in app.buttons()) is folded
    assert (OK in app.buttons()) is not folded
    assert app.sees("9:12") is folded


async def test_a_folded_row_shows_only_what_was_answered(launch: Launch) -> None:
    app = await launch(made("9:12", energy=4), time="9:30")
    assert "Good" in app.words()
    assert not {"Very hard", "Hard", "OK"} & set(app.words())


async def test_check_in_again_opens_the_questions_and_the_tap_makes_a_new_check_in(launch: Launch) -> None:
    app = await launch(made("9:12", mood=3), time="10:00")
    await app.tap("Check in again")
    assert app.chosen() == []
    await app.tap(GOOD)
    assert [(c.mood, c.energy) for c in kept(app)] == [(3, None), (None, 4)]


async def test_check_in_again_within_fifteen_minutes_changes_the_same_check_in(launch: Launch) -> None:
    app = await launch(made("9:12", mood=3), time="9:20")
    await app.tap("Check in again")
    assert app.chosen() == [OK]
    await app.tap(GOOD)
    assert [(c.mood, c.energy) for c in kept(app)] == [(3, 4)]


async def test_a_check_in_dated_later_than_now_is_neither_folded_nor_changed(launch: Launch) -> None:
    app = await launch(made("9:30", mood=1), time="9:12")
    assert "Check in again" not in app.buttons()
    await app.tap(GOOD)
    assert [(c.mood, c.energy) for c in kept(app)] == [(None, 4), (1, None)]


async def test_who_returns_the_next_morning_finds_today_and_not_yesterday(launch: Launch, clock: FakeClock) -> None:
    app = await launch(time="22:30")
    await app.tap(OK)
    clock.pass_time(hours=9)
    await app.return_to()
    assert app.words()[0] == "Friday 20 November"
    assert "Good morning" in app.words()
    assert not app.sees("Saved")
    assert app.chosen() == []
    await app.tap(GOOD)
    assert [(c.day.day, c.mood, c.energy) for c in kept(app)] == [(19, 3, None), (20, None, 4)]


async def test_who_returns_within_the_same_minutes_finds_everything_as_it_was(launch: Launch) -> None:
    app = await launch()
    await app.tap(OK)
    app.clock.pass_time(minutes=3)
    await app.return_to()
    assert app.chosen() == [OK]
    assert "Undo" in app.buttons()


async def test_a_very_hard_mood_offers_company(launch: Launch) -> None:
    app = await launch()
    await app.tap(HARD)
    assert not app.sees("Want company?")
    await app.tap(VERY_HARD)
    assert app.sees("That sounds hard. Want company?")
    assert app.buttons().count("Help now") == 2


async def test_no_thanks_is_respected_for_this_check_in_and_asked_again_for_the_next(
    launch: Launch, clock: FakeClock
) -> None:
    app = await launch()
    await app.tap(VERY_HARD)
    await app.tap("No thanks")
    await app.tap(GOOD)
    assert not app.sees("Want company?")
    clock.pass_time(minutes=15)
    await app.tap(VERY_HARD)
    assert app.sees("Want company?")


async def test_company_leads_to_help(launch: Launch) -> None:
    app = await launch()
    await app.tap(VERY_HARD)
    await app.tap("Help now")
    assert app.routes == ["/help"]
    assert app.sees("You do not have to do this alone.")


@pytest.mark.parametrize(
    ("days_ago", "line"),
    [(2, None), (3, "Good to see you. No catching up needed."), (40, "Good to see you. No catching up needed.")],
)
async def test_who_was_away_three_days_or_more_is_welcomed(launch: Launch, days_ago: int, line: str | None) -> None:
    app = await launch(made("9:12", days_ago))
    assert app.sees("Good to see you.") is (line is not None)
    assert line is None or line in app.words()


async def test_the_first_check_in_after_a_quiet_week_is_noticed_when_the_screen_is_opened_anew(launch: Launch) -> None:
    app = await launch(made("9:12", 8))
    await app.tap(OK)
    assert app.sees("Good to see you.")
    assert not app.sees("You came back")
    await app.open_tab("History")
    await app.open_tab("Today")
    assert "You came back after a quiet week." in app.words()
    assert not app.sees("Good to see you.")


async def test_the_next_day_has_a_line_of_its_own_on_a_screen_left_open(launch: Launch, clock: FakeClock) -> None:
    app = await launch(made("9:12", 8))
    await app.tap(OK)
    clock.pass_time(days=4)
    await app.return_to()
    assert app.words().count("Good to see you. No catching up needed.") == 1
    clock.pass_time(days=-1)
    await app.return_to()
    assert "Good to see you. No catching up needed." in app.words()
    clock.pass_time(days=-1)
    await app.return_to()
    assert not app.sees("Good to see you.")


async def test_a_shortcut_to_check_in_opens_the_questions(launch: Launch) -> None:
    app = await launch(route="/check-in")
    await app.tap(OK)
    assert [c.mood for c in kept(app)] == [3]


async def test_a_check_in_at_midnight_belongs_to_the_day_the_clock_shows(launch: Launch) -> None:
    app = await launch(time="23:59:59")
    await app.tap(OK)
    app.clock.pass_time(seconds=2)
    await app.tap(GOOD)
    assert [(c.day.day, c.mood, c.energy) for c in kept(app)] == [(19, 3, 4)]
    assert app.sees("Saved 23:59")


async def test_what_is_tapped_is_read_again_from_the_records_of_a_device(clock: FakeClock) -> None:
    place = MemoryPlace()
    app = await Driver(await open_database(place), clock).start()
    await app.tap(OK, GOOD)
    await app.tap("Add more")
    await app.tap("tired")
    app.records.close()
    again = await open_database(place)
    assert [(c.mood, c.energy, c.feelings) for c in again.check_ins.all()] == [(3, 4, ("tired",))]
