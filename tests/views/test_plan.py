"""My plan: the ladder, its counts, what an open rung holds, what comes first when energy is low."""

from __future__ import annotations

from datetime import date
from typing import Any

import flet as ft
import pytest

from domain.errors import StorageFull
from domain.plan import Part, PlanItem, PlanNotes, Source
from tests.views.conftest import Launch
from tests.views.help_samples import links
from tests.views.plan_samples import (
    DAYS,
    EARLY,
    HALL,
    HEAVY,
    MAYA,
    TEA,
    TEXTS,
    WHOLE,
    opened,
    rungs,
    unfold,
    unfolded,
)

WAITS = "Write one line on a calm day. It can wait."
DUE = "You wanted to look at this again."


async def test_the_tab_stands_between_skills_and_history(launch: Launch) -> None:
    app = await launch()
    (bar,) = [control for control in app.controls() if isinstance(control, ft.NavigationBar)]
    assert [tab.label for tab in bar.destinations] == ["Today", "Goals", "Skills", "Plan", "History"]
    assert bar.destinations[3].icon is ft.Icons.MAP_ROUNDED
    await app.open_tab("Plan")
    assert app.headings() == [(1, "My plan"), (2, "Look at this again")]
    assert {"In your own words. Yours to change.", "Share"} <= set(app.words())


async def test_an_empty_plan_is_six_folded_rungs_that_can_wait(launch: Launch) -> None:
    app = await opened(launch)
    names = ("Every day", "What can set me off", "Early signs", "Harder days", "In a crisis", "After a hard time")
    assert rungs(app) == [f"{name}, folded {WAITS}" for name in names]


async def test_share_opens_its_address(launch: Launch) -> None:
    app = await opened(launch)
    await app.tap("Share")
    assert app.routes == ["/plan/share"]


async def test_each_rung_says_how_much_it_holds(launch: Launch) -> None:
    more = (
        PlanItem("t", Part.TRIGGERS, "Sirens"),
        PlanItem("u", Part.TRIGGER_ANSWERS, "Sit down"),
        PlanItem("s", Part.STEADY, "Porridge"),
        PlanItem("b", Part.AFTER, "Write to Maya"),
    )
    app = await opened(launch, *WHOLE, *more)
    assert rungs(app) == [
        "Every day, folded 2 things that keep me steady",
        "What can set me off, folded 1 thing, and what I do",
        "Early signs, folded 2 signs, 3 things I do, 1 person",
        "Harder days, folded 1 sign",
        "In a crisis, folded My safety plan, 3 lines",
        "After a hard time, folded How I come back, 1 line",
    ]


async def test_a_rung_opens_with_its_signs_what_is_done_and_people_and_folds_again(launch: Launch) -> None:
    app = await unfolded(launch, *WHOLE)
    assert app.between("2 signs, 3 things I do, 1 person", "Harder days") == [
        *("What I notice", "I stop answering texts", "I sleep in the day", "Add", "Change", "Need ideas?"),
        *("What I do", "Walk to the corner", "Longer breath out", "Start", "Swim on Sundays", "Open the goal"),
        *("People", "Mill Hall", "Call", "Add", "Change", "Need ideas?"),
    ]
    await app.tap("Early signs, open 2 signs, 3 things I do, 1 person")
    assert "Walk to the corner" not in app.words()


async def test_what_was_picked_is_one_tap_away(launch: Launch) -> None:
    app = await unfolded(launch, *EARLY)
    assert links(app) == ["tel:*4141"]
    await app.tap("Start: Longer breath out")
    assert app.routes == ["/skills/breath/play"]
    await app.go("/plan")
    await app.tap("Open the goal: Swim on Sundays")
    assert app.routes[-1] == "/goals/swim"


async def test_what_was_picked_and_deleted_since_stays_readable(launch: Launch) -> None:
    gone = PlanItem("own", Part.EARLY_ANSWERS, "My rain playlist", "", 4, Source.SKILL, "song")
    app = await unfolded(launch, *EARLY, gone, people=(), goals=())
    assert {"Mill Hall", "Swim on Sundays", "My rain playlist"} <= set(app.words())
    assert links(app) == []
    assert {"Start: My rain playlist", "Open the goal: Swim on Sundays"}.isdisjoint(app.buttons())


async def test_a_person_deleted_while_the_plan_names_them_stays_readable(launch: Launch) -> None:
    app = await unfolded(launch, *EARLY)
    await app.tap(TEXTS.words)
    assert links(app) == ["sms:+447700900123", "tel:*4141"]
    await app.state.aims.delete(app.state.aims.people, MAYA)
    await app.state.aims.delete(app.state.aims.people, HALL)
    await app.settle()
    assert {"Text Maya one word. Rest.", "Mill Hall"} <= set(app.words())
    assert links(app) == []


async def test_the_open_crisis_rung_holds_its_signs_and_the_way_to_the_whole(launch: Launch) -> None:
    app = await unfolded(launch, *WHOLE, rung="In a crisis")
    assert "It goes dark" in app.buttons()
    await app.tap("Open my safety plan Every part of it, in order.")
    assert app.routes == ["/plan/safety"]
    await app.tap("Back")
    assert app.routes == ["/plan/safety", "/plan"]
    assert "It goes dark" in app.buttons(), "the rung is still open"


async def test_another_tab_and_back_finds_it_folded(launch: Launch) -> None:
    app = await unfolded(launch, *WHOLE)
    await app.open_tab("Today")
    await app.open_tab("Plan")
    assert "Walk to the corner" not in app.words()


async def test_the_line_that_leads_on_runs_from_the_first_sign_to_the_last(launch: Launch) -> None:
    app = await opened(launch)
    stacks = [c for c in app.controls() if isinstance(c, ft.Stack) and str(c.key).startswith("rung-")]
    lines = [stack.controls[0] for stack in stacks]
    assert [(line.top, line.bottom, line.height) for line in lines] == [
        (24, 0, None),
        *[(0, 0, None)] * 4,
        (0, None, 24),
    ]


# At low energy


async def test_at_low_energy_what_is_for_now_comes_first_and_changing_waits(launch: Launch) -> None:
    notes = PlanNotes(("heavy",), date(2026, 11, 19))
    app = await opened(launch, *WHOLE, energy=1, notes=notes)
    names = [name.split(",")[0] for name in rungs(app)]
    assert names[:3] == ["In a crisis", "Harder days", "Every day"]
    await unfold(app, "Early signs")
    assert not {"Add: Early signs: What I do", "Change: Early signs: What I do"} & set(app.buttons())
    assert "Look at this again" not in app.words()
    await app.tap("Change my plan")
    assert "Add: Early signs: What I do" in app.buttons()
    assert "Change my plan" not in app.buttons()


async def test_at_low_energy_a_tick_moves_nothing_from_under_the_thumb(launch: Launch) -> None:
    app = await opened(launch, *WHOLE, energy=1)
    before = [name.split(",")[0] for name in rungs(app)]
    await unfold(app, "Harder days")
    await app.tap(HEAVY.words)
    assert [name.split(",")[0] for name in rungs(app)] == before
    await app.open_tab("Today")
    await app.open_tab("Plan")
    assert [name.split(",")[0] for name in rungs(app)][:2] == ["In a crisis", "Harder days"]
    await app.tap(HEAVY.words)
    assert "Harder days, open 1 sign" in app.buttons(), "taking the tick back folds nothing"


async def test_with_energy_the_ladder_keeps_its_order(launch: Launch) -> None:
    app = await opened(launch, *WHOLE, energy=4, notes=PlanNotes(("heavy",), date(2026, 11, 19)))
    assert [name.split(",")[0] for name in rungs(app)][:2] == ["Every day", "What can set me off"]
    assert "Harder days, open 1 sign" in app.buttons()
    await app.tap("Harder days, open 1 sign")
    assert "Harder days, folded 1 sign A sign is ticked today." in app.buttons()


# Looking again


@pytest.mark.parametrize(
    ("choice", "day", "said"),
    [
        ("In 1 month", date(2026, 12, 19), "On Saturday 19 December."),
        ("In 3 months", date(2027, 2, 19), "On Friday 19 February 2027."),
        ("In 6 months", date(2027, 5, 19), "On Wednesday 19 May 2027."),
    ],
)
async def test_a_day_to_look_again_is_chosen_said_and_taken_back(
    launch: Launch, choice: str, day: date, said: str
) -> None:
    app = await opened(launch, TEA)
    assert (app.sees("No date is fine."), "No date" in app.buttons()) == (True, False)
    await app.tap(choice)
    assert app.records.plan_notes.load().review_on == day
    assert said in app.words()
    await app.tap("No date")
    assert app.records.plan_notes.load().review_on is None
    assert said not in app.words()


async def test_when_the_day_has_come_one_quiet_line_says_so_here_alone(launch: Launch) -> None:
    app = await opened(launch, TEA, notes=PlanNotes(review_on=date(2026, 11, 19)))
    assert app.words().count(DUE) == 1
    await app.open_tab("Today")
    assert not app.sees(DUE)


@pytest.mark.parametrize(
    ("answer", "review_on", "reviewed_on"),
    [("I looked", None, date(2026, 11, 19)), ("Later", date(2026, 12, 19), None)],
)
async def test_either_answer_lets_it_rest(launch: Launch, answer: str, review_on: Any, reviewed_on: Any) -> None:
    app = await opened(launch, TEA, notes=PlanNotes(review_on=date(2026, 11, 1)))
    await app.tap(answer)
    notes = app.records.plan_notes.load()
    assert (notes.review_on, notes.reviewed_on) == (review_on, reviewed_on)
    assert DUE not in app.words()
    assert ("You looked on Thursday 19 November." in app.words()) is (reviewed_on is not None)


async def test_a_day_still_to_come_says_nothing(launch: Launch) -> None:
    app = await opened(launch, TEA, notes=PlanNotes(review_on=date(2026, 11, 20)))
    assert DUE not in app.words()


# Large text, the lock, refusals


async def test_in_large_text_the_cards_take_the_whole_width_and_nothing_lacks_a_name(launch: Launch) -> None:
    app = await opened(launch, *WHOLE, text_size=200)
    await unfold(app, "Early signs")
    await app.tap(TEXTS.words, "Change: Early signs: What I notice")
    assert all(name.strip() for name in app.buttons())
    assert [c for c in app.controls() if isinstance(c, ft.Stack) and str(c.key).startswith("rung-")] == []
    shown = [control for control in app.controls() if isinstance(control, ft.Row) and len(control.controls) > 2]
    assert all(row.wrap or any(part.expand for part in row.controls) for row in shown)


async def test_a_lock_hides_all_of_it(launch: Launch) -> None:
    app = await unfolded(launch, *WHOLE)
    await app.tap(TEXTS.words)
    app.state.lock()
    await app.settle()
    for route in ("/plan", "/plan/safety", "/plan/line/texts"):
        await app.go(route)
        assert not [word for word in app.words() if any(item.words in word for item in WHOLE)]
    await app.go("/help")
    assert not app.sees("safety plan")


async def test_a_refused_tick_stays_and_is_said(launch: Launch) -> None:
    app = await unfolded(launch, *EARLY)
    app.records.plan_notes.refuse = StorageFull("quota")
    await app.tap(DAYS.words)
    assert app.chosen() == [DAYS.words]
    assert {"Not saved yet. Tend keeps trying.", "There is no room left here."} <= set(app.words())
    app.records.plan_notes.refuse = None
    await app.tap("Try again")
    assert app.records.plan_notes.load().ticked == ("days",)
