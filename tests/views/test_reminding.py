"""The reminders apart from their screens: made, changed, resting, put off, due by all there is to know."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from domain.errors import StorageFull, TooMany, Wordless
from domain.goals import Answer, Goal, Size
from domain.models import Preferences
from domain.plan import PlanNotes
from domain.reminder_notes import Exported
from domain.reminders import MOST_REMINDERS, Notice, Reminder, ReminderKind, Rest, Window
from domain.safety import Keeping
from domain.schedule import Due
from tests.views.fakes import FakeClock, FakeRecords
from views.reminder_words import address, notice
from views.state import TendState

TEN = 10 * 60  # a little after the clock of these tests, which stands at 9:12 one hour ahead of UTC
PILLS = Reminder("r", ReminderKind.OWN, (TEN,), words="Pills")
GOAL = Reminder("g1", ReminderKind.GOAL, (TEN,), goal_id="g", name="Swim")


def at(hour: int, minute: int = 0, day: int = 19) -> datetime:
    return datetime(2026, 11, day, hour, minute, tzinfo=UTC)


def state_with(*reminders: Reminder, **more: Any) -> TendState:
    clock = FakeClock()
    records = FakeRecords(reminders=reminders, **more)
    return TendState.load(records, clock, lambda naive: naive.replace(tzinfo=clock.now.tzinfo))


def said(state: TendState) -> list[str]:
    return [one.reminder.id for one in state.reminding.due()]


def test_a_new_one_begins_now_and_says_nothing_of_the_past() -> None:
    state = state_with()
    made = asyncio.run(state.reminding.add(Reminder("", ReminderKind.OWN, (9 * 60, TEN), words=" Pills \n")))
    assert (made.words, made.since, len(made.id)) == ("Pills", at(8, 12), 32)
    assert list(state.records.reminders.all()) == [made]
    assert (said(state), state.reminding.next_due()) == ([], at(9))
    state.clock.pass_time(minutes=48)
    assert said(state) == [made.id]


def test_two_hundred_are_enough() -> None:
    state = state_with(*(replace(PILLS, id=str(number)) for number in range(MOST_REMINDERS)))
    with pytest.raises(TooMany):
        asyncio.run(state.reminding.add(PILLS))
    assert len(state.records.reminders.all()) == 200


def test_one_that_is_timed_anew_begins_anew_and_one_that_is_worded_anew_does_not() -> None:
    state = state_with(PILLS)
    asyncio.run(state.reminding.change("r", words="Vitamins"))
    assert state.reminding.reminders.get("r").since is None
    asyncio.run(state.reminding.change("r", times=(9 * 60,)))
    assert state.reminding.reminders.get("r").since == at(8, 12)
    assert said(state) == []
    with pytest.raises(Wordless):
        asyncio.run(state.reminding.change("r", words=" "))
    asyncio.run(state.reminding.change("gone", words="Hello"))
    assert [reminder.words for reminder in state.records.reminders.all()] == ["Vitamins"]


def test_all_rest_for_a_day_a_week_or_until_the_person_is_back() -> None:
    state = state_with(PILLS)
    for rest, comes in ((Rest.TODAY, at(9, day=20)), (Rest.WEEK, at(9, day=26)), (Rest.OPEN, None), (None, at(9))):
        asyncio.run(state.reminding.pause_all(rest))
        assert state.reminding.next_due() == comes
    state.clock.pass_time(hours=1)
    asyncio.run(state.reminding.pause_all(None))
    assert said(state) == []  # what came while they rested is not made up for


def test_one_rests_while_the_others_go_on() -> None:
    state = state_with(PILLS, replace(PILLS, id="s"))
    state.clock.pass_time(minutes=48)
    asyncio.run(state.reminding.pause("r", Rest.WEEK))
    assert said(state) == ["s"]
    state.clock.pass_time(minutes=1)
    asyncio.run(state.reminding.pause("r", None))
    assert said(state) == ["s"]
    asyncio.run(state.reminding.pause("gone", Rest.WEEK))
    assert len(state.records.reminders.all()) == 2


def test_what_was_said_is_kept_and_comes_once_more_when_it_was_put_off() -> None:
    state = state_with(PILLS)
    state.clock.pass_time(minutes=48)
    assert asyncio.run(state.reminding.mark(state.reminding.due()))
    assert state.records.reminder_notes.load().sent == ("r 2026-11-19 600",)
    asyncio.run(state.reminding.snooze("r", 30))
    assert (said(state), state.reminding.next_due()) == ([], at(9, 30))
    state.clock.pass_time(minutes=30)
    assert said(state) == ["r"]


def test_a_device_that_does_not_keep_what_was_said_says_so() -> None:
    state = state_with(PILLS)
    state.clock.pass_time(minutes=48)
    state.records.reminder_notes.refuse = StorageFull()
    assert not asyncio.run(state.reminding.mark(state.reminding.due()))
    assert isinstance(state.problem, StorageFull)


def test_one_taken_out_comes_back_as_it_was() -> None:
    state = state_with(PILLS)
    asyncio.run(state.reminding.delete(PILLS))
    assert (list(state.records.reminders.all()), state.reminding.next_due()) == ([], None)
    asyncio.run(state.reminding.undo_delete())
    assert list(state.records.reminders.all()) == [PILLS]


def test_what_was_done_is_known() -> None:
    kinds = [
        *(GOAL, Reminder("c", ReminderKind.CHECK_IN, (TEN,)), Reminder("v", ReminderKind.REVIEW, (TEN,))),
        *(Reminder("b", ReminderKind.BACKUP, (TEN,)), Reminder("s", ReminderKind.SKILL, (TEN,), skill_id="gone")),
    ]
    swim = Goal("g", "Swim")
    state = state_with(*kinds, goals=[swim])
    state.clock.pass_time(minutes=48)
    assert said(state) == ["b", "c", "g1", "v"]
    asyncio.run(state.tap("mood", 3))
    asyncio.run(state.aims.answer(swim, Answer.DONE, Size.TINY))
    asyncio.run(state.plan.looked_over(None))
    asyncio.run(state.set_device(backed_up_at=state.now.astimezone(UTC)))
    assert said(state) == []


def test_the_other_window_and_a_locked_one_say_nothing() -> None:
    state = state_with(PILLS)
    state.clock.pass_time(minutes=48)
    state.keeping = Keeping.ELSEWHERE
    assert (said(state), state.reminding.next_due()) == ([], None)
    state.keeping = Keeping.KEPT
    assert said(state) == ["r"]
    state.lock()
    assert (said(state), state.reminding.next_due()) == ([], None)


def test_what_went_into_a_calendar_is_remembered() -> None:
    state = state_with(PILLS)
    asyncio.run(state.reminding.note_exported((Exported("r", 1, "x"),)))
    assert state.records.reminder_notes.load().exported == (Exported("r", 1, "x"),)


def test_a_lock_screen_shows_nothing_of_the_persons_unless_they_want_it() -> None:
    state = state_with(GOAL, goals=[Goal("g", "Swim far")])
    neutral = Notice("A moment for you", "Whenever it suits you.", "/goals/g")
    due = Due(GOAL, state.now.date(), at(9), ("g1 2026-11-19 600",))
    assert state.reminding.notice(due) == replace(neutral, tag="g1 2026-11-19 600")
    state.preferences = Preferences(is_neutral=True)
    spoken = state.reminding.notice(replace(due, reminder=replace(GOAL, shows_words=True), occasions=()))
    assert (spoken.title, spoken.app, spoken.tag) == ("Swim far", "Notes", "g1 2026-11-19 again")
    assert notice(replace(GOAL, shows_words=True)).title == "Swim"  # the goal is gone: the name that was kept
    assert notice(replace(GOAL, shows_words=True, words="Towel ")).title == "Towel"
    assert notice(PILLS).title == neutral.title


@pytest.mark.parametrize(
    ("kind", "title", "leads"),
    [
        (ReminderKind.CHECK_IN, "How are you right now?", "/check-in"),
        (ReminderKind.REVIEW, "A good time to look at your plan", "/plan"),
        (ReminderKind.BACKUP, "A good time for a backup", "/settings/backup"),
    ],
)
def test_each_kind_leads_somewhere_and_has_words(kind: ReminderKind, title: str, leads: str) -> None:
    reminder = Reminder("r", kind, window=Window(0, 60), shows_words=True)
    assert (notice(reminder).title, address(reminder)) == (title, leads)
    assert address(PILLS) == "/"
    skill = Reminder("s", ReminderKind.SKILL, (TEN,), skill_id="sigh", shows_words=True)
    assert (notice(skill).title, address(skill)) == ("A moment for you", "/skills/sigh")


def test_a_plan_with_a_day_for_it_is_brought_up_on_that_day() -> None:
    state = state_with(Reminder("v", ReminderKind.REVIEW, (TEN,)))
    asyncio.run(state.plan.notes.keep(PlanNotes(review_on=state.now.date() + timedelta(days=9))))
    assert state.reminding.next_due() == at(9, day=28)
