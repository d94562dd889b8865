"""History: the check-ins by day, to read, edit, and delete with a way back."""

from __future__ import annotations

import pytest

from domain.models import Activity, Sleep
from tests.domain.samples import made
from tests.driver import Driver
from tests.views.conftest import Launch


def rows(app: Driver) -> list[str]:
    return [name for name in app.buttons() if name[0].isdigit() and ":" in name]


async def test_an_empty_history_is_one_plain_line_and_a_way_in(launch: Launch) -> None:
    app = await launch(route="/history")
    assert "Nothing here yet. Your check-ins will gather here." in app.words()
    assert "Add a past check-in" in app.buttons()


async def test_days_stand_latest_first_under_the_names_people_use(launch: Launch) -> None:
    app = await launch(made("9:00"), made("21:00", 1), made("8:00", 2), made("8:00", 400), route="/history")
    days = [word for word in app.words() if word in ("Today", "Yesterday") or word.split(" ")[0].endswith("day")]
    assert days == ["Today", "Yesterday", "Tuesday 17 November", "Wednesday 15 October 2025", "Today"]  # and the tab


async def test_several_of_one_day_stand_in_the_order_they_were_made(launch: Launch) -> None:
    app = await launch(
        made("21:00", 1, mood=5), made("7:05", 1, energy=1), made("12:30", 1, note="rain"), route="/history"
    )
    assert rows(app) == ["7:05 Energy, Empty", "12:30 rain", "21:00 Mood, Very good"]
    assert app.words().count("Yesterday") == 1


async def test_a_row_tells_everything_that_was_kept(launch: Launch) -> None:
    full = made(
        mood=2,
        energy=4,
        feelings=("calm", "Soft"),
        activities=(Activity("a walk", 1, 2), Activity("soup")),
        sleep=Sleep.OK,
        sleep_hours=7.5,
        note="rain",
        distress=0,
    )
    app = await launch(full, route="/history")
    assert rows(app) == [
        "9:12 Mood, Hard Energy, Good calm, Soft a walk, soup Sleep: OK, 7.5 hours Distress: 0 of 10 rain"
    ]


async def test_on_a_phone_with_twelve_hours_so_has_history(launch: Launch, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TEND_HOUR_CYCLE", "h12")
    app = await launch(made("0:05"), made("12:00", 1), made("19:40", 2), route="/history")
    assert [row.removesuffix(" Mood, OK") for row in rows(app)] == ["12:05 am", "12:00 pm", "7:40 pm"]


async def test_a_row_opens_its_check_in_and_what_is_changed_there_shows(launch: Launch) -> None:
    app = await launch(made("9:00", 1, id="a", mood=2), made("10:00", 1, id="b", mood=5), route="/history")
    await app.tap("9:00 Mood, Hard")
    assert app.page.route == "/history/a"
    await app.tap("Mood, Good, 4 of 5")
    await app.tap("Done")
    assert rows(app) == ["9:00 Mood, Good", "10:00 Mood, Very good"]


async def test_two_check_ins_opened_in_turn_do_not_mix(launch: Launch) -> None:
    app = await launch(made("9:00", 1, id="a", note="first"), made("10:00", 1, id="b", note="second"), route="/history")
    for row, note in (("9:00 first", "first"), ("10:00 second", "second"), ("9:00 first", "first")):
        await app.tap(row)
        assert app.field("Note").value == note
        await app.write("Note", f"{note} and more")
        await app.write("Note", note)
        await app.tap("Done")
    assert [check_in.note for check_in in app.records.check_ins.all()] == ["first", "second"]


async def test_going_from_one_check_in_to_another_by_address_opens_the_other(launch: Launch) -> None:
    app = await launch(
        made("9:00", 1, id="a", note="first"), made("10:00", 1, id="b", note="second"), route="/history/a"
    )
    await app.go("/history/b")
    assert app.page.route == "/history/b"
    assert app.field("Note").value == "second"


async def test_delete_takes_one_away_and_undo_brings_it_back_as_it_was(launch: Launch) -> None:
    both = made("9:00", 1, id="a", mood=2, note="rain"), made("10:00", 1, id="b")
    app = await launch(*both, route="/history")
    await app.tap("9:00 Mood, Hard rain")
    await app.tap("Delete this")
    assert app.records.check_ins.all() == both[1:]
    assert "Deleted." in app.words()
    assert rows(app) == ["10:00 Mood, OK"]
    await app.tap("Undo")
    assert app.records.check_ins.all() == both
    assert rows(app) == ["9:00 Mood, Hard rain", "10:00 Mood, OK"]
    assert "Deleted." not in app.words()


async def test_leaving_history_drops_the_way_back(launch: Launch) -> None:
    app = await launch(made("9:00", 1, id="a"), route="/history")
    await app.tap("9:00 Mood, OK")
    await app.tap("Delete this")
    await app.open_tab("Today")
    await app.open_tab("History")
    assert "Undo" not in app.buttons()
    assert app.records.check_ins.all() == ()


async def test_a_check_in_without_answers_cannot_be_deleted_because_it_was_never_kept(launch: Launch) -> None:
    app = await launch(route="/history")
    await app.tap("Add a past check-in")
    assert "Delete this" not in app.buttons()


async def test_adding_from_history_begins_an_empty_one_even_minutes_after_another(launch: Launch) -> None:
    app = await launch(made("9:10", mood=3), route="/history")
    await app.tap("Add a past check-in")
    assert app.chosen() == []
    await app.tap("Mood, Hard, 2 of 5")
    assert sorted(check_in.mood for check_in in app.records.check_ins.all()) == [2, 3]


async def test_fourteen_days_stand_there_at_first_and_more_on_asking(launch: Launch) -> None:
    app = await launch(*(made("9:00", day) for day in range(30)), route="/history")
    assert len(rows(app)) == 14
    await app.tap("Show more days")
    assert len(rows(app)) == 28
    await app.tap("Show more days")
    assert len(rows(app)) == 30
    assert "Show more days" not in app.buttons()


async def test_fourteen_days_exactly_need_no_more(launch: Launch) -> None:
    app = await launch(*(made("9:00", day) for day in range(14)), route="/history")
    assert len(rows(app)) == 14
    assert "Show more days" not in app.buttons()


async def test_an_address_of_nothing_says_so_and_leads_to_history(launch: Launch) -> None:
    app = await launch(made("9:00"), route="/history/gone")
    assert app.sees("This check-in is not here any more.")
    await app.tap("Done")
    assert rows(app) == ["9:00 Mood, OK"]


async def test_a_check_in_made_by_a_clock_ahead_is_shown_under_its_date(launch: Launch) -> None:
    app = await launch(made("9:00", -2), route="/history")
    assert "Saturday 21 November" in app.words()
