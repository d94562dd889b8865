"""When reminders are due: local days, clocks that change, journeys, what came late, what was done or rests."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from domain.goals import Answer, Farewell, Goal, Mark, Often, Pause, Size
from domain.models import CheckIn
from domain.plan import PlanNotes
from domain.progress import Tended
from domain.quieting import Known
from domain.reminder_notes import ReminderNotes
from domain.reminders import Paused, Reminder, ReminderKind, Window
from domain.schedule import Due, LocalTime, due, next_due
from domain.skills import Use

BERLIN, TOKYO, NEW_YORK = (ZoneInfo(name) for name in ("Europe/Berlin", "Asia/Tokyo", "America/New_York"))
NINE = 9 * 60
PILLS = Reminder("r", ReminderKind.OWN, (NINE,), words="Pills")
CHECK_IN = Reminder("r", ReminderKind.CHECK_IN, (NINE,))
GOAL = Reminder("r", ReminderKind.GOAL, (NINE,), goal_id="g", name="Swim")
SKILL = Reminder("r", ReminderKind.SKILL, (NINE,), skill_id="s")
REVIEW = Reminder("r", ReminderKind.REVIEW, (NINE,))
BACKUP = Reminder("r", ReminderKind.BACKUP, (NINE,))
SWIM = Goal("g", "Swim")
DAY = date(2026, 11, 24)  # a Tuesday
NO_ONE_ELSE = Known(goals={"g": SWIM}, skills={"s"})


def local(zone: ZoneInfo) -> LocalTime:
    return lambda naive: naive.replace(tzinfo=zone)


def at(hour: int, minute: int = 0, day: int = 24, month: int = 11, zone: ZoneInfo = BERLIN, fold: int = 0) -> datetime:
    return datetime(2026, month, day, hour, minute, tzinfo=zone, fold=fold)


def found(reminder: Reminder, now: datetime, known: Known = NO_ONE_ELSE) -> list[datetime]:
    return [one.at for one in due([reminder], known, now, local(now.tzinfo))]  # type: ignore[arg-type]


def upcoming(reminder: Reminder, now: datetime, known: Known = NO_ONE_ELSE) -> datetime | None:
    return next_due([reminder], known, now, local(now.tzinfo))  # type: ignore[arg-type]


def utc(hour: int, minute: int = 0, day: int = 24, month: int = 11) -> datetime:
    return datetime(2026, month, day, hour, minute, tzinfo=UTC)


def after(known: Known, *dues: Due) -> Known:
    names = [occasion for one in dues for occasion in one.occasions]
    return replace(known, notes=known.notes.with_sent(names, {one.reminder.id for one in dues}, {"r"}))


@pytest.mark.parametrize("reminder", [PILLS, CHECK_IN, GOAL, SKILL, REVIEW, BACKUP], ids=lambda one: one.kind)
def test_each_kind_comes_at_its_time_and_for_three_hours(reminder: Reminder) -> None:
    assert found(reminder, at(8, 59)) == []
    assert found(reminder, at(9)) == found(reminder, at(11, 59)) == [utc(8)]
    assert found(reminder, at(12)) == []
    assert [upcoming(reminder, at(8, 59)), upcoming(reminder, at(9))] == [utc(8), utc(8, day=25)]


def test_what_was_said_is_not_said_again() -> None:
    (one,) = due([PILLS], Known(), at(9), local(BERLIN))
    assert one == Due(PILLS, DAY, utc(8), ("r 2026-11-24 540",))
    assert found(PILLS, at(9, 1), after(Known(), one)) == []
    assert upcoming(PILLS, at(8), after(Known(), one)) == utc(8, day=25)


def test_of_several_that_were_missed_the_latest_alone_comes() -> None:
    often = replace(PILLS, times=(NINE, NINE + 60, NINE + 120))
    (one,) = due([often], Known(), at(11, 30), local(BERLIN))
    assert (one.at, one.occasions) == (utc(10), ("r 2026-11-24 660",))
    assert found(often, at(11, 31), after(Known(), one)) == []


def test_the_last_one_of_yesterday_still_comes_after_midnight() -> None:
    late = replace(PILLS, times=(23 * 60,))
    assert found(late, at(0, 30, day=25)) == [utc(22)]
    assert found(replace(late, weekdays=(1,)), at(0, 30, day=25)) == [utc(22)]
    assert found(replace(late, weekdays=(2,)), at(0, 30, day=25)) == []


def test_what_was_due_before_it_was_made_or_changed_is_not_said() -> None:
    assert found(replace(PILLS, since=utc(8, 1)), at(9, 30)) == []
    assert found(replace(PILLS, since=utc(8)), at(9, 30)) == [utc(8)]
    assert found(PILLS, at(9, 30), Known(notes=ReminderNotes(since=utc(8, 1)))) == []
    # The clock was set back after the change: the change lies ahead, and says nothing.
    assert found(replace(PILLS, since=utc(8, day=30)), at(9, 30)) == [utc(8)]


def test_a_time_the_clock_skips_comes_once_an_hour_later() -> None:
    night = replace(PILLS, times=(150,))
    assert upcoming(night, at(1, day=29, month=3)) == utc(1, 30, day=29, month=3)  # 3:30 there
    assert found(night, at(3, 29, day=29, month=3)) == []
    assert found(night, at(3, 30, day=29, month=3)) == [utc(1, 30, day=29, month=3)]


def test_a_time_that_comes_twice_is_said_the_first_time_alone() -> None:
    night = replace(PILLS, times=(150,))
    (one,) = due([night], Known(), at(2, 30, day=25, month=10), local(BERLIN))
    assert one.at == utc(0, 30, day=25, month=10)
    known = after(Known(), one)
    assert found(night, at(2, 30, day=25, month=10, fold=1), known) == []
    assert upcoming(night, at(2, 31, day=25, month=10), known) == utc(1, 30, day=26, month=10)


def test_nine_stays_nine_after_a_journey_and_comes_once_a_day() -> None:
    (one,) = due([PILLS], Known(), at(9), local(BERLIN))
    known = after(Known(), one)
    assert found(PILLS, at(9, zone=NEW_YORK), known) == []  # the same day, nine o'clock once more
    assert upcoming(PILLS, at(9, zone=NEW_YORK), known) == utc(14, day=25)
    assert upcoming(PILLS, at(18, zone=TOKYO), known) == utc(0, day=25)
    assert found(PILLS, at(11, zone=TOKYO)) == [utc(0)]  # flown over nine o'clock: it comes on landing


def test_a_clock_that_was_set_back_repeats_nothing() -> None:
    often = replace(PILLS, times=(NINE, NINE + 60))
    known = Known()
    for now in (at(9), at(10), at(9, day=25), at(10, day=25)):
        known = after(known, *due([often], known, now, local(BERLIN)))
    assert len(known.notes.sent) == 4
    assert [found(often, now, known) for now in (at(9), at(9, 30), at(10), at(9, day=25))] == [[], [], [], []]
    assert upcoming(often, at(8), known) == utc(8, day=26)


def test_a_window_comes_once_a_day_even_when_it_was_changed() -> None:
    evening = Reminder("r", ReminderKind.CHECK_IN, window=Window(1080, 1260))
    moment = upcoming(evening, at(12))
    assert moment == utc(17, 57)  # 18:57 there
    (one,) = due([evening], Known(), moment.astimezone(BERLIN), local(BERLIN))
    later = replace(evening, window=Window(1200, 1320))
    assert found(later, at(22), after(Known(), one)) == []
    assert upcoming(later, at(20), after(Known(), one)).astimezone(BERLIN).date() == date(2026, 11, 25)


def check_in(moment: datetime, energy: int | None = 3) -> CheckIn:
    return CheckIn(moment.isoformat(), moment, 60, energy=energy)


def test_a_check_in_of_the_last_three_hours_is_one() -> None:
    for moment, comes in ((utc(5), True), (utc(5, 1), False), (utc(7, 59), False), (utc(8, 20), False), (utc(9), True)):
        known = Known((check_in(moment),))
        assert bool(found(CHECK_IN, at(9, 30), known)) is comes, moment
    assert upcoming(CHECK_IN, at(8), Known((check_in(utc(6)),))) == utc(8, day=25)


def test_what_kept_quiet_at_its_time_does_not_come_late() -> None:
    assert found(CHECK_IN, at(11, 59), Known((check_in(utc(5, 1)),))) == []


def test_a_check_in_before_the_last_occasion_was_for_that_one() -> None:
    often = replace(CHECK_IN, times=(NINE, NINE + 60))
    assert upcoming(often, at(9, 30), Known((check_in(utc(7, 50)),))) == utc(9)
    assert upcoming(often, at(9, 30), Known((check_in(utc(8, 10)),))) == utc(8, day=25)


def mark(answer: Answer, goal_id: str = "g", day: date = DAY) -> Mark:
    return Mark("m", day, utc(7), 60, answer, goal_id, "Swim", Size.TINY if answer is Answer.DONE else None)


@pytest.mark.parametrize("answer", Answer)
def test_a_goal_that_was_answered_today_is_left_in_peace(answer: Answer) -> None:
    known = replace(NO_ONE_ELSE, marks=(mark(answer),))
    assert (found(GOAL, at(9), known), upcoming(GOAL, at(8), known)) == ([], utc(8, day=25))
    assert found(GOAL, at(9), replace(known, marks=(mark(answer, goal_id="h"),))) == [utc(8)]
    assert found(GOAL, at(9), replace(known, marks=(mark(answer, day=date(2026, 11, 23)),))) == [utc(8)]


@pytest.mark.parametrize(
    "goal",
    [
        None,
        replace(SWIM, pause=Pause(DAY)),
        replace(SWIM, farewell=Farewell(DAY)),
        replace(SWIM, until=date(2026, 11, 23)),
        replace(SWIM, often=Often.ONCE),
    ],
    ids=["gone", "resting", "let go", "over", "once, and done"],
)
def test_a_goal_that_is_not_tended_now_never_reminds(goal: Goal | None) -> None:
    known = Known(goals={"g": goal} if goal else {}, tended=Tended({"g": (date(2026, 11, 1),)}))
    assert (found(GOAL, at(9), known), upcoming(GOAL, at(8), known)) == ([], None)


def test_a_goal_reminds_on_its_last_day_and_not_after() -> None:
    known = Known(goals={"g": replace(SWIM, until=DAY)})
    assert (found(GOAL, at(9), known), upcoming(GOAL, at(9), known)) == ([utc(8)], None)


def test_a_skill_that_was_used_today_or_is_gone_is_not_brought_up() -> None:
    used = replace(NO_ONE_ELSE, uses=(Use("u", "s", utc(23, 30, day=23), 60),))  # half past midnight there
    assert (found(SKILL, at(9), used), upcoming(SKILL, at(8), used)) == ([], utc(8, day=25))
    assert found(SKILL, at(9), replace(used, uses=(Use("u", "t", utc(7), 60),))) == [utc(8)]
    assert upcoming(SKILL, at(8), Known()) is None


def test_the_plan_is_brought_up_on_the_day_chosen_for_it_or_a_week_after_it_was_looked_over() -> None:
    assert upcoming(REVIEW, at(8), Known(plan=PlanNotes(review_on=date(2027, 2, 24)))) == datetime(
        2027, 2, 24, 8, tzinfo=UTC
    )
    assert found(REVIEW, at(9), Known(plan=PlanNotes(review_on=DAY, reviewed_on=date(2026, 11, 20)))) == [utc(8)]
    assert upcoming(REVIEW, at(8), Known(plan=PlanNotes(reviewed_on=date(2026, 11, 23)))) == utc(8, day=30)


def test_a_backup_is_brought_up_seven_days_after_the_last() -> None:
    for since, comes in ((utc(8, day=17), True), (utc(8, 1, day=17), False)):
        assert bool(found(BACKUP, at(9), Known(backed_up_at=since))) is comes
    assert upcoming(BACKUP, at(8), Known(backed_up_at=utc(9, day=23))) == utc(8, day=1, month=12)
    assert upcoming(replace(BACKUP, weekdays=(0,)), at(9), Known(backed_up_at=utc(8))) == utc(8, day=7, month=12)


def test_nothing_comes_while_it_rests() -> None:
    for known, reminder in (
        (Known(notes=ReminderNotes(paused=Paused(date(2026, 12, 1)))), PILLS),
        (Known(), replace(PILLS, paused=Paused(date(2026, 12, 1)))),
    ):
        assert (found(reminder, at(9), known), found(reminder, at(9, day=30), known)) == ([], [])
        assert upcoming(reminder, at(8), known) == utc(8, day=1, month=12)
        assert found(reminder, at(9, day=1, month=12), known) == [utc(8, day=1, month=12)]
    open_end = Known(notes=ReminderNotes(paused=Paused()))
    assert (found(PILLS, at(9), open_end), upcoming(PILLS, at(8), open_end)) == ([], None)
    assert upcoming(replace(PILLS, is_on=False), at(8)) is None
    assert found(replace(PILLS, is_on=False), at(9)) == []


def low(*of: tuple[int, int]) -> Known:
    return Known(tuple(check_in(utc(7, day=day), energy) for day, energy in of))


@pytest.mark.parametrize(
    ("known", "comes"),
    [
        (low((22, 2), (24, 1)), False),
        (low((22, 2), (23, 3), (24, 1)), True),
        (low((23, 2)), True),
        (low((21, 1), (24, 1)), True),
        (low((23, 1), (24, 2)), False),
        (low(), True),
    ],
    ids=["two of three", "some between", "one day", "too long ago", "in a row", "nothing known"],
)
def test_after_low_days_it_keeps_quiet_where_the_person_wants_that(known: Known, comes: bool) -> None:
    assert bool(found(replace(PILLS, fewer_when_low=True), at(9), known)) is comes
    assert found(PILLS, at(9), known) == [utc(8)]


def snoozed(known: Known, until: datetime) -> Known:
    return replace(known, notes=known.notes.with_snooze("r", DAY, until))


def test_what_was_put_off_comes_once_at_its_time() -> None:
    said = after(NO_ONE_ELSE, *due([GOAL], NO_ONE_ELSE, at(9), local(BERLIN)))
    known = snoozed(said, utc(8, 30))
    assert (found(GOAL, at(9, 29), known), upcoming(GOAL, at(9, 29), known)) == ([], utc(8, 30))
    (one,) = due([GOAL], known, at(9, 30), local(BERLIN))
    assert (one.at, one.occasions) == (utc(8, 30), ())
    assert found(GOAL, at(9, 31), after(known, one)) == []
    assert found(GOAL, at(12, 30), known) == []
    assert found(GOAL, at(9, 30), replace(known, marks=(mark(Answer.RESTED),))) == []
    assert found(GOAL, at(9, 30), replace(known, notes=replace(known.notes, paused=Paused(date(2026, 11, 25))))) == []


def test_what_was_put_off_and_what_is_due_come_as_one() -> None:
    often = replace(PILLS, times=(NINE, NINE + 60))
    known = snoozed(Known(), utc(9, 5))
    (one,) = due([often], known, at(10, 10), local(BERLIN))
    assert (one.at, one.occasions) == (utc(9, 5), ("r 2026-11-24 600",))
    assert found(often, at(10, 11), after(known, one)) == []


def quickest(work: Callable[[], Any]) -> float:
    times = []
    for _ in range(5):
        began = time.perf_counter()
        work()
        times.append(time.perf_counter() - began)
    return min(times)


@pytest.mark.slow
def test_two_hundred_reminders_cost_no_more_than_fifty_milliseconds() -> None:
    kinds = [PILLS, CHECK_IN, GOAL, SKILL, REVIEW, BACKUP]
    reminders = [
        replace(kinds[n % 6], id=f"r{n}", times=tuple(range(n, 1440, 120)), weekdays=(n % 7,), fewer_when_low=True)
        for n in range(200)
    ]
    known = Known(
        tuple(check_in(utc(7) - timedelta(hours=6 * n), 3) for n in range(15_000, 0, -1)),
        {"g": SWIM},
        tuple(mark(Answer.DONE, day=DAY - timedelta(days=n // 4)) for n in range(15_000, 0, -1)),
        skills={"s"},
        uses=tuple(Use(str(n), "s", utc(7) - timedelta(hours=6 * n), 60) for n in range(15_000, 0, -1)),
        backed_up_at=utc(7),
        notes=ReminderNotes(sent=tuple(f"r{n} 2026-11-{day} {540}" for n in range(200) for day in range(1, 25))),
    )
    took = quickest(lambda: next_due(reminders, known, at(8), local(BERLIN)))
    assert took <= 0.050
    took = quickest(lambda: due(reminders, known, at(9, 30), local(BERLIN)))
    assert took <= 0.050
