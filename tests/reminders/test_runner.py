"""The runner: it sleeps to the very moment, notes before it says, and stops for nothing."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from domain.errors import StorageFull
from domain.quieting import Known
from domain.reminders import Notice, Reminder, ReminderKind
from domain.schedule import Due, ahead, due, next_due
from reminders.runner import LONGEST_SLEEP, Ahead, Runner
from tests.views.fakes import FakeClock, FakeRecords
from views.state import TendState

PILLS = Reminder("r", ReminderKind.OWN, (600, 660), words="Pills")  # 10:00 and 11:00; the clock stands at 9:12


class FakeBook:
    """Reminders in memory, and what was noted, in order, in `log`."""

    def __init__(self, clock: FakeClock, log: list[str], *reminders: Reminder) -> None:
        self.clock, self.log, self.reminders, self.known, self.takes = clock, log, reminders, Known(), True
        self.trouble: Exception | None = None

    def _local(self, naive: datetime) -> datetime:
        return naive.replace(tzinfo=self.clock.now.tzinfo)

    def due(self) -> Sequence[Due]:
        if self.trouble:
            raise self.trouble
        return due(self.reminders, self.known, self.clock.now, self._local)

    def next_due(self) -> datetime | None:
        return next_due(self.reminders, self.known, self.clock.now, self._local)

    async def mark(self, due: Sequence[Due]) -> bool:
        names = [occasion for one in due for occasion in one.occasions]
        notes = self.known.notes.with_sent(names, {one.reminder.id for one in due}, {one.id for one in self.reminders})
        self.known = replace(self.known, notes=notes)
        self.log += [f"noted {name}" for name in names]
        return self.takes

    def ahead(self) -> Sequence[Ahead]:
        coming = ahead(self.reminders, self.known, self.clock.now, self._local, 1, 9)
        return tuple((one.at, self.notice(one)) for one in coming)

    def notice(self, due: Due) -> Notice:
        return Notice(due.reminder.words, "", "/", due.tag)


class FakeNotifier:
    """Notes what it was given; `answers` says whether it was shown, or is what it raises."""

    def __init__(self, log: list[str]) -> None:
        self.log, self.answers = log, [True] * 99
        self.foreseen: list[list[str]] = []  # the tags of what comes, each time it was told

    async def notify(self, notice: Notice) -> bool:
        self.log.append(f"said {notice.title}")
        answer = self.answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return answer

    def foresee(self, ahead: Sequence[Ahead]) -> None:
        self.foreseen.append([notice.tag for _, notice in ahead])


class Run:
    """A runner that runs by a clock that is moved by hand; `sleeps` are the seconds it asked for."""

    def __init__(self, *reminders: Reminder) -> None:
        self.clock, self.log, self.sleeps, self.troubles = FakeClock(), [], [], []  # type: ignore[var-annotated]
        self.book, self.notifier = FakeBook(self.clock, self.log, *reminders), FakeNotifier(self.log)
        self.runner = Runner(self.book, self.notifier, self.clock, self.troubles.append, self._sleep)

    async def _sleep(self, seconds: float) -> None:
        self.sleeps.append(seconds)
        await self.clock.sleep(seconds)

    async def settle(self, **passed: float) -> None:
        self.clock.pass_time(**passed)
        for _ in range(20):
            await asyncio.sleep(0)


def runs(run: Run, live: Callable[[Run], Awaitable[None]]) -> Run:
    async def work() -> None:
        task = asyncio.ensure_future(run.runner.run())
        await run.settle()
        await live(run)
        task.cancel()

    asyncio.run(work())
    return run


def test_it_sleeps_to_the_moment_and_notes_before_it_says() -> None:
    async def live(run: Run) -> None:
        await run.settle(minutes=48)
        await run.settle(hours=1)

    run = runs(Run(PILLS), live)
    assert run.log == ["noted r 2026-11-19 600", "said Pills", "noted r 2026-11-19 660", "said Pills"]
    assert run.sleeps == [48 * 60, 60 * 60, 23 * 60 * 60]
    assert run.runner.was_shown is True


def test_a_crash_after_the_note_repeats_nothing() -> None:
    async def crash(run: Run) -> None:
        run.notifier.answers = [KeyError("the notifier")]  # type: ignore[list-item]
        await run.settle(minutes=48)

    run = runs(Run(PILLS), crash)
    assert (len(run.troubles), run.runner.was_shown) == (1, False)
    again = Run(PILLS)
    again.book.known, again.clock.now = run.book.known, run.clock.now

    async def live(run: Run) -> None:
        await run.settle()

    assert runs(again, live).log == []


def test_what_the_device_does_not_note_is_not_said() -> None:
    async def live(run: Run) -> None:
        run.book.takes = False
        await run.settle(minutes=48)

    assert runs(Run(PILLS), live).log == ["noted r 2026-11-19 600"]


def test_one_that_goes_wrong_keeps_no_other_from_being_said() -> None:
    async def live(run: Run) -> None:
        run.notifier.answers = [KeyError("the notifier"), False]  # type: ignore[list-item]
        await run.settle(minutes=48)

    run = runs(Run(PILLS, replace(PILLS, id="s", words="Tea")), live)
    assert run.log[2:] == ["said Pills", "said Tea"]
    assert (len(run.troubles), run.runner.was_shown) == (1, False)


def test_it_looks_anew_when_something_changed() -> None:
    async def live(run: Run) -> None:
        run.book.reminders = (replace(PILLS, times=(9 * 60 + 30,)),)
        run.runner.wake()
        await run.settle()
        await run.settle(minutes=18)

    run = runs(Run(), live)
    assert run.sleeps == [LONGEST_SLEEP, 18 * 60, 24 * 60 * 60]
    assert run.log == ["noted r 2026-11-19 570", "said Pills"]


def test_a_clock_that_jumps_is_followed_once_somebody_looks() -> None:
    async def live(run: Run) -> None:
        run.clock.now += timedelta(minutes=50)  # the timers know nothing of it
        run.runner.wake("seen again")
        await run.settle()
        run.clock.now -= timedelta(minutes=30)
        run.runner.wake()
        await run.settle()

    run = runs(Run(PILLS), live)
    assert run.log == ["noted r 2026-11-19 600", "said Pills"]
    assert run.sleeps == [48 * 60, 58 * 60, 88 * 60]


def test_what_cannot_be_read_is_told_and_waits_until_it_can() -> None:
    async def live(run: Run) -> None:
        run.book.trouble = StorageFull()
        await run.settle(minutes=48)
        run.book.trouble = None
        run.runner.wake()
        await run.settle()

    run = runs(Run(PILLS), live)
    assert len(run.troubles) == 1
    assert run.log == ["noted r 2026-11-19 600", "said Pills"]


def test_no_sleep_is_longer_than_a_browser_can_count() -> None:
    async def live(run: Run) -> None:
        await run.settle()

    run = runs(Run(), live)
    assert run.sleeps == [LONGEST_SLEEP]
    assert LONGEST_SLEEP * 1000 < 2**31


def test_what_comes_is_told_to_the_device_at_each_change_and_no_more() -> None:
    async def live(run: Run) -> None:
        run.runner.wake()
        await run.settle()
        run.book.reminders = ()
        run.runner.wake()
        await run.settle()

    run = runs(Run(PILLS), live)
    assert run.notifier.foreseen == [["r 2026-11-19 600", "r 2026-11-19 660"], []]


def test_the_state_of_the_screens_is_such_a_book() -> None:
    clock = FakeClock()
    records = FakeRecords(reminders=[PILLS])
    state = TendState.load(records, clock, lambda naive: naive.replace(tzinfo=clock.now.tzinfo))
    run = Run()
    runner = Runner(state.reminding, run.notifier, clock, run.troubles.append, clock.sleep)

    async def work() -> None:
        task = asyncio.ensure_future(runner.run(state, *state.parts))
        await run.settle()
        clock.pass_time(minutes=48)
        await run.settle()
        await state.reminding.snooze("r", 5)
        await run.settle()
        clock.pass_time(minutes=5)
        await run.settle()
        task.cancel()

    asyncio.run(work())
    assert run.log == ["said A moment for you", "said A moment for you"]
    assert (records.reminder_notes.load().sent, run.troubles) == (("r 2026-11-19 600",), [])
    assert state.reminding.next_due() == datetime(2026, 11, 19, 10, tzinfo=UTC)
