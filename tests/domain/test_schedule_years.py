"""Two years of anybody's reminders of every kind: clocks that change, journeys, a clock set back, pauses, low days, an
app that is closed for days. Whatever happens, each occasion is said once at most, and nothing that rests, is done, or
was not wanted on low days.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from domain.goals import Answer, Goal, Mark, Pause
from domain.models import CheckIn
from domain.plan import PlanNotes
from domain.quieting import Known
from domain.reminders import Paused, Reminder, ReminderKind, Window
from domain.schedule import LATE, Due, due, next_due
from domain.skills import Use

ZONES = [
    *("Europe/Berlin", "America/New_York", "Asia/Tokyo", "Africa/Cairo", "Asia/Beirut", "Australia/Lord_Howe"),
    *("America/Havana", "Pacific/Kiritimati", "Pacific/Chatham", "Africa/Casablanca", "America/St_Johns", "UTC"),
]
YEARS = timedelta(days=730)
A_SECOND = timedelta(seconds=1)
OPEN = date.max  # until the person comes back

minutes = st.integers(0, 1439)
whens = st.one_of(
    st.sets(minutes, min_size=1, max_size=3).map(lambda found: {"times": tuple(sorted(found))}),
    st.tuples(minutes, minutes).map(lambda of: {"window": Window(min(of), max(of) + 1)}),
)
weekdays = st.sets(st.integers(0, 6), max_size=3).map(lambda found: tuple(sorted(found)))
kinds = st.sampled_from(ReminderKind)
DONE = ("check in", "low days", "tend", "practise", "look over", "choose a day", "back up")
HAPPENS = ("pause", "pause one", "travel", "clock back", "closed", "snooze", "goal rests", "skill goes")
events = st.lists(
    st.tuples(
        st.integers(1, int(YEARS.total_seconds()) - 1), st.sampled_from((*DONE, *HAPPENS)), st.integers(0, 10_000)
    ),
    min_size=5,
    max_size=80,
)


@st.composite
def reminders(draw: st.DrawFn) -> list[Reminder]:
    found = []
    for number in range(draw(st.integers(1, 3))):
        kind = draw(kinds)
        of = {ReminderKind.GOAL: {"goal_id": "g"}, ReminderKind.SKILL: {"skill_id": "s"}}.get(kind, {})
        words = "Pills" if kind is ReminderKind.OWN else ""
        more = {**draw(whens), **of, "weekdays": draw(weekdays), "fewer_when_low": draw(st.booleans())}
        found.append(Reminder(f"r{number}", kind, words=words, **more))
    return found


class Life:
    """Somebody with a phone, and beside it what they did, told in plainer terms than the domain's."""

    def __init__(self, reminders: Sequence[Reminder], zone: str, begin: datetime) -> None:
        self.reminders, self.zone, self.now = list(reminders), ZoneInfo(zone), begin
        self.known = Known(goals={"g": Goal("g", "Swim")}, skills={"s"})
        self.rests: dict[str, date] = {}  # reminder or "all": quiet before this day
        self.practised: set[date] = set()
        self.plan_waits = date.min  # for this day
        self.backup_waits = begin - YEARS  # for this instant
        self.energies: list[tuple[datetime, date, int]] = []
        self.said: Counter[str] = Counter()
        self.put_off: Counter[str] = Counter()
        self.said_again: Counter[str] = Counter()

    @property
    def local(self) -> datetime:
        return self.now.astimezone(self.zone)

    def local_time(self, naive: datetime) -> datetime:
        return naive.replace(tzinfo=self.zone)

    def asked(self, function: Callable[..., object], now: datetime) -> object:
        return function(self.reminders, self.known, now.astimezone(self.zone), self.local_time)

    def look(self) -> int:
        """The phone says what is due; what comes is seen to be right."""
        found: tuple[Due, ...] = self.asked(due, self.now)  # type: ignore[assignment]
        assert len({one.reminder.id for one in found}) == len(found), "one of each at most"
        for one in found:
            self._see(one)
        names = [occasion for one in found for occasion in one.occasions]
        notes = self.known.notes.with_sent(
            names, {one.reminder.id for one in found}, {reminder.id for reminder in self.reminders}
        )
        self.known = replace(self.known, notes=notes)
        return len(found)

    def _see(self, one: Due) -> None:
        id, today = one.reminder.id, self.local.date()
        assert one.at <= self.now < one.at + LATE
        assert all(self.rests.get(who, date.min) <= today for who in (id, "all")), "resting"
        self._see_not_done(one)
        if one.reminder.fewer_when_low:
            self._see_not_too_much(one)
        for occasion in one.occasions:
            self.said[occasion] += 1
            assert self.said[occasion] == 1, "said twice"
        if not one.occasions:
            self.said_again[id] += 1
            assert self.said_again[id] <= self.put_off[id], "said again without being asked"

    def _see_not_done(self, one: Due) -> None:
        match one.reminder.kind:
            case ReminderKind.CHECK_IN:
                self._see_not_checked_in(one)
            case ReminderKind.GOAL:
                assert self.known.goals["g"].is_active
                assert all(mark.day != one.day for mark in self.known.marks), "answered that day"
            case ReminderKind.SKILL:
                assert self.known.skills, "gone"
                assert one.day not in self.practised, "practised that day"
            case ReminderKind.REVIEW:
                assert one.day >= self.plan_waits, "looked over lately, or later by choice"
            case ReminderKind.BACKUP:
                assert one.at >= self.backup_waits, "backed up within a week"

    def _see_not_too_much(self, one: Due) -> None:
        days: dict[date, list[int]] = {one.day - timedelta(days=ago): [] for ago in range(3)}
        for at, day, energy in self.energies:
            if at <= one.at and day in days:
                days[day].append(energy)
        told = [max(of_day) for of_day in days.values() if of_day]
        assert len(told) < 2 or max(told) > 2, "too much on low days"

    def _see_not_checked_in(self, one: Due) -> None:
        midnight = datetime.combine(one.day, datetime.min.time())
        times = [self.local_time(midnight + timedelta(minutes=minute)) for minute in one.reminder.minutes(one.day)]
        earlier = [moment.astimezone(UTC) for moment in times if moment.astimezone(UTC) < one.at]
        for check_in in self.known.check_ins:
            recent = one.at - timedelta(hours=3) < check_in.at <= self.now
            assert not recent or any(check_in.at <= moment for moment in earlier), "checked in"

    def until(self, end: datetime) -> None:
        """The app is open until then, and woken when it asked to be."""
        while True:
            moment: datetime | None = self.asked(next_due, self.now)  # type: ignore[assignment]
            if moment is None or moment >= end:
                break
            assert moment > self.now
            if moment - A_SECOND > self.now:
                assert self.asked(due, moment - A_SECOND) == (), "due before it was said to be"
            self.now = moment
            assert self.look() > 0, "woken for nothing"
        self.now = max(self.now, end)
        self.look()

    def do(self, what: str, number: int) -> None:
        """The person does it, now."""
        today = self.local.date()
        if what == "check in":
            self._check_in(self.now, 1 + number % 5)
        elif what == "low days":
            for ago in range(1 + number % 3):
                self._check_in(self.now - timedelta(days=ago), 1 + number % 2)
        elif what == "tend":
            answer = (Answer.TRIED, Answer.RESTED, Answer.NOT_TODAY)[number % 3]
            marks = [*self.known.marks, Mark(f"{len(self.known.marks)}", today, self.now, 0, answer, "g", "Swim")]
            self.known = replace(self.known, marks=tuple(sorted(marks, key=lambda one: one.day)))
        elif what == "practise":
            use = Use(f"{len(self.known.uses)}", "s", self.now, self._offset(self.now))
            self.known = replace(self.known, uses=tuple(sorted((*self.known.uses, use), key=lambda one: one.at)))
            self.practised.add(today)
        elif what == "look over":
            self.plan_waits = today + timedelta(days=7)
            self.known = replace(self.known, plan=PlanNotes(reviewed_on=today))
        elif what == "choose a day":
            self.plan_waits = today + timedelta(days=number % 60)
            self.known = replace(self.known, plan=replace(self.known.plan, review_on=self.plan_waits))
        else:
            self.backup_waits = self.now + timedelta(days=7)
            self.known = replace(self.known, backed_up_at=self.now)

    def _check_in(self, at: datetime, energy: int) -> None:
        check_in = CheckIn(f"{len(self.known.check_ins)}", at, self._offset(at), energy=energy)
        self.energies.append((at, at.astimezone(self.zone).date(), energy))
        self.known = replace(
            self.known, check_ins=tuple(sorted((*self.known.check_ins, check_in), key=lambda one: one.at))
        )

    def _offset(self, at: datetime) -> int:
        """Minutes that the clock here is ahead of UTC then."""
        ahead = at.astimezone(self.zone).utcoffset()
        assert ahead is not None
        return int(ahead.total_seconds() // 60)

    def happen(self, what: str, number: int) -> None:
        today = self.local.date()
        if what == "pause":
            pause = (None, Paused(), Paused(today + timedelta(days=1)), Paused(today + timedelta(days=7)))[number % 4]
            self._rest("all", pause)
            since = self.now if pause is None else self.known.notes.since
            self.known = replace(self.known, notes=replace(self.known.notes, paused=pause, since=since))
        elif what == "pause one":
            place = number % len(self.reminders)
            pause = (None, Paused(), Paused(today + timedelta(days=3)))[number % 3]
            self._rest(self.reminders[place].id, pause)
            self.reminders[place] = replace(self.reminders[place], paused=pause, since=self.now)
        elif what == "travel":
            self.zone = ZoneInfo(ZONES[number % len(ZONES)])
        elif what == "clock back":
            self.now -= timedelta(minutes=number % 2000)
        elif what == "closed":
            self.now += timedelta(minutes=number)
        elif what == "snooze":
            id = self.reminders[number % len(self.reminders)].id
            self.put_off[id] += 1
            until = self.now + timedelta(minutes=1 + number % 120)
            self.known = replace(self.known, notes=self.known.notes.with_snooze(id, today, until))
        elif what == "skill goes":
            self.known = replace(self.known, skills={"s"} - set(self.known.skills))  # type: ignore[call-overload]
        else:
            pause = None if self.known.goals["g"].pause else Pause(today)
            self.known = replace(self.known, goals={"g": Goal("g", "Swim", pause=pause)})

    def _rest(self, who: str, pause: Paused | None) -> None:
        self.rests[who] = date.min if pause is None else pause.until or OPEN


def lived(reminders: Sequence[Reminder], zone: str, begin: datetime, happened: list[tuple[int, str, int]]) -> Life:
    life = Life(reminders, zone, begin)
    life.look()  # as the app does when it opens: something may have come just before
    for seconds, what, number in sorted(happened):
        life.until(begin + timedelta(seconds=seconds))
        (life.do if what in DONE else life.happen)(what, number)
        life.look()
    life.until(begin + YEARS)
    return life


@pytest.mark.slow
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(reminders(), st.sampled_from(ZONES), st.dates(date(2024, 1, 1), date(2026, 12, 31)), events)
def test_in_two_years_no_occasion_is_said_twice_and_nothing_that_rests_or_is_done(
    made: list[Reminder], zone: str, begin: date, happened: list[tuple[int, str, int]]
) -> None:
    lived(made, zone, datetime.combine(begin, datetime.min.time(), UTC), happened)


def test_a_life_in_which_nothing_happens_hears_of_it_every_day() -> None:
    daily = Reminder("r0", ReminderKind.OWN, (150,), words="Pills")
    life = lived([daily], "Europe/Berlin", datetime(2025, 1, 1, tzinfo=UTC), [])
    assert len(life.said) == 730
