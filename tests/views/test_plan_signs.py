"""Ticking a sign, in the plan and in a check-in, shows what the person wrote for then; nothing is guessed or sent."""

from __future__ import annotations

from dataclasses import replace

import flet as ft
import pytest

from domain.plan import Part, PlanItem, Source
from tests.domain.samples import made
from tests.driver import Driver
from tests.views.conftest import Launch
from tests.views.help_samples import links
from tests.views.plan_samples import (
    ASK_MAYA,
    BREATHE,
    COLD,
    CORNER,
    DARK,
    DAYS,
    EARLY,
    HEAVY,
    TEXTS,
    WHOLE,
    WITH_HALL,
    opened,
    plan_records,
    unfold,
    unfolded,
)

BOX = "You wrote this for now:"
TEXT_MAYA, CALL_HALL = "sms:+447700900123", "tel:*4141"


def boxes(app: Driver) -> list[list[str]]:
    """What is written in each of the boxes."""
    found = [control for control in app.controls() if str(getattr(control, "key", "")).startswith("box-")]
    return [[part.value for part in _texts(box)] for box in found]


def _texts(control: ft.Control) -> list[ft.Text]:
    if isinstance(control, ft.Text):
        return [control]
    inside = [getattr(control, "content", None), *getattr(control, "controls", [])]
    return [text for part in inside if isinstance(part, ft.Control) for text in _texts(part)]


async def test_a_tick_shows_the_answer_and_a_text_to_whom_it_names(launch: Launch) -> None:
    app = await unfolded(launch, TEXTS, DAYS, CORNER)
    assert (boxes(app), app.chosen()) == ([], [])
    await app.tap(TEXTS.words)
    assert app.chosen() == [TEXTS.words]
    assert boxes(app) == [[BOX, "Text Maya one word. Rest.", "Text Maya"]]
    assert links(app) == [TEXT_MAYA]
    assert "Not now" in app.buttons()
    assert app.routes == [], "nothing opened by itself"


async def test_a_second_tap_takes_the_tick_and_the_box_away(launch: Launch) -> None:
    app = await unfolded(launch, *EARLY)
    await app.tap(TEXTS.words)
    await app.tap(TEXTS.words)
    assert (boxes(app), app.chosen(), app.records.plan_notes.load().ticked) == ([], [], ())


async def test_not_now_puts_the_box_away_and_keeps_the_tick_until_it_is_ticked_anew(launch: Launch) -> None:
    app = await unfolded(launch, *EARLY)
    await app.tap(TEXTS.words)
    await app.tap("Not now")
    assert (boxes(app), app.chosen()) == ([], [TEXTS.words])
    await app.open_tab("Today")
    await app.open_tab("Plan")
    assert boxes(app) == []
    await app.tap(TEXTS.words)
    await app.tap(TEXTS.words)
    assert len(boxes(app)) == 1


async def test_without_an_answer_of_its_own_the_lines_of_the_rung_show_with_their_ways(launch: Launch) -> None:
    app = await unfolded(launch, DAYS, CORNER, BREATHE, WITH_HALL)
    await app.tap(DAYS.words)
    assert boxes(app) == [[BOX, "Walk to the corner", "Longer breath out", "Mill Hall", "Start", "Call"]]
    assert links(app) == [CALL_HALL, CALL_HALL], "in the box, and below among the people"


async def test_an_answer_that_names_nobody_leads_to_whom_was_picked_for_the_rung(launch: Launch) -> None:
    app = await unfolded(launch, PlanItem("n", Part.EARLY_SIGNS, "I pace", "Go out"), WITH_HALL)
    await app.tap("I pace")
    assert boxes(app) == [[BOX, "Go out", "Call Mill Hall"]]


async def test_somebody_without_a_number_is_named_and_offered_no_way(launch: Launch) -> None:
    app = await unfolded(launch, PlanItem("n", Part.EARLY_SIGNS, "I pace", "Write to Dev"))
    await app.tap("I pace")
    assert (boxes(app), links(app)) == ([[BOX, "Write to Dev"]], [])


async def test_two_signs_share_one_box_and_say_each_thing_once(launch: Launch) -> None:
    again = PlanItem("again", Part.EARLY_SIGNS, "I snap at people", TEXTS.answer, 2)
    app = await unfolded(launch, TEXTS, DAYS, again, CORNER, BREATHE, PlanItem("b2", *_second_breath()))
    await app.tap(TEXTS.words, DAYS.words, again.words)
    assert app.chosen() == [TEXTS.words, DAYS.words, again.words]
    said = ["Text Maya one word. Rest.", "Walk to the corner", "Longer breath out", "Breathe again"]
    assert boxes(app) == [[BOX, *said, "Start", "Text Maya"]]


def _second_breath() -> tuple[Part, str, str, int, Source, str]:
    return (Part.EARLY_ANSWERS, "Breathe again", "", 5, Source.SKILL, "breath")


async def test_in_a_crisis_whom_the_person_wants_left_out_is_nobody_to_turn_to(launch: Launch) -> None:
    no_maya = replace(ASK_MAYA, id="no", part=Part.NOT_DECIDERS)
    app = await unfolded(launch, DARK, COLD, no_maya, replace(WITH_HALL, part=Part.ASK), rung="In a crisis")
    await app.tap(DARK.words)
    assert boxes(app) == [[BOX, "Sit by the window", "Call Mill Hall"]]
    assert links(app) == [CALL_HALL]


async def test_where_nothing_is_written_yet_that_is_said_with_a_way_to_write(launch: Launch) -> None:
    app = await unfolded(launch, HEAVY, rung="Harder days")
    await app.tap(HEAVY.words)
    assert boxes(app) == [["Nothing is written for this yet."]]
    await app.tap("Write what I do")
    assert app.routes == ["/plan/line/heavy"]


async def test_one_button_of_the_screen_is_filled(launch: Launch) -> None:
    app = await unfolded(launch, *WHOLE, PlanItem("h", Part.HARDER_ANSWERS, "Ask Maya to come"))
    await app.tap(TEXTS.words)
    await unfold(app, "Harder days")
    await app.tap(HEAVY.words)
    filled = [control for control in app.controls() if type(control) is ft.FilledButton]
    assert (len(boxes(app)), len(filled)) == (2, 1)


async def test_ticks_are_gone_the_next_day(launch: Launch) -> None:
    app = await unfolded(launch, *EARLY)
    await app.tap(TEXTS.words)
    app.clock.pass_time(days=1)
    await app.return_to()
    await app.open_tab("Today")
    await app.open_tab("Plan")
    await unfold(app, "Early signs")
    assert (app.chosen(), boxes(app)) == ([], [])


async def test_ticks_left_open_overnight_are_gone_when_the_person_looks_again(launch: Launch) -> None:
    app = await unfolded(launch, *EARLY)
    await app.tap(TEXTS.words)
    app.clock.pass_time(days=1)
    await app.return_to()
    assert (app.chosen(), boxes(app)) == ([], [])


# In a check-in


async def in_check_in(launch: Launch, *items: PlanItem, route: str = "/check-in/now") -> Driver:
    return await opened(launch, *items, route=route)


async def test_a_check_in_offers_the_persons_own_signs_folded(launch: Launch) -> None:
    app = await in_check_in(launch, *WHOLE)
    assert "A warning sign?" in app.words()
    assert TEXTS.words not in app.words()
    await app.tap("Pick from your own list")
    words = app.words()
    assert words[words.index("Pick from your own list") + 1 : words.index("Done")] == [
        *("Early signs", "I stop answering texts", "I sleep in the day"),
        *("Harder days", "Everything is heavy", "In a crisis", "It goes dark"),
    ]


async def test_a_tick_in_a_check_in_shows_the_same_box_and_stands_in_the_plan(launch: Launch) -> None:
    app = await in_check_in(launch, *WHOLE)
    await app.tap("Pick from your own list")
    await app.tap(TEXTS.words)
    assert boxes(app) == [[BOX, "Text Maya one word. Rest.", "Text Maya"]]
    assert links(app) == [TEXT_MAYA]
    await app.tap("Not now")
    assert boxes(app) == []
    await app.go("/plan")
    assert app.chosen() == [TEXTS.words]


async def test_with_a_tick_of_today_the_list_is_open(launch: Launch) -> None:
    app = await in_check_in(launch, *WHOLE)
    await app.state.plan.tick("days")
    await app.settle()
    assert app.chosen() == [DAYS.words]


async def test_without_signs_the_check_in_says_where_they_come_from(launch: Launch) -> None:
    app = await in_check_in(launch, CORNER)
    assert "You have none yet. You can add them in My plan." in app.words()
    assert "Pick from your own list" not in app.buttons()


@pytest.mark.parametrize(("days_ago", "asks"), [(0, True), (1, False)])
async def test_a_check_in_of_another_day_asks_for_no_sign(launch: Launch, days_ago: int, asks: bool) -> None:
    records = plan_records(*WHOLE)
    await records.check_ins.save(made("8:00", id="past", days_ago=days_ago, mood=2))
    app = await launch(records=records, route="/history/past")
    assert ("A warning sign?" in app.words()) is asks
